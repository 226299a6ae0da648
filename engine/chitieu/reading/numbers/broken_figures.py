"""Figures that spaces and signs broke in two: "215. 000 con", "148, 2%", "1 200"."""

from __future__ import annotations

import re
from decimal import Decimal

from chitieu.reading.numbers.dates import DATING, DAY_FOLLOWS, YEAR
from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import COMPARING, UNIT_TYPES, has_unit, token_at
from chitieu.text.spoken import A_YEAR, AND, IN_TURN, OVER, WITHIN, words

#: What may stand between the thousands of one figure.
APOSTROPHES = frozenset({"'", "’"})
_DECIMAL_SIGNS = frozenset({",", "."})
_TIMES = frozenset(words("UNIT_OF_TIME"))
_ALL = "100"
_BETWEEN_PARTS = frozenset({OVER, WITHIN})
_LEADING = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})*")
_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]{3})*(?:,[0-9]+)?")
_DECIMAL = re.compile(r"[0-9]{1,2}")
#: So many digits has each group of a figure but the first, which has no more.
_DIGITS = 3
_SEVERAL = 2
_BETWEEN_TIMES = frozenset({AND, A_YEAR})
_SCALING = frozenset({"SCALE", "PERCENT_WORD", "PERMILLE_WORD"})
_NAMING = frozenset({"NAME_HEAD", "NUMBERED", "ORDINAL"})
_CLASSED = frozenset({"NUMBERED", "GRADED"})
_JOINING = frozenset({"DASH", "PLUS_MINUS", "SLASH"})
_LEADING_FIGURES = COMPARING | {"EQUALS", "DOWN_TO", "UP_TO", "RISE", "FALL", "TIMES"}
_SURELY, _PERHAPS = "reading.space_in_figure", "reading.space_or_list"


def join_thousands(tokens: list[Token]) -> list[str]:
    """Close the gaps of thousands: "19 300 tỷ đồng" and "5'200" are one figure, whatever gap is typed.

    Behind several times each group may be the figure of one: "Doanh thu quý I, quý II đạt 118 126 tỷ đồng"; so may it
    be where the first has three digits as well: the cells of a row, "Sản lượng (tấn) 118 126 135".
    """
    notes: list[str] = []
    index = 0
    while index + 1 < len(tokens):
        first = tokens[index]
        if first.type != "NUMBER":
            index += 1
            continue
        quoted = index + 2 < len(tokens) and tokens[index + 1].key in APOSTROPHES
        second = tokens[index + 2] if quoted else tokens[index + 1]
        before = token_at(tokens, index - 1)
        named = before is not None and bool(before.marks & {"NAME_HEAD", "YEAR_WORD", "NUMBERED"})
        if (
            second.type == "NUMBER"
            and _LEADING.fullmatch(first.key)
            and _GROUP.fullmatch(second.key)
            and second.start == first.end + 1
            and not named
            and not _parts_here(tokens, index, second)
        ):
            whole = f"{first.key}.{second.key}"
            joined = new_token("NUMBER", whole, whole, first.start, second.end)
            tokens[index : index + (3 if quoted else 2)] = [joined]
            if not (quoted or notes) and (len(first.key) == _DIGITS or _follows_times(tokens, index)):
                notes.append(_PERHAPS)
        else:
            index += 1
    return notes


def _follows_times(tokens: list[Token], index: int) -> bool:
    """Whether several times stand before a figure, one behind the other: "quý I, quý II", "năm 2025 và 2026"."""
    times, dated = 0, False  # whether the year of the last time may stand there: "Quý I năm 2025"
    for token in tokens[:index]:
        part = "PERIOD_OF_YEAR" in token.marks and "NUMBERED" not in token.marks
        if part or YEAR.fullmatch(token.key):
            times += part or not dated
            dated = part
        elif token.key == ",":
            dated = False
        elif token.type != "SLASH" and token.key not in _BETWEEN_TIMES:
            times, dated = 0, False
        if times == _SEVERAL:
            return True
    return False


def _parts_here(tokens: list[Token], index: int, second: Token) -> bool:
    """ "trước 30/6 100% hộ", "đến 30/6 150 hộ": a day, and the figure of what is behind it."""
    slash, day, begins = (token_at(tokens, index - step) for step in (1, 2, 3))
    if second.key == _ALL and (unit := token_at(tokens, index + 2)) is not None and unit.type in UNIT_TYPES:
        return True
    dated = slash is not None and slash.type == "SLASH" and day is not None and day.type == "NUMBER"
    return dated and begins is not None and (begins.key in DATING or begins.key in DAY_FOLLOWS)


