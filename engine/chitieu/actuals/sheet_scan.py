"""What the values of a workbook do not tell: per cent formats, errors, formulas never computed, true size.

The XML of a sheet is read once, as a stream, before the workbook is opened for its values: so a small file
that would unfold into billions of cells is refused, and a million rows need no second library.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Any
from xml.parsers import expat

_PERCENT_IDS = {9, 10}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
#: Repeated per cent cells are followed so far and no farther; larger sheets are refused by their size.
_WIDEST, _LONGEST = 1024, 1_100_000
_LETTERS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class BrokenSheetError(Exception):
    """The XML inside a workbook is not what it should be."""


class EntitiesError(Exception):
    """The XML inside a workbook declares entities, which could read other files or unfold without end."""


class _FullError(Exception):
    """A sheet holds more than is read; how much more does not matter."""


@dataclass(slots=True)
class SheetFacts:
    """Cells by (row, column) from 0. ``rows`` and ``columns`` is the size up to the last filled cell."""

    percent: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    rows: int = 0
    columns: int = 0
    filled: int = 0

    def fill(self, row: int, column: int, times: int = 1) -> None:
        """Take note of filled cells, ``times`` of them to the right."""
        self.rows = max(self.rows, row + 1)
        self.columns = max(self.columns, column + times)
        self.filled += times
        if self.rows > _LONGEST and self.filled > _LONGEST:
            raise _FullError


def _parser(start: Any, end: Any = None, text: Any = None) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    return parser


def _refuse_doctype(*_: Any) -> None:
    raise EntitiesError


def _parse(stream: IO[bytes], parser: expat.XMLParserType) -> None:
    try:
        parser.ParseFile(stream)
    except (expat.ExpatError, zipfile.BadZipFile, zlib.error, EOFError, ValueError) as failure:
        raise BrokenSheetError(str(failure)) from failure


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _attribute(attributes: Mapping[str, str], name: str) -> str | None:
    """An attribute by its local name, whatever prefix the file uses."""
    return next((value for key, value in attributes.items() if _local(key) == name), None)


def is_percent_format(code: str) -> bool:
    """Whether a number format shows per cent.

    >>> is_percent_format("0.0%"), is_percent_format('0" %"'), is_percent_format("General")
    (True, False, False)
    """
    return "%" in _QUOTED.sub("", code)


def xlsx_sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """The parts of a .xlsx that hold its sheets, by the name of the sheet."""
    targets: dict[str, str] = {}
    ids: dict[str, str] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            ids[attributes.get("name", "")] = _attribute(attributes, "id") or ""

    with archive.open("xl/_rels/workbook.xml.rels") as stream:
        _parse(stream, _parser(relation))
    with archive.open("xl/workbook.xml") as stream:
        _parse(stream, _parser(sheet))
    found = {}
    for name, reference in ids.items():
        target = targets.get(reference, "")
        found[name] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def xlsx_percent_styles(archive: zipfile.ZipFile) -> set[str]:
    """The numbers of the cell styles that show per cent."""
    if "xl/styles.xml" not in archive.namelist():
        return set()
    codes: dict[str, str] = {}
    styles: list[str] = []
    inside = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        match _local(name):
            case "numFmt":
                codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "cellXfs":
                inside = True
            case "xf" if inside:
                styles.append(attributes.get("numFmtId", "0"))

    def end(name: str) -> None:
        nonlocal inside
        if _local(name) == "cellXfs":
            inside = False

    with archive.open("xl/styles.xml") as stream:
        _parse(stream, _parser(start, end))
    percent = {str(number) for number in _PERCENT_IDS} | {
        number for number, code in codes.items() if is_percent_format(code)
    }
    return {str(index) for index, number in enumerate(styles) if number in percent}


def scan_xlsx(archive: zipfile.ZipFile, part: str, percent_styles: set[str]) -> SheetFacts:
    """The facts of one sheet of a .xlsx."""
    scan = _XlsxScan(percent_styles)
    with archive.open(part) as stream, suppress(_FullError):  # what is found so far is too much already
        scan.run(stream)
    return scan.facts


class _XlsxScan:
    """Handlers for the cells of a sheet; a cell is settled when the next one begins."""

    def __init__(self, percent_styles: set[str]) -> None:
        self.facts = SheetFacts()
        self._percent = percent_styles
        self._row = -1
        self._column = -1
        self._cell: dict[str, str] | None = None
        self._valued = False
        self._formula = False
        self._text: list[str] = []
        self._columns: dict[str, int] = {}
        self._parser = _parser(self._start)

    def run(self, stream: IO[bytes]) -> None:
        """Read the sheet to its end."""
        _parse(stream, self._parser)
        self._settle()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = _local(name)
        if name == "c":
            self._settle()
            self._cell = attributes
            self._valued = self._formula = False
            self._column += 1
            reference = attributes.get("r")
            if reference is not None:
                self._go_to(reference)
            if attributes.get("t") == "e":
                self._collect()
        elif name in ("v", "is"):
            self._valued = True
        elif name == "f":
            self._formula = True
            self._text.clear()
        elif name == "row":
            self._settle()
            number = attributes.get("r")
            self._row = int(number) - 1 if number else self._row + 1
            self._column = -1
        if self._formula and name == "v":
            self._collect()

    def _collect(self) -> None:
        self._text.clear()
        self._parser.CharacterDataHandler = self._text.append

    def _go_to(self, reference: str) -> None:
        found = _LETTERS.fullmatch(reference)
        if found is None:
            raise BrokenSheetError(reference)
        letters = found[1]
        if letters not in self._columns:
            number = 0
            for letter in letters:
                number = number * 26 + ord(letter) - 64
            self._columns[letters] = number - 1
        self._column = self._columns[letters]
        self._row = int(found[2]) - 1

    def _settle(self) -> None:
        cell = self._cell
        if cell is None:
            return
        self._cell = None
        text = "".join(self._text).strip()
        if self._parser.CharacterDataHandler is not None:
            self._parser.CharacterDataHandler = None
        if not (self._valued or self._formula):
            return
        at = self._row, self._column
        self.facts.fill(*at)
        kind = cell.get("t", "n")
        if kind == "e":
            self.facts.errors[at] = text
        elif self._formula and not text and kind != "str":
            self.facts.uncomputed.add(at)
        elif kind == "n" and cell.get("s") in self._percent:
            self.facts.percent.add(at)


def scan_ods(archive: zipfile.ZipFile) -> dict[str, SheetFacts]:
    """The facts of every sheet of an .ods, by its name."""
    scan = _OdsScan()
    with archive.open("content.xml") as stream, suppress(_FullError):
        _parse(stream, _parser(scan.start, scan.end, scan.text))
    return scan.sheets


class _OdsScan:
    """Handlers for content.xml, where runs of equal rows and cells are written once with a count."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetFacts] = {}
        self._facts: SheetFacts | None = None
        self._row = 0
        self._column = 0
        self._row_times = 1
        self._cell: dict[str, str] | None = None
        self._words: list[str] = []
        self._filled_in_row: list[tuple[int, int]] = []
        self._percent_in_row: list[int] = []
        self._notes = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match _local(name):
            case "table":
                self._facts = self.sheets.setdefault(_attribute(attributes, "name") or "", SheetFacts())
                self._row = 0
            case "table-row":
                self._row_times = _times(attributes, "number-rows-repeated")
                self._column = 0
                self._filled_in_row = []
                self._percent_in_row = []
            case "table-cell" | "covered-table-cell":
                self._cell = attributes
                self._words = []
            case "annotation":
                self._notes += 1

    def text(self, words: str) -> None:
        if self._cell is not None and not self._notes:
            self._words.append(words)

    def end(self, name: str) -> None:
        match _local(name):
            case "annotation":
                self._notes -= 1
            case "table-cell" | "covered-table-cell":
                self._settle()
            case "table-row":
                self._end_row()

    def _settle(self) -> None:
        cell, facts = self._cell, self._facts
        self._cell = None
        if cell is None or facts is None:
            return
        times = _times(cell, "number-columns-repeated")
        text = "".join(self._words).strip()
        kind = cell.get("office:value-type")
        if text or kind:
            self._filled_in_row.append((self._column, times))
            if kind == "percentage":
                self._percent_in_row += range(self._column, self._column + min(times, _WIDEST))
            elif cell.get("calcext:value-type") == "error" or (
                cell.get("table:formula") and text.startswith("#")
            ):
                facts.errors[self._row, self._column] = text
        self._column += times

    def _end_row(self) -> None:
        facts = self._facts
        if facts is None:
            return
        for column, times in self._filled_in_row:
            facts.fill(self._row + self._row_times - 1, column, times)
            facts.filled += times * (self._row_times - 1)
        rows = range(self._row, self._row + min(self._row_times, _LONGEST))
        facts.percent.update((row, column) for column in self._percent_in_row for row in rows)
        self._row += self._row_times


def _times(attributes: Mapping[str, str], name: str) -> int:
    text = _attribute(attributes, name) or "1"
    if not (text.isascii() and text.isdigit()):
        raise BrokenSheetError(name)
    return max(1, int(text[:12]))
