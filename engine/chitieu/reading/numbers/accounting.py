"""What a number is instead of a figure of a target, by what stands beside it: one table of rules, asked in order.

A rule is asked of those numbers only whose neighbours and whose clause have what it names. The first that holds gives
the account. `figures` asks of every number that nothing else has accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import chain
from typing import NamedTuple

from chitieu.reading.numbers.ages import AGING
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
    leads_a_field,
    lies_along,
    lists_parts,
    measures_a_place,
    ranges_to_a_unit,
    restates_in_bracket,
    sizes_places,
)
from chitieu.reading.numbers.classes import CLASSED, ROOMS, VERSIONS, is_class, is_room, is_version
from chitieu.reading.numbers.crops import CROPS, kind_of_land
from chitieu.reading.numbers.dates import (
    LENGTHS,
    UNITS_OF_TIME,
    is_how_often,
    is_maturity,
    is_stretch_of_time,
    starts_days,
)
from chitieu.reading.numbers.denied import denied_as
from chitieu.reading.numbers.labels import (
    EVERY_ONE,
    LAST_LABEL,
    counts_parts,
    is_all_measured,
    is_heading_count,
    is_label,
    labels_next_row,
    numbers_next_part,
    numbers_subpart,
    opens_part,
)
from chitieu.reading.numbers.number_grades import STEPS, counts_steps, is_measured
from chitieu.reading.numbers.number_names import (
    ENTERING,
    FORMS,
    adds_techniques,
    counts_children,
    counts_nothing,
    counts_places,
    enters_a_class,
    falls_in_all,
    is_method,
    is_name,
    may_count,
    names_a_form,
    names_by_number,
)
from chitieu.reading.numbers.parameters import is_parameter
from chitieu.reading.numbers.proper_names import begins_a_name, is_many_in_one, names_someone
from chitieu.reading.numbers.rules import RULES_BY_WORD, names_a_rule
from chitieu.reading.numbers.sizes import (
    RATED_UNITS,
    SIZES_OF_PACKS,
    is_rated_power,
    is_size,
    is_size_of_pack,
    is_size_sign,
)
from chitieu.reading.numbers.times import (
    age,
    ahead_of_time,
    before_some_days,
    cumulated,
    day,
    in_months,
    lasts,
    month_of_year,
    of_a_period,
    of_a_term,
    some_years,
    stands_for_years,
    year,
)
from chitieu.reading.numbers.weights import COUNTED, STATING, WEIGHING, says_weight, weighs_in_points
from chitieu.reading.numbers.wholes import is_whole, is_whole_in_its_unit, opens_with_whole
from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import (
    CHANGING,
    COMPARING,
    COMPARING_SIGNS,
    UNIT_TYPES,
    ends_compound,
    has_unit,
    token_at,
)
from chitieu.text.spoken import (
    A_YEAR,
    ATTAINS,
    BEFORE,
    BETWEEN,
    CHILD,
    IN_THE_PLACE,
    MONTH,
    OVER,
    TIMES,
    WITHIN,
    words,
)

_UNTIL, _ELECTS = words("UNTIL_BEGINS"), frozenset(words("ELECTS"))
_PERIODS, _YEAR_OR_MONTH = words("PERIODS"), words("YEAR_OR_MONTH")
#: Verbs whose object is counted: "giám sát 02 nội dung", "tăng 1 nội dung".
_COUNTING = frozenset({"INSPECTS", "RISE", "FALL", "AVERAGE"})
_COUNTED_ASPECTS, _CARRIED_OUT = frozenset(words("COUNTED_ASPECT")), frozenset(words("CARRIED_OUT"))
#: So many words behind a count may say that what is counted leads.
_NEAR = 5
#: The last class of a school.
_LAST_CLASS = 12
#: A number with a point and a nought is the name of a version; decimals are written with a comma.
_VERSION = re.compile(r"[1-9]\.0")
#: Nouns that may stand behind the number of a name.
_NAMED_OR_DONE = frozenset({"ACTOR", "MAKE"})
#: What stands before the base of a rate, beside "/".
_RATING = frozenset({"EACH", "PER"})
_SIZING = frozenset({"SIZED", "ON_SCALE", "CLUB"})
#: What before a percentage, and what anywhere in the clause, may make it something else than a figure.
_TURNING_KEYS = DIMENSIONS | MULTIPLYING | {BEFORE, CHILD, "(", "/", ":", "="}
_TURNING_BEFORE = (
    _SIZING | _RATING | WEIGHING | {"POPULATION", "DESCRIBES", "AVERAGE", "AMONG_RANKED", "PARAMETER"}
)
_TURNING = frozenset({"EXCLUDES", "FILED", "WEIGHT"})
#: What stands before the first token and behind the last.
_EDGE = new_token("", "", "", 0, 0)
#: The account that ends the questions: the number is a figure.
_FIGURE = "figure"


def _ends_a_name(tokens: list[Token], index: int) -> str | None:
    """The number of someone's name, with no thing behind that it counts."""
    after = tokens[index + 1] if index + 1 < len(tokens) else _EDGE
    thing = "NOUN" in after.marks and after.marks.isdisjoint(_NAMED_OR_DONE)
    return None if thing else names_someone(tokens, index)


