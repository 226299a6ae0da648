"""Documents in the style of communes, wards, districts and Party cells: what is found in each, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from chitieu.extraction.draft import Draft
from chitieu.extraction.extract import extract
from chitieu.extraction.text_file import read_text
from chitieu.extraction.writer import write_ruleset
from chitieu.ruleset.load import compile_bytes

from .conftest import draft_of, found, places, short
from .tables import DOCUMENTS, EXPECTED, OFFERED, SAYS_OF_ITSELF


@pytest.mark.parametrize("name", EXPECTED)
def test_items_and_targets(name: str) -> None:
    assert found(draft_of(DOCUMENTS / f"{name}.txt")) == EXPECTED[name]


@pytest.mark.parametrize("name", OFFERED)
def test_figures_outside_the_lists_are_offered_and_are_no_items(name: str) -> None:
    draft = draft_of(DOCUMENTS / f"{name}.txt")
    assert [stray.words for stray in draft.strays if stray.offer] == OFFERED[name]


@pytest.mark.parametrize("name", SAYS_OF_ITSELF)
def test_metadata(name: str) -> None:
    head = draft_of(DOCUMENTS / f"{name}.txt").head
    told = {**head, **head["source"], **head["period"]}
    assert {key: told.get(key) for key in SAYS_OF_ITSELF[name]} == SAYS_OF_ITSELF[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_target_stands_where_it_says(name: str) -> None:
    path = DOCUMENTS / f"{name}.txt"
    for there, expect in places(draft_of(path), path).values():
        assert there == expect


@pytest.mark.parametrize("name", EXPECTED)
def test_the_written_file_loads_with_the_same_targets(name: str) -> None:
    draft = draft_of(DOCUMENTS / f"{name}.txt")
    ruleset = compile_bytes(write_ruleset(draft).encode(), f"{name}.yaml")
    assert [(rule.id, short(rule.target)) for rule in ruleset.rules] == [
        (target.id, short(target.target)) for target in draft.targets
    ]
    assert [rule.target.needs_review for rule in ruleset.rules] == [
        target.target.needs_review for target in draft.targets
    ]
    assert all(rule.at is not None and rule.at.span is not None for rule in ruleset.rules)


@pytest.mark.parametrize(
    ("task", "offered"),
    [
        ("Mỗi năm giải quyết việc làm mới cho 650 lao động.", ["650"]),
        ("Hỗ trợ xóa 21 nhà tạm, hoàn thành trước ngày 30/10/2024.", ["21"]),
        ("Mở 02 lớp dạy nghề cho 60 lao động nông thôn.", ["02", "60"]),
        ("Nâng dư nợ ủy thác lên 260 tỷ đồng vào năm 2026.", ["260"]),
        ("Triển khai thêm 15 kỹ thuật mới.", ["15"]),
        ("Chuyển đổi 40 ha đất lúa; xây dựng 02 mô hình nông nghiệp hữu cơ.", ["40", "02"]),
        ("Rà soát, trình sửa đổi 04 thông tư về quản lý viên chức.", ["04"]),
        ("Trình sửa đổi 04 thông tư; hoàn thành trong quý II/2026.", ["04"]),
        ("Nâng cao hiệu quả hoạt động của Ban Công tác Mặt trận 35 khu phố.", []),
        ("Tiếp tục duy trì 42 câu lạc bộ hiện có.", []),
        ("Phối hợp Ngân hàng Chính sách xã hội quản lý 128 tổ tiết kiệm.", []),
        ("Đề nghị tỉnh hỗ trợ 15 tỷ đồng xây dựng trường học.", []),
    ],
)
def test_what_a_task_makes_is_offered(task: str, offered: list[str]) -> None:
    text = f"CHỈ TIÊU NĂM 2026\n1. Kết nạp 5 đảng viên.\nII. NHIỆM VỤ, GIẢI PHÁP\n1. {task}\n"
    draft = extract(read_text(text.encode(), "a.txt", ""))
    assert [stray.text for stray in draft.strays if stray.offer] == offered


def test_what_a_list_of_a_plan_only_tells_is_offered() -> None:
    told = "- Tổng mức đầu tư năm 2025 là 118,4 tỷ đồng, trong đó mở rộng nhà máy 76 tỷ đồng."
    text = f"I. CHỈ TIÊU\n1. Kết nạp 5 đảng viên.\nII. KẾ HOẠCH ĐẦU TƯ\n{told}\n"
    offered = [stray.text for stray in extract(read_text(text.encode(), "a.txt", "")).strays if stray.offer]
    assert offered == ["118,4", "76"]


@pytest.mark.parametrize("heading", ["HIỆN TRẠNG", "THỰC TRẠNG", "TÌNH HÌNH CHUNG"])
def test_nothing_is_offered_of_what_there_is(heading: str) -> None:
    text = f"I. {heading}\n- 53% người dân có tài khoản.\nII. CHỈ TIÊU\n1. Kết nạp 5 đảng viên.\n"
    assert not [stray for stray in extract(read_text(text.encode(), "a.txt", "")).strays if stray.offer]


def test_a_long_heading_does_not_take_in_the_paragraph_below() -> None:
    """Lines that hold whole paragraphs are not broken at a margin."""
    heading = "I. Đánh giá kết quả thực hiện Nghị quyết Đại hội Đảng bộ các phường, xã trước khi sáp nhập"
    past = (
        "Thương mại - dịch vụ chiếm 58,3%, công nghiệp - xây dựng chiếm 37,1%, còn lại là nông nghiệp. " * 2
    )
    text = f"{heading}\n{past}\nII. Chỉ tiêu chủ yếu\n1. Kết nạp 5 đảng viên.\n"
    draft = extract(read_text(text.encode(), "a.txt", ""))
    assert {stray.account for stray in draft.strays if stray.text.endswith("8,3")} == {"past"}


def test_a_label_before_a_control_character_alone_is_no_item() -> None:
    text = "CHỈ TIÊU NĂM 2026\nI. \x7f\n1. Kết nạp 5 đảng viên.\n"
    assert [item.text for item in extract(read_text(text.encode(), "a.txt", "")).items] == [
        "Kết nạp 5 đảng viên."
    ]


def test_a_figure_with_an_acronym_is_no_heading() -> None:
    text = "CHỈ TIÊU NĂM 2026\n- Tỷ trọng kinh tế số đạt\n15% GRDP.\n- Kết nạp 5 đảng viên.\n"
    first = extract(read_text(text.encode(), "a.txt", "")).targets[0]
    assert (first.target.indicator, short(first.target)) == ("Tỷ trọng kinh tế số", "= 15 %")


def test_a_unit_beside_the_plan_that_is_another_is_asked() -> None:
    text = "CHỈ TIÊU\nSTT\tChỉ tiêu\tĐVT\tKế hoạch\n1\tThu ngân sách\t%\t15 tỷ đồng\n"
    [target] = extract(read_text(text.encode(), "a.txt", "")).targets
    assert target.target.needs_review


def test_declared_counts_are_kept() -> None:
    draft = draft_of(DOCUMENTS / "xa-dai-hoi.txt")
    assert draft.head["declared"] == 14
    assert {part["label"]: part["declared"] for part in draft.sections} == {
        "2.1": 5,
        "2.2": 5,
        "2.3": 1,
        "2.4": 3,
    }
    tops = [item for item in draft.items if item.parent is None]
    assert len(tops) == 14


def test_page_numbers_are_no_text(tmp_path: Path) -> None:
    draft = draft_of(DOCUMENTS / "huyen-ke-hoach.txt")
    assert draft.dropped == {"page": 2}


def test_a_year_that_stands_alone_is_no_page_number() -> None:
    items = "- Tỷ lệ hộ nghèo giảm 2% so với năm\n2025.\n7\n- Thu 5 tỷ đồng, tăng 3% so với năm\n2025\n"
    text = f"CHỈ TIÊU NĂM 2026\n{items}"
    draft = extract(read_text(text.encode(), "a.txt", ""))
    assert draft.dropped == {"page": 1}
    assert [target.target.basis for target in draft.targets] == ["year:2025", None, "year:2025"]


def test_a_paragraph_may_be_added() -> None:
    from chitieu.extraction.extract import extract
    from chitieu.extraction.reader import read_document

    document = read_document(DOCUMENTS / "phuong-khong-dau.txt")
    number = next(line.number for line in document.lines if "chữ ký số" in line.text)
    draft = extract(document, add=[number])
    added = [
        target for target in draft.targets if target.place is not None and target.place.paragraph == number
    ]
    assert [short(target.target) for target in added] == ["= 100 %"]
    assert len(draft.targets) == 8


def _table(*rows: str, title: str = "CHỈ TIÊU NĂM 2026") -> Draft:
    return extract(read_text("\n".join([title, "1. Kết nạp 5 đảng viên.", "", *rows]).encode(), "a.txt", ""))


def _told(draft: Draft) -> dict[str, str]:
    """What the tables' targets measure, with the figure and the time; without the paragraph above."""
    return {
        f"{target.target.indicator}{f' {target.target.when}' if target.target.when else ''}": short(
            target.target
        )
        for target in draft.targets[1:]
    }


