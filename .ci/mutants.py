"""The semantic core with one mistake at a time: which mistakes do the tests see?

mutmut makes the mistakes (it knows packages under src only, so in a copy of the tree). This runs them: the tests are
collected once, each mistake gets a fork of that process with nothing remembered, the tests that reach the mistaken
function run until one fails, those that saw its other mistakes first.

    python .ci/mutants.py [again | unseen | list] [NAME…]    NAME: of a mutant, or a pattern, "chitieu.quantity*"

What was tried is kept, so that a run that was broken off goes on where it was; ``again`` tries it all the same, and of
a function that was changed nothing is kept. ``unseen`` are those that no test saw the last time: where only tests were
added since, TESTS="tests/evaluation …" names the folders of those tests, and no other need run. ``list`` tries nothing
and writes those that no test saw, by function, as docs/mutants.md has them.
"""

from __future__ import annotations

import functools
import io
import json
import os
import pickle
import random
import re
import resource
import shutil
import signal
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from mutmut.__main__ import copy_also_copy_files, copy_src_dir, create_mutants, setup_source_paths
from mutmut.configuration import config
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.state import state
from mutmut.utils.format_utils import mangled_name_from_mutant_name

COPY = Path("build/mutants")
RESULTS = Path("../results.json")
GIGABYTE = 1 << 30
#: What remembers answers by arguments; mutmut leaves decorated functions alone, and without it they mean the same.
MEMO = re.compile(r"^@(?:lru_)?cache(?:\(.*\))?\n(?=def \w+\([^)])", re.MULTILINE)
CAUGHT = ("seen", "timeout", "crash")


