"""The report as Markdown: a heading and a table a section, the totals, the notes."""

from __future__ import annotations

import re

from chitieu.diagnostics import Lang
from chitieu.evaluation.report import Report
from chitieu.report.grid import clean
from chitieu.report.labels import Label, label
from chitieu.report.rows import Row, blocks
from chitieu.report.signs import RICH
from chitieu.report.wording import summary_words

_HEADS: tuple[Label, ...] = ("stt", "indicator", "unit", "plan", "actual", "completion", "outcome", "reason")
_SIDES = ("---", "---", "---", "--:", "--:", "--:", "---", "---")
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def markdown_report(report: Report, *, lang: Lang = "vi") -> str:
    """The report as Markdown text."""
    ruleset = report.ruleset
    out = [f"# {escape(ruleset.title)}", ""]
    about = [escape(ruleset.issuer)] if ruleset.issuer else []
    if ruleset.period:
        about.append(f"{ruleset.period[0]:%d/%m/%Y} – {ruleset.period[1]:%d/%m/%Y}")
    if about:
        out += [" · ".join(about), ""]
    for part in blocks(report, lang, RICH):
        if part.heading:
            out += [f"## {escape(part.heading)}", ""]
        if part.rows:
            out += [_line([label(head, lang) for head in _HEADS]), _line(_SIDES)]
            out += [_line([escape(cell) for cell in _cells(row, lang)]) for row in part.rows]
            out.append("")
        if part.tasks:
            out += [f"{label('tasks', lang)}: {escape(', '.join(part.tasks))}", ""]
        if part.counts is not None and part.counts.total:
            out += [f"{label('section_total', lang)}: {summary_words(part.counts, lang)}", ""]
    out += [f"**{summary_words(report.item_counts, lang)}**", ""]
    notes = [*report.notes, *(note for note in report.actuals.notes if note not in report.notes)]
    if notes:
        out += [
            f"## {label('data_notes', lang)}",
            "",
            *(f"- {escape(note.full(lang))}" for note in notes),
            "",
        ]
    return "\n".join(out)


def _cells(row: Row, lang: Lang) -> tuple[str, ...]:
    outcome = row.outcome_text(lang, RICH)
    return (row.number, row.indicator, row.unit, row.plan, row.actual, row.completion, outcome, row.reason)


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line.

    >>> escape("a|b *c*")
    'a\\\\|b \\\\*c\\\\*'
    """
    return _MARKS.sub(r"\\\1", clean(text).replace("\n", " ").replace("\N{NO-BREAK SPACE}", " "))
