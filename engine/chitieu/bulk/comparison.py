"""The comparison itself, as expressions of any engine: one figure, closed ends of its own type."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from chitieu.bulk.columns import OWN
from chitieu.bulk.joined import Joined
from chitieu.bulk.libraries import library
from chitieu.bulk.scalar import MARGIN_DIGITS, MARGIN_PLACES


def verdict_columns(joined: Joined, *, scalar: bool) -> list[Any]:
    """The columns ``outcome``, ``margin``, ``completion`` and ``code`` of every row.

    ``scalar`` tells that verdicts of the scalar engine stand beside some rows: there they are the verdict.
    """
    return [
        _outcome(joined, scalar).alias("outcome"),
        _margin(joined, scalar).alias("margin"),
        _completion(joined, scalar).alias("completion"),
        _code(joined, scalar).alias("code"),
    ]


def _col(name: str) -> Any:
    return library("narwhals.stable.v2").col(f"{OWN}{name}")


def _zones(joined: Joined) -> list[tuple[Any, Any]]:
    """Where nothing is compared, and the code that says why."""
    bounds, figure = joined.bounds, joined.figure
    zones: list[tuple[Any, Any]] = []
    if any(one.below_zero for one in bounds):
        zones.append(((figure < 0) & ~_col("below_zero").is_null(), _col("below_zero")))
    if any(one.code for one in bounds):
        zones.append((~_col("code").is_null(), _col("code")))
    if any(one.ratio for one in bounds):
        zones.append(((figure > 0) & (figure < 1) & ~_col("ratio").is_null(), _col("ratio")))
    return zones


def _met(joined: Joined) -> Any:
    return (joined.figure >= _col("low")) & (joined.figure <= _col("high"))


def _accepted(joined: Joined) -> Any:
    return (joined.figure >= _col("accepted_low")) & (joined.figure <= _col("accepted_high"))


def _undecided(joined: Joined) -> Any:
    """Whether nothing is compared: no figure, no bounds, or a zone."""
    whole = joined.figure.is_null() | _col("low").is_null()
    for inside, _ in _zones(joined):
        whole = whole | inside
    return whole


def _outcome(joined: Joined, scalar: bool) -> Any:
    nw = library("narwhals.stable.v2")
    chain = nw
    if scalar:
        chain = chain.when(~_col("key").is_null()).then(_col("scalar_outcome"))
    zones = [inside for inside, _ in _zones(joined)]
    if zones:
        chain = chain.when(reduce(or_, zones)).then(nw.lit("undecided"))
    chain = chain.when(_met(joined)).then(nw.lit("met"))
    chain = chain.when(_accepted(joined)).then(nw.lit("exceeded"))
    # last: without a figure or bounds no comparison holds, and what holds is settled by then
    nothing = joined.figure.is_null() | _col("low").is_null()
    return chain.when(nothing).then(nw.lit("undecided")).otherwise(nw.lit("not_met"))


def _code(joined: Joined, scalar: bool) -> Any:
    nw = library("narwhals.stable.v2")
    chain = nw
    if scalar:
        chain = chain.when(~_col("key").is_null()).then(_col("scalar_code"))
    chain = chain.when(_col("target").is_null()).then(nw.lit("verdict.unknown_id"))
    chain = chain.when(joined.figure.is_null()).then(nw.lit("verdict.missing"))
    for inside, code in _zones(joined):
        chain = chain.when(inside).then(code)
    chain = chain.when(_met(joined)).then(nw.lit("verdict.met"))
    chain = chain.when(_accepted(joined)).then(nw.lit("verdict.exceeded"))
    return chain.otherwise(nw.lit("verdict.not_met"))


def _margin(joined: Joined, scalar: bool) -> Any:
    """The signed distance to the nearest end of the stated set, in the target's unit."""
    nw = library("narwhals.stable.v2")
    wide = nw.Decimal(MARGIN_DIGITS, MARGIN_PLACES)
    digits, places = joined.digits
    figure = joined.figure
    if places == 0 and digits in (0, 19):
        figure = figure.cast(nw.Decimal(19, 0))
    gap = (
        nw.when(figure <= _col("middle"))
        .then(figure - _col("near_low"))
        .otherwise(figure - _col("near_high"))
    )
    gap = nw.when(gap < 0).then(-gap).otherwise(gap)
    if joined.converts:
        factor = _col("factor")
        if joined.frame.implementation.is_polars():  # its product has no more decimals than its operands
            gap, factor = gap.cast(wide), factor.cast(wide)
        gap = gap * factor
    gap = gap.cast(wide)
    chain = nw
    if scalar:
        chain = chain.when(~_col("key").is_null()).then(_col("scalar_margin"))
    chain = chain.when(_undecided(joined)).then(nw.lit(None).cast(wide))
    return chain.when(_accepted(joined)).then(gap).otherwise(-gap)


def _completion(joined: Joined, scalar: bool) -> Any:
    """The figure in per cent of the target's; a double, to be read."""
    nw = library("narwhals.stable.v2")
    share = joined.figure.cast(nw.Float64) * 100.0 / _col("first")
    chain = nw
    if scalar:
        chain = chain.when(~_col("key").is_null()).then(_col("scalar_completion"))
    chain = chain.when(_undecided(joined)).then(nw.lit(None).cast(nw.Float64))
    return chain.otherwise(share)
