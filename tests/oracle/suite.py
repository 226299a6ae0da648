"""Writes the conformance suite: python -m tests.oracle.suite. Nothing of the engine is asked for an answer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from .grid import Case, Turns, changes, grades, levels, plans
from .second import Expected

FOLDER = Path(__file__).resolve().parents[1] / "conformance"


def suite() -> dict[str, str]:
    """The files that are generated, by name."""
    turns = Turns()
    return {
        "levels.jsonl": lines(levels(turns)),
        "changes.jsonl": lines(changes(turns)),
        "plans.jsonl": lines(plans(turns)),
        "grades.jsonl": lines(plain_grades()),
    }


def plain_grades() -> Iterable[Case]:
    """Grades have an outcome and no figure."""
    for case in grades():
        yield Case(case.name, case.given, Expected(case.expected.outcome))


def lines(cases: Iterable[Case]) -> str:
    """A case a line. Raises ``ValueError`` where two have one name."""
    out: list[str] = []
    names: set[str] = set()
    for case in cases:
        if case.name in names:
            raise ValueError(case.name)
        names.add(case.name)
        out.append(json.dumps(record(case), ensure_ascii=False) + "\n")
    return "".join(out)


def record(case: Case) -> dict[str, object]:
    """The case as it is written."""
    expected = case.expected
    return {
        "id": case.name,
        "given": case.given,
        "expect": {
            "outcome": expected.outcome,
            "margin": six_places(expected.margin),
            "completion": six_places(expected.completion),
        },
    }


def six_places(value: Fraction | None) -> str | None:
    """Rounded half up, away from zero, to six decimals."""
    if value is None:
        return None
    units = (abs(value) * 10**6 * 2 + 1) // 2
    text = str(units).rjust(7, "0")
    return ("-" if value < 0 and units else "") + f"{text[:-6]}.{text[-6:]}"


def main() -> None:
    """Write the files."""
    for name, text in suite().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
