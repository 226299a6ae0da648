"""The report as a JSON document: everything, figures as decimal strings. ``schema.py`` states its shape."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from chitieu.actuals.model import Actuals
from chitieu.diagnostics import Diagnostic, Lang
from chitieu.evaluation.report import ItemOutcome, Judged, Report
from chitieu.evaluation.verdict import Verdict
from chitieu.quantity.actual import Actual
from chitieu.quantity.number import show
from chitieu.report.numbers import six_decimals
from chitieu.report.provenance import SCHEMA_VERSION, provenance
from chitieu.report.wording import describe, summary_words


def report_document(
    report: Report, *, lang: Lang = "vi", baseline: Actuals | None = None, date: str | None = None
) -> dict[str, Any]:
    """The whole report as plain data: summary, sections, items, verdicts with their reasons, provenance.

    ``date`` is the date that the user gives it, if any.
    """
    ruleset = report.ruleset
    out: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "ruleset": ruleset.name,
        "title": ruleset.title,
        "issuer": ruleset.issuer,
        "period": _period(report),
        "summary": {
            "items": report.item_counts.to_dict(),
            "targets": report.target_counts.to_dict(),
            "text": summary_words(report.item_counts, lang),
        },
        "sections": [
            {
                "label": section.label,
                "title": section.title,
                "declared": section.declared,
                "items": report.sections[section.label].to_dict()
                if section.label in report.sections
                else None,
            }
            for section in ruleset.sections
        ],
        "items": [_item(item) for item in report.items],
        "verdicts": [_judged(judged, item, lang) for item in report.items for judged in item.judged],
        "notes": [_wherever(note).to_dict(lang) for note in _notes(report)],
        "provenance": provenance(report, baseline, date),
    }
    return out


def _wherever(note: Diagnostic) -> Diagnostic:
    """The note with the name of its file alone: where the inputs lie is no part of a report."""
    if note.place is None or note.place.file is None:
        return note
    return replace(note, place=replace(note.place, file=Path(note.place.file).name))


def _notes(report: Report) -> list[Diagnostic]:
    own = list(report.notes)
    return own + [note for note in (*report.ruleset.notes, *report.actuals.notes) if note not in own]


def _period(report: Report) -> dict[str, str] | None:
    period = report.ruleset.period
    return None if period is None else {"from": period[0].isoformat(), "to": period[1].isoformat()}


def _item(item: ItemOutcome) -> dict[str, Any]:
    return {
        "label": item.item.label,
        "section": item.item.section,
        "parent": item.item.parent,
        "title": item.item.title,
        "outcome": item.outcome,
        "counted": item.counted and item.item.parent is None,
        "task": item.item.task,
        "targets": [judged.rule.id for judged in item.judged],
    }


def _judged(judged: Judged, item: ItemOutcome, lang: Lang) -> dict[str, Any]:
    rule = judged.rule
    out: dict[str, Any] = {"id": rule.id, "item": rule.item, "section": item.item.section}
    out |= verdict_dict(judged.verdict, lang)
    out["counted"] = item.counts(judged)
    out["expect"] = rule.expect
    out["target"] = rule.target.flat()
    out["words"] = describe(rule.target, lang)
    out["confirmed"] = rule.confirmed
    if judged.entities:
        out["entities"] = [
            {"entity": name} | verdict_dict(verdict, lang) for name, verdict in judged.entities
        ]
    if rule.notes:
        out["notes"] = [note.to_dict(lang) for note in rule.notes]
    return out


def verdict_dict(verdict: Verdict, lang: Lang = "vi") -> dict[str, Any]:
    """A verdict as plain data: what ``judge`` writes and what the verdicts of a report hold.

    >>> from chitieu.diagnostics import Diagnostic
    >>> verdict_dict(Verdict("undecided", (Diagnostic("verdict.missing"),)), "en")["reasons"][0]["message"]
    'There is no figure.'
    """
    out: dict[str, Any] = {
        "outcome": verdict.outcome,
        "actual": (verdict.actual.text or None) if verdict.actual is not None else None,
        "margin": six_decimals(verdict.margin),
        "completion": six_decimals(verdict.completion),
        "value": None if verdict.value is None else show(verdict.value),
        "better": verdict.better,
        "better_source": verdict.better_source,
        "applicable": verdict.applicable,
        "reasons": [reason.to_dict(lang) for reason in verdict.reasons],
    }
    if verdict.actual is not None:
        out["reported"] = actual_dict(verdict.actual)
    return out


def actual_dict(actual: Actual) -> dict[str, Any]:
    """An actual as it was understood; absent keys left out.

    >>> from decimal import Decimal
    >>> from chitieu.quantity.interval import Interval
    >>> actual_dict(Actual(text="98,2%", interval=Interval.at(Decimal("98.2")), unit="%"))
    {'text': '98,2%', 'value': '98.2', 'unit': '%'}
    """
    out: dict[str, Any] = {"text": actual.text}
    interval = actual.interval
    if interval is not None:
        if (point := interval.point) is not None:
            out["value"] = show(point)
        else:
            out["low"] = None if interval.lower is None else show(interval.lower)
            out["low_closed"] = interval.lower_closed
            out["high"] = None if interval.upper is None else show(interval.upper)
            out["high_closed"] = interval.upper_closed
    for key in (
        "unit",
        "grade",
        "word",
        "change",
        "over_plan",
        "column_unit",
        "baseline_unit",
        "plan_unit",
        "entity",
        "source",
        "note",
    ):
        if (text := getattr(actual, key)) is not None:
            out[key] = text
    for key in ("of", "baseline", "plan", "population"):
        if (figure := getattr(actual, key)) is not None:
            out[key] = show(figure)
    for key in ("share_of_plan", "approximate"):
        if getattr(actual, key):
            out[key] = True
    return out


def to_json(document: Any, *, indent: int | None = 2) -> str:
    """A document as JSON text with its Vietnamese letters as they are."""
    return json.dumps(document, ensure_ascii=False, indent=indent)
