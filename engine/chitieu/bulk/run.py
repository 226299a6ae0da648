"""A bulk run from files to files: everything is written, or nothing is."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from chitieu.bulk.engines import Progress, engine
from chitieu.bulk.evaluate import evaluate
from chitieu.bulk.inputs import Input, find_inputs
from chitieu.bulk.libraries import library
from chitieu.bulk.rollup import OUTCOMES, changes, judge_items, rank_places
from chitieu.bulk.rows import to_rows
from chitieu.diagnostics import ActualsError, Diagnostic, Place, UsageError
from chitieu.ruleset.model import Ruleset

_SUFFIXES = {".parquet": "parquet", ".pq": "parquet", ".csv": "csv"}
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run writes: verdicts, and where asked for items, ranks and changes."""

    verdicts: str
    items: str | None = None
    ranks: str | None = None
    changes: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What came out: verdicts by outcome, the reasons of what is undecided, places and periods."""

    outcomes: dict[str, int]
    undecided: list[tuple[str, int]] = field(default_factory=list)
    places: int = 0
    periods: int = 0


def run(
    rulesets: Sequence[Ruleset],
    actuals: Sequence[str],
    wanted: Wanted,
    *,
    baseline: Sequence[str] = (),
    name: str = "duckdb",
    memory: str | None = None,
    threads: int | None = None,
    complete: bool = True,
    unique: bool = False,
    progress: Progress = lambda _share: None,
) -> Summary:
    """Judge files of figures and write the verdicts.

    Args:
        rulesets: One for all places, or several, and then the figures have a column ``ruleset``.
        actuals: Files, folders, globs: Parquet or CSV.
        wanted: The files to write, .parquet or .csv.
        baseline: Files of last year's figures.
        name: The engine: duckdb, polars, pyspark.
        memory: How much memory DuckDB or Spark may use ("2GB").
        threads: How many threads.
        complete: Give verdicts also on targets of which a place and period says nothing.
        unique: Do not look for duplicates.
        progress: Told how far the run is.

    Returns:
        The counts.

    Raises:
        ActualsError: Figures that cannot be read as a whole, or ids that no ruleset has; nothing is written.
        UsageError: An output that cannot be written, or an engine that is not installed.
    """
    given = find_inputs(actuals)
    before = find_inputs(baseline) if baseline else None
    _refuse_inputs(wanted, [*given.files, *(before.files if before else ())])
    rows = to_rows(rulesets)
    with _whole(wanted) as parts:
        with engine(name, memory=memory, threads=threads) as made:
            last = made.read(before) if before else None
            frame = evaluate(rows, made.read(given), baseline=last, unique=unique, complete=complete)
            made.write(frame, parts["verdicts"], _kind(wanted.verdicts), progress)
        with engine("duckdb", memory=memory if name == "duckdb" else None, threads=threads) as made:
            written = made.read(_of_verdicts(parts["verdicts"], _kind(wanted.verdicts)))
            _refuse_unknown(written, rows, given)
            made_by: dict[str, Callable[[], Any]] = {
                "items": lambda: judge_items(rows, written),
                "ranks": lambda: rank_places(judge_items(rows, written)),
                "changes": lambda: changes(written),
            }
            for part, make in made_by.items():
                if part in parts:
                    made.write(make(), parts[part], _kind(getattr(wanted, part)), lambda _share: None)
            return _summary(written)


def _kind(path: str) -> str:
    suffix = Path(path).suffix.lower()
    if suffix not in _SUFFIXES:
        raise UsageError(Diagnostic("bulk.unknown_output", {"suffix": suffix or "—"}, Place(file=path)))
    return _SUFFIXES[suffix]


@contextmanager
def _whole(wanted: Wanted) -> Iterator[dict[str, Path]]:
    """A hidden file for each output, which takes its place when all are written."""
    outputs = {name: path for name in Wanted.__dataclass_fields__ if (path := getattr(wanted, name))}
    parts: dict[str, Path] = {}
    for name, path in outputs.items():
        _kind(path)
        file = Path(path)
        if file.is_dir():
            raise UsageError(Diagnostic("file.is_folder", place=Place(file=path)))
        if not file.parent.is_dir():
            raise UsageError(Diagnostic("bulk.no_folder", place=Place(file=path)))
        parts[name] = file.with_name(f".{file.name[:40]}-{secrets.token_hex(4)}.part")
    try:
        yield parts
        for name, part in parts.items():
            os.replace(part, outputs[name])
    except OSError as failure:
        place = Place(file=wanted.verdicts)
        reason = failure.strerror or str(failure)
        raise UsageError(Diagnostic("file.unwritable", {"reason": reason}, place)) from failure
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink()


def _refuse_inputs(wanted: Wanted, files: Sequence[str]) -> None:
    outputs = [path for name in Wanted.__dataclass_fields__ if (path := getattr(wanted, name))]
    known = {os.path.realpath(file) for file in files}
    for path in outputs:
        if os.path.realpath(path) in known:
            raise UsageError(Diagnostic("usage.output_is_input", {"path": path}))
    if len({os.path.realpath(path) for path in outputs}) < len(outputs):
        raise UsageError(Diagnostic("bulk.same_output_twice"))


def _of_verdicts(path: Path, kind: Any) -> Input:
    """The verdicts as they were written."""
    names = library("duckdb").read_parquet(str(path)).columns if kind == "parquet" else _heading(path)
    return Input((str(path),), kind, {name: name for name in names}, ",")


def _heading(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as stream:
        return stream.readline().strip().split(",")


def _refuse_unknown(written: Any, rows: Any, given: Input) -> None:
    found = written.query(
        "verdicts", "SELECT DISTINCT id FROM verdicts WHERE code = 'verdict.unknown_id' ORDER BY id LIMIT 100"
    )
    unknown = [line[0] for line in found.fetchall()]
    if not unknown:
        return
    known = rows.column("id").to_pylist()
    near = get_close_matches(str(unknown[0]), known, 1)
    names = ", ".join("(trống / empty)" if one is None else one for one in unknown[:_MOST_NAMED])
    params = {
        "ids": names + (", …" if len(unknown) > _MOST_NAMED else ""),
        "near": near[0] if near else known[0],
    }
    raise ActualsError(Diagnostic("bulk.unknown_ids", params, Place(file=given.files[0])))


def _summary(written: Any) -> Summary:
    counts = dict(written.query("v", "SELECT outcome, count(*) FROM v GROUP BY 1").fetchall())
    why = written.query(
        "v", "SELECT code, count(*) AS n FROM v WHERE outcome = 'undecided' GROUP BY 1 ORDER BY n DESC, code"
    ).fetchall()
    sizes = {
        name: written.query("v", f"SELECT count(DISTINCT {name}) FROM v").fetchall()[0][0]
        for name in ("place", "period")
        if name in written.columns
    }
    outcomes = {name: counts.get(name, 0) for name in OUTCOMES}
    return Summary(outcomes, why, sizes.get("place", 0), sizes.get("period", 0))
