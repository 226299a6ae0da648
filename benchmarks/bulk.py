"""Bulk evaluation beside hand-written queries that make the same comparison, in turn in one run.

    python benchmarks/bulk.py [--rows 10000000] [--rounds 9] [--spark] [--loops] [--growth] [--write docs/scale.md]

Figures are DECIMAL(18, 2) in Parquet, targets 40 bounds and ranges. ``queries`` holds the queries by hand, and
bulk_jobs.py the rest. Times are medians of alternating rounds; memory is the peak of a process of its own that counts
once. ``--growth`` adds 10^5 … ``--rows``; ``--loops`` loops over rule-engine and zen-engine (the extra ``bench``).
``--write`` puts the tables into a document, between the marks there.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bulk_jobs import TARGETS, Jobs, Loops, SparkJobs, ThroughPython, make_figures

START, END = "<!-- measured by benchmarks/bulk.py -->", "<!-- end of what was measured -->"
LOOPED = 40_000
#: Rows of a run that is all beginning, and of one that goes through Python; the cores that are used.
FEW, READ, CORES = 4_000, 20_000, 2
PAIRS = (
    ("duckdb", "duckdb_by_hand", "đếm / count, DuckDB", 1.15),
    ("polars", "polars_by_hand", "đếm / count, Polars", 1.15),
    ("write", "write_by_hand", "ghi mọi kết quả / write every verdict, DuckDB", 1.25),
    ("spark", "spark_by_hand", "đếm / count, PySpark local[2]", 1.35),
)
Times = dict[str, float]


def alternate(jobs: dict[str, Callable[[], Any]], rounds: int, warm: int = 1) -> Times:
    """Median seconds of each job, after ``warm`` rounds that are not counted; every second round goes backwards."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for number in range(warm + rounds):
        for name in list(jobs)[:: 1 if number % 2 else -1]:
            start = time.perf_counter()
            jobs[name]()
            if number >= warm:
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(spent) for name, spent in times.items()}


def named(jobs: object, *names: str) -> dict[str, Callable[[], Any]]:
    """The methods of those names; those that count must count alike."""
    found = {name: getattr(jobs, name) for name in names}
    counts = {name: job() for name, job in found.items()}
    several = [one for one in counts.values() if one is not None]
    assert all(one == several[0] for one in several), counts
    return found


def peak_memory(figures: Path, job: str) -> float:
    """MiB that a process which only does one job has used at most."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; from bulk_jobs import Jobs\n"
        "getattr(Jobs(Path(sys.argv[2]), Path('.')), sys.argv[3])()\n"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
    )
    args = [sys.executable, "-c", code, str(Path(__file__).parent), str(figures), job]
    return int(subprocess.run(args, capture_output=True, check=True, text=True).stdout) / 1024


def compared(times: Times, rows: int) -> list[str]:
    """A table of what chitieu takes, and what the query by hand does."""
    lines = [
        "| việc / work | chitieu | viết tay / by hand | tỷ số / ratio | giới hạn / limit | dòng/giây / rows a second |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for ours, theirs, what, limit in PAIRS:
        if ours in times:
            spent, by_hand = times[ours], times[theirs]
            cells = [
                f"{spent:.3f} s",
                f"{by_hand:.3f} s",
                f"{spent / by_hand:.2f}",
                f"{limit}",
                f"{rows / spent:,.0f}",
            ]
            lines.append(f"| {what} | {' | '.join(cells)} |")
    return lines


def growth(most: int, rounds: int, folder: Path) -> list[str]:
    """A table of times from 10^5 rows on, plotted by bars whose length is the time for a row."""
    spent: dict[int, Times] = {}
    size = 100_000
    while size <= most:
        figures = folder / f"{size}.parquet"
        make_figures(size, figures)
        spent[size] = alternate(named(Jobs(figures, folder), "write", "write_by_hand"), rounds)
        size *= 10
    each = {size: [1e6 * one / size for one in times.values()] for size, times in spent.items()}
    longest = max(ours for ours, _ in each.values())
    lines = [
        "| dòng / rows | giây / seconds | µs mỗi dòng / a row | viết tay / by hand | |",
        "| --- | --- | --- | --- | --- |",
    ]
    for size, times in spent.items():
        ours, by_hand = each[size]
        bar = "█" * round(30 * ours / longest)
        lines.append(f"| {size:,} | {times['write']:.3f} | {ours:.3f} | {by_hand:.3f} | {bar} |")
    return lines


def start_of_spark(figures: Path) -> float:
    """Seconds from nothing to the first counts of a few rows on Spark, in a process of its own."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; from bulk_jobs import SparkJobs\n"
        "SparkJobs(Path(sys.argv[2])).spark()"
    )
    args = [sys.executable, "-c", code, str(Path(__file__).parent), str(figures)]

    def start() -> None:
        subprocess.run(args, capture_output=True, check=True)

    return alternate({"start": start}, 3)["start"]


