"""Numbers of times: days, months, years, ages, and how long something lasts, each question asked of one number.

`dates` knows the single forms; here stands what is asked of a number beside a word or a sign of time.
"""

from __future__ import annotations

from chitieu.reading.numbers.ages import is_age, is_age_of_another
from chitieu.reading.numbers.dates import (
    YEAR,
    is_day_and_month,
    is_day_of_month,
    is_duration,
    is_length_of_event,
    is_month_of_year,
    is_part_of_year,
    is_span_of_years,
    is_year,
    may_be_a_count,
    may_be_a_part,
    opens_with_its_time,
)
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import counts_of_each, token_at
from chitieu.text.spoken import words

_AHEAD_OF_TIME = frozenset(words("AHEAD_OF_TIME"))
_FEW_YEARS, _YEAR = 5, 4
_ROMAN = frozenset("IVXLC")


def _spans_years(tokens: list[Token], index: int) -> bool:
    """ "… năm 2020 - 2021"."""
    joint = token_at(tokens, index + 1 if tokens[index].type == "YEAR" else index + 2)
    return joint is not None and joint.type == "DASH"


def stands_for_years(tokens: list[Token], index: int) -> bool:
    """ "hai năm 2020 - 2021"."""
    return (tokens[index].value or 0) <= _FEW_YEARS and _spans_years(tokens, index + 1)


def day(tokens: list[Token], index: int) -> str | None:
    """ "30/4", each of whose numbers is part of the day."""
    for first in (index, index - 2):
        if first >= 0 and is_day_and_month(tokens, first):
            return "unread" if may_be_a_part(tokens, first) else "date"
    return None


def before_some_days(tokens: list[Token], index: int) -> bool:
    """ "họp chi ủy trước 02 ngày": how long before, unless the clause compares with something."""
    return bool(index) and not marked(tokens, "AGAINST")


def ahead_of_time(tokens: list[Token], index: int) -> bool:
    """ "về đích trước thời hạn 01 năm"."""
    return index > 1 and f"{tokens[index - 2].key} {tokens[index - 1].key}" in _AHEAD_OF_TIME


def in_months(tokens: list[Token], index: int) -> bool:
    """ "15 tháng 8", "9 tháng đầu năm"."""
    return is_day_of_month(tokens, index) or is_part_of_year(tokens, index)


def month_of_year(tokens: list[Token], index: int) -> bool:
    """ "6/2025", either number of it."""
    return is_month_of_year(tokens, index) or (index > 1 and is_month_of_year(tokens, index - 2))


def year(tokens: list[Token], index: int) -> str | None:
    """ "năm 2025", and what may be a year or a count."""
    key = tokens[index].key
    if len(key) != _YEAR or not YEAR.fullmatch(key) or not is_year(tokens, index):
        return None
    return "unread" if may_be_a_count(tokens, index) else "year"


def age(tokens: list[Token], index: int) -> str | None:
    """ "trẻ dưới 5 tuổi"; "nam 26 tuổi, nữ 23 tuổi" beside an age that is measured is no plain age."""
    if not is_age(tokens, index):
        return None
    return "unread" if is_age_of_another(tokens, index) else "age"


def some_years(tokens: list[Token], index: int) -> bool:
    """ "giai đoạn 5 năm", "trong 3 năm": a stretch of years."""
    return is_span_of_years(tokens, index) or is_duration(tokens, index)


def lasts(tokens: list[Token], index: int) -> bool:
    """ "Hội thi tổ chức trong 02 ngày", "Trong 6 tháng, …": how long something held lasts, or a clause opens with."""
    return is_length_of_event(tokens, index) or opens_with_its_time(tokens, index)


def cumulated(tokens: list[Token], index: int) -> bool:
    """ "lũy kế 9 tháng hoàn thành 76% kế hoạch năm"."""
    return index + 2 < len(tokens)


def of_a_period(tokens: list[Token], index: int) -> bool:
    """ "quý 3", "kỳ 2"; not what is counted of each: "mỗi quý 2 buổi"."""
    return not (index > 1 and counts_of_each(tokens[index - 2]))


def of_a_term(tokens: list[Token], index: int) -> bool:
    """ "Nghị quyết Trung ương 4 khóa XII": the term that a number is of has its own; not "mở 2 khóa 5 ngày"."""
    before, behind = token_at(tokens, index - 1), token_at(tokens, index + 2)
    if behind is None or behind.type != "NUMBER":
        return behind is not None and _ROMAN.issuperset(behind.text)
    return before is not None and "NAME_HEAD" in before.marks
