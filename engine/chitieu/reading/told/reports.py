"""Clauses that report as a whole: one figure was surely worked out or happened, and nothing beside it is wanted.

"Sản lượng đạt 32,86 triệu m3, bằng 102,7% kế hoạch; doanh thu 346,2 tỷ đồng": no plan is set at 102.7 % of a plan.
"Năm 2023, PAPI xếp thứ 31/63, giảm 4 bậc": nobody wants to fall in rank. "Trong tuần 32 ghi nhận 27 ca".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import DATED
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.told.doubted import STEPS
from chitieu.reading.told.events import tells_of_event
from chitieu.reading.told.history import has_decimals, tells_deed
from chitieu.reading.told.telling import is_of_its_own_plan, is_sentence, is_share_of_plan
from chitieu.reading.told.wanted import has_many_decimals
from chitieu.text.spoken import GET, POINT, REMAINING, STILL, words

_ALL = Decimal(100)
#: What wants something, wherever in a clause it stands; a plan that something is a share of does not.
_WANTING = frozenset({"STRIVE", "DEADLINE", "AIMED", "TASK"})
_AHEAD = frozenset((*words("LOOKS_AHEAD"), REMAINING))
#: What a person may be asked about a figure that is told.
_ASKED = frozenset(
    {
        "reading.fact_or_target",
        "reading.difference",
        "reading.growth_rate",
        "reading.approximate",
        "reading.bare_figure",
    }
)
_PLANS = frozenset({"PLAN", "GOAL"})
_OPENING_YEARS = frozenset(words("IN_A_YEAR"))
#: What looks ahead or wants something wherever it stands, and what is done to what a figure counts.
_AIMED, _OPENING = frozenset({"AIMED", "GOAL"}), 8
_DOING = frozenset({"STRIVE", "DEADLINE", "AT_LEAST", "AT_MOST", "OR_MORE", "OR_LESS", "EACH"})
_MOVING = frozenset({"MAKE", "BRING", "RISE", "FALL", "FINISH", "KEEP", "HOLD", "ORDER", "TASK"})
#: So near behind a share stands what it is a share of.
_NEAR = 3
#: So many words head something before their colon: "kế hoạch quý II năm 2026: …".
_HEAD = 6
#: What may tell that a clause reports; in most there is none.
_SIGNS = frozenset({"PLAN", "OCCUR", "WAS", "SURE_DEED", "AGAINST"})


def only_reports(
    tokens: Sequence[Token], marks: frozenset[str], drafts: Sequence[Draft], *, opened: bool
) -> bool:
    """Whether a clause tells of results only; ``marks`` are those of all its words.

    ``opened``: something in it surely tells, and what goes on with it only says how things stand.
    """
    if opened and _only_goes_on(tokens, drafts):
        return True
    if marks.isdisjoint(_SIGNS):  # guard
        return False
    if not marks.isdisjoint(_WANTING):
        return False
    surely = ("PLAN" in marks and _is_measured_by_its_plan(tokens, drafts)) or _moves_in_rank(tokens, drafts)
    if not surely:
        if not is_sentence(tokens):
            return False  # "Lập biên bản 29 trường hợp": too few words to tell
        told = "SURE_DEED" in marks or ("WAS" in marks and _has_come_to(tokens)) or any(map(_tells, drafts))
        if not told:
            return False
    if any(token.key in _AHEAD for token in tokens) or _aims(tokens) or _turns(tokens):
        return False
    return all(_is_told(draft, surely=surely) for draft in drafts)


def _only_goes_on(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Hiện nay rác phát sinh 1.950 tấn/ngày, tỷ lệ chôn lấp còn 64%, có 21 bãi chôn lấp": of all a person is asked.

    Nothing is done ("…, thành lập mới 3 HTX"), bounded, or set a time ("…, đến cuối năm còn 3%", a later year).
    """
    for at, token in enumerate(tokens):
        if token.key in _AHEAD or not token.marks.isdisjoint(_DOING):
            return False
        aimed = not token.marks.isdisjoint(_AIMED)
        if aimed and not (at and "AGAINST" in tokens[at - 1].marks):
            return False
        if (
            at > _OPENING
            and ("TIME" in token.marks or token.account in DATED)
            and not _is_against(tokens, at)
        ):
            return False
    return not _turns(tokens) and is_sentence(tokens) and all(map(_stands, drafts))


def _is_against(tokens: Sequence[Token], at: int) -> bool:
    """Whether a time is what something is compared with: "so với cuối năm 2021", "so với năm 2023"."""
    return marked(tokens[max(0, at - _NEAR) : at], "AGAINST")


def _stands(draft: Draft) -> bool:
    """Whether a draft that a person is asked about only says how things stand."""
    figure = draft.figure
    if not draft.doubts or not _ASKED.issuperset(draft.doubts) or figure is None:
        return False
    phrase = figure.phrase
    if phrase.strive or phrase.high is not None or phrase.closing:
        return False
    beyond = draft.basis == "plan" and draft.measure == "increase"  # "vượt 2,9% so với mục tiêu đề ra"
    if not beyond and (phrase.compared or phrase.op != "="):
        return False
    done = "WAS" in figure.said or any(token.key == GET for token in figure.left)
    moved = phrase.reaches and all(token.key != STILL for token in figure.island.tokens)  # "giảm còn 3%"
    led = not figure.said.isdisjoint(_MOVING) or (draft.measure != "level" and not (draft.restates or beyond))
    return done or not (led or moved)


