"""PDF documents: lines with their place on the page, tables by their rules. The owner of pypdfium2 and pdfplumber."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import PurePath
from statistics import median
from typing import Any

from chitieu.diagnostics import Diagnostic, DocumentError, Place
from chitieu.extraction.document import Document, Line
from chitieu.extraction.running import without_running_lines
from chitieu.extraction.syllables import join_broken, share_of_words
from chitieu.extraction.text_file import MAX_LINES, check_letters

MAX_PAGES = 300
#: Fewer words of possible Vietnamese than this, and the letters were not read rightly.
_READABLE = 0.9
_HOPELESS = 0.75
_FEW_LETTERS = 20
_RULES = 6
#: A table has so many columns and more.
_COLUMNS = 3
_Box = tuple[float, float, float, float]
_SPECIAL = str.maketrans({"\ufffe": "-", "\x02": "-", "\ufeff": None, "\x00": None, "\u00ad": None})


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page: its words and its box, measured from the top."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    cells: tuple[str, ...] = ()
    table: int = 0


def read_pdf(data: bytes, name: str, sha256: str) -> Document:
    """The lines of a PDF with text. Raises ``DocumentError`` for scans, protected and damaged files."""
    place = Place(file=name)
    if b"%PDF-" not in data[:1024]:
        raise DocumentError(Diagnostic("document.not_pdf", place=place))
    try:
        import pypdfium2 as pdfium
    except ImportError as missing:
        params = {"kind": ".pdf", "library": "pypdfium2, pdfplumber"}
        raise DocumentError(Diagnostic("document.needs_extra", params, place)) from missing
    try:
        opened = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as failure:
        code = "document.encrypted" if "password" in str(failure).lower() else "document.broken"
        raise DocumentError(Diagnostic(code, place=place)) from failure
    try:
        count = len(opened)
        if count > MAX_PAGES:
            limits = {"pages": count, "limit": MAX_PAGES}
            raise DocumentError(Diagnostic("document.too_many_pages", limits, place))
        if count == 0:
            raise DocumentError(Diagnostic("document.broken", place=place))
        pages = [_rows(opened[number]) for number in range(count)]
        ruled = [number for number in range(count) if _has_rules(opened[number])]
    except pdfium.PdfiumError as failure:
        raise DocumentError(Diagnostic("document.broken", place=place)) from failure
    finally:
        opened.close()
    empty = [number for number, rows in enumerate(pages, 1) if _letters(rows) < _FEW_LETTERS]
    out = f"{PurePath(name).stem}-ocr.pdf"
    if len(empty) == count:
        scan = {"pages": count, "name": PurePath(name).name, "out": out}
        raise DocumentError(Diagnostic("document.scan", scan, place))
    pages = _checked(pages, ruled, data, name, out)
    lines = list(_lines(pages))
    if len(lines) > MAX_LINES:
        raise DocumentError(Diagnostic("document.too_long", {"limit": MAX_LINES}, place))
    check_letters([line.text for line in lines], name)
    kept, dropped = without_running_lines(lines)
    notes: tuple[Diagnostic, ...] = ()
    if empty:
        shown = ", ".join(map(str, empty[:12])) + (", …" if len(empty) > 12 else "")
        notes = (Diagnostic("document.scanned_pages", {"count": len(empty), "pages": shown}),)
    return Document(name, sha256, tuple(kept), count, dropped, notes)


def _letters(rows: Sequence[_Row]) -> int:
    return sum(char.isalpha() for row in rows for char in row.text)


def _rows(page: Any) -> list[_Row]:
    """The lines of a page by pdfium."""
    words = page.get_textpage()
    height = page.get_height()
    text = words.get_text_range()
    rows: list[_Row] = []
    at = 0
    for piece in re.split(r"(\r\n|\n|\r)", text):
        if piece.strip():
            first = at + len(piece) - len(piece.lstrip())
            last = at + len(piece.rstrip()) - 1
            left, bottom, _, top = _box(words, first)
            _, low, right, high = _box(words, last)
            shown = re.sub(r"\s+", " ", piece.translate(_SPECIAL)).strip()
            rows.append(_Row(shown, left, right, height - max(top, high), height - min(bottom, low)))
        at += len(piece)
    return [row for row in rows if row.text]


def _box(words: Any, index: int) -> tuple[float, float, float, float]:
    count = words.count_chars()
    if not 0 <= index < count:
        index = max(0, min(index, count - 1))
    left, bottom, right, top = words.get_charbox(index, loose=True)
    return left, bottom, right, top


def _has_rules(page: Any) -> bool:
    """Whether lines are drawn on the page, as those of a table."""
    found = 0
    for thing in page.get_objects(max_depth=2):
        found += thing.type == 2  # a path
        if found >= _RULES:
            return True
    return False


def _checked(
    pages: list[list[_Row]], ruled: Sequence[int], data: bytes, name: str, out: str
) -> list[list[_Row]]:
    """The pages with tables read by their rules, and with the better of two readers for broken letters."""
    share = share_of_words(row.text for rows in pages for row in rows)
    if share >= _READABLE and not ruled:
        return pages
    try:
        from pdfplumber import open as second_reader
    except ImportError as missing:
        params = {"kind": ".pdf", "library": "pdfplumber"}
        raise DocumentError(Diagnostic("document.needs_extra", params, Place(file=name))) from missing
    with second_reader(io.BytesIO(data)) as second:
        if share < _READABLE:
            other = [_second_rows(page) for page in second.pages]
            better = share_of_words(row.text for rows in other for row in rows)
            if max(share, better) < _HOPELESS:
                poor = {"share": round(100 * max(share, better)), "name": PurePath(name).name, "out": out}
                raise DocumentError(Diagnostic("document.unreadable_letters", poor, Place(file=name)))
            pages = other if better > share else pages
        found = [
            (number, table.bbox, cells)
            for number in ruled
            for table in second.pages[number].find_tables()
            if (cells := _table(table)) and len(cells[0]) >= _COLUMNS
        ]
    _put_tables(pages, found)
    return pages


def _put_tables(pages: list[list[_Row]], found: Sequence[tuple[int, _Box, list[tuple[str, ...]]]]) -> None:
    """Put the rows of the tables in place of the lines in their boxes; a table may go on over pages.

    A row alone is no table, unless it is the last of one on the page before, or the head of one on the next page.
    """
    table = 0
    width = 0
    for at, (number, box, cells) in enumerate(found):
        goes_on = len(cells[0]) == width and _is_first(pages[number], box)
        after = found[at + 1] if at + 1 < len(found) else None
        heads = (
            after is not None
            and after[0] == number + 1
            and len(after[2][0]) == len(cells[0])
            and _is_first(pages[after[0]], after[1])
        )
        if len(cells) > 1 or goes_on or heads:
            table += not goes_on
            width = len(cells[0])
            pages[number] = _with_table(pages[number], box, cells, table)


def _second_rows(page: Any) -> list[_Row]:
    """The lines of a page by pdfplumber."""
    return [
        _Row(re.sub(r"\s+", " ", line["text"]).strip(), line["x0"], line["x1"], line["top"], line["bottom"])
        for line in page.extract_text_lines(return_chars=False)
        if line["text"].strip()
    ]


def _table(found: Any) -> list[tuple[str, ...]]:
    rows = [tuple(join_broken((cell or "").split("\n")) for cell in row) for row in found.extract()]
    return [row for row in rows if any(row)]


def _is_first(rows: Sequence[_Row], box: _Box) -> bool:
    """Whether nothing but a page number stands above a table."""
    above = [row for row in rows if row.bottom <= box[1] + 2]
    return all(len(row.text) < 8 for row in above)


def _with_table(rows: list[_Row], box: _Box, cells: Sequence[tuple[str, ...]], table: int) -> list[_Row]:
    """The page with a table's rows in place of the lines inside its box."""
    left, top, right, bottom = box
    middle = [(row, (row.top + row.bottom) / 2) for row in rows]
    outside = [row for row, at in middle if not (top <= at <= bottom and not row.cells)]
    step = (bottom - top) / max(len(cells), 1)
    made = [
        _Row(" | ".join(row), left, right, top + number * step, top + (number + 1) * step, row, table)
        for number, row in enumerate(cells)
    ]
    return sorted([*outside, *made], key=lambda row: (row.top, row.left))


