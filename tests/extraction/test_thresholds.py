"""Cells of tables: more than one target in a cell, what a row leaves to the rows above, "Đạt" beside a figure."""

from __future__ import annotations

import pytest

from chitieu.extraction.extract import extract
from chitieu.extraction.text_file import read_text

from .conftest import short

HEAD = "TT | Chỉ tiêu | ĐVT | TH 2025 | KH 2026\n"


def told(rows: str, head: str = HEAD) -> list[str]:
    """The targets of a table, each with what it measures, its time and its base; "?" where a person is asked."""
    text = f"CHỈ TIÊU NĂM 2026\n1. Kết nạp 5 đảng viên.\n2. Bảng chỉ tiêu\n{head}{rows}\n"
    out = []
    for target in extract(read_text(text.encode(), "a.txt", "")).targets[1:]:
        flat = target.target.flat()
        beside = [f"{key}={flat[key]}" for key in ("when", "of", "basis") if flat.get(key)]
        doubt = ["?"] if target.target.needs_review else []
        out.append(" ".join([f"{target.target.indicator}: {short(target.target)}", *beside, *doubt]))
    return out


@pytest.mark.parametrize(
    ("row", "want"),
    [
        (
            "1 | Tỷ lệ hộ nghèo | % | | ≤ 2 (vùng cao ≤ 4)",
            ["Tỷ lệ hộ nghèo: <= 2 %", "Tỷ lệ hộ nghèo (vùng cao): <= 4 %"],
        ),
        (
            "1 | Đường ngõ được cứng hóa | | | ≥ 90% (≥ 75% đối với xã đảo)",
            ["Đường ngõ được cứng hóa: >= 90 %", "Đường ngõ được cứng hóa (đối với xã đảo): >= 75 %"],
        ),
        (
            "1 | Tỷ lệ hộ nghèo | | | ≤ 1,5%; xã bãi ngang ≤ 3%",
            ["Tỷ lệ hộ nghèo: <= 1.5 %", "Tỷ lệ hộ nghèo (xã bãi ngang): <= 3 %"],
        ),
        (
            "1 | Trường đạt chuẩn quốc gia | | | 100%, trong đó ít nhất 01 trường đạt mức độ 2",
            [
                "Trường đạt chuẩn quốc gia: = 100 %",
                "Trường đạt chuẩn quốc gia (trong đó đạt mức độ 2): >= 1 trường",
            ],
        ),
        (
            "1 | Vùng trồng cây ăn quả | | | Ít nhất 02 vùng, diện tích không dưới 10 ha",
            ["Vùng trồng cây ăn quả: >= 2 vùng", "Vùng trồng cây ăn quả (diện tích): >= 10 ha"],
        ),
        (
            "1 | Thu nhập bình quân (triệu đồng/người) | | | Năm 2026: ≥ 72; năm 2028: ≥ 81,5",
            [
                "Thu nhập bình quân: >= 72 triệu đồng/người when=year:2026",
                "Thu nhập bình quân: >= 81.5 triệu đồng/người when=year:2028",
            ],
        ),
        (
            "1 | Thu nhập bình quân | triệu đồng | 60 | 72 vào năm 2026, 92 vào năm 2030",
            [
                "Thu nhập bình quân: = 72 triệu đồng when=year:2026",
                "Thu nhập bình quân: = 92 triệu đồng when=year:2030",
            ],
        ),
        (
            "1 | Tỷ lệ rác thải được phân loại; được thu gom, xử lý | | | ≥ 60%; ≥ 97%",
            ["Tỷ lệ rác thải được phân loại: >= 60 %", "Tỷ lệ rác thải được thu gom, xử lý: >= 97 %"],
        ),
        (
            "1 | Diện tích lúa; sản lượng lúa | | | 300 ha; 1.800 tấn",
            ["Diện tích lúa: = 300 ha", "Sản lượng lúa: = 1800 tấn"],
        ),
        (
            "1 | Thu ngân sách | tỷ đồng | 11 | 12,5 (tăng 5%)",
            ["Thu ngân sách: = 12.5 tỷ đồng", "Thu ngân sách: increase = 5 %"],
        ),
        (
            "1 | Tập huấn | | | 5 lớp, 250 lượt người",
            ["Tập huấn: = 5 lớp", "Tập huấn: = 250 lượt người"],
        ),
        (
            "1 | Tỷ lệ xã đạt chuẩn | % | | 80% (8/10 xã)",
            ["Tỷ lệ xã đạt chuẩn: = 80 %", "Tỷ lệ xã đạt chuẩn: = 8 xã of=10 xã"],
        ),
        # nothing says which is which, or what the unit is of
        (
            "1 | Mật độ đường | km/km2 | | 1,2; 1,5",
            ["Mật độ đường: = 1.2 km/km2 ?", "Mật độ đường: = 1.5 km/km2 ?"],
        ),
        (
            "1 | Diện tích lúa; sản lượng cả năm | ha | | 300; 60",
            ["Diện tích lúa: = 300 ha ?", "Sản lượng cả năm: = 60 ha ?"],
        ),
        (
            "1 | Kinh phí | triệu đồng | | 500 (xã 300, huyện 200)",
            ["Kinh phí: = 500 triệu đồng", "Kinh phí: = 300 xã ?", "Kinh phí: = 200 huyện ?"],
        ),
        (
            "1 | Tỷ lệ chuyên cần tiểu học; mầm non | % | | 99; 92",
            ["Tỷ lệ chuyên cần tiểu học: = 99 %", "Tỷ lệ chuyên cần tiểu học; mầm non (mầm non): = 92 %"],
        ),
        # the name says that it is a change
        (
            "1 | Tỷ lệ hộ nghèo giảm | % | | 1; vùng cao 2",
            ["Tỷ lệ hộ nghèo giảm: decrease = 1 %", "Tỷ lệ hộ nghèo giảm (vùng cao): decrease = 2 %"],
        ),
        # one target, and what was
        ("1 | Tỷ lệ hộ có nước sạch | % | 93 | 95 (năm 2025: 93)", ["Tỷ lệ hộ có nước sạch: = 95 %"]),
        ("1 | Tỷ lệ hộ có nước sạch | % | 93 | 95 (cùng kỳ 93)", ["Tỷ lệ hộ có nước sạch: = 95 %"]),
        ("1 | Tỷ lệ hộ nghèo | % | 3 | Giảm từ 3% xuống 2%", ["Tỷ lệ hộ nghèo: = 2 %"]),
        ("1 | Thu ngân sách | tỷ đồng | 11 | 12,5 - 13,2", ["Thu ngân sách: 12.5..13.2 tỷ đồng"]),
        ("1 | Tỷ lệ trẻ dưới 5 tuổi béo phì | % | 12 | 11,8", ["Tỷ lệ trẻ dưới 5 tuổi béo phì: = 11.8 %"]),
    ],
)
def test_what_a_cell_states(row: str, want: list[str]) -> None:
    assert told(row) == want


