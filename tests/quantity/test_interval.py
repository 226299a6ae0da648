"""The interval kernel against brute force over a grid of Decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.quantity.arithmetic import add, divide, half_last_place, multiply, plain, root, subtract
from chitieu.quantity.interval import Interval

ENDS = st.one_of(st.none(), st.integers(0, 4).map(Decimal), st.integers(0, 12).map(lambda n: Fraction(n, 3)))
INTERVALS = st.builds(Interval, ENDS, ENDS, st.booleans(), st.booleans())
#: Every end is a multiple of 1/3 in 0 … 4; sixths between and around them tell all intervals apart.
GRID = [Fraction(n, 6) for n in range(-6, 31)]


def members(interval: Interval) -> set[Fraction]:
    return {number for number in GRID if interval.contains(number)}


@given(INTERVALS)
def test_empty_holds_nothing(one: Interval) -> None:
    assert one.is_empty == (not members(one))


@given(INTERVALS, INTERVALS)
def test_intersection(one: Interval, other: Interval) -> None:
    assert members(one.intersection(other)) == members(one) & members(other)


@given(INTERVALS, INTERVALS)
def test_union(one: Interval, other: Interval) -> None:
    together = members(one) | members(other)
    union = one.union(other)
    if union is not None:
        assert members(union) == together
    else:
        inside = [number in together for number in GRID]
        assert sum(here != there for here, there in pairwise(inside)) > 2 or not all(
            inside[min(i for i, x in enumerate(inside) if x) : max(i for i, x in enumerate(inside) if x)]
        )


def part(low: int | None, high: int, closed: str) -> Interval:
    """An interval by its ends and the brackets of a book: "[)" holds its lower end alone."""
    return Interval(None if low is None else Decimal(low), Decimal(high), closed[0] == "[", closed[1] == "]")


@pytest.mark.parametrize(
    ("one", "other", "union"),
    [
        (part(0, 2, "[]"), part(1, 3, "[)"), part(0, 3, "[)")),
        (part(0, 1, "()"), part(1, 2, "[]"), part(0, 2, "(]")),
        (part(0, 3, "[]"), part(1, 2, "()"), part(0, 3, "[]")),
        (part(0, 1, "[)"), part(0, 1, "(]"), part(0, 1, "[]")),
        (part(None, 1, "(]"), part(1, 2, "()"), part(None, 2, "()")),
        (part(0, 1, "()"), part(1, 2, "()"), None),
        (part(0, 1, "[]"), part(2, 3, "[]"), None),
    ],
)
def test_union_by_hand(one: Interval, other: Interval, union: Interval | None) -> None:
    assert one.union(other) == other.union(one) == union


@given(INTERVALS)
def test_complement(one: Interval) -> None:
    outside: set[Fraction] = set()
    for piece in one.complement():
        assert not members(piece) & members(one)
        outside |= members(piece)
    assert outside == set(GRID) - members(one)


@given(INTERVALS, INTERVALS)
def test_subset_and_disjoint(one: Interval, other: Interval) -> None:
    assert one.is_subset(other) == (members(one) <= members(other))
    assert one.is_disjoint(other) == (not members(one) & members(other))


@given(INTERVALS, st.sampled_from(GRID))
def test_distance(one: Interval, value: Fraction) -> None:
    ends = [Fraction(end) for end in (one.lower, one.upper) if end is not None]
    expected = min((abs(value - end) for end in ends), default=None)
    distance = one.distance(value)
    assert (None if distance is None else Fraction(distance)) == expected


@pytest.mark.parametrize(
    ("interval", "point"),
    [
        (Interval.at(Decimal(3)), Decimal(3)),
        (Interval(Decimal(3), Decimal("3.0")), Decimal(3)),
        (Interval(Decimal(3), Decimal(3), lower_closed=False), None),
        (Interval(Decimal(3), Decimal(4)), None),
        (Interval(None, None), None),
    ],
)
def test_point(interval: Interval, point: Decimal | None) -> None:
    assert interval.point == point


def test_long_figures_stay_exact() -> None:
    long = Decimal("9" * 400)
    assert subtract(long, Decimal("0.1")) == Decimal("9" * 399 + "8.9")
    assert Interval(None, long, upper_closed=False).contains(subtract(long, Decimal("1E-50")))
    assert Interval.at(long).distance(add(long, Decimal("1E-50"))) == Decimal("1E-50")


NUMBERS = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**30), max_value=10**30),
    st.fractions(max_denominator=1000),
)


@given(NUMBERS, NUMBERS)
def test_arithmetic_agrees_with_fractions(one: Decimal | Fraction, other: Decimal | Fraction) -> None:
    a, b = Fraction(one), Fraction(other)
    assert Fraction(add(one, other)) == a + b
    assert Fraction(subtract(one, other)) == a - b
    assert Fraction(multiply(one, other)) == a * b
    if b:
        assert Fraction(divide(one, other)) == a / b


@given(st.fractions(max_denominator=10**6))
def test_plain_keeps_the_value(number: Fraction) -> None:
    assert Fraction(plain(number)) == number


@pytest.mark.parametrize(
    ("number", "half"), [("5", "0.5"), ("5.0", "0.05"), ("1.01", "0.005"), ("1E+3", "0.5")]
)
def test_half_last_place(number: str, half: str) -> None:
    assert half_last_place(Decimal(number)) == Decimal(half)


@given(st.integers(1, 10**9), st.integers(1, 12))
def test_root_is_the_nearest(number: int, degree: int) -> None:
    shown = Fraction(root(Decimal(number), degree, 3))
    half = Fraction(1, 2000)
    assert (shown - half) ** degree <= number < (shown + half) ** degree


@given(INTERVALS, st.sampled_from(GRID))
def test_images(one: Interval, value: Fraction) -> None:
    assert one.map(lambda end: end + 1).contains(value + 1) == one.contains(value)
    assert one.map_falling(lambda end: -end).contains(-value) == one.contains(value)


@given(ENDS, ENDS, st.booleans())
def test_images_keep_their_ends_open(low: Fraction, high: Fraction, closed: bool) -> None:
    falling = Interval(low, high, closed, not closed).map_falling(lambda end: -end)
    assert (falling.lower_closed, falling.upper_closed) == (not closed, closed)


def test_of_two_ends_as_near_the_lower_one() -> None:
    assert Interval(Decimal(5), Decimal(8)).nearest_end(Decimal("6.5")) == 5
