"""Numbers that tell a time: days, months, years, spans of them, ages."""

from __future__ import annotations

import re

from chitieu.reading.scanner import Token, marked
from chitieu.reading.surroundings import REACH, has_unit, token_at
from chitieu.text.spoken import A_YEAR, AGE_GROUP, AND, ATTAINS, MONTH, NUMBER_OF, RESULT, words

_DAYS = frozenset(words("DAY_OF_MONTH"))
_LASTING = frozenset(words("LASTING"))
_REACHES = frozenset({ATTAINS, ":"})
_LISTING = frozenset({"/", ",", AND})
_JOINING = frozenset({",", AND, "-"})
_JOINTS = frozenset({",", AND, *words("AND_OR_OR")})

_MONTHS = re.compile(r"0?[1-9]|1[01]")
_DAY = re.compile(r"[0-9]{1,2}")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
#: What a date in words begins with.
DATING = frozenset(words("DATING"))


def join_dates(tokens: list[Token]) -> None:
    """ "ngày 25 tháng 10 năm 2018", "tháng 6/2025", "trước ngày 15/12": the numbers of a date."""
    for index, token in enumerate(tokens[:-1]):
        if token.key not in DATING:
            continue
        at = index + 1
        while at < len(tokens) and tokens[at].type == "NUMBER" and tokens[at].key.isdigit():
            after = token_at(tokens, at + 1)
            if token.key in _DAYS or at > index + 1 or (after is None or after.type != "PERCENT"):
                tokens[at].account = "date"
            if after is not None and after.type == "SLASH":
                at += 2
            else:
                break


def is_day_and_month(tokens: list[Token], index: int) -> bool:
    """ "Ngày hội Đại đoàn kết 18/11", "(27/7)": a day, which no noun counts."""
    first = tokens[index] if tokens[index].type == "NUMBER" else None
    slash, second, after = (
        token_at(tokens, index + 1),
        token_at(tokens, index + 2),
        token_at(tokens, index + 3),
    )
    if first is None or slash is None or slash.type != "SLASH" or second is None or second.type != "NUMBER":
        return False
    if not (_DAY.fullmatch(first.key) and _DAY.fullmatch(second.key)):
        return False
    day, month = int(first.key), int(second.key)
    if not (0 < day <= 31 and 0 < month <= 12) or has_unit(after):
        return False
    if after is not None and (after.type == "WORD" and after.marks & {"NOUN", "OR_MORE"}):
        return False
    named = marked(tokens[max(0, index - 8) : index], "FESTIVE")
    if named or _spans_days(tokens, index):
        return True
    return day > month and (after is None or after.type == "SIGN" or bool(after.marks))


def _spans_days(tokens: list[Token], index: int) -> bool:
    """ "từ 20/5 - 27/5", "từ 01/10 đến 15/11": from one day to another, of which one can be no part of a whole."""
    for first in (index, index - 4):
        if first < 0:
            continue
        joint = token_at(tokens, first + 3)
        if joint is None or not (joint.type == "DASH" or joint.marks & {"TO", "TIME"}):
            continue
        days = [_day_at(tokens, first), _day_at(tokens, first + 4)]
        after = token_at(tokens, first + 7)
        counted = after is not None and (has_unit(after) or after.key == NUMBER_OF)
        if all(days) and not counted and any(day[0] > day[1] or day[2] for day in days if day):
            return True
    return False


def _day_at(tokens: list[Token], index: int) -> tuple[int, int, bool] | None:
    """The day and month that may stand there, and whether one is written with a nought before it."""
    one, slash, two = (token_at(tokens, index + step) for step in range(3))
    if one is None or slash is None or two is None or slash.type != "SLASH":
        return None
    if not (_DAY.fullmatch(one.key) and _DAY.fullmatch(two.key)):
        return None
    day, month = int(one.key), int(two.key)
    return (day, month, "0" in (one.key[0], two.key[0])) if 0 < day <= 31 and 0 < month <= 12 else None


def is_day_of_month(tokens: list[Token], index: int) -> bool:
    """ "đường 3 Tháng 2", "Nhà thi đấu 30 tháng 4"."""
    month = token_at(tokens, index + 1)
    if month is None or month.key != MONTH:
        return False
    number, after = token_at(tokens, index + 2), token_at(tokens, index + 3)
    if number is None or number.type != "NUMBER":
        return False
    return _DAY.fullmatch(tokens[index].key) is not None and not has_unit(after)


def is_part_of_year(tokens: list[Token], index: int) -> bool:
    """ "6 tháng tăng 7,9%", "9 tháng đạt 80% kế hoạch": a part of the year."""
    months, verb = token_at(tokens, index + 1), token_at(tokens, index + 2)
    if months is None or verb is None or months.key != MONTH or not _MONTHS.fullmatch(tokens[index].key):
        return False
    before = token_at(tokens, index - 1)
    if before is not None and before.key.startswith(RESULT):
        return True  # "Kết quả 10 tháng: …"
    if tokens[index].key not in ("3", "6", "9"):
        return False
    return bool(verb.marks & {"RISE", "FALL"}) or verb.key in _REACHES


