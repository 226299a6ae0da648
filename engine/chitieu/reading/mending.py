"""Tokens joined and mended before figures are settled: spelled-out numbers, split words and figures, grades in digits.

Each mend that a person should know of gives the code of a note.
"""

from __future__ import annotations

import re
from collections.abc import Set
from decimal import Decimal
from itertools import pairwise

from chitieu.reading.scanner import Token
from chitieu.text.figures import NUMERALS, read_figure, read_numerals
from chitieu.text.spoken import (
    A_YEAR,
    AND,
    AND_HIGHER,
    FOURTH,
    HIGHER,
    IN_TURN,
    NEWLY,
    NTH,
    OVER,
    PART,
    PLACE,
    PRIZE,
    STAR,
    THREE,
    words,
)

_AT_A_LEVEL = frozenset(words("AT_A_LEVEL"))
_AND_A_HALF = frozenset(words("AND_A_HALF"))
_THOUSANDS = frozenset(words("THOUSAND"))
_COUNTED_NOT = frozenset(words("NO_COUNT_ALONE"))

UNIT_TYPES = frozenset({"PERCENT", "PERMILLE"})
UNIT_MARKS = frozenset({"SCALE", "MEASURE", "POINT", "PERCENT_WORD", "PERMILLE_WORD"})
COMPARING = frozenset({"MORE", "LESS", "AT_LEAST", "AT_MOST", "ABOUT", "NEARLY", "FROM"})
_COMPARATIVE = frozenset({"MORE", "LESS", "AT_LEAST", "AT_MOST", "AGAINST"})
#: How many tokens away a word may bear on a number.
REACH = 80
_GRADE = frozenset({"GRADE"})
_NO_NUMBER = frozenset(words("NO_NUMBER"))
_AFTER_FIVE = frozenset(words("AFTER_FIVE"))
_PLACES = {
    word: Decimal(place)
    for place, name in enumerate(("FIRST_PLACE", "SECOND_PLACE", "THIRD_PLACE", "FOURTH_PLACE"), 1)
    for word in words(name)
}
#: The words that a spelled-out number or place begins with.
_NUMERIC = NUMERALS | frozenset(_PLACES)
_UNTIL = frozenset(words("UNTIL_YEAR"))
#: What a spelled-out number may begin in, "đến năm" parted.
_SPELLED = _NUMERIC | _UNTIL
_GREAT = {
    word: Decimal(10) ** power for name, power in (("BILLION", 9), ("MILLION", 6)) for word in words(name)
}
#: Two figures with nothing between them, and what may stand between the thousands of one.
_CLOSE, _APOSTROPHES = ("NUMBER", "NUMBER"), frozenset({"'", "’"})
#: Words that make a grade of a number beside them, and those that do so over a word or two.
_LEVELS = frozenset(words("LEVEL_WORD"))
_GRADING = _LEVELS | _AT_A_LEVEL | {STAR}
_FEW = 4
_LEADING = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})*")
_GROUP = re.compile(r"[0-9]{3}(?:,[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]{1,2}")


def has_unit(token: Token | None) -> bool:
    """Whether a unit stands there: %, a scale word, a measuring unit."""
    return token is not None and (token.type in UNIT_TYPES or not token.marks.isdisjoint(UNIT_MARKS))


def token_at(tokens: list[Token], index: int) -> Token | None:
    """The token at an index, None beyond the ends."""
    return tokens[index] if 0 <= index < len(tokens) else None


def mend(tokens: list[Token], keys: Set[str], marks: Set[str], *, reported: bool = False) -> list[str]:
    """Join and mend in place; the codes of what a person should know.

    Most clauses need next to nothing of this: a pass is spared where the word or sign that it is about is not among
    the ``keys`` and ``marks`` of the tokens.
    """
    notes: list[str] = []
    kinds = [token.type for token in tokens]
    figures = kinds.count("NUMBER")
    if figures > 1:  # guard
        if _CLOSE in pairwise(kinds) or not _APOSTROPHES.isdisjoint(keys):  # guard
            _join_thousands(tokens)
        if OVER in keys or "POPULATION" in marks:  # guard
            _parts_in_words(tokens)
        if "," in keys:  # guard
            notes += _close_figures(tokens)
    if "DASH" in kinds and not reported:  # guard; of a report the sign tells a change
        _negatives(tokens)
    if "(" in keys and not NUMERALS.isdisjoint(keys):  # guard
        notes += _said_twice(tokens)
    if "+" in keys or "$" in keys:  # guard
        _signs_beside(tokens)
    if not _AND_A_HALF.isdisjoint(keys):  # guard
        _halves(tokens)
    if not _UNTIL.isdisjoint(keys):  # guard
        _split_until(tokens)
    if AND_HIGHER in keys:  # guard
        _split_and(tokens)
    if "RANK" in marks:  # guard
        _compared_ranks(tokens)
    if "PAST" in marks:  # guard
        _plain_years(tokens)
    if not _SPELLED.isdisjoint(keys):  # guard
        _spell(tokens)
    if "GRADED" in marks or not _GRADING.isdisjoint(keys):  # guard
        _join_grades(tokens)
    return notes