def _lines(pages: Sequence[Sequence[_Row]]) -> Iterator[Line]:
    """Lines with what joining needs: full lines, gaps, new pages."""
    edge = _right_edge(pages)
    gap = _usual_gap(pages)
    last: _Row | None = None
    waiting: tuple[Line, _Row] | None = None
    heads: dict[int, _Row] = {}
    for page, rows in enumerate(pages, 1):
        for number, row in enumerate(rows, 1):
            new_page = number == 1 and page > 1
            blank = last is not None and (new_page or row.top - last.top > 1.7 * gap)
            if (
                row.cells
                and row.cells == heads.setdefault(row.table, row).cells
                and heads[row.table] is not row
            ):
                continue  # the heading, repeated on the next page
            line = Line(
                row.text,
                number,
                page,
                cells=row.cells,
                table=row.table or None,
                after_blank=blank,
                new_page=new_page,
            )
            if waiting is not None:
                yield _ended(*waiting, row, edge)
            waiting, last = (line, row), row
    if waiting is not None:
        yield waiting[0]


def _ended(line: Line, row: _Row, following: _Row, edge: float) -> Line:
    """The line, marked full where the first word of the next had no room on it."""
    if row.cells or following.cells:
        return line
    letter = (row.right - row.left) / max(len(row.text), 1)
    word = following.text.split(" ")[0]
    return replace(line, full=row.right + (len(word) + 0.5) * letter > edge)


def _right_edge(pages: Sequence[Sequence[_Row]]) -> float:
    rights = sorted(row.right for rows in pages for row in rows if not row.cells)
    return rights[int(len(rights) * 0.95)] if rights else 0.0


def _usual_gap(pages: Sequence[Sequence[_Row]]) -> float:
    gaps = [two.top - one.top for rows in pages for one, two in pairwise(rows) if two.top > one.top]
    return median(gaps) if gaps else 12.0
