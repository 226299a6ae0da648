"""Tables that lost their cells when they were pasted into a text."""

from __future__ import annotations

import pytest

from chitieu.extraction.draft import Draft
from chitieu.extraction.extract import extract
from chitieu.extraction.pasted import pasted_rows
from chitieu.extraction.text_file import read_text

from .conftest import short


def _draft(table: str, *, title: str = "CHỈ TIÊU NĂM 2026") -> Draft:
    return extract(
        read_text(f"{title}\n1. Kết nạp 5 đảng viên.\n2. Bảng chỉ tiêu\n{table}".encode(), "a.txt", "")
    )


def _told(draft: Draft) -> dict[str, list[str]]:
    """What the targets measure, without the paragraph above; "?" where a person is asked."""
    out: dict[str, list[str]] = {}
    for target in draft.targets[1:]:
        doubt = "?" if target.target.needs_review else ""
        out.setdefault(target.target.indicator, []).append(short(target.target) + doubt)
    return out


ALIGNED = """\
STT  Nội dung                          Đơn vị        Thực hiện     Kế hoạch
                                       tính          năm 2025      năm 2026
1    Tổng đàn gia cầm                  nghìn con        215           240
2    Tỷ lệ hộ chăn nuôi có hầm bi-ô-ga
     hoặc đệm lót sinh học             %                61,5       ≥ 70
3    Giá trị trồng trọt trên 1 ha      triệu đồng       118           126
     Trong đó:
     - Cây ăn quả                      triệu đồng       240           265
4    Số vụ cháy rừng                   vụ                 3           -
10   Thủy sản                          tấn              1.310       1.450
"""


def test_columns_parted_by_spaces() -> None:
    assert _told(_draft(ALIGNED)) == {
        "Tổng đàn gia cầm": ["= 240 nghìn con"],
        "Tỷ lệ hộ chăn nuôi có hầm bi-ô-ga hoặc đệm lót sinh học": [">= 70 %"],
        "Giá trị trồng trọt trên 1 ha": ["= 126 triệu đồng"],
        "Cây ăn quả": ["= 265 triệu đồng"],
        "Thủy sản": ["= 1450 tấn"],
    }


@pytest.mark.parametrize(
    "below",
    [
        "3. Các chỉ tiêu khác:\n- Trồng mới 12 ha rừng.",
        "\n3. Trồng mới 12 ha rừng.",
        "- Trồng mới 12 ha rừng.",
    ],
)
def test_the_text_below_is_no_row(below: str) -> None:
    table = "TT  Chỉ tiêu             ĐVT     KH 2026\n1   Đàn bò               con     1.200\n"
    told = _told(_draft(table + below))
    assert sorted(told.values()) == [["= 12 ha"], ["= 1200 con"]]


