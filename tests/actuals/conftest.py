from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P

#: A number shown as a percentage: (0.95, "0.0%").
Rows = Sequence[Sequence[Any]]


@pytest.fixture
def xlsx(tmp_path: Path) -> Callable[..., Path]:
    """A .xlsx with the sheets given: name → rows; a pair (number, format) sets the format of its cell."""

    def make(sheets: dict[str, Rows] | Rows, hidden: Sequence[str] = (), name: str = "a.xlsx") -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)  # type: ignore[arg-type]
        for title, rows in (sheets if isinstance(sheets, dict) else {"Biểu 1": sheets}).items():
            sheet = book.create_sheet(title)
            for number, row in enumerate(rows, 1):
                for column, value in enumerate(row, 1):
                    cell = sheet.cell(number, column)
                    if isinstance(value, tuple):
                        cell.value, cell.number_format = value
                    else:
                        cell.value = value
            if title in hidden:
                sheet.sheet_state = "hidden"
        path = tmp_path / name
        book.save(path)
        return path

    return make


def ods_cell(value: Any) -> TableCell:
    """A cell of an .ods; (0.95, "%") is shown as a percentage."""
    if value is None:
        return TableCell()
    if isinstance(value, tuple):
        cell = TableCell(valuetype="percentage", value=str(value[0]))
        cell.addElement(P(text=f"{value[0] * 100}%"))
    elif isinstance(value, str):
        cell = TableCell(valuetype="string")
        cell.addElement(P(text=value))
    else:
        cell = TableCell(valuetype="float", value=str(value))
        cell.addElement(P(text=str(value)))
    return cell


@pytest.fixture
def ods(tmp_path: Path) -> Callable[..., Path]:
    """An .ods with the sheets given: name → rows."""

    def make(sheets: dict[str, Rows] | Rows, hidden: Sequence[str] = (), name: str = "a.ods") -> Path:
        document = OpenDocumentSpreadsheet()
        unseen = Style(name="ta_unseen", family="table")
        unseen.addElement(TableProperties(display="false"))
        document.automaticstyles.addElement(unseen)
        for title, rows in (sheets if isinstance(sheets, dict) else {"Biểu 1": sheets}).items():
            table = Table(name=title, stylename=unseen) if title in hidden else Table(name=title)
            for row in rows:
                line = TableRow()
                for value in row:
                    line.addElement(ods_cell(value))
                table.addElement(line)
            document.spreadsheet.addElement(table)
        path = tmp_path / name
        document.save(path)
        return path

    return make


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """A file of that name and content."""

    def make(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return make
