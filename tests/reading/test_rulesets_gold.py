"""Every bundled ruleset says what the annotations of its document say."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pytest

from chitieu import load_ruleset

from .tables import number, tidy
from .test_gold import GOLD, _scorer

NAMES = [
    "do-son-2026",
    "phuong-2025-nhiem-ky",
    "phuong-thu-duc-2022",
    "tran-phu-2023",
    "truong-quang-trong-2023",
]
pytestmark = pytest.mark.skipif(
    not GOLD.is_dir(), reason="the annotations (../shared) are not part of the repository"
)


def _annotated(name: str) -> list[dict[str, Any]]:
    lines = (GOLD / "seeds" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _seen(flat: dict[str, Any], scorer: Any) -> dict[str, Any]:
    """What is compared of a target: all that decides a verdict."""
    kind = flat["kind"]
    seen: dict[str, Any] = {"kind": kind, "basis": flat.get("basis"), "restates": bool(flat.get("restates"))}
    seen["average_annual"] = bool(flat.get("average_annual"))
    if kind == "status":
        return {**seen, "expected": flat["expected"]}
    seen |= {"op": flat["op"], "better": flat["better"]}
    if kind == "grade":
        grade = scorer.GRADE_HEAD.sub("", tidy(flat["grade"]))
        return {**seen, "grade": grade}
    for key in ("value", "low", "high"):
        if key in flat:
            seen[key] = number(flat[key])
    return {**seen, "measure": flat["measure"], "scale": scorer.scale(flat["unit"])}


@pytest.mark.parametrize("name", NAMES)
def test_targets_as_annotated(name: str) -> None:
    scorer = _scorer()
    rules = defaultdict(list)
    for rule in load_ruleset(name).rules:
        rules[rule.item].append(rule)
    wrong = []
    for item in _annotated(name):
        got = rules.pop(item["item"], [])
        if len(got) != len(item["targets"]):
            wrong.append(
                f"{item['item']}: {len(item['targets'])} targets annotated, {len(got)} in the ruleset"
            )
            continue
        for position, (want, rule) in enumerate(zip(item["targets"], got, strict=True), 1):
            flat = rule.target.flat()
            here = f"{item['item']} target {position}"
            if _seen(want, scorer) != _seen(flat, scorer):
                wrong.append(f"{here}: {_seen(want, scorer)} annotated, {_seen(flat, scorer)} in the ruleset")
            for key in ("each", "of"):
                if want.get(key) and not flat.get(key):
                    wrong.append(f"{here}: {key} {want[key]!r} annotated, none in the ruleset")
            if not scorer.overlap(want["indicator"], flat["indicator"]):
                wrong.append(f"{here}: {want['indicator']!r} annotated, {flat['indicator']!r} in the ruleset")
    assert not wrong, "\n".join(wrong)
    assert not rules, f"items that nobody annotated: {list(rules)}"


@pytest.mark.parametrize("name", NAMES)
def test_every_item_is_there(name: str) -> None:
    labels = {item.label for item in load_ruleset(name).items}
    assert {item["item"] for item in _annotated(name)} <= labels
