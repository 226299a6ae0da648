"""A cell that states more than one target: "≥ 90% (≥ 75% đối với xã miền núi)", "năm 2026: ≥ 72; năm 2030: ≥ 92"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from chitieu.extraction.targets import clean_indicator
from chitieu.reading import read_expression
from chitieu.target import Target
from chitieu.text.spoken import pattern

_PARTING = re.compile(r"[;()\n]|,\s")
_EDGE = " :,;"
#: Of how many words a name in a list says too little by itself: "tiểu học".
_SHORT = 2
_BESIDE = " :.-–/"
_FIGURE = re.compile(r"[0-9]")
_TIME = re.compile(pattern("TIME_OF_THRESHOLD"), re.I)
_LISTED = re.compile(r"\s*;\s*")


class Threshold(NamedTuple):
    """One of the targets of a cell: what it is of, where its words stand in the cell, and how it was read.

    ``unnamed``: nothing says what tells it from the others. ``listed``: the name lists as many things as the cell.
    """

    indicator: str
    begin: int
    end: int
    target: Target
    unnamed: bool = False
    listed: bool = False


def thresholds_of(plan: str, indicator: str) -> list[Threshold]:
    """The targets of a cell that states several of them, each in words of its own; none for other cells.

    >>> [(each.indicator, each.begin, each.end) for each in thresholds_of("≤ 1,5%; xã miền núi ≤ 3%", "Tỷ lệ nghèo")]
    [('Tỷ lệ nghèo', 0, 6), ('Tỷ lệ nghèo (xã miền núi)', 20, 24)]
    >>> [each.indicator for each in thresholds_of("≥ 60%; ≥ 97%", "Tỷ lệ rác được phân loại; được thu gom")]
    ['Tỷ lệ rác được phân loại', 'Tỷ lệ rác được thu gom']
    >>> thresholds_of("12 - 15%", "Tỷ lệ nghèo")
    []
    """
    if len(_FIGURE.findall(plan)) < 2:
        return []
    read = sorted((target for target in read_expression(plan, indicator).targets), key=_begin)
    spans = [target.span for target in read if target.span is not None]
    apart = all(end <= begin for (_, end), (begin, _) in pairwise(spans))
    worded = all(plan[begin:end].strip(_EDGE) for begin, end in spans)  # "¼" may be parted
    if len(read) < 2 or len(spans) < len(read) or not apart or not worded:
        return []
    ends = [(0, 0), *spans, (len(plan), len(plan))]
    beside = [_beside(plan, *each) for each in zip(ends, spans, ends[2:], strict=False)]
    names = _listed(indicator, len(read)) if not any(beside) else ()
    out = []
    for at, (target, (begin, end), words) in enumerate(zip(read, spans, beside, strict=True)):
        first = end - len(plan[begin:end].lstrip(_EDGE))  # ": ≥ 72"
        own = names[at] if names else f"{indicator} ({words})" if words else indicator
        alike = (
            _same(target, other)
            for other, said in zip(read, beside, strict=True)
            if other is not target and not said
        )
        unnamed = not names and not words and any(alike)
        out.append(Threshold(own, first, end, target, unnamed, bool(names)))
    return out


def _begin(target: Target) -> int:
    return target.span[0] if target.span is not None else 0


def _beside(plan: str, before: tuple[int, int], own: tuple[int, int], behind: tuple[int, int]) -> str:
    """The words around a target in its part of a cell, without its time: "diện tích", "đối với xã miền núi"."""
    (_, least), (begin, end), (most, _) = before, own, behind
    low = max((match.end() for match in _PARTING.finditer(plan, least, begin)), default=least)
    after = _PARTING.search(plan, end, most)
    high = after.start() if after else most
    words = (_TIME.sub("", plan[low:begin]).strip(_BESIDE), _TIME.sub("", plan[end:high]).strip(_BESIDE))
    return " ".join(filter(None, words))


def _same(one: Target, other: Target) -> bool:
    """Whether two targets measure the same, at the same time, as far as their words tell."""
    return (one.kind, one.measure, one.unit, one.when, one.stretch) == (
        other.kind, other.measure, other.unit, other.when, other.stretch,
    )  # fmt: skip


def _listed(indicator: str, count: int) -> Sequence[str]:
    """What each of the targets is of, where the name lists as many things: "rác được phân loại; được thu gom"."""
    first, *others = _LISTED.split(indicator)
    whole = all(each.count("(") == each.count(")") for each in (first, *others))
    if len(others) + 1 != count or not all(others) or not whole:
        return ()
    names = [first]
    for other in others:
        word = re.escape(other.split()[0])
        shared = re.search(rf"(?<!\w){word}(?!\w)", first)  # "Tỷ lệ rác [được phân loại]; được thu gom"
        short = f"{indicator} ({other})" if len(other.split()) <= _SHORT else other
        names.append(clean_indicator(first[: shared.start()] + other if shared else short))
    return names
