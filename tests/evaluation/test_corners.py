"""Corners beside the tables: ranges that fall, parts per mille, what stands without a unit, what a reason names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from chitieu.evaluation import evaluate_target
from chitieu.evaluation.groups import of_restatements
from chitieu.evaluation.normal_form import bound_sets, margin_of
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Target

from .saying import codes
from .test_change import (
    COST_MOST,
    COUNT,
    FEWER_HO,
    FEWER_VU,
    LESS_POOR,
    MORE,
    PER_HEAD,
    SHARE,
    YEARLY,
    change,
    down,
    level,
    up,
)
from .test_groups import BELOW_ONE, DOUBTFUL, EACH, NAMES, figure
from .test_level import actual, target

D = Decimal
FIVE = (date(2021, 1, 1), date(2025, 12, 31))


def between(one: Actual, high: str) -> Actual:
    assert one.interval is not None
    return replace(one, interval=Interval(one.interval.lower, D(high)))


#: A larger level is a smaller fall: all of a range lies in the set only if its ends change sides.
RANGES: list[tuple[Target, Actual]] = [
    (FEWER_VU, between(level("100", "vụ", baseline=D(110)), "104")),
    (FEWER_VU, between(down("5"), "6")),
    (COST_MOST, between(down("3"), "4")),
    (
        change("decrease", ">=", "0.1", "%", SHARE, "lower"),
        between(level("0.3", "%", baseline=D("0.5")), "0.4"),
    ),
    (
        change("decrease", ">=", "2", "hộ", "Hộ nghèo", "lower"),
        between(level("28", "hộ", baseline=D(31)), "29"),
    ),
    (
        change("increase", ">=", "3", "bậc", "Thứ hạng CCHC", "higher"),
        between(level("11", "hạng", baseline=D(15)), "12"),
    ),
    (
        change("decrease", ">=", "4", "%", "Chi", "lower", basis="plan"),
        between(level("95", "tỷ đồng", plan=D(100)), "96"),
    ),
    (
        change("decrease", ">=", "5", "tỷ đồng", "Chi", "lower", basis="plan"),
        between(level("94", "tỷ đồng", plan=D(100)), "95"),
    ),
    (
        change("decrease", ">=", "0.3", "%", SHARE, "lower", basis="plan"),
        between(level("2.4", "%", plan=D("2.8")), "2.5"),
    ),
    (
        change("decrease", ">=", "5", "tỷ đồng", "Chi", "lower", basis="plan"),
        between(level("94", "%", share_of_plan=True, plan=D(100)), "95"),
    ),
    (target(">=", "0.8", "lần", basis="year:2020"), between(actual("10", "%", change="decrease"), "20")),
    (
        target("<=", "100", "vụ", "Số vụ"),
        between(actual("10", "vụ", change="decrease", baseline=D(110)), "11"),
    ),
]


@pytest.mark.parametrize(("wanted", "given"), RANGES)
def test_a_range_is_met_if_all_of_it_is(wanted: Target, given: Actual) -> None:
    assert codes(evaluate_target(wanted, given))[0] == "all_met"


CASES: list[tuple[Target, Actual, str, str]] = [
    (FEWER_VU, down("49", "‰"), "not_met", "not_met"),
    (FEWER_VU, level("49", "‰"), "not_met", "taken_as_amount"),
    (FEWER_VU, level("49", "‰", baseline=D(110), baseline_unit="vụ"), "not_met", "taken_as_amount"),
    (FEWER_HO, down("50", "‰", baseline=D(30), baseline_unit="hộ"), "not_met", "not_met"),
    (MORE, up("0.1", "tỷ đồng", baseline=D(1)), "met", "met"),
    (
        change("increase", ">=", "10", "%", "Tốc độ tăng trưởng kinh tế", "higher"),
        level("110", "tỷ đồng", baseline=D(100)),
        "met",
        "increase_computed",
    ),
    (
        change("decrease", "range", "-1 0", "%", COUNT, "lower"),
        level("6", "%"),
        "undecided",
        "needs_baseline",
    ),
    (
        change("increase", ">=", "3", "triệu đồng/người/năm", PER_HEAD, "higher"),
        up("10", "%", baseline=D(58), baseline_unit="triệu đồng"),
        "met",
        "met",
    ),
    (
        change("increase", "=", "5", "tỷ đồng", "Thu", "higher", basis="plan"),
        level("105000", "triệu đồng", plan=D(100_000)),  # the plan in the unit beside it
        "met",
        "plan_difference",
    ),
    (FEWER_VU, level("0", "%"), "not_met", "taken_as_amount"),
    (change("decrease", "range", "0.5 1", "%", COUNT, "lower"), level("0.7", "%"), "met", "taken_as_amount"),
    (
        change("decrease", ">=", "0", "hộ", "Số hộ nghèo", "lower"),
        down("10", "%", baseline=D(30), baseline_unit="hộ"),
        "met",
        "met",
    ),
    (target(">=", "95", "%"), actual("8", "ha", population=D(412)), "undecided", "units_differ"),
    (target(">=", "100", "tỷ đồng", basis="plan"), actual("102", "tỷ đồng"), "met", "met"),
    (target(">=", "100", "", basis="plan"), actual("79", "xe", plan=D(79)), "met", "plan_computed"),
]


@pytest.mark.parametrize(("wanted", "given", "outcome", "code"), CASES)
def test_case(wanted: Target, given: Actual, outcome: str, code: str) -> None:
    verdict = evaluate_target(wanted, given)
    assert (verdict.outcome, code in codes(verdict)) == (outcome, True), codes(verdict)


def test_a_yearly_rate_of_what_fell_below_zero_is_none() -> None:
    verdict = evaluate_target(YEARLY, level("-5", "tỷ đồng", baseline=D(100)), period=FIVE)
    assert codes(verdict)[0] == "negative_baseline"


def test_all_that_there_was_may_be_gone() -> None:
    verdict = evaluate_target(YEARLY, level("0", "tỷ đồng", baseline=D(100)), period=FIVE)
    assert (verdict.outcome, verdict.value) == ("not_met", D(-100))


def test_restatements_that_contradict_have_no_margin() -> None:
    one, other = (evaluate_target(BELOW_ONE, figure(number)) for number in ("0.5", "2"))
    both = of_restatements([one, other])
    assert (both.outcome, both.margin, both.completion) == ("undecided", None, None)


def test_a_yearly_rate_of_bare_numbers_names_no_unit() -> None:
    verdict = evaluate_target(YEARLY, level("147", None, baseline=D(100)), period=FIVE)
    assert "compound_computed" in codes(verdict)
    assert any("Từ 100 đến 147 qua 5 năm" in reason.message for reason in verdict.reasons)


@pytest.mark.parametrize(
    ("wanted", "given", "named"),
    [
        (FEWER_HO, level("28", "vụ", baseline=D(31)), "vụ"),
        (FEWER_HO, level("28", "hộ", baseline=D(31), baseline_unit="vụ"), "vụ"),
        (target("=", "100", "%"), actual("79", of=D(77)), "77"),
        (target(">=", "700", "‰"), actual("3", "trạm", of=D(4)), "3 trên tổng số 4 là 750‰."),
    ],
)
def test_what_a_reason_names(wanted: Target, given: Actual, named: str) -> None:
    assert any(named in reason.message for reason in evaluate_target(wanted, given).reasons)


def test_a_unit_that_is_told_is_not_assumed() -> None:
    assert "unit_assumed" not in codes(evaluate_target(LESS_POOR, level("0.4", "%", baseline=D("0.5"))))


def test_readings_that_differ_are_told_in_their_order() -> None:
    verdict = evaluate_target(DOUBTFUL, figure("2", baseline=D("2.5")))
    assert codes(verdict)[1:] == ["not_met", "met"]
    first = evaluate_target(BELOW_ONE, figure("2", baseline=D("2.5")))
    assert verdict.reasons[1].message == first.reasons[0].message


def test_what_was_given_is_kept() -> None:
    unreadable = Actual("xanh lè")
    assert codes(evaluate_target(EACH, [unreadable], entities=NAMES))[0] == "unreadable"
    bare = figure("2", "đảng viên")
    assert evaluate_target(EACH, [bare], entities=NAMES).actual == bare
    assert evaluate_target(EACH, [], entities=NAMES).actual == Actual()


def test_a_margin_of_nothing_has_no_sign() -> None:
    assert str(margin_of(bound_sets(">", D(95), "higher"), D(95), "not_met")) == "0"


def test_a_fraction_rounds_to_itself_alone() -> None:
    assert bound_sets("=", Fraction(2, 3), "exact").stated.point == Fraction(2, 3)
