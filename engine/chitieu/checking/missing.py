"""Targets that lack what they are judged by: a unit, a baseline, a criterion."""

from __future__ import annotations

import re

from chitieu.checking.figures import Found, place
from chitieu.diagnostics import Diagnostic
from chitieu.quantity.words import fold
from chitieu.ruleset.model import Rule, Ruleset
from chitieu.text.spoken import either

#: Words of a status that leave open what it is met by; a title, an event or a plan is a criterion.
_VAGUE = re.compile(either("VAGUE"))
_CRITERION = re.compile(either("OF_CRITERION"))


def find(ruleset: Ruleset) -> list[Found]:
    """What is lacking, target by target.

    >>> from chitieu.ruleset import Item
    >>> from chitieu.reading import parse
    >>> text = "Giữ vững ổn định chính trị"
    >>> rule = Rule("1.1", "1", text, parse(text).targets[0])
    >>> [found[0].code for found in find(Ruleset("r", "", (), (Item("1"),), (rule,)))]
    ['check.no_criterion']
    """
    return [
        (Diagnostic(code, {"id": rule.id, "expect": rule.expect}, place(ruleset, rule)), (rule.item,))
        for rule in ruleset.rules
        if (code := _lacking(ruleset, rule)) is not None
    ]


def _lacking(ruleset: Ruleset, rule: Rule) -> str | None:
    target = rule.target
    if target.kind == "quantity":
        if not target.unit.strip() and target.measure == "level":
            return "check.no_unit"
        yearly = ruleset.period is not None and ruleset.period[0].year == ruleset.period[1].year
        changes = target.measure != "level" and target.basis is None and not target.average_annual
        return "check.no_baseline" if changes and not yearly else None
    if target.kind == "status" and target.condition.kind == "status" and target.condition.expected:
        words = fold(rule.expect)
        if target.basis is None and _VAGUE.search(words) and not _CRITERION.search(words):
            return "check.no_criterion"
    return None
