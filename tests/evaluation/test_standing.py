"""Whether the counts may still change: told of what is undecided, and true when the gap is filled."""

from __future__ import annotations

import pytest

from chitieu.actuals import Actuals
from chitieu.evaluation import Report, evaluate_ruleset
from chitieu.evaluation.standing import count_standing
from chitieu.quantity.actual import Actual
from chitieu.reading import parse, read_actual
from chitieu.ruleset import Item, Rule, Ruleset

TARGET = parse("Tỷ lệ hộ khá trên 80%").targets[0]


def report(*actuals: str | None, counted: bool = True, parent: str | None = None) -> Report:
    """An item of two targets, the first of which may be left out of the counts."""
    items = (Item("1"), Item("1.a", parent="1"))
    label = "1.a" if parent else "1"
    rules = (Rule("1.1", "1", "trên 80%", TARGET, counted=counted), Rule("1.2", label, "trên 80%", TARGET))
    given: dict[str, tuple[Actual, ...]] = {
        rule.id: (read_actual(actual),) for rule, actual in zip(rules, actuals, strict=True) if actual
    }
    return evaluate_ruleset(Ruleset("r", "", (), items, rules), Actuals(by_id=given))


@pytest.mark.parametrize(
    ("actuals", "code"),
    [
        ((None, None), "count_open"),
        ((None, "85%"), "count_open"),
        ((None, "75%"), "count_settled"),
        (("85%", "75%"), None),
    ],
)
@pytest.mark.parametrize("parent", [None, "1"])
def test_what_an_undecided_verdict_leaves_open(
    actuals: tuple[str | None, str | None], code: str | None, parent: str | None
) -> None:
    judged = report(*actuals, parent=parent)
    found = count_standing(judged, judged.judged[0])
    assert (found.code.removeprefix("verdict.") if found else None) == code
    outcomes = {report(filled, actuals[1], parent=parent).items[0].outcome for filled in ("85%", "75%")}
    if code == "count_settled":
        assert outcomes == {judged.items[0].outcome}
    if code == "count_open":
        assert len(outcomes | {judged.items[0].outcome}) > 1


def test_what_is_not_counted_changes_nothing() -> None:
    judged = report(None, "85%", counted=False)
    found = count_standing(judged, judged.judged[0])
    assert found is not None
    assert found.code == "verdict.count_apart"


def test_nothing_is_open_where_what_is_restated_does_not_apply() -> None:
    again = TARGET.model_copy(update={"restates": True})
    rules = (Rule("1.1", "1", "trên 80%", TARGET), Rule("1.2", "1", "trên 80%", again))
    given = {"1.1": (Actual("không phát sinh", word="not_applicable"),), "1.2": (Actual("", word="unknown"),)}
    judged = evaluate_ruleset(Ruleset("r", "", (), (Item("1"),), rules), Actuals(by_id=given))
    found = count_standing(judged, judged.judged[1])
    assert found is not None
    assert found.code == "verdict.count_apart"


def test_an_open_count_names_the_item_and_what_is_open() -> None:
    judged = report(None, "85%", parent="1")
    found = count_standing(judged, judged.judged[0])
    assert found is not None
    assert found.text("en") == (
        "Item 1 may still change, and so may the counts of the ruleset (undecided items: 1)."
    )


def test_a_part_leaves_open_the_item_that_it_counts_with() -> None:
    judged = report("85%", None, parent="1")
    found = count_standing(judged, judged.judged[1])
    assert found is not None
    assert found.text("en").startswith("Item 1 may still change")


def test_a_target_of_an_item_that_is_not_listed() -> None:
    rule = Rule("9.1", "9", "trên 80%", TARGET)
    judged = evaluate_ruleset(Ruleset("r", "", (), (), (rule,)), Actuals())
    assert [item.item.label for item in judged.items] == ["9"]
    found = count_standing(judged, judged.judged[0])
    assert found is not None
    assert found.text("en").startswith("Item 9 may still change")


def test_it_is_told_in_both_languages() -> None:
    judged = report(None, "75%")
    found = count_standing(judged, judged.judged[0])
    assert found is not None
    assert found.text("vi") == "Mục 1 đã rõ (Không đạt), chỗ này không làm đổi; bộ còn 0 mục chưa đủ căn cứ."
    assert found.text("en").startswith("Item 1 is settled (not met)")
