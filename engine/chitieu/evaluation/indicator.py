"""What an indicator's name tells: whether it is a share, a growth rate, per head; titles with a level."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from chitieu.quantity.units import resolve
from chitieu.quantity.words import fold
from chitieu.target import Target
from chitieu.text.letters import with_y
from chitieu.text.spoken import pattern, words

#: "unknown" is an indicator without a name: "giảm 5%" alone.
Kind = Literal["share", "count", "growth", "unknown"]

_SHARE = re.compile(pattern("SHARE_NAME"))
_GROWTH = re.compile(pattern("GROWTH_RATE"))
_PER_HEAD = re.compile(pattern("PER_HEAD"))
_FALLING = re.compile(pattern("FALLING_RATE"))
_LEVEL = re.compile(pattern("LEVEL_OF_TITLE"))
_AROUND = re.compile(r"^\W+|[^\w)]+$")
_IN_BRACKETS = re.compile(r" ?\(([^()]*)\)$")


@lru_cache(maxsize=4096)
def kind_of(indicator: str) -> Kind:
    """Whether the indicator is a share or rate, a growth, or else something that is counted or measured.

    >>> kind_of("Tỷ lệ hộ nghèo"), kind_of("Số vụ"), kind_of("Tốc độ tăng trưởng"), kind_of("")
    ('share', 'count', 'growth', 'unknown')
    """
    name = fold(indicator)
    if not name:
        return "unknown"
    if _GROWTH.search(name):
        return "growth"
    return "share" if _SHARE.search(name) else "count"


@lru_cache(maxsize=4096)
def is_falling_rate(indicator: str) -> bool:
    """Whether the name is that of a rate of decrease.

    >>> is_falling_rate("Tỷ lệ giảm hộ nghèo"), is_falling_rate("Tỷ lệ hộ nghèo")
    (True, False)
    """
    return _FALLING.search(fold(indicator)) is not None


@lru_cache(maxsize=4096)
def is_per_head(indicator: str) -> bool:
    """Whether the name says "bình quân đầu người".

    >>> is_per_head("Thu nhập bình quân đầu người")
    True
    """
    return _PER_HEAD.search(fold(indicator)) is not None


@lru_cache(maxsize=4096)
def title_level(indicator: str) -> str | None:
    """The level that a title names: "mức độ 2" of "trường đạt chuẩn quốc gia mức độ 2".

    >>> title_level("Đạt chuẩn quốc gia mức độ II")
    'mức độ ii'
    """
    match = None
    for found in _LEVEL.finditer(fold(indicator)):
        match = found
    return match[0] if match else None


def measured(target: Target) -> str:
    """What a target measures, alike where two names plainly say the same: other case, spelling, spaces, marks around.

    The unit in brackets behind a name, and "tỷ lệ" or "số" before it, say no more than the unit of a level does.

    >>> from chitieu.target import Bound
    >>> def of(name: str, unit: str) -> str:
    ...     return measured(Target(indicator=name, condition=Bound(op=">", value="5", unit=unit)))
    >>> of("Tỉ lệ hộ khá (%):", "%") == of("hộ khá", "%"), of("Số hộ khá", "hộ") == of("Hộ khá", "hộ")
    (True, True)
    >>> of("Tỷ lệ hộ khá", "%") == of("Tỷ lệ hộ cận khá", "%"), of("Tỷ lệ giải ngân", "tỷ đồng")
    (False, 'tỷ lệ giải ngân')
    """
    name = _AROUND.sub("", with_y(fold(target.indicator)))
    unit = resolve(target.unit)
    behind = _IN_BRACKETS.search(name)
    if behind and resolve(behind[1]) == unit:
        name = _AROUND.sub("", name[: behind.start()])
    if target.kind != "quantity" or target.measure != "level" or target.basis is not None:
        return name
    if unit.is_share:
        return _without(name, words("RATE_NAMED"))
    return _without(name, words("COUNT_NAMED")) if unit.noun and unit.is_counted else name


def _without(name: str, openings: tuple[str, ...]) -> str:
    """The name without the words before it that say what its unit says, where it is more than those."""
    for opening in openings:
        rest = name.removeprefix(f"{opening} ")
        if rest != name:
            return rest
    return name
