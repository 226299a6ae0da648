"""Names of indicators compared: the only module that knows RapidFuzz.

Only names that say the same are taken for one: the same words in any order, but for words that name no
indicator ("trên địa bàn phường", "đã", "năm 2026"). "Hộ cận nghèo" is not "hộ nghèo", however alike they look;
what is only alike is offered to a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from chitieu.extras import needs_extra
from chitieu.quantity.words import fold
from chitieu.text.spoken import pattern

#: Scores below this are not worth a look.
WORTH_A_LOOK = 72
_SAME = 100
_WITH_FIGURE = re.compile(r"\([^()]*[0-9][^()]*\)?")
_WORDS = re.compile(r"\w+")
_NEUTRAL = re.compile(pattern("NAMES_NOTHING"))


@lru_cache(maxsize=8192)
def bare(name: str) -> str:
    """The words of a name that tell indicators apart, sorted.

    >>> bare("Trong năm kết nạp được đảng viên mới"), bare("Kết nạp đảng viên")
    ('kết nạp viên đảng', 'kết nạp viên đảng')
    """
    text = _WITH_FIGURE.sub(" ", fold(name))
    words = _WORDS.findall(_NEUTRAL.sub(" ", text)) or _WORDS.findall(text)
    return " ".join(sorted(words))


def score(one: str, other: str) -> int:
    """How alike two names are, from 0 to 100; 100 only where they say the same.

    >>> score("Kết nạp đảng viên", "Số đảng viên mới kết nạp"), score("Tỷ lệ hộ nghèo", "Tỷ lệ hộ cận nghèo") < 100
    (100, True)
    """
    with needs_extra("RapidFuzz", "results"):
        from rapidfuzz import fuzz
    first, second = bare(one), bare(other)
    if not first or not second:
        return 0
    if first == second:
        return _SAME
    return min(_SAME - 1, round(fuzz.ratio(first, second)))


def is_same(found: int) -> bool:
    """Whether a score says that two names are one."""
    return found >= _SAME


def best(name: str, names: Sequence[str]) -> tuple[int, int] | None:
    """The place and the score of the name that is most alike; None where none is worth a look."""
    scored = [(score(name, other), -at) for at, other in enumerate(names)]
    if not scored:
        return None
    top, place = max(scored)
    return (-place, top) if top >= WORTH_A_LOOK else None
