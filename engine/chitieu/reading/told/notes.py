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

#: What a note goes on with: "(trọng số: 8; điểm tối đa: 10)".
_GOING_ON = frozenset({"WEIGHT", "CYCLE"})


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
        if "SURE_NOTE" not in token.marks or at < begun:
            continue
        sign = tokens[at - 1].key if at else ""
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
