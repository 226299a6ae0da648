"""The data of ``grammar/vocabulary/wordings.yaml``: how a target is written, the terminals in it put in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from chitieu.diagnostics import Lang
from chitieu.quantity.vocabulary import load_vocabulary
from chitieu.resources import data_dir
from chitieu.text.spoken import GROUP, TOWN
from chitieu.text.terminals import read_terminals

_TERMINAL = re.compile(r"\{([A-Z_]+)\}")


@cache
def wordings(lang: Lang) -> dict[str, Any]:
    """The wordings of a language, each a template of what the target holds.

    >>> wordings("vi")["level"][">="], wordings("en")["level"][">="]
    ('ít nhất {figure}', 'at least {figure}')
    """
    lexicon = (data_dir("grammar") / "lexicon.lark").read_text(encoding="utf-8")
    spellings, _ = read_terminals(lexicon)
    usual = {name: words[0] for name, words in spellings.items()}
    data: dict[str, Any] = _put_in(load_vocabulary("wordings.yaml")[lang], usual)
    return data


def without_group(grade: str) -> str:
    """A grade without the word for a group of a ranking, or for the town that is of a class.

    >>> without_group("nhóm trung bình cao"), without_group("loại II"), without_group("đô thị loại II")
    ('trung bình cao', 'loại II', 'loại II')
    """
    for word in (GROUP, TOWN):
        if grade.lower().startswith(f"{word} "):
            return grade[len(word) :].lstrip()
    return grade


def _put_in(data: Any, usual: dict[str, str]) -> Any:
    match data:
        case dict():
            return {key: _put_in(value, usual) for key, value in data.items()}
        case list():
            return [_put_in(value, usual) for value in data]
        case _:
            return _TERMINAL.sub(lambda match: usual[match[1]], data)
