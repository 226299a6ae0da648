"""The rows of a verdict table, before any layout: what the screen and the documents show; CSV has rows of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from chitieu.diagnostics import Lang
from chitieu.evaluation.report import Counts, ItemOutcome, Judged, Report
from chitieu.evaluation.verdict import Outcome, Verdict
from chitieu.quantity.notation import format_number, with_unit
from chitieu.report.comparison import against_baseline
from chitieu.report.figures import plain_figure
from chitieu.report.grid import clean
from chitieu.report.labels import label
from chitieu.report.numbers import format_percent, shown_percent
from chitieu.report.reasons import telling
from chitieu.report.signs import RICH, Signs
from chitieu.report.wording import outcome_word, plan_cell, unit_cell
from chitieu.ruleset.model import Section
from chitieu.target import Bound, Target


class Row(NamedTuple):
    """One row: a target, a group of targets under one number, or an entity of an "each"."""

    number: str
    indicator: str
    unit: str = ""
    plan: str = ""
    actual: str = ""
    completion: str = ""
    outcome: Outcome | None = None
    counted: bool = True
    reason: str = ""
    group: bool = False
    #: The change against the base period, in words.
    against: str = ""
    #: What an office writes beside a result: the reporter's own note, and that it is not counted.
    note: str = ""
    #: What is wanted as a number, where it is one figure.
    wanted: Decimal | None = None
    #: The actual as a number, where it is one plain figure in the unit of the row.
    figure: Decimal | None = None
    #: The completion as it is shown.
    percentage: Decimal | None = None
    #: The judged rule; None for a heading and for an entity.
    judged: Judged | None = None

    def outcome_text(self, lang: Lang, signs: Signs) -> str:
        """Sign and word of the outcome; in brackets where it is not counted."""
        if self.outcome is None:
            return ""
        words = f"{signs.of(self.outcome)}\N{NO-BREAK SPACE}{outcome_word(self.outcome, lang)}"
        return words if self.counted else f"({words})"


class Block(NamedTuple):
    """A section: its heading, its rows, its counts, and its items that state no target."""

    heading: str
    rows: tuple[Row, ...]
    counts: Counts | None
    tasks: tuple[str, ...]


def blocks(report: Report, lang: Lang = "vi", signs: Signs = RICH) -> tuple[Block, ...]:
    """The report as sections of rows, in the order of the document."""
    groups: list[tuple[str | None, list[ItemOutcome]]] = []
    parts = _parts(report)
    for item in report.items:
        if item.item.parent is not None:
            continue
        if not groups or groups[-1][0] != item.item.section:
            groups.append((item.item.section, []))
        groups[-1][1].append(item)
    out = []
    seen: set[str | None] = set()
    for name, items in groups:
        section = report.section(name)
        heading = section_heading(section) if section else ""
        rows = [row for item in items for row in _item_rows(item, parts[item.item.label], lang, signs)]
        tasks = tuple(clean(label) for item in items for label in _tasks(item, parts[item.item.label]))
        counts = report.sections.get(name) if name is not None and name not in seen else None
        seen.add(name)
        out.append(Block(heading, tuple(rows), counts, tasks))
    return tuple(out)


def section_heading(section: Section) -> str:
    """Label and title; a mark that counts nothing is left out.

    >>> from chitieu.ruleset.model import Section
    >>> section_heading(Section("I.", "Kinh tế")), section_heading(Section("*", "Kinh tế"))
    ('I. Kinh tế', 'Kinh tế')
    """
    counts = any(map(str.isalnum, section.label))
    return clean(f"{section.label.rstrip('.')}. {section.title}" if counts else section.title)


def _parts(report: Report) -> dict[str, list[ItemOutcome]]:
    """The sub-bullets of every item that counts by itself, of any depth, in the order of the document."""
    roots = report.ruleset.roots
    out: dict[str, list[ItemOutcome]] = {item.item.label: [] for item in report.items}
    for item in report.items:
        if item.item.parent is not None:
            out[roots[item.item.label]].append(item)
    return out


def _tasks(item: ItemOutcome, parts: Sequence[ItemOutcome]) -> Iterator[str]:
    """The labels of an item and its sub-bullets that state nothing, and have nothing below them that does."""
    filled = {part.item.parent for part in parts if part.judged}
    while more := {part.item.parent for part in parts if part.item.label in filled} - filled:
        filled |= more
    for one in (item, *parts):
        if not one.judged and one.item.label not in filled:
            yield one.item.label


def _item_rows(item: ItemOutcome, parts: Sequence[ItemOutcome], lang: Lang, signs: Signs) -> Sequence[Row]:
    """The rows of an item: one for a single target; else a heading row, and one for each target below it."""
    name = clean(item.item.label)
    judged_by = [(one, judged) for one in (item, *parts) for judged in one.judged]
    if not judged_by:
        return ()
    if len(judged_by) == 1:
        owner, judged = judged_by[0]
        return _rule_rows(name, judged, owner.counts(judged), lang, signs)
    title = clean(item.item.title or "")
    size = label("parts", lang).format(n=len(judged_by))
    head = Row(
        name,
        f"{title} ({size})" if title else f"({size})",
        outcome=item.outcome,
        counted=item.counted,
        group=True,
    )
    rows = [head]
    for owner, judged in judged_by:
        if owner is not item and owner.item.title and judged is owner.judged[0]:
            rows.append(Row(clean(owner.item.label), clean(owner.item.title), group=True))
        rows.extend(_rule_rows(clean(judged.rule.id), judged, owner.counts(judged), lang, signs))
    return rows


def _rule_rows(name: str, judged: Judged, counted: bool, lang: Lang, signs: Signs) -> Sequence[Row]:
    rule, verdict = judged.rule, judged.verdict
    target = rule.target
    why_not = [] if counted else [why_not_counted(judged, lang)]
    why = telling(verdict, lang) if verdict.outcome in {"not_met", "undecided"} else []
    own = _verdict_row(name, indicator_text(target, lang), verdict, target, lang, signs)
    own = own._replace(
        unit=clean(unit_cell(target, lang)),
        plan=clean(plan_cell(target, lang, signs)),
        wanted=_wanted(target),
        counted=counted,
        reason=clean("; ".join((*why_not, *why))),
        note="; ".join(part for part in (own.note, *why_not) if part),
        judged=judged,
    )
    if judged.entities:
        own = own._replace(actual="", figure=None)
    rows = [own]
    for entity, one in judged.entities:
        row = _verdict_row("", f"{signs.dash}\N{NO-BREAK SPACE}{entity}", one, target, lang, signs)
        rows.append(row._replace(counted=counted))
    return rows


def _verdict_row(  # noqa: PLR0917
    number: str, indicator: str, verdict: Verdict, target: Target, lang: Lang, signs: Signs
) -> Row:
    """What one verdict tells, of a target or of one of its entities."""
    return Row(
        number,
        clean(indicator),
        actual=actual_text(verdict, target, lang, signs),
        completion=completion_text(verdict, lang),
        outcome=verdict.outcome,
        against=clean(against_baseline(verdict, target, lang)),
        note=clean("; ".join(_beside(verdict, lang))),
        figure=_figure(verdict, target),
        percentage=None if verdict.completion is None else shown_percent(verdict.completion),
    )


def _beside(verdict: Verdict, lang: Lang) -> list[str]:
    """The plan that the figure is held against, and the reporter's own note."""
    actual = verdict.actual
    if actual is None:
        return []
    out = []
    if actual.plan is not None:
        figure = with_unit(format_number(actual.plan, lang), actual.plan_unit or actual.unit or "")
        out.append(f"{label('previous_plan', lang)}: {figure}")
    if note := (actual.note or "").strip():
        out.append(note)
    return out


