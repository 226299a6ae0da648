"""The grammar's tables: built once, taken only where they are of this grammar, and the same as the grammar compiled."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from chitieu.reading import tables
from chitieu.resources import data_dir


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A grammar folder of its own, without a user's cache."""
    shutil.copy(data_dir("grammar") / "indicator.lark", tmp_path)
    monkeypatch.setattr(tables, "data_dir", lambda _name: tmp_path)
    monkeypatch.setattr(tables, "cache_dir", lambda: None)
    return tmp_path


def _forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    def compile_anyway(*_: Any, **__: Any) -> None:
        raise AssertionError("compiled")

    monkeypatch.setattr(tables, "_compile", compile_anyway)


def test_built_tables_are_loaded_and_are_the_grammar(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = tables.load_grammar()
    assert tables.build(folder).name == tables.FILE
    _forbid(monkeypatch)
    loaded = tables.load_grammar()
    assert {str(rule) for rule in loaded.rules} == {str(rule) for rule in compiled.rules}
    table, same = loaded.parser.parser._parse_table, compiled.parser.parser._parse_table
    assert len(table.states) == len(same.states) > 10


@pytest.mark.parametrize("spoil", ["grammar", "file", "empty", "cut"])
def test_tables_of_another_grammar_are_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch, spoil: str
) -> None:
    path = tables.build(folder)
    if spoil == "grammar":
        with (folder / "indicator.lark").open("a", encoding="utf-8") as file:
            file.write("\n// changed\n")
    elif spoil == "cut":
        path.write_bytes(path.read_bytes()[:2000])
    else:
        path.write_bytes(b"nonsense\n" if spoil == "file" else b"")
    _forbid(monkeypatch)
    with pytest.raises(AssertionError, match="compiled"):
        tables.load_grammar()


def test_nothing_else_is_left_in_the_folder(folder: Path) -> None:
    tables.build(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["indicator.lark", tables.FILE]
