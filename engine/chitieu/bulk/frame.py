"""The frame that a user has, by way of narwhals: its columns, and small tables brought into its engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chitieu.bulk.libraries import library
from chitieu.bulk.sql import DUCKDB, SPARK
from chitieu.diagnostics import Diagnostic, UsageError

#: A frame of narwhals, eager or lazy.
Frame = Any
#: A native frame: a DuckDB relation, a Polars, pandas or PySpark frame, a PyArrow table.
Native = Any


def frame_of(native: Native) -> Frame:
    """The narwhals frame of a native one; pandas columns of any kind become Arrow columns, Polars frames lazy.

    Raises:
        UsageError: It is no frame that narwhals knows, or pandas holds a column of mixed values.
    """
    nw = library("narwhals.stable.v2")
    try:
        frame = nw.from_native(native)
    except TypeError as unknown:
        params = {"kind": type(native).__name__}
        raise UsageError(Diagnostic("bulk.unknown_frame", params)) from unknown
    if frame.implementation.is_pandas():
        return nw.from_native(_arrow_backed(frame.to_native()))
    return frame.lazy() if frame.implementation.is_polars() else frame


def _arrow_backed(native: Any) -> Any:
    pa, pd = library("pyarrow"), library("pandas")
    try:
        table = pa.Table.from_pandas(native, preserve_index=False)
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError) as mixed:
        raise UsageError(Diagnostic("bulk.mixed_column", {"detail": str(mixed)})) from mixed
    return table.to_pandas(types_mapper=pd.ArrowDtype)


def small(table: Any, beside: Frame) -> Frame:
    """A small Arrow table as a frame of the engine that another frame lives in."""
    nw = library("narwhals.stable.v2")
    kind = beside.implementation
    native = beside.to_native()
    if kind.is_duckdb():
        chitieu_small = table  # noqa: F841 (DuckDB finds it by its name)
        found = native.query("chitieu_rows", "SELECT * FROM chitieu_small")
    elif kind.is_polars():
        found = library("polars").from_arrow(table).lazy()
    elif kind.is_pandas():
        found = table.to_pandas(types_mapper=library("pandas").ArrowDtype)
    elif kind.is_pyspark():
        functions = library("pyspark.sql.functions")
        # every executor gets it whole: the actuals are not shuffled
        found = functions.broadcast(native.sparkSession.createDataFrame(table))
    else:
        found = table
    return nw.from_native(found)


def left_joined(frame: Frame, table: Any, left_on: list[str], right_on: list[str]) -> Frame:
    """A frame with the columns of a small Arrow table, all named otherwise, beside it; ``right_on`` is left out."""
    nw = library("narwhals.stable.v2")
    native, kind = frame.to_native(), frame.implementation
    if kind.is_duckdb():
        # in one query: DuckDB binds every step of a relation anew, which takes longer than to judge a million rows
        chitieu_small = table  # noqa: F841 (DuckDB finds it by its name)
        on = DUCKDB.same(left_on, right_on, ("l.", "r."))
        kept = [f"r.{DUCKDB.quoted(name)}" for name in table.column_names if name not in right_on]
        query = (
            f"SELECT {', '.join(['l.*', *kept])} FROM chitieu_rows AS l LEFT JOIN chitieu_small AS r ON {on}"
        )
        return nw.from_native(native.query("chitieu_rows", query))
    if kind.is_pyspark():
        on = library("pyspark.sql.functions").expr(SPARK.same(left_on, right_on))
        return nw.from_native(native.join(small(table, frame).to_native(), on, "left").drop(*right_on))
    return frame.join(small(table, frame), left_on=left_on, right_on=right_on, how="left")


def selected(frame: Frame, columns: Callable[[Any], list[Any]]) -> Frame:
    """A frame of some expressions; ``columns`` gives them, in the words of narwhals or in those of ``sql``."""
    nw = library("narwhals.stable.v2")
    native, kind = frame.to_native(), frame.implementation
    if kind.is_duckdb():
        return nw.from_native(native.project(", ".join(column.text for column in columns(DUCKDB))))
    if kind.is_pyspark():
        return nw.from_native(native.selectExpr(*[column.text for column in columns(SPARK)]))
    return frame.select(*columns(nw))


def collected(frame: Frame) -> Any:
    """The frame as an Arrow table."""
    nw = library("narwhals.stable.v2")
    if isinstance(frame, nw.LazyFrame):
        frame = frame.collect("pyarrow")
    return frame.to_arrow()


def distinct(frame: Frame, *columns: str) -> Frame:
    """The distinct rows of some columns. By groups: some engines number all rows for anything else."""
    nw = library("narwhals.stable.v2")
    count = "chitieu_count"
    return frame.select(*columns).group_by(*columns).agg(nw.len().alias(count)).select(*columns)


def given_back(frame: Frame, like: Native) -> Native:
    """The native frame of the kind that the user gave: an eager Polars frame comes back eager."""
    nw = library("narwhals.stable.v2")
    first = nw.from_native(like)
    if first.implementation.is_polars() and isinstance(first, nw.DataFrame):
        return frame.to_native().collect()
    return frame.to_native()
