"""Tables whose columns are parted by bars, with an empty first cell."""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.extraction.pasted.row import LEAST, Rows
from chitieu.extraction.pasted.tabs import cells_of

_BAR = "|"


def has_bars(line: str) -> bool:
    """Whether bars part the columns of a table in a line."""
    return line.count(_BAR) >= LEAST - 1


def barred_rows(lines: Sequence[str], at: int) -> Rows:
    """The rows of a table that begin with an empty cell, where its heads have no bar before them.

    A table with a bar before every row has none such. ``at`` is the number of the first line.

    >>> barred_rows(["Phòng | KPI | Mục tiêu", "Kho | Sai lệch | 0,3%", "| Vòng quay | 9"], 0)
    {2: ('', 'Vòng quay', '9')}
    """
    if _opens_with_bar(lines[0]):
        return {}
    return {
        at + below: ("", *cells_of(line, least=LEAST - 1))
        for below, line in enumerate(lines)
        if _opens_with_bar(line)
    }


def _opens_with_bar(line: str) -> bool:
    return line.lstrip().startswith(_BAR)
