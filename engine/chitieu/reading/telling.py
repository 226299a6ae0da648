"""Clauses that tell something as a whole: notes, schedules, reports of what was done.

What opens a note wants nothing. Of the others nobody can be sure, so a person is asked: a count with no word around
it that wants anything, beside a time of day, a deed that was done or a year that opens the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chitieu.reading.clause import Figure
from chitieu.reading.draft import Draft
from chitieu.reading.facts import is_owned
from chitieu.reading.scanner import Token, marked, marks_of
from chitieu.text.spoken import words

_UNTIL = words("UNTIL_BEGINS")
#: Where a note is named: "Ghi chú:", "Nguồn số liệu năm 2024:".
_OPENING = 6
#: What tells of what was done, or of a time of day.
_DONE = frozenset({"DEED", "CLOCK"})
#: So many counts of different things with nothing that wants them are an account of what there is.
_SEVERAL = 3
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
)
#: What wants something, whatever else a clause tells.
_WANTING = frozenset(
    {
        "STRIVE", "DEADLINE", "AT_LEAST", "AT_MOST", "OR_MORE", "OR_LESS", "EACH", "BRING", "UP_TO", "DOWN_TO", "HOLD",
        "KEEP", "OUGHT", "TOP",
    }
)  # fmt: skip
#: What wants something where nothing else is told.
_NAMING = frozenset(
    {
        "RATE", "MAKE", "ATTAIN", "ABSENT", "GRADED", "FINISH", "GROWTH_NAME", "MORE", "LESS", "EQUALS", "RISE", "FALL",
        "RANK", "AVERAGE", "PLAN", "TIMES", "DOUBLE", "SIGN_MORE", "SIGN_LESS",
    }
)  # fmt: skip


def opens_a_note(tokens: Sequence[Token]) -> bool:
    """Whether a clause is a note, a schedule or a method: "Trọng số: gia nhập thị trường 5%, đất đai 5%".

    The colon stands right behind the head or its year: "Nguồn nhân lực: 500 người" may well be wanted.
    """
    named = sure = False
    for at, token in enumerate(tokens[:_OPENING]):
        if token.key == ":":
            return named and (sure or not marked(tokens[at:], *_BOUNDING))
        if "NOTE_HEAD" in token.marks:
            named, sure = True, sure or "SURE_NOTE" in token.marks
        elif not sure and token.type == "WORD" and not token.marks & {"TIME", "YEAR_WORD"}:
            return False
    return False


def account_note(tokens: Iterable[Token]) -> None:
    """Say of every figure of a note that it describes."""
    for token in tokens:
        if token.type == "NUMBER" and token.account is None:
            token.account = "description"


def doubt_what_is_told(tokens: Sequence[Token], drafts: Sequence[Draft]) -> None:
    """Ask a person about targets of a clause that may only tell: see the head of this file."""
    for token in tokens:  # most clauses want something, and say so early
        if token.type in _WANTING or not token.marks.isdisjoint(_WANTING):
            return
    said = marks_of(tokens) | {token.type for token in tokens}
    bare = [draft for draft in drafts if draft.figure is not None and _is_bare(draft.figure)]
    opened = tokens[0].type == "YEAR" or any(token.account == "year" for token in tokens[:2])
    dated = opened and not tokens[0].key.startswith(_UNTIL)  # "Đến năm 2030, …" tells what is to come
    listed = len(bare) == len(drafts) and len({_noun(draft) for draft in bare}) >= _SEVERAL
    told = bare if dated or not said.isdisjoint(_DONE) or (listed and said.isdisjoint(_NAMING)) else []
    told = [draft for draft in told if not draft.restates]
    for draft in drafts if "LAPSED" in said else told:
        if not draft.doubts:
            draft.doubts.append("reading.fact_or_target")


def _is_bare(figure: Figure) -> bool:
    """Whether a figure is a count or an amount that nothing beside it wants or introduces."""
    introduced = any(token.key == ":" for token in (*figure.left, *figure.island.tokens))
    return is_owned(figure) and not figure.phrase.equals and not introduced


def _noun(draft: Draft) -> str:
    amount = draft.figure.phrase.amount if draft.figure is not None else None
    return amount.noun if amount is not None else ""
