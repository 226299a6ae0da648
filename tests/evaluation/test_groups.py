"""Items, restatements, readings and entities."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.evaluation import Outcome, evaluate_target
from chitieu.evaluation.groups import group, of_restatements
from chitieu.quantity.actual import Actual
from chitieu.target import Target

from .cases import figure, graded, status, wanted
from .saying import codes

OUTCOMES: list[Outcome] = ["met", "exceeded", "not_met", "undecided"]
MANY = st.lists(st.sampled_from(OUTCOMES), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("outcomes", "together"),
    [
        ([], None),
        (["met"], "met"),
        (["exceeded"], "exceeded"),
        (["exceeded", "exceeded"], "exceeded"),
        (["exceeded", "met"], "met"),
        (["met", "undecided"], "undecided"),
        (["undecided", "not_met"], "not_met"),
        (["exceeded", "not_met"], "not_met"),
        (["exceeded", "undecided"], "undecided"),
    ],
)
def test_kleene(outcomes: list[Outcome], together: Outcome | None) -> None:
    for order in permutations(outcomes):
        assert group(order) == together


@given(MANY, st.permutations(range(6)))
def test_order_makes_no_difference(outcomes: list[Outcome], order: list[int]) -> None:
    assert group([outcomes[place] for place in order if place < len(outcomes)]) == group(outcomes)


@given(MANY, st.sampled_from(["met", "exceeded", "not_met"]))
def test_filling_in_never_turns_a_decided_group(outcomes: list[Outcome], filled: Outcome) -> None:
    before = group(outcomes)
    after = group([filled if outcome == "undecided" else outcome for outcome in outcomes])
    if before != "undecided":
        assert after == before


# ---- readings ------------------------------------------------------------------------------------------

BELOW_ONE = wanted("<", "1", "%", better="lower", indicator="Tỷ lệ hộ nghèo")
FALL_BELOW_ONE = wanted("<", "1", "%", better="lower", indicator="Tỷ lệ hộ nghèo", measure="decrease")
DOUBTFUL = BELOW_ONE.model_copy(update={"readings": (FALL_BELOW_ONE,), "needs_review": True})


def test_readings_that_agree_give_the_verdict() -> None:
    # down to 0,6%; from 1,2% a fall of 0,6 points
    verdict = evaluate_target(DOUBTFUL, figure("0.6", "%", baseline="1.2"))
    assert verdict.outcome == "met"
    assert "readings_agree" in codes(verdict)


def test_readings_that_differ_are_undecided_and_say_what_each_gives() -> None:
    # down to 2%; from 2,5% a fall of 0,5 points
    verdict = evaluate_target(DOUBTFUL, figure("2", "%", baseline="2.5"))
    assert verdict.outcome == "undecided"
    assert codes(verdict)[0] == "readings_differ"
    assert (
        "(1) Tỷ lệ hộ nghèo < 1%: Không đạt; (2) Tỷ lệ hộ nghèo giảm < 1%: Đạt" in verdict.reasons[0].message
    )
    assert "(2) Tỷ lệ hộ nghèo: a decrease < 1%: met" in verdict.reasons[0].text("en")
    assert verdict.margin is verdict.completion is verdict.value is None


def test_a_decided_and_an_undecided_reading_are_undecided() -> None:
    assert evaluate_target(DOUBTFUL, figure("0.6", "%")).outcome == "undecided"


def test_what_one_reading_leaves_out_of_the_counts_another_keeps_in() -> None:
    # no cases: of a share there is none, of a count there are 0
    share, number = wanted("<=", "2", "%", better="lower"), wanted("<=", "2", "vụ", better="lower")
    none = Actual("không phát sinh", word="not_applicable")
    for one, other in ((share, number), (number, share)):
        verdict = evaluate_target(one.model_copy(update={"readings": (other,)}), none)
        assert (verdict.outcome, verdict.applicable) == ("undecided", True)
        assert codes(verdict)[0] == "readings_differ"


def test_a_target_in_doubt_says_so() -> None:
    doubtful = BELOW_ONE.model_copy(update={"needs_review": True})
    assert "needs_person" in codes(evaluate_target(doubtful, figure("0.6", "%")))


# ---- entities ------------------------------------------------------------------------------------------

EACH = wanted(">=", "2", "đảng viên", each="chi bộ")
NAMES = ("Chi bộ 1", "Chi bộ 2", "Chi bộ 3")


def of(*numbers: str) -> list[Actual]:
    return [figure(number, "đảng viên", entity=name) for number, name in zip(numbers, NAMES, strict=False)]


@pytest.mark.parametrize(
    ("given_", "entities", "outcome", "code"),
    [
        (of("2", "3", "4"), NAMES, "met", "all_entities"),
        (of("2", "1", "4"), NAMES, "not_met", "entity_fails"),
        (of("2", "1"), NAMES, "not_met", "entity_fails"),
        (of("2", "3"), NAMES, "undecided", "entities_missing"),
        (of("2", "3", "4"), (), "undecided", "entities_open"),
        (of("2", "1"), (), "not_met", "entity_fails"),
        ([figure("2", "đảng viên", entity="tất cả")], (), "met", "met"),
        ([figure("2", "đảng viên", text="tất cả đạt 2")], NAMES, "met", "met"),
        ([figure("1", "đảng viên", entity="tất cả")], NAMES, "not_met", "not_met"),
        ([figure("2", "đảng viên")], NAMES, "undecided", "each_needs_names"),
        ([Actual("chưa có", word="unknown")], NAMES, "undecided", "unknown"),
        ([*of("2", "3"), Actual("?", entity="Chi bộ 3")], NAMES, "undecided", "entity_undecided"),
        ([*of("2", "3", "4"), figure("5", "đảng viên", entity="Chi bộ 9")], NAMES, "met", "unknown_entities"),
        ([], NAMES, "undecided", "missing"),
    ],
)
def test_each(given_: list[Actual], entities: tuple[str, ...], outcome: str, code: str) -> None:
    verdict = evaluate_target(EACH, given_, entities=entities)
    assert (verdict.outcome, code in codes(verdict)) == (outcome, True), codes(verdict)


def test_each_is_exceeded_only_if_all_are() -> None:
    each = wanted("=", "2", "đảng viên", each="chi bộ")
    assert evaluate_target(each, of("3", "4", "5"), entities=NAMES).outcome == "exceeded"
    assert evaluate_target(each, of("3", "2", "5"), entities=NAMES).outcome == "met"


def test_the_worst_is_named() -> None:
    verdict = evaluate_target(EACH, of("1", "0", "4"), entities=NAMES)
    assert verdict.reasons[0].message == "2 đối tượng không đạt: Chi bộ 1, Chi bộ 2; thấp nhất là Chi bộ 2."
    assert verdict.value == 0


def said(*actuals: Actual, entities: tuple[str, ...] = NAMES, target: Target = EACH) -> str:
    verdict = evaluate_target(target, actuals, entities=entities)
    assert codes(verdict)
    return "\n".join(reason.message for reason in verdict.reasons)


def test_each_tells_of_whom() -> None:
    assert "Cả 3 đối tượng đều đạt; thấp nhất là Chi bộ 2." in said(*of("3", "2", "4"))
    assert "Chi bộ 3" in said(*of("2", "3"))
    assert "Chi bộ 3" in said(*of("2", "3"), Actual("?", entity="Chi bộ 3"))
    assert "3" in said(*of("2", "3", "4"), entities=()).splitlines()[0]
    assert "Không có trong danh sách đối tượng: Chi bộ 9." in said(
        *of("2", "3", "4"), figure("5", "đảng viên", entity="Chi bộ 9")
    )
    assert "chi bộ" in said(figure("2", "đảng viên")).splitlines()[0]


def test_where_not_all_is_known_no_figure_is_the_whole() -> None:
    missing = evaluate_target(EACH, of("2", "3"), entities=NAMES)
    assert missing.margin is missing.completion is missing.value is None
    assert evaluate_target(EACH, of("3", "2")).margin is None


def test_the_worst_of_grades_is_one_that_is_only_met() -> None:
    each = graded("=", "khá", indicator="Chi bộ xếp loại", each="chi bộ")
    grades = [
        Actual(grade, grade=grade, entity=name) for grade, name in zip(("tốt", "khá"), NAMES, strict=False)
    ]
    for given_ in (grades, grades[::-1]):
        verdict = evaluate_target(each, given_, entities=NAMES[:2])
        assert verdict.outcome == "met"
        assert verdict.reasons[0].message == "Cả 2 đối tượng đều đạt; thấp nhất là Chi bộ 2."


def test_a_range_that_is_met_is_worse_than_one_that_is_exceeded() -> None:
    each = wanted("range", "5 8", "đảng viên", "Đảng viên mới", each="chi bộ")
    assert "thấp nhất là Chi bộ 2." in said(*of("8.5", "6"), entities=NAMES[:2], target=each)


def test_a_word_of_judgement_without_a_name_judges_the_target() -> None:
    joint = status("Đảng bộ, chính quyền vững mạnh")
    bodies = ("Đảng bộ", "Chính quyền")
    failed = evaluate_target(joint, [Actual("Không đạt", word="failed")], entities=bodies)
    assert failed.outcome == "not_met"
    for word in ("unknown", "not_applicable"):
        doubtful = evaluate_target(joint, [Actual("…", word=word)], entities=bodies)
        assert doubtful.outcome == "undecided"
        assert "each_needs_names" not in codes(doubtful)
    both = [Actual("Không đạt", word="failed"), Actual("Không đạt", word="failed")]
    assert codes(evaluate_target(joint, both, entities=bodies))[0] == "each_needs_names"
    two = [figure("2", "đảng viên"), figure("3", "đảng viên")]
    assert codes(evaluate_target(EACH, two, entities=NAMES))[0] == "each_needs_names"


def test_joint_subjects_are_judged_one_by_one() -> None:
    joint = status("Đảng bộ, chính quyền vững mạnh")
    bodies = ("Đảng bộ", "Chính quyền")
    good = [Actual("Đạt", word="achieved", entity=name) for name in bodies]
    bad = [good[0], Actual("Không đạt", word="failed", entity="Chính quyền")]
    assert evaluate_target(joint, good, entities=bodies).outcome == "met"
    assert evaluate_target(joint, bad, entities=bodies).outcome == "not_met"


@pytest.mark.parametrize("many", [2, 3])
def test_several_actuals_of_one_target_are_undecided(many: int) -> None:
    given = [figure(str(number), "%") for number in range(3, 3 + many)]
    verdict = evaluate_target(wanted(">=", "2", "%"), given)
    assert (verdict.outcome, codes(verdict)[0]) == ("undecided", "several_actuals")
    assert str(many) in verdict.reasons[0].message
    assert verdict.actual == figure("3", "%")


def test_restatements_that_contradict_have_no_margin() -> None:
    one, other = (evaluate_target(BELOW_ONE, figure(number, "%")) for number in ("0.5", "2"))
    both = of_restatements([one, other])
    assert (both.outcome, both.margin, both.completion) == ("undecided", None, None)


def test_readings_that_differ_are_told_in_their_order() -> None:
    verdict = evaluate_target(DOUBTFUL, figure("2", "%", baseline="2.5"))
    assert codes(verdict)[1:] == ["not_met", "met"]
    first = evaluate_target(BELOW_ONE, figure("2", "%", baseline="2.5"))
    assert verdict.reasons[1].message == first.reasons[0].message


def test_what_was_given_is_kept() -> None:
    unreadable = Actual("xanh lè")
    assert codes(evaluate_target(EACH, [unreadable], entities=NAMES))[0] == "unreadable"
    bare = figure("2", "đảng viên")
    assert evaluate_target(EACH, [bare], entities=NAMES).actual == bare
    assert evaluate_target(EACH, [], entities=NAMES).actual == Actual()
