"""Average yearly changes: growth compounds, points and amounts add up, over the years of the words or the period."""

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
from chitieu.target import Target

from .cases import Case, down, fall, figure, judge, rise, up
from .saying import codes
from .targets import COUNT, FEWER_VU, MONEY_SPENT, SHARE, YEARLY

POINTS = fall("=", "0.5", "%/năm", SHARE, average_annual=True)
SAVINGS = fall(">=", "2", "tỷ đồng/năm", "Chi thường xuyên", average_annual=True)
NAMELESS = fall("=", "0.5", "%/năm", "", average_annual=True)
FEWER = fall(">=", "10", "%/năm", COUNT, average_annual=True)
IN_FIVE: dict[str, Any] = {"period": (date(2021, 1, 1), date(2025, 12, 31))}
IN_TWO: dict[str, Any] = {"period": (date(2024, 1, 1), date(2025, 12, 31))}


def over(years: str) -> Target:
    """The years in the words of the indicator."""
    return YEARLY.model_copy(update={"indicator": f"Giá trị sản xuất {years}".strip()})


CASES: list[Case] = [
    # over how many years is not known
    Case(YEARLY, figure("120", "tỷ đồng", baseline=100), "undecided", "steps_unknown"),
    Case(POINTS, figure("1.5", "%", baseline=4), "undecided", "steps_unknown"),
    Case(SAVINGS, figure("90", "tỷ đồng", baseline=100), "undecided", "steps_unknown"),
    Case(YEARLY, up("8", "%"), "met", "taken_as_yearly"),
    Case(YEARLY, up("8", "%", text="8"), vi="“tăng 8” được hiểu là mức bình quân mỗi năm."),
    Case(YEARLY, up("5", "tỷ đồng", baseline=100), "undecided", "change_for_level"),
    # growth compounds: 1,08 to the fifth is 1,4693280768 exactly
    Case(YEARLY, figure("146.93280768", "tỷ đồng", baseline=100), "met", "compound_computed", IN_FIVE),
    Case(YEARLY, figure("146.93280767", "tỷ đồng", baseline=100), "not_met", "compound_computed", IN_FIVE),
    # the fifth root of 1,47 is 1,0800987587
    Case(YEARLY, figure("147", "tỷ đồng", baseline=100), "met", beside=IN_FIVE, value="8.009876"),
    Case(YEARLY, figure("100", "tỷ đồng", baseline=100), "not_met", "compound_computed", IN_FIVE),
    Case(YEARLY, figure("90", "tỷ đồng", baseline=100), "not_met", "compound_computed", IN_FIVE),
    Case(YEARLY, figure("116.64", "tỷ đồng", baseline=100), "met", beside=IN_TWO, value=8, margin=0),
    # and so does a fall: 0,9 squared is 0,81
    Case(FEWER, figure("81", "vụ", baseline=100), "met", beside=IN_TWO),
    Case(FEWER, figure("80", "vụ", baseline=100), "met", beside=IN_TWO),
    Case(FEWER, figure("82", "vụ", baseline=100), "not_met", beside=IN_TWO),
    # points and amounts are linear
    Case(POINTS, figure("1.5", "%", baseline=4), "met", beside=IN_FIVE),  # 2,5 points in 5 years
    Case(POINTS, figure("1.6", "%", baseline=4), "not_met", beside=IN_FIVE),
    Case(POINTS, figure("1.4", "%", baseline=4), "exceeded", beside=IN_FIVE),
    Case(POINTS, figure("1.5", baseline=4), "met", beside=IN_FIVE),
    Case(NAMELESS, figure("1.5", baseline=4, baseline_unit="%"), "met", beside=IN_FIVE),
    Case(SAVINGS, figure("90", "tỷ đồng", baseline=100), "met", beside=IN_FIVE),
    Case(SAVINGS, figure("91", "tỷ đồng", baseline=100), "not_met", beside=IN_FIVE),
    Case(YEARLY, up("8.1", "%/năm"), "met", beside=IN_FIVE),
    Case(YEARLY, figure("7.9", "%/năm"), "not_met", beside=IN_FIVE),
    # the years in the words
    Case(over("giai đoạn 2021 - 2025"), figure("146.93280768", "tỷ đồng", baseline=100), "met"),  # five steps
    Case(over("nhiệm kỳ 2020 - 2025"), figure("146.93280768", "tỷ đồng", baseline=100), "met"),
    Case(over("giai đoạn 2021 - 2026"), figure("146.93280768", "tỷ đồng", baseline=100), "not_met"),  # six
    Case(over("trong 2 năm"), figure("116.64", "tỷ đồng", baseline=100), "met"),  # 1,08 squared
    Case(over("trong 2 năm"), figure("116.63", "tỷ đồng", baseline=100), "not_met"),
    Case(over(""), figure("146.93280768", "tỷ đồng", baseline=100), "undecided", "steps_unknown"),
    # what a rate comes from
    Case(
        YEARLY, figure("116.64", "tỷ đồng", baseline=100), beside=IN_TWO,
        names="Từ 100 tỷ đồng đến 116,64 tỷ đồng qua 2 năm: bình quân 8% mỗi năm",
    ),
    Case(
        YEARLY, figure("116.64", baseline=100, baseline_unit="tỷ đồng"), beside=IN_TWO,
        names="Từ 100 tỷ đồng đến 116,64 tỷ đồng qua 2 năm",
    ),
    Case(
        YEARLY, figure("147", baseline=100), None, "compound_computed", IN_FIVE,
        names="Từ 100 đến 147 qua 5 năm",
    ),
    # what fell below zero has no rate, what is gone has
    Case(
        YEARLY, figure("-5", "tỷ đồng", baseline=100), "undecided", "negative_baseline", IN_FIVE, first=True
    ),
    Case(YEARLY, figure("0", "tỷ đồng", baseline=100), "not_met", beside=IN_FIVE, value=-100),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    judge(case)
    assert case.code == "steps_unknown" or "steps_unknown" not in codes(case.verdict)


def test_the_years_serve_every_entity_and_every_reading() -> None:
    given = figure("116.64", "tỷ đồng", baseline=100)  # 8% twice
    each = YEARLY.model_copy(update={"each": "xã"})
    for entity in ("Xã A", "tất cả các xã"):
        verdict = evaluate_target(each, [replace(given, entity=entity)], entities=("Xã A",), **IN_TWO)
        assert verdict.outcome == "met"
    doubtful = YEARLY.model_copy(update={"readings": (YEARLY,)})
    assert evaluate_target(doubtful, given, **IN_TWO).outcome == "met"


def test_only_a_yearly_figure_is_taken_as_one() -> None:
    assert "taken_as_yearly" not in codes(evaluate_target(FEWER_VU, down("6")))
    for text in ("8%/năm", "8%"):  # the unit alone may tell it
        assert "taken_as_yearly" not in codes(evaluate_target(YEARLY, up("8", "%/năm", text=text)))


@pytest.mark.parametrize(("most", "outcome"), [("140", "not_met"), ("150", "undecided")])
def test_growth_to_a_bound_only(most: str, outcome: str) -> None:
    given = Actual(f"dưới {most}", Interval(None, Decimal(most)), "tỷ đồng", baseline=Decimal(100))
    verdict = evaluate_target(YEARLY, given, **IN_FIVE)
    assert verdict.outcome == outcome
    assert codes(verdict)


def test_both_ways_are_told_of_a_yearly_change() -> None:
    nameless = fall(">=", "0.5", "%/năm", "", average_annual=True)
    # from 12 to 10 in five years: 0,4 points a year, but more than 3% of it
    judge(Case(nameless, figure("10", baseline=12), "undecided", "two_ways", IN_FIVE, first=True))


def test_shown_rate_does_not_look_like_the_figure_it_misses() -> None:
    near = figure("146.9328076799999999", "tỷ đồng", baseline=100)
    verdict = evaluate_target(YEARLY, near, **IN_FIVE)
    assert verdict.outcome == "not_met"
    assert verdict.value is not None
    assert verdict.value < 8
    assert "8%/năm <" not in verdict.reasons[0].message


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 8), st.decimals(0, 60, places=1))
def test_compound_agrees_with_fractions(now: int, base: int, steps: int, rate: Decimal) -> None:
    wanted = rise(">=", str(rate), "%/năm", MONEY_SPENT, average_annual=True)
    actual = figure(str(now), "đồng", baseline=base)
    verdict = evaluate_target(wanted, actual, period=(date(2001, 1, 1), date(2000 + steps, 12, 31)))
    reached = Fraction(now, base) >= (1 + Fraction(rate) / 100) ** steps
    assert verdict.outcome == ("met" if reached else "not_met")
