"""Words made comparable: case, Unicode form, spaces, quotes and the place of the tone mark."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_OLD_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_OLD_TONE = re.compile(r"(?<!q)(" + "|".join(_OLD_TONES) + r")(?!\w)")
_QUOTES = str.maketrans("", "", "\"'“”‘’«»\u200b\u200c\u200d\u00ad\ufeff")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text in NFC and lower case, without quotes, with single spaces and tone marks in one place.

    >>> fold("  Văn  hoá ") == fold("văn hóa")
    True
    """
    plain = unicodedata.normalize("NFC", text).translate(_QUOTES).replace("\u00d0", "Đ").lower()
    return _OLD_TONE.sub(lambda match: _OLD_TONES[match[1]], " ".join(plain.split()))
