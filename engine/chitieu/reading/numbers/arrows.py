"""Arrows between two figures: from the one to the other, or two ends of a range."""

from __future__ import annotations

from chitieu.reading.numbers.dates import YEAR
from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import CHANGING, bounds
from chitieu.text.figures import read_figure
from chitieu.text.spoken import DOWNWARD, UPWARD

ARROWS = frozenset({"→", "➔", "➜", "⇒", "->", "-->"})
#: So many tokens may stand between a figure and the arrow behind it: its unit, and when it was.
_UNIT = 8
_DOWN, _UP = frozenset({"DOWN_TO"}), frozenset({"UP_TO"})


def read_arrows(tokens: list[Token]) -> None:
    """ "93,5% → 95%" is "93,5% lên 95%"; "65→70%", "2025 → 2030" is a dash, which no unit stands before."""
    for at in range(len(tokens) - 2, 0, -1):
        sign = tokens[at]
        if sign.key not in ARROWS:
            continue
        second = _reached(tokens, at)
        if second is None:
            continue
        years = YEAR.fullmatch(tokens[at - 1].key) and YEAR.fullmatch(tokens[second].key)
        first = None if years else _left_behind(tokens, at)
        ends = [None if end is None else read_figure(tokens[end].key) for end in (first, second)]
        if first is None or ends[0] is None or ends[1] is None or ends[0] == ends[1]:
            if second == at + 1:
                sign.type = "DASH"
            continue
        fallen = ends[0] > ends[1]
        word, marks = (DOWNWARD, _DOWN) if fallen else (UPWARD, _UP)
        tokens[at] = new_token("WORD", word, sign.text, sign.start, sign.end, marks)


def _reached(tokens: list[Token], arrow: int) -> int | None:
    """The figure that an arrow leads to, "≥ 95%" and "trên 95%" too."""
    at = arrow + 1
    if bounds(tokens[at]):
        at += 1
    return at if at < len(tokens) and tokens[at].type == "NUMBER" else None


def _left_behind(tokens: list[Token], arrow: int) -> int | None:
    """The figure that an arrow leads from, with its unit; what changes by "tăng 5% → 7%" is the change."""
    for at in range(arrow - 1, max(-1, arrow - _UNIT), -1):
        token = tokens[at]
        if token.key in (";", ".", ",", "|", ":"):
            return None
        dated = at > 0 and (tokens[at - 1].key == "(" or "YEAR_WORD" in tokens[at - 1].marks)
        if token.type == "NUMBER" and not dated:
            alone = at + 1 == arrow or marked(tokens[max(0, at - 1) : at], *CHANGING)
            return None if alone else at
    return None
