"""Which numbers of a clause are figures of targets, and what the others are: years, names, ages, ordinals.

Every number ends with an account. A figure has none yet (``account`` is None); what becomes of it is settled where
targets are built.
"""

from __future__ import annotations

import re
from itertools import pairwise

from chitieu.reading.numbers.ages import (
    AGE_GROUPS,
    AGING,
    INFANTS,
    ages,
    is_age,
    is_age_of_another,
    part_ages,
)
from chitieu.reading.numbers.bases import (
    DIMENSIONS,
    MULTIPLYING,
    ON_PLACES,
    contains_each,
    is_average_of_one,
    is_base,
    is_field,
    is_filed,
    is_map_scale,
    is_multiplied,
    is_one_of_each,
    is_ratio,
    is_taken_out,
    is_whole,
    leads_a_field,
    lies_along,
    lists_parts,
    measures_a_place,
    opens_with_whole,
    ranges_to_a_unit,
    restates_in_bracket,
    sizes_places,
)
from chitieu.reading.numbers.crops import CROPS, kind_of_land
from chitieu.reading.numbers.dates import (
    DATING,
    LENGTHS,
    UNITS_OF_TIME,
    YEAR,
    is_day_and_month,
    is_day_of_month,
    is_duration,
    is_how_often,
    is_length_of_event,
    is_maturity,
    is_month_of_year,
    is_part_of_year,
    is_span_of_years,
    is_stretch_of_time,
    is_year,
    join_dates,
    may_be_a_count,
    may_be_a_part,
    opens_with_its_time,
    starts_days,
)
from chitieu.reading.numbers.denied import denied_as
from chitieu.reading.numbers.labels import (
    EVERY_ONE,
    FIRST_NUMBERS,
    LAST_LABEL,
    declared,
    is_all_measured,
    is_heading_count,
    is_label,
    labels_next_row,
    number_parts,
    numbers_next_part,
    numbers_subpart,
    opens_part,
)
from chitieu.reading.numbers.mending import mend
from chitieu.reading.numbers.number_grades import STEPS, counts_steps, is_measured
from chitieu.reading.numbers.number_names import (
    AWARDING,
    ENTERING,
    FORMS,
    adds_techniques,
    chains,
    counts_children,
    counts_nothing,
    counts_places,
    enters_a_class,
    falls_in_all,
    is_method,
    is_name,
    join_awards,
    may_count,
    names_a_form,
    names_by_number,
    quoted,
)
from chitieu.reading.numbers.proper_names import begins_a_name, is_many_in_one, names_someone
from chitieu.reading.numbers.rules import RULES_BY_WORD, names_a_rule
from chitieu.reading.numbers.second_look import look_again
from chitieu.reading.numbers.sizes import RATED_UNITS, is_rated_power, is_size, is_size_sign
from chitieu.reading.numbers.weights import WEIGHING, says_weight
from chitieu.reading.tokens.scanner import Contents, Token, contents_of, marked, new_token
from chitieu.reading.tokens.surroundings import (
    CHANGING,
    COMPARING,
    COMPARING_SIGNS,
    UNIT_TYPES,
    counts_of_each,
    ends_compound,
    has_unit,
    token_at,
)
from chitieu.text.figures import NUMERALS, read_figure
from chitieu.text.spoken import (
    A_YEAR,
    ATTAINS,
    BEFORE,
    CHILD,
    IN_THE_PLACE,
    MONTH,
    OVER,
    THE_FIGURE,
    TIMES,
    WITHIN,
    words,
)

_YEAR_OR_MONTH = frozenset(words("YEAR_OR_MONTH"))
_UNTIL = words("UNTIL_BEGINS")
_PERIODS = frozenset(words("PERIODS"))
_SENTENCE_ENDS = frozenset({".", ";"})
_TO_ANOTHER = frozenset({"TO", "AND"})
_BASED_ON, _ON_ALL = frozenset(words("BASED_ON")), frozenset(words("ON_ALL_OF"))
_TECHNIQUES = frozenset(words("TECHNIQUE"))

