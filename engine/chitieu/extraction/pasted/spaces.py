"""Tables whose columns are parted by wide spaces: where the headings stand says which cell words belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from chitieu.extraction.joining import is_capitals, is_closing
from chitieu.extraction.labels import BULLETS, label_of, read_label
from chitieu.extraction.pasted.row import LEAST, LONGEST_HEAD, PARTED, RULE, Rows
from chitieu.extraction.table_head import columns_of
from chitieu.extraction.table_units import is_unit
from chitieu.extraction.table_words import is_note, is_number, plain

_PIECE = re.compile(r"\S+(?:[ \u00a0]\S+)*")
_WIDE = re.compile(r"\S\s{2,}\S")
_NUMBERED = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{1,2})*|[IVX]{1,5})[.)]? (?=\S)")
_FIGURE = re.compile(r"[0-9]")
_DEEPEST_HEAD = 3


class _Piece(NamedTuple):
    """Words of a line that wide spaces part from others, and where they stand."""

    begin: int
    end: int
    text: str


def aligned_rows(lines: Sequence[str], at: int) -> Rows:
    """The rows of a table whose columns are parted by wide spaces, with the head at a line; {} for other text."""
    pieces = _pieces(lines[at]) if _WIDE.search(lines[at]) else []
    if not _is_head(pieces):
        return {}
    grid = _Grid(pieces)
    heads = [piece.text for piece in pieces]
    rows: Rows = {}
    below = at + 1
    while below < min(at + _DEEPEST_HEAD, len(lines)) and _goes_on_head(grid, lines[below]):
        heads = [
            f"{head} {cell}".strip()
            for head, cell in zip(heads, grid.cells(_pieces(lines[below])), strict=True)
        ]
        rows[below] = ()
        below += 1
    grid.notes = {column for column, head in enumerate(heads) if column > grid.name and is_note(plain(head))}
    body = _body(grid, lines, below)
    least = max(LEAST, len(heads) - 1)
    if not any(
        _FIGURE.search(" ".join(row[grid.name + 1 :])) and sum(map(bool, row)) >= least
        for row in body.values()
    ):
        return {}
    return {at: tuple(heads)} | rows | body


def _pieces(line: str) -> list[_Piece]:
    if PARTED.search(line):
        return []
    pieces = [_Piece(match.start(), match.end(), match[0]) for match in _PIECE.finditer(line)]
    if pieces:
        first = pieces[0]
        word, _, rest = first.text.partition(" ")
        numbered = _NUMBERED.match(first.text)
        joined = is_number(plain(word)) or (numbered and len(pieces) > 1)
        if rest and joined:  # "TT Chỉ tiêu", "1 Thu ngân sách"
            cut = first.begin + len(word) + 1
            pieces[:1] = [_Piece(first.begin, cut - 1, word), _Piece(cut, first.end, rest)]
    return pieces


class _Grid:
    """The columns of a table whose cells are aligned: where their headings stand, and which names the rows."""

    def __init__(self, heads: Sequence[_Piece]) -> None:
        self.heads = list(heads)
        self.numbered = is_number(plain(heads[0].text))
        self.name = 1 if self.numbered else 0
        #: The columns that hold what is said beside a target.
        self.notes: set[int] = set()

    def cells(self, pieces: Sequence[_Piece]) -> list[str]:
        """The words of a line, each in its column; cells of a full row in their order."""
        out = [""] * len(self.heads)
        if len(pieces) == len(out):
            return [piece.text for piece in pieces]
        for piece in pieces:
            at = self._column(piece)
            out[at] = f"{out[at]} {piece.text}".strip()
        return out

    def _column(self, piece: _Piece) -> int:
        """The column whose heading words stand under, or nearest to."""

        def distance(at: int) -> tuple[int, int]:
            head = self.heads[at]
            apart = max(head.begin - piece.end, piece.begin - head.end)
            return max(apart, 0), abs(head.begin - piece.begin)

        inside = [at for at in range(len(self.heads)) if not self.numbered or at or self._counts(piece)]
        return min(inside, key=distance)

    def _counts(self, piece: _Piece) -> bool:
        """Whether words may stand in the column of numbers."""
        numbers = label_of(piece.text) is not None or is_number(plain(piece.text))
        return numbers and piece.begin < self.heads[1].begin

    def is_full(self, piece: _Piece, following: str) -> bool:
        """Whether the next word had no place in the column of names."""
        word = following.partition(" ")[0]
        right = self.heads[self.name + 1].begin if self.name + 1 < len(self.heads) else piece.end
        return piece.end + 1 + len(word) >= right - 1


def _is_head(pieces: Sequence[_Piece]) -> bool:
    """Whether the pieces of a line are headings: the first numbers the rows, or they name an indicator and a plan."""
    if len(pieces) < LEAST or any(len(piece.text) > LONGEST_HEAD for piece in pieces):
        return False
    heads = [plain(piece.text) for piece in pieces]
    return is_number(heads[0]) or columns_of(heads) is not None


def _goes_on_head(grid: _Grid, line: str) -> bool:
    """A second line of headings: "năm 2025", "(tỷ đồng)" under them, and neither a number nor a name of a row."""
    pieces = _pieces(line)
    cells = grid.cells(pieces)
    return bool(pieces) and not any(cells[: grid.name + 1])


def _body(grid: _Grid, lines: Sequence[str], at: int) -> Rows:
    """The rows below the head, up to the first line that is none."""
    rows: Rows = {}
    last, name = -1, _Piece(0, 0, "")
    ahead: list[str] = []  # words of the row that comes, and their lines
    waiting: list[int] = []
    while at < len(lines):
        pieces = _pieces(lines[at])
        if RULE.fullmatch(lines[at]):
            after = _pieces(lines[at + 1]) if at + 1 < len(lines) else []
            if not pieces and (len(after) < max(LEAST, len(grid.heads) - 1) or _is_head(after)):
                break
            rows[at] = ()
            at += 1
            continue
        if not pieces or _is_head(pieces) or (len(pieces) == 1 and not _belongs(grid, pieces[0], lines, at)):
            break
        cells = grid.cells(pieces)
        if ahead and not _is_loose(grid, cells):
            cells = _joined(ahead, cells)
            rows |= dict.fromkeys(waiting, ())
            ahead, waiting = [], []
        if _is_loose(grid, cells) and (last < 0 or _waits(grid, rows[last], cells, lines, at)):
            ahead = _joined(ahead, cells) if ahead else cells
            waiting.append(at)
            rows[at] = tuple(cells)
        elif last >= 0 and (_goes_on(grid, rows[last], name, cells) or _is_loose(grid, cells)):
            rows[last] = tuple(_joined(rows[last], cells))
            rows[at] = ()
        else:
            rows[at] = tuple(cells)
            last = at
        name = next((piece for piece in pieces if piece.text == cells[grid.name]), name)
        at += 1
    return rows


def _belongs(grid: _Grid, piece: _Piece, lines: Sequence[str], at: int) -> bool:
    """Whether a line with nothing but words is a row or goes on with one: it is a name, or heads others."""
    below = _pieces(lines[at + 1]) if at + 1 < len(lines) else []
    after = 0 if _is_head(below) else len(below)
    if grid.numbered and piece.begin < grid.heads[1].begin - 1:
        return after >= LEAST and len(piece.text) <= LONGEST_HEAD
    right = grid.heads[grid.name + 1].begin if grid.name + 1 < len(grid.heads) else piece.end
    inside = piece.end <= right and (grid.numbered or piece.text[:1].islower())
    beside = any(abs(piece.begin - head.begin) <= 1 for head in grid.heads[grid.name + 1 :])
    ends = beside and not (_FIGURE.search(piece.text) or is_capitals(piece.text) or is_closing(piece.text))
    return inside or after >= LEAST or ends


def _is_loose(grid: _Grid, cells: Sequence[str]) -> bool:
    """Whether a line holds no more than words of cells beside the name: "người/năm", "trở lên", a note."""
    return any(cells) and not any(cells[: grid.name + 1]) and not _states(grid, cells)


def _states(grid: _Grid, cells: Sequence[str]) -> bool:
    """Whether a line states figures in columns other than those of notes."""
    beside = enumerate(cells[grid.name + 1 :], grid.name + 1)
    return any(_FIGURE.search(cell) for column, cell in beside if column not in grid.notes)


def _waits(grid: _Grid, above: Sequence[str], cells: Sequence[str], lines: Sequence[str], at: int) -> bool:
    """Whether loose words stand above their row, whose cell goes on with them: the row above has none such."""
    following = grid.cells(_pieces(lines[at + 1])) if at + 1 < len(lines) else []
    held = [column for column, cell in enumerate(cells) if cell]
    return bool(following) and all(following[column] and not above[column] for column in held)


def _joined(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """The cells of two lines of a row; what a stroke parts has no space: "triệu đồng/ người"."""
    pairs = zip(one, other, strict=True)
    return [f"{above}{'' if above.endswith('/') else ' '}{below}".strip() for above, below in pairs]


def _goes_on(grid: _Grid, above: Sequence[str], name: _Piece, cells: Sequence[str]) -> bool:
    """Whether a line goes on with the row above: no number, and words that had no room above."""
    words = cells[grid.name]
    begins = read_label(words)
    if (
        not words
        or words.endswith(":")
        or (grid.numbered and cells[0])
        or (begins is not None and begins.kind in BULLETS)
    ):
        return False
    units = [column for column, cell in enumerate(cells) if column > grid.name and is_unit(cell)]
    another = any(above[column] and not above[column].endswith("/") for column in units)
    both = _states(grid, above) and _states(grid, cells)
    if both or another or is_capitals(above[grid.name]) or above[grid.name].endswith(":"):
        return False
    return words[:1].islower() or words[:1] == "(" or grid.is_full(name, words)
