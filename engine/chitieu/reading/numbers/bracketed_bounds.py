"""Comparators in brackets before a figure, as captions and forms have them: "Tỷ lệ A (tối thiểu): 95%"."""

from __future__ import annotations

from chitieu.reading.numbers.unit_brackets import measure
from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import COMPARATORS, COMPARING_SIGNS

#: A unit in brackets has no more words.
_LONGEST = 6


def free_bounds(tokens: list[Token]) -> bool:
    """Take comparators out of brackets in front of a figure, and put them behind a unit in brackets; whether any is."""
    found = False
    for at in range(len(tokens) - 3, -1, -1):
        if tokens[at].key != "(":
            continue
        end = next(
            (end for end in range(at + 2, min(at + _LONGEST, len(tokens))) if tokens[end].key == ")"), -1
        )
        figure = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].key == ":")
        if end < 0 or figure >= len(tokens) or tokens[figure].type != "NUMBER":
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
        else:
            continue
        found = True
    return found


def _bounds(token: Token) -> bool:
    return token.type in COMPARING_SIGNS or (token.type == "WORD" and not token.marks.isdisjoint(COMPARATORS))