def _join_thousands(tokens: list[Token]) -> None:
    """Close the gaps of thousands: "19 300 tỷ đồng" and "5'200" are one figure, whatever gap is typed."""
    index = 0
    while index + 1 < len(tokens):
        first = tokens[index]
        if first.type != "NUMBER":
            index += 1
            continue
        quoted = index + 2 < len(tokens) and tokens[index + 1].key in _APOSTROPHES
        second = tokens[index + 2] if quoted else tokens[index + 1]
        before = token_at(tokens, index - 1)
        named = before is not None and bool(before.marks & {"NAME_HEAD", "YEAR_WORD", "NUMBERED"})
        if (
            second.type == "NUMBER"
            and _LEADING.fullmatch(first.key)
            and _GROUP.fullmatch(second.key)
            and second.start == first.end + 1
            and not named
        ):
            whole = f"{first.key}.{second.key}"
            joined = Token("NUMBER", whole, whole, first.start, second.end)
            tokens[index : index + (3 if quoted else 2)] = [joined]
        else:
            index += 1


def _parts_in_words(tokens: list[Token]) -> None:
    """ "2 trên 3 trường" is 2/3 trường: between two bare whole numbers "trên" compares nothing."""
    for first, over, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        whole = first.type == second.type == "NUMBER" and first.key.isdigit() and second.key.isdigit()
        parts = over.key == OVER or "POPULATION" in over.marks  # "11 trong tổng số 16 điểm đen"
        if whole and parts and int(first.key) <= int(second.key):
            over.type = "SLASH"


def _close_figures(tokens: list[Token]) -> list[str]:
    """Close a space inside a figure before %, ‰ or a scale word: "148, 2%" is 148,2."""
    notes: list[str] = []
    index = 0
    while index + 3 < len(tokens):
        first, comma = tokens[index], tokens[index + 1]
        index += 1
        if first.type != "NUMBER" or comma.key != ",":
            continue
        second, unit = tokens[index + 1], tokens[index + 2]
        closes = (
            second.type == "NUMBER"
            and first.key.isdigit()
            and len(first.key) < 4
            and _DECIMAL.fullmatch(second.key)
            and (unit.type in UNIT_TYPES or unit.marks & {"SCALE", "PERCENT_WORD", "PERMILLE_WORD"})
        )
        before = token_at(tokens, index - 2)
        listed = before is not None and (before.key == IN_TURN or "NAME_HEAD" in before.marks)
        if closes and not listed:
            joined = f"{first.key},{second.key}"
            tokens[index - 1 : index + 2] = [Token("NUMBER", joined, joined, first.start, second.end)]
            notes.append("reading.space_in_figure" if len(second.key) == 1 else "reading.space_or_list")
    return notes


def _said_twice(tokens: list[Token]) -> list[str]:
    """Take out the words of a figure in brackets behind it: "3 (ba) ngày"; a note where they say another number."""
    notes: list[str] = []
    index = 0
    while index + 3 < len(tokens):
        number, opening = tokens[index], tokens[index + 1]
        index += 1
        if number.type != "NUMBER" or opening.key != "(" or tokens[index + 1].key not in NUMERALS:
            continue
        end = next(
            (at for at in range(index + 1, min(index + 20, len(tokens))) if tokens[at].key == ")"), None
        )
        words = [token.key for token in tokens[index + 1 : end]] if end is not None else []
        spelled = read_numerals(words)
        if end is None or spelled is None or spelled[1] != len(words):
            continue
        if spelled[0] != read_figure(number.key):
            notes.append("reading.words_differ")
        del tokens[index : end + 1]
    return notes