def test_a_table_whose_columns_measure_nothing_known_is_told() -> None:
    draft = _table("| STT | Thôn | Khu A | Khu B |", "| 1 | Thôn Đông | 25 | 145 |")
    [note] = [note for note in draft.notes if note.code == "extract.table_unread"]
    assert "không rút" in note.text()
    cells = [stray.text for stray in draft.strays if stray.account == "cell"]
    assert {"25", "145"} <= set(cells)


def test_a_column_beside_the_plan_that_says_nothing_known_is_told() -> None:
    draft = _table(
        "| TT | Chỉ tiêu | ĐVT | KH 2026 | Thôn Đông | Ghi chú |", "| 1 | Đàn bò | con | 110 | 30 | 2 đợt |"
    )
    [note] = [note for note in draft.notes if note.code == "extract.columns_left"]
    assert "Thôn Đông" in note.text()
    assert "Ghi chú" not in note.text()


def test_a_row_may_begin_with_an_empty_cell() -> None:
    rows = (
        "STT\tChỉ tiêu\tĐVT\tTH 2025\tKH 2026",
        "1\tĐàn gia súc\tcon\t110\t120",
        "\tTrong đó: bò\tcon\t40\t45",
    )
    assert _told(_table(*rows)) == {"Đàn gia súc": "= 120 con", "Bò": "= 45 con"}


