"""One meaning in many wordings is one condition; two meanings are never one."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chitieu.quantity.number import to_number
from chitieu.quantity.units import resolve
from chitieu.reading import parse

from .tables import load_tables, tidy

#: Wordings of one condition, the usual one first.
SAME: list[list[str]] = [
    ["Kết nạp 1 đảng viên", "Kết nạp 01 đảng viên", "kết nạp 001 đảng viên", "KẾT NẠP 01 ĐẢNG VIÊN"],
    [
        "Kết nạp từ 5 đến 8 đảng viên",
        "Kết nạp 5-8 đảng viên",
        "Kết nạp từ 5 - 8 đảng viên",
        "Kết nạp 5 – 8 đảng viên",
        "Kết nạp 5—8 đảng viên",
        "Kết nạp 05 − 08 đảng viên",
        "Kết nạp từ 5 tới 8 đảng viên",
        "Kết nạp từ năm đến tám đảng viên",
    ],
    [
        "Tỷ lệ đạt 95%",
        "Tỷ lệ đạt 95 %",
        "Tỷ lệ đạt 95 phần trăm",
        "Tỉ lệ đạt 95％",
        "Tỷ lệ đạt 95,0%",
        "Tỷ lệ đạt 95.0%",
        "Tỷ lệ đạt chín mươi lăm phần trăm",
    ],
    [
        "Tỷ lệ hòa giải thành từ 90% trở lên",
        "Tỷ lệ hoà giải thành từ 90% trở lên",
        "Tỷ lệ hòa giải thành đạt 90% trở lên",
        "Tỷ lệ hòa giải thành đạt ít nhất 90%",
        "Tỷ lệ hòa giải thành đạt tối thiểu 90%",
        "Tỷ lệ hòa giải thành không dưới 90%",
        "Tỷ lệ hòa giải thành không thấp hơn 90%",
        "Tỷ lệ hòa giải thành ≥ 90%",
        "Tỷ lệ hòa giải thành ≥90 %",
        "Tỷ lệ hòa giải thành >= 90%",
        "Tỷ lệ hòa giải thành đạt và vượt 90%",
        "Tỷ lệ hòa giải thành từ 90%trở lên",
    ],
    [
        "Tỷ lệ hộ nghèo dưới 2%",
        "Tỷ lệ hộ nghèo < 2%",
        "Tỷ lệ hộ nghèo &lt; 2%",
        "Tỷ lệ hộ nghèo còn dưới 2%",
        "Tỷ lệ hộ nghèo thấp hơn 2%",
        "Tỷ lệ hộ nghèo chưa đến 2%",
        "Tỷ lệ hộ nghèo ＜ 2％",
        "Tỷ lệ hộ nghèo nhỏ hơn 2%",
    ],
    [
        "Số vụ cháy không quá 3 vụ",
        "Số vụ cháy tối đa 3 vụ",
        "Số vụ cháy ≤ 3 vụ",
        "Số vụ cháy không vượt quá 03 vụ",
        "Số vụ cháy từ 3 vụ trở xuống",
        "Số vụ cháy nhiều nhất 3 vụ",
        "Số vụ cháy không nhiều hơn ba vụ",
    ],
    ["Phủ sóng trên 98% hộ", "Phủ sóng hơn 98% hộ", "Phủ sóng > 98% hộ", "Phủ sóng vượt 98% hộ"],
    [
        "Thu ngân sách 2.860 tỷ đồng",
        "Thu ngân sách 2860 tỷ đồng",
        "Thu ngân sách 2.860 tỉ đồng",
        "Thu ngân sách 2.860 tỷđ",
        "Thu ngân sách 2.860 TỶ ĐỒNG",
    ],
    ["Thu ngân sách 12,65 tỷ đồng", "Thu ngân sách 12 tỷ 650 triệu đồng", "Thu ngân sách 12.65 tỷ đồng"],
    ["Vận động 500.000 đồng", "Vận động 500000 đồng", "Vận động 500.000 VNĐ", "Vận động 500.000đ"],
    [
        "Tỷ suất sinh 14,2‰",
        "Tỷ suất sinh 14,2 ‰",
        "Tỷ suất sinh 14,2%o",
        "Tỷ suất sinh 14,2%0",
        "Tỷ suất sinh 14,2 o/oo",
        "Tỷ suất sinh 14,2 0/00",
        "Tỷ suất sinh 14,2 phần nghìn",
        "Tỷ suất sinh 14,2 phần ngàn",
    ],
    [
        "Quy mô gấp đôi năm 2020",
        "Quy mô gấp 2 lần năm 2020",
        "Quy mô gấp hai lần năm 2020",
        "Quy mô gấp 2 lần so với năm 2020",
    ],
    ["Trồng 25 cây", "Trồng hai mươi lăm cây", "Trồng hai lăm cây", "Trồng 25 cây."],
    ["Hiến 105 đơn vị máu", "Hiến một trăm linh năm đơn vị máu", "Hiến trăm lẻ năm đơn vị máu"],
    [
        "Giảm ít nhất 5% số vụ so với cùng kỳ",
        "Giảm tối thiểu 5% số vụ so với cùng kỳ",
        "Kéo giảm ít nhất 5% số vụ so với cùng kỳ",
        "Giảm từ 5% trở lên số vụ so với cùng kỳ",
        "Giảm ít nhất 5 % số vụ so với năm trước",
    ],
    [
        "Chi bộ xếp loại Khá trở lên",
        "Chi bộ xếp loại khá trở lên",
        "Chi bộ xếp loại “Khá” trở lên",
        "Chi bộ đạt loại Khá trở lên",
    ],
    [
        "Thuộc tốp 10 cả nước",
        "Thuộc top 10 cả nước",
        "Nằm trong tốp 10 cả nước",
        "Thuộc nhóm 10 tỉnh dẫn đầu cả nước",
    ],
    ["Không để xảy ra cháy nổ", "Không xảy ra cháy nổ", "Không có cháy nổ", "KHÔNG ĐỂ XẢY RA CHÁY NỔ"],
    ["½ số thôn đạt chuẩn", "1/2 số thôn đạt chuẩn", "Một nửa số thôn đạt chuẩn"],
    [
        "Hạ tỷ lệ hộ nghèo xuống còn 3%",
        "Hạ tỷ lệ hộ nghèo từ 5% xuống còn 3%",
        "Giảm tỷ lệ hộ nghèo xuống còn 3%",
        "Tỷ lệ hộ nghèo còn 3%",
    ],
    ["Diện tích 3 ha", "Diện tích 3ha", "Diện tích 3 héc ta", "Diện tích 3 hecta", "Diện tích ba ha"],
    ["Nhà ở 25 m2/người", "Nhà ở 25 m²/người", "Nhà ở 25m2/ người", "Nhà ở 25 mét vuông/người"],
]

#: Wordings of one amount in other units.
SAME_AMOUNT: list[list[str]] = [
    [
        "Thu ngân sách ít nhất 1,5 tỷ đồng",
        "Thu ngân sách ít nhất 1.500 triệu đồng",
        "Thu ngân sách ít nhất 1 tỷ 500 triệu đồng",
        "Thu ngân sách ít nhất 1.500.000.000 đồng",
        "Thu ngân sách ít nhất 1,5 tỉ đồng",
        "Thu ngân sách ít nhất một tỷ rưỡi đồng",
        "Thu ngân sách ít nhất 1.500.000 nghìn đồng",
    ],
    ["Năng suất lúa 6,5 tấn/ha", "Năng suất lúa 65 tạ/ha", "Năng suất lúa 6.500 kg/ha"],
    ["Tỷ suất sinh dưới 14‰", "Tỷ suất sinh dưới 1,4%", "Tỷ suất sinh dưới 14 phần nghìn"],
    ["Tội phạm dưới 7,4 vụ/10.000 dân", "Tội phạm dưới 0,74 vụ/1.000 dân", "Tội phạm dưới 74 vụ/100.000 dân"],
    ["Kết nạp 5 đảng viên", "Kết nạp 05 đồng chí", "Kết nạp năm đảng viên", "Kết nạp 5 đ/c"],
    [
        "Đón 2 triệu lượt khách",
        "Đón 2.000.000 lượt khách",
        "Đón hai triệu lượt khách",
        "Đón 2.000 nghìn lượt khách",
    ],
]

#: Texts that may look alike and mean something else, each a condition of its own.
DIFFERENT: list[list[str]] = [
    [
        "Tỷ lệ đạt 95%",
        "Tỷ lệ đạt trên 95%",
        "Tỷ lệ đạt 95% trở lên",
        "Tỷ lệ đạt dưới 95%",
        "Tỷ lệ đạt 95% trở xuống",
        "Tỷ lệ đạt 95‰",
        "Tỷ lệ chung tăng 95%",
        "Tỷ lệ chung giảm 95%",
        "Tỷ lệ đạt 9,5%",
        "Tỷ lệ đạt từ 90 - 95%",
        "Tỷ lệ đạt 95 điểm",
        "Tỷ lệ đạt 95% kế hoạch",
    ],
    [
        "Số vụ giảm 5 vụ",
        "Số vụ giảm còn 5 vụ",
        "Số vụ giảm 5%",
        "Số vụ giảm 5 - 7 vụ",
        "Số vụ giảm dưới 5 vụ",
        "Số vụ giảm trên 5 vụ",
        "Số vụ tăng 5 vụ",
        "Số vụ giảm 5 vụ so với năm 2020",
        "Số vụ giảm 5 vụ so với kế hoạch",
    ],
    [
        "Thu 2.860 tỷ đồng",
        "Thu 2,860 tỷ đồng",
        "Thu 2.860 triệu đồng",
        "Thu 2.860 đồng",
        "Thu 2.860 USD",
        "Thu 28.60 tỷ đồng",
    ],
    ["Không quá 3 vụ", "Không dưới 3 vụ", "Quá 3 vụ", "Chưa đến 3 vụ", "3 vụ"],
    ["Không để xảy ra cháy nổ", "Giữ vững danh hiệu đơn vị an toàn cháy nổ"],
    ["Xếp loại Khá", "Xếp loại Khá trở lên", "Xếp loại Tốt", "Xếp loại Trung bình"],
    ["Hạng thứ 5 trở lên", "Xếp thứ 5", "Tăng 5 bậc"],
    ["Năng suất 50 tạ/ha", "Năng suất 50 tấn/ha", "Năng suất 50 tạ", "Năng suất 50 tạ/sào"],
    ["7 vụ/10.000 dân", "7 vụ/100.000 dân", "7 vụ/1.000 dân", "7 vụ"],
    ["Kết nạp 5 đảng viên", "Kết nạp 5 đoàn viên", "Kết nạp 50 đảng viên"],
    ["Gấp 2 lần năm 2020", "Gấp 2 lần năm 2021", "Gấp 3 lần năm 2020", "Gấp 1,5 lần năm 2020"],
    ["Tăng bình quân 5%/năm", "Tăng 5%"],
    [
        "Thu nhập 60 triệu đồng/người/năm",
        "Thu nhập 60 triệu đồng/người/tháng",
        "Thu nhập 60 triệu đồng/hộ/năm",
    ],
    ["64/111 thôn", "64 thôn", "111 thôn"],
    ["2/3 số thôn", "3/2 số thôn", "2 thôn", "3 thôn"],
    [
        "Doanh thu từ 5 - 8 tỷ đồng",
        "Doanh thu từ 5 tỷ đồng",
        "Doanh thu đến 8 tỷ đồng",
        "Doanh thu 5 tỷ đồng; chi phí 8 tỷ đồng",
    ],
]

_UNITS = {
    "tỉ": "tỷ",
    "vnđ": "đồng",
    "đ": "đồng",
    "héc ta": "ha",
    "hecta": "ha",
    "mét vuông": "m2",
    "ngàn": "nghìn",
}
_KEYS = ("kind", "measure", "op", "basis", "restates", "approximate", "average_annual", "expected", "of")


def meaning(text: str) -> list[dict[str, Any]]:
    """What the targets of a text want, whatever the wording: figures as numbers, units by one name."""
    out = []
    for target in parse(text).targets:
        flat = target.flat()
        means: dict[str, Any] = {key: flat[key] for key in _KEYS if flat.get(key) is not None}
        if "of" in means:
            means["of"] = tidy(means["of"])
        for key in ("value", "low", "high"):
            if key in flat:
                means[key] = to_number(flat[key]) + 0
        if "grade" in flat:
            means["grade"] = tidy(flat["grade"]).removeprefix("loại ")
        if "unit" in flat:
            unit = tidy(flat["unit"])
            unit = unit.replace("héc ta", "ha").replace("mét vuông", "m2")
            for other, usual in _UNITS.items():
                unit = " ".join(usual if word == other else word for word in unit.split())
            means["unit"] = unit
        out.append(means)
    return out


#: What fails today, and why; each is then expected to fail.
KNOWN: dict[str, str] = {}


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        pytest.param(
            group[0],
            other,
            id=f"{number}-{other}",
            marks=pytest.mark.xfail(reason=KNOWN[other], raises=AssertionError) if other in KNOWN else (),
        )
        for number, group in enumerate(SAME, 1)
        for other in group[1:]
    ],
)
def test_one_meaning(usual: str, other: str) -> None:
    assert meaning(usual), usual
    assert meaning(other) == meaning(usual)


@pytest.mark.parametrize(
    ("usual", "other"), [(group[0], other) for group in SAME_AMOUNT for other in group[1:]]
)
def test_one_amount(usual: str, other: str) -> None:
    (one,), (two,) = meaning(usual), meaning(other)
    for means in (one, two):
        unit = resolve(means.pop("unit"))
        means["value"] = Fraction(means["value"]) * unit.factor
        means |= {"of what": (unit.kind, unit.noun), "per": unit.per}
    assert one == two


@pytest.mark.parametrize(
    ("one", "other"),
    [pytest.param(*pair, id=" | ".join(pair)) for group in DIFFERENT for pair in combinations(group, 2)],
)
def test_two_meanings(one: str, other: str) -> None:
    assert meaning(one) != meaning(other)


TEXTS = sorted(
    {
        unicodedata.normalize("NFC", case["text"])
        for name, cases in load_tables().items()
        if name not in ("actuals", "noise", "expressions", "no_target")
        for case in cases
        if "known" not in case and case["want"] and case["want"] != "any"
    }
)
texts = st.sampled_from(TEXTS)


@given(texts)
def test_composed_or_not(text: str) -> None:
    assert meaning(unicodedata.normalize("NFD", text)) == meaning(text)


@given(texts, st.sampled_from("-‐‑‒–—−"))
def test_kinds_of_dash(text: str, dash: str) -> None:
    assert meaning(text.replace("-", dash).replace("–", dash)) == meaning(text.replace("–", "-"))


@given(texts)
def test_a_space_before_the_sign(text: str) -> None:
    if "l00%" not in text:
        assert meaning(text.replace(" %", "%").replace("%", " %")) == meaning(text)


@given(texts)
def test_the_sign_in_words(text: str) -> None:
    if not any(sign in text for sign in ("điểm %", "%o", "%0", "%+", "mg%", "mg %")):
        worded = text.replace(" %", "%").replace("%", " phần trăm ")
        assert meaning(worded) == meaning(text)


@given(texts)
def test_style_of_tone_marks(text: str) -> None:
    new_style = re.sub(
        "óa|òa|ủy|úy", lambda old: {"óa": "oá", "òa": "oà", "ủy": "uỷ", "úy": "uý"}[old[0]], text
    )
    assert meaning(new_style) == meaning(text)


@given(texts)
def test_final_stop(text: str) -> None:
    assert meaning(text.rstrip(".;") + ".") == meaning(text.rstrip(".;")) == meaning(text.rstrip(".;") + ";")


@given(texts)
def test_first_letter(text: str) -> None:
    """An acronym is no word that could begin small: "sIPAS"."""
    assume(not text[:2].isupper())
    assert meaning(text[:1].lower() + text[1:]) == meaning(text)


@given(texts)
def test_full_width_signs(text: str) -> None:
    wide = text.translate({ord(char): ord(char) + 0xFEE0 for char in "%<>()0123456789"})
    assert meaning(wide) == meaning(text)
