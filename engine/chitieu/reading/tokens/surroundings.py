"""What may stand around a number: the token beside it, a unit, a comparison."""

from __future__ import annotations

from decimal import Decimal

from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import AND, ONE, words

UNIT_TYPES = frozenset({"PERCENT", "PERMILLE"})
UNIT_MARKS = frozenset({"SCALE", "MEASURE", "POINT", "PERCENT_WORD", "PERMILLE_WORD"})
#: A comparison in words, and in a sign.
COMPARATORS = frozenset({"AT_LEAST", "AT_MOST", "MORE", "LESS"})
COMPARING = COMPARATORS | {"ABOUT", "NEARLY", "FROM"}
COMPARING_SIGNS = frozenset({"SIGN_MORE", "SIGN_LESS"})
#: A verb of change.
CHANGING = frozenset({"RISE", "FALL"})
#: What stands between the things of a list.
LISTING = frozenset({",", AND})
#: What a mark may be out of: "8,5 điểm/10", "mức độ hài lòng ≥ 4/5".
FULL_MARKS = frozenset(map(Decimal, (4, 5, 10, 20, 30, 40, 50, 100)))
_COMPOUNDS = words("COMPOUND")
_ENDING = frozenset({";", "."})
#: How many tokens away a word may bear on a number.
REACH = 80


def has_unit(token: Token | None) -> bool:
    """Whether a unit stands there: %, a scale word, a measuring unit."""
    return token is not None and (token.type in UNIT_TYPES or not token.marks.isdisjoint(UNIT_MARKS))


def token_at(tokens: list[Token], index: int) -> Token | None:
    """The token at an index, None beyond the ends."""
    return tokens[index] if 0 <= index < len(tokens) else None


def ends_compound(tokens: list[Token], index: int) -> bool:
    """Whether a token is the tail of a longer word, as "trường" of "môi trường", which heads no name."""
    return index > 0 and " ".join([token.key for token in tokens[max(0, index - 2) : index + 1]]).endswith(
        _COMPOUNDS
    )


def sentence_start(tokens: list[Token], index: int) -> int:
    """Where the sentence, or the part of it before ";", begins that a token stands in."""
    return next((at + 1 for at in range(index - 1, -1, -1) if tokens[at].key in _ENDING), 0)


def sentence_end(tokens: list[Token], index: int) -> int:
    """Where the sentence, or the part of it before ";", ends that goes on at an index."""
    return next((at for at in range(index, len(tokens)) if tokens[at].key in _ENDING), len(tokens))


def counts_of_each(before: Token) -> bool:
    """ "mỗi lớp 35 học sinh", "bình quân một khóa 30 học viên": whether what is counted is so for each of them."""
    return not before.marks.isdisjoint({"EACH", "AVERAGE"}) or before.key == ONE
