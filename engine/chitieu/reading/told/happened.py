"""Clauses that tell what happened by a day or by the end of a time, though no word of the past stands in them.

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
from chitieu.reading.told.headings import Headed, opening_of
from chitieu.reading.told.history import has_decimals
from chitieu.reading.told.wanted import has_many_decimals
from chitieu.text.spoken import ATTAINS, DAY, GET, HAVE, words

_ENDING, _UNTIL = words("COMES_TO_ITS_END"), words("UNTIL_BEGINS")
_BEYOND, _DONE = words("GOES_BEYOND"), frozenset(words("CARRIED_THROUGH"))
_GIVING = frozenset(words("SETS_PLAN"))
_PEOPLE, _SUFFERS = frozenset((*words("STOCK"), *words("EMPLOYED"))), frozenset(words("SUFFERS_OR_FINDS"))
#: What wants something, whatever else a clause tells.
_WANTING = frozenset({"STRIVE", "DEADLINE", "TASK"})
_PLANS, _TIMES = frozenset({"PLAN", "GOAL"}), frozenset({"YEAR", "DATE"})
#: What makes a day one that something is to be done by or from.
_BY_THEN = frozenset({"TIME", "FROM", "AT_MOST", "SETS_IN", "PAST"})
#: So many tokens open a clause, stand before the day that it opens with, and between a day and what was reached.
_OPENING, _FEW, _NEAR = 6, 3, 4


def tells_what_happened(
    tokens: Sequence[Token], marks: frozenset[str], drafts: Sequence[Draft], *, dated: bool
) -> Headed:
    """Whether a clause tells what happened: surely, perhaps, or not.

    ``marks`` are those of all its tokens; ``dated`` is False where no number of it is a year or of a day.
    """
    beyond = "MORE" in marks and not marks.isdisjoint(_PLANS)
    if not (dated or beyond or "AGAINST" in marks):  # guard
        return ""
    if not marks.isdisjoint(_WANTING) or not all(map(_is_exact, drafts)):
        return ""
    begun = tokens[opening_of(tokens) :]
    told: Headed = ""
    if "AGAINST" in marks and _ends_a_time(begun):
        told = _moved_since(drafts)
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


def _goes_beyond(tokens: Sequence[Token]) -> bool:
    """ "…, vượt mục tiêu Quốc hội giao", "…, hoàn thành vượt mức kế hoạch": and no figure says by how much."""
    for at, token in enumerate(tokens):
        if "MORE" not in token.marks or not token.key.startswith(_BEYOND) or at < _FEW:
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
    led = tokens[at + 2 : next(i for i, token in enumerate(tokens) if token.start >= first.start)]
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
    """ "Đến 31/12/2024 Công ty có 1.082 lao động, trong đó nữ 647 người (59,8%)": who there were on that day."""
    if not any(map(_is_a_day, begun[:_FEW])) or not begun[0].key.startswith(_UNTIL):
        return ""
    first = drafts[0].figure
    if first is None or first.island.tokens[0].key != HAVE or drafts[0].noun not in _PEOPLE:
        return ""
    if first.phrase.amount is None or first.phrase.amount.whole is not None or has_content(first.right):
        return ""
    shares = [draft for draft in drafts if draft.unit == "%" and draft.restates]
    return "told" if any(map(has_decimals, shares)) else ("may" if len(drafts) > 1 else "")
