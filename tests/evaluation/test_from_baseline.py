"""Levels told by a baseline: multiples of it, and changes from it where a level is wanted."""

from __future__ import annotations

import pytest

from .cases import Case, figure, judge, wanted

TWICE = wanted(">=", "2", "lần", basis="year:2020")
OF_LAST_YEAR = wanted("=", "105", "%", "Thu", basis="previous")
POOR = wanted("<", "4", "%", "Tỷ lệ hộ nghèo", better="lower")
GROWTH = wanted("=", "8", "%", "Tốc độ tăng trưởng")
RANK = wanted("<=", "12", "hạng", better="lower")
CASES_OF_CRIME = wanted("<=", "100", "vụ", "Số vụ", better="lower")
INCOME = wanted(">=", "1.2", "tỷ đồng", "Thu")

CASES: list[Case] = [
    # multiples of a baseline
    Case(TWICE, figure("2.1", "lần"), "met", "met"),
    Case(TWICE, figure("210", "%"), "met", "met"),
    Case(TWICE, figure("21", "tỷ đồng", baseline=10), "met", "multiple_computed"),
    Case(TWICE, figure("21", "tỷ đồng"), "undecided", "needs_baseline"),
    Case(TWICE, figure("21", "ha", baseline=0), "undecided", "zero_baseline"),
    Case(OF_LAST_YEAR, figure("5", "%", change="increase"), "met", "met"),
    Case(OF_LAST_YEAR, figure("106", "xe", baseline=100), "exceeded", "exceeded"),
    # multiples of a baseline
    Case(TWICE, figure("2.1"), "met", "unit_assumed"),
    Case(TWICE, figure("21", None, baseline=10), "met", "multiple_computed"),
    Case(
        TWICE, figure("2.1", "tỷ đồng", baseline=1000, baseline_unit="triệu đồng"), "met", "multiple_computed"
    ),
    Case(TWICE, figure("1.9", "tỷ đồng", baseline=1000, baseline_unit="triệu đồng"), "not_met", "not_met"),
    Case(TWICE, figure("21", "tỷ đồng", baseline=10, baseline_unit="hộ"), "undecided", "units_differ"),
    Case(TWICE, figure("21", "tỷ đồng", baseline=-10), "undecided", "negative_baseline"),
    Case(TWICE, figure("2", "tỷ đồng", baseline="0.5"), "met", "multiple_computed"),
    Case(TWICE, figure("100", "%", change="increase"), "met", "met"),
    Case(TWICE, figure("99", "%", change="increase"), "not_met", "not_met"),
    Case(TWICE, figure("1000", "‰", change="increase"), "met", "met"),
    Case(TWICE, figure("5", "tỷ đồng", change="increase"), "undecided", "change_for_level"),
    Case(OF_LAST_YEAR, figure("5", "%", change="decrease"), "not_met", "not_met"),
    Case(wanted("=", "95", "%", "Thu", basis="previous"), figure("5", "%", change="decrease"), "met", "met"),
    # changes where a level is wanted
    Case(POOR, figure("6", "%", change="decrease"), "undecided", "change_for_level"),
    Case(
        POOR,
        figure("0.5", "%", change="decrease", baseline="4.4", baseline_unit="%"),
        "met",
        "level_computed",
    ),
    Case(
        CASES_OF_CRIME,
        figure("10", "%", change="decrease", baseline=110, baseline_unit="vụ"),
        "met",
        "level_computed",
    ),
    Case(GROWTH, figure("8.2", "%", change="increase"), "exceeded", "exceeded"),
    Case(GROWTH, figure("0.2", "%", change="decrease"), "not_met", "not_met"),
    Case(wanted(">=", "1", "%", "Tỷ lệ giảm hộ nghèo"), figure("1.2", "%", change="decrease"), "met", "met"),
    Case(RANK, figure("3", "bậc", change="increase", baseline=14), "met", "met"),
    Case(RANK, figure("1", "bậc", change="increase", baseline=14), "not_met", "not_met"),
    # a change from a baseline
    Case(RANK, figure("2", "bậc", change="decrease", baseline=10), "met", "met"),
    Case(RANK, figure("3", "bậc", change="decrease", baseline=10), "not_met", "not_met"),
    Case(RANK, figure("2", None, change="increase", baseline=14), "met", "met"),
    Case(RANK, figure("2", "hạng", change="increase", baseline=14), "met", "met"),
    Case(RANK, figure("2", "hộ", change="increase", baseline=14), "undecided", "units_differ"),
    Case(RANK, figure("2 3", "bậc", change="increase", baseline=14), "met", "all_met"),
    Case(RANK, figure("1 2", "bậc", change="increase", baseline=14), "undecided", "straddles"),
    Case(RANK, figure("2 3", "bậc", change="decrease", baseline=9), "met", "all_met"),
    Case(GROWTH, figure("8", None, change="increase"), "met", "unit_assumed"),
    Case(GROWTH, figure("2", "hộ", change="increase"), "undecided", "units_differ"),
    Case(CASES_OF_CRIME, figure("10", "vụ", change="decrease", baseline=110), "met", "level_computed"),
    Case(CASES_OF_CRIME, figure("9", "vụ", change="decrease", baseline=110), "not_met", "level_computed"),
    Case(CASES_OF_CRIME, figure("10", "hộ", change="decrease", baseline=110), "undecided", "units_differ"),
    Case(
        CASES_OF_CRIME,
        figure("10", "vụ", change="decrease", baseline=110, baseline_unit="hộ"),
        "undecided",
        "units_differ",
    ),
    Case(INCOME, figure("200", "triệu đồng", change="increase", baseline=1), "met", "level_computed"),
    Case(INCOME, figure("199", "triệu đồng", change="increase", baseline=1), "not_met", "unit_converted"),
    Case(
        INCOME,
        figure("200", "triệu đồng", change="increase", baseline=1000, baseline_unit="triệu đồng"),
        "met",
        "level_computed",
    ),
    Case(INCOME, figure("20", "%", change="increase", baseline=1), "met", "level_computed"),
    Case(INCOME, figure("200", "‰", change="increase", baseline=1), "met", "level_computed"),
    Case(INCOME, figure("199", "‰", change="increase", baseline=1), "not_met", "level_computed"),
    Case(POOR, figure("0.5", "điểm phần trăm", change="decrease", baseline="4.4"), "met", "level_computed"),
    Case(POOR, figure("0.4", "điểm phần trăm", change="decrease", baseline="4.4"), "not_met", "not_met"),
    Case(
        POOR, figure("5", "‰", change="decrease", baseline="4.4", baseline_unit="%"), "met", "level_computed"
    ),
    Case(POOR, figure("5", "hộ", change="decrease", baseline="4.4"), "undecided", "units_differ"),
    Case(TWICE, figure("990", "‰", change="increase"), "not_met", "not_met"),
    Case(
        wanted("=", "60", "triệu đồng/người/năm", "Thu nhập bình quân đầu người"),
        figure("3", "triệu đồng/người/năm", change="increase", baseline=57, baseline_unit="triệu đồng"),
        "met",
        "level_computed",
    ),
    # how it was worked out
    Case(TWICE, figure("21", "tỷ đồng", baseline=10), vi="21 tỷ đồng so với 10 tỷ đồng kỳ gốc là 2,1 lần."),
    Case(TWICE, figure("21", None, baseline=10), vi="21 so với 10 kỳ gốc là 2,1 lần."),
    Case(
        INCOME,
        figure("200", "triệu đồng", change="increase", baseline=1, text="200triệu đồng"),
        vi="“200triệu đồng” từ 1 tỷ đồng kỳ gốc là 1,2 tỷ đồng.",
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    judge(case)
