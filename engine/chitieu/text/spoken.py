"""The words that the code asks for by an English name, from ``grammar/words.lark``.

A single word is imported by its name, lists and patterns are asked for; a name that the file does not have fails where
the module that wants it is loaded.

>>> from chitieu.text.spoken import A_YEAR
>>> A_YEAR, words("AND_A_HALF")
('năm', ('rưỡi', 'rưởi'))
"""

from __future__ import annotations

from functools import cache

from chitieu.resources import data_dir
from chitieu.text.terminals import read_terminals


@cache
def _terminals() -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    return read_terminals((data_dir("grammar") / "words.lark").read_text(encoding="utf-8"))


def words(name: str) -> tuple[str, ...]:
    """The spellings under a name."""
    return _terminals()[0][name]


def word(name: str) -> str:
    """The only spelling under a name."""
    (only,) = words(name)
    return only


def pattern(name: str) -> str:
    """The regular expression under a name."""
    return _terminals()[1][name]


def __getattr__(name: str) -> str:
    """A word by its name, for ``from chitieu.text.spoken import A_YEAR``."""
    if name.isupper() and name in _terminals()[0]:
        return word(name)
    raise AttributeError(name)