def _wanted(target: Target) -> Decimal | None:
    condition = target.condition
    return condition.value if isinstance(condition, Bound) and isinstance(condition.value, Decimal) else None


def _figure(verdict: Verdict, target: Target) -> Decimal | None:
    actual = verdict.actual
    if actual is None or actual.missing or actual.unit not in {None, target.unit}:
        return None
    figure = plain_figure(actual)
    return figure if isinstance(figure, Decimal) else None


def why_not_counted(judged: Judged, lang: Lang = "vi") -> str:
    """Why a target is shown and not counted."""
    why = ""
    if not judged.verdict.applicable:
        why = label("not_applicable", lang)
    elif judged.rule.target.stretch:
        why = label("stretch", lang)
    elif judged.rule.target.when and not judged.rule.counted:
        why = label("other_time", lang)
    return f"{label('not_counted', lang)} ({why})" if why else label("not_counted", lang)


def indicator_text(target: Target, lang: Lang = "vi") -> str:
    """The name of the indicator; says so where the text names none."""
    return target.indicator.strip() or label("unnamed", lang)


def completion_text(verdict: Verdict, lang: Lang = "vi") -> str:
    """The completion as a percentage; empty where there is none."""
    return "" if verdict.completion is None else format_percent(verdict.completion, lang)


def actual_text(verdict: Verdict, target: Target, lang: Lang = "vi", signs: Signs = RICH) -> str:
    """What was achieved, for the column of actuals.

    One plain figure is put in the marks of the language, with its unit where that is not the target's;
    anything else ("61-62", "79/77", "giảm 6%", "không xảy ra") stands as it was reported.
    """
    actual = verdict.actual
    if actual is None or actual.missing:
        words = actual.text.strip() if actual is not None else ""
        return clean(words) or signs.missing
    figure = plain_figure(actual)
    if figure is None:
        return clean(actual.text.strip()) or signs.missing
    shown = format_number(figure, lang)
    if actual.unit is None or actual.unit == target.unit:
        return shown
    return clean(with_unit(shown, actual.unit))
