"""Numbers that tell a time, by their form: days, months, years, spans of them. `times` asks beside which words."""

from __future__ import annotations

import re

from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import (
    COMPARING,
    REACH,
    UNIT_TYPES,
    has_unit,
    sentence_start,
    token_at,
)
from chitieu.text.spoken import (
    A_YEAR,
    AND,
    ATTAINS,
    BE,
    DAY,
    MONTH,
    NUMBER_OF,
    RESULT,
    TIMES,
    words,
)

_LASTING = frozenset({*words("LASTING"), *words("ELAPSED")})
_UNTIL, _DAY_BEGINS = frozenset(words("UNTIL_BEGINS")), frozenset(words("DAY_BEGINS"))
#: What stands right before the number of a day.
DAY_FOLLOWS = _UNTIL | _DAY_BEGINS
#: What is held over some days, how such a time is led to, and what it is told in.
EVENTS, LENGTHS = frozenset(words("EVENT")), frozenset(words("LENGTH_UNIT"))
_CAMPAIGNS = words("CAMPAIGN_OF_DAYS")
_CAMPAIGN_NAMES = frozenset(_CAMPAIGNS)
COURSES, _WITHIN_TIME = frozenset(words("COURSE")), frozenset(words("WITHIN_TIME"))
#: So near before the time it lasts a course is named: "lớp bồi dưỡng lý luận chính trị 3 tháng".
_COURSE = 6
#: What of an event is measured or set rather than held: "thời gian xử lý", "tỷ lệ …".
_MEASURED = ("RATE", "AVERAGE", "EACH", "FALL", "RISE", "ORDER")
#: What is said behind the years of a plan, and what lasts so many years itself.
_SPANNED, _LASTING_NAMES = frozenset({ATTAINS, ":", *words("CONCERNING")}), words("LASTING_NAME")
#: The words that make a number behind them one that is wanted.
_GOVERNING = COMPARING | {"EQUALS", "RISE", "FALL", "UP_TO", "DOWN_TO", "TO", "OUGHT"}
#: What a year stands behind.
_TIMING = frozenset(
    {
        "YEAR_WORD", "PERIOD", "TO", "TIME", "AGAINST", "DESCRIBES", "NAME_HEAD", "PLAN", "PREPOSITION", "FROM",
        "PREVIOUS",
    }
)  # fmt: skip
#: What one thing ends with, and so near behind a count of years the figure of those years stands.
_ENDS, _NEAR = frozenset({";", "."}), 8
_BEHIND_YEARS = COMPARING | {"RISE", "FALL", "MAKE", "PLACE", "ABOUT", "NEARLY", "EQUALS", "STRIVE"}
_WHICH_YEAR = frozenset(words("WHICH_YEAR"))
UNITS_OF_TIME = frozenset(words("UNIT_OF_TIME"))
#: What follows the days, months or years of a time that comes.
_TO_COME = frozenset(words("TIME_TO_COME"))
#: How long money is laid by stands so near behind the words for it.
_NEAR_MATURITY = 5
_BY_YEARS = frozenset(words("HELD_BY_YEARS"))
_UNTIL_BARE = frozenset(words("UNTIL_BARE"))
_TOLD_BY_YEARS = frozenset(words("TIME_BEFORE_YEAR"))
_REACHES = frozenset({ATTAINS, ":"})
_ACTS = frozenset(words("COUNTED_ACT"))
_LISTING = frozenset({"/", ",", AND})
_JOINTS = frozenset({",", AND, *words("AND_OR_OR")})

_MONTHS = re.compile(r"0?[1-9]|1[01]")
_DAY = re.compile(r"[0-9]{1,2}")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
#: What a date in words begins with.
DATING = frozenset(words("DATING"))


