"""Words of judgement and of existence, grades, statuses, and values that cannot be judged."""

from __future__ import annotations

from decimal import Decimal

import pytest

from chitieu.evaluation import evaluate_target
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Target

from .cases import Case, down, figure, grade, graded, judge, status, wanted, word
from .saying import codes
from .targets import AT_LEAST_95

HOLD = status("Giữ vững an ninh")
ABSENT = status("Cháy nổ", expected=False)
BY_PLAN = status("Thu ngân sách", basis="plan")
TITLE = status("Trường đạt chuẩn quốc gia mức độ II")

STATUSES: list[Case] = [
    Case(HOLD, word("Đạt", "achieved"), "met", "read_as"),
    Case(HOLD, word("Giữ vững", "achieved"), "met", "read_as"),
    Case(HOLD, word("Vượt", "surpassed"), "met", "read_as"),
    Case(HOLD, word("Không đạt", "failed"), "not_met", "read_as"),
    Case(HOLD, word("chưa đạt", "failed"), "not_met", "read_as"),
    Case(HOLD, word("cơ bản đạt", "partly"), "undecided", "read_as"),
    Case(HOLD, word("có", "present"), "met", "read_as"),
    Case(HOLD, word("không", "no"), "not_met", "read_as"),
    Case(HOLD, word("không có", "absent"), "not_met", "read_as"),
    Case(HOLD, word("không có số liệu", "unknown"), "undecided", "read_as"),
    Case(HOLD, figure("2", "trường"), "met", "read_as"),
    Case(HOLD, figure("0", "trường"), "not_met", "read_as"),
    Case(HOLD, figure("95", "%"), "undecided", "figure_for_status"),
    Case(HOLD, grade("Tốt"), "undecided", "grade_for_status"),
    Case(status("Trường đạt chuẩn quốc gia mức độ II", False), grade("mức độ II"), None, "grade_for_status"),
    Case(ABSENT, figure("0", "vụ"), "met", "read_as"),
    Case(ABSENT, word("không xảy ra", "absent"), "met", "read_as"),
    Case(ABSENT, word("không", "no"), "met", "read_as"),
    Case(ABSENT, word("Đạt", "achieved"), "met", "read_as"),
    Case(ABSENT, word("không phát sinh", "not_applicable"), "met", "read_as"),
    Case(ABSENT, figure("2", "vụ"), "not_met", "read_as"),
    Case(ABSENT, word("có", "present"), "not_met", "read_as"),
    Case(ABSENT, word("Không đạt", "failed"), "not_met", "read_as"),
    Case(ABSENT, word("không có số liệu", "unknown"), "undecided", "read_as"),
    Case(ABSENT, figure("1 2", "vụ"), "not_met", "read_as"),
    Case(ABSENT, figure("0 2", "vụ"), "undecided", "read_as"),
    Case(ABSENT, down("2", "vụ"), "undecided", "read_as"),
    Case(BY_PLAN, word("Đạt", "achieved"), "met", "read_as"),
    Case(BY_PLAN, figure("102", "%"), "met", "read_as"),
    Case(BY_PLAN, figure("100", "%", share_of_plan=True), "met", "read_as"),
    Case(BY_PLAN, figure("99.9", "%", share_of_plan=True), "not_met", "read_as"),
    Case(BY_PLAN, figure("79", "đảng viên", of=77), "met", "read_as"),
    Case(BY_PLAN, figure("76", "đảng viên", plan=77), "not_met", "read_as"),
    Case(BY_PLAN, figure("76", "đảng viên"), "undecided", "read_as"),
    Case(BY_PLAN, figure("76", "đảng viên", plan=0), "undecided", "read_as"),
    Case(TITLE, grade("mức độ II"), "met", "read_as"),
    Case(TITLE, grade("mức độ 2"), "met", "read_as"),
    Case(TITLE, grade("mức độ 3"), "met", "read_as"),
    Case(TITLE, grade("mức độ I"), "not_met", "read_as"),
    Case(TITLE, grade("Khá"), "undecided", "read_as"),
    # a percentage tells of no one thing; of what must not occur, none is none
    Case(HOLD, figure("0", "%"), "undecided", "read_as"),
    Case(ABSENT, figure("0", "%"), "met", "read_as"),
    Case(ABSENT, figure("2", "%"), "not_met", "read_as"),
    Case(ABSENT, figure("0", "vụ", share_of_plan=True), "undecided", "read_as"),
    Case(ABSENT, figure("0", "vụ", over_plan="level"), "undecided", "read_as"),
    Case(ABSENT, figure("-1", "vụ"), "undecided", "read_as"),
    Case(ABSENT, Actual("dưới 2 vụ", Interval(None, Decimal(2)), "vụ"), "undecided", "read_as"),
    Case(ABSENT, figure("1"), "not_met", "read_as"),
    Case(
        ABSENT, Actual("hơn 0 vụ", Interval(Decimal(0), None, lower_closed=False), "vụ"), "not_met", "read_as"
    ),
    Case(ABSENT, grade("mức độ II"), "undecided", "read_as"),
    Case(HOLD, word("không phát sinh", "not_applicable"), "undecided", "read_as"),
    Case(BY_PLAN, figure("100 103", "%"), "met", "read_as"),
    Case(BY_PLAN, figure("98 99", "%"), "not_met", "read_as"),
    Case(BY_PLAN, figure("99 101", "%"), "undecided", "read_as"),
]


