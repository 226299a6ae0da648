"""Tables with one cell a line: "TT", "Chỉ tiêu", "KH 2026", "1", "Thu ngân sách", "12,5"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chitieu.extraction.labels import BULLETS, RANKS, label_of, read_label
from chitieu.extraction.pasted.row import LEAST, LONGEST_HEAD, LONGEST_NAME, PARTED, Rows
from chitieu.extraction.table_words import is_number, plain

_MOST = 12
_LONGEST_CELL = 160
#: How many lines the headings and the first rows of such a table take.
_FARTHEST = 80


def stacked_rows(lines: Sequence[str], at: int) -> Rows:
    """The rows of a table with one cell a line, whose head begins at a line: "TT", "Chỉ tiêu", "KH 2026"; or {}."""
    if len(lines[at]) > LONGEST_HEAD or not is_number(plain(lines[at])):
        return {}
    if (heads := _heads_of(lines, at)) is None:
        return {}
    width = len(heads)
    places = _places(lines, at, len(lines))
    cells = [lines[place].strip() for place in places]
    first, end = _body(cells)
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
    first, end = _body(cells)
    if first == end:
        return None
    heads = _heads(cells[:first], _lines_of_row(cells, first, end))
    fits = LEAST <= len(heads) <= _MOST and all(len(head) <= LONGEST_HEAD for head in heads)
    return heads if fits else None


def _places(lines: Sequence[str], at: int, end: int) -> list[int]:
    """The lines that hold a cell each, from one on: up to an empty line, or every second where all are apart."""
    end = min(end, len(lines))
    step = 2 if at + 1 < len(lines) and not lines[at + 1].strip() else 1
    out = []
    while at < end and lines[at].strip() and not PARTED.search(lines[at]):
        out.append(at)
        if step > 1 and at + 1 < len(lines) and lines[at + 1].strip():
            break
        at += step
    return out


def _body(cells: Sequence[str]) -> tuple[int, int]:
    """Where the rows below the headings begin and end; both at the end where there are none."""
    first = next((line for line in range(2, len(cells)) if _is_first(cells[line])), len(cells))
    end = next((line for line in range(first, len(cells)) if _is_text(cells[line])), len(cells))
    return first, end


def _is_text(line: str) -> bool:
    """A paragraph below a table: "3. Kết nạp 5 đảng viên.", "Các xã thực hiện."; no number, and no part without one."""
    label = read_label(line)
    labelled = label is not None and label.kind not in BULLETS and any(map(str.isalpha, line[label.end :]))
    sentence = line.endswith((".", ":", "./")) and any(map(str.isalpha, line))
    return labelled or (sentence and label_of(line) is None) or len(line) > _LONGEST_CELL


def _is_first(line: str) -> bool:
    """The number of a first row, alone on its line."""
    label = label_of(line)
    return label is not None and label.ordinal == 1 and len(line.strip()) <= LEAST


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
        if below - at >= LEAST or below == end:
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
        more = range(full + 1, full + LONGEST_NAME)
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
