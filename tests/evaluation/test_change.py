"""Changes: from words, signs and baselines; by points, relative, in places; yearly; against a plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.evaluation import evaluate_target
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, Range, Target

from .saying import codes

D = Decimal
FIVE_YEARS = (date(2021, 1, 1), date(2025, 12, 31))
SHARE, COUNT, MONEY = "Tỷ lệ hộ nghèo", "Số vụ phạm pháp", "Chi phí"


def change(  # noqa: PLR0917
    measure: str, op: str, value: str, unit: str, indicator: str, better: str, **more: Any
) -> Target:
    condition: Bound | Range
    if op == "range":
        low, high = value.split()
        condition = Range.model_validate({"low": low, "high": high, "unit": unit})
    else:
        condition = Bound.model_validate({"op": op, "value": value, "unit": unit})
    return Target.model_validate(
        {"indicator": indicator, "condition": condition, "measure": measure, "better": better, **more}
    )


def up(figure: str, unit: str | None = "%", **more: Any) -> Actual:
    return Actual(f"tăng {figure}", Interval.at(D(figure)), unit, change="increase", **more)


def down(figure: str, unit: str | None = "%", **more: Any) -> Actual:
    return Actual(f"giảm {figure}", Interval.at(D(figure)), unit, change="decrease", **more)


def level(figure: str, unit: str | None = None, **more: Any) -> Actual:
    return Actual(f"{figure}", Interval.at(D(figure)), unit, **more)


FEWER_VU = change("decrease", ">=", "5", "%", COUNT, "lower")
FEWER_HO = change("decrease", "=", "2", "hộ", "Hộ nghèo", "lower")
LESS_POOR = change("decrease", "=", "0.1", "%", SHARE, "lower")
COST = change("increase", "=", "5", "%", MONEY, "lower")
COST_MOST = change("increase", "<=", "5", "%", MONEY, "lower")
MORE = change("increase", ">=", "8", "%", "Thu ngân sách", "higher")
RANKS = change("increase", "=", "3", "bậc", "Thứ hạng CCHC", "higher")
ANY_RISE = change("increase", ">", "0", "", "Doanh thu", "higher", basis="previous")
OVER_PLAN = change("increase", "range", "3 5", "%", "Thu ngân sách", "higher", basis="plan")
NAMELESS = change("decrease", ">=", "5", "%", "", "lower")

CASES: list[tuple[Target, Actual, str, str]] = [
    # the better side is the amount's
    (FEWER_HO, down("3", "hộ"), "exceeded", "exceeded"),
    (FEWER_HO, down("2", "hộ"), "met", "met"),
    (FEWER_HO, down("1", "hộ"), "not_met", "not_met"),
    (FEWER_HO, up("3", "hộ"), "not_met", "not_met"),
    (COST, up("4"), "exceeded", "exceeded"),
    (COST, up("5"), "met", "met"),
    (COST, up("6"), "not_met", "not_met"),
    (COST, up("0"), "exceeded", "exceeded"),
    (COST, down("1"), "not_met", "not_met"),
    (COST_MOST, up("5"), "met", "met"),
    (COST_MOST, up("5.1"), "not_met", "not_met"),
    (COST_MOST, up("0"), "met", "met"),
    (COST_MOST, down("4"), "met", "met"),
    (FEWER_VU, down("6"), "met", "met"),
    (FEWER_VU, up("6"), "not_met", "not_met"),
    (FEWER_VU, down("5"), "met", "met"),
    (FEWER_VU, down("4.99"), "not_met", "not_met"),
    # from a baseline: a count relative, a share by points
    (FEWER_VU, level("100", "vụ", baseline=D(110)), "met", "decrease_computed"),
    (FEWER_VU, level("105", "vụ", baseline=D(110)), "not_met", "decrease_computed"),
    (FEWER_VU, level("95", "vụ", baseline=D(100)), "met", "decrease_computed"),
    (FEWER_VU, level("120", "vụ", baseline=D(110)), "not_met", "decrease_computed"),
    (FEWER_VU, level("100", "vụ", baseline=D(0)), "undecided", "zero_baseline"),
    (FEWER_VU, level("100", "vụ"), "undecided", "needs_baseline"),
    (FEWER_VU, level("100", baseline=D(110)), "met", "decrease_computed"),
    (FEWER_VU, down("6", "vụ", baseline=D(110)), "met", "met"),
    (FEWER_VU, down("5", "vụ", baseline=D(110)), "not_met", "not_met"),
    (FEWER_VU, down("6", "vụ"), "undecided", "needs_baseline"),
    (MORE, level("1.1", "tỷ đồng", baseline=D(1000), baseline_unit="triệu đồng"), "met", "increase_computed"),
    (MORE, level("1.1", "tỷ đồng", baseline=D(1000), baseline_unit="hộ"), "undecided", "units_differ"),
    (LESS_POOR, level("0.38", "%", baseline=D("0.5")), "exceeded", "decrease_computed"),
    (LESS_POOR, level("0.4", "%", baseline=D("0.5")), "met", "decrease_computed"),
    (LESS_POOR, level("0.41", "%", baseline=D("0.5")), "not_met", "decrease_computed"),
    (LESS_POOR, down("0.1", "điểm phần trăm"), "met", "met"),
    (LESS_POOR, down("0.2", "%"), "exceeded", "exceeded"),
    (LESS_POOR, down("2", "hộ"), "undecided", "units_differ"),
    (FEWER_VU, down("6", "điểm phần trăm"), "undecided", "units_differ"),
    (FEWER_HO, level("28", "hộ", baseline=D(31)), "exceeded", "decrease_computed"),
    (FEWER_HO, down("10", "%", baseline=D(30), baseline_unit="hộ"), "exceeded", "exceeded"),
    (FEWER_HO, down("10", "%"), "undecided", "needs_baseline"),
    # an unsigned figure
    (FEWER_VU, level("6", "%"), "met", "taken_as_amount"),
    (FEWER_VU, level("6", "%", baseline=D(110)), "met", "taken_as_amount"),
    (LESS_POOR, level("0.38", "%"), "undecided", "could_be_level"),
    (FEWER_HO, level("3", "hộ"), "undecided", "could_be_level"),
    (FEWER_VU, level("6"), "undecided", "could_be_level"),
    (NAMELESS, level("6", "%"), "undecided", "could_be_level"),
    (NAMELESS, down("6", "%"), "met", "met"),
    (NAMELESS, level("100", "vụ", baseline=D(110)), "met", "decrease_computed"),
    (NAMELESS, level("100", None, baseline=D(110)), "met", "decrease_computed"),
    (NAMELESS, level("10", None, baseline=D(12)), "undecided", "two_ways"),
    (ANY_RISE, level("5", "%"), "undecided", "needs_baseline"),
    (ANY_RISE, level("12", "tỷ đồng"), "undecided", "needs_baseline"),
    (ANY_RISE, level("12", "tỷ đồng", baseline=D(11)), "met", "increase_computed"),
    (ANY_RISE, level("11", "tỷ đồng", baseline=D(11)), "not_met", "increase_computed"),
    (ANY_RISE, up("5"), "met", "met"),
    (ANY_RISE, down("5"), "not_met", "not_met"),
    # ranks
    (RANKS, level("12", "hạng", baseline=D(15)), "met", "increase_computed"),
    (RANKS, level("11", "hạng", baseline=D(15)), "exceeded", "increase_computed"),
    (RANKS, level("18", "hạng", baseline=D(15)), "not_met", "increase_computed"),
    (RANKS, level("12", None, baseline=D(15)), "met", "increase_computed"),
    (RANKS, level("3", "bậc"), "met", "taken_as_amount"),
    (RANKS, up("4", "bậc"), "exceeded", "exceeded"),
    (RANKS, down("4", "bậc"), "not_met", "not_met"),
    (RANKS, level("12"), "undecided", "could_be_level"),
    (RANKS, level("12", "hạng"), "undecided", "needs_baseline"),
    # against a plan
    (OVER_PLAN, level("104", "%"), "undecided", "percentage_of_what"),
    (OVER_PLAN, level("4", "%"), "undecided", "percentage_of_what"),
    (OVER_PLAN, level("4", "%", over_plan="amount"), "met", "met"),
    (OVER_PLAN, level("104", "%", over_plan="level"), "met", "met"),
    (OVER_PLAN, level("104", "%", share_of_plan=True), "met", "met"),
    (OVER_PLAN, level("104", "tỷ đồng", plan=D(100)), "met", "plan_computed"),
    (OVER_PLAN, level("106", "tỷ đồng", plan=D(100)), "exceeded", "plan_computed"),
    (OVER_PLAN, level("102", "tỷ đồng", of=D(100)), "not_met", "plan_computed"),
    (OVER_PLAN, level("99", "tỷ đồng", plan=D(100)), "not_met", "plan_computed"),
    (OVER_PLAN, level("99", "tỷ đồng", plan=D(0)), "undecided", "zero_plan"),
    (OVER_PLAN, level("99", "tỷ đồng"), "undecided", "needs_plan"),
    (OVER_PLAN, up("4"), "met", "met"),
    (OVER_PLAN, down("4"), "not_met", "not_met"),
    (
        change("increase", "=", "5", "tỷ đồng", "Thu", "higher", basis="plan"),
        level("106", "tỷ đồng", plan=D(100)),
        "exceeded",
        "plan_difference",
    ),
    (
        change("decrease", "=", "0.3", "%", SHARE, "lower", basis="plan"),
        level("2.5", "%", plan=D("2.8")),
        "met",
        "met",
    ),
]


STEEP = change("decrease", ">=", "20", "%", COUNT, "lower")
STEEP_POOR = change("decrease", ">=", "10", "%", SHARE, "lower")
ECONOMY = change("increase", ">=", "10", "%", "Tốc độ tăng trưởng kinh tế", "higher")
BIRTHS = change("decrease", "=", "1", "‰", "Tỷ lệ sinh thô", "lower")
INCOME = change("increase", ">=", "100", "triệu đồng", "Thu ngân sách", "higher")
YEARLY = change("increase", ">=", "8", "%/năm", "Giá trị sản xuất", "higher", average_annual=True)
YEARLY_POINTS = change("decrease", "=", "0.5", "%/năm", SHARE, "lower", average_annual=True)
YEARLY_MONEY = change("decrease", ">=", "2", "tỷ đồng/năm", "Chi thường xuyên", "lower", average_annual=True)
HIGHER_PLACE = change("increase", ">", "0", "", "Xếp hạng PCI", "higher")
LOWER_PLACE = change("decrease", "<=", "2", "bậc", "Thứ hạng CCHC", "lower")
POINTS_LESS = change("decrease", "=", "0.5", "điểm phần trăm", SHARE, "lower")
UNDER_PLAN = change("decrease", "=", "4", "%", "Chi thường xuyên", "lower", basis="plan")
POINTS_UNDER_PLAN = change("decrease", "=", "0.3", "%", SHARE, "lower", basis="plan")
POINTS_OVER_PLAN = change("increase", "=", "2", "%", "Tỷ lệ hộ khá", "higher", basis="plan")
FIVE_OVER = change("increase", "=", "5", "tỷ đồng", "Thu ngân sách", "higher", basis="plan")
FIVE_UNDER = change("decrease", "=", "5", "tỷ đồng", "Chi thường xuyên", "lower", basis="plan")
NO_RISE = change("decrease", ">=", "0", "%", COUNT, "lower")
NO_MORE_HO = change("decrease", ">=", "0", "hộ", "Số hộ nghèo", "lower")
PER_HEAD = "Thu nhập bình quân đầu người"

#: What cannot be told, and what can although something is left out.
CASES += [
    # a number strictly between 0 and 1 against figures of 10 or more may be a ratio
    (STEEP, down("0.25", None), "undecided", "looks_like_ratio"),
    (STEEP, down("25", None), "met", "unit_assumed"),
    (STEEP, down("0.25"), "not_met", "not_met"),
    (ECONOMY, level("0.12"), "undecided", "looks_like_ratio"),
    (ECONOMY, level("12"), "met", "taken_as_amount"),
    (STEEP_POOR, level("0.4", None, baseline=D(50)), "undecided", "looks_like_ratio"),
    (STEEP_POOR, level("40", None, baseline=D(50)), "met", "unit_assumed"),
    # said in a unit that does not fit
    (FEWER_VU, level("6", "điểm phần trăm"), "undecided", "units_differ"),
    (FEWER_VU, down("6", "vụ", baseline=D(110), baseline_unit="hộ"), "undecided", "units_differ"),
    (LESS_POOR, level("30", "hộ", baseline=D(35)), "undecided", "units_differ"),
    (LESS_POOR, level("0.4", "%", baseline=D(5), baseline_unit="hộ"), "undecided", "units_differ"),
    (FEWER_HO, level("28", "vụ", baseline=D(31)), "undecided", "units_differ"),
    (FEWER_HO, level("28", "hộ", baseline=D(31), baseline_unit="vụ"), "undecided", "units_differ"),
    (FEWER_HO, down("3", "vụ"), "undecided", "units_differ"),
    (FEWER_HO, down("10", "%", baseline=D(30), baseline_unit="tỷ đồng"), "undecided", "units_differ"),
    (RANKS, level("5", "hộ"), "undecided", "units_differ"),
    (MORE, level("90", "hộ", baseline=D(80), baseline_unit="tỷ đồng"), "undecided", "units_differ"),
    # points of a share, whatever stands without a unit
    (LESS_POOR, level("0.4", None, baseline=D("0.5")), "met", "unit_assumed"),
    (LESS_POOR, level("0.4", None, baseline=D("0.5"), baseline_unit="%"), "met", "decrease_computed"),
    (LESS_POOR, level("4", "‰", baseline=D("0.5"), baseline_unit="%"), "met", "decrease_computed"),
    (LESS_POOR, level("0.1", "điểm phần trăm"), "met", "taken_as_amount"),
    (BIRTHS, level("14", "‰", baseline=D(15)), "met", "decrease_computed"),
    (BIRTHS, level("14", None, baseline=D(15)), "met", "decrease_computed"),
    (BIRTHS, level("1.4", "%", baseline=D(15), baseline_unit="‰"), "met", "decrease_computed"),
    (BIRTHS, level("1.3", "%", baseline=D(15), baseline_unit="‰"), "exceeded", "decrease_computed"),
    (BIRTHS, down("0.1", "%"), "met", "met"),
    (
        change("increase", "=", "2", "%", "Tỷ lệ hộ khá", "higher"),
        level("2", "%", baseline=D(0)),
        "met",
        "met",
    ),
    # what has no name: the unit of the baseline tells
    (NAMELESS, level("10", "%", baseline=D(16), baseline_unit="%"), "met", "decrease_computed"),
    (NAMELESS, level("10", None, baseline=D(14), baseline_unit="%"), "not_met", "decrease_computed"),
    (NAMELESS, level("6", "%", baseline=D(110), baseline_unit="vụ"), "met", "taken_as_amount"),
    (NAMELESS, level("6", "%", baseline=D(110)), "undecided", "could_be_level"),
    (NAMELESS, level("90", None, baseline=D(100)), "met", "met"),
    (NAMELESS, level("0", None, baseline=D(0)), "undecided", "zero_baseline"),
    # baselines that nothing is relative to
    (MORE, level("100", "tỷ đồng", baseline=D(-5)), "undecided", "negative_baseline"),
    (FEWER_VU, down("6", "vụ", baseline=D(0)), "undecided", "zero_baseline"),
    (FEWER_HO, down("10", "%", baseline=D(0), baseline_unit="hộ"), "undecided", "zero_baseline"),
    (FEWER_HO, level("28", "hộ", baseline=D(0)), "not_met", "decrease_computed"),
    # amounts convert
    (INCOME, level("1.2", "tỷ đồng", baseline=D(1), baseline_unit="tỷ đồng"), "met", "increase_computed"),
    (
        INCOME,
        level("1.2", "tỷ đồng", baseline=D(1100), baseline_unit="triệu đồng"),
        "met",
        "increase_computed",
    ),
    (INCOME, level("1.2", "tỷ đồng", baseline=D(1101), baseline_unit="triệu đồng"), "not_met", "not_met"),
    (INCOME, level("1200", None, baseline=D(1100)), "met", "increase_computed"),
    (INCOME, up("0.1", "tỷ đồng"), "met", "unit_converted"),
    (INCOME, down("0.1", "tỷ đồng"), "not_met", "unit_converted"),
    (FEWER_HO, level("10", "%", baseline=D(30), baseline_unit="hộ"), "exceeded", "taken_as_amount"),
    # yearly, and over how many years is not known
    (YEARLY, level("120", "tỷ đồng", baseline=D(100)), "undecided", "steps_unknown"),
    (YEARLY_POINTS, level("1.5", "%", baseline=D(4)), "undecided", "steps_unknown"),
    (YEARLY_MONEY, level("90", "tỷ đồng", baseline=D(100)), "undecided", "steps_unknown"),
    (YEARLY, up("8", "%"), "met", "taken_as_yearly"),
    (YEARLY, up("5", "tỷ đồng", baseline=D(100)), "undecided", "change_for_level"),
    # in points
    (POINTS_LESS, level("3.9", "%", baseline=D("4.4")), "met", "decrease_computed"),
    (POINTS_LESS, level("4", "%", baseline=D("4.4")), "not_met", "decrease_computed"),
    # a figure below 0, or any amount at all, is no amount in the wanted direction
    (FEWER_VU, level("-6", "%"), "undecided", "could_be_level"),
    (NO_RISE, level("6", "%"), "undecided", "needs_baseline"),
    (NO_MORE_HO, level("6", "%", baseline=D(30), baseline_unit="hộ"), "undecided", "needs_baseline"),
    (
        change("decrease", ">=", "2", "hộ", SHARE, "lower"),
        level("0.4", "%", baseline=D(30), baseline_unit="hộ"),
        "undecided",
        "units_differ",
    ),
    # per mille are points, whatever is counted
    (change("decrease", "=", "1", "‰", "", "lower"), level("14", "‰", baseline=D(15)), "met", "met"),
    (BIRTHS, down("1", None), "met", "unit_assumed"),
    # any rise at all
    (ANY_RISE, level("11", None, baseline=D(11)), "not_met", "increase_computed"),
    (ANY_RISE, level("12", None, baseline=D(11)), "met", "increase_computed"),
    (ANY_RISE, level("1.1", "tỷ đồng", baseline=D(1000), baseline_unit="triệu đồng"), "met", "met"),
    # what is told by the head leaves "per head" out
    (
        change("increase", ">=", "5", "%", PER_HEAD, "higher"),
        level("61", "triệu đồng/người/năm", baseline=D(58), baseline_unit="triệu đồng"),
        "met",
        "increase_computed",
    ),
    (
        change("increase", ">=", "3", "triệu đồng/người/năm", PER_HEAD, "higher"),
        level("61", "triệu đồng", baseline=D(58)),
        "met",
        "increase_computed",
    ),
    (HIGHER_PLACE, level("5", "hộ"), "undecided", "units_differ"),
    # over or under a plan, in parts of it
    (
        change("increase", "=", "5", "", "Số hội viên", "higher", basis="plan"),
        level("105", None, plan=D(100)),
        "met",
        "plan_difference",
    ),
    (OVER_PLAN, up("4", "tỷ đồng", plan=D(100)), "met", "met"),
    (OVER_PLAN, down("4", "tỷ đồng", plan=D(100)), "not_met", "not_met"),
    (OVER_PLAN, up("4", "tỷ đồng", plan=D(100_000), plan_unit="triệu đồng"), "met", "met"),
    (OVER_PLAN, up("4", "tỷ đồng", plan=D(100), plan_unit="hộ"), "undecided", "units_differ"),
    (OVER_PLAN, up("4", "tỷ đồng"), "undecided", "needs_plan"),
    (OVER_PLAN, up("4", "tỷ đồng", plan=D(0)), "undecided", "zero_plan"),
    (OVER_PLAN, up("0.04", "tỷ đồng", plan=D(1)), "met", "met"),
    (OVER_PLAN, up("4", None), "met", "met"),
    (OVER_PLAN, up("40", "‰"), "met", "met"),
    (OVER_PLAN, up("4", "điểm phần trăm"), "met", "met"),
    (OVER_PLAN, level("104", None, plan=D(100)), "met", "plan_computed"),
    (OVER_PLAN, level("1.04", "tỷ đồng", plan=D(1)), "met", "plan_computed"),
    (OVER_PLAN, level("104", "tỷ đồng", plan=D(-1)), "undecided", "zero_plan"),
    (OVER_PLAN, level("104", "tỷ đồng", plan=D(100), plan_unit="hộ"), "undecided", "units_differ"),
    (OVER_PLAN, level("104", "%", plan=D(100)), "undecided", "percentage_of_what"),
    (OVER_PLAN, level("104"), "undecided", "percentage_of_what"),
    (UNDER_PLAN, level("96", "tỷ đồng", plan=D(100)), "met", "plan_computed"),
    (UNDER_PLAN, level("97", "tỷ đồng", plan=D(100)), "not_met", "plan_computed"),
    (UNDER_PLAN, level("96", "%", share_of_plan=True), "met", "met"),
    (UNDER_PLAN, level("4", "%", over_plan="amount"), "not_met", "not_met"),
    (UNDER_PLAN, down("4"), "met", "met"),
    (UNDER_PLAN, up("4"), "not_met", "not_met"),
    # a share, in points of it
    (POINTS_UNDER_PLAN, level("2.4", "%", plan=D("2.8")), "exceeded", "exceeded"),
    (POINTS_UNDER_PLAN, level("2.6", "%", plan=D("2.8")), "not_met", "not_met"),
    (POINTS_UNDER_PLAN, level("25", "‰", plan=D("2.8"), plan_unit="%"), "met", "met"),
    (POINTS_UNDER_PLAN, level("2.5", "hộ", plan=D("2.8")), "undecided", "units_differ"),
    (POINTS_UNDER_PLAN, level("2.5", "%", plan=D("2.8"), plan_unit="hộ"), "undecided", "units_differ"),
    (POINTS_OVER_PLAN, level("82", "%", plan=D(80)), "met", "met"),
    (POINTS_OVER_PLAN, level("83", "%", plan=D(80)), "exceeded", "exceeded"),
    (POINTS_OVER_PLAN, level("81", "%", plan=D(80)), "not_met", "not_met"),
    # in units of the thing itself
    (FIVE_OVER, level("105", "tỷ đồng", plan=D(100)), "met", "plan_difference"),
    (FIVE_OVER, level("105", "tỷ đồng", plan=D(100_000), plan_unit="triệu đồng"), "met", "plan_difference"),
    (FIVE_OVER, level("105000", "triệu đồng", plan=D(100), plan_unit="tỷ đồng"), "met", "plan_difference"),
    (FIVE_OVER, level("105", None, plan=D(100)), "met", "plan_difference"),
    (FIVE_OVER, level("105", "tỷ đồng", plan=D(100), plan_unit="hộ"), "undecided", "units_differ"),
    (FIVE_OVER, level("105", "hộ", plan=D(100)), "undecided", "units_differ"),
    (FIVE_OVER, level("105", "tỷ đồng"), "undecided", "needs_plan"),
    (FIVE_OVER, level("105", "%", share_of_plan=True, plan=D(100)), "met", "met"),
    (FIVE_OVER, level("104", "%", share_of_plan=True, plan=D(100)), "not_met", "not_met"),
    (FIVE_OVER, level("105", "%", share_of_plan=True), "undecided", "needs_plan"),
    (FIVE_OVER, level("5", "%", over_plan="amount", plan=D(100)), "met", "met"),
    (
        FIVE_OVER,
        level("105", "%", share_of_plan=True, plan=D(100_000), plan_unit="triệu đồng"),
        "met",
        "met",
    ),
    (
        FIVE_OVER,
        level("105", "%", share_of_plan=True, plan=D(9), plan_unit="hộ"),
        "undecided",
        "units_differ",
    ),
    (FIVE_OVER, up("5", plan=D(100)), "met", "met"),
    (FIVE_OVER, up("5", plan=D(100), plan_unit="tỷ đồng"), "met", "met"),
    (FIVE_OVER, up("50", "‰", plan=D(100), plan_unit="tỷ đồng"), "met", "met"),
    (FIVE_OVER, down("5", plan=D(100), plan_unit="tỷ đồng"), "not_met", "not_met"),
    (FIVE_OVER, up("5"), "undecided", "needs_plan"),
    (FIVE_OVER, up("5", "tỷ đồng"), "met", "met"),
    (FIVE_OVER, up("5000", "triệu đồng"), "met", "unit_converted"),
    (FIVE_OVER, down("5", "tỷ đồng"), "not_met", "not_met"),
    (FIVE_UNDER, level("95", "tỷ đồng", plan=D(100)), "met", "plan_difference"),
    (FIVE_UNDER, level("96", "tỷ đồng", plan=D(100)), "not_met", "plan_difference"),
    (FIVE_UNDER, level("95", "%", share_of_plan=True, plan=D(100), plan_unit="tỷ đồng"), "met", "met"),
    (FIVE_UNDER, down("5", plan=D(100), plan_unit="tỷ đồng"), "met", "met"),
    (FIVE_UNDER, up("5", plan=D(100), plan_unit="tỷ đồng"), "not_met", "not_met"),
    (FIVE_UNDER, down("5", "tỷ đồng"), "met", "met"),
    (FIVE_UNDER, up("5", "tỷ đồng"), "not_met", "not_met"),
    # places
    (HIGHER_PLACE, level("12", None, baseline=D(15)), "met", "increase_computed"),
    (HIGHER_PLACE, level("15", None, baseline=D(15)), "not_met", "increase_computed"),
    (LOWER_PLACE, level("17", "hạng", baseline=D(15)), "met", "decrease_computed"),
    (LOWER_PLACE, level("18", "hạng", baseline=D(15)), "not_met", "decrease_computed"),
    (LOWER_PLACE, level("11", "hạng", baseline=D(15)), "met", "decrease_computed"),
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
        (
            RANKS,
            level("12", "hạng", baseline=D(15)),
            "Từ hạng 15 kỳ gốc đến hạng 12: mức tăng là 3 bậc.",
        ),
        (
            MORE,
            level("2", "tỷ đồng", baseline=D(1000), baseline_unit="triệu đồng"),
            "Từ 1.000 triệu đồng kỳ gốc đến 2 tỷ đồng: mức tăng là 100%.",
        ),
        (
            FEWER_VU,
            level("0", None, baseline=D(7), baseline_unit="vụ"),
            "Từ 7 vụ kỳ gốc đến 0 vụ: mức giảm là 100%.",
        ),
        (
            LESS_POOR,
            level("0.4", "%", baseline=D("0.5")),
            "Từ 0,5% kỳ gốc đến 0,4%: mức giảm là 0,1%.",
        ),
        (
            FEWER_HO,
            level("28", "hộ", baseline=D(31)),
            "Từ 31 hộ kỳ gốc đến 28 hộ: mức giảm là 3 hộ.",
        ),
        (
            OVER_PLAN,
            level("104000", "triệu đồng", plan=D(100), plan_unit="tỷ đồng"),
            "104.000 triệu đồng so với kế hoạch 100 tỷ đồng là 104%.",
        ),
        (
            FIVE_OVER,
            level("106", "tỷ đồng", plan=D(100)),
            "106 tỷ đồng so với kế hoạch 100 tỷ đồng.",
        ),
        (LESS_POOR, level("0.4", None, baseline=D("0.5")), "Số thực hiện không ghi đơn vị; hiểu là %."),
        (STEEP, down("25", None), "Số thực hiện không ghi đơn vị; hiểu là %."),
        (FEWER_VU, level("6", "%"), "“6” được hiểu là mức thay đổi theo hướng chỉ tiêu đề ra."),
        (YEARLY, up("8", "%"), "“tăng 8” được hiểu là mức bình quân mỗi năm."),
    ],
)
def test_sentence(wanted: Target, given: Actual, sentence: str) -> None:
    assert sentence in [reason.message for reason in evaluate_target(wanted, given).reasons]


def test_a_yearly_rate_is_told_with_what_it_comes_from() -> None:
    given = level("116.64", "tỷ đồng", baseline=D(100))
    verdict = evaluate_target(YEARLY, given, period=(date(2024, 1, 1), date(2025, 12, 31)))
    assert (verdict.outcome, verdict.value, verdict.margin) == ("met", D(8), D(0))
    assert any(
        reason.message.startswith("Từ 100 tỷ đồng đến 116,64 tỷ đồng qua 2 năm: bình quân 8% mỗi năm")
        for reason in verdict.reasons
    )


def test_the_years_serve_every_entity_and_every_reading() -> None:
    two_years = (date(2024, 1, 1), date(2025, 12, 31))
    given = level("116.64", "tỷ đồng", baseline=D(100))  # 8% twice
    each = YEARLY.model_copy(update={"each": "xã"})
    for entity in ("Xã A", "tất cả các xã"):
        verdict = evaluate_target(each, [replace(given, entity=entity)], entities=("Xã A",), period=two_years)
        assert verdict.outcome == "met"
    doubtful = YEARLY.model_copy(update={"readings": (YEARLY,)})
    assert evaluate_target(doubtful, given, period=two_years).outcome == "met"


def test_only_a_yearly_figure_is_taken_as_one() -> None:
    assert "taken_as_yearly" not in codes(evaluate_target(FEWER_VU, down("6")))
    assert "taken_as_yearly" not in codes(evaluate_target(YEARLY, up("8", "%/năm")))


def test_a_yearly_rate_without_a_unit_stands_in_that_of_the_baseline() -> None:
    given = level("116.64", None, baseline=D(100), baseline_unit="tỷ đồng")
    verdict = evaluate_target(YEARLY, given, period=(date(2024, 1, 1), date(2025, 12, 31)))
    assert any("Từ 100 tỷ đồng đến 116,64 tỷ đồng qua 2 năm" in reason.message for reason in verdict.reasons)


@pytest.mark.parametrize(("most", "outcome"), [("140", "not_met"), ("150", "undecided")])
def test_growth_to_a_bound_only(most: str, outcome: str) -> None:
    given = Actual(f"dưới {most}", Interval(None, D(most)), "tỷ đồng", baseline=D(100))
    verdict = evaluate_target(YEARLY, given, period=FIVE_YEARS)
    assert verdict.outcome == outcome
    assert codes(verdict)


def test_both_ways_are_told_of_a_yearly_change() -> None:
    wanted = change("decrease", ">=", "0.5", "%/năm", "", "lower", average_annual=True)
    # from 12 to 10 in five years: 0,4 points a year, but more than 3% of it
    verdict = evaluate_target(wanted, level("10", None, baseline=D(12)), period=FIVE_YEARS)
    assert codes(verdict)[0] == "two_ways"


def test_both_ways_are_told() -> None:
    given = level("10", None, baseline=D(12))
    wanted = NAMELESS.model_copy(update={"better_source": "author"})
    verdict = evaluate_target(wanted, given)
    assert verdict.better_source == "author"
    assert verdict.reasons[0].message.count("%") >= 2
    assert (verdict.value, verdict.margin, verdict.actual) == (None, None, given)
    assert verdict.better == "lower"
    said = verdict.reasons[0].message
    assert "“10”" in said
    assert "2%" in said  # 12 less 10, in points


def test_relative_change_is_exact() -> None:
    verdict = evaluate_target(FEWER_VU, level("100", "vụ", baseline=D(110)))
    assert (verdict.value, verdict.margin) == (Fraction(100, 11), Fraction(45, 11))


def test_change_the_other_way_is_a_negative_amount() -> None:
    verdict = evaluate_target(FEWER_VU, up("6"))
    assert (verdict.value, verdict.margin) == (D(-6), D(-11))


# ---- yearly averages -----------------------------------------------------------------------------------

GROWTH = change("increase", ">=", "8", "%/năm", "Giá trị sản xuất", "higher", average_annual=True)
POINTS = change("decrease", "=", "0.5", "%/năm", SHARE, "lower", average_annual=True)
SAVINGS = change("decrease", ">=", "2", "tỷ đồng/năm", "Chi thường xuyên", "lower", average_annual=True)


@pytest.mark.parametrize(
    ("figure", "outcome"),
    [
        ("146.93280768", "met"),
        ("146.93280767", "not_met"),
        ("147", "met"),
        ("100", "not_met"),
        ("90", "not_met"),
    ],
)
def test_growth_compounds_by_powers(figure: str, outcome: str) -> None:
    # 1,08 to the fifth is 1,4693280768 exactly
    verdict = evaluate_target(GROWTH, level(figure, "tỷ đồng", baseline=D(100)), period=FIVE_YEARS)
    assert verdict.outcome == outcome
    assert "compound_computed" in codes(verdict)


def test_shown_rate_does_not_look_like_the_figure_it_misses() -> None:
    near = level("146.9328076799999999", "tỷ đồng", baseline=D(100))
    verdict = evaluate_target(GROWTH, near, period=FIVE_YEARS)
    assert verdict.outcome == "not_met"
    assert verdict.value is not None
    assert verdict.value < 8
    assert "8%/năm <" not in verdict.reasons[0].message


@pytest.mark.parametrize(
    ("wanted", "given", "outcome"),
    [
        (POINTS, level("1.5", "%", baseline=D(4)), "met"),  # 2,5 points in 5 years
        (POINTS, level("1.6", "%", baseline=D(4)), "not_met"),
        (POINTS, level("1.4", "%", baseline=D(4)), "exceeded"),
        (SAVINGS, level("90", "tỷ đồng", baseline=D(100)), "met"),
        (SAVINGS, level("91", "tỷ đồng", baseline=D(100)), "not_met"),
        (GROWTH, up("8.1", "%/năm"), "met"),
        (GROWTH, level("7.9", "%/năm"), "not_met"),
    ],
)
def test_points_and_amounts_are_linear(wanted: Target, given: Actual, outcome: str) -> None:
    assert evaluate_target(wanted, given, period=FIVE_YEARS).outcome == outcome


@pytest.mark.parametrize(
    ("indicator", "figure", "outcome"),
    [
        ("Giá trị sản xuất giai đoạn 2021 - 2025", "146.93280768", "met"),  # five steps
        ("Giá trị sản xuất nhiệm kỳ 2020 - 2025", "146.93280768", "met"),
        ("Giá trị sản xuất giai đoạn 2021 - 2026", "146.93280768", "not_met"),  # six
        ("Giá trị sản xuất trong 2 năm", "116.64", "met"),  # 1,08 squared
        ("Giá trị sản xuất trong 2 năm", "116.63", "not_met"),
        ("Giá trị sản xuất", "146.93280768", "undecided"),
    ],
)
def test_steps(indicator: str, figure: str, outcome: str) -> None:
    wanted = change("increase", ">=", "8", "%/năm", indicator, "higher", average_annual=True)
    verdict = evaluate_target(wanted, level(figure, "tỷ đồng", baseline=D(100)))
    assert verdict.outcome == outcome
    assert ("steps_unknown" in codes(verdict)) == (outcome == "undecided")


def test_yearly_fall_compounds_too() -> None:
    wanted = change("decrease", ">=", "10", "%/năm", COUNT, "lower", average_annual=True)
    # 0,9 squared is 0,81
    for figure, outcome in (("81", "met"), ("80", "met"), ("82", "not_met")):
        given = level(figure, "vụ", baseline=D(100))
        assert (
            evaluate_target(wanted, given, period=(date(2024, 1, 1), date(2025, 12, 31))).outcome == outcome
        )


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 8), st.decimals(0, 60, places=1))
def test_compound_agrees_with_fractions(level_: int, base: int, steps: int, rate: Decimal) -> None:
    wanted = change("increase", ">=", str(rate), "%/năm", MONEY, "higher", average_annual=True)
    given_ = level(str(level_), "đồng", baseline=D(base))
    verdict = evaluate_target(wanted, given_, period=(date(2001, 1, 1), date(2000 + steps, 12, 31)))
    reached = Fraction(level_, base) >= (1 + Fraction(rate) / 100) ** steps
    assert verdict.outcome == ("met" if reached else "not_met")


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 100))
def test_relative_change_agrees_with_whole_numbers(base: int, now: int, percent: int) -> None:
    wanted = change("decrease", ">=", str(percent), "%", COUNT, "lower")
    verdict = evaluate_target(wanted, level(str(now), "vụ", baseline=D(base)))
    assert (verdict.outcome == "met") == ((base - now) * 100 >= base * percent)
