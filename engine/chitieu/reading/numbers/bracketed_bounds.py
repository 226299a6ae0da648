"""Bounds parted from their figure by a bracket: "Tỷ lệ A (tối thiểu): 95%", "95% (19/20 xã) trở lên"."""

from __future__ import annotations

from chitieu.reading.numbers.unit_brackets import measure
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import COMPARATORS, COMPARING_SIGNS, closing_bracket, has_unit

#: A unit in brackets has no more words.
_LONGEST = 6
_COUNTED = frozenset({"NOUN", "AGE"})
_CLOSINGS = ("OR_MORE", "OR_LESS")


def free_bounds(tokens: list[Token]) -> None:
    """Take comparators out of brackets in front of a figure, and put them behind a unit in brackets."""
    for at in range(len(tokens) - 3, -1, -1):
        if tokens[at].key != "(":
            continue
        end = closing_bracket(tokens, at, _LONGEST)
        figure = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].key == ":")
        if not end or figure >= len(tokens) or tokens[figure].type != "NUMBER":
            continue
        inside = tokens[at + 1 : end]
        if _bounds(inside[0]):
            inside[0].start = tokens[at].start  # it is said in the bracket
        if _bounds(inside[0]) and len(inside) == 1:
            tokens[at : end + 1] = inside
        elif _bounds(inside[0]) and inside[1].key == ",":  # "(tối thiểu, %): 95"
            tokens[at + 1 : figure] = [*inside[2:], *tokens[end:figure], inside[0]]
        elif at and _bounds(tokens[at - 1]) and measure(inside):  # "tối thiểu (%): 95"
            tokens[at - 1 : figure] = [*tokens[at:figure], tokens[at - 1]]


def close_over_brackets(tokens: list[Token]) -> None:
    """ "95% (19/20 xã) trở lên", "xếp thứ 12 (67,5 điểm) trở lên": the closing goes before the bracket.

    "nâng từ 84% (năm 2022) lên 88%" closes nothing.
    """
    opened = -1
    for at in range(1, len(tokens) - 1):
        if tokens[at].key == "(":
            opened = at
        elif tokens[at].key == ")" and opened > 0 and _closes(tokens[at + 1]):
            inside = tokens[opened + 1 : at]
            if _counts(tokens, opened) and not any(map(_bounds, inside)) and not marked(inside, *_CLOSINGS):
                tokens[opened : at + 2] = [tokens[at + 1], *tokens[opened : at + 1]]


def _closes(token: Token) -> bool:
    return not token.marks.isdisjoint(_CLOSINGS) and "UP_TO" not in token.marks


def _counts(tokens: list[Token], end: int) -> bool:
    """Whether a figure with its unit ends there."""
    for token in reversed(tokens[max(0, end - _LONGEST) : end]):
        if token.type == "NUMBER":
            return True
        if not (has_unit(token) or token.type == "SLASH" or not token.marks.isdisjoint(_COUNTED)):
            return False
    return False


def _bounds(token: Token) -> bool:
    return token.type in COMPARING_SIGNS or (token.type == "WORD" and not token.marks.isdisjoint(COMPARATORS))