def _signs_beside(tokens: list[Token]) -> None:
    """Put the signs beside a figure where words would stand: "15+ kỹ sư" is at least 15, "$5 triệu" 5 triệu $."""
    for index in range(len(tokens) - 1, -1, -1):
        sign = tokens[index]
        if sign.type != "SIGN":
            continue
        before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
        if sign.key == "+" and before is not None and before.key == "(":
            if after is not None and after.type == "NUMBER":  # "(+9,4% so với cùng kỳ)"
                tokens[index] = Token("WORD", "+", "+", sign.start, sign.end, frozenset({"RISE"}))
        elif sign.key == "+" and before is not None and before.end == sign.start:
            first = index - 2 if has_unit(before) else index - 1  # "99,7%+"
            figure = token_at(tokens, first)
            if figure is not None and figure.type == "NUMBER" and (after is None or after.type != "NUMBER"):
                at_least = Token("WORD", sign.key, sign.text, sign.start, sign.end, frozenset({"AT_LEAST"}))
                tokens[first : index + 1] = [at_least, *tokens[first:index]]
        elif sign.key == "$" and after is not None and after.type == "NUMBER" and after.start == sign.end:
            scale = token_at(tokens, index + 2)
            end = index + 3 if scale is not None and "SCALE" in scale.marks else index + 2
            tokens[index:end] = [*tokens[index + 1 : end], sign]


def _compared_ranks(tokens: list[Token]) -> None:
    """Put the comparison before the word for a rank: "xếp hạng không thấp hơn 25/63" is "không thấp hơn thứ 25/63"."""
    for index in range(len(tokens) - 2):
        rank, beside, number = tokens[index : index + 3]
        after = token_at(tokens, index + 3)
        compares = not beside.marks.isdisjoint({"AT_LEAST", "AT_MOST", "MORE", "LESS"})
        if "FROM" in beside.marks and after is not None and after.marks & {"OR_MORE", "OR_LESS"}:
            compares = True  # "xếp hạng từ 25 trở lên"
        if "RANK" in rank.marks and compares and number.type == "NUMBER" and not has_unit(after):
            tokens[index : index + 2] = [beside, rank]


def _halves(tokens: list[Token]) -> None:
    """Join "rưỡi" behind a scale word to its figure: "2 tỷ rưỡi" is 2,5 tỷ."""
    for index in range(len(tokens) - 3, -1, -1):
        number, half = tokens[index], tokens[index + 2]
        if number.type != "NUMBER" or half.key not in _AND_A_HALF:
            continue
        scale = tokens[index + 1]
        if "SCALE" in scale.marks:
            value = read_figure(number.key)
            if value is not None:
                number.value = value + Decimal("0.5")
                scale.end = half.end
                del tokens[index + 2]


def _split_until(tokens: list[Token]) -> None:
    """Part "đến năm" where no year follows: "từ ba đến năm hội thi"."""
    for index in range(len(tokens) - 2, 0, -1):
        token = tokens[index]
        if token.key not in _UNTIL:
            continue
        if tokens[index - 1].key in NUMERALS and tokens[index + 1].type == "WORD":
            middle = token.start + token.text.index(" ")
            until = Token("WORD", token.key[:3], token.text[:3], token.start, middle, frozenset({"TO"}))
            five = Token("WORD", A_YEAR, token.text[4:], middle + 1, token.end, frozenset({"YEAR_WORD"}))
            tokens[index : index + 1] = [until, five]


def _plain_years(tokens: list[Token]) -> None:
    """ "không thấp hơn thực hiện năm 2024" compares with the year, and tells nothing of the past."""
    for index, token in enumerate(tokens):
        if "PAST" not in token.marks or not index:
            continue
        if token.key.endswith(f" {A_YEAR}") and tokens[index - 1].marks & _COMPARATIVE:
            tokens[index] = Token(
                "WORD", A_YEAR, token.text, token.start, token.end, frozenset({"YEAR_WORD"})
            )


def _split_and(tokens: list[Token]) -> None:
    """Part "và cao hơn" where what it is higher than follows: "không thấp hơn 6,5 triệu đồng và cao hơn năm trước"."""
    for index in range(len(tokens) - 2, 0, -1):
        token, after = tokens[index], tokens[index + 1]
        if token.key == AND_HIGHER and after.marks & {"PREVIOUS", "TERM_START", "AGAINST", "YEAR_WORD"}:
            middle = token.start + token.text.index(" ")
            conjunction = Token("WORD", AND, token.text[:2], token.start, middle, frozenset({"AND"}))
            more = Token("WORD", HIGHER, token.text[3:], middle + 1, token.end, frozenset({"MORE"}))
            tokens[index : index + 1] = [conjunction, more]


