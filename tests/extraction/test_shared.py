"""The five annotated documents: every item, its targets as annotated and as bundled, and nothing more."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from chitieu import load_ruleset
from chitieu.extraction.draft import Draft
from chitieu.extraction.writer import write_ruleset
from chitieu.ruleset.load import compile_bytes

from .conftest import draft_of, places

SHARED = Path(__file__).parents[3] / "shared"
NAMES = [
    "do-son-2026",
    "phuong-2025-nhiem-ky",
    "phuong-thu-duc-2022",
    "tran-phu-2023",
    "truong-quang-trong-2023",
]
pytestmark = pytest.mark.skipif(
    not (SHARED / "documents").is_dir(), reason="the documents (../shared) are not part of the repository"
)


def annotated(name: str) -> list[dict[str, Any]]:
    lines = (SHARED / "gold" / "seeds" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def draft(name: str) -> Draft:
    return draft_of(SHARED / "documents" / f"{name}.txt")


def words(text: str) -> str:
    return " ".join(text.split()).strip(" *")


@pytest.mark.parametrize("name", NAMES)
def test_every_annotated_item_and_no_other(name: str) -> None:
    assert [words(item.text) for item in draft(name).items] == [
        words(item["text"]) for item in annotated(name)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_items_bear_the_labels_of_the_document(name: str) -> None:
    made = {words(item.text): item.label for item in draft(name).items}
    for item in annotated(name):
        if not item["item"][:2].isalpha() or item["item"][:2] in (
            "II",
            "IV",
            "VI",
        ):  # else: letters of the annotators
            assert made[words(item["text"])] == item["item"]


@pytest.mark.parametrize("name", NAMES)
def test_targets_as_annotated(name: str) -> None:
    made = draft(name)
    label = {words(item.text): item.label for item in made.items}
    have = defaultdict(list)
    for target in made.targets:
        have[target.item].append(target.target.flat())
    for item in annotated(name):
        got, want = have[label[words(item["text"])]], item["targets"]
        assert len(got) == len(want), item["item"]
        left = Counter(map(_decides, want))
        left.subtract(map(_decides, got))
        assert all(count >= 0 for count in left.values()), (item["item"], got)


def _decides(flat: dict[str, Any]) -> tuple[Any, ...]:
    """What tells targets of one item apart; the units and scales of the reading have tests of their own."""
    if flat["kind"] != "quantity":
        return (flat["kind"], flat.get("expected"), flat.get("op"), flat.get("basis"))
    figures = tuple(flat.get(key) for key in ("value", "low", "high"))
    return (
        flat["kind"],
        flat["op"],
        flat["measure"],
        *figures,
        bool(flat.get("restates")),
        flat.get("basis"),
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_bundled_ruleset_has_the_same_conditions(name: str) -> None:
    bundled = Counter(_decides(rule.target.flat()) for rule in load_ruleset(name).rules)
    bundled.subtract(_decides(target.target.flat()) for target in draft(name).targets)
    assert sum(abs(count) for count in bundled.values()) <= (name == "phuong-thu-duc-2022")


@pytest.mark.parametrize("name", NAMES)
def test_the_file_loads_as_drafted(name: str) -> None:
    made = draft(name)
    ruleset = compile_bytes(write_ruleset(made).encode(), f"{name}.yaml")
    for rule, target in zip(ruleset.rules, made.targets, strict=True):
        assert _decides(rule.target.flat()) == _decides(target.target.flat()), rule.id
        assert rule.target.better == target.target.better, rule.id
        assert rule.target.needs_review == target.target.needs_review, rule.id


@pytest.mark.parametrize("name", NAMES)
def test_every_target_stands_where_it_says(name: str) -> None:
    path = SHARED / "documents" / f"{name}.txt"
    for there, expect in places(draft(name), path).values():
        assert there == expect


def test_figures_of_the_solutions_go_to_the_account() -> None:
    offered = [stray.words for stray in draft("do-son-2026").strays if stray.offer]
    assert any("giải ngân 100% vốn phân bổ" in text for text in offered)
    assert len(offered) == 3
