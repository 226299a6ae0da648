"""Tables pasted into a text: columns parted by spaces or bars, a cell broken over two lines, one cell a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chitieu.extraction.pasted.bars import barred_rows, has_bars
from chitieu.extraction.pasted.row import LEAST, Rows
from chitieu.extraction.pasted.spaces import aligned_rows
from chitieu.extraction.pasted.stacked import stacked_rows
from chitieu.extraction.pasted.tabs import broken_rows


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
        if lines[at].count("\t") >= LEAST - 1:
            end = _first(lines, at, lambda line: not line.strip() or has_bars(line))
            found |= broken_rows(lines[at:end], at)
            at = end
        elif has_bars(lines[at]):
            rows, at = barred_rows(lines, at)
            found |= rows
        else:
            rows = stacked_rows(lines, at) or aligned_rows(lines, at)
            found |= rows
            at = max(rows, default=at) + 1
    return found


def _first(lines: Sequence[str], at: int, ends: Callable[[str], bool]) -> int:
    """The first line behind one that ends its table."""
    return next((line for line in range(at + 1, len(lines)) if ends(lines[line])), len(lines))
