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
from chitieu.target import Bound

from .cases import Case, fall, judge, wanted

SHARE = wanted(">=", "95")
FALL = fall(">=", "5", "%", "Số vụ")
BARE = wanted("=", "5", "xe", better_source="default")

OBJECTS: list[Case] = [
    Case(SHARE, 96, "met"),
    Case(SHARE, 95.0, "met"),
    Case(SHARE, 94.96, "not_met"),
    Case(SHARE, 0.96, "undecided"),
    Case(SHARE, Decimal("95.1"), "met", beside={"unit": "%"}),
    Case(SHARE, Fraction(1901, 20), "met"),  # 95,05
    Case(SHARE, Fraction(1899, 20), "not_met"),  # 94,95
    Case(SHARE, None, "undecided"),
    Case(SHARE, float("nan"), "undecided"),
    Case(SHARE, Decimal("Infinity"), "undecided"),
    Case(SHARE, 10**400, "met"),
    Case(SHARE, Decimal("1E+999999"), "undecided"),
    Case(SHARE, Decimal("1E-999999"), "undecided"),
    Case(SHARE, Actual("96", Interval.at(Decimal(96))), "met", beside={"unit": "%"}),
    Case(SHARE, Actual("96%", Interval.at(Decimal(96)), "%"), "undecided", beside={"unit": "hộ"}),
    Case(FALL, 100, "met", beside={"unit": "vụ", "baseline": 110}),
    Case(FALL, 100, "not_met", beside={"unit": "vụ", "baseline": 105}),
    Case(FALL, 100, "undecided", beside={"unit": "vụ", "baseline": 0}),
    Case(FALL, -6, "met", beside={"unit": "%"}),
    Case(FALL, -4, "not_met", beside={"unit": "%"}),
    Case(BARE, 6, "exceeded"),
    Case(BARE, 6, "not_met", beside={"better": "lower"}),
    Case(BARE, 4, "exceeded", beside={"better": "lower"}),
    Case(BARE, 6, "not_met", beside={"better": "exact"}),
]


@pytest.mark.parametrize(
    ("given", "unit", "expected"),
    [
        (None, "%", Actual(unit="%")),
        (96, "%", Actual("96", Interval.at(Decimal(96)), "%")),
        (0, "%", Actual("0", Interval.at(Decimal(0)), "%")),
        (0.5, None, Actual("0.5", Interval.at(Decimal("0.5")))),
        (-6, "%", Actual("-6", Interval.at(Decimal(6)), "%", change="decrease")),
        ("96", "%", Actual("96", Interval.at(Decimal(96)), "%")),
        ("96%", "%", Actual("96%", Interval.at(Decimal(96)), "%")),
        ("96%", "‰", Actual("96%", Interval.at(Decimal(96)), "%", column_unit="‰")),
        (Actual("96", Interval.at(Decimal(96))), "%", Actual("96", Interval.at(Decimal(96)), "%")),
        (Actual("96%", Interval.at(Decimal(96)), "%"), "%", Actual("96%", Interval.at(Decimal(96)), "%")),
        (
            Actual("96%", Interval.at(Decimal(96)), "%"),
            "‰",
            Actual("96%", Interval.at(Decimal(96)), "%", column_unit="‰"),
        ),
    ],
)
def test_what_was_given_is_what_is_judged(given: Any, unit: str | None, expected: Actual) -> None:
    assert evaluate(SHARE, given, unit=unit).actual == expected


def test_a_target_s_words_alone_tell_its_years() -> None:
    yearly = FALL.model_copy(update={"average_annual": True})
    verdict = evaluate(yearly, "90 vụ", baseline=100)
    assert verdict.codes[0] == "verdict.steps_unknown"


def test_an_author_s_better_holds_for_every_reading() -> None:
    fewer = BARE.model_copy(update={"condition": Bound(op="=", value=Decimal(4), unit="xe")})
    both = BARE.model_copy(update={"readings": (fewer,)})
    assert evaluate(both, 6, better="lower").outcome == "not_met"
    assert evaluate(both, 3, better="lower").outcome == "exceeded"


def test_whole_number_of_too_many_digits_is_undecided() -> None:
    verdict = evaluate(SHARE, 10**100_000, unit="%")
    assert verdict.actual == Actual("1.000000E+100000", unit="%")
    assert verdict.reasons[0].message == "Không đọc được kết quả “1.000000E+100000”."


