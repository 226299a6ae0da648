"""Workbooks in the look of an office: the only module that knows XlsxWriter.

Text given by users is written as text: no cell becomes a formula, a link or a number by what stands in it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

from chitieu.evaluation.verdict import Outcome
from chitieu.report.grid import wrap
from chitieu.report.wording import outcome_word

FONT = "Times New Roman"
#: Background and letters of an outcome; the word beside them says the same.
COLOURS: dict[Outcome, tuple[str, str]] = {
    "met": ("#E2F0D9", "#1E4D0F"),
    "exceeded": ("#C6E0F5", "#0B3C66"),
    "not_met": ("#F8D7DA", "#7A0C17"),
    "undecided": ("#F2F2F2", "#404040"),
}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook(fill: Callable[[Any], None], *, title: str) -> bytes:
    """The bytes of a workbook that ``fill`` has written into."""
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        book.formats[0].set_font_name(FONT)
        book.formats[0].set_font_size(12)
        book.set_properties({"title": title[:200]})
        fill(book)
    return buffer.getvalue()


class Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Any] = {}

    def of(self, **look: object) -> Any:
        """A format: the font and the top of the cell are the same everywhere."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            base = {"font_name": FONT, "font_size": 12, "valign": "top", "text_wrap": True}
            self._made[key] = self._book.add_format(base | look)
        return self._made[key]

    def cell(self, **look: object) -> Any:
        """A cell of a table."""
        return self.of(border=1, **look)

    def head(self) -> Any:
        """A heading of a table."""
        return self.cell(bold=True, align="center", valign="vcenter", bg_color="#D9E2F3")

    def part(self, **look: object) -> Any:
        """A heading of a section within a table."""
        return self.cell(bold=True, bg_color="#EDEDED", **look)

    def outcome(self, outcome: Outcome) -> Any:
        """The look of an outcome by condition: only what may change without the size of the cell."""
        background, letters = COLOURS[outcome]
        return self._book.add_format({"bg_color": background, "font_color": letters, "bold": True})


def bare(text: str) -> str:
    """Text as a person types it: searching a workbook for "≥ 95" finds no space of another kind.

    >>> bare("≥\\N{NO-BREAK SPACE}95")
    '≥ 95'
    """
    return text.replace("\N{NO-BREAK SPACE}", " ")


def cell_name(row: int, column: int) -> str:
    """The name of a cell by row and column, both from 0.

    >>> cell_name(6, 27)
    'AB7'
    """
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column))


def height_of(cells: Iterable[tuple[str, float]]) -> float:
    """The height of a row in points, so that every text shows within its width in characters.

    Not every program fits rows to wrapped text by itself.

    >>> height_of([("Tỷ lệ", 20), ("", 5)]), height_of([("Tỷ lệ hộ nghèo", 8)])
    (17.0, 33.0)
    """
    lines = max((len(wrap(text, max(4, int(width)))) for text, width in cells if text), default=1)
    return min(409.0, 16.0 * lines + 1)


def print_on_a4(sheet: Any, *, head_row: int, title: str) -> None:
    """Landscape A4, as wide as the page, the head on every page, page numbers below."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head_row)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # labels such as "1.1", figures of a plan
    sheet.set_footer(f"&L&10{title.replace('&', '&&')[:120]}&R&10Trang &P/&N")


def colour_outcomes(sheet: Any, styles: Styles, first: int, last: int, column: int) -> None:
    """Colours by the words of outcomes in a column."""
    for outcome in COLOURS:
        sheet.conditional_format(
            first,
            column,
            last,
            column,
            {
                "type": "cell",
                "criteria": "==",
                "value": f'"{outcome_word(outcome)}"',
                "format": styles.outcome(outcome),
            },
        )
