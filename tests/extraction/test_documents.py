"""Documents in the style of communes, wards, districts and Party cells: what is found in each, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from chitieu.extraction.writer import write_ruleset
from chitieu.ruleset.load import compile_bytes

from .conftest import draft_of, found, places, short
from .tables import DOCUMENTS, EXPECTED, OFFERED, SAYS_OF_ITSELF


@pytest.mark.parametrize("name", EXPECTED)
def test_items_and_targets(name: str) -> None:
    assert found(draft_of(DOCUMENTS / f"{name}.txt")) == EXPECTED[name]


@pytest.mark.parametrize("name", OFFERED)
def test_figures_outside_the_lists_are_offered_and_are_no_items(name: str) -> None:
    draft = draft_of(DOCUMENTS / f"{name}.txt")
    assert [stray.words for stray in draft.strays if stray.offer] == OFFERED[name]


@pytest.mark.parametrize("name", SAYS_OF_ITSELF)
def test_metadata(name: str) -> None:
    head = draft_of(DOCUMENTS / f"{name}.txt").head
    period = head["period"]
    source = head["source"]
    got = (head["title"], head["issuer"], source["number"], source.get("date"), period["from"], period["to"])
    assert got == SAYS_OF_ITSELF[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_target_stands_where_it_says(name: str) -> None:
    path = DOCUMENTS / f"{name}.txt"
    for there, expect in places(draft_of(path), path).values():
        assert there == expect


@pytest.mark.parametrize("name", EXPECTED)
def test_the_written_file_loads_with_the_same_targets(name: str) -> None:
    draft = draft_of(DOCUMENTS / f"{name}.txt")
    ruleset = compile_bytes(write_ruleset(draft).encode(), f"{name}.yaml")
    assert [(rule.id, short(rule.target)) for rule in ruleset.rules] == [
        (target.id, short(target.target)) for target in draft.targets
    ]
    assert [rule.target.needs_review for rule in ruleset.rules] == [
        target.target.needs_review for target in draft.targets
    ]
    assert all(rule.at is not None and rule.at.span is not None for rule in ruleset.rules)


def test_declared_counts_are_kept() -> None:
    draft = draft_of(DOCUMENTS / "xa-dai-hoi.txt")
    assert draft.head["declared"] == 14
    assert {part["label"]: part["declared"] for part in draft.sections} == {
        "2.1": 5,
        "2.2": 5,
        "2.3": 1,
        "2.4": 3,
    }
    tops = [item for item in draft.items if item.parent is None]
    assert len(tops) == 14


def test_page_numbers_are_no_text(tmp_path: Path) -> None:
    draft = draft_of(DOCUMENTS / "huyen-ke-hoach.txt")
    assert draft.dropped == {"page": 2}


def test_a_paragraph_may_be_added() -> None:
    from chitieu.extraction.extract import extract
    from chitieu.extraction.reader import read_document

    document = read_document(DOCUMENTS / "phuong-khong-dau.txt")
    number = next(line.number for line in document.lines if "chữ ký số" in line.text)
    draft = extract(document, add=[number])
    added = [
        target for target in draft.targets if target.place is not None and target.place.paragraph == number
    ]
    assert [short(target.target) for target in added] == ["= 100 %"]
    assert len(draft.targets) == 8


def test_a_table_with_a_column_for_every_target_is_told() -> None:
    draft = draft_of(DOCUMENTS / "giao-cho-thon.txt")
    [note] = [note for note in draft.notes if note.code == "extract.table_unread"]
    assert "không rút" in note.text()
    cells = [stray.text for stray in draft.strays if stray.account == "cell"]
    assert {"25", "145", "363"} <= set(cells)
