from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from chitieu.diagnostics import Diagnostic, Place
from chitieu.resources import data_dir
from chitieu.ruleset import Item, Rule, Ruleset, cache, load_ruleset
from chitieu.target import Bound, Target

from .conftest import TARGET

Write = Callable[..., Path]
RICH = (
    TARGET
    + '    better: lower\n    entities: [A, B]\n    population: 2/3\n    when: "year:2030"\n'
    + '  - {id: "(1).2", item: "(1)", indicator: Xếp loại, expect: Khá trở lên, op: ">=", grade: Khá}\n'
    + '  - {id: "(1).3", item: "(1)", indicator: Dịch bệnh, expect: không xảy ra, expected: false}\n'
    + '  - {id: "(1).4", item: "(1)", indicator: Thu, expect: 2.860 tỷ, op: "=", value: 2.860, unit: tỷ}\n'
)


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("ruleset-*.json"))


def test_the_cached_ruleset_is_the_compiled_one(write: Write, cache_folder: Path) -> None:
    path = write(RICH)
    compiled = load_ruleset(path)
    assert len(entries(cache_folder)) == 1
    fetched = load_ruleset(path)
    assert fetched == compiled
    assert fetched is not compiled
    assert [note.full() for note in fetched.notes] == [note.full() for note in compiled.notes]
    assert [target.flat() for target in fetched.targets] == [target.flat() for target in compiled.targets]


def test_a_warm_start_needs_neither_grammar_nor_yaml(write: Write) -> None:
    path = write(RICH)
    load_ruleset(path)
    code = (
        "import sys; from chitieu.ruleset import load_ruleset; "
        f"assert load_ruleset({str(path)!r}).rules; "
        "print(sorted(sys.modules.keys() & {'lark', 'yaml', 'pint', 'chitieu.reading'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("change", ["cut", "flip", "empty", "garbage", "foreign", "list"])
def test_a_broken_entry_is_ignored_and_rebuilt(write: Write, cache_folder: Path, change: str) -> None:
    path = write(RICH)
    compiled = load_ruleset(path)
    [entry] = entries(cache_folder)
    whole = entry.read_bytes()
    foreign = json.dumps({"$": "Popen", "v": {"args": "ls"}}).encode()
    entry.write_bytes(
        {
            "cut": whole[:-10],
            "flip": whole.replace(b"1.00", b"1.01") if b"1.00" in whole else whole[:-3] + b"xyz",
            "empty": b"",
            "garbage": b"\x80\x04\x95\0\0",
            "foreign": hashlib.sha256(foreign).hexdigest().encode() + b"\n" + foreign,
            "list": hashlib.sha256(b"[]").hexdigest().encode() + b"\n[]",
        }[change]
    )
    assert load_ruleset(path) == compiled
    assert entry.read_bytes() == whole


def test_a_changed_file_is_read_again(write: Write) -> None:
    path = write(RICH)
    load_ruleset(path)
    path.write_text(path.read_text(encoding="utf-8").replace("high: 12", "high: 13"), encoding="utf-8")
    assert load_ruleset(path).rules[0].target.flat()["high"] == "13"


def test_the_key_covers_grammar_version_and_path(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = cache.key(b"x", "a.yaml")
    assert cache.key(b"x", "a.yaml") == one
    assert cache.key(b"y", "a.yaml") != one
    assert cache.key(b"x", "b.yaml") != one
    monkeypatch.setattr("chitieu.__version__", "999")
    assert cache.key(b"x", "a.yaml") != one
    monkeypatch.undo()
    grammar = tmp_path / "grammar"
    grammar.mkdir()
    (grammar / "indicator.lark").write_text("start: \n")
    monkeypatch.setattr("chitieu.ruleset.cache.data_dir", lambda name: tmp_path / name)
    other = cache.key(b"x", "a.yaml")
    (grammar / "indicator.lark").write_text("start: A\n")
    assert len({one, other, cache.key(b"x", "a.yaml")}) == 3


def test_old_entries_are_forgotten(write: Write, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MAX_ENTRIES", 2)
    for number in range(4):
        load_ruleset(write(name=f"{number}.yaml"))
    assert len(entries(cache_folder)) == 2


@pytest.mark.parametrize("where", ["", "file"])
def test_without_a_cache_folder_nothing_changes(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    if where:
        (tmp_path / "file").write_text("not a folder")
        where = str(tmp_path / "file")
    monkeypatch.setenv("CHITIEU_CACHE_DIR", where)
    assert load_ruleset(write(RICH)).rules
    assert load_ruleset(write(RICH)).rules


def test_readings_notes_and_spans_survive(cache_folder: Path) -> None:
    bound = Bound(op="<", value="1/3", unit="%")
    other = Target(indicator="A", condition=bound, measure="decrease", span=(0, 5))
    doubtful = Target(indicator="A", condition=bound, readings=(other,), needs_review=True, when="each_year")
    note = Diagnostic("reading.x", {"figure": Decimal("1.50"), "list": (1, "a")}, Place(span=(2, 4)))
    rule = Rule("1.1", "1", "giảm dưới 1/3%", doubtful, entities=("A",), population=Decimal(3), notes=(note,))
    ruleset = Ruleset("thu", "Thử", (), (Item("1"),), (rule,), source={"document": "a.txt"})
    cache.store("k", ruleset)
    assert cache_folder.is_dir()
    found = cache.fetch("k")
    assert found == ruleset
    assert found is not None
    assert found.rules[0].notes[0].params["figure"] == Decimal("1.50")
    assert cache.fetch("other") is None


def test_a_change_of_any_file_that_reads_makes_a_new_state(tmp_path: Path) -> None:
    """In a checkout the code changes without a new version: the file may lie in a folder of a folder."""
    copied = tmp_path / "engine" / "chitieu"
    shutil.copytree(Path(cache.__file__).parents[1], copied, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(data_dir("grammar"), copied / "grammar", dirs_exist_ok=True)
    code = "from chitieu.ruleset.cache import reader_state; print(reader_state())"

    def state() -> str:
        environment = os.environ | {"PYTHONPATH": str(copied.parent)}
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
        )
        return done.stdout

    before = state()
    changed = copied / "reading" / "rows" / "cells.py"
    changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert state() != before
