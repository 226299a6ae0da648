from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = """\
schema_version: 1
ruleset: thu-2026
title: Chỉ tiêu năm 2026
period: {from: 2026-01-01, to: 2026-12-31}
sections:
  - {label: "1", title: Xây dựng Đảng, declared: 2}
items:
  - {label: "(1)", section: "1"}
  - {label: "(2)", section: "1", task: true}
targets:
"""
#: A target that needs nothing of the reader: its condition is stated whole.
TARGET = """\
  - id: "(1).1"
    item: "(1)"
    indicator: Lượt kiểm tra
    expect: từ 10-12 lượt
    low: 10
    high: 12
    unit: lượt
"""


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("CHITIEU_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a ruleset file: the head above, and the targets given (or a whole text)."""

    def make(targets: str = TARGET, *, head: str = HEAD, name: str = "thu.yaml") -> Path:
        path = tmp_path / name
        path.write_text(head + targets, encoding="utf-8")
        return path

    return make
