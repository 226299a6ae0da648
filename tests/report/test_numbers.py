"""Numbers as people read them. Expected values are worked out by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.diagnostics import Lang
from chitieu.quantity.notation import format_number, round_half_up
from chitieu.report.numbers import format_figure, format_percent, six_decimals


@pytest.mark.parametrize(
    ("number", "lang", "shown"),
    [
        (Decimal("2860"), "vi", "2.860"),
        (Decimal("2860"), "en", "2,860"),
        (Decimal("98.2"), "vi", "98,2"),
        (Decimal("98.2"), "en", "98.2"),
        (Decimal("5.0"), "vi", "5,0"),
        (Decimal("999"), "vi", "999"),
        (Decimal("1000000.25"), "vi", "1.000.000,25"),
        (Decimal("-12345"), "vi", "-12.345"),
        (Decimal("1E+3"), "vi", "1.000"),
        (Decimal("0.001"), "vi", "0,001"),
        (Fraction(2, 3), "vi", "2/3"),
    ],
)
def test_number(number: Decimal | Fraction, lang: Lang, shown: str) -> None:
    assert format_number(number, lang) == shown


@pytest.mark.parametrize(
    ("number", "places", "rounded"),
    [
        (Decimal("0.125"), 2, "0.13"),  # half up, not to even
        (Decimal("-0.125"), 2, "-0.13"),
        (Decimal("2.5"), 0, "3"),
        (Fraction(1, 3), 3, "0.333"),
        (Fraction(2, 3), 3, "0.667"),
        (Fraction(-1, 2000), 3, "-0.001"),
        (Fraction(-1, 2001), 3, "0.000"),
        (Decimal(0), 2, "0.00"),
    ],
)
def test_rounding(number: Decimal | Fraction, places: int, rounded: str) -> None:
    assert str(round_half_up(number, places)) == rounded


@given(st.fractions(), st.integers(0, 8))
def test_rounding_moves_by_half_a_last_place_at_most(number: Fraction, places: int) -> None:
    rounded = round_half_up(number, places)
    assert abs(Fraction(rounded) - number) <= Fraction(1, 2 * 10**places)
    assert rounded.as_tuple().exponent == -places


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (Decimal(100), "100%"),
        (Decimal("102.25"), "102,3%"),
        (Fraction(9496, 95), "99,96%"),  # 99,957…: one decimal would say 100
        (Decimal("99.99996"), "99,99996%"),
        (Decimal("100.00004"), "100,00004%"),
        (Decimal("99.94"), "99,9%"),
        (Decimal(0), "0%"),
        (Fraction(350000, 3), "116.666,7%"),
    ],
)
def test_a_share_short_of_the_plan_never_shows_as_100(share: Decimal | Fraction, shown: str) -> None:
    assert format_percent(share) == shown


def test_six_decimals() -> None:
    assert six_decimals(Fraction(1, 7)) == "0.142857"
    assert six_decimals(Decimal("0.0000005")) == "0.000001"
    assert six_decimals(None) is None


def test_four_hundred_digits_stay() -> None:
    digits = "1" * 400
    assert format_number(Decimal(digits), "vi", group=False) == digits
    assert format_figure(Decimal(digits)).replace(".", "") == digits
    assert round_half_up(Decimal("9" * 5000), 0) == Decimal("9" * 5000)
