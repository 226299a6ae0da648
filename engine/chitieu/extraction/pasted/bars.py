"""Tables whose columns are parted by bars, with an empty first cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from chitieu.extraction.pasted.row import LEAST, Rows
from chitieu.extraction.pasted.tabs import cells_of

_BAR = "|"


def has_bars(line: str) -> bool:
    """Whether bars part the columns of a table in a line."""
    return line.count(_BAR) >= LEAST - 1


def barred_rows(lines: Sequence[str], at: int) -> Rows:
    """The rows that begin with an empty cell, of a table that begins on a line and whose heads have no bar before them.

    A table with a bar before every row has none such.

    >>> barred_rows(["Phòng | KPI | Mục tiêu", "Kho | Sai lệch | 0,3%", "| Vòng quay | 9"], 0)
    {2: ('', 'Vòng quay', '9')}
    """
    table = list(takewhile(has_bars, lines[at:]))
    if not table or table[0].lstrip().startswith(_BAR):
        return {}
    return {
        at + below: ("", *cells_of(line, least=LEAST - 1))
        for below, line in enumerate(table)
        if line.lstrip().startswith(_BAR)
    }
