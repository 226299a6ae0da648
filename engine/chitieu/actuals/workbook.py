"""Actuals from .xlsx and .ods workbooks: the only module that knows python-calamine."""

from __future__ import annotations

import datetime as dt
import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from chitieu.actuals.columns import HEAD_ROWS, find_head, headings_seen
from chitieu.actuals.grid import make_table
from chitieu.actuals.sheet_scan import (
    BrokenSheetError,
    EntitiesError,
    SheetFacts,
    scan_ods,
    scan_xlsx,
    xlsx_percent_styles,
    xlsx_sheets,
)
from chitieu.actuals.table import MAX_ROWS, Cell, Figure, Row, Spoilt, Table
from chitieu.diagnostics import ActualsError, Diagnostic, Place
from chitieu.files import OLE
from chitieu.text.spoken import NO, YES

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

#: Unpacked size of a workbook, and filled area of a sheet, beyond which it is refused.
MAX_UNPACKED = 1024 * 1024 * 1024
MAX_CELLS = 20_000_000
#: Sheets squeeze to a tenth or a fiftieth; a large part that unfolds further than this is none.
MAX_RATIO = 250
_LARGE = 64 * 1024 * 1024
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRINGS = "xl/sharedStrings.xml"
_MANIFEST = "META-INF/manifest.xml"
_SHOWN_DIGITS = ".15g"
_FEW = 32


