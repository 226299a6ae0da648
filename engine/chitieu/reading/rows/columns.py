"""What the columns of a table hold, by the words that head them."""

from __future__ import annotations

import re
from functools import cache

from chitieu.quantity.vocabulary import column_words
from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import words

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_BEHIND = re.compile(r"(?<=[^0-9])(?:19|20)[0-9]{2}$")
_OF_TIME = frozenset(words("OF_YEAR"))


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    """Folded wording → what columns so headed may hold."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, wordings in column_words().kinds.items():
        for wording in wordings:
            found[wording] = (*found.get(wording, ()), kind)
    return found


def is_plain_year(token: Token) -> bool:
    """A number that looks like a year: of four digits, without a sign of thousands."""
    return token.type == "NUMBER" and _YEAR.fullmatch(token.key) is not None


def year_of(heading: list[Token]) -> str | None:
    """The last year that a heading names: "KH2025", "năm học 2023-2024"."""
    for token in reversed(heading):
        if is_plain_year(token):
            return token.key
        if token.type == "WORD" and (behind := _YEAR_BEHIND.search(token.key)):
            return behind.group()
    return None


def kinds_of(heading: list[Token]) -> tuple[str, ...]:
    """What a column with this heading may hold, () where nobody knows.

    Of a ratio of two columns the kind is "ratio" where the plan stands above, "done" where the result does.
    """
    parts: list[list[str]] = [[]]
    for token in heading:
        if token.type == "SLASH":
            parts.append([])
        elif token.type == "WORD":
            parts[-1] += _YEAR_BEHIND.sub("", token.key).split()
    if len(parts) == 2:
        above, below = (_kinds(part) for part in parts)
        if below and ("plan" in above or "result" in above):
            return ("ratio",) if "plan" in above else ("done",)
    return _kinds([word for part in parts for word in part])


def _kinds(words: list[str]) -> tuple[str, ...]:
    words = [word for word in words if word not in _OF_TIME]
    for end in range(min(len(words), 5), 0, -1):
        found = _columns().get(" ".join(words[:end]))
        if found is not None:
            return found
    return ()
