"""Brackets between a name and what is wanted: how much it was, or of which it is said.

"Thu nhập (hiện nay 62 triệu đồng) đạt 75 triệu đồng", "Thời gian khám (có 2 kỹ thuật cận lâm sàng) dưới 3 giờ".
"""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import COMPARING, closing_bracket
from chitieu.text.spoken import words

#: A bracket takes so many tokens at most.
_LONGEST = 16
_CONDITIONS = frozenset(words("CONDITION_OPENS"))
_LEVELS = frozenset({"EQUALS", "DOWN_TO", "UP_TO"})
_PARTING = frozenset({",", ";", ".", ":"})
_OPENING = frozenset({"START", "PREVIOUS", "TERM_START", "PAST"})
_WANTED = frozenset({"STRIVE", "DEADLINE", "GOAL"})
_TIMES = frozenset({"TIME", "YEAR_WORD"})
_STATING = (
    frozenset({"EQUALS", "STRIVE", "BRING", "RISE", "FALL", "DOWN_TO", "UP_TO", "OUGHT"}) | _TIMES | COMPARING
)


def without_what_was(tokens: list[Token]) -> list[Token]:
    """The tokens without such brackets, whose figures are accounted for as past or as a description."""
    kept: list[Token] = []
    begun = 0
    for opened, sign in enumerate(tokens):
        if sign.key != "(" or opened < begun or not opened:
            continue
        closed = closing_bracket(tokens, opened, _LONGEST)
        if not closed or closed == len(tokens) - 1 or not any(map(_is_open, tokens[opened:closed])):
            continue
        past = _tells_before(tokens, opened, closed)
        if not (past or tokens[opened + 1].key in _CONDITIONS) or not _is_between(tokens, opened, closed):
            continue
        for token in tokens[opened:closed]:
            if _is_open(token):
                token.account = "past" if past else "description"
        kept += tokens[begun:opened]
        begun = closed + 1
    return [*kept, *tokens[begun:]] if begun else tokens


def _tells_before(tokens: list[Token], opened: int, closed: int) -> bool:
    """ "(hiện nay 62 triệu đồng)", "(năm 2025: 12 xã)", "(đầu nhiệm kỳ là 3,5%)": an earlier time, then how much."""
    inside = tokens[opened + 1 : closed]
    if marked(inside, *_WANTED):
        return False
    if not inside[0].marks.isdisjoint(_OPENING):
        return True
    year = next(
        (at for at, token in enumerate(inside[:2]) if token.account == "year" or token.type == "YEAR"), None
    )
    if year is None or not (inside[year + 1].key == ":" or not inside[year + 1].marks.isdisjoint(_LEVELS)):
        return False
    outside = [token for token in (*tokens[:opened], *tokens[closed:]) if token.account == "year"]
    return not any(token.key[-4:] < inside[year].key[-4:] for token in outside)


def _is_between(tokens: list[Token], opened: int, closed: int) -> bool:
    """Whether a name without a figure stands before the bracket, and behind it what is wanted."""
    begun = next((at + 1 for at in range(opened - 1, -1, -1) if tokens[at].key in _PARTING), 0)
    named = tokens[begun:opened]
    if not named or any(map(_is_open, named)):
        return False
    after = tokens[closed + 1]
    if after.type != "NUMBER" and after.marks.isdisjoint(_STATING):
        return False
    end = next((at for at in range(closed + 1, len(tokens)) if tokens[at].key in _PARTING), len(tokens))
    return any(map(_is_open, tokens[closed + 1 : end]))


def _is_open(token: Token) -> bool:
    return token.type == "NUMBER" and token.account is None
