"""Makes the two example workbooks from the tables in ``data``: python examples/make_workbooks.py [FOLDER].

A value such as "95,4%" becomes a cell with a per cent format, a plain figure a number, anything else text.
The figures are invented.
"""

from __future__ import annotations

import csv
import re
import sys
from decimal import Decimal
from pathlib import Path

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

HERE = Path(__file__).parent
TITLE = (
    "SỐ LIỆU MINH HỌA, do người viết ví dụ đặt ra, không phải số liệu thật của địa phương nào "
    "(illustrative, invented figures)"
)
SHEET = "Số liệu"
FIGURES = ("Kế hoạch", "Thực hiện", "Cùng kỳ")
WIDTHS = {"Chỉ tiêu": 60, "Đối tượng": 36, "Thực hiện": 28, "Ghi chú": 40}
_PERCENT = re.compile(r"([0-9]+(?:,[0-9]+)?)%")
_NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?")


def rows_of(name: str) -> list[list[str]]:
    """The heading and the rows of a table in ``data``."""
    with (HERE / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream, delimiter=";"))


def figure(text: str) -> tuple[Decimal, str] | str:
    """A figure with the kind of its cell, or the text itself.

    >>> figure("95,4%"), figure("12.450"), figure("79/77")
    ((Decimal('0.954'), 'percentage'), (Decimal('12450'), 'float'), '79/77')
    """
    if found := _PERCENT.fullmatch(text):
        return Decimal(found[1].replace(",", ".")) / 100, "percentage"
    if _NUMBER.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", ".")), "float"
    return text


def cells(name: str) -> list[list[tuple[Decimal, str] | str]]:
    """The cells of a workbook below its title: those of figure columns as numbers where they are."""
    heading, *rows = rows_of(name)
    return [
        list(heading),
        *(
            [figure(text) if column in FIGURES else text for column, text in zip(heading, row, strict=True)]
            for row in rows
        ),
    ]


def make_xlsx(name: str, folder: Path) -> Path:
    """Write the .xlsx of one table."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    sheet.cell(1, 1, TITLE).font = Font(italic=True)
    for number, row in enumerate(cells(name), 2):
        for column, content in enumerate(row, 1):
            cell = sheet.cell(number, column)
            cell.alignment = Alignment(vertical="top", wrap_text=number > 2)
            if isinstance(content, tuple):
                cell.value = content[0]
                cell.number_format = "0.##%" if content[1] == "percentage" else "#,##0.###"
            elif content:
                cell.value = content
                cell.number_format = "@"
    for column, heading in enumerate(rows_of(name)[0], 1):
        sheet.cell(2, column).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(heading, 14)
    sheet.freeze_panes = "A3"
    path = folder / f"{name}.xlsx"
    book.save(path)
    return path


def make_ods(name: str, folder: Path) -> Path:
    """Write the .ods of one table."""
    book = OpenDocumentSpreadsheet()
    table = Table(name=SHEET)
    table_rows: list[list[tuple[Decimal, str] | str]] = [[TITLE], *cells(name)]
    for row in table_rows:
        line = TableRow()
        for content in row:
            line.addElement(_ods_cell(content))
        table.addElement(line)
    book.spreadsheet.addElement(table)
    path = folder / f"{name}.ods"
    book.save(path)
    return path


def _ods_cell(content: tuple[Decimal, str] | str) -> TableCell:
    if not content:
        return TableCell()
    if isinstance(content, str):
        cell = TableCell(valuetype="string")
        cell.addElement(P(text=content))
        return cell
    value, kind = content
    cell = TableCell(valuetype=kind, value=f"{value:f}")
    shown = f"{value * 100:f}" if kind == "percentage" else f"{value:f}"
    shown = shown.rstrip("0").rstrip(".") if "." in shown else shown
    cell.addElement(P(text=shown.replace(".", ",") + ("%" if kind == "percentage" else "")))
    return cell


def main(folder: Path) -> list[Path]:
    """Write both workbooks into a folder."""
    return [make_xlsx("tran-phu-2023", folder), make_ods("phuong-thu-duc-2022", folder)]


if __name__ == "__main__":
    for made in main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE):
        sys.stdout.buffer.write(f"{made}\n".encode())
