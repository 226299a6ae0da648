"""Actuals from JSON and YAML: a list of objects with the names of the columns."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from chitieu.actuals.columns import headings_seen
from chitieu.actuals.grid import make_table
from chitieu.actuals.table import Cell, Figure, Row, Spoilt, Table
from chitieu.diagnostics import ActualsError, Diagnostic, Place
from chitieu.files import decode
from chitieu.text.spoken import NO, YES
from chitieu.yaml_source import Path, YamlSource, read_yaml

#: A figure further from 1 than this power of ten is no figure of a report; written out it fills the memory.
MAX_EXPONENT = 1000


class _DuplicateKeyError(ValueError):
    """An object with two values of one name."""


def read_json(data: bytes, file: str) -> Table:
    """The table of a JSON file; its numbers are taken exactly. Raises ``ActualsError`` where it is broken."""
    text = decode(data, file, ActualsError)
    try:
        content = json.loads(
            text,
            parse_float=_number,
            parse_int=_number,
            parse_constant=lambda name: Spoilt(name, "actuals.not_a_number"),
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as failure:
        params = {"detail": failure.msg, "column": failure.colno}
        place = Place(file=file, line=failure.lineno)
        raise ActualsError(Diagnostic("actuals.broken_json", params, place)) from failure
    except _DuplicateKeyError as failure:
        raise ActualsError(
            Diagnostic("actuals.name_twice", {"name": str(failure)}, Place(file=file))
        ) from failure
    except RecursionError as failure:
        raise ActualsError(Diagnostic("actuals.not_a_list", place=Place(file=file))) from failure

    def place_of(record: int, name: str | None) -> Place:
        return Place(file=file, field=str(record) if name is None else f"{record}.{name}")

    return _table(content, file, place_of)


def _number(text: str) -> Decimal | Spoilt:
    try:
        return Decimal(text)
    except InvalidOperation:  # an exponent that no Decimal has
        return Spoilt(text[:60], "actuals.not_a_number")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for name, value in pairs:
        if name in content:
            raise _DuplicateKeyError(name)
        content[name] = value
    return content


def read_yaml_actuals(data: bytes, file: str) -> Table:
    """The table of a YAML file; values stay as written. Raises ``ActualsError`` where it is broken."""
    source = read_yaml(decode(data, file, ActualsError), file, ActualsError)
    under = ("actuals",) if isinstance(source.data, Mapping) else ()

    def place_of(record: int, name: str | None) -> Place:
        return _yaml_place(source, file, under, record, name)

    return _table(source.data, file, place_of)


def _yaml_place(
    source: YamlSource, file: str, under: tuple[str, ...], record: int, name: str | None
) -> Place:
    path: Path = (*under, record - 1) if name is None else (*under, record - 1, name)
    return Place(file=file, line=source.line(path), field=str(record) if name is None else f"{record}.{name}")


def _table(content: Any, file: str, place_of: Callable[[int, str | None], Place]) -> Table:
    if isinstance(content, Mapping) and isinstance(content.get("actuals"), list):
        content = content["actuals"]
    if (
        not isinstance(content, list)
        or not content
        or not any(isinstance(record, Mapping) for record in content)
    ):
        raise ActualsError(Diagnostic("actuals.not_a_list", place=Place(file=file)))
    names = list(dict.fromkeys(name for record in content if isinstance(record, Mapping) for name in record))
    rows = [Row(0, names)]
    strays = []
    for number, record in enumerate(content, 1):
        if isinstance(record, Mapping):
            rows.append(Row(number, [_cell(record.get(name)) for name in names]))
        else:
            strays.append(Diagnostic("actuals.not_an_object", {}, place_of(number, None)))

    def place(record: int, column: int | None) -> Place:
        if record == 0:  # a name is wrong wherever it stands: show its first place
            name = names[column] if column is not None else None
            record = next(
                (n for n, each in enumerate(content, 1) if isinstance(each, Mapping) and name in each), 1
            )
            return place_of(record, name)
        return place_of(record, names[column] if column is not None else None)

    table = make_table(rows, place, records=True)
    if table is None:
        problem = Diagnostic("actuals.no_id_column", {"seen": headings_seen(rows[:1])}, Place(file=file))
        raise ActualsError(problem)
    table.notes[:0] = strays
    return table


def _cell(value: Any) -> Cell:
    match value:
        case None | str() | Spoilt():
            return value
        case bool():
            return YES if value else NO
        case Decimal() if value.is_finite() and abs(value.adjusted()) <= MAX_EXPONENT:
            return Figure(value)
        case Decimal():
            return Spoilt(str(value)[:60], "actuals.not_a_number")
        case _:
            return Spoilt(json.dumps(value, ensure_ascii=False, default=str)[:60], "actuals.not_a_number")
