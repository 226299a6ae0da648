"""PySpark gives the same verdicts. ``CHITIEU_SPARK=0`` leaves it out; what is missing on a machine is named."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import chitieu
from chitieu import bulk
from chitieu.bulk.run import Wanted, run
from chitieu.bulk.simulate import Plan, simulate, write_simulated
from chitieu.bulk.spark_engine import SparkEngine
from chitieu.cli.long_work import stoppable
from chitieu.cli.run import run as command
from chitieu.diagnostics import UsageError
from chitieu.target import Bound, GradeCondition, Range, StatusCondition

from . import test_edges
from .conftest import (
    ENGINES,
    WORDS,
    Line,
    arrow_of,
    as_arrow,
    assert_same,
    lines_for,
    plain_ruleset,
    rulesets,
    scalar_verdicts,
    verdicts_of,
)

pytestmark = [
    pytest.mark.skipif(os.environ.get("CHITIEU_SPARK") == "0", reason="CHITIEU_SPARK=0"),
    pytest.mark.filterwarnings("ignore"),  # Spark's own, of other libraries
]

RULESET = plain_ruleset(
    Bound(op=">", value="98", unit="%"),
    Range(low="5", high="8", unit="đảng viên"),
    Bound(op="=", value="1.5", unit="tỷ đồng"),
    GradeCondition(op=">=", grade="Khá"),
    StatusCondition(expected=False),
)
UNITS = ("%", "đảng viên", "đồng", "triệu đồng", None)


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    missing = [] if shutil.which("java") or os.environ.get("JAVA_HOME") else ["Java 17"]
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        missing.append("pyspark")
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not on this machine: {', '.join(missing)}")
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    for name in ("spark.driver.bindAddress", "spark.driver.host"):
        builder = builder.config(name, "127.0.0.1")
    made = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    made.sparkContext.setLogLevel("ERROR")
    yield made
    made.stop()


def figures(values: str) -> list[Line]:
    chosen = random.Random(values)
    ends = [
        end + step
        for end in map(Decimal, (98, 5, 8, 1500, 1_500_000_000))
        for step in map(Decimal, ("0", "0.01", "-0.01"))
    ]
    lines = []
    for at in range(300):
        value: Any = chosen.choice([*ends, Decimal("0.5"), Decimal(-2), None])
        if values == "text" and value is not None:
            value = chosen.choice([*WORDS, f"{value:f}".replace(".", ",")])
        line = {"place": f"{at // 6}", "period": "2025", "id": f"1.{chosen.randint(1, 5)}", "value": value}
        lines.append(line | {"unit": chosen.choice(UNITS), "baseline": chosen.choice([None, Decimal(100)])})
    return lines


@pytest.mark.parametrize("values", ["decimal", "text"])
def test_figures_are_judged_as_by_the_scalar_engine(session: Any, values: str) -> None:
    lines = figures(values)
    frame = session.createDataFrame(arrow_of(lines, values))
    wanted = scalar_verdicts([RULESET], lines)
    for partitions in (1, 5):
        found = verdicts_of(as_arrow(bulk.evaluate(RULESET, frame.repartition(partitions))), "r")
        assert_same(found, wanted)


@pytest.mark.parametrize("values", ["decimal", "text"])
@settings(max_examples=2, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_generated_rulesets_and_figures(session: Any, values: str, data: st.DataObject) -> None:
    several, lines = [], []
    for name in ("r1", "r2", "r3", "r4", "r5", "r6"):
        several.append(data.draw(rulesets(name)))
        lines += [{"ruleset": name} | line for line in data.draw(lines_for(several[-1], values))]
    names = dict.fromkeys(name for line in lines for name in line)
    lines = [{name: line.get(name) for name in names} for line in lines]
    frame = session.createDataFrame(arrow_of(lines, values))
    assert_same(verdicts_of(as_arrow(bulk.evaluate(several, frame))), scalar_verdicts(several, lines))


@pytest.mark.parametrize(
    "edge",
    [
        test_edges.test_a_label_beside_its_target_is_an_id_that_nobody_knows_as_in_a_file,
        test_edges.test_last_years_figures_of_each_by_name_and_told_twice,
    ],
)
def test_rows_that_belong_together(session: Any, monkeypatch: pytest.MonkeyPatch, edge: Any) -> None:
    monkeypatch.setitem(ENGINES, "pyspark", session.createDataFrame)
    edge("pyspark", "text")


def test_one_unit_of_the_last_place_around_28_digits_and_dong_against_ty(session: Any) -> None:
    end = Decimal("1234567890123456789.123456789")
    ops: list[Any] = [">", ">=", "<", "<=", "="]
    ruleset = plain_ruleset(
        *[Bound(op=op, value=str(end), unit="đồng") for op in ops],
        *[Bound(op=op, value="1.5", unit="tỷ đồng") for op in ops],
    )
    step = Decimal("0.000000001")
    lines: list[Line] = []
    for number in range(1, 11):
        middle = end if number <= 5 else Decimal(1_500_000_000)
        for at, value in enumerate((middle - step, middle, middle + step)):
            lines.append({"place": f"{at}", "id": f"1.{number}", "value": value, "unit": "đồng"})
    columns = {
        name: pa.array([line[name] for line in lines], pa.string()) for name in ("place", "id", "unit")
    }
    columns["value"] = pa.array([line["value"] for line in lines], pa.decimal128(28, 9))
    found = verdicts_of(as_arrow(bulk.evaluate(ruleset, session.createDataFrame(pa.table(columns)))), "r")
    outcomes = [
        [found["r", f"{at}", None, f"1.{number}"]["outcome"] for at in range(3)] for number in range(1, 11)
    ]
    each = [
        ["not_met", "not_met", "met"],
        ["not_met", "met", "met"],
        ["met", "not_met", "not_met"],
        ["met", "met", "not_met"],
        ["not_met", "met", "exceeded"],
    ]
    assert outcomes == each * 2
    assert_same(found, scalar_verdicts([ruleset], lines))


def test_the_command_gives_the_same_as_on_duckdb(
    session: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = simulate([chitieu.load_ruleset("tran-phu-2023")], Plan(3, ("2025-01", "2025-02"), faults=0.2))
    write_simulated(lines, tmp_path / "figures.csv")
    said = []
    for engine in ("pyspark", "duckdb"):
        out = ["-o", str(tmp_path / f"{engine}.csv"), "--engine", engine]
        assert command(["bulk", "tran-phu-2023", str(tmp_path / "figures.csv"), *out]) == 0
        rows = sorted((tmp_path / f"{engine}.csv").read_text("utf-8").splitlines())
        said.append((capsys.readouterr().out, rows))
    assert said[0] == said[1]


def refused(capsys: pytest.CaptureFixture[str], folder: Path, source: Path) -> str:
    """What a run that fails says; it leaves nothing behind."""
    before = sorted(folder.rglob("*"))
    out = ["-o", str(folder / "out.parquet"), "--engine", "pyspark", "--lang", "en"]
    assert command(["bulk", "tran-phu-2023", str(source), *out]) == 2
    assert sorted(folder.rglob("*")) == before
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return said.err


def test_a_corrupt_file_among_good_ones_is_named(
    session: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "figures"
    folder.mkdir()
    for name in ("a", "b"):
        lines = simulate([chitieu.load_ruleset("tran-phu-2023")], Plan(20, ("2025",), seed=ord(name)))
        write_simulated(lines, folder / f"{name}.parquet")
    data = bytearray((folder / "b.parquet").read_bytes())
    for at in range(200, len(data) // 2):
        data[at] ^= 0x55  # what it says of itself, at its end, stays readable
    (folder / "b.parquet").write_bytes(data)
    said = refused(capsys, tmp_path, folder)
    assert "b.parquet" in said
    assert "cannot be read" in said
    assert "a.parquet" not in said


def test_a_write_that_fails_leaves_nothing_behind(
    session: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = tmp_path / "figures.parquet"
    write_simulated(simulate([chitieu.load_ruleset("tran-phu-2023")], Plan(1, ("2025",))), figures)
    there = figures / "a file is no folder"
    monkeypatch.setattr(SparkEngine, "write", lambda _self, frame, _path: frame.write.parquet(str(there)))
    assert "pyspark" in refused(capsys, tmp_path, figures)


def test_an_interrupted_run_leaves_nothing_behind(session: Any, tmp_path: Path) -> None:
    figures = tmp_path / "figures.parquet"
    write_simulated(simulate([chitieu.load_ruleset("tran-phu-2023")], Plan(20, ("2025",))), figures)

    def interrupt(_share: float | None) -> None:
        raise KeyboardInterrupt

    wanted = Wanted(str(tmp_path / "out.parquet"))
    with pytest.raises(UsageError) as caught, stoppable():
        run(
            [chitieu.load_ruleset("tran-phu-2023")],
            [str(figures)],
            wanted,
            name="pyspark",
            progress=interrupt,
        )
    assert caught.value.code == "bulk.interrupted"
    assert list(tmp_path.iterdir()) == [figures]
    assert session.range(3).count() == 3  # its jobs were given up, the session goes on


@pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="there is no list of processes to look at")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_interrupted_while_java_starts_leaves_no_java_behind(
    session: Any, tmp_path: Path, number: signal.Signals
) -> None:
    figures = tmp_path / "figures.parquet"
    write_simulated(simulate([chitieu.load_ruleset("tran-phu-2023")], Plan(1, ("2025",))), figures)
    args = ["bulk", "tran-phu-2023", str(figures), "-o", str(tmp_path / "out.csv"), "--engine", "pyspark"]
    asked = [sys.executable, "-m", "chitieu", *args]
    ran = subprocess.Popen(asked, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    while not (running := java_in(tmp_path)):
        assert ran.poll() is None
        time.sleep(0.01)
    ran.send_signal(number)
    said = ran.communicate(timeout=120)[1]
    assert "Bị ngắt" in said
    assert "Traceback" not in said
    assert ran.returncode == 2
    assert list(tmp_path.iterdir()) == [figures]
    for _ in range(300):
        if not java_in(tmp_path):
            break
        time.sleep(0.1)
    left = java_in(tmp_path)
    for process in left:
        os.kill(process, signal.SIGKILL)
    assert running
    assert not left


def java_in(folder: Path) -> list[int]:
    """The Java processes that work in a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if (process / "comm").read_text().strip() == "java" and (process / "cwd").readlink() == folder:
                found.append(int(process.name))
    return found


