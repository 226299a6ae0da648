"""Clauses that may only tell, as a whole: a person is asked about them.

A person is asked about a count with no word around it that wants anything, beside a time of day, several days, a deed
that was done, a year that opens the sentence, or behind the verb of a task that opens it. What surely tells is left to
``telling``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Literal

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import DATED, Figure
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.reading.tokens.surroundings import first_behind
from chitieu.reading.told.history import has_decimals
from chitieu.reading.told.notes import may_be_a_note
from chitieu.reading.told.telling import HEAD, MOVED, SAID_WANTED, WANTING, is_sentence, is_told, names_days
from chitieu.reading.told.wanted import is_owned
from chitieu.text.spoken import CARRY_OUT, DAY, GET, HAVE, MONTH, PLACE, QUARTER, STEP, TIMES, words

_UNTIL = words("UNTIL_BEGINS")
#: What tells of what was done, or of a time of day.
_DONE = frozenset({"DEED", "CLOCK"})
#: What makes a count behind the verb of a task one that is wanted: "tập trung xây dựng 12 mô hình".
_LEADING = ("MAKE", "RATE", "ATTAIN", "TIME", "STRIVE", "FINISH")
_HUNDRED = 100
_LASTING = frozenset({DAY, *words("CLOCK_UNIT")})
_TIMED = frozenset({"date", "clock"})
#: What a move in rank is counted in.
STEPS = frozenset({STEP, PLACE})
_ABSENT = frozenset({"ABSENT", "NEVER"})
_OPENING_TIME = frozenset({"FROM", "TIME", "AT_MOST", "SETS_IN", "FESTIVE"})
#: What ends on a day by being wanted: "xóa 46 căn nhà tạm trước ngày 30/6".
_ENDING = frozenset({"REMOVE", "FINISH", "STRIVE"})
#: Where the verb of a task stands: "Tiếp tục đổi mới …", "Chi bộ tập trung …".
_TASKED = 3
_WHO = frozenset({"ACTOR", "WHOLE"})
#: So many counts of different things with nothing that wants them are an account of what there is.
_SEVERAL = 3
#: What wants something, and no verb of a result has as well, as "được" has.
_SURELY_WANTED = SAID_WANTED - {"OUGHT"}
#: What opens a plan of a time, and within so many tokens; what may stand between its words.
_PLANS, _PLANNED = frozenset({"GOAL", "PLAN", "PLAN_SHORT"}), 8
_TIMING = frozenset({"TIME", "YEAR_WORD", "PERIOD_OF_YEAR"})
_BETWEEN = frozenset({"SIGN", "SLASH", "DASH"})
_TIMES = frozenset({MONTH, QUARTER, *words("WEEK")})
#: What wants a place on a list; "thuộc nhóm" is told as well.
_PLACED_AHEAD = _PLANS | _SURELY_WANTED - {"TOP", "EACH"}
#: What is done so many times or to so many, what a verb ends in of what is made into something, and what is there.
_ACTS, _MADE_INTO = frozenset(words("ACT")), frozenset(words("MADE_INTO"))
_OF_WHAT_IS = frozenset({"PREPOSITION", "ASPECT", "NOUN", "RATE", "PROPERTY"})
#: What says by when, or for which day, something is to be done.
_BY_THEN = frozenset(words("BY_THEN"))
#: What a clause wants, or says that it was missed.
_DECIDING = SAID_WANTED | {"MISSED"}
#: What wants something or says so, as a word or as a sign.
_SAYING = WANTING | _DECIDING
_RESTATES = attrgetter("restates")
#: What wants something where nothing else is told.
_NAMING = frozenset(
    {
        "RATE", "MAKE", "ATTAIN", "ABSENT", "GRADED", "FINISH", "GROWTH_NAME", "MORE", "LESS", "EQUALS", "RISE", "FALL",
        "RANK", "AVERAGE", "PLAN", "TIMES", "DOUBLE", "SIGN_MORE", "SIGN_LESS", "INSPECTS",
    }
)  # fmt: skip


def doubt_what_is_told(
    tokens: Sequence[Token], marks: frozenset[str], drafts: Sequence[Draft], *, headed: bool
) -> None:
    """Ask a person about targets of a clause that may only tell: see the head of this file.

    ``marks`` are those of all tokens; ``headed``: what opens it may head only what is told.
    """
    if "PLAN" in marks and len(drafts) > 1:  # guard
        _doubt_progress(tokens, drafts)
    if headed or (
        _is_plain_count(drafts[0])
        and marks.isdisjoint(_ENDING)
        and all(map(_is_plain_count, drafts))
        and _has_its_day(tokens, drafts)
    ):
        _doubt(drafts)
        return
    if "AGAINST" in marks and "RISE" in marks and len(drafts) > 1:  # guard
        _doubt(drafts if marks.isdisjoint(_PLACED_AHEAD) and _tells_of_places(tokens, drafts) else [])
    if not ("MISSED" in marks or marks.isdisjoint(_SURELY_WANTED)):  # guard
        return
    said = marks.union([token.type for token in tokens])
    deciding = "" if said.isdisjoint(_SAYING) else _decides(tokens)
    if deciding in ("missed", "wanted"):
        _doubt(drafts if deciding == "missed" else [])
        return
    if any(map(_RESTATES, drafts)) and _counts_up(tokens, drafts):  # guard
        _doubt(drafts)
        return
    if deciding:  # "tụt 9 bậc, từ vị trí 31 xuống vị trí 40", "… theo bảng xếp hạng được công bố"
        _doubt(drafts if "LAPSED" in said and _tells_of_a_lapse(tokens) else [])
        return
    if is_sentence(tokens):
        _doubt_the_rest(drafts)
    accounts = [token.account for token in tokens]
    opened = tokens[0].type == "YEAR" or "year" in accounts[:2]
    # "Đến năm 2030, …" tells what is to come
    dated = opened and not (tokens[0].key.startswith(_UNTIL) or plans_a_time(tokens))
    whole = dated or (not said.isdisjoint(_DONE) and _does(tokens))
    named = not said.isdisjoint(_NAMING)
    bare: list[Draft] = []
    if whole or not named:
        bare = [draft for draft in drafts if draft.figure is not None and _is_bare(draft.figure)]
        bare = [draft for draft in bare if TIMES not in draft.unit.split("/")[:2] or "/" not in draft.unit]
    listed = not named and len(bare) == len(drafts) and len({draft.noun for draft in bare}) >= _SEVERAL
    told = bare if whole or listed else []
    timed = "date" in accounts or "PERIOD_OF_YEAR" in said
    tasked = _opens_with_a_task(tokens)
    if tasked or "clock" in accounts or (timed and names_days(tokens) and not plans_a_time(tokens)):
        more = [d for d in drafts if d not in told and d.figure is not None and _is_led_by_nothing(d.figure)]
        for draft in more:
            draft.open = draft.open or tasked
        told = [*told, *more]
    noted = "NOTE_HEAD" in said and may_be_a_note(tokens)
    if noted or ("LAPSED" in said and _tells_of_a_lapse(tokens)):
        _doubt(drafts)
    elif told:
        _doubt([draft for draft in told if not draft.restates])


def _decides(tokens: Sequence[Token]) -> Literal["missed", "wanted", "moved", ""]:
    """Whether a clause says that something was missed, wants something, or only says where it comes to.

    Most clauses want something, and say so early. "Các chỉ tiêu không đạt: tỷ lệ hộ nghèo còn 5%" were missed.
    """
    moved = False
    for token in tokens:
        if token.type not in WANTING and (not token.marks or token.marks.isdisjoint(_DECIDING)):
            continue
        if token.type not in MOVED and token.key != GET:
            return "missed" if "MISSED" in token.marks else "wanted"
        moved = True
    return "moved" if moved else ""


def _does(tokens: Sequence[Token]) -> bool:
    """Whether something was done, or has its hour; of "tiền nước thu được đạt 99,8%" the deed is a name."""
    return any(
        not token.marks.isdisjoint(_DONE) and (following is None or following.type != "EQUALS")
        for token, following in zip(tokens, [*tokens[1:], None], strict=True)
    ) or any(token.type in _DONE for token in tokens)


def _counts_up(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """Whether a count is told, with the share that was worked out of it, of a year or since one.

    "Năm 2024 có 685 vụ được giao, 684 vụ hoàn thành (99,85%)", "Đến tháng 6/2025 có 112/139 xã (80,6%) được công nhận,
    tăng 14 xã so với năm 2021".
    """
    first = drafts[0].figure
    if first is None or first.island.tokens[0].key != HAVE:
        return False
    if not any(draft.restates and draft.unit == "%" and has_decimals(draft) for draft in drafts):
        return False
    opened = any(token.type == "YEAR" or token.account == "year" for token in tokens[:2])
    if opened and not tokens[0].key.startswith(_UNTIL):
        return True
    monthly = any(token.key == MONTH for token in tokens[:2])
    return monthly and any(
        d.restates and d.measure != "level" and (d.basis or "").startswith("year:") for d in drafts
    )


def plans_a_time(tokens: Sequence[Token]) -> bool:
    """ "Kế hoạch năm 2025: doanh thu 1.400 tỷ đồng", "KH quý I/2025: …": what opens it is a plan of a time."""
    planned = False
    for token in tokens[:_PLANNED]:
        if token.key == ":" or "PREPOSITION" in token.marks:
            return planned  # "Kế hoạch năm 2025 với doanh thu 1.400 tỷ đồng"
        if not token.marks.isdisjoint(_PLANS):
            planned = True
        elif token.account in DATED or token.type in _BETWEEN or token.key in _TIMES:
            continue
        elif token.marks.isdisjoint(_TIMING):
            return False
    return False


def _doubt_progress(tokens: Sequence[Token], drafts: Sequence[Draft]) -> None:
    """ "gieo cấy khoảng 385 ha/480 ha kế hoạch": a result, and behind the slash the plan that it is one of.

    So is "Kế hoạch doanh thu 640 tỷ đồng; thực hiện 678 tỷ đồng": of a plan, what was carried out.
    """
    for first, second in pairwise(drafts):
        if first.unit != second.unit or first.figure is None or second.figure is None:
            continue
        led = [token.key for token in second.figure.left if token.type == "WORD"]
        if led == [CARRY_OUT] and marked(first.figure.left, "PLAN"):
            _doubt(drafts)
            return
        joint, behind = (first_behind(tokens, end) for end in (first.figure.end, second.figure.end))
        slashed = max(joint, behind) < len(tokens) and tokens[joint].type == "SLASH"
        if slashed and "PLAN" in tokens[behind].marks:
            _doubt([first, second])


def _has_its_day(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Tập huấn cho 32 cán bộ từ ngày 10/3", "ban hành 02 quy chế trước ngày 30/6": a task has its day.

    A day that the clause opens with is when a target holds: "Đến 30/9, 150 hộ ký cam kết".
    """
    planned = plans_a_time(tokens)
    near = tokens[: _PLANNED if planned else HEAD]
    opened = next((at for at, token in enumerate(near) if token.key == ":"), 0)
    if any(token.account == "date" or "PERIOD_OF_YEAR" in token.marks for token in tokens[:opened]):
        # "Tuần 3 tháng 10: phân công 05 tổ công tác xuống 12 thôn"; a plan of a month is wanted
        return not planned
    first = min(draft.span[0] for draft in drafts)
    timed = not tokens[0].marks.isdisjoint(_OPENING_TIME) or tokens[0].key.startswith(_UNTIL)
    dated = False  # whether what stands before is the number of a day
    acted = "MAKE" in tokens[0].marks and len(tokens) > 1 and tokens[1].type == "NUMBER"
    if acted and any(
        token.key in _BY_THEN or ("FESTIVE" in token.marks and token.key != DAY) for token in tokens
    ):
        return False  # "kết nạp 25 đảng viên trước ngày 30/6", "trồng 5.000 cây chào mừng Ngày 27/7"
    for token in tokens:
        if token.account == "date" and (token.type == "DATE" or dated) and (token.start > first or not timed):
            return True
        dated = token.account == "date" or (dated and token.type == "SLASH")
    return False


