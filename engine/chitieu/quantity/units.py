"""Units of figures: what a unit's words mean, and by what a figure is multiplied to stand in another unit.

Measuring units and scale words are defined in ``grammar/units.txt`` and worked out by pint, which nothing
else of the package touches; counted nouns are kinds of their own. All factors are exact. What was worked out
is kept in the user's cache folder, so that a second run loads neither pint nor the vocabulary.
"""

from __future__ import annotations

import atexit
import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, NamedTuple

from chitieu.quantity import store
from chitieu.quantity.measures import factor_of, registry
from chitieu.quantity.words import fold
from chitieu.text.spoken import A_YEAR, PERSON, PLACE, POINTS_UNIT, SHARE_UNIT, pattern, words

_ONE = Fraction(1)
#: Periods of a rate: "/năm" and "/tháng" do not convert into each other, "/giờ" and "/phút" do.
_PERIODS = frozenset(words("PERIODS_OF_RATE"))
_LONGEST = 200
#: No name of the vocabulary has more words.
MOST_WORDS = 6
_MEMO_SIZE = 4096

_PERMILLE = re.compile(r"%\s?[o0](?![0-9.,])|(?<![0-9])[0o]/[0o]{2}(?![0-9])")
_COUNT = re.compile(r"([0-9]{1,3}(?:[. ][0-9]{3}){1,5}|[0-9]{1,18})(?![0-9,.])\s*")
_PER_WORDS = re.compile(pattern("PER_SO_MANY"))
_PRODUCT = re.compile(r"(?<=[^\W\d_])[.·*](?=[^\W\d_])")
_GLUED = re.compile(r"^([%‰$])(?=\w)")
_POWERS = str.maketrans({"²": "2", "³": "3"})
#: "% kế hoạch" is a percentage like any other; that it is one of the plan is said elsewhere.
_OF_PLAN = frozenset(words("RATE_OF_PLAN"))

Noun = tuple[str, ...]


class Unit(NamedTuple):
    """A unit worked out.

    ``factor`` leads to base units; ``scale`` is the part of it that the scale words before the unit make
    ("nghìn tấn": 1000). ``kind`` is the dimension of what is measured ("" for what is counted), ``noun`` the
    counted thing, its first word the kind, the later ones narrowing it; ``per`` the counted things and
    periods that divide.

    >>> resolve("triệu lượt khách")
    Unit(factor=Fraction(1000000, 1), kind='', noun=('lượt', 'khách'), per=(), scale=Fraction(1000000, 1))
    """

    factor: Fraction
    kind: str
    noun: Noun = ()
    per: tuple[Noun, ...] = ()
    scale: Fraction = _ONE

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage or per mille."""
        return self.kind == SHARE_UNIT

    @property
    def is_points(self) -> bool:
        """Whether it is percentage points by name."""
        return self.kind == POINTS_UNIT

    @property
    def is_counted(self) -> bool:
        """Whether whole things are counted: no measuring unit in it, and no rate."""
        return not self.kind and not self.per

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing but a scale, if that: "", "triệu"."""
        return self.is_counted and not self.noun

    @property
    def is_rank(self) -> bool:
        """Whether it is a place on a list."""
        return self.noun == (PLACE,) and self.is_counted


def is_known(text: str) -> bool:
    """Whether a counted unit is one that the vocabulary has, at least in part.

    >>> is_known("hộ"), is_known("triệu lượt khách"), is_known("blorg")
    (True, True, False)
    """
    from chitieu.quantity.vocabulary import noun_words

    usual = set(noun_words().names.values())
    return any(word in usual for word in resolve(text).noun)


# ---- the words -------------------------------------------------------------------------------------------


def _longest(words: list[str], known: Any, start: int) -> int:
    """How many words from ``start`` on form the longest known name; 0 if none does."""
    for end in range(min(len(words), start + MOST_WORDS), start, -1):
        if " ".join(words[start:end]) in known:
            return end - start
    return 0


def _noun(words: list[str]) -> Noun:
    """The words of a counted thing, each by its usual name."""
    from chitieu.quantity.vocabulary import noun_words

    names = noun_words().names
    out: list[str] = []
    at = 0
    while at < len(words):
        length = _longest(words, names, at)
        text = " ".join(words[at : at + (length or 1)])
        out.append(names[text] if length else text)
        at += length or 1
    return tuple(out)


