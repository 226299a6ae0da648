"""Sub-bullets: they name their parent, and their targets count with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from chitieu.diagnostics import RulesetError
from chitieu.report.findings import find
from chitieu.ruleset import load_ruleset
from chitieu.ruleset.model import ancestors

Write = Callable[..., Path]

HEAD = """\
schema_version: 1
ruleset: thu-2026
title: Chỉ tiêu năm 2026
sections:
  - {label: "1", title: Xây dựng Đảng, declared: 1}
items:
"""
TARGETS = """\
targets:
  - {id: 1.7.1.1, item: 1.7.1, indicator: Tỷ lệ, expect: từ 95% trở lên}
"""


def load(write: Write, items: str) -> list[tuple[str, int | None, str | None]]:
    with pytest.raises(RulesetError) as caught:
        load_ruleset(write(TARGETS, head=HEAD + items))
    found = caught.value.diagnostics
    return [(one.code, *((one.place.line, one.place.field) if one.place else (None, None))) for one in found]


def test_a_part_counts_with_its_topmost_parent(write: Write) -> None:
    items = """\
  - {label: "1.7", section: "1"}
  - {label: "1.7.1", parent: "1.7"}
  - {label: "1.7.1.a", parent: "1.7.1", task: true}
"""
    ruleset = load_ruleset(write(TARGETS, head=HEAD + items))
    assert ruleset.roots == {"1.7": "1.7", "1.7.1": "1.7", "1.7.1.a": "1.7"}
    assert [item.section for item in ruleset.items] == ["1", "1", "1"]
    assert ruleset.uncounted == {"1.7.1.a"}
    assert ruleset.notes == ()  # "1.7" is filled by the part below it
    assert not [
        found for found in find(ruleset) if found.level == "finding"
    ]  # one item is declared, and one counts


def test_what_lies_below_an_uncounted_item_is_not_counted(write: Write) -> None:
    items = '  - {label: "1.7", section: "1", counted: false}\n  - {label: "1.7.1", parent: "1.7"}\n'
    assert load_ruleset(write(TARGETS, head=HEAD + items)).uncounted == {"1.7", "1.7.1"}


@pytest.mark.parametrize(
    ("items", "problems"),
    [
        (
            '  - {label: "1.7.1", section: "1", parent: "1.8"}\n',
            [("ruleset.no_item", 7, "items.1.parent")],
        ),
        (
            '  - {label: "1.7.1", section: "1", parent: "1.7.1"}\n',
            [("ruleset.parent_cycle", 7, "items.1.parent")],
        ),
        (
            '  - {label: "1.7", section: "1", parent: "1.7.1"}\n  - {label: "1.7.1", parent: "1.7"}\n',
            [("ruleset.parent_cycle", 7, "items.1.parent"), ("ruleset.parent_cycle", 8, "items.2.parent")],
        ),
        (
            '  - {label: "1.7", section: "1", task: true}\n  - {label: "1.7.1", parent: "1.7"}\n',
            [("ruleset.task_with_parts", 8, "items.2.parent")],
        ),
    ],
)
def test_parents_are_checked(
    write: Write, items: str, problems: list[tuple[str, int | None, str | None]]
) -> None:
    assert load(write, items) == problems


def test_an_item_whose_parts_state_nothing_is_noted(write: Write) -> None:
    items = """\
  - {label: "1.7.1", section: "1"}
  - {label: "1.8", section: "1"}
  - {label: "1.8.1", parent: "1.8", task: true}
"""
    ruleset = load_ruleset(write(TARGETS, head=HEAD + items))
    assert [(note.code, note.params["label"]) for note in ruleset.notes] == [
        ("ruleset.item_without_target", "1.8")
    ]


def test_a_ring_ends() -> None:
    assert ancestors("a", {"a": "b", "b": "a"}) == ("b", "a")


def test_the_declared_targets_of_thu_duc_are_counted() -> None:
    ruleset = load_ruleset("phuong-thu-duc-2022")
    top = [item for item in ruleset.items if item.parent is None]
    assert sum(section.declared or 0 for section in ruleset.sections) == 35
    assert len(top) == 35
    assert [item.label for item in top if item.task] == ["2.7"]  # declared, and states nothing to judge
    assert not [found for found in find(ruleset) if found.diagnostic.code == "check.section_count"]
