"""The figures with the bounds of their targets beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chitieu.actuals.rows import tidy
from chitieu.bulk.bounds import Bounds, Grid, all_bounds
from chitieu.bulk.columns import OWN, Columns
from chitieu.bulk.frame import Frame, collected, distinct, left_joined
from chitieu.bulk.libraries import library
from chitieu.bulk.periods import year_before
from chitieu.bulk.readings import read_floats, read_texts
from chitieu.bulk.rows import RuleRow, labels_of
from chitieu.bulk.scalar import MARGIN_DIGITS, MARGIN_PLACES
from chitieu.bulk.tables import bounds_table, digits_of, readings_table
from chitieu.quantity.words import fold

#: Figures of so many digits before the point, or fewer, leave room for a margin in 38 digits.
_MOST_WHOLE = MARGIN_DIGITS - MARGIN_PLACES - 1
_NO_PERIOD = "\0"


@dataclass(slots=True)
class Joined:
    """Figures and bounds in one frame; ``figure`` is the column that is compared.

    ``raw`` are the columns that the scalar engine reads, ``needs_scalar`` tells which rows it judges, None if none.
    """

    frame: Frame
    columns: Columns
    raw: tuple[str, ...]
    bounds: list[Bounds]
    figure: str
    digits: tuple[int, int]
    needs_scalar: Any

    @property
    def may_need_scalar(self) -> bool:
        """Whether the scalar engine may have to judge some row."""
        return self.needs_scalar is not None

    @property
    def converts(self) -> bool:
        """Whether some figures stand in other units than their targets."""
        return any(one.factor is not None and one.factor != 1 for one in self.bounds)


def join_figures(
    frame: Frame, columns: Columns, rules: list[RuleRow], before: tuple[Frame, Columns] | None
) -> Joined:
    """Read the values, and join the bounds of each target in each unit that occurs."""
    nw = library("narwhals.stable.v2")
    raw = columns.beside
    if before is not None:
        frame, raw = _with_before(frame, columns, *before, labels_of(rules))
    grid, digits, figure, special = columns.grid, columns.digits, "value", None
    if columns.kind in ("text", "float"):
        frame, units, grid = _read(frame, columns)
        figure = f"{OWN}figure"
        digits = len(str(grid.highest))
        special = nw.col(figure).is_null() & ~nw.col("value").is_null()
    else:
        if columns.has_unit:
            frame = frame.with_columns(nw.col("unit").fill_null("").alias(f"{OWN}own_unit"))
        units = _units(frame) if columns.has_unit else [""]
        if columns.kind == "wide":
            special = ~nw.col("value").is_null()
            figure = f"{OWN}nothing"
    bounds = _within_digits(all_bounds(rules, units, grid), digits, grid.places)
    if columns.kind == "exact":
        frame, figure, special = _narrowed(frame, digits, grid, bounds)
    together = {(row.ruleset.name, row.rule.id) for row in rules if row.together}
    table = bounds_table(bounds, labels_of(rules), together, grid)
    if columns.kind == "wide":
        pa = library("pyarrow")
        table = table.append_column(f"{OWN}nothing", pa.nulls(table.num_rows, pa.int64()))
    frame = _join_bounds(frame, columns, table, by_unit=units != [""])
    needs = _needs_scalar(columns, raw, bounds, figure, special)
    return Joined(frame, columns, raw, bounds, figure, (digits, grid.places), needs)


def _units(frame: Frame) -> list[str]:
    found = collected(distinct(frame, f"{OWN}own_unit"))
    return sorted(found.column(0).to_pylist())


def _read(frame: Frame, columns: Columns) -> tuple[Frame, list[str], Grid]:
    """The frame with the figure and the unit that each value tells."""
    nw = library("narwhals.stable.v2")
    known = frame.filter(~nw.col("value").is_null())
    by_unit = columns.kind == "text" and columns.has_unit
    if by_unit:
        frame = frame.with_columns(nw.col("unit").fill_null("").alias(f"{OWN}said_unit"))
        known = frame.filter(~nw.col("value").is_null())
        pairs = collected(distinct(known, "value", f"{OWN}said_unit"))
        values, said = pairs.column(0).to_pylist(), pairs.column(1).to_pylist()
    else:
        values, said = collected(distinct(known, "value")).column(0).to_pylist(), None
    if columns.kind == "text":
        readings = read_texts(zip(values, said or [""] * len(values), strict=True))
    else:
        readings = read_floats(values)
    table, grid = readings_table(values, said, readings, text=columns.kind == "text")
    left, right = ["value"], [f"{OWN}given"]
    if by_unit:
        left, right = [*left, f"{OWN}said_unit"], [*right, f"{OWN}given_unit"]
    if columns.kind == "float":
        table = table.drop_columns([f"{OWN}own_unit"])
        if columns.has_unit:
            frame = frame.with_columns(nw.col("unit").fill_null("").alias(f"{OWN}own_unit"))
    frame = left_joined(frame, table, left, right)
    if columns.kind == "float":
        return frame, _units(frame) if columns.has_unit else [""], grid
    frame = frame.with_columns(nw.col(f"{OWN}own_unit").fill_null(""))
    return frame, sorted({reading.unit for reading in readings} | {""}), grid


def _narrowed(frame: Frame, digits: int, grid: Grid, bounds: list[Bounds]) -> tuple[Frame, str, Any]:
    """The frame with the figures that are not too large to compare with a margin, and which are."""
    nw = library("narwhals.stable.v2")
    grown = max(
        (one.factor.adjusted() + 1 for one in bounds if one.factor is not None and one.factor > 1), default=0
    )
    limit = min(len(str(grid.highest)) - grid.places, _MOST_WHOLE - grown)
    if digits - grid.places <= limit:
        return frame, "value", None
    figure = nw.col("value")
    top = 10.0**limit * (1 - 1e-9)
    near = figure.cast(nw.Float64)
    fits = (near < top) & (near > -top)
    kept = nw.when(fits).then(figure)
    if digits > len(str(grid.highest)):
        kept = kept.cast(nw.Decimal(len(str(grid.highest)), grid.places))
    return frame.with_columns(kept.alias(f"{OWN}figure")), f"{OWN}figure", ~fits & ~figure.is_null()


def _within_digits(bounds: list[Bounds], digits: int, places: int) -> list[Bounds]:
    """The bounds, those whose margins would not fit into 38 digits left to the scalar engine."""
    factors = [one.factor for one in bounds if one.factor is not None]
    if all(factor == 1 for factor in factors):
        return bounds
    all_digits, decimals = digits_of(factors)
    near_digits, near_places = digits_of(
        end for one in bounds for end in (one.near_low, one.near_high) if end is not None
    )
    deep = max(places, near_places)
    gap = max(min(digits, 28) - places, near_digits - near_places) + deep + 1
    if gap + all_digits + 1 <= MARGIN_DIGITS and deep + decimals <= MARGIN_PLACES:
        return bounds
    return [one if one.factor in (None, 1) else Bounds(one.ruleset, one.id, one.unit) for one in bounds]


def _join_bounds(frame: Frame, columns: Columns, table: Any, *, by_unit: bool) -> Frame:
    left, right = ["id"], [f"{OWN}id"]
    if by_unit:
        left, right = [*left, f"{OWN}own_unit"], [*right, f"{OWN}unit"]
    if "ruleset" in columns.keys:
        table = table.append_column(f"{OWN}of", table.column(f"{OWN}ruleset"))
        left, right = [*left, "ruleset"], [*right, f"{OWN}of"]
    return left_joined(frame, table, left, right)


def _with_before(
    frame: Frame, columns: Columns, before: Frame, there: Columns, aliases: Mapping[tuple[str, str], str]
) -> tuple[Frame, tuple[str, ...]]:
    """The figures with last year's of the same place, id and time of the year beside them."""
    nw = library("narwhals.stable.v2")
    on = [key for key in columns.keys if key in there.keys]
    names = [name for name in ("value", "unit") if name in there.beside]
    left = [*on, f"{OWN}named"]
    frame, before = (_named(one, aliases, by_ruleset="ruleset" in on) for one in (frame, before))
    if "period" in on:
        frame = _with_year_before(frame, before)
        left = [f"{OWN}before" if key == "period" else key for key in left]
        filled = nw.col("period").fill_null(_NO_PERIOD).alias("period")
        before = before.with_columns(filled)
    own = [f"{OWN}named"]
    if "entity" in (*columns.beside, *there.beside):
        frame, before = _with_owner(frame, columns), _with_owner(before, there)
        own, left = [*own, f"{OWN}owner"], [*left, f"{OWN}owner"]
    by_id = nw.col("id") == nw.col(f"{OWN}named")
    right = before.select(
        *[nw.col(key).alias(f"{OWN}last_{key}") for key in (*on, *own)],
        *[nw.col(name).alias(f"before_{name}") for name in names],
        nw.when(by_id).then(nw.lit(1)).otherwise(nw.lit(0)).cast(nw.Int64).alias(f"{OWN}by_id"),
    )
    last = [f"{OWN}last_{key}" for key in (*on, *own)]
    right = distinct(right, *last, *[f"before_{name}" for name in names], f"{OWN}by_id")
    # a label stands for its target only where the id has no row, whoever's; of each one row
    target = [f"{OWN}last_{key}" for key in (*on, f"{OWN}named")]
    ids = right.group_by(*target).agg(nw.col(f"{OWN}by_id").max().alias(f"{OWN}ids"))
    ids = ids.select(*[nw.col(name).alias(f"{name}_") for name in target], f"{OWN}ids")
    told = [*[f"{name}_" for name in target], f"{OWN}ids"]
    right = right.join(ids, left_on=[*target, f"{OWN}by_id"], right_on=told, how="inner")
    once = right.group_by(*last).agg(nw.len().alias(f"{OWN}count"))
    once = once.filter(nw.col(f"{OWN}count") == 1).select(*[nw.col(name).alias(f"{name}_") for name in last])
    right = right.join(once, left_on=last, right_on=[f"{name}_" for name in last], how="inner")
    right = right.select(*last, *[f"before_{name}" for name in names])
    frame = frame.join(right, left_on=left, right_on=last, how="left")
    return frame, (*columns.beside, *[f"before_{name}" for name in names])


