"""Rulesets as rows: one row a target, with its normal form, as an Arrow table; and back again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from chitieu.bulk.libraries import library
from chitieu.diagnostics import Diagnostic, UsageError
from chitieu.evaluation.prepared import Prepared, prepare
from chitieu.evaluation.rollup import restatement_groups
from chitieu.quantity.arithmetic import Exact, plain, tidy
from chitieu.quantity.number import show
from chitieu.ruleset.cache import from_json, to_json
from chitieu.ruleset.model import Rule, Ruleset
from chitieu.target import Bound, GradeCondition, Range

#: name → (Arrow type, what it holds). Figures are decimal strings, exact to any length ("2/3" where no decimal is).
SCHEMA: dict[str, tuple[str, str]] = {
    "ruleset": ("string", "name of the ruleset"),
    "id": ("string", "id of the target"),
    "item": ("string", "the item that the target counts with: its own, or the topmost parent; null: not counted"),
    "section": ("string", "section of that item; null where it has none"),
    "counted": ("bool", "whether its outcome counts for its item"),
    "indicator": ("string", "what is measured"),
    "kind": ("string", "quantity, grade, status"),
    "measure": ("string", "level, increase, decrease"),
    "better": ("string", "higher, lower, exact"),
    "basis": ("string", "what a change or a share is against: plan, previous, year:2021, term_start; null: nothing"),
    "unit": ("string", "the unit as written, with its scale word; empty where it has none"),
    "unit_factor": ("string", "one of that unit in base units"),
    "low": ("string", "lower end of the stated set, in base units, or the rank of a grade; null: no end"),
    "low_closed": ("bool", "whether that end belongs to the set"),
    "high": ("string", "upper end of the stated set"),
    "high_closed": ("bool", "whether that end belongs to the set"),
    "accepted_low": ("string", "lower end of the accepted set"),
    "accepted_low_closed": ("bool", "whether that end belongs to the set"),
    "accepted_high": ("string", "upper end of the accepted set"),
    "accepted_high_closed": ("bool", "whether that end belongs to the set"),
    "first": ("string", "the figure that completion divides by, in base units; null for grades and statuses"),
    "scale": ("string", "the scale of a grade; null for everything else"),
    "route": ("string", "row: the row is the whole meaning; scalar: the scalar engine judges it in the same run"),
    "why": ("string", "why it is not the whole meaning; null for route row"),
    "definition": ("string", "the target as JSON, which the scalar engine judges by"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A target of a ruleset as bulk evaluation needs it; ``why`` is None where the row is the whole meaning.

    ``group`` holds the ids of the targets that must be judged together with it (restatements), itself first.
    """

    ruleset: Ruleset
    rule: Rule
    why: str | None
    group: tuple[str, ...]

    @property
    def together(self) -> bool:
        """Whether all rows of a place and period that belong to it are judged at once."""
        return len(self.group) > 1 or self.rule.target.each is not None or bool(self.rule.entities)

    @property
    def item(self) -> str:
        """The label of the item that the target belongs to: its own, or the topmost parent."""
        return self.ruleset.roots.get(self.rule.item, self.rule.item)

    @property
    def section(self) -> str | None:
        """The section of that item."""
        return next((item.section for item in self.ruleset.items if item.label == self.item), None)

    @property
    def counted(self) -> bool:
        """Whether the outcome of the target counts for its item."""
        first = self.group[0] == self.rule.id
        return self.rule.counted and first and self.rule.item not in self.ruleset.uncounted


def to_rows(rulesets: Ruleset | Iterable[Ruleset]) -> Any:
    """The targets of one ruleset or several as an Arrow table with the columns of ``SCHEMA``.

    Args:
        rulesets: The rulesets; their names must differ.

    Returns:
        A ``pyarrow.Table``, one row a target, in the order of the document. Ends of intervals are in base units
        (``low`` ÷ ``unit_factor`` is the figure as written). An exact target has the interval of what rounds to
        it. ``route`` says which rows are the whole meaning.

    Raises:
        UsageError: Two rulesets have one name, or pyarrow is not installed.

    >>> from chitieu.ruleset import load_ruleset
    >>> table = to_rows(load_ruleset("tran-phu-2023"))
    >>> table.column("ruleset")[0].as_py(), table.num_rows == len(load_ruleset("tran-phu-2023").rules)
    ('tran-phu-2023', True)
    """
    pa = library("pyarrow")
    several = [rulesets] if isinstance(rulesets, Ruleset) else list(rulesets)
    _refuse_same_names(several)
    lines = [_line(row) for ruleset in several for row in rule_rows(ruleset)]
    kinds = {"string": pa.string(), "bool": pa.bool_()}
    schema = pa.schema(
        [pa.field(name, kinds[kind], metadata={"about": about}) for name, (kind, about) in SCHEMA.items()]
    )
    frames = {ruleset.name: to_json(replace(ruleset, rules=())) for ruleset in several}
    return pa.Table.from_pylist(lines, schema=schema.with_metadata({"chitieu": json.dumps(frames)}))


