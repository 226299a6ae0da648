"""Parts against the whole that they belong to: 1.409 = 1.270 + 139, a structure of 100 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from chitieu.checking.figures import (
    Exact,
    Found,
    Sum,
    by_item,
    figure,
    figure_of,
    in_unit,
    items_of,
    place,
    stated,
    total,
)
from chitieu.diagnostics import Diagnostic
from chitieu.quantity.units import resolve
from chitieu.quantity.words import fold
from chitieu.ruleset.model import Rule, Ruleset
from chitieu.text.spoken import words

_WHOLE = words("WHOLE_OF_PARTS")
_PART = words("OPENS_PARTS")
_STRUCTURE = words("STRUCTURE")
_HUNDRED = Decimal(100)
_CODES = {0: "check.parts_agree", 1: "check.parts_exceed", -1: "check.parts_short"}


def find(ruleset: Ruleset) -> list[Found]:
    """Parts that do not make their whole.

    >>> from chitieu.ruleset import Item
    >>> from chitieu.reading import parse
    >>> text = "Tổng sản lượng 1.400 tấn (Lúa: 1.270 tấn, Ngô 139 tấn)"
    >>> rules = [Rule(f"1.{n}", "1", text, target) for n, target in enumerate(parse(text).targets, 1)]
    >>> [found[0].text() for found in find(Ruleset("r", "", (), (Item("1"),), tuple(rules)))]
    ['1.1: các phần cộng lại 1.270 + 139 = 1.409 tấn, lớn hơn 1.400 tấn.']
    """
    out: list[Found] = []
    items = by_item(ruleset)
    for rules in items.values():
        for whole, parts in _families(rules):
            out += _compare(ruleset, whole, parts)
        out += _structure(ruleset, rules)
    out += _children(ruleset)
    return out


def _families(rules: Sequence[Rule]) -> Iterator[tuple[Rule, list[Rule]]]:
    """Targets of one item of which the first is the sum of the others, by the words of the text."""
    for at, whole in enumerate(rules):
        if stated(whole) is None or whole.target.restates:
            continue
        rest = [rule for rule in rules[at + 1 :] if not rule.target.restates and stated(rule) is not None]
        named = [rule for rule in rest if _same(rule.target.of, whole.target.indicator)]
        if parts := _all_named(whole, rules[at + 1 :]):
            yield whole, parts
            return
        if named:
            yield whole, named
            continue
        alike = [rule for rule in rest if rule.target.unit == whole.target.unit]
        if whole.target.unit.startswith(("%", "‰")):
            alike = (
                alike
                if alike and (_starts(alike[0].target.indicator, _PART) or _of_one(whole, alike))
                else []
            )
        elif not (
            _starts(whole.target.indicator, _WHOLE)
            or any(_starts(r.target.indicator, _PART) for r in alike[:1])
        ):
            alike = []
        if len(alike) > 1 and ":" not in whole.target.indicator and _holds(whole, alike):
            yield whole, alike
            return


def _all_named(whole: Rule, rest: Sequence[Rule]) -> list[Rule]:
    """Shares after "trong đó" that make the share before them: 55 % = 50 % + 5 %, whatever whole each is of."""
    parts = [rule for rule in rest if not rule.target.restates and rule.target.unit == whole.target.unit]
    values = [value for rule in parts if (value := figure_of(rule)) is not None]
    first = parts[:1] and _same(parts[0].target.of, whole.target.indicator)
    makes = len(values) == len(parts) > 1 and total(values) == stated(whole)
    return parts if first and makes and resolve(whole.target.unit).is_share else []


def _holds(whole: Rule, parts: Sequence[Rule]) -> bool:
    """Whether no part alone is more than what is taken for their whole: else it only stands before them."""
    most = stated(whole)
    return most is not None and all((stated(part) or 0) <= most for part in parts)


def _of_one(whole: Rule, parts: Sequence[Rule]) -> bool:
    """Shares of one population of which the first is the sum of the others; shares that are not may be anything."""
    base = whole.target.of
    same = base is not None and all(part.target.of == base for part in parts)
    return same and total(value for part in parts if (value := stated(part)) is not None) == stated(whole)


def _starts(text: str, words: Sequence[str]) -> bool:
    return fold(text).strip().startswith(tuple(words))


def _same(of: str | None, indicator: str) -> bool:
    if of is None:
        return False
    one, other = fold(of).strip(), fold(indicator).strip()
    return one == other or one in other or other in one


def _children(ruleset: Ruleset) -> list[Found]:
    """A total in an item, its parts in the items below it."""
    out: list[Found] = []
    items = by_item(ruleset)
    for item in ruleset.items:
        below = [child.label for child in ruleset.items if child.parent == item.label]
        wholes = [rule for rule in items.get(item.label, ()) if stated(rule) is not None]
        if len(below) < 2 or not wholes or not _starts(wholes[0].target.indicator, _WHOLE):
            continue
        whole = wholes[0]
        parts = [
            next(
                (
                    rule
                    for rule in items.get(label, ())
                    if rule.target.unit == whole.target.unit and stated(rule)
                ),
                None,
            )
            for label in below
        ]
        if all(part is not None for part in parts):
            out += _compare(ruleset, whole, [part for part in parts if part is not None])
    return out


def _compare(ruleset: Ruleset, whole: Rule, parts: Sequence[Rule]) -> list[Found]:
    unit = whole.target.unit
    values = [in_unit(part, unit) if stated(part) is not None else figure_of(part) for part in parts]
    known = [value for value in values if value is not None]
    wanted = stated(whole)
    if wanted is None or len(known) < len(values):
        return []
    made = total(known)
    if made < wanted and len(known) < 2:
        return []
    return [_found(ruleset, whole, (wanted, made), known, items_of([whole, *parts]))]


def _found(
    ruleset: Ruleset,
    whole: Rule,
    figures: tuple[Exact, Exact],
    parts: Sequence[Exact],
    items: tuple[str, ...],
) -> Found:
    wanted, made = figures
    unit = whole.target.unit
    code = _CODES[(made > wanted) - (made < wanted)]
    params = {
        "id": whole.id,
        "sum": Sum(tuple(parts)),
        "total": figure(made, unit),
        "whole": figure(wanted, unit),
        "rest": figure(total([wanted, -made]), unit),
    }
    return Diagnostic(code, params, place(ruleset, whole)), items


def _structure(ruleset: Ruleset, rules: Sequence[Rule]) -> list[Found]:
    """A structure in shares makes 100 %."""
    shares = [
        rule
        for rule in rules
        if rule.target.unit == "%" and any(word in fold(rule.target.indicator) for word in _STRUCTURE)
    ]
    values = [value for rule in shares if (value := stated(rule)) is not None]
    if len(shares) < 2 or len(values) < len(shares):
        return []
    return [_found(ruleset, shares[0], (_HUNDRED, total(values)), values, items_of(shares))]
