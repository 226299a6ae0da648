"""Bulk evaluation beside hand-written queries that make the same comparison, in turn in one run.

    python benchmarks/bulk.py [--rows 1000000] [--rounds 9] [--spark] [--others] [--growth]

Figures are DECIMAL(18, 2) in Parquet, targets 40 bounds and ranges. ``queries`` holds the queries by hand. Times are
medians of alternating rounds; memory is the peak of a process of its own that counts once. ``--growth`` adds
10^5 … ``--rows``; ``--others`` loops over zen-engine and rule-engine where they are installed.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa

from chitieu import bulk
from chitieu.bulk.bounds import Grid, all_bounds
from chitieu.bulk.rows import rule_rows
from chitieu.ruleset import Item, Rule, Ruleset
from chitieu.target import Bound, Range, Target

QUERIES = Path(__file__).with_name("queries")
TARGETS = 40
Job = Callable[[], Any]


def ruleset() -> Ruleset:
    """40 targets: bounds of every kind, ranges, bare figures."""
    chosen = random.Random(1)
    rules = []
    for number in range(TARGETS):
        value = Decimal(chosen.randrange(60, 100))
        if number % 5 == 0:
            condition: Bound | Range = Range(low=value - 5, high=value, unit="vụ")
        else:
            condition = Bound(op=(">=", ">", "=", "<=")[number % 4], value=value, unit="vụ")  # type: ignore[arg-type]
        better: Any = "lower" if number % 4 == 3 else "higher"
        rules.append(
            Rule(f"1.{number + 1}", "1", "", Target(indicator="Số vụ", condition=condition, better=better))
        )
    return Ruleset("benchmark", "", (), (Item("1"),), tuple(rules))


def make_figures(rows: int, path: Path) -> None:
    duckdb.connect().execute(
        f"COPY (SELECT 'X' || lpad((i // 400)::VARCHAR, 6, '0') AS place,"
        f" '2025-' || lpad((1 + (i // 40) % 10)::VARCHAR, 2, '0') AS period, '1.' || (1 + i % 40) AS id,"
        f" CASE WHEN i % 97 > 0 THEN (40 + (i * 7919 % 6001) / 100)::DECIMAL(18, 2) END AS value"
        f" FROM range({rows}) t(i)) TO '{path}' (FORMAT parquet)"
    )


def bounds_by_hand() -> pa.Table:
    """The interval rows that the hand-written queries join."""
    found = all_bounds(rule_rows(ruleset()), [""], Grid.of_decimal(18, 2))
    names = ("low", "high", "accepted_low", "accepted_high", "middle", "near_low", "near_high")
    columns: dict[str, Any] = {
        name: pa.array([getattr(one, name) for one in found], pa.decimal128(18, 2)) for name in names
    }
    columns["first"] = pa.array([float(one.first or 0) for one in found], pa.float64())
    return pa.table({"id": pa.array([one.id for one in found])} | columns)


class Jobs:
    """The same work by hand and by chitieu."""

    def __init__(self, figures: Path, folder: Path) -> None:
        self.figures, self.folder = figures, folder
        self.rows = ruleset().to_rows()
        self.bounds = bounds_by_hand()
        self.connection = duckdb.connect()
        self.connection.execute("SET threads = 2")
        self.connection.register("bounds", self.bounds)

    def _sql(self, name: str) -> str:
        text = (QUERIES / name).read_text("utf-8")
        return text.format(figures=self.figures, out=self.folder / "by-hand.parquet")

    def duckdb_by_hand(self) -> Any:
        return dict(self.connection.sql(self._sql("count.sql")).fetchall())

    def duckdb(self, **options: Any) -> Any:
        given = self.connection.sql(f"SELECT * FROM read_parquet('{self.figures}')")
        verdicts = bulk.evaluate(self.rows, given, **({"unique": True} | options))
        return dict(verdicts.query("v", "SELECT outcome, count(*) FROM v GROUP BY 1").fetchall())

    def duckdb_with_duplicates(self) -> Any:
        return self.duckdb(unique=False)

    def polars_by_hand(self) -> Any:
        value = pl.col("value")
        outcome = (
            pl.when(value.is_null())
            .then(pl.lit("undecided"))
            .when((value >= pl.col("low")) & (value <= pl.col("high")))
            .then(pl.lit("met"))
            .when((value >= pl.col("accepted_low")) & (value <= pl.col("accepted_high")))
            .then(pl.lit("exceeded"))
            .otherwise(pl.lit("not_met"))
        )
        bounds = pl.from_arrow(self.bounds).lazy()  # type: ignore[union-attr]
        joined = pl.scan_parquet(self.figures).join(bounds, on="id", how="left").select(outcome=outcome)
        return dict(joined.group_by("outcome").len().collect(engine="streaming").rows())

    def polars(self) -> Any:
        verdicts = bulk.evaluate(self.rows, pl.scan_parquet(self.figures), unique=True)
        return dict(verdicts.group_by("outcome").len().collect(engine="streaming").rows())

    def write_by_hand(self) -> Any:
        self.connection.execute(self._sql("write.sql"))

    def write(self) -> Any:
        given = self.connection.sql(f"SELECT * FROM read_parquet('{self.figures}')")
        bulk.evaluate(self.rows, given, unique=True).write_parquet(str(self.folder / "chitieu.parquet"))


def alternate(jobs: dict[str, Job], rounds: int) -> dict[str, float]:
    """Median seconds of each job, after one round that is not counted."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(rounds + 1):
        for name, job in jobs.items():
            start = time.perf_counter()
            job()
            if number:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(spent) for name, spent in times.items()}


