"""From the rows at the top of a sheet to columns of known meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from chitieu.actuals.headings import (
    column_of,
    is_either,
    is_other,
    looks_like_place,
    looks_like_unit,
    strip_brackets,
)
from chitieu.actuals.table import Cell, Column, Row, cell_text
from chitieu.text.letters import STROKED

#: The head of a table is looked for in this many rows.
HEAD_ROWS = 30
_SUB_HEADS = 2
_ONCE = ("id", "value", "unit", "baseline", "plan", "population", "entity", "place", "period")
_FIGURES: tuple[Column, ...] = ("value", "baseline", "plan", "population")
_COLUMN_NUMBER = re.compile(rf"\(?\s*([0-9]{{1,2}}|[A-Z{STROKED.upper()}])\s*\)?")


@dataclass(slots=True, eq=False)
class Head:
    """What the head of a table says: ``first`` is the index of the first row below it in the rows given."""

    columns: dict[Column, int]
    first: int
    row: int
    width: int
    either: int | None = None
    head_unit: str | None = None
    #: Column → the headings that were all taken for it, with their indexes.
    twice: dict[Column, list[tuple[str, int]]] = field(default_factory=dict)
    unknown: list[tuple[str, int]] = field(default_factory=list)
    #: Headings that were understood after leaving something off: "Thực hiện năm 2026".
    shortened: list[tuple[str, int, Column]] = field(default_factory=list)
    #: The row below the head that numbers the columns.
    numbers: int | None = None
    #: The heading of a figure column merged over two columns of figures.
    split: tuple[str, int] | None = None


def find_head(rows: Sequence[Row]) -> Head | None:
    """The head among the first rows: the first one with headings for ids and values, else for ids alone.

    None where no row has a heading for ids.
    """
    without_values: Head | None = None
    for index, row in enumerate(rows[:HEAD_ROWS]):
        if any(column_of(text) == "id" for text in _texts(row)):
            head = _head(rows, index)
            if "value" in head.columns:
                return head
            without_values = without_values or head
    return without_values


def headings_seen(rows: Sequence[Row]) -> str:
    """The fullest of the first rows, to show a user what was taken for headings."""
    best = max(rows[:HEAD_ROWS], key=lambda row: sum(1 for text in _texts(row) if text), default=None)
    texts = [text for text in _texts(best) if text] if best else []
    shown = ", ".join(text[:30] for text in texts[:8])
    return shown or "—"


def _texts(row: Row) -> list[str]:
    return [" ".join(cell_text(cell).split())[:200] for cell in row.cells]


def _head(rows: Sequence[Row], index: int) -> Head:
    layers, first = _layers(rows, index)
    names: dict[int, str] = {}
    for layer in layers:  # the row of the ids first; rows around it fill and refine
        for column, text in enumerate(_texts(layer)):
            if text and (column not in names or (column_of(names[column]) is None and column_of(text))):
                names[column] = text
    width = max(names) + 1
    head = Head(columns={}, first=first, row=rows[index].number, width=width)
    for column in sorted(names):
        _take(head, column, names[column])
    head.split = _split(head, rows[index].cells, rows[first].cells if first < len(rows) else ())
    if first < len(rows) and _is_column_numbers(rows[first].cells):
        head.numbers = rows[first].number
        head.first += 1
    return head


def _layers(rows: Sequence[Row], index: int) -> tuple[list[Row], int]:
    """The rows that make up the head: that of the ids, sub-headings below it, groups above it."""
    layers = [rows[index]]
    id_at = next(column for column, text in enumerate(_texts(rows[index])) if column_of(text) == "id")
    first = index + 1
    for row in rows[index + 1 : index + 1 + _SUB_HEADS]:
        texts = _texts(row)
        id_cell = texts[id_at] if id_at < len(texts) else ""
        if (id_cell and column_of(id_cell) != "id") or not any(column_of(text) for text in texts):
            break
        layers.append(row)
        first += 1
    if index > 0:
        above = rows[index - 1]
        if any(column_of(text) for text in _texts(above)):
            layers.append(above)
    return layers, first


def _split(head: Head, heads: Sequence[Cell], below: Sequence[Cell]) -> tuple[str, int] | None:
    """A heading merged over two columns: the next heading is empty, and words stand under both."""

    def words(cells: Sequence[Cell], at: int) -> str:
        cell = cells[at] if at < len(cells) else None
        return cell.strip() if isinstance(cell, str) else ""

    if words(below, head.columns["id"]):
        return None
    for column in _FIGURES:
        at = head.columns.get(column)
        if at is not None and words(heads, at) and not words(heads, at + 1):
            pair = words(below, at), words(below, at + 1)
            if all(any(map(str.isalpha, text)) for text in pair):
                return words(heads, at), at
    return None


def _take(head: Head, index: int, text: str) -> None:
    column = column_of(text)
    if column is None:
        if is_either(text) and head.either is None:
            head.either = index
        elif not is_other(text):
            head.unknown.append((text, index))
        return
    if column in head.columns:
        if column in _ONCE:
            head.twice.setdefault(column, [(text, head.columns[column])]).append((text, index))
        else:
            head.unknown.append((text, index))
        return
    head.columns[column] = index
    name, inside = strip_brackets(text)
    if column == "value" and inside and looks_like_unit(inside):
        head.head_unit = inside
    elif inside or re.search(r"20[0-9]{2}", name):
        head.shortened.append((text, index, column))


def _is_column_numbers(cells: Sequence[Cell]) -> bool:
    """A row "(A) (B) (1) (2) (3)" under the head, as official tables have it; such a row is no data."""
    texts = [text for cell in cells if (text := cell_text(cell).strip())]
    found = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    if len(texts) < 3 or not all(found):
        return False
    signs = [match[1] for match in found if match]
    numbers = [int(sign) for sign in signs if sign.isdigit()]
    letters = [sign for sign in signs if not sign.isdigit()]
    if len(texts) < 5 and not letters and not all("(" in text for text in texts):
        return False  # so short a row of plain numbers may be data
    in_order = numbers == list(range(1, len(numbers) + 1)) and letters == sorted(set(letters))
    return in_order and signs == letters + [str(number) for number in numbers]


def unit_column_is_units(cells: Sequence[str]) -> bool:
    """Whether the cells under "Đơn vị" are units: one sure unit settles it, else one sure place does.

    >>> unit_column_is_units(["%", "Chi bộ 3"]), unit_column_is_units(["Phường An Hải", ""])
    (True, False)
    """
    filled = [cell for cell in cells if cell.strip()]
    return any(map(looks_like_unit, filled)) or not any(map(looks_like_place, filled))
