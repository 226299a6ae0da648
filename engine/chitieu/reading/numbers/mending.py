"""Tokens joined and mended before figures are settled: split figures, signs, phrases that take two words together.

Each mend that a person should know of gives the code of a note.
"""

from __future__ import annotations

import re
from itertools import pairwise

from chitieu.reading.numbers.arrows import ARROWS, read_arrows
from chitieu.reading.numbers.bounds_in_front import (
    BOUNDING_NAMES,
    BOUNDS_APART,
    WHO,
    bounds_apart,
    bounds_of_each,
    bounds_of_names,
)
from chitieu.reading.numbers.bracketed_bounds import close_over_brackets, free_bounds
from chitieu.reading.numbers.broken_figures import APOSTROPHES, close_figures, join_thousands, parts_in_words
from chitieu.reading.numbers.frequencies import PERIODS, once_in
from chitieu.reading.numbers.letter_grades import LETTERS, SIGNS, grade_letters
from chitieu.reading.numbers.lists import join_list, odd_joints, shares_in_a_row, values_in_brackets
from chitieu.reading.numbers.named_changes import open_colons
from chitieu.reading.numbers.number_grades import GRADING, join_grades
from chitieu.reading.numbers.numerals import JOINED_YEARS, SPELLED_OUT, spell, split_years
from chitieu.reading.numbers.ranks import (
    MOVING_PLACES,
    STANDS,
    compared_ranks,
    kept_places,
    listed_ranks,
    places_by_number,
    ranks_apart,
    steps_of_ranks,
)
from chitieu.reading.numbers.signed import join_signs
from chitieu.reading.numbers.unit_brackets import close_up_rates, head_by_unit, open_unit_brackets
from chitieu.reading.numbers.unit_heads import HYPHENED, UNITS_APART, place_units
from chitieu.reading.numbers.words_beside import (
    AND_A_HALF,
    add_halves,
    add_tens,
    drop_repeated,
    drop_words_before,
)
from chitieu.reading.tokens.scanner import Contents, Token, new_token
from chitieu.reading.tokens.surroundings import (
    CHANGING,
    COMPARATORS,
    UNIT_TYPES,
    bounds,
    has_unit,
    token_at,
)
from chitieu.text.figures import NUMERALS
from chitieu.text.spoken import (
    A_YEAR,
    AND,
    AND_HIGHER,
    ATTAINS,
    BETWEEN,
    FOREMOST,
    GET,
    HIGHER,
    HIGHEST,
    HOUR,
    LEVEL_SIGN,
    LOWEST,
    MONTH,
    NOT,
    NUMBER_OF,
    SINCE,
    SPAN_OF_YEARS,
    TENS,
    TERM,
    TIMES,
    words,
)

_PARTS_OF_YEAR = frozenset((*words("PART_OF_YEAR"), MONTH))
_BY_YEAR = frozenset((*words("OF_A_YEAR"), A_YEAR))
_COMPARATIVE = COMPARATORS | {"AGAINST"}
_CLOSING = frozenset({"OR_MORE", "OR_LESS"})
#: Two figures with nothing, one sign or one word between them.
_CLOSE, _PARTED, _WORDED = "NUMBER NUMBER", "NUMBER SIGN NUMBER", "NUMBER WORD NUMBER"
#: A share alone in brackets, in a sign or in words, and a place.
_ALONE = ("SIGN NUMBER PERCENT SIGN", "SIGN NUMBER WORD SIGN", "SIGN WORD NUMBER SIGN")
_FEW, _NEAR, _OF_A_DAY, _OF_YEAR = 4, 20, 24, 4
_CUT = frozenset(words("CUT"))
_SPANS = frozenset({SPAN_OF_YEARS, TERM})
_HOURS = re.compile(r"([0-9]{1,2})h")
_WITHIN_TIME, _HOW_LONG = frozenset(words("WITHIN_TIME")), words("HOW_LONG")
#: Signs between figures that are mended; words, signs and marks, one of which else all that is to mend has.
_AMONG_FIGURES = APOSTROPHES | {"="}
_MENDED = frozenset({"±", "+/-", "+", "$", TENS, AND_HIGHER, NOT, GET, BETWEEN}).union(
    AND_A_HALF,
    JOINED_YEARS,
    UNITS_APART,
    MOVING_PLACES,
    STANDS,
    BOUNDING_NAMES,
    _SPANS,
    SPELLED_OUT,
    GRADING,
    LETTERS,
    ARROWS,
)
_MENDED_MARKS = frozenset({"RESPECTIVELY", "RANK", "SURELY", "PAST", "GRADED"})


