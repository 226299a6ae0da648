"""Levels: units, what looks like a ratio, columns of units, ranges and figures with a sign."""

from __future__ import annotations

from decimal import Decimal

import pytest

from chitieu.evaluation import evaluate_target
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval

from .cases import Case, figure, judge, wanted
from .saying import codes
from .targets import AT_LEAST_95, MONEY, OF_PLAN

LOW_OPEN = wanted("range", "90 95", low_open=True)
HIGH_OPEN = wanted("range", "90 95", high_open=True)

CASES: list[Case] = [
    # a column for each head and a cell for all are no one unit
    Case(
        wanted(">=", "2", "triệu đồng/người"),
        figure("3", "triệu đồng/người", column_unit="triệu đồng"),
        "undecided",
        "unit_conflict",
    ),
    # an end that a range leaves out, on the side that is better
    Case(wanted("range", "5 8", "vụ", high_open=True, better="lower"), figure("8", "vụ"), "not_met"),
    Case(wanted("range", "5 8", "vụ", low_open=True), figure("5", "vụ"), "not_met"),
    # units
    Case(wanted("=", "2860", "tỷ đồng"), figure("2860000", "triệu đồng"), "met", "unit_converted"),
    Case(wanted("=", "2860", "tỷ đồng"), figure("2860001", "triệu đồng"), "exceeded", "unit_converted"),
    Case(
        wanted("<", "7.4", "vụ/10.000 dân", better="lower"),
        figure("0.74", "vụ/1.000 dân"),
        "not_met",
        "unit_converted",
    ),
    Case(
        wanted("<", "7.4", "vụ/10.000 dân", better="lower"),
        figure("0.73", "vụ/1.000 dân"),
        "met",
        "unit_converted",
    ),
    Case(wanted("=", "10.08", "‰", better="lower"), figure("1.008", "%"), "met", "unit_converted"),
    Case(wanted("=", "10", "đảng viên"), figure("11", "đồng chí"), "exceeded", "exceeded"),
    Case(wanted("=", "10", "đảng viên"), figure("11", "hội viên"), "undecided", "units_differ"),
    Case(wanted("=", "10", "đảng viên"), figure("10"), "met", "unit_assumed"),
    Case(
        wanted("=", "245", "", "Số sinh viên/vạn dân"),
        figure("250", "sinh viên/vạn dân"),
        "exceeded",
        "exceeded",
    ),
    Case(wanted("=", "10", ""), figure("12", "hội nghị"), "exceeded", "exceeded"),
    Case(wanted("=", "10", ""), figure("12", "%"), "undecided", "units_differ"),
    Case(
        wanted("=", "60", "triệu đồng/người/năm", "Thu nhập bình quân đầu người"),
        figure("61", "triệu đồng"),
        "exceeded",
        "exceeded",
    ),
    Case(
        wanted("=", "60", "triệu đồng/người/năm", "Thu nhập"),
        figure("61", "triệu đồng"),
        "undecided",
        "units_differ",
    ),
    # what looks like a ratio
    Case(AT_LEAST_95, figure("0.95"), "undecided", "looks_like_ratio"),
    Case(AT_LEAST_95, figure("0.95", "%"), "not_met", "not_met"),
    Case(AT_LEAST_95, figure("1"), "not_met", "unit_assumed"),
    Case(wanted("<", "4", "%", better="lower"), figure("0.95"), "met", "unit_assumed"),
    Case(wanted("range", "9 12", "%"), figure("0.1"), "not_met", "unit_assumed"),
    Case(wanted("range", "10 12", "%"), figure("0.1"), "undecided", "looks_like_ratio"),
    Case(wanted(">=", "95", "‰"), figure("0.95"), "not_met", "unit_assumed"),
    # a column's unit
    Case(wanted(">", "98", "%"), figure("98.2", "%", column_unit="hộ"), "undecided", "unit_conflict"),
    Case(wanted(">", "98", "%"), figure("98.2", "%", column_unit="‰"), "met", "met"),
    # a column's unit without one in the phrase, and beside a share of a plan
    Case(wanted(">", "98", "%"), figure("98.2", None, column_unit="%"), "met", "unit_assumed"),
    Case(MONEY, figure("102", "%", share_of_plan=True, column_unit="hộ"), "exceeded", "share_of_level"),
    Case(OF_PLAN, figure("2", "%", over_plan="amount", column_unit="hộ"), "exceeded", "exceeded"),
    # ranges and approximate figures
    Case(wanted(">=", "60", "%"), figure("61 62", "%"), "met", "all_met"),
    Case(wanted("=", "60", "%"), figure("61 62", "%"), "exceeded", "all_exceeded"),
    Case(wanted(">", "62", "%"), figure("61 62", "%"), "not_met", "all_not_met"),
    Case(wanted(">", "61", "%"), figure("61 62", "%"), "undecided", "straddles"),
    Case(wanted("=", "61", "%"), figure("61 62", "%"), "undecided", "straddles"),
    Case(AT_LEAST_95, figure("94 95", "%", approximate=True), "undecided", "straddles_approximate"),
    Case(wanted(">=", "20", "hộ"), figure("23 25", "hộ", approximate=True), "met", "all_met"),
    Case(wanted(">=", "20", "hộ"), figure("25 23", "hộ"), "undecided", "unreadable"),
    # a number with a sign: a level below 0 of what can be below 0
    Case(
        wanted(">=", "-3", "tỷ đồng", "Lợi nhuận"),
        figure("2", "tỷ đồng", change="decrease", text="-2 tỷ đồng"),
        "met",
        "met",
    ),
    Case(
        wanted(">=", "-1", "tỷ đồng", "Lợi nhuận"),
        figure("2", "tỷ đồng", change="decrease", text="-2 tỷ đồng"),
        "not_met",
        "not_met",
    ),
    Case(
        wanted(">=", "-3", "tỷ đồng", "Lợi nhuận"),
        figure("2000", "triệu đồng", change="decrease", text="-2000 triệu đồng"),
        "met",
        "unit_converted",
    ),
    Case(
        wanted(">=", "2", "tỷ đồng", "Lợi nhuận"),
        figure("2", "tỷ đồng", change="increase", text="+2 tỷ đồng"),
        "met",
        "met",
    ),
    Case(
        wanted(">=", "2", "tỷ đồng", "Lợi nhuận"),
        figure("2", "ha", change="decrease", text="-2 ha"),
        "undecided",
        "units_differ",
    ),
    Case(
        wanted(">=", "2", "tỷ đồng", "Lợi nhuận"),
        figure("3", "tỷ đồng", change="increase"),
        "undecided",
        "change_for_level",
    ),
    Case(
        wanted("<", "4", "%", "Tỷ lệ hộ nghèo", better="lower"),
        figure("6", "%", change="decrease", text="-6%"),
        "undecided",
        "change_for_level",
    ),
    Case(MONEY, figure("2860000", "triệu đồng"), vi="2.860.000 triệu đồng đổi ra 2.860 tỷ đồng."),
    # a range without one of its ends
    Case(LOW_OPEN, figure("90", "%"), "not_met"),
    Case(LOW_OPEN, figure("90.1", "%"), "met"),
    Case(LOW_OPEN, figure("95", "%"), "met"),
    Case(LOW_OPEN, figure("96", "%"), "exceeded"),
    Case(HIGH_OPEN, figure("90", "%"), "met"),
    Case(HIGH_OPEN, figure("94.9", "%"), "met"),
    Case(HIGH_OPEN, figure("95", "%"), "exceeded"),
    Case(HIGH_OPEN, figure("89", "%"), "not_met"),
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    judge(case)


def test_another_word_for_the_unit_converts_nothing() -> None:
    verdict = evaluate_target(wanted("=", "10", "đảng viên"), figure("10", "đồng chí"))
    assert "unit_converted" not in codes(verdict)


def test_half_line_actual() -> None:
    above = Actual("trên 4", Interval(Decimal(4), None, lower_closed=False), "%")
    assert evaluate_target(wanted(">", "4", "%"), above).outcome == "met"
    assert evaluate_target(wanted(">=", "4.1", "%"), above).outcome == "undecided"
    assert evaluate_target(wanted("<=", "4", "%"), above).outcome == "not_met"