def parts_in_words(tokens: list[Token]) -> None:
    """ "2 trên 3 trường" is 2/3 trường: between two bare whole numbers "trên" compares nothing.

    Before a percentage it does: "sức khỏe loại 1, loại 2 trên 70%".
    """
    for index, (first, over, second) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        if first.type != "NUMBER" or second.type != "NUMBER":
            continue
        unit, named = token_at(tokens, index + 3), token_at(tokens, index - 1)
        if named is not None and not named.marks.isdisjoint(_CLASSED):
            continue  # "cấp độ 3 trên 12 trường", "lớp 1 trên 75 học sinh"
        part, whole = _whole(first), _whole(second)
        parts = stands_between_parts(over)
        counted = unit is not None and unit.type == "WORD" and unit.key not in _TIMES
        if over.key == WITHIN and (not counted or part == 1):
            parts = False  # "ít nhất 3 trong 5 tiêu chí", but "1 trong 5 xã"
        if parts and part is not None and whole is not None and part <= whole:
            over.type = over.type if unit is not None and unit.type in UNIT_TYPES else "SLASH"


def _whole(number: Token) -> Decimal | None:
    """A whole number, in digits or in words."""
    return number.value if number.value is not None else Decimal(number.key) if number.key.isdigit() else None


def stands_between_parts(token: Token) -> bool:
    """Between a part and its whole: "3 trên 5 xã", "3 trong 5 xã", "11 trong tổng số 16 điểm đen"."""
    return token.key in _BETWEEN_PARTS or "POPULATION" in token.marks


def close_figures(tokens: list[Token]) -> list[str]:
    """Close a space inside a figure: "148, 2%" is 148,2, "12 . 800 con" 12.800.

    Where two figures may as well be meant, a person must look: "đạt 7, 8 km".
    """
    notes: list[str] = []
    index = 0
    while index + 2 < len(tokens):
        first, sign, second = tokens[index : index + 3]
        index += 1
        if first.type != "NUMBER" or sign.key not in _DECIMAL_SIGNS or second.type != "NUMBER":
            continue
        if sign.start == first.end and sign.end == second.start:
            continue
        close = _closes_point if sign.key == "." else _closes_comma
        if note := close(tokens, index - 1):
            joined = f"{first.key}{sign.key}{second.key}"
            tokens[index - 1 : index + 2] = [new_token("NUMBER", joined, joined, first.start, second.end)]
            notes.append(note)
    return notes


def _closes_point(tokens: list[Token], index: int) -> str | None:
    """The note on a figure that goes on behind a point: "215. 000 con", "6 .920", "95 .5%", "còn 4. 5%"."""
    before, (first, point, second) = token_at(tokens, index - 1), tokens[index : index + 3]
    unit, loose = token_at(tokens, index + 3), point.start > first.end
    if _LEADING.fullmatch(first.key) and _GROUP.fullmatch(second.key):
        if unit is not None and unit.type == "PERCENT":
            return None  # "hạng 25. 100% cơ sở …"
        counted = has_unit(unit) or (unit is not None and "NOUN" in unit.marks)
        return _SURELY if loose or (before is not None and counted) else None
    if first.key.isdigit() and _DECIMAL.fullmatch(second.key) and has_unit(unit):
        if loose and point.end == second.start:
            return _SURELY
        led = before is not None and not before.marks.isdisjoint(_LEADING_FIGURES)
        return _PERHAPS if led and second.key.isdigit() else None
    return None


def _closes_comma(tokens: list[Token], index: int) -> str | None:
    """The note on a figure that goes on behind a comma: "148, 2%", "1.231 , 6 tỷ", "0 ,72", "6, 5 - 7%"."""
    before, (first, comma, second) = token_at(tokens, index - 1), tokens[index : index + 3]
    thousands = "." in first.key and _LEADING.fullmatch(first.key) is not None
    if not _DECIMAL.fullmatch(second.key) or not (thousands or (first.key.isdigit() and len(first.key) < 4)):
        return None
    loose, unit = comma.start > first.end, token_at(tokens, index + 3)
    tight = loose and comma.end == second.start
    if unit is not None and (unit.type in _JOINING or "TO" in unit.marks):
        unit = token_at(tokens, index + 5)
    named = before is not None and (
        before.key == IN_TURN or before.key in DATING or not before.marks.isdisjoint(_NAMING)
    )
    measured = has_unit(unit)
    if thousands and unit is not None and "AND" in unit.marks:
        return None  # "lần lượt là 2.860, 40 và 350 ha"
    if thousands or (tight and (measured or first.key == "0")):
        return _SURELY
    if named:
        return None
    scaled = unit is not None and (unit.type in UNIT_TYPES or not unit.marks.isdisjoint(_SCALING))
    if scaled and len(second.key) == 1:
        return _SURELY
    led = before is not None and not before.marks.isdisjoint(_LEADING_FIGURES)
    return (
        _PERHAPS
        if scaled or measured or loose or (led and unit is not None and "NOUN" in unit.marks)
        else None
    )
