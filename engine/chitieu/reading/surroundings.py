"""What may stand around a number: the token beside it, a unit, a comparison."""

from __future__ import annotations

from chitieu.reading.scanner import Token

UNIT_TYPES = frozenset({"PERCENT", "PERMILLE"})
UNIT_MARKS = frozenset({"SCALE", "MEASURE", "POINT", "PERCENT_WORD", "PERMILLE_WORD"})
COMPARING = frozenset({"MORE", "LESS", "AT_LEAST", "AT_MOST", "ABOUT", "NEARLY", "FROM"})
#: How many tokens away a word may bear on a number.
REACH = 80


def has_unit(token: Token | None) -> bool:
    """Whether a unit stands there: %, a scale word, a measuring unit."""
    return token is not None and (token.type in UNIT_TYPES or not token.marks.isdisjoint(UNIT_MARKS))


def token_at(tokens: list[Token], index: int) -> Token | None:
    """The token at an index, None beyond the ends."""
    return tokens[index] if 0 <= index < len(tokens) else None
