"""Text in a legacy font's bytes (TCVN3, VNI) or with letters lost: recognised, never guessed at."""

from __future__ import annotations

import re

#: Letters and signs that stand inside words of such text and never in a Vietnamese word.
_STRANGE = frozenset("¸µ¶·¹¨¾»¼½©®ª«¬§¦¢£¤¥ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþÿ")
_WORD = re.compile(rf"[\w{''.join(sorted(_STRANGE))}]{{2,}}")
_LOST = re.compile(r"[^\W\d_]\?{1,2}[^\W\d_]|\ufffd|[^\W\d_]\?\?")
_ENOUGH = 2


def is_garbled(text: str) -> bool:
    """Whether a text was typed in a legacy font and copied so, or lost letters on its way ("c?n d??i 3%").

    >>> is_garbled("Tû lÖ hé nghÌo gi¶m cßn 3,5%"), is_garbled("Tỷ lệ hộ nghèo giảm còn 3,5%")
    (True, False)
    """
    if _LOST.search(text):
        return True
    if _STRANGE.isdisjoint(text):
        return False
    strange = sum(1 for match in _WORD.finditer(text) if not _STRANGE.isdisjoint(match[0]))
    words = len(text.split())
    return strange >= _ENOUGH and strange * 5 >= words
