"""Verdicts summed up: items, counts by anything, places ranked, and what changed since the period before."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby, pairwise
from typing import Any

from chitieu.bulk.columns import KEYS
from chitieu.bulk.frame import Frame, Native, collected, distinct, frame_of, given_back, small
from chitieu.bulk.libraries import library
from chitieu.bulk.periods import order
from chitieu.bulk.rows import read_rows
from chitieu.diagnostics import Diagnostic, UsageError

OUTCOMES = ("met", "exceeded", "not_met", "undecided")
_NOT_APPLICABLE = "verdict.not_applicable"
_RANKS = {"not_met": 0, "met": 1, "exceeded": 2}


def judge_items(rows: Any, verdicts: Native) -> Native:
    """One outcome for each place, period and item, by Kleene, as a report has it.

    Args:
        rows: What the verdicts were made by: the table of ``to_rows()``, a ruleset, or several.
        verdicts: What ``evaluate`` gave; with ``complete=True`` targets of which nothing is said count as undecided.

    Returns:
        A frame of the same kind: the keys, ``item``, ``section``, ``outcome``, ``targets`` (how many counted).

    Raises:
        UsageError: A column is missing.
    """
    nw = library("narwhals.stable.v2")
    frame = frame_of(verdicts)
    keys = _keys(frame)
    _need(frame, "id", "outcome", "code")
    told = frame.filter(nw.col("code") != _NOT_APPLICABLE)
    on = ["id", "ruleset"] if "ruleset" in keys else ["id"]
    told = told.join(small(_items(rows), frame), on=on, how="inner")
    by = [*keys, "item", "section"]
    counts = _summed(told, by)
    targets = nw.col("met") + nw.col("exceeded") + nw.col("not_met") + nw.col("undecided")
    outcome = (
        nw.when(nw.col("not_met") > 0)
        .then(nw.lit("not_met"))
        .when(nw.col("undecided") > 0)
        .then(nw.lit("undecided"))
        .when(nw.col("met") == 0)
        .then(nw.lit("exceeded"))
        .otherwise(nw.lit("met"))
    )
    return given_back(counts.select(*by, outcome.alias("outcome"), targets.alias("targets")), verdicts)


def count_outcomes(verdicts: Native, by: Sequence[str] = ()) -> Native:
    """How many there are of each outcome.

    Args:
        verdicts: What ``evaluate`` or ``judge_items`` gave; "không phát sinh" is left out.
        by: Columns to count by: region, place, period, section, item, id …

    Returns:
        A frame of the same kind: ``by``, then ``met``, ``exceeded``, ``not_met``, ``undecided``.

    Raises:
        UsageError: A column is missing.

    >>> import pyarrow as pa
    >>> given = pa.table({"place": ["A", "A"], "outcome": ["met", "not_met"]})
    >>> count_outcomes(given, ["place"]).to_pylist()
    [{'place': 'A', 'met': 1, 'exceeded': 0, 'not_met': 1, 'undecided': 0}]
    """
    nw = library("narwhals.stable.v2")
    frame = frame_of(verdicts)
    _need(frame, "outcome", *by)
    if "code" in frame.collect_schema():
        frame = frame.filter(nw.col("code") != _NOT_APPLICABLE)
    return given_back(_summed(frame, by), verdicts)


def rank_places(verdicts: Native, by: str = "place") -> Native:
    """Places in the order of the share of what they achieved, for each period by itself.

    Args:
        verdicts: What ``evaluate`` or ``judge_items`` gave.
        by: What is ranked: place, region.

    Returns:
        A frame of the same kind: ``period`` (where there is one), ``by``, ``achieved`` (met or exceeded), ``counted``,
        ``rank``: 1 the best, the same rank for the same share, which is compared as a fraction.

    Raises:
        UsageError: A column is missing.
    """
    frame = frame_of(verdicts)
    over = ["period"] if "period" in frame.collect_schema() else []
    pa = library("pyarrow")
    counts = collected(frame_of(count_outcomes(verdicts, [*over, by]))).to_pylist()
    for line in counts:
        line["achieved"] = line["met"] + line["exceeded"]
        line["counted"] = line["achieved"] + line["not_met"] + line["undecided"]

    def period(line: dict[str, Any]) -> Any:
        return order("".join(line[name] or "" for name in over))

    def share(line: dict[str, Any]) -> Fraction:
        return Fraction(line["achieved"], line["counted"] or 1)

    ranked = []
    for _, lines in groupby(sorted(counts, key=period), period):
        place, last = 0, None
        for number, line in enumerate(sorted(lines, key=lambda one: (-share(one), one[by] or "")), 1):
            place, last = (place if share(line) == last else number), share(line)
            ranked.append(line | {"rank": place})
    kinds = [(name, pa.string()) for name in (*over, by)]
    kinds += [(name, pa.int64()) for name in ("achieved", "counted", "rank")]
    return given_back(small(pa.Table.from_pylist(ranked, schema=pa.schema(kinds)), frame), verdicts)


def changes(verdicts: Native) -> Native:
    """What every target of a place became since the period before; periods are in the order of their years and numbers.

    Args:
        verdicts: What ``evaluate`` gave, with several periods ("2025-01", "2025-02"; "Tháng 9/2025", "Tháng 10/2025").

    Returns:
        A frame of the same kind: the keys, ``id``, ``previous`` (the period before), ``before`` and ``outcome``, and
        ``change``: better, worse, same, or unclear where one of the two is undecided. First periods have no row.

    Raises:
        UsageError: A column is missing.
    """
    nw, pa = library("narwhals.stable.v2"), library("pyarrow")
    frame = frame_of(verdicts)
    _need(frame, "id", "period", "outcome")
    keys = _keys(frame)
    names = collected(distinct(frame, "period")).column(0).to_pylist()
    pairs = list(pairwise(sorted((name for name in names if name is not None), key=order)))
    previous = pa.table(
        {
            "period": pa.array([now for _, now in pairs], pa.string()),
            "previous": pa.array([was for was, _ in pairs], pa.string()),
        }
    )
    names = [*[key for key in keys if key not in ("period", "region")], "id"]
    here = frame.select(*keys, "id", "outcome").join(small(previous, frame), on="period", how="inner")
    there = frame.select(
        *[nw.col(name).alias(f"chitieu_{name}") for name in names],
        nw.col("period").alias("chitieu_period"),
        nw.col("outcome").alias("before"),
    )
    right = [*[f"chitieu_{name}" for name in names], "chitieu_period"]
    both = here.join(there, left_on=[*names, "previous"], right_on=right, how="inner")
    now, was = _rank(nw, "outcome"), _rank(nw, "before")
    change = (
        nw.when((now < 0) | (was < 0))
        .then(nw.lit("unclear"))
        .when(now > was)
        .then(nw.lit("better"))
        .when(now < was)
        .then(nw.lit("worse"))
        .otherwise(nw.lit("same"))
    )
    out = both.select(*keys, "id", "previous", "before", "outcome", change.alias("change"))
    return given_back(out, verdicts)


def _rank(nw: Any, column: str) -> Any:
    chain = nw
    for outcome, rank in _RANKS.items():
        chain = chain.when(nw.col(column) == outcome).then(nw.lit(rank))
    return chain.otherwise(nw.lit(-1))


def _flagged(frame: Frame) -> Frame:
    """The frame with a column of 1 and 0 for each outcome: some engines sum columns only."""
    nw = library("narwhals.stable.v2")
    return frame.with_columns(
        *[
            nw.when(nw.col("outcome") == outcome)
            .then(nw.lit(1))
            .otherwise(nw.lit(0))
            .cast(nw.Int64)
            .alias(outcome)
            for outcome in OUTCOMES
        ]
    )


def _summed(frame: Frame, by: Sequence[str]) -> Frame:
    """The sums of the flags; in a type of their own: some engines widen sums."""
    nw = library("narwhals.stable.v2")
    sums = [nw.col(outcome).sum() for outcome in OUTCOMES]
    whole = _flagged(frame).group_by(*by).agg(*sums) if by else _flagged(frame).select(*sums)
    return whole.select(*by, *[nw.col(outcome).cast(nw.Int64) for outcome in OUTCOMES])


def _items(rows: Any) -> Any:
    """The item and the section of every target that counts."""
    pa = library("pyarrow")
    counted = [row for row in read_rows(rows) if row.counted]
    columns = {
        "ruleset": [row.ruleset.name for row in counted],
        "id": [row.rule.id for row in counted],
        "item": [row.item for row in counted],
        "section": [row.section or "" for row in counted],
    }
    return pa.table({name: pa.array(values, pa.string()) for name, values in columns.items()})


def _keys(frame: Frame) -> list[str]:
    schema = frame.collect_schema()
    return [key for key in KEYS if key in schema]


def _need(frame: Frame, *columns: str) -> None:
    schema = frame.collect_schema()
    for column in columns:
        if column not in schema:
            params = {"column": column, "table": "verdicts", "seen": ", ".join(schema) or "—"}
            raise UsageError(Diagnostic("bulk.no_column", params))
