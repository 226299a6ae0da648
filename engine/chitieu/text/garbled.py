"""Text in a legacy font's bytes (TCVN3, VNI) or with letters lost: recognised, never guessed at."""

from __future__ import annotations

import re

from chitieu.text.letters import STRANGE
from chitieu.text.spoken import either

_LETTERS = "".join(sorted(STRANGE))
_ANY = re.compile(rf"[{_LETTERS}]")
_WORD = re.compile(rf"(?!µ[gmlsM]\b)[\w{_LETTERS}]{{2,}}")  # "µg" is a unit
_LOST = re.compile(r"[^\W\d_]\?{1,2}[^\W\d_]|\ufffd|[^\W\d_]\?\?")
_ENOUGH = 2
_PLAIN = re.compile(r"[a-z]{2,}")
_MARKED = re.compile("[À-ỹ]")
#: Words that are none without their marks.
_UNMARKED = re.compile(rf"\b(?:{either('UNMARKED')})\b")
#: A Vietnamese sentence of so many words has marks.
_SENTENCE = 7


def is_garbled(text: str, *, strange: bool = True) -> bool:
    """Whether a text was typed in a legacy font and copied so, or lost letters on its way ("c?n d??i 3%").

    ``strange`` is False where it is known to have no letter of ``STRANGE``.

    >>> is_garbled("Tû lÖ hé nghÌo gi¶m cßn 3,5%"), is_garbled("Tỷ lệ hộ nghèo giảm còn 3,5%")
    (True, False)
    >>> is_garbled("Bụi PM2.5 dưới 25 µg/m3, bụi PM10 dưới 50 µg/m3")
    False
    >>> is_garbled("ti le ho ngheo giam con 3,5%, thu nhap tang")
    True
    """
    if ("?" in text or "\ufffd" in text) and _LOST.search(text):
        return True
    if not _MARKED.search(text) and (
        len(_PLAIN.findall(text)) >= _SENTENCE or _UNMARKED.search(text.lower())
    ):
        return True  # "ti le ho ngheo giam con 3,5%": the marks are gone, and with them what many words mean
    if not strange or not _ANY.search(text):
        return False
    found = sum(1 for match in _WORD.finditer(text) if not STRANGE.isdisjoint(match[0]))
    words = len(text.split())
    return found >= _ENOUGH and found * 5 >= words
