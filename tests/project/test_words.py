"""Names are English; Vietnamese lives in grammar, vocabulary, rulesets and messages.

A string of the code that has Vietnamese letters, or is compared with the key of a token, is a word that belongs into
``grammar/words.lark`` or a file like it. Docstrings and comments may hold what they like.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from chitieu.text.spoken import FILES
from chitieu.text.terminals import read_terminals

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "engine" / "chitieu"
#: The names that each file of words has.
NAMES = {
    file: {
        name
        for found in read_terminals((ROOT / "grammar" / file).read_text(encoding="utf-8"))
        for name in found
    }
    for file in FILES
}

_VIETNAMESE = re.compile(r"[À-ỹĐđ]")
_WORD = re.compile(r" ?[^\W\d_]{2,}(?: [^\W\d_]+)* ?")
_SHOWN = "what a user is shown, in two languages"
_LETTERS = "letters and tone marks, which are no words"
_NUMERALS = "the words of numbers and what they count"
#: Modules and folders whose Vietnamese is no vocabulary of the reading, each with what it is.
EXCEPTIONS = {
    "bulk/inputs.py": "the headings of files of actuals, beside the columns that they name",
    "bulk/run.py": _SHOWN,
    "bulk/simulate.py": "invented figures",
    "cli": _SHOWN,
    "diagnostics/messages": _SHOWN,
    "evaluation/compared.py": _SHOWN,
    "evaluation/enough.py": _SHOWN,
    "evaluation/wording.py": _SHOWN,
    "extraction/account.py": _SHOWN,
    "extraction/syllables.py": _LETTERS,
    "extraction/writer.py": _SHOWN,
    "report": _SHOWN,
    "results/csv_draft.py": _SHOWN,
    "strategies": "invented figures",
    "text/figures.py": _NUMERALS,
    "text/garbled.py": _LETTERS,
    "text/letters.py": _LETTERS,
    "text/source.py": _LETTERS,
}


def _modules() -> list[str]:
    return sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def _covering(module: str) -> str | None:
    return next((name for name in EXCEPTIONS if module == name or module.startswith(f"{name}/")), None)


def vietnamese(source: str) -> list[str]:
    """The strings of a source that are Vietnamese words, docstrings left out."""
    tree = ast.parse(source)
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    compared = {id(constant) for constant in _compared_with_keys(tree)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documents
        and (_VIETNAMESE.search(node.value) or id(node) in compared)
    ]


def _compared_with_keys(tree: ast.AST) -> Iterator[ast.Constant]:
    """Words without a mark of Vietnamese that a token's key is compared with: ``token.key == "trong"``."""
    for node in ast.walk(tree):
        sides: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            known = any(isinstance(side, ast.Attribute) and side.attr == "key" for side in sides)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            known = isinstance(owner, ast.Attribute) and owner.attr == "key"
            sides = node.args if node.func.attr in ("startswith", "endswith") else []
        else:
            continue
        for side in sides if known else ():
            for part in ast.walk(side):
                if (
                    isinstance(part, ast.Constant)
                    and isinstance(part.value, str)
                    and _WORD.fullmatch(part.value)
                ):
                    yield part


@pytest.mark.parametrize("module", _modules())
def test_code_holds_no_vietnamese(module: str) -> None:
    if _covering(module) is None:
        assert not vietnamese((PACKAGE / module).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_exceptions_are_needed(name: str) -> None:
    assert any(
        vietnamese((PACKAGE / module).read_text(encoding="utf-8"))
        for module in _modules()
        if _covering(module) == name
    )


def test_what_counts_as_a_word() -> None:
    assert vietnamese('"""năm"""\nif token.key == "trong" and name == "key":  # năm\n    pass') == ["trong"]
    assert vietnamese('WORDS = frozenset({"năm", "sao"})') == ["năm"]
    assert vietnamese('token.key.startswith("trong ")') == ["trong "]
    assert vietnamese('token.key in ("sao", ",")') == ["sao"]


def test_every_word_is_asked_for() -> None:
    """A name that no module wants is forgotten; one that no file has fails where it is imported."""
    asked: set[str] = set()
    for module in _modules():
        tree = ast.parse((PACKAGE / module).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == "chitieu.text.spoken":
                asked |= {alias.name for alias in node.names}
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                asked.add(node.value)
    assert not set().union(*NAMES.values()) - asked


def test_a_name_stands_in_one_file() -> None:
    counted = Counter(name for names in NAMES.values() for name in names)
    assert [name for name, times in counted.items() if times > 1] == []
