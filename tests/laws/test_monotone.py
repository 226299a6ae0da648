"""Towards its good side an outcome never gets worse, for every target without an upper and a lower end."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from chitieu.evaluation import evaluate_target
from chitieu.evaluation.normal_form import quantity_sets
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, Range, Target

from .drawn import PLACE, level_targets, outcome

FIGURES = st.decimals(-10, 50_000, places=4)


def good_side(target: Target) -> int:
    """1 where larger is better, −1 where smaller is; a bound's own comparison decides. 0 with two ends."""
    condition = target.condition
    assert isinstance(condition, Bound | Range)
    accepted = quantity_sets(condition, target.better).accepted
    if accepted.lower is not None and accepted.upper is not None:
        return 0
    return 1 if accepted.upper is None else -1


@given(level_targets(), FIGURES, FIGURES)
def test_a_level(target: Target, one: Decimal, other: Decimal) -> None:
    side = good_side(target)
    assume(side)
    worse, better = sorted((one, other), reverse=side < 0)
    assert PLACE[outcome(target, worse)] <= PLACE[outcome(target, better)]


@given(
    st.sampled_from(["=", ">", ">=", "<", "<="]),
    st.sampled_from(["higher", "lower"]),
    st.sampled_from(["increase", "decrease"]),
    st.integers(0, 500),
    st.integers(0, 500),
)
def test_a_change_as_the_level_moves(op: str, better: str, measure: str, one: int, other: int) -> None:
    target = Target.model_validate(
        {
            "indicator": "Số vụ",
            "measure": measure,
            "better": better,
            "condition": {"kind": "quantity", "op": op, "value": "5", "unit": "%"},
        }
    )
    larger_amount = measure == ("increase" if better == "higher" else "decrease")
    if op != "=":
        larger_amount = op in (">", ">=")
    larger_level = larger_amount == (measure == "increase")
    # a rise where a smaller fall is better is no smaller fall: such a target has two ends
    assume(larger_amount or op != "=")
    worse, best = sorted((one, other), reverse=not larger_level)

    def judged(figure: int) -> int:
        actual = Actual(str(figure), Interval.at(Decimal(figure)), "vụ", baseline=Decimal(100))
        return PLACE[evaluate_target(target, actual).outcome]

    assert judged(worse) <= judged(best)