def tell(times: dict[str, float], pairs: list[tuple[str, str]]) -> None:
    for ours, theirs in pairs:
        ratio = times[ours] / times[theirs]
        print(f"{ours:26} {times[ours]:8.3f} s   {theirs:22} {times[theirs]:8.3f} s   ratio {ratio:.2f}")


def peak() -> float:
    """MiB that this process has used at most; its own, not that of the one that started it."""
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def peak_memory(figures: Path) -> float:
    """MiB that a process which only counts has used at most."""
    code = (
        "import duckdb, sys; sys.path.insert(0, sys.argv[1]); import bulk as b; from chitieu import bulk;"
        "c = duckdb.connect(); c.execute('SET threads = 2');"
        "given = c.sql(f\"SELECT * FROM read_parquet('{sys.argv[2]}')\");"
        "v = bulk.evaluate(b.ruleset().to_rows(), given, unique=True);"
        "v.query('v', 'SELECT outcome, count(*) FROM v GROUP BY 1').fetchall();"
        "print(b.peak())"
    )
    folder = str(Path(__file__).parent)
    ran = subprocess.run(
        [sys.executable, "-c", code, folder, str(figures)], capture_output=True, check=True, text=True
    )
    return float(ran.stdout)


def spark(figures: Path, rounds: int) -> None:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for name in ("spark.driver.bindAddress", "spark.driver.host"):
        builder = builder.config(name, "127.0.0.1")
    session = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    session.createDataFrame(bounds_by_hand()).createOrReplaceTempView("bounds")
    session.read.parquet(str(figures)).createOrReplaceTempView("figures")
    text = (QUERIES / "count.sql").read_text("utf-8").replace("read_parquet('{figures}')", "figures")
    text = text.replace("LEFT JOIN bounds", "LEFT JOIN /*+ BROADCAST(b) */ bounds").replace(
        "SELECT CASE", "SELECT /*+ BROADCAST(b) */ CASE"
    )
    text = text.replace("LEFT JOIN /*+ BROADCAST(b) */ bounds", "LEFT JOIN bounds")
    rows = ruleset().to_rows()

    def ours() -> Any:
        verdicts = bulk.evaluate(rows, session.read.parquet(str(figures)), unique=True)
        return {line[0]: line[1] for line in verdicts.groupBy("outcome").count().collect()}

    def by_hand() -> Any:
        return {line[0]: line[1] for line in session.sql(text).collect()}

    assert ours() == by_hand()
    tell(alternate({"spark": ours, "spark_by_hand": by_hand}, rounds), [("spark", "spark_by_hand")])
    verdicts = bulk.evaluate(rows, session.read.parquet(str(figures)), unique=True)
    verdicts.explain()
    session.stop()


