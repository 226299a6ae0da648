"""Cold start: whole processes, in turn in one run, as a ratio to importing the libraries that they rest on.

    python benchmarks/cold_start.py [--rounds 15] [--ruleset NAME] [--actuals FILE] [--check]

With ``--check`` the exit code is 1 where a ratio is above its limit. Without ``--ruleset`` the largest
bundled one is taken; without ``--actuals`` a figure is made up for each of its targets.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

BASELINE = "import lark, yaml, rich.table, click, pydantic; type('M', (pydantic.BaseModel,), {})"


@dataclass(frozen=True)
class Job:
    """A command to time; ``cold`` empties the cache before each run, ``limit`` is the ratio allowed."""

    name: str
    command: tuple[str, ...]
    limit: float
    cold: bool = False


def largest_ruleset() -> str:
    from chitieu.ruleset import bundled_rulesets, load_ruleset

    return max(bundled_rulesets(), key=lambda name: len(load_ruleset(name).rules))


def made_up_actuals(ruleset: str, folder: Path) -> str:
    """A figure for every target, so that every one of them is read, judged and shown."""
    from chitieu.ruleset import load_ruleset

    lines = ["id;value", *(f"{rule.id};{at % 120}" for at, rule in enumerate(load_ruleset(ruleset).rules))]
    file = folder / "actuals.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(file)


def run_once(command: tuple[str, ...], env: dict[str, str]) -> float:
    start = time.perf_counter()
    ran = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    spent = time.perf_counter() - start
    if ran.returncode:
        raise SystemExit(
            f"{' '.join(command)}: exit code {ran.returncode}\n{ran.stderr.decode(errors='replace')}"
        )
    return spent


def empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def measure(jobs: list[Job], rounds: int, cache: Path, cold: Path) -> dict[str, list[float]]:
    env = {**os.environ, "CHITIEU_CACHE_DIR": str(cache), "COLUMNS": "160"}
    # all processes run from compiled bytecode, as from an installed package
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    env["PYTHONPYCACHEPREFIX"] = str(cache.parent / "bytecode")
    times: dict[str, list[float]] = {job.name: [] for job in jobs}
    for job in jobs:  # fills the caches of files and of the user
        run_once(job.command, env)
    for _ in range(rounds):
        for job in jobs:
            if job.cold:
                empty(cold)
            times[job.name].append(
                run_once(job.command, env | ({"CHITIEU_CACHE_DIR": str(cold)} if job.cold else {}))
            )
    return times


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--ruleset")
    parser.add_argument("--actuals")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.rounds < 9:
        parser.error("medians of fewer than 9 rounds say little")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cache, cold = folder / "warm", folder / "cold"
        cache.mkdir()
        os.environ["CHITIEU_CACHE_DIR"] = str(cache)
        ruleset = options.ruleset or largest_ruleset()
        actuals = options.actuals or made_up_actuals(ruleset, folder)
        chitieu = (sys.executable, "-m", "chitieu")
        evaluate = (*chitieu, "evaluate", ruleset, actuals)
        jobs = [
            Job("baseline", (sys.executable, "-c", BASELINE), 1.0),
            Job("evaluate, warm", evaluate, 1.5),
            Job("evaluate, cold", evaluate, 2.2, cold=True),
            Job("--help", (*chitieu, "--help"), 0.4),
        ]
        times = measure(jobs, options.rounds, cache, cold)
    base = statistics.median(times["baseline"])
    failed = False
    print(f"{ruleset}: medians of {options.rounds} runs in turn")
    for job in jobs:
        spent = statistics.median(times[job.name])
        ratio = spent / base
        over = ratio > job.limit and job.name != "baseline"
        failed = failed or over
        verdict = "" if job.name == "baseline" else f"  (at most {job.limit}{', EXCEEDED' if over else ''})"
        print(f"{job.name:16}{spent * 1000:8.0f} ms{ratio:8.2f}{verdict}")
    return 1 if failed and options.check else 0


if __name__ == "__main__":
    raise SystemExit(main())
