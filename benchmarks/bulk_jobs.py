"""The work that benchmarks/bulk.py measures: the same verdicts by chitieu, by hand, and by loops over other engines."""

from __future__ import annotations

import contextlib
import io
import random
from collections import Counter
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
from chitieu.target import Bound, Op, Range, Target

QUERIES = Path(__file__).with_name("queries")
TARGETS = 40
_OPS: tuple[Op, ...] = (">=", ">", "=", "<=")
Counts = dict[str, int]


def ruleset(measure: Any = "level") -> Ruleset:
    """40 targets: bounds of every kind, ranges, bare figures."""
    chosen = random.Random(1)
    rules = []
    for number in range(TARGETS):
        value = Decimal(chosen.randrange(60, 100))
        if number % 5 == 0:
            condition: Bound | Range = Range(low=value - 5, high=value, unit="vụ")
        else:
            condition = Bound(op=_OPS[number % 4], value=value, unit="vụ")
        better: Any = "lower" if number % 4 == 3 else "higher"
        target = Target(indicator="Số vụ", condition=condition, better=better, measure=measure)
        rules.append(Rule(f"1.{number + 1}", "1", "", target))
    return Ruleset("benchmark", "", (), (Item("1"),), tuple(rules))


def make_figures(rows: int, path: Path) -> None:
    """Places, periods and DECIMAL(18, 2) values around the bounds, a hundredth of them missing."""
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
    """DuckDB and Polars, by hand and by chitieu: what counts gives the counts."""

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

    def _verdicts(self, **options: Any) -> Any:
        given = self.connection.sql(f"SELECT * FROM read_parquet('{self.figures}')")
        return bulk.evaluate(self.rows, given, **options)

    def duckdb_by_hand(self) -> Counts:
        return dict(self.connection.sql(self._sql("count.sql")).fetchall())

    def duckdb(self) -> Counts:
        verdicts = self._verdicts(unique=True)
        return dict(verdicts.aggregate("outcome, count(*) AS n", "outcome").fetchall())

    def duckdb_with_duplicates(self) -> Counts:
        return dict(self._verdicts().aggregate("outcome, count(*) AS n", "outcome").fetchall())

    def polars_by_hand(self) -> Counts:
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
        bounds = pl.DataFrame(self.bounds).lazy()
        joined = pl.scan_parquet(self.figures).join(bounds, on="id", how="left").select(outcome=outcome)
        return dict(joined.group_by("outcome").len().collect(engine="streaming").rows())

    def polars(self) -> Counts:
        verdicts = bulk.evaluate(self.rows, pl.scan_parquet(self.figures), unique=True)
        return dict(verdicts.group_by("outcome").len().collect(engine="streaming").rows())

    def write_by_hand(self) -> None:
        self.connection.execute(self._sql("write.sql"))

    def write(self) -> None:
        self._verdicts(unique=True).write_parquet(str(self.folder / "chitieu.parquet"))


class ThroughPython:
    """Figures no two of which are alike, as the scalar reader (text) or the scalar engine (changes) meets them."""

    def __init__(self, rows: int) -> None:
        self.connection = duckdb.connect()
        figures = [Decimal(4000 + at).scaleb(-2) for at in range(rows)]
        shared: dict[str, Any] = {
            "place": [f"X{at // TARGETS}" for at in range(rows)],
            "id": [f"1.{1 + at % TARGETS}" for at in range(rows)],
        }
        self.texts = pa.table(shared | {"value": [f"{one}".replace(".", ",") for one in figures]})
        exact = {"value": pa.array(figures, pa.decimal128(18, 2))}
        self.figures = pa.table(shared | exact | {"baseline": pa.array([100] * rows, pa.int64())})
        self.rows = ruleset().to_rows()
        self.rises = ruleset("increase").to_rows()

    def read(self) -> int:
        return len(bulk.evaluate(self.rows, self.connection.from_arrow(self.texts), unique=True).fetchall())

    def judged(self) -> int:
        given = self.connection.from_arrow(self.figures)
        return len(bulk.evaluate(self.rises, given, unique=True).fetchall())


class SparkJobs:
    """PySpark on two cores of this machine, by hand and by chitieu."""

    def __init__(self, figures: Path) -> None:
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        for name in ("spark.driver.bindAddress", "spark.driver.host"):
            builder = builder.config(name, "127.0.0.1")
        self.session = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
        self.session.sparkContext.setLogLevel("ERROR")
        self.rows, self.figures = ruleset().to_rows(), str(figures)
        self.session.createDataFrame(bounds_by_hand()).createOrReplaceTempView("bounds")
        self.session.read.parquet(self.figures).createOrReplaceTempView("figures")

    def spark_by_hand(self) -> Counts:
        text = (QUERIES / "count_spark.sql").read_text("utf-8")
        return {line[0]: line[1] for line in self.session.sql(text).collect()}

    def _counted(self) -> Any:
        verdicts = bulk.evaluate(self.rows, self.session.table("figures"), unique=True)
        return verdicts.groupBy("outcome").count()

    def spark(self) -> Counts:
        return {line[0]: line[1] for line in self._counted().collect()}

    def plan(self) -> list[str]:
        """The operators of the physical plan, with how deep they lie."""
        text = io.StringIO()
        with contextlib.redirect_stdout(text):
            self._counted().explain("formatted")
        tree = text.getvalue().split("\n\n")[0].splitlines()
        return [line.rstrip() for line in tree if "(" in line]


class Loops:
    """Loops over other rule engines: the same job from the file on, a row at a time, rules compiled once."""

    def __init__(self, figures: Path, rows: int) -> None:
        self.query = f"SELECT id, value FROM read_parquet('{figures}') WHERE value IS NOT NULL LIMIT {rows}"
        self.bounds = {line["id"]: line for line in bounds_by_hand().to_pylist()}

    def _texts(self) -> dict[str, tuple[str, str]]:
        met = "value >= {low} and value <= {high}"
        accepted = "value >= {accepted_low} and value <= {accepted_high}"
        return {name: (met.format(**one), accepted.format(**one)) for name, one in self.bounds.items()}

    def by_hand(self) -> Counts:
        """Decimals compared in plain Python."""

        def judge(name: str, value: Decimal) -> str:
            one = self.bounds[name]
            if one["low"] <= value <= one["high"]:
                return "met"
            return "exceeded" if one["accepted_low"] <= value <= one["accepted_high"] else "not_met"

        return self._counted(judge)

    def rule_engine(self) -> Counts:
        import rule_engine

        rules = {
            name: tuple(rule_engine.Rule(text) for text in texts) for name, texts in self._texts().items()
        }

        def judge(name: str, value: Decimal) -> str:
            line = {"value": value}
            met, accepted = rules[name]
            return "met" if met.matches(line) else "exceeded" if accepted.matches(line) else "not_met"

        return self._counted(judge)

    def zen_engine(self) -> Counts:
        import zen

        rules = {
            name: zen.compile_expression(f"{met} ? 'met' : {accepted} ? 'exceeded' : 'not_met'")
            for name, (met, accepted) in self._texts().items()
        }
        return self._counted(lambda name, value: rules[name].evaluate({"value": float(value)}))

    def _counted(self, judge: Callable[[str, Decimal], str]) -> Counts:
        given: list[tuple[str, Decimal]] = duckdb.sql(self.query).fetchall()
        return dict(Counter(judge(name, value) for name, value in given))
