"""Targets on one indicator that contradict, imply or repeat each other, in a ruleset or between two."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from typing import Any

from chitieu.diagnostics import Diagnostic, Place
from chitieu.evaluation.indicator import measured
from chitieu.evaluation.relations import Relation, Witness, relation
from chitieu.quantity.display import Extent, Shown, Words
from chitieu.quantity.interval import Interval
from chitieu.quantity.words import fold
from chitieu.ruleset.model import Rule, Ruleset

#: What is found, and the items that it concerns.
Found = tuple[Diagnostic, tuple[str, ...]]
#: Stands where no value shows it.
_NOTHING = "…"


def find(ruleset: Ruleset, upper: Ruleset | None = None) -> list[Found]:
    """Pairs of targets on one indicator of which one contradicts, implies or repeats the other.

    Restatements, stretch targets and those of other times, entities or populations are left out: they are meant to
    stand beside each other. ``upper`` is the plan of the level above: a target of it that the ruleset contradicts or
    falls short of is found as well.

    >>> from chitieu.ruleset import Item
    >>> from chitieu.reading import parse
    >>> rules = tuple(
    ...     Rule(f"1.{number}", "1", text, parse(text).targets[0])
    ...     for number, text in enumerate(["Tỷ lệ hộ khá trên 80%", "Tỷ lệ hộ khá dưới 20%"], 1)
    ... )
    >>> [found[0].code for found in find(Ruleset("r", "", (), (Item("1"),), rules))]
    ['check.contradictory']
    """
    out = []
    for rules in _by_indicator(ruleset).values():
        for one, other in combinations(rules, 2):
            out += [_within(ruleset, one, other, found) for found in _relations(one, other)]
    if upper is not None:
        above = _by_indicator(upper)
        for key, rules in _by_indicator(ruleset).items():
            for own in rules:
                for theirs in above.get(key, ()):
                    out += [_between(ruleset, upper, own, theirs, found) for found in _relations(own, theirs)]
    return out


def _by_indicator(ruleset: Ruleset) -> dict[tuple[str, ...], list[Rule]]:
    """The rules that a comparison makes sense of, by what they measure."""
    out: dict[tuple[str, ...], list[Rule]] = {}
    for rule in ruleset.rules:
        target = rule.target
        name = measured(target)
        if not name or target.restates or target.stretch or (target.needs_review and not rule.confirmed):
            continue
        beside = (target.each, target.of, target.when)
        key = (name, *(fold(text or "") for text in beside), *sorted(map(fold, rule.entities)))
        out.setdefault(key, []).append(rule)
    return out


def _relations(one: Rule, other: Rule) -> Iterator[Relation]:
    found = relation(one.target, other.target)
    if found is not None:
        yield found


def _within(ruleset: Ruleset, one: Rule, other: Rule, found: Relation) -> Found:
    params: dict[str, Any] = {"one": one.id, "other": other.id, "first": one.expect, "second": other.expect}
    if found.kind == "excludes":
        code = "check.contradictory"
    elif found.kind == "same":
        code = "check.same_target"
    elif found.kind == "overlaps":
        code = "check.targeted_twice"
        params["both"] = _shown(found.both, one)
    else:
        code = "check.implied"
        weaker, stronger = (other, one) if found.kind == "implies" else (one, other)
        only = found.second_only if found.kind == "implies" else found.first_only
        params = {
            "one": weaker.id,
            "other": stronger.id,
            "first": weaker.expect,
            "second": stronger.expect,
            "only": _shown(only, one),
        }
    return Diagnostic(code, params, _place(ruleset, other)), tuple(dict.fromkeys((one.item, other.item)))


def _between(ruleset: Ruleset, upper: Ruleset, own: Rule, theirs: Rule, found: Relation) -> Found:
    params: dict[str, Any] = {
        "own": own.id,
        "theirs": theirs.id,
        "upper": upper.name,
        "first": own.expect,
        "second": theirs.expect,
    }
    if found.kind == "excludes":
        code = "check.contradicts_upper"
    elif found.implies:
        code = "check.also_upper"
    else:
        code = "check.short_of_upper"
        params["only"] = _shown(found.first_only, own)
    return Diagnostic(code, params, _place(ruleset, own)), (own.item,)


def _shown(witness: Witness | None, rule: Rule) -> Shown:
    if isinstance(witness, Decimal | Fraction):
        return Extent(Interval.at(witness), rule.target.unit)
    return Words(witness or _NOTHING, witness or _NOTHING)


def _place(ruleset: Ruleset, rule: Rule) -> Place | None:
    return Place(file=ruleset.path, line=rule.line) if rule.line is not None else None
