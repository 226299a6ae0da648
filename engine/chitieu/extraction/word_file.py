"""Word documents: paragraphs with their automatic numbers, and tables row by row, read with python-docx."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from chitieu.diagnostics import Diagnostic, DocumentError, Place
from chitieu.extraction.document import Document, Line
from chitieu.extraction.numbering import Numbering
from chitieu.extraction.office_guard import check_office
from chitieu.extraction.running import without_running_lines
from chitieu.extraction.text_file import MAX_LINES, check_letters

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What holds paragraphs and tables, and is neither.
_HOLDERS = {
    f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "txbxContent")
}
_GONE = {f"{_W}del", f"{_W}moveFrom", _FALLBACK}
_DEEPEST = 40


def read_word(data: bytes, name: str, sha256: str) -> Document:
    """The lines of a .docx. Raises ``DocumentError`` where it cannot or must not be opened."""
    check_office(data, name)
    try:
        import docx
        from docx.opc.exceptions import OpcError
    except ImportError as missing:
        params = {"kind": ".docx", "library": "python-docx"}
        raise DocumentError(Diagnostic("document.needs_extra", params, Place(file=name))) from missing
    try:
        opened = docx.Document(io.BytesIO(data))
        lines = list(_Reader(opened).lines())
    except (
        OpcError,
        KeyError,
        ValueError,
        SyntaxError,
        AttributeError,
        TypeError,
        RecursionError,
    ) as failure:
        raise DocumentError(Diagnostic("document.broken", place=Place(file=name))) from failure
    if len(lines) > MAX_LINES:
        raise DocumentError(Diagnostic("document.too_long", {"limit": MAX_LINES}, Place(file=name)))
    check_letters([line.text for line in lines], name)
    kept, dropped = without_running_lines(lines)
    return Document(name, sha256, tuple(kept), None, dropped)


class _Reader:
    """Goes through the body once, in order."""

    def __init__(self, opened: Any) -> None:
        self._body = opened.element.body
        parts = {
            relation.reltype.rsplit("/", 1)[-1]: relation.target_part
            for relation in opened.part.rels.values()
            if not relation.is_external
        }
        numbering, styles = parts.get("numbering"), parts.get("styles")
        self._numbering = Numbering(getattr(numbering, "element", None), getattr(styles, "element", None))
        self._number = 0
        self._table = 0
        self._blank = False

    def lines(self) -> Iterator[Line]:
        """The lines of the body."""
        yield from self._inside(self._body, 0)

    def _inside(self, holder: Any, depth: int) -> Iterator[Line]:
        if depth > _DEEPEST:
            return
        for child in holder:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child, depth)
            elif child.tag == f"{_W}tbl":
                yield from self._rows(child, depth)
            elif child.tag in _HOLDERS:
                yield from self._inside(child, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[Line]:
        self._number += 1
        number = self._number
        label = self._numbering.label(paragraph)
        offset = 0
        for at, text in enumerate(_text(paragraph).split("\n")):
            if text.strip():
                own = label if at == 0 else ""
                yield Line(text.rstrip(), number, label=own, after_blank=self._blank, offset=offset)
                self._blank = False
            elif at == 0:
                self._blank = True
            offset += len(text) + 1
        for box in _boxes(paragraph):
            yield from self._inside(box, depth + 1)

    def _rows(self, table: Any, depth: int) -> Iterator[Line]:
        """A table of data row by row; a table that only lays the page out as the paragraphs of its cells."""
        rows = list(_children(table, f"{_W}tr"))
        width = max((sum(span for _, span, _ in _cells(row)) for row in rows), default=0)
        if width < 3 or len(rows) < 2:
            for row in rows:
                for cell, _, merged in _cells(row):
                    if not merged:
                        yield from self._inside(cell, depth + 1)
            return
        self._table += 1
        for row in rows:
            self._number += 1
            cells: list[str] = []
            for cell, span, merged in _cells(row):
                cells += ["" if merged else self._cell_text(cell), *[""] * (span - 1)]
            if any(cells):
                text = " | ".join(cells)
                yield Line(text, self._number, cells=tuple(cells), table=self._table, after_blank=self._blank)
            self._blank = False

    def _cell_text(self, cell: Any) -> str:
        parts = []
        for paragraph in cell.iter(f"{_W}p"):
            label = self._numbering.label(paragraph)
            text = _text(paragraph).strip()
            if label and not text:  # a column of numbers that the program counts itself
                label = label.rstrip(".")
            parts.append(f"{label} {text}".strip())
        return re.sub(r"\s+", " ", " ".join(part for part in parts if part))


def _children(table: Any, tag: str) -> Iterator[Any]:
    for child in table:
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDERS:
            yield from _children(child, tag)


def _cells(row: Any) -> Iterator[tuple[Any, int, bool]]:
    """The cells of a row, how many columns each takes, and whether it only goes on with the one above."""
    for cell in _children(row, f"{_W}tc"):
        properties = cell.find(f"{_W}tcPr")
        span, merged = 1, False
        if properties is not None:
            spanning, merge = properties.find(f"{_W}gridSpan"), properties.find(f"{_W}vMerge")
            if spanning is not None and spanning.get(f"{_W}val", "").isdigit():
                span = min(max(int(spanning.get(f"{_W}val")), 1), 60)
            merged = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
        yield cell, span, merged


def _text(paragraph: Any) -> str:
    """The words of a paragraph as they stand after all changes are accepted, breaks as line feeds."""
    return "".join(_pieces(paragraph, 0))


def _pieces(element: Any, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag == f"{_W}tab":
            yield " " if element.tag == f"{_W}r" else ""
        elif tag == f"{_W}br":
            yield "\n" if child.get(f"{_W}type") in (None, "textWrapping") else " "
        elif tag == f"{_W}cr":
            yield "\n"
        elif tag == f"{_W}noBreakHyphen":
            yield "-"
        elif tag not in _GONE and tag != f"{_W}txbxContent" and isinstance(tag, str):
            yield from _pieces(child, depth + 1)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that are anchored in a paragraph."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield box
