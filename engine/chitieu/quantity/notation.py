"""Numbers as people write them: ``2.860`` and ``98,2`` in Vietnamese, ``2,860`` and ``98.2`` in English.

Rounding here is for the eye only: half up, away from zero. Nothing is compared after it.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.quantity.number import EXACT, show
from chitieu.text.spoken import PLACE

#: (thousands mark, decimal mark)
_MARKS = {"vi": (".", ","), "en": (",", ".")}
_GLUED = frozenset("%‰")


def round_half_up(number: Decimal | Fraction, places: int) -> Decimal:
    """The number with so many decimals, halves rounded away from zero.

    >>> round_half_up(Decimal("2.345"), 2), round_half_up(Decimal("-0.5"), 0)
    (Decimal('2.35'), Decimal('-1'))
    >>> round_half_up(Fraction(2, 3), 3)
    Decimal('0.667')
    """
    exact = Fraction(number) * 10**places
    units = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    return Decimal(units if exact >= 0 else -units).scaleb(-places, EXACT)


def format_number(
    number: Decimal | Fraction, lang: str = "vi", *, places: int | None = None, group: bool = True
) -> str:
    """The number in the marks of the language; rounded half up where ``places`` says so, else as it is.

    A fraction that is not rounded stays a fraction ("2/3").

    >>> format_number(Decimal("2860"), "vi"), format_number(Decimal("1234567.50"), "en")
    ('2.860', '1,234,567.50')
    >>> format_number(Decimal("98.25"), "vi", places=1), format_number(Fraction(2, 3))
    ('98,3', '2/3')
    """
    if places is not None:
        number = round_half_up(number, places)
    plain = show(number)
    if "/" in plain:
        return plain
    thousands, point = _MARKS["en" if lang == "en" else "vi"]
    sign = "-" if plain.startswith("-") and number else ""
    whole, _, decimals = plain.lstrip("-").partition(".")
    if group and len(whole) > 3:
        head = len(whole) % 3
        parts = ([whole[:head]] if head else []) + [whole[i : i + 3] for i in range(head, len(whole), 3)]
        whole = thousands.join(parts)
    return f"{sign}{whole}{point}{decimals}" if decimals else f"{sign}{whole}"


def with_unit(figure: str, unit: str) -> str:
    """The figure with its unit: "98%", "5 đảng viên", "hạng 3".

    >>> with_unit("98,2", "%"), with_unit("8", "đảng viên"), with_unit("3", "hạng"), with_unit("5", "")
    ('98,2%', '8 đảng viên', 'hạng 3', '5')
    """
    if not unit:
        return figure
    if unit == PLACE:
        return f"{unit} {figure}"
    return f"{figure}{unit}" if unit[0] in _GLUED else f"{figure} {unit}"
