"""Exact arithmetic over Decimal and Fraction mixed: nothing is rounded, nothing passes through a float."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.quantity.number import EXACT, places_of

Exact = Decimal | Fraction


def subtract(one: Exact, other: Exact) -> Exact:
    """The difference.

    >>> subtract(Decimal("0.3"), Decimal("0.1")), subtract(Decimal(1), Fraction(1, 3))
    (Decimal('0.2'), Fraction(2, 3))
    """
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return EXACT.subtract(one, other)
    return Fraction(one) - Fraction(other)


def add(one: Exact, other: Exact) -> Exact:
    """The sum.

    >>> add(Decimal("0.1"), Decimal("0.2"))
    Decimal('0.3')
    """
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return EXACT.add(one, other)
    return Fraction(one) + Fraction(other)


def multiply(one: Exact, other: Exact) -> Exact:
    """The product.

    >>> multiply(Decimal("1.1"), Decimal(100)), multiply(Decimal(3), Fraction(1, 3))
    (Decimal('110.0'), Decimal('1'))
    """
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return EXACT.multiply(one, other)
    return plain(Fraction(one) * Fraction(other))


def divide(one: Exact, other: Exact) -> Exact:
    """The quotient, a Fraction where no decimal is exact. ``other`` is not 0.

    >>> divide(Decimal(1), Decimal(3)), divide(Decimal(1), Decimal(8))
    (Fraction(1, 3), Decimal('0.125'))
    """
    above, below = one.as_integer_ratio()
    above_other, below_other = other.as_integer_ratio()
    return plain(Fraction(above * below_other, below * above_other))


def tidy(number: Exact) -> Exact:
    """The number without zeros behind its last decimal.

    >>> tidy(Decimal("2950.000")), tidy(Decimal("0.50"))
    (Decimal('2950'), Decimal('0.5'))
    """
    if not isinstance(number, Decimal):
        return number
    short = EXACT.normalize(number)
    return EXACT.quantize(short, Decimal(1)) if int(short.as_tuple().exponent) > 0 else short


def plain(number: Fraction) -> Exact:
    """The Decimal of a fraction that has one; else the fraction itself.

    >>> plain(Fraction(3, 8)), plain(Fraction(2, 3))
    (Decimal('0.375'), Fraction(2, 3))
    """
    rest, twos, fives = number.denominator, 0, 0
    while rest % 2 == 0:
        rest //= 2
        twos += 1
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    if rest != 1:
        return number
    places = max(twos, fives)
    digits = number.numerator * 2 ** (places - twos) * 5 ** (places - fives)
    return EXACT.scaleb(Decimal(digits), -places)


def negate(number: Exact) -> Exact:
    """The number with the other sign.

    >>> negate(Decimal("0.5"))
    Decimal('-0.5')
    """
    return number.copy_negate() if isinstance(number, Decimal) else -number


def magnitude(number: Exact) -> Exact:
    """The number without its sign.

    >>> magnitude(Decimal("-0.5"))
    Decimal('0.5')
    """
    return number.copy_abs() if isinstance(number, Decimal) else abs(number)


def half_last_place(number: Decimal) -> Decimal:
    """Half a unit of the number's own last decimal place.

    >>> half_last_place(Decimal("5.0")), half_last_place(Decimal("1E+3"))
    (Decimal('0.05'), Decimal('0.5'))
    """
    return Decimal((0, (5,), -places_of(number) - 1))


def root(number: Exact, degree: int, places: int = 6) -> Decimal:
    """The positive root, rounded half up: to show only, never to compare.

    >>> root(Decimal(8), 3, 2), root(Decimal(2), 2, 4)
    (Decimal('2.00'), Decimal('1.4142'))
    """
    scaled = Fraction(number) * 10 ** (degree * (places + 1))
    whole = scaled.numerator // scaled.denominator
    low, high = 0, 2 ** (whole.bit_length() // degree + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**degree <= whole else (low, middle)
    return Decimal((low + 5) // 10).scaleb(-places, EXACT)