def model(times: Times, few: Times, rows: int) -> list[str]:
    """The constants of the cost model, out of the times of many rows and of a few, and what they come to."""

    def each(name: str) -> float:
        return 1e6 * CORES * (times[name] - few[name]) / (rows - FEW)

    count, write = each("duckdb"), each("write")
    read, judged = (1e6 * times[name] / READ for name in ("read", "judged"))
    constants = [
        ("`f`, đếm / count", f"{few['duckdb']:.3f} s", "vài dòng / a few rows"),
        ("`f`, ghi / write", f"{few['write']:.3f} s", "vài dòng / a few rows"),
        ("`c`, đếm / count", f"{count:.3f} µs", "giây lõi mỗi dòng, DECIMAL / core seconds a row"),
        ("`c`, ghi / write", f"{write:.3f} µs", "ghi mọi kết quả / write every verdict"),
        ("`c`, chữ / text", f"{read:.0f} µs, `p` = 1", "mỗi chữ khác nhau / each distinct text"),
        (
            "`c`, máy chấm từng con số / scalar",
            f"{judged:.0f} µs, `p` = 1",
            "mỗi dòng khác / each distinct row",
        ),
    ]
    year, many = 3_300 * 40 * 12, 10**9
    told = [
        f"Cả nước một năm / a year of the whole country, 3.300 × 40 × 12 = {year:,} dòng / rows: ghi / to write "
        f"{few['write'] + year * write / CORES / 1e6:.1f} s (DECIMAL); chữ, nếu mọi chữ khác nhau / text, all of it "
        f"different: {year * read / 1e6:.0f} s. {many:,} dòng / rows: ghi / to write "
        f"{many * write / CORES / 1e6 / 60:.0f} phút / minutes, `p` = {CORES}.",
    ]
    if "spark" in few:
        spark = each("spark")
        constants += [
            (
                "`d`, đếm / count",
                f"{spark:.3f} µs",
                "giây lõi mỗi dòng trên Spark / core seconds a row on Spark",
            ),
            ("`d` ÷ `c`", f"{spark / count:.1f}", "hòa vốn khi / it breaks even where `P` > `p` × `d` ÷ `c`"),
            (
                "`k`",
                f"{times['start_of_spark']:.1f} s",
                "Java, phiên, lần đếm đầu / session, the first count",
            ),
        ]
    return [
        "Mô hình chi phí / the cost model: DuckDB `T = f + n × c / p`, Spark `T = k + n × d / P`.",
        "",
        "| | giá trị / value | nghĩa / meaning |",
        "| --- | --- | --- |",
        *(f"| {' | '.join(cells)} |" for cells in constants),
        "",
        *told,
    ]


def loops(figures: Path, rounds: int, rows_a_second: float) -> list[str]:
    """A table of rows a second of a loop over other engines."""
    jobs = named(Loops(figures, LOOPED), "by_hand", "rule_engine", "zen_engine")
    lines = [
        "| vòng lặp / a loop over | dòng mỗi giây / rows a second | DuckDB nhanh hơn / is faster by |",
        "| --- | --- | --- |",
    ]
    names = {"by_hand": "Python, Decimal", "rule_engine": "rule-engine", "zen_engine": "zen-engine"}
    for name, spent in alternate(jobs, rounds).items():
        speed = LOOPED / spent
        lines.append(f"| {names[name]} | {speed:,.0f} | {rows_a_second / speed:,.0f} |")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=9)
    for flag in ("--spark", "--loops", "--growth"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--write", type=Path, metavar="DOCUMENT")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = folder / "figures.parquet"
        make_figures(options.rows, figures)
        jobs = Jobs(figures, folder)
        times = alternate(named(jobs, "duckdb", "duckdb_by_hand"), options.rounds)
        times |= alternate(named(jobs, "polars", "polars_by_hand"), options.rounds)
        times |= alternate(named(jobs, "write", "write_by_hand"), options.rounds)
        times |= alternate(named(jobs, "duckdb_with_duplicates"), min(options.rounds, 3))
        make_figures(FEW, folder / "few.parquet")
        beginning = Jobs(folder / "few.parquet", folder)
        few = alternate(named(beginning, "duckdb", "write"), options.rounds)
        times |= alternate(named(ThroughPython(READ), "read", "judged"), min(options.rounds, 3))
        plan: list[str] = []
        if options.spark:
            times["start_of_spark"] = start_of_spark(beginning.figures)
            spark = SparkJobs(figures)
            # Java compiles what it runs often, and collects garbage when it likes: more rounds before, and in all
            times |= alternate(named(spark, "spark", "spark_by_hand"), 2 * options.rounds + 1, warm=4)
            plan = ["", "```text", *spark.plan(), "```"]
            few |= alternate(named(SparkJobs(beginning.figures), "spark"), options.rounds, warm=4)
            spark.session.stop()
        text = [
            f"{options.rows:,} dòng / rows × {TARGETS} chỉ tiêu / targets, {options.rounds} vòng / rounds:",
            "",
            *compared(times, options.rows),
            "",
            "Đếm mà có tìm dòng trùng / counting while looking for duplicates: "
            f"{times['duckdb_with_duplicates']:.3f} s.",
            f"Bộ nhớ đỉnh khi đếm / peak memory while counting: {peak_memory(figures, 'duckdb'):.0f} MiB; "
            f"viết tay / by hand: {peak_memory(figures, 'duckdb_by_hand'):.0f} MiB.",
        ]
        if options.loops:
            text += ["", *loops(figures, min(options.rounds, 5), options.rows / times["duckdb"])]
        if options.growth:
            text += ["", *growth(options.rows, min(options.rounds, 5), folder)]
        text += ["", *model(times, few, options.rows), *plan]
    print("\n".join(text))
    if options.write:
        before, rest = options.write.read_text("utf-8").split(START)
        after = rest.split(END)[1]
        options.write.write_text("\n".join([before + START, "", *text, "", END + after]), "utf-8")


if __name__ == "__main__":
    main()