def _named(frame: Frame, aliases: Mapping[tuple[str, str], str], *, by_ruleset: bool) -> Frame:
    """The frame with the ids of the targets, where labels stand for them."""
    nw, pa = library("narwhals.stable.v2"), library("pyarrow")
    by_label: dict[tuple[str, ...], set[str]] = {}
    for (ruleset, label), target in aliases.items():
        by_label.setdefault((ruleset, label) if by_ruleset else (label,), set()).add(target)
    known = {key: found.pop() for key, found in by_label.items() if len(found) == 1}
    if not known:
        return frame.with_columns(nw.col("id").alias(f"{OWN}named"))
    on = ["ruleset", "id"] if by_ruleset else ["id"]
    there = [f"{OWN}of_{name}" for name in on]
    columns = dict(zip(there, zip(*known, strict=True), strict=True)) | {f"{OWN}alias": tuple(known.values())}
    table = pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()})
    alias = nw.col(f"{OWN}alias")
    named = nw.when(~alias.is_null()).then(alias).otherwise(nw.col("id")).alias(f"{OWN}named")
    return left_joined(frame, table, on, there).with_columns(named)


def _with_owner(frame: Frame, columns: Columns) -> Frame:
    """The figures with the name of whose they are, as names are compared."""
    nw, pa = library("narwhals.stable.v2"), library("pyarrow")
    if "entity" not in columns.beside:
        return frame.with_columns(nw.lit("").alias(f"{OWN}owner"))
    frame = frame.with_columns(nw.col("entity").fill_null("").alias(f"{OWN}entity"))
    names = collected(distinct(frame, f"{OWN}entity")).column(0).to_pylist()
    folded = {f"{OWN}spelt": names, f"{OWN}owner": [fold(tidy(name)) for name in names]}
    table = pa.table({name: pa.array(values, pa.string()) for name, values in folded.items()})
    return left_joined(frame, table, [f"{OWN}entity"], [f"{OWN}spelt"])