def others(figures: Path) -> None:
    """Rows a second of a loop over other rule engines, with the same outcome of the same targets."""
    import rule_engine
    import zen

    bounds = {line["id"]: line for line in bounds_by_hand().to_pylist()}
    given = duckdb.sql(
        f"SELECT id, value FROM read_parquet('{figures}') WHERE value IS NOT NULL LIMIT 40000"
    ).fetchall()
    met, accepted = (
        "value >= {low} and value <= {high}",
        "value >= {accepted_low} and value <= {accepted_high}",
    )

    rules = {
        name: (rule_engine.Rule(met.format(**one)), rule_engine.Rule(accepted.format(**one)))
        for name, one in bounds.items()
    }
    start = time.perf_counter()
    counts = {"met": 0, "exceeded": 0, "not_met": 0}
    for name, value in given:
        line = {"value": float(value)}
        first, second = rules[name]
        counts["met" if first.matches(line) else "exceeded" if second.matches(line) else "not_met"] += 1
    print(f"{'rule-engine':26} {len(given) / (time.perf_counter() - start):12,.0f} rows/s  {counts}")

    texts = {
        name: zen.compile_expression(
            f"{met.format(**one)} ? 'met' : {accepted.format(**one)} ? 'exceeded' : 'not_met'"
        )
        for name, one in bounds.items()
    }
    start = time.perf_counter()
    counts = {"met": 0, "exceeded": 0, "not_met": 0}
    for name, value in given:
        counts[texts[name].evaluate({"value": float(value)})] += 1
    print(f"{'zen-engine':26} {len(given) / (time.perf_counter() - start):12,.0f} rows/s  {counts}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=9)
    for flag in ("--spark", "--others", "--growth"):
        parser.add_argument(flag, action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.parquet"
        make_figures(options.rows, figures)
        jobs = Jobs(figures, Path(folder))
        counts = jobs.duckdb_by_hand()
        assert (
            counts == jobs.duckdb() == jobs.polars_by_hand() == jobs.polars() == jobs.duckdb_with_duplicates()
        )
        print(f"{options.rows:,} rows, {TARGETS} targets, {options.rounds} rounds: {json.dumps(counts)}")
        names = (
            "duckdb_by_hand",
            "duckdb",
            "polars_by_hand",
            "polars",
            "write_by_hand",
            "write",
            "duckdb_with_duplicates",
        )
        times = alternate({name: getattr(jobs, name) for name in names}, options.rounds)
        pairs = [("duckdb", "duckdb_by_hand"), ("polars", "polars_by_hand"), ("write", "write_by_hand")]
        tell(times, [*pairs, ("duckdb_with_duplicates", "duckdb_by_hand")])
        print(f"{'verdicts a second':26} {options.rows / times['duckdb']:12,.0f}")
        print(f"{'memory, counting':26} {peak_memory(figures):8.0f} MiB")
        if options.others:
            others(figures)
        if options.growth:
            size = 100_000
            while size <= options.rows:
                make_figures(size, figures)
                spent = alternate({"duckdb": Jobs(figures, Path(folder)).duckdb}, min(options.rounds, 5))[
                    "duckdb"
                ]
                print(f"{size:>12,} rows {spent:8.3f} s {'#' * round(spent * 100)}")
                size *= 10
        if options.spark:
            make_figures(options.rows, figures)
            spark(figures, min(options.rounds, 5))
    print(f"{'memory, this process':26} {peak():8.0f} MiB")


if __name__ == "__main__":
    main()
