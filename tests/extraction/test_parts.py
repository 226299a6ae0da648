"""The parts of a document: which list is inside which, and which of them state targets."""

from __future__ import annotations

import pytest

from chitieu.extraction.draft import Draft
from chitieu.extraction.extract import extract
from chitieu.extraction.text_file import read_text
from chitieu.extraction.words import declared_count

from .conftest import short


def _draft(*lines: str) -> Draft:
    return extract(read_text("\n".join(lines).encode(), "a.txt", ""))


def _told(draft: Draft) -> dict[str, str]:
    return {target.id: short(target.target) for target in draft.targets}


TARGET = ("1. Trồng mới 12 ha rừng.", "2. Kết nạp 5 đảng viên.")


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (("I. KẾT QUẢ NĂM 2025", "II. MỤC TIÊU NĂM 2026"), ("A. Về kinh tế", "B. Về xã hội")),
        (("A. KẾT QUẢ NĂM 2025", "B. MỤC TIÊU NĂM 2026"), ("I. Về kinh tế", "II. Về xã hội")),
        (("A - KẾT QUẢ NĂM 2025", "B - MỤC TIÊU NĂM 2026"), ("1 - Về kinh tế", "2 - Về xã hội")),
        (
            ("Điều 1. Đánh giá kết quả năm 2025 như sau:", "Điều 2. Thông qua mục tiêu năm 2026 như sau:"),
            ("I. Về kinh tế", "II. Về xã hội"),
        ),
    ],
)
def test_which_labels_are_outside_which_the_document_says(
    outer: tuple[str, str], inner: tuple[str, str]
) -> None:
    told = ("a) Trồng mới 10 ha rừng.", "b) Kết nạp 4 đảng viên.")
    wanted = ("a) Trồng mới 12 ha rừng.", "b) Kết nạp 5 đảng viên.")
    past = (outer[0], inner[0], *told, inner[1], *told)
    draft = _draft(*past, outer[1], inner[0], *wanted, inner[1], *wanted)
    assert list(_told(draft).values()) == ["= 12 ha", "= 5 đảng viên"] * 2
    assert [part["title"] for part in draft.sections] == ["Về kinh tế", "Về xã hội"]


def test_a_plan_below_the_articles_that_enact_it_is_inside_none() -> None:
    draft = _draft(
        "Điều 1. Ban hành Kế hoạch năm 2026.",
        "Điều 2. Các phòng, ban chịu trách nhiệm thi hành.",
        "I. MỤC TIÊU NĂM 2026",
        *TARGET,
        "II. NHIỆM VỤ",
        "1. Mở 02 lớp tập huấn.",
    )
    assert list(_told(draft).values()) == ["= 12 ha", "= 5 đảng viên"]
    assert [part["label"] for part in draft.sections] == ["I"]


@pytest.mark.parametrize(
    "task",
    [
        "2. Phòng Kinh tế chủ trì, theo dõi 14 chỉ tiêu nông nghiệp; phối hợp các hợp tác xã",
        "2. Văn phòng tham mưu phân công phụ trách 14 chỉ tiêu.",
        "2. Ban Chỉ đạo tổng hợp, báo cáo kết quả 14 chỉ tiêu hằng quý.",
    ],
)
def test_who_minds_targets_declares_none(task: str) -> None:
    draft = _draft(
        "I. CHỈ TIÊU", *TARGET, "II. TỔ CHỨC THỰC HIỆN", "1. Các xã xây dựng kế hoạch.", task, "a) 05 xã."
    )
    assert list(_told(draft).values()) == ["= 12 ha", "= 5 đảng viên"]
    assert "declared" not in draft.head


@pytest.mark.parametrize(
    "heading",
    [
        "1. Các chỉ tiêu do Phòng Kinh tế chủ trì (14 chỉ tiêu)",
        "Công tác kiểm tra, giám sát: 14 chỉ tiêu",
        "Về kinh tế (14 chỉ tiêu chủ yếu):",
    ],
)
def test_headings_declare_a_count(heading: str) -> None:
    assert declared_count(heading) == 14


RESOLUTION = (
    "NGHỊ QUYẾT",
    "ĐẠI HỘI THÀNH VIÊN NĂM 2026",
    "Điều 1. Thông qua báo cáo kết quả hoạt động năm 2025",
    "- Doanh thu 41 tỷ đồng, tăng 5%.",
    "Điều 2. Thông qua phương án kinh doanh năm 2026",
    "1. Các chỉ tiêu chủ yếu:",
    "a) Doanh thu đạt 45 tỷ đồng.",
)


