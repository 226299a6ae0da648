"""The definition: its rows are judged, its table of sets holds, its laws are the tests that are there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import chitieu
from chitieu.target import Better

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "semantics.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if re.search(r"\| (?:met|exceeded|not_met|undecided) \| ", line)
]


def judged(target: str, actual: str, beside: str) -> str:
    given: dict[str, Any] = dict(part.split("=") for part in beside.split("; ") if part)
    return chitieu.evaluate(target, actual, **given).outcome


@pytest.mark.parametrize(("target", "actual", "beside", "outcome", "why"), ROWS)
def test_a_row_is_judged_as_it_says(target: str, actual: str, beside: str, outcome: str, why: str) -> None:
    assert judged(target, actual, beside) == outcome
    vi, _, en = why.partition(" / ")
    assert vi
    assert en, "each convention has its reason in both languages"


def test_there_are_rows_of_every_outcome() -> None:
    assert len(ROWS) >= 30
    assert {row[3] for row in ROWS} == {"met", "exceeded", "not_met", "undecided"}


def test_every_law_names_its_test_and_every_test_is_named() -> None:
    named = re.findall(r"`(tests/laws/test_\w+\.py)`", PAGE)
    there = sorted(f"tests/laws/{file.name}" for file in (ROOT / "tests" / "laws").glob("test_*.py"))
    assert sorted(named) == there


#: Figures of the rows of the table of sets: under, at and over the figure, and the words that have each op.
SETS = {
    "đạt 95%, 25 đồng chí": (
        "đạt 95%",
        "not_met met exceeded",
        "exceeded met not_met",
        "not_met met not_met",
    ),
    "trên, hơn, vượt v": ("trên 95%", "not_met not_met met", "not_met not_met met", "not_met not_met met"),
    "v trở lên, ít nhất, không dưới v": (
        "95% trở lên",
        "not_met met met",
        "not_met met met",
        "not_met met met",
    ),
    "dưới, thấp hơn v": ("dưới 95%", "met not_met not_met", "met not_met not_met", "met not_met not_met"),
    "v trở xuống, không quá v": ("không quá 95%", "met met not_met", "met met not_met", "met met not_met"),
    "từ l - h": ("từ 95 - 96%", "not_met met met", "exceeded met met", "not_met met met"),
}


@pytest.mark.parametrize("words", SETS)
def test_the_table_of_sets(words: str) -> None:
    assert f"| {words} |" in PAGE
    target, *by_side = SETS[words]
    sides: tuple[Better, ...] = ("higher", "lower", "exact")
    for better, outcomes in zip(sides, by_side, strict=True):
        found = [
            chitieu.evaluate(target, f"{figure}%", better=better).outcome for figure in ("94", "95", "96")
        ]
        assert found == outcomes.split()
