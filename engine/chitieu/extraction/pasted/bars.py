"""Tables whose columns are parted by bars: those with an empty first cell, and cells that run over their line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from chitieu.extraction.pasted.row import LEAST, Rows
from chitieu.extraction.pasted.tabs import cells_of, joined_row

_BAR = "|"
#: How many lines of a table tell how wide it is.
_TELLING = 200


def has_bars(line: str) -> bool:
    """Whether bars part the columns of a table in a line."""
    return line.count(_BAR) >= LEAST - 1


def barred_rows(lines: Sequence[str], at: int) -> tuple[Rows, int]:
    """Those rows of a table that begin with an empty cell or run over their line, and the first line below it.

    A table with a bar before its heads has no empty cells for all its rows. ``at`` is the line of the heads.

    >>> barred_rows(["Phòng | KPI | Mục tiêu", "Kho | Sai lệch | 0,3%", "| Vòng quay | 9"], 0)
    ({2: ('', 'Vòng quay', '9')}, 3)
    >>> barred_rows(["TT | KPI | Mục tiêu", "1 | Tỷ lệ sai lệch", "tồn kho | 0,3%", "2 | Vòng quay | 9"], 0)
    ({1: ('1', 'Tỷ lệ sai lệch tồn kho', '0,3%'), 2: ()}, 4)
    """
    width = _width(lines[at : at + _TELLING])
    framed = _opens_with_bar(lines[at])
    rows: Rows = {}
    while at < len(lines):
        _, taken = joined_row(lines, at, _BAR, width) if width else ([], 1)
        if taken == 1 and not has_bars(lines[at]):
            break
        words = " ".join(line.strip() for line in lines[at : at + taken])
        if not framed and _opens_with_bar(words):
            rows[at] = ("", *cells_of(words, least=1))
        elif taken > 1:
            rows[at] = cells_of(words)
        rows |= {at + more: () for more in range(1, taken)}
        at += taken
    return rows, at


def _width(lines: Sequence[str]) -> int:
    """How many cells most rows of a table have, counted with its frame; 0 where no two have as many."""
    end = next((at for at, line in enumerate(lines) if _BAR not in line), len(lines))
    counts = Counter(line.count(_BAR) + 1 for line in lines[:end] if has_bars(line))
    ((width, times),) = counts.most_common(1)
    return width if times > 1 else 0


def _opens_with_bar(line: str) -> bool:
    return line.lstrip().startswith(_BAR)
