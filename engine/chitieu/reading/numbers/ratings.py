"""How strong each of a thing is, which is part of its name: "12 trạm biến áp 250kVA", "lưới điện 220 kV, 110 kV"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import COMPARING, REACH, token_at
from chitieu.text.spoken import AND, words

RATED_UNITS = frozenset(words("RATED_UNIT"))
_LISTING = frozenset({",", AND})
#: What counts a thing or moves it.
_MOVING = COMPARING | {"EQUALS", "RISE", "FALL", "UP_TO", "DOWN_TO", "TO", "AVERAGE"}
#: A number, its unit and a sign stand before the next one of a list.
_FIRST = 3


def is_rated_power(tokens: list[Token], index: int) -> bool:
    """Whether a number rates a thing, where no word counts or moves it; so does the next one of a list."""
    before, unit = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if before is None or unit is None or unit.key not in RATED_UNITS:
        return False
    if before.key in _LISTING and index >= _FIRST and tokens[index - 2].key in RATED_UNITS:
        return tokens[index - _FIRST].account == "description"
    if before.type != "WORD" or not before.marks.isdisjoint(_MOVING):
        return False
    said: list[Token] = []
    for token in reversed(tokens[max(0, index - REACH) : index]):
        if token.type == "NUMBER" or token.key in (",", ";", "."):
            break
        said.append(token)
    return not marked(said, "RATE", "SUM", "FROM")
