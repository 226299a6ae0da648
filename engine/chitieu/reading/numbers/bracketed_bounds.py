"""Comparators in brackets before a figure, as captions and forms have them: "Tỷ lệ A (tối thiểu): 95%"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import SINCE

BOUNDS = frozenset({"AT_LEAST", "AT_MOST", "MORE", "LESS"})
_UNITS = frozenset({"MEASURE", "NOUN", "SCALE"})
_SIGNS = frozenset({"SIGN_MORE", "SIGN_LESS"})
#: What tells when something holds and for each of whom, and what is to be done.
_OPENING = frozenset(
    {"EACH", "ACTOR", "MAKE", "OUGHT", "TIME", "OPENING", "ORDER", "ACTS_ON", "STRIVE", "AND"}
)
#: What begins a name or bounds something else.
_OTHERWISE = BOUNDS | {
    "RATE",
    "SUM",
    "PROPERTY",
    "GROWTH_NAME",
    "EACH",
    "ABSENT",
    "NEVER",
    "RISE",
    "FALL",
    "AGAINST",
}
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
        elif at and _bounds(tokens[at - 1]) and _measures(inside):  # "tối thiểu (%): 95"
            tokens[at - 1 : figure] = [*tokens[at:figure], tokens[at - 1]]
        else:
            continue
        found = True
    return found


def opens_a_part(tokens: list[Token], index: int) -> bool:
    """Whether nothing stands before a bound but when it holds, and for each of whom."""
    while index and tokens[index - 1].type == "WORD":
        index -= 1
        if tokens[index].marks.isdisjoint(_OPENING):
            return False
    return True


def may_be_done(token: Token) -> bool:
    """Whether a word may be of what is done: no name of what is measured, no sign and no other bound."""
    return token.type == "WORD" and token.key != SINCE and token.marks.isdisjoint(_OTHERWISE)


def _bounds(token: Token) -> bool:
    return token.type in _SIGNS or (token.type == "WORD" and not token.marks.isdisjoint(BOUNDS))


def _measures(inside: list[Token]) -> bool:
    return all(
        token.type in ("PERCENT", "PERMILLE", "SLASH") or not token.marks.isdisjoint(_UNITS)
        for token in inside
    )
