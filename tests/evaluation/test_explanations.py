"""What an official reads: each sentence names what it is about, in good words, and tells what is missing."""

from __future__ import annotations

from decimal import Decimal

import pytest

import chitieu
from chitieu.evaluation.enough import enough
from chitieu.quantity.interval import Interval
from chitieu.reading import read_actual
from chitieu.ruleset import Item, Rule, Ruleset

from .cases import Case, judge

#: Target, actual, what stands beside it; code of the reason; its sentence in Vietnamese and in English.
SENTENCES: list[Case] = [
    Case(
        "Tỷ lệ hộ khá đạt 95%", "95 blorg", None, "unknown_unit",
        vi="Chưa biết đơn vị “blorg” của “95 blorg”; chỉ tiêu tính bằng %.",
        en="The unit “blorg” of “95 blorg” is not known; the target is in %.",
    ),
    Case(
        "Tỷ lệ hộ khá đạt 95%", "95", None, "unknown_unit", beside={"unit": "blorg"},
        vi="Chưa biết đơn vị “blorg” của “95”; chỉ tiêu tính bằng %.",
        en="The unit “blorg” of “95” is not known; the target is in %.",
    ),
    Case(
        "Tỷ lệ hộ khá đạt 95%", "390 hộ", None, "needs_whole",
        vi="“390 hộ” là số lượng; cần tổng số để tính tỷ lệ.",
        en="“390 hộ” is a count; the whole is needed to work out the share.",
    ),
    Case(
        "Tỷ lệ hộ khá đạt 95%", "102,6%", None, "over_whole",
        vi="102,6% là hơn 100%: nếu là một phần của tổng số thì số liệu này sai, cần xem lại.",
        en="102.6% is more than 100%: as a part of a whole the figure would be wrong; look at it again.",
    ),
    Case(
        "Tỷ lệ hộ khá đạt 95%", "99-103%", None, "over_whole",
        vi="103% là hơn 100%: nếu là một phần của tổng số thì số liệu này sai, cần xem lại.",
        en="103% is more than 100%: as a part of a whole the figure would be wrong; look at it again.",
    ),
    Case(
        "100% chi bộ sinh hoạt đúng quy định", "101", None, "over_whole",
        vi="101% là hơn 100%: nếu là một phần của tổng số thì số liệu này sai, cần xem lại.",
        en="101% is more than 100%: as a part of a whole the figure would be wrong; look at it again.",
    ),
    Case(
        "Số vụ phạm pháp hình sự giảm ít nhất 5%", "60", None, "decrease_computed", beside={"baseline": 50},
        vi="Từ 50 kỳ gốc đến 60: mức giảm là -20% (tức là tăng 20%).",
        en="From the baseline of 50 to 60: a decrease of -20% (that is, an increase of 20%).",
    ),
    Case(
        "Số vụ phạm pháp hình sự giảm ít nhất 5%", "tăng 1%", None, "said_other_way",
        vi="“tăng 1%” là đi ngược hướng chỉ tiêu đề ra, nên tính là số âm.",
        en="“tăng 1%” goes the other way than the target, so it counts as an amount below 0.",
    ),
    Case(
        "Số vụ phạm pháp hình sự giảm ít nhất 5%", "tăng 1%", None, "enough",
        vi="Để đạt cần mức giảm ít nhất 5%; còn thiếu 6%.",
        en="To be met it takes a decrease of at least 5%; short by 6%.",
    ),
    Case(
        "Số vụ phạm pháp hình sự giảm ít nhất 5%", "49 vụ", None, "not_met", beside={"baseline": 50},
        vi="Mức giảm 2% < 5%; yêu cầu giảm ≥ 5%: không đạt.",
        en="Decrease 2% < 5%; wanted a decrease ≥ 5%: not met.",
    ),
    Case(
        "Thu ngân sách vượt 3 - 5% so với chỉ tiêu giao", "102 tỷ đồng", None, "enough", beside={"plan": "100 tỷ đồng"},
        vi="Để đạt cần ít nhất 103 tỷ đồng; còn thiếu 1 tỷ đồng.",
        en="To be met it takes at least 103 tỷ đồng; short by 1 tỷ đồng.",
    ),
    Case(
        "kết nạp 25 đảng viên", "24 đảng viên", None, "enough",
        vi="Để đạt cần ít nhất 25 đảng viên; còn thiếu 1 đảng viên.",
        en="To be met it takes at least 25 đảng viên; short by 1 đảng viên.",
    ),
    Case(
        "dưới 5 vụ", "6 vụ", None, "enough",
        vi="Để đạt cần nhiều nhất 4 vụ; đã quá 2 vụ.",
        en="To be met it takes at most 4 vụ; over by 2 vụ.",
    ),
    Case(
        "Chỉ số cải cách hành chính xếp hạng từ thứ 18 trở lên", "hạng 20", None, "enough",
        vi="Để đạt cần xếp từ hạng 18 trở lên; còn kém 2 bậc.",
        en="To be met it takes hạng 18 or better; short by 2 bậc.",
    ),
    Case(
        "Chỉ số hài lòng đạt trên 8 điểm", "7 điểm", None, "enough",
        vi="Để đạt cần trên 8 điểm; còn thiếu 1 điểm.",
        en="To be met it takes more than 8 điểm; short by 1 điểm.",
    ),
    Case(
        "Giá trị sản xuất gấp 1,5 lần so với năm trước", "1,2 lần", None, "enough",
        vi="Để đạt cần ít nhất 1,5 lần; còn thiếu 0,3 lần.",
        en="To be met it takes at least 1.5 lần; short by 0.3 lần.",
    ),
    Case(
        "Tỷ lệ hộ khá trên 100%", "385/412", None, "enough",
        vi="Không thể đạt: phải có ít nhất 413 trong 412.",
        en="It cannot be met: it would take at least 413 of 412.",
    ),
    Case(
        "Số vụ phạm pháp hình sự giảm trên 100%", "4 vụ", None, "enough", beside={"baseline": 50},
        vi="Không thể đạt: phải có nhiều nhất -1 vụ.",
        en="It cannot be met: it would take at most -1 vụ.",
    ),
    Case(  # 8 % of 5 is 0,4: with 5 of them no whole number is both 0,3 and 0,45
        "Tỷ lệ tổ dân phố từ 6 - 9%", "1/5", None, "enough", beside={"better": "exact"},
        vi="Không thể đạt: phải có nhiều nhất 0,45 trong 5.",
        en="It cannot be met: it would take at most 0.45 of 5.",
    ),
    Case(
        "Số hộ nghèo giảm 2 hộ", "49", None, "enough", beside={"baseline": "50"},
        vi="Để đạt cần nhiều nhất 48 hộ; đã quá 1 hộ.",
        en="To be met it takes at most 48 hộ; over by 1 hộ.",
    ),
    Case(
        "Tỷ lệ hộ nghèo giảm 0,1%", "0,45%", None, "enough", beside={"baseline": "0,48%"},
        vi="Để đạt cần nhiều nhất 0,38%; đã quá 0,07%.",
        en="To be met it takes at most 0.38%; over by 0.07%.",
    ),
    Case(  # parts of an area: no whole things
        "Tỷ lệ diện tích đạt trên 95%", "12,5/20", None, "enough",
        vi="Để đạt cần trên 19 trong 20; còn thiếu 6,5.",
        en="To be met it takes more than 19 of 20; short by 6.5.",
    ),
    Case(
        "kết nạp trên 5 đến 8 đảng viên", "6 đảng viên", None, "met",
        vi="5 đảng viên < 6 đảng viên ≤ 8 đảng viên: đạt.",
        en="5 đảng viên < 6 đảng viên ≤ 8 đảng viên: met.",
    ),
    Case(
        "kết nạp từ trên 5 đến dưới 8 đảng viên", "6 đảng viên", None, "met",
        vi="5 đảng viên < 6 đảng viên < 8 đảng viên: đạt.",
        en="5 đảng viên < 6 đảng viên < 8 đảng viên: met.",
    ),
    Case(
        "từ trên 5 đến dưới 8 điểm", "5 điểm", None, "not_met",
        vi="5 điểm = 5 điểm; yêu cầu > 5 – < 8 điểm: không đạt.",
        en="5 điểm = 5 điểm; wanted > 5 – < 8 điểm: not met.",
    ),
    Case(
        "Số vụ không quá 5 vụ", "3 vụ", None, "met",
        vi="3 vụ ≤ 5 vụ: đạt.",
        en="3 vụ ≤ 5 vụ: met.",
    ),
    Case(  # of an amount 10,5 would do, of a share it takes 15
        "tăng 5%", "10,2", None, "enough", beside={"baseline": "10"},
        vi="Để đạt cần mức tăng ít nhất 5%; còn thiếu 3%.",
        en="To be met it takes an increase of at least 5%; short by 3%.",
    ),
    Case(  # 100 x 1,1^5
        "Giá trị sản xuất tăng bình quân 10%/năm giai đoạn 2021 - 2025", "120 tỷ đồng",
        None, "enough", beside={"baseline": "100000 triệu đồng"},
        vi="Để đạt cần ít nhất 161,051 tỷ đồng; còn thiếu 41,051 tỷ đồng.",
        en="To be met it takes at least 161.051 tỷ đồng; short by 41.051 tỷ đồng.",
    ),
    Case(  # 100 x 0,9^5 = 59,049
        "Số vụ phạm pháp hình sự giảm bình quân 10%/năm giai đoạn 2021 - 2025", "99 vụ",
        None, "enough", beside={"baseline": "100 vụ"},
        vi="Để đạt cần nhiều nhất 59 vụ; đã quá 40 vụ.",
        en="To be met it takes at most 59 vụ; over by 40 vụ.",
    ),
    Case(
        "Tỷ lệ hộ nghèo giảm bình quân 1%/năm giai đoạn 2021 - 2025", "9%", None, "enough", beside={"baseline": "10%"},
        vi="Để đạt cần nhiều nhất 5%; đã quá 4%.",  # 10 % less 5 times 1 point
        en="To be met it takes at most 5%; over by 4%.",
    ),
    Case(
        "Tỷ lệ hộ nghèo giảm bình quân 1%/năm giai đoạn 2021 - 2025", "giảm 0,8%/năm", None, "enough",
        vi="Để đạt cần mức giảm ít nhất 1%/năm; còn thiếu 0,2%/năm.",
        en="To be met it takes a decrease of at least 1%/năm; short by 0.2%/năm.",
    ),
    Case(
        "Tỷ lệ hộ nghèo giảm bình quân 1%/năm giai đoạn 2021 - 2025", "9%", None, "decrease_averaged",
        beside={"baseline": "10%"},
        vi="Từ 10% kỳ gốc đến 9% qua 5 năm: bình quân mức giảm là 0,2%/năm.",
        en="From the baseline of 10% to 9%, yearly steps: 5: on average a decrease of 0.2%/năm.",
    ),
    Case(
        "Tỷ lệ hộ khá tăng bình quân 1%/năm nhiệm kỳ 2020 - 2025", "81%", None, "enough",
        beside={"baseline": "80%"},
        vi="Để đạt cần ít nhất 85%; còn thiếu 4%.",
        en="To be met it takes at least 85%; short by 4%.",
    ),
    Case(
        "Tỷ lệ hộ khá tăng bình quân 1%/năm nhiệm kỳ 2020 - 2025", "81%", None, "increase_averaged",
        beside={"baseline": "80%"},
        vi="Từ 80% kỳ gốc đến 81% qua 5 năm: bình quân mức tăng là 0,2%/năm.",
        en="From the baseline of 80% to 81%, yearly steps: 5: on average an increase of 0.2%/năm.",
    ),
    Case(
        "Chi thường xuyên giai đoạn 2021 - 2025 giảm bình quân 2 tỷ đồng/năm", "91000 triệu đồng", None, "enough",
        beside={"baseline": "100 tỷ đồng"},
        vi="Để đạt cần nhiều nhất 90.000 triệu đồng; đã quá 1.000 triệu đồng.",
        en="To be met it takes at most 90,000 triệu đồng; over by 1,000 triệu đồng.",
    ),
    Case(
        "Số hộ nghèo giai đoạn 2021 - 2025 giảm bình quân 2 hộ/năm", "41", None, "enough",
        beside={"baseline": "50"},
        vi="Để đạt cần nhiều nhất 40 hộ; đã quá 1 hộ.",
        en="To be met it takes at most 40 hộ; over by 1 hộ.",
    ),
    Case(
        "Thu nhập bình quân đầu người tăng 10%", "101 triệu đồng", None,
        "enough", beside={"baseline": "100 triệu đồng/người/năm"},
        vi="Để đạt cần ít nhất 110 triệu đồng; còn thiếu 9 triệu đồng.",
        en="To be met it takes at least 110 triệu đồng; short by 9 triệu đồng.",
    ),
    Case(
        "Giao quân đạt và vượt chỉ tiêu giao", "70/77 đồng chí", None, "enough",
        vi="Để đạt cần ít nhất 77 đồng chí; còn thiếu 7 đồng chí.",
        en="To be met it takes at least 77 đồng chí; short by 7 đồng chí.",
    ),
    Case(
        "Giao quân đạt và vượt chỉ tiêu giao", "98%", None, "enough",
        vi="Để đạt cần ít nhất 100%; còn thiếu 2%.",
        en="To be met it takes at least 100%; short by 2%.",
    ),
    Case(
        "Thu ngân sách đạt và vượt dự toán giao", "99 triệu đồng", None, "enough", beside={"plan": "0,1 tỷ đồng"},
        vi="Để đạt cần ít nhất 100 triệu đồng; còn thiếu 1 triệu đồng.",
        en="To be met it takes at least 100 triệu đồng; short by 1 triệu đồng.",
    ),
    Case(
        "Thu ngân sách đạt 100% dự toán", "99 triệu đồng", None, "enough", beside={"plan": "0,1 tỷ đồng"},
        vi="Để đạt cần ít nhất 100 triệu đồng; còn thiếu 1 triệu đồng.",
        en="To be met it takes at least 100 triệu đồng; short by 1 triệu đồng.",
    ),
    Case(
        "Thu ngân sách đạt 100% dự toán", "99%", None, "enough", beside={"plan": "200 tỷ đồng"},
        vi="Để đạt cần ít nhất 200 tỷ đồng.",
        en="To be met it takes at least 200 tỷ đồng.",
    ),
    Case(  # 95 % of 90 % is 85,5 %
        "Tỷ lệ hộ khá đạt 95% chỉ tiêu giao", "85%", None, "enough", beside={"plan": "90%"},
        vi="Để đạt cần ít nhất 85,5%; còn thiếu 0,5%.",
        en="To be met it takes at least 85.5%; short by 0.5%.",
    ),
    Case(  # rounded to the target's own decimals
        "Tỷ trọng nông nghiệp đạt 12,5%", "12,52%", None, "met", beside={"better": "exact"},
        vi="12,52% ≈ 12,5%: đạt.",
        en="12.52% ≈ 12.5%: met.",
    ),
    Case(
        "đạt 62 buổi", "62-63 buổi", None, "straddles",
        vi="62 – 63 buổi: các giá trị trong đó cho kết quả khác nhau so với mức = 62 buổi.",
        en="62 – 63 buổi: its values give different outcomes against = 62 buổi.",
    ),
    Case(
        "Giao quân đạt và vượt chỉ tiêu giao", "chưa đạt", None, "status",
        vi="Kết quả “chưa đạt”, yêu cầu hoàn thành kế hoạch được giao: Không đạt.",
        en="Result “chưa đạt”, wanted: the plan is fulfilled: not met.",
    ),
    Case(
        "giữ vững danh hiệu phường văn hóa", "không đạt", None, "read_as",
        vi="Chỉ tiêu được hiểu là thực hiện được.",
        en="The target is read as: it holds.",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", SENTENCES)
def test_a_sentence(case: Case) -> None:
    judge(case)


@pytest.mark.parametrize(
    ("figure", "unit", "said"),
    [
        ("94", "%", "To be met it takes at least 392 of 412."),
        ("380", "hộ", "To be met it takes at least 392 hộ of 412; short by 12 hộ."),
        ("0.38", "nghìn hộ", "To be met it takes at least 392 of 412; short by 12."),
    ],
)
def test_enough_of_a_population(figure: str, unit: str, said: str) -> None:
    target = chitieu.parse("Tỷ lệ hộ gia đình văn hóa đạt 95% trở lên").targets[0]
    actual = chitieu.Actual("…", Interval.at(Decimal(figure)), unit, population=Decimal(412))
    found = enough(chitieu.evaluate(target, actual))
    assert found is not None
    assert found.diagnostic.text("en") == said


def test_enough_as_data() -> None:
    part = enough(chitieu.evaluate("Tỷ lệ hộ gia đình văn hóa đạt 95% trở lên", "385/412"))
    change = enough(chitieu.evaluate("Số vụ phạm pháp hình sự giảm ít nhất 5%", "giảm 1%"))
    never = enough(chitieu.evaluate("Tỷ lệ hộ khá trên 100%", "385/412"))
    assert part is not None
    assert change is not None
    assert never is not None
    assert part.to_dict("en") == {
        "side": "at_least",
        "figure": "392",
        "unit": "",
        "of": "412",
        "gap": "7",
        "reachable": True,
        "message": "To be met it takes at least 392 of 412; short by 7.",
    }
    assert change.to_dict() == {
        "side": "at_least",
        "figure": "5",
        "unit": "%",
        "gap": "4",
        "measure": "decrease",
        "reachable": True,
        "message": "Để đạt cần mức giảm ít nhất 5%; còn thiếu 4%.",
    }
    assert never.to_dict()["reachable"] is False
    assert enough(chitieu.evaluate("Tỷ lệ hộ khá trên 80%", "85%")) is None


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("Tốc độ tăng trưởng đạt 10%", "102%"),
        ("Thu ngân sách đạt 100% dự toán", "102%"),
        ("Thu ngân sách năm nay bằng 110% so với năm trước", "120%"),
        ("Tỷ lệ hộ khá đạt 95%", "100%"),
        ("kết nạp 25 đảng viên", "250"),
        ("Số hội viên tăng ít nhất 5%", "tăng 120%"),
    ],
)
def test_what_may_well_be_more_than_all_is_not_doubted(target: str, actual: str) -> None:
    codes = [reason.code for reason in chitieu.evaluate(target, actual).reasons]
    assert "verdict.over_whole" not in codes