def mend(tokens: list[Token], contents: Contents, *, reported: bool = False) -> list[str]:
    """Join and mend in place; the codes of what a person should know.

    Most clauses need next to nothing of this: a pass is spared where the word or sign that it is about is not among
    the contents of the tokens.
    """
    shape, keys, marks = contents.shape, contents.keys, contents.marks
    figures = shape.count("NUMBER")
    several = figures > 1 and (
        _CLOSE in shape or _PARTED in shape or _WORDED in shape or not keys.isdisjoint(_AMONG_FIGURES)
    )
    signs = "DASH" in shape or "CLOCK" in shape
    opened = "(" in keys
    if opened and "NUMBER SIGN" in shape:  # guard
        open_unit_brackets(tokens)
    if "SLASH" in shape and ("SIGN SLASH" in shape or "SLASH NUMBER" in shape):  # guard
        close_up_rates(tokens)
    if ")" in keys and ":" in keys and figures:  # guard
        head_by_unit(tokens)
    if ":" in keys and not marks.isdisjoint(CHANGING) and figures:  # guard
        open_colons(tokens)
    bounded = opened and ("SIGN_" in shape or not marks.isdisjoint(COMPARATORS))
    if opened and bounded:  # guard
        free_bounds(tokens)
    closed = opened and figures and not marks.isdisjoint(_CLOSING)
    if closed:  # guard
        close_over_brackets(tokens)
    bracketed = opened and figures > 1 and any(alone in shape for alone in _ALONE)
    grouped = "TOP" in marks and (signs or "FROM" in marks or FOREMOST in keys)
    months = figures and "AGAINST" in marks and not keys.isdisjoint(_PARTS_OF_YEAR)
    often = TIMES in keys and not PERIODS.isdisjoint(keys)
    met = keys & _MENDED  # few, which are asked faster than all keys
    if not (
        several
        or signs
        or bracketed
        or grouped
        or months
        or often
        or met
        or not marks.isdisjoint(_MENDED_MARKS)
    ):  # guard
        return []
    notes: list[str] = []
    if several:  # guard
        if _CLOSE in shape or not APOSTROPHES.isdisjoint(keys):  # guard
            notes += join_thousands(tokens)
        if _WORDED in shape:  # guard
            parts_in_words(tokens)
        if _PARTED in shape:  # guard
            notes += close_figures(tokens)
            notes += odd_joints(tokens)
        if "=" in keys:  # guard
            _equal_shares(tokens)
    if figures > 1 and "RESPECTIVELY" in marks and ";" in keys:  # guard
        join_list(tokens)
    if "DASH" in shape and figures > 2 and ("%" in keys or "PERCENT_WORD" in marks):  # guard
        notes += shares_in_a_row(tokens)
    if ("DASH" in shape or "+" in keys) and not reported:  # guard; of a report the sign tells a change
        notes += join_signs(tokens)
    if "(" in keys and not NUMERALS.isdisjoint(keys):  # guard
        notes += drop_repeated(tokens)
    if bracketed:  # guard
        values_in_brackets(tokens)
    if not ARROWS.isdisjoint(met):  # guard
        read_arrows(tokens)
    if "±" in keys or "+/-" in keys:  # guard
        _widths(tokens)
    if "+" in keys or "$" in keys:  # guard
        _signs_beside(tokens)
    if figures and (HYPHENED in shape or not UNITS_APART.isdisjoint(met)):  # guard
        place_units(tokens, keys, shape)
    if "CLOCK" in shape:  # guard
        _hours(tokens)
    if often:  # guard
        once_in(tokens)
    if TENS in keys and figures:  # guard
        add_tens(tokens)
    if "(" in keys and figures and not NUMERALS.isdisjoint(keys):  # guard
        drop_words_before(tokens)
    if not JOINED_YEARS.isdisjoint(met):  # guard
        split_years(tokens)
    if AND_HIGHER in keys:  # guard
        _split_and(tokens)
    placed = "RANK" in marks or grouped or not STANDS.isdisjoint(met)
    if placed:  # guard
        places_by_number(tokens)
        compared_ranks(tokens)
        ranks_apart(tokens)
        if figures > 1 and "RESPECTIVELY" in marks:  # guard
            listed_ranks(tokens)
    if figures and not MOVING_PLACES.isdisjoint(met):  # guard
        steps_of_ranks(tokens)
    if NOT in keys and "AGAINST" in marks:  # guard
        kept_places(tokens)
    if "SURELY" in marks:  # guard
        _surely_absent(tokens)
    if months:  # guard
        _months_compared_with(tokens)
    if "PAST" in marks:  # guard
        _plain_years(tokens)
    if NOT in keys and figures:  # guard
        _ceilings_of_change(tokens)
    if not BOUNDS_APART.isdisjoint(keys):  # guard
        bounds_apart(tokens)
    if HIGHEST in keys and figures:  # guard
        contents.mended |= _highest(tokens)
    if GET in keys and "FALL" in marks:  # guard
        contents.mended |= _things_cut(tokens)
    if not _SPANS.isdisjoint(met) and "DASH" in shape:  # guard
        _spans_compared_with(tokens)
    if not BOUNDS_APART.isdisjoint(keys) and not WHO.isdisjoint(marks):  # guard
        bounds_of_each(tokens)
    if figures and not BOUNDING_NAMES.isdisjoint(met):  # guard
        bounds_of_names(tokens)
    if BETWEEN in keys and figures > 1:  # guard
        _between_ends(tokens)
    if not SPELLED_OUT.isdisjoint(met):  # guard
        notes += spell(tokens)
    if not AND_A_HALF.isdisjoint(met):  # guard; behind numbers in words, for "hai lần rưỡi"
        add_halves(tokens)
    if "GRADED" in marks or not GRADING.isdisjoint(met):  # guard
        contents.mended = True  # a number may become a grade where it stands
        join_grades(tokens)
    signed = "GRADE" in marks and not SIGNS.isdisjoint(keys)
    if signed or not LETTERS.isdisjoint(met):  # guard
        contents.mended = True
        grade_letters(tokens)
    return notes


