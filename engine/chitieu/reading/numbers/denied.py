"""Figures that define what there is to be none of: "công nợ quá hạn trên 90 ngày: không phát sinh"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import UNIT_MARKS, UNIT_TYPES
from chitieu.text.spoken import NOT

#: What may stand between such a figure and what denies it: its unit.
_LONGEST = 5
_OF_FIGURES = UNIT_MARKS | {"NOUN", "OR_MORE"}
_ENDS = frozenset({";", ".", ",", ")", "|"})


def denied_as(tokens: list[Token], index: int) -> str | None:
    """What a bounded figure is where nothing but a word that denies ends its clause: "trên 360 ngày: không có".

    "không quá 3 ngày: không có hồ sơ trễ hạn" goes on with what there is to be none of. Of "trên 10 ngày - không" a
    person must say: no statement is read in a "không" that stands alone without a colon.
    """
    at = index + 1
    while at < min(index + _LONGEST, len(tokens)) and (
        tokens[at].type in UNIT_TYPES
        or tokens[at].type == "SLASH"
        or not tokens[at].marks.isdisjoint(_OF_FIGURES)
    ):
        at += 1
    if at < len(tokens) and (tokens[at].key == ":" or tokens[at].type == "DASH"):
        at += 1
    if at == len(tokens) or not ("ABSENT" in tokens[at].marks or tokens[at].key == NOT):
        return None
    if at + 1 < len(tokens) and tokens[at + 1].key not in _ENDS:
        return None
    return "description" if "ABSENT" in tokens[at].marks or tokens[at - 1].key == ":" else "unread"