def test_parts_of_a_table_without_a_column_of_numbers() -> None:
    table = (
        "Chỉ tiêu                      ĐVT       KH 2026\n"
        "Tổng thu ngân sách            tỷ đồng     18,4\n"
        "Tỷ lệ hộ dùng nước sạch       %           96\n"
    )
    assert _told(_draft(table)) == {
        "Tổng thu ngân sách": ["= 18.4 tỷ đồng"],
        "Tỷ lệ hộ dùng nước sạch": ["= 96 %"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Các  chỉ tiêu  kế hoạch  năm 2026  được  giao như sau:\nThu ngân sách  18,4 tỷ đồng.",
        "CHỦ TỊCH        PHÓ CHỦ TỊCH        THƯ KÝ\nNguyễn An       Lê Bình            Trần Chi",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert pasted_rows(text.split("\n")) == {}


def test_a_cell_broken_over_lines() -> None:
    table = (
        "TT\tTên xã\tSố hộ nghèo năm 2025\tTỷ lệ hộ dùng nước\n"
        "sạch năm 2026 (%)\tThu ngân sách năm 2026\n"
        "(triệu đồng)\n"
        "1\tAn Bình\t45\t95\t820\n"
        "2\tPhú Lộc\t38\t97,5\t1.150\n"
    )
    assert _told(_draft(table)) == {
        "Tỷ lệ hộ dùng nước sạch An Bình": ["= 95 %"],
        "Thu ngân sách An Bình": ["= 820 triệu đồng"],
        "Tỷ lệ hộ dùng nước sạch Phú Lộc": ["= 97.5 %"],
        "Thu ngân sách Phú Lộc": ["= 1150 triệu đồng"],
    }


def test_short_rows_are_not_joined() -> None:
    """The cells at the end of a row may be empty, and a row may head others."""
    table = (
        "TT\tChỉ tiêu\tĐVT\tKH 2026\tGhi chú\n"
        "I\tKinh tế\n"
        "1\tĐàn bò\tcon\t1.200\n"
        "2\tĐàn lợn\tcon\t9.500\tcả trang trại\n"
        "3\tĐàn dê\tcon\t800\tmới\n"
    )
    assert _told(_draft(table)) == {
        "Đàn bò": ["= 1200 con"],
        "Đàn lợn": ["= 9500 con"],
        "Đàn dê": ["= 800 con"],
    }


def _stacked(*cells: str) -> str:
    return "\n".join(cells) + "\n"


HEAD = ("STT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện", "năm 2025", "Kế hoạch", "năm 2026")


def test_one_cell_a_line() -> None:
    table = _stacked(
        *HEAD,
        "1", "Tỷ lệ bao phủ bảo hiểm y tế", "%", "93,2", "≥ 95",
        "2", "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng", "thể thấp còi", "%", "16,4", "dưới 16",
        "3", "Số bác sĩ trên 1 vạn dân", "bác sĩ", "4", "5",
    )  # fmt: skip
    assert _told(_draft(table)) == {
        "Tỷ lệ bao phủ bảo hiểm y tế": [">= 95 %"],
        "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi": ["< 16 %"],
        "Số bác sĩ trên 1 vạn dân": ["= 5 bác sĩ"],
    }


def test_one_cell_a_line_in_parts() -> None:
    table = _stacked(
        *HEAD,
        "I", "Trồng trọt",
        "1", "Diện tích lúa", "ha", "650", "640",
        "2", "Sản lượng ngô", "tấn", "2", "1.950",
        "II", "Chăn nuôi",
        "1", "Đàn bò", "con", "3", "3.200",
    )  # fmt: skip
    draft = _draft(table)
    assert _told(draft) == {
        "Diện tích lúa": ["= 640 ha"],
        "Sản lượng ngô": ["= 1950 tấn"],
        "Đàn bò": ["= 3200 con"],
    }
    assert [part["title"] for part in draft.sections[1:]] == ["Trồng trọt", "Chăn nuôi"]


def test_a_row_that_lacks_a_cell_is_not_guessed_at() -> None:
    table = _stacked(
        *HEAD,
        "1", "Đàn bò", "con", "3.100", "3.200",
        "2", "Đàn dê", "con", "800",
        "3", "Đàn lợn", "con", "9.000", "9.500",
    )  # fmt: skip
    draft = _draft(table)
    assert _told(draft) == {"Đàn bò": ["= 3200 con"], "Đàn lợn": ["= 9500 con"]}
    assert "800" in " ".join(stray.text for stray in draft.strays if stray.account == "cell")


def test_an_empty_line_inside_a_table_parts_nothing() -> None:
    table = (
        "STT   CHỈ TIÊU                          ĐVT        2025     2026     2030\n"
        "01    Sản lượng khai thác thủy sản      tấn       1.180    1.250    1.500\n"
        "\n"
        "02    Số lao động có việc làm           người     2.100    2.200    2.600\n"
        "      mới trong năm\n"
        "III. XÂY DỰNG ĐẢNG\n"
        "1. Kết nạp 9 đảng viên.\n"
    )
    assert _told(_draft(table)) == {
        "Kết nạp đảng viên": ["= 9 đảng viên"],
        "Sản lượng khai thác thủy sản": ["= 1250 tấn", "= 1500 tấn"],
        "Số lao động có việc làm mới trong năm": ["= 2200 người", "= 2600 người"],
    }


def test_a_table_of_results_above_one_of_targets() -> None:
    rows = "1    Đàn bò                con    1.000     {}\n2    Đàn lợn               con    5.000     {}\n"
    text = (
        "I. KẾT QUẢ NĂM 2025\nTT   Chỉ tiêu              ĐVT    KH 2025   TH 2025\n"
        + rows.format("1.100", "5.200")
        + "II. CHỈ TIÊU NĂM 2026\nTT   Chỉ tiêu              ĐVT    KH 2026   Ghi chú\n"
        + rows.format("", "Kể cả trang trại")
    )
    draft = extract(read_text(text.encode(), "a.txt", ""))
    assert [short(target.target) for target in draft.targets] == ["= 1000 con", "= 5000 con"]
    assert [item.section for item in draft.items] == ["B", "B"]


def test_a_matrix_of_places() -> None:
    table = (
        "STT  Tên xã         Thu NSNN     Tỷ lệ hộ nghèo    Số trường\n"
        "                    (tỷ đồng)    (%)               đạt chuẩn\n"
        "1    An Bình        12,5         ≤ 2,1             3\n"
    )
    assert _told(_draft(table)) == {
        "Thu NSNN An Bình": ["= 12.5 tỷ đồng"],
        "Tỷ lệ hộ nghèo An Bình": ["<= 2.1 %"],
        "Số trường đạt chuẩn An Bình": ["= 3 trường"],
    }


def test_one_cell_a_line_with_empty_lines_between() -> None:
    table = _stacked(
        "STT", "Chỉ tiêu", "ĐVT", "KH 2026", "1", "Đàn bò", "con", "1.200", "2", "Đàn dê", "con", "800"
    )
    draft = _draft("\n" + table.replace("\n", "\n\n") + "Các xã tổ chức thực hiện.")
    assert _told(draft) == {"Đàn bò": ["= 1200 con"], "Đàn dê": ["= 800 con"]}


def test_one_cell_a_line_with_parts_without_numbers() -> None:
    table = _stacked(
        "TT", "Nội dung", "ĐVT", "Chỉ tiêu năm 2026",
        "1", "Chăn nuôi", "- Đàn bò", "con", "3.200", "- Đàn lợn", "con", "9.000",
        "2", "Thu ngân sách", "triệu đồng", "850",
        "3. Trồng mới 12 ha rừng.",
    )  # fmt: skip
    assert _told(_draft(table)) == {
        "Trồng mới rừng": ["= 12 ha"],
        "Đàn bò": ["= 3200 con"],
        "Đàn lợn": ["= 9000 con"],
        "Thu ngân sách": ["= 850 triệu đồng"],
    }


OFFICES = """\
Đơn vị | KPI | ĐVT | Chỉ tiêu | Trọng số
Phòng Kho vận | Tỷ lệ sai lệch tồn kho | % | ≤ 0,4 | 60%
| Thời gian soạn đơn | phút | Trong vòng 45 | 40%
Phòng Nhân sự | Tỷ lệ nghỉ việc | % | < 11 | 70%
| Giờ đào tạo bình quân | giờ/người | ≥ 12 | 30%
"""


def test_a_first_cell_that_stands_for_the_rows_below() -> None:
    draft = _draft(OFFICES)
    assert _told(draft) == {
        "Tỷ lệ sai lệch tồn kho": ["<= 0.4 %"],
        "Thời gian soạn đơn": ["<= 45 phút"],
        "Tỷ lệ nghỉ việc": ["< 11 %"],
        "Giờ đào tạo bình quân": [">= 12 giờ/người"],
    }
    assert [section["title"] for section in draft.sections][-2:] == ["Phòng Kho vận", "Phòng Nhân sự"]


def test_bars_before_every_row_are_no_cell() -> None:
    rows = ["| TT | Chỉ tiêu | KH 2026 |", "| 1 | Trồng rừng | 12 ha |"]
    assert pasted_rows(rows) == {}
    assert _told(_draft("\n".join(rows))) == {"Trồng rừng": ["= 12 ha"]}
    assert pasted_rows([rows[0], "1 | Trồng rừng | 12 ha", "| 2 | Nuôi cá | 3 ha |"]) == {}


@pytest.mark.parametrize("line", ["\t\t\t", "1\t| Trồng rừng\t| 12 ha"])
def test_lines_with_no_table_of_tabs(line: str) -> None:
    assert pasted_rows([line]) == pasted_rows(["TT\tChỉ tiêu\tKH 2026", line, "Chăm sóc rừng"]) == {}


def test_bars_below_tabs_are_another_table() -> None:
    tabs = "TT\tChỉ tiêu\tKH 2026\n1\tTrồng rừng\t12 ha\n"
    assert len(_told(_draft(tabs + "4. Chỉ tiêu của các phòng\n" + OFFICES))) == 5


@pytest.mark.parametrize(
    "periods",
    [
        "Quý I\tQuý II\tCả năm",
        "6 tháng đầu năm\t6 tháng cuối năm\tCả năm",
        "Học kỳ 1\tHọc kỳ 2\tCả năm",
        "Vụ xuân hè\tVụ thu đông\tCả năm",
        "Tháng 11\tTháng 12\tQuý IV",
    ],
)
def test_parts_of_the_year_are_plans_of_their_own(periods: str) -> None:
    table = f"Chỉ tiêu\tĐVT\t{periods}\nDoanh thu\ttỷ đồng\t10\t12\t22\n"
    first, second, third = (f"{period[0].lower()}{period[1:]}" for period in periods.split("\t"))
    assert _told(_draft(table)) == {
        f"Doanh thu {first}": ["= 10 tỷ đồng"],
        f"Doanh thu {second}": ["= 12 tỷ đồng"],
        f"Doanh thu {third}": ["= 22 tỷ đồng"],
    }


def test_a_plan_of_the_year_beside_its_parts() -> None:
    table = "Chỉ tiêu\tĐVT\tTH 2025\tKH 2026\tQuý I\tQuý II\nDoanh thu\ttỷ đồng\t20\t22\t10\t12\n"
    assert list(_told(_draft(table)).values()) == [["= 22 tỷ đồng"], ["= 10 tỷ đồng"], ["= 12 tỷ đồng"]]


NOTES = """\
TT   Chỉ tiêu                          Đơn vị tính     Thực hiện    Kế hoạch    Ghi chú
                                                       năm 2025     năm 2026
1    Thu nhập bình quân đầu người      Triệu đồng/     62           68
                                       người/năm
                                                                                Công nhận mới
2    Số trường đạt chuẩn quốc gia      Trường          8/11         9/11        Trường THCS Minh
                                                                                Hòa
3    Thu ngân sách nhà nước trên       Triệu đồng      21.964       24.600      Dự toán tỉnh giao:
     địa bàn xã                                                                 22.300
4    Tỷ lệ hộ nghèo                    %               4,86         từ 3,7      Giảm từ 1,2% trở
                                                                    trở xuống   lên
5    Tỷ lệ tiêm chủng đầy đủ cho trẻ   %               93           95          Duy trì
     dưới 1 tuổi                                                                ổn định
6    Giá trị sản xuất                  Tỷ đồng         1.318        1.470
     Trong đó:
     - Dịch vụ                         "               417          469
7    Tỷ lệ che phủ rừng                %               38           38,5        Duy trì
                                                                                ổn định
"""


def test_words_of_other_columns_above_and_below_their_row() -> None:
    draft = _draft(NOTES)
    assert _told(draft) == {
        "Thu nhập bình quân đầu người": ["= 68 Triệu đồng/người/năm"],
        "Số trường đạt chuẩn quốc gia": ["= 9 Trường"],
        "Thu ngân sách nhà nước trên địa bàn xã": ["= 24600 Triệu đồng"],
        "Tỷ lệ hộ nghèo": ["<= 3.7 %"],
        "Tỷ lệ tiêm chủng đầy đủ cho trẻ dưới 1 tuổi": ["= 95 %"],
        "Giá trị sản xuất": ["= 1470 Tỷ đồng"],
        "Dịch vụ": ["= 469 Tỷ đồng"],
        "Tỷ lệ che phủ rừng": ["= 38.5 %"],
    }
    assert len(draft.items) == 9


@pytest.mark.parametrize("below", ["TRƯỞNG BAN", "Nơi nhận:", "Trồng mới 12 ha rừng."])
def test_words_to_the_right_below_a_table_are_no_cell(below: str) -> None:
    rows = NOTES.splitlines()
    lines = [*rows[:4], f"{'':80}{below}", "Các xã tổ chức thực hiện."]
    assert max(pasted_rows(lines)) == 3


def test_loose_words_that_no_row_follows_are_kept() -> None:
    lines = [*NOTES.splitlines()[:4], f"{'':55}đã có       còn thiếu"]
    assert "còn thiếu" in " ".join(pasted_rows(lines)[2])
