"""A bulk run from files to files: everything is written, or nothing is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Any

from chitieu.bulk.broken import refuse_broken
from chitieu.bulk.counts import Counts
from chitieu.bulk.engines import Engine, engine, mebibytes
from chitieu.bulk.evaluate import evaluate
from chitieu.bulk.inputs import Input, find_inputs
from chitieu.bulk.outputs import Parts, whole
from chitieu.bulk.rollup import OUTCOMES, changes, judge_items, rank_places
from chitieu.bulk.rows import labels_of, read_rows, to_rows
from chitieu.bulk.sql import literal
from chitieu.bulk.watched import Progress, watched
from chitieu.diagnostics import ActualsError, Diagnostic, Place
from chitieu.ruleset.model import Ruleset

_MOST_NAMED = 5
#: Of figures that Python may have to look at, so many rows are judged at once: what bounds the memory.
AT_ONCE = 500_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run writes: verdicts, and where asked for items, ranks, changes and counts."""

    verdicts: str
    items: str | None = None
    ranks: str | None = None
    changes: str | None = None
    counts: tuple[Counts, ...] = ()

    @property
    def outputs(self) -> dict[str, str]:
        """The files by what they hold."""
        single = {name: getattr(self, name) for name in ("verdicts", "items", "ranks", "changes")}
        several = {f"counts {at}": counts.path for at, counts in enumerate(self.counts)}
        return {name: path for name, path in (single | several).items() if path}


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
    at_once: int = AT_ONCE,
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
        at_once: Judge the places and periods in shares of about so many rows.

    Returns:
        The counts.

    Raises:
        ActualsError: Figures that cannot be read as a whole, or ids that no ruleset has; nothing is written.
        UsageError: An output that cannot be written, an engine that is not installed, or counts by a column that
            is not there.
    """
    given = find_inputs(actuals)
    before = find_inputs(baseline) if baseline else None
    inputs = [*given.files, *(before.files if before else ())]
    limit = mebibytes(memory) if memory else None
    rows = to_rows(rulesets)
    for counts in wanted.counts:
        counts.refuse_unknown(list(given.columns.values()))
    with whole(wanted.outputs, inputs) as parts:
        room = _Room(parts, limit, threads, progress)
        try:
            figures = _as_parquet(given, room, "figures")
            last = _as_parquet(before, room, "baseline") if before else None
            job = _Job(rows, figures, last, _shares(figures, rows, at_once, unique=unique), complete, unique)
            with room.engine(name) as made:
                files = _judge(job, made, room)
        except ActualsError:
            refuse_broken((given, before), parts.folder)
            raise
        with room.engine("duckdb") as made:
            written = made.read(Input.of_parquet([str(file) for file in files]))
            _refuse_unknown(written, rows, given)
            return _write(written, _making(written, rows, wanted.counts), made, room, files)


@dataclass(frozen=True, slots=True)
class _Room:
    """What a run may use, and whom it tells how far it is."""

    parts: Parts
    memory: int | None
    threads: int | None
    progress: Progress

    def engine(self, name: str) -> AbstractContextManager[Engine]:
        return engine(name, self.parts.folder, memory=self.memory, threads=self.threads)

    def watch(
        self, made: Engine, work: Callable[[], None], share: Callable[[], float | None] | None = None
    ) -> None:
        watched(work, share or made.progress, made.stop, self.progress)


@dataclass(frozen=True, slots=True)
class _Job:
    """What is judged by what: in so many shares of the places and periods."""

    rows: Any
    figures: Input
    last: Input | None
    shares: int
    complete: bool
    unique: bool


def _as_parquet(given: Input, room: _Room, name: str) -> Input:
    """CSV as Parquet, so that every engine reads the same."""
    if given.kind == "parquet":
        return given
    path = room.parts.folder / f"{name}.parquet"
    with room.engine("duckdb") as made:
        room.watch(made, lambda: made.write(made.read(given), path))
    return Input.of_parquet((str(path),))


def _shares(figures: Input, rows: Any, at_once: int, *, unique: bool) -> int:
    """In how many shares the figures are judged: one, where no row of them comes to Python."""
    plain = unique and figures.is_exact and set(rows.column("route").to_pylist()) == {"row"}
    return 1 if plain or not _divided_by(figures) else max(1, -(-figures.count() // at_once))


def _divided_by(figures: Input) -> list[str]:
    return [key for key in ("place", "period") if key in figures.columns.values()]


def _judge(job: _Job, made: Engine, room: _Room) -> list[Path]:
    """Write the verdicts, a file or a folder of files for each share."""
    folder = room.parts.folder / "verdicts"
    folder.mkdir()
    done = 0

    def work() -> None:
        nonlocal done
        for number in range(job.shares):
            frame = made.read(job.figures)
            if job.shares > 1:
                frame = made.share(frame, _divided_by(job.figures), number, job.shares)
            before = None if job.last is None else made.read(job.last)
            verdicts = evaluate(job.rows, frame, baseline=before, unique=job.unique, complete=job.complete)
            made.write(verdicts, folder / f"{number}.parquet")
            done = number + 1

    def share() -> float | None:
        here = made.progress()
        return None if here is None and job.shares == 1 else (done + (here or 0)) / job.shares

    room.watch(made, work, share)
    return sorted(file for file in folder.rglob("*.parquet") if file.is_file())


def _making(written: Any, rows: Any, counts: Sequence[Counts]) -> dict[str, Callable[[], Any]]:
    """What can be written, by name, the verdicts last: their file may become the result."""
    return {
        "items": lambda: judge_items(rows, written),
        "ranks": lambda: rank_places(judge_items(rows, written)),
        "changes": lambda: changes(written),
        **{f"counts {at}": partial(one.of, rows, written) for at, one in enumerate(counts)},
        "verdicts": lambda: written,
    }


def _write(
    written: Any, making: Mapping[str, Callable[[], Any]], made: Engine, room: _Room, files: Sequence[Path]
) -> Summary:
    """Write what is wanted of the verdicts, which are in these files."""
    found: list[Summary] = []

    def work() -> None:
        found.append(_summary(written))
        for name, make in making.items():
            if (path := room.parts.files.get(name)) is None:
                continue
            if name == "verdicts" and len(files) == 1 and path.suffix != ".csv":
                os.replace(files[0], path)  # they are there already
            else:
                made.write(make(), path)

    room.watch(made, work)
    return found[0]


def _refuse_unknown(written: Any, rows: Any, given: Input) -> None:
    """Raise an error that names the rulesets, or the ids, of the figures which are not known."""
    rules = read_rows(rows)
    rulesets = dict.fromkeys(row.ruleset.name for row in rules)
    ruleset = "ruleset" if "ruleset" in written.columns else literal(rules[0].ruleset.name)
    query = f"SELECT DISTINCT {ruleset}, id FROM v WHERE code = 'verdict.unknown_id' ORDER BY ALL LIMIT 1000"
    found = written.query("v", query).fetchall()
    if not found:
        return
    labels = labels_of(rules)
    # an id may be known to another ruleset; rulesets are told first
    if unknown := [name for name, _ in found if name not in rulesets]:
        code, near = "bulk.unknown_rulesets", _near(unknown, rulesets)
    elif labels.keys() >= set(found):
        code, unknown, near = "bulk.labels_beside_ids", [name for _, name in found], labels[found[0]]
    else:
        unknown = [name for _, name in found]
        code, near = "bulk.unknown_ids", _near(unknown, dict.fromkeys(row.rule.id for row in rules))
    shown = ["(trống / empty)" if name is None else name for name in dict.fromkeys(unknown)]
    names = ", ".join(shown[:_MOST_NAMED]) + (", …" if len(shown) > _MOST_NAMED else "")
    place = Place(file=given.files[0]) if len(given.files) == 1 else None
    raise ActualsError(Diagnostic(code, {"names": names, "near": near}, place))


def _near(unknown: Sequence[str | None], known: Iterable[str]) -> str:
    """The known name that the first unknown one may mean."""
    names = list(known)
    return next(iter(get_close_matches(str(unknown[0]), names, 1)), names[0])


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
