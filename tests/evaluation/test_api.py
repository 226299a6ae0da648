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


@pytest.mark.parametrize(
    ("given", "unit", "expected"),
    [
        (96, "%", Actual("96", Interval.at(Decimal(96)), "%")),
        (0, "%", Actual("0", Interval.at(Decimal(0)), "%")),
        (0.5, None, Actual("0.5", Interval.at(Decimal("0.5")))),
        (-6, "%", Actual("-6", Interval.at(Decimal(6)), "%", change="decrease")),
        ("96", "%", Actual("96", Interval.at(Decimal(96)), "%")),
        ("96%", "%", Actual("96%", Interval.at(Decimal(96)), "%")),
        ("96%", "‰", Actual("96%", Interval.at(Decimal(96)), "%", column_unit="‰")),
        (Actual("96", Interval.at(Decimal(96))), "%", Actual("96", Interval.at(Decimal(96)), "%")),
        (
            Actual("96%", Interval.at(Decimal(96)), "%"),
            "‰",
            Actual("96%", Interval.at(Decimal(96)), "%", column_unit="‰"),
        ),
    ],
)
def test_what_was_given_is_what_is_judged(given: Any, unit: str | None, expected: Actual) -> None:
    assert evaluate(SHARE, given, unit=unit).actual == expected


def test_an_author_s_better_holds_for_every_reading() -> None:
    fewer = BARE.model_copy(update={"condition": Bound(op="=", value=Decimal(4), unit="xe")})
    both = BARE.model_copy(update={"readings": (fewer,)})
    assert evaluate(both, 6, better="lower").outcome == "not_met"
    assert evaluate(both, 3, better="lower").outcome == "exceeded"


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
    ("thu ngân sách tăng 5%", "110 tỷ đồng", {"baseline": "100.000 triệu đồng"}, "exceeded"),
    ("thu ngân sách đạt 100% dự toán", "110 tỷ đồng", {"plan": "120.000 triệu đồng"}, "not_met"),
    ("lợi nhuận tăng 2 tỷ đồng", "1 tỷ đồng", {"baseline": "-2 tỷ đồng"}, "exceeded"),
    ("lợi nhuận tăng 2 tỷ đồng", "1 tỷ đồng", {"baseline": "2 tỷ đồng"}, "not_met"),
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
    assert arguments["target"] in error.value.diagnostics[0].text("en")


@pytest.mark.parametrize(("length", "shown"), [(80, 80), (81, 79)])
def test_a_long_text_is_told_by_its_beginning(length: int, shown: int) -> None:
    text = "ab " * 27
    with pytest.raises(TextError) as error:
        evaluate(text[:length], 1)
    told = error.value.diagnostics[0].text("en")
    assert text[:shown] in told
    assert ("…" in told) == (shown < length)
    assert text[: shown + 1] not in told or shown == length


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
    name = next((name for name in ("baseline", "plan") if name in arguments), "actual")
    if code == "api.not_a_figure":
        assert f"({name})" in error.value.diagnostics[0].text("en")
