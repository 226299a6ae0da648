"""What each word does around a figure, before the grammar reads it.

An LALR grammar looks one token ahead, and "trên" is a comparator only if a figure follows somewhere on. So two short
passes settle that first: to the right of a figure its unit and its "trở lên"; to the left the words that lead up to
it. What neither pass claims stays a word. The runs of claimed tokens are the islands that the grammar reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chitieu.reading.phrases.amounts import (
    is_figure,
    joins,
    joins_places,
    moves,
    read_amount,
    starts_roughly,
)
from chitieu.reading.phrases.baselines import CARRIED_OUT, POINTS, REFERRING, point_of, read_basis
from chitieu.reading.phrases.closings import BEHIND, BEYOND, CLOSING, close
from chitieu.reading.phrases.leads import LEADS, read_lead, unclaim, unit_before
from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import CHANGING, COMPARATORS, COMPARING_SIGNS
from chitieu.text.spoken import (
    ATTAINS,
    COMPARATIVE,
    EQUAL,
    EQUAL_OR,
    EXCEED,
    NEGATIVE,
    ONE_HALF,
    REACH_NAMED,
    SAME_PERIOD,
    SINCE,
    THAN,
    WITHIN,
    words,
)

_UNTIL, _YEAR_ENDS = words("UNTIL_BEGINS"), words("YEAR_ENDS")
_UNTIL_BARE = frozenset(words("UNTIL_BARE"))
_BEFORE_YEARS = frozenset(words("TIME_BEFORE_YEAR"))
_SINCE = (WITHIN[:2], SINCE)
_COMPARED = (f" {COMPARATIVE}", EQUAL)
_NO_FURTHER = frozenset(words("NO_FURTHER"))
_DIFFERENCES = frozenset((*words("UPWARD_DIFFERENCE"), *words("DOWNWARD_DIFFERENCE")))
#: What names a sum that another is compared to, and so many words the name may have.
_SUMS, _NAMED = frozenset(words("COMPARED_SUM")), 5

_POINTS = frozenset(POINTS)
_MULTIPLES = frozenset({"HALF", "DOUBLE", "TRIPLE", "ONE_AND_HALF"})
#: What an island grows from: the types of tokens, and the marks of words.
_SEED_TYPES = frozenset({"NUMBER", "YEAR"})
_SEED_MARKS = _MULTIPLES | _POINTS
#: Signs within an island that the grammar does not see.
_NO_WORDS = frozenset({'"', "|"})
_TURNED = {
    "SIGN_LESS": {"<": "MORE", "<=": "AT_LEAST", "≤": "AT_LEAST", "=<": "AT_LEAST"},
    "SIGN_MORE": {">": "LESS", ">=": "AT_MOST", "≥": "AT_MOST", "=>": "AT_MOST"},
}


@dataclass(slots=True, eq=False, init=False)
class Island:
    """A run of tokens for the grammar: from ``start`` to ``end`` (indices), in the order in which they are read."""

    start: int
    end: int
    tokens: list[Token]
    preunit: bool
    turned: bool  # the figure stands before its sign: "0,5 ≤ D/E"
    negated: bool  # a word of negation stands before its comparator: "chẳng dưới"
    compares: bool  # a comparison without an amount


def new_island(  # noqa: PLR0917 - as many as an island has
    start: int,
    end: int,
    tokens: list[Token],
    preunit: bool = False,
    turned: bool = False,
    negated: bool = False,
    compares: bool = False,
) -> Island:
    """An island; a function, as that of a token is."""
    island = Island()
    island.start, island.end, island.tokens = start, end, tokens
    island.preunit, island.turned = preunit, turned
    island.negated, island.compares = negated, compares
    return island


def find_islands(
    tokens: list[Token], marks: frozenset[str], numbers: Sequence[int] | None = None, *, dated: bool = True
) -> list[Island]:
    """The figure phrases of a clause, in order. Types of the tokens in them are set to terminals of the grammar.

    ``marks`` are those of all tokens, ``numbers`` the places of those of them that are numbers, where these are known.
    ``dated`` is False where none of them is a year.
    """
    seeds = _seeds(tokens, marks) if numbers is None or not marks.isdisjoint(_SEED_MARKS) else numbers
    if dated:  # guard
        years = [at for at in seeds if tokens[at].account == "year"]
        if years:
            _join_years(tokens, years)
            seeds = _seeds(tokens, marks)
    islands: list[Island] = []
    floor = 0
    for at in seeds:
        if at < floor:
            continue
        token = tokens[at]
        counted = token.type == "NUMBER" and token.account is None  # `is_figure`, asked of every number
        if counted or (not token.marks.isdisjoint(_MULTIPLES) and _multiple(tokens, at)):
            island = _grow(tokens, at, floor, marks)
        elif token.type == "YEAR" or not token.marks.isdisjoint(_POINTS):
            found = _reference(tokens, at, floor)
            if found is None:
                continue
            island = found
        else:
            continue
        if islands and island.start == islands[-1].end and _leads_to(islands[-1], island):
            joined = islands.pop()  # "không vượt dự toán được giao là 18.450 triệu đồng"
            island.start, island.tokens = joined.start, joined.tokens + island.tokens
        islands.append(island)
        floor = island.end
    return islands


def _seeds(tokens: list[Token], marks: frozenset[str]) -> Sequence[int]:
    """Where islands may grow: at numbers, and at words for a multiple or for what something is against."""
    if marks.isdisjoint(_SEED_MARKS):  # guard
        return [
            at for at, token in enumerate(tokens) if token.type != "WORD" and token.type in _SEED_TYPES
        ]  # most are words
    return [
        at
        for at, token in enumerate(tokens)
        if token.type in _SEED_TYPES or (token.marks and not token.marks.isdisjoint(_SEED_MARKS))
    ]


def _leads_to(plan: Island, amount: Island) -> bool:
    """Whether a comparison with the plan goes on to its figure; "cao hơn kế hoạch ít nhất 5%" differs by it."""
    if not plan.compares or plan.tokens[-1].type != "PLAN":
        return False
    differs = any(token.key in _DIFFERENCES or token.type in CHANGING for token in plan.tokens)
    return amount.tokens[0].type == "EQUALS" or not differs


def _multiple(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if "HALF" in token.marks:
        if token.key == ONE_HALF:
            token.type = "HALF"
            return True
        if at and tokens[at - 1].marks & (
            COMPARATORS | {"ABOUT", "NEARLY", "EQUALS", "FROM", "RISE", "FALL"}
        ):
            token.type = "HALF"
            return True
        return False
    token.type = next(kind for kind in ("DOUBLE", "TRIPLE", "ONE_AND_HALF") if kind in token.marks)
    return True


def _join_years(tokens: list[Token], years: list[int]) -> None:
    """Make "năm 2025" and its kin one YEAR token, "đến năm 2025" one TIME token; ``years`` are their places."""
    for at in reversed(years):
        number = tokens[at]
        word = tokens[at - 1] if at else None
        if word is None or "YEAR_WORD" not in word.marks:
            if number.type != "NUMBER":
                continue
            announces = at + 1 < len(tokens) and tokens[at + 1].key == ":"
            against = word is not None and (  # "so với 2023", "so với cùng kỳ 2023"
                "AGAINST" in word.marks
                or (word.key == SAME_PERIOD and at > 1 and "AGAINST" in tokens[at - 2].marks)
            )
            if word is not None and word.key in CARRIED_OUT and at > 1 and tokens[at - 2].type == "PERCENT":
                tokens[at - 1 : at + 1] = [_year_of(word, number)]  # "bằng 108% thực hiện năm 2023"
            elif announces or against or _opens_a_part(tokens, at):
                number.type, number.marks, number.value = "YEAR", frozenset({"TIME"}), number.key
            elif word is not None and _reaches_a_year(tokens, at - 1):
                tokens[at - 1 : at + 1] = [_year_of(word, number, "DEADLINE")]
        else:
            index = at - 1
            until = word.key.startswith(_UNTIL) and not word.key.startswith(_YEAR_ENDS)
            joined = _year_of(word, number)
            priced = index > 0 and "PRICED" in tokens[index - 1].marks  # "giá so sánh năm 2010"
            joined.value = None if priced else _last_year(tokens, index) or number.key
            if not until and index and tokens[index - 1].key in _BEFORE_YEARS:
                index -= 1
                joined.start = tokens[index].start
                joined.key = f"{tokens[index].key} {joined.key}"
                until = not joined.key.startswith(_SINCE)
            if until:
                joined.marks = frozenset({"TIME", "DEADLINE"})
            tokens[index : at + 1] = [joined]


def _year_of(word: Token, number: Token, *marks: str) -> Token:
    """A year and the word before it as one token."""
    key, text = f"{word.key} {number.key}", f"{word.text} {number.text}"
    joined = new_token("YEAR", key, text, word.start, number.end, frozenset({"TIME", *marks}))
    joined.value, joined.account = number.key, "year"
    return joined


def _opens_a_part(tokens: list[Token], at: int) -> bool:
    """ "năm 2026 đạt 40%, 2027 đạt 42%": a year that a part of the clause begins with, and what is reached then."""
    if at < 2 or at + 2 >= len(tokens) or tokens[at - 1].key != "," or tokens[at - 2].account == "year":
        return False
    behind, figure = tokens[at + 1], tokens[at + 2]
    return bool(behind.marks & {"EQUALS", "DOWN_TO", "UP_TO"} | (behind.marks & COMPARATORS)) and is_figure(
        figure
    )


def _reaches_a_year(tokens: list[Token], index: int) -> bool:
    """ "phấn đấu đến 2030 đạt 95%": "đến năm 2030" without the word; but not the second end of "từ 2021 đến 2025"."""
    word, before = tokens[index], tokens[index - 1] if index else None
    after = tokens[index + 2] if index + 2 < len(tokens) else None
    if word.key not in _UNTIL_BARE or (after is not None and after.type in ("DASH", "SLASH")):
        return False
    return before is None or before.account != "year"


def _last_year(tokens: list[Token], index: int) -> str | None:
    """ "tổng vốn 5 năm 2026 - 2030": all these years, which are over with the last."""
    if not index or tokens[index - 1].type != "NUMBER" or tokens[index - 1].account != "name":
        return None
    dash, last = tokens[index + 2 : index + 3], tokens[index + 3 : index + 4]
    return last[0].key if last and dash[0].type == "DASH" and last[0].account == "year" else None


def _in_cell(tokens: list[Token], at: int, floor: int) -> bool:
    """ "… % 100 Phòng Văn hóa", "% ≥ 97 Phòng Điều phối": behind a sign with no figure, a name that begins anew.

    A word stands behind the place.
    """
    after = tokens[at + 1]
    if not after.text[:1].isupper() or "SCALE" in after.marks:
        return False
    sign = at - 1
    while sign > floor and (
        tokens[sign].type in COMPARING_SIGNS or not tokens[sign].marks.isdisjoint(COMPARATORS)
    ):
        sign -= 1
    return sign > floor and tokens[sign].type == "PERCENT" and tokens[sign - 1].type == "WORD"


def _grow(tokens: list[Token], at: int, floor: int, marks: frozenset[str]) -> Island:
    count = len(tokens)
    if at > floor + 1 and at + 1 < count and tokens[at + 1].type == "WORD" and _in_cell(tokens, at, floor):
        end, unit = at + 1, False
    else:
        end, unit = read_amount(tokens, at)
    run = tokens[at:end]
    led = at
    if end + 1 < count:
        following, second = tokens[end], tokens[end + 1]
        joint = following.type == "DASH" or "TO" in following.marks
        if following.type == "PLUS_MINUS" and is_figure(second):
            end, unit = read_amount(tokens, end + 1)
            run = tokens[at:end]
        elif joint and joins(following, tokens, end):
            following.type = "TO"
            third = tokens[end + 2] if end + 2 < count else None
            if second.marks & {"LESS", "AT_MOST"} and third is not None and is_figure(third):
                second.type = "LESS" if "LESS" in second.marks else "AT_MOST"
                end, unit = read_amount(tokens, end + 2)
            else:
                end, unit = read_amount(tokens, end + 1)
            run = tokens[at:end]
        elif "OR_MORE" in following.marks and "TO" in second.marks and _is_upper_end(tokens, at, end + 2):
            second.type = "TO"  # "từ 12% trở lên đến 14%"
            before = tokens[at:end]
            end, unit = read_amount(tokens, end + 2)
            run = before + tokens[tokens.index(second) : end]
        elif joint and joins_places(tokens, at, end):
            following.type, second.type = "TO", "RANK"
            end += 3
            run = tokens[at:end]
        elif "FROM" in marks and (reached := moves(tokens, at, end)) is not None:  # guard
            verb, figure = reached
            led -= starts_roughly(tokens, at)
            before = tokens[at:end]  # words between ("năm 2020") are no part of the phrase
            end, unit = read_amount(tokens, figure)
            if end + 1 < count and joins(tokens[end], tokens, end) and is_figure(tokens[end + 1]):
                tokens[end].type = "TO"
                end, unit = read_amount(tokens, end + 1)
            run = before + [token for token in tokens[verb:end] if token.type != "RANK"]
    for token in run:  # few have any, and a comprehension costs more to begin
        if token.key in _NO_WORDS:
            run = [token for token in run if token.key not in _NO_WORDS]
            break
    start, leads = read_lead(tokens, led, floor)
    if (
        end < count
        and tokens[end].type in _TURNED  # "0,5 ≤ hệ số": the figure comes first
        and all(lead.type not in COMPARATORS for lead in leads)
        and (end + 1 == count or not is_figure(tokens[end + 1]))
    ):
        turned = True
        tokens[end].type = _TURNED[tokens[end].type][tokens[end].key]
        leads = [tokens[end]]
        end += 1
    else:
        turned = False
    may_go_on = end < count and not marks.isdisjoint(BEYOND) and tokens[end].key in BEHIND
    downward = "DOWN_TO" in marks and bool(leads) and leads[-1].type == "FROM"  # "từ 5% xuống"
    if may_go_on or downward or not marks.isdisjoint(CLOSING):  # guard
        end = close(tokens, end, run, leads)
    preunit = False
    if not unit:
        start, leads, moved = unit_before(tokens, start, leads, end=end, floor=floor)
        if moved:
            behind = 3 if len(run) > 2 and run[1].type == "SLASH" else 1  # "thôn | 12/15"
            run[behind:behind] = moved
            preunit = True
    if end < count and not tokens[end].marks.isdisjoint(REFERRING):
        end = read_basis(tokens, end, run, leads)
    if start <= floor:
        return new_island(start, end, leads + run, preunit, turned)
    opened = tokens[start - 1]
    negated = "NEVER" in opened.marks
    graded = "GRADED" in opened.marks and bool(leads) and leads[0].text == REACH_NAMED
    if (negated or graded) and len(leads) > 1 and leads[0].key == ATTAINS:
        unclaim(leads[0])  # "Chưa đạt không quá 2%", "loại Đạt không quá 0,5%": the name of a grade
        return new_island(start + 1, end, leads[1:] + run, preunit, turned)
    denied = opened.key == NEGATIVE or (negated and any(lead.type in COMPARATORS for lead in leads))
    return new_island(start, end, leads + run, preunit, turned, denied)


def _is_upper_end(tokens: list[Token], at: int, end: int) -> bool:
    return at > 0 and "FROM" in tokens[at - 1].marks and end < len(tokens) and is_figure(tokens[end])


def _reference(tokens: list[Token], at: int, floor: int) -> Island | None:
    """ "so với năm 2020", "cao hơn năm trước", "không thấp hơn so với năm 2021"."""
    kind = point_of(tokens[at])
    start = at
    run = [tokens[at]]
    against = at > floor and "AGAINST" in tokens[at - 1].marks
    if against:
        start -= 1
        run.insert(0, tokens[start])
    elif kind != "PLAN":
        start = _sum_before(tokens, at, floor)
    leads: list[Token] = []
    while start > floor:
        token = tokens[start - 1]
        if token.type != "WORD":
            break
        found = next((name for name in LEADS if name in token.marks), None)
        if found is None or (
            not leads
            and not against
            and not token.key.startswith(f"{EQUAL_OR} ")
            and not (
                token.key.endswith(_COMPARED)
                or (token.key in _NO_FURTHER and not _ends_work(tokens, start - 1))
            )
            and not (kind == "PLAN" and found == "AT_MOST")
            and not (found == "MORE" and kind != "PLAN" and _goes_beyond(tokens, start - 1))
        ):
            break
        if found not in COMPARATORS | {"RISE", "FALL", "EQUALS"}:
            break
        leads.insert(0, token)
        token.type = found
        start -= 1
    if not against and not any(token.type in COMPARATORS for token in leads):
        for token in leads:
            unclaim(token)
        return None
    if kind == "PLAN" and not against and not leads:
        return None
    assert kind is not None
    end = at + 1
    if kind == "YEAR" and end + 1 < len(tokens) and tokens[end].type == "DASH":
        end += 2 if tokens[end + 1].account == "year" else 0  # "so với năm học 2021-2022"
    if (
        kind == "PREVIOUS"
        and end < len(tokens)
        and tokens[end].type == "YEAR"
        and tokens[at].key == SAME_PERIOD
    ):
        run.append(tokens[end])  # "so với cùng kỳ năm 2023"
        end += 1
    if against and not leads:
        end, leads = _compared_behind(tokens, end)
    tokens[at].type = kind
    if against:
        run[0].type = "AGAINST"
    return new_island(start, end, leads + run, compares=bool(leads))


def _sum_before(tokens: list[Token], at: int, floor: int) -> int:
    """ "không thấp hơn số thực nộp năm 2022", "cao hơn mức năm trước": where what was there is named, else ``at``."""
    for start in range(at - 1, max(floor, at - 1 - _NAMED), -1):
        if tokens[start].type != "WORD" or not tokens[start].marks.isdisjoint(COMPARATORS):
            break
        if tokens[start].key in _SUMS and tokens[start - 1].key.endswith(_COMPARED):
            return start
    return at


def _ends_work(tokens: list[Token], index: int) -> bool:
    """ "hoàn thành không vượt quá năm 2025": by when, and no more than what there was."""
    return marked(tokens[max(0, index - _NAMED) : index], "FINISH")


def _goes_beyond(tokens: list[Token], index: int) -> bool:
    """ "vượt năm trước", "tăng hơn năm trước": more than what there was."""
    token, before = tokens[index], tokens[index - 1] if index else None
    risen = before is not None and bool(before.marks & {"RISE", "FALL"})
    return token.key.split(" ", 1)[0] == EXCEED or (token.key == THAN and risen)


def _compared_behind(tokens: list[Token], end: int) -> tuple[int, list[Token]]:
    """ "so với năm trước thấp hơn hoặc bằng": the comparison behind what it is against, where no figure follows."""
    if end >= len(tokens) or tokens[end].type != "WORD":
        return end, []
    found = next(
        (name for name in ("AT_LEAST", "AT_MOST", "MORE", "LESS") if name in tokens[end].marks), None
    )
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if found is None or not (following is None or following.type == "SIGN"):
        return end, []
    tokens[end].type = found
    return end + 1, [tokens[end]]
