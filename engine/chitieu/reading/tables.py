"""The LALR tables of ``indicator.lark``: compiled when the package is built, loaded at run time.

``hatch_build.py`` imports this module where only lark is installed; it must need nothing else.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from contextlib import suppress
from pathlib import Path
from typing import Any

import lark
from lark import Lark, Tree
from lark import Token as Terminal
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from chitieu.resources import cache_dir, data_dir

__all__ = ["FILE", "Given", "Terminal", "Tree", "UnexpectedToken", "build", "load_grammar"]

#: The file of the tables, beside the grammar. It is built, not kept under version control.
FILE = "indicator.tables"


class Given(Lexer):
    """The lexer that Lark is given: the scanner has done the work, the tokens pass through."""

    def __init__(self, lexer_conf: Any) -> None:
        del lexer_conf

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Any:
        """The tokens as they come."""
        del parser_state
        return iter(lexer_state)


def load_grammar() -> Lark:
    """The compiled grammar: from the tables of the package where they are of this grammar and this Lark."""
    text = _grammar()
    with suppress(OSError, EOFError, pickle.UnpicklingError), (data_dir("grammar") / FILE).open("rb") as file:
        if file.readline() == _key(text):
            return Lark.load(pickle.load(file))
    where = cache_dir()
    name = f"grammar-{hashlib.sha256(text.encode()).hexdigest()[:16]}.lark"
    return _compile(text, cache=str(where / name) if where else False)


def build(folder: Path) -> Path:
    """Write the tables of the grammar into a folder, whole or not at all."""
    text = _grammar()
    path = folder / FILE
    draft = path.with_name(f"{FILE}.{os.getpid()}")
    with draft.open("wb") as file:
        file.write(_key(text))
        _compile(text).save(file)
    draft.replace(path)
    return path


def _grammar() -> str:
    return (data_dir("grammar") / "indicator.lark").read_text(encoding="utf-8")


def _compile(text: str, **options: Any) -> Lark:
    return Lark(
        text,
        parser="lalr",
        lexer=Given,
        start=["figure_phrase", "statement"],
        maybe_placeholders=False,
        **options,
    )


def _key(text: str) -> bytes:
    """A line that the tables of another grammar or another Lark do not begin with."""
    return hashlib.sha256(f"{lark.__version__}\0{text}".encode()).hexdigest().encode() + b"\n"
