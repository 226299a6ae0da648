"""From the file as written to the ruleset to judge with: expressions read, references checked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

from pydantic import ValidationError

from chitieu.diagnostics import Diagnostic, RulesetError
from chitieu.reading import Reading, read_expression
from chitieu.ruleset.file import ItemEntry, PlaceEntry, ReadingEntry, RulesetFile, TargetEntry
from chitieu.ruleset.model import Item, Rule, Ruleset, Section, SourcePlace, ancestors
from chitieu.ruleset.overrides import ContradictionError, override, states_whole_condition
from chitieu.ruleset.problems import by_line, place
from chitieu.target import Target
from chitieu.yaml_source import Path, YamlSource

_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_YEAR = re.compile(r"year:([0-9]{4})")
_LONGEST_YEAR = 366


class _Report:
    """Collects what is wrong and what is to be noted, with the places of a file."""

    def __init__(self, source: YamlSource, file: str) -> None:
        self.source = source
        self.file = file
        self.errors: list[Diagnostic] = []
        self.notes: list[Diagnostic] = []

    def at(self, path: Path, code: str, /, **params: Any) -> Diagnostic:
        return Diagnostic(code, params, place(self.source, self.file, path))

    def error(self, path: Path, code: str, /, **params: Any) -> None:
        self.errors.append(self.at(path, code, **params))

    def note(self, path: Path, code: str, /, **params: Any) -> None:
        self.notes.append(self.at(path, code, **params))


def compile_ruleset(written: RulesetFile, source: YamlSource, file: str, sha256: str) -> Ruleset:
    """The ruleset of a checked file. Raises ``RulesetError`` with everything that is wrong in it."""
    report = _Report(source, file)
    _check_labels(report)
    period = (written.period.first, written.period.last) if written.period else None
    rules = [_rule(entry, number, period, report) for number, entry in enumerate(written.targets)]
    if report.errors:
        raise RulesetError(by_line(report.errors))
    _note_empty_items(written, report)
    sections = _sections_of(written)
    about = written.source.model_dump(exclude_none=True) if written.source else None
    return Ruleset(
        name=written.ruleset,
        title=written.title,
        sections=tuple(Section(part.label, part.title, part.declared) for part in written.sections),
        items=tuple(
            Item(
                item.label,
                sections[item.label],
                item.title,
                item.counted,
                item.task,
                item.parent,
                _at(item.at),
            )
            for item in written.items
        ),
        rules=tuple(rule for rule in rules if rule is not None),
        issuer=written.issuer,
        period=period,
        source=about or None,
        sha256=sha256,
        path=file,
        notes=tuple(report.notes),
        declared=written.declared,
    )


def _at(entry: PlaceEntry | None) -> SourcePlace | None:
    return SourcePlace(entry.paragraph, entry.page, entry.span) if entry else None


def read_entry(entry: TargetEntry) -> Target:
    """The target that an entry of a file stands for, by itself.

    Raises ``ContradictionError`` where its keys do not make one condition.
    """
    report = _Report(YamlSource({}, {}), "")
    return _target(entry, read_expression(entry.expect, entry.indicator), (), report)


def problems_elsewhere(source: YamlSource, file: str, spoilt: frozenset[int]) -> list[Diagnostic]:
    """What is wrong in a file beside its shape: references, and targets other than the ``spoilt`` ones."""
    report = _Report(source, file)
    _check_labels(report)
    for number, entry in _entries(report, "targets"):
        if number not in spoilt:
            _rule(TargetEntry.model_validate(entry), number, None, report)
    return report.errors


def _entries(report: _Report, part: str) -> list[tuple[int, dict[str, Any]]]:
    """The entries of a part of the file that are entries at all, by index."""
    entries = report.source.data.get(part)
    return (
        [pair for pair in enumerate(entries) if isinstance(pair[1], dict)]
        if isinstance(entries, list)
        else []
    )


def _labels(report: _Report, part: str, key: str) -> list[tuple[int, str]]:
    found = [(number, entry.get(key)) for number, entry in _entries(report, part)]
    return [(number, label.strip()) for number, label in found if isinstance(label, str) and label.strip()]


def _check_labels(report: _Report) -> None:
    sections = _unique("sections", "label", "section", report)
    items = _unique("items", "label", "item", report)
    _unique("targets", "id", "target", report)
    tasks = {label for number, label in _labels(report, "items", "label") if _is_task(report, number)}
    _check_parents(report, items, tasks)
    for number, label in _labels(report, "items", "section"):
        if label not in sections:
            known = ", ".join(sorted(sections)) or "—"
            report.error(("items", number, "section"), "ruleset.no_section", label=label, known=known)
    for number, label in _labels(report, "targets", "item"):
        if label not in items:
            report.error(("targets", number, "item"), "ruleset.no_item", label=label)
        elif label in tasks:
            report.error(("targets", number, "item"), "ruleset.task_with_target", label=label)


def _check_parents(report: _Report, items: set[str], tasks: set[str]) -> None:
    """Every parent is an item, no item is its own ancestor, and a task has none but tasks below it."""
    labels = dict(_labels(report, "items", "label"))
    named = _labels(report, "items", "parent")
    parents = {labels[number]: parent for number, parent in named if number in labels}
    for number, parent in named:
        path: Path = ("items", number, "parent")
        label = labels.get(number)
        if parent not in items:
            report.error(path, "ruleset.no_item", label=parent)
        elif label is not None and label in ancestors(label, parents):
            report.error(path, "ruleset.parent_cycle", label=label)
        elif parent in tasks and label not in tasks:
            report.error(path, "ruleset.task_with_parts", label=parent)


def _is_task(report: _Report, number: int) -> bool:
    try:
        return ItemEntry.model_validate(report.source.data["items"][number]).task
    except ValidationError:
        return False


def _unique(part: str, key: str, what: str, report: _Report) -> set[str]:
    first: dict[str, int] = {}
    for number, label in _labels(report, part, key):
        if label in first:
            line = report.source.line((part, first[label], key))
            report.error((part, number, key), f"ruleset.duplicate_{what}", label=label, line=line)
        first.setdefault(label, number)
    return set(first)


def _sections_of(written: RulesetFile) -> dict[str, str | None]:
    """The section of every item by label; a sub-bullet that names none stands in its parent's."""
    own = {item.label: item.section for item in written.items}
    parents = {item.label: item.parent for item in written.items if item.parent is not None}
    return {
        label: section or next((found for above in ancestors(label, parents) if (found := own[above])), None)
        for label, section in own.items()
    }


