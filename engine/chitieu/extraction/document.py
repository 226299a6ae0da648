"""A document as every reader gives it: lines with their places, and blocks of lines that belong together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chitieu.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, one paragraph of a Word file, one row of a table.

    ``number`` counts from 1: the line of a text file, the paragraph of a Word file, the line of a PDF page.
    ``label`` is a number that the program puts there and that is not in the text. ``full`` says that the line
    reaches the right margin, so that the next may go on with it. ``new_page`` marks the first line of a page.
    ``offset`` is where the line begins in a paragraph that has breaks inside.
    """

    text: str
    number: int
    page: int | None = None
    label: str = ""
    cells: tuple[str, ...] = ()
    table: int | None = None
    after_blank: bool = False
    full: bool = False
    new_page: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: page and paragraph (line), and characters counted from the start of that paragraph.

    Words that run into the next line are counted on, with one space between the lines.
    """

    paragraph: int
    span: tuple[int, int]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Lines joined into one paragraph; ``pieces`` says where in ``text`` each line begins, and which it is."""

    text: str
    pieces: tuple[tuple[int, int, Line], ...]

    @property
    def first(self) -> Line:
        """The line that the block begins with."""
        return self.pieces[0][2]

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table's row; empty for running text."""
        return self.first.cells

    def place(self, start: int, end: int) -> Place:
        """The place of ``text[start:end]`` in the document."""
        begin, inside, line = next(
            (piece for piece in reversed(self.pieces) if piece[0] <= start), self.pieces[0]
        )
        offset = line.offset + inside - begin
        return Place(line.number, (start + offset, end + offset), line.page)


@dataclass(frozen=True, slots=True)
class Document:
    """The lines of a document, its name and hash; ``dropped`` counts the page numbers and repeated heads left out.

    ``notes`` tell what of the document could not be read.
    """

    name: str
    sha256: str
    lines: tuple[Line, ...]
    pages: int | None = None
    dropped: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()
