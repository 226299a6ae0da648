"""Every case of the suite judged in this process: quick enough for a run on every mutant of the engine."""

from __future__ import annotations

import json

import pytest

from chitieu.cli.judge import answer_line
from chitieu.cli.suite import failures, load_suite
from chitieu.diagnostics import Lang

from ..evaluation.saying import KNOWN, LEFT_OVER

CASES = load_suite()
KINDS = sorted({"/".join(case.id.split("/")[:2]) for case in CASES})


@pytest.mark.parametrize("kind", KINDS)
def test_cases(kind: str) -> None:
    cases = [case for case in CASES if case.id.startswith(f"{kind}/")]
    assert failures(cases, [answer_line(case.line) for case in cases]) == ()


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_reasons_are_whole_sentences(kind: str, lang: Lang) -> None:
    for case in CASES:
        if case.id.startswith(f"{kind}/"):
            for reason in json.loads(answer_line(case.line, (), lang))["reasons"]:
                assert reason["code"] in KNOWN
                assert not LEFT_OVER.search(reason["message"]), (case.id, reason)
