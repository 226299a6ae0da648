"""Whole rulesets, and actuals for all of a ruleset's targets."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from chitieu.actuals import Actuals
from chitieu.quantity.actual import Actual
from chitieu.ruleset import Item, Rule, Ruleset, Section
from chitieu.strategies.actuals import Where, actuals, missing_actuals
from chitieu.strategies.targets import targets
from chitieu.target import Target

T = TypeVar("T")

_MOST = 6
_NO_NAMES = ("1", "2")


@st.composite
def actuals_of(
    draw: st.DrawFn, ruleset: Ruleset, where: Where = "anywhere", *, gaps: bool = False
) -> Actuals:
    """Actuals for every target of a ruleset.

    A target whose text is in doubt, or of which nothing lies there, may be judged otherwise than asked for: no actual
    exceeds a bound, it is then met. An "each" gets an actual for each entity that is known.

    Args:
        ruleset: The user's own, from ``load_ruleset``.
        where: Where each actual lies; see ``actuals``.
        gaps: Whether some targets may be left without an actual.

    >>> from hypothesis import find
    >>> from chitieu import load_ruleset
    >>> rules = load_ruleset("tran-phu-2023")
    >>> reported = find(actuals_of(rules, "met"), lambda _: True)
    >>> rules.evaluate(reported).item_counts.not_met
    0
    """
    given = {rule.id: draw(_reported(rule.target, rule.entities, where, gaps=gaps)) for rule in ruleset.rules}
    return Actuals(by_id={name: found for name, found in given.items() if found})


@st.composite
def _reported(
    draw: st.DrawFn, target: Target, entities: tuple[str, ...], where: Where, *, gaps: bool
) -> tuple[Actual, ...]:
    """The actuals of one target; none where it is left without."""
    drawn = _of_target(target, where)
    if gaps:
        drawn = st.one_of(drawn, missing_actuals())
    names = entities or (_NO_NAMES if target.each is not None else ())
    if names:
        return tuple(_named(draw(drawn), name) for name in names)
    return (draw(drawn),) if not gaps or draw(st.booleans()) else ()


def _of_target(target: Target, where: Where) -> SearchStrategy[Actual]:
    """Where asked for; met where nothing lies there; none at all of what cannot be compared."""
    for one in (where, "met", "anywhere"):
        found = actuals(target, one)
        if not found.is_empty:
            return found
    return missing_actuals()


def _named(actual: Actual, name: str) -> Actual:
    return replace(actual, entity=name)


@st.composite
def rulesets(draw: st.DrawFn, of: SearchStrategy[Target] | None = None) -> Ruleset:
    """Small rulesets: a few items of one section, a few targets each; ``of`` says which targets."""
    return _ruleset(draw(_grouped(targets() if of is None else of)))


@st.composite
def _grouped(draw: st.DrawFn, one: SearchStrategy[T]) -> list[list[T]]:
    """A few of something for each of a few items.

    How many there are is drawn first: shrinking that number, hypothesis tries to leave out each of them, where of a
    list it takes out no more than a few choices at a time, and a target has more.
    """
    return _by_item([(draw(st.booleans()), draw(one)) for _ in range(draw(st.integers(1, _MOST)))])


def _by_item(drawn: list[tuple[bool, T]]) -> list[list[T]]:
    """Each starts another item or goes with the one before it."""
    grouped: list[list[T]] = []
    for another, one in drawn:
        if another or not grouped:
            grouped.append([])
        grouped[-1].append(one)
    return grouped


def _ruleset(grouped: list[list[Target]]) -> Ruleset:
    """The ruleset of the targets of each item."""
    items, rules = [], []
    for number, wanted in enumerate(grouped, 1):
        label = f"I.{number}"
        items.append(Item(label, section="I"))
        rules += [
            Rule(f"{label}.{place}", label, target.indicator, target)
            for place, target in enumerate(wanted, 1)
        ]
    return Ruleset("generated", "", (Section("I", ""),), tuple(items), tuple(rules))


@st.composite
def rulesets_with_actuals(
    draw: st.DrawFn, where: Where = "anywhere", *, gaps: bool = True
) -> tuple[Ruleset, Actuals]:
    """Rulesets, each with actuals for its targets.

    >>> from hypothesis import find
    >>> rules, reported = find(rulesets_with_actuals("met", gaps=False), lambda _: True)
    >>> rules.evaluate(reported).item_counts.met
    1
    """
    drawn = draw(
        _grouped(_judged(where, gaps=gaps))
    )  # each target beside its actuals, so that both shrink away
    ruleset = _ruleset([[target for target, _ in of_item] for of_item in drawn])
    reported = [found for of_item in drawn for _, found in of_item]
    given = {rule.id: found for rule, found in zip(ruleset.rules, reported, strict=True) if found}
    return ruleset, Actuals(by_id=given)


@st.composite
def _judged(draw: st.DrawFn, where: Where, *, gaps: bool) -> tuple[Target, tuple[Actual, ...]]:
    """A target and what is reported of it."""
    target = draw(targets())
    return target, draw(_reported(target, (), where, gaps=gaps))