def _tells(draft: Draft) -> bool:
    """Whether a figure is one that happened or was done: "xảy ra 86 vụ", "đã tiếp nhận 86 tin báo"."""
    return draft.figure is not None and (tells_of_event(draft.figure) or tells_deed(draft.figure))


def _has_come_to(tokens: Sequence[Token]) -> bool:
    """ "tổng thu ngân sách đã đạt 9,8 tỷ đồng": "đã" right before what leads to a figure, not within a name."""
    return any(
        "WAS" in first.marks and second.type == "EQUALS" and third.type == "NUMBER"
        for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _moves_in_rank(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Năm 2023, PCI đạt 65,12 điểm, xếp thứ 38/63, tăng 4 bậc so với năm 2022": points to two decimals and a place.

    So is "xếp thứ 31/63, giảm 4 bậc", where nobody wants to fall; a plan has rounder points, or says "trở lên".
    """
    if not _opens_with_a_year(tokens):
        return False
    stepped = [draft for draft in drafts if draft.unit in STEPS and draft.basis not in (None, "plan")]
    if not any(d.figure is not None and d.figure.phrase.rank and d.measure == "level" for d in drafts):
        return False
    if any(draft.measure == "decrease" for draft in stepped):
        return True
    scored = any(
        draft.unit in (POINT, "%") and draft.measure == "level" and has_many_decimals(draft.value)
        for draft in drafts
    )
    return scored and any(draft.measure == "increase" for draft in stepped)


def _is_told(draft: Draft, *, surely: bool) -> bool:
    """Whether a figure is one that a report may tell; not ``surely``: only where a person would be asked about it."""
    if not _ASKED.issuperset(draft.doubts) or not (surely or draft.doubts or draft.restates):
        return False
    if draft.figure is None:
        return bool(draft.doubts)
    phrase = draft.figure.phrase
    if phrase.strive or phrase.high is not None or phrase.closing:
        return False
    beyond = draft.basis == "plan" and draft.measure == "increase"  # "vượt 3,2% kế hoạch"
    if not beyond and (phrase.compared or phrase.op != "="):
        return False
    return bool(draft.doubts) or draft.value != _ALL or draft.unit != "%"


def _is_measured_by_its_plan(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """Whether a share of the plan was worked out, to a decimal or beside what it was the year before.

    What others gave one to do is not one's plan: "bằng 112,5% dự toán tỉnh giao" may well be wanted.
    """
    shares = [
        draft
        for draft in drafts
        if is_share_of_plan(draft) and draft.value != _ALL and is_of_its_own_plan(tokens, draft)
    ]
    if any(draft.restates and has_decimals(draft) for draft in shares):
        return True
    if _goes_beyond(tokens, drafts) and _opens_with_a_year(tokens):
        return True
    since = any(d.basis not in (None, "plan") and d.measure != "level" for d in drafts)
    return bool(shares) and since and _opens_with_a_year(tokens)


def _goes_beyond(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Năm 2023, … gấp 3,4 lần so với năm 2022; …, vượt 6% kế hoạch": beyond its own plan, and measured by a year."""
    beyond = any(
        draft.basis == "plan" and draft.measure == "increase" and is_of_its_own_plan(tokens, draft)
        for draft in drafts
    )
    return beyond and any(
        draft.restates and draft.basis not in (None, "plan") and has_decimals(draft) for draft in drafts
    )


def _opens_with_a_year(tokens: Sequence[Token]) -> bool:
    """ "Năm 2024, …", "Trong năm 2024 …"; but not "Đến năm 2030, …", which is to come."""
    first = tokens[0]
    dated = first.account == "year" or (len(tokens) > 1 and tokens[1].account == "year")
    return dated and first.key.startswith(tuple(_OPENING_YEARS))


def _aims(tokens: Sequence[Token]) -> bool:
    """Whether a goal or a plan heads something: "Mục tiêu: …", "(mục tiêu ≤ 3,5%)", "Kế hoạch năm 2026: …"."""
    if marked(tokens[:_NEAR], *_PLANS):
        return True
    named = -_HEAD  # where a plan was named last
    for at, (first, second) in enumerate(pairwise(tokens)):
        if not first.marks.isdisjoint(_PLANS):
            named = at
            if second.type in ("NUMBER", "SIGN_MORE", "SIGN_LESS", "AT_LEAST", "AT_MOST"):
                return True
        if second.key == ":" and at - named < _HEAD:
            return True
    return False


def _turns(tokens: Sequence[Token]) -> bool:
    """Whether a later year follows one that opens, or a year stands where it is none to compare with."""
    opened: str | None = None
    for at, token in enumerate(tokens):
        if token.account != "year" and token.type != "YEAR":
            continue
        said = str(token.value or token.key)[-4:]  # "năm 2025", 2025
        if at and ("AGAINST" in tokens[at - 1].marks or tokens[at - 1].type == "DASH"):
            continue  # "nhiệm kỳ 2024 - 2029"
        if opened is not None and said > opened:
            return True
        opened = opened or said
    return False
