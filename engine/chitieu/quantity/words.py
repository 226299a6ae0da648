"""Words made comparable: case, Unicode form, spaces, quotes and the place of the tone mark."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from chitieu.text.letters import ETH, STROKED, TONE_STYLES

_OLD_TONE = re.compile(r"(?<!q)(" + "|".join(TONE_STYLES) + r")(?!\w)")
_QUOTES = str.maketrans("", "", "\"'“”‘’«»\u200b\u200c\u200d\u00ad\ufeff")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text in NFC and lower case, without quotes, with single spaces and tone marks in one place.

    >>> fold("  Văn  hoá ") == fold("văn hóa")
    True
    """
    plain = unicodedata.normalize("NFC", text).translate(_QUOTES).replace(ETH, STROKED).lower()
    return _OLD_TONE.sub(lambda match: TONE_STYLES[match[1]], " ".join(plain.split()))
