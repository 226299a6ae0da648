"""Words of judgement and of existence, grades, statuses, and values that cannot be judged."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from chitieu.evaluation import evaluate_target
from chitieu.quantity.actual import Actual, Word
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, GradeCondition, StatusCondition, Target

from .saying import codes

D = Decimal
HOLD = Target(indicator="Giữ vững an ninh", condition=StatusCondition(expected=True))
ABSENT = Target(indicator="Cháy nổ", condition=StatusCondition(expected=False))
BY_PLAN = Target(indicator="Thu ngân sách", condition=StatusCondition(expected=True), basis="plan")
TITLE = Target(indicator="Trường đạt chuẩn quốc gia mức độ II", condition=StatusCondition(expected=True))


def word(text: str, meaning: Word) -> Actual:
    return Actual(text, word=meaning)


def figure(number: str, unit: str | None = None, **more: Any) -> Actual:
    return Actual(f"{number} {unit or ''}".strip(), Interval.at(D(number)), unit, **more)


def grade(text: str) -> Actual:
    return Actual(text, grade=text)


def quantity(op: str, value: str, unit: str, **more: Any) -> Target:
    condition = Bound.model_validate({"op": op, "value": value, "unit": unit})
    return Target.model_validate({"indicator": "Chỉ tiêu", "condition": condition, **more})


def graded(op: str, name: str, scale: str | None = None, indicator: str = "Chi bộ") -> Target:
    condition = GradeCondition.model_validate({"op": op, "grade": name, "scale": scale})
    return Target(indicator=indicator, condition=condition)


STATUSES: list[tuple[Target, Actual, str]] = [
    (HOLD, word("Đạt", "achieved"), "met"),
    (HOLD, word("Giữ vững", "achieved"), "met"),
    (HOLD, word("Vượt", "surpassed"), "met"),
    (HOLD, word("Không đạt", "failed"), "not_met"),
    (HOLD, word("chưa đạt", "failed"), "not_met"),
    (HOLD, word("cơ bản đạt", "partly"), "undecided"),
    (HOLD, word("có", "present"), "met"),
    (HOLD, word("không", "no"), "not_met"),
    (HOLD, word("không có", "absent"), "not_met"),
    (HOLD, word("không có số liệu", "unknown"), "undecided"),
    (HOLD, figure("2", "trường"), "met"),
    (HOLD, figure("0", "trường"), "not_met"),
    (HOLD, figure("95", "%"), "undecided"),
    (HOLD, grade("Tốt"), "undecided"),
    (ABSENT, figure("0", "vụ"), "met"),
    (ABSENT, word("không xảy ra", "absent"), "met"),
    (ABSENT, word("không", "no"), "met"),
    (ABSENT, word("Đạt", "achieved"), "met"),
    (ABSENT, word("không phát sinh", "not_applicable"), "met"),
    (ABSENT, figure("2", "vụ"), "not_met"),
    (ABSENT, word("có", "present"), "not_met"),
    (ABSENT, word("Không đạt", "failed"), "not_met"),
    (ABSENT, word("không có số liệu", "unknown"), "undecided"),
    (ABSENT, Actual("1 - 2 vụ", Interval(D(1), D(2)), "vụ"), "not_met"),
    (ABSENT, Actual("0 - 2 vụ", Interval(D(0), D(2)), "vụ"), "undecided"),
    (ABSENT, Actual("giảm 2 vụ", Interval.at(D(2)), "vụ", change="decrease"), "undecided"),
    (BY_PLAN, word("Đạt", "achieved"), "met"),
    (BY_PLAN, figure("102", "%"), "met"),
    (BY_PLAN, figure("100", "%", share_of_plan=True), "met"),
    (BY_PLAN, figure("99.9", "%", share_of_plan=True), "not_met"),
    (BY_PLAN, figure("79", "đảng viên", of=D(77)), "met"),
    (BY_PLAN, figure("76", "đảng viên", plan=D(77)), "not_met"),
    (BY_PLAN, figure("76", "đảng viên"), "undecided"),
    (BY_PLAN, figure("76", "đảng viên", plan=D(0)), "undecided"),
    (TITLE, grade("mức độ II"), "met"),
    (TITLE, grade("mức độ 2"), "met"),
    (TITLE, grade("mức độ 3"), "met"),
    (TITLE, grade("mức độ I"), "not_met"),
    (TITLE, grade("Khá"), "undecided"),
    # a percentage tells of no one thing; of what must not occur, none is none
    (HOLD, figure("0", "%"), "undecided"),
    (ABSENT, figure("0", "%"), "met"),
    (ABSENT, figure("2", "%"), "not_met"),
    (ABSENT, figure("0", "vụ", share_of_plan=True), "undecided"),
    (ABSENT, figure("0", "vụ", over_plan="level"), "undecided"),
    (ABSENT, figure("-1", "vụ"), "undecided"),
    (ABSENT, Actual("dưới 2 vụ", Interval(None, D(2)), "vụ"), "undecided"),
    (ABSENT, figure("1"), "not_met"),
    (ABSENT, Actual("hơn 0 vụ", Interval(D(0), None, lower_closed=False), "vụ"), "not_met"),
    (ABSENT, grade("mức độ II"), "undecided"),
    (HOLD, word("không phát sinh", "not_applicable"), "undecided"),
    (BY_PLAN, Actual("100 - 103%", Interval(D(100), D(103)), "%"), "met"),
    (BY_PLAN, Actual("98 - 99%", Interval(D(98), D(99)), "%"), "not_met"),
    (BY_PLAN, Actual("99 - 101%", Interval(D(99), D(101)), "%"), "undecided"),
]


@pytest.mark.parametrize(("target", "actual", "outcome"), STATUSES)
def test_status(target: Target, actual: Actual, outcome: str) -> None:
    verdict = evaluate_target(target, actual)
    assert verdict.outcome == outcome, codes(verdict)
    assert "read_as" in codes(verdict)
    assert (verdict.actual, verdict.better, verdict.better_source) == (
        actual,
        target.better,
        target.better_source,
    )


def test_status_by_plan_tells_the_figures() -> None:
    verdict = evaluate_target(BY_PLAN, figure("84", "đảng viên", plan=D(80)))
    assert (verdict.margin, verdict.completion, verdict.value) == (D(5), D(105), D(105))
    assert codes(verdict) == ["status_by_plan", "plan_computed", "read_as"]
    assert verdict.reasons[0].message == "105% ≥ 100% kế hoạch được giao: Đạt."


GRADES: list[tuple[Target, Actual, str]] = [
    (graded(">=", "Khá"), grade("Khá"), "met"),
    (graded(">=", "Khá"), grade("Tốt"), "met"),
    (graded(">=", "Khá"), grade("Trung bình"), "not_met"),
    (graded("=", "Khá"), grade("Khá"), "met"),
    (graded("=", "Khá"), Actual("năm nay được đánh giá là Khá", grade="Khá"), "met"),
    (graded("=", "Khá"), grade("Tốt"), "exceeded"),
    (graded("=", "Tốt"), grade("Giỏi"), "met"),
    (graded("=", "Khá"), grade("Yếu"), "not_met"),
    (graded("=", "loại II"), grade("loại I"), "exceeded"),
    (graded("=", "loại II"), grade("loại III"), "not_met"),
    (graded("=", "mức độ 2"), grade("mức độ 3"), "exceeded"),
    (graded(">=", "4 sao"), grade("3 sao"), "not_met"),
    (graded("=", "Hoàn thành tốt nhiệm vụ"), grade("Hoàn thành xuất sắc nhiệm vụ"), "exceeded"),
    (graded("=", "Hoàn thành tốt nhiệm vụ", "nhiệm vụ"), grade("hoàn thành tốt"), "met"),
    (graded("=", "mức 2", "mức 1 < mức 2 < mức 3"), grade("mức 1"), "not_met"),
    (graded("=", "Khá"), grade("hạng Nhì"), "undecided"),
    (graded("=", "lấp lánh"), grade("Khá"), "undecided"),
    (graded("=", "Khá"), word("Đạt", "achieved"), "undecided"),
    (graded("=", "Khá"), word("Vượt", "surpassed"), "undecided"),
    (graded("=", "Khá"), figure("97", "%"), "undecided"),
    (graded(">=", "4 sao"), Actual("5 sao", Interval.at(D(5)), "sao"), "met"),
    (graded("=", "Khá"), word("không phát sinh", "not_applicable"), "undecided"),
]


@pytest.mark.parametrize(("target", "actual", "outcome"), GRADES)
def test_grade(target: Target, actual: Actual, outcome: str) -> None:
    verdict = evaluate_target(target, actual)
    assert verdict.outcome == outcome, codes(verdict)
    assert verdict.margin is None
    assert verdict.completion is None
    assert "read_as" in codes(verdict)
    assert (verdict.actual, verdict.better, verdict.better_source) == (
        actual,
        target.better,
        target.better_source,
    )


WORDS: list[tuple[Target, Actual, str, str]] = [
    (quantity(">=", "95", "%"), word("Đạt", "achieved"), "undecided", "word_without_figure"),
    (quantity(">=", "95", "%"), word("Vượt", "surpassed"), "undecided", "word_without_figure"),
    (quantity(">=", "95", "%"), word("Không đạt", "failed"), "undecided", "word_without_figure"),
    (quantity(">=", "95", "%"), word("có", "present"), "undecided", "word_without_figure"),
    (quantity(">=", "95", "%"), word("không phát sinh", "not_applicable"), "undecided", "not_applicable"),
    (quantity("<=", "2", "vụ", better="lower"), word("không xảy ra", "absent"), "met", "absent_is_zero"),
    (
        quantity("=", "2", "vụ", better="lower"),
        word("không phát sinh", "not_applicable"),
        "exceeded",
        "absent_is_zero",
    ),
    (quantity(">=", "2", "mô hình"), word("không có", "absent"), "not_met", "absent_is_zero"),
    (quantity("<=", "2", "vụ", better="lower"), word("không", "no"), "undecided", "word_without_figure"),
    (
        quantity("<=", "12", "hạng", better="lower"),
        word("không có", "absent"),
        "undecided",
        "word_without_figure",
    ),
    (
        quantity("<=", "12", "hạng", better="lower"),
        word("không phát sinh", "not_applicable"),
        "undecided",
        "not_applicable",
    ),
    (
        quantity(">=", "2", "điểm phần trăm"),
        word("không có", "absent"),
        "undecided",
        "word_without_figure",
    ),
    (
        quantity(">=", "2", "vụ", measure="decrease"),
        word("không có", "absent"),
        "undecided",
        "word_without_figure",
    ),
    (
        quantity(">=", "2", "vụ", measure="decrease"),
        word("không phát sinh", "not_applicable"),
        "undecided",
        "not_applicable",
    ),
    (
        quantity(">=", "2/3", "", of="thôn"),
        word("không phát sinh", "not_applicable"),
        "undecided",
        "not_applicable",
    ),
    (quantity(">=", "2/3", "", of="thôn"), word("không có", "absent"), "undecided", "word_without_figure"),
    (quantity(">=", "95", "%"), grade("Khá"), "undecided", "grade_for_quantity"),
    (quantity(">=", "95", "%"), word("chưa có", "unknown"), "undecided", "unknown"),
    (quantity(">=", "95", "%"), Actual(""), "undecided", "missing"),
    (quantity(">=", "95", "%"), Actual("xanh lè"), "undecided", "unreadable"),
    (quantity(">=", "95", "%"), Actual("96 | 94", disputed=True), "undecided", "disputed"),
]


@pytest.mark.parametrize(("target", "actual", "outcome", "code"), WORDS)
def test_word_for_a_quantity(target: Target, actual: Actual, outcome: str, code: str) -> None:
    verdict = evaluate_target(target, actual)
    assert (verdict.outcome, code in codes(verdict)) == (outcome, True), codes(verdict)
    assert (verdict.actual, verdict.better) == (actual, target.better)


@pytest.mark.parametrize(
    ("target", "actual", "start", "end"),
    [
        (graded(">=", "Khá"), grade("Tốt"), "Xếp loại “Tốt”, yêu cầu ", ": Đạt."),
        (graded(">=", "Khá"), grade("Yếu"), "Xếp loại “Yếu”, yêu cầu ", ": Không đạt."),
        (HOLD, word("Giữ vững", "achieved"), "Kết quả “Giữ vững”, yêu cầu ", ": Đạt."),
        (ABSENT, figure("2", "vụ"), "Kết quả “2 vụ”, yêu cầu ", ": Không đạt."),
        (ABSENT, Actual("", Interval.at(D(2)), "vụ"), "Kết quả “2 vụ”, yêu cầu ", ": Không đạt."),
        (HOLD, word("", "failed"), "Kết quả “…”, yêu cầu ", ": Không đạt."),
        (HOLD, word("cơ bản đạt", "partly"), "“cơ bản đạt”: mới đạt một phần", "chưa đủ để kết luận."),
        (BY_PLAN, figure("76", "đảng viên"), "Cần số kế hoạch (chỉ tiêu giao)", "để so sánh."),
        (
            BY_PLAN,
            Actual("79 - 82", Interval(D(79), D(82)), plan=D(80)),
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
    verdict = evaluate_target(BY_PLAN, Actual("101 - 103%", Interval(D(101), D(103)), "%"))
    assert verdict.margin is verdict.completion is verdict.value is None


def test_doubt_about_a_plan_tells_how_the_figure_came_about() -> None:
    verdict = evaluate_target(BY_PLAN, Actual("79 - 82", Interval(D(79), D(82)), plan=D(80)))
    assert codes(verdict) == ["straddles", "plan_computed", "read_as"]


def test_nothing_is_missing() -> None:
    assert codes(evaluate_target(HOLD, None))[0] == "missing"


def test_only_no_cases_is_not_applicable() -> None:
    share = quantity(">=", "95", "%")
    assert not evaluate_target(share, word("không phát sinh", "not_applicable")).applicable
    assert evaluate_target(share, word("chưa có", "unknown")).applicable
    assert not evaluate_target(HOLD, word("không phát sinh", "not_applicable")).applicable
    assert not evaluate_target(graded("=", "Khá"), word("không phát sinh", "not_applicable")).applicable
    for reading in (share, quantity(">=", "95", "hộ")):
        both = share.model_copy(update={"readings": (reading,)})
        verdict = evaluate_target(both, word("không phát sinh", "not_applicable"))
        assert verdict.outcome == "undecided"
