"""Actuals from CSV: every cell is text, whatever the separator and the encoding."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import deque
from collections.abc import Iterator

from chitieu.actuals.columns import HEAD_ROWS, find_head, headings_seen
from chitieu.actuals.grid import make_table
from chitieu.actuals.table import Row, Table, cell_text
from chitieu.diagnostics import ActualsError, Diagnostic, Place
from chitieu.files import is_binary

_SEPARATORS = (";", ",", "\t", "|")
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def read_csv(data: bytes, file: str) -> Table:
    """The table of a CSV file in UTF-8, UTF-16 or, with a note, Windows-1258.

    Raises ``ActualsError`` where it is no text, has no heading for ids, or leaves a quotation mark open.
    """
    text, notes = _decode(data, file)
    _refuse_open_quote(text, file)
    text, separator = _separator(text)
    rows = _rows(text, separator, file)

    def place(line: int, _column: int | None) -> Place:
        return Place(file=file, line=line)

    table = make_table(rows, place, fixed_width=True)
    if table is None:
        seen = headings_seen(_top(text, separator))
        raise ActualsError(Diagnostic("actuals.no_id_column", {"seen": seen}, Place(file=file)))
    table.notes[:0] = notes
    return table


def _decode(data: bytes, file: str) -> tuple[str, list[Diagnostic]]:
    place = Place(file=file)
    encoding = next((name for mark, name in _BOMS.items() if data.startswith(mark)), None) or _utf16(data)
    if encoding is None and is_binary(data):
        raise ActualsError(Diagnostic("file.binary", place=place))
    try:
        return data.decode(encoding or "utf-8"), []
    except UnicodeDecodeError as failure:
        if encoding is not None:
            raise ActualsError(Diagnostic("file.not_utf8", place=place)) from failure
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError as failure:
        raise ActualsError(Diagnostic("file.not_utf8", place=place)) from failure
    return text, [Diagnostic("actuals.windows_1258", place=place)]


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of its ASCII letters is null."""
    head = data[:4096]
    nulls = head.count(0)
    if nulls * 4 < len(head):
        return None
    return "utf-16-le" if head[1::2].count(0) > nulls // 2 else "utf-16-be"


def _separator(text: str) -> tuple[str, str]:
    """The text, without a line "sep=;" at its top, and the separator under which its head is best read."""
    first, _, rest = text.partition("\n")
    name = first.strip().strip('"').casefold()
    if name.startswith("sep=") and len(name) == 5:
        return "\n" + rest, name[-1]  # the line stays, so that line numbers are right

    def understood(separator: str) -> tuple[int, int]:
        head = find_head(_top(text, separator))
        return (len(head.columns), head.width) if head else (0, 0)

    return text, max(_SEPARATORS, key=understood)


def _top(text: str, separator: str) -> list[Row]:
    rows = []
    try:
        for row in _records(text[:200_000], separator):
            rows.append(row)
            if len(rows) == HEAD_ROWS + 3:
                break
    except csv.Error:
        pass
    return rows


def _records(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    for cells in reader:
        yield Row(line, cells)
        line = reader.line_num + 1


def _rows(text: str, separator: str, file: str) -> Iterator[Row]:
    line = 1
    try:
        for row in _records(text, separator):
            line = row.number
            yield row
    except csv.Error as failure:
        place = Place(file=file, line=line)
        raise ActualsError(Diagnostic("actuals.broken_csv", {"detail": str(failure)}, place)) from failure


def _refuse_open_quote(text: str, file: str) -> None:
    """A quotation mark that is never closed swallows every row after it: refuse, and say where."""
    if text.count('"') % 2 == 0:
        return
    for separator in _SEPARATORS:
        try:
            last = deque(_records(text, separator), maxlen=1)
        except csv.Error:
            continue
        if last and any("\n" in cell_text(cell) for cell in last[0].cells):
            raise ActualsError(Diagnostic("actuals.open_quote", place=Place(file=file, line=last[0].number)))
