"""Clauses that tell what happened by a day or by the end of a time, mostly with no word of the past.

"Kết thúc năm học 2023 - 2024, toàn ngành có 412/530 trường đạt chuẩn (77,7%), tăng 12 trường so với năm học trước",
"… từ 9,88% xuống còn 2,75%, vượt mục tiêu được giao", "Bệnh viện được phúc tra ngày 12/12/2024, đạt 3,72 điểm", "Đến
31/12/2024 Công ty có 1.082 lao động, trong đó nữ 647 người (59,8%)". A plan may say some of it too: figures that were
worked out say that it is told, else a person is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import first_behind
from chitieu.reading.told.headings import Headed, opening_of
from chitieu.reading.told.history import DECIDED, has_decimals
from chitieu.reading.told.wanted import has_many_decimals
from chitieu.text.spoken import ATTAINS, DAY, EXCEED, GET, HAVE, RESULT, words

_ENDING, _UNTIL = words("COMES_TO_ITS_END"), words("UNTIL_BEGINS")
_DONE = frozenset(words("CARRIED_THROUGH"))
_GIVING = frozenset(words("SETS_PLAN"))
_PEOPLE, _SUFFERS = frozenset((*words("STOCK"), *words("EMPLOYED"))), frozenset(words("SUFFERS_OR_FINDS"))
#: What opens a result, and within so many tokens its colon or its deed.
_SUMMED_UP, _HEADED = frozenset(words("SUMMED_UP")), 10
#: What wants something, whatever else a clause tells.
_WANTING, _AIMING = frozenset({"STRIVE", "DEADLINE", "TASK"}), frozenset({"STRIVE", "DEADLINE"})
_PLANS, _TIMES = frozenset({"PLAN", "GOAL"}), frozenset({"YEAR", "DATE"})
#: What makes a day one that something is to be done by or from.
_BY_THEN = frozenset({"TIME", "FROM", "AT_MOST", "SETS_IN", "PAST"})
#: So many tokens stand before the day that a clause opens with, and between a day and what was reached.
_FEW, _NEAR = 3, 4


def tells_what_happened(
    tokens: Sequence[Token], marks: frozenset[str], drafts: Sequence[Draft], *, dated: bool
) -> Headed:
    """Whether a clause tells what happened: surely, perhaps, or not.

    ``marks`` are those of all its tokens; ``dated`` is False where no number of it is a year or of a day.
    """
    beyond = "MORE" in marks and not marks.isdisjoint(_PLANS)
    if not (dated or beyond or "AGAINST" in marks):  # guard
        return ""
    begun = tokens[opening_of(tokens) :]
    if "AGAINST" in marks and marks.isdisjoint(_AIMING) and _sums_up(begun, drafts):
        return "told"  # "Kết quả rà soát …", which is no task
    if not marks.isdisjoint(_WANTING) or not all(map(_is_exact, drafts)):
        return ""
    told: Headed = ""
    if "AGAINST" in marks and _ends_a_time(begun):
        told = _moved_since(drafts)
    if not told and "WAS" in marks and _was_done_in_its_term(begun):
        moved = [draft for draft in drafts if draft.figure is not None and draft.figure.phrase.reaches]
        told = "told" if moved and all(map(has_decimals, drafts)) else ""
    if not told and beyond and _goes_beyond(tokens):
        timed, worked_out = _opens_with_a_time(begun), _was_worked_out(drafts)
        told = "told" if timed and worked_out else "may" if timed or worked_out else ""
    if not told and dated:
        told = _came_about(tokens, begun, drafts) or _counts_on_a_day(begun, drafts)
    return told


def _is_exact(draft: Draft) -> bool:
    """Whether nothing bounds a figure; a status beside one says no more than it."""
    phrase = draft.figure.phrase if draft.figure is not None else None
    return phrase is None or not (
        phrase.compared or phrase.closing or phrase.strive or phrase.high is not None
    )


def _ends_a_time(begun: Sequence[Token]) -> bool:
    """ "Kết thúc năm học 2023 - 2024, …", "Kết thúc quý III/2024, …"."""
    return " ".join([token.key for token in begun[:2]]) in _ENDING


def _moved_since(drafts: Sequence[Draft]) -> Headed:
    """ "412/530 trường (77,7%), tăng 12 trường so với năm học trước": how far it moved, and a share worked out."""
    moved = [draft for draft in drafts if draft.measure != "level" and draft.basis != "plan"]
    if not any(draft.restates or draft.basis is not None for draft in moved):
        return ""
    shared = any(
        draft.restates and draft.measure == "level" and draft.unit == "%" and has_decimals(draft)
        for draft in drafts
    )
    return "told" if shared else "may"


def _sums_up(begun: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Lũy kế 9 tháng, SAIDI là 198 phút, giảm 22% so với cùng kỳ; tổn thất 5,92%, thấp hơn 0,23% so với kế hoạch".

    What is set against both the time before and the plan is a result; so is a change against the plan behind "Kết quả
    rà soát cuối năm 2024: …", where nothing but changes is left.
    """
    summed = begun[0].key in _SUMMED_UP
    if not (summed or begun[0].key == RESULT) or any(map(_is_bounded, drafts)):
        return False
    moved = [draft for draft in drafts if draft.measure != "level"]
    planned = any(draft.basis == "plan" for draft in moved)
    if summed:
        return planned and any(draft.basis == "previous" and draft.restates for draft in moved)
    found = any(token.key == ":" for token in begun[:_HEADED]) and all(draft.when is None for draft in drafts)
    return found and planned and len(moved) == len(drafts)