def _note_empty_items(written: RulesetFile, report: _Report) -> None:
    parents = {item.label: item.parent for item in written.items if item.parent is not None}
    filled = {target.item for target in written.targets}
    filled |= {above for label in filled for above in ancestors(label, parents)}
    for number, item in enumerate(written.items):
        if not item.task and item.label not in filled:
            report.note(("items", number), "ruleset.item_without_target", label=item.label)


def _rule(entry: TargetEntry, number: int, period: tuple[date, date] | None, report: _Report) -> Rule | None:
    path: Path = ("targets", number)
    reading = read_expression(entry.expect, entry.indicator)
    _note_doubtful_figures(path, report)
    if len(set(entry.entities)) < len(entry.entities):
        report.error((*path, "entities"), "ruleset.duplicate_entity")
    try:
        target = _target(entry, reading, path, report)
    except ContradictionError as contradiction:
        report.errors.append(contradiction.problem)
        return None
    if len(reading.targets) > 1:
        report.note((*path, "expect"), "ruleset.more_targets", id=entry.id, left=len(reading.targets) - 1)
    counted = entry.counted
    if counted is None:
        counted = not target.stretch and not outside(target.when, period)
    return Rule(
        id=entry.id,
        item=entry.item,
        expect=entry.expect,
        target=target,
        counted=counted,
        entities=entry.entities,
        population=entry.population,
        confirmed=entry.confirmed is not None,
        line=report.source.line(path),
        notes=reading.notes,
        at=_at(entry.at),
    )


