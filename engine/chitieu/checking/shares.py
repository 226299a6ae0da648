"""Shares against counts: 3/3 is 100 %; 0,38 % and 30 households make about 7.895 in all."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from chitieu.checking.figures import Exact, Found, by_item, figure, place
from chitieu.diagnostics import Diagnostic
from chitieu.quantity.arithmetic import half_last_place
from chitieu.quantity.notation import round_half_up
from chitieu.quantity.number import places_of
from chitieu.quantity.units import resolve
from chitieu.ruleset.model import Rule, Ruleset
from chitieu.target import Bound
from chitieu.text.figures import read_figure
from chitieu.text.spoken import words

_COUNT = re.compile(r"([0-9][0-9.]*)\s")


def find(ruleset: Ruleset) -> list[Found]:
    """Shares that the counts beside them do not make, and the whole that a share and its count imply.

    >>> from chitieu.ruleset import Item
    >>> from chitieu.reading import parse
    >>> text = "Tỷ lệ hộ cận nghèo: 0,38% (Số hộ cận nghèo là 30 hộ)"
    >>> rules = [Rule(f"1.{n}", "1", text, target) for n, target in enumerate(parse(text).targets, 1)]
    >>> [found[0].text() for found in find(Ruleset("r", "", (), (Item("1"),), tuple(rules)))]
    ['1: 30 hộ là 0,38%, vậy tổng số khoảng 7.895 (từ 7.793 đến 8.000).']
    """
    out: list[Found] = []
    for rules in by_item(ruleset).values():
        for share, count in pairwise(rules):
            if count.target.restates and _is_share(share) and _is_count(count):
                out += _pair(ruleset, share, count)
        out += [found for rule in rules for found in _impossible(ruleset, rule)]
    return out


def _value(rule: Rule) -> Exact | None:
    condition = rule.target.condition
    return condition.value if isinstance(condition, Bound) else None


def _is_share(rule: Rule) -> bool:
    condition = rule.target.condition
    return (
        isinstance(condition, Bound)
        and condition.op == "="
        and resolve(condition.unit).is_share
        and condition.value > 0
    )


def _is_count(rule: Rule) -> bool:
    condition = rule.target.condition
    return (
        isinstance(condition, Bound)
        and condition.op == "="
        and bool(condition.unit)
        and resolve(condition.unit).is_counted
    )


def _pair(ruleset: Ruleset, share: Rule, count: Rule) -> list[Found]:
    value, part = _value(share), _value(count)
    if (
        value is None
        or part is None
        or not isinstance(value, Decimal)
        or share.target.measure != count.target.measure
    ):
        return []
    unit, counted = share.target.unit, count.target.unit
    factor = resolve(unit).factor
    if (whole := _whole(count)) is not None:
        made = Fraction(part) / whole / factor
        places = places_of(value)
        code = "check.share_agrees" if round_half_up(made, places) == value else "check.share_of_count"
        params = {
            "item": count.item,
            "part": figure(part, counted),
            "whole": figure(whole, counted),
            "share": figure(round_half_up(made, places + 1), unit),
            "stated": figure(value, unit),
        }
        return [(Diagnostic(code, params, place(ruleset, count)), (count.item,))]
    half = half_last_place(value)
    low, high = (
        Fraction(part) / ((Fraction(value) + step) * factor) for step in (Fraction(half), -Fraction(half))
    )
    params = {
        "item": count.item,
        "count": figure(part, counted),
        "share": figure(value, unit),
        "whole": figure(round_half_up(Fraction(part) / (Fraction(value) * factor), 0)),
        "low": figure(Decimal(-(-low.numerator // low.denominator))),
        "high": figure(Decimal(high.numerator // high.denominator)),
    }
    population = share.population or count.population
    if population is None:
        return [(Diagnostic("check.whole_implied", params, place(ruleset, count)), (count.item,))]
    if low <= Fraction(population) <= high:
        return []
    params["population"] = figure(population)
    return [(Diagnostic("check.share_and_count", params, place(ruleset, count)), (count.item,))]


def _whole(rule: Rule) -> Fraction | None:
    """The population that "3/3 trạm" names."""
    match = _COUNT.match(f"{rule.target.of or ''} ")
    whole = read_figure(match[1]) if match else None
    return Fraction(whole) if whole else None


def _impossible(ruleset: Ruleset, rule: Rule) -> list[Found]:
    """A share of a population above 100 %; of a plan, or of a change, it is an ordinary figure."""
    target, value = rule.target, _value(rule)
    if (
        value is None
        or target.basis is not None
        or target.measure != "level"
        or not resolve(target.unit).is_share
    ):
        return []
    whole = Fraction(value) * resolve(target.unit).factor > 1
    named = target.indicator.lower().startswith(words("RATE_NAMED")) or target.of is not None
    if not (whole and named):
        return []
    params = {"id": rule.id, "share": figure(value, target.unit)}
    return [(Diagnostic("check.share_impossible", params, place(ruleset, rule)), (rule.item,))]