def _opens_bracketed(tokens: list[Token], index: int) -> bool:
    """ "(1) Tỷ lệ …; (2) số …"."""
    return index <= 3 or opens_part(tokens, index)


def _of_a_grade(tokens: list[Token], index: int) -> bool:
    """ "từ 3,45 điểm trở lên/83 tiêu chí"."""
    return index > 1 and "OR_MORE" in tokens[index - 2].marks


def _third_birth(tokens: list[Token], index: int) -> bool:
    """ "sinh con thứ 3"."""
    return index > 1 and "BIRTH" in tokens[index - 2].marks


def _is_sized(tokens: list[Token], index: int) -> bool:
    """ "xe ép rác loại 10 m3"."""
    after = token_at(tokens, index + 1)
    return after is not None and is_size(after)


def _school_class(tokens: list[Token], index: int) -> bool:
    """ "Học sinh 12 đậu tốt nghiệp"."""
    return (tokens[index].value or 0) <= _LAST_CLASS


def _of_the_whole(tokens: list[Token], index: int) -> bool:
    return is_whole(tokens, index) or opens_with_whole(tokens, index)


def _are_elected(tokens: list[Token], index: int) -> bool:
    """ "Bầu 05 thành viên HĐQT", "bầu bổ sung 02 thành viên": those who are elected; but not "mang bầu 20 tuần"."""
    at = next((at for at in (index - 1, index - 2) if at >= 0 and tokens[at].key in _ELECTS), None)
    return at is not None and (not at or tokens[at - 1].type == "SIGN" or tokens[at - 1].account == "label")


def _excluded(tokens: list[Token], index: int) -> bool:
    return index > 0 and is_taken_out(tokens, index)


def _base_of_one(tokens: list[Token], index: int) -> bool:
    """ "giá trị trên 01 ha … đạt"."""
    return tokens[index].value == 1 and is_base(tokens, index)


def _along_places(tokens: list[Token], index: int) -> bool:
    return tokens[index + 1].key.startswith(ON_PLACES) and lies_along(tokens, index)


def _names_aspects(tokens: list[Token], index: int) -> bool:
    """ "giảm 3 mặt (số vụ, số người chết, …) từ 5%": not a count of what is to be done."""
    known = tokens[index + 1].key in _COUNTED_ASPECTS
    if not index:
        return not known
    before = tokens[index - 1]
    if before.type == "SLASH" or before.key == ATTAINS or before.marks & COMPARING:
        return False
    done = before.key in _CARRIED_OUT or not before.marks.isdisjoint(_COUNTING)
    return not (known and (done or marked(tokens, "MAKE")))


def _lettered(tokens: list[Token], index: int) -> bool:
    """ "vốn 30a", "quốc lộ 1A"."""
    return tokens[index + 1].start == tokens[index].end


def _begins_a_name(tokens: list[Token], index: int) -> bool:
    after = token_at(tokens, index + 1)
    if after is None or after.start != tokens[index].end:
        return False
    return begins_a_name(tokens[index - 1] if index else _EDGE, after)


def _version(tokens: list[Token], index: int) -> bool:
    """ "Năng lực cạnh tranh 4.0", "công nghiệp 4.0"."""
    if not index or not _VERSION.fullmatch(tokens[index].key):
        return False
    return tokens[index - 1].marks.isdisjoint(STATING)


def _crowded(tokens: list[Token], index: int) -> bool:
    """ "9 5%", "68 70 70", "52.4 00 tấn": two figures with nothing between them."""
    return tokens[index + 1].account is None and not labels_next_row(tokens, index + 1)


def _in_places(tokens: list[Token], index: int) -> bool:
    after = token_at(tokens, index + 1)
    return after is not None and counts_places(after)


def _in_more_places(tokens: list[Token], index: int) -> bool:
    """ "UBND 09 phường, 04 xã": behind places that are counted so."""
    return index > 3 and tokens[index - 3].account == "count" and _in_places(tokens, index)


