"""The definition: its rows are judged, its table of sets holds, its laws are the tests that are there."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
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


# ---- the table of sets, read from the page ----

SIDES: tuple[Better, ...] = ("higher", "lower", "exact")
LOW, HIGH = Decimal("95.0"), Decimal("97.0")
ENDS = {"v": LOW, "l": LOW, "h": HIGH}
#: The rows, by their first cell: how S is written, and A for each better side.
SETS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("| viết / written | S |")[2].partition("\n\n")[0].splitlines()[2:]
]
FIGURES = [
    end + step
    for end in (LOW, HIGH)
    for step in map(Decimal, ("-1", "-0.06", "-0.05", "-0.01", "0", "0.01", "0.04", "0.05", "1"))
]


def holds(cell: str, figure: Decimal) -> bool:
    """Whether the figure lies in the set that a cell of the page writes."""
    if cell in ENDS:
        return figure == ENDS[cell]
    if found := re.fullmatch(r"mọi số làm tròn thành (\w)", cell):
        return figure.quantize(Decimal("0.1"), ROUND_HALF_UP) == ENDS[found[1]]
    found = re.fullmatch(r"(?:(từ|trên) (\w))?(?: ?(?:đến (dưới )?|(dưới) )(\w)| (trở lên|trở xuống))?", cell)
    assert found, cell
    start, low, open_high, only_high, high, way = found.groups()
    if way == "trở xuống":
        return figure <= ENDS[low]
    over = low is None or figure > ENDS[low] or (start == "từ" and figure == ENDS[low])
    under = high is None or figure < ENDS[high] or (not (open_high or only_high) and figure == ENDS[high])
    return over and under


def expressions(cell: str) -> list[str]:
    """The first cell with figures in it: "trên, hơn, vượt v" is three."""
    ways = [way if re.search(r"\b[vlh]\b", way) else f"{way} v" for way in cell.split(", ")]
    figures = {"v": "95,0%", "l": "95,0", "h": "97,0%"}
    return [re.sub(r"\b([vlh])\b", lambda found: figures[found[1]], way) for way in ways]


@pytest.mark.parametrize("row", SETS, ids=[row[0] for row in SETS])
def test_the_table_of_sets(row: list[str]) -> None:
    written, stated_cell, *accepted_cells = row
    for words in expressions(written):
        for better, accepted_cell in zip(SIDES, accepted_cells, strict=True):
            plain, _, exact = stated_cell.partition("; nếu đúng mức: ")
            stated = exact if exact and better == "exact" else plain
            accepted = stated if accepted_cell == "S" else accepted_cell
            for figure in FIGURES:
                expected = (
                    "met" if holds(stated, figure) else "exceeded" if holds(accepted, figure) else "not_met"
                )
                found = chitieu.evaluate(words, f"{figure}%", better=better).outcome
                assert found == expected, (words, better, figure)


def test_the_table_has_every_op() -> None:
    targets = [chitieu.parse(words).targets[0] for row in SETS for words in expressions(row[0])]
    flat = [target.flat() for target in targets]
    assert {one["op"] for one in flat} == {"=", ">", ">=", "<", "<=", "range"}
    assert len(SETS) == 8
