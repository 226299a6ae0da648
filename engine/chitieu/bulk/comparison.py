"""The comparison itself, as expressions of any engine: one figure, closed ends of its own type."""

from __future__ import annotations

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


def _ratio(joined: Joined) -> Any:
    """Whether a figure may be a ratio; None where no target has such figures."""
    if not any(one.ratio for one in joined.bounds):
        return None
    return (joined.figure > 0) & (joined.figure < 1) & ~_col("ratio").is_null()


def _below_zero(joined: Joined) -> tuple[Any, Any] | None:
    """Whether a figure is below 0 where that cannot be compared, and why; None where no target has such figures."""
    codes = {one.below_zero for one in joined.bounds if not one.scalar}
    if codes <= {None}:
        return None
    if len(codes) == 1:  # the same everywhere: no column need be joined for it
        return joined.figure < 0, library("narwhals.stable.v2").lit(codes.pop())
    return (joined.figure < 0) & ~_col("below_zero").is_null(), _col("below_zero")


def _met(joined: Joined) -> Any:
    return (joined.figure >= _col("low")) & (joined.figure <= _col("high"))


def _accepted(joined: Joined) -> Any:
    return (joined.figure >= _col("accepted_low")) & (joined.figure <= _col("accepted_high"))


def _nothing(joined: Joined) -> Any:
    """Whether there is nothing to compare: no figure, no bounds in its unit, or a figure below 0."""
    whole = joined.figure.is_null() | _col("low").is_null()
    below = _below_zero(joined)
    return whole if below is None else whole | below[0]


def _outcome(joined: Joined, scalar: bool) -> Any:
    nw = library("narwhals.stable.v2")
    chain = nw
    if scalar:
        chain = chain.when(~_col("key").is_null()).then(_col("scalar_outcome"))
    if (ratio := _ratio(joined)) is not None:
        chain = chain.when(ratio).then(nw.lit("undecided"))
    chain = chain.when(_met(joined)).then(nw.lit("met"))
    chain = chain.when(_accepted(joined)).then(nw.lit("exceeded"))
    # late: where there is nothing to compare neither of them holds, and fewer rows are left to look at
    return chain.when(_nothing(joined)).then(nw.lit("undecided")).otherwise(nw.lit("not_met"))


def _code(joined: Joined, scalar: bool) -> Any:
    nw = library("narwhals.stable.v2")
    chain = nw
    if scalar:
        chain = chain.when(~_col("key").is_null()).then(_col("scalar_code"))
    if (ratio := _ratio(joined)) is not None:
        chain = chain.when(ratio).then(_col("ratio"))
    chain = chain.when(_met(joined)).then(nw.lit("verdict.met"))
    chain = chain.when(_accepted(joined)).then(nw.lit("verdict.exceeded"))
    chain = chain.when(_col("target").is_null()).then(nw.lit("verdict.unknown_id"))
    chain = chain.when(joined.figure.is_null()).then(nw.lit("verdict.missing"))
    if (below := _below_zero(joined)) is not None:
        chain = chain.when(below[0]).then(below[1])
    if any(one.code for one in joined.bounds):
        chain = chain.when(~_col("code").is_null()).then(_col("code"))
    return chain.otherwise(nw.lit("verdict.not_met"))


def _refused(joined: Joined) -> Any:
    """Whether a figure is there and cannot be compared, as an expression; None where every figure can be."""
    below, ratio = _below_zero(joined), _ratio(joined)
    if below is None:
        return ratio
    return below[0] if ratio is None else below[0] | ratio


def _margin(joined: Joined, scalar: bool) -> Any:
    """The signed distance to the nearest end of the stated set, in the target's unit; null without bounds."""
    nw = library("narwhals.stable.v2")
    wide = nw.Decimal(MARGIN_DIGITS, MARGIN_PLACES)
    digits, places = joined.digits
    figure = joined.figure
    if places == 0 and digits in (0, 19):
        figure = figure.cast(nw.Decimal(19, 0))
    near = nw.when(figure <= _col("middle")).then(_col("near_low")).otherwise(_col("near_high"))
    gap = (figure - near).abs()
    if joined.converts:
        factor = _col("factor")
        if joined.frame.implementation.is_polars():  # its product has no more decimals than its operands
            gap, factor = gap.cast(wide), factor.cast(wide)
        gap = gap * factor
    margin = nw.when(_accepted(joined)).then(gap).otherwise(-gap).cast(wide)
    return _decided(joined, scalar, "margin", margin)


def _completion(joined: Joined, scalar: bool) -> Any:
    """The figure in per cent of the target's; a double, to be read; null without bounds."""
    nw = library("narwhals.stable.v2")
    share = joined.figure.cast(nw.Float64) * 100.0 / _col("first")
    return _decided(joined, scalar, "completion", share)


def _decided(joined: Joined, scalar: bool, name: str, value: Any) -> Any:
    """A value, or that of the scalar engine, or none where the figure cannot be compared."""
    nw = library("narwhals.stable.v2")
    if (refused := _refused(joined)) is not None:
        value = nw.when(~refused).then(value)
    return nw.when(_col("key").is_null()).then(value).otherwise(_col(f"scalar_{name}")) if scalar else value
