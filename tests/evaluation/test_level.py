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


TWICE = target(">=", "2", "lần", basis="year:2020")
OF_LAST_YEAR = target("=", "105", "%", "Thu", basis="previous")
POOR = target("<", "4", "%", "Tỷ lệ hộ nghèo", better="lower")
GROWTH = target("=", "8", "%", "Tốc độ tăng trưởng")
RANK = target("<=", "12", "hạng", better="lower")
CASES_OF_CRIME = target("<=", "100", "vụ", "Số vụ", better="lower")
INCOME = target(">=", "1.2", "tỷ đồng", "Thu")
OF_PLAN = target("=", "100", "%", basis="plan")
TWO_THIRDS = target(">=", "2/3", "", of="số trường")
MONEY = target("=", "2000", "tỷ đồng")


def signed(text: str, figure: str, unit: str) -> Actual:
    change = "decrease" if text.startswith("-") else "increase"
    return Actual(text, Interval.at(D(figure)), unit, change=change)  # type: ignore[arg-type]


CASES += [
    # multiples of a baseline
    (TWICE, actual("2.1"), "met", "unit_assumed"),
    (TWICE, actual("21", None, baseline=D(10)), "met", "multiple_computed"),
    (
        TWICE,
        actual("2.1", "tỷ đồng", baseline=D(1000), baseline_unit="triệu đồng"),
        "met",
        "multiple_computed",
    ),
    (TWICE, actual("1.9", "tỷ đồng", baseline=D(1000), baseline_unit="triệu đồng"), "not_met", "not_met"),
    (TWICE, actual("21", "tỷ đồng", baseline=D(10), baseline_unit="hộ"), "undecided", "units_differ"),
    (TWICE, actual("21", "tỷ đồng", baseline=D(-10)), "undecided", "negative_baseline"),
    (TWICE, actual("2", "tỷ đồng", baseline=D("0.5")), "met", "multiple_computed"),
    (TWICE, actual("100", "%", change="increase"), "met", "met"),
    (TWICE, actual("99", "%", change="increase"), "not_met", "not_met"),
    (TWICE, actual("1000", "‰", change="increase"), "met", "met"),
    (TWICE, actual("5", "tỷ đồng", change="increase"), "undecided", "change_for_level"),
    (OF_LAST_YEAR, actual("5", "%", change="decrease"), "not_met", "not_met"),
    (target("=", "95", "%", "Thu", basis="previous"), actual("5", "%", change="decrease"), "met", "met"),
    # a change from a baseline
    (RANK, actual("2", "bậc", change="decrease", baseline=D(10)), "met", "met"),
    (RANK, actual("3", "bậc", change="decrease", baseline=D(10)), "not_met", "not_met"),
    (RANK, actual("2", None, change="increase", baseline=D(14)), "met", "met"),
    (RANK, actual("2", "hạng", change="increase", baseline=D(14)), "met", "met"),
    (RANK, actual("2", "hộ", change="increase", baseline=D(14)), "undecided", "units_differ"),
    (RANK, actual("2 3", "bậc", change="increase", baseline=D(14)), "met", "all_met"),
    (RANK, actual("1 2", "bậc", change="increase", baseline=D(14)), "undecided", "straddles"),
    (RANK, actual("2 3", "bậc", change="decrease", baseline=D(9)), "met", "all_met"),
    (GROWTH, actual("8", None, change="increase"), "met", "unit_assumed"),
    (GROWTH, actual("2", "hộ", change="increase"), "undecided", "units_differ"),
    (CASES_OF_CRIME, actual("10", "vụ", change="decrease", baseline=D(110)), "met", "level_computed"),
    (CASES_OF_CRIME, actual("9", "vụ", change="decrease", baseline=D(110)), "not_met", "level_computed"),
    (CASES_OF_CRIME, actual("10", "hộ", change="decrease", baseline=D(110)), "undecided", "units_differ"),
    (
        CASES_OF_CRIME,
        actual("10", "vụ", change="decrease", baseline=D(110), baseline_unit="hộ"),
        "undecided",
        "units_differ",
    ),
    (INCOME, actual("200", "triệu đồng", change="increase", baseline=D(1)), "met", "level_computed"),
    (INCOME, actual("199", "triệu đồng", change="increase", baseline=D(1)), "not_met", "unit_converted"),
    (
        INCOME,
        actual("200", "triệu đồng", change="increase", baseline=D(1000), baseline_unit="triệu đồng"),
        "met",
        "level_computed",
    ),
    (INCOME, actual("20", "%", change="increase", baseline=D(1)), "met", "level_computed"),
    (INCOME, actual("200", "‰", change="increase", baseline=D(1)), "met", "level_computed"),
    (INCOME, actual("199", "‰", change="increase", baseline=D(1)), "not_met", "level_computed"),
    (POOR, actual("0.5", "điểm phần trăm", change="decrease", baseline=D("4.4")), "met", "level_computed"),
    (POOR, actual("0.4", "điểm phần trăm", change="decrease", baseline=D("4.4")), "not_met", "not_met"),
    (
        POOR,
        actual("5", "‰", change="decrease", baseline=D("4.4"), baseline_unit="%"),
        "met",
        "level_computed",
    ),
    (POOR, actual("5", "hộ", change="decrease", baseline=D("4.4")), "undecided", "units_differ"),
    # a number with a sign: a level below 0 of what can be below 0
    (target(">=", "-3", "tỷ đồng", "Lợi nhuận"), signed("-2 tỷ đồng", "2", "tỷ đồng"), "met", "met"),
    (target(">=", "-1", "tỷ đồng", "Lợi nhuận"), signed("-2 tỷ đồng", "2", "tỷ đồng"), "not_met", "not_met"),
    (
        target(">=", "-3", "tỷ đồng", "Lợi nhuận"),
        signed("-2000 triệu đồng", "2000", "triệu đồng"),
        "met",
        "unit_converted",
    ),
    (target(">=", "2", "tỷ đồng", "Lợi nhuận"), signed("+2 tỷ đồng", "2", "tỷ đồng"), "met", "met"),
    (target(">=", "2", "tỷ đồng", "Lợi nhuận"), signed("-2 ha", "2", "ha"), "undecided", "units_differ"),
    (
        target(">=", "2", "tỷ đồng", "Lợi nhuận"),
        actual("3", "tỷ đồng", change="increase"),
        "undecided",
        "change_for_level",
    ),
    (POOR, signed("-6%", "6", "%"), "undecided", "change_for_level"),
    (TWICE, actual("990", "‰", change="increase"), "not_met", "not_met"),
    (
        target("=", "60", "triệu đồng/người/năm", "Thu nhập bình quân đầu người"),
        actual("3", "triệu đồng/người/năm", change="increase", baseline=D(57), baseline_unit="triệu đồng"),
        "met",
        "level_computed",
    ),
    # a column's unit without one in the phrase, and beside a share of a plan
    (target(">", "98", "%"), actual("98.2", None, column_unit="%"), "met", "unit_assumed"),
    (MONEY, actual("102", "%", share_of_plan=True, column_unit="hộ"), "exceeded", "share_of_level"),
    (OF_PLAN, actual("2", "%", over_plan="amount", column_unit="hộ"), "exceeded", "exceeded"),
    # parts and wholes
    (TWO_THIRDS, actual("8", "ha"), "undecided", "units_differ"),
    (OF_PLAN, actual("999", "‰"), "not_met", "not_met"),
    (TWO_THIRDS, actual("1"), "undecided", "needs_whole"),
    (TWO_THIRDS, actual("0.99"), "met", "met"),
    (target("=", "100", "%"), actual("1", of=D(1)), "met", "share_computed"),
    (target(">=", "95", "%"), actual("100", population=D(412)), "undecided", "two_ways"),
    (target(">=", "95", "%"), actual("101", population=D(412)), "not_met", "share_computed"),
    (target(">=", "95", "%"), actual("0"), "not_met", "unit_assumed"),
    (target(">=", "95", "hộ"), actual("0.5"), "not_met", "unit_assumed"),
    (target("=", "245", "", "Số sinh viên/vạn dân"), actual("245", "sinh viên/vạn dân"), "met", "met"),
    # shares of a plan
    (OF_PLAN, actual("5", "%", change="increase"), "undecided", "percentage_of_what"),
    (OF_PLAN, actual("79", None, plan=D(79)), "met", "plan_computed"),
    (OF_PLAN, actual("1", "xe", plan=D(1)), "met", "plan_computed"),
    (OF_PLAN, actual("79", "đảng viên", plan=D(77), plan_unit="hộ"), "undecided", "units_differ"),
    (OF_PLAN, actual("79", "đảng viên", plan=D(-1)), "undecided", "zero_plan"),
    (OF_PLAN, actual("1020", "‰"), "exceeded", "exceeded"),
    (
        target("=", "100", "%", "Tỷ lệ hộ khá", basis="plan"),
        actual("3", "%", plan=D(3)),
        "met",
        "plan_computed",
    ),
    (target("=", "1000", "‰", basis="plan"), actual("79", "xe", plan=D(79)), "met", "plan_computed"),
    (target("=", "1", "tỷ đồng"), actual("102", "%", share_of_plan=True), "exceeded", "share_of_level"),
    (target("=", "0", "tỷ đồng"), actual("102", "%", share_of_plan=True), "undecided", "percentage_of_what"),
    (MONEY, actual("5", "tỷ đồng", share_of_plan=True), "undecided", "percentage_of_what"),
]


