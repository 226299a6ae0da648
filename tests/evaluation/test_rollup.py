"""Whole rulesets: items, sections, counts, restatements, baselines, unknown and missing ids."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chitieu.actuals import Actuals
from chitieu.evaluation import Outcome, Report, evaluate_ruleset
from chitieu.evaluation.groups import group
from chitieu.evaluation.rollup import restatement_groups, with_baseline
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.ruleset import Item, Rule, Ruleset, Section
from chitieu.target import Bound, Target

D = Decimal


def target(op: str, value: str, unit: str = "%", **more: Any) -> Target:
    condition = Bound.model_validate({"op": op, "value": value, "unit": unit})
    return Target.model_validate({"indicator": "Tỷ lệ", "condition": condition, **more})


def rule(name: str, wanted: Target, **more: Any) -> Rule:
    return Rule(name, name.split(".", maxsplit=1)[0], "…", wanted, **more)


def figure(number: str, unit: str | None = "%", **more: Any) -> Actual:
    return Actual(f"{number}{unit or ''}", Interval.at(D(number)), unit, **more)


def ruleset(*rules: Rule, items: tuple[Item, ...] = ()) -> Ruleset:
    labels = dict.fromkeys(one.item for one in rules)
    return Ruleset("r", "R", (), items or tuple(Item(label) for label in labels), rules)


def actuals(**by_id: Actual | tuple[Actual, ...]) -> Actuals:
    named = {name.replace("_", "."): value for name, value in by_id.items()}
    return Actuals(
        {name[1:]: value if isinstance(value, tuple) else (value,) for name, value in named.items()}
    )


def outcomes(report: Report) -> list[str | None]:
    return [item.outcome for item in report.items]


AT_LEAST_95 = target(">=", "95")
BARE_90 = target("=", "90")


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
        rule("3.2", target(">=", "99", stretch=True), counted=False),
        rule("5.1", BARE_90),
    )
    given_ = actuals(
        a1_1=figure("96"),
        a1_2=figure("91"),
        a2_1=figure("92"),
        a3_1=figure("94"),
        a3_2=figure("94"),
        a5_1=figure("1"),
    )
    report = evaluate_ruleset(Ruleset("r", "R", sections, items, rules), given_)
    assert outcomes(report) == ["met", "exceeded", "not_met", None, None]
    assert report.sections["I"].to_dict() == {"met": 1, "exceeded": 1, "not_met": 0, "undecided": 0}
    assert report.sections["II"].to_dict() == {"met": 0, "exceeded": 0, "not_met": 1, "undecided": 0}
    assert report.item_counts.to_dict() == {"met": 1, "exceeded": 1, "not_met": 1, "undecided": 0}
    assert report.target_counts.to_dict() == {"met": 1, "exceeded": 2, "not_met": 1, "undecided": 0}
    assert (report.item_counts.achieved, report.item_counts.total) == (2, 3)
    assert [judged.rule.id for judged in report.judged] == ["1.1", "1.2", "2.1", "3.1", "3.2", "5.1"]


def test_missing_ids_are_undecided_and_unknown_ones_noted() -> None:
    report = evaluate_ruleset(ruleset(rule("1.1", AT_LEAST_95)), actuals(a1_2=figure("96"), azz=figure("1")))
    assert outcomes(report) == ["undecided"]
    assert report.judged[0].verdict.reasons[0].code == "verdict.missing"
    assert [(note.code, note.params["id"]) for note in report.notes] == [
        ("verdict.unknown_id_near", "1.2"),
        ("verdict.unknown_id", "zz"),
    ]


def test_no_cases_are_left_out_of_the_counts() -> None:
    none = Actual("không phát sinh", word="not_applicable")
    report = evaluate_ruleset(
        ruleset(rule("1.1", AT_LEAST_95), rule("2.1", AT_LEAST_95), rule("2.2", BARE_90)),
        actuals(a1_1=none, a2_1=none, a2_2=figure("91")),
    )
    assert outcomes(report) == [None, "exceeded"]
    assert report.target_counts.to_dict() == {"met": 0, "exceeded": 1, "not_met": 0, "undecided": 0}


FALL = target("=", "0.1", measure="decrease", better="lower", indicator="Tỷ lệ hộ nghèo")
FALL_HO = target("=", "2", "hộ", measure="decrease", better="lower", indicator="Số hộ nghèo", restates=True)
RESTATED = ruleset(rule("1.1", FALL), rule("1.2", FALL_HO))


def down(number: str, unit: str) -> Actual:
    return figure(number, unit, change="decrease")


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


def test_the_first_comparable_actual_decides() -> None:
    for given_ in (actuals(a1_1=down("3", "hộ")), actuals(a1_2=down("3", "hộ"))):
        report = evaluate_ruleset(RESTATED, given_)
        assert outcomes(report) == ["exceeded"]
        assert report.judged[0].verdict.reasons[-1].code == "verdict.by_restatement"


def test_a_bare_number_belongs_to_the_first_statement_only() -> None:
    shares = ruleset(rule("1.1", target("=", "100")), rule("1.2", target("=", "3", "trạm", restates=True)))
    report = evaluate_ruleset(shares, actuals(a1_1=figure("100", None)))
    assert outcomes(report) == ["met"]


def test_last_year_gives_the_baseline() -> None:
    fewer = ruleset(rule("1.1", target(">=", "5", measure="decrease", better="lower", indicator="Số vụ")))
    now, before = actuals(a1_1=figure("100", "vụ")), actuals(a1_1=figure("110", "vụ"))
    assert outcomes(evaluate_ruleset(fewer, now)) == ["undecided"]
    assert outcomes(evaluate_ruleset(fewer, now, baseline=before)) == ["met"]
    own = actuals(a1_1=figure("100", "vụ", baseline=D(101)))
    assert outcomes(evaluate_ruleset(fewer, own, baseline=before)) == ["not_met"]
    changed = actuals(a1_1=figure("110", "vụ", change="increase"))
    assert outcomes(evaluate_ruleset(fewer, now, baseline=changed)) == ["undecided"]


@pytest.mark.parametrize(
    "last",
    [
        {"change": "increase"},
        {"share_of_plan": True},
        {"over_plan": "level"},
        {"approximate": True},
        {"interval": Interval(D(110), D(111))},
    ],
)
def test_last_year_is_a_baseline_only_as_one_plain_figure(last: dict[str, Any]) -> None:
    before = replace(figure("110", "vụ"), **last)
    now = figure("100", "vụ")
    assert with_baseline(now, (before,)) == now
    assert with_baseline(now, (figure("110", "vụ"),)) == replace(now, baseline=D(110), baseline_unit="vụ")


def test_last_year_of_each_entity() -> None:
    each = target(">=", "5", measure="decrease", better="lower", indicator="Số vụ", each="phường")
    rules = ruleset(rule("1.1", each, entities=("A", "B")))
    now = actuals(a1_1=(figure("95", "vụ", entity="A"), figure("190", "vụ", entity="B")))
    before = actuals(a1_1=(figure("200", "vụ", entity="B"), figure("100", "vụ", entity="a")))
    report = evaluate_ruleset(rules, now, baseline=before)
    assert outcomes(report) == ["met"]
    assert [(name, verdict.outcome) for name, verdict in report.judged[0].entities] == [
        ("A", "met"),
        ("B", "met"),
    ]


def test_population_of_the_rule() -> None:
    rules = ruleset(rule("1.1", AT_LEAST_95, population=D(412)))
    assert outcomes(evaluate_ruleset(rules, actuals(a1_1=figure("392", "hộ")))) == ["met"]
    assert outcomes(evaluate_ruleset(rules, actuals(a1_1=figure("391", "hộ")))) == ["not_met"]


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(85, 99) | st.none(), st.booleans()), max_size=14))
def test_rollup_equals_recount(rows: list[tuple[int, int | None, bool]]) -> None:
    rules, by_id = [], {}
    for place, (item, figure_, counted) in enumerate(rows):
        rules.append(Rule(f"{item}.{place}", str(item), "…", BARE_90, counted=counted))
        if figure_ is not None:
            by_id[f"{item}.{place}"] = (figure(str(figure_)),)
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
        a7_1=figure("91"), a7a_1=figure("92"), a7b_1=figure("90"), a7c_1=figure("1"), a8a_1=figure("95")
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
    given_ = actuals(a7_1=figure("91"), a7a_1=figure("92"), a7b_1=figure("89"), a7c_1=figure("95"))
    report = evaluate_ruleset(Ruleset("r", "R", (), PARTS, PART_RULES), given_)
    assert outcomes(report) == ["not_met", None, None, None, "undecided", None, None]


def test_nothing_below_an_uncounted_item_is_counted() -> None:
    items = (Item("7", counted=False), Item("7a", parent="7"))
    report = evaluate_ruleset(Ruleset("r", "R", (), items, PART_RULES[1:2]), actuals(a7a_1=figure("90")))
    assert outcomes(report) == [None, None]
    assert report.target_counts.total == report.item_counts.total == 0


def test_the_label_of_an_item_names_its_only_target() -> None:
    rules = (rule("1.1", AT_LEAST_95), rule("2.1", AT_LEAST_95), rule("2.2", AT_LEAST_95))
    report = evaluate_ruleset(ruleset(*rules), actuals(_1=figure("96"), _2=figure("96")))
    assert outcomes(report) == ["met", "undecided"]
    assert [note.params["id"] for note in report.notes] == ["2"]  # which of the two is meant?


def test_a_label_beside_the_id_is_no_second_figure() -> None:
    given = actuals(_1_1=figure("96"), _1=figure("90"))
    report = evaluate_ruleset(ruleset(rule("1.1", AT_LEAST_95)), given)
    assert outcomes(report) == ["met"]
    assert [note.params["id"] for note in report.notes] == ["1"]


def test_sections_are_those_that_are_named() -> None:
    rules = (rule("1.1", AT_LEAST_95), rule("2.1", AT_LEAST_95))
    items = (Item("1", "I"), Item("2"))
    given_ = actuals(a1_1=figure("96"), a2_1=figure("96"))
    report = evaluate_ruleset(ruleset(*rules, items=items), given_)
    assert list(report.sections) == ["I"]
    assert report.actuals is given_


def test_a_confirmed_reading_is_told_and_settles_the_words() -> None:
    doubted = AT_LEAST_95.model_copy(update={"needs_review": True})
    rules = (rule("1.1", doubted), rule("2.1", doubted, confirmed=True), rule("3.1", doubted))
    report = evaluate_ruleset(ruleset(*rules), actuals(a1_1=figure("96"), a2_1=figure("96")))
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
    given_ = Actuals({one.id: (figure("96"),) for one in rules})
    (note,) = evaluate_ruleset(ruleset(*rules), given_).notes
    assert note.params["count"] == many
    assert note.params["ids"].endswith(named)


def test_restatements_stand_behind_what_they_restate() -> None:
    again = BARE_90.model_copy(update={"restates": True})
    rules = (rule("1.1", BARE_90), rule("2.1", BARE_90), rule("1.2", again), rule("2.2", BARE_90))
    groups = restatement_groups(ruleset(*rules))
    assert [[one.id for one in group] for group in groups] == [["1.1", "1.2"], ["2.1"], ["2.2"]]


def test_an_unknown_id_names_the_nearest_and_its_place() -> None:
    rules = ruleset(rule("1.12", AT_LEAST_95))
    given_ = replace(actuals(a1_13=figure("96"), axyz=figure("96")), path="so-lieu.csv")
    near, far = evaluate_ruleset(rules, given_).notes
    assert (near.code, near.params) == ("verdict.unknown_id_near", {"id": "1.13", "near": "1.12"})
    assert (far.code, far.params) == ("verdict.unknown_id", {"id": "xyz"})
    assert near.place is not None
    assert near.place.file == "so-lieu.csv"
    assert evaluate_ruleset(rules, actuals(axyz=figure("96"))).notes[0].place is None


def test_two_hundred_unknown_ids_are_all_told() -> None:
    given_ = Actuals({f"x{number}": (figure("1"),) for number in range(200)})
    notes = evaluate_ruleset(ruleset(rule("1.1", AT_LEAST_95)), given_).notes
    assert len(notes) == 200
    assert "actuals.more_notes" not in {note.code for note in notes}


def test_many_unknown_ids_are_counted() -> None:
    given = Actuals({f"x{number}": (figure("1"),) for number in range(1000)})
    notes = evaluate_ruleset(ruleset(rule("1.1", AT_LEAST_95)), given).notes
    assert len(notes) == 201
    assert notes[-1].code == "actuals.more_notes"
    assert notes[-1].params == {"code": "verdict.unknown_id", "left": 800}
