"""Places of a ranking, where the lower number is the higher place, and by how many they change."""

from __future__ import annotations

import pytest

from .cases import Case, down, fall, figure, judge, rise, up
from .targets import RANKS

HIGHER_PLACE = rise(">", "0", "", "Xếp hạng PCI")
LOWER_PLACE = fall("<=", "2", "bậc", "Thứ hạng CCHC")

CASES: list[Case] = [
    # ranks
    Case(RANKS, figure("12", "hạng", baseline=15), "met", "increase_computed"),
    Case(RANKS, figure("11", "hạng", baseline=15), "exceeded", "increase_computed"),
    Case(RANKS, figure("18", "hạng", baseline=15), "not_met", "increase_computed"),
    Case(RANKS, figure("12", None, baseline=15), "met", "increase_computed"),
    Case(RANKS, figure("3", "bậc"), "met", "taken_as_amount"),
    Case(RANKS, up("4", "bậc"), "exceeded", "exceeded"),
    Case(RANKS, down("4", "bậc"), "not_met", "said_other_way"),
    Case(RANKS, figure("12"), "undecided", "could_be_level"),
    Case(RANKS, figure("12", "hạng"), "undecided", "needs_baseline"),
    Case(RANKS, figure("5", "hộ"), "undecided", "units_differ"),
    Case(HIGHER_PLACE, figure("5", "hộ"), "undecided", "units_differ"),
    # places
    Case(HIGHER_PLACE, figure("12", None, baseline=15), "met", "increase_computed"),
    Case(HIGHER_PLACE, figure("15", None, baseline=15), "not_met", "increase_computed"),
    Case(LOWER_PLACE, figure("17", "hạng", baseline=15), "met", "decrease_computed"),
    Case(LOWER_PLACE, figure("18", "hạng", baseline=15), "not_met", "decrease_computed"),
    Case(LOWER_PLACE, figure("11", "hạng", baseline=15), "met", "decrease_computed"),
    Case(RANKS, figure("12", "hạng", baseline=15), vi="Từ hạng 15 kỳ gốc đến hạng 12: mức tăng là 3 bậc."),
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    judge(case)