def join_dates(tokens: list[Token]) -> None:
    """ "ngày 25 tháng 10 năm 2018", "tháng 6/2025", "kể từ ngày 01 tháng 7": the numbers of a date."""
    for index, token in enumerate(tokens[:-1]):
        if token.key not in DATING:
            continue
        at = index + 1
        while at < len(tokens) and tokens[at].type == "NUMBER" and tokens[at].key.isdigit():
            after = token_at(tokens, at + 1)
            if counts_acts(tokens, at):
                break
            if at > index + 1 or after is None or after.type not in UNIT_TYPES:  # "khắc phục trong ngày 95%"
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
    if not (0 < day <= 31 and 0 < month <= 12):
        return False
    begins = (
        tokens[index - 2 if index > 1 and tokens[index - 1].key == BE else index - 1].key if index else ""
    )
    if begins in _DAY_BEGINS and not has_unit(after):
        return True  # "kể từ 01/7", "chậm nhất 30/11", "dịp 26/3"
    if after is not None and after.key == A_YEAR:
        which = token_at(tokens, index + 4)
        return which is not None and which.key in _WHICH_YEAR  # "đến 31/01 năm sau"
    if has_unit(after):
        return False
    if index and tokens[index - 1].key in _UNTIL and day > month:
        return True  # "đến 30/6 thu ngân sách 12 tỷ đồng": no part is more than its whole
    if after is not None and after.type == "WORD" and _is_counted_by(after):
        return False
    named = marked(tokens[max(0, index - 8) : index], "FESTIVE")
    again = index > 1 and tokens[index - 1].key in _JOINTS and tokens[index - 2].account == "date"
    if named or again or _spans_days(tokens, index):
        return True  # "trước ngày 10/6 và 10/12 hằng năm"
    return day > month and (after is None or after.type == "SIGN" or bool(after.marks))


def _is_counted_by(token: Token) -> bool:
    """Whether a word counts the part before it; "tổ chức" may be a verb behind a day."""
    noun = "NOUN" in token.marks and token.marks.isdisjoint({"OPENING", "MAKE"})
    return noun or "OR_MORE" in token.marks


def starts_days(tokens: list[Token], index: int) -> bool:
    """ "từ 01 - 15/6", "từ 14 đến 15/8/2025": the first of some days, whose month stands behind the last."""
    joint, last = token_at(tokens, index + 1), token_at(tokens, index + 2)
    if joint is None or last is None or not _DAY.fullmatch(tokens[index].key):
        return False
    if not (joint.type == "DASH" or (last.type == "DATE" and (joint.key == AND or "TO" in joint.marks))):
        return False
    day = last.key.partition("/")[0] if last.type == "DATE" else last.key
    if not _DAY.fullmatch(day) or not 0 < int(tokens[index].key) < int(day):
        return False
    return last.type == "DATE" or (last.type == "NUMBER" and is_day_and_month(tokens, index + 2))


def may_be_a_part(tokens: list[Token], index: int) -> bool:
    """ "Tỷ lệ trường đạt chuẩn 25/11", "Thôn văn hóa: 12/10": a part that cannot be, behind a name that counts."""
    before = token_at(tokens, index - 1)
    if before is None or not (before.key == ":" or before.marks & {"EQUALS", "ATTAIN", "NOUN"}):
        return False
    begun = sentence_start(tokens, index)
    named = tokens[begun : index - 1]
    if marked(named, "FESTIVE", "FACT_HEAD", "TIME") or _spans_days(tokens, index):
        return False
    counts = marked(named, "RATE", "SUM") or any(token.key == NUMBER_OF for token in named[:2])
    return counts or (before.key == ":" and marked(named[:1], "NOUN"))


def _spans_days(tokens: list[Token], index: int) -> bool:
    """ "từ 20/5 - 27/5", "từ 01/10 đến 15/11": from one day to another, of which one can be no part of a whole."""
    for first in (index, index - 4):
        if first < 0:
            continue
        joint = token_at(tokens, first + 3)
        if joint is None or not (joint.type == "DASH" or joint.marks & {"TO", "TIME"}):
            continue
        last = token_at(tokens, first + 4)
        if last is not None and last.type == "DATE" and _day_at(tokens, first):
            return True  # "từ 01/01 đến 31/12/2025"
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
    """ "6 tháng tăng 7,9%", "9 tháng đạt 80% kế hoạch", "6 tháng cuối năm": a part of the year."""
    months, verb = token_at(tokens, index + 1), token_at(tokens, index + 2)
    if months is None or verb is None or months.key != MONTH or not _MONTHS.fullmatch(tokens[index].key):
        return False
    before = token_at(tokens, index - 1)
    year = token_at(tokens, index + 3)
    dated = year is not None and YEAR.fullmatch(year.key)  # "9 tháng năm 2026"
    if verb.marks >= {"YEAR_WORD", "TIME"} or ("YEAR_WORD" in verb.marks and dated):
        return True
    if before is not None and before.key.startswith(RESULT):
        return True  # "Kết quả 10 tháng: …"
    if tokens[index].key not in ("3", "6", "9"):
        return False
    return bool(verb.marks & {"RISE", "FALL"}) or verb.key in _REACHES


