"""Whatever comes in, nothing but our own errors comes out. ``make fuzz`` tries more of it for a set time."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import chitieu
from chitieu import ChitieuError, strategies
from chitieu.checking.relations import find
from chitieu.cli.judge import answer_line
from chitieu.cli.suite import Case, failures
from chitieu.evaluation.enough import enough
from chitieu.report.verification import verify

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
)
PIECES = st.sampled_from(
    ["trên", "dưới", "từ", "đến", "giảm", "tăng", "ít nhất", "không quá", "98%", "5 - 8", "0,38‰", "hộ", "vụ",
     "so với", "năm 2021", "kế hoạch", "(", ")", ";", "/", "79/77", "Khá", "không xảy ra", "1.000.000", "-6", "…"]
)  # fmt: skip
WORDS = st.lists(PIECES | st.text(max_size=8), max_size=8).map(" ".join)
JUDGED = st.fixed_dictionaries(
    {"target": WORDS, "actual": WORDS | SCALARS},
    optional={
        "unit": WORDS,
        "baseline": WORDS | SCALARS,
        "plan": WORDS | SCALARS,
        "better": st.text(max_size=6),
    },
)
OUTCOMES = {"met", "exceeded", "not_met", "undecided"}


@given(JUDGED.map(json.dumps) | JSON.map(json.dumps) | st.text())
def test_a_line_to_judge(line: str) -> None:
    answer = json.loads(answer_line(line))
    assert answer["outcome"] in OUTCOMES
    assert answer["reasons"]
    assert all(reason["message"] for reason in answer["reasons"])


@given(WORDS, WORDS)
def test_what_would_have_been_enough(words: str, actual: str) -> None:
    for target in chitieu.parse(words).targets:
        verdict = chitieu.evaluate(target, actual)
        found = enough(verdict)
        assert found is None or found.diagnostic.text("en")
        assert [reason.text(lang) for lang in ("vi", "en") for reason in verdict.reasons]


@given(WORDS, WORDS)
def test_relations_of_any_targets(one: str, other: str) -> None:
    for first in chitieu.parse(one).targets:
        for second in chitieu.parse(other).targets:
            there, back = chitieu.relation(first, second), chitieu.relation(second, first)
            assert (there is None) == (back is None)
            if there is not None:
                assert there.kind in {"same", "implies", "implied", "excludes", "overlaps"}


@given(strategies.rulesets())
def test_findings_of_any_ruleset(ruleset: chitieu.Ruleset) -> None:
    for diagnostic, items in find(ruleset, ruleset):
        assert diagnostic.text("vi")
        assert diagnostic.text("en")
        assert items


PARTS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "provenance": JSON | st.just({}),
        "verdicts": st.lists(st.dictionaries(st.text(), JSON, max_size=3), max_size=3),
    },
    optional={"summary": JSON, "items": JSON},
)
AGAIN = {
    "provenance": {"version": "1"},
    "verdicts": [{"id": "1", "outcome": "met"}],
    "summary": {},
    "items": [],
}


@given(PARTS)
def test_any_report_held_against_another(told: dict[str, Any]) -> None:
    if not isinstance(told["provenance"], dict):
        told["provenance"] = {}
    result = verify(told, AGAIN)
    assert json.dumps(result.to_dict("en"))
    assert result.summary.text("vi")


@given(st.lists(JSON.map(json.dumps) | st.text(), max_size=3))
def test_any_answers_to_the_suite(answers: list[str]) -> None:
    cases = [Case("a/b", {}, {"outcome": "met", "margin": "0.000000"})] * 2
    for failure in failures(cases, answers):
        assert failure.reasons


@given(st.text(), st.text() | st.integers() | st.floats())
def test_a_call_from_python(target: str, actual: Any) -> None:
    with suppress(ChitieuError):
        assert chitieu.evaluate(target, actual).outcome in OUTCOMES