@dataclass(slots=True, eq=False)
class _Part:
    """One side of a slash."""

    factor: Fraction = _ONE
    scale: Fraction = _ONE
    dims: tuple[tuple[str, int], ...] = ()
    measure: str = ""
    noun: Noun = ()


def _read_part(text: str) -> _Part:
    from chitieu.quantity.vocabulary import noun_words, unit_words

    words_known = unit_words()
    part = _Part()
    if count := _COUNT.match(text):
        part.factor = Fraction(int(re.sub(r"[. ]", "", count[1])) or 1)
        text = text[count.end() :]
    words = _GLUED.sub(r"\1 ", text).split()
    at = 0
    while at < len(words) and words[at] in words_known.scales and not _longest(words, noun_words().names, at):
        scale, _ = factor_of(words_known.scales[words[at]])
        part.scale *= scale
        at += 1
    part.factor *= part.scale
    measure = _longest(words, words_known.measures, at)
    if measure and measure >= _longest(words, noun_words().names, at):
        part.measure = words_known.measures[" ".join(words[at : at + measure])]
        factor, part.dims = factor_of(part.measure)
        part.factor *= factor
        at += measure
        if " ".join(words[at:]) in _OF_PLAN and part.dims == ((SHARE_UNIT, 1),):
            at = len(words)
    part.noun = _noun(words[at:])
    return part


def _sides(text: str) -> list[str]:
    from chitieu.quantity.vocabulary import noun_words, unit_words

    words = unit_words()
    folded = _PERMILLE.sub("‰", fold(text).translate(_POWERS))
    if folded in noun_words().names:  # "đ/c" is no rate
        return [folded]
    sides = [side.strip() for side in _PER_WORDS.sub("/", folded).split("/")]
    return "/".join(words.shorthand.get(side, side) for side in sides).split("/")


def _work_out(text: str) -> Unit:
    factor, scale = _ONE, _ONE
    dims: dict[str, int] = {}
    noun: Noun = ()
    per: list[Noun] = []
    for place, side in enumerate(_sides(text)):
        for step, piece in enumerate(_factors(side)):
            part = _read_part(piece)
            if place == 0:
                factor *= part.factor
                scale *= part.scale
                noun += part.noun
                sign = 1
            elif part.measure in _PERIODS and not part.noun and step == 0:
                factor /= part.factor / factor_of(part.measure)[0]
                per.append((part.measure,))
                continue
            else:
                factor /= part.factor
                if part.noun:
                    per.append(part.noun)
                sign = -1
            for base, power in part.dims:
                dims[base] = dims.get(base, 0) + sign * power
    kind = " ".join(
        base if power == 1 else f"{base}^{power}" for base, power in sorted(dims.items()) if power
    )
    return Unit(factor, kind, noun, tuple(sorted(per)), scale)


def _factors(side: str) -> list[str]:
    """The units that a side multiplies: "m.giờ" two, "nghìn tấn.km" one, a name with a dot inside."""
    return [side] if f" {side}".endswith(_abbreviations()) else _PRODUCT.split(side)


@cache
def _abbreviations() -> tuple[str, ...]:
    """Names with a dot inside, each behind a space: "ng.đ"."""
    from chitieu.quantity.vocabulary import noun_words, unit_words

    return tuple(
        f" {name}" for table in (unit_words().measures, noun_words().names) for name in table if "." in name
    )


# ---- what is kept ----------------------------------------------------------------------------------------


class _Memory:
    """The units worked out, in this process and in the user's cache folder; and the closer names of nouns."""

    def __init__(self) -> None:
        self.units: dict[str, Unit] = {}
        self.closer: dict[str, list[str]] | None = None
        self.loaded = self.changed = False

    def load(self) -> None:
        if not self.loaded:
            self.loaded = True
            units, self.closer = _unpack(store.load("units"))
            self.units.update(units)

    def get(self, text: str) -> Unit:
        self.load()
        unit = self.units.get(text)
        if unit is None:
            unit = _work_out(text)
            if len(text) <= _LONGEST:
                if len(self.units) >= _MEMO_SIZE:
                    self.units.clear()
                if not self.changed:
                    self.changed = True
                    atexit.register(self.keep)
                self.units[text] = unit
        return unit

    def are_closer(self, closer: str, wider: str) -> bool:
        """Whether the vocabulary lists one noun as a closer name of the other."""
        return closer in self.closer_names().get(wider, ())

    def closer_names(self) -> dict[str, list[str]]:
        self.load()
        if self.closer is None:
            from chitieu.quantity.vocabulary import noun_words

            self.closer = {wide: list(names) for wide, names in noun_words().closer.items()}
        return self.closer

    def keep(self) -> None:
        units = {text: _pack(unit) for text, unit in sorted(self.units.items())}
        store.save("units", {"closer": self.closer_names(), "units": units})


