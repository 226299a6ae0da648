"""The columns of a frame of figures: which are there, of what types, and what kind of values they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from chitieu.bulk.bounds import Grid
from chitieu.bulk.frame import Frame
from chitieu.bulk.libraries import library
from chitieu.diagnostics import ActualsError, Diagnostic

#: What a verdict is told apart by, beside the target.
KEYS = ("ruleset", "region", "place", "period")
_TEXTS = ("unit", "entity")
_FIGURES = ("value", "baseline", "plan", "population")
_MOST_DIGITS, _MOST_PLACES = 28, 12
#: Names of columns made on the way begin so.
OWN = "chitieu_"

Kind = Literal["exact", "text", "float", "wide"]


@dataclass(frozen=True, slots=True)
class Columns:
    """What a frame of figures has: ``keys``, and what stands ``beside`` the id.

    ``kind`` tells how its values are read: "exact" ones are compared as they stand, on ``grid``; "text" and "float"
    ones are read once each; "wide" ones have more decimals than an engine compares.
    """

    keys: tuple[str, ...]
    beside: tuple[str, ...]
    kind: Kind
    grid: Grid
    digits: int

    @property
    def has_unit(self) -> bool:
        """Whether there is a column of units."""
        return "unit" in self.beside


def typed(frame: Frame, *, name: str = "actuals") -> tuple[Frame, Columns]:
    """The frame with only the columns that mean something, in types that every engine compares alike.

    Raises:
        ActualsError: A column is missing or of a type that holds no figures or words.
    """
    nw = library("narwhals.stable.v2")
    schema = frame.collect_schema()
    for needed in ("id", "value"):
        if needed not in schema:
            params = {"column": needed, "table": name, "seen": ", ".join(schema) or "—"}
            raise ActualsError(Diagnostic("bulk.no_column", params))
    keys = tuple(key for key in KEYS if key in schema)
    beside = tuple(column for column in (*_FIGURES, *_TEXTS) if column in schema)
    casts = [_words(nw, column, schema[column]) for column in (*keys, "id")]
    casts += [_words(nw, column, schema[column]) for column in _TEXTS if column in schema]
    kind, grid, digits = _kind(nw, schema["value"])
    for column in _FIGURES:
        if column in schema:
            casts.append(_figures(nw, column, schema[column]))
    known = (*keys, "id", *beside)
    as_it_is = all(
        schema[column] == nw.String
        or (column in _FIGURES and isinstance(schema[column], nw.Int64 | nw.Decimal | nw.Float64))
        for column in known
    )
    if not as_it_is or len(schema) > len(known):
        frame = frame.select(*casts)  # some engines bind every step anew: none that changes nothing
    return frame, Columns(keys, beside, kind, grid, digits)


def _words(nw: Any, column: str, dtype: Any) -> Any:
    """A column of ids, names or units as text."""
    plain = (nw.String, nw.Categorical, nw.Enum, nw.Unknown)
    whole = (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.UInt8, nw.UInt16, nw.UInt32, nw.UInt64)
    if dtype == nw.String:
        return nw.col(column)
    if not isinstance(dtype, plain + whole + (nw.Date,)):
        raise ActualsError(Diagnostic("bulk.bad_type", {"column": column, "type": str(dtype)}))
    return nw.col(column).cast(nw.String)


def _figures(nw: Any, column: str, dtype: Any) -> Any:
    """A column of figures; whole numbers of all widths become one type."""
    if isinstance(dtype, nw.Int64 | nw.Decimal | nw.Float64 | nw.String):
        return nw.col(column)
    if isinstance(dtype, nw.Int8 | nw.Int16 | nw.Int32 | nw.UInt8 | nw.UInt16 | nw.UInt32):
        return nw.col(column).cast(nw.Int64)
    if isinstance(dtype, nw.UInt64):
        return nw.col(column).cast(nw.Decimal(20, 0))
    if isinstance(dtype, nw.Int128 | nw.UInt128):
        return nw.col(column).cast(nw.Decimal(38, 0))
    if isinstance(dtype, nw.Categorical | nw.Enum | nw.Unknown):
        return nw.col(column).cast(nw.String)
    raise ActualsError(Diagnostic("bulk.bad_type", {"column": column, "type": str(dtype)}))


def _kind(nw: Any, dtype: Any) -> tuple[Kind, Grid, int]:
    whole = Grid(-(2**63), 2**63 - 1, 0)
    if isinstance(dtype, nw.Decimal):
        digits, places = dtype.precision or 38, dtype.scale
        if places > _MOST_PLACES:
            return "wide", Grid.of_decimal(_MOST_DIGITS, 0), digits
        return "exact", Grid.of_decimal(min(digits, _MOST_DIGITS), places), digits
    if isinstance(dtype, nw.UInt64):
        return "exact", Grid.of_decimal(20, 0), 20
    if isinstance(dtype, nw.Int128 | nw.UInt128):
        return "exact", Grid.of_decimal(_MOST_DIGITS, 0), 38
    if isinstance(dtype, nw.Float64):
        return "float", whole, 0
    if isinstance(dtype, nw.String | nw.Categorical | nw.Enum | nw.Unknown):
        return "text", whole, 0
    return "exact", whole, 19
