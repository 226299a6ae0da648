"""Numbers that tell classes, versions and rooms apart: "phạm vi 1 và 2", "ưu tiên 1", "từ 1.24 lên 1.28"."""

from __future__ import annotations

import re

from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import (
    CHANGING,
    COMPARING,
    LISTING,
    has_unit,
    sentence_start,
    token_at,
)
from chitieu.text.spoken import words

CLASSED, ROOMS, VERSIONS = words("CLASS_NUMBERED"), words("ROOM"), words("VERSION_NUMBERED")
_UPGRADES = frozenset((*words("UPGRADES"), *VERSIONS))
#: A class has one digit, a room the number of its floor as well.
_CLASS, _ROOM = re.compile(r"[1-9]"), re.compile(r"[1-9][0-9]{2,3}")
_VERSION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,3})+")
_PLACED = frozenset({"PREPOSITION", "SCOPE"})
_JOINING = frozenset({"TO", "AND"})
#: What goes on behind a name, and is nothing that a number counts.
_GOING_ON = frozenset(
    (*COMPARING, *CHANGING, *_JOINING, "NO_NOUN", "SETS_IN", "AMONG_RANKED", "EQUALS", "AGAINST",
     "TIME", "PERIOD", *_PLACED)
)  # fmt: skip
#: What leads a figure that is a place on a list.
_RANKING = frozenset({"EQUALS", "RANK", "STRIVE", "UP_TO", "BRING", "RISE", "AT_LEAST", "AT_MOST"})


def is_class(tokens: list[Token], index: int) -> bool:
    """ "phát thải phạm vi 1 và 2", "sự cố ưu tiên 1", "Scope 1, 2"; but not "ưu tiên 3 dự án", "phạm vi 2 km"."""
    return _CLASS.fullmatch(tokens[index].key) is not None and _stands_alone(tokens, index)


def is_room(tokens: list[Token], index: int) -> bool:
    """ "họp tại phòng 302"; but not "xây mới phòng 302 m2"."""
    placed = index > 1 and not tokens[index - 2].marks.isdisjoint(_PLACED)
    return placed and _ROOM.fullmatch(tokens[index].key) is not None and _stands_alone(tokens, index)


def is_version(tokens: list[Token], index: int) -> bool:
    """ "nâng cấp cụm Kubernetes từ 1.24 lên 1.28", "phiên bản 8.1"; but not "nâng cấp công suất từ 1.2 lên 1.5 MW"."""
    if not _VERSION.fullmatch(tokens[index].key):
        return False
    if tokens[index - 1].key in VERSIONS:
        return _stands_alone(tokens, index)
    step = 2 if "FROM" in tokens[index - 1].marks else -2
    other = token_at(tokens, index + step)
    if other is None or not _VERSION.fullmatch(other.key):
        return False
    last = index + max(step, 0)
    begun = sentence_start(tokens, index)
    return _stands_alone(tokens, last) and any(token.key in _UPGRADES for token in tokens[begun:index])


def is_between_classes(tokens: list[Token], index: int) -> bool:
    """ "huấn luyện cho nhóm 1 đến nhóm 6", either number: the group is named again; but not "xếp nhóm 1"."""
    head = tokens[index - 1]
    owner = token_at(tokens, index - 2)
    for step in (3, -3):
        first = min(index, index + step)
        if not 0 < first < first + 3 < len(tokens) or tokens[index + step - 1].key != head.key:
            continue
        joined = tokens[first + 1].key in LISTING or not tokens[first + 1].marks.isdisjoint(_JOINING)
        led = token_at(tokens, first - 2) if step < 0 else owner
        ranked = led is not None and not led.marks.isdisjoint(_RANKING)
        low, high = tokens[first].key, tokens[first + 3].key
        if joined and not ranked and _CLASS.fullmatch(low) and _CLASS.fullmatch(high) and low < high:
            return _stands_alone(tokens, first + 3)
    return False


def _stands_alone(tokens: list[Token], index: int) -> bool:
    """Whether nothing stands behind a number that it may count or be measured in."""
    after = token_at(tokens, index + 1)
    if after is None or after.type == "SIGN":
        return True
    return after.type == "WORD" and not has_unit(after) and not after.marks.isdisjoint(_GOING_ON)
