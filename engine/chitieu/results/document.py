"""The paragraphs of a report, from the readers of documents: lines that belong together joined."""

from __future__ import annotations

import os
from dataclasses import dataclass

from chitieu.extraction.joining import join_lines
from chitieu.extraction.reader import read_document


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the report: the number of its first line or paragraph from 1, and the page of a PDF."""

    number: int
    text: str
    page: int | None = None


def read_report(path: str | os.PathLike[str]) -> tuple[Paragraph, ...]:
    """The paragraphs of a report that are not empty; a row of a table is one, its cells joined.

    Raises:
        DocumentError: The file cannot be read: missing, protected, damaged, a scan, or of another kind.
        UsageError: A library that the kind of file needs is not installed.
    """
    out = []
    for block in join_lines(read_document(path).lines):
        text = " ".join(cell.strip() for cell in block.cells if cell.strip()) or block.text.strip()
        if text:
            out.append(Paragraph(block.first.number, text, block.first.page))
    return tuple(out)