def read_workbook(data: bytes, file: str) -> Table:
    """The table on the first visible sheet that has a heading for ids.

    Raises ``ActualsError`` for what is no workbook, is protected by a password, or is too large.
    """
    from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook

    _refuse_ole(data, file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            facts_of = _facts(archive, file)
            book = load_workbook(io.BytesIO(data))
            seen = ""
            shown = 0
            hidden = []
            for about in book.sheets_metadata:
                if about.typ != SheetTypeEnum.WorkSheet:
                    continue
                if about.visible != SheetVisibleEnum.Visible:
                    hidden.append(about.name)
                    continue
                shown += 1
                facts = facts_of(about.name)
                _refuse_size(facts, file, about.name)
                sheet = book.get_sheet_by_name(about.name)
                if find_head(top := _top(sheet, facts)):
                    return _table(sheet, facts, file, several=len(book.sheets_metadata) > 1)
                seen = seen or (f"{about.name}: {headings_seen(top)}" if top else "")
    except EntitiesError as failure:
        raise ActualsError(Diagnostic("actuals.entities", place=Place(file=file))) from failure
    except (
        CalamineError,
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        UnicodeDecodeError,  # the name of a part
        BrokenSheetError,
        KeyError,
        NotImplementedError,
        OSError,
    ) as failure:
        params = {"detail": str(failure)[:200]}
        raise ActualsError(Diagnostic("actuals.broken_workbook", params, Place(file=file))) from failure
    code = "actuals.no_id_sheet_hidden" if hidden else "actuals.no_id_sheet"
    params = {"count": str(shown), "seen": seen or "—", "hidden": ", ".join(hidden)}
    raise ActualsError(Diagnostic(code, params, Place(file=file)))


def _refuse_ole(data: bytes, file: str) -> None:
    if data.startswith(OLE):
        place = Place(file=file)
        if _ENCRYPTED in data:
            raise ActualsError(Diagnostic("actuals.password", place=place))
        raise ActualsError(Diagnostic("actuals.old_workbook", {"name": PurePath(file).name}, place))


def _facts(archive: zipfile.ZipFile, file: str) -> Any:
    """A function from the name of a sheet to its facts; refuses what is no workbook or unfolds too far."""
    place = Place(file=file)
    unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > MAX_UNPACKED:
        params = {"limit": MAX_UNPACKED // 1024**2}
        raise ActualsError(Diagnostic("actuals.unpacked_too_large", params, place))
    if any(
        entry.file_size > _LARGE and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        for entry in archive.infolist()
    ):
        params = {"size": max(entry.file_size for entry in archive.infolist()) // 1024**2}
        raise ActualsError(Diagnostic("actuals.bomb", params, place))
    if any(entry.header_offset < 0 for entry in archive.infolist()):
        raise BrokenSheetError("a part that lies before the file")
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        raise ActualsError(Diagnostic("actuals.password", place=place))
    names = set(archive.namelist())
    if any("vbaproject" in name.lower() for name in names):
        raise ActualsError(Diagnostic("actuals.macros", place=place))
    if len(names) < len(archive.namelist()):
        raise BrokenSheetError("duplicate names")
    if "xl/workbook.xml" in names:
        parts = xlsx_sheets(archive)
        styles = xlsx_percent_styles(archive)
        if _STRINGS in names:
            _drain(archive, _STRINGS)
        return lambda name: scan_xlsx(archive, parts[name], styles)
    if "content.xml" in names:
        kind = archive.read("mimetype")[:100] if "mimetype" in names else b""
        if b"spreadsheet" in kind:
            manifest = archive.read(_MANIFEST) if _MANIFEST in names else b""
            if b"encryption-data" in manifest:
                raise ActualsError(Diagnostic("actuals.password", place=place))
            sheets = scan_ods(archive)
            return lambda name: sheets.get(name, SheetFacts())
    raise ActualsError(Diagnostic("actuals.not_a_workbook", place=place))


def _drain(archive: zipfile.ZipFile, part: str) -> None:
    """Read a part to its end, which fails where it is longer than the archive says."""
    with archive.open(part) as stream:
        while stream.read(1 << 20):
            pass


def _refuse_size(facts: SheetFacts, file: str, sheet: str) -> None:
    place = Place(file=file, sheet=sheet)
    if facts.rows > MAX_ROWS + HEAD_ROWS and facts.filled > MAX_ROWS:
        raise ActualsError(Diagnostic("actuals.too_many_rows", {"limit": MAX_ROWS}, place))
    if facts.rows * facts.columns > MAX_CELLS:
        params = {"limit": MAX_CELLS, "cell": cell_name(facts.rows, facts.columns - 1)}
        raise ActualsError(Diagnostic("actuals.too_many_cells", params, place))


def cell_name(row: int, column: int) -> str:
    """The name of a cell by its row from 1 and its column from 0.

    >>> cell_name(7, 1), cell_name(1, 26), cell_name(1, 701)
    ('B7', 'AA1', 'ZZ1')
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


def _table(sheet: CalamineSheet, facts: SheetFacts, file: str, *, several: bool) -> Table:
    name = sheet.name

    def place(row: int, column: int | None) -> Place:
        cell = str(row) if column is None else cell_name(row, column)
        return Place(file=file, sheet=name, cell=cell)

    table = make_table(_rows(sheet, facts), place)
    if table is None:  # not reached: the caller has seen the head
        raise BrokenSheetError(name)
    if several:
        table.notes.insert(0, Diagnostic("actuals.sheet_read", {"sheet": name}, Place(file=file, sheet=name)))
    return table


def _top(sheet: CalamineSheet, facts: SheetFacts) -> list[Row]:
    rows = []
    for row in _rows(sheet, facts):
        rows.append(row)
        if len(rows) == HEAD_ROWS + _FEW:
            break
    return rows


def _rows(sheet: CalamineSheet, facts: SheetFacts) -> Iterator[Row]:
    """The rows with their numbers; columns counted from the first of the sheet, wherever its data begin."""
    if sheet.start is None:
        return
    before: list[Cell] = [None] * sheet.start[1]
    odd: dict[int, dict[int, Spoilt]] = {}
    for (row, column), text in facts.errors.items():
        odd.setdefault(row, {})[column] = Spoilt(text or "#", "actuals.error_cell")
    for row, column in facts.uncomputed:
        odd.setdefault(row, {})[column] = Spoilt("=", "actuals.formula_cell")
    percent = facts.percent
    for index, values in enumerate(sheet.iter_rows()):
        cells: list[Cell] = [*before]
        for column, value in enumerate(values, len(before)):
            if isinstance(value, str):
                cells.append(value or None)
            elif isinstance(value, float):
                figure = Figure(Decimal(format(value, _SHOWN_DIGITS)), (index, column) in percent)
                cells.append(figure)
            else:
                cells.append(_other(value))
        for column, spoilt in odd.get(index, {}).items():
            cells += [None] * (column + 1 - len(cells))
            cells[column] = spoilt
        yield Row(index + 1, cells)


def _other(value: Any) -> Cell:
    match value:
        case bool():
            return YES if value else NO
        case int():
            return Figure(Decimal(value))
        case dt.datetime() | dt.date():
            day = value.date() if isinstance(value, dt.datetime) else value
            return Spoilt(f"{day.day}/{day.month}/{day.year}", "actuals.date_cell")
        case _:
            return Spoilt(str(value), "actuals.date_cell")
