"""A judge put together for the shape of the sets says what the comparison with the sets says, figure by figure."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu import Target, UsageError
from chitieu.evaluation import Verdict, evaluate_target, outcomes_on, verdicts_on
from chitieu.evaluation.normal_form import Sets, completion_of, margin_of, outcome_of
from chitieu.evaluation.on_figure import judge_in, place_in
from chitieu.evaluation.prepared import Prepared, prepare
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, GradeCondition, Range, StatusCondition

from .drawn import FIGURES, level_targets

MEASURES = st.sampled_from(["level", "increase", "decrease"])
SIGNED = st.one_of(FIGURES, FIGURES.map(Decimal.copy_negate), st.just(Decimal(0)))
OPEN = st.booleans()


def edges(form: Prepared) -> list[Decimal]:
    """The ends of both sets and what lies one unit of the last place beside them."""
    assert form.sets is not None
    sides = (form.sets.stated, form.sets.accepted)
    ends = {end for side in sides for end in (side.lower, side.upper) if isinstance(end, Decimal)}
    return [end + step for end in ends for step in (Decimal("-0.0001"), Decimal(0), Decimal("0.0001"))]


def expected(form: Prepared, figure: Decimal) -> tuple[object, ...]:
    assert form.sets is not None
    outcome = outcome_of(form.sets, Interval.at(figure))
    return outcome, margin_of(form.sets, figure, outcome), completion_of(form.first, figure), figure


def told(verdict: Verdict) -> tuple[object, ...]:
    return verdict.outcome, verdict.margin, verdict.completion, verdict.value


@given(level_targets(), MEASURES, st.lists(SIGNED, max_size=4))
def test_of_targets(target: Target, measure: str, figures: list[Decimal]) -> None:
    target = target.model_copy(update={"measure": measure})
    form = prepare(target)
    verdict_on, outcome_on = verdicts_on(target), outcomes_on(target)
    for figure in [*figures, *edges(form)]:
        verdict = verdict_on(figure)
        assert told(verdict) == expected(form, figure)
        assert outcome_on(figure) == verdict.outcome
        assert verdict.codes == tuple(reason.code for reason in verdict.reasons)
        if measure == "level":
            assert verdict == evaluate_target(target, verdict.actual)


ENDS = (
    st.none() | st.integers(-4, 4).map(Decimal) | st.integers(-8, 8).map(lambda halves: Fraction(halves, 3))
)
INTERVALS = st.builds(Interval, ENDS, ENDS, OPEN, OPEN)


@given(INTERVALS, INTERVALS, st.integers(-10, 10))
def test_of_any_two_sets(stated: Interval, accepted: Interval, halves: int) -> None:
    """Also of sets that no target has: the shapes that are written out are told from all others."""
    accepted = stated.union(accepted) or accepted
    sets = Sets(stated, accepted)
    figure = Decimal(halves) / 2
    assert place_in(sets)(figure) == outcome_of(sets, Interval.at(figure))
    form = prepare(Target(indicator="", condition=Bound(op="=", value=Decimal(1), unit="%")))
    other = Prepared(
        **{name: getattr(form, name) for name in form.__slots__} | {"sets": sets, "on_figure": None}
    )
    verdict = judge_in(other)(figure)
    assert told(verdict) == expected(other, figure)


@pytest.mark.parametrize(
    "target",
    [
        Target(indicator="Xếp loại", condition=GradeCondition(op=">=", grade="Khá")),
        Target(indicator="Đua xe", condition=StatusCondition(expected=False)),
        Target(indicator="Số kỳ họp", condition=Bound(op=">=", value=Decimal(1)), each="chi bộ"),
        Target(indicator="Tỷ lệ", condition=Bound(op=">=", value=Decimal(1), unit="%"), needs_review=True),
    ],
)
def test_what_no_figure_decides_is_refused(target: Target) -> None:
    for make in (verdicts_on, outcomes_on):
        with pytest.raises(UsageError) as error:
            make(target)
        assert error.value.diagnostics[0].code == "api.not_by_figure"
        assert f"“{target.indicator}”" in error.value.diagnostics[0].text("vi")


def test_a_bare_figure_is_an_actual_of_the_target() -> None:
    level = Target(indicator="Tỷ lệ", condition=Range(low=Decimal(5), high=Decimal(8), unit="%"))
    assert verdicts_on(level)(Decimal("6.5")).actual == Actual("6.5", Interval.at(Decimal("6.5")), "%")
    fall = level.model_copy(update={"measure": "decrease", "better": "lower"})
    assert verdicts_on(fall)(Decimal(6)).actual == Actual(
        "6", Interval.at(Decimal(6)), "%", change="decrease"
    )
    assert verdicts_on(fall)(Decimal(-2)).actual == Actual(
        "-2", Interval.at(Decimal(2)), "%", change="increase"
    )
    rise = level.model_copy(update={"measure": "increase"})
    assert verdicts_on(rise)(Decimal(0)).actual == Actual(
        "0", Interval.at(Decimal(0)), "%", change="increase"
    )
    assert verdicts_on(rise)(Decimal("0.5")).actual == Actual(
        "0.5", Interval.at(Decimal("0.5")), "%", change="increase"
    )
    assert verdicts_on(rise)(Decimal(-2)).actual == Actual(
        "-2", Interval.at(Decimal(2)), "%", change="decrease"
    )


def test_a_verdict_travels_and_does_not_change() -> None:
    target = Target(indicator="Tỷ lệ", condition=Bound(op=">=", value=Decimal(95), unit="%"))
    verdict = verdicts_on(target)(Decimal("94.96"))
    again = pickle.loads(pickle.dumps(verdict))
    assert again == verdict
    assert hash(again) == hash(verdict)
    assert [reason.text("en") for reason in again.reasons] == [
        reason.text("en") for reason in verdict.reasons
    ]
    with pytest.raises(AttributeError):
        verdict.outcome = "met"  # type: ignore[misc]
