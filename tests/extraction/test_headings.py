"""The headings of columns are one list: a wording taught for a line heads a column of a document too."""

from __future__ import annotations

from collections import Counter

import pytest

from chitieu.extraction.table_head import columns_of, result_columns
from chitieu.quantity.vocabulary import column_words

KINDS, OWN, ONLY, _ = column_words()


def _taught(*kinds: str) -> list[str]:
    found = [word for kind in kinds for word in (*KINDS.get(kind, ()), *OWN.get(kind, ()))]
    return [word for word in found if word not in ONLY]


@pytest.mark.parametrize("heading", [word for word in _taught("plan") if word not in OWN["target"]])
def test_plans(heading: str) -> None:
    found = columns_of(["stt", "diễn giải", "khu vực", heading])
    assert found is not None
    assert (found.name, found.plans[0].column) == (1, 3)


@pytest.mark.parametrize("heading", _taught("result", "growth", "ratio", "weight", "other"))
def test_what_is_no_plan(heading: str) -> None:
    assert columns_of(["stt", "chỉ tiêu", heading]) is None


@pytest.mark.parametrize("heading", _taught("name"))
def test_names(heading: str) -> None:
    found = columns_of(["stt", "kế hoạch 2026", heading])
    assert found is not None
    assert (found.name, found.plans[0].column) == (2, 1)


@pytest.mark.parametrize(
    "heading", [word for word in _taught("result", "reached") if word not in OWN["compared"]]
)
def test_results(heading: str) -> None:
    found = result_columns(["stt", "diễn giải", heading])
    assert found is not None
    assert (found.name, found.done) == (1, 2)


@pytest.mark.parametrize("heading", ["đvt", "đ.v.t", "đ.v.t.", "đơn vị tính", "đ/v tính", "đv tính"])
def test_units(heading: str) -> None:
    found = columns_of(["stt", "chỉ tiêu", heading, "kế hoạch"])
    assert found is not None
    assert found.unit == 2


def test_no_wording_is_repeated_for_documents() -> None:
    for kind in OWN.keys() & KINDS.keys():
        assert not set(OWN[kind]) & set(KINDS[kind])
    assert max(Counter(word for kind in KINDS for word in KINDS[kind] if kind != "plan").values()) == 1


def test_what_only_a_line_has_stands_in_the_list() -> None:
    assert {word for words in KINDS.values() for word in words} >= ONLY
