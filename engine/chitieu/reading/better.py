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

_SEPARATOR = re.compile(r"[^\w,]+")
#: What is made of a thing follows: "số vụ … được giải quyết".
_GETS = re.compile(pattern("GETS"))


#: Phrases by their first word, the longer ones first, each in spaces.
_Phrases = dict[str, list[str]]


class _Lexicon(NamedTuple):
    lower: _Phrases
    unless: re.Pattern[str]
    exact: _Phrases


def _any_of(words: list[str]) -> re.Pattern[str]:
    ordered = sorted({" ".join(_parts(fold_phrase(word))) for word in words}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")


def _by_first_word(phrases: list[str]) -> _Phrases:
    groups: _Phrases = {}
    for phrase in sorted({fold_phrase(phrase) for phrase in phrases}, key=len, reverse=True):
        parts = _parts(phrase)
        groups.setdefault(parts[0], []).append(f" {' '.join(parts)} ")
    return groups


def _parts(folded: str) -> list[str]:
    """The words of a folded phrase and its commas, in order."""
    return _SEPARATOR.sub(" ", folded).replace(",", " , ").split()


def _find(phrases: _Phrases, name: str, words: list[str]) -> tuple[int, int] | None:
    """Where the first of the phrases stands in a name: its words, which are given, in spaces."""
    found: tuple[int, int] | None = None
    for word in phrases.keys() & words:
        for phrase in phrases[word]:
            at = name.find(phrase)
            if at >= 0 and (found is None or at < found[0]):
                found = at, at + len(phrase) - 1
    return found


@cache
def _lexicon() -> _Lexicon:
    data = load_vocabulary("better.yaml")
    return _Lexicon(
        lower=_by_first_word(data["lower"]["words"]),
        unless=_any_of(data["lower"]["unless"]),
        exact=_by_first_word(data["exact"]["words"]),
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
    if not "".join(words).isalpha():
        words = _parts(" ".join(words))
    folded = f" {' '.join(words)} "
    found = _find(lexicon.lower, folded, words)
    planned = None
    if moved is None and measure == "level" and op in ("=", "range"):
        planned = _find(lexicon.exact, folded, words)
    if planned and not (found and found[0] <= planned[0] < found[1]):
        return "exact", "lexicon"
    if found and not _handled(folded, found[1], lexicon.unless):
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