def is_stretch_of_time(tokens: list[Token], index: int) -> bool:
    """ "03 năm tới", "100 ngày đầu", "3 tháng hè": a time that comes, and nothing that is wanted."""
    unit, word, after = (token_at(tokens, index + step) for step in (1, 2, 3))
    if unit is None or unit.key not in UNITS_OF_TIME or word is None:
        return False
    if word.key not in _TO_COME or (after is not None and after.type == "NUMBER"):
        return False
    return after is None or after.type != "WORD" or not after.marks & {"LESS", "AT_MOST", "ABOUT"}


def is_month_of_year(tokens: list[Token], index: int) -> bool:
    """ "trước 9/2025"."""
    if index < 0 or index + 2 >= len(tokens):
        return False
    month, slash, year = tokens[index : index + 3]
    if slash.type != "SLASH" or year.type != "NUMBER":
        return False
    return (
        month.type == "NUMBER"
        and _DAY.fullmatch(month.key) is not None
        and YEAR.fullmatch(year.key) is not None
    )


def is_maturity(tokens: list[Token], index: int) -> bool:
    """ "lãi suất tiền gửi kỳ hạn 12 tháng", "lãi suất tiết kiệm 12 tháng": how long money is laid by, for a name."""
    unit, after = token_at(tokens, index + 1), token_at(tokens, index + 2)
    if unit is None or unit.key not in UNITS_OF_TIME or (after is not None and after.type == "SLASH"):
        return False
    for at in range(index - 1, max(0, index - _NEAR_MATURITY), -1):
        if "MATURITY" in tokens[at].marks:
            return True
        if tokens[at].type != "WORD" or not tokens[at].marks.isdisjoint(
            COMPARING | {"EQUALS", "RISE", "FALL"}
        ):
            return False
    return False


def opens_with_its_time(tokens: list[Token], index: int) -> bool:
    """ "Trong 100 ngày hoàn thành 12 km đường": how long it takes, in front of what is to be done."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if before is None or after is None or before.key not in _WITHIN_TIME or after.key not in LENGTHS:
        return False
    begun = sentence_start(tokens, index)
    if any(token.type == "WORD" and "STRIVE" not in token.marks for token in tokens[begun : index - 1]):
        return False
    ahead = tokens[index + 2 : index + REACH]
    for at, token in enumerate(ahead):
        if token.key in (";", "."):
            return False
        if token.type == "NUMBER":
            following = ahead[at + 1] if at + 1 < len(ahead) else None
            return not YEAR.fullmatch(token.key) and (following is None or following.key not in LENGTHS)
    return False


def is_duration(tokens: list[Token], index: int) -> bool:
    """ "Trong 5 năm giải quyết việc làm cho 100.000 lượt người": how long it takes, with a figure behind."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if after is None or after.key != A_YEAR:
        return False
    following = token_at(tokens, index + 2)
    if following is not None and following.key == DAY:
        return True  # "nhân dịp 80 năm Ngày thành lập"
    if following is not None and following.type == "NUMBER" and not YEAR.fullmatch(following.key):
        return True  # "tổng vốn đầu tư 5 năm 2.150 tỷ đồng"
    if before is None or before.key not in _LASTING:
        return _spans_a_plan(tokens, index)
    return any(
        token.type == "NUMBER" and token.account is None and at != index for at, token in enumerate(tokens)
    )