def is_month_of_year(tokens: list[Token], index: int) -> bool:
    """ "trước 9/2025"."""
    month, slash, year = (token_at(tokens, index + step) for step in range(3))
    if month is None or slash is None or year is None or slash.type != "SLASH" or year.type != "NUMBER":
        return False
    return (
        month.type == "NUMBER"
        and _DAY.fullmatch(month.key) is not None
        and YEAR.fullmatch(year.key) is not None
    )


def is_duration(tokens: list[Token], index: int) -> bool:
    """ "Trong 5 năm giải quyết việc làm cho 100.000 lượt người": how long it takes, with a figure behind."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if after is None or after.key != A_YEAR:
        return False
    following = token_at(tokens, index + 2)
    if following is not None and following.type == "NUMBER" and not YEAR.fullmatch(following.key):
        return True  # "tổng vốn đầu tư 5 năm 2.150 tỷ đồng"
    if before is None or before.key not in _LASTING:
        return False
    return any(
        token.type == "NUMBER" and token.account is None and at != index for at, token in enumerate(tokens)
    )


def is_how_often(tokens: list[Token], index: int) -> bool:
    """ "định kỳ 6 tháng, 01 năm báo cáo": after how long something is done again; but not "định kỳ 3 tháng/lần"."""
    behind = token_at(tokens, index + 2)
    if behind is not None and behind.type == "SLASH":
        return False
    first = index - 1
    while first > 2 and tokens[first].key in _JOINTS and tokens[first - 2].account == "name":
        first -= 3
    return first >= 0 and "PERIODIC" in tokens[first].marks


def is_span_of_years(tokens: list[Token], index: int) -> bool:
    """ "GDP bình quân 5 năm 2026 - 2030": how many years, and which."""
    word = token_at(tokens, index + 1)
    if word is None or word.key != A_YEAR or not tokens[index].key.isdigit():
        return False
    year, dash = token_at(tokens, index + 2), token_at(tokens, index + 3)
    if year is None or dash is None:
        return False
    return YEAR.fullmatch(year.key) is not None and dash.type == "DASH"


def is_year(tokens: list[Token], index: int) -> bool:
    """ "năm 2025", "2021 - 2025", and a year that nothing is counted by."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if before is not None and (
        "YEAR_WORD" in before.marks or "PERIOD" in before.marks or before.account == "year"
    ):
        return True
    if before is not None and (before.type == "DASH" or "TO" in before.marks or before.key in _LISTING):
        first = token_at(tokens, index - 2)
        if first is not None and first.account == "year":
            return True
    if after is not None and after.type == "DASH":
        second = token_at(tokens, index + 2)
        if second is not None and YEAR.fullmatch(second.key):
            return True
    if before is not None and (before.type == "DATE" or before.key in ("/", ".")):
        return True
    return (
        after is None or after.type != "WORD" or (bool(after.marks - {"NOUN"}) and "NOUN" not in after.marks)
    )


def is_age(tokens: list[Token], index: int) -> bool:
    """ "trẻ em dưới 5 tuổi", "độ tuổi 18", "18 - 25 tuổi"; but not what a life expectancy is to reach."""
    ahead = index + 1
    following = token_at(tokens, ahead)
    second = token_at(tokens, ahead + 1)
    if following is not None and following.type == "PERCENT":
        return False  # "tiểu học đúng độ tuổi 100%"
    ranged = following is not None and (following.type == "DASH" or "TO" in following.marks)
    if ranged and second is not None and second.type == "NUMBER":
        following = token_at(tokens, ahead + 2)
    before = token_at(tokens, index - 1)
    if before is not None and before.key == AGE_GROUP:
        return True
    if before is not None and (before.type == "DASH" or "TO" in before.marks):
        first = token_at(tokens, index - 2)
        if first is not None and first.account == "age":
            return True
    if following is None or "AGE" not in following.marks:
        return False
    for token in reversed(tokens[max(0, index - REACH) : index]):
        if token.key in (";", "."):
            return True
        if "LIFESPAN" in token.marks:
            return False
    return True


def ages(tokens: list[Token]) -> None:
    """Numbers joined to an age behind them: "tròn 70, 75, 80 tuổi", "từ 5 đến dưới 12 tuổi"."""
    for index in range(len(tokens) - 1, 1, -1):
        if tokens[index].account != "age":
            continue
        before = index - 1
        while before > 0 and (
            tokens[before].marks & {"LESS", "MORE", "TO"} or tokens[before].key in _JOINING
        ):
            before -= 1
        if before < index - 1 and tokens[before].type == "NUMBER" and tokens[before].account is None:
            tokens[before].account = "age"
