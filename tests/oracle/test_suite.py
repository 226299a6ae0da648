"""The suite is what the second evaluator says, covers what it claims to, and sees every mistake."""

from __future__ import annotations

import shlex
import sys
import tomllib
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from chitieu.cli.player import play
from chitieu.cli.suite import Failure, failures, load_suite

from .grid import BETTER
from .second import Achieved, Wanted, judge
from .suite import FOLDER, six_places, suite
from .wrong_engine import MISTAKES

ROOT = FOLDER.parents[1]
ENGINE = Path(__file__).with_name("wrong_engine.py")
CASES = load_suite()
WRONG = sorted(set(MISTAKES) - {"none"})


def wrong(mistake: str) -> str:
    return shlex.join([sys.executable, str(ENGINE), mistake])


def failing(mistake: str) -> tuple[Failure, ...]:
    played = play(wrong(mistake), [case.line for case in CASES], timeout=120)
    assert played.exit_code == 0
    return failures(CASES, played.answers)


def test_the_files_are_what_the_second_evaluator_writes() -> None:
    written = suite()
    assert written == {name: (FOLDER / name).read_text("utf-8") for name in written}
    assert {file.name for file in FOLDER.glob("*.jsonl")} == {*written, "hand.jsonl"}


def test_the_second_evaluator_shares_no_code_with_the_engine() -> None:
    for name in ("second.py", "wording.py", "grid.py", "suite.py"):
        assert "chitieu." not in Path(__file__).with_name(name).read_text("utf-8")


def test_names_are_there_once() -> None:
    names = Counter(case.id for case in CASES)
    assert len(names) >= 400
    assert [name for name, count in names.items() if count > 1] == []


def test_every_op_better_side_measure_and_edge_is_there() -> None:
    names = {case.id for case in CASES}
    ops = ("eq", "gt", "ge", "lt", "le")
    for better in BETTER:
        for op in ops:
            for slug in ("share", "count"):
                for edge in (
                    "at",
                    "under",
                    "over",
                    "nfd",
                    "missing",
                    "unreadable",
                    "other kind",
                    "hair-over",
                ):
                    assert f"level/{slug}/{op}/{better}/{edge}" in names
            for measure in ("increase", "decrease"):
                if (measure, op) != ("decrease", "lt"):  # "giảm dưới" has two readings
                    for edge in ("at", "under", "over", "zero baseline", "no baseline", "other way"):
                        assert f"change/relative/{measure}/{op}/{better}/{edge}" in names
        for op in ("range", "range-to-under", "range-from-over"):
            for edge in ("at-low", "under-low", "over-high", "at-high", "range around the low end"):
                assert f"level/share/{op}/{better}/{edge}" in names
    outcomes = Counter(case.expect["outcome"] for case in CASES)
    assert min(outcomes.values()) >= 100
    assert set(outcomes) == {"met", "exceeded", "not_met", "undecided"}


#: By hand, from the table of the semantics: op, better, figure → outcome, margin, completion for 95 % and 5–8.
BY_HAND = [
    (Wanted(">", "95", "%"), "95", "not_met", "0", "100"),
    (Wanted(">", "95", "%"), "95.2", "met", "0.2", "100.210526"),
    (Wanted("=", "95", "%"), "96", "exceeded", "1", "101.052632"),
    (Wanted("=", "95", "%", "lower"), "96", "not_met", "-1", "101.052632"),
    (Wanted("=", "0.51", "%", "exact"), "0.505", "met", "0", "99.019608"),
    (Wanted("=", "0.51", "%", "exact"), "0.515", "not_met", "0", "100.980392"),
    (Wanted("range", "5", "%", high="8"), "9", "exceeded", "1", "180"),
    (Wanted("range", "5", "%", "lower", high="8"), "4", "exceeded", "1", "80"),
    (Wanted("range", "5", "%", "exact", high="8"), "9", "not_met", "-1", "180"),
    (Wanted("range", "5", "%", high="8", high_open=True), "8", "exceeded", "0", "160"),
    (Wanted("<=", "95", "%", "higher"), "94", "met", "1", "98.947368"),
]


@pytest.mark.parametrize(("wanted", "figure", "outcome", "margin", "completion"), BY_HAND)
def test_the_second_evaluator_by_hand(
    wanted: Wanted, figure: str, outcome: str, margin: str, completion: str
) -> None:
    value = Fraction(figure)
    found = judge(wanted, Achieved(value, value, unit="%"))
    assert found.outcome == outcome
    shown = (six_places(found.margin), six_places(found.completion))
    assert shown == (six_places(Fraction(margin)), six_places(Fraction(completion)))


def test_our_engine_passes_whole() -> None:
    assert failing("none") == ()


@pytest.mark.parametrize("mistake", WRONG)
def test_every_mistake_is_seen(mistake: str) -> None:
    found = failing(mistake)
    outcomes = [one for one in found if one.answer["outcome"] != one.case.expect["outcome"]]
    assert len(outcomes) >= 2
    assert len(found) < len(CASES) / 2, "the rest of it still judges"


def test_the_wheel_holds_the_suite_and_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "tests/conformance" in wheel["only-include"]
    assert wheel["sources"]["tests/conformance"] == "chitieu/conformance"
    assert {file.suffix for file in FOLDER.iterdir()} == {".jsonl", ".md"}
