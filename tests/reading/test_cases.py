"""Texts by phenomenon, read as ``cases/*.yaml`` says. ``tables.py`` explains the notation."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from chitieu.reading import parse, read_expression

from .tables import check_case, check_shape, load_tables

TABLES = load_tables()


def _parameters() -> list[Any]:
    return [
        pytest.param(
            case,
            id=f"{name}-{position}",
            marks=pytest.mark.xfail(reason=case["known"], raises=AssertionError) if "known" in case else (),
        )
        for name, cases in TABLES.items()
        if name != "actuals"
        for position, case in enumerate(cases, 1)
    ]


@pytest.mark.parametrize("case", _parameters())
def test_case(case: dict[str, Any]) -> None:
    reading = read_expression(case["text"], case["indicator"]) if "indicator" in case else parse(case["text"])
    check_case(case, reading.to_dict())


def test_tables_are_well_formed() -> None:
    for name, cases in TABLES.items():
        if name != "actuals":
            for case in cases:
                check_shape(case)
                assert not ("known" in case and not str(case["known"]).strip())


def test_no_text_stands_twice() -> None:
    texts = Counter(
        (case["text"], case.get("indicator"))
        for n, cases in TABLES.items()
        if n != "actuals"
        for case in cases
    )
    assert not [text for text, count in texts.items() if count > 1]


def test_enough_cases() -> None:
    assert sum(len(cases) for cases in TABLES.values()) >= 350
