"""Clauses that are notes, schedules or methods: no figure behind their head is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chitieu.reading.tokens.scanner import Token, marked
from chitieu.text.spoken import POINT

_DATING = frozenset({"TIME", "YEAR_WORD"})
#: Where a note is named: "Ghi chú:", "Nguồn số liệu năm 2024:".
_OPENING = 6
#: What no note has behind its colon, unless its head can be nothing else: "Cơ cấu giống: lúa thơm chiếm 75% trở lên".
_BOUNDING = (
    "STRIVE",
    "AT_LEAST",
    "AT_MOST",
    "OR_MORE",
    "OR_LESS",
    "RATE",
    "SIGN_MORE",
    "SIGN_LESS",
    "EACH",
    "MAKE",
    "YIELD",
    "SETS_IN",
)

#: What a note within a clause stands behind, and what ends it.
_PARTING, _ENDING = frozenset({".", ";", ",", "(", "-", "–"}), frozenset({".", ";"})
#: What is wanted in the midst of a note: "(trọng số: 15%; mục tiêu: 95%)".
_LISTING, _AIMING = frozenset({",", ";"}), frozenset({"STRIVE", "GOAL", "AIMED"})

#: What stands between a weight and its figure, around the two, and before what is weighed.
_TELLING, _CLOSING, _LEADING = frozenset({":", "="}), {"(": ")", "[": "]"}, frozenset({":", ".", "-", "–"})
#: What a note goes on with: "(trọng số: 8; điểm tối đa: 10)".
_GOING_ON = frozenset({"WEIGHT", "CYCLE"})
#: What opens a note that stands behind what is wanted, and one that tells how much that counts.
NOTING, _WEIGHING = frozenset({"SURE_NOTE", "MAKES_UP"}), frozenset({"WEIGHT", "MAKES_UP"})


def opens_a_note(tokens: Sequence[Token]) -> bool:
    """Whether a clause is a note, a schedule or a method: "Trọng số: gia nhập thị trường 5%, đất đai 5%".

    What a head that may head more has behind it may be wanted: "Lịch thời vụ: gieo cấy 3.200 ha, năng suất 62 tạ/ha".
    """
    at, sure = _head_of(tokens)
    return at is not None and (sure or not marked(tokens[at:], *_BOUNDING))


def _head_of(tokens: Sequence[Token]) -> tuple[int | None, bool]:
    """Where the colon of a note stands, and whether its head can head nothing else.

    The colon stands right behind the head or its year: "Nguồn nhân lực: 500 người" may well be wanted.
    """
    named = sure = False
    for at, token in enumerate(tokens[:_OPENING]):
        if token.key == ":":
            return (at, sure) if named else (None, False)
        if "NOTE_HEAD" in token.marks:
            named, sure = True, sure or "SURE_NOTE" in token.marks
        elif not sure and token.type == "WORD" and token.marks.isdisjoint(_DATING):
            break
    return None, False


def may_be_a_note(tokens: Sequence[Token]) -> bool:
    """Whether the head of a note opens a clause, whatever stands behind it."""
    return _head_of(tokens)[0] is not None


def account_note(tokens: Iterable[Token]) -> None:
    """Say of every figure of a note that it describes."""
    for token in tokens:
        if token.type == "NUMBER" and token.account is None:
            token.account = "description"


def without_notes(tokens: list[Token]) -> list[Token]:
    """The tokens without the notes that stand behind what is wanted, whose figures describe.

    "Tỷ lệ giao đúng hẹn ≥ 95%. Cách chấm: đạt ≥ 95%: 10 điểm; dưới 90%: 0 điểm." A note goes on to the end of its
    bracket, of its sentence or its semicolon; behind a semicolon it goes on where points are given there.
    """
    kept: list[Token] = []
    begun = 0
    for at, token in enumerate(tokens):
        if token.marks.isdisjoint(NOTING) or at < begun:
            continue
        sign = tokens[at - 1].key if at else ""
        if not token.marks.isdisjoint(_WEIGHING) and (end := _weight_ends(tokens, at, sign)):
            kept += tokens[begun : at - 1] if at else []
            begun = end
            continue
        if sign not in _PARTING:
            continue
        colon, sure = _head_of(tokens[at:])
        if colon is None or not sure:
            continue
        end = _end_of(tokens, at, ")" if sign == "(" else ".")
        account_note(tokens[at:end])
        closed = sign == "(" and end < len(tokens) and tokens[end].key == ")"
        kept += tokens[begun : at if sign == "(" and not closed else at - 1]
        begun = end + closed
    return [*kept, *tokens[begun:]] if begun else tokens


def _weight_ends(tokens: list[Token], at: int, sign: str) -> int:
    """Where what is wanted goes on behind how much it counts: "trọng số 20%: tỷ lệ …", "… (trọng số 0,2)"; else 0.

    Not of a list of them: "Trọng số: 20%, 30%, 50%". ``sign`` stands before the word.
    """
    number = at + 1
    if number < len(tokens) and tokens[number].key in _TELLING:
        number += 1
    if number >= len(tokens) or tokens[number].type != "NUMBER" or tokens[number].account != "description":
        return 0
    end = number + 1
    if end + 1 < len(tokens) and tokens[end].type == "SLASH":
        end += 2  # "tỷ trọng 10/100 điểm"
    end += end < len(tokens) and (tokens[end].type == "PERCENT" or tokens[end].key == POINT)
    behind = tokens[end].key if end < len(tokens) else ""
    if sign in _CLOSING:
        return end + 1 if behind == _CLOSING[sign] else 0
    if not sign:
        goes_on = end + 1 < len(tokens) and tokens[end + 1].type == "WORD"
        return end + 1 if goes_on and behind in _LEADING else 0
    ends = behind in _PARTING and end + 1 < len(tokens) and tokens[end + 1].type == "WORD"
    return end if sign in _PARTING and (not behind or ends) else 0


def _end_of(tokens: list[Token], begun: int, last: str) -> int:
    """Where a note ends: before the sign ``last``, before what is wanted, or before a semicolon with no points."""
    for at in range(begun, len(tokens) - 1):
        key = tokens[at].key
        if key == last or (key in _LISTING and not tokens[at + 1].marks.isdisjoint(_AIMING)):
            return at
        if key == ";" and tokens[at + 1].marks.isdisjoint(_GOING_ON):
            signs = (to for to in range(at + 1, len(tokens)) if tokens[to].key in _ENDING)
            if all(token.key != POINT for token in tokens[at : next(signs, len(tokens))]):
                return at
    return len(tokens) - (tokens[-1].key == last)
