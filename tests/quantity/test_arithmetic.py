"""Exact arithmetic over Decimals and Fractions mixed is that of Fractions; a root is shown rounded."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from operator import add as plus
from operator import mul, sub, truediv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.quantity.arithmetic import (
    Exact,
    add,
    divide,
    half_last_place,
    magnitude,
    multiply,
    negate,
    plain,
    root,
    subtract,
    tidy,
)

DECIMALS = st.decimals(-(10**40), 10**40, places=30, allow_nan=False, allow_infinity=False)
NUMBERS: st.SearchStrategy[Exact] = st.one_of(
    DECIMALS, st.integers(-50, 50).map(Decimal), st.fractions(-1000, 1000, max_denominator=60)
)


@pytest.mark.parametrize(
    ("ours", "theirs"), [(add, plus), (subtract, sub), (multiply, mul), (divide, truediv)]
)
@given(one=NUMBERS, other=NUMBERS)
def test_as_fractions(
    ours: Callable[[Exact, Exact], Exact],
    theirs: Callable[[Fraction, Fraction], Fraction],
    one: Exact,
    other: Exact,
) -> None:
    if ours is divide and other == 0:
        return
    found = ours(one, other)
    assert Fraction(found) == theirs(Fraction(one), Fraction(other))
    if isinstance(one, Decimal) and isinstance(other, Decimal) and ours is not divide:
        assert isinstance(found, Decimal)


@given(NUMBERS)
def test_signs(number: Exact) -> None:
    assert Fraction(negate(number)) == -Fraction(number)
    assert Fraction(magnitude(number)) == abs(Fraction(number))
    assert type(negate(number)) is type(magnitude(number)) is type(number)


def test_signs_of_long_figures_round_nothing() -> None:
    long = Decimal("9" * 60 + ".1")
    assert (negate(long), magnitude(negate(long))) == (Decimal("-" + "9" * 60 + ".1"), long)


@given(NUMBERS)
def test_plain_is_a_decimal_where_there_is_one(number: Exact) -> None:
    found = plain(Fraction(number))
    assert Fraction(found) == Fraction(number)
    rest = Fraction(number).denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    assert isinstance(found, Decimal) == (rest == 1)


@given(DECIMALS, st.integers(0, 6))
def test_tidy_leaves_no_zeros_behind_the_last_decimal(number: Decimal, zeros: int) -> None:
    found = tidy(number)
    assert isinstance(found, Decimal)
    assert found == number
    exponent = found.as_tuple().exponent
    assert exponent == 0 or (isinstance(exponent, int) and exponent < 0 and found.as_tuple().digits[-1] != 0)
    assert tidy(Fraction(1, 3)) == Fraction(1, 3)
    assert str(tidy(Decimal(7).scaleb(zeros))) == "7" + "0" * zeros


@given(st.integers(0, 10**6), st.integers(-8, 8))
def test_half_a_last_place(digits: int, exponent: int) -> None:
    last = Fraction(10) ** min(exponent, 0)
    assert Fraction(half_last_place(Decimal(digits).scaleb(exponent))) * 2 == last


@given(st.fractions(0, 10**6, max_denominator=1000), st.integers(1, 12), st.integers(0, 9))
def test_a_root_is_rounded_half_up(number: Fraction, degree: int, places: int) -> None:
    shown = root(number, degree, places)
    assert shown.as_tuple().exponent == -places
    # by one digit more, cut off: what lies below the half there is rounded down
    half = Fraction(1, 2 * 10**places)
    low, high = Fraction(shown) - half, Fraction(shown) + half
    assert low < 0 or low**degree <= number
    assert number < high**degree


def test_a_root_shows_six_places() -> None:
    assert root(Decimal(2), 2) == Decimal("1.414214")
    assert root(Decimal(0), 3) == 0
    assert root(Decimal(1), 5) == 1


def test_a_root_is_exact_to_its_last_place() -> None:
    assert root(Decimal("0.25"), 2, 0) == 1
    assert root(Decimal("0.24"), 2, 0) == 0
    assert root(Decimal("0.16"), 2, 0) == 0
    assert str(root(Decimal(10**80 + 2 * 10**40), 2, 3)) == f"1{'0' * 39}1.000"


def test_what_no_binary_float_can_hold_stays_exact() -> None:
    assert plain(Fraction(1, 2**3 * 5**40)) == Decimal(2**37).scaleb(-40)
    assert plain(Fraction(1, 2 * (10**40 + 3))) == Fraction(1, 2 * (10**40 + 3))
    assert str(root(Decimal(2), 2, 40)) == "1.4142135623730950488016887242096980785697"
