"""The counts of a report are a recount of its verdicts: targets, items, and the sections of the items."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import chitieu
from chitieu import Actuals, Report, Ruleset, strategies

NAMES = chitieu.bundled_rulesets()


def kleene(outcomes: list[str]) -> str | None:
    """An item by its targets, from the sentence of the semantics."""
    for doubt in ("not_met", "undecided"):
        if doubt in outcomes:
            return doubt
    if not outcomes:
        return None
    return "exceeded" if set(outcomes) == {"exceeded"} else "met"


def recount(report: Report) -> None:
    by_root: dict[str, list[str]] = {item.item.label: [] for item in report.items}
    roots = report.ruleset.roots
    counted = []
    for item in report.items:
        for judged in item.judged:
            if item.counts(judged) and not judged.rule.target.restates:
                by_root[roots.get(item.item.label, item.item.label)].append(judged.verdict.outcome)
                counted.append(judged.verdict.outcome)
    outcomes = {label: kleene(those) for label, those in by_root.items()}
    for item in report.items:
        if item.item.parent is None:
            assert item.outcome == outcomes[item.item.label]
    total: Counter[str] = Counter(counted)
    assert report.target_counts.to_dict() == {name: total[name] for name in report.target_counts.to_dict()}
    items: Counter[str] = Counter(item.outcome for item in report.items if item.outcome is not None)
    assert report.item_counts.to_dict() == {name: items[name] for name in report.item_counts.to_dict()}
    sections = [counts for label, counts in report.sections.items() if label is not None]
    if all(item.item.section for item in report.items):
        assert sum(counts.total for counts in sections) == report.item_counts.total


@settings(max_examples=40)
@given(strategies.rulesets_with_actuals())
def test_of_drawn_rulesets(pair: tuple[Ruleset, Actuals]) -> None:
    ruleset, reported = pair
    recount(ruleset.evaluate(reported))


@pytest.mark.parametrize("name", NAMES)
def test_of_bundled_rulesets(name: str) -> None:
    ruleset = chitieu.load_ruleset(name)

    @settings(max_examples=8)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        recount(ruleset.evaluate(data.draw(strategies.actuals_of(ruleset, gaps=True))))

    check()