_LETTERS, _LETTERED = frozenset("lIoOSB"), frozenset("abc")
_DAYS_OR_HOURS = frozenset(words("DAYS_OR_HOURS"))
_DAYS_OR_YEARS, _AHEAD_OF_TIME = _DAYS_OR_HOURS | {A_YEAR}, frozenset(words("AHEAD_OF_TIME"))
#: Verbs whose object is counted: "giám sát 02 nội dung", "tăng 1 nội dung".
_COUNTING = frozenset({"INSPECTS", "RISE", "FALL", "AVERAGE"})
_COUNTED_ASPECTS = frozenset(words("COUNTED_ASPECT"))
_CARRIED_OUT = frozenset(words("CARRIED_OUT"))
_FEW_YEARS, _YEAR, _ROUNDS = 5, 4, frozenset(words("ROUND"))
_NAMED_LEVELS = frozenset(words("LEVEL_NAMED"))
_PUPILS, _STAGES = frozenset(words("PUPIL")), frozenset(words("STAGE"))
#: The last class of a school.
_LAST_CLASS = 12
#: A number with a point and a nought is the name of a version; decimals are written with a comma.
_VERSION = re.compile(r"[1-9]\.0")
_STATING = COMPARING | {"EQUALS", "RISE", "FALL", "DOWN_TO", "UP_TO", "TO"}
#: Nouns that may stand behind the number of a name.
_NAMED_OR_DONE = frozenset({"ACTOR", "MAKE"})
#: What stands before the base of a rate, beside "/".
_RATING = frozenset({"EACH", "PER"})
_SIZING = frozenset({"SIZED", "ON_SCALE", "CLUB"})
#: What before a percentage, and what anywhere in the clause, may make it something else than a figure.
_TURNING_KEYS = DIMENSIONS | MULTIPLYING | {BEFORE, CHILD, "(", "/", ":"}
_TURNING_BEFORE = _SIZING | _RATING | WEIGHING | {"POPULATION", "DESCRIBES", "AVERAGE", "AMONG_RANKED"}
_TURNING = frozenset({"EXCLUDES", "FILED", "WEIGHT"})
#: Words and signs by which a number is a part of a date, of a name, of an award.
_JOINING = DATING | AWARDING | {'"'}
#: What stands before the first token and behind the last.
_EDGE = new_token("", "", "", 0, 0)
#: What the scanner knew by its form.
_ACCOUNTED = {kind: kind.lower() for kind in ("DATE", "DOCUMENT", "PHONE", "CLOCK")}
_SETTLED = frozenset({"NUMBER", *_ACCOUNTED})


def settle_figures(
    tokens: list[Token], contents: Contents | None = None, *, reported: bool = False, lifespan: bool = False
) -> list[str]:
    """Give every number its value and, where it is no figure of a target, its account.

    Returns codes of notes on what had to be mended. Spelled-out numbers become NUMBER tokens where a figure is
    expected: after a comparator, "có" or "mỗi", and before a counted noun. In a ``reported`` value every number
    that is no date is a figure; with ``lifespan`` years of age are figures too. ``contents`` are those of the tokens,
    where they are known.
    """
    contents = contents or contents_of(tokens)
    keys, marks = contents.keys, contents.marks
    if not AGE_GROUPS.isdisjoint(keys) or (MONTH in keys and not INFANTS.isdisjoint(keys)):
        marks |= {"AGE"}
    if not FIRST_NUMBERS.isdisjoint(keys):  # guard
        number_parts(tokens)
    if "LIFESPAN" in marks:  # guard
        part_ages(tokens)
    notes = mend(tokens, contents, reported=reported)
    lone = len(tokens) == 1
    if not keys.isdisjoint(_JOINING):  # guard
        join_dates(tokens)
        quoted(tokens)
        join_awards(tokens)
    accounts: set[str | None] = set()
    settled = [at for at, token in enumerate(tokens) if token.type != "WORD" and token.type in _SETTLED]
    contents.numbers = numbers = []
    for index in settled:
        token = tokens[index]
        if token.type in _ACCOUNTED:
            token.account = _ACCOUNTED[token.type]
            accounts.add(token.account)
        else:
            numbers.append(index)
            if token.value is None and token.account is None:
                if not token.text.isdecimal() and not _LETTERS.isdisjoint(token.text):
                    notes.append("reading.letters_for_digits")
                token.value = read_figure(token.key)
                if token.value is None and index <= LAST_LABEL and is_label(tokens, index):
                    token.account = "label"  # "1.2.3 Tỷ lệ hộ nghèo"
                elif token.value is None:
                    token.account = "unreadable"
                    notes.append("reading.unreadable_figure")
            if token.account is None and not (lifespan and is_age(tokens, index)):
                token.account = (
                    ("base" if is_base(tokens, index) else None)
                    if reported or lone
                    else _account(tokens, index, marks)
                )
            accounts.add(token.account)
    contents.labelled = "label" in accounts
    contents.dated = "year" in accounts or "date" in accounts
    if THE_FIGURE in keys:  # guard
        notes += _untold(tokens)
    if not reported:
        if not accounts.isdisjoint(("count", "name")):  # guard
            look_again(tokens)
        if "count" in accounts:  # guard
            declared(tokens)
        if "age" in accounts:  # guard
            ages(tokens)
        if any(accounts) or len(numbers) > 2:  # guard
            chains(tokens, numbers)
    return notes