def _beside(*article: str) -> list[str]:
    """What is taken from an article beside the one with the targets."""
    last = ("Điều 5. Điều khoản thi hành", "Hợp tác xã điều chỉnh phương án trong phạm vi không quá 10%.")
    return list(_told(_draft(*RESOLUTION, *article, *last)).values())[1:]


@pytest.mark.parametrize(
    "heading",
    [
        "Thông qua định hướng giai đoạn 2026 - 2030",
        "Phê duyệt danh mục đầu tư năm 2026",
        "Thông qua chiến lược đến năm 2030",
    ],
)
def test_articles_of_what_is_to_come(heading: str) -> None:
    below = ("- Số thành viên tăng ít nhất 8%/năm.", "- Nguồn vốn: vay 3 tỷ đồng, lãi suất 7%/năm.")
    assert _beside(f"Điều 3. {heading}", *below) == ["increase >= 8 %/năm"]


@pytest.mark.parametrize(
    "heading",
    [
        "Thông qua phương án phân phối lợi nhuận năm 2025",
        "Thông qua quyết toán thu, chi năm 2025",
        "Phân bổ dự toán năm 2026",
        "Bầu bổ sung Ban Kiểm soát",
    ],
)
def test_articles_of_what_was_are_none(heading: str) -> None:
    assert _beside(f"Điều 3. {heading}", "- Trích quỹ dự phòng ít nhất 8%.") == []


def test_an_article_may_say_below_of_when_it_is() -> None:
    text = (
        "Điều 3. Thông qua thù lao Hội đồng quản trị",
        "Năm 2026, tổng mức thù lao không vượt quá 300 triệu đồng.",
    )
    assert _beside(*text) == ["<= 300 triệu đồng"]


