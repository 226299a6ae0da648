"""Which way an indicator improves: what the lexicon says of its name, else the sense of the condition."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from chitieu.quantity.vocabulary import load_vocabulary
from chitieu.reading.tokens.lexicon import fold_phrase
from chitieu.target import Better, BetterSource, Measure
from chitieu.text.source import fold
from chitieu.text.spoken import pattern

_PART = re.compile(r"\w+|,")
#: Something is done for what stands before: "số vụ … được giải quyết"; not "chưa được giải quyết".
_GETS = re.compile(pattern("DONE_FOR"))
_UNDONE = re.compile(pattern("UNDONE"))

#: Phrases by their last word, which fewer names have than the "tỷ lệ" that many begin with; each in spaces.
_Phrases = dict[str, list[str]]


class _AnyOf(NamedTuple):
    """Phrases of which any is looked for: nowhere, where a name has none of the words that they begin with."""

    pattern: re.Pattern[str]
    first_words: frozenset[str]

    def may_be_in(self, words: list[str]) -> bool:
        return not self.first_words.isdisjoint(words)


class _Lexicon(NamedTuple):
    lower: _Phrases
    unless: _AnyOf
    gains: _AnyOf
    at_all_times: _AnyOf
    no_part_of: _AnyOf
    exact: _Phrases
    not_exact: _AnyOf
    last_words: frozenset[str]


def _any_of(phrases: list[str]) -> _AnyOf:
    parted = [_parts(fold_phrase(phrase)) for phrase in phrases]
    ordered = sorted({" ".join(parts) for parts in parted}, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")
    return _AnyOf(pattern, frozenset(parts[0] for parts in parted))


def _by_last_word(phrases: list[str]) -> _Phrases:
    groups: _Phrases = {}
    for phrase in sorted({fold_phrase(phrase) for phrase in phrases}):
        parts = _parts(phrase)
        groups.setdefault(parts[-1], []).append(f" {' '.join(parts)} ")
    return groups


def _parts(folded: str) -> list[str]:
    """The words of a folded phrase and its commas, in order."""
    return _PART.findall(folded)


def _find(phrases: _Phrases, name: str, last_words: frozenset[str]) -> tuple[int, int] | None:
    """Where the first of the phrases, the longest there, stands in a name: its words in spaces.

    ``last_words`` are those of its words that a phrase may end in.
    """
    found: tuple[int, int] | None = None
    for word in last_words:
        for phrase in phrases.get(word, ()):
            if phrase in name:
                at = name.index(phrase)
                end = at + len(phrase) - 1
                if found is None or at < found[0] or (at == found[0] and end > found[1]):
                    found = at, end
    return found


@cache
def _lexicon() -> _Lexicon:
    data = load_vocabulary("better.yaml")
    lower, exact = data["lower"], data["exact"]
    found, planned = _by_last_word(lower["words"]), _by_last_word(exact["words"])
    return _Lexicon(
        lower=found,
        unless=_any_of(lower["unless"]),
        gains=_any_of(lower["gains"]),
        at_all_times=_any_of(lower["at_all_times"]),
        no_part_of=_any_of(lower["no_part_of"]),
        exact=planned,
        not_exact=_any_of(exact["unless"]),
        last_words=frozenset((*found, *planned)),
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
    ends = lexicon.last_words.intersection(words)
    if not ends:  # guard: nothing that the lexicon knows
        return _by_sense(measure, op, moved)
    folded = f" {' '.join(words)} "
    if lexicon.no_part_of.may_be_in(words):  # guard
        folded = lexicon.no_part_of.pattern.sub(lambda part: "-" * len(part[0]), folded)
        words = folded.split()
    found = _find(lexicon.lower, folded, ends)
    planned = None
    if moved is None and measure == "level" and op in ("=", "range"):
        planned = _find(lexicon.exact, folded, ends)
    if planned and lexicon.not_exact.pattern.search(folded):
        planned = None
    if planned and not (found and found[0] <= planned[0] and planned[1] <= found[1]):
        return "exact", "lexicon"
    if found and not _handled(folded, words, found, lexicon):
        return "lower", "lexicon"
    return _by_sense(measure, op, moved)


def _by_sense(measure: Measure, op: str, moved: Measure | None) -> tuple[Better, BetterSource]:
    """The better side that the sense of a condition implies."""
    if "decrease" in (measure, moved):
        return "lower", "condition"
    if "increase" in (measure, moved):
        return "higher", "condition"
    if op in ("<", "<="):
        return "lower", "condition"
    if op in (">", ">="):
        return "higher", "condition"
    return "higher", "default"


def _handled(name: str, words: list[str], found: tuple[int, int], lexicon: _Lexicon) -> bool:
    """Whether what was found is only what is dealt with: "giải quyết khiếu nại", "khiếu nại được giải quyết"."""
    start, end = found
    unless, gains = lexicon.unless, lexicon.gains
    if unless.may_be_in(name[:start].split()) and any(  # guard
        word.start() < start for word in unless.pattern.finditer(name, 0, end)
    ):
        return True
    if lexicon.at_all_times.pattern.match(name, start + 1):
        return False
    if _GETS.search(name, end):
        return True
    return gains.may_be_in(words) and any(
        not _UNDONE.search(name, end, gain.start()) for gain in gains.pattern.finditer(name, end)
    )
