"""What is worked out of a target once: whether it is a part of a whole, a multiple of a baseline, on which scale."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

import chitieu
from chitieu.evaluation.prepared import prepare
from chitieu.target import Bound, GradeCondition, Target


def wanted(value: Decimal | Fraction, unit: str = "", **more: Any) -> Target:
    target = Target(
        indicator=more.pop("indicator", "Số thôn"), condition=Bound(op=">=", value=value, unit=unit)
    )
    return target.model_copy(update=more)


@pytest.mark.parametrize(
    ("target", "is_ratio"),
    [
        (wanted(Fraction(2, 3)), True),
        (wanted(Decimal("0.5"), of="thôn"), True),
        (wanted(Decimal("0.5")), False),  # as well a plain number
        (wanted(Decimal(5), of="thôn"), False),
        (wanted(Fraction(4, 3)), False),
        (wanted(Fraction(2, 3), "ha"), False),
    ],
)
def test_a_part_of_a_whole_without_a_unit(target: Target, is_ratio: bool) -> None:
    form = prepare(target)
    assert form.is_ratio == is_ratio
    assert form.whole == (1 if is_ratio else None)


@pytest.mark.parametrize(
    ("target", "is_relative"),
    [
        (wanted(Decimal(110), "%", basis="previous"), True),
        (wanted(Decimal(2), "lần", basis="year:2020"), True),
        (wanted(Decimal(95), "%", basis="previous", indicator="Tỷ lệ hộ khá"), False),
        (wanted(Decimal(500), "tỷ đồng", basis="previous"), False),
        (wanted(Decimal(110), "%", basis="plan"), False),
        (wanted(Decimal(110), "%"), False),
    ],
)
def test_a_multiple_of_a_baseline(target: Target, is_relative: bool) -> None:
    assert prepare(target).is_relative == is_relative


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


def test_more_than_all_of_a_part() -> None:
    codes = chitieu.evaluate("Tỷ lệ hộ khá đạt 2/3", "120%").codes
    assert "verdict.over_whole" in codes
