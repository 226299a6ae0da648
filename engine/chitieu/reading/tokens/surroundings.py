"""What may stand around a number: the token beside it, a unit, a comparison."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter

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
#: What ends a sentence, or a part of it.
ENDING = frozenset({";", "."})
_START = attrgetter("start")
#: How many tokens away a word may bear on a number.
REACH = 80
#: So many tokens of a sentence are looked through; a longer one is a list or a table, looked at piece by piece.
SENTENCE = 4 * REACH


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
    first = max(index - SENTENCE, 0)
    return next((at + 1 for at in range(index - 1, first - 1, -1) if tokens[at].key in ENDING), first)


def sentence_end(tokens: list[Token], index: int) -> int:
    """Where the sentence, or the part of it before ";", ends that goes on at an index."""
    last = min(index + SENTENCE, len(tokens))
    return next((at for at in range(index, last) if tokens[at].key in ENDING), last)


def bounds(token: Token) -> bool:
    """Whether a token is a sign or a word that bounds a figure: "≥", "trên", "tối đa"."""
    return token.type in COMPARING_SIGNS or not token.marks.isdisjoint(COMPARATORS)


def behind_comma(tokens: Sequence[Token]) -> int:
    """Where those tokens begin that stand behind the last comma; 0 where there is none."""
    return max((at + 1 for at, token in enumerate(tokens) if token.key == ","), default=0)


def first_behind(tokens: Sequence[Token], place: int) -> int:
    """Where those tokens begin that stand behind a place of the text."""
    return bisect_left(tokens, place, key=_START)


def closing_bracket(tokens: Sequence[Token], opened: int, within: int = SENTENCE) -> int:
    """Where the bracket closes that opens at an index and holds something; 0 where none does within so many tokens."""
    ahead = range(opened + 2, min(opened + within, len(tokens)))
    return next((at for at in ahead if tokens[at].key == ")"), 0)


def counts_of_each(before: Token) -> bool:
    """ "mỗi lớp 35 học sinh", "bình quân một khóa 30 học viên": whether what is counted is so for each of them."""
    return not before.marks.isdisjoint({"EACH", "AVERAGE"}) or before.key == ONE