def _equal_shares(tokens: list[Token]) -> None:
    """ "45 đ/c = 90%": what is equal to a count says it again, as it does behind a comma."""
    for index in range(len(tokens) - 3, 1, -1):
        sign, number, unit = tokens[index : index + 3]
        equal = sign.key == "=" and number.type == "NUMBER" and unit.type in UNIT_TYPES
        if equal and any(token.type == "NUMBER" for token in tokens[max(0, index - _FEW) : index]):
            reached = new_token("WORD", ATTAINS, sign.text, sign.start, sign.end, frozenset({"EQUALS"}))
            tokens[index : index + 1] = [new_token("SIGN", ",", "", sign.start, sign.start), reached]


def _between_ends(tokens: list[Token]) -> None:
    """ "giữa 10% và 15%", "ở giữa mức 12 và 14%" is from the one to the other."""
    for index in range(len(tokens) - 4, -1, -1):
        between = tokens[index]
        first = index + 1 + (tokens[index + 1].key == LEVEL_SIGN)
        if between.key != BETWEEN or tokens[first].type != "NUMBER":
            continue
        for at in range(first + 1, min(first + _FEW, len(tokens) - 1)):
            joint = tokens[at]
            alike = (
                at == first + 1
                or tokens[at + 2 : at + 3] == []
                or tokens[at + 2].key == tokens[first + 1].key
            )
            if joint.key == AND and tokens[at + 1].type == "NUMBER" and alike:
                joint.marks = frozenset({"TO"})
                since = new_token(
                    "WORD", SINCE, between.text, between.start, between.end, frozenset({"FROM"})
                )
                tokens[index:first] = [since]
                break


def _widths(tokens: list[Token]) -> None:
    """Drop the bracket round how far a figure may be off: "25 ngày (± 3 ngày)", "(12 ± 1) %"."""
    for index in range(len(tokens) - 2, 0, -1):
        if tokens[index].type != "PLUS_MINUS":
            continue
        opening = next((at for at in (index - 1, index - 2) if at >= 0 and tokens[at].key == "("), None)
        ahead = tokens[index + 1 : index + 1 + _OF_YEAR]
        end = next((at for at, token in enumerate(ahead, index + 1) if token.key == ")"), None)
        middle = tokens[max(0, index - _FEW) : index]
        if end is None or all(token.type != "NUMBER" for token in middle):
            continue
        if opening == index - 1:
            if tokens[end - 1].type != "NUMBER":
                tokens[end - 1].end = tokens[end].end  # the span ends behind the bracket
        elif not has_unit(token_at(tokens, end + 1)):
            continue
        del tokens[end]
        if opening is not None:
            del tokens[opening]