#: What is missing, and what to do about it.
ADVICE = [
    ("Tỷ lệ hộ khá đạt 95%", "390 hộ", "verdict.needs_whole", "Tổng số"),
    ("Số vụ giảm ít nhất 5%", "47 vụ", "verdict.needs_baseline", "Cùng kỳ"),
    ("Giao quân đạt 100% chỉ tiêu giao", "79 đồng chí", "verdict.needs_plan", "Kế hoạch"),
    ("Giá trị sản xuất tăng bình quân 10%/năm", "tăng 21 tỷ đồng", "verdict.needs_baseline", "Cùng kỳ"),
]


@pytest.mark.parametrize(("target", "actual", "code", "column"), ADVICE)
def test_what_is_missing_is_told_with_the_column_for_it(
    target: str, actual: str, code: str, column: str
) -> None:
    verdict = chitieu.evaluate(target, actual)
    assert (verdict.outcome, verdict.reasons[0].code) == ("undecided", code)
    assert column in (verdict.reasons[0].hint("vi") or "")
    assert verdict.reasons[0].hint("en")


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("Tỷ lệ hộ khá đạt 95%", "102,6%", ["verdict.shares_over_whole"]),
        ("Tỷ lệ hộ khá đạt 95%", "100%", []),
        ("Giao quân đạt 100%", "102%", []),  # of a plan it may well be
    ],
)
def test_shares_of_more_than_all_are_listed_for_a_person(text: str, value: str, told: list[str]) -> None:
    target = chitieu.parse(text).targets[0]
    ruleset = Ruleset("r", "", (), (Item("1"),), (Rule("1.1", "1", text, target),))
    report = ruleset.evaluate(chitieu.Actuals(by_id={"1.1": (read_actual(value),)}))
    assert [note.code for note in report.notes] == told