def _is_plain_count(draft: Draft) -> bool:
    """Whether a draft is a count or an amount that no word wants: nothing compares it, leads up to it or shares it."""
    if draft.figure is None or draft.measure != "level" or draft.unit[:1] in {"%", "‰"}:
        return False
    phrase = draft.figure.phrase
    worded = phrase.compared or phrase.closing or phrase.strive or phrase.reaches or phrase.rank
    return not worded and not _equals(draft.figure)


def _tells_of_a_lapse(tokens: Sequence[Token]) -> bool:
    """ "PCI tụt 9 bậc", "02 chỉ số bị giảm điểm"; but not "không để chỉ số nào bị giảm điểm", which is wanted."""
    absent = False
    for token in tokens:
        if token.type == "SIGN":
            absent = False
        elif "LAPSED" in token.marks and not absent:
            return True
        absent = absent or not token.marks.isdisjoint(_ABSENT)
    return False


def _tells_of_places(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "xếp thứ 34/63, tăng 7 bậc so với năm 2022": a place and how far it moved, both exact, as results are told."""
    for place, change in pairwise(drafts):
        if place.figure is None or change.figure is None or not place.figure.phrase.rank:
            continue
        stepped = change.measure != "level" and change.unit in STEPS and change.basis not in (None, "plan")
        bounded = any(
            phrase.compared or phrase.closing for phrase in (place.figure.phrase, change.figure.phrase)
        )
        if stepped and not bounded and place.figure.phrase.op == change.figure.phrase.op == "=":
            return not any(token.key.startswith(_UNTIL) for token in tokens)
    return False


def _doubt(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        if not draft.doubts:
            draft.doubts.append("reading.fact_or_target")


def _doubt_the_rest(drafts: Sequence[Draft]) -> None:
    """ "Toàn xã có 1.846 hộ, 9 thôn; đồng bào Mường chiếm 37%": what stands among facts may be one as well."""
    told = 0
    for draft in drafts:
        if draft.doubts and is_told(draft):
            told += 1
    if 2 * told < len(drafts):
        return
    for draft in drafts:
        phrase = draft.figure.phrase if draft.figure is not None else None
        if not draft.doubts and phrase is not None and phrase.op == "=" and not phrase.compared:
            draft.doubts.append("reading.fact_or_target")
            draft.open = draft.unit in ("%", "‰") and not draft.restates


def _opens_with_a_task(tokens: Sequence[Token]) -> bool:
    """ "Tiếp tục đổi mới …", "Chi bộ tập trung …"; but not "Trồng rừng tập trung"."""
    for token in tokens[:_TASKED]:
        if "TASK" in token.marks:
            return True
        if token.type not in {"SIGN", "DASH"} and token.marks.isdisjoint(_WHO):
            return False
    return False


def _is_bare(figure: Figure) -> bool:
    """Whether a figure is a count or an amount that nothing beside it wants or introduces."""
    introduced = keyed(figure.left, ":") or keyed(figure.island.tokens, ":")
    return is_owned(figure) and not _equals(figure) and not introduced


def _equals(figure: Figure) -> bool:
    """Whether "đạt", "là" or a colon leads to a figure; "có" tells what there is as well."""
    for token in figure.island.tokens:  # noqa: SIM110 - asked of most figures, and faster than any()
        if token.type == "EQUALS" and token.key != HAVE:
            return True
    return False


def _is_done(figure: Figure, told: Sequence[Token]) -> bool:
    """ "phối hợp tập huấn 10 lớp cho 500 lượt hội viên", "…; bê tông hóa 4,5 km": as many are wanted of a deed.

    But not "tiếp tục đổi mới hoạt động của 5 lớp", "nâng cao chất lượng 12 hội nghị", which are there.
    """
    amount = figure.phrase.amount
    if amount is None or not told:
        return False
    if told[-1].key in _MADE_INTO:
        return True
    done = amount.unit.split(" ", maxsplit=1)[0] in _ACTS
    return done and told[-1].marks.isdisjoint(_OF_WHAT_IS) and not marked(told, "HOLD", "KEEP")


def _is_led_by_nothing(figure: Figure) -> bool:
    """ "Tiếp tục đổi mới hoạt động của 5 tổ chức": no verb but that of the task leads to the count or the share."""
    phrase = figure.phrase
    lasts = phrase.amount is not None and phrase.amount.unit in _LASTING  # "trong 01 ngày"
    worded = (
        (phrase.compared and not lasts) or phrase.closing or phrase.change or phrase.reaches or phrase.strive
    )
    worded = worded or _equals(figure)
    dated = max((at for at, token in enumerate(figure.left) if token.account in _TIMED), default=-1)
    told = [token for token in figure.left[dated + 1 :] if token.type == "WORD"]
    if _is_done(figure, told):
        return False
    whole = phrase.amount is None or phrase.amount.value == _HUNDRED  # "rà soát 100% thủ tục hành chính"
    return not (worded or whole or phrase.rank) and phrase.high is None and not marked(told, *_LEADING)