def _untold(tokens: list[Token]) -> list[str]:
    """ "tăng trưởng hai con số": how much is not said."""
    notes: list[str] = []
    for number, word in pairwise(tokens):
        if word.key == THE_FIGURE and (number.type == "NUMBER" or number.key in NUMERALS):
            number.account = "unreadable"
            notes.append("reading.unreadable_figure")
    return notes


def _spans_years(tokens: list[Token], index: int) -> bool:
    """ "… năm 2020 - 2021"."""
    joint = token_at(tokens, index + 1 if tokens[index].type == "YEAR" else index + 2)
    return joint is not None and joint.type == "DASH"


def _account(tokens: list[Token], index: int, marks: frozenset[str]) -> str | None:
    """What a number is instead of a figure, None for a figure. ``marks`` are those of all tokens.

    Only what the neighbours and the marks leave possible is looked into.
    """
    token = tokens[index]
    before = tokens[index - 1] if index else _EDGE
    after = tokens[index + 1] if index + 1 < len(tokens) else _EDGE
    key_before, marks_before = before.key, before.marks
    key_after, marks_after = after.key, after.marks
    if index <= LAST_LABEL and is_label(tokens, index):
        return "label"
    slashed = before.type == "SLASH" or after.type == "SLASH"
    share = after.type in UNIT_TYPES and not slashed
    turned = key_before in _TURNING_KEYS or not marks_before.isdisjoint(_TURNING_BEFORE)
    plain = share and not turned and marks.isdisjoint(_TURNING)
    if plain:  # guard
        return None  # "đạt 95%"
    whole = token.key.isdigit()
    unit = has_unit(after)
    if unit and "YEAR_WORD" in marks_before and (after.text[:1].isupper() or key_before.startswith(_UNTIL)):
        unit = False  # "đến năm 2030 ngày điều trị …"; "… năm 2025 Triệu đồng/người 58": the cell behind the name
    if key_before == "(" and key_after == ")" and whole and (index <= 3 or opens_part(tokens, index)):
        return "label"
    if key_after == "." and key_before in _SENTENCE_ENDS and numbers_next_part(tokens, index):
        return "label"
    if key_before == ";" and numbers_subpart(tokens, index):
        return "label"
    thing = "NOUN" in marks_after and marks_after.isdisjoint(_NAMED_OR_DONE)
    if before.type == "WORD" and whole and not (unit or thing) and (named := names_someone(tokens, index)):
        return named
    dated = after.type == "YEAR" or "YEAR_WORD" in marks_after
    if dated and (token.value or 0) <= _FEW_YEARS and _spans_years(tokens, index + 1):
        return "name"  # "hai năm 2020 - 2021"
    if dated and whole and key_before in _ROUNDS:
        return "name"  # "kết nạp đảng viên đợt 2 năm 2026"
    for first in (index, index - 2) if slashed else ():
        if first >= 0 and is_day_and_month(tokens, first):
            return "unread" if may_be_a_part(tokens, first) else "date"
    if whole and (after.type == "DASH" or marks_after & _TO_ANOTHER) and starts_days(tokens, index):
        return "date"
    if key_before == BEFORE and key_after in _DAYS_OR_HOURS and "AGAINST" not in marks:
        return "name"  # "họp chi ủy trước 02 ngày": how long before
    timed = key_after in _DAYS_OR_YEARS and index > 1
    if timed and f"{tokens[index - 2].key} {key_before}" in _AHEAD_OF_TIME:
        return "unread"  # "về đích trước thời hạn 01 năm"
    if key_before == "/" and index > 1 and "OR_MORE" in tokens[index - 2].marks:
        return "description"  # "từ 3,45 điểm trở lên/83 tiêu chí"
    if key_after == MONTH and (is_day_of_month(tokens, index) or is_part_of_year(tokens, index)):  # guard
        return "date"
    if slashed and (
        is_month_of_year(tokens, index) or (index > 1 and is_month_of_year(tokens, index - 2))
    ):  # guard
        return "date"
    yearly = whole and not unit and len(token.key) == _YEAR and YEAR.fullmatch(token.key)
    if yearly and is_year(tokens, index):
        return "unread" if may_be_a_count(tokens, index) else "year"
    if not marks.isdisjoint(AGING) and is_age(tokens, index):  # guard
        return "unread" if is_age_of_another(tokens, index) else "age"
    if key_before == CHILD and index > 1 and "BIRTH" in tokens[index - 2].marks:
        return "name"
    if "CHILD" in marks_after and counts_children(tokens, index):
        return "name"
    if key_after == A_YEAR and (is_span_of_years(tokens, index) or is_duration(tokens, index)):  # guard
        return "name"
    if key_after in LENGTHS and (
        is_length_of_event(tokens, index) or opens_with_its_time(tokens, index)
    ):  # guard
        return "name"
    if key_after in UNITS_OF_TIME and is_stretch_of_time(tokens, index):  # guard
        return "date"
    if "MORE" in marks_before and (denied := denied_as(tokens, index)):
        return denied
    if "MATURITY" in marks and is_maturity(tokens, index):  # guard
        return "description"
    if not marks.isdisjoint(WEIGHING) and says_weight(tokens, index):  # guard
        return "description"  # "Nhóm chỉ tiêu tài chính (trọng số 40%)"
    if not marks_before.isdisjoint(_SIZING) and whole and after is not _EDGE and is_size(after):
        return "description"  # "xe ép rác loại 10 m3"
    if key_after in RATED_UNITS and is_rated_power(tokens, index):  # guard
        return "description"
    if key_before in _PUPILS and "NO_NOUN" in marks_after and whole and (token.value or 0) <= _LAST_CLASS:
        return "name"  # "Học sinh 12 đậu tốt nghiệp"
    if whole and (key_after in _STAGES or after.type == "DASH") and is_method(tokens, index):
        return "name"
    if key_after in CROPS and (land := kind_of_land(tokens, index)):
        return land
    if "POPULATION" in marks_before and (is_whole(tokens, index) or opens_with_whole(tokens, index)):  # guard
        return "description"
    if "EXCLUDES" in marks and index and is_taken_out(tokens, index):  # guard
        return "description"
    if "PAST" in marks_after or "TERM_START" in marks_after:
        return "date"  # "6 tháng đầu năm", "3 năm đầu nhiệm kỳ"
    if "SUM" in marks_before and key_after in _PERIODS and has_unit(after) and index + 2 < len(tokens):
        return "date"  # "lũy kế 9 tháng hoàn thành 76% kế hoạch năm"
    if "MERGED" in marks_before and whole and not has_unit(after):
        return "description"  # "sau sáp nhập 03 xã"; but "lợi nhuận hợp nhất từ 320 tỷ đồng"
    if key_after in _TECHNIQUES and whole and adds_techniques(tokens, index):
        return "description"
    if key_before in _BASED_ON:
        return "description"  # "trên cơ sở 5 tiêu chí, xã đạt 90 điểm"
    if key_before in DIMENSIONS and (placed := measures_a_place(tokens, index)):  # guard
        return placed
    if "DESCRIBES" in marks_before and key_after in _YEAR_OR_MONTH:
        return "name"
    often = key_after in _PERIODS or (key_after == TIMES and "PERIODIC" in marks)
    if often and is_how_often(tokens, index):
        return "name"
    rated = key_before == "/" or token.value == 1 or not marks_before.isdisjoint(_RATING)
    if rated and is_base(tokens, index):  # guard
        return "base"
    if key_before == OVER and sizes_places(tokens, index):  # guard
        return "description"
    if key_after in STEPS and counts_steps(tokens, index):
        return "name"
    if "UNCOUNTED" in marks_after and (named := counts_nothing(tokens, index)):
        return named
    if (key_before == OVER or marks_before & CHANGING) and whole and falls_in_all(tokens, index):  # guard
        return "count"
    if key_before in _ON_ALL and "COUNTED_HEADING" in marks_after and whole and "FALL" in marks:
        return "count"  # "ở 3 tiêu chí, tai nạn giao thông giảm từ 5%"
    if whole and "ASPECT" in marks_after:
        counted = (
            key_after in _COUNTED_ASPECTS
            if before is _EDGE
            else (
                before.type == "SLASH"
                or marks_before & COMPARING
                or key_before == ATTAINS
                or (
                    key_after in _COUNTED_ASPECTS
                    and (
                        key_before in _CARRIED_OUT
                        or "MAKE" in marks
                        or not marks_before.isdisjoint(_COUNTING)
                    )
                )
            )
        )
        if not counted:
            return "count"  # "giảm 3 mặt (số vụ, số người chết, …) từ 5%"
    if ("RULE_PART" in marks_after or key_after in RULES_BY_WORD) and names_a_rule(tokens, index):
        return "name"
    if key_before in EVERY_ONE and (told := is_all_measured(tokens, index)):
        return told
    if key_before in MULTIPLYING and is_multiplied(tokens, index):
        return "description"
    if before.type in COMPARING_SIGNS and is_size_sign(tokens, index):
        return "description"
    if "LEAVES" in marks_before and whole:
        return "name"  # "thoát khỏi nhóm 4 huyện thấp nhất tỉnh"
    if "RUNNING" in marks_after:
        return "name"  # "3 năm liền không có tội phạm": how long a status lasts
    if key_before == OVER and after.key.startswith(ON_PLACES) and lies_along(tokens, index):
        return "description"
    if "AVERAGE" in marks_before and is_average_of_one(tokens, index):  # guard
        return "name"
    if key_before == "(" and is_one_of_each(tokens, index):  # guard
        return "name"
    if "AMONG_RANKED" in marks_before and (told := is_field(tokens, index)):
        return told
    if "FILED" in marks and is_filed(tokens, index):
        return "description"
    if slashed and is_map_scale(tokens, index):  # guard
        return "name"
    if (key_before == ":" or key_after == ":") and is_ratio(tokens, index):  # guard
        return "unread"
    if after.type == "DASH" and ranges_to_a_unit(tokens, index):
        return None
    if key_before in ENTERING and enters_a_class(tokens, index):  # guard
        return "name"
    if unit:
        return None
    if key_before in _NAMED_LEVELS:
        return "name"  # "AQL 2.5", "phòng sạch Class 100"
    if key_before in FORMS and whole and names_a_form(tokens, index):  # guard
        return "name"
    if key_after in _LETTERED and after.start == token.end and whole:
        return "name"  # "vốn 30a", "quốc lộ 1A"
    if after.start == token.end and whole and begins_a_name(before, after):
        return "name"
    if whole and WITHIN in (key_before, key_after) and is_many_in_one(tokens, index):  # guard
        return "name"
    stands = not whole and before is not _EDGE and marks_before.isdisjoint(_STATING)
    if stands and _VERSION.fullmatch(token.key):
        return "name"  # "Năng lực cạnh tranh 4.0", "công nghiệp 4.0"
    if before.type == "NUMBER" and labels_next_row(tokens, index):  # guard
        return "label"
    crowded = after.type == "NUMBER" and after.account is None
    if crowded and not labels_next_row(tokens, index + 1):
        return "unread"  # "9 5%", "68 70 70", "52.4 00 tấn": two figures with nothing between them
    if before is not _EDGE:
        if key_before == IN_THE_PLACE and whole and after is not _EDGE and counts_places(after):
            return "count"
        if (
            "DESCRIBES" in marks_before
            and "MAKE" not in marks_before  # "tổng kết 03 mô hình điểm"
            and not ends_compound(tokens, index - 1)  # "tiểu học 8 trường"
            and not restates_in_bracket(tokens, index)
            and not lists_parts(tokens, index)
            and not contains_each(tokens, index)
            and not leads_a_field(tokens, index)
            and whole
            and after.type == "WORD"
            and not marked(tokens[index + 2 : index + _FEW_YEARS], "LEADING")  # "danh sách 10 tỉnh đứng đầu"
        ):
            return "count"
        if whole and (named := names_by_number(tokens, index)):
            return named
        if "PERIOD" in marks_before and whole and not (index > 1 and counts_of_each(tokens[index - 2])):
            return "name"
        if "NAME_HEAD" in marks_before and whole and is_name(tokens, index):  # guard
            if is_measured(tokens, index):
                return None
            return "unread" if may_count(tokens, index) else "name"
        if (
            key_before == "-"
            and index > 1
            and tokens[index - 2].type == "WORD"
            and tokens[index - 2].end == before.start
            and not (index > 2 and tokens[index - 3].type == "NUMBER")  # "3 lớp-4 lớp"
        ):
            return "name"
    if "COUNTED_HEADING" in marks_after and is_heading_count(tokens, index):  # guard
        return "count"
    return None