def _negatives(tokens: list[Token]) -> None:
    """Join a minus sign to its figure: "tỷ suất lợi nhuận -2% đến 3%"."""
    for index in range(len(tokens) - 2, -1, -1):
        sign, number = tokens[index], tokens[index + 1]
        if sign.type != "DASH" or number.type != "NUMBER" or sign.end != number.start:
            continue
        before = token_at(tokens, index - 1)
        alone = before is None and len(tokens) <= _FEW  # "-5%"; in a longer text it is a bullet
        free = alone or (before is not None and before.end < sign.start and before.type == "WORD")
        if before is not None and before.marks & (UNIT_MARKS | {"NOUN"}):
            free = free and not any(token.type == "NUMBER" for token in tokens[max(index - 3, 0) : index])
        if free and sign.key.startswith("-"):
            value = read_figure(number.key)
            if value is not None:
                joined = Token("NUMBER", f"-{number.key}", f"-{number.text}", sign.start, number.end)
                joined.value = -value
                tokens[index : index + 2] = [joined]


def _spell(tokens: list[Token]) -> None:
    """Join spelled-out numbers where a figure is expected into NUMBER tokens."""
    index = 0
    while index < len(tokens):
        if tokens[index].key not in _NUMERIC:
            index += 1
            continue
        place = _place_on_a_list(tokens, index)
        if place is not None:
            tokens[index].type, tokens[index].value = "NUMBER", place
        spelled = None if place is not None else _numerals_at(tokens, index)
        if spelled is not None:
            value, taken = spelled
            figures = _spelled(tokens[index : index + taken], value)
            part = _parts_at(tokens, index + taken + 1) if _is_part(tokens, index + taken) else None
            if part is not None:  # "hai phần ba"
                slash = tokens[index + taken]
                slash.type = "SLASH"
                end = index + taken + 1 + part[1]
                figures += [slash, *_spelled(tokens[index + taken + 1 : end], part[0])]
                tokens[index:end] = figures
            elif value and _expected(tokens, index, index + taken):
                tokens[index : index + taken] = figures
        index += 1


