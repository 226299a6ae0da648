"""How much of a text is made of possible Vietnamese syllables: low where letters were read wrongly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

_ONSETS = r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
_VOWELS = (
    r"(?:iê|yê|ia|ya|uô|ua|ươ|ưa|oa|oă|oe|uâ|uê|uy|uyê|uya|uơ|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|iêu|yêu|uôi|"
    r"ươi|ươu|oai|oay|oao|oeo|uây|uyu|ue|[aăâeêioôơuưy])"
)
_CODAS = r"(?:ch|ng|nh|[cmnpt])?"
_SYLLABLE = re.compile(_ONSETS + _VOWELS + _CODAS)
_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"[^\W\d_]+$")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ENOUGH = 30


def is_syllable(word: str) -> bool:
    """Whether a word can be a Vietnamese syllable.

    >>> [is_syllable(word) for word in ("nghiêng", "Đảng", "tỷ", "Thñ", "ch tiêu")]
    [True, True, True, False, False]
    """
    parts = unicodedata.normalize("NFD", word.lower())
    tones = sum(char in _TONES for char in parts)
    bare = unicodedata.normalize("NFC", "".join(char for char in parts if char not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None


def join_broken(lines: Sequence[str]) -> str:
    """The lines of a narrow cell as one; a word that was cut at the edge is put together again.

    >>> join_broken(["triệu đ", "ồng/người/nă", "m"]), join_broken(["Tỷ lệ hộ", "nghèo"])
    ('triệu đồng/người/năm', 'Tỷ lệ hộ nghèo')
    """
    text = ""
    for line in lines:
        part = re.sub(r"\s+", " ", line).strip()
        before, after = _LAST.search(text), _WORD.match(part)
        cut = (
            before is not None
            and after is not None
            and not (is_syllable(before[0]) and is_syllable(after[0]))
            and is_syllable(before[0] + after[0])
        )
        text = f"{text}{part}" if cut else f"{text} {part}".strip()
    return text


def share_of_words(texts: Iterable[str]) -> float:
    """The share of words that are possible syllables; abbreviations do not count, and few words are all right."""
    words = [
        word
        for text in texts
        for word in _WORD.findall(unicodedata.normalize("NFC", text))
        if not word.isupper()
    ]
    if len(words) < _ENOUGH:
        return 1.0
    return sum(map(is_syllable, words)) / len(words)
