"""Shares of a population, parts of a whole."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from .cases import Case, figure, judge, wanted
from .targets import AT_LEAST_95, OF_PLAN

TWO_THIRDS = wanted(">=", "2/3", "", of="số trường")

CASES: list[Case] = [
    # shares of a population
    Case(AT_LEAST_95, figure("392", "hộ", population=412), "met", "share_computed"),
    Case(AT_LEAST_95, figure("391", "hộ", population=412), "not_met", "share_computed"),
    Case(AT_LEAST_95, figure("392", of=412), "met", "share_computed"),
    Case(wanted("=", "100", "%"), figure("3", "trạm", of=3), "met", "share_computed"),
    Case(wanted("=", "100", "%"), figure("79", of=77), "undecided", "share_above_whole"),
    Case(wanted("=", "100", "%"), figure("1", of=0), "undecided", "zero_whole"),
    Case(AT_LEAST_95, figure("392", "hộ"), "undecided", "needs_whole"),
    Case(
        wanted(">=", "950", "‰"),
        figure("95", "blorg"),
        "undecided",
        vi="Chưa biết đơn vị “blorg” của “95 blorg”; chỉ tiêu tính bằng ‰.",
    ),
    Case(
        TWO_THIRDS,
        figure("0.5", "blorg"),
        "undecided",
        vi="Chưa biết đơn vị “blorg” của “0.5 blorg”; chỉ tiêu tính bằng %.",
    ),
    Case(TWO_THIRDS, figure("3"), "undecided", "needs_whole"),
    Case(TWO_THIRDS, figure("0.75"), "met", "met"),
    Case(TWO_THIRDS, figure("2", of=3), "met", "share_computed"),
    Case(AT_LEAST_95, figure("97", "%", population=412), "met", "met"),
    Case(AT_LEAST_95, figure("392", population=412), "met", "share_computed"),
    Case(AT_LEAST_95, figure("97", population=412), "undecided", "two_ways"),
    Case(AT_LEAST_95, figure("97", population=400), "undecided", "two_ways"),
    Case(wanted(">=", "20", "%"), figure("97", population=412), "met", "share_computed"),
    Case(AT_LEAST_95, figure("97.5", population=412), "met", "unit_assumed"),
    Case(wanted(">=", "2/3", "", of="thôn"), figure("8", "thôn", of=12), "met", "share_computed"),
    Case(wanted(">=", "2/3", "", of="thôn"), figure("66", "%"), "not_met", "unit_converted"),
    Case(wanted(">=", "2/3", "", of="thôn"), figure("67", "%"), "met", "unit_converted"),
    Case(wanted("=", "3", "trạm"), figure("3", "trạm", of=4), "met", "met"),
    Case(wanted("<=", "12", "hạng", better="lower"), figure("3", "hạng", of=10), "met", "met"),
    # parts and wholes
    Case(TWO_THIRDS, figure("8", "ha"), "undecided", "units_differ"),
    Case(OF_PLAN, figure("999", "‰"), "not_met", "not_met"),
    Case(TWO_THIRDS, figure("1"), "undecided", "needs_whole"),
    Case(TWO_THIRDS, figure("0.99"), "met", "met"),
    Case(wanted("=", "100", "%"), figure("1", of=1), "met", "share_computed"),
    Case(AT_LEAST_95, figure("100", population=412), "undecided", "two_ways"),
    Case(AT_LEAST_95, figure("101", population=412), "not_met", "share_computed"),
    Case(AT_LEAST_95, figure("0"), "not_met", "unit_assumed"),
    Case(wanted(">=", "95", "hộ"), figure("0.5"), "not_met", "unit_assumed"),
    Case(wanted("=", "245", "", "Số sinh viên/vạn dân"), figure("245", "sinh viên/vạn dân"), "met", "met"),
    Case(AT_LEAST_95, figure("8", "ha", population=412), "undecided", "units_differ"),
    Case(wanted("=", "100", "%"), figure("79", of=77), names="77"),
    Case(TWO_THIRDS, figure("3", of=4), "met", vi="3 trên tổng số 4 là 0,75."),
    Case(wanted(">=", "700", "‰"), figure("3", "trạm", of=4), vi="3 trên tổng số 4 là 750‰."),
    Case(wanted(">=", "70", "%"), figure("3", "trạm", of=4), vi="3 trên tổng số 4 là 75%."),
    Case(
        AT_LEAST_95,
        figure("392", "hộ", population=412),
        value=Fraction(9800, 103),
        margin=Fraction(15, 103),
        completion=Fraction(196000, 1957),
    ),
    # of the rule, where the actual has none
    Case(AT_LEAST_95, figure("392", "hộ"), "met", beside={"population": Decimal(412)}),
    Case(AT_LEAST_95, figure("392", "hộ", population=500), "not_met", beside={"population": Decimal(412)}),
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Case) -> None:
    judge(case)
