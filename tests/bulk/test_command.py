"""``chitieu bulk`` and ``chitieu simulate``: files in, files out, and nothing half written."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import chitieu
from chitieu.bulk.rollup import OUTCOMES
from chitieu.bulk.run import Summary, Wanted, run
from chitieu.bulk.simulate import COLUMNS, Plan, months, simulate, write_simulated
from chitieu.cli.run import run as command
from chitieu.evaluation import evaluate_ruleset

from .conftest import Line, _actuals

RULESET = "tran-phu-2023"


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    """Six places in two months, as CSV."""
    path = tmp_path / "figures.csv"
    lines = simulate([chitieu.load_ruleset(RULESET)], Plan(6, months(2), seed=7, faults=0.2))
    write_simulated(lines, path)
    return path


def queried(query: str) -> list[tuple[Any, ...]]:
    return duckdb.connect().execute(query).fetchall()


def written(path: Path) -> list[tuple[Any, ...]]:
    return sorted(queried(f"SELECT * FROM '{path}'"), key=repr)


def test_the_verdicts_are_those_of_the_scalar_engine(figures: Path, tmp_path: Path) -> None:
    out, items = tmp_path / "out.parquet", tmp_path / "items.csv"
    assert command(["bulk", RULESET, str(figures), "-o", str(out), "--items", str(items)]) == 0
    ruleset = chitieu.load_ruleset(RULESET)
    given = list(simulate([ruleset], Plan(6, months(2), seed=7, faults=0.2)))
    wanted, outcomes = {}, {}
    for place, period in {(line[2], line[3]) for line in given}:
        lines: list[Line] = [
            dict(zip(COLUMNS, line, strict=True)) for line in given if line[2:4] == (place, period)
        ]
        report = evaluate_ruleset(ruleset, _actuals(lines))
        for item in report.items:
            outcomes[place, period, item.item.label] = item.outcome
            for judged in item.judged:
                wanted[place, period, judged.rule.id] = (
                    judged.verdict.outcome,
                    judged.verdict.reasons[0].code,
                )
    found = queried(f"SELECT place, period, id, outcome, code FROM '{out}'")
    assert len(found) == len(wanted) == 12 * len(ruleset.rules)
    assert {line[:3]: line[3:] for line in found} == wanted
    by_item = {line[:3]: line[3] for line in queried(f"SELECT place, period, item, outcome FROM '{items}'")}
    assert by_item == {key: outcome for key, outcome in outcomes.items() if outcome is not None}


def test_counts_by_section_region_and_period_are_those_of_the_reports(figures: Path, tmp_path: Path) -> None:
    by = {"section": ("section",), "region,period": ("region", "period"), "id": ("id",)}
    asked = [part for name in by for part in ("--counts", f"{name}={tmp_path / name}.csv")]
    assert command(["bulk", RULESET, str(figures), "-o", str(tmp_path / "out.csv"), *asked]) == 0
    ruleset = chitieu.load_ruleset(RULESET)
    given = list(simulate([ruleset], Plan(6, months(2), seed=7, faults=0.2)))
    wanted: dict[str, Counter[tuple[Any, ...]]] = {name: Counter() for name in by}
    for region, place, period in {(line[1], line[2], line[3]) for line in given}:
        lines: list[Line] = [
            dict(zip(COLUMNS, line, strict=True)) for line in given if line[2:4] == (place, period)
        ]
        for item in evaluate_ruleset(ruleset, _actuals(lines)).items:
            wanted["section"][item.item.section, item.outcome] += 1
            wanted["region,period"][region, period, item.outcome] += 1
            for judged in item.judged:
                first = judged.verdict.reasons[0].code
                if judged.rule.counted and first != "verdict.not_applicable":
                    wanted["id"][judged.rule.id, judged.verdict.outcome] += 1
    for name, columns in by.items():
        head, *lines_out = (tmp_path / f"{name}.csv").read_text("utf-8").splitlines()
        assert head == ",".join([*columns, "met", "exceeded", "not_met", "undecided"])
        found: Counter[tuple[Any, ...]] = Counter()
        for line in lines_out:
            cells = line.split(",")
            for outcome, count in zip(OUTCOMES, cells[len(columns) :], strict=True):
                found[(*cells[: len(columns)], outcome)] += int(count)
        assert +found == {key: count for key, count in wanted[name].items() if key[-1] is not None}
        assert lines_out == sorted(lines_out)


def test_periods_of_counts_are_in_the_order_of_time(tmp_path: Path) -> None:
    rows = "".join(f"A,Tháng {month}/2025,I.1.1,100\n" for month in (10, 9, 11))
    (tmp_path / "figures.csv").write_text("place,period,id,value\n" + rows, "utf-8")
    out = ["-o", str(tmp_path / "out.csv"), "--counts", f"period={tmp_path / 'counts.csv'}"]
    assert command(["bulk", RULESET, str(tmp_path / "figures.csv"), *out]) == 0
    _, *lines = (tmp_path / "counts.csv").read_text("utf-8").splitlines()
    assert [line.split(",")[0] for line in lines] == ["Tháng 9/2025", "Tháng 10/2025", "Tháng 11/2025"]


def test_every_engine_folder_and_number_of_files_gives_the_same(figures: Path, tmp_path: Path) -> None:
    head, *lines = figures.read_text("utf-8").splitlines(keepends=True)
    parts = tmp_path / "parts"
    parts.mkdir()
    for at in range(3):
        (parts / f"{at}.csv").write_text(head + "".join(lines[at::3]), "utf-8")
    summaries, outputs = set(), []
    for at, (name, source) in enumerate(
        [("duckdb", str(figures)), ("duckdb", str(parts)), ("polars", str(parts / "*.csv"))]
    ):
        out = tmp_path / f"out-{at}.parquet"
        summary = run([chitieu.load_ruleset(RULESET)], [source], Wanted(str(out)), name=name)
        summaries.add(repr(summary))
        outputs.append(written(out))
    assert len(summaries) == 1
    assert outputs[0] == outputs[1] == outputs[2]


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_any_number_of_shares_gives_the_same(figures: Path, tmp_path: Path, engine: str) -> None:
    found = []
    for at, size in enumerate((10**6, 100, 30)):
        out = tmp_path / f"{at}.csv"
        ruleset = chitieu.load_ruleset(RULESET)
        summary = run([ruleset], [str(figures)], Wanted(str(out)), name=engine, at_once=size)
        found.append((repr(summary), written(out)))
    assert found[0] == found[1] == found[2]


def test_the_same_seed_gives_the_same_figures(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        assert command(["simulate", RULESET, "-o", str(tmp_path / name), "--places", "3", "--seed", "5"]) == 0
    assert command(["simulate", RULESET, "-o", str(tmp_path / "c.csv"), "--places", "3", "--seed", "6"]) == 0
    first, second, other = ((tmp_path / f"{name}.csv").read_bytes() for name in "abc")
    assert first == second != other


def test_several_rulesets_each_place_its_own(tmp_path: Path) -> None:
    names = [RULESET, "do-son-2026"]
    figures, out = str(tmp_path / "f.parquet"), tmp_path / "o.csv"
    assert command(["simulate", *names, "-o", figures, "--places", "4", "--faults", "0"]) == 0
    assert command(["bulk", *names, figures, "-o", str(out)]) == 0
    sizes: dict[Any, Any] = dict(queried(f"SELECT ruleset, count(*) FROM '{out}' GROUP BY 1"))
    assert sizes == {name: 2 * len(chitieu.load_ruleset(name).rules) for name in names}


# ---- bad input ------------------------------------------------------------------------------------------


def parquet(path: Path, **columns: object) -> str:
    pq.write_table(pa.table(columns), path)
    return str(path)


def refused(capsys: pytest.CaptureFixture[str], folder: Path, *args: str) -> str:
    """What a refused run says; it leaves nothing behind."""
    before = sorted(folder.rglob("*"))
    assert command(["bulk", *args, "--lang", "en"]) == 2
    assert sorted(folder.rglob("*")) == before
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    return said.err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("wards={}", "nothing to count by"),
        ("section", "nothing to count by"),
        ("id,item={}", "nothing to count by"),
        ("period,period={}", "nothing to count by"),
        ("={}", "nothing to count by"),
        ("region={}", "no column “region”"),
    ],
)
def test_counts_that_cannot_be_made_are_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, asked: str, said: str
) -> None:
    good = parquet(tmp_path / "good.parquet", id=["I.1.1"], value=["100%"])
    counts = ["--counts", asked.format(tmp_path / "counts.csv")]
    assert said in refused(capsys, tmp_path, RULESET, good, "-o", str(tmp_path / "out.csv"), *counts)


def test_what_cannot_be_judged_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = ["-o", str(tmp_path / "out.parquet")]
    good = parquet(tmp_path / "good.parquet", id=["I.1.1"], value=["100%"])
    cases = {
        "no column “value”": parquet(tmp_path / "a.parquet", id=["I.1.1"]),
        "is of the type": parquet(tmp_path / "b.parquet", id=["I.1.1"], value=[True]),
        "IX.9": parquet(tmp_path / "c.parquet", id=["IX.9"], value=["1"]),
        "cannot be read": str(tmp_path / "d.parquet"),
        "no .parquet or .csv": str(tmp_path / "*.csv"),
        "There is no such file": str(tmp_path / "none.csv"),
        "The file is empty": str(tmp_path / "e.csv"),
        "cannot be read; these can": str(tmp_path / "f.xlsx"),
        "not in UTF-8": str(tmp_path / "g.csv"),
    }
    (tmp_path / "d.parquet").write_bytes(b"PAR1 no table PAR1")
    (tmp_path / "e.csv").touch()
    (tmp_path / "f.xlsx").touch()
    (tmp_path / "g.csv").write_bytes("id,value,Đơn vị\n".encode("utf-16"))
    for words, file in cases.items():
        if words == "no .parquet or .csv":
            for name in ("e.csv", "g.csv"):
                (tmp_path / name).unlink()
        if words == "The file is empty":
            (tmp_path / "e.csv").touch()
        if words == "not in UTF-8":
            (tmp_path / "g.csv").write_bytes("id,value,Đơn vị\n".encode("utf-16"))
        assert words in refused(capsys, tmp_path, RULESET, file, *out)
    assert "differ" in refused(capsys, tmp_path, RULESET, good, cases["is of the type"], *out)
    assert "mix" in refused(capsys, tmp_path, RULESET, good, cases["not in UTF-8"], *out)
    assert "not overwritten" in refused(capsys, tmp_path, RULESET, good, "-o", good)
    assert "no folder" in refused(capsys, tmp_path, RULESET, good, "-o", str(tmp_path / "no" / "out.csv"))
    assert ".xlsx" in refused(capsys, tmp_path, RULESET, good, "-o", str(tmp_path / "out.xlsx"))
    other = parquet(tmp_path / "h.parquet", id=["I.1.1"], value=["1"], ruleset=["tran-phu-2024"])
    assert "name rulesets that were not given: tran-phu-2024" in refused(
        capsys, tmp_path, RULESET, other, *out
    )
    assert "At least one ruleset" in refused(capsys, tmp_path, RULESET, *out)
    assert "no column “ruleset”" in refused(capsys, tmp_path, RULESET, "do-son-2026", good, *out)
    assert "limit of memory" in refused(capsys, tmp_path, RULESET, good, *out, "--memory", "much")


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_a_label_beside_its_target(capsys: pytest.CaptureFixture[str], tmp_path: Path, engine: str) -> None:
    ruleset = chitieu.load_ruleset(RULESET)
    label, target = next(iter(ruleset.only_targets.items()))
    out = ["-o", str(tmp_path / "out.csv"), "--engine", engine]
    alone = parquet(tmp_path / "alone.parquet", place=["A", "B"], id=[label, target], value=["7", "7"])
    assert command(["bulk", RULESET, alone, *out]) == 0
    capsys.readouterr()
    both = parquet(tmp_path / "both.parquet", place=["A", "A"], id=[label, target], value=["7", "7"])
    said = refused(capsys, tmp_path, RULESET, both, *out)
    assert f"both an item and its only target; the row of the item is not used: {label}." in said
    assert target in said
    mixed = parquet(
        tmp_path / "mixed.parquet", place=["A"] * 3, id=[label, target, "IX.9"], value=["7", "7", "7"]
    )
    assert f"No ruleset has the ids: {label}, IX.9." in refused(capsys, tmp_path, RULESET, mixed, *out)


@pytest.mark.parametrize("engine", ["duckdb", "polars", "pyspark"])
def test_decimals_that_no_engine_holds(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, engine: str
) -> None:
    figure = pa.array([Decimal("1" * 40)], pa.decimal256(50, 2))
    wide = parquet(tmp_path / "wide.parquet", id=["I.1.1"], value=figure)
    out = ["-o", str(tmp_path / "out.csv"), "--engine", engine]
    said = refused(capsys, tmp_path, RULESET, wide, *out)
    assert "wide.parquet: The column “value” is of the type decimal256(50, 2)" in said


def test_a_library_that_gives_up_leaves_a_message(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = parquet(tmp_path / "good.parquet", id=["I.1.1"], value=["100%"])

    def give_up(*_: object) -> None:
        raise pl.exceptions.PanicException("index out of bounds")

    monkeypatch.setattr("chitieu.bulk.polars_engine.PolarsEngine.write", give_up)
    out = ["-o", str(tmp_path / "out.parquet"), "--engine", "polars"]
    assert "index out of bounds" in refused(capsys, tmp_path, RULESET, good, *out)


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_a_corrupt_file_among_good_ones(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, engine: str
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for at in range(2):
        parquet(
            data / f"{at}.parquet",
            id=["I.1.1"] * 5000,
            value=[f"{n % 700}" for n in range(5000)],
            place=[f"{n}" for n in range(5000)],
        )
    broken = bytearray((data / "1.parquet").read_bytes())
    broken[40:1200] = b"\xff" * 1160  # the pages; its schema can still be read
    (data / "1.parquet").write_bytes(broken)
    out = str(tmp_path / "out.parquet")
    assert "1.parquet: " in refused(capsys, tmp_path, RULESET, str(data), "-o", out, "--engine", engine)


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
def test_a_line_of_csv_with_too_few_cells(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, engine: str
) -> None:
    (tmp_path / "1.csv").write_text("id,value,place\nI.1.1,100%,A\n", "utf-8")
    (tmp_path / "2.csv").write_text("id,value,place\nI.1.1,100%,B\nI.1.1,99%\n", "utf-8")
    given = [str(tmp_path / "*.csv"), "-o", str(tmp_path / "out.csv"), "--engine", engine]
    said = refused(capsys, tmp_path, RULESET, *given)
    assert "2.csv: " in said
    assert "Line: 3" in said


def test_a_full_disk_leaves_the_old_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = parquet(tmp_path / "good.parquet", id=["I.1.1"], value=["100%"])
    out = tmp_path / "out.parquet"
    out.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    assert "No space left" in refused(capsys, tmp_path, RULESET, good, "-o", str(out))
    assert out.read_bytes() == b"old"


def test_a_disk_that_fills_up_while_an_engine_writes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = parquet(tmp_path / "good.parquet", id=["I.1.1"], value=["100%"])

    def full(*_: object) -> None:  # as DuckDB says it on a full disk
        raise duckdb.IOException(
            'Async write failed: {"exception_message":"No space left on device","errno":"28"}'
        )

    monkeypatch.setattr("chitieu.bulk.duckdb_engine.DuckEngine.write", full)
    said = refused(capsys, tmp_path, RULESET, good, "-o", str(tmp_path / "out.parquet"))
    assert "out.parquet: " in said
    assert "No space left on device" in said


@pytest.mark.parametrize("engine", ["duckdb", "polars"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_an_interrupted_run_leaves_nothing(tmp_path: Path, number: signal.Signals, engine: str) -> None:
    figures = tmp_path / "figures.parquet"
    write_simulated(simulate([chitieu.load_ruleset(RULESET)], Plan(600, months(12))), figures)
    args = ["bulk", RULESET, str(figures), "-o", str(tmp_path / "out.csv"), "--engine", engine]
    ran = subprocess.Popen([sys.executable, "-m", "chitieu", *args], stderr=subprocess.PIPE, text=True)
    while not any(tmp_path.glob(".out-*")):
        assert ran.poll() is None
        time.sleep(0.002)
    ran.send_signal(number)
    said = ran.communicate(timeout=120)[1]
    assert "Bị ngắt" in said
    assert "Traceback" not in said
    assert ran.returncode == 2
    assert list(tmp_path.iterdir()) == [figures]


def test_the_counts_add_up(tmp_path: Path) -> None:
    good = parquet(
        tmp_path / "good.parquet",
        id=["I.1.1", "I.1.1"],
        value=["100%", "99%"],
        place=["A", "B"],
        period=["1", "1"],
    )
    ruleset = chitieu.load_ruleset(RULESET)
    summary = run([ruleset], [good], Wanted(str(tmp_path / "out.csv")), complete=False)
    assert summary == Summary({"met": 1, "exceeded": 0, "not_met": 1, "undecided": 0}, [], 2, 1)
    whole = run([ruleset], [good], Wanted(str(tmp_path / "out.csv")))
    assert whole.undecided == [("verdict.missing", 2 * len(ruleset.rules) - 2)]