def make() -> dict[str, tuple[str, str]]:
    """Every mutant with its file and the hash of its function; afterwards we stand in the mutated copy."""
    COPY.mkdir(parents=True, exist_ok=True)
    for old in ("src", "tests", "mutants/src", "mutants/tests"):
        shutil.rmtree(COPY / old, ignore_errors=True)
    shutil.copytree("engine", COPY / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for path in config().only_mutate:
        plain = MEMO.sub("", (COPY / path).read_text("utf-8"))
        (COPY / path).write_text(plain, "utf-8")
    for folder in ("grammar", "rulesets", "examples", "tests"):
        shutil.copytree(folder, COPY / folder, dirs_exist_ok=True)
    shutil.copy2("pyproject.toml", COPY)
    os.chdir(COPY)
    set_mutant_under_test("mutant_generation")
    Path("mutants").mkdir(exist_ok=True)
    with redirect_stdout(io.StringIO()):
        copy_src_dir()
        copy_also_copy_files()
        setup_source_paths()
        create_mutants(1)
    mutants: dict[str, tuple[str, str]] = {}
    for path in config().only_mutate:
        data = SourceFileMutationData(path=Path(path))
        data.load()
        for name in data.exit_code_by_key:
            function = mangled_name_from_mutant_name(name).rpartition(".")[2]
            mutants[name] = (path.removeprefix("src/chitieu/"), data.hash_by_function_name[function])
    os.chdir("mutants")
    sys.path.insert(0, str(Path("src").resolve()))
    return mutants


def forget() -> None:
    """Nothing that the engine worked out and kept is left."""
    for name, module in list(sys.modules.items()):
        if name.startswith("chitieu."):
            for kept in list(vars(module).values()):
                if isinstance(kept, functools._lru_cache_wrapper):
                    kept.cache_clear()
            if isinstance(kept := getattr(module, "_KEPT", None), dict):  # by the identity of a target
                kept.clear()
            if memory := getattr(module, "_MEMORY", None):  # of units
                memory.__init__()


def forked(work: Callable[[], Any]) -> tuple[Any, int]:
    """What the work gives in a fork, and what ended the fork, or 0; of one that broke, where it did."""
    reading, writing = os.pipe()
    if not (pid := os.fork()):
        os.close(reading)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        broke = 0
        try:
            answer = work()
        except BaseException:  # whatever it is, this process must not go on as the other
            answer, broke = traceback.format_exc(), 1
        with os.fdopen(writing, "wb") as out:
            pickle.dump(answer, out)
        os._exit(broke)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        data = answer.read()
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    return (pickle.loads(data) if code >= 0 else None), abs(code)


def limit(seconds: float) -> None:
    """Ends this process after so much work, whatever it is doing; a wait is given longer."""
    signal.setitimer(signal.ITIMER_PROF, 5 + 10 * seconds)
    signal.setitimer(signal.ITIMER_REAL, 120 + 20 * seconds)


class Trial:
    """A plugin of pytest that puts the trial of the mutants in the place of its own run."""

    def __init__(
        self, mutants: dict[str, tuple[str, str]], wanted: list[str], results: dict[str, dict[str, Any]]
    ) -> None:
        self.mutants, self.wanted, self.results = mutants, wanted, results
        self.seconds: dict[str, float] = {}
        self.reach: dict[str, set[str]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.session = session
        answer, ended_by = forked(self.unmistaken)
        if ended_by:
            sys.exit(f"the tests do not run as they are: {answer or signal.Signals(ended_by).name}")
        self.seconds, self.reach, failed = answer
        if failed:
            sys.exit(f"the tests fail as they are: {failed}")
        print(f"{len(session.items)} tests take {sum(self.seconds.values()):.0f} s", flush=True)
        self.try_all()
        return True

    def unmistaken(self) -> tuple[dict[str, float], dict[str, set[str]], str | None]:
        """How long each test takes, which tests reach a function, and which failed though nothing is mistaken."""
        set_mutant_under_test("stats")
        seconds: dict[str, float] = {}
        reach: defaultdict[str, set[str]] = defaultdict(set)
        for number, item in enumerate(self.session.items):
            forget()
            state()._stats.clear()
            begun = time.process_time()
            self.run_one(item, self.session.items[number + 1 :])
            seconds[item.nodeid] = time.process_time() - begun
            for function in state()._stats:
                reach[function].add(item.nodeid)
            if self.session.testsfailed:
                return seconds, dict(reach), item.nodeid
        return seconds, dict(reach), None

    def run_one(self, item: pytest.Item, later: list[pytest.Item]) -> None:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=later[0] if later else None)

    def seen_by(self, mutant: str, items: list[pytest.Item]) -> str | None:
        """The first of these tests that fails on the mutant."""
        set_mutant_under_test(mutant)
        forget()
        resource.setrlimit(resource.RLIMIT_AS, (6 * GIGABYTE, 6 * GIGABYTE))
        for number, item in enumerate(items):
            limit(self.seconds[item.nodeid])
            self.run_one(item, items[number + 1 :])
            if self.session.testsfailed:
                return item.nodeid
        return None

    def try_all(self) -> None:
        saw: defaultdict[str, Counter[str]] = defaultdict(Counter)
        begun = kept = time.monotonic()
        for number, mutant in enumerate(self.wanted, 1):
            function = mangled_name_from_mutant_name(mutant)
            reached = self.reach.get(function, set())
            items = [item for item in self.session.items if item.nodeid in reached]
            if not items and mutant in self.results:
                continue  # none of the new tests reaches it
            items.sort(key=lambda item: (-saw[function][item.nodeid], self.seconds[item.nodeid]))
            started = time.monotonic()
            test, ended_by = forked(functools.partial(self.seen_by, mutant, items)) if items else (None, 0)
            if ended_by:
                status = "timeout" if ended_by in (signal.SIGPROF, signal.SIGALRM) else "crash"
            elif test is not None:
                saw[function][test] += 1
                status = "seen"
            else:
                status = "not seen" if items else "no test"
            self.results[mutant] = {
                "hash": self.mutants[mutant][1],
                "status": status,
                "test": test,
                "seconds": round(time.monotonic() - started, 2),
            }
            if status != "seen":
                print(f"{status}: {mutant}", flush=True)
            if time.monotonic() > kept + 20:
                kept = time.monotonic()
                self.keep()
                print(f"{number}/{len(self.wanted)} in {time.monotonic() - begun:.0f} s", flush=True)
        self.keep()

    def keep(self) -> None:
        new = RESULTS.with_suffix(".new")
        new.write_text(json.dumps(self.results, indent=0, ensure_ascii=False))
        new.replace(RESULTS)


def score(mutants: dict[str, tuple[str, str]], results: dict[str, dict[str, Any]]) -> None:
    """The table for docs/mutants.md."""
    table: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mutant, (file, _) in mutants.items():
        for row in (table[file], table["all"]):
            row["made"] += 1
            if mutant in results:
                row["tried"] += 1
                row[results[mutant]["status"]] += 1
    for file in [*dict.fromkeys(file for file, _ in mutants.values()), "all"]:
        row = table[file]
        caught = sum(row[status] for status in CAUGHT)
        share = f"{100 * caught / row['tried']:.1f}" if row["tried"] else "–"
        missed = row["not seen"] + row["no test"]
        print(
            f"| `{file}` | {row['made']} | {row['tried']} | {caught} | {row['timeout']} | {missed} | {share} |"
        )


def list_unseen(mutants: dict[str, tuple[str, str]], results: dict[str, dict[str, Any]]) -> None:
    """What no test saw, function by function: what stood there and what stood there instead."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for mutant, (file, _) in mutants.items():
        if mutant in results and results[mutant]["status"] not in CAUGHT:
            with chdir(".."):
                lines = get_diff_for_mutant(mutant, path=Path(f"src/chitieu/{file}")).splitlines()[3:]
            old, new = (" ".join(line[1:].strip() for line in lines if line[0] == sign) for sign in "-+")
            function = (
                mutant.rpartition(".")[2]
                .rpartition("__mutmut_")[0]
                .replace("ǁ", ".")
                .removeprefix("x_")
                .removeprefix("x.")
            )
            found[f"{Path(file).stem}.{function}"].append("`{}` → `{}`".format(*told_apart(old, new)))
    for function, changes in sorted(found.items()):
        print(f"- `{function}`: {'; '.join(changes)}")


def told_apart(old: str, new: str) -> tuple[str, str]:
    """Of two lines the words that differ, with some around them."""
    one, other = old.split(), new.split()
    least = min(len(one), len(other))
    before = next((at for at in range(least) if one[at] != other[at]), least)
    behind = next((at for at in range(least - before) if one[-1 - at] != other[-1 - at]), least - before)
    first, last = max(before - 3, 0), max(behind - 2, 0)
    return " ".join(one[first : len(one) - last]), " ".join(other[first : len(other) - last])


def main(asked: list[str]) -> None:
    os.environ.update(CHITIEU_CACHE_DIR="", CHITIEU_MUTANTS="1", PYTHONDONTWRITEBYTECODE="1")
    mutants = make()
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    results = {
        name: result
        for name, result in results.items()
        if name in mutants and result.get("hash") == mutants[name][1]  # the others are of another text
    }
    patterns = [word for word in asked if word not in ("again", "unseen", "list")] or ["*"]
    wanted = [name for name in mutants if any(fnmatch(name, pattern) for pattern in patterns)]
    if "unseen" in asked:
        wanted = [name for name in wanted if name in results and results[name]["status"] not in CAUGHT]
    elif not {"again", "list"} & set(asked):
        wanted = [name for name in wanted if name not in results]
    if "list" in asked:
        list_unseen({name: mutants[name] for name in wanted}, results)
        return
    random.Random(0).shuffle(wanted)  # a run that is broken off has tried a fair sample
    if wanted:
        options = ["-q", "-s", "-n0", "--rootdir=.", "--tb=native", *config().pytest_add_cli_args]
        tests = os.environ.get("TESTS", "").split() or config().pytest_add_cli_args_test_selection
        pytest.main([*options, *tests], [Trial(mutants, wanted, results)])
    score(mutants, results)


if __name__ == "__main__":
    main(sys.argv[1:])
