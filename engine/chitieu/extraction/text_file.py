"""Plain text documents: decoded, split into lines, page numbers and repeated heads taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chitieu.diagnostics import Diagnostic, DocumentError
from chitieu.diagnostics import Place as FilePlace
from chitieu.extraction.document import Document, Line
from chitieu.extraction.pasted import pasted_rows
from chitieu.extraction.pasted.row import LEAST, RULE
from chitieu.extraction.pasted.tabs import cells_of
from chitieu.extraction.running import without_running_lines
from chitieu.files import decode, is_binary
from chitieu.text.garbled import is_garbled

MAX_LINES = 50_000
MAX_LINE = 100_000


def read_text(data: bytes, name: str, sha256: str) -> Document:
    """The lines of a text file. Raises ``DocumentError`` where it is no readable Vietnamese text."""
    place = FilePlace(file=name)
    if is_binary(data):
        raise DocumentError(Diagnostic("file.binary", place=place))
    if not _is_unicode(data):
        check_letters(data.decode("cp1252", "replace").replace("\ufffd", "").splitlines(), name)
    text = decode(data, name, DocumentError)
    rows = re.split(r"\r\n|\n|\r|(?=\f)", text)
    if len(rows) > MAX_LINES:
        raise DocumentError(Diagnostic("document.too_long", {"limit": MAX_LINES}, place))
    for number, row in enumerate(rows, 1):
        if len(row) > MAX_LINE:
            there = FilePlace(file=name, line=number)
            raise DocumentError(Diagnostic("document.line_too_long", {"limit": MAX_LINE}, there))
    check_letters(rows, name)
    paged = "\f" in text
    lines: list[Line] = []
    page, blank, table = 1, False, 0
    pasted = pasted_rows([row.lstrip("\f") for row in rows])
    for number, row in enumerate(rows, 1):
        new_page = row.startswith("\f")
        page += new_page
        written = row.lstrip("\f")
        cells = pasted.get(number - 1)
        if cells == ():  # a row before has taken it in
            continue
        if not written.strip():
            blank = True
            continue
        in_table = bool(lines and lines[-1].cells and not blank)
        if cells is None:
            cells = cells_of(written, least=2 if in_table else LEAST)
        if cells and not in_table:
            table += 1
        if not (cells and RULE.fullmatch(written)):
            lines.append(
                Line(
                    written.rstrip() if not cells else " | ".join(cells),
                    number,
                    page if paged else None,
                    cells=cells,
                    table=table if cells else None,
                    after_blank=blank,
                    new_page=new_page,
                )
            )
        blank = False
    kept, dropped = without_running_lines(lines)
    return Document(name, sha256, tuple(kept), page if paged else None, dropped)


def _is_unicode(data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def check_letters(texts: Iterable[str], name: str) -> None:
    """Raise ``DocumentError`` where the text as a whole is in a legacy font's bytes."""
    rows = [row for row in texts if len(row.split()) >= 3]
    garbled = sum(map(is_garbled, rows))
    if garbled >= 3 and garbled * 4 >= len(rows):
        raise DocumentError(Diagnostic("document.legacy_font", place=FilePlace(file=name)))