def _between_several(tokens: list[Token], index: int) -> bool:
    """ "phối hợp giữa 3 lực lượng"; not "giữa 3 lần và 5 lần"."""
    return not any(token.type == "NUMBER" for token in tokens[index + 1 : index + _NEAR])


def _describes_how_many(tokens: list[Token], index: int) -> bool:
    """Whether a count belongs to a description; not where it lists, restates, or leads what is ranked."""
    return (
        "MAKE" not in tokens[index - 1].marks  # "tổng kết 03 mô hình điểm"
        and not ends_compound(tokens, index - 1)  # "tiểu học 8 trường"
        and not restates_in_bracket(tokens, index)
        and not lists_parts(tokens, index)
        and not contains_each(tokens, index)
        and not leads_a_field(tokens, index)
        and not marked(tokens[index + 2 : index + _NEAR], "LEADING")  # "danh sách 10 tỉnh đứng đầu"
    )


def _by_number(tokens: list[Token], index: int) -> str | None:
    return names_by_number(tokens, index) if index else None


def _name(tokens: list[Token], index: int) -> str | None:
    """ "khu phố 3", "lớp 6", and what may count."""
    if not is_name(tokens, index):
        return None
    if is_measured(tokens, index):
        return _FIGURE
    return "unread" if may_count(tokens, index) else "name"


def _hyphened(tokens: list[Token], index: int) -> bool:
    """ "Covid-19"; not "3 lớp-4 lớp"."""
    if index < 2 or tokens[index - 2].type != "WORD" or tokens[index - 2].end != tokens[index - 1].start:
        return False
    return not (index > 2 and tokens[index - 3].type == "NUMBER")


def _always(_: list[Token], __: int) -> bool:
    return True


class Rule(NamedTuple):
    """What gives a number an account, and where it is asked.

    ``before`` and ``after`` are keys, types or marks of which the neighbour must have one, ``beside`` those of which
    either must have one, ``clause`` marks of which the clause must have one. Nothing named means that anything may
    stand there. ``test`` says whether the rule holds, or the account itself; without one it holds where it is asked.
    """

    account: str
    test: Callable[[list[Token], int], bool | str | None] = _always
    before: Collection[str] = ()
    after: Collection[str] = ()
    beside: Collection[str] = ()
    clause: Collection[str] = ()
    whole: bool | None = None
    unit: bool | None = None


