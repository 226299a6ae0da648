"""Tables with a column for everything measured: "Cây trồng | Diện tích (ha) | Năng suất (tạ/ha)", a village a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.extraction.document import Block
from chitieu.extraction.table_head import Columns, Plan, headings, is_numbering
from chitieu.extraction.table_units import measure_of_head, without_unit, without_year
from chitieu.extraction.table_words import is_no_measure, is_number, plain
from chitieu.extraction.words import years_of
from chitieu.quantity.vocabulary import column_words
from chitieu.quantity.words import fold

_FIGURE = re.compile(r"[0-9]")
_UNIT = re.compile(r"[0-9]\s*(?:%|‰|[^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]{2}")


def read_matrix(rows: Sequence[Block], since: int | None = None) -> tuple[Columns | None, int]:
    """The columns of such a table, and the first row below the headings; None where it is another kind of table."""
    if len(rows) < 2:
        return None, 0
    depth = 2 if _is_second_head(rows) else 1
    heads = headings([row.cells for row in rows[:depth]])
    start = depth + (depth < len(rows) and is_numbering(rows[depth].cells))
    body = rows[start:]
    number = next((at for at, head in enumerate(heads) if is_number(plain(head))), None)
    name = next((at for at, head in enumerate(heads) if at != number and plain(head)), None)
    if name is None or not body or not _names(body, name):
        return None, 0
    free = [at for at in range(name + 1, len(heads)) if at != number and _has_figures(body, at)]
    bare = {at: without_unit(plain(heads[at]))[0] for at in free}
    latest = max((year for at in free for year in years_of(bare[at])), default=0)
    lowest = [
        (rows[depth - 1].cells[at] if at < len(rows[depth - 1].cells) else "") or head
        for at, head in enumerate(heads)
    ]
    plans = tuple(
        _plan(at, lowest[at])
        for at in free
        if not is_no_measure(bare[at])
        and all(year == latest and (since is None or year >= since) for year in years_of(bare[at]))
    )
    if not plans or not all(plan.what and _is_measured(body, plan) for plan in plans):
        return None, 0
    return Columns(number, name, None, plans, heading=heads[name]), start


def _plan(at: int, head: str) -> Plan:
    what, unit = measure_of_head(head)
    what, year = without_year(what)
    what = column_words().spelled_out.get(fold(what), what)
    return Plan(at, unit, what[:1].upper() + what[1:], f"year:{year}" if year else "")


def _is_second_head(rows: Sequence[Block]) -> bool:
    """Whether the second row goes on with the headings: no figure in it, and cells of the first merged over it."""
    if len(rows) < 3:
        return False
    first, second = rows[0].cells, rows[1].cells
    merged = any(not cell.strip() for cell in first[1:]) or len(set(first)) < len(first)
    return merged and not any(_is_figure(cell) for cell in second) and sum(map(bool, second)) > 1


def _is_figure(cell: str) -> bool:
    return bool(_FIGURE.search(cell)) and not _LETTERS.search(cell)


def _names(body: Sequence[Block], at: int) -> bool:
    """Whether a column holds words alone, in every row."""
    cells = [row.cells[at].strip() for row in body if at < len(row.cells)]
    return all(_LETTERS.search(cell) for cell in cells if cell) and any(cells)


def _is_measured(body: Sequence[Block], plan: Plan) -> bool:
    """Whether the heading of a column or each of its cells says in which unit its figures are."""
    cells = [row.cells[plan.column].strip() for row in body if plan.column < len(row.cells)]
    return bool(plan.unit) or all(_UNIT.search(cell) for cell in cells if _FIGURE.search(cell))


def _has_figures(body: Sequence[Block], at: int) -> bool:
    """Whether most of what a column holds are figures."""
    cells = [row.cells[at].strip() for row in body if at < len(row.cells) and row.cells[at].strip()]
    return bool(cells) and 2 * sum(bool(_FIGURE.search(cell)) for cell in cells) > len(cells)
