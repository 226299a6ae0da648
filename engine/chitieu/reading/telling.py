"""Clauses that tell something as a whole: notes, schedules, reports of what was done.

What opens a note wants nothing. Of the others nobody can be sure, so a person is asked: a count with no word around
it that wants anything, beside a time of day, a deed that was done or a year that opens the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from chitieu.reading.clause import Figure
from chitieu.reading.draft import Draft
from chitieu.reading.facts import is_owned
from chitieu.reading.scanner import Token

#: Where a note is named: "Ghi chú:", "Nguồn số liệu năm 2024:".
_OPENING = 6
#: What tells of what was done, or of a time of day.
_DONE = frozenset({"DEED", "CLOCK"})
#: So many counts of different things with nothing that wants them are an account of what there is.
_SEVERAL = 3
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
    """Whether a clause is a note, a schedule or a method: "Trọng số: gia nhập thị trường 5%, đất đai 5%"."""
    named = False
    for token, after in pairwise(tokens[:_OPENING]):
        named = named or "NOTE_HEAD" in token.marks
        if after.key == ":":
            return named
        if not named and token.type != "NUMBER" and token.key not in (".", "-", "*", ")"):
            return False
    return False


def account_note(tokens: Iterable[Token]) -> None:
    """Say of every figure of a note that it describes."""
    for token in tokens:
        if token.type == "NUMBER" and token.account is None:
            token.account = "description"


def doubt_what_is_told(tokens: Sequence[Token], drafts: Sequence[Draft]) -> None:
    """Ask a person about targets of a clause that may only tell: see the head of this file."""
    said: set[str] = set()
    for token in tokens:
        said.add(token.type)
        said |= token.marks
    if not said.isdisjoint(_WANTING):
        return
    if "LAPSED" in said:
        for draft in drafts:
            draft.doubts += [] if draft.doubts else ["reading.fact_or_target"]
    bare = [draft for draft in drafts if draft.figure is not None and _is_bare(draft.figure)]
    told = not said.isdisjoint(_DONE)
    dated = "year" in (tokens[0].account, tokens[min(1, len(tokens) - 1)].account) or tokens[0].type == "YEAR"
    listed = len(bare) == len(drafts) and len({_noun(draft) for draft in bare}) >= _SEVERAL
    if told or dated or (listed and said.isdisjoint(_NAMING)):
        for draft in bare:
            if not draft.doubts and not draft.restates:
                draft.doubts.append("reading.fact_or_target")


def _is_bare(figure: Figure) -> bool:
    """Whether a figure is a count or an amount that nothing beside it wants or introduces."""
    introduced = any(token.key == ":" for token in (*figure.left, *figure.island.tokens))
    return is_owned(figure) and not figure.phrase.equals and not introduced


def _noun(draft: Draft) -> str:
    amount = draft.figure.phrase.amount if draft.figure is not None else None
    return amount.noun if amount is not None else ""
