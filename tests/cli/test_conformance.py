"""The command ``conformance``: what it says of good, bad, silent and absent programs, and its exit codes."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

from chitieu.cli import suite
from chitieu.cli.suite import Case, failures

from .conftest import Call, Process

CASES = (
    Case("level/a", {"target": "trên 98%", "actual": "98%"}, {"outcome": "not_met", "margin": "0.000000"}),
    Case("hand/b", {"target": "trên 98%", "actual": ""}, {"outcome": "undecided"}, why="no figure"),
)
GOOD = '{"outcome": "not_met", "margin": "-0"}'
UNDECIDED = '{"outcome": "undecided", "margin": null}'


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suite, "load_suite", lambda: CASES)


def program(tmp_path: Path, answers: str, tail: str = "") -> str:
    """A program that reads everything and answers these lines."""
    file = tmp_path / "judge.py"
    code = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({answers.encode()!r}); {tail}"
    file.write_text(code, encoding="utf-8")
    return shlex.join([sys.executable, str(file)])


@pytest.mark.parametrize(
    ("answers", "tail", "code", "told"),
    [
        (f"{GOOD}\n{UNDECIDED}\n", "", 0, ["All 2 cases pass."]),
        (f"{GOOD}\r\n{UNDECIDED}", "", 0, ["All 2 cases pass."]),
        (
            f"{UNDECIDED}\n{UNDECIDED}\n",
            "",
            1,
            ["outcome: not_met is expected, the program answers undecided", "1 of 2 cases fail."],
        ),
        (f"{GOOD}\n", "", 1, ["hand/b (no figure)", "There is no line of answer."]),
        ("", "", 1, ["2 of 2 cases fail."]),
        (f"{GOOD}\n[]\n", "", 1, ["The answer is no JSON object: []"]),
        (f"{GOOD}\nNaN and so on\n", "", 1, ["The answer is no JSON object: NaN and so on"]),
        (f"{GOOD}\n{UNDECIDED}\n{{}}\n", "", 1, ["The program answers 1 lines too many"]),
        (f"{GOOD}\n{UNDECIDED}\n", "sys.exit(3)", 1, ["The program ended with exit code 3."]),
    ],
)
def test_what_is_told(  # noqa: PLR0917
    few: None, call: Call, tmp_path: Path, answers: str, tail: str, code: int, told: list[str]
) -> None:
    result = call("conformance", "--run", program(tmp_path, answers, tail), "--lang", "en")
    assert (result.code, result.err) == (code, "")
    for line in told:
        assert line in result.out


def test_a_program_that_cannot_be_run(call: Call, few: None) -> None:
    for command in ("no-such-program-there-is", "'unclosed", "", " "):
        result = call("conformance", "--run", command)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("Lỗi: Không chạy được")


def test_a_program_that_does_not_end(few: None, call: Call, tmp_path: Path) -> None:
    command = program(tmp_path, "", "import time; time.sleep(60)")
    result = call("conformance", "--run", command, "--timeout", "0.3", "--lang", "en")
    assert (result.code, result.out) == (2, "")
    assert "has not answered after 0.3 seconds" in result.err


def test_the_default_is_this_program(process: Process) -> None:
    done = process(["conformance", "--format", "json"])
    told = json.loads(done.stdout)
    assert (done.returncode, told["failures"], told["passed"]) == (0, [], told["cases"])
    assert told["cases"] >= 400


def test_failures_as_json(few: None, call: Call, tmp_path: Path) -> None:
    command = program(tmp_path, f"{UNDECIDED}\n{UNDECIDED}\n")
    result = call("conformance", "--run", command, "--format", "json")
    told: dict[str, Any] = json.loads(result.out)
    assert told["groups"] == {"level": {"cases": 1, "passed": 0}, "hand": {"cases": 1, "passed": 1}}
    (failure,) = told["failures"]
    assert (failure["id"], failure["answer"]) == ("level/a", {"outcome": "undecided", "margin": None})
    assert [reason["code"] for reason in failure["reasons"]] == ["conformance.differs"] * 2


def test_long_lists_are_cut_unless_all_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, call: Call, tmp_path: Path
) -> None:
    many = tuple(Case(f"level/{at}", {}, {"outcome": "met"}) for at in range(30))
    monkeypatch.setattr(suite, "load_suite", lambda: many)
    command = program(tmp_path, "")
    assert "… and 10 other cases." in call("conformance", "--run", command, "--lang", "en").out
    assert "level/29\n" in call("conformance", "--run", command, "--lang", "en", "--all").out


def test_the_cases_can_be_printed(call: Call, few: None) -> None:
    lines = [json.loads(line) for line in call("conformance", "--cases").out.splitlines()]
    assert lines[1] == {
        "id": "hand/b",
        "given": CASES[1].given,
        "expect": CASES[1].expect,
        "why": "no figure",
    }


@pytest.mark.parametrize(
    ("margin", "same"),
    [("0", True), ("-0.0", True), (0, True), (0.0, True), ("0.0000004", True), ("0.0000005", False),
     ("1e-9", True), (None, False), ("NaN", False), ("Infinity", False), ([], False), (True, False), ("x", False)],
)  # fmt: skip
def test_figures_are_compared_as_numbers(margin: object, same: bool) -> None:
    answer = json.dumps({"outcome": "not_met", "margin": margin})
    assert (failures(CASES[:1], [answer]) == ()) is same


def test_a_figure_that_no_decimal_holds_is_no_answer() -> None:
    answer = f'{{"outcome": "not_met", "margin": 0e-{"7" * 60}}}'
    assert [reason.code for reason in failures(CASES[:1], [answer])[0].reasons] == ["conformance.not_json"]
