"""Levels: units, shares of a population, multiples of a baseline, shares of a plan, changes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from chitieu.evaluation import evaluate_target
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, Range, Target

from .saying import codes


def target(op: str, value: str, unit: str, indicator: str = "Chỉ tiêu", **more: Any) -> Target:
    condition: Bound | Range
    if op == "range":
        low, high = value.split()
        condition = Range.model_validate({"low": low, "high": high, "unit": unit})
    else:
        condition = Bound.model_validate({"op": op, "value": value, "unit": unit})
    return Target.model_validate({"indicator": indicator, "condition": condition, **more})


def actual(figure: str, unit: str | None = None, **more: Any) -> Actual:
    low, _, high = figure.partition(" ")
    interval = Interval(Decimal(low), Decimal(high)) if high else Interval.at(Decimal(low))
    return Actual(f"{figure}{unit or ''}", interval, unit, **more)


D = Decimal
#: target, actual, outcome, a code among the reasons
CASES: list[tuple[Target, Actual, str, str]] = [
    # units
    (target("=", "2860", "tỷ đồng"), actual("2860000", "triệu đồng"), "met", "unit_converted"),
    (target("=", "2860", "tỷ đồng"), actual("2860001", "triệu đồng"), "exceeded", "unit_converted"),
    (
        target("<", "7.4", "vụ/10.000 dân", better="lower"),
        actual("0.74", "vụ/1.000 dân"),
        "not_met",
        "unit_converted",
    ),
    (
        target("<", "7.4", "vụ/10.000 dân", better="lower"),
        actual("0.73", "vụ/1.000 dân"),
        "met",
        "unit_converted",
    ),
    (target("=", "10.08", "‰", better="lower"), actual("1.008", "%"), "met", "unit_converted"),
    (target("=", "10", "đảng viên"), actual("11", "đồng chí"), "exceeded", "exceeded"),
    (target("=", "10", "đảng viên"), actual("11", "hội viên"), "undecided", "units_differ"),
    (target("=", "10", "đảng viên"), actual("10"), "met", "unit_assumed"),
    (
        target("=", "245", "", "Số sinh viên/vạn dân"),
        actual("250", "sinh viên/vạn dân"),
        "exceeded",
        "exceeded",
    ),
    (target("=", "10", ""), actual("12", "hội nghị"), "exceeded", "exceeded"),
    (target("=", "10", ""), actual("12", "%"), "undecided", "units_differ"),
    (
        target("=", "60", "triệu đồng/người/năm", "Thu nhập bình quân đầu người"),
        actual("61", "triệu đồng"),
        "exceeded",
        "exceeded",
    ),
    (
        target("=", "60", "triệu đồng/người/năm", "Thu nhập"),
        actual("61", "triệu đồng"),
        "undecided",
        "units_differ",
    ),
    # what looks like a ratio
    (target(">=", "95", "%"), actual("0.95"), "undecided", "looks_like_ratio"),
    (target(">=", "95", "%"), actual("0.95", "%"), "not_met", "not_met"),
    (target(">=", "95", "%"), actual("1"), "not_met", "unit_assumed"),
    (target("<", "4", "%", better="lower"), actual("0.95"), "met", "unit_assumed"),
    (target("range", "9 12", "%"), actual("0.1"), "not_met", "unit_assumed"),
    (target("range", "10 12", "%"), actual("0.1"), "undecided", "looks_like_ratio"),
    (target(">=", "95", "‰"), actual("0.95"), "not_met", "unit_assumed"),
    # shares of a population
    (target(">=", "95", "%"), actual("392", "hộ", population=D(412)), "met", "share_computed"),
    (target(">=", "95", "%"), actual("391", "hộ", population=D(412)), "not_met", "share_computed"),
    (target(">=", "95", "%"), actual("392", of=D(412)), "met", "share_computed"),
    (target("=", "100", "%"), actual("3", "trạm", of=D(3)), "met", "share_computed"),
    (target("=", "100", "%"), actual("79", of=D(77)), "undecided", "share_above_whole"),
    (target("=", "100", "%"), actual("1", of=D(0)), "undecided", "zero_whole"),
    (target(">=", "95", "%"), actual("392", "hộ"), "undecided", "needs_whole"),
    (target(">=", "2/3", "", of="số trường"), actual("3"), "undecided", "needs_whole"),
    (target(">=", "2/3", "", of="số trường"), actual("0.75"), "met", "met"),
    (target(">=", "2/3", "", of="số trường"), actual("2", of=D(3)), "met", "share_computed"),
    (target(">=", "95", "%"), actual("97", "%", population=D(412)), "met", "met"),
    (target(">=", "95", "%"), actual("392", population=D(412)), "met", "share_computed"),
    (target(">=", "95", "%"), actual("97", population=D(412)), "undecided", "two_ways"),
    (target(">=", "20", "%"), actual("97", population=D(412)), "met", "share_computed"),
    (target(">=", "95", "%"), actual("97.5", population=D(412)), "met", "unit_assumed"),
    (target(">=", "2/3", "", of="thôn"), actual("8", "thôn", of=D(12)), "met", "share_computed"),
    (target(">=", "2/3", "", of="thôn"), actual("66", "%"), "not_met", "unit_converted"),
    (target(">=", "2/3", "", of="thôn"), actual("67", "%"), "met", "unit_converted"),
    (target("=", "3", "trạm"), actual("3", "trạm", of=D(4)), "met", "met"),
    (target("<=", "12", "hạng", better="lower"), actual("3", "hạng", of=D(10)), "met", "met"),
    # shares of a plan
    (target("=", "100", "%", basis="plan"), actual("79", "đảng viên", of=D(77)), "exceeded", "plan_computed"),
    (
        target(">=", "100", "%", basis="plan"),
        actual("79", "đảng viên", plan=D(80)),
        "not_met",
        "plan_computed",
    ),
    (
        target(">=", "100", "%", basis="plan"),
        actual("2", "tỷ đồng", plan=D(1900), plan_unit="triệu đồng"),
        "met",
        "plan_computed",
    ),
    (target("=", "100", "%", basis="plan"), actual("102", "%"), "exceeded", "exceeded"),
    (target("=", "100", "%", basis="plan"), actual("102", "%", share_of_plan=True), "exceeded", "exceeded"),
    (target("=", "100", "%", basis="plan"), actual("2", "%", over_plan="amount"), "exceeded", "exceeded"),
    (target("=", "100", "%", basis="plan"), actual("98", "%", over_plan="level"), "not_met", "not_met"),
    (target("=", "100", "%", basis="plan"), actual("79", "đảng viên", plan=D(0)), "undecided", "zero_plan"),
    (target("=", "100", "%", basis="plan"), actual("79", "đảng viên"), "undecided", "needs_plan"),
    (target("=", "100", "%", basis="plan"), actual("1.02"), "not_met", "unit_assumed"),
    (target("=", "100", "%", basis="plan"), actual("0.98"), "undecided", "looks_like_ratio"),
    (target("=", "2000", "tỷ đồng"), actual("102", "%", share_of_plan=True), "exceeded", "share_of_level"),
    (target("=", "2000", "tỷ đồng"), actual("99.9", "%", share_of_plan=True), "not_met", "share_of_level"),
    (
        target("<=", "40", "vụ", better="lower"),
        actual("102", "%", share_of_plan=True),
        "not_met",
        "share_of_level",
    ),
    (target("=", "2000", "tỷ đồng"), actual("2", "%", over_plan="amount"), "undecided", "percentage_of_what"),
    (target("=", "2000", "tỷ đồng"), actual("102", "%"), "undecided", "units_differ"),
    (target(">=", "95", "%"), actual("97", "%", over_plan="level"), "met", "met"),
    # multiples of a baseline
    (target(">=", "2", "lần", basis="year:2020"), actual("2.1", "lần"), "met", "met"),
    (target(">=", "2", "lần", basis="year:2020"), actual("210", "%"), "met", "met"),
    (
        target(">=", "2", "lần", basis="year:2020"),
        actual("21", "tỷ đồng", baseline=D(10)),
        "met",
        "multiple_computed",
    ),
    (target(">=", "2", "lần", basis="year:2020"), actual("21", "tỷ đồng"), "undecided", "needs_baseline"),
    (
        target(">=", "2", "lần", basis="year:2020"),
        actual("21", "ha", baseline=D(0)),
        "undecided",
        "zero_baseline",
    ),
    (target("=", "105", "%", "Thu", basis="previous"), actual("5", "%", change="increase"), "met", "met"),
    (
        target("=", "105", "%", "Thu", basis="previous"),
        actual("106", "xe", baseline=D(100)),
        "exceeded",
        "exceeded",
    ),
    # changes where a level is wanted
    (
        target("<", "4", "%", "Tỷ lệ hộ nghèo", better="lower"),
        actual("6", "%", change="decrease"),
        "undecided",
        "change_for_level",
    ),
    (
        target("<", "4", "%", "Tỷ lệ hộ nghèo", better="lower"),
        actual("0.5", "%", change="decrease", baseline=D("4.4"), baseline_unit="%"),
        "met",
        "level_computed",
    ),
    (
        target("<=", "100", "vụ", "Số vụ", better="lower"),
        actual("10", "%", change="decrease", baseline=D(110), baseline_unit="vụ"),
        "met",
        "level_computed",
    ),
    (
        target("=", "8", "%", "Tốc độ tăng trưởng"),
        actual("8.2", "%", change="increase"),
        "exceeded",
        "exceeded",
    ),
    (
        target("=", "8", "%", "Tốc độ tăng trưởng"),
        actual("0.2", "%", change="decrease"),
        "not_met",
        "not_met",
    ),
    (target(">=", "1", "%", "Tỷ lệ giảm hộ nghèo"), actual("1.2", "%", change="decrease"), "met", "met"),
    (
        target("<=", "12", "hạng", better="lower"),
        actual("3", "bậc", change="increase", baseline=D(14)),
        "met",
        "met",
    ),
    (
        target("<=", "12", "hạng", better="lower"),
        actual("1", "bậc", change="increase", baseline=D(14)),
        "not_met",
        "not_met",
    ),
    # a column's unit
    (target(">", "98", "%"), actual("98.2", "%", column_unit="hộ"), "undecided", "unit_conflict"),
    (target(">", "98", "%"), actual("98.2", "%", column_unit="‰"), "met", "met"),
    # ranges and approximate figures
    (target(">=", "60", "%"), actual("61 62", "%"), "met", "all_met"),
    (target("=", "60", "%"), actual("61 62", "%"), "exceeded", "all_exceeded"),
    (target(">", "62", "%"), actual("61 62", "%"), "not_met", "all_not_met"),
    (target(">", "61", "%"), actual("61 62", "%"), "undecided", "straddles"),
    (target("=", "61", "%"), actual("61 62", "%"), "undecided", "straddles"),
    (target(">=", "95", "%"), actual("94 95", "%", approximate=True), "undecided", "straddles_approximate"),
    (target(">=", "20", "hộ"), actual("23 25", "hộ", approximate=True), "met", "all_met"),
    (target(">=", "20", "hộ"), actual("25 23", "hộ"), "undecided", "unreadable"),
]


@pytest.mark.parametrize(("wanted", "given", "outcome", "code"), CASES)
def test_case(wanted: Target, given: Actual, outcome: str, code: str) -> None:
    verdict = evaluate_target(wanted, given)
    assert (verdict.outcome, code in codes(verdict)) == (outcome, True), codes(verdict)


def test_share_is_exact() -> None:
    verdict = evaluate_target(target(">=", "95", "%"), actual("392", "hộ", population=D(412)))
    assert verdict.value == Fraction(9800, 103)
    assert verdict.margin == Fraction(15, 103)
    assert verdict.completion == Fraction(196000, 1957)


def test_half_line_actual() -> None:
    above = Actual("trên 4", Interval(D(4), None, lower_closed=False), "%")
    assert evaluate_target(target(">", "4", "%"), above).outcome == "met"
    assert evaluate_target(target(">=", "4.1", "%"), above).outcome == "undecided"
    assert evaluate_target(target("<=", "4", "%"), above).outcome == "not_met"


def test_population_of_the_rule_serves_where_the_actual_has_none() -> None:
    wanted = target(">=", "95", "%")
    assert evaluate_target(wanted, actual("392", "hộ"), population=D(412)).outcome == "met"
    assert (
        evaluate_target(wanted, actual("392", "hộ", population=D(500)), population=D(412)).outcome
        == "not_met"
    )


@pytest.mark.parametrize(
    ("opens", "figure", "outcome"),
    [
        ("low_open", "90", "not_met"),
        ("low_open", "90.1", "met"),
        ("low_open", "95", "met"),
        ("low_open", "96", "exceeded"),
        ("high_open", "90", "met"),
        ("high_open", "94.9", "met"),
        ("high_open", "95", "exceeded"),
        ("high_open", "89", "not_met"),
    ],
)
def test_a_range_without_one_of_its_ends(opens: str, figure: str, outcome: str) -> None:
    condition = Range.model_validate({"low": "90", "high": "95", "unit": "%", opens: True})
    wanted = Target(indicator="Tỷ lệ", condition=condition)
    verdict = evaluate_target(wanted, actual(figure, "%"))
    assert verdict.outcome == outcome
    assert all(reason.text("vi") and reason.text("en") for reason in verdict.reasons)