def test_a_column_for_everything_measured() -> None:
    rows = (
        "TT\tCây trồng\tDT 2025 (ha)\tKH 2026: DT (ha)\tNS (tạ/ha)\tSL (tấn)",
        "1\tLúa mùa\t265\t268\t48\t1.286,4",
    )
    assert _told(_table(*rows)) == {
        "Diện tích lúa mùa": "= 268 ha",
        "Năng suất lúa mùa": "= 48 tạ/ha",
        "Sản lượng lúa mùa": "= 1286.4 tấn",
    }


def test_a_column_for_everything_counted_under_a_merged_heading() -> None:
    rows = (
        "| Cấp học | Kế hoạch năm học | | | Ghi chú |",
        "| | Số trường | Số học sinh | Tỷ lệ chuyên cần | |",
        "| Mầm non | 21 | 6.540 | trên 93% | |",
        "| THCS | 17 | 7.862 | 98,5% | 2 điểm lẻ |",
    )
    assert _told(_table(*rows)) == {
        "Số trường mầm non": "= 21 trường",
        "Số học sinh mầm non": "= 6540 học sinh",
        "Tỷ lệ chuyên cần mầm non": "> 93 %",
        "Số trường THCS": "= 17 trường",
        "Số học sinh THCS": "= 7862 học sinh",
        "Tỷ lệ chuyên cần THCS": "= 98.5 %",
    }


