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
from chitieu.text.spoken import POINT, pattern

_PART = re.compile(r"\w+|,")
#: Something is done for what stands before: "số vụ … được giải quyết"; not "chưa được giải quyết".
_GETS = re.compile(pattern("DONE_FOR"))
_UNDONE = re.compile(pattern("UNDONE"))
#: "tỷ lệ trẻ em dưới 15 tuổi", and no more: how much of a population is of an age.
_OF_AN_AGE = re.compile(pattern("SHARE_OF_AN_AGE"))
_COUNTS_WHICH = re.compile(pattern("COUNTS_WHICH"))
_NONE: frozenset[str] = frozenset()
#: What a comparison implies, and what nothing does.
_SENSES: dict[str, tuple[Better, BetterSource]] = {
    "<": ("lower", "condition"), "<=": ("lower", "condition"),
    ">": ("higher", "condition"), ">=": ("higher", "condition"),
}  # fmt: skip
_DEFAULT: tuple[Better, BetterSource] = ("higher", "default")

_Value = TypeVar("_Value")
#: Less is better; the figure itself is wanted; so it is of a range; so may be a share of those of an age.
_Tells = Literal["lower", "exact", "band", "age"]


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
    tells: _Tells


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

    def begins(self, name: str, at: int) -> bool:
        """Whether one of them begins behind the space at a place of a name."""
        return self.pattern.match(name, at + 1) is not None

    def ends(self, name: str, at: int) -> bool:
        """Whether one of them ends before the space at a place of a name."""
        return any(name.endswith(f" {phrase}", 0, at) for listed in self.begun.values() for phrase in listed)


@dataclass(slots=True, frozen=True)
class _Lexicon:
    """``phrases`` by their last word, which fewer names have than the "tỷ lệ" that many begin with.

    ``folded`` is each word as phrases are compared, ``bearing`` what of it is a word of any phrase: of most words none.
    """

    phrases: dict[str, list[_Phrase]]
    unless: _AnyOf
    gains: _AnyOf
    at_all_times: _AnyOf
    deeds: _AnyOf
    for_whom: _AnyOf
    measures: _AnyOf
    just_before: _AnyOf
    times: _AnyOf
    scored: _AnyOf
    no_part_of: _AnyOf
    not_exact: _AnyOf
    shares: _AnyOf
    attained: _AnyOf
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
    sides: tuple[tuple[_Tells, list[str]], ...] = (
        ("lower", lower["words"]),
        ("exact", exact["words"]),
        ("band", exact["bands"]),
        ("age", exact["ages"]),
    )
    for tells, listed in sides:
        for folded in sorted(set(map(fold_phrase, listed))):
            parts = _parts(folded)
            phrases.setdefault(parts[-1], []).append(_Phrase(f" {' '.join(parts)} ", frozenset(parts), tells))
    ways = {name: _any_of(listed) for name, listed in lower.items() if name != "words"}
    bearing = _NONE.union(
        *[phrase.words for listed in phrases.values() for phrase in listed],
        *[ways[name].begun.keys() for name in ("unless", "gains", "no_part_of", "for_whom")],
    )
    return _Lexicon(
        phrases=phrases,
        **ways,
        not_exact=_any_of(exact["unless"]),
        shares=_any_of(exact["shares"]),
        attained=_any_of(exact["attained"]),
        folded=_Met(lambda word: " ".join(_parts(fold(word)))),
        bearing=_Met(lambda word: tuple([part for part in _parts(fold(word)) if part in bearing])),
    )


