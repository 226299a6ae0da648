"""Two ways to put one target agree, and where their verdicts contradict each other nothing is decided."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation import Outcome, Verdict, evaluate_target
from chitieu.evaluation.groups import of_restatements
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, Target

OUTCOMES: list[Outcome] = ["met", "exceeded", "not_met", "undecided"]
ACHIEVED = {"met", "exceeded"}


def verdict(outcome: Outcome) -> Verdict:
    return Verdict(outcome, (Diagnostic("verdict.missing"),))


@given(st.lists(st.sampled_from(OUTCOMES), min_size=1, max_size=4))
def test_contradiction_decides_nothing_and_agreement_is_kept(outcomes: list[Outcome]) -> None:
    together = of_restatements([verdict(outcome) for outcome in outcomes]).outcome
    decided = [outcome for outcome in outcomes if outcome != "undecided"]
    if len({outcome in ACHIEVED for outcome in decided}) != 1:
        assert together == "undecided"
    else:
        assert together == decided[0]


@given(st.lists(st.sampled_from(OUTCOMES), min_size=1, max_size=4))
def test_the_order_does_not_turn_a_hit_into_a_miss(outcomes: list[Outcome]) -> None:
    found = {of_restatements([verdict(one) for one in order]).outcome for order in permutations(outcomes)}
    assert len({"hit" if outcome in ACHIEVED else outcome for outcome in found}) == 1


@given(
    st.sampled_from(["=", ">", ">=", "<", "<="]),
    st.sampled_from(["increase", "decrease"]),
    st.sampled_from(["higher", "lower"]),
    st.integers(1, 99),
    st.integers(1, 5000),
    st.integers(0, 10_000),
)
def test_a_change_and_the_level_that_it_leads_to(  # noqa: PLR0917
    op: str, measure: str, better: str, percent: int, before: int, now: int
) -> None:
    """ "giảm ít nhất 5%" from 400 and "không quá 380" are one target, for every figure that moved the wanted way."""
    sign = 1 if measure == "increase" else -1
    if (now - before) * sign < 0:
        now = 2 * before - now if now <= 2 * before else before
    turned = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "=": "="}
    level = Fraction(before) * (100 + sign * percent) / 100
    change_of = Target.model_validate(
        {
            "indicator": "Số vụ",
            "measure": measure,
            "better": better,
            "condition": {"kind": "quantity", "op": op, "value": str(percent), "unit": "%"},
        }
    )
    level_of = Target(
        indicator="Số vụ",
        better=better,
        condition=Bound.model_validate({"op": op if sign > 0 else turned[op], "value": level, "unit": "vụ"}),
    )
    actual = Actual(str(now), Interval.at(Decimal(now)), "vụ", baseline=Decimal(before))
    assert evaluate_target(change_of, actual).outcome == evaluate_target(level_of, actual).outcome
