"""The grammar is LALR without a conflict, every terminal is of use, and the vocabulary is well formed."""

from __future__ import annotations

import importlib.util
import logging
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from lark import Lark
from lark.lexer import Lexer

import chitieu
from chitieu.reading.tokens.lexicon import fold_phrase
from chitieu.resources import data_dir
from chitieu.text.terminals import read_terminals

GRAMMAR = data_dir("grammar")
RULES = (GRAMMAR / "indicator.lark").read_text("utf-8")
LEXICON = (GRAMMAR / "lexicon.lark").read_text("utf-8")
SPELLINGS, PATTERNS = read_terminals(LEXICON)
DECLARED = set(re.findall(r"[A-Z_]+", " ".join(re.findall(r"^%declare (.+)$", RULES, re.M))))
BODY = re.sub(r"//.*|^%declare.*$|\"[^\"]*\"", "", RULES, flags=re.M)
PACKAGE = Path(chitieu.__file__).parent
CODE = "\n".join(
    path.read_text("utf-8")
    for part in ("reading", "text", "quantity")
    for path in sorted((PACKAGE / part).rglob("*.py"))
)


class _NoLexer(Lexer):
    """The tokens come from the scanner; the grammar alone is looked at."""

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, *_: Any) -> Any:
        return iter(())


def _compile(**options: Any) -> Lark:
    return Lark(RULES, parser="lalr", lexer=_NoLexer, start=["figure_phrase", "statement"], **options)


def test_lalr_without_conflict(caplog: pytest.LogCaptureFixture) -> None:
    """Lark settles a shift/reduce conflict for the shift, and says so only where it is asked to."""
    with caplog.at_level(logging.DEBUG, logger="lark"):
        _compile(debug=True)
    assert not [record.getMessage() for record in caplog.records if "onflict" in record.getMessage()]


def test_a_conflict_would_be_heard(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="lark"):
        Lark("start: start start | A\nA: /a/", parser="lalr", debug=True)
    assert [record for record in caplog.records if "onflict" in record.getMessage()]


@pytest.mark.skipif(
    importlib.util.find_spec("interegular") is None, reason="strict mode needs lark[interegular]"
)
def test_strict_mode() -> None:
    _compile(strict=True)


def test_the_grammar_names_only_terminals_that_it_declares() -> None:
    used = set(re.findall(r"\b[A-Z][A-Z_]+\b", BODY))
    assert used <= DECLARED, used - DECLARED
    assert used >= DECLARED, DECLARED - used


def test_every_terminal_of_the_lexicon_is_used() -> None:
    named = {
        name for name in {*SPELLINGS, *PATTERNS} if re.search(rf"\b{name}\b", BODY) or f'"{name}"' in CODE
    }
    assert {*SPELLINGS, *PATTERNS} - named == set()


def test_every_declared_terminal_comes_from_somewhere() -> None:
    missing = {
        name
        for name in DECLARED
        if name not in SPELLINGS and name not in PATTERNS and f'"{name}"' not in CODE
    }
    assert missing == set()


@pytest.mark.parametrize("name", sorted(SPELLINGS))
def test_no_spelling_stands_twice_in_a_terminal(name: str) -> None:
    counts = Counter(fold_phrase(spelling) for spelling in SPELLINGS[name])
    assert [spelling for spelling, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", sorted(SPELLINGS))
def test_spellings_are_written_as_compared(name: str) -> None:
    for spelling in SPELLINGS[name]:
        assert spelling == " ".join(spelling.split()).lower(), spelling


@pytest.mark.parametrize("file", ["lexicon.lark", "words.lark", "documents.lark"])
def test_a_terminal_has_one_place(file: str) -> None:
    names = re.findall(r"^([A-Z_]+):", (GRAMMAR / file).read_text("utf-8"), re.M)
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_patterns_compile_and_match_something(name: str) -> None:
    assert re.compile(PATTERNS[name]).fullmatch("") is None


class _Unique(yaml.SafeLoader):
    """YAML that minds a key given twice."""


def _mapping(loader: _Unique, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    assert len(set(keys)) == len(keys), [key for key, count in Counter(keys).items() if count > 1]
    return {
        key: loader.construct_object(value, deep=True)
        for key, (_, value) in zip(keys, node.value, strict=True)
    }


_Unique.add_constructor("tag:yaml.org,2002:map", _mapping)
VOCABULARY = sorted((GRAMMAR / "vocabulary").glob("*.yaml"))


def _words(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [word for key, inner in value.items() for word in (key, *_words(inner))]
    return [word for inner in value for word in _words(inner)] if isinstance(value, list) else [value]


@pytest.mark.parametrize("path", VOCABULARY, ids=lambda path: path.name)
def test_vocabulary_is_well_formed(path: Path) -> None:
    data = yaml.load(path.read_text("utf-8"), _Unique)
    assert isinstance(data, dict)
    assert data
    for word in _words(data):
        assert isinstance(word, str), f"{word!r} must be quoted"
        assert word == word.strip() != ""


def _load(name: str) -> Any:
    return yaml.load((GRAMMAR / "vocabulary" / name).read_text("utf-8"), _Unique)


def test_no_noun_stands_twice() -> None:
    names = Counter(fold_phrase(name) for row in _load("nouns.yaml")["nouns"] for name in row)
    assert [name for name, count in names.items() if count > 1] == []


def test_closer_names_are_of_nouns() -> None:
    data = _load("nouns.yaml")
    known = {fold_phrase(name) for row in data["nouns"] for name in row}
    known |= {fold_phrase(name) for names in data["closer"].values() for name in names}
    assert {fold_phrase(wider) for wider in data["closer"]} <= known


def test_every_measure_is_defined_once() -> None:
    data = _load("units.yaml")
    defined = re.findall(r"^([^\s#=]+) =", (GRAMMAR / "units.txt").read_text("utf-8"), re.M)
    assert [unit for unit, count in Counter(defined).items() if count > 1] == []
    listed = {*data["scales"], *data["measures"]}
    assert listed <= set(defined), listed - set(defined)
    assert set(defined) - listed <= {"phần"}
    forms = Counter(form for group in ("scales", "measures") for row in data[group].values() for form in row)
    assert [form for form, count in forms.items() if count > 1] == []


def test_grades_of_a_scale_are_listed_once() -> None:
    for scale in _load("scales.yaml")["scales"]:
        grades = Counter(fold_phrase(grade) for rank in scale["grades"] for grade in rank)
        assert [grade for grade, count in grades.items() if count > 1] == [], scale["name"]
        assert len(scale["grades"]) >= 2
