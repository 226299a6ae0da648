"""The annotated clauses of the five resolutions, and those in the style of other documents.

Those of ``annotated`` were written and annotated, as ``gold/FORMAT.md`` says, by people who had not seen the reader; it
was mended on them since, so that they guard what is read and no longer measure it.
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from chitieu.reading import parse

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold"
ANNOTATED = Path(__file__).parent / "annotated"
SCORER = SHARED / "tools" / "score_gold.py"
pytestmark = pytest.mark.skipif(
    not SCORER.is_file(), reason="the annotations (../shared) are not part of the repository"
)


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_gold", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _score(*paths: Path) -> tuple[Counter[str], Counter[str]]:
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    items: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    items = [item for item in items if "targets" in item]
    readings = [parse(item["text"]).to_dict() for item in items]
    counts, secondary = _scorer().score(items, readings, False)
    return counts, secondary


def _share(secondary: Counter[str], name: str) -> float:
    return 100 * secondary[name] / secondary[f"{name}_of"]


def test_seeds() -> None:
    n, secondary = _score(*(GOLD / "seeds").glob("*.jsonl"))
    assert n["targets"] == 241
    assert n["read"] >= 240
    assert n["of_quantity"] + n["of_grade"] == n["read_quantity"] + n["read_grade"] == 215
    assert n["extra"] == 0
    assert n["extra_status"] <= 2
    assert n["silent_items"] == 0
    assert n["review_plain"] * 100 <= 3 * n["plain_items"]
    assert _share(secondary, "indicator") >= 98
    assert _share(secondary, "noun") >= 97
    assert _share(secondary, "better") >= 99
    assert _share(secondary, "basis") >= 99


def test_every_ambiguous_item_of_the_seeds_is_flagged() -> None:
    n, _ = _score(*(GOLD / "seeds").glob("*.jsonl"))
    assert n["ambiguous_flagged"] == n["ambiguous_items"]


def test_dev() -> None:
    n, _ = _score(*(GOLD / "dev").glob("*.jsonl"))
    assert n["targets"] == 181
    assert n["read"] >= 179
    assert n["silent_items"] == 0
    assert n["review_plain"] * 100 <= 5 * n["plain_items"]


@pytest.mark.parametrize(
    ("name", "items", "read", "silent", "silent_statuses"),
    [("general", 2839, 6931, 26, 14), ("enterprises", 1243, 3255, 13, 4)],
)
def test_annotated(name: str, items: int, read: int, silent: int, silent_statuses: int) -> None:
    n, _ = _score(ANNOTATED / f"{name}.jsonl")
    assert n["items"] == items
    assert n["read"] >= read
    assert n["silent_items"] <= silent
    assert n["silent_status_items"] <= silent_statuses