def _pack(unit: Unit) -> list[Any]:
    return [str(unit.factor), unit.kind, list(unit.noun), [list(noun) for noun in unit.per], str(unit.scale)]


def _unpack(data: Any) -> tuple[dict[str, Unit], dict[str, list[str]] | None]:
    out: dict[str, Unit] = {}
    try:
        for text, (factor, kind, noun, per, scale) in data["units"].items():
            names = tuple(map(str, noun)), tuple(tuple(map(str, words)) for words in per)
            out[text] = Unit(Fraction(factor), str(kind), *names, Fraction(scale))
        return out, {str(wide): list(map(str, names)) for wide, names in data["closer"].items()}
    except (AttributeError, KeyError, TypeError, ValueError, ZeroDivisionError):
        return {}, None


_MEMORY = _Memory()


# ---- the surface -----------------------------------------------------------------------------------------


@lru_cache(maxsize=_MEMO_SIZE)
def resolve(text: str) -> Unit:
    """What a unit's words mean. An unknown noun is a kind of its own; nothing is an error.

    >>> resolve("tạ/ha").factor, resolve("tạ/ha").kind
    (Fraction(1, 100000), 'gam mm^-2')
    >>> resolve("vụ/10.000 dân")
    Unit(factor=Fraction(1, 10000), kind='', noun=('vụ',), per=(('người',),), scale=Fraction(1, 1))
    """
    return _MEMORY.get(fold(text))


def _compare_nouns(one: Noun, other: Noun) -> bool:
    """Whether they are one kind: the same, or a closer name and a wider one."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return True
    first, second = " ".join(one), " ".join(other)
    return _MEMORY.are_closer(first, second) or _MEMORY.are_closer(second, first)


def _compare_per(one: list[Noun], other: list[Noun]) -> bool:
    if len(one) != len(other):
        return False
    left = list(other)
    for noun in one:
        match = next((there for there in left if _compare_nouns(noun, there)), None)
        if match is None:
            return False
        left.remove(match)
    return True


@lru_cache(maxsize=_MEMO_SIZE)
def conversion(source: str, target: str, per_head: bool = False) -> Fraction | None:
    """By what a figure in ``source`` is multiplied to stand in ``target``; None where they do not convert.

    "/năm" may be left out on either side; with ``per_head`` ("bình quân đầu người") so may "/người". A unit
    that is only a scale word counts whatever the other one counts.

    >>> conversion("tỷ đồng", "triệu đồng"), conversion("vụ/10.000 dân", "vụ/1.000 dân")
    (Fraction(1000, 1), Fraction(1, 10))
    >>> conversion("đồng chí", "đảng viên"), conversion("hộ", "người")
    (Fraction(1, 1), None)
    """
    if source == target:
        return _ONE
    one, other = resolve(source), resolve(target)
    if one.is_bare or other.is_bare:
        named = other if one.is_bare else one
        return None if named.is_share or named.is_points else one.scale / other.scale
    if one.kind != other.kind or (
        not one.kind and not (one.noun and other.noun) and not (one.per and other.per)
    ):
        return None
    dropped = {(A_YEAR,)} | ({(PERSON,)} if per_head else set())
    ones = [noun for noun in one.per if noun not in dropped]
    others = [noun for noun in other.per if noun not in dropped]
    if not _compare_nouns(one.noun, other.noun) or not _compare_per(ones, others):
        return None
    return one.factor / other.factor


def known_units() -> list[tuple[str, tuple[str, ...], str]]:
    """Every unit of the vocabulary: its usual name, all its forms, its dimension ("" for what is counted).

    >>> next(row for row in known_units() if row[0] == "tấn")
    ('tấn', ('tấn', 't'), 'khối_lượng')
    """
    from chitieu.quantity.vocabulary import noun_words, unit_words

    rows = []
    for name, forms in unit_words().surfaces.items():
        dims = sorted(registry().get_dimensionality(name).items())
        text = " ".join(base[1:-1] if power == 1 else f"{base[1:-1]}^{int(power)}" for base, power in dims)
        rows.append((forms[0], forms, text or "1"))
    return rows + [(names[0], names, "") for names in noun_words().synonyms]