def better_of(
    name: str, measure: Measure, op: str, moved: Measure | None = None, unit: str = ""
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
    told: dict[_Tells, list[str]] = {}  # the phrases whose words it has, in whatever order
    for word in lexicon.phrases.keys() & said:  # few, if any
        for phrase in lexicon.phrases[word]:
            if phrase.words <= said:
                told.setdefault(phrase.tells, []).append(phrase.text)
    if not told:  # guard: nothing that the lexicon knows
        return _by_sense(measure, op, moved)
    folded = f" {' '.join(filter(None, map(lexicon.folded.__getitem__, written)))} "
    if lexicon.no_part_of.may_be_in(folded, said):  # guard
        folded = lexicon.no_part_of.pattern.sub(lambda part: "-" * len(part[0]), folded)
    found = _first(told.get("lower", []), folded)
    if moved is None and measure == "level" and op in ("=", "range"):
        planned = _planned(told, folded, op, unit, lexicon)
        if planned and not (found and found[0] <= planned[0] and planned[1] <= found[1]):
            return "exact", "lexicon"
    if found and not (
        _is_of_those(folded, found, unit, measure, lexicon) or _handled(folded, said, found, lexicon)
    ):
        return "lower", "lexicon"
    return _by_sense(measure, op, moved)


def _planned(
    told: dict[_Tells, list[str]], name: str, op: str, unit: str, lexicon: _Lexicon
) -> tuple[int, int] | None:
    """Where a name says that the planned figure itself is wanted.

    Not where it counts those that attain it ("50% số tỉnh đạt mức sinh thay thế"), nor of a share of that for which
    something is done ("tỷ trọng gia súc được giết mổ tập trung").
    """
    if "age" in told and _OF_AN_AGE.fullmatch(name):
        return 0, len(name)
    listed = told.get("exact", [])
    if op == "range":
        listed = [*listed, *told.get("band", [])]
    planned = _first(listed, name)
    if planned is None or lexicon.not_exact.pattern.search(name):
        return None
    if lexicon.shares.begins(name, planned[0]) and _GETS.search(name, planned[1]):
        return None
    attained = lexicon.attained.ends(name, planned[0])
    if attained and (_COUNTS_WHICH.match(name) or (unit and name.startswith(f" {fold_phrase(unit)} "))):
        return None
    return planned


def _by_sense(measure: Measure, op: str, moved: Measure | None) -> tuple[Better, BetterSource]:
    """The better side that the sense of a condition implies."""
    if measure == "decrease" or moved == "decrease":
        return "lower", "condition"
    if measure == "increase" and op in {"<", "<="}:
        return "lower", "condition"  # "học phí tăng không quá 3%"
    if measure == "increase" or moved == "increase":
        return "higher", "condition"
    return _SENSES.get(op, _DEFAULT)


def _is_of_those(name: str, found: tuple[int, int], unit: str, measure: Measure, lexicon: _Lexicon) -> bool:
    """ "giao dịch có thời gian phản hồi dưới 3 giây" in %: those that have it; "Chi phí thời gian 7,8 điểm"."""
    if measure == "level" and unit == "%":
        return lexicon.times.begins(name, found[0])
    return unit == POINT and lexicon.scored.begins(name, found[0])


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
    if lexicon.at_all_times.begins(name, start):
        return False
    if start and (lexicon.just_before.ends(name, start) or _acts_on(name, words, found, lexicon)):
        return True
    if _GETS.search(name, end):
        return True
    return gains.may_be_in(name, words) and any(
        not _UNDONE.search(name, end, gain.start()) for gain in gains.pattern.finditer(name, end)
    )


def _acts_on(name: str, words: Set[str], found: tuple[int, int], lexicon: _Lexicon) -> bool:
    """ "sửa chữa 25 căn nhà cho hộ nghèo", "Tháo dỡ 43 mái che lấn chiếm": what a deed is done for, or to.

    Another measure between, and it is one of its own: "Xây dựng nông thôn mới tỷ lệ hộ nghèo 2%".
    """
    start, end = found
    deed = lexicon.deeds.pattern.match(name, 1)
    acted = deed is not None and deed.end() <= start and "," not in name[deed.end() : start]
    if acted and not lexicon.measures.pattern.search(name, 1, end):
        return True
    if not lexicon.for_whom.may_be_in(name, words):
        return False
    for whom in lexicon.for_whom.pattern.finditer(name, 2, start):
        if not lexicon.measures.pattern.search(name, whom.end(), end):
            return True
    return False
