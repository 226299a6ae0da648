"""The letters of Vietnamese: capitals, those that number a list, and those without their marks."""

from __future__ import annotations

import unicodedata

#: The capitals, as a class of a pattern.
CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
#: The letters that number a list, in their order; letters that stand as labels, as classes of a pattern.
ALPHABET = "abcdđeghiklmnopqrstuvxy"
LETTER_LABELS, CAPITAL_LABELS = "a-zđ", "A-HĐ"
STROKED = "đ"
_STROKE = str.maketrans("đĐðÐ", "dDdD")


def part_marks(text: str) -> tuple[str, str]:
    """The letters of a text without any mark, and the marks that stood on them; the stroke of "đ" is no mark here.

    >>> part_marks("Đồ Sơn")[0]
    'Do Son'
    """
    apart = unicodedata.normalize("NFD", text)
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return letters.translate(_STROKE), "".join(sign for sign in apart if unicodedata.combining(sign))