@pytest.mark.parametrize("title", ["KẾ HOẠCH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "ĐỀ ÁN"])
def test_what_is_enacted_stands_below_the_signature(title: str) -> None:
    draft = _draft(
        "QUYẾT ĐỊNH",
        "Ban hành văn bản của năm 2026",
        "Điều 1. Ban hành văn bản kèm theo.",
        "Điều 2. 12 đơn vị chịu trách nhiệm thi hành Quyết định này./.",
        "Nơi nhận:",
        "- Lưu: VT.",
        title,
        "Phát triển rừng năm 2026",
        "I. MỤC TIÊU",
        *TARGET,
    )
    assert list(_told(draft).values()) == ["= 12 ha", "= 5 đảng viên"]


def test_a_line_may_lead_from_a_heading_to_the_list_inside() -> None:
    draft = _draft(
        "I. KẾT QUẢ",
        "A. Về kinh tế",
        *TARGET,
        "II. CHỈ TIÊU",
        "Phấn đấu đạt các chỉ tiêu sau:",
        "A. Về kinh tế",
        *TARGET,
    )
    assert list(_told(draft).values()) == ["= 12 ha", "= 5 đảng viên"]


@pytest.mark.parametrize("part", ["II. MỤC TIÊU NĂM 2026", "II. CHỈ TIÊU"])
def test_emulation_among_fields_of_targets_is_one_more_field(part: str) -> None:
    draft = _draft(
        "I. TÌNH HÌNH",
        "1. Có 12 khoa.",
        part,
        "1. Chuyên môn",
        "- Phẫu thuật 420 ca.",
        "2. Thi đua, khen thưởng",
        "- 90% khoa đạt tiên tiến.",
    )
    assert list(_told(draft).values()) == ["= 420 ca", "= 90 %"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("GIAO CHỈ TIÊU KPI, GRDP CHO CÁC PHÒNG NĂM 2026", "Giao chỉ tiêu KPI, GRDP cho các phòng năm 2026"),
        ("CHỈ TIÊU KINH TẾ-XÃ HỘI (GD&ĐT) NĂM 2026", "Chỉ tiêu kinh tế-xã hội (GD&ĐT) năm 2026"),
    ],
)
def test_a_title_in_capitals_keeps_its_short_forms(title: str, shown: str) -> None:
    assert _draft(title, *TARGET).title == shown


@pytest.mark.parametrize(
    "heading",
    [
        "2. Về phong trào thi đua, khen thưởng",
        "2. Về công tác thi đua, khen thưởng (2 chỉ tiêu)",
        "2. Công tác thi đua, khen thưởng",
        "2. Phong trào thi đua và khen thưởng:",
        "2. Về khen thưởng",
        "2. Lĩnh vực nội vụ, khen thưởng",
        "2. Về hiệu lực, hiệu quả quản lý",
    ],
)
@pytest.mark.parametrize("above", ["I. CHỈ TIÊU PHẤN ĐẤU NĂM 2026", "I. MỤC TIÊU NĂM 2026"])
def test_a_field_among_those_of_the_targets(above: str, heading: str) -> None:
    lists = ("- Trồng mới 12 ha rừng.", "- Kết nạp 5 đảng viên.")
    draft = _draft(above, "1. Về kinh tế (2 chỉ tiêu)", *lists, heading, *lists)
    assert list(_told(draft).values()) == ["= 12 ha", "= 5 đảng viên"] * 2


@pytest.mark.parametrize(
    "heading",
    [
        "2. Về nhiệm vụ, giải pháp",
        "2. Về tổ chức thực hiện",
        "2. Công tác tổ chức thực hiện, khen thưởng",
        "2. Về phân công trách nhiệm",
        "2. Về hiệu lực thi hành",
        "2. Công tác kiểm tra và kinh phí",
    ],
)
def test_a_part_with_tasks_among_the_fields_of_the_targets(heading: str) -> None:
    lists = ("- Trồng mới 12 ha rừng.", "- Kết nạp 5 đảng viên.")
    draft = _draft("I. CHỈ TIÊU NĂM 2026", "1. Về kinh tế", *lists, heading, *lists)
    assert list(_told(draft).values()) == ["= 12 ha", "= 5 đảng viên"]


def test_a_field_below_a_part_with_tasks() -> None:
    lists = ("- Trồng mới 12 ha rừng.", "- Kết nạp 5 đảng viên.")
    draft = _draft("I. CHỈ TIÊU", *lists, "II. NHIỆM VỤ", "1. Về thi đua, khen thưởng", *lists)
    assert list(_told(draft).values()) == ["= 12 ha", "= 5 đảng viên"]


@pytest.mark.parametrize("heading", ["Điều kiện xét, công nhận", "Điều kiện công nhận xã nông thôn mới"])
def test_conditions_of_a_title_are_targets(heading: str) -> None:
    draft = _draft(
        "Điều 1. Phạm vi áp dụng",
        "1. Quyết định này áp dụng đối với 60 xã.",
        f"Điều 2. {heading}",
        "Xã được công nhận phải bảo đảm các điều kiện sau:",
        "a) Đạt đủ 19/19 tiêu chí;",
        "b) Không có nợ đọng xây dựng cơ bản.",
        "Điều 3. Tổ chức thực hiện",
        "1. Sở Tài chính mở 02 lớp tập huấn.",
    )
    assert list(_told(draft).values()) == ["= 19 tiêu chí", "absent"]


@pytest.mark.parametrize(
    "listed",
    [
        "Về kinh tế: 1. Thu ngân sách đạt 45 tỷ đồng. 2. Thu nhập đạt 65 triệu đồng.",
        "Lĩnh vực kinh tế: thu ngân sách đạt 45 tỷ đồng; thu nhập đạt 65 triệu đồng.",
        "Kinh tế: 1- Thu ngân sách đạt 45 tỷ đồng. 2- Thu nhập đạt 65 triệu đồng.",
    ],
)
@pytest.mark.parametrize(("label", "begun"), [("-", 1), ("1.", 0)])
def test_a_paragraph_that_lists_targets_before_labels_is_an_item(listed: str, label: str, begun: int) -> None:
    below = f"{label} Tỷ lệ hộ nghèo dưới 2%."
    draft = _draft("I. CÁC CHỈ TIÊU NĂM 2026", listed, below, "II. NHIỆM VỤ", "1. Làm tốt.")
    first, then = f"I.{begun}", f"I.{begun + 1}"
    assert _told(draft) == {
        f"{first}.1": "= 45 tỷ đồng",
        f"{first}.2": "= 65 triệu đồng",
        f"{then}.1": "< 2 %",
    }


@pytest.mark.parametrize(
    "told",
    [
        "Mục tiêu chung: 1. Thu nhập đạt 65 triệu đồng. 2. Tỷ lệ hộ nghèo dưới 3%.",
        "Kết quả năm 2025: thu ngân sách đạt 40 tỷ đồng.",
        "Năm 2026 có các chỉ tiêu sau:",
    ],
)
def test_what_leads_to_the_list_is_no_item(told: str) -> None:
    draft = _draft("I. CÁC CHỈ TIÊU NĂM 2026", told, *TARGET, "II. NHIỆM VỤ", "1. Làm tốt.")
    assert list(_told(draft).values()) == ["= 12 ha", "= 5 đảng viên"]
