"""Bulk evaluation: figures of any number joined with the rows of rulesets, in the engine that holds them.

Three ways lead to a verdict. A figure is compared with the bounds of its target in its unit, by the engine. What is
more than that (words, grades, changes, plans, two readings) is judged by the scalar engine, once for each distinct
row, and joined back. Rows that must be judged at once (duplicates, entities, restatements) go there by place and
period.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from chitieu.bulk.columns import KEYS, OWN, Columns, typed
from chitieu.bulk.comparison import Comparison
from chitieu.bulk.frame import (
    Frame,
    Native,
    collected,
    distinct,
    frame_of,
    given_back,
    left_joined,
    selected,
    small,
)
from chitieu.bulk.joined import Joined, join_figures
from chitieu.bulk.libraries import library
from chitieu.bulk.rows import RuleRow, read_rows
from chitieu.bulk.scalar import Scalar, Settled
from chitieu.bulk.tables import TOGETHER, verdicts_table
from chitieu.diagnostics import ActualsError, Diagnostic

_BATCH = 16_384
VERDICT = ("id", "outcome", "margin", "completion", "code")


def evaluate(
    rows: Any,
    actuals: Native,
    *,
    baseline: Native | None = None,
    unique: bool = False,
    complete: bool = False,
) -> Native:
    """Judge every row of figures.

    Args:
        rows: The table of ``ruleset.to_rows()``, a ruleset, or several.
        actuals: A DuckDB relation, a Polars, pandas or PySpark frame, or a PyArrow table, with the columns ``id``
            and ``value`` and, where known, ``unit``, ``baseline``, ``plan``, ``population``, ``entity``, ``place``,
            ``period``, ``region``; with rows of several rulesets also ``ruleset``. Values are decimals, whole
            numbers, floats (each means its shortest decimal) or text, which is read as files are.
        baseline: Last year's figures, a frame of the same engine: each gives the baseline of its place and id.
        unique: The caller vouches that no place, period and target has two rows; duplicates are not looked for.
        complete: Give a verdict also for targets of which a place and period says nothing.

    Returns:
        A frame of the same kind, lazy where that is: the columns of ``KEYS`` that were given, ``id``, ``outcome``,
        ``margin`` (DECIMAL(38, 12) in the target's unit, exact up to 12 decimals), ``completion`` (a double, to be
        read and not to be compared) and ``code``, that of the first reason. One row for each place, period and
        target, in no order. A row of an id that no ruleset has is undecided with ``verdict.unknown_id``; so is that
        of the label of an item where the id of its only target has a row too.

    Raises:
        ActualsError: A column is missing or of a type that cannot be judged.
        UsageError: ``rows`` or ``actuals`` is nothing that can be judged, or a library is not installed.

    >>> import pyarrow as pa
    >>> from chitieu.ruleset import Item, Rule, Ruleset
    >>> from chitieu.target import Bound, Target
    >>> target = Target(indicator="Tỷ lệ", condition=Bound(op=">", value="98", unit="%"))
    >>> ruleset = Ruleset("r", "", (), (Item("1"),), (Rule("1.1", "1", "", target),))
    >>> table = pa.table({"place": ["A", "B"], "id": ["1.1", "1.1"], "value": ["98,2%", "98%"]})
    >>> evaluate(ruleset, table).sort_by("place").column("outcome").to_pylist()
    ['met', 'not_met']
    """
    rules = read_rows(rows)
    frame, columns = typed(frame_of(actuals))
    _refuse_unassigned(rules, columns)
    before = None if baseline is None else typed(frame_of(baseline), name="baseline")
    joined = join_figures(frame, columns, rules, before)
    out = [*_together(joined, rules, unique=unique)]
    out.insert(0, _one_by_one(joined, rules))
    if complete:
        out.append(_missing(joined, rules, out))
    nw = library("narwhals.stable.v2")
    whole = nw.concat(out, how="vertical") if len(out) > 1 else out[0]
    return given_back(whole, actuals)


def _refuse_unassigned(rules: list[RuleRow], columns: Columns) -> None:
    names = {row.ruleset.name for row in rules}
    if len(names) > 1 and "ruleset" not in columns.keys:
        raise ActualsError(Diagnostic("bulk.no_ruleset_column", {"names": ", ".join(sorted(names))}))


def _keys(joined: Joined) -> list[str]:
    return [key for key in KEYS if key in joined.columns.keys]


def _one_by_one(joined: Joined, rules: list[RuleRow]) -> Frame:
    """The verdicts on the rows that stand for themselves."""
    nw = library("narwhals.stable.v2")
    frame = joined.frame
    judged = joined.may_need_scalar
    if judged:
        names = [*joined.raw]
        parts = [nw.col(name).cast(nw.String).fill_null("\0") for name in names]
        key = nw.concat_str([nw.col(f"{OWN}ruleset"), nw.col(f"{OWN}target"), *parts], separator="\1")
        frame = frame.with_columns(nw.when(joined.needs_scalar).then(key).alias(f"{OWN}key"))
        wanted = frame.filter(~nw.col(f"{OWN}key").is_null())
        kept = [f"{OWN}key", f"{OWN}ruleset", f"{OWN}target", *names]
        given = collected(distinct(wanted, *kept))
        settled = _settled(given, joined, rules)
        frame = left_joined(frame, settled, [f"{OWN}key"], [f"{OWN}scalar_key"])
    return selected(frame, lambda words: Comparison(joined, judged, words).columns(_keys(joined)))


def _settled(given: Any, joined: Joined, rules: list[RuleRow]) -> Any:
    pa = library("pyarrow")
    scalar = Scalar(rules, joined.raw)
    parts = [verdicts_table({"key": []}, [])]
    for batch in given.to_batches(max_chunksize=_BATCH):
        lines = batch.to_pylist()
        verdicts = [scalar.one(line[f"{OWN}ruleset"], line[f"{OWN}target"], line) for line in lines]
        parts.append(verdicts_table({"key": [line[f"{OWN}key"] for line in lines]}, verdicts))
    table = pa.concat_tables(parts)
    return table.rename_columns([f"{OWN}scalar_{name}" for name in table.column_names])


# ---- rows that must be judged at once -------------------------------------------------------------------


def _together(joined: Joined, rules: list[RuleRow], *, unique: bool) -> list[Frame]:
    """The verdicts on duplicates, entities and restatements; they leave ``joined.frame``."""
    nw = library("narwhals.stable.v2")
    keys = _keys(joined)
    whole = joined.frame
    marks = []
    if any(row.together for row in rules):
        marks.append(nw.col(f"{OWN}{TOGETHER}").fill_null(False))
    if not unique:
        counted = [*keys, f"{OWN}target"]
        known = whole.filter(~nw.col(f"{OWN}target").is_null())
        twice = known.group_by(*counted).agg(nw.len().alias(f"{OWN}count")).filter(nw.col(f"{OWN}count") > 1)
        found = collected(twice.select(*counted))
        if found.num_rows:
            whole = _marked(whole, found, counted)
            marks.append(nw.col(f"{OWN}twice").fill_null(False))
    if not marks:
        return []
    at_once = marks[0] if len(marks) == 1 else marks[0] | marks[1]
    joined.frame = whole.filter(~at_once)
    names = [*keys, f"{OWN}ruleset", f"{OWN}target", "id", *joined.raw]
    given = collected(whole.filter(at_once).select(*names))
    return [small(_judged_together(given, joined, rules), whole)] if given.num_rows else []


def _marked(whole: Frame, found: Any, counted: list[str]) -> Frame:
    """The frame with a mark on the rows of places, periods and targets that have several."""
    nw, pa, pc = library("narwhals.stable.v2"), library("pyarrow"), library("pyarrow.compute")
    table = pa.table(
        {
            f"{OWN}twice_{at}": pc.fill_null(pc.cast(found.column(name), pa.string()), "\0")
            for at, name in enumerate(counted)
        }
        | {f"{OWN}twice": pa.array([True] * found.num_rows, pa.bool_())}
    )
    there = [f"{OWN}twice_{at}" for at in range(len(counted))]
    here = [f"{OWN}here_{at}" for at in range(len(counted))]
    filled = [nw.col(name).fill_null("\0").alias(own) for name, own in zip(counted, here, strict=True)]
    return left_joined(whole.with_columns(*filled), table, here, there)


def _judged_together(given: Any, joined: Joined, rules: list[RuleRow]) -> Any:
    pa = library("pyarrow")
    scalar = Scalar(rules, joined.raw)
    keys = _keys(joined)
    heads = {(row.ruleset.name, row.rule.id): row.group[0] for row in rules}
    parts = [verdicts_table({name: [] for name in (*keys, "id")}, [])]
    said: list[tuple[Any, ...]] = []
    verdicts: list[Settled] = []

    def tell() -> None:
        columns = zip((*keys, "id"), zip(*said, strict=True), strict=True)
        parts.append(verdicts_table(dict(columns), verdicts))
        said.clear()
        verdicts.clear()

    for key, lines in _by_key(given, [*keys, f"{OWN}ruleset"]):
        groups: dict[str, list[dict[str, Any]]] = {}
        for line in lines:
            groups.setdefault(heads[key[-1], line["target"]], []).append(line)
        for group in groups.values():
            for name, verdict in scalar.together(key[-1], group).items():
                said.append((*key[:-1], name))
                verdicts.append(verdict)
        if len(said) >= _BATCH:
            tell()
    if said:
        tell()
    return pa.concat_tables(parts)


def _by_key(given: Any, names: list[str]) -> Iterator[tuple[tuple[Any, ...], list[dict[str, Any]]]]:
    """The rows of a table by the values of some columns; a few of them at a time become Python's."""
    ordered = given.sort_by([(name, "ascending") for name in names])
    lines = (line for batch in ordered.to_batches(max_chunksize=_BATCH) for line in batch.to_pylist())
    for key, several in groupby(lines, lambda line: tuple(line[name] for name in names)):
        yield key, [line | {"target": line[f"{OWN}target"]} for line in several]


