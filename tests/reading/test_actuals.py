"""Reported values, read as ``cases/actuals.yaml`` says."""

from __future__ import annotations

from typing import Any

import pytest

from chitieu.quantity.actual import Actual
from chitieu.reading import read_actual

from .tables import load_tables, number, tidy

CASES = load_tables()["actuals"]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{position}",
            marks=pytest.mark.xfail(reason=case["known"], raises=AssertionError) if "known" in case else (),
        )
        for position, case in enumerate(CASES, 1)
    ],
)
def test_actual(case: dict[str, Any]) -> None:
    check_actual(case["want"], read_actual(case["text"], case.get("unit")))


def check_actual(want: dict[str, Any], got: Actual) -> None:
    if want.get("unread"):
        assert (got.interval, got.grade, got.word) == (None, None, None), got
        return
    interval = got.interval
    if "value" in want:
        assert interval is not None, got
        assert interval.point == number(want["value"]), got
    elif "low" in want or "high" in want:
        assert interval is not None, got
        low, high = want.get("low"), want.get("high")
        assert interval.lower == (None if low is None else number(low)), got
        assert interval.upper == (None if high is None else number(high)), got
        if low is not None:
            assert interval.lower_closed is not want.get("low_open", False), got
        if high is not None:
            assert interval.upper_closed is not want.get("high_open", False), got
    else:
        assert interval is None, got
    if "unit" in want:
        assert tidy(got.unit) == tidy(want["unit"]), got
    if "of" in want:
        assert got.of == number(want["of"]), got
    if "grade" in want:
        assert got.grade is not None, got
        assert tidy(want["grade"]) in tidy(got.grade), got
    if "grade" not in want or "word" in want:
        assert got.word == want.get("word"), got
    assert got.change == want.get("change"), got
    assert got.approximate is want.get("approximate", False), got
    assert got.share_of_plan is want.get("share_of_plan", got.share_of_plan), got
    assert got.over_plan == want.get("over_plan", got.over_plan), got


def test_no_actual_stands_twice() -> None:
    texts = [(case["text"], case.get("unit")) for case in CASES]
    assert len(set(texts)) == len(texts)
