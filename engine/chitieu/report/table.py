"""The verdict table: the columns officials use, by sections, with totals.

Where the screen is wide, one row a target with its reason in a column of its own. Where it is narrow (80
columns), the indicator stands on a line of its own over its figures, and the reason below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from chitieu.diagnostics import Diagnostic, Lang
from chitieu.evaluation.report import Report
from chitieu.report.grid import Cell, Column, Line, clean, fit, lay_row, paragraph, rule, width_of
from chitieu.report.labels import label
from chitieu.report.rows import Block, Row, blocks
from chitieu.report.signs import RICH, Signs
from chitieu.report.wording import summary_words


def verdict_table(report: Report, *, width: int = 80, lang: Lang = "vi", signs: Signs = RICH) -> list[Line]:
    """The report as lines for a screen of ``width`` cells: title, sections, totals, notes on the figures."""
    parts = blocks(report, lang, signs)
    sheet = _Sheet(width, lang, signs)
    out = _title(report, width)
    out.extend(sheet.wide(parts) or sheet.narrow(parts))
    out.append([])
    out.extend(paragraph(summary_words(report.item_counts, lang), width, style="strong"))
    fresh = tuple(note for note in report.actuals.notes if note not in report.notes)
    out.extend(notes_lines((*report.notes, *fresh), width, lang, signs))
    return out


def _title(report: Report, width: int) -> list[Line]:
    ruleset = report.ruleset
    out = paragraph(clean(ruleset.title), width, style="title")
    about = []
    if ruleset.issuer:
        about.append(clean(ruleset.issuer))
    if ruleset.period:
        about.append(
            f"{ruleset.period[0]:%d/%m/%Y}\N{NO-BREAK SPACE}-\N{NO-BREAK SPACE}{ruleset.period[1]:%d/%m/%Y}"
        )
    if about:
        out.extend(paragraph(" · ".join(about), width, style="dim"))
    out.append([])
    return out


def notes_lines(notes: Sequence[Diagnostic], width: int, lang: Lang, signs: Signs) -> list[Line]:
    """The notes on the figures, each with its place."""
    if not notes:
        return []
    out: list[Line] = [[], [(f"{label('data_notes', lang)}:", "head")]]
    for note in notes:
        out.extend(paragraph(clean(note.full(lang)), width, lead=f"{signs.bullet} "))
    return out


class _Sheet(NamedTuple):
    """The two ways to set the rows of a report on a screen."""

    width: int
    lang: Lang
    signs: Signs

    def columns(self) -> list[Column]:
        lang = self.lang
        return [
            Column(label("stt", lang)),
            Column(label("indicator", lang), flexible=True, weight=4, least=24),
            Column(label("unit", lang)),
            Column(label("plan", lang), right=True),
            Column(label("actual", lang), right=True),
            Column(label("completion", lang), right=True, whole=True),
            Column(label("outcome", lang), whole=True),
            Column(label("reason", lang), flexible=True, weight=3, least=24),
        ]

    def cells(self, row: Row) -> list[Cell]:
        return [
            Cell(row.number, "strong" if row.group else ""),
            Cell(row.indicator),
            Cell(row.unit),
            Cell(row.plan),
            Cell(row.actual),
            Cell(row.completion),
            Cell(row.outcome_text(self.lang, self.signs), row.outcome or ""),
            Cell(row.reason),
        ]

    def wide(self, parts: Sequence[Block]) -> list[Line] | None:
        """One row a target; None where the screen is too narrow for it."""
        columns, signs = self.columns(), self.signs
        between = f" {signs.bar} "
        borders = len(between) * (len(columns) - 1)
        cells = [[self.cells(row) for row in part.rows] for part in parts]
        widths = fit(columns, [row for part in cells for row in part], self.width - borders)
        if widths is None:
            return None
        across = sum(widths) + borders
        out = lay_row([Cell(column.heading, "head") for column in columns], columns, widths, between)
        for part, rows in zip(parts, cells, strict=True):
            out.append(rule(widths, signs))
            out.extend(self._heading(part, across))
            for row in rows:
                out.extend(lay_row(row, columns, widths, between))
            out.extend(self._foot(part, across))
        out.append([(signs.rule * across, "dim")])
        return out

    def narrow(self, parts: Sequence[Block]) -> list[Line]:
        """Three storeys a target: number and indicator; the figures and the outcome; the reason."""
        columns = self.columns()
        figures = columns[2:7]
        rows = [row for part in parts for row in part.rows]
        numbers = [width_of(row.number) for row in rows]
        indent = 2 + min(max(numbers, default=0), 10)
        indent = max(indent, 2 + width_of(columns[0].heading))
        gaps = 2 * (len(figures) - 1)
        room = max(self.width, 40) - indent - gaps
        cells = [self.cells(row)[2:7] for row in rows if not row.group]
        while (widths := fit(figures, cells, room)) is None:
            room += 4  # wider than the screen: nothing is cut, the terminal folds
        across = indent + room + gaps
        story = _Storeys(figures, widths, indent, across)
        out: list[Line] = [[(columns[0].heading.ljust(indent), "head"), (columns[1].heading, "head")]]
        out.extend(story.figures([Cell(column.heading, "head") for column in figures]))
        for part in parts:
            out.append([(self.signs.rule * across, "dim")])
            out.extend(self._heading(part, across))
            for row in part.rows:
                out.extend(story.indicator(row.number, row.indicator))
                out.extend(story.figures(self.cells(row)[2:7]))
                if row.reason:
                    lead = f"{self.signs.arrow} "
                    out.extend(paragraph(row.reason, across, indent=indent, lead=lead))
            out.extend(self._foot(part, across))
        out.append([(self.signs.rule * across, "dim")])
        return out

    def _heading(self, part: Block, across: int) -> list[Line]:
        return paragraph(part.heading, across, style="title") if part.heading else []

    def _foot(self, part: Block, across: int) -> list[Line]:
        out: list[Line] = []
        lang = self.lang
        if part.tasks:
            text = f"{label('tasks', lang)}: {', '.join(part.tasks)}"
            out.extend(paragraph(text, across, style="dim"))
        if part.counts is not None and part.counts.total:
            text = f"{label('section_total', lang)}: {summary_words(part.counts, lang)}"
            out.extend(paragraph(text, across, style="strong"))
        return out


class _Storeys(NamedTuple):
    """The storeys of a narrow row, all at one indent."""

    columns: Sequence[Column]
    widths: Sequence[int]
    indent: int
    across: int

    def indicator(self, number: str, text: str) -> list[Line]:
        if width_of(number) >= self.indent:
            return paragraph(number, self.across) + paragraph(text, self.across, indent=self.indent)
        return paragraph(text, self.across, lead=number + " " * (self.indent - width_of(number)))

    def figures(self, cells: Sequence[Cell]) -> list[Line]:
        lines = lay_row(cells, self.columns, self.widths, "  ")
        return [[(" " * self.indent, ""), *line] for line in lines if line]
