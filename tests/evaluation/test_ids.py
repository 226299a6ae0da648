"""Which target a row of the actuals is for: by its id, by the label of its item; what is told of the others."""

from __future__ import annotations

from dataclasses import replace

from chitieu.actuals import Actuals
from chitieu.diagnostics import Place
from chitieu.evaluation import evaluate_ruleset

from .cases import figure
from .rulesets import actuals, outcomes, rule, ruleset
from .targets import AT_LEAST_95


def test_missing_ids_are_undecided_and_unknown_ones_noted() -> None:
    report = evaluate_ruleset(
        ruleset(rule("1.1", AT_LEAST_95)), actuals(a1_2=figure("96", "%"), azz=figure("1", "%"))
    )
    assert outcomes(report) == ["undecided"]
    assert report.judged[0].verdict.reasons[0].code == "verdict.missing"
    assert [(note.code, note.params["id"]) for note in report.notes] == [
        ("verdict.unknown_id_near", "1.2"),
        ("verdict.unknown_id", "zz"),
    ]


def test_the_label_of_an_item_names_its_only_target() -> None:
    rules = (rule("1.1", AT_LEAST_95), rule("2.1", AT_LEAST_95), rule("2.2", AT_LEAST_95))
    report = evaluate_ruleset(ruleset(*rules), actuals(_1=figure("96", "%"), _2=figure("96", "%")))
    assert outcomes(report) == ["met", "undecided"]
    assert [note.params["id"] for note in report.notes] == ["2"]  # which of the two is meant?


def test_a_label_beside_the_id_is_no_second_figure() -> None:
    given = actuals(_1_1=figure("96", "%"), _1=figure("90", "%"))
    report = evaluate_ruleset(ruleset(rule("1.1", AT_LEAST_95)), given)
    assert outcomes(report) == ["met"]
    assert [note.params["id"] for note in report.notes] == ["1"]


def test_an_unknown_id_names_the_nearest_and_its_place() -> None:
    rules = ruleset(rule("1.12", AT_LEAST_95))
    given_ = replace(actuals(a1_13=figure("96", "%"), axyz=figure("96", "%")), path="so-lieu.csv")
    near, far = evaluate_ruleset(rules, given_).notes
    assert (near.code, near.params) == ("verdict.unknown_id_near", {"id": "1.13", "near": "1.12"})
    assert (far.code, far.params) == ("verdict.unknown_id", {"id": "xyz"})
    assert [note.place and note.place.file for note in (near, far)] == ["so-lieu.csv", "so-lieu.csv"]
    assert evaluate_ruleset(rules, actuals(axyz=figure("96", "%"))).notes[0].place is None
    line = Place(file="so-lieu.csv", line=7)
    assert evaluate_ruleset(rules, replace(given_, places={"xyz": line})).notes[1].place == line


def test_two_hundred_unknown_ids_are_all_told() -> None:
    given_ = Actuals({f"x{number}": (figure("1", "%"),) for number in range(200)})
    notes = evaluate_ruleset(ruleset(rule("1.1", AT_LEAST_95)), given_).notes
    assert len(notes) == 200
    assert "actuals.more_notes" not in {note.code for note in notes}


def test_many_unknown_ids_are_counted() -> None:
    given = Actuals({f"x{number}": (figure("1", "%"),) for number in range(1000)})
    notes = evaluate_ruleset(ruleset(rule("1.1", AT_LEAST_95)), given).notes
    assert len(notes) == 201
    assert notes[-1].code == "actuals.more_notes"
    assert notes[-1].params == {"code": "verdict.unknown_id", "left": 800}
