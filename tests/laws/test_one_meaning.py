"""A scalar verdict, the interval algebra, and brute force over a grid of Decimals are one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chitieu.evaluation import evaluate_target
from chitieu.evaluation.normal_form import outcome_of, quantity_sets
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Better, Bound, Range, Target

from ..oracle.second import outcome_at
from .drawn import OPS, SIDES, outcome, wanted

#: Ends are whole; the grid has quarters, so that every open end has a member next to it.
WHOLE = st.integers(0, 8)
GRID = [Decimal(quarter) / 4 for quarter in range(-8, 49)]


@st.composite
def small_targets(draw: st.DrawFn) -> Target:
    better: Better = draw(st.sampled_from(SIDES))
    condition: Bound | Range
    if draw(st.booleans()):
        low = draw(WHOLE)
        condition = Range(
            low=Decimal(low),
            high=Decimal(low + draw(st.integers(1, 4))),
            unit="vụ",
            low_open=draw(st.booleans()),
            high_open=draw(st.booleans()),
        )
    else:
        op = draw(st.sampled_from(OPS))
        condition = Bound.model_validate({"op": op, "value": Decimal(draw(WHOLE)), "unit": "vụ"})
    return Target(indicator="Số vụ", condition=condition, better=better)


@given(small_targets())
def test_of_one_figure(target: Target) -> None:
    assert isinstance(target.condition, Bound | Range)
    sets = quantity_sets(target.condition, target.better)
    table = wanted(target)
    for figure in GRID:
        by_algebra = outcome_of(sets, Interval.at(figure))
        assert outcome(target, figure) == by_algebra == outcome_at(table, Fraction(figure))


@given(small_targets(), st.none() | WHOLE, st.none() | st.integers(0, 4), st.booleans(), st.booleans())
def test_of_a_range(
    target: Target, low: int | None, length: int | None, low_closed: bool, high_closed: bool
) -> None:
    lower = None if low is None else Decimal(low)
    upper = None if length is None else Decimal((low or 0) + length)
    interval = Interval(lower, upper, low_closed, high_closed)
    members = [figure for figure in GRID if interval.contains(figure)]
    found = evaluate_target(target, Actual("…", interval, "vụ")).outcome
    outcomes = {outcome(target, figure) for figure in members}
    assert found == (outcomes.pop() if len(outcomes) == 1 else "undecided")