@pytest.mark.parametrize("case", STATUSES)
def test_status(case: Case) -> None:
    judge(case)


def test_status_by_plan_tells_the_figures() -> None:
    verdict = evaluate_target(BY_PLAN, figure("84", "đảng viên", plan=80))
    assert (verdict.margin, verdict.completion, verdict.value) == (Decimal(5), Decimal(105), Decimal(105))
    assert codes(verdict) == ["status_by_plan", "plan_computed", "read_as"]
    assert verdict.reasons[0].message == "105% ≥ 100% kế hoạch được giao: Đạt."


GRADES: list[Case] = [
    Case(graded(">=", "Khá"), grade("Khá"), "met", "read_as"),
    Case(graded(">=", "Khá"), grade("Tốt"), "met", "read_as"),
    Case(graded(">=", "Khá"), grade("Trung bình"), "not_met", "read_as"),
    Case(graded("=", "Khá"), grade("Khá"), "met", "read_as"),
    Case(graded("=", "Khá"), Actual("năm nay được đánh giá là Khá", grade="Khá"), "met", "read_as"),
    Case(graded("=", "Khá"), grade("Tốt"), "exceeded", "read_as"),
    Case(graded("=", "Tốt"), grade("Giỏi"), "met", "read_as"),
    Case(graded("=", "Khá"), grade("Yếu"), "not_met", "read_as"),
    Case(graded("=", "loại II"), grade("loại I"), "exceeded", "read_as"),
    Case(graded("=", "loại II"), grade("loại III"), "not_met", "read_as"),
    Case(graded("=", "mức độ 2"), grade("mức độ 3"), "exceeded", "read_as"),
    Case(graded(">=", "4 sao"), grade("3 sao"), "not_met", "read_as"),
    Case(
        graded("=", "Hoàn thành tốt nhiệm vụ"), grade("Hoàn thành xuất sắc nhiệm vụ"), "exceeded", "read_as"
    ),
    Case(graded("=", "Hoàn thành tốt nhiệm vụ", "nhiệm vụ"), grade("hoàn thành tốt"), "met", "read_as"),
    Case(graded("=", "mức 2", "mức 1 < mức 2 < mức 3"), grade("mức 1"), "not_met", "read_as"),
    Case(graded("=", "Khá"), grade("hạng Nhì"), "undecided", "other_scale"),
    Case(graded("=", "lấp lánh"), grade("Khá"), "undecided", "no_scale"),
    Case(graded("=", "Khá"), word("Đạt", "achieved"), "undecided", "word_without_figure"),
    Case(graded("=", "Khá"), word("Vượt", "surpassed"), "undecided", "word_without_figure"),
    Case(graded("=", "Khá"), figure("97", "%"), "undecided", "other_scale"),
    Case(graded(">=", "4 sao"), figure("5", "sao"), "met", "read_as"),
    Case(graded("=", "Khá"), word("không phát sinh", "not_applicable"), "undecided", "read_as"),
]


@pytest.mark.parametrize("case", GRADES)
def test_grade(case: Case) -> None:
    judge(case)
    assert case.verdict.margin is case.verdict.completion is None


