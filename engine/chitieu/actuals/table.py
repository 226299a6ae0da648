"""A file of actuals as a table of cells, whatever format it came in: what the readers of files hand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from chitieu.diagnostics import Diagnostic, Place
from chitieu.quantity.number import EXACT

#: The columns that mean something, by their English names.
Column = Literal[
    "id", "value", "unit", "baseline", "plan", "population", "entity", "place", "period", "source", "note"
]

MAX_ROWS = 1_000_000


class Figure(NamedTuple):
    """A cell that holds a number and no words; ``percent`` where it is shown with a per cent format."""

    value: Decimal
    percent: bool = False

    @property
    def text(self) -> str:
        """The figure as Vietnamese writes it, in per cent where it is shown so.

        >>> Figure(Decimal("0.955"), percent=True).text, Figure(Decimal("2.860")).text
        ('95,5%', '2,86')
        """
        if self.percent:
            return _plain(EXACT.scaleb(self.value, 2)).replace(".", ",") + "%"
        return _plain(self.value).replace(".", ",")


class Spoilt(NamedTuple):
    """A cell whose content is no value: an error, a date, a formula never computed. ``code`` says which."""

    text: str
    code: str


#: None is an empty cell.
Cell = str | Figure | Spoilt | None


class Row(NamedTuple):
    """The cells of a row, and its number: a line, a row of a sheet, or a record, counted from 1."""

    number: int
    cells: Sequence[Cell]


@dataclass(slots=True, eq=False)
class Table:
    """Rows under columns of known meaning. ``place`` makes the place of a row, or of its cell at an index."""

    columns: dict[Column, int]
    rows: Iterable[Row]
    place: Callable[[int, int | None], Place]
    notes: list[Diagnostic] = field(default_factory=list)
    #: A unit that stands in the heading of the value column: "Thực hiện (%)".
    head_unit: str | None = None
    #: How many columns have a heading; more filled cells than that are a fault of the row. None: no limit.
    width: int | None = None


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text and text.endswith("0") else text


def cell_text(cell: Cell) -> str:
    """The words of a cell; "" for an empty one."""
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else cell.text
