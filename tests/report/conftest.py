"""A small ruleset judged by hand: every kind of row that a report can hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from chitieu.actuals import Actuals
from chitieu.diagnostics import Diagnostic, Lang, Place
from chitieu.evaluation import Counts, ItemOutcome, Judged, Outcome, Report, Verdict
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.ruleset import Item, Rule, Ruleset, Section
from chitieu.target import Bound, GradeCondition, Range, StatusCondition, Target

MISSING = Diagnostic("verdict.missing")


@dataclass(frozen=True, slots=True)
class Said(Diagnostic):
    """A diagnostic that says just what a test wants it to say."""

    def text(self, lang: Lang = "vi") -> str:
        return str(self.params[lang])

    def hint(self, lang: Lang = "vi") -> str:  # noqa: ARG002 (as the class it stands in for)
        return ""


def said(vi: str, en: str | None = None, place: Place | None = None) -> Diagnostic:
    return Said("sample.said", {"vi": vi, "en": en or vi}, place)


def figure(text: str, value: str, unit: str | None = None) -> Actual:
    return Actual(text=text, interval=Interval.at(Decimal(value)), unit=unit)


_PARTY = Section("I", "CÔNG TÁC XÂY DỰNG ĐẢNG", declared=3)
_ECONOMY = Section(
    "II", "PHÁT TRIỂN KINH TẾ - XÃ HỘI, QUỐC PHÒNG - AN NINH VÀ THỰC HIỆN CÁC NHIỆM VỤ ĐỘT XUẤT KHÁC"
)

_ADMIT = Rule(
    "I.1.1",
    "I.1",
    "từ 5 - 8 đảng viên mới",
    Target(
        indicator="Số đảng viên mới kết nạp",
        condition=Range(low="5", high="8", unit="đảng viên"),
        span=(0, 18),
    ),
)
_MEETINGS = Rule(
    "I.2.1",
    "I.2",
    "mỗi chi bộ tổ chức ít nhất 01 kỳ họp chuyên đề",
    Target(
        indicator="Số kỳ họp chuyên đề của mỗi chi bộ",
        condition=Bound(op=">=", value="1", unit="kỳ họp"),
        better_source="condition",
        each="chi bộ",
        span=(0, 46),
    ),
    entities=("Chi bộ 1", "Chi bộ 2"),
)
_ATTENDANCE = Rule(
    "I.2.2",
    "I.2",
    "tỷ lệ đảng viên sinh hoạt thường kỳ đạt 95% trở lên",
    Target(
        indicator="Tỷ lệ đảng viên sinh hoạt thường kỳ",
        condition=Bound(op=">=", value="95", unit="%"),
        better_source="condition",
        span=(36, 51),
    ),
)
_GRADE = Rule(
    "I.3.1",
    "I.3",
    "xếp loại hoàn thành xuất sắc nhiệm vụ",
    Target(
        indicator="Xếp loại Đảng bộ phường",
        condition=GradeCondition(op="=", grade="hoàn thành xuất sắc nhiệm vụ", scale="nhiệm vụ"),
        span=(0, 37),
    ),
)
_INCOME = Rule(
    "II.1.1",
    "II.1",
    "đạt trên 70 triệu đồng/năm",
    Target(
        indicator="Thu nhập bình quân đầu người",
        condition=Bound(op=">", value="70", unit="triệu đồng/người/năm"),
        better_source="condition",
        span=(0, 26),
    ),
)
_OUTPUT = Rule(
    "II.2.1",
    "II.2",
    "doanh thu 2.860 tỷ đồng",
    Target(
        indicator="Doanh thu dịch vụ lưu trú và ăn uống trên địa bàn phường",
        condition=Bound(op="=", value="2860", unit="tỷ đồng"),
        span=(0, 23),
    ),
)
_POVERTY = Rule(
    "II.3.1",
    "II.3",
    "giảm 0.1% (giảm 2 hộ)",
    Target(
        indicator="Tỷ lệ hộ nghèo",
        condition=Bound(op="=", value="0.1", unit="%"),
        measure="decrease",
        better="lower",
        better_source="lexicon",
        span=(0, 9),
    ),
)
_CRIME = Rule(
    "II.4.1",
    "II.4",
    "không để xảy ra trọng án",
    Target(indicator="Trọng án", condition=StatusCondition(expected=False), span=(0, 24)),
)
_STRETCH = Rule(
    "II.5.1",
    "II.5",
    "phấn đấu 98%",
    Target(
        indicator="Tỷ lệ người dân tham gia bảo hiểm y tế",
        condition=Bound(op="=", value="98", unit="%"),
        stretch=True,
        span=(0, 12),
    ),
    counted=False,
)
_BUDGET = Rule(
    "II.6.1",
    "II.6",
    "giảm dưới 1%",
    Target(
        indicator="Tỷ lệ hộ cận nghèo",
        condition=Bound(op="<", value="1", unit="%"),
        better="lower",
        better_source="lexicon",
        span=(0, 12),
        needs_review=True,
        readings=(
            Target(
                indicator="Tỷ lệ hộ cận nghèo",
                condition=Bound(op="<", value="1", unit="%"),
                measure="decrease",
                better="lower",
            ),
        ),
    ),
    line=42,
)

ITEMS = tuple(
    Item(label, section, task=task)
    for label, section, task in (
        ("I.1", "I", False),
        ("I.2", "I", False),
        ("I.3", "I", False),
        ("I.4", "I", True),
        ("II.1", "II", False),
        ("II.2", "II", False),
        ("II.3", "II", False),
        ("II.4", "II", False),
        ("II.5", "II", False),
        ("II.6", "II", False),
    )
)

RULESET = Ruleset(
    name="phuong-mau",
    title="Chỉ tiêu công tác Đảng và nhiệm vụ chính trị năm 2023 của phường mẫu",
    sections=(_PARTY, _ECONOMY),
    items=ITEMS,
    rules=(_ADMIT, _MEETINGS, _ATTENDANCE, _GRADE, _INCOME, _OUTPUT, _POVERTY, _CRIME, _STRETCH, _BUDGET),
    issuer="Ban Chấp hành Đảng bộ phường",
    period=(date(2023, 1, 1), date(2023, 12, 31)),
    source={"document": "phuong-mau.txt"},
    sha256="a" * 64,
    path="phuong-mau.yaml",
)

_JUDGED = {
    "I.1.1": Judged(
        _ADMIT,
        Verdict(
            "exceeded",
            (said("9 > 8", "9 > 8"),),
            margin=Decimal(1),
            completion=Decimal(180),
            value=Decimal(9),
            actual=figure("9", "9"),
        ),
    ),
    "I.2.1": Judged(
        _MEETINGS,
        Verdict(
            "not_met",
            (said("Chi bộ 2: 0 < 1 kỳ họp.", "Chi bộ 2: 0 < 1 kỳ họp."),),
            margin=Decimal(-1),
            completion=Decimal(0),
            value=Decimal(0),
            better_source="condition",
        ),
        entities=(
            (
                "Chi bộ 1",
                Verdict("met", (), margin=Decimal(3), completion=Decimal(400), actual=figure("4", "4")),
            ),
            (
                "Chi bộ 2",
                Verdict("not_met", (), margin=Decimal(-1), completion=Decimal(0), actual=figure("0", "0")),
            ),
        ),
    ),
    "I.2.2": Judged(
        _ATTENDANCE,
        Verdict(
            "not_met",
            (said("94,96% < 95%.", "94.96% < 95%."),),
            margin=Decimal("-0.04"),
            completion=Fraction(9496, 95),
            value=Decimal("94.96"),
            actual=figure("94,96%", "94.96", "%"),
            better_source="condition",
        ),
    ),
    "I.3.1": Judged(
        _GRADE,
        Verdict(
            "met",
            (said("cùng bậc", "same grade"),),
            actual=Actual(text="Hoàn thành xuất sắc nhiệm vụ", grade="Hoàn thành xuất sắc nhiệm vụ"),
        ),
    ),
    "II.1.1": Judged(
        _INCOME,
        Verdict(
            "met",
            (said("72.500.000 đồng", "72.500.000 đồng"),),
            margin=Decimal("2.5"),
            completion=Fraction(725, 7),
            value=Decimal("72.5"),
            actual=figure("72.500.000", "72500000", "đồng/người/năm"),
        ),
    ),
    "II.2.1": Judged(
        _OUTPUT,
        Verdict(
            "met",
            (said("2.860 = 2.860", "2,860 = 2,860"),),
            margin=Decimal(0),
            completion=Decimal(100),
            value=Decimal(2860),
            actual=figure("2.860", "2860"),
        ),
    ),
    "II.3.1": Judged(
        _POVERTY,
        Verdict(
            "undecided",
            (
                said(
                    "Chưa biết tỷ lệ của năm trước nên không tính được mức giảm.",
                    "Last year's rate is not known, so the fall cannot be worked out.",
                ),
            ),
            actual=figure("0,38%", "0.38", "%"),
            better="lower",
            better_source="lexicon",
        ),
    ),
    "II.4.1": Judged(
        _CRIME,
        Verdict(
            "met",
            (said("không có", "none"),),
            actual=Actual(text="không xảy ra", word="absent"),
        ),
    ),
    "II.5.1": Judged(
        _STRETCH,
        Verdict(
            "exceeded",
            (said("98,2% > 98%", "98.2% > 98%"),),
            margin=Decimal("0.2"),
            completion=Fraction(982, 98) * 10,
            value=Decimal("98.2"),
            actual=figure("98,2%", "98.2", "%"),
        ),
    ),
    "II.6.1": Judged(
        _BUDGET,
        Verdict("undecided", (MISSING,), actual=Actual(), better="lower", better_source="lexicon"),
    ),
}

_OUTCOMES: dict[str, Outcome | None] = {
    "I.1": "exceeded",
    "I.2": "not_met",
    "I.3": "met",
    "I.4": None,
    "II.1": "met",
    "II.2": "met",
    "II.3": "undecided",
    "II.4": "met",
    "II.5": None,
    "II.6": "undecided",
}

ACTUALS = Actuals(
    path="D:\\so-lieu\\phuong-mau.csv",
    sha256="b" * 64,
    notes=(
        said(
            "Mã “II.9.1” không có trong bộ chỉ tiêu.",
            'The id "II.9.1" is not in the ruleset.',
            Place(file="phuong-mau.csv", line=12),
        ),
    ),
)

REPORT = Report(
    ruleset=RULESET,
    actuals=ACTUALS,
    items=tuple(
        ItemOutcome(
            item,
            _OUTCOMES[item.label],
            tuple(judged for judged in _JUDGED.values() if judged.rule.item == item.label),
        )
        for item in ITEMS
    ),
    sections={"I": Counts(met=1, exceeded=1, not_met=1), "II": Counts(met=3, undecided=2)},
    item_counts=Counts(met=4, exceeded=1, not_met=1, undecided=2),
    target_counts=Counts(met=4, exceeded=1, not_met=2, undecided=2),
)


@pytest.fixture
def report() -> Report:
    return REPORT


@pytest.fixture
def ruleset() -> Ruleset:
    return RULESET


@pytest.fixture
def judged_by_id() -> dict[str, Judged]:
    return _JUDGED