def _parts_at(tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
    """Into how many parts: "ba phần tư" is 3/4."""
    token = token_at(tokens, index)
    if token is not None and token.key == FOURTH:
        return Decimal(4), 1
    return _numerals_at(tokens, index)


def _is_part(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].key == PART


def _place_on_a_list(tokens: list[Token], index: int) -> Decimal | None:
    """ "xếp thứ nhất", "vị trí thứ nhì": a place by its ordinal."""
    place = _PLACES.get(tokens[index].key)
    before = token_at(tokens, index - 1)
    if place is None or before is None:
        return None
    first = token_at(tokens, index - 2)
    ranked = "RANK" in before.marks and before.key != PLACE
    if ranked or (before.key == NTH and first is not None and "RANK" in first.marks):
        return place
    return None


def _numerals_at(tokens: list[Token], index: int) -> tuple[Decimal, int] | None:
    """The number spelled out at an index, and how many words it takes."""
    token = token_at(tokens, index)
    if token is None or token.type != "WORD" or token.key not in NUMERALS or token.key in _NO_NUMBER:
        return None
    before, following = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if token.key == A_YEAR and not _is_five(tokens, index):
        return None
    if token.key == THREE and before is not None and before.key == NTH:
        return None
    words: list[str] = []
    for word in tokens[index : index + 16]:
        if (
            word.type != "WORD"
            or word.key not in NUMERALS
            or (words and "YEAR_WORD" in word.marks and word.key != A_YEAR)
        ):
            break
        words.append(word.key)
    spelled = read_numerals(words)
    if spelled is None:
        return None
    value, taken = spelled
    following = token_at(tokens, index + taken)
    while (
        taken > 1 and words[taken - 1] in _THOUSANDS and following is not None and "SCALE" in following.marks
    ):
        taken -= 1  # "năm mươi ngàn tỉ đồng" is 50 thousand thousand million
        spelled = read_numerals(words[:taken])
        value = spelled[0] if spelled else value
        following = token_at(tokens, index + taken)
    return value, taken


def _is_five(tokens: list[Token], index: int) -> bool:
    """Whether "năm" is five, not year: before "mươi", "trăm" …, or where a count stands before a noun."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if after is None:
        return False
    if after.key in _AFTER_FIVE:
        return True
    if before is None:
        return False
    ranged = (
        "TO" in before.marks and index > 1 and tokens[index - 2].type == "NUMBER" and after.type == "WORD"
    )
    return ranged or ("MAKE" in before.marks and "NOUN" in after.marks)


def _spelled(words: list[Token], value: Decimal) -> list[Token]:
    """The figure of spelled-out words; of "ba tỷ sáu trăm triệu" it is 3,6 with the scale word "tỷ"."""
    text = " ".join(word.text for word in words)
    number = Token("NUMBER", text.lower(), text, words[0].start, words[-1].end)
    number.value = value
    scale = next((word for great in _GREAT for word in words if word.key == great), None)
    if scale is None:
        return [number]
    number.value = value / _GREAT[scale.key]
    number.end = scale.start
    return [number, Token("WORD", scale.key, scale.text, scale.start, words[-1].end, frozenset({"SCALE"}))]


def _expected(tokens: list[Token], start: int, end: int) -> bool:
    before, after = token_at(tokens, start - 1), token_at(tokens, end)
    made = before is None or "MAKE" in before.marks
    if made and after is not None and "TO" in after.marks:
        second = _numerals_at(tokens, end + 1)  # "xây dựng hai đến ba mô hình"
        counted = token_at(tokens, end + 1 + second[1]) if second is not None else None
        return counted is not None and bool(counted.marks & {"NOUN", "MEASURE"})
    if (
        before is not None
        and before.marks & COMPARING
        and after is not None
        and after.key.startswith(f"{PRIZE} ")
    ):
        return True  # "từ một giải Nhất trở lên"
    noun = after is not None and bool(after.marks & {"NOUN", "MEASURE", "SCALE"} or after.type in UNIT_TYPES)
    if before is None:
        measured = after is not None and "MEASURE" in after.marks
        return noun and (end > start + 1 or measured or tokens[start].key not in _COUNTED_NOT)
    if before.marks & {"NAME_HEAD", "ORDINAL", "GRADED"} and not before.marks & COMPARING:
        return False
    leading = bool(before.marks & (COMPARING | {"EQUALS", "RISE", "FALL", "EACH", "OR_MORE", "TIMES"})) or (
        "TO" in before.marks and start > 1 and tokens[start - 2].type == "NUMBER"
    )
    if leading:
        return noun or (
            after is not None and ("TO" in after.marks or "OR_MORE" in after.marks or not after.marks)
        )
    measured = after is not None and "MEASURE" in after.marks
    made = "MAKE" in before.marks or (before.key == NEWLY and start > 1 and "MAKE" in tokens[start - 2].marks)
    return noun and (end > start + 1 or made or measured)


def _join_grades(tokens: list[Token]) -> None:
    """Make "mức độ 2", "cấp độ 3", "4 sao" one GRADE token, unless a unit makes the number a figure."""
    index = 0
    if "NUMBER" not in [token.type for token in tokens]:
        return
    while index < len(tokens) - 1:
        first, second = tokens[index], tokens[index + 1]
        if first.type != "NUMBER" and second.type != "NUMBER":
            index += 1
            continue
        if first.type == "NUMBER" and index and _quality_level(tokens, index):
            first.type, first.marks, first.account = "WORD", _GRADE, "grade"
        signed = (
            second.type == "NUMBER"
            and len(second.key) == 1
            and _signs_a_grade(first)
            and _stands_alone(tokens, index + 2)
            and not _ranked_among(tokens, index + 2)
        )
        stars = first.type == "NUMBER" and len(first.key) == 1 and second.key == STAR
        if signed or stars:
            joined = Token(
                "WORD",
                f"{first.key} {second.key}",
                f"{first.text} {second.text}",
                first.start,
                second.end,
                _GRADE,
            )
            joined.account = "grade"
            tokens[index : index + 2] = [joined]
        index += 1


def _ranked_among(tokens: list[Token], index: int) -> bool:
    """ "xếp hạng 3 trên tổng số 10 đơn vị": a place, no grade."""
    token = token_at(tokens, index)
    return token is not None and "AMONG_RANKED" in token.marks


def _signs_a_grade(token: Token) -> bool:
    if token.key == PLACE or "TOP" in token.marks:
        return False
    return ("GRADED" in token.marks and "EQUALS" not in token.marks) or token.key in _AT_A_LEVEL


def _quality_level(tokens: list[Token], index: int) -> bool:
    """ "mức chất lượng 4 trở lên": a grade whose sign and number stand a word or two apart."""
    after = token_at(tokens, index + 1)
    if after is None or not after.marks & {"OR_MORE", "OR_LESS"} or len(tokens[index].key) != 1:
        return False
    before = tokens[max(0, index - 3) : index]
    return any(t.key in _LEVELS for t in before) and all(t.type == "WORD" for t in before)


def _stands_alone(tokens: list[Token], index: int) -> bool:
    after = token_at(tokens, index)
    if after is None or after.type in ("SIGN",):
        return True
    if has_unit(after) or after.type in ("SLASH", "DASH", "NUMBER"):
        return False
    return "NOUN" not in after.marks
