"""The letters of Vietnamese: capitals, those that number a list, where tone marks stand."""

from __future__ import annotations

import re
import unicodedata

#: The capitals, as a class of a pattern.
CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
#: The letters that number a list, in their order; letters that stand as labels, as classes of a pattern.
ALPHABET = "abcdđeghiklmnopqrstuvxy"
LETTER_LABELS, CAPITAL_LABELS = "a-zđ", "A-HĐ"
STROKED = "đ"
#: The Icelandic capital that is typed for "Đ".
ETH = "\u00d0"
#: Endings with the tone mark in the new style, and in the old one, in which words are compared.
TONE_STYLES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
#: The only vowel of a syllable after one of these letters, written "i" and "y" alike: "tỉ lệ", "tỷ lệ".
_SHORT_I = re.compile(r"\b([hklmst])([iìíỉĩị])\b")
_AS_Y = dict(zip("iìíỉĩị", "yỳýỷỹỵ", strict=True))
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STROKE = str.maketrans("đĐðÐ", "dDdD")
#: Letters and signs that stand inside words typed in a legacy font, and never in a Vietnamese word.
STRANGE = frozenset("¸µ¶·¹¨¾»¼½©®ª«¬§¦¢£¤¥ÆÇËÎÏÐÑÖ×ØÜÞßäåæçëîïñö÷øûüþÿ")


def with_y(text: str) -> str:
    """The text in lower case and NFC with "y" where "i" may be written as well.

    >>> with_y("tỉ lệ kĩ sư, chi hội")
    'tỷ lệ kỹ sư, chi hội'
    """
    return _SHORT_I.sub(lambda match: match[1] + _AS_Y[match[2]], text)


def part_marks(text: str) -> tuple[str, str]:
    """The letters of a text without tone and vowel marks, and those marks; "đ" becomes "d" and leaves none.

    >>> part_marks("Đồ Sơn")[0]
    'Do Son'
    """
    apart = unicodedata.normalize("NFD", text)
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return letters.translate(_STROKE), "".join(sign for sign in apart if unicodedata.combining(sign))


def without_tones(text: str) -> str:
    """The text without its tone marks; those of the vowels stay.

    >>> without_tones("khống chế")
    'không chê'
    """
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in TONES))
