"""Sizes in a name: how wide pipes are, how strong a machine or a grid is ("220 kV, 110 kV"), how much one holds."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import (
    COMPARING,
    COMPARING_SIGNS,
    LISTING,
    REACH,
    sentence_end,
    sentence_start,
    token_at,
)
from chitieu.text.spoken import POINT, words

_BORES = frozenset(words("BORE"))
RATED_UNITS = frozenset(words("RATED_UNIT"))
#: What counts a thing or moves it.
_MOVING = COMPARING | {"EQUALS", "RISE", "FALL", "UP_TO", "DOWN_TO", "TO", "AVERAGE"}
#: What may stand behind a size.
_SETTING = frozenset({"SETS_IN", "AT_MOST"})
#: What holds things, what that is measured in, and so many tokens may name what they hold.
_PACKS, SIZES_OF_PACKS, _PACKED = frozenset(words("PACK")), frozenset(words("SIZE_OF_PACK")), 6
_NOT_PACKED = _MOVING | {"AND", "PREPOSITION", "EACH", "RATE", "SUM", "STRIVE", "MAKE", "WHOLE", "SIZED"}
#: A letter, a sign and the size.
_SIZED = 3
#: A number, its unit and a sign stand before the next one of a list.
_FIRST = 3


def is_size_sign(tokens: list[Token], index: int) -> bool:
    """ "sự cố đường ống D ≤ 150 trong vòng 8 giờ", "không quá 6 giờ với ống D ≤ 100": which pipes are meant.

    A letter with a sign, and behind it a bound; or the letter for how wide pipes are, and some other figure.
    """
    letter, after = token_at(tokens, index - 2), token_at(tokens, index + 1)
    if letter is None or tokens[index - 1].type not in COMPARING_SIGNS:
        return False
    if after is not None and after.type == "WORD" and after.marks & (COMPARING | _SETTING):
        return len(letter.text) == 1 and letter.text.isupper()
    if letter.key not in _BORES:
        return False
    sentence = range(sentence_start(tokens, index), sentence_end(tokens, index))
    others = (at for at in sentence if tokens[at].type == "NUMBER")
    return any(at != index and (at < _SIZED or tokens[at - 2].key not in _BORES) for at in others)


def is_rated_power(tokens: list[Token], index: int) -> bool:
    """Whether a number rates a thing, where no word counts or moves it; so does the next one of a list."""
    before, unit = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if before is None or unit is None or unit.key not in RATED_UNITS:
        return False
    if before.key in LISTING and index >= _FIRST and tokens[index - 2].key in RATED_UNITS:
        return tokens[index - _FIRST].account == "description"
    if before.type != "WORD" or not before.marks.isdisjoint(_MOVING):
        return False
    said: list[Token] = []
    for token in reversed(tokens[max(0, index - REACH) : index]):
        if token.type == "NUMBER" or token.key in (",", ";", "."):
            break
        said.append(token)
    return not marked(said, "RATE", "SUM", "FROM")


def is_size(unit: Token) -> bool:
    """Whether a unit is one that things are sized by: "loại 10 m3"."""
    return unit.key == POINT or (bool(unit.marks & {"MEASURE"}) and "NOUN" not in unit.marks)


def is_size_of_pack(tokens: list[Token], index: int) -> bool:
    """ "200 bao 50 kg", "100 hộp sữa 180 ml": how much each of the packs counted before it holds."""
    for at in range(index - 1, max(0, index - _PACKED), -1):
        token = tokens[at]
        if token.key in _PACKS:
            return tokens[at - 1].type == "NUMBER"
        if token.type != "WORD" or not token.marks.isdisjoint(_NOT_PACKED):
            return False
    return False
