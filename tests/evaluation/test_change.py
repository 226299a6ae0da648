"""Changes, said or worked out from a baseline: by points, relative, in units of the thing itself."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.evaluation import evaluate_target
from chitieu.quantity.actual import Actual

from .cases import Case, down, fall, figure, judge, rise, up, wanted
from .saying import codes
from .targets import (
    BIRTHS,
    COST,
    COST_MOST,
    COUNT,
    FEWER_HO,
    FEWER_VU,
    LESS_POOR,
    MONEY_SPENT,
    MORE,
    NAMELESS,
    PER_HEAD,
    SHARE,
    STEEP,
)

ANY_RISE = rise(">", "0", "", "Doanh thu", basis="previous")
POINTS_LESS = fall("=", "0.5", "điểm phần trăm", SHARE)
NO_RISE = fall(">=", "0", "%", COUNT)
NO_MORE_HO = fall(">=", "0", "hộ", "Số hộ nghèo")

CASES: list[Case] = [
    # the better side is the amount's
    Case(FEWER_HO, down("3", "hộ"), "exceeded", "exceeded"),
    Case(FEWER_HO, down("2", "hộ"), "met", "met"),
    Case(FEWER_HO, down("1", "hộ"), "not_met", "not_met"),
    Case(FEWER_HO, up("3", "hộ"), "not_met", "said_other_way"),
    Case(FEWER_HO, up("10", "%", baseline=30, baseline_unit="hộ"), "not_met", "said_other_way"),
    Case(FEWER_VU, up("5", "vụ", baseline=100), "not_met", "said_other_way"),
    Case(fall(">", "0", "", "Hộ nghèo"), up("5", "hộ"), "not_met", "said_other_way"),
    Case(COST, up("4"), "exceeded", "exceeded"),
    Case(COST, up("5"), "met", "met"),
    Case(COST, up("6"), "not_met", "not_met"),
    Case(COST, up("0"), "exceeded", "exceeded"),
    Case(COST, down("1"), "not_met", "not_met"),
    Case(COST_MOST, up("5"), "met", "met"),
    Case(COST_MOST, up("5.1"), "not_met", "not_met"),
    Case(COST_MOST, up("0"), "met", "met"),
    Case(COST_MOST, down("4"), "met", "met"),
    Case(FEWER_VU, down("6"), "met", "met"),
    Case(FEWER_VU, up("6"), "not_met", "not_met"),
    Case(FEWER_VU, down("5"), "met", "met"),
    Case(FEWER_VU, down("4.99"), "not_met", "not_met"),
    # from a baseline: a count relative, a share by points
    Case(FEWER_VU, figure("100", "vụ", baseline=110), "met", "decrease_computed"),
    Case(FEWER_VU, figure("105", "vụ", baseline=110), "not_met", "decrease_computed"),
    Case(FEWER_VU, figure("95", "vụ", baseline=100), "met", "decrease_computed"),
    Case(FEWER_VU, figure("120", "vụ", baseline=110), "not_met", "decrease_computed"),
    Case(FEWER_VU, figure("100", "vụ", baseline=0), "undecided", "zero_baseline"),
    Case(FEWER_VU, figure("100", "vụ"), "undecided", "needs_baseline"),
    Case(MORE, figure("0.6", "tỷ đồng", baseline="0.5"), "met", "increase_computed"),
    Case(fall("=", "2", "%", MONEY_SPENT), down("2", "triệu đồng", baseline=100), "met", "met"),
    Case(FEWER_VU, figure("100", baseline=110), "met", "decrease_computed"),
    Case(FEWER_VU, down("6", "vụ", baseline=110), "met", "met"),
    Case(FEWER_VU, down("5", "vụ", baseline=110), "not_met", "not_met"),
    Case(FEWER_VU, down("6", "vụ"), "undecided", "needs_baseline"),
    Case(
        MORE, figure("1.1", "tỷ đồng", baseline=1000, baseline_unit="triệu đồng"), "met", "increase_computed"
    ),
    Case(MORE, figure("1.1", "tỷ đồng", baseline=1000, baseline_unit="hộ"), "undecided", "units_differ"),
    Case(LESS_POOR, figure("0.38", "%", baseline="0.5"), "exceeded", "decrease_computed"),
    Case(LESS_POOR, figure("0.4", "%", baseline="0.5"), "met", "decrease_computed"),
    Case(LESS_POOR, figure("0.41", "%", baseline="0.5"), "not_met", "decrease_computed"),
    Case(LESS_POOR, down("0.1", "điểm phần trăm"), "met", "met"),
    Case(LESS_POOR, down("0.2", "%"), "exceeded", "exceeded"),
    Case(LESS_POOR, down("2", "hộ"), "undecided", "units_differ"),
    Case(FEWER_VU, down("6", "điểm phần trăm"), "undecided", "units_differ"),
    Case(FEWER_HO, figure("28", "hộ", baseline=31), "exceeded", "decrease_computed"),
    Case(
        FEWER_HO,
        figure("28", "ha", baseline=31, baseline_unit="hộ"),
        "undecided",
        "units_differ",
        names="“ha”",
    ),
    Case(FEWER_HO, down("10", "%", baseline=30, baseline_unit="hộ"), "exceeded", "exceeded"),
    Case(FEWER_HO, down("10", "%"), "undecided", "needs_baseline"),
    # an unsigned figure
    Case(FEWER_VU, figure("6", "%"), "met", "taken_as_amount"),
    Case(FEWER_VU, figure("6", "%", baseline=110), "met", "taken_as_amount"),
    Case(LESS_POOR, figure("0.38", "%"), "undecided", "could_be_level"),
    Case(FEWER_HO, figure("3", "hộ"), "undecided", "could_be_level"),
    Case(FEWER_VU, figure("6"), "undecided", "could_be_level"),
    Case(NAMELESS, figure("6", "%"), "undecided", "could_be_level"),
    Case(NAMELESS, down("6", "%"), "met", "met"),
    Case(NAMELESS, figure("100", "vụ", baseline=110), "met", "decrease_computed"),
    Case(NAMELESS, figure("100", None, baseline=110), "met", "decrease_computed"),
    Case(NAMELESS, figure("10", None, baseline=12), "undecided", "two_ways"),
    Case(fall(">=", "20", "%", ""), figure("0.5", None, baseline="0.6"), "undecided", "looks_like_ratio"),
    Case(ANY_RISE, figure("5", "%"), "undecided", "needs_baseline"),
    Case(ANY_RISE, figure("12", "tỷ đồng"), "undecided", "needs_baseline"),
    Case(ANY_RISE, figure("12", "tỷ đồng", baseline=11), "met", "increase_computed"),
    Case(ANY_RISE, figure("11", "tỷ đồng", baseline=11), "not_met", "increase_computed"),
    Case(
        ANY_RISE,
        figure("12", "tỷ đồng", baseline=11),
        "met",
        "increase_computed",
        vi="Từ 11 tỷ đồng kỳ gốc đến 12 tỷ đồng: mức tăng là 1 tỷ đồng.",
    ),
    Case(
        ANY_RISE,
        figure("12", None, baseline=11, baseline_unit="tỷ đồng"),
        "met",
        "increase_computed",
        vi="Từ 11 tỷ đồng kỳ gốc đến 12 tỷ đồng: mức tăng là 1 tỷ đồng.",
    ),
    Case(ANY_RISE, up("5"), "met", "met"),
    Case(ANY_RISE, down("5"), "not_met", "not_met"),
    # in points
    Case(POINTS_LESS, figure("3.9", "%", baseline="4.4"), "met", "decrease_computed"),
    Case(POINTS_LESS, figure("4", "%", baseline="4.4"), "not_met", "decrease_computed"),
    # a figure below 0, or any amount at all, is no amount in the wanted direction
    Case(FEWER_VU, figure("-6", "%"), "undecided", "could_be_level"),
    Case(NO_RISE, figure("6", "%"), "undecided", "needs_baseline"),
    Case(NO_MORE_HO, figure("6", "%", baseline=30, baseline_unit="hộ"), "undecided", "needs_baseline"),
    Case(
        fall(">=", "2", "hộ", SHARE),
        figure("0.4", "%", baseline=30, baseline_unit="hộ"),
        "undecided",
        "units_differ",
    ),
    # per mille are points, whatever is counted
    Case(fall("=", "1", "‰", ""), figure("14", "‰", baseline=15), "met", "met"),
    Case(BIRTHS, down("1", None), "met", "unit_assumed"),
    # any rise at all
    Case(ANY_RISE, figure("11", None, baseline=11), "not_met", "increase_computed"),
    Case(ANY_RISE, figure("12", None, baseline=11), "met", "increase_computed"),
    Case(ANY_RISE, figure("1.1", "tỷ đồng", baseline=1000, baseline_unit="triệu đồng"), "met", "met"),
    # what is told by the head leaves "per head" out
    Case(
        rise(">=", "5", "%", PER_HEAD),
        figure("61", "triệu đồng/người/năm", baseline=58, baseline_unit="triệu đồng"),
        "met",
        "increase_computed",
    ),
    Case(
        rise(">=", "3", "triệu đồng/người/năm", PER_HEAD),
        figure("61", "triệu đồng", baseline=58),
        "met",
        "increase_computed",
    ),
    # per mille of a count, and what is any fall
    Case(FEWER_VU, down("49", "‰"), "not_met", "not_met"),
    Case(FEWER_VU, figure("49", "‰"), "not_met", "taken_as_amount"),
    Case(FEWER_VU, figure("49", "‰", baseline=110, baseline_unit="vụ"), "not_met", "taken_as_amount"),
    Case(FEWER_HO, down("50", "‰", baseline=30, baseline_unit="hộ"), "not_met", "not_met"),
    Case(MORE, up("0.1", "tỷ đồng", baseline=1), "met", "met"),
    Case(
        rise(">=", "10", "%", "Tốc độ tăng trưởng kinh tế"),
        figure("110", "tỷ đồng", baseline=100),
        "met",
        "increase_computed",
    ),
    Case(fall("range", "-1 0", "%", COUNT), figure("6", "%"), "undecided", "needs_baseline"),
    Case(
        rise(">=", "3", "triệu đồng/người/năm", PER_HEAD),
        up("10", "%", baseline=58, baseline_unit="triệu đồng"),
        "met",
        "met",
    ),
    Case(FEWER_VU, figure("0", "%"), "not_met", "taken_as_amount"),
    Case(fall("range", "0.5 1", "%", COUNT), figure("0.7", "%"), "met", "taken_as_amount"),
    Case(
        fall(">=", "0", "hộ", "Số hộ nghèo"), down("10", "%", baseline=30, baseline_unit="hộ"), "met", "met"
    ),
    # a larger level is a smaller fall: all of a range lies in the set only if its ends change sides
    Case(FEWER_VU, figure("100 104", "vụ", baseline=110), "met", "all_met", first=True),
    Case(FEWER_VU, down("5 6"), "met", "all_met", first=True),
    Case(COST_MOST, down("3 4"), "met", "all_met", first=True),
    Case(fall(">=", "0.1", "%", SHARE), figure("0.3 0.4", "%", baseline="0.5"), "met", "all_met", first=True),
    Case(fall(">=", "2", "hộ", "Hộ nghèo"), figure("28 29", "hộ", baseline=31), "met", "all_met", first=True),
    Case(
        rise(">=", "3", "bậc", "Thứ hạng CCHC"),
        figure("11 12", "hạng", baseline=15),
        "met",
        "all_met",
        first=True,
    ),
    Case(
        fall(">=", "4", "%", "Chi", basis="plan"),
        figure("95 96", "tỷ đồng", plan=100),
        "met",
        "all_met",
        first=True,
    ),
    Case(
        fall(">=", "5", "tỷ đồng", "Chi", basis="plan"),
        figure("94 95", "tỷ đồng", plan=100),
        "met",
        "all_met",
        first=True,
    ),
    Case(
        fall(">=", "0.3", "%", SHARE, basis="plan"),
        figure("2.4 2.5", "%", plan="2.8"),
        "met",
        "all_met",
        first=True,
    ),
    Case(
        fall(">=", "5", "tỷ đồng", "Chi", basis="plan"),
        figure("94 95", "%", share_of_plan=True, plan=100),
        "met",
        "all_met",
        first=True,
    ),
    Case(
        wanted(">=", "0.8", "lần", basis="year:2020"),
        figure("10 20", "%", change="decrease"),
        "met",
        "all_met",
        first=True,
    ),
    Case(
        wanted("<=", "100", "vụ", "Số vụ"),
        figure("10 11", "vụ", change="decrease", baseline=110),
        "met",
        "all_met",
        first=True,
    ),
    # what a reason names
    Case(FEWER_HO, figure("28", "vụ", baseline=31), names="vụ"),
    Case(FEWER_HO, figure("28", "hộ", baseline=31, baseline_unit="vụ"), names="vụ"),
    # how it was worked out
    Case(
        MORE,
        figure("2", "tỷ đồng", baseline=1000, baseline_unit="triệu đồng"),
        vi="Từ 1.000 triệu đồng kỳ gốc đến 2 tỷ đồng: mức tăng là 100%.",
    ),
    Case(
        FEWER_VU,
        figure("0", None, baseline=7, baseline_unit="vụ"),
        vi="Từ 7 vụ kỳ gốc đến 0 vụ: mức giảm là 100%.",
    ),
    Case(LESS_POOR, figure("0.4", "%", baseline="0.5"), vi="Từ 0,5% kỳ gốc đến 0,4%: mức giảm là 0,1%."),
    Case(FEWER_HO, figure("28", "hộ", baseline=31), vi="Từ 31 hộ kỳ gốc đến 28 hộ: mức giảm là 3 hộ."),
    Case(LESS_POOR, figure("0.4", None, baseline="0.5"), vi="Số thực hiện không ghi đơn vị; hiểu là %."),
    Case(STEEP, down("25", None), vi="Số thực hiện không ghi đơn vị; hiểu là %."),
    Case(FEWER_VU, figure("6", "%", text="6"), vi="“6” được hiểu là mức thay đổi theo hướng chỉ tiêu đề ra."),
    Case(FEWER_VU, figure("100", "vụ", baseline=110), value=Fraction(100, 11), margin=Fraction(45, 11)),
    Case(FEWER_VU, up("6"), value="-6", margin="-11"),
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    judge(case)


def test_both_ways_are_told() -> None:
    given = figure("10", None, baseline=12)
    wanted = NAMELESS.model_copy(update={"better_source": "author"})
    verdict = evaluate_target(wanted, given)
    assert verdict.better_source == "author"
    assert verdict.reasons[0].message.count("%") >= 2
    assert (verdict.value, verdict.margin, verdict.actual) == (None, None, given)
    assert verdict.better == "lower"
    said = verdict.reasons[0].message
    assert "“10”" in said
    assert "2%" in said  # 12 less 10, in points


def test_a_unit_that_is_told_is_not_assumed() -> None:
    assert "unit_assumed" not in codes(evaluate_target(LESS_POOR, figure("0.4", "%", baseline="0.5")))


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 100))
def test_relative_change_agrees_with_whole_numbers(base: int, now: int, percent: int) -> None:
    wanted = fall(">=", str(percent), "%", COUNT)
    verdict = evaluate_target(wanted, figure(str(now), "vụ", baseline=base))
    assert (verdict.outcome == "met") == ((base - now) * 100 >= base * percent)


@pytest.mark.parametrize(
    "given", [down("6"), down("6", "vụ", baseline=110), figure("95", "vụ", baseline=100)]
)
def test_the_wanted_way_is_not_remarked_on(given: Actual) -> None:
    assert "said_other_way" not in codes(evaluate_target(FEWER_VU, given))