def _signs_beside(tokens: list[Token]) -> None:
    """Put the signs beside a figure where words would stand: "15+ kỹ sư" is at least 15, "$5 triệu" 5 triệu $."""
    for index in range(len(tokens) - 1, -1, -1):
        sign = tokens[index]
        if sign.type != "SIGN":
            continue
        before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
        if sign.key == "+" and before is not None and before.key == "(":
            if after is not None and after.type == "NUMBER":  # "(+9,4% so với cùng kỳ)"
                tokens[index] = new_token("WORD", "+", "+", sign.start, sign.end, frozenset({"RISE"}))
        elif sign.key == "+" and before is not None and before.end == sign.start:
            first = index - 2 if has_unit(before) else index - 1  # "99,7%+"
            figure = token_at(tokens, first)
            if figure is not None and figure.type == "NUMBER" and (after is None or after.type != "NUMBER"):
                at_least = new_token(
                    "WORD", sign.key, sign.text, sign.start, sign.end, frozenset({"AT_LEAST"})
                )
                tokens[first : index + 1] = [at_least, *tokens[first:index]]
        elif sign.key == "$" and after is not None and after.type == "NUMBER" and after.start == sign.end:
            scale = token_at(tokens, index + 2)
            end = index + 3 if scale is not None and "SCALE" in scale.marks else index + 2
            tokens[index:end] = [*tokens[index + 1 : end], sign]


def _hours(tokens: list[Token]) -> None:
    """ "tối đa 48h", "trong 4h", "thời gian khắc phục: 2h": so many hours, and no time of the day.

    "Số xã đạt chuẩn 24/24", "100% (24/24) trường" are a part of a whole.
    """
    for index in range(len(tokens) - 1, -1, -1):
        clock = tokens[index]
        if clock.type != "CLOCK":
            continue
        before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
        if hours := _HOURS.fullmatch(clock.key):
            if int(hours[1]) > _OF_A_DAY or (before is not None and _asks_how_long(tokens, index, before)):
                middle = clock.start + len(hours[1])
                number = new_token("NUMBER", hours[1], hours[1], clock.start, middle)
                unit = new_token(
                    "WORD", HOUR, clock.text[len(hours[1]) :], middle, clock.end, frozenset({"MEASURE"})
                )
                tokens[index : index + 1] = [number, unit]
            continue
        attained = before is not None and "ATTAIN" in before.marks and _ends(after)
        if "/" in clock.key and (attained or _says_share_again(tokens, index)):
            one, two = clock.key.split("/")
            middle = clock.start + len(one)
            tokens[index : index + 1] = [
                new_token("NUMBER", one, one, clock.start, middle),
                new_token("SLASH", "/", "/", middle, middle + 1),
                new_token("NUMBER", two, two, middle + 1, clock.end),
            ]


def _says_share_again(tokens: list[Token], index: int) -> bool:
    """ "100% (24/24) trường đạt chuẩn", "24/24 (100%) trường": the count beside the share that it is."""
    before, after, ahead = (token_at(tokens, index + step) for step in (-1, 1, -2))
    if before is not None and before.key == "(" and after is not None and after.key == ")":
        return ahead is not None and ahead.type in UNIT_TYPES
    number, unit, closing = (token_at(tokens, index + step) for step in (2, 3, 4))
    share = number is not None and number.type == "NUMBER" and unit is not None and unit.type in UNIT_TYPES
    return share and after is not None and after.key == "(" and closing is not None and closing.key == ")"


def _ends(token: Token | None) -> bool:
    return token is None or token.key in (",", ";", ".")


def _asks_how_long(tokens: list[Token], index: int, before: Token) -> bool:
    """Whether a comparison, "trong", or the name of a duration leads to the hours."""
    if bounds(before):
        return True
    if before.key in _WITHIN_TIME:
        return True
    named = " ".join([token.key for token in tokens[max(0, index - _NEAR) : index - 1]])
    lasting = any(name in named and not named.endswith(name) for name in _HOW_LONG)
    return lasting and (before.key == ":" or "EQUALS" in before.marks)


def _surely_absent(tokens: list[Token]) -> None:
    """ "tuyệt đối không để xảy ra", "đảm bảo không có": one word, which a statement may begin with."""
    for index in range(len(tokens) - 2, -1, -1):
        surely, absent = tokens[index : index + 2]
        if "SURELY" in surely.marks and ("ABSENT" in absent.marks or absent.key == NOT):
            text = f"{surely.text} {absent.text}"
            tokens[index : index + 2] = [
                new_token("WORD", absent.key, text, surely.start, absent.end, absent.marks)
            ]


def _plain_years(tokens: list[Token]) -> None:
    """ "không thấp hơn thực hiện năm 2024" compares with the year, and tells nothing of the past."""
    for index, token in enumerate(tokens):
        if "PAST" not in token.marks or not index:
            continue
        if token.key.endswith(f" {A_YEAR}") and tokens[index - 1].marks & _COMPARATIVE:
            tokens[index] = new_token(
                "WORD", A_YEAR, token.text, token.start, token.end, frozenset({"YEAR_WORD"})
            )


