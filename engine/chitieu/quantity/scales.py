"""Grades: which ordered scale a grade stands on, and at which rank.

The scales are data (``grammar/vocabulary/scales.yaml``); a ruleset may also write one out, "yếu < trung bình
< khá".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from chitieu.quantity import store
from chitieu.quantity.words import fold
from chitieu.text.spoken import STAR, pattern, words

#: Words before a grade that are no part of it, the longest first.
_LEADS = words("BEFORE_GRADE")
_TAIL = re.compile(pattern("BEHIND_GRADE"))
_STAR = re.compile(pattern("STARS"))
_STARS = {word: str(number) for number, word in enumerate(words("STARS_IN_WORDS"), 1)}


class Scale(NamedTuple):
    """An ordered scale: each grade's rank by its folded spelling, 1 the worst; ``hinted``: only where hinted at."""

    name: str
    ranks: dict[str, int]
    signs: tuple[str, ...]
    hints: tuple[str, ...]
    hinted: bool


def _compile(data: list[dict[str, Any]]) -> tuple[Scale, ...]:
    out = []
    for entry in data:
        ranks = {fold(word): rank for rank, line in enumerate(entry["grades"], 1) for word in line}
        signs, hints = (tuple(map(fold, entry.get(key, ()))) for key in ("signs", "hints"))
        out.append(Scale(fold(entry["name"]), ranks, signs, hints, "hinted" in entry))
    return tuple(out)


@lru_cache(maxsize=1)
def known_scales() -> tuple[Scale, ...]:
    """The scales of the vocabulary, in its order.

    >>> known_scales()[0].name
    'nhiệm vụ'
    """
    data = store.load("scales")
    if data is not None:
        try:
            return _compile(data)
        except (AttributeError, KeyError, TypeError):
            pass
    from chitieu.quantity.vocabulary import scale_data

    data = scale_data()
    store.save("scales", data)
    return _compile(data)


def _written_out(text: str) -> dict[str, int]:
    """The ranks of a scale that stands there with all its grades: "yếu < trung bình < khá = tốt"."""
    lines = [line.split("=") for line in text.split("<")]
    return {fold(word): rank for rank, line in enumerate(lines, 1) for word in line}


def _ranks_of(scale: str) -> dict[str, int]:
    """The ranks of the scale of that name, or of one that is written out; none of a scale that is not known."""
    if "<" in scale:
        return _written_out(scale)
    name = fold(scale)
    return next((known.ranks for known in known_scales() if known.name == name), {})


@lru_cache(maxsize=4096)
def _spellings(grade: str) -> tuple[tuple[str, str], ...]:
    """The grade as it may stand on a scale, from full words to bare ones, each with the word cut off."""
    text = _TAIL.sub("", _TAIL.sub("", fold(grade)))
    if star := _STAR.match(text):
        figure = star[1] or star[2]
        return ((f"{_STARS.get(figure, figure)} {STAR}", ""),)
    out = [(text, "")]
    while lead := next((lead for lead in _LEADS if text.startswith(f"{lead} ")), None):
        text = text[len(lead) + 1 :]
        out.append((text, lead))
    return tuple(out)


@lru_cache(maxsize=4096)
def find_scale(grade: str, hint: str | None = None) -> tuple[str, int] | None:
    """The scale that a grade stands on, by name, and its rank there; None where no known scale holds it.

    ``hint`` is the name of a scale or the words of the indicator; it chooses where several scales hold the
    grade.

    >>> find_scale("Khá"), find_scale("mức độ 2"), find_scale("loại II")
    (('xếp loại chung', 5), ('mức độ', 2), ('loại', 4))
    >>> find_scale("Ba3"), find_scale("Ba3", "xếp hạng tín nhiệm")
    (None, ('tín nhiệm moody', 9))
    >>> find_scale("C", "xếp hạng"), find_scale("C", "xếp hạng tín nhiệm"), find_scale("C", "xếp hạng tín nhiệm Moody")
    (('hạng chữ cái', 2), ('tín nhiệm', 2), ('tín nhiệm moody', 1))
    """
    spellings = _spellings(grade)
    folded = fold(hint) if hint else ""
    if len(spellings[0][0]) == 1 and not folded:  # "A", "1" alone says no scale
        return None
    best: tuple[tuple[bool, bool, bool, int], str, int] | None = None
    for scale in known_scales():
        found = next(((text, lead) for text, lead in spellings if text in scale.ranks), None)
        if found is None:
            continue
        text, lead = found
        hints = sum(word in folded for word in scale.hints)
        if scale.hinted and not hints:
            continue  # a name of such a scale is among its hints
        weight = (folded == scale.name, lead in scale.signs, scale.hinted, hints)
        if best is None or weight > best[0]:
            best = (weight, scale.name, scale.ranks[text])
    return (best[1], best[2]) if best else None


@lru_cache(maxsize=4096)
def rank(grade: str, scale: str) -> int | None:
    """The rank of a grade on the named scale (1 the worst); None where it does not stand on it.

    >>> rank("Tốt", "xếp loại chung") == rank("“Giỏi”", "xếp loại chung")
    True
    >>> rank("hạng Nhì", "giải"), rank("Khá", "giải"), rank("mức 3", "mức 1 < mức 2 < mức 3")
    (3, None, 3)
    """
    ranks = _ranks_of(scale)
    return next((ranks[text] for text, _ in _spellings(grade) if text in ranks), None)


@lru_cache(maxsize=256)
def grades_of(scale: str) -> tuple[tuple[str, ...], ...]:
    """The grades of the named scale, worst first: the spellings of each in lower case, the usual one first.

    >>> grades_of("giải"), grades_of("yếu < khá = tốt")
    ((('khuyến khích',), ('ba',), ('nhì',), ('nhất',)), (('yếu',), ('khá', 'tốt')))
    """
    ranks = _ranks_of(scale)
    return tuple(
        tuple(word for word, at in ranks.items() if at == place) for place in sorted(set(ranks.values()))
    )
