"""One target stated in several ways: judged once, by the first of them that its figure can be compared with."""

from __future__ import annotations

import pytest

from chitieu.evaluation import evaluate_ruleset
from chitieu.evaluation.rollup import restatement_groups
from chitieu.quantity.actual import Actual
from chitieu.target import Target

from .cases import down, fall, figure, status, wanted, word
from .rulesets import actuals, outcomes, rule, ruleset
from .targets import AT_LEAST_95, BARE_90

FALL = fall("=", "0.1", "%", "Tỷ lệ hộ nghèo")
FALL_HO = fall("=", "2", "hộ", "Số hộ nghèo", restates=True)
RESTATED = ruleset(rule("1.1", FALL), rule("1.2", FALL_HO))


def test_restatements_judge_one_target_once() -> None:
    report = evaluate_ruleset(RESTATED, actuals(a1_1=down("0.2", "%"), a1_2=down("3", "hộ")))
    assert outcomes(report) == ["exceeded"]
    assert report.target_counts.total == 1


def test_restatements_that_contradict_are_undecided() -> None:
    report = evaluate_ruleset(RESTATED, actuals(a1_1=down("0.2", "%"), a1_2=down("1", "hộ")))
    assert outcomes(report) == ["undecided"]
    reason = report.judged[0].verdict.reasons[0]
    assert reason.code == "verdict.restatements_differ"
    assert reason.message == "Hai cách nêu cùng một chỉ tiêu cho kết quả trái nhau: Vượt và Không đạt."
    told = report.judged[0].verdict.codes
    assert told == ("verdict.restatements_differ", "verdict.exceeded", "verdict.not_met")


def test_the_first_comparable_actual_decides() -> None:
    for given_ in (actuals(a1_1=down("3", "hộ")), actuals(a1_2=down("3", "hộ"))):
        report = evaluate_ruleset(RESTATED, given_)
        assert outcomes(report) == ["exceeded"]
        assert report.judged[0].verdict.reasons[-1].code == "verdict.by_restatement"


def test_a_bare_number_belongs_to_the_first_statement_only() -> None:
    shares = ruleset(rule("1.1", wanted("=", "100")), rule("1.2", wanted("=", "3", "trạm", restates=True)))
    report = evaluate_ruleset(shares, actuals(a1_1=figure("100", None)))
    assert outcomes(report) == ["met"]


STATIONS = wanted("=", "3", "trạm", restates=True)
IN_MILLIONS = wanted("=", "2000", "triệu đồng", restates=True)


@pytest.mark.parametrize(
    ("head", "restated", "given", "outcome"),
    [
        (wanted("=", "2", "tỷ đồng"), IN_MILLIONS, figure("2"), "met"),
        (wanted("=", "2", "tỷ đồng"), IN_MILLIONS, figure("2000", "triệu đồng"), "met"),
        (AT_LEAST_95, wanted("<=", "98", restates=True), figure("99"), "undecided"),  # one unit: both
        (wanted("=", "100"), STATIONS, figure("3", of=4), "undecided"),  # 3 of 4: 75 %, and 3
        (wanted("=", "100"), STATIONS, figure("3", "trạm"), "met"),  # of how many is not known
        (wanted("=", "100"), status("Chuẩn", restates=True), word("Đạt", "achieved"), "met"),
    ],
)
def test_what_an_actual_of_the_head_tells_of_a_restatement(
    head: Target, restated: Target, given: Actual, outcome: str
) -> None:
    report = evaluate_ruleset(ruleset(rule("1.1", head), rule("1.2", restated)), actuals(a1_1=given))
    assert outcomes(report) == [outcome]


def test_restatements_stand_behind_what_they_restate() -> None:
    again = BARE_90.model_copy(update={"restates": True})
    rules = (rule("1.1", BARE_90), rule("2.1", BARE_90), rule("1.2", again), rule("2.2", BARE_90))
    groups = restatement_groups(ruleset(*rules))
    assert [[one.id for one in group] for group in groups] == [["1.1", "1.2"], ["2.1"], ["2.2"]]
