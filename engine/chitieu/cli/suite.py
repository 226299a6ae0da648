"""The conformance suite: its cases, and what of an answer differs from what a case expects."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from chitieu.diagnostics import Diagnostic
from chitieu.quantity.notation import round_half_up
from chitieu.resources import data_dir

_FIGURES = ("margin", "completion")
_PLACES = 6
_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the suite: the object that a program reads, and the keys that its answer must have."""

    id: str
    given: dict[str, Any]
    expect: dict[str, Any]
    why: str = ""

    @property
    def line(self) -> str:
        """What is written to the program."""
        return json.dumps(self.given, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that the program answers in another way."""

    case: Case
    answer: Any
    reasons: tuple[Diagnostic, ...]


def load_suite() -> tuple[Case, ...]:
    """All cases, file by file in the order of their names.

    >>> len(load_suite()) >= 400
    True
    """
    out: list[Case] = []
    for file in sorted(data_dir("conformance").glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            record = json.loads(line)
            out.append(Case(record["id"], record["given"], record["expect"], record.get("why", "")))
    return tuple(out)


def failures(cases: Sequence[Case], answers: Sequence[str]) -> tuple[Failure, ...]:
    """The cases whose answers differ; a line that is missing or no object is one of them."""
    out = []
    for at, case in enumerate(cases):
        if at >= len(answers):
            out.append(Failure(case, None, (Diagnostic("conformance.no_answer"),)))
            continue
        answer = _read(answers[at])
        if not isinstance(answer, dict):
            shown = answers[at][:_MOST_SHOWN]
            out.append(Failure(case, answers[at], (Diagnostic("conformance.not_json", {"line": shown}),)))
        elif reasons := tuple(differences(case.expect, answer)):
            out.append(Failure(case, {key: answer.get(key) for key in case.expect}, reasons))
    return tuple(out)


def differences(expect: dict[str, Any], answer: dict[str, Any]) -> Iterator[Diagnostic]:
    """Each key of an answer that is not as expected; figures are compared as numbers, to six decimals.

    >>> [note.text("en") for note in differences({"margin": "0.500000"}, {"margin": "0.5"})]
    []
    >>> [note.text("en") for note in differences({"outcome": "met"}, {"outcome": "not_met"})]
    ['outcome: met is expected, the program answers not_met']
    """
    for key, wanted in expect.items():
        got = answer.get(key)
        same = _same_figure(wanted, got) if key in _FIGURES else wanted == got
        if not same:
            params = {"key": key, "expected": _shown(wanted), "answered": _shown(got)}
            yield Diagnostic("conformance.differs", params)


def _read(line: str) -> Any:
    try:
        return json.loads(line, parse_float=Decimal)
    except (ValueError, RecursionError, InvalidOperation):
        return None


def _same_figure(wanted: Any, got: Any) -> bool:
    if wanted is None or got is None or isinstance(got, bool):
        return wanted is None and got is None
    try:
        number = Decimal(got)
        return number.is_finite() and round_half_up(number, _PLACES) == Decimal(wanted)
    except (InvalidOperation, TypeError, ValueError):
        return False


def _shown(value: Any) -> str:
    return value[:_MOST_SHOWN] if isinstance(value, str) else json.dumps(value, default=str)[:_MOST_SHOWN]
