"""The letters of Vietnamese: capitals, those that number a list, where tone marks stand."""

from __future__ import annotations

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
_STROKE = str.maketrans("đĐðÐ", "dDdD")


def part_marks(text: str) -> tuple[str, str]:
    """The letters of a text without tone and vowel marks, and those marks; "đ" becomes "d" and leaves none.

    >>> part_marks("Đồ Sơn")[0]
    'Do Son'
    """
    apart = unicodedata.normalize("NFD", text)
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return letters.translate(_STROKE), "".join(sign for sign in apart if unicodedata.combining(sign))