@pytest.mark.parametrize(
    ("head", "when"),
    [
        ("KH 2026 | KH 2027 | KH 2028", (2026, 2027, 2028)),
        ("2026 | 2027 | 2028", (2026, 2027, 2028)),
        ("TH 2025 | Mục tiêu 2026 | Tầm nhìn 2030", (2026, 2030)),
        ("KH 2024 | Ước TH 2025 | KH 2026", ()),
        ("Năm 2025 | Kế hoạch 2026 | Kế hoạch 2027", (2026, 2027)),
        ("2024 | 2025 | Năm 2026", ()),
    ],
)
def test_a_column_for_every_year(head: str, when: tuple[int, ...]) -> None:
    """Years before those that the document plans for are past, as is what was done."""
    told = _told(_table(f"| TT | Chỉ tiêu | ĐVT | {head} |", "| 1 | Đàn bò | con | 110 | 120 | 130 |"))
    years = {
        f"Đàn bò year:{year}": f"= {value} con"
        for year, value in zip(when, (110, 120, 130)[-len(when) :], strict=False)
    }
    assert told == (years or {"Đàn bò": "= 130 con"})


def test_a_first_bare_year_is_asked_where_nothing_says_which_are_past() -> None:
    draft = _table("| Chỉ tiêu | ĐVT | 2025 | 2030 |", "| Đàn bò | con | 110 | 120 |", title="CÁC CHỈ TIÊU")
    asked = {target.target.when: target.target.needs_review for target in draft.targets[1:]}
    assert asked == {"year:2025": True, "year:2030": False}


@pytest.mark.parametrize(
    "heading", ["KH 2026/TH 2025 (%)", "KH 2026/Ước TH 2025", "Kế hoạch 2026/ Thực hiện 2025 (%)"]
)
def test_the_plan_as_a_share_of_what_was_done(heading: str) -> None:
    draft = _table(
        f"TT\tChỉ tiêu\tĐVT\tTH 2025\tKH 2026\t{heading}",
        "1\tDoanh thu\ttỷ đồng\t120\t132\t110,0",
        "2\tCổ tức\t%\t8\t9\t-",
    )
    assert [short(target.target) for target in draft.targets[1:]] == ["= 132 tỷ đồng", "= 110.0 %", "= 9 %"]
    share = draft.targets[2].target.flat()
    assert (share["basis"], share["restates"]) == ("year:2025", True)


@pytest.mark.parametrize(
    "heading", ["TH 2025/KH 2025 (%)", "TH 2025/TH 2024", "So sánh (%)", "KH 2025/TH 2024"]
)
def test_other_comparisons_are_no_plan(heading: str) -> None:
    rows = (f"TT\tChỉ tiêu\tĐVT\tTH 2025\tKH 2026\t{heading}", "1\tDoanh thu\ttỷ đồng\t120\t132\t110,0")
    assert _told(_table(*rows)) == {"Doanh thu": "= 132 tỷ đồng"}


def test_what_an_item_of_a_list_only_tells_is_asked_about_once() -> None:
    told = "Toàn xã có 1.846 hộ với 7.203 nhân khẩu, sinh sống ở 9 thôn."
    text = f"NGHỊ QUYẾT\nVề nhiệm vụ năm 2026\n\nI. MỤC TIÊU, CHỈ TIÊU\n1. Kết nạp 15 đảng viên mới.\n2. {told}\n"
    draft = extract(read_text(text.encode(), "a.txt", ""))
    targets = draft.targets
    assert [bool(target.doubts) for target in targets] == [False, True, True, True]
    assert [stray.text for stray in draft.strays if stray.offer] == []
    assert {stray.text for stray in draft.strays}.isdisjoint({"1.846", "7.203", "9"})
