"""What is worked out of a target once: whether it is a part of a whole, a multiple of a baseline, on which scale."""

from __future__ import annotations

import pytest

import chitieu
from chitieu.evaluation.prepared import prepare
from chitieu.target import GradeCondition, Target

from .cases import graded, wanted


@pytest.mark.parametrize(
    ("target", "is_ratio"),
    [
        (wanted(">=", "2/3", ""), True),
        (wanted(">=", "0.5", "", of="thôn"), True),
        (wanted(">=", "0.5", ""), False),  # as well a plain number
        (wanted(">=", "5", "", of="thôn"), False),
        (wanted(">=", "1", "", of="thôn"), False),
        (wanted(">=", "0", "", of="thôn"), False),
        (wanted(">=", "4/3", ""), False),
        (wanted(">=", "2/3", "ha"), False),
        (graded(">=", "Khá"), False),
    ],
)
def test_a_part_of_a_whole_without_a_unit(target: Target, is_ratio: bool) -> None:
    form = prepare(target)
    assert form.is_ratio is is_ratio
    assert form.whole == (1 if is_ratio else None)


@pytest.mark.parametrize(
    ("target", "is_relative"),
    [
        (wanted(">=", "110", "%", basis="previous"), True),
        (wanted(">=", "2", "lần", basis="year:2020"), True),
        (wanted(">=", "95", "%", basis="previous", indicator="Tỷ lệ hộ khá"), False),
        (wanted(">=", "500", "tỷ đồng", basis="previous"), False),
        (wanted(">=", "110", "%", basis="plan"), False),
        (wanted(">=", "110", "%"), False),
    ],
)
def test_a_multiple_of_a_baseline(target: Target, is_relative: bool) -> None:
    assert prepare(target).is_relative == is_relative


PLAIN = wanted(">=", "95", "%", "Tỷ lệ hộ khá")


@pytest.mark.parametrize(
    ("target", "is_direct"),
    [
        (PLAIN, True),
        (wanted(">=", "500", "tỷ đồng", basis="previous"), True),
        (wanted(">=", "110", "%", basis="previous"), False),  # a multiple of a baseline
        (wanted(">=", "110", "%", basis="plan"), False),
        (wanted(">=", "5", "%", measure="increase"), False),
        (wanted(">=", "95", ""), False),
        (PLAIN.model_copy(update={"each": "thôn"}), False),
        (PLAIN.model_copy(update={"needs_review": True}), False),
        (PLAIN.model_copy(update={"readings": (PLAIN,)}), False),
        (graded(">=", "Khá"), False),
    ],
)
def test_a_figure_that_is_compared_as_it_is(target: Target, is_direct: bool) -> None:
    assert prepare(target).is_direct == is_direct


def test_one_target_is_worked_out_once() -> None:
    assert prepare(PLAIN) is prepare(PLAIN)


@pytest.mark.parametrize(
    ("grade", "scale", "indicator", "found"),
    [
        ("Khá", None, "", "xếp loại chung"),
        ("Khá", None, "Kết quả kiểm tra bắn đạn thật", "đạt yêu cầu"),
        ("Khá", "kiểm tra bắn đạn thật", "", "đạt yêu cầu"),  # no scale of that name, but words that choose
        ("Khá", "yếu < khá", "", "yếu < khá"),
        ("lấp lánh", None, "", None),
    ],
)
def test_the_scale_of_a_grade(grade: str, scale: str | None, indicator: str, found: str | None) -> None:
    condition = GradeCondition(op=">=", grade=grade, scale=scale)
    assert prepare(Target(indicator=indicator, condition=condition)).scale == found


@pytest.mark.parametrize(
    ("target", "whole"),
    [
        (PLAIN, 100),
        (wanted(">=", "100", "%", "Tỷ lệ hộ khá"), 100),
        (wanted(">=", "950", "‰", "Tỷ lệ hộ khá"), 1000),
        (wanted(">=", "120", "%", "Tỷ lệ hộ khá"), None),  # so more is wanted: no part of a whole
        (wanted(">=", "95", "%", "Tỷ lệ hộ khá", basis="plan"), None),
        (wanted(">=", "95", "%", "Tỷ lệ hộ khá", measure="increase"), None),
        (wanted(">=", "10", "%", "Tốc độ tăng trưởng"), None),
        (wanted(">=", "95", "hộ", "Số hộ khá"), None),
    ],
)
def test_all_of_a_population(target: Target, whole: int | None) -> None:
    assert prepare(target).whole == whole


def test_more_than_all_of_a_part() -> None:
    codes = chitieu.evaluate("Tỷ lệ hộ khá đạt 2/3", "120%").codes
    assert "verdict.over_whole" in codes
