"""One text against one value, as a caller has them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from chitieu.diagnostics import TextError, UsageError
from chitieu.evaluation.api import evaluate
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, Target

SHARE = Target(indicator="Tỷ lệ", condition=Bound.model_validate({"op": ">=", "value": "95", "unit": "%"}))
FALL = Target(
    indicator="Số vụ",
    condition=Bound.model_validate({"op": ">=", "value": "5", "unit": "%"}),
    measure="decrease",
    better="lower",
)
BARE = Target(indicator="Số xe", condition=Bound.model_validate({"op": "=", "value": "5", "unit": "xe"}))


@pytest.mark.parametrize(
    ("target", "actual", "more", "outcome"),
    [
        (SHARE, 96, {}, "met"),
        (SHARE, 95.0, {}, "met"),
        (SHARE, 94.96, {}, "not_met"),
        (SHARE, 0.96, {}, "undecided"),
        (SHARE, Decimal("95.1"), {"unit": "%"}, "met"),
        (SHARE, Fraction(1901, 20), {}, "met"),  # 95,05
        (SHARE, Fraction(1899, 20), {}, "not_met"),  # 94,95
        (SHARE, None, {}, "undecided"),
        (SHARE, float("nan"), {}, "undecided"),
        (SHARE, Decimal("Infinity"), {}, "undecided"),
        (SHARE, 10**400, {}, "met"),
        (SHARE, Decimal("1E+999999"), {}, "undecided"),
        (SHARE, Decimal("1E-999999"), {}, "undecided"),
        (SHARE, Actual("96", Interval.at(Decimal(96))), {"unit": "%"}, "met"),
        (SHARE, Actual("96%", Interval.at(Decimal(96)), "%"), {"unit": "hộ"}, "undecided"),
        (FALL, 100, {"unit": "vụ", "baseline": 110}, "met"),
        (FALL, 100, {"unit": "vụ", "baseline": 105}, "not_met"),
        (FALL, 100, {"unit": "vụ", "baseline": 0}, "undecided"),
        (FALL, -6, {"unit": "%"}, "met"),
        (FALL, -4, {"unit": "%"}, "not_met"),
        (BARE, 6, {}, "exceeded"),
        (BARE, 6, {"better": "lower"}, "not_met"),
        (BARE, 4, {"better": "lower"}, "exceeded"),
        (BARE, 6, {"better": "exact"}, "not_met"),
    ],
)
def test_objects(target: Target, actual: Any, more: dict[str, Any], outcome: str) -> None:
    assert evaluate(target, actual, **more).outcome == outcome


def test_whole_number_of_too_many_digits_is_undecided() -> None:
    verdict = evaluate(SHARE, 10**100_000)
    assert verdict.reasons[0].message == "Không đọc được kết quả “1.000000E+100000”."


def test_author_s_better_is_named() -> None:
    assert evaluate(BARE, 6, better="lower").better_source == "author"


TEXTS: list[tuple[str, str, dict[str, Any], str]] = [
    ("trên 98%", "98,2%", {}, "met"),
    ("trên 98%", "98%", {}, "not_met"),
    ("từ 5 - 8 đảng viên", "9 đồng chí", {}, "exceeded"),
    ("Tỷ lệ hộ nghèo dưới 4%", "3,1", {}, "met"),
    ("giảm ít nhất 5% số vụ phạm pháp hình sự", "100", {"unit": "vụ", "baseline": 110}, "met"),
    ("giảm ít nhất 5% số vụ phạm pháp hình sự", "-6%", {}, "met"),
    ("tỷ lệ hộ nghèo giảm 0,1%", "0,38%", {}, "undecided"),
    ("tỷ lệ hộ nghèo giảm 0,1%", "0,38%", {"baseline": "0,5%"}, "exceeded"),
    ("đạt 100% chỉ tiêu giao", "79/77", {}, "exceeded"),
    ("thu ngân sách đạt 2.860 tỷ đồng", "2.860.000 triệu đồng", {}, "met"),
    ("không để xảy ra cháy nổ", "02 vụ", {}, "not_met"),
    ("không để xảy ra cháy nổ", "không xảy ra", {}, "met"),
    ("ít nhất 60%", "61-62", {}, "met"),
    ("trên 98%", "chưa có", {}, "undecided"),
    ("trên 98%", "98,2%", {"unit": "hộ"}, "undecided"),
    (
        "giá trị sản xuất tăng bình quân 8%/năm giai đoạn 2021-2025",
        "147 tỷ đồng",
        {"baseline": "100 tỷ đồng"},
        "exceeded",
    ),
]


@pytest.mark.parametrize(("target", "actual", "more", "outcome"), TEXTS)
def test_texts(target: str, actual: str, more: dict[str, Any], outcome: str) -> None:
    assert evaluate(target, actual, **more).outcome == outcome


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"target": "a b c", "actual": "1"}, "api.no_target"),
        ({"target": "trên 80%, dưới 20%", "actual": "1"}, "api.several_targets"),
    ],
)
def test_text_without_one_target(arguments: dict[str, Any], code: str) -> None:
    with pytest.raises(TextError) as error:
        evaluate(**arguments)
    assert error.value.code == code


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"actual": True}, "api.not_a_figure"),
        ({"actual": [1]}, "api.not_a_figure"),
        ({"actual": 1, "baseline": "xanh"}, "api.not_a_figure"),
        ({"actual": 1, "plan": float("nan")}, "api.not_a_figure"),
        ({"actual": 1, "better": "up"}, "api.better"),
    ],
)
def test_arguments_that_cannot_be_judged(arguments: dict[str, Any], code: str) -> None:
    with pytest.raises(UsageError) as error:
        evaluate(SHARE, **arguments)
    assert error.value.code == code
