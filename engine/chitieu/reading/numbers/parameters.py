"""Numbers that set how something is measured or built, and are none of its figures: weights, probabilities."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import UNIT_TYPES, token_at
from chitieu.text.spoken import POINT, SYMBOL_OF_PROBABILITY, words

#: What a part makes up of the whole, or in points what a criterion weighs.
MAKING_UP = frozenset(words("COUNTS_AMONG"))


def is_parameter(tokens: list[Token], index: int) -> bool:
    """ "chống lũ tần suất P = 1%", "với xác suất 85%", "…, độ tin cậy 95%": how sure it is to be."""
    unit = token_at(tokens, index + 1)
    at = index - 2 if tokens[index - 1].key in ("=", ":") else index - 1
    if at < 0 or unit is None or unit.type not in UNIT_TYPES:
        return False
    if tokens[at].text == SYMBOL_OF_PROBABILITY:
        return True
    opened = at > 0 and ("PREPOSITION" in tokens[at - 1].marks or tokens[at - 1].key == ",")
    return opened and "PARAMETER" in tokens[at].marks


def weighs_in_points(tokens: list[Token], index: int) -> bool:
    """ "Tiêu chí A: tỷ trọng 10/100 điểm": a share told in points is what a criterion weighs."""
    first = index - 2 if tokens[index - 1].type == "SLASH" else index
    last = first + 2 if first + 1 < len(tokens) and tokens[first + 1].type == "SLASH" else first
    unit = token_at(tokens, last + 1)
    return first > 0 and tokens[first - 1].key in MAKING_UP and unit is not None and unit.key == POINT
