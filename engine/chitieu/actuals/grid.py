"""A grid of cells (CSV or sheet) as a table: its head found, and what is odd about the head said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, islice

from chitieu.actuals.columns import HEAD_ROWS, Head, find_head, unit_column_is_units
from chitieu.actuals.headings import nearest
from chitieu.actuals.table import Column, Row, Table, cell_text
from chitieu.diagnostics import ActualsError, Diagnostic, Place

#: The place of a row by its number, or of its cell at an index from 0.
PlaceOf = Callable[[int, int | None], Place]
_LOOK_AHEAD = 2000
#: So many unknown headings are told one by one, the rest is counted.
_MOST_UNKNOWN = 100


def make_table(
    rows: Iterable[Row], place: PlaceOf, *, fixed_width: bool = False, records: bool = False
) -> Table | None:
    """The table in a grid; None where no row is a head.

    With ``fixed_width`` a row that has more cells than the head is a fault (in a CSV file, a decimal comma).
    With ``records`` the first row is the head and the others are data, whatever they look like.
    Raises ``ActualsError`` where the head lacks the column of values or names one column twice.
    """
    stream = iter(rows)
    top = list(islice(stream, HEAD_ROWS + _LOOK_AHEAD))
    head = find_head(top[:1] if records else top)
    if head is None:
        return None
    _refuse_unclear(head, place)
    table = Table(
        columns=dict(head.columns),
        rows=chain(top[head.first :], stream),
        place=place,
        head_unit=None if "unit" in head.columns else head.head_unit,
        width=head.width if fixed_width else None,
    )
    _settle_either(head, table, top[head.first :], place)
    _say(head, table, place)
    return table


def _refuse_unclear(head: Head, place: PlaceOf) -> None:
    problems = []
    for column, named in head.twice.items():
        names = ", ".join(f"“{text}”" for text, _ in named)
        problems.append(
            Diagnostic(
                "actuals.column_twice", {"column": column, "names": names}, place(head.row, named[-1][1])
            )
        )
    if head.split is not None:
        text, at = head.split
        problems.append(Diagnostic("actuals.split_heading", {"heading": text}, place(head.row, at)))
    if "value" not in head.columns and not problems:
        near = next((text for text, _ in head.unknown[:_MOST_UNKNOWN] if _column_near(text) == "value"), None)
        code = "actuals.no_value_column_near" if near else "actuals.no_value_column"
        problems.append(Diagnostic(code, {"near": near or ""}, place(head.row, None)))
    if problems:
        raise ActualsError(problems)


def _column_near(heading: str) -> str | None:
    from chitieu.actuals.headings import column_of

    near = nearest(heading)
    return column_of(near) if near else None


def _settle_either(head: Head, table: Table, rows: Iterable[Row], place: PlaceOf) -> None:
    """Decide what "Đơn vị" names by the cells below it."""
    at = head.either
    if at is None:
        return
    cells = [cell_text(row.cells[at]) for row in rows if at < len(row.cells)]
    if "unit" not in head.columns and unit_column_is_units(cells):
        table.columns["unit"] = at
        table.head_unit = None
        return
    names = {" ".join(cell.split()) for cell in cells if cell.strip()}
    column = (
        _first_free(table, "place", "entity") if len(names) <= 1 else _first_free(table, "entity", "place")
    )
    if column is not None:
        table.columns[column] = at
        table.notes.append(Diagnostic(f"actuals.unit_heading_is_{column}", {}, place(head.row, at)))


def _first_free(table: Table, *columns: Column) -> Column | None:
    return next((column for column in columns if column not in table.columns), None)


def _say(head: Head, table: Table, place: PlaceOf) -> None:
    for text, at in head.unknown[:_MOST_UNKNOWN]:
        near = nearest(text)
        code = "actuals.heading_misspelt" if near else "actuals.heading_unknown"
        table.notes.append(Diagnostic(code, {"heading": text[:60], "near": near or ""}, place(head.row, at)))
    if left := len(head.unknown[_MOST_UNKNOWN:]):
        params = {"code": "actuals.heading_unknown", "left": left}
        table.notes.append(Diagnostic("actuals.more_notes", params))
    for text, at, column in head.shortened:
        params = {"heading": text[:60], "column": column}
        table.notes.append(Diagnostic("actuals.heading_taken", params, place(head.row, at)))
    if table.head_unit:
        at = table.columns["value"]
        params = {"unit": table.head_unit}
        table.notes.append(Diagnostic("actuals.unit_of_heading", params, place(head.row, at)))
    if head.numbers is not None:
        table.notes.append(Diagnostic("actuals.column_numbers", {}, place(head.numbers, None)))