@pytest.mark.parametrize(("wanted", "given", "outcome", "code"), CASES)
def test_case(wanted: Target, given: Actual, outcome: str, code: str) -> None:
    wanted = wanted.model_copy(update={"better_source": "author"})
    verdict = evaluate_target(wanted, given)
    assert (verdict.outcome, code in codes(verdict)) == (outcome, True), codes(verdict)
    assert (verdict.actual, verdict.better, verdict.better_source) == (
        given,
        wanted.better,
        wanted.better_source,
    )


@pytest.mark.parametrize(
    ("wanted", "given", "sentence"),
    [
        (MONEY, actual("2860000", "triệu đồng"), "2.860.000 triệu đồng đổi ra 2.860 tỷ đồng."),
        (target(">=", "70", "%"), actual("3", "trạm", of=D(4)), "3 trên tổng số 4 là 75%."),
        (TWICE, actual("21", "tỷ đồng", baseline=D(10)), "21 tỷ đồng so với 10 tỷ đồng kỳ gốc là 2,1 lần."),
        (TWICE, actual("21", None, baseline=D(10)), "21 so với 10 kỳ gốc là 2,1 lần."),
        (
            INCOME,
            actual("200", "triệu đồng", change="increase", baseline=D(1)),
            "“200triệu đồng” từ 1 tỷ đồng kỳ gốc là 1,2 tỷ đồng.",
        ),
        (
            OF_PLAN,
            actual("2", "tỷ đồng", plan=D(2000), plan_unit="triệu đồng"),
            "2 tỷ đồng so với kế hoạch 2.000 triệu đồng là 100%.",
        ),
        (MONEY, actual("102", "%", share_of_plan=True), "102% của mức đề ra là 2.040 tỷ đồng."),
        (OF_PLAN, actual("102"), "Số thực hiện không ghi đơn vị; hiểu là %."),
    ],
)
def test_sentence(wanted: Target, given: Actual, sentence: str) -> None:
    assert sentence in [reason.message for reason in evaluate_target(wanted, given).reasons]


def test_a_unit_that_is_told_is_not_assumed() -> None:
    assert "unit_assumed" not in codes(evaluate_target(OF_PLAN, actual("102", "%")))


def test_another_word_for_the_unit_converts_nothing() -> None:
    verdict = evaluate_target(target("=", "10", "đảng viên"), actual("10", "đồng chí"))
    assert "unit_converted" not in codes(verdict)


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
