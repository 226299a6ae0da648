"""By how much a plan is passed or stayed under: in parts of it, in points, in units of the thing itself."""

from __future__ import annotations

import pytest

from .cases import Case, down, fall, figure, judge, rise, up
from .targets import OVER_PLAN, SHARE

UNDER_PLAN = fall("=", "4", "%", "Chi thường xuyên", basis="plan")
POINTS_UNDER_PLAN = fall("=", "0.3", "%", SHARE, basis="plan")
POINTS_OVER_PLAN = rise("=", "2", "%", "Tỷ lệ hộ khá", basis="plan")
FIVE_OVER = rise("=", "5", "tỷ đồng", "Thu ngân sách", basis="plan")
FIVE_UNDER = fall("=", "5", "tỷ đồng", "Chi thường xuyên", basis="plan")

CASES: list[Case] = [
    # against a plan
    Case(OVER_PLAN, figure("104", "%"), "undecided", "percentage_of_what"),
    Case(OVER_PLAN, figure("4", "%"), "undecided", "percentage_of_what"),
    Case(OVER_PLAN, figure("4", "%", over_plan="amount"), "met", "met"),
    Case(OVER_PLAN, figure("104", "%", over_plan="level"), "met", "met"),
    Case(OVER_PLAN, figure("104", "%", share_of_plan=True), "met", "met"),
    Case(OVER_PLAN, figure("104", "tỷ đồng", plan=100), "met", "plan_computed"),
    Case(OVER_PLAN, figure("106", "tỷ đồng", plan=100), "exceeded", "plan_computed"),
    Case(OVER_PLAN, figure("102", "tỷ đồng", of=100), "not_met", "plan_computed"),
    Case(OVER_PLAN, figure("99", "tỷ đồng", plan=100), "not_met", "plan_computed"),
    Case(OVER_PLAN, figure("99", "tỷ đồng", plan=0), "undecided", "zero_plan"),
    Case(OVER_PLAN, figure("99", "tỷ đồng"), "undecided", "needs_plan"),
    Case(OVER_PLAN, up("4"), "met", "met"),
    Case(OVER_PLAN, down("4"), "not_met", "not_met"),
    Case(
        rise("=", "5", "tỷ đồng", "Thu", basis="plan"),
        figure("106", "tỷ đồng", plan=100),
        "exceeded",
        "plan_difference",
    ),
    Case(fall("=", "0.3", "%", SHARE, basis="plan"), figure("2.5", "%", plan="2.8"), "met", "met"),
    Case(POINTS_UNDER_PLAN, figure("2.5", None, plan="2.8", plan_unit="hộ"), "undecided", "units_differ"),
    # over or under a plan, in parts of it
    Case(
        rise("=", "5", "", "Số hội viên", basis="plan"),
        figure("105", None, plan=100),
        "met",
        "plan_difference",
    ),
    Case(
        rise("=", "5", "", "Số hội viên", basis="plan"),
        figure("0.105", "nghìn hội viên", plan="0.1"),
        "met",
        "plan_difference",
    ),
    Case(OVER_PLAN, up("4", "tỷ đồng", plan=100), "met", "met"),
    Case(OVER_PLAN, down("4", "tỷ đồng", plan=100), "not_met", "not_met"),
    Case(OVER_PLAN, up("4", "tỷ đồng", plan=100_000, plan_unit="triệu đồng"), "met", "met"),
    Case(OVER_PLAN, up("4", "tỷ đồng", plan=100, plan_unit="hộ"), "undecided", "units_differ"),
    Case(OVER_PLAN, up("4", "tỷ đồng"), "undecided", "needs_plan"),
    Case(OVER_PLAN, up("4", "tỷ đồng", plan=0), "undecided", "zero_plan"),
    Case(OVER_PLAN, up("0.04", "tỷ đồng", plan=1), "met", "met"),
    Case(OVER_PLAN, up("4", None), "met", "met"),
    Case(OVER_PLAN, up("40", "‰"), "met", "met"),
    Case(OVER_PLAN, up("4", "điểm phần trăm"), "met", "met"),
    Case(OVER_PLAN, figure("104", None, plan=100), "met", "plan_computed"),
    Case(OVER_PLAN, figure("1.04", "tỷ đồng", plan=1), "met", "plan_computed"),
    Case(OVER_PLAN, figure("104", "tỷ đồng", plan=-1), "undecided", "zero_plan"),
    Case(OVER_PLAN, figure("104", "tỷ đồng", plan=100, plan_unit="hộ"), "undecided", "units_differ"),
    Case(OVER_PLAN, figure("104", "%", plan=100), "undecided", "percentage_of_what"),
    Case(OVER_PLAN, figure("104"), "undecided", "percentage_of_what"),
    Case(UNDER_PLAN, figure("96", "tỷ đồng", plan=100), "met", "plan_computed"),
    Case(UNDER_PLAN, figure("97", "tỷ đồng", plan=100), "not_met", "plan_computed"),
    Case(UNDER_PLAN, figure("96", "%", share_of_plan=True), "met", "met"),
    Case(UNDER_PLAN, figure("4", "%", over_plan="amount"), "not_met", "not_met"),
    Case(UNDER_PLAN, down("4"), "met", "met"),
    Case(UNDER_PLAN, up("4"), "not_met", "not_met"),
    # a share, in points of it
    Case(POINTS_UNDER_PLAN, figure("2.4", "%", plan="2.8"), "exceeded", "exceeded"),
    Case(POINTS_UNDER_PLAN, figure("2.6", "%", plan="2.8"), "not_met", "not_met"),
    Case(POINTS_UNDER_PLAN, figure("25", "‰", plan="2.8", plan_unit="%"), "met", "met"),
    Case(POINTS_UNDER_PLAN, figure("2.5", "hộ", plan="2.8"), "undecided", "units_differ"),
    Case(POINTS_UNDER_PLAN, figure("2.5", "%", plan="2.8", plan_unit="hộ"), "undecided", "units_differ"),
    Case(POINTS_OVER_PLAN, figure("82", "%", plan=80), "met", "met"),
    Case(POINTS_OVER_PLAN, figure("83", "%", plan=80), "exceeded", "exceeded"),
    Case(POINTS_OVER_PLAN, figure("81", "%", plan=80), "not_met", "not_met"),
    # in units of the thing itself
    Case(FIVE_OVER, figure("105", "tỷ đồng", plan=100), "met", "plan_difference"),
    Case(FIVE_OVER, figure("105", "tỷ đồng", plan=100_000, plan_unit="triệu đồng"), "met", "plan_difference"),
    Case(FIVE_OVER, figure("105000", "triệu đồng", plan=100, plan_unit="tỷ đồng"), "met", "plan_difference"),
    Case(FIVE_OVER, figure("105", None, plan=100), "met", "plan_difference"),
    Case(FIVE_OVER, figure("105", "tỷ đồng", plan=100, plan_unit="hộ"), "undecided", "units_differ"),
    Case(FIVE_OVER, figure("105", "hộ", plan=100), "undecided", "units_differ"),
    Case(FIVE_OVER, figure("105", "tỷ đồng"), "undecided", "needs_plan"),
    Case(FIVE_OVER, figure("105", "%", share_of_plan=True, plan=100), "met", "met"),
    Case(FIVE_OVER, figure("104", "%", share_of_plan=True, plan=100), "not_met", "not_met"),
    Case(FIVE_OVER, figure("105", "%", share_of_plan=True), "undecided", "needs_plan"),
    Case(FIVE_OVER, figure("5", "%", over_plan="amount", plan=100), "met", "met"),
    Case(
        FIVE_OVER, figure("105", "%", share_of_plan=True, plan=100_000, plan_unit="triệu đồng"), "met", "met"
    ),
    Case(
        FIVE_OVER, figure("105", "%", share_of_plan=True, plan=9, plan_unit="hộ"), "undecided", "units_differ"
    ),
    Case(FIVE_OVER, up("5", plan=100), "met", "met"),
    Case(FIVE_OVER, up("5", plan=100, plan_unit="tỷ đồng"), "met", "met"),
    Case(FIVE_OVER, up("50", "‰", plan=100, plan_unit="tỷ đồng"), "met", "met"),
    Case(FIVE_OVER, down("5", plan=100, plan_unit="tỷ đồng"), "not_met", "not_met"),
    Case(FIVE_OVER, up("5"), "undecided", "needs_plan"),
    Case(FIVE_OVER, up("5", "tỷ đồng"), "met", "met"),
    Case(FIVE_OVER, up("5000", "triệu đồng"), "met", "unit_converted"),
    Case(FIVE_OVER, down("5", "tỷ đồng"), "not_met", "not_met"),
    Case(FIVE_UNDER, figure("95", "tỷ đồng", plan=100), "met", "plan_difference"),
    Case(FIVE_UNDER, figure("96", "tỷ đồng", plan=100), "not_met", "plan_difference"),
    Case(FIVE_UNDER, figure("95", "%", share_of_plan=True, plan=100, plan_unit="tỷ đồng"), "met", "met"),
    Case(FIVE_UNDER, down("5", plan=100, plan_unit="tỷ đồng"), "met", "met"),
    Case(FIVE_UNDER, up("5", plan=100, plan_unit="tỷ đồng"), "not_met", "not_met"),
    Case(FIVE_UNDER, down("5", "tỷ đồng"), "met", "met"),
    Case(FIVE_UNDER, up("5", "tỷ đồng"), "not_met", "not_met"),
    Case(
        rise("=", "5", "tỷ đồng", "Thu", basis="plan"),
        figure("105000", "triệu đồng", plan=100_000),  # the plan in the unit beside it
        "met",
        "plan_difference",
    ),
    # how it was worked out
    Case(
        OVER_PLAN,
        figure("104000", "triệu đồng", plan=100, plan_unit="tỷ đồng"),
        vi="104.000 triệu đồng so với kế hoạch 100 tỷ đồng là 104%.",
    ),
    Case(FIVE_OVER, figure("106", "tỷ đồng", plan=100), vi="106 tỷ đồng so với kế hoạch 100 tỷ đồng."),
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    judge(case)
