"""Clauses that are notes, schedules or methods: no figure behind their head is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chitieu.reading.tokens.scanner import Token, marked

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
