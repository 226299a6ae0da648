"""Computed figures as reports show them: rounded, for the eye only."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.diagnostics import Lang
from chitieu.quantity.arithmetic import tidy
from chitieu.quantity.notation import format_number, round_half_up
from chitieu.quantity.number import show


def format_figure(number: Decimal | Fraction, lang: Lang = "vi") -> str:
    """A computed figure: as it is where it ends within six decimals, else rounded to six.

    >>> format_figure(Fraction(1, 4)), format_figure(Fraction(200, 3)), format_figure(Decimal("5.00"))
    ('0,25', '66,666667', '5')
    """
    rounded = round_half_up(number, 6)
    return format_number(tidy(rounded), lang)


def format_percent(share: Decimal | Fraction, lang: Lang = "vi") -> str:
    """A completion with one decimal. One that only rounds to 100 is given enough decimals not to say so.

    >>> format_percent(Decimal("102.59")), format_percent(Decimal(100)), format_percent(Decimal("99.964"))
    ('102,6%', '100%', '99,96%')
    """
    return format_number(shown_percent(share), lang) + "%"


def shown_percent(share: Decimal | Fraction) -> Decimal:
    """The completion as it is shown, as a number.

    >>> shown_percent(Decimal("102.59")), shown_percent(Decimal("99.964"))
    (Decimal('102.6'), Decimal('99.96'))
    """
    places = 1
    while places < 12 and share != 100 and round_half_up(share, places) == 100:
        places += 1
    rounded = tidy(round_half_up(share, places))
    assert isinstance(rounded, Decimal)
    return rounded


def six_decimals(number: Decimal | Fraction | None) -> str | None:
    """Margin and completion as the JSON documents carry them: six decimals, half up.

    >>> six_decimals(Fraction(2, 3)), six_decimals(Decimal("0.2")), six_decimals(None)
    ('0.666667', '0.200000', None)
    """
    return None if number is None else show(round_half_up(number, 6))
