"""Numbers as people read them: ``2.860`` and ``98,2`` in Vietnamese, ``2,860`` and ``98.2`` in English.

Rounding here is for the eye only: half up, away from zero. Nothing is compared after it.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.diagnostics import Lang
from chitieu.quantity.number import show

#: (thousands mark, decimal mark)
_MARKS: dict[str, tuple[str, str]] = {"vi": (".", ","), "en": (",", ".")}


def round_half_up(number: Decimal | Fraction, places: int) -> Decimal:
    """The number with so many decimals, halves rounded away from zero.

    >>> round_half_up(Decimal("2.345"), 2), round_half_up(Decimal("-0.5"), 0)
    (Decimal('2.35'), Decimal('-1'))
    >>> round_half_up(Fraction(2, 3), 3)
    Decimal('0.667')
    """
    exact = Fraction(number) * 10**places
    units = (2 * abs(exact.numerator) + exact.denominator) // (2 * exact.denominator)
    digits = tuple(int(digit) for digit in str(units)) if units < 10**15 else _digits(units)
    return Decimal((int(exact < 0 and units != 0), digits, -places))


def _digits(number: int) -> tuple[int, ...]:
    # str() refuses whole numbers of more than 4,300 digits; Decimal does not
    return Decimal(number).as_tuple().digits


def format_number(
    number: Decimal | Fraction, lang: Lang = "vi", *, places: int | None = None, group: bool = True
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
    thousands, point = _MARKS[lang]
    sign = "-" if plain.startswith("-") else ""
    whole, _, decimals = plain.lstrip("-").partition(".")
    if group and len(whole) > 3:
        head = len(whole) % 3
        parts = ([whole[:head]] if head else []) + [whole[i : i + 3] for i in range(head, len(whole), 3)]
        whole = thousands.join(parts)
    return f"{sign}{whole}{point}{decimals}" if decimals else f"{sign}{whole}"


def format_figure(number: Decimal | Fraction, lang: Lang = "vi") -> str:
    """A computed figure: as it is where it ends within six decimals, else rounded to six.

    >>> format_figure(Fraction(1, 4)), format_figure(Fraction(200, 3)), format_figure(Decimal("5.00"))
    ('0,25', '66,666667', '5')
    """
    rounded = round_half_up(number, 6)
    return format_number(_strip(rounded), lang)


def format_percent(share: Decimal | Fraction, lang: Lang = "vi") -> str:
    """A completion with one decimal. One that only rounds to 100 is given enough decimals not to say so.

    >>> format_percent(Decimal("102.59")), format_percent(Decimal(100)), format_percent(Decimal("99.964"))
    ('102,6%', '100%', '99,96%')
    """
    places = 1
    while places < 12 and share != 100 and round_half_up(share, places) == 100:
        places += 1
    rounded = round_half_up(share, places)
    return format_number(_strip(rounded), lang) + "%"


def six_decimals(number: Decimal | Fraction | None) -> str | None:
    """Margin and completion as the JSON documents carry them: six decimals, half up.

    >>> six_decimals(Fraction(2, 3)), six_decimals(Decimal("0.2")), six_decimals(None)
    ('0.666667', '0.200000', None)
    """
    return None if number is None else show(round_half_up(number, 6))


def _strip(number: Decimal) -> Decimal:
    """Without the zeros behind the last decimal, and without an exponent."""
    plain = show(number)
    return Decimal(plain.rstrip("0").rstrip(".")) if "." in plain else number