def _ceilings_of_change(tokens: list[Token]) -> None:
    """ "không tăng quá 3%" is "tăng không quá 3%"."""
    for index in range(len(tokens) - 4, -1, -1):
        if index + 4 > len(tokens):
            continue
        never, change, over, number = tokens[index : index + 4]
        turned = never.key == NOT and number.type == "NUMBER" and change.marks & CHANGING
        if turned and "MORE" in over.marks:
            at_most = new_token("WORD", over.key, over.text, over.start, over.end, frozenset({"AT_MOST"}))
            changes = new_token("WORD", change.key, change.text, never.start, change.end, change.marks)
            tokens[index : index + 3] = [changes, at_most]


def _highest(tokens: list[Token]) -> bool:
    """ "thấp nhất 5 người, cao nhất 8 người": beside a lowest figure, or first, the highest is a bound as well.

    Whether any word is marked so.
    """
    lowest = found = False
    for index, (word, number) in enumerate(pairwise(tokens)):
        lowest = lowest or LOWEST in word.key
        if word.key == HIGHEST and number.type == "NUMBER" and (lowest or not index):
            word.marks, found = frozenset({"AT_MOST"}), True
    return found


def _things_cut(tokens: list[Token]) -> bool:
    """ "Tỷ lệ thủ tục được cắt giảm ≥ 30%": the share of those that are cut, no fall of a share.

    Whether any word is taken so.
    """
    counted = found = False
    for before, token in pairwise(tokens):
        counted = before.key != ";" and (counted or "RATE" in before.marks or before.key == NUMBER_OF)
        if counted and before.key == GET and token.key in _CUT:
            token.marks, found = token.marks - {"FALL"}, True
    return found


def _spans_compared_with(tokens: list[Token]) -> None:
    """ "không thấp hơn nhiệm kỳ 2020 - 2025", "so với giai đoạn 2016 - 2020": the one before."""
    for index in range(len(tokens) - 5, -1, -1):
        if index + 5 > len(tokens):  # one was joined behind
            continue
        compared, span, first, dash, last = tokens[index : index + 5]
        years = first.key.isdigit() and last.key.isdigit() and len(first.key) == len(last.key) == _OF_YEAR
        if span.key in _SPANS and compared.marks & _COMPARATIVE and dash.type == "DASH" and years:
            text = " ".join([token.text for token in (span, first, dash, last)])
            joined = new_token("WORD", text, text, span.start, last.end, frozenset({"PREVIOUS"}))
            joined.account = "year"
            tokens[index + 1 : index + 5] = [joined]


def _months_compared_with(tokens: list[Token]) -> None:
    """ "so với 6 tháng đầu năm 2023", "so với cùng kỳ 9 tháng năm 2023": the same months, before."""
    for index in range(len(tokens) - 3, -1, -1):
        if "AGAINST" not in tokens[index].marks:
            continue
        start = index + 2 if "PREVIOUS" in tokens[index + 1].marks else index + 1
        months = token_at(tokens, start + 1)
        if tokens[start].type != "NUMBER" or months is None or months.key not in _PARTS_OF_YEAR:
            continue
        end = start + 2
        while end < len(tokens) and (
            tokens[end].key in _BY_YEAR
            or "PREVIOUS" in tokens[end].marks
            or (
                tokens[end - 1].key.endswith(A_YEAR)
                and len(tokens[end].key) == _OF_YEAR
                and tokens[end].key.isdigit()
            )
        ):
            end += 1
        if end > start + 2 or " " in months.key:
            text = " ".join([token.text for token in tokens[index + 1 : end]])
            first, last = tokens[index + 1], tokens[end - 1]
            joined = new_token("WORD", text, text, first.start, last.end, frozenset({"PREVIOUS"}))
            joined.account = "date"
            tokens[index + 1 : end] = [joined]


def _split_and(tokens: list[Token]) -> None:
    """Part "và cao hơn" where what it is higher than follows: "không thấp hơn 6,5 triệu đồng và cao hơn năm trước"."""
    for index in range(len(tokens) - 2, 0, -1):
        token, after = tokens[index], tokens[index + 1]
        if token.key == AND_HIGHER and after.marks & {"PREVIOUS", "TERM_START", "AGAINST", "YEAR_WORD"}:
            middle = token.start + token.text.index(" ")
            conjunction = new_token("WORD", AND, token.text[:2], token.start, middle, frozenset({"AND"}))
            more = new_token("WORD", HIGHER, token.text[3:], middle + 1, token.end, frozenset({"MORE"}))
            tokens[index : index + 1] = [conjunction, more]
