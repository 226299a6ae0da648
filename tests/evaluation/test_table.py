"""The table of the stated and the accepted set: each row, each better side, a last place apart."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.evaluation import Outcome, evaluate_target
from chitieu.evaluation.judge import judge_all
from chitieu.evaluation.normal_form import Sets, bound_sets, change_sets, margin_of, outcome_of, quantity_sets
from chitieu.evaluation.on_figure import place_in
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Better, Bound, Range, Target

from .cases import Case, figure, judge, wanted

#: op, better → outcome just under, at and just over the figure 95.
BOUNDS: list[tuple[str, Better, str]] = [
    ("=", "higher", "not_met met exceeded"),
    ("=", "lower", "exceeded met not_met"),
    (">", "higher", "not_met not_met met"),
    (">", "lower", "not_met not_met met"),
    (">", "exact", "not_met not_met met"),
    (">=", "higher", "not_met met met"),
    (">=", "lower", "not_met met met"),
    (">=", "exact", "not_met met met"),
    ("<", "higher", "met not_met not_met"),
    ("<", "lower", "met not_met not_met"),
    ("<", "exact", "met not_met not_met"),
    ("<=", "higher", "met met not_met"),
    ("<=", "lower", "met met not_met"),
    ("<=", "exact", "met met not_met"),
]
#: better → outcome just under, at and just over the lower end 5, and the same of the upper end 8.
RANGES: list[tuple[Better, str]] = [
    ("higher", "not_met met met met met exceeded"),
    ("lower", "exceeded met met met met not_met"),
    ("exact", "not_met met met met met not_met"),
]
LAST_PLACES = [Decimal(1), Decimal("0.1"), Decimal("0.000000001")]


def outcome(target: Target, figure: Decimal) -> Outcome:
    return evaluate_target(target, Actual(str(figure), Interval.at(figure), target.unit)).outcome


@pytest.mark.parametrize(("op", "better", "outcomes"), BOUNDS)
@pytest.mark.parametrize("place", LAST_PLACES)
def test_bound(op: str, better: Better, outcomes: str, place: Decimal) -> None:
    target, value = wanted(op, "95", "đảng viên", better=better), Decimal(95)
    figures = (value - place, value, value + place)
    assert [outcome(target, figure) for figure in figures] == outcomes.split()
    at = place_in(quantity_sets(target.condition, better))  # type: ignore[arg-type]
    assert [at(figure) for figure in figures] == outcomes.split()


@pytest.mark.parametrize(("better", "outcomes"), RANGES)
@pytest.mark.parametrize("place", LAST_PLACES)
def test_range(better: Better, outcomes: str, place: Decimal) -> None:
    target = wanted("range", "5 8", "đảng viên", better=better)
    low, high = Decimal(5), Decimal(8)
    figures = (low - place, low, low + place, high - place, high, high + place)
    assert [outcome(target, figure) for figure in figures] == outcomes.split()
    at = place_in(quantity_sets(target.condition, better))  # type: ignore[arg-type]
    assert [at(figure) for figure in figures] == outcomes.split()


DV = "đảng viên"
FIVE_TO_EIGHT = wanted("range", "5 8", DV)


def exactly(value: str) -> Target:
    return wanted("=", value, better="exact")


CASES: list[Case] = [
    # what is wanted exactly rounds once, at its own decimals
    Case(exactly("1.01"), figure("1.004", "%"), "not_met"),
    Case(exactly("1.01"), figure("1.005", "%"), "met"),  # rounds half up to 1,01
    Case(exactly("1.01"), figure("1.0149999", "%"), "met"),
    Case(exactly("1.01"), figure("1.015", "%"), "not_met"),  # rounds to 1,02
    Case(exactly("5.0"), figure("5.04", "%"), "met"),
    Case(exactly("5.0"), figure("5.05", "%"), "not_met"),
    Case(exactly("5.0"), figure("4.95", "%"), "met"),
    Case(exactly("5.0"), figure("4.94", "%"), "not_met"),
    Case(exactly("5"), figure("5.4", "%"), "met"),
    Case(exactly("5"), figure("5.5", "%"), "not_met"),
    Case(exactly("5"), figure("4.5", "%"), "met"),
    # figures of the national table
    Case(wanted("<", "4", better="lower"), figure("3.1", "%"), "met"),
    Case(wanted("=", "88.1"), figure("89.3", "%"), "exceeded"),
    Case(wanted("=", "65"), figure("64.5", "%"), "not_met"),
    Case(wanted(">=", "95"), figure("94.96", "%"), "not_met"),
    Case(wanted("range", "6.6 6.8"), figure("7.02", "%"), "exceeded"),
    # margin and completion
    Case(wanted(">", "80", DV), figure("100", DV), value="100", margin="20", completion="125"),
    Case(wanted(">", "80", DV), figure("80", DV), value="80", margin="0", completion="100"),
    Case(wanted(">=", "80", DV), figure("60", DV), value="60", margin="-20", completion="75"),
    Case(wanted("<=", "80", DV, better="lower"), figure("60", DV), value="60", margin="20", completion="75"),
    Case(
        wanted("<=", "80", DV, better="lower"), figure("100", DV), value="100", margin="-20", completion="125"
    ),
    Case(wanted("=", "80", DV), figure("100", DV), value="100", margin="20", completion="125"),
    Case(wanted("=", "80", DV, better="lower"), figure("60", DV), value="60", margin="20", completion="75"),
    Case(
        wanted("=", "80", DV, better="lower"), figure("100", DV), value="100", margin="-20", completion="125"
    ),
    Case(FIVE_TO_EIGHT, figure("6", DV), margin="1", completion="120"),
    Case(FIVE_TO_EIGHT, figure("4", DV), margin="-1", completion="80"),
    Case(FIVE_TO_EIGHT, figure("10", DV), margin="2", completion="200"),
    Case(FIVE_TO_EIGHT, figure("8", DV), margin="0", completion="160"),
    Case(wanted("<=", "0", DV, better="lower"), figure("0", DV), "met", completion=None),
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    judge(case)


def test_no_change_wanted_exactly_is_not_met_by_a_change_the_other_way() -> None:
    condition = Bound.model_validate({"op": "=", "value": "0", "unit": "hộ"})
    sets = change_sets(condition, "decrease", "exact")
    assert [sets.stated.contains(Decimal(n)) for n in ("-0.3", "0", "0.3", "0.5")] == [
        False,
        True,
        True,
        False,
    ]


def test_nothing_at_all_is_undecided() -> None:
    sets = quantity_sets(Bound.model_validate({"op": "=", "value": "5"}), "higher")
    assert outcome_of(sets, Interval(Decimal(8), Decimal(5))) == "undecided"


def test_a_margin_of_nothing_has_no_sign() -> None:
    assert str(margin_of(bound_sets(">", Decimal(95), "higher"), Decimal(95), "not_met")) == "0"


def test_a_fraction_rounds_to_itself_alone() -> None:
    assert bound_sets("=", Fraction(2, 3), "exact").stated.point == Fraction(2, 3)


# ---- laws ----------------------------------------------------------------------------------------------

FIGURES = st.decimals(0, 1000, places=2)
SIDES: st.SearchStrategy[Better] = st.sampled_from(["higher", "lower", "exact"])
BOUND = st.builds(
    lambda op, value: Bound.model_validate({"op": op, "value": value, "unit": "hộ"}),
    st.sampled_from(["=", ">", ">=", "<", "<="]),
    FIGURES,
)
RANGE = st.builds(
    lambda low, high: Range.model_validate({"low": min(low, high), "high": max(low, high), "unit": "hộ"}),
    FIGURES,
    FIGURES,
)
CONDITIONS = st.one_of(BOUND, RANGE)


def decimals(interval: Interval) -> list[Decimal]:
    """The finite ends."""
    return [end for end in (interval.lower, interval.upper) if isinstance(end, Decimal)]


def all_sets(condition: Bound | Range, better: Better) -> list[Sets]:
    return [
        quantity_sets(condition, better),
        change_sets(condition, "increase", better),
        change_sets(condition, "decrease", better),
    ]


@given(CONDITIONS, SIDES)
def test_stated_lies_in_accepted(condition: Bound | Range, better: Better) -> None:
    for sets in all_sets(condition, better):
        assert sets.stated.is_subset(sets.accepted)


@given(CONDITIONS, SIDES, FIGURES, FIGURES)
def test_monotone_towards_the_better_side(
    condition: Bound | Range, better: Better, one: Decimal, other: Decimal
) -> None:
    target = Target(indicator="Hộ", condition=condition, better=better)
    sets = quantity_sets(condition, better)
    if None not in (sets.accepted.lower, sets.accepted.upper):
        return  # a target with an upper and a lower end is not monotone
    upwards = sets.accepted.upper is None
    worse, nearer = (min(one, other), max(one, other)) if upwards else (max(one, other), min(one, other))
    order: dict[Outcome, int] = {"not_met": 0, "met": 1, "exceeded": 2}
    assert order[outcome(target, worse)] <= order[outcome(target, nearer)]


@given(CONDITIONS, SIDES)
def test_changes_only_at_the_ends(condition: Bound | Range, better: Better) -> None:
    target = Target(indicator="Hộ", condition=condition, better=better)
    sets = quantity_sets(condition, better)
    ends = sorted({end for one in (sets.stated, sets.accepted) for end in decimals(one)})
    place = Decimal("1E-9")
    edges = [Decimal(-5000), *ends, Decimal(5000)]
    for below, above in pairwise(edges):
        low, high = below + place, above - place
        if low <= high:
            assert outcome(target, low) == outcome(target, (low + high) / 2) == outcome(target, high)


@given(CONDITIONS, SIDES, st.decimals(0, 1000, places=3))
def test_unit_makes_no_difference(condition: Bound | Range, better: Better, figure: Decimal) -> None:
    money = condition.model_copy(update={"unit": "tỷ đồng"})
    target = Target(indicator="Thu", condition=money, better=better)
    there = evaluate_target(target, Actual("", Interval.at(figure), "tỷ đồng"))
    for unit, factor in (("triệu đồng", 1000), ("đồng", 10**9), ("nghìn tỷ đồng", Decimal("0.001"))):
        here = evaluate_target(target, Actual("x", Interval.at(figure * factor), unit))
        assert (here.outcome, here.margin, here.completion) == (there.outcome, there.margin, there.completion)


@given(CONDITIONS, SIDES, FIGURES, FIGURES)
def test_range_actual_is_decided_only_if_all_of_it_agrees(
    condition: Bound | Range, better: Better, one: Decimal, other: Decimal
) -> None:
    target = Target(indicator="Hộ", condition=condition, better=better)
    low, high = min(one, other), max(one, other)
    found = evaluate_target(target, Actual("61-62", Interval(low, high), "hộ")).outcome
    inside = [end for end in (low, high) if low <= end <= high]
    sets = quantity_sets(condition, better)
    for edges in (sets.stated, sets.accepted):
        for end in decimals(edges):
            near = (end - Decimal("1E-9"), end, end + Decimal("1E-9"))
            inside += [figure for figure in near if low <= figure <= high]
    outcomes = {outcome(target, figure) for figure in inside}
    assert found == (outcomes.pop() if len(outcomes) == 1 else "undecided")


@given(CONDITIONS, SIDES, FIGURES)
def test_short_way_and_long_way_agree(condition: Bound | Range, better: Better, figure: Decimal) -> None:
    target = Target(indicator="Hộ", condition=condition, better=better)
    actual = Actual(str(figure), Interval.at(figure), "hộ")
    assert evaluate_target(target, actual) == judge_all(target, actual)[0]
