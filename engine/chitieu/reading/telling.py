"""Clauses that tell something as a whole: notes, schedules, reports of what was done.

What opens a note wants nothing. Of the others nobody can be sure, so a person is asked: a count with no word around
it that wants anything, beside a time of day, several days, a deed that was done, a year that opens the sentence, or
behind the verb of a task that opens it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chitieu.reading.clause import Figure
from chitieu.reading.draft import Draft
from chitieu.reading.facts import is_owned
from chitieu.reading.scanner import Token, marked, marks_of
from chitieu.text.spoken import HAVE, words

_UNTIL = words("UNTIL_BEGINS")
#: Where a note is named: "Ghi chú:", "Nguồn số liệu năm 2024:".
_OPENING = 6
#: What tells of what was done, or of a time of day.
_DONE = frozenset({"DEED", "CLOCK"})
#: What makes a count behind the verb of a task one that is wanted: "tập trung xây dựng 12 mô hình".
_LEADING = ("MAKE", "RATE", "ATTAIN", "TIME", "STRIVE", "FINISH")
_HUNDRED = 100
#: So many days make a schedule.
_DAYS = 2
#: Where the verb of a task stands: "Tiếp tục đổi mới …", "Chi bộ tập trung …".
_TASKED = 3
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
    listed = len(bare) == len(drafts) and len({draft.noun for draft in bare}) >= _SEVERAL
    whole = (
        dated or not said.isdisjoint(_DONE) or (listed and said.isdisjoint(_NAMING)) or _days(tokens) >= _DAYS
    )
    told = bare if whole else []
    if not told and marked(tokens[:_TASKED], "TASK"):
        told = [draft for draft in drafts if draft.figure is not None and _is_led_by_task(draft.figure)]
    told = [draft for draft in told if not draft.restates]
    for draft in drafts if "LAPSED" in said else told:
        if not draft.doubts:
            draft.doubts.append("reading.fact_or_target")


def _is_bare(figure: Figure) -> bool:
    """Whether a figure is a count or an amount that nothing beside it wants or introduces."""
    introduced = any(token.key == ":" for token in (*figure.left, *figure.island.tokens))
    equals = any(token.type == "EQUALS" and token.key != HAVE for token in figure.island.tokens)
    return is_owned(figure) and not equals and not introduced


def _is_led_by_task(figure: Figure) -> bool:
    """ "Tiếp tục đổi mới hoạt động của 5 tổ chức": nothing but the task leads to the count or the share."""
    phrase = figure.phrase
    worded = (
        phrase.compared or phrase.closing or phrase.change or phrase.reaches or phrase.strive or phrase.equals
    )
    told = [token for token in (*figure.left, *figure.right) if token.type == "WORD"]
    whole = phrase.amount is None or phrase.amount.value == _HUNDRED  # "rà soát 100% thủ tục hành chính"
    return not (worded or whole or phrase.rank) and phrase.high is None and not marked(told, *_LEADING)


def _days(tokens: Sequence[Token]) -> int:
    """How many days are named: "tựu trường ngày 29/8, khai giảng ngày 05/9"."""
    days, inside = 0, False
    for token in tokens:
        dated = token.type == "DATE" or token.account == "date"
        days += dated and not inside
        inside = dated or (inside and token.type in ("SLASH", "DASH"))
    return days
