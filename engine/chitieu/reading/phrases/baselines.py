"""What a figure is against: "so với năm 2020", "so với mức phát thải năm 2020", "bằng 108% thực hiện năm 2023"."""

from __future__ import annotations

from chitieu.reading.phrases.amounts import DOUBLED
from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import CHANGING, COMPARATORS
from chitieu.text.spoken import A_YEAR, EQUAL, TIMES, words

_TIMED, _UNTIL = words("TIME_BEGINS"), words("UNTIL_BEGINS")
_PLANS = frozenset({"PLAN", "PLAN_SHORT"})
#: What something may be against, beside a year.
POINTS = ("PREVIOUS", "TERM_START", "PLAN")
#: What a word is marked with that may begin what a figure is against.
REFERRING = frozenset(POINTS) | _PLANS | {"AGAINST", "POPULATION", "TIME"}
#: "so với số": against the number of those who were, where what is said is a change.
_AGAINST_NUMBER = frozenset(words("AGAINST_NUMBER"))
#: "so với đầu năm": where the year before ended.
_BEGINNINGS = frozenset(words("BEGINNING_AGAINST"))
#: How many words may name what there was; what they don't hold.
_NAMED = 7
_ENDING = COMPARATORS | CHANGING | {"EQUALS", "STRIVE", "AND", "COMMON", "PERIOD", "EACH", "AMONG", "ATTAIN"}
_LAST_DAY = words("LAST_DAY")
#: What a result is led to by, before its year.
CARRIED_OUT = frozenset(words("CARRIED_OUT_BEFORE"))
_CARRIED_OUT = tuple(f"{led} " for led in CARRIED_OUT)


def read_basis(tokens: list[Token], end: int, run: list[Token], leads: list[Token]) -> int:
    """Take in "so với năm 2020", "kế hoạch" directly after the figure, which the ``leads`` stand before."""
    token = tokens[end]
    share = any(lead.key == EQUAL for lead in leads)
    doubled = run[-1].type in DOUBLED
    multiple = doubled or run[-1].key == TIMES or share
    timed = "DEADLINE" in token.marks or token.key.startswith(_TIMED)  # "bằng 0 vào năm 2050"
    if multiple and not timed and (kind := point_of(token)) is not None and (kind != "PLAN" or doubled):
        token.type = kind
        run.append(token)
        return end + 1
    if token.type == "YEAR" and run[-1].type == "PERCENT" and token.key.startswith(_CARRIED_OUT):
        run.append(token)
        return end + 1
    changes = any(lead.type in CHANGING for lead in leads)
    if "AGAINST" in token.marks or (changes and token.key in _AGAINST_NUMBER):
        at = _point_named(tokens, end + 1, changes=changes)
        if at is not None:
            token.type = "AGAINST"
            run += [token, tokens[at]]
            end = at + 1
            dated = tokens[at].type == "PREVIOUS" and end < len(tokens) and tokens[end].type == "YEAR"
            if dated and not tokens[end].key.startswith((*_TIMED, *_UNTIL)):  # "so với cùng kỳ vào năm 2030"
                run.append(tokens[end])
                end += 1
            return end
    if token.marks.isdisjoint(_PLANS) or run[-1].type != "PERCENT":
        return end
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    named = following is not None and following.type == "WORD" and not following.marks  # "chỉ tiêu giao quân"
    if not named:
        token.type = "PLAN"
        run.append(token)
        return end + 1
    return end


def _point_named(tokens: list[Token], begun: int, *, changes: bool) -> int | None:
    """Where the point stands that something is against, which gets its type; a change may be against what is named."""
    for at in range(begun, min(begun + _NAMED if changes else begun + 1, len(tokens))):
        token = tokens[at]
        kind = point_of(token)
        if (
            kind is not None
            and at > begun
            and (kind == "PLAN" or (kind == "YEAR" and not _is_year(tokens, at)))
        ):
            return None  # "so với bình quân các năm 2021 - 2023"
        if kind is not None:
            token.type = kind
            return at
        if at == begun and token.key in _BEGINNINGS and not _is_year(tokens, at + 1):
            token.type = "PREVIOUS"
            return at
        if token.type == "DATE" and token.key.startswith(_LAST_DAY):
            token.type, token.value = "YEAR", token.key[-len("2024") :]  # "so với 31/12/2024"
            return at
        if _is_year(tokens, at) and at > begun and tokens[at - 1].key.endswith(A_YEAR):
            token.type, token.value = "YEAR", token.key  # "so với giá bình quân năm 2023"
            return at
        if token.type != "WORD" or not token.marks.isdisjoint(_ENDING):
            return None
    return None


def _is_year(tokens: list[Token], at: int) -> bool:
    """Whether a year stands there, and no span of years begins."""
    if at >= len(tokens) or tokens[at].account != "year":
        return False
    return at + 1 == len(tokens) or tokens[at + 1].type != "DASH"


def point_of(token: Token) -> str | None:
    """The kind of what something is against: YEAR, PREVIOUS, TERM_START, PLAN."""
    if token.type == "YEAR":
        return "YEAR"
    for kind in POINTS:
        if kind in token.marks:
            return kind
    return None
