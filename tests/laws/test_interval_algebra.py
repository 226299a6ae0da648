"""The interval kernel agrees with ``portion`` over its whole algebra."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import portion
from hypothesis import example, given
from hypothesis import strategies as st

from chitieu.quantity.arithmetic import multiply
from chitieu.quantity.interval import Interval

NUMBERS = st.one_of(
    st.integers(-6, 6).map(Decimal),
    st.integers(-18, 18).map(lambda thirds: Fraction(thirds, 3)),
    st.decimals(-6, 6, places=2),
)
INTERVALS = st.builds(Interval, st.none() | NUMBERS, st.none() | NUMBERS, st.booleans(), st.booleans())


def other(interval: Interval) -> Any:
    """The same interval there."""
    lower = -portion.inf if interval.lower is None else Fraction(interval.lower)
    upper = portion.inf if interval.upper is None else Fraction(interval.upper)
    left = portion.CLOSED if interval.lower_closed and interval.lower is not None else portion.OPEN
    right = portion.CLOSED if interval.upper_closed and interval.upper is not None else portion.OPEN
    return portion.Interval.from_atomic(left, lower, upper, right)


@given(INTERVALS, NUMBERS)
def test_contains(one: Interval, figure: Decimal | Fraction) -> None:
    assert one.contains(figure) == (Fraction(figure) in other(one))


@given(INTERVALS)
def test_empty_and_point(one: Interval) -> None:
    there = other(one)
    assert one.is_empty == there.empty
    is_point = not there.empty and there.lower == there.upper
    assert (one.point is not None) == is_point


@given(INTERVALS, INTERVALS)
def test_intersection(one: Interval, two: Interval) -> None:
    assert other(one.intersection(two)) == other(one) & other(two)


TWO, THREE = Decimal(2), Decimal(3)


@example(Interval(None, TWO, upper_closed=False), Interval(TWO, THREE))
@example(Interval(None, TWO), Interval(TWO, THREE, lower_closed=False))
@example(Interval(None, TWO, upper_closed=False), Interval(TWO, THREE, lower_closed=False))
@given(INTERVALS, INTERVALS)
def test_union(one: Interval, two: Interval) -> None:
    together = other(one) | other(two)
    union = one.union(two)
    if union is None:
        assert not together.atomic
    else:
        assert other(union) == together


@given(INTERVALS)
def test_complement(one: Interval) -> None:
    pieces = portion.empty()
    for piece in one.complement():
        pieces |= other(piece)
    assert pieces == ~other(one)


@given(INTERVALS, INTERVALS)
def test_subset_and_disjoint(one: Interval, two: Interval) -> None:
    assert one.is_subset(two) == (other(one) in other(two))
    assert one.is_disjoint(two) == (other(one) & other(two)).empty


@given(INTERVALS, INTERVALS)
def test_difference(one: Interval, two: Interval) -> None:
    """What is accepted and not stated, as the table makes it."""
    pieces = portion.empty()
    for piece in two.complement():
        pieces |= other(one.intersection(piece))
    assert pieces == other(one) - other(two)


@given(INTERVALS, NUMBERS)
def test_nearest_end(one: Interval, figure: Decimal | Fraction) -> None:
    there = other(one)
    if one.is_empty:
        return
    ends = [end for end in (there.lower, there.upper) if end not in (portion.inf, -portion.inf)]
    far = one.distance(figure)
    assert far == min((abs(Fraction(figure) - end) for end in ends), default=None)


@given(INTERVALS, st.integers(1, 5), st.booleans())
def test_images(one: Interval, factor: int, falling: bool) -> None:
    there = other(one)
    if falling:
        image = one.map_falling(lambda end: multiply(end, Decimal(-factor)))
    else:
        image = one.map(lambda end: multiply(end, Decimal(factor)))
    sign = -factor if falling else factor
    assert other(image) == there.apply(lambda piece: _times(piece, sign))


def _times(piece: Any, factor: int) -> Any:
    ends = [end if end in (portion.inf, -portion.inf) else end * factor for end in (piece.lower, piece.upper)]
    if factor > 0:
        return portion.Interval.from_atomic(piece.left, *ends, piece.right)
    turned = [
        -portion.inf if end == portion.inf else portion.inf if end == -portion.inf else end for end in ends
    ]
    return portion.Interval.from_atomic(piece.right, turned[1], turned[0], piece.left)
