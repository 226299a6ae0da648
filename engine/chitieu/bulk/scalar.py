"""The scalar engine at work inside a bulk run: distinct values once, and rows that belong together at once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from chitieu.actuals import Actuals
from chitieu.actuals.rows import RowReader, tidy
from chitieu.actuals.table import Cell, Column, Figure, Row, Spoilt, Table
from chitieu.bulk.rows import RuleRow
from chitieu.diagnostics import Place
from chitieu.evaluation.rollup import evaluate_ruleset, judge_rule, with_baseline
from chitieu.evaluation.verdict import Verdict
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact, magnitude
from chitieu.quantity.notation import round_half_up
from chitieu.ruleset.model import Ruleset

#: Margins of bulk verdicts are DECIMAL(38, 12).
MARGIN_DIGITS, MARGIN_PLACES = 38, 12
_MARGIN_LIMIT = Decimal(10 ** (MARGIN_DIGITS - MARGIN_PLACES))
#: What a row of figures may say beside its id, and the same of the baseline that is joined to it.
BESIDE: tuple[Column, ...] = ("value", "unit", "baseline", "plan", "population", "entity")
BEFORE = ("before_value", "before_unit")


@dataclass(frozen=True, slots=True)
class Settled:
    """A verdict as a row holds it."""

    outcome: str
    margin: Decimal | None
    completion: float | None
    code: str


#: What is said of a row whose id no ruleset has.
UNKNOWN = Settled("undecided", None, None, "verdict.unknown_id")


def settled(verdict: Verdict) -> Settled:
    """Outcome, margin, completion and the code of the first reason.

    A margin of more than 12 decimals is rounded half up; one that needs more than 38 digits is left out.
    """
    return Settled(
        verdict.outcome, _margin(verdict.margin), _float(verdict.completion), verdict.reasons[0].code
    )


def _margin(margin: Exact | None) -> Decimal | None:
    if margin is None or magnitude(margin) >= _MARGIN_LIMIT:
        return None
    rounded = round_half_up(margin, MARGIN_PLACES)
    return rounded if abs(rounded) < _MARGIN_LIMIT else None


def _float(number: Exact | None) -> float | None:
    try:
        return None if number is None else float(number)
    except OverflowError:
        return None


class Scalar:
    """Judges rows of figures as files of them are judged."""

    def __init__(self, rows: Iterable[RuleRow], columns: Sequence[str]) -> None:
        self._rows = {(row.ruleset.name, row.rule.id): row for row in rows}
        self._columns = [name for name in BESIDE if name in columns]
        self._before = [name for name in BEFORE if name in columns]
        self._parts: dict[tuple[str, frozenset[str]], Ruleset] = {}
        self._reader = _reader(self._columns, [])
        self._before_reader = _reader(["value", "unit"][: len(self._before)], [])

    def one(self, ruleset: str, name: str, given: Mapping[str, Any]) -> Settled:
        """The verdict on one row by itself."""
        row = self._rows[ruleset, name]
        actual = self._reader.actual(Row(0, [name, *(_cell(given[column]) for column in self._columns)]))
        if row.rule.target.each is None and not row.rule.entities:
            actual = replace(actual, entity=None) if actual.entity else actual
        actual = self._joined(name, actual, given)
        return settled(judge_rule(row.ruleset, row.rule, (actual,)).verdict)

    def nothing(self, row: RuleRow) -> Settled:
        """The verdict on a target of which nothing is said."""
        return settled(judge_rule(row.ruleset, row.rule, ()).verdict)

    def together(self, ruleset: str, given: Sequence[Mapping[str, Any]]) -> dict[str, Settled]:
        """The verdicts on the rows of one place and period that must be judged at once, by id of target.

        A label that stands beside the id of its target is an id that nobody knows.
        """
        wanted = {name for line in given for name in self._rows[ruleset, line["target"]].group}
        whole = self._rows[ruleset, given[0]["target"]].ruleset
        rows = [
            Row(number, [line["id"], *(_cell(line[column]) for column in self._columns)])
            for number, line in enumerate(given)
        ]
        by_id, _ = _reader(self._columns, rows).read()
        if self._before:
            lines = {(line["id"], tidy(line.get("entity") or "") or None): line for line in given}
            by_id = {
                name: tuple(self._joined(name, actual, lines[name, actual.entity]) for actual in actuals)
                for name, actuals in by_id.items()
            }
        report = evaluate_ruleset(self._part(whole, frozenset(wanted)), Actuals(by_id=by_id))
        verdicts = {judged.rule.id: settled(judged.verdict) for judged in report.judged}
        return verdicts | dict.fromkeys(report.actuals.by_id.keys() - verdicts.keys(), UNKNOWN)

    def _part(self, whole: Ruleset, wanted: frozenset[str]) -> Ruleset:
        """The ruleset with only some of its targets, and nothing of its items: only verdicts are asked of it."""
        key = (whole.name, wanted)
        if key not in self._parts:
            rules = tuple(rule for rule in whole.rules if rule.id in wanted)
            self._parts[key] = replace(whole, rules=rules, items=(), sections=())
        return self._parts[key]

    def _joined(self, name: str, actual: Actual, given: Mapping[str, Any]) -> Actual:
        """The actual with last year's figure beside it, where the run has one."""
        if not self._before or given["before_value"] is None:
            return actual
        before = self._before_reader.actual(
            Row(0, [name, *(_cell(given[column]) for column in self._before)])
        )
        return with_baseline(actual, (replace(before, entity=actual.entity),))


def _reader(columns: Sequence[Any], rows: list[Row]) -> RowReader:
    where: dict[Column, int] = {"id": 0, **{name: at for at, name in enumerate(columns, 1)}}
    return RowReader(Table(where, rows, lambda _row, _column: Place()), "")


def _cell(value: Any) -> Cell:
    """A value of a frame as the cell of a table; a float means its shortest decimal."""
    match value:
        case None:
            return None
        case str():
            return value
        case float():
            if not math.isfinite(value):
                return Spoilt(repr(value), "actuals.unreadable_value")
            return Figure(Decimal(repr(value)))
        case int() | Decimal():
            return Figure(Decimal(value))
    raise TypeError(type(value).__name__)