def is_length_of_event(tokens: list[Token], index: int) -> bool:
    """ "Hội thi tổ chức trong 02 ngày", "cử 03 cán bộ học lớp bồi dưỡng 6 tháng": how long something held lasts.

    The days of a campaign name it: "đợt thi đua 60 ngày đêm", "chiến dịch 30 ngày cấp căn cước".
    Not what each of them is to last, nor a time that is set: "mỗi lớp 3 ngày", "thời gian xử lý trong 5 ngày".
    """
    before, after, behind = (token_at(tokens, index + step) for step in (-1, 1, 2))
    if before is None or after is None or after.key not in LENGTHS:
        return False
    if behind is not None and (behind.type == "SLASH" or "OR_MORE" in behind.marks):
        return False
    named = tokens[sentence_start(tokens, index) : index]
    if before.key in _WITHIN_TIME:
        return _names(named, EVENTS) and not marked(named, *_MEASURED)
    if after.key.startswith(DAY) and " ".join([token.key for token in named[-2:]]).endswith(_CAMPAIGNS):
        return not marked(named, *_MEASURED)
    plain = before.type == "WORD" and before.marks.isdisjoint(_GOVERNING)
    nights = plain and after.key.startswith(DAY) and after.key != DAY
    if nights and _names(named[-_COURSE:], _CAMPAIGN_NAMES):
        return not marked(named, *_MEASURED)  # "phong trào thi đua nước rút 100 ngày đêm"
    course = _names(named[-_COURSE:], COURSES)
    ends = behind is None or behind.key in (",", ";", ".", ")")
    return course and ends and plain and not marked(named, *_MEASURED)


def _names(tokens: list[Token], kinds: frozenset[str]) -> bool:
    """Whether any of some words stands among the tokens, which may have parted it."""
    said = f" {' '.join([token.key for token in tokens])} "
    return any(f" {kind} " in said for kind in kinds)


def _spans_a_plan(tokens: list[Token], index: int) -> bool:
    """ "thu ngân sách 5 năm tăng 10%", "kế hoạch 5 năm: …": over how many years, where it is not what lasts so long."""
    before, behind = token_at(tokens, index - 1), token_at(tokens, index + 2)
    if behind is None:
        return False
    if (
        before is not None
        and before.key not in _ENDS
        and (before.type != "WORD" or before.marks & _GOVERNING)
    ):
        return False
    leads = False  # whether another figure follows, with nothing but words between: "5 năm huy động 8.750 tỷ đồng"
    for token in tokens[index + 2 : index + _NEAR]:
        leads = token.type == "NUMBER"
        if leads or token.type == "SIGN":
            break
    if not (leads or behind.key in _SPANNED or behind.marks & _BEHIND_YEARS):
        return False
    named = " ".join([token.key for token in tokens[max(0, index - REACH) : index]])
    if not tokens[index].key.isdigit() or any(lasting in named for lasting in _LASTING_NAMES):
        return False
    for token in tokens[index + 2 :]:
        if token.key in (";", "."):
            return False
        if token.type == "NUMBER" and not YEAR.fullmatch(token.key):
            return True
    return False


def counts_acts(tokens: list[Token], index: int) -> bool:
    """ "sinh hoạt chuyên đề: quý 1 lần": how many of them in each, and not which quarter it is."""
    before, after, behind = (token_at(tokens, index + step) for step in (-1, 1, 2))
    counted = after is not None and after.key in _ACTS and (behind is None or behind.type != "NUMBER")
    return counted and before is not None and before.key in DATING


def is_how_often(tokens: list[Token], index: int) -> bool:
    """ "định kỳ 6 tháng, 01 năm báo cáo": after how long something is done again; but not "định kỳ 3 tháng/lần"."""
    behind = token_at(tokens, index + 2)
    if behind is not None and behind.type == "SLASH":
        return False
    if tokens[index + 1].key == TIMES:  # "định kỳ 6 tháng sơ kết một lần"
        before = tokens[max(0, index - REACH) : index]
        return marked(before, "PERIODIC") and any(token.account == "name" for token in before)
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
        "YEAR_WORD" in before.marks
        or "PERIOD" in before.marks
        or before.account == "year"
        or (
            not before.marks.isdisjoint(("PLAN", "PAST")) and before.key.endswith(f" {A_YEAR}")
        )  # "kế hoạch năm 2026 gieo cấy 1.360 ha", "6 tháng đầu năm 2026 thu ngân sách"
    ):
        return True
    if before is not None and (before.type == "DASH" or "TO" in before.marks or before.key in _LISTING):
        first = token_at(tokens, index - 2)
        if first is not None and first.account == "year":
            return True
    if before is not None and before.key in _UNTIL_BARE and _opens(tokens, index - 1):
        return True  # "phấn đấu tới 2030 thu nhập bình quân 120 triệu đồng"
    if _is_counted_range(tokens, index) or _is_counted_range(tokens, index - 2):
        return False
    if after is not None and after.type == "DASH":
        second = token_at(tokens, index + 2)
        if second is not None and YEAR.fullmatch(second.key):
            return True
    if before is not None and (before.type == "DATE" or before.key in ("/", ".")):
        return True
    if _is_stated_count(tokens, index):
        return False
    if index and (_is_held_by_years(tokens, index) or _heads_columns(tokens, index)):
        return True
    return (
        after is None or after.type != "WORD" or (bool(after.marks - {"NOUN"}) and "NOUN" not in after.marks)
    )


