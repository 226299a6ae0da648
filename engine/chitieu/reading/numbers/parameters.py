"""Numbers that set how something is measured or built, and are none of its figures: probabilities."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import UNIT_TYPES, token_at
from chitieu.text.spoken import SYMBOL_OF_PROBABILITY


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