def rule_rows(ruleset: Ruleset) -> list[RuleRow]:
    """The targets of a ruleset, each with the reason why a row is not its whole meaning."""
    groups = {
        rule.id: tuple(one.id for one in group) for group in restatement_groups(ruleset) for rule in group
    }
    return [RuleRow(ruleset, rule, _why(rule, groups[rule.id]), groups[rule.id]) for rule in ruleset.rules]


def read_rows(rows: Any) -> list[RuleRow]:
    """The targets of what ``evaluate`` is given: the table of ``to_rows``, a ruleset, or several.

    Raises:
        UsageError: It is none of these, or a table without the columns that define the targets.
    """
    if isinstance(rows, Ruleset):
        return rule_rows(rows)
    if isinstance(rows, Sequence) and rows and all(isinstance(one, Ruleset) for one in rows):
        _refuse_same_names(rows)
        return [row for ruleset in rows for row in rule_rows(ruleset)]
    pa = library("pyarrow")
    if not isinstance(rows, pa.Table) or not {"ruleset", "definition"} <= set(rows.column_names):
        raise UsageError.of("bulk.not_rows")
    kept = (rows.schema.metadata or {}).get(b"chitieu")
    names, definitions = rows.column("ruleset").to_pylist(), rows.column("definition").to_pylist()
    return list(_rebuilt(kept, tuple(names), tuple(definitions)))


@lru_cache(maxsize=16)
def _rebuilt(kept: bytes | None, names: tuple[str, ...], definitions: tuple[str, ...]) -> tuple[RuleRow, ...]:
    """The targets of a table; kept, so that the same table is read once."""
    if kept is None:
        raise UsageError.of("bulk.not_rows")
    try:
        frames = {name: from_json(text) for name, text in json.loads(kept).items()}
        rules: dict[str, list[Rule]] = {name: [] for name in frames}
        for name, text in zip(names, definitions, strict=True):
            rules[name].append(from_json(text))
    except (TypeError, ValueError, KeyError, AttributeError) as broken:
        raise UsageError.of("bulk.not_rows") from broken
    rulesets = [replace(frame, rules=tuple(rules[name])) for name, frame in frames.items()]
    return tuple(row for ruleset in rulesets for row in rule_rows(ruleset))


def labels_of(rules: Iterable[RuleRow]) -> dict[tuple[str, str], str]:
    """The labels of items with one target, which stand for that target: (ruleset, label) → id."""
    rulesets = {row.ruleset.name: row.ruleset for row in rules}
    return {
        (name, label): target
        for name, ruleset in rulesets.items()
        for label, target in ruleset.only_targets.items()
    }


def _refuse_same_names(rulesets: Sequence[Ruleset]) -> None:
    names = [ruleset.name for ruleset in rulesets]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise UsageError(Diagnostic("bulk.same_ruleset_twice", {"name": twice}))


def _why(rule: Rule, group: tuple[str, ...]) -> str | None:
    """Why the row of a target is not its whole meaning; None where it is."""
    target = rule.target
    form = prepare(target)
    if len(group) > 1:
        return "restated"
    if target.each is not None or rule.entities:
        return "each"
    if target.readings:
        return "two_readings"
    if target.kind != "quantity":
        return target.kind
    if target.measure != "level" or target.average_annual:
        return "change"
    if target.basis == "plan" or form.is_relative:
        return "basis"
    if form.is_ratio or rule.population is not None:
        return "population"
    if form.sets is None or any(isinstance(end, Fraction) for end in _ends(form)):
        return "fraction"
    return None


def _ends(form: Prepared) -> list[Exact | None]:
    if form.sets is None:
        return []
    stated, accepted = form.sets.stated, form.sets.accepted
    return [form.first, stated.lower, stated.upper, accepted.lower, accepted.upper]


def _line(row: RuleRow) -> dict[str, Any]:
    ruleset, rule = row.ruleset, row.rule
    target = rule.target
    form = prepare(target)
    quantity = isinstance(target.condition, Bound | Range)
    factor = form.unit.factor if quantity else Fraction(1)
    line: dict[str, Any] = {
        "ruleset": ruleset.name,
        "id": rule.id,
        "item": None if rule.item in ruleset.uncounted else row.item,
        "section": row.section,
        "counted": row.counted,
        "indicator": target.indicator,
        "kind": target.kind,
        "measure": target.measure,
        "better": target.better,
        "basis": target.basis,
        "unit": target.unit,
        "unit_factor": show(plain(factor)),
        "first": _text(form.first, factor) if quantity else None,
        "scale": form.scale if isinstance(target.condition, GradeCondition) else None,
        "route": "scalar" if row.why else "row",
        "why": row.why,
        "definition": to_json(rule),
    }
    for lead, interval in (("", form.sets.stated), ("accepted_", form.sets.accepted)) if form.sets else ():
        line |= {
            f"{lead}low": _text(interval.lower, factor),
            f"{lead}low_closed": interval.lower_closed,
            f"{lead}high": _text(interval.upper, factor),
            f"{lead}high_closed": interval.upper_closed,
        }
    return line


def _text(end: Exact | None, factor: Fraction) -> str | None:
    if end is None:
        return None
    if factor == 1 and isinstance(end, Decimal):
        return show(tidy(end))
    return show(tidy(plain(Fraction(end) * factor)))
