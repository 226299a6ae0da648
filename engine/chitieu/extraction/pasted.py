"""Tables pasted into a text: columns parted by spaces, a cell broken over two lines, one cell a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chitieu.extraction.joining import is_capitals
from chitieu.extraction.labels import BULLETS, RANKS, label_of, read_label
from chitieu.extraction.table_head import columns_of, is_number, plain

_PIECE = re.compile(r"\S+(?:[ \u00a0]\S+)*")
_WIDE = re.compile(r"\S\s{2,}\S")
_NUMBERED = re.compile(r"(?P<n>[0-9]{1,3}(?:\.[0-9]{1,2})*|[IVX]{1,5})[.)]? (?=\S)")
_FIGURE = re.compile(r"[0-9]")
_RULE = re.compile(r"[\s|+:=_-]*")
_PARTED = re.compile(r"[\t|]")
_LEAST = 3
_MOST = 12
_LONGEST_HEAD = 70
_LONGEST_CELL = 160
_DEEPEST_HEAD = 3
#: How many lines the words of a row may take, where every cell stands on a line of its own.
_LONGEST_NAME = 4
#: How many lines the headings and the first rows of such a table take.
_FARTHEST = 80

#: The row that begins on a line; () for a line that a row before it has taken in.
Rows = dict[int, tuple[str, ...]]


class _Piece(NamedTuple):
    """Words of a line that wide spaces part from others, and where they stand."""

    begin: int
    end: int
    text: str


def pasted_rows(lines: Sequence[str]) -> Rows:
    """The rows of the pasted tables, by the line that each begins on.

    >>> pasted_rows(["TT  Chỉ tiêu       KH 2026", "1   Thu ngân sách    12,5"])
    {0: ('TT', 'Chỉ tiêu', 'KH 2026'), 1: ('1', 'Thu ngân sách', '12,5')}
    >>> pasted_rows(["TT", "Chỉ tiêu", "KH 2026", "1", "Thu ngân sách", "12,5"])[3]
    ('1', 'Thu ngân sách', '12,5')
    """
    found: Rows = {}
    at = 0
    while at < len(lines):
        if lines[at].count("\t") >= _LEAST - 1:
            end = _end_of_run(lines, at)
            found |= _broken(lines[at:end], at)
            at = end
        else:
            rows = _stacked(lines, at) or _aligned(lines, at)
            found |= rows
            at = max(rows, default=at) + 1
    return found


def _end_of_run(lines: Sequence[str], at: int) -> int:
    """The first empty line from one on."""
    return next((line for line in range(at, len(lines)) if not lines[line].strip()), len(lines))


# ---- columns parted by spaces ----


def _pieces(line: str) -> list[_Piece]:
    if _PARTED.search(line):
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

        inside = [at for at in range(len(self.heads)) if self.numbered is False or at or self._counts(piece)]
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


def _aligned(lines: Sequence[str], at: int) -> Rows:
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
    body = _body(grid, lines, below)
    least = max(_LEAST, len(heads) - 1)
    if not any(
        _FIGURE.search(" ".join(row[grid.name + 1 :])) and sum(map(bool, row)) >= least
        for row in body.values()
    ):
        return {}
    return {at: tuple(heads)} | rows | body


def _is_head(pieces: Sequence[_Piece]) -> bool:
    """Whether the pieces of a line are headings: the first numbers the rows, or they name an indicator and a plan."""
    if len(pieces) < _LEAST or any(len(piece.text) > _LONGEST_HEAD for piece in pieces):
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
    while at < len(lines):
        pieces = _pieces(lines[at])
        if _RULE.fullmatch(lines[at]):
            after = _pieces(lines[at + 1]) if at + 1 < len(lines) else []
            if not pieces and (len(after) < max(_LEAST, len(grid.heads) - 1) or _is_head(after)):
                break
            rows[at] = ()
            at += 1
            continue
        if not pieces or _is_head(pieces) or (len(pieces) == 1 and not _belongs(grid, pieces[0], lines, at)):
            break
        cells = grid.cells(pieces)
        if last >= 0 and _goes_on(grid, rows[last], name, cells):
            rows[last] = tuple(f"{one} {other}".strip() for one, other in zip(rows[last], cells, strict=True))
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
        return after >= _LEAST and len(piece.text) <= _LONGEST_HEAD
    right = grid.heads[grid.name + 1].begin if grid.name + 1 < len(grid.heads) else piece.end
    inside = piece.end <= right and (grid.numbered or piece.text[:1].islower())
    return inside or after >= _LEAST


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
    filled = [any(row[grid.name + 1 :]) for row in (above, cells)]
    if all(filled) or is_capitals(above[grid.name]) or above[grid.name].endswith(":"):
        return False
    return words[:1].islower() or words[:1] == "(" or grid.is_full(name, words)


# ---- cells broken over lines, columns parted by tabs ----


def _broken(lines: Sequence[str], at: int) -> Rows:
    """The rows of a table parted by tabs in which a cell runs over its line: lines that make a row of full width.

    ``at`` is the number of the first line.
    """
    cells = [[cell.strip() for cell in line.split("\t")] for line in lines]
    (width, times), *_ = Counter(len(row) for row in cells if len(row) > 1).most_common(1)
    if times < 2 or width < _LEAST:
        return {}
    found: Rows = {}
    here = 0
    while here < len(cells):
        joined, taken = _joined(cells, here, width)
        if taken > 1:
            found[at + here] = tuple(joined)
            found |= {at + here + more: () for more in range(1, taken)}
        here += taken
    return found


def _joined(cells: Sequence[Sequence[str]], at: int, width: int) -> tuple[list[str], int]:
    """A row with those lines that its broken cells go on in, and how many lines that are; 1 where they make no row."""
    row, taken = list(cells[at]), 1
    while len(row) < width and at + taken < len(cells) and taken <= _LONGEST_NAME:
        more = cells[at + taken]
        if not _ends_cell(more[:1]) or not row[-1]:
            break
        row = [*row[:-1], f"{row[-1]} {more[0]}", *more[1:]]
        taken += 1
    while len(row) == width and at + taken + 1 < len(cells) and _ends_cell(cells[at + taken]):
        row[-1] += f" {cells[at + taken][0]}"
        taken += 1
    return (row, taken) if len(row) == width else (list(cells[at]), 1)


def _ends_cell(cells: Sequence[str]) -> bool:
    """Whether a line of one cell holds the end of the cell above: "sạch (%)", "(triệu đồng)"."""
    return len(cells) == 1 and (cells[0][:1].islower() or cells[0].startswith(("(", "%")))


# ---- one cell a line ----


def _stacked(lines: Sequence[str], at: int) -> Rows:
    """The rows of a table with one cell a line, whose head begins at a line: "TT", "Chỉ tiêu", "KH 2026"; or {}."""
    if len(lines[at]) > _LONGEST_HEAD or not is_number(plain(lines[at])):
        return {}
    if (heads := _heads_of(lines, at)) is None:
        return {}
    width = len(heads)
    places = _places(lines, at, len(lines))
    cells = [lines[place].strip() for place in places]
    first = next(line for line in range(2, len(cells)) if _is_first(cells[line]))
    end = next((line for line in range(first, len(cells)) if _is_text(cells[line])), len(cells))
    spans = [(0, first), *_spans(cells, first, end, width)]
    rows: Rows = dict.fromkeys(range(at, places[sum(spans[-1]) - 1] + 1), ())
    rows[at] = tuple(heads)
    for begin, taken in spans[1:]:
        row = cells[begin : begin + taken]
        rows[places[begin]] = _row(["", *row] if _is_part(row[0]) else row, width)
    return rows


def _heads_of(lines: Sequence[str], at: int) -> list[str] | None:
    """The headings of such a table; None where no row stands below, or there are too few or too many for one."""
    cells = [lines[place].strip() for place in _places(lines, at, at + _FARTHEST)]
    first = next((line for line in range(2, len(cells)) if _is_first(cells[line])), None)
    if first is None:
        return None
    end = next((line for line in range(first, len(cells)) if _is_text(cells[line])), len(cells))
    heads = _heads(cells[:first], _lines_of_row(cells, first, end))
    fits = _LEAST <= len(heads) <= _MOST and all(len(head) <= _LONGEST_HEAD for head in heads)
    return heads if fits else None


def _places(lines: Sequence[str], at: int, end: int) -> list[int]:
    """The lines that hold a cell each, from one on: up to an empty line, or every second where all are apart."""
    end = min(end, len(lines))
    step = 2 if at + 1 < len(lines) and not lines[at + 1].strip() else 1
    out = []
    while at < end and lines[at].strip() and not _PARTED.search(lines[at]):
        out.append(at)
        if step > 1 and at + 1 < len(lines) and lines[at + 1].strip():
            break
        at += step
    return out


def _is_text(line: str) -> bool:
    """A paragraph below a table: "3. Kết nạp 5 đảng viên.", "Các xã thực hiện."; no number, and no part without one."""
    label = read_label(line)
    labelled = label is not None and label.kind not in BULLETS and any(map(str.isalpha, line[label.end :]))
    sentence = line.endswith((".", ":", "./")) and any(map(str.isalpha, line))
    return labelled or (sentence and label_of(line) is None) or len(line) > _LONGEST_CELL


def _is_first(line: str) -> bool:
    """The number of a first row, alone on its line."""
    label = label_of(line)
    return label is not None and label.ordinal == 1 and len(line.strip()) <= _LEAST


class _Numbers:
    """The numbers of the rows so far: "1" and "2" below "I", then "II"."""

    def __init__(self) -> None:
        self._last: dict[str, int | None] = {}

    def take(self, line: str) -> None:
        """A row so numbered begins."""
        if (label := label_of(line)) is not None:
            self._last = {kind: held for kind, held in self._last.items() if RANKS[kind] < RANKS[label.kind]}
            self._last[label.kind] = label.ordinal

    def lead_to(self, line: str) -> bool:
        """Whether a line is the number of the next row, and no more."""
        label = label_of(line)
        if label is None or label.kind in BULLETS or label.ordinal is None:
            return False
        return label.ordinal == 1 or label.ordinal == (self._last.get(label.kind) or 0) + 1


def _lines_of_row(lines: Sequence[str], at: int, end: int) -> int:
    """How many lines the first row takes that is more than the heading of a part."""
    numbers = _Numbers()
    while True:
        numbers.take(lines[at])
        below = next((line for line in range(at + 2, end) if numbers.lead_to(lines[line])), end)
        if below - at >= _LEAST or below == end:
            return below - at
        at = below


def _heads(lines: Sequence[str], width: int) -> list[str]:
    """The headings; where there are more lines than cells in a row, those that go on with the one before."""
    heads: list[str] = []
    more = len(lines) - width
    for line in lines:
        if more > 0 and heads and (line[:1].islower() or line[:1] in "(0123456789"):
            heads[-1] += f" {line}"
            more -= 1
        else:
            heads.append(line)
    return heads


def _is_part(line: str) -> bool:
    """A row without a number: "- Cây ăn quả"."""
    label = read_label(line)
    return label is not None and label.kind in BULLETS and any(map(str.isalpha, line))


def _spans(lines: Sequence[str], first: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """Where every row begins, and how many lines it takes: the full width where another row follows there."""
    at, numbers = first, _Numbers()

    def is_next(line: int) -> bool:
        return line < end and (numbers.lead_to(lines[line]) or _is_part(lines[line]))

    while at < end:
        numbers.take(lines[at])
        full = width - _is_part(lines[at])
        more = range(full + 1, full + _LONGEST_NAME)
        sizes: Sequence[int] = (full, *more, *range(full - 1, 1, -1))
        if any(
            map(_is_part, lines[at + 2 : at + full])
        ):  # the heading of parts: "2", "Chăn nuôi", "- Đàn bò"
            sizes = (2,)
        size = next((size for size in sizes if is_next(at + size) or at + full == end), 0)
        if not size:  # the last row; its name may take several lines
            yield at, end - at if end - at in more else min(full, end - at)
            return
        yield at, size
        at += size


def _row(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """A row of cells: the words of a name that takes several lines as one. Of a row that lacks a cell nobody knows what
    its figures are, so they stand behind the last column."""
    more = len(cells) - width
    if more >= 0:
        return (cells[0], " ".join(cells[1 : 2 + more]), *cells[2 + more :])
    lacking = [""] * (width - 2)
    return (*cells[:2], *lacking, *([" ".join(cells[2:])] if len(cells) > 2 else []))