def _with_year_before(frame: Frame, before: Frame) -> Frame:
    """The figures with the name of the period whose figures of last year belong to them."""
    nw, pa = library("narwhals.stable.v2"), library("pyarrow")
    now, known = (collected(distinct(one, "period")).column(0).to_pylist() for one in (frame, before))
    names = [one or _NO_PERIOD for one in now]
    last = [year_before(one, set(known)) for one in now]
    found = [one or _NO_PERIOD if one in known else None for one in last]
    table = pa.table(
        {f"{OWN}now": pa.array(names, pa.string()), f"{OWN}before": pa.array(found, pa.string())}
    )
    frame = frame.with_columns(nw.col("period").fill_null(_NO_PERIOD).alias(f"{OWN}period"))
    return left_joined(frame, table, [f"{OWN}period"], [f"{OWN}now"])


def _needs_scalar(
    columns: Columns, raw: tuple[str, ...], bounds: list[Bounds], figure: str, special: Any
) -> Any:
    """Which rows the scalar engine judges, as an expression; None where it judges none."""
    nw = library("narwhals.stable.v2")
    parts = []
    if special is not None:
        parts.append(special)
    if any(one.scalar for one in bounds):
        parts.append(nw.col(f"{OWN}scalar"))
    if any(one.negative_scalar for one in bounds):
        parts.append((nw.col(figure) < 0) & nw.col(f"{OWN}negative_scalar"))
    for name in ("baseline", "before_value"):
        if name in raw:
            parts.append((nw.col(figure) < 0) & ~nw.col(name).is_null())
    if "population" in columns.beside:
        parts.append(~nw.col("population").is_null())
    if not parts:
        return None
    whole = parts[0].fill_null(False)
    for part in parts[1:]:
        whole = whole | part.fill_null(False)
    return whole & ~nw.col(f"{OWN}target").is_null()
