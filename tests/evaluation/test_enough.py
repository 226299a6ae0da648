"""What would have been enough: the figure and how far off it is, worked out by hand."""

from __future__ import annotations

import pytest

from .cases import Case, down, figure, judge, rise, up, wanted
from .targets import AT_LEAST_95, FEWER_VU

FIRST_PLACE = wanted("<=", "1", "hạng", "Thứ hạng CCHC", better="lower")
TWO_THIRDS_OF_PLAN = wanted("=", "2/3", "", basis="plan")
OVER_PLAN = "Tỷ lệ hộ khá vượt 5% chỉ tiêu giao"
MORE = "Thu ngân sách cao hơn năm trước"

#: Target, actual, what stands beside it; what is told.
CASES = [
    # ends
    ("từ trên 5 đến 8 điểm", "5 điểm", {"better": "exact"}, "Để đạt cần trên 5 điểm."),
    (
        "từ 5 - 8 đảng viên", "4 đảng viên", {"better": "exact"},
        "Để đạt cần ít nhất 5 đảng viên; còn thiếu 1 đảng viên.",
    ),
    (
        "từ 5 - 8 đảng viên", "9 đảng viên", {"better": "exact"},
        "Để đạt cần nhiều nhất 8 đảng viên; đã quá 1 đảng viên.",
    ),
    ("dưới 5 tấn", "6 tấn", {}, "Để đạt cần dưới 5 tấn; đã quá 1 tấn."),
    ("dưới 1 vụ", "2 vụ", {}, "Để đạt cần nhiều nhất 0 vụ; đã quá 2 vụ."),
    (FIRST_PLACE, figure("3", "hạng"), {}, "Để đạt cần xếp từ hạng 1 trở lên; còn kém 2 bậc."),
    (
        wanted("<", "1", "hạng", "Thứ hạng CCHC", better="lower"), figure("2", "hạng"), {},
        "Không thể đạt: phải có nhiều nhất hạng 0.",
    ),
    (
        rise("<", "0", "hội viên", "Hội viên"), up("2", "hội viên"), {},
        "Để đạt cần mức tăng nhiều nhất -1 hội viên; đã quá 3 hội viên.",
    ),
    # parts of a population
    ("Tỷ lệ hộ khá đạt 950‰", "385/412", {}, "Để đạt cần ít nhất 392 trong 412; còn thiếu 7."),
    (AT_LEAST_95, figure("94", "%", population=100), {}, "Để đạt cần ít nhất 95 trong 100."),  # told as a share
    (AT_LEAST_95, figure("90", population=100), {}, "Để đạt cần ít nhất 95 trong 100; còn thiếu 5."),
    (
        AT_LEAST_95, figure("380", "nghìn hộ", of=412), {},
        "Để đạt cần ít nhất 391,4 nghìn hộ trong 412; còn thiếu 11,4 nghìn hộ.",
    ),
    # parts of a plan
    ("Thu ngân sách đạt 105% dự toán", "vượt 2%", {"plan": "200 tỷ đồng"}, "Để đạt cần ít nhất 210 tỷ đồng."),
    ("Thu ngân sách đạt 100% dự toán", "99%", {"plan": 200}, "Để đạt cần ít nhất 200."),
    ("Thu ngân sách đạt 100% dự toán", "99", {"plan": 100}, "Để đạt cần ít nhất 100; còn thiếu 1."),
    (
        "Thu ngân sách đạt 100% dự toán", "99 tỷ đồng", {"plan": 100},
        "Để đạt cần ít nhất 100 tỷ đồng; còn thiếu 1 tỷ đồng.",
    ),
    (  # 95 % of 77 is 73,15
        "Giao quân đạt 95% chỉ tiêu giao", "70/77 đồng chí", {},
        "Để đạt cần ít nhất 74 đồng chí; còn thiếu 4 đồng chí.",
    ),
    (
        TWO_THIRDS_OF_PLAN, figure("150", "tỷ đồng", plan=300), {},
        "Để đạt cần ít nhất 200 tỷ đồng; còn thiếu 50 tỷ đồng.",
    ),
    (
        wanted("=", "500", "tỷ đồng", basis="plan"), figure("450", "tỷ đồng", plan=400), {},
        "Để đạt cần ít nhất 500 tỷ đồng; còn thiếu 50 tỷ đồng.",
    ),
    (
        wanted("=", "95", "%", "Tỷ lệ hộ khá", basis="plan"),
        figure("94", "%", share_of_plan=True, plan=90, plan_unit="%"), {}, "Để đạt cần ít nhất 85,5%.",
    ),
    (
        wanted("=", "102", "%", "Tỷ lệ hộ khá", basis="plan"),
        figure("1", "%", over_plan="amount", plan=90, plan_unit="%"), {}, "Để đạt cần ít nhất 91,8%.",
    ),
    # levels behind a change
    (
        "Số vụ phạm pháp hình sự giảm ít nhất 5%", "49", {"baseline": 50},
        "Để đạt cần nhiều nhất 47,5; đã quá 1,5.",
    ),
    ("tăng 5%", "10,2 tấn", {"baseline": "10 tấn"}, "Để đạt cần ít nhất 10,5 tấn; còn thiếu 0,3 tấn."),
    (
        "lợi nhuận tăng 2 tỷ đồng", "1.500 triệu đồng", {"baseline": "1 tỷ đồng"},
        "Để đạt cần ít nhất 3.000 triệu đồng; còn thiếu 1.500 triệu đồng.",
    ),
    (MORE, "90 tỷ đồng", {"baseline": "100 tỷ đồng"}, "Để đạt cần trên 100 tỷ đồng; còn thiếu 10 tỷ đồng."),
    ("Tỷ lệ hộ nghèo giảm 0,5 điểm %", "2,6%", {"baseline": "3%"}, "Để đạt cần nhiều nhất 2,5%; đã quá 0,1%."),
    ("Tỷ lệ sinh giảm 0,1 điểm %", "10,5‰", {"baseline": "11‰"}, "Để đạt cần nhiều nhất 10‰; đã quá 0,5‰."),
    # amounts whose level is not told
    (FEWER_VU, down("4", "vụ", baseline=100), {}, "Để đạt cần mức giảm ít nhất 5%; còn thiếu 1%."),
    (
        "Tỷ lệ hộ nghèo giảm 0,1%", "0,45", {"baseline": "0,48"},
        "Để đạt cần mức giảm ít nhất 0,1%; còn thiếu 0,07%.",
    ),
    (OVER_PLAN, "92%", {"plan": "90%"}, "Để đạt cần mức tăng ít nhất 5%; còn thiếu 3%."),
    (OVER_PLAN, "đạt 102% kế hoạch", {"plan": "90%"}, "Để đạt cần mức tăng ít nhất 5%; còn thiếu 3%."),
    (
        "Thu ngân sách vượt 3-5% dự toán", "đạt 102% kế hoạch", {"plan": "200 tỷ đồng"},
        "Để đạt cần mức tăng ít nhất 3%; còn thiếu 1%.",
    ),
    (  # places are no amounts of a level
        rise(">", "0", "", "Thứ hạng CCHC"), figure("16", "hạng", baseline=15), {},
        "Để đạt cần mức tăng trên 0; còn thiếu 1.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("target", "actual", "beside", "told"), CASES)
def test_what_is_told(target: object, actual: object, beside: dict[str, object], told: str) -> None:
    judge(Case(target, actual, "not_met", "enough", beside=beside, vi=told))  # type: ignore[arg-type]