def _is_held_by_years(tokens: list[Token], index: int) -> bool:
    """ "đại hội thường niên 2025 vừa công bố", "vụ xuân 2025 gieo cấy", "kế hoạch 2026 Công ty …": no noun counted."""
    before, after = tokens[index - 1], token_at(tokens, index + 1)
    if after is None or ("NOUN" in after.marks and "ACTOR" not in after.marks):
        return False
    said = f"{tokens[index - 2].key} {before.key}" if index > 1 else before.key
    return before.key in _BY_YEARS or said in _BY_YEARS


def _heads_columns(tokens: list[Token], index: int) -> bool:
    """ "Chỉ tiêu ĐVT Thực hiện 2024 Kế hoạch 2025": the year of a heading, behind which stands that of the next."""
    heading, second = tokens[index + 1 : index + 2], token_at(tokens, index + 2)
    return second is not None and bool(YEAR.fullmatch(second.key)) and heading[0].text[:1].isupper()


def _opens(tokens: list[Token], index: int) -> bool:
    """Whether a word opens a clause, as its first with a capital, or one that goes on to a figure."""
    before, whose = token_at(tokens, index - 1), token_at(tokens, index + 2)
    if before is not None and before.type not in ("DASH", "SIGN") and "STRIVE" not in before.marks:
        return False
    acted = whose is not None and "ACTOR" in whose.marks
    if len(tokens) > index + 3 and (
        acted or ((before is None or before.key in (".", ";")) and tokens[index].text[:1].isupper())
    ):
        return True  # "phấn đấu đến 2025 huyện đạt chuẩn nông thôn mới"
    for at in range(index + 3, len(tokens)):
        if tokens[at].key in (",", ";", "."):
            return False
        if tokens[at].type == "NUMBER":
            return True
    return False


def _is_counted_range(tokens: list[Token], index: int) -> bool:
    """ "việc làm cho 2000 - 2100 lao động": two ends that one noun counts, and no span of years."""
    first, dash, second, noun = (token_at(tokens, index + step) for step in range(4))
    if first is None or dash is None or second is None or noun is None or dash.type != "DASH":
        return False
    if (
        not first.type == second.type == "NUMBER"
        or "NOUN" not in noun.marks
        or noun.marks & {"ACTOR", "NAME_HEAD"}
    ):
        return False
    before = token_at(tokens, index - 1)
    if before is None:
        return len(tokens) == index + 4
    return before.key in _SPANNED or bool(before.marks & (COMPARING | {"EQUALS", "MAKE"}))


def _is_stated_count(tokens: list[Token], index: int) -> bool:
    """ "Tổng số hội viên: 2030", "số người tham gia đạt 2050": what a name that counts is to reach, and no year."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if before is None or not (before.key == ":" or before.marks & (COMPARING | {"EQUALS"})):
        return False
    if after is not None and after.key not in (",", ";", "."):
        return False
    begun = sentence_start(tokens, index)
    named = tokens[begun : index - 1]
    counts = marked(named, "SUM", "RATE") or any(token.key == NUMBER_OF for token in named)
    return counts and not any("YEAR_WORD" in token.marks or "PERIOD" in token.marks for token in named[-3:])


def may_be_a_count(tokens: list[Token], index: int) -> bool:
    """ "Tổng đàn trâu bò 2015, đàn lợn 8500": a year, or what the name that counts is to reach."""
    before, after = token_at(tokens, index - 1), token_at(tokens, index + 1)
    if before is None or before.type != "WORD" or not (after is None or after.key in {",", ";", "."}):
        return False
    if before.key in _TOLD_BY_YEARS or before.marks & _TIMING:
        return False
    begun = next((at + 1 for at in range(index - 1, -1, -1) if tokens[at].key in (",", ";", ".", "(")), 0)
    opening = tokens[begun : begun + 2]
    return index - begun > 1 and (marked(opening, "SUM") or any(token.key == NUMBER_OF for token in opening))
