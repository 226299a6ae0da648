"""Which way an indicator improves: what the lexicon says of its name, else the sense of the condition."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from chitieu.quantity.vocabulary import load_vocabulary
from chitieu.reading.lexicon import fold_phrase
from chitieu.target import Better, BetterSource, Measure
from chitieu.text.source import fold
from chitieu.text.spoken import pattern

_NOT_WORD = re.compile(r"[^\w,]+")
#: What is made of a thing follows: "số vụ … được giải quyết".
_GETS = re.compile(pattern("GETS"))


class _Lexicon(NamedTuple):
    lower: re.Pattern[str]
    unless: re.Pattern[str]
    exact: re.Pattern[str]
    openings: frozenset[str]  # the first words of what ``lower`` and ``exact`` look for


def _any_of(words: list[str]) -> re.Pattern[str]:
    ordered = sorted({fold_phrase(word) for word in words}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")


@cache
def _lexicon() -> _Lexicon:
    data = load_vocabulary("better.yaml")
    sought = [*data["lower"]["words"], *data["exact"]["words"]]
    return _Lexicon(
        lower=_any_of(data["lower"]["words"]),
        unless=_any_of(data["lower"]["unless"]),
        exact=_any_of(data["exact"]["words"]),
        openings=frozenset(fold_phrase(words).split()[0] for words in sought),
    )


def better_of(
    name: str, measure: Measure, op: str, moved: Measure | None = None
) -> tuple[Better, BetterSource]:
    """The better side of the indicator called ``name``, and where it came from.

    ``moved`` says which way a level is reached ("xuống còn": "decrease"), where the text says so.

    >>> better_of("Tỷ lệ hộ nghèo", "decrease", "=")
    ('lower', 'lexicon')
    >>> better_of("Tỷ lệ giải quyết khiếu nại", "level", ">=")
    ('higher', 'condition')
    >>> better_of("Tổng chi ngân sách", "level", "=")
    ('exact', 'lexicon')
    """
    lexicon = _lexicon()
    words = list(map(fold, name.split()))
    folded = " ".join(words)
    if not "".join(words).isalpha():
        folded = _NOT_WORD.sub(" ", folded)
        words = folded.replace(",", " ").split()
    found = planned = None
    if not lexicon.openings.isdisjoint(words):  # spares most names the search
        found = lexicon.lower.search(folded)
        if moved is None and measure == "level" and op in ("=", "range"):
            planned = lexicon.exact.search(folded)
    if planned and not (found and found.start() <= planned.start() < found.end()):
        return "exact", "lexicon"
    if found and not _handled(folded, found.end(), lexicon.unless):
        return "lower", "lexicon"
    if "decrease" in (measure, moved):
        return "lower", "condition"
    if "increase" in (measure, moved):
        return "higher", "condition"
    if op in ("<", "<="):
        return "lower", "condition"
    if op in (">", ">="):
        return "higher", "condition"
    return "higher", "default"


def _handled(name: str, at: int, unless: re.Pattern[str]) -> bool:
    """Whether what ends at ``at`` is only what is dealt with: "giải quyết khiếu nại", "khiếu nại được giải quyết"."""
    gets = _GETS.search(name, at)
    return bool(unless.search(name, 0, at) or (gets and unless.search(name, gets.end())))
