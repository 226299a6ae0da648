"""The words that the code asks for by an English name, from ``grammar/words.lark`` and the files beside it.

A file is read when something asks for what those before it do not have. A single word is imported by its name,
lists and patterns are asked for; a name that no file has fails where the module that wants it is loaded.

>>> from chitieu.text.spoken import A_YEAR
>>> A_YEAR, words("AND_A_HALF")
('năm', ('rưỡi', 'rưởi'))
"""

from __future__ import annotations

import re
from functools import cache

from chitieu.resources import data_dir
from chitieu.text.terminals import read_terminals

#: The files of words, in the order in which they are asked.
FILES = ("words.lark", "actuals.lark", "documents.lark")


@cache
def _terminals(file: str) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    return read_terminals((data_dir("grammar") / file).read_text(encoding="utf-8"))


def words(name: str) -> tuple[str, ...]:
    """The spellings under a name."""
    return next(found for file in FILES if (found := _terminals(file)[0].get(name)))


def word(name: str) -> str:
    """The only spelling under a name."""
    (only,) = words(name)
    return only


def pattern(name: str) -> str:
    """The regular expression under a name."""
    return next(found for file in FILES if (found := _terminals(file)[1].get(name)))


def either(name: str) -> str:
    """A regular expression for any of the spellings under a name, the earlier ones first."""
    return "|".join(map(re.escape, words(name)))


def __getattr__(name: str) -> str:
    """A word by its name, for ``from chitieu.text.spoken import A_YEAR``."""
    if name.isupper() and any(name in _terminals(file)[0] for file in FILES):
        return word(name)
    raise AttributeError(name)
