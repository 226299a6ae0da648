"""From the rows of a table to actuals by id: figures and phrases read, and what is odd said by its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from operator import attrgetter
from typing import Any

from chitieu.actuals.phrases import PHRASES
from chitieu.actuals.table import MAX_ROWS, Cell, Column, Figure, Row, Spoilt, Table, cell_text
from chitieu.diagnostics import ActualsError, Diagnostic, Place
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.quantity.number import EXACT
from chitieu.text.figures import MULTIPLES

MAX_CELL = 2000
#: So many notes of one code are told one by one; the rest is counted.
MAX_NOTES = 1000
#: The places of so many ids are kept.
MAX_PLACES = 10_000
_BESIDE: tuple[Column, ...] = ("baseline", "plan", "population", "entity", "source", "note")
_SET_HERE = {*_BESIDE, "baseline_unit", "plan_unit"}
#: What the reading of the value fills in, whatever fields it has.
_READ = tuple(part.name for part in fields(Actual) if part.name not in _SET_HERE)
_read_of = attrgetter(*_READ)


class Notes:
    """Notes in the order they were made, the endless ones cut short and counted."""

    def __init__(self, notes: list[Diagnostic]) -> None:
        self._notes = notes
        self._made: dict[str, int] = {}

    def add(self, code: str, place: Place | None = None, **params: Any) -> None:
        """Make one note, unless there are too many of its code."""
        made = self._made[code] = self._made.get(code, 0) + 1
        if made <= MAX_NOTES:
            self._notes.append(Diagnostic(code, params, place))

    def all(self) -> tuple[Diagnostic, ...]:
        """The notes, with one for each code of which some were left out."""
        over = [(code, made - MAX_NOTES) for code, made in self._made.items() if made > MAX_NOTES]
        return (
            *self._notes,
            *(Diagnostic("actuals.more_notes", {"code": code, "left": n}) for code, n in over),
        )


@dataclass(slots=True, eq=False)
class _Entry:
    """The actual of one id and entity, and its row; ``clashes`` are the rows that say otherwise."""

    actual: Actual
    row: int
    clashes: list[tuple[int, str]]


class RowReader:
    """Reads the rows of one table, each distinct phrase once."""

    def __init__(self, table: Table, file: str) -> None:
        self._table = table
        self._file = file
        self._columns = table.columns
        self._more_than_value = not table.columns.keys().isdisjoint(_BESIDE)
        self._notes = Notes(table.notes)
        self._phrases: dict[tuple[str, str | None], Actual] = {}
        self._entries: dict[str, dict[str | None, _Entry]] = {}
        self._said: dict[Column, dict[str, int]] = {"place": {}, "period": {}}
        self._inexact_id_told = False

    def read(self) -> tuple[dict[str, tuple[Actual, ...]], tuple[Diagnostic, ...]]:
        """The actuals by id, and the notes. Raises ``ActualsError`` for too many rows, places or periods."""
        for count, row in enumerate(self._table.rows, 1):
            if count > MAX_ROWS:
                problem = Diagnostic("actuals.too_many_rows", {"limit": MAX_ROWS}, Place(file=self._file))
                raise ActualsError(problem)
            self._row(row)
        self._one_of("place")
        self._one_of("period")
        by_id = {
            name: tuple(self._settled(entry) for entry in entries.values())
            for name, entries in self._entries.items()
        }
        return by_id, self._notes.all()

    def actual(self, row: Row) -> Actual:
        """The actual of one row by itself, whatever other rows say."""
        return self._actual(row, self._words(row, "entity"))

    def places(self) -> dict[str, Place]:
        """Where each id stands first; of a huge table only the first ids."""
        first = ((name, next(iter(entries.values())).row) for name, entries in self._entries.items())
        at = self._columns.get("id")
        return {name: self._table.place(row, at) for name, row in islice(first, MAX_PLACES)}

    def _cell(self, row: Row, column: Column) -> Cell:
        at = self._columns.get(column)
        cell = row.cells[at] if at is not None and at < len(row.cells) else None
        return None if isinstance(cell, str) and not cell.strip() else cell

    def _place(self, row: Row, column: Column | None = None) -> Place:
        return self._table.place(row.number, None if column is None else self._columns.get(column))

    def _words(self, row: Row, column: Column) -> str | None:
        if column not in self._columns:
            return None
        text = cell_text(self._cell(row, column))
        return (tidy(text) or None) if text else None

    def _row(self, row: Row) -> None:
        name = self._id(row)
        if name is None:
            return
        entity = self._words(row, "entity")
        for column in self._said:
            if said := self._words(row, column):
                self._said[column].setdefault(said, row.number)
        self._keep(name, entity, self._actual(row, entity), row.number)

    def _id(self, row: Row) -> str | None:
        cell = self._cell(row, "id")
        if isinstance(cell, Spoilt):
            self._notes.add(cell.code, self._place(row, "id"), text=cell.text)
            return None
        name = tidy(_plain(cell) if isinstance(cell, Figure) else cell_text(cell))
        if not name:
            value = self._cell(row, "value")
            if value is not None:
                self._notes.add("actuals.value_without_id", self._place(row, "value"), text=_short(value))
            return None
        if isinstance(cell, Figure) and "." in name and not self._inexact_id_told:
            self._inexact_id_told = True
            self._notes.add("actuals.id_is_a_number", self._place(row, "id"), id=name)
        return name

    def _actual(self, row: Row, entity: str | None) -> Actual:
        unit = self._words(row, "unit") or self._table.head_unit
        actual = self._value(row, unit)
        if not self._more_than_value:
            return actual
        baseline, baseline_unit = self._figure(row, "baseline", unit)
        plan, plan_unit = self._figure(row, "plan", unit)
        population, population_unit = self._figure(row, "population", None)
        return Actual(  # by hand: dataclasses.replace takes four times as long, a million times
            **dict(zip(_READ, _read_of(actual), strict=True)),
            baseline=baseline,
            baseline_unit=baseline_unit,
            plan=plan,
            plan_unit=plan_unit,
            population=None if population is None else _scaled(population, population_unit),
            entity=entity,
            source=self._words(row, "source"),
            note=self._words(row, "note"),
        )

    def _value(self, row: Row, unit: str | None) -> Actual:
        cell = self._cell(row, "value")
        width = self._table.width
        if width is not None and len(row.cells) > width and (extra := _filled(row.cells[width:])):
            text = " ".join(part for part in (cell_text(cell), *extra) if part)
            self._notes.add("actuals.extra_cells", self._place(row), text=_short(text))
            return Actual(text=text[:MAX_CELL])
        if isinstance(cell, Spoilt):
            self._notes.add(cell.code, self._place(row, "value"), text=cell.text)
            return Actual(text=cell.text)
        if isinstance(cell, Figure):
            return of_figure(cell, unit)
        text = tidy(cell or "")
        if len(text) > MAX_CELL:
            self._notes.add("actuals.long_cell", self._place(row, "value"), limit=MAX_CELL)
            return Actual(text=text[:MAX_CELL])
        actual = self._phrase(text, unit)
        if text and actual.interval is None and actual.grade is None and actual.word is None:
            self._notes.add("actuals.unreadable_value", self._place(row, "value"), text=_short(text))
        return actual

    def _phrase(self, text: str, unit: str | None) -> Actual:
        known = self._phrases.get((text, unit))
        if known is None:
            known = PHRASES.read(text, unit) if text else Actual(unit=unit)
            if unit and known.unit and known.unit != unit and known.column_unit is None:
                known = replace(known, column_unit=unit)
            self._phrases[text, unit] = known
        return known

    def _figure(
        self, row: Row, column: Column, unit: str | None
    ) -> tuple[Decimal | Fraction | None, str | None]:
        """A figure beside the value and its unit; None with a note where it cannot be read as one figure."""
        cell = self._cell(row, column) if column in self._columns else None
        if cell is None:
            return None, None
        if isinstance(cell, Spoilt):
            self._notes.add(cell.code, self._place(row, column), text=cell.text)
            return None, None
        text = tidy(cell_text(cell))
        actual = of_figure(cell, unit) if isinstance(cell, Figure) else self._phrase(text[:MAX_CELL], unit)
        plain = (
            actual.change is None and actual.of is None and not (actual.share_of_plan or actual.approximate)
        )
        if actual.figure is None or not plain or actual.over_plan is not None:
            if actual.word != "unknown":
                self._notes.add("actuals.unreadable_figure", self._place(row, column), text=_short(text))
            return None, None
        return actual.figure, actual.unit

    def _keep(self, name: str, entity: str | None, actual: Actual, row: int) -> None:
        entries = self._entries.setdefault(name, {})
        known = entries.get(entity)
        if known is None:
            entries[entity] = _Entry(actual, row, [])
        elif not known.clashes and _same(known.actual, actual):
            self._duplicate("actuals.same_row_twice", name, known.row, row)
        else:
            known.clashes.append((row, actual.text))
            self._duplicate("actuals.rows_disagree", name, known.row, row)

    def _duplicate(self, code: str, name: str, first: int, row: int) -> None:
        there = self._table.place(first, self._columns.get("id"))
        here = self._table.place(row, self._columns.get("id"))
        self._notes.add(code, here, id=name, first=_where(there))

    def _settled(self, entry: _Entry) -> Actual:
        """What is known of one id and entity: nothing where rows disagree, with all that they say."""
        if not entry.clashes:
            return entry.actual
        texts = [entry.actual.text, *(text for _, text in entry.clashes[:5])]
        said = " | ".join((text or "–")[:200] for text in texts)
        return Actual(text=said, entity=entry.actual.entity, disputed=True)

    def _one_of(self, column: Column) -> None:
        """A file is one place and one period; several would pass for rows that disagree."""
        said = self._said[column]
        if len(said) > 1:
            names = ", ".join(list(said)[:5]) + (", …" if len(said) > 5 else "")
            second = list(said.values())[1]
            at = self._columns[column]
            params = {"count": len(said), "names": names}
            raise ActualsError(
                Diagnostic(f"actuals.several_{column}s", params, self._table.place(second, at))
            )


def of_figure(cell: Figure, unit: str | None) -> Actual:
    """The actual of a number cell: its exact value, a percentage where the cell is shown as one.

    A negative number is a fall of that amount, as "-6" is in words.

    >>> of_figure(Figure(Decimal("0.955"), percent=True), "%").figure
    Decimal('95.5')
    """
    value, column_unit = cell.value, None
    if cell.percent:
        value = EXACT.scaleb(value, 2)
        unit, column_unit = "%", (unit if unit != "%" else None)
    if value < 0:
        at = Interval.at(-value)
        return Actual(text=cell.text, interval=at, unit=unit, change="decrease", column_unit=column_unit)
    return Actual(text=cell.text, interval=Interval.at(value), unit=unit, column_unit=column_unit)


def tidy(text: str) -> str:
    """NFC, with single spaces: what ids and phrases are compared and read as."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).replace("\ufeff", "").replace("\u200b", "")
    return " ".join(text.split())


def _plain(cell: Figure) -> str:
    return Figure(cell.value).text.replace(",", ".")


def _short(cell: Cell) -> str:
    text = tidy(cell_text(cell))
    return text if len(text) <= 60 else text[:57] + "…"


def _filled(cells: Sequence[Cell]) -> list[str]:
    return [text for cell in cells if (text := cell_text(cell).strip())]


def _same(one: Actual, other: Actual) -> bool:
    return replace(one, source=None, note=None) == replace(other, source=None, note=None)


def _where(place: Place) -> str:
    if place.cell:
        return place.cell
    return str(place.line) if place.line is not None else str(place.field)


def _scaled(figure: Decimal | Fraction, unit: str | None) -> Decimal | Fraction:
    """A population whose unit begins with a scale word, in ones: "1,2 nghìn hộ" is 1200."""
    for word in (unit or "").casefold().split():
        if word not in MULTIPLES:
            break
        scale = MULTIPLES[word]
        figure = figure * scale if isinstance(figure, Fraction) else EXACT.multiply(figure, Decimal(scale))
    return figure
