"""What a resolution says against itself: made-up items, the arithmetic worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from chitieu.checking import AGREEMENTS, find_contradictions
from chitieu.checking.populations import least_for_one_miss
from chitieu.reading import parse
from chitieu.ruleset import Item, Rule, Ruleset, Section


def ruleset(*texts: str, population: Decimal | None = None) -> Ruleset:
    """Each text an item "1.n"."""
    rules = [
        Rule(f"1.{number}.{place}", f"1.{number}", text, target, population=population)
        for number, text in enumerate(texts, 1)
        for place, target in enumerate(parse(text).targets, 1)
    ]
    items = tuple(
        Item(f"1.{number}", "1", task=not parse(text).targets) for number, text in enumerate(texts, 1)
    )
    return Ruleset("thu", "Thử", (Section("1", "Kinh tế"),), items, tuple(rules))


def said(found: Ruleset) -> list[str]:
    return [diagnostic.text() for diagnostic, _ in find_contradictions(found)]


CASES = [
    (
        "Rau: diện tích 70 ha, năng suất 195 tạ/ha, sản lượng 1.365 tấn",
        ["1.1: 70 ha × 195 tạ/ha = 1.365 tấn."],
    ),
    (
        "Rau: diện tích 70 ha, năng suất 195 tạ/ha, sản lượng 1.350 tấn",
        ["1.1: 70 ha × 195 tạ/ha = 1.365 tấn, văn bản ghi 1.350 tấn."],
    ),
    ("Tổng sản lượng 1.409 tấn (Lúa: 1.270 tấn, Ngô 139 tấn)", ["1.1.1: 1.409 tấn = 1.270 + 139."]),
    (
        "Tổng sản lượng 1.490 tấn (Lúa: 1.270 tấn, Ngô 139 tấn)",
        ["1.1.1: các phần cộng lại 1.270 + 139 = 1.409 tấn, không bằng 1.490 tấn (còn 81 tấn)."],
    ),
    (
        "Cơ cấu kinh tế: Nông nghiệp 35%; Công nghiệp 30%; Dịch vụ 40%",
        ["1.1.1: các phần cộng lại 35 + 30 + 40 = 105%, lớn hơn 100%."],
    ),
    ("Trạm y tế đạt chuẩn quốc gia đạt 100% (3/3 trạm y tế)", ["1.1: 3 trạm y tế / 3 trạm y tế = 100%."]),
    (
        "Trạm y tế đạt chuẩn quốc gia đạt 90% (3/4 trạm y tế)",
        [
            "1.1: 3 trạm y tế / 4 trạm y tế = 75%, văn bản ghi 90%.",
            "1.1.1: 90% chỉ cho phép thiếu một khi tổng số từ 10 trở lên; ít hơn thì phải đạt tất cả.",
        ],
    ),
    (
        "Tỷ lệ hộ cận nghèo: 0,38% (Số hộ cận nghèo là 30 hộ)",
        ["1.1: 30 hộ là 0,38%, vậy tổng số khoảng 7.895 (từ 7.793 đến 8.000)."],
    ),
    ("Tỷ lệ người dân tham gia bảo hiểm y tế đạt 102%", ["1.1.1: tỷ lệ 102% lớn hơn 100%."]),
    (
        "Khu phố đạt chuẩn khu phố văn hóa từ 97% trở lên",
        ["1.1.1: 97% chỉ cho phép thiếu một khi tổng số từ 34 trở lên; ít hơn thì phải đạt tất cả."],
    ),
    (
        "Giữ vững ổn định chính trị",
        [
            "1.1.1: “Giữ vững ổn định chính trị” không có tiêu chí để chấm; "
            "người chấm phải tự kết luận đạt hay không."
        ],
    ),
    ("Tăng cường công tác tuyên truyền", ["Mục 1.1 không nêu chỉ tiêu nào đo được."]),
    (
        "Tỷ lệ người tham gia bảo hiểm xã hội đạt 55%. Trong đó 50% tham gia bảo hiểm xã hội bắt buộc và 5% tự nguyện",
        ["1.1.1: 55% = 50 + 5."],
    ),
    # nothing to say
    ("Tỷ lệ trường đạt chuẩn quốc gia 52%, trong đó mức độ 1 chiếm 40%", []),
    ("Ít nhất 70% bản thỏa ước lao động tập thể đạt loại B trở lên", []),
    ("Tỷ lệ hộ nghèo dưới 2%", []),
    ("Phường đạt chuẩn quốc gia về y tế", []),
    ("Thu ngân sách đạt 105% dự toán", []),
    ("Tổng đàn: Trâu 70 con, bò 400 con, heo 800 con", []),
]


@pytest.mark.parametrize(("text", "want"), CASES, ids=[text[:40] for text, _ in CASES])
def test_item(text: str, want: list[str]) -> None:
    assert said(ruleset(text)) == want


def test_a_known_population_settles_it() -> None:
    text = "Tỷ lệ hộ cận nghèo: 0,38% (Số hộ cận nghèo là 30 hộ)"
    assert said(ruleset(text, population=Decimal(7900))) == []
    assert said(ruleset(text, population=Decimal(9000))) == [
        "1.1: 30 hộ là 0,38% thì tổng số phải từ 7.793 đến 8.000, tệp ghi 9.000."
    ]


def test_small_population() -> None:
    text = "Khu phố đạt chuẩn khu phố văn hóa từ 97% trở lên"
    assert said(ruleset(text, population=Decimal(20))) == ["1.1.1: tổng số 20, nên 97% nghĩa là cả 20."]
    assert said(ruleset(text, population=Decimal(34))) == []


def test_numbers_of_sections_and_items() -> None:
    sections = tuple(Section(label, "") for label in ("I", "II", "III", "IV", "VI"))
    items = tuple(Item(label, "I") for label in ("I.1", "I.2", "I.4", "I.4-2"))
    found = Ruleset("thu", "", sections, items, ())
    assert said(found) == [
        "Thiếu số V giữa IV và VI.",
        "Thiếu số 3 giữa I.2 và I.4.",
        "Số I.4 được dùng hai lần.",
    ]


def test_letters_count_as_the_vietnamese_alphabet_does() -> None:
    items = tuple(Item(f"2.{letter}", "2") for letter in "abcdđeg")
    assert said(Ruleset("thu", "", (Section("2", ""),), items, ())) == []


def test_declared_counts() -> None:
    sections = (Section("1", "", 2), Section("2", "", 1))
    items = (Item("1.1", "1"), Item("1.2", "1"), Item("2.1", "2"))
    assert said(Ruleset("thu", "", sections, items, (), declared=3)) == ["Đủ 3 chỉ tiêu = 2 + 1."]
    found = Ruleset("thu", "", sections, items[:2], (), declared=3)
    assert said(found) == [
        "Phần 2 ghi 1 chỉ tiêu, trong tệp có 0.",
        "Văn bản ghi 3 chỉ tiêu, trong tệp có 2 = 2 + 0.",
    ]
    assert said(Ruleset("thu", "", sections, items, (), declared=4))[-1] == (
        "Văn bản ghi 4 chỉ tiêu, các phần ghi cộng lại là 3 = 2 + 1."
    )


@pytest.mark.parametrize(
    ("percent", "strict", "least"),
    [(80, False, 5), (85, False, 7), (98, False, 50), (95, True, 21), (90, True, 11)],
)
def test_least_population_for_one_miss(percent: int, strict: bool, least: int) -> None:
    share = Fraction(percent, 100)
    assert least_for_one_miss(share, strict=strict) == least

    def enough(size: int) -> bool:
        reached = Fraction(size - 1, size)
        return reached > share if strict else reached >= share

    assert enough(least)
    assert not any(enough(size) for size in range(1, least))


def test_agreements_are_no_findings() -> None:
    found = find_contradictions(ruleset(CASES[0][0]))
    assert {diagnostic.code for diagnostic, _ in found} <= AGREEMENTS


def test_every_finding_speaks_english_too() -> None:
    for text, _ in CASES:
        for diagnostic, items in find_contradictions(ruleset(text)):
            assert diagnostic.text("en")
            assert items


def test_a_number_whose_parts_are_there_is_no_gap() -> None:
    sections = tuple(Section(label, "") for label in ("1", "2.a", "2.b", "3", "5"))
    found = find_contradictions(Ruleset("thu", "", sections, (), ()))
    assert [diagnostic.text() for diagnostic, _ in found] == ["Thiếu số 4 giữa 3 và 5."]
