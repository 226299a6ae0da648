"""Which way an indicator improves: what the lexicon says of its name, else the sense of the condition."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal, TypeVar

from chitieu.quantity.vocabulary import load_vocabulary
from chitieu.reading.tokens.lexicon import fold_phrase
from chitieu.target import Better, BetterSource, Measure
from chitieu.text.source import fold
from chitieu.text.spoken import pattern

_PART = re.compile(r"\w+|,")
#: Something is done for what stands before: "số vụ … được giải quyết"; not "chưa được giải quyết".
_GETS = re.compile(pattern("DONE_FOR"))
_UNDONE = re.compile(pattern("UNDONE"))
_NONE: frozenset[str] = frozenset()
#: What a comparison implies, and what nothing does.
_SENSES: dict[str, tuple[Better, BetterSource]] = {
    "<": ("lower", "condition"), "<=": ("lower", "condition"),
    ">": ("higher", "condition"), ">=": ("higher", "condition"),
}  # fmt: skip
_DEFAULT: tuple[Better, BetterSource] = ("higher", "default")

_Value = TypeVar("_Value")


class _Met(dict[str, _Value]):
    """What there is to know of each word that was met, found once a word. No more than ``most`` are kept."""

    def __init__(self, find: Callable[[str], _Value], most: int = 16_384) -> None:
        super().__init__()
        self._find = find
        self._most = most

    def __missing__(self, word: str) -> _Value:
        if len(self) >= self._most:
            self.clear()
        self[word] = found = self._find(word)
        return found


@dataclass(slots=True, frozen=True)
class _Phrase:
    """A phrase in spaces, the set of its words, and which side it tells of."""

    text: str
    words: frozenset[str]
    tells: Literal["lower", "exact"]


@dataclass(slots=True, frozen=True)
class _AnyOf:
    """Phrases of which any is looked for, and these by the words that they begin with."""

    pattern: re.Pattern[str]
    begun: dict[str, list[str]]

    def may_be_in(self, name: str, words: Set[str]) -> bool:
        """Whether a name, of these words, has any: found faster than by the pattern, which tries all of them."""
        for word in self.begun.keys() & words:  # few, if any
            for phrase in self.begun[word]:
                if phrase in name:
                    return True
        return False


@dataclass(slots=True, frozen=True)
class _Lexicon:
    """``phrases`` by their last word, which fewer names have than the "tỷ lệ" that many begin with.

    ``folded`` is each word as phrases are compared, ``bearing`` what of it is a word of any phrase: of most words none.
    """

    phrases: dict[str, list[_Phrase]]
    unless: _AnyOf
    gains: _AnyOf
    at_all_times: _AnyOf
    no_part_of: _AnyOf
    not_exact: _AnyOf
    folded: _Met[str]
    bearing: _Met[tuple[str, ...]]


def _any_of(phrases: list[str]) -> _AnyOf:
    parted = [_parts(fold_phrase(phrase)) for phrase in phrases]
    ordered = sorted({" ".join(parts) for parts in parted}, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")
    begun: dict[str, list[str]] = {}
    for parts in parted:
        begun.setdefault(parts[0], []).append(" ".join(parts))
    return _AnyOf(pattern, begun)


def _parts(folded: str) -> list[str]:
    """The words of a folded phrase and its commas, in order."""
    return _PART.findall(folded)


def _first(phrases: list[str], name: str) -> tuple[int, int] | None:
    """Where the first of the phrases, the longest there, stands in a name: its words in spaces."""
    found: tuple[int, int] | None = None
    for phrase in phrases:
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
    phrases: dict[str, list[_Phrase]] = {}
    sides: tuple[tuple[Literal["lower", "exact"], list[str]], ...] = (
        ("lower", lower["words"]),
        ("exact", exact["words"]),
    )
    for tells, listed in sides:
        for folded in sorted(set(map(fold_phrase, listed))):
            parts = _parts(folded)
            phrases.setdefault(parts[-1], []).append(_Phrase(f" {' '.join(parts)} ", frozenset(parts), tells))
    unless, gains, no_part_of = map(_any_of, (lower["unless"], lower["gains"], lower["no_part_of"]))
    bearing = _NONE.union(
        *[phrase.words for listed in phrases.values() for phrase in listed],
        *[any_of.begun.keys() for any_of in (unless, gains, no_part_of)],
    )
    return _Lexicon(
        phrases=phrases,
        unless=unless,
        gains=gains,
        at_all_times=_any_of(lower["at_all_times"]),
        no_part_of=no_part_of,
        not_exact=_any_of(exact["unless"]),
        folded=_Met(lambda word: " ".join(_parts(fold(word)))),
        bearing=_Met(lambda word: tuple([part for part in _parts(fold(word)) if part in bearing])),
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
    lexicon, written = _lexicon(), name.split(" ")
    said = {*chain.from_iterable(map(lexicon.bearing.__getitem__, written))}
    lower: list[str] = []  # the phrases whose words it has, in whatever order
    exact: list[str] = []
    for word in lexicon.phrases.keys() & said:  # few, if any
        for phrase in lexicon.phrases[word]:
            if phrase.words <= said:
                (lower if phrase.tells == "lower" else exact).append(phrase.text)
    if not (lower or exact):  # guard: nothing that the lexicon knows
        return _by_sense(measure, op, moved)
    folded = f" {' '.join(filter(None, map(lexicon.folded.__getitem__, written)))} "
    if lexicon.no_part_of.may_be_in(folded, said):  # guard
        folded = lexicon.no_part_of.pattern.sub(lambda part: "-" * len(part[0]), folded)
    found = _first(lower, folded)
    planned = None
    if exact and moved is None and measure == "level" and op in ("=", "range"):
        planned = _first(exact, folded)
    if planned and lexicon.not_exact.pattern.search(folded):
        planned = None
    if planned and not (found and found[0] <= planned[0] and planned[1] <= found[1]):
        return "exact", "lexicon"
    if found and not _handled(folded, said, found, lexicon):
        return "lower", "lexicon"
    return _by_sense(measure, op, moved)


def _by_sense(measure: Measure, op: str, moved: Measure | None) -> tuple[Better, BetterSource]:
    """The better side that the sense of a condition implies."""
    if measure == "decrease" or moved == "decrease":
        return "lower", "condition"
    if measure == "increase" and op in {"<", "<="}:
        return "lower", "condition"  # "học phí tăng không quá 3%"
    if measure == "increase" or moved == "increase":
        return "higher", "condition"
    return _SENSES.get(op, _DEFAULT)


def _handled(name: str, words: Set[str], found: tuple[int, int], lexicon: _Lexicon) -> bool:
    """Whether what was found is only what is dealt with: "giải quyết khiếu nại", "khiếu nại được giải quyết".

    ``words`` hold those of the name that the lexicon knows.
    """
    start, end = found
    unless, gains = lexicon.unless, lexicon.gains
    if unless.may_be_in(name, words) and any(  # guard
        word.start() < start for word in unless.pattern.finditer(name, 0, end)
    ):
        return True
    if lexicon.at_all_times.pattern.match(name, start + 1):
        return False
    if _GETS.search(name, end):
        return True
    return gains.may_be_in(name, words) and any(
        not _UNDONE.search(name, end, gain.start()) for gain in gains.pattern.finditer(name, end)
    )