def _target(entry: TargetEntry, reading: Reading, path: Path, report: _Report) -> Target:
    at = partial(_at_key, path, report)
    main = reading.targets[0] if reading.targets else None
    if entry.readings or entry.review:
        return _doubtful(entry, main, at)
    # Further targets of the same words are kept as readings: the first alone must not decide.
    readings = (main, *main.readings, *reading.targets[1:]) if main is not None else ()
    if entry.confirmed is not None:
        chosen = entry.confirmed.reading
        if chosen > max(len(readings), 1):
            raise ContradictionError(
                at("ruleset.no_such_reading", "confirmed", number=chosen, known=len(readings))
            )
        kept = readings[chosen - 1].model_copy(update={"span": main.span}) if main is not None else None
        return override(entry, kept, at).model_copy(update={"readings": (), "needs_review": False})
    target = override(entry, main, at)
    others = _others(entry, target, readings[1:], at)
    settled = (bool(readings[1:]) and not others) or states_whole_condition(entry)
    doubtful = bool(main and main.needs_review) or reading.needs_review
    return target.model_copy(
        update={"readings": others, "needs_review": bool(others) or (doubtful and not settled)}
    )


def _doubtful(entry: TargetEntry, main: Target | None, at: Any) -> Target:
    """A target whose doubts, found in its document, are stated beside its words."""
    readings = (override(entry, main, at), *(_alternative(entry, other, at) for other in entry.readings))
    if entry.confirmed is None:
        return readings[0].model_copy(update={"readings": readings[1:], "needs_review": True})
    chosen = entry.confirmed.reading
    if chosen > len(readings):
        raise ContradictionError(
            at("ruleset.no_such_reading", "confirmed", number=chosen, known=len(readings))
        )
    span = readings[0].span
    return readings[chosen - 1].model_copy(update={"readings": (), "needs_review": False, "span": span})


def _alternative(entry: TargetEntry, other: ReadingEntry, at: Any) -> Target:
    bare = TargetEntry.model_construct(
        **{name: getattr(entry, name) for name in ("id", "item", "indicator", "expect")},
        **{name: value for name in type(other).model_fields if (value := getattr(other, name)) is not None},
    )
    return override(bare, None, at)


def _others(entry: TargetEntry, target: Target, readings: Iterable[Target], at: Any) -> tuple[Target, ...]:
    """The other readings under the author's keys; what these contradict or make equal is settled."""
    kept: list[Target] = []
    for reading in readings:
        try:
            other = override(entry, reading, at)
        except ContradictionError:
            continue
        if all(_meaning(other) != _meaning(known) for known in (target, *kept)):
            kept.append(other)
    return tuple(kept)


def _meaning(target: Target) -> dict[str, Any]:
    return target.model_copy(update={"readings": (), "span": None, "needs_review": False}).flat()


def _at_key(path: Path, report: _Report, code: str, field: str, /, **params: Any) -> Diagnostic:
    return report.at((*path, field), code, **params)


def _note_doubtful_figures(path: Path, report: _Report) -> None:
    """ "value: 2.860" is 2.86 here; an author who means thousands must hear of it."""
    entry = report.source.data["targets"][path[1]]
    for key in ("value", "low", "high", "population"):
        text = entry.get(key)
        if isinstance(text, str) and _THOUSANDS.fullmatch(text):
            report.note((*path, key), "ruleset.point_in_figure", figure=text, whole=text.replace(".", ""))


def outside(when: str | None, period: tuple[date, date] | None) -> bool:
    """Whether a target's own time lies outside the period judged.

    >>> outside("year:2030", (date(2026, 1, 1), date(2026, 12, 31)))
    True
    >>> outside("term", (date(2025, 7, 1), date(2030, 6, 30)))
    False
    """
    if when is None or period is None:
        return False
    first, last = period
    if year := _YEAR.fullmatch(when):
        return not first.year <= int(year[1]) <= last.year
    return when == "term" and (last - first).days < _LONGEST_YEAR
