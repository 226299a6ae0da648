"""Figures that define what there is to be none of: "công nợ quá hạn trên 90 ngày: không phát sinh"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import UNIT_MARKS, UNIT_TYPES
from chitieu.text.spoken import NOT

#: What may stand between such a figure and what denies it: its unit.
_LONGEST = 5
_OF_FIGURES = UNIT_MARKS | {"NOUN", "OR_MORE"}
_ENDS = frozenset({";", ".", ",", ")", "|"})


def is_denied(tokens: list[Token], index: int) -> bool:
    """Whether nothing but a word that denies follows a bounded figure, and its clause ends: "trên 360 ngày: không có".

    "không quá 3 ngày: không có hồ sơ trễ hạn" goes on with what there is to be none of.
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
        return False
    return at + 1 == len(tokens) or tokens[at + 1].key in _ENDS
