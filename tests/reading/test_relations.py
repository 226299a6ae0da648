"""Relations between readings: what is said around a clause, or said otherwise, changes only what it says.

The parts are clauses that read alone without a doubt; no test knows what they mean. A relation that breaks shows that
one of the two readings is wrong, whichever it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.reading import parse

PARTS = [
    "Tỷ lệ hộ nghèo giảm còn dưới 1,5%",
    "Kết nạp từ 5 - 8 đảng viên mới",
    "Thu ngân sách trên địa bàn đạt 12 tỷ 650 triệu đồng",
    "Tỷ lệ người dân tham gia bảo hiểm y tế đạt 95% trở lên",
    "Thu nhập bình quân đầu người đạt 68 triệu đồng/người/năm, tăng 8%",
    "85% phụ nữ mang thai được khám thai ít nhất 4 lần trong thai kỳ",
    "100% chi bộ sinh hoạt chuyên đề ít nhất 01 lần/quý",
    "100% hộ gia đình có ít nhất 01 người được hướng dẫn kỹ năng thoát nạn",
    "Ít nhất 30% công trình thanh niên có giá trị từ 50 triệu đồng trở lên",
    "Không để xảy ra ngộ độc thực phẩm từ 30 người mắc trở lên",
    "Không còn xã đạt dưới 15 tiêu chí",
    "Không để xảy ra điểm nóng về an ninh trật tự",
    "Giữ vững danh hiệu xã đạt chuẩn nông thôn mới nâng cao",
    "Duy trì vững chắc kết quả phổ cập giáo dục mầm non cho trẻ em 5 tuổi",
    "Đảng bộ hoàn thành xuất sắc nhiệm vụ",
    "Công đoàn cơ sở vững mạnh",
    "Chi bộ xếp loại Khá trở lên",
    "Trạm y tế xã đạt chuẩn quốc gia",
    "Có sân thể thao phục vụ sinh hoạt của toàn xã",
    "Giảm phát thải khí nhà kính tối thiểu 8,5% so với kịch bản phát triển thông thường",
    "Kéo giảm phạm pháp hình sự 5% so với cùng kỳ",
    "Giảm ít nhất 5% số vụ tai nạn giao thông",
    "Giảm 45 hộ nghèo",
    "Số bác sĩ/10.000 dân đạt 11,5",
    "Ngày điều trị trung bình thấp hơn 6,5 ngày",
    "Mỗi chi hội giúp ít nhất 02 hộ hội viên thoát nghèo",
    "Tỷ lệ hài lòng của người dân ở từng lĩnh vực đạt 91% trở lên",
    "Chỉ số PCI nằm trong nhóm 15 tỉnh, thành phố dẫn đầu cả nước",
    "Kết nạp 480 hội viên (bình quân mỗi năm 96 hội viên)",
    "Năng suất lúa đạt 6,5 tấn/ha, sản lượng trên 29.600 tấn",
    "Xây dựng tối thiểu 03 mô hình dân vận khéo",
    "Tỷ lệ trường đạt chuẩn quốc gia đạt 80% (12/15 trường)",
    "Tổng đàn lợn 3.400 con",
    "Trồng mới 25 ha rừng",
    "Tỷ lệ tăng dân số tự nhiên 0,98%",
    "Tốc độ tăng giá trị sản xuất bình quân 11,5%/năm",
]
#: Those of a figure with one comparator.
COMPARED = [part for part in PARTS if re.search(r"(ít nhất|tối thiểu|dưới|trên) \d", part, re.IGNORECASE)]
_KEYS = (
    "kind", "measure", "op", "value", "low", "high", "unit", "basis", "each", "grade", "expected", "restates",
    "average_annual", "needs_review",
)  # fmt: skip

parts = st.sampled_from(PARTS)


def meaning(text: str) -> list[dict[str, Any]]:
    """What the targets of a text want, without their names and times."""
    flats = [target.flat() for target in parse(text).targets]
    return [{key: str(flat[key]).lower() for key in _KEYS if flat.get(key) is not None} for flat in flats]


def lowered(part: str) -> str:
    """A part in the middle of a sentence."""
    return part if part[1:2].isupper() else part[:1].lower() + part[1:]


@pytest.mark.parametrize("part", PARTS)
def test_every_part_reads_alone(part: str) -> None:
    assert meaning(part)
    assert not parse(part).needs_review


#: What stands between two items.
BETWEEN = [". ", "\n", "\n- ", "; ", "\n+ "]


def beside(sign: str, first: str, *others: str) -> str:
    """Items with a sign between them."""
    return first + "".join(sign + (lowered(item) if sign == "; " else item) for item in others)


@pytest.mark.parametrize("sign", BETWEEN)
def test_any_two_items_side_by_side(sign: str) -> None:
    """Every pair, as a random few of them had hidden that two were read wrong."""
    alone = {item: meaning(item) for item in PARTS}
    for first, second in product(PARTS, repeat=2):
        joined = beside(sign, first, second)
        assert meaning(joined) == alone[first] + alone[second], joined


@given(st.lists(parts, min_size=3, max_size=3), st.sampled_from(BETWEEN))
def test_three_items_side_by_side(items: list[str], sign: str) -> None:
    assert meaning(beside(sign, *items)) == [target for item in items for target in meaning(item)]


OPENINGS = [
    "Phấn đấu đến năm 2030, ", "Phấn đấu ", "Đến cuối nhiệm kỳ, ", "Hằng năm, ", "Đến năm 2030 ", "Năm 2026, ",
    "Trong nhiệm kỳ 2025 - 2030, ", "Trong năm 2026, xã phấn đấu ", "Đến năm 2030: ", "- Đến năm 2030, ",
]  # fmt: skip
LABELS = [
    "(12) ",
    "12. ",
    "3.2. ",
    "a) ",
    "- ",
    "+ ",
    "Chỉ tiêu 5: ",
    "Chỉ tiêu 5. ",
    "Mục tiêu cụ thể: ",
    "Về y tế: ",
]


@pytest.mark.parametrize("opening", [*OPENINGS, *LABELS])
@pytest.mark.parametrize("part", PARTS)
def test_what_opens_a_clause(part: str, opening: str) -> None:
    assert meaning(opening + (part if opening in LABELS else lowered(part))) == meaning(part)


ENDINGS = [".", ";", "./.", " vào năm 2030", " trong nhiệm kỳ", " trong năm 2026"]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("part", PARTS)
def test_what_ends_a_clause(part: str, ending: str) -> None:
    assert meaning(part + ending) == meaning(part)


SYNONYMS = [
    ("ít nhất", "tối thiểu", "không dưới", "không thấp hơn"),
    ("trên", "hơn"),
    ("dưới", "thấp hơn", "chưa đến"),
    ("thấp hơn", "dưới"),
]


@pytest.mark.parametrize("part", COMPARED)
def test_comparators_of_one_sense(part: str) -> None:
    for usual, *others in SYNONYMS:
        for other in others:
            told = re.sub(rf"\b{usual} (?=\d)", f"{other} ", part, flags=re.IGNORECASE)
            assert meaning(told) == meaning(part), told


@given(
    parts,
    st.sampled_from(
        [("xã", "phường"), ("hội viên", "đoàn viên"), ("chi bộ", "chi hội"), ("đảng viên", "đoàn viên")]
    ),
)
def test_another_noun(part: str, nouns: tuple[str, str]) -> None:
    one, other = nouns
    swapped = re.sub(rf"(?<!\w){one}(?!\w)", other, part)
    told = [
        {key: re.sub(rf"(?<!\w){one}(?!\w)", other, said) for key, said in target.items()}
        for target in meaning(part)
    ]
    if "đảng viên mới" not in part:  # a noun of its own
        assert meaning(swapped) == told


def _another(figure: re.Match[str]) -> str:
    said = figure.group()
    return said if len(said) > 2 else str(int(said) + 2).zfill(len(said))


@given(parts)
def test_another_figure(part: str) -> None:
    if re.search(r"nhóm|mức|100%|\d/\d|5 tuổi", part):
        return
    other = re.sub(r"(?<![\d.,/-])\d+(?![\d.,]|.*[-/]\d)", _another, part)
    told = [
        {key: said for key, said in target.items() if key not in ("value", "low", "high")}
        for target in meaning(part)
    ]
    found = [
        {key: said for key, said in target.items() if key not in ("value", "low", "high")}
        for target in meaning(other)
    ]
    assert found == told


@given(
    parts,
    st.sampled_from([str.upper, lambda part: part.replace(" ", "  "), lambda part: part.replace("%", " %")]),
)
def test_capitals_and_spaces(part: str, written: Callable[[str], str]) -> None:
    assert meaning(written(part)) == meaning(part)
