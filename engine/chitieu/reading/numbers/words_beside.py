"""Words of a number beside its figure: "3 (ba) ngày", "ba (03) lớp", "2 tỷ rưỡi", "5 chục hộ"."""

from __future__ import annotations

from decimal import Decimal

from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import closing_bracket, token_at
from chitieu.text.figures import NUMERALS, read_figure, read_numerals
from chitieu.text.spoken import MONTH, TENS, TIMES, words

AND_A_HALF = frozenset(words("AND_A_HALF"))
HALF = Decimal("0.5")
#: What may be halved: "nửa ngày", "hai lần rưỡi".
HALVED = frozenset({TIMES, *words("UNIT_OF_TIME"), *words("CLOCK_UNIT")})
#: So many words a number takes whose figure stands behind it.
_MOST_WORDS = 8
#: So far behind its opening a bracket of words closes.
_LONGEST = 20


def drop_repeated(tokens: list[Token]) -> list[str]:
    """Take out the words of a figure in brackets behind it: "3 (ba) ngày"; a note where they say another number."""
    notes: list[str] = []
    index = 0
    while index + 3 < len(tokens):
        number, opening = tokens[index], tokens[index + 1]
        index += 1
        if number.type != "NUMBER" or opening.key != "(" or tokens[index + 1].key not in NUMERALS:
            continue
        end = closing_bracket(tokens, index, _LONGEST)
        words = [token.key for token in tokens[index + 1 : end]]
        spelled = read_numerals(words)
        if spelled is None or spelled[1] != len(words):
            continue
        if spelled[0] != read_figure(number.key):
            notes.append("reading.words_differ")
        del tokens[index : end + 1]
    return notes


def drop_words_before(tokens: list[Token]) -> None:
    """Take out the words of a number whose figure stands in brackets behind them: "ba (03) lớp", "hai mươi (20) hộ"."""
    for index in range(len(tokens) - 3, 0, -1):
        if index + 2 >= len(tokens):
            continue
        opening, number, closing = tokens[index : index + 3]
        if (
            opening.key != "("
            or closing.key != ")"
            or number.type != "NUMBER"
            or tokens[index - 1].type != "WORD"
        ):
            continue
        value, first = read_figure(number.key), index
        while first and index - first < _MOST_WORDS and tokens[first - 1].key in NUMERALS:
            first -= 1
        while first < index and read_numerals([t.key for t in tokens[first:index]]) != (value, index - first):
            first += 1
        before = token_at(tokens, first - 1)
        if first < index and (before is None or before.key != MONTH):
            number.start = tokens[first].start
            number.end = closing.end
            tokens[first : index + 3] = [number]


def add_halves(tokens: list[Token]) -> None:
    """Join "rưỡi" behind a scale word or a measure to its figure: "2 tỷ rưỡi" is 2,5 tỷ, "hai lần rưỡi" 2,5 lần."""
    for index in range(len(tokens) - 3, -1, -1):
        number, half = tokens[index], tokens[index + 2]
        if number.type != "NUMBER" or half.key not in AND_A_HALF:
            continue
        scale = tokens[index + 1]
        if scale.marks & {"SCALE", "MEASURE"} or scale.key in HALVED:
            value = number.value if number.value is not None else read_figure(number.key)
            if value is not None:
                number.value = value + HALF
                scale.end = half.end
                del tokens[index + 2]


def add_tens(tokens: list[Token]) -> None:
    """Take "chục" behind a figure into it: "5 chục hộ" is 50 hộ."""
    for index in range(len(tokens) - 2, -1, -1):
        number, ten = tokens[index], tokens[index + 1]
        value = read_figure(number.key) if number.type == "NUMBER" and ten.key == TENS else None
        if value is not None:
            number.value = value * 10
            number.end = ten.end
            del tokens[index + 1]
