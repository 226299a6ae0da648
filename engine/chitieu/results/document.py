"""The paragraphs of a report, from the readers of documents: lines that belong together joined, tables by columns."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from chitieu.extraction.document import Block
from chitieu.extraction.joining import join_lines
from chitieu.extraction.outline import Node, outline
from chitieu.extraction.reader import read_document
from chitieu.extraction.table_head import ResultColumns, bare_name, read_result_head
from chitieu.extraction.table_words import plain
from chitieu.extraction.words import headline_class, years_of
from chitieu.text.spoken import pattern

#: What a part on the time to come is named by, beside the words that announce targets or tasks.
_TO_COME = re.compile(pattern("TO_COME"))


@dataclass(frozen=True, slots=True)
class Cells:
    """What a row of a table of results says: the name of what is measured, and its result with its unit."""

    name: str
    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the report: the number of its first line or paragraph from 1, and the page of a PDF.

    ``to_come`` says that it stands in a part on what is planned; ``years`` are those that its heading names.
    """

    number: int
    text: str
    page: int | None = None
    to_come: bool = False
    years: tuple[int, ...] = ()
    cells: Cells | None = None


def read_report(path: str | os.PathLike[str]) -> tuple[Paragraph, ...]:
    """The paragraphs of a report that are not empty, without their labels; a row of a table of results is one.

    Rows of other tables are left out: which of their figures is a result cannot be told.

    Raises:
        DocumentError: The file cannot be read: missing, protected, damaged, a scan, or of another kind.
        UsageError: A library that the kind of file needs is not installed.
    """
    nodes = outline(join_lines(read_document(path).lines))
    out: list[Paragraph] = []
    for table, group in groupby(nodes, key=lambda node: node.block.first.table if node.block.cells else None):
        members = list(group)
        if table is None:
            out += [_paragraph(node, node.text) for node in members if node.text]
        else:
            out += _rows(members)
    return tuple(out)


def _paragraph(node: Node, text: str, cells: Cells | None = None) -> Paragraph:
    first = node.block.first
    heads = [above.text for above in node.above()]
    own = [node.text] if node.label is not None and cells is None else []
    return Paragraph(first.number, text, first.page, _is_to_come([*own, *heads]), _years(heads), cells)


def _is_to_come(heads: Sequence[str]) -> bool:
    """Whether the headings over a paragraph, the nearest first, name what is planned and none names results."""
    classes = [headline_class(head) for head in heads]
    if "results" in classes:
        return False
    return any(found and _TO_COME.search(plain(head)) for found, head in zip(classes, heads, strict=True))


def _years(heads: Sequence[str]) -> tuple[int, ...]:
    """The years of the nearest heading that names any."""
    return next((tuple(years) for head in heads if (years := years_of(head))), ())


def _rows(nodes: Sequence[Node]) -> Iterator[Paragraph]:
    blocks = [node.block for node in nodes]
    columns, start = read_result_head(blocks)
    if columns is None:
        return
    for node in nodes[start:]:
        if (cells := _cells(node.block, columns)) is not None:
            yield _paragraph(node, f"{cells.name} {cells.value} {cells.unit}".strip(), cells)


def _cells(block: Block, columns: ResultColumns) -> Cells | None:
    def cell(at: int | None) -> str:
        return " ".join(block.cells[at].split()) if at is not None and at < len(block.cells) else ""

    name, value = bare_name(cell(columns.name))[1], cell(columns.done)
    if not name or not value or name == value:
        return None
    return Cells(name, value, cell(columns.unit) or columns.unit_of_done)