def test_what_is_no_number_is_kept_as_it_was_given() -> None:
    assert evaluate(SHARE, float("inf"), unit="hộ").actual == Actual("inf", unit="hộ")


def test_author_s_better_is_named() -> None:
    assert evaluate(BARE, 6, better="lower").better_source == "author"


TEXTS: list[Case] = [
    Case("trên 98%", "98,2%", "met"),
    Case("trên 98%", "98%", "not_met"),
    Case("từ 5 - 8 đảng viên", "9 đồng chí", "exceeded"),
    Case("Tỷ lệ hộ nghèo dưới 4%", "3,1", "met"),
    Case("giảm ít nhất 5% số vụ phạm pháp hình sự", "100", "met", beside={"unit": "vụ", "baseline": 110}),
    Case("giảm ít nhất 5% số vụ phạm pháp hình sự", "-6%", "met"),
    Case("tỷ lệ hộ nghèo giảm 0,1%", "0,38%", "undecided"),
    Case("tỷ lệ hộ nghèo giảm 0,1%", "0,38%", "exceeded", beside={"baseline": "0,5%"}),
    Case("đạt 100% chỉ tiêu giao", "79/77", "exceeded"),
    Case("thu ngân sách đạt 2.860 tỷ đồng", "2.860.000 triệu đồng", "met"),
    Case("thu ngân sách đạt 100% dự toán, tương đương 2.000 triệu đồng", "1.999 triệu đồng", "not_met"),
    Case(  # the level is reached, from 150 the rate is not
        "thu ngân sách đạt 161,051 tỷ đồng, tương đương tăng bình quân 10%/năm; giai đoạn 2021 - 2025",
        "161,051 tỷ đồng",
        "undecided",
        "restatements_differ",
        beside={"baseline": "150 tỷ đồng"},
    ),
    Case("thu ngân sách đạt 2 tỷ đồng, tương đương 2.000 triệu đồng", "2", "met"),
    Case("không để xảy ra cháy nổ", "02 vụ", "not_met"),
    Case("không để xảy ra cháy nổ", "không xảy ra", "met"),
    Case("ít nhất 60%", "61-62", "met"),
    Case("trên 98%", "chưa có", "undecided"),
    Case("trên 98%", "98,2%", "undecided", beside={"unit": "hộ"}),
    Case("thu ngân sách tăng 5%", "110 tỷ đồng", "exceeded", beside={"baseline": "100.000 triệu đồng"}),
    Case("thu ngân sách đạt 100% dự toán", "110 tỷ đồng", "not_met", beside={"plan": "120.000 triệu đồng"}),
    Case("lợi nhuận tăng 2 tỷ đồng", "1 tỷ đồng", "exceeded", beside={"baseline": "-2 tỷ đồng"}),
    Case("lợi nhuận tăng 2 tỷ đồng", "1 tỷ đồng", "not_met", beside={"baseline": "2 tỷ đồng"}),
    Case(
        "giá trị sản xuất tăng bình quân 8%/năm giai đoạn 2021-2025",
        "147 tỷ đồng",
        "exceeded",
        beside={"baseline": "100 tỷ đồng"},
    ),
    Case(  # 100 x 1,1^5
        "thu ngân sách tăng bình quân 10%/năm; giai đoạn 2021 - 2025",
        "161,051 tỷ đồng",
        "met",
        beside={"baseline": "100 tỷ đồng"},
    ),
]


@pytest.mark.parametrize("case", [*OBJECTS, *TEXTS])
def test_case(case: Case) -> None:
    judge(case)


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
    text = error.value.diagnostics[0].text("en")
    assert arguments["target"] in text
    assert ("states 2 targets" in text) == (code == "api.several_targets")


@pytest.mark.parametrize(("length", "shown"), [(80, 80), (81, 79)])
def test_a_long_text_is_told_by_its_beginning(length: int, shown: int) -> None:
    text = "ab " * 27
    with pytest.raises(TextError) as error:
        evaluate(text[:length], 1)
    told = error.value.diagnostics[0].text("en")
    assert text[:shown] in told
    assert (f"“{text[:shown]}…”" in told) == (shown < length)
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
    text = error.value.diagnostics[0].text("en")
    if code == "api.better":
        assert "up" in text
    else:
        assert f"({name})" in text
        assert str(arguments[name]) in text