def test_the_actuals_are_not_shuffled(session: Any, capsys: pytest.CaptureFixture[str]) -> None:
    table = pa.table({"place": ["A"], "id": ["1.1"], "value": pa.array([Decimal(99)], pa.decimal128(9, 2))})
    bulk.evaluate(
        plain_ruleset(Bound(op=">", value="98", unit="%")), session.createDataFrame(table), unique=True
    ).explain()
    plan = capsys.readouterr().out
    assert "BroadcastHashJoin" in plan
    assert "SortMergeJoin" not in plan
    assert "Exchange hashpartitioning" not in plan


def test_java_is_asked_few_times_while_a_plan_is_made(session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each question takes its time before anything runs: an expression put together there asks hundreds of them."""
    table = pa.table({"place": ["A"], "id": ["1.1"], "value": pa.array([Decimal(99)], pa.decimal128(9, 2))})
    figures = session.createDataFrame(table)
    client = session.sparkContext._gateway._gateway_client
    asked, ask = [], client.send_command

    def counted(command: str, *rest: Any, **named: Any) -> Any:
        asked.append(command)
        return ask(command, *rest, **named)

    monkeypatch.setattr(client, "send_command", counted)
    bulk.evaluate(plain_ruleset(Bound(op=">", value="98", unit="%")), figures, unique=True)
    assert 10 < len(asked) < 120
