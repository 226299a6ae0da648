"""Targets in plain words: each row is how a clerk would say it."""

import pytest

from chitieu.diagnostics import Lang
from chitieu.evaluation import Counts
from chitieu.report.signs import PLAIN
from chitieu.report.wording import NBSP, describe, plan_cell, summary_words, unit_cell
from chitieu.target import Bound, GradeCondition, Range, StatusCondition, Target


def target(condition: Bound | Range | GradeCondition | StatusCondition, **more: object) -> Target:
    return Target.model_validate({"indicator": "x", "condition": condition, **more})


CASES: list[tuple[Target, str, str, str]] = [
    (target(Bound(op=">", value="98", unit="%")), "lớn hơn 98%", "more than 98%", "> 98"),
    (target(Bound(op=">=", value="95", unit="%")), "ít nhất 95%", "at least 95%", "≥ 95"),
    (target(Bound(op="<", value="21.5", unit="%")), "nhỏ hơn 21,5%", "less than 21.5%", "< 21,5"),
    (target(Bound(op="<=", value="4", unit="vụ")), "không quá 4 vụ", "at most 4 vụ", "≤ 4"),
    (
        target(Bound(op="=", value="2860", unit="tỷ đồng")),
        "đạt 2.860 tỷ đồng",
        "reach 2,860 tỷ đồng",
        "2.860",
    ),
    (
        target(Bound(op="=", value="10.08", unit="‰"), better="exact"),
        "đúng 10,08‰",
        "exactly 10.08‰",
        "10,08",
    ),
    (
        target(Range(low="5", high="8", unit="đảng viên")),
        "từ 5 đến 8 đảng viên",
        "from 5 to 8 đảng viên",
        "5 – 8",
    ),
    (
        target(Bound(op=">=", value="5", unit="%"), measure="decrease"),
        "giảm ít nhất 5%",
        "fall by at least 5%",
        "giảm ≥ 5",
    ),
    (
        target(Bound(op="<", value="1", unit="%"), measure="decrease"),
        "giảm chưa tới 1%",
        "fall by less than 1%",
        "giảm < 1",
    ),
    (
        target(Bound(op=">", value="0"), measure="increase", basis="previous"),
        "tăng so với năm trước",
        "rise against the year before",
        "tăng",
    ),
    (
        target(Bound(op=">=", value="0"), measure="increase", basis="year:2021"),
        "không giảm so với năm 2021",
        "not fall against 2021",
        "không giảm",
    ),
    (
        target(Range(low="3", high="5", unit="%"), measure="increase", average_annual=True),
        "bình quân mỗi năm tăng từ 3 đến 5%",
        "rise by 3 to 5% a year on average",
        "tăng 3 – 5",
    ),
    (
        target(Bound(op="=", value="100", unit="%"), basis="plan"),
        "đạt 100% kế hoạch được giao",
        "reach 100% of the plan",
        "100",
    ),
    (
        target(Range(low="3", high="5", unit="%"), measure="increase", basis="plan"),
        "tăng từ 3 đến 5% so với kế hoạch được giao",
        "rise by 3 to 5% against the plan",
        "tăng 3 – 5",
    ),
    (
        target(Bound(op="=", value="24", unit="mô hình"), approximate=True),
        "đạt khoảng 24 mô hình",
        "reach about 24 mô hình",
        "≈ 24",
    ),
    (
        target(Bound(op=">=", value="1", unit="kỳ họp"), each="chi bộ"),
        "mỗi chi bộ ít nhất 1 kỳ họp",
        "each chi bộ: at least 1 kỳ họp",
        "mỗi chi bộ: ≥ 1",
    ),
    (
        target(Bound(op="<=", value="18", unit="hạng"), better="lower"),
        "đứng thứ 18 trở lên",
        "rank 18 or better",
        "≤ 18",
    ),
    (target(GradeCondition(op=">=", grade="Khá")), "Khá trở lên", "Khá or better", "Khá trở lên"),
    (target(GradeCondition(op="=", grade="loại II")), "đạt loại II", "loại II", "loại II"),
    (target(StatusCondition(expected=False)), "không được xảy ra", "must not occur", "Không có"),
    (target(StatusCondition(expected=True)), "phải có, phải giữ được", "must hold", "Đạt"),
    (
        target(StatusCondition(expected=True), basis="plan"),
        "đạt và vượt kế hoạch được giao",
        "meet or exceed it (the plan)",
        "Đạt và vượt",
    ),
    (
        target(Bound(op="=", value="80", unit="%"), when="year:2025"),
        "đạt 80% (năm 2025)",
        "reach 80% (in 2025)",
        "80",
    ),
    (
        target(Bound(op="=", value="20", unit="%"), of="tổ chức đảng"),
        "đạt 20% (trong tổ chức đảng)",
        "reach 20% (of tổ chức đảng)",
        "20",
    ),
    (
        target(Bound(op="=", value="98", unit="%"), stretch=True),
        "đạt 98% (mức phấn đấu thêm, không tính vào tổng)",
        "reach 98% (a stretch target, not counted)",
        "98",
    ),
]


@pytest.mark.parametrize(("read", "vi", "en", "cell"), CASES)
def test_words(read: Target, vi: str, en: str, cell: str) -> None:
    assert describe(read, "vi") == vi
    assert describe(read, "en") == en
    assert plan_cell(read).replace(NBSP, " ") == cell


def test_a_console_without_signs_gets_plain_ones() -> None:
    shown = [plan_cell(read, signs=PLAIN) for read, *_ in CASES]
    assert not set("".join(shown)) & set("≥≤≈–")


def test_sign_and_figure_stay_together() -> None:
    assert plan_cell(target(Bound(op=">=", value="95"))) == "≥\N{NO-BREAK SPACE}95"


def test_share_of_plan_has_its_own_unit() -> None:
    assert unit_cell(target(Bound(op="=", value="100", unit="%"), basis="plan")) == "% kế hoạch"
    assert unit_cell(target(Bound(op="=", value="5", unit="%"), basis="plan", measure="increase")) == "%"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("vi", "Đạt và vượt 24/31 chỉ tiêu: 9 vượt, 15 đạt, 4 không đạt, 3 chưa đủ căn cứ"),
        ("en", "24 of 31 targets met or exceeded: 9 exceeded, 15 met, 4 not met, 3 undecided"),
    ],
)
def test_summary_in_the_words_of_resolutions(lang: Lang, words: str) -> None:
    assert summary_words(Counts(met=15, exceeded=9, not_met=4, undecided=3), lang) == words
