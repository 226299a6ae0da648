"""Tables whose columns are parted by tabs or bars: the cells of a row, and cells that run over their line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

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
    cells = [[cell.strip() for cell in line.split("\t")] for line in lines]
    (width, times), *_ = Counter(len(row) for row in cells if len(row) > 1).most_common(1)
    if times < 2 or width < LEAST:
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
    while len(row) < width and at + taken < len(cells) and taken <= LONGEST_NAME:
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
