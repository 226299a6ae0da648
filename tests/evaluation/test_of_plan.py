"""Shares of a plan, and levels told as a share of one."""

from __future__ import annotations

import pytest

from chitieu.evaluation import evaluate_target

from .cases import Case, figure, judge, wanted
from .saying import codes
from .targets import AT_LEAST_95, MONEY, OF_PLAN

CASES: list[Case] = [
    # shares of a plan
    Case(OF_PLAN, figure("79", "đảng viên", of=77), "exceeded", "plan_computed"),
    Case(
        wanted(">=", "100", "%", basis="plan"), figure("79", "đảng viên", plan=80), "not_met", "plan_computed"
    ),
    Case(
        wanted(">=", "100", "%", basis="plan"),
        figure("2", "tỷ đồng", plan=1900, plan_unit="triệu đồng"),
        "met",
        "plan_computed",
    ),
    Case(OF_PLAN, figure("102", "%"), "exceeded", "exceeded"),
    Case(OF_PLAN, figure("102", "%", share_of_plan=True), "exceeded", "exceeded"),
    Case(OF_PLAN, figure("2", "%", over_plan="amount"), "exceeded", "exceeded"),
    Case(OF_PLAN, figure("98", "%", over_plan="level"), "not_met", "not_met"),
    Case(OF_PLAN, figure("79", "đảng viên", plan=0), "undecided", "zero_plan"),
    Case(OF_PLAN, figure("79", "đảng viên"), "undecided", "needs_plan"),
    Case(OF_PLAN, figure("1.02"), "not_met", "unit_assumed"),
    Case(OF_PLAN, figure("0.98"), "undecided", "looks_like_ratio"),
    Case(wanted(">=", "1000", "‰", basis="plan"), figure("1000"), "met", "unit_assumed"),
    Case(wanted(">=", "1000", "‰", basis="plan"), figure("100"), "not_met", "unit_assumed"),
    Case(wanted("=", "2/3", "", basis="plan"), figure("0.7"), "undecided", "needs_plan"),
    Case(wanted("=", "2/3", "", basis="plan"), figure("70", "%"), "exceeded", "exceeded"),
    Case(MONEY, figure("102", "%", share_of_plan=True), "exceeded", "share_of_level"),
    Case(MONEY, figure("99.9", "%", share_of_plan=True), "not_met", "share_of_level"),
    Case(MONEY, figure("2", "%", share_of_plan=True, over_plan="amount"), "exceeded", "share_of_level"),
    Case(
        wanted("<=", "40", "vụ", better="lower"),
        figure("102", "%", share_of_plan=True),
        "not_met",
        "share_of_level",
    ),
    Case(MONEY, figure("2", "%", over_plan="amount"), "undecided", "percentage_of_what"),
    Case(MONEY, figure("102", "%"), "undecided", "units_differ"),
    Case(AT_LEAST_95, figure("97", "%", over_plan="level"), "met", "met"),
    # shares of a plan
    Case(OF_PLAN, figure("5", "%", change="increase"), "undecided", "percentage_of_what"),
    Case(OF_PLAN, figure("79", None, plan=79), "met", "plan_computed"),
    Case(OF_PLAN, figure("1", "xe", plan=1), "met", "plan_computed"),
    Case(OF_PLAN, figure("79", "đảng viên", plan=77, plan_unit="hộ"), "undecided", "units_differ"),
    Case(OF_PLAN, figure("79", "đảng viên", plan=-1), "undecided", "zero_plan"),
    Case(OF_PLAN, figure("1020", "‰"), "exceeded", "exceeded"),
    Case(
        wanted("=", "100", "%", "Tỷ lệ hộ khá", basis="plan"),
        figure("3", "%", plan=3),
        "met",
        "plan_computed",
    ),
    Case(wanted("=", "1000", "‰", basis="plan"), figure("79", "xe", plan=79), "met", "plan_computed"),
    Case(wanted("=", "1", "tỷ đồng"), figure("102", "%", share_of_plan=True), "exceeded", "share_of_level"),
    Case(
        wanted("=", "0", "tỷ đồng"), figure("102", "%", share_of_plan=True), "undecided", "percentage_of_what"
    ),
    Case(MONEY, figure("5", "tỷ đồng", share_of_plan=True), "undecided", "percentage_of_what"),
    Case(wanted(">=", "100", "tỷ đồng", basis="plan"), figure("102", "tỷ đồng"), "met", "met"),
    Case(wanted(">=", "100", "", basis="plan"), figure("79", "xe", plan=79), "met", "plan_computed"),
    # how it was worked out
    Case(
        OF_PLAN,
        figure("2", "tỷ đồng", plan=2000, plan_unit="triệu đồng"),
        vi="2 tỷ đồng so với kế hoạch 2.000 triệu đồng là 100%.",
    ),
    Case(MONEY, figure("102", "%", share_of_plan=True), vi="102% của mức đề ra là 2.040 tỷ đồng."),
    Case(OF_PLAN, figure("102"), vi="Số thực hiện không ghi đơn vị; hiểu là %."),
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    judge(case)


def test_a_unit_that_is_told_is_not_assumed() -> None:
    assert "unit_assumed" not in codes(evaluate_target(OF_PLAN, figure("102", "%")))