#: The rules in the order in which they are asked.
_RULES = (
    Rule("label", _opens_bracketed, before="(", after=")", whole=True),
    Rule("label", numbers_next_part, before=".;", after="."),
    Rule("label", numbers_subpart, before=";"),
    Rule("name", _ends_a_name, before=["WORD"], whole=True, unit=False),
    Rule("name", stands_for_years, after=["YEAR", "YEAR_WORD"]),
    Rule(
        "name", before=words("ROUND"), after=["YEAR", "YEAR_WORD"], whole=True
    ),  # "đảng viên đợt 2 năm 2026"
    Rule("date", day, beside=["SLASH"]),
    Rule("date", starts_days, after=["DASH", "TO", "AND"], whole=True),
    Rule("name", before_some_days, before=[BEFORE], after=words("DAYS_OR_HOURS")),
    Rule("unread", ahead_of_time, after=[*words("DAYS_OR_HOURS"), A_YEAR]),
    Rule("description", _of_a_grade, before="/"),
    Rule("date", in_months, after=[MONTH]),
    Rule("date", month_of_year, beside=["SLASH"]),
    Rule("year", year, whole=True, unit=False),
    Rule("age", age, clause=AGING),
    Rule("name", _third_birth, before=[CHILD]),
    Rule("name", counts_children, after=["CHILD"]),
    Rule("name", some_years, after=[A_YEAR]),
    Rule("name", lasts, after=LENGTHS),
    Rule("date", is_stretch_of_time, after=UNITS_OF_TIME),
    Rule("description", denied_as, before=["MORE"]),
    Rule("description", is_maturity, clause=["MATURITY"]),
    Rule("description", says_weight, clause=WEIGHING),
    Rule("description", is_parameter, before=["=", "PARAMETER"]),
    Rule("description", weighs_in_points, before=["/", *COUNTED]),
    Rule("description", is_size_of_pack, after=SIZES_OF_PACKS),
    Rule("description", _is_sized, before=_SIZING, whole=True),
    Rule("description", is_rated_power, after=RATED_UNITS),
    Rule("name", _school_class, before=words("PUPIL"), after=["NO_NOUN"], whole=True),
    Rule("name", is_method, after=[*words("STAGE"), "DASH"], whole=True),
    Rule("description", kind_of_land, after=CROPS),
    Rule("description", _of_the_whole, before=["POPULATION"]),
    Rule("description", _excluded, clause=["EXCLUDES"]),
    Rule("task", _are_elected, before=words("BEHIND_ELECTS"), after=["NOUN"], whole=True),
    Rule("date", after=["PAST", "TERM_START"]),  # "6 tháng đầu năm", "3 năm đầu nhiệm kỳ"
    Rule("date", cumulated, before=["SUM"], after=_PERIODS, unit=True),
    Rule("description", before=["MERGED"], whole=True, unit=False),  # "sau sáp nhập 03 xã"
    Rule("description", adds_techniques, after=words("TECHNIQUE"), whole=True),
    Rule("description", before=words("BASED_ON")),  # "trên cơ sở 5 tiêu chí, xã đạt 90 điểm"
    Rule("description", measures_a_place, before=DIMENSIONS),
    Rule("name", before=["DESCRIBES"], after=_YEAR_OR_MONTH),
    Rule("name", is_how_often, after=_PERIODS),
    Rule("name", is_how_often, after=[TIMES], clause=["PERIODIC"]),
    Rule("base", is_base, before=["/", *_RATING]),
    Rule("base", _base_of_one),
    Rule("description", is_whole_in_its_unit, before="/", unit=True),
    Rule("description", sizes_places, before=[OVER]),
    Rule("name", counts_steps, after=STEPS),
    Rule("name", counts_nothing, after=["UNCOUNTED"]),
    Rule("count", falls_in_all, before=[OVER, *CHANGING], whole=True),
    # "ở 3 tiêu chí, tai nạn giao thông giảm từ 5%"
    Rule("count", before=words("ON_ALL_OF"), after=["COUNTED_HEADING"], clause=["FALL"], whole=True),
    Rule("count", _names_aspects, after=["ASPECT"], whole=True),
    Rule("name", names_a_rule, after=["RULE_PART", *RULES_BY_WORD]),
    Rule("count", is_all_measured, before=EVERY_ONE),
    Rule("description", is_multiplied, before=MULTIPLYING),
    Rule("description", is_size_sign, before=COMPARING_SIGNS),
    Rule("name", before=["LEAVES"], whole=True),  # "thoát khỏi nhóm 4 huyện thấp nhất tỉnh"
    Rule("name", after=["RUNNING"]),  # "3 năm liền không có tội phạm": how long a status lasts
    Rule("description", _along_places, before=[OVER], after=["WORD"]),
    Rule("name", is_average_of_one, before=["AVERAGE"]),
    Rule("name", is_one_of_each, before="("),
    Rule("name", is_field, before=["AMONG_RANKED"]),
    Rule("description", is_filed, clause=["FILED"]),
    Rule("name", is_map_scale, beside=["SLASH"]),
    Rule("unread", is_ratio, beside=":"),
    Rule(_FIGURE, ranges_to_a_unit, after=["DASH"]),
    Rule("name", enters_a_class, before=ENTERING),
    Rule("name", of_a_term, after=["PERIOD"], whole=True),
    Rule(_FIGURE, unit=True),
    Rule("name", before=words("LEVEL_NAMED")),  # "AQL 2.5", "phòng sạch Class 100"
    Rule("name", is_class, before=CLASSED, whole=True),
    Rule("name", is_room, before=ROOMS, whole=True),
    Rule("name", is_version, before=["FROM", "UP_TO", *VERSIONS], whole=False),
    Rule("name", names_a_form, before=FORMS, whole=True),
    Rule("name", _lettered, after="abc", whole=True),
    Rule("name", _begins_a_name, whole=True),
    Rule("name", is_many_in_one, beside=[WITHIN], whole=True),
    Rule("name", _version, whole=False),
    Rule("label", labels_next_row, before=["NUMBER"]),
    Rule("unread", _crowded, after=["NUMBER"]),
    Rule("count", _in_places, before=[IN_THE_PLACE, *words("OFFICES_OF")], whole=True),
    Rule("count", _in_more_places, before=",", whole=True),
    Rule("count", _between_several, before=[BETWEEN], after=["WORD"], whole=True),
    Rule("count", _describes_how_many, before=["DESCRIBES"], after=["WORD"], whole=True),
    Rule("count", counts_parts, clause=["CONTAINS"], whole=True),
    Rule("name", _by_number, whole=True),
    Rule("name", of_a_period, before=["PERIOD"], whole=True),
    Rule("name", _name, before=["NAME_HEAD"], whole=True),
    Rule("name", _hyphened, before="-"),
    Rule("count", is_heading_count, after=["COUNTED_HEADING"]),
)