WORDS: list[Case] = [
    Case(AT_LEAST_95, word("Đạt", "achieved"), "undecided", "word_without_figure"),
    Case(AT_LEAST_95, word("Vượt", "surpassed"), "undecided", "word_without_figure"),
    Case(AT_LEAST_95, word("Không đạt", "failed"), "undecided", "word_without_figure"),
    Case(AT_LEAST_95, word("có", "present"), "undecided", "word_without_figure"),
    Case(AT_LEAST_95, word("không phát sinh", "not_applicable"), "undecided", "not_applicable"),
    Case(wanted("<=", "2", "vụ", better="lower"), word("không xảy ra", "absent"), "met", "absent_is_zero"),
    Case(
        wanted("=", "2", "vụ", better="lower"),
        word("không phát sinh", "not_applicable"),
        "exceeded",
        "absent_is_zero",
    ),
    Case(wanted(">=", "2", "mô hình"), word("không có", "absent"), "not_met", "absent_is_zero"),
    Case(wanted("<=", "2", "vụ", better="lower"), word("không", "no"), "undecided", "word_without_figure"),
    Case(
        wanted("<=", "12", "hạng", better="lower"),
        word("không có", "absent"),
        "undecided",
        "word_without_figure",
    ),
    Case(
        wanted("<=", "12", "hạng", better="lower"),
        word("không phát sinh", "not_applicable"),
        "undecided",
        "not_applicable",
    ),
    Case(wanted(">=", "2", "điểm phần trăm"), word("không có", "absent"), "undecided", "word_without_figure"),
    Case(
        wanted(">=", "2", "vụ", measure="decrease"),
        word("không có", "absent"),
        "undecided",
        "word_without_figure",
    ),
    Case(
        wanted(">=", "2", "vụ", measure="decrease"),
        word("không phát sinh", "not_applicable"),
        "undecided",
        "not_applicable",
    ),
    Case(
        wanted(">=", "2/3", "", of="thôn"),
        word("không phát sinh", "not_applicable"),
        "undecided",
        "not_applicable",
    ),
    Case(wanted(">=", "2/3", "", of="thôn"), word("không có", "absent"), "undecided", "word_without_figure"),
    Case(AT_LEAST_95, grade("Khá"), "undecided", "grade_for_quantity"),
    Case(AT_LEAST_95, word("chưa có", "unknown"), "undecided", "unknown"),
    Case(AT_LEAST_95, Actual(""), "undecided", "missing"),
    Case(AT_LEAST_95, Actual("xanh lè"), "undecided", "unreadable"),
    Case(AT_LEAST_95, Actual("96 | 94", disputed=True), "undecided", "disputed"),
]


@pytest.mark.parametrize("case", WORDS)
def test_word_for_a_quantity(case: Case) -> None:
    judge(case)


@pytest.mark.parametrize(
    ("target", "actual", "start", "end"),
    [
        (graded(">=", "Khá"), grade("Tốt"), "Xếp loại “Tốt”, yêu cầu ", ": Đạt."),
        (graded(">=", "Khá"), grade("Yếu"), "Xếp loại “Yếu”, yêu cầu ", ": Không đạt."),
        (HOLD, word("Giữ vững", "achieved"), "Kết quả “Giữ vững”, yêu cầu ", ": Đạt."),
        (ABSENT, figure("2", "vụ"), "Kết quả “2 vụ”, yêu cầu ", ": Không đạt."),
        (ABSENT, figure("2", "vụ", text=""), "Kết quả “2 vụ”, yêu cầu ", ": Không đạt."),
        (ABSENT, figure("2", text=""), "Kết quả “2”, yêu cầu ", ": Không đạt."),
        (HOLD, word("", "failed"), "Kết quả “…”, yêu cầu ", ": Không đạt."),
        (HOLD, word("cơ bản đạt", "partly"), "“cơ bản đạt”: mới đạt một phần", "chưa đủ để kết luận."),
        (BY_PLAN, figure("76", "đảng viên"), "Cần số kế hoạch (chỉ tiêu giao)", "để so sánh."),
        (
            BY_PLAN,
            figure("79 82", plan=80),
            "98,75 – 102,5%: các giá trị",
            "≥ 100% so với kế hoạch được giao.",
        ),
        (BY_PLAN, figure("99.9", "%"), "99,9% < 100% kế hoạch được giao", ": Không đạt."),
        (BY_PLAN, figure("100", "%"), "100% ≥ 100% kế hoạch được giao", ": Đạt."),
    ],
)
def test_sentence(target: Target, actual: Actual, start: str, end: str) -> None:
    said = evaluate_target(target, actual).reasons[0].message
    assert said.startswith(start)
    assert said.endswith(end)


def test_status_by_plan_of_a_range_has_no_margin() -> None:
    verdict = evaluate_target(BY_PLAN, figure("101 103", "%"))
    assert verdict.margin is verdict.completion is verdict.value is None


def test_doubt_about_a_plan_tells_how_the_figure_came_about() -> None:
    verdict = evaluate_target(BY_PLAN, figure("79 82", plan=80))
    assert codes(verdict) == ["straddles", "plan_computed", "read_as"]


def test_nothing_is_missing() -> None:
    assert codes(evaluate_target(HOLD, None))[0] == "missing"


def test_only_no_cases_is_not_applicable() -> None:
    share = AT_LEAST_95
    assert not evaluate_target(share, word("không phát sinh", "not_applicable")).applicable
    assert evaluate_target(share, word("chưa có", "unknown")).applicable
    assert evaluate_target(HOLD, word("không phát sinh", "not_applicable")).applicable is False
    assert not evaluate_target(graded("=", "Khá"), word("không phát sinh", "not_applicable")).applicable
    for reading in (share, wanted(">=", "95", "hộ")):
        both = share.model_copy(update={"readings": (reading,)})
        verdict = evaluate_target(both, word("không phát sinh", "not_applicable"))
        assert verdict.outcome == "undecided"
