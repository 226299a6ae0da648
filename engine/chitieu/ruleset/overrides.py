"""What the author wrote beside ``expect``, put over what was read from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chitieu.diagnostics import Diagnostic
from chitieu.reading import read_expression
from chitieu.ruleset.file import TargetEntry
from chitieu.target import (
    Better,
    BetterSource,
    Bound,
    Condition,
    GradeCondition,
    Measure,
    Range,
    StatusCondition,
    Target,
)

#: The keys that make up a condition of each kind.
CONDITION_KEYS = {
    "quantity": ("op", "value", "low", "high", "low_open", "high_open", "unit"),
    "grade": ("op", "grade", "scale"),
    "status": ("expected",),
}
#: Those of them that only a range has.
_OF_RANGE = frozenset({"low", "high", "low_open", "high_open"})
#: The other keys of a target that an author may state.
PLAIN_KEYS = (
    "measure", "basis", "average_annual", "each", "of", "restates", "approximate", "stretch", "when",
)  # fmt: skip
#: Makes a diagnostic at the key of the entry that it speaks of.
At = Callable[..., Diagnostic]


class ContradictionError(Exception):
    """The author's keys do not make one condition; holds the diagnostic."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.code)
        self.problem = problem


def given(entry: TargetEntry) -> dict[str, Any]:
    """The flat keys that the author filled in.

    >>> given(TargetEntry(id="1.1", item="1", indicator="x", expect="95%", op=">="))
    {'op': '>='}
    """
    keys = {"kind", *PLAIN_KEYS, *(key for keys in CONDITION_KEYS.values() for key in keys)}
    return {key: value for key in sorted(keys) if (value := getattr(entry, key)) is not None}


def states_whole_condition(entry: TargetEntry) -> bool:
    """Whether nothing of the condition is left to the reading."""
    keys = set(given(entry))
    quantity = "unit" in keys and ({"op", "value"} <= keys or {"low", "high"} <= keys)
    return quantity or {"op", "grade"} <= keys or "expected" in keys


def override(entry: TargetEntry, read: Target | None, at: At) -> Target:
    """The target of an entry: the reading with the author's keys over it.

    Raises ``ContradictionError`` where they do not make one condition.
    """
    keys = given(entry)
    condition = _condition(entry, keys, read.condition if read else None, at)
    plain = {key: keys[key] for key in PLAIN_KEYS if key in keys}
    base = read or Target(indicator=entry.indicator, condition=condition, span=(0, len(entry.expect)))
    changed = base.model_copy(update={"indicator": entry.indicator, "condition": condition, **plain})
    better, source = _better(entry, changed, read)
    return changed.model_copy(update={"better": better, "better_source": source})


def _kind(keys: dict[str, Any], read: Condition | None, at: At) -> str:
    if "kind" in keys:
        return str(keys["kind"])
    if "expected" in keys:
        return "status"
    if "grade" in keys or "scale" in keys:
        return "grade"
    if keys.keys() & {"value", "unit", *_OF_RANGE}:
        return "quantity"
    if read is None:
        raise ContradictionError(at("ruleset.unread", "expect"))
    return read.kind


def _condition(entry: TargetEntry, keys: dict[str, Any], read: Condition | None, at: At) -> Condition:
    stated = {key for names in CONDITION_KEYS.values() for key in names} & keys.keys()
    if read is not None and not stated and keys.get("kind", read.kind) == read.kind:
        return read
    kind = _kind(keys, read, at)
    if stray := sorted(stated - set(CONDITION_KEYS[kind])):
        raise ContradictionError(at("ruleset.key_of_other_kind", stray[0], key=stray[0], kind=kind))
    if kind == "status":
        before = read.expected if isinstance(read, StatusCondition) else None
        return StatusCondition(expected=_need("expected", keys.get("expected", before), at))
    if kind == "grade":
        return _grade(entry, keys, read, at)
    return _quantity(keys, read, at)


def _need(key: str, value: Any, at: At) -> Any:
    if value is None:
        raise ContradictionError(at("ruleset.unread_without", "expect", key=key))
    return value


def _grade(entry: TargetEntry, keys: dict[str, Any], read: Condition | None, at: At) -> GradeCondition:
    before = read if isinstance(read, GradeCondition) else None
    if keys.get("op") == "range":
        raise ContradictionError(at("ruleset.key_of_other_kind", "op", key="op: range", kind="grade"))
    grade = _need("grade", keys.get("grade", before.grade if before else None), at)
    op = keys.get("op", before.op if before else "=")
    scale = keys.get("scale")
    if scale is None and before is not None and before.grade == grade:
        scale = before.scale
    if scale is None:
        scale = _scale_of(grade, entry.indicator)
    return GradeCondition(op=op, grade=grade, scale=scale)


def _scale_of(grade: str, indicator: str) -> str | None:
    for target in read_expression(grade, indicator).targets:
        if isinstance(target.condition, GradeCondition):
            return target.condition.scale
    return None


def _quantity(keys: dict[str, Any], read: Condition | None, at: At) -> Bound | Range:
    before = read if isinstance(read, Bound | Range) else None
    unit = keys.get("unit", before.unit if before else "")
    op = keys.get("op")
    if keys.keys() & _OF_RANGE or op == "range":
        if op not in (None, "range"):
            raise ContradictionError(at("ruleset.range_with_op", "op", op=op))
        if "value" in keys:
            raise ContradictionError(at("ruleset.range_with_value", "value"))
        return _range(keys, before if isinstance(before, Range) else None, unit, at)
    if isinstance(before, Range) and op is None and "value" not in keys:
        return before.model_copy(update={"unit": unit})
    single = before if isinstance(before, Bound) else None
    value = _need("value", keys.get("value", single.value if single else None), at)
    return Bound(op=op or (single.op if single else "="), value=value, unit=unit)


def _range(keys: dict[str, Any], read: Range | None, unit: str, at: At) -> Range:
    """A range: an end that the author restates is included unless said otherwise, one left to the words is as read."""
    ends: dict[str, Any] = {}
    for end in ("low", "high"):
        ends[end] = _need(end, keys.get(end, getattr(read, end, None)), at)
        is_open = f"{end}_open"
        ends[is_open] = keys.get(is_open, end not in keys and getattr(read, is_open, False))
    if ends["low"] > ends["high"]:
        raise ContradictionError(at("ruleset.range_order", "low"))
    return Range(unit=unit, **ends)


def _better(entry: TargetEntry, target: Target, read: Target | None) -> tuple[Better, BetterSource]:
    if entry.better is not None:
        return entry.better, "author"
    if read is None:
        for probe in read_expression("1%", entry.indicator).targets[:1]:
            if probe.better_source == "lexicon":
                return probe.better, "lexicon"
    elif read.better_source in ("author", "lexicon") or (
        read.condition == target.condition and read.measure == target.measure
    ):
        return read.better, read.better_source
    return _by_condition(target.condition, target.measure)


def _by_condition(condition: Condition, measure: Measure) -> tuple[Better, BetterSource]:
    op = condition.op if isinstance(condition, Bound | Range) else "="
    ceiling = op in ("<", "<=")
    if measure == "decrease":  # a wanted fall; a ceiling on a fall wants little of it
        return ("higher" if ceiling else "lower"), "condition"
    if ceiling:
        return "lower", "condition"
    if op in (">", ">=") or measure == "increase":
        return "higher", "condition"
    return "higher", "default"