def _asked_by(named: Sequence[Collection[str]]) -> tuple[dict[str, int], int]:
    """For each thing named, the rules that it lets be asked, a bit for each; and those that ask for nothing there."""
    asked: dict[str, int] = {}
    for at, features in enumerate(named):
        for feature in features:
            asked[feature] = asked.get(feature, 0) | 1 << at
    return asked, sum(1 << at for at, features in enumerate(named) if not features)


def _of_form(wanted: bool, forms: Sequence[bool | None]) -> int:
    """The rules that a number of some form lets be asked."""
    return sum(1 << at for at, form in enumerate(forms) if form is None or form is wanted)


class _ByMarks(dict[frozenset[str], int]):
    """For the marks of a token: the rules that they let be asked, those of any neighbour among them."""

    def __init__(self, asked: dict[str, int], always: int) -> None:
        super().__init__()
        self._asked, self._always = asked, always

    def __missing__(self, marks: frozenset[str]) -> int:
        bits = self._always
        for mark in marks:
            bits |= self._asked.get(mark, 0)
        self[marks] = bits
        return bits


#: What may stand on either side is asked of each.
_ASKED = tuple(
    chain.from_iterable(
        (rule._replace(before=rule.beside), rule._replace(after=rule.beside)) if rule.beside else (rule,)
        for rule in _RULES
    )
)
#: In their order, as a place in a tuple is found faster than a field of a named one.
_TESTS, _ACCOUNTS = tuple([rule.test for rule in _ASKED]), tuple([rule.account for rule in _ASKED])
_BEFORE, _ANY_BEFORE = _asked_by([rule.before for rule in _ASKED])
_AFTER, _ANY_AFTER = _asked_by([rule.after for rule in _ASKED])
_CLAUSE, _ANY_CLAUSE = _asked_by([rule.clause for rule in _ASKED])
_MARKED_BEFORE, _MARKED_AFTER = _ByMarks(_BEFORE, _ANY_BEFORE), _ByMarks(_AFTER, _ANY_AFTER)
_WHOLE = {form: _of_form(form, [rule.whole for rule in _ASKED]) for form in (True, False)}
_UNIT = {form: _of_form(form, [rule.unit for rule in _ASKED]) for form in (True, False)}


def rules_of_clause(marks: frozenset[str]) -> int:
    """The rules that may be asked in a clause whose tokens have these marks, a bit for each."""
    bits = _ANY_CLAUSE
    for mark in _CLAUSE.keys() & marks:
        bits |= _CLAUSE[mark]
    return bits


def account_of(tokens: list[Token], index: int, marks: frozenset[str], rules: int) -> str | None:
    """What a number is instead of a figure, None for a figure.

    ``marks`` are those of all tokens, ``rules`` those of the clause (`rules_of_clause`).
    """
    if index <= LAST_LABEL and is_label(tokens, index):
        return "label"
    before = tokens[index - 1] if index else _EDGE
    after = tokens[index + 1] if index + 1 < len(tokens) else _EDGE
    if after.type in UNIT_TYPES and before.type != "SLASH" and marks.isdisjoint(_TURNING):
        turned = before.key in _TURNING_KEYS or not before.marks.isdisjoint(_TURNING_BEFORE)
        if not turned:  # guard
            return None  # "đạt 95%"
    unit = has_unit(after)
    if unit and "YEAR_WORD" in before.marks and (after.text[:1].isupper() or before.key.startswith(_UNTIL)):
        unit = False  # "đến năm 2030 ngày điều trị …"; "… năm 2025 Triệu đồng/người 58": the cell behind the name
    rules &= _WHOLE[tokens[index].key.isdigit()] & _UNIT[unit]
    rules &= _BEFORE.get(before.key, 0) | _BEFORE.get(before.type, 0) | _MARKED_BEFORE[before.marks]
    rules &= _AFTER.get(after.key, 0) | _AFTER.get(after.type, 0) | _MARKED_AFTER[after.marks]
    while rules:
        first = rules & -rules
        rules ^= first
        at = first.bit_length() - 1
        told = _TESTS[at](tokens, index)
        if told:
            account = told if isinstance(told, str) else _ACCOUNTS[at]
            return None if account == _FIGURE else account
    return None
