"""The small tables that are joined to the figures: bounds, readings, verdicts of the scalar engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from chitieu.bulk.bounds import Bounds, Grid
from chitieu.bulk.columns import OWN
from chitieu.bulk.libraries import library
from chitieu.bulk.readings import DIGITS, PLACES, Reading
from chitieu.bulk.scalar import MARGIN_DIGITS, MARGIN_PLACES, Settled
from chitieu.quantity.number import places_of

_ENDS = ("low", "high", "accepted_low", "accepted_high", "middle")
_NEAR = ("near_low", "near_high")
_CODES = ("code", "below_zero", "ratio")
_FLAGS = ("scalar", "negative_scalar")
TOGETHER = "together"


def digits_of(numbers: Iterable[Decimal]) -> tuple[int, int]:
    """Digits in all and decimals of the smallest DECIMAL that holds all the numbers.

    >>> digits_of([Decimal("12.5"), Decimal("0.125"), Decimal(0)])
    (5, 3)
    """
    whole, places = 1, 0
    for number in numbers:
        places = max(places, places_of(number))
        whole = max(whole, number.adjusted() + 1 if number else 1)
    return whole + places, places


def bounds_table(
    bounds: Sequence[Bounds],
    aliases: Mapping[tuple[str, str], str],
    together: set[tuple[str, str]],
    grid: Grid,
) -> Any:
    """The bounds as an Arrow table, without the codes and flags that no target has: every column takes time to bind.

    ``aliases`` are other names of targets: (ruleset, name) → id.
    """
    pa = library("pyarrow")
    near = digits_of(end for one in bounds for end in (one.near_low, one.near_high) if end is not None)
    factor = digits_of(one.factor for one in bounds if one.factor is not None)
    lines = [(one, one.id) for one in bounds]
    by_id: dict[tuple[str, str], list[Bounds]] = {}
    for one in bounds:
        by_id.setdefault((one.ruleset, one.id), []).append(one)
    for (ruleset, name), target in aliases.items():
        lines += [(one, name) for one in by_id[ruleset, target]]
    wide = max(len(str(-grid.lowest)), len(str(grid.highest)))
    end_type = pa.int64() if grid.lowest == -(2**63) else pa.decimal128(wide, grid.places)
    types = (
        dict.fromkeys(_ENDS, end_type)
        | dict.fromkeys(_NEAR, pa.decimal128(*near))
        | dict.fromkeys(_CODES, pa.string())
        | dict.fromkeys((*_FLAGS, TOGETHER), pa.bool_())
        | {"factor": pa.decimal128(*factor), "first": pa.float64()}
    )
    columns: dict[str, Any] = {
        f"{OWN}ruleset": pa.array([one.ruleset for one, _ in lines], pa.string()),
        f"{OWN}id": pa.array([name for _, name in lines], pa.string()),
        f"{OWN}target": pa.array([one.id for one, _ in lines], pa.string()),
        f"{OWN}unit": pa.array([one.unit for one, _ in lines], pa.string()),
    }
    for name, kind in types.items():
        values = [
            (one.ruleset, one.id) in together if name == TOGETHER else getattr(one, name) for one, _ in lines
        ]
        if name in (*_CODES, *_FLAGS, TOGETHER) and not any(values):
            continue
        if name == "first":
            values = [float(value) if value else None for value in values]
        elif kind == pa.int64():
            values = [None if value is None else int(value) for value in values]
        columns[f"{OWN}{name}"] = pa.array(values, kind)
    return pa.table(columns)


def readings_table(
    values: Sequence[Any], units: Sequence[str] | None, readings: Sequence[Reading], *, text: bool
) -> tuple[Any, Grid]:
    """What each distinct value says, as an Arrow table, and the grid of its figures."""
    pa = library("pyarrow")
    _, places = digits_of(reading.figure for reading in readings if reading.figure is not None)
    columns = {f"{OWN}given": pa.array(values, pa.string() if text else pa.float64())}
    if units is not None:
        columns[f"{OWN}given_unit"] = pa.array(units, pa.string())
    figures = [reading.figure for reading in readings]
    columns |= {
        f"{OWN}figure": pa.array(figures, pa.decimal128(DIGITS - PLACES + places, places)),
        f"{OWN}own_unit": pa.array([reading.unit for reading in readings], pa.string()),
    }
    return pa.table(columns), Grid.of_decimal(DIGITS - PLACES + places, places)


def verdicts_table(columns: Mapping[str, Sequence[Any]], settled: Sequence[Settled]) -> Any:
    """Text columns with the verdicts beside them, as an Arrow table."""
    pa = library("pyarrow")
    named = {name: pa.array(list(values), pa.string()) for name, values in columns.items()}
    return pa.table(
        named
        | {
            "outcome": pa.array([one.outcome for one in settled], pa.string()),
            "margin": pa.array([one.margin for one in settled], pa.decimal128(MARGIN_DIGITS, MARGIN_PLACES)),
            "completion": pa.array([one.completion for one in settled], pa.float64()),
            "code": pa.array([one.code for one in settled], pa.string()),
        }
    )