@pytest.mark.parametrize(
    ("row", "want"),
    [
        ("1 | Chợ nông thôn | | | 01 chợ", "Chợ nông thôn: = 1 chợ"),
        ("1 | Điểm có mạng wifi | | | Từ 03 điểm", "Điểm có mạng wifi: >= 3 điểm"),
        ("1 | Vụ ngộ độc thực phẩm | | | Không xảy ra", "Vụ ngộ độc thực phẩm: absent"),
        ("1 | Nhà tạm, nhà dột nát | | | Không", "Nhà tạm, nhà dột nát: absent"),
        (
            "1 | Mức bảo đảm phòng, chống thiên tai | | | Khá trở lên",
            "Mức bảo đảm phòng, chống thiên tai: grade >= Khá",
        ),
        ("1 | Đạt chuẩn xóa mù chữ | | | Mức độ 2", "Đạt chuẩn xóa mù chữ mức độ 2: holds"),
        ("1 | Xã đạt chuẩn quốc gia về y tế | | | Duy trì", "Xã đạt chuẩn quốc gia về y tế: holds"),
        ("1 | Chứng nhận ISO 14001 | - | | Duy trì", "Chứng nhận ISO 14001: holds"),
        ("1 | Chứng nhận ISO 14001 | bộ | | Duy trì", "Chứng nhận ISO 14001: holds"),
        (
            "1 | Chi bộ đạt danh hiệu “Chi bộ bốn tốt” | | Chưa đạt | Đạt",
            "Chi bộ đạt danh hiệu “Chi bộ bốn tốt”: holds",
        ),
        # what is to be reached stands in the words of the row
        ("1 | Có ít nhất 01 tổ thủy nông | | | Đạt", "Tổ thủy nông: >= 1 tổ"),
        ("1 | 100% thôn có nhà văn hóa | | | Đạt", "Thôn có nhà văn hóa: = 100 %"),
        ("1 | Tỷ lệ hộ nghèo dưới 2% | | | Đạt", "Tỷ lệ hộ nghèo: < 2 %"),
        ("1 | Không để xảy ra đình công | | | Đạt", "Không để xảy ra đình công: absent"),
        # a figure that says of whom, a level of a title
        (
            "1 | Tỷ lệ hộ dân có từ 3 con trở lên được tư vấn | | | Đạt",
            "Tỷ lệ hộ dân có từ 3 con trở lên được tư vấn: holds",
        ),
        ("1 | Trường mầm non đạt chuẩn mức độ 2 | | | Đạt", "Trường mầm non đạt chuẩn mức độ 2: holds"),
        # what the unit says beside the size
        ("1 | Số trường đạt chuẩn | Trường | 8/11 | 9/11", "Số trường đạt chuẩn: = 9 Trường of=11 Trường"),
        ("1 | Số thôn văn hóa | thôn | 7 | 8/10 thôn", "Số thôn văn hóa: = 8 thôn of=10 thôn"),
        ("1 | Thực hiện tuyển quân | % kế hoạch | 100 | 100", "Thực hiện tuyển quân: = 100 % basis=plan"),
        ("1 | Sản lượng cá | % so với năm 2025 | 112 | 109", "Sản lượng cá: = 109 % basis=year:2025"),
        ("1 | Tỷ lệ hộ khá | % | 70 | 8/10", "Tỷ lệ hộ khá: = 8 % of=10 ?"),
    ],
)
def test_one_target_of_a_row(row: str, want: str) -> None:
    assert told(row) == [want]