# ---- targets of which nothing is said -------------------------------------------------------------------


def _missing(joined: Joined, rules: list[RuleRow], judged: list[Frame]) -> Frame:
    """Verdicts on the targets of which a place and period says nothing."""
    nw = library("narwhals.stable.v2")
    keys = _keys(joined)
    scalar = Scalar(rules, ())
    nothing = [scalar.nothing(row) for row in rules]
    columns = {f"{OWN}ruleset": [row.ruleset.name for row in rules], "id": [row.rule.id for row in rules]}
    every = small(verdicts_table(columns, nothing), joined.frame)
    whole = (
        nw.concat([one.select(*keys, "id") for one in judged], how="vertical")
        if len(judged) > 1
        else judged[0]
    )
    there = whole.select(*keys, "id")
    if keys:
        said = distinct(there, *keys)
        own = [key for key in keys if key == "ruleset"]
        wanted = (
            said.join(every, left_on=own, right_on=[f"{OWN}ruleset"], how="inner")
            if own
            else said.join(every, how="cross")
        )
    else:
        wanted = every
    on = [f"{OWN}here_{key}" for key in (*keys, "id")]
    filling = [nw.col(key).fill_null("\0").alias(own) for key, own in zip((*keys, "id"), on, strict=True)]
    present, filled = there.select(*filling), wanted.with_columns(*filling)
    return filled.join(present, on=on, how="anti").select(*keys, *VERDICT)
