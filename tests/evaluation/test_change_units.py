"""Changes and units: what fits, what converts, what stands without one, and what nothing is relative to."""

from __future__ import annotations

import pytest

from .cases import Case, down, fall, figure, judge, rise, up
from .targets import BIRTHS, FEWER_HO, FEWER_VU, LESS_POOR, MORE, NAMELESS, SHARE, STEEP

STEEP_POOR = fall(">=", "10", "%", SHARE)
ECONOMY = rise(">=", "10", "%", "Tốc độ tăng trưởng kinh tế")
INCOME = rise(">=", "100", "triệu đồng", "Thu ngân sách")

CASES: list[Case] = [
    # a number strictly between 0 and 1 against figures of 10 or more may be a ratio
    Case(STEEP, down("0.25", None), "undecided", "looks_like_ratio"),
    Case(STEEP, down("25", None), "met", "unit_assumed"),
    Case(STEEP, down("0.25"), "not_met", "not_met"),
    Case(ECONOMY, figure("0.12"), "undecided", "looks_like_ratio"),
    Case(ECONOMY, figure("12"), "met", "taken_as_amount"),
    Case(STEEP_POOR, figure("0.4", None, baseline=50), "undecided", "looks_like_ratio"),
    Case(STEEP_POOR, figure("40", None, baseline=50), "met", "unit_assumed"),
    # said in a unit that does not fit
    Case(FEWER_VU, figure("6", "điểm phần trăm"), "undecided", "units_differ"),
    Case(FEWER_VU, down("6", "vụ", baseline=110, baseline_unit="hộ"), "undecided", "units_differ"),
    Case(LESS_POOR, figure("30", "hộ", baseline=35), "undecided", "units_differ"),
    Case(LESS_POOR, figure("0.4", "%", baseline=5, baseline_unit="hộ"), "undecided", "units_differ"),
    Case(FEWER_HO, figure("28", "vụ", baseline=31), "undecided", "units_differ"),
    Case(FEWER_HO, figure("28", "hộ", baseline=31, baseline_unit="vụ"), "undecided", "units_differ"),
    Case(FEWER_HO, down("3", "vụ"), "undecided", "units_differ"),
    Case(FEWER_HO, down("10", "%", baseline=30, baseline_unit="tỷ đồng"), "undecided", "units_differ"),
    Case(MORE, figure("90", "hộ", baseline=80, baseline_unit="tỷ đồng"), "undecided", "units_differ"),
    # points of a share, whatever stands without a unit
    Case(LESS_POOR, figure("0.4", None, baseline="0.5"), "met", "unit_assumed"),
    Case(LESS_POOR, figure("0.4", None, baseline="0.5", baseline_unit="%"), "met", "decrease_computed"),
    Case(LESS_POOR, figure("4", "‰", baseline="0.5", baseline_unit="%"), "met", "decrease_computed"),
    Case(LESS_POOR, figure("0.1", "điểm phần trăm"), "met", "taken_as_amount"),
    Case(BIRTHS, figure("14", "‰", baseline=15), "met", "decrease_computed"),
    Case(BIRTHS, figure("14", None, baseline=15), "met", "decrease_computed"),
    Case(BIRTHS, figure("1.4", "%", baseline=15, baseline_unit="‰"), "met", "decrease_computed"),
    Case(BIRTHS, figure("1.3", "%", baseline=15, baseline_unit="‰"), "exceeded", "decrease_computed"),
    Case(BIRTHS, down("0.1", "%"), "met", "met"),
    Case(rise("=", "2", "%", "Tỷ lệ hộ khá"), figure("2", "%", baseline=0), "met", "met"),
    # what has no name: the unit of the baseline tells
    Case(NAMELESS, figure("10", "%", baseline=16, baseline_unit="%"), "met", "decrease_computed"),
    Case(NAMELESS, figure("10", None, baseline=14, baseline_unit="%"), "not_met", "decrease_computed"),
    Case(NAMELESS, figure("6", "%", baseline=110, baseline_unit="vụ"), "met", "taken_as_amount"),
    Case(NAMELESS, figure("6", "%", baseline=110), "undecided", "could_be_level"),
    Case(NAMELESS, figure("90", None, baseline=100), "met", "met"),
    Case(NAMELESS, figure("0", None, baseline=0), "undecided", "zero_baseline"),
    # baselines that nothing is relative to
    Case(MORE, figure("100", "tỷ đồng", baseline=-5), "undecided", "negative_baseline"),
    Case(FEWER_VU, down("6", "vụ", baseline=0), "undecided", "zero_baseline"),
    Case(FEWER_HO, down("10", "%", baseline=0, baseline_unit="hộ"), "undecided", "zero_baseline"),
    Case(FEWER_HO, figure("28", "hộ", baseline=0), "not_met", "decrease_computed"),
    # amounts convert
    Case(INCOME, figure("1.2", "tỷ đồng", baseline=1, baseline_unit="tỷ đồng"), "met", "increase_computed"),
    Case(
        INCOME,
        figure("1.2", "tỷ đồng", baseline=1100, baseline_unit="triệu đồng"),
        "met",
        "increase_computed",
    ),
    Case(INCOME, figure("1.2", "tỷ đồng", baseline=1101, baseline_unit="triệu đồng"), "not_met", "not_met"),
    Case(INCOME, figure("1200", None, baseline=1100), "met", "increase_computed"),
    Case(INCOME, up("0.1", "tỷ đồng"), "met", "unit_converted"),
    Case(INCOME, down("0.1", "tỷ đồng"), "not_met", "unit_converted"),
    Case(FEWER_HO, figure("10", "%", baseline=30, baseline_unit="hộ"), "exceeded", "taken_as_amount"),
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    judge(case)
