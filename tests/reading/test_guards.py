"""A guard spares work and changes nothing: the cases read without the guards are what they are with them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from chitieu.reading import parse, read_expression
from chitieu.reading.tokens.lexicon import Words, build_lexicon
from chitieu.reading.tokens.scanner import scan
from chitieu.resources import data_dir
from chitieu.text.letters import STRANGE
from chitieu.text.source import _NOT_PLAIN, read_source
from chitieu.text.terminals import read_terminals

from .tables import load_tables
from .unguarded import MARK, open_guards

READING = Path(__file__).resolve().parents[2] / "engine" / "chitieu" / "reading"
TEXTS = sorted(
    {
        (case["text"], case.get("indicator", ""))
        for n, cases in load_tables().items()
        if n != "actuals"
        for case in cases
    }
)


def test_readings_without_guards_are_the_same() -> None:
    asked = "".join(json.dumps([text, indicator or None]) + "\n" for text, indicator in TEXTS)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("unguarded.py"))],
        input=asked,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert not done.returncode, done.stderr
    *lines, count = done.stdout.splitlines()
    assert int(count) == sum(path.read_text(encoding="utf-8").count(MARK) for path in READING.rglob("*.py"))
    assert int(count) > 20
    assert len(lines) == len(TEXTS)
    differing = []
    for (text, indicator), line in zip(TEXTS, lines, strict=True):
        reading = read_expression(text, indicator) if indicator else parse(text)
        if json.loads(json.dumps(reading.to_dict(), default=str)) != json.loads(line):
            differing.append(text)
    assert not differing


def test_texts_that_are_taken_as_they_stand_are_read_so_otherwise() -> None:
    plain = "".join(char for char in map(chr, range(0x3000)) if not _NOT_PLAIN.search(char))
    assert set("Đạt từ 95,5% (ưỡ)") <= set(plain)
    assert all(map(_NOT_PLAIN.search, map(chr, range(0x3000, 0x110000))))
    assert STRANGE.isdisjoint(plain)
    for text in (plain, plain[::-1]):
        assert read_source(f"{text}\n").text == f"{text} "  # the end of a line is mapped: it is looked into


def test_shortcuts_for_plain_numbers_and_percents_change_no_token() -> None:
    spellings, patterns = read_terminals((data_dir("grammar") / "lexicon.lark").read_text(encoding="utf-8"))
    short = build_lexicon(spellings, patterns)
    long = build_lexicon(
        spellings, {name: patterns[name] for name in patterns if not name.startswith("PLAIN_")}
    )
    assert short.patterns != long.patterns
    for given, _ in TEXTS:
        text = read_source(given).text
        first, second = (
            [(token.type, token.key, token.start, token.end) for token in scan(text, lexicon)[0]]
            for lexicon in (short, long)
        )
        assert first == second, given


def test_words_a_space_apart_are_the_tokens_that_they_are_otherwise() -> None:
    spellings, patterns = read_terminals((data_dir("grammar") / "lexicon.lark").read_text(encoding="utf-8"))
    lexicon = build_lexicon(spellings, patterns)
    lines = [
        "l xã, 2 xã (l xã) và I xã",
        "tối thiểu ở y tế μg O2",
        "đạt chuẩn 12-3:45, từ 5 o/o",
        "a b c -5%",
    ]
    for text in [*lines, *(read_source(given).text for given, _ in TEXTS)]:
        first, second = (
            [(token.type, token.key, token.start, token.end) for token in scan(spaced, lexicon)[0]]
            for spaced in (text, f"{text}  ")  # two spaces: read word by word
        )
        assert first == second, text


def test_words_met_are_kept_and_not_without_end() -> None:
    words = Words(build_lexicon({"NOUN": ["hộ", "hộ dân"]}, {}).trie, most=2)
    assert [words[word][3] for word in ("Hộ", "nghèo", "Hoà", "Hộ")] == ["hộ", "nghèo", "hòa", "hộ"]
    assert words["Hộ"] == ("WORD", "Hộ", 2, "hộ", "hộ", frozenset({"NOUN"}), words["hộ"][-1])
    assert words["hộ"][-1] is not None
    assert words["dân"][-1] is None  # it begins no phrase
    assert words["nghèo"] == ("WORD", "nghèo", 5, "nghèo", "nghèo", frozenset(), None)
    assert len(words) <= 2


@pytest.mark.parametrize(
    ("guarded", "opened"),
    [
        ("if not WORDS.isdisjoint(keys):  # guard\n    find()", "if True:\n    find()"),
        ("if a in keys and find():  # guard\n    found()", "if True and find():\n    found()"),
        (
            "def f():\n    if a not in keys:  # guard\n        return",
            "def f():\n    if False:\n        return",
        ),
        ("x = [] if WORDS.isdisjoint(keys) else find()  # guard", "x = [] if False else find()"),
        ("x = [t for t in all if t in WORDS]  # guard", "x = [t for t in all if True]"),
        ("if a in keys:\n    find()", "if a in keys:\n    find()"),
    ],
)
def test_opened_guards(guarded: str, opened: str) -> None:
    import ast

    assert ast.unparse(open_guards(guarded)[0]) == opened


def test_a_mark_without_a_guard_fails() -> None:
    with pytest.raises(ValueError, match="no guard"):
        open_guards("x = 1  # guard")
