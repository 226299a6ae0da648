"""Numbers that are ages: "trẻ em dưới 5 tuổi", "độ tuổi từ 15 - 60"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import COMPARATORS, REACH, has_unit, token_at
from chitieu.text.spoken import AGE, AND, MONTH, YOUTH, words

#: Whose age is told in months.
INFANTS = frozenset(words("INFANT"))
#: The marks of an age; a lifespan may hold one ("dưới 5 tuổi bình quân").
AGING = frozenset({"AGE", "LIFESPAN"})
#: What a group of ages is called.
AGE_GROUPS = frozenset(words("AGE_GROUP"))
_BOUNDING_AGE = frozenset({"LESS", "MORE", "FROM"})
#: No one is so old.
_OLDEST = 120
#: How an age is bounded that is the subject itself, so many words behind it at least; what may stand before it.
_COMPARING, _QUALIFIED = COMPARATORS | {"FROM"}, 2
_BEFORE_SUBJECTS, _ENDS = frozenset({"STRIVE", "TIME", "OPENING"}), frozenset({",", ";", "."})
#: What stands between two ages of one lifespan.
_GOING_ON = COMPARATORS | {
    "AGE", "TIME", "YEAR_WORD", "STRIVE", "GOAL", "AIMED", "PLAN", "PLAN_SHORT", "EQUALS", "FROM", "TO", "UP_TO",
    "DOWN_TO", "RISE", "START", "PAST", "AND", "DEADLINE", "BRING", "OR_MORE",
}  # fmt: skip
_AVERAGE = frozenset({"AVERAGE"})
_SIGNS = frozenset({"SIGN", "DASH"})
_JOINING = frozenset({",", AND, "-"})


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
    if before is not None and before.key in AGE_GROUPS:
        return True
    if before is not None and "FROM" in before.marks and index > 1 and tokens[index - 2].key in AGE_GROUPS:
        counted = following is not None and (has_unit(following) or "NOUN" in following.marks)
        return (
            not counted and (tokens[index].value or _OLDEST) < _OLDEST
        )  # "trong độ tuổi từ 15 - 60 biết chữ"
    if before is not None and (before.type == "DASH" or "TO" in before.marks):
        first = token_at(tokens, index - 2)
        if first is not None and first.account == "age":
            return True
    if following is not None and following.key == MONTH and before is not None:
        whose = before.key
        if before.marks & _BOUNDING_AGE and index > 1:
            whose = tokens[index - 2].key
        if whose in INFANTS:
            return True  # "trẻ 3 - 36 tháng", "trẻ dưới 24 tháng"
    if following is None or "AGE" not in following.marks:
        return False
    return _lifespan_before(tokens, index) is None and not _is_of_the_subject(tokens, index)


def _is_of_the_subject(tokens: list[Token], index: int) -> bool:
    """ "Tuổi của ứng viên không quá 35 tuổi", "Độ tuổi tuyển dụng từ 35 tuổi trở xuống": an age is what is bounded."""
    behind, first = token_at(tokens, index + 2), index - 1
    if not (behind is None or behind.key in _ENDS or behind.marks & {"OR_MORE", "OR_LESS"}):
        return False
    if tokens[first].marks.isdisjoint(_COMPARING):
        return False
    while (
        first and index - first < REACH and (tokens[first - 1].type == "WORD" or tokens[first - 1].key == ":")
    ):
        first -= 1
    if first and tokens[first - 1].type == "NUMBER":
        return False  # "trẻ em dưới 5 tuổi và người trên 60 tuổi"
    while first < index and not tokens[first].marks.isdisjoint(_BEFORE_SUBJECTS):
        first += 1
    subject, qualified = tokens[first], index - first > _QUALIFIED
    return (
        qualified and ("AGE" in subject.marks or subject.key in AGE_GROUPS) and tokens[first + 1].key != YOUTH
    )


def _lifespan_before(tokens: list[Token], index: int) -> int | None:
    """Where the name of an age that is measured stands before a number, with no share or other age between."""
    joined = index > 0 and (tokens[index - 1].type == "DASH" or "TO" in tokens[index - 1].marks)
    begun = index - (3 if joined else 1)
    for at in range(begun, max(0, index - REACH) - 1, -1):
        token = tokens[at]
        if token.type == "NUMBER" and token.account is None:
            if not _goes_on_from(tokens, at, begun):
                return None
            begun = at - 1
        if token.key in _ENDS and token.key != "," and not _goes_on_from(tokens, at, begun):
            return None
        if "LIFESPAN" in token.marks:
            return at
    return None


def _goes_on_from(tokens: list[Token], first: int, last: int) -> bool:
    """ "từ 74,5 tuổi lên 75,5 tuổi", "hiện nay đạt 74 tuổi; phấn đấu đến năm 2030 đạt 75 tuổi": the age goes on there.

    Nothing stands between the two but signs and words of when, how much and what for.
    """
    between = tokens[first + 1 : last + 1]
    return all(
        not token.marks.isdisjoint(_GOING_ON) or token.account is not None or token.type in _SIGNS
        for token in between
    )


def is_age_of_another(tokens: list[Token], index: int) -> bool:
    """ "Tuổi kết hôn trung bình của nam 26 tuổi, nữ 23 tuổi": an age beside one that is measured."""
    after = token_at(tokens, index + 2)
    if after is not None and after.key not in (",", ";", "."):
        return False
    first = next((at for at in range(index - 1, 0, -1) if tokens[at].type == "NUMBER"), None)
    return first is not None and tokens[first].account is None and _lifespan_before(tokens, first) is not None


def part_ages(tokens: list[Token]) -> None:
    """Part "tuổi bình quân" behind a number: "trẻ em dưới 5 tuổi bình quân mỗi năm giảm 0,5‰" names no lifespan."""
    for index in range(len(tokens) - 1, 0, -1):
        token = tokens[index]
        if (
            tokens[index - 1].type != "NUMBER"
            or "LIFESPAN" not in token.marks
            or not token.key.startswith(AGE)
        ):
            continue
        middle = token.start + len(AGE)
        years = new_token("WORD", AGE, token.text[: len(AGE)], token.start, middle, frozenset({"AGE"}))
        rest = token.key[len(AGE) + 1 :]
        average = new_token("WORD", rest, token.text[len(AGE) + 1 :], middle + 1, token.end, _AVERAGE)
        tokens[index : index + 1] = [years, average]


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