def _is_bounded(draft: Draft) -> bool:
    """Whether an end bounds a figure; "vượt", "thấp hơn" what it is against does not."""
    phrase = draft.figure.phrase if draft.figure is not None else None
    return phrase is None or draft.op != "=" or bool(phrase.closing) or bool(phrase.strive)


def _was_done_in_its_term(begun: Sequence[Token]) -> bool:
    """ "Nhiệm kỳ 2020 - 2025, toàn xã đã xóa 186 nhà tạm; …": a deed that is over, counted, opens it."""
    if "PERIOD" not in begun[0].marks:
        return False
    at = next((at for at, token in enumerate(begun[:_HEADED]) if "WAS" in token.marks), 0)
    led = [token for token in begun[1:at] if token.type == "WORD"]
    counted = next((token for token in begun[at + 1 : at + 1 + _NEAR] if token.type == "NUMBER"), None)
    decided = any(token.key in DECIDED for token in begun[at : at + 2])
    return (
        at > 0
        and all("ACTOR" in token.marks for token in led)
        and counted is not None
        and counted.account == "past"
        and not decided
        and all(token.key != ":" for token in begun)
    )


def _goes_beyond(tokens: Sequence[Token]) -> bool:
    """ "…, vượt mục tiêu Quốc hội giao", "…, hoàn thành vượt mức kế hoạch": and no figure says by how much."""
    for at, token in enumerate(tokens):
        if "MORE" not in token.marks or not token.key.startswith(EXCEED) or at < _FEW:
            continue
        before = at - (tokens[at - 1].key in _DONE)
        if tokens[before - 1].key != ",":
            continue
        part = tokens[at + 1 :]
        end = next((place for place, word in enumerate(part) if word.type in ("SIGN", "NUMBER")), len(part))
        ends = end == len(part) or part[end].type == "SIGN"
        # "vượt chỉ tiêu đảng viên nhập ngũ" is wanted of something else
        given = end == 1 or (end > 1 and part[end - 1].key in _GIVING)
        if ends and given and marked(part[:1], *_PLANS):
            return True
    return False


def _opens_with_a_time(begun: Sequence[Token]) -> bool:
    """ "Giai đoạn 2016 - 2020, …", "Năm 2024, …"; but not "Đến năm 2030, …"."""
    timed = any(token.type in _TIMES or token.account == "year" for token in begun[:_FEW])
    return timed and not begun[0].key.startswith(_UNTIL)


def _was_worked_out(drafts: Sequence[Draft]) -> bool:
    """Whether a figure has so many decimals as no plan sets, or two have some."""
    return any(has_many_decimals(draft.value) for draft in drafts) or sum(map(has_decimals, drafts)) > 1


def _came_about(tokens: Sequence[Token], begun: Sequence[Token], drafts: Sequence[Draft]) -> Headed:
    """ "Bệnh viện được phúc tra ngày 12/12/2024, đạt 3,72 điểm", "Ngày 18/10/2024, xã được chấm 92,5 điểm"."""
    at = next((at for at, token in enumerate(tokens) if _is_a_day(token)), 0)
    first = drafts[0].figure
    if not at or first is None or first.start < tokens[at].start or tokens[at - 1].key != DAY:
        return ""
    if at > 1 and not tokens[at - 2].marks.isdisjoint(_BY_THEN):
        return ""  # "trước ngày 31/12/2025, đạt 100%"
    if at + 1 >= len(tokens) or tokens[at + 1].key != ",":
        return ""
    led = tokens[at + 2 : first_behind(tokens, first.start)]
    if any(token is tokens[at] for token in begun[:2]):  # it opens the sentence
        happened = any(map(_is_done_to, led))
    else:
        happened = any(map(_is_done_to, tokens[:at]))
        reached = any(token.key == ATTAINS for token in first.island.tokens)
        happened = happened and reached and len(led) < _NEAR
    if not happened:
        return ""
    moved = any(draft.restates and draft.measure != "level" for draft in drafts)
    return "told" if moved or _was_worked_out(drafts) else "may"


def _is_done_to(token: Token) -> bool:
    """ "được phúc tra", "được đánh giá", "bị xử phạt", "Kiểm toán kết luận"."""
    return token.key.split(" ", 1)[0] == GET or token.key in _SUFFERS


def _is_a_day(token: Token) -> bool:
    """ "12/12/2024": a day of a year, not only of the year that is meant."""
    return token.type == "DATE" and token.key.count("/") > 1


def _counts_on_a_day(begun: Sequence[Token], drafts: Sequence[Draft]) -> Headed:
    """ "Đến 31/12/2024 Công ty có 1.082 lao động, trong đó nữ 647 người (59,8%)": who there were on that day.

    So may be what was measured on it: "Đến 31/12/2024, nợ xấu nội bảng 1,48% (đầu năm 1,86%)".
    """
    if not any(map(_is_a_day, begun[:_FEW])) or not begun[0].key.startswith(_UNTIL):
        return ""
    if any(has_many_decimals(draft.value) for draft in drafts):
        return "may"
    first = drafts[0].figure
    if first is None or first.island.tokens[0].key != HAVE or drafts[0].noun not in _PEOPLE:
        return ""
    if first.phrase.amount is None or first.phrase.amount.whole is not None or has_content(first.right):
        return ""
    shares = [draft for draft in drafts if draft.unit == "%" and draft.restates]
    return "told" if any(map(has_decimals, shares)) else ("may" if len(drafts) > 1 else "")
