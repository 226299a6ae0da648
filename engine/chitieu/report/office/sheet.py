"""The report as a workbook: the official table, what was missed first, the grounds."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from chitieu.actuals.model import Actuals
from chitieu.diagnostics import Lang
from chitieu.evaluation.report import Report
from chitieu.quantity.notation import format_number
from chitieu.quantity.number import places_of
from chitieu.report.labels import Label, label
from chitieu.report.office.official import COLUMNS, Column, Official, official, side_of
from chitieu.report.office.spreadsheet import COLOURS, Styles, bare, height_of, print_on_a4, workbook
from chitieu.report.rows import Row

_WIDTHS = tuple(column.letters for column in COLUMNS)
#: More digits than a spreadsheet holds are written as text.
_DIGITS = 15


def xlsx_report(report: Report, *, lang: Lang = "vi", baseline: Actuals | None = None) -> bytes:
    """The workbook as bytes: figures as numbers, everything else as text."""
    page = official(report, lang=lang, baseline=baseline)
    return workbook(lambda book: _Book(page, book).fill(), title=page.title)


class _Book:
    """The two sheets being written: results, and grounds."""

    def __init__(self, page: Official, book: Any) -> None:
        self._page = page
        self._styles = Styles(book)
        self._results = book.add_worksheet(label("report", page.lang)[:31])
        self._grounds = book.add_worksheet(label("grounds", page.lang)[:31])

    def fill(self) -> None:
        self._fill_results()
        self._fill_grounds()

    def _text(self, sheet: Any, row: int, text: str, last: int, **look: object) -> int:
        """A line of text across the table; the number of the next row."""
        style = self._styles.of(**look)
        sheet.merge_range(row, 0, row, last, "", style)
        sheet.write_string(row, 0, bare(text), style)
        widths = sum(_WIDTHS) if sheet is self._results else 150
        sheet.set_row(row, height_of([(text, widths * 0.95)]) + (4 if look.get("font_size") else 0))
        return row + 1

    # ---- results ---------------------------------------------------------------------------------------

    def _fill_results(self) -> None:
        page, sheet, styles = self._page, self._results, self._styles
        last = len(COLUMNS) - 1
        for at, width in enumerate(_WIDTHS):
            sheet.set_column(at, at, width)
        row = 0
        if page.issuer:
            row = self._text(sheet, row, page.issuer, last, bold=True)
        title = f"{label('report', page.lang)}: {page.title}".upper()
        row = self._text(sheet, row, title, last, bold=True, font_size=14, align="center")
        if page.period:
            row = self._text(sheet, row, page.period, last, italic=True, align="center")
        row = self._text(sheet, row, page.summary, last, bold=True, align="center")
        for heading, _, items in page.first:
            row = self._text(sheet, row, f"{heading} ({len(items)})", last, bold=True)
            for item in items:
                row = self._text(sheet, row, f"{item.number}  {'; '.join(item.lines())}", last)
        row += 1
        head = row
        for at, name in enumerate(page.heads()):
            sheet.write_string(row, at, name, styles.head())
        sheet.set_row(row, 34)
        for part in page.parts:
            row += 1
            row = self._line(row, part.heading, styles.part())
            for each in part.rows:
                self._row(row, each)
                row += 1
            for text in filter(None, (part.tasks, part.summary)):
                row = self._line(row, text, styles.cell(italic=True))
            row -= 1
        sheet.freeze_panes(head + 1, 2)
        print_on_a4(sheet, head_row=head, title=page.title)

    def _line(self, row: int, text: str, style: Any) -> int:
        for at in range(len(COLUMNS)):
            self._results.write_blank(row, at, None, style)
        self._results.merge_range(row, 0, row, len(COLUMNS) - 1, "", style)
        self._results.write_string(row, 0, text, style)
        self._results.set_row(row, height_of([(text, sum(_WIDTHS) * 0.95)]))
        return row + 1

    def _row(self, number: int, row: Row) -> None:
        cells = [bare(text) for text in self._page.cells(row)]
        for at, (column, text) in enumerate(zip(COLUMNS, cells, strict=True)):
            look: dict[str, object] = {"align": side_of(column, text)}
            if row.group:
                look["bold"] = True
            if column.head == "outcome" and row.outcome:
                background, letters = COLOURS[row.outcome]
                look |= {"bg_color": background, "font_color": letters, "bold": True}
            figure = _figure(row, column, self._page.lang)
            if figure is not None:
                value, look["num_format"] = figure
                self._results.write_number(number, at, float(value), self._styles.cell(**look))
            else:
                self._results.write_string(number, at, text, self._styles.cell(**look))
        self._results.set_row(number, height_of(zip(cells, _WIDTHS, strict=True)))

    # ---- grounds ---------------------------------------------------------------------------------------

    def _fill_grounds(self) -> None:
        page, sheet, styles = self._page, self._grounds, self._styles
        lang = page.lang
        widths = (12, 36, 19, 32, 28, 60)
        names: tuple[Label, ...] = ("tt", "indicator", "outcome", "quoted", "understood", "reasons")
        for at, (name, width) in enumerate(zip(names, widths, strict=True)):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, label(name, lang), styles.head())
        row = 1
        for ground in page.grounds:
            why = "\n".join(
                (*ground.why, *([f"{label('source', lang)}: {ground.source}"] if ground.source else []))
            )
            cells = (
                ground.number,
                ground.indicator,
                ground.outcome_text,
                ground.quote,
                ground.understood,
                why,
            )
            for at, text in enumerate(cells):
                align = "center" if at in (0, 2) else "left"
                sheet.write_string(row, at, bare(text), styles.cell(align=align))
            sheet.set_row(row, height_of(zip(cells, widths, strict=True)))
            row += 1
        for heading, lines in page.endings():
            row = self._text(sheet, row + 1, heading, len(widths) - 1, bold=True)
            for line in lines:
                row = self._text(sheet, row, line, len(widths) - 1)
        sheet.freeze_panes(1, 2)
        print_on_a4(sheet, head_row=0, title=page.title)


def _figure(row: Row, column: Column, lang: Lang) -> tuple[Decimal, str] | None:
    """The number of a cell and its format, where the cell holds one that a spreadsheet can hold.

    So all figures of a row have the decimal mark that the reader's program is set to.
    """
    if column.head == "plan" and row.wanted is not None:
        value, before, after = (
            row.wanted,
            _before(bare(row.plan), format_number(row.wanted, lang), column),
            "",
        )
    elif column.head == "actual" and row.figure is not None:
        value, before, after = row.figure, "", ""
    elif column.head == "completion_short" and row.percentage is not None:
        value, before, after = row.percentage, "", "%"
    else:
        return None
    if before is None or (before and value < 0) or len(value.as_tuple().digits) > _DIGITS:
        return None  # the minus of a number stands before all of its format
    places = places_of(value)
    shown = f"{before}#,##0" + ("." + "0" * places if places else "") + after
    return value.scaleb(-2) if after else value, shown


def _before(plan: str, figure: str, column: Column) -> str | None:
    """What stands before the figure of a plan, as a piece of a format; None where the cell cannot be a number."""
    if not plan.endswith(figure) or len(plan) > column.letters - 3:  # a number does not wrap
        return None
    words = plan.removesuffix(figure)
    return f'"{words}"' if words else ""
