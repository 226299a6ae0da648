"""Tables whose columns are parted by tabs or bars: the cells of a row, and cells that run over their line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from chitieu.extraction.labels import label_of
from chitieu.extraction.pasted.row import LEAST, LONGEST_NAME, Rows

_CELLS = re.compile(r"\t|\s*\|\s*")


def cells_of(row: str, *, least: int = LEAST) -> tuple[str, ...]:
    """The cells of a row whose columns are parted by tabs or bars; none where it is running text.

    >>> cells_of("| 1 | Tỷ lệ hộ nghèo | % | 2,5 |")
    ('1', 'Tỷ lệ hộ nghèo', '%', '2,5')
    >>> cells_of("\\tTrong đó: lúa\\ttấn\\t2.500")
    ('', 'Trong đó: lúa', 'tấn', '2.500')
    >>> cells_of("1. Tỷ lệ hộ nghèo 2,5%")
    ()
    """
    inner = row.strip().strip("|")
    parts = [part.strip() for part in _CELLS.split(inner)]
    if len(parts) < least:
        return ()
    indent = row[: len(row) - len(row.lstrip())]
    return (*[""] * indent.count("\t"), *parts)


def broken_rows(lines: Sequence[str], at: int) -> Rows:
    """The rows of a table parted by tabs in which a cell runs over its line: lines that make a row of full width.

    ``at`` is the number of the first line.
    """
    (width, times), *_ = Counter(line.count("\t") + 1 for line in lines if "\t" in line).most_common(1)
    if times < 2 or width < LEAST:
        return {}
    found: Rows = {}
    here = 0
    while here < len(lines):
        joined, taken = joined_row(lines, here, "\t", width)
        if taken > 1:
            found[at + here] = tuple(joined)
            found |= {at + here + more: () for more in range(1, taken)}
        here += taken
    return found


def joined_row(lines: Sequence[str], at: int, mark: str, width: int) -> tuple[list[str], int]:
    """A row with those lines that its broken cells go on in, and how many lines that are; 1 where they make no row.

    ``mark`` parts the cells, ``width`` is how many a row has.

    >>> joined_row(["1 | Tỷ lệ hộ dùng", "nước sạch | 95%"], 0, "|", 3)
    (['1', 'Tỷ lệ hộ dùng nước sạch', '95%'], 2)
    """

    def cells(line: int) -> list[str]:
        return [cell.strip() for cell in lines[line].split(mark)] if line < len(lines) else []

    own = row = cells(at)
    taken = 1
    while len(row) < width and taken <= LONGEST_NAME:
        more = cells(at + taken)
        if not _ends_cell(more[:1]) or not row[-1]:
            break
        row = [*row[:-1], f"{row[-1]} {more[0]}", *more[1:]]
        taken += 1
    while (
        len(row) == width
        and _ends_cell(more := cells(at + taken))
        and any(mark in line for line in lines[at + taken + 1 : at + taken + 1 + LONGEST_NAME])
    ):
        row = [*row[:-1], f"{row[-1]} {more[0]}"]
        taken += 1
    return (row, taken) if len(row) == width else (own, 1)


def _ends_cell(cells: Sequence[str]) -> bool:
    """Whether a line of one cell holds the end of the cell above: "sạch (%)", "(triệu đồng)"."""
    goes_on = len(cells) == 1 and (cells[0][:1].islower() or cells[0].startswith(("(", "%")))
    return goes_on and label_of(cells[0]) is None