@pytest.mark.parametrize("mark", ['"', "”", "″", "nt", "NT", "-nt-", "//", "''", '- " -', "như trên"])
def test_a_mark_for_the_unit_above(mark: str) -> None:
    rows = f"1 | Giá trị sản xuất | tỷ đồng | 9 | 10\n | - Dịch vụ | {mark} | 4 | 5\n | - Công nghiệp | {mark} | 3 | 4"
    assert told(rows) == [
        "Giá trị sản xuất: = 10 tỷ đồng",
        "Dịch vụ: = 5 tỷ đồng",
        "Công nghiệp: = 4 tỷ đồng",
    ]


def test_rows_that_say_only_of_whom() -> None:
    rows = (
        "1 | Tỷ lệ hộ có nước sạch | % | | 95\n | - Riêng xã đảo | | | 80\n"
        " | - Đối với vùng cao | % | | 70\n2 | Bò | con | | 9"
    )
    assert told(rows) == [
        "Tỷ lệ hộ có nước sạch: = 95 %",
        "Tỷ lệ hộ có nước sạch (riêng xã đảo): = 80 %",
        "Tỷ lệ hộ có nước sạch (đối với vùng cao): = 70 %",
        "Bò: = 9 con",
    ]


def test_a_part_of_the_table_is_no_name_for_the_rows_below() -> None:
    assert told("I | XÃ HỘI | | |\n | - Đối với cấp xã | % | | 70") == ["Đối với cấp xã: = 70 %"]


CRITERIA = "TT | Tên tiêu chí | Nội dung tiêu chí | Chỉ tiêu\n"


def test_a_cell_that_runs_over_its_line_between_bars() -> None:
    rows = (
        "1 | Kinh tế | 1.1. Số hợp tác xã | ≥ 01 HTX\n"
        " |  | 1.2. Tỷ lệ sản phẩm chủ lực\nbán qua kênh\nthương mại điện tử | Trên 20%\n"
        "2 | Y tế | Tỷ lệ bao phủ bảo hiểm\ny tế | ≥ 95%\n"
        " |  | - Riêng xã đảo | ≥ 85%\n"
    )
    assert told(rows, CRITERIA) == [
        "Số hợp tác xã: >= 1 HTX",
        "Tỷ lệ sản phẩm chủ lực bán qua kênh thương mại điện tử: > 20 %",
        "Tỷ lệ bao phủ bảo hiểm y tế: >= 95 %",
        "Tỷ lệ bao phủ bảo hiểm y tế (riêng xã đảo): >= 85 %",
    ]


def test_lines_below_a_table_with_bars_are_none_of_its_cells() -> None:
    rows = (
        "1 | Kinh tế | Số hợp tác xã | ≥ 01 HTX\n2 | Y tế | Số bác sĩ | ≥ 02 bác sĩ\n"
        "(theo báo cáo của xã)\ntrồng mới 3 ha rừng"
    )
    assert told(rows, CRITERIA)[:2] == ["Số hợp tác xã: >= 1 HTX", "Số bác sĩ: >= 2 bác sĩ"]


def test_a_row_that_ends_before_the_column_of_names() -> None:
    assert told("1 | Kinh tế\n2 | Y tế | Số bác sĩ | ≥ 02 bác sĩ", CRITERIA) == ["Số bác sĩ: >= 2 bác sĩ"]
