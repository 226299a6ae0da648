"""Whole rulesets: items, sections, counts."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chitieu.actuals import Actuals
from chitieu.evaluation import Outcome, evaluate_ruleset
from chitieu.evaluation.groups import group
from chitieu.quantity.actual import Actual
from chitieu.ruleset import Item, Rule, Ruleset, Section

from .cases import figure, wanted
from .rulesets import actuals, outcomes, rule, ruleset
from .targets import AT_LEAST_95, BARE_90


def test_items_sections_and_counts() -> None:
    sections = (Section("I", "Kinh tế"), Section("II", "Xã hội"))
    items = (
        Item("1", "I"),
        Item("2", "I"),
        Item("3", "II"),
        Item("4", "II", task=True),
        Item("5", "II", counted=False),
    )
    rules = (
        rule("1.1", AT_LEAST_95),
        rule("1.2", BARE_90),
        rule("2.1", BARE_90),
        rule("3.1", AT_LEAST_95),
        rule("3.2", wanted(">=", "99", stretch=True), counted=False),
        rule("5.1", BARE_90),
    )
    given_ = actuals(
        a1_1=figure("96", "%"),
        a1_2=figure("91", "%"),
        a2_1=figure("92", "%"),
        a3_1=figure("94", "%"),
        a3_2=figure("94", "%"),
        a5_1=figure("1", "%"),
    )
    report = evaluate_ruleset(Ruleset("r", "R", sections, items, rules), given_)
    assert outcomes(report) == ["met", "exceeded", "not_met", None, None]
    assert report.sections["I"].to_dict() == {"met": 1, "exceeded": 1, "not_met": 0, "undecided": 0}
    assert report.sections["II"].to_dict() == {"met": 0, "exceeded": 0, "not_met": 1, "undecided": 0}
    assert report.item_counts.to_dict() == {"met": 1, "exceeded": 1, "not_met": 1, "undecided": 0}
    assert report.target_counts.to_dict() == {"met": 1, "exceeded": 2, "not_met": 1, "undecided": 0}
    assert (report.item_counts.achieved, report.item_counts.total) == (2, 3)
    assert [judged.rule.id for judged in report.judged] == ["1.1", "1.2", "2.1", "3.1", "3.2", "5.1"]
    assert report.section("II") == Section("II", "Xã hội")
    assert report.section("III") is None


def test_no_cases_are_left_out_of_the_counts() -> None:
    none = Actual("không phát sinh", word="not_applicable")
    report = evaluate_ruleset(
        ruleset(rule("1.1", AT_LEAST_95), rule("2.1", AT_LEAST_95), rule("2.2", BARE_90)),
        actuals(a1_1=none, a2_1=none, a2_2=figure("91", "%")),
    )
    assert outcomes(report) == [None, "exceeded"]
    assert report.target_counts.to_dict() == {"met": 0, "exceeded": 1, "not_met": 0, "undecided": 0}


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(85, 99) | st.none(), st.booleans()), max_size=14))
def test_rollup_equals_recount(rows: list[tuple[int, int | None, bool]]) -> None:
    rules, by_id = [], {}
    for place, (item, figure_, counted) in enumerate(rows):
        rules.append(Rule(f"{item}.{place}", str(item), "…", BARE_90, counted=counted))
        if figure_ is not None:
            by_id[f"{item}.{place}"] = (figure(str(figure_), "%"),)
    sections = (Section("odd", ""), Section("even", ""))
    items = tuple(Item(str(number), "odd" if number % 2 else "even") for number in range(1, 6))
    report = evaluate_ruleset(Ruleset("r", "R", sections, items, tuple(rules)), Actuals(by_id))

    def judge(figure_: int | None) -> Outcome:
        if figure_ is None:
            return "undecided"
        return "met" if figure_ == 90 else "exceeded" if figure_ > 90 else "not_met"

    targets = Counter(judge(figure_) for _, figure_, counted in rows if counted)
    assert {name: n for name, n in report.target_counts.to_dict().items() if n} == dict(targets)
    for one in report.items:
        wanted = [
            judge(figure_) for item, figure_, counted in rows if counted and str(item) == one.item.label
        ]
        assert one.outcome == group(wanted)
    for key in ("met", "exceeded", "not_met", "undecided"):
        assert (
            sum(part.to_dict()[key] for part in report.sections.values()) == report.item_counts.to_dict()[key]
        )


# ---- sub-bullets ---------------------------------------------------------------------------------------

PARTS = (
    Item("7", "I"),
    Item("7a", "I", parent="7"),
    Item("7b", "I", parent="7a"),
    Item("7c", "I", counted=False, parent="7"),
    Item("8", "I"),
    Item("8a", "I", parent="8"),
    Item("8b", "I", parent="8", task=True),
)
PART_RULES = tuple(rule(f"{item}.1", BARE_90) for item in ("7", "7a", "7b", "7c", "8a"))


def test_the_targets_of_a_part_count_with_its_parent() -> None:
    # 7: exceeded, exceeded by its part, met two levels down; the miss of 7c is not counted: met in all
    given_ = actuals(
        a7_1=figure("91", "%"),
        a7a_1=figure("92", "%"),
        a7b_1=figure("90", "%"),
        a7c_1=figure("1", "%"),
        a8a_1=figure("95", "%"),
    )
    report = evaluate_ruleset(Ruleset("r", "R", (Section("I", ""),), PARTS, PART_RULES), given_)
    assert outcomes(report) == ["met", None, None, None, "exceeded", None, None]
    assert report.item_counts.to_dict() == {"met": 1, "exceeded": 1, "not_met": 0, "undecided": 0}
    assert report.sections["I"] == report.item_counts
    assert report.target_counts.to_dict() == {"met": 1, "exceeded": 3, "not_met": 0, "undecided": 0}
    assert [[item.counts(one) for one in item.judged] for item in report.items] == [
        [True], [True], [True], [False], [], [True], [],
    ]  # fmt: skip


def test_a_miss_two_levels_down_is_a_miss() -> None:
    given_ = actuals(
        a7_1=figure("91", "%"), a7a_1=figure("92", "%"), a7b_1=figure("89", "%"), a7c_1=figure("95", "%")
    )
    report = evaluate_ruleset(Ruleset("r", "R", (), PARTS, PART_RULES), given_)
    assert outcomes(report) == ["not_met", None, None, None, "undecided", None, None]


def test_nothing_below_an_uncounted_item_is_counted() -> None:
    items = (Item("7", counted=False), Item("7a", parent="7"))
    report = evaluate_ruleset(Ruleset("r", "R", (), items, PART_RULES[1:2]), actuals(a7a_1=figure("90", "%")))
    assert outcomes(report) == [None, None]
    assert report.target_counts.total == report.item_counts.total == 0


def test_sections_are_those_that_are_named() -> None:
    rules = (rule("1.1", AT_LEAST_95), rule("2.1", AT_LEAST_95))
    items = (Item("1", "I"), Item("2"))
    given_ = actuals(a1_1=figure("96", "%"), a2_1=figure("96", "%"))
    report = evaluate_ruleset(ruleset(*rules, items=items), given_)
    assert list(report.sections) == ["I"]
    assert report.actuals is given_


def test_a_confirmed_reading_is_told_and_settles_the_words() -> None:
    doubted = AT_LEAST_95.model_copy(update={"needs_review": True})
    rules = (rule("1.1", doubted), rule("2.1", doubted, confirmed=True), rule("3.1", doubted))
    report = evaluate_ruleset(ruleset(*rules), actuals(a1_1=figure("96", "%"), a2_1=figure("96", "%")))
    first, second, third = report.judged
    assert "verdict.confirmed" not in first.verdict.codes
    assert second.verdict.codes[-1] == "verdict.confirmed"
    (note,) = report.notes
    assert (note.code, note.params) == ("verdict.words_unsettled", {"count": 1, "ids": "1.1"})
    assert third.verdict.outcome == "undecided"


@pytest.mark.parametrize(("many", "named"), [(2, "1.1, 2.1"), (10, "9.1, 10.1"), (11, "9.1, 10.1, …")])
def test_ids_are_named_up_to_ten(many: int, named: str) -> None:
    doubted = AT_LEAST_95.model_copy(update={"needs_review": True})
    rules = [rule(f"{number}.1", doubted) for number in range(1, many + 1)]
    given_ = Actuals({one.id: (figure("96", "%"),) for one in rules})
    (note,) = evaluate_ruleset(ruleset(*rules), given_).notes
    assert note.params["count"] == many
    assert note.params["ids"].endswith(named)
