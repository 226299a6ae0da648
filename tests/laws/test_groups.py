"""Kleene groups: free of order, and a missing actual filled in never turns one decided outcome into another."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from chitieu import Actuals, Ruleset, strategies
from chitieu.evaluation import Outcome
from chitieu.evaluation.groups import group

OUTCOMES: list[Outcome] = ["met", "exceeded", "not_met", "undecided"]
MANY = st.lists(st.sampled_from(OUTCOMES), min_size=1, max_size=5)


@given(MANY)
def test_order_does_not_matter(outcomes: list[Outcome]) -> None:
    assert len({group(order) for order in permutations(outcomes)}) == 1


@given(MANY, MANY)
def test_groups_of_groups_are_groups(one: list[Outcome], other: list[Outcome]) -> None:
    first, second = group(one), group(other)
    assert first is not None
    assert second is not None
    assert group([first, second]) == group(one + other)


@given(MANY, st.data())
def test_filling_in_a_doubt_keeps_what_is_decided(outcomes: list[Outcome], data: st.DataObject) -> None:
    before = group(outcomes)
    filled = [
        data.draw(st.sampled_from(OUTCOMES)) if outcome == "undecided" else outcome for outcome in outcomes
    ]
    if before != "undecided":
        assert group(filled) == before


@settings(max_examples=40)
@given(strategies.rulesets(), st.data())
def test_filling_in_an_actual_keeps_what_is_decided(ruleset: Ruleset, data: st.DataObject) -> None:
    whole = data.draw(strategies.actuals_of(ruleset))
    left_out = data.draw(st.sets(st.sampled_from(sorted(whole.by_id)))) if whole.by_id else set()
    part = Actuals(by_id={name: given_ for name, given_ in whole.by_id.items() if name not in left_out})
    filled = {item.item.label: item.outcome for item in ruleset.evaluate(whole).items}
    for item in ruleset.evaluate(part).items:
        if item.outcome != "undecided":
            assert item.outcome == filled[item.item.label]
