"""Rulesets and actuals of a few lines, and how their items came out."""

from __future__ import annotations

from typing import Any

from chitieu.actuals import Actuals
from chitieu.evaluation import Report
from chitieu.quantity.actual import Actual
from chitieu.ruleset import Item, Rule, Ruleset
from chitieu.target import Target


def rule(name: str, wanted: Target, **more: Any) -> Rule:
    return Rule(name, name.split(".", maxsplit=1)[0], "…", wanted, **more)


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
