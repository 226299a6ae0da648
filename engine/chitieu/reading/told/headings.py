"""What opens a clause and heads only what is told: weaknesses, funds, equipment, terms, definitions, requests, votes.

"Tồn tại: 3/14 trạm y tế xuống cấp", "Tổng kinh phí: 4.860 triệu đồng", "Mức phụ cấp bằng 1,6 lần mức lương cơ sở",
"Hộ nghèo: hộ có thu nhập từ 1.500.000 đồng trở xuống". Where anything behind the head may be wanted, a person is asked.
So it is with clauses that no head opens but a word says are told whole: votes, who came, how a paper closes, capital.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, takewhile
from typing import Literal

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import DATED
from chitieu.reading.tokens.scanner import Token, keyed, marked, marks_of
from chitieu.reading.told.costs import is_money
from chitieu.reading.told.history import DECIDED
from chitieu.reading.told.lasting import SPANS
from chitieu.reading.told.ruled import RULING, tells_a_rule
from chitieu.reading.told.wanted import is_plain, is_said
from chitieu.text.spoken import ATTAINS, BE, HAVE, POINT, STILL, TARGET_NAMED, words

#: Whether a head heads only what is told: surely, perhaps, or not.
Headed = Literal["told", "may", ""]

#: The marks of heads, beside which only a colon makes one.
_GRANTING = frozenset({"GRANTED", "ASKS"})
_HEADS = _GRANTING | {"SCORING", "TERMS_HEAD", "TOLD_HEAD"}
#: The marks of these and of what is told without a head; without any of them only a colon may head what is told.
_TELLING = _HEADS | {"APPROVED", "CLOSES_PAPER", "VOTED", "OF_SHARES", "MISSED"}
#: What wants something behind any head.
_AIMING = frozenset({"STRIVE", "AIMED", "DEADLINE"})
#: What may want something behind a head that may head more: "Đơn giá bình quân 600.000 đồng/ha trở lên".
_BOUNDING = (
    "AT_LEAST", "OR_MORE", "SIGN_MORE", "RATE", "AVERAGE", "RISE", "FALL", "BRING", "FINISH", "EACH",
)  # fmt: skip
_DONE = frozenset({"WAS", "PAST"})
#: What was decided before a colon is wanted behind it.
_DECIDED = ("PLAN", "GOAL", "APPROVED", "PROGRAM")
#: Money that is spent: its colon may stand further behind.
_FUNDS, _COSTS = words("SPENT_BEGINS"), words("COST")
_ALL = Decimal(100)
#: So many figures at least are a total and its parts.
_PARTS = 3
_PASSED, _ASSEMBLED = frozenset(words("PASSED")), words("ASSEMBLED")
_COPIES, _SHARES = frozenset(words("COPY_OF_PAPER")), frozenset(words("CAPITAL_SHARE"))
_COUNTS = frozenset(words("COUNT"))
#: What makes capital and shares more than what there is: "tăng vốn điều lệ".
_MADE = frozenset({"MAKE", "RISE", "FALL", "BRING", "TIME"})
#: What leads to a count of what was missed; so near behind it its list opens.
_STANDS, _LISTED = frozenset({HAVE, STILL}), 5
#: What makes good what was missed.
_MENDING = ("FINISH", "MAKE", "BRING", "TASK", "DEADLINE")
#: How far the colon of a definition stands: "Hộ nghèo khu vực nông thôn: hộ có thu nhập …".
_NAMED = 10


def opening_of(tokens: Sequence[Token]) -> int:
    """Where a clause opens, behind its bullet or number."""
    for at, token in enumerate(tokens):
        if token.type not in ("SIGN", "DASH") and token.account != "label":
            return at
    return 0


def heads_what_is_told(
    tokens: Sequence[Token], marks: frozenset[str], keys: set[str], drafts: Sequence[Draft]
) -> Headed:
    """Whether what opens a clause heads only what is told; ``marks`` and ``keys`` are those of all its tokens."""
    headed: Headed = ""
    if not keys.isdisjoint(RULING):  # guard
        headed = tells_a_rule(tokens[opening_of(tokens) :], keys, drafts)
    if marks.isdisjoint(_TELLING) and ":" not in keys and not headed:
        return ""  # as of most
    if (":" in keys or not marks.isdisjoint(_HEADS)) and not headed:  # guard
        headed = _headed(tokens[opening_of(tokens) :], drafts)
    if not headed and not marks.isdisjoint(_DONE) and ":" in keys and _heads_what_was(tokens):
        headed = "may"
    if not headed and "SUM" in marks and _adds_up_to_points(drafts):
        headed = "told"
    if not headed and "APPROVED" in marks:
        # "148/150 đại biểu biểu quyết thông qua", "được thông qua với tỷ lệ tán thành 99,98%"
        of_votes = not keys.isdisjoint(_PASSED) or _is_a_rate_of_votes(tokens)
        bounding = marks.intersection(_BOUNDING) - ({"RATE"} if of_votes else set())
        headed = "may" if bounding else "told"
    if not headed and "CLOSES_PAPER" in marks and all(map(_is_of_paper, drafts)):
        headed = "told"
    if not headed and "VOTED" in marks and marks.isdisjoint(_BOUNDING) and _tells_who_came(drafts):
        headed = "told"
    if not headed and "MISSED" in marks:
        headed = _counts_what_was_missed(tokens, drafts)
    if not headed and "OF_SHARES" in marks and all(map(_is_of_capital, drafts)):
        headed = "told"
    return headed if marks.isdisjoint(_AIMING) else ""


def _counts_what_was_missed(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Headed:
    """ "Năm 2025 có 15/18 chỉ tiêu đạt và vượt; 03 chỉ tiêu không đạt gồm: …": so many were met, so many were not.

    Not "tập trung hoàn thành 03 chỉ tiêu chưa đạt", nor where anything but counts of targets stands beside them.
    """
    missed = next((at for at, token in enumerate(tokens) if "MISSED" in token.marks), 0)
    if not missed or tokens[missed - 1].type != "NUMBER":
        return ""
    ahead, behind = tokens[max(0, missed - 2)], tokens[missed + 1 :]
    if not (missed == 1 or ahead.type in ("SIGN", "DOWN_TO", "EQUALS") or ahead.key in _STANDS):
        return ""
    listed = marked(behind[:_LISTED], "CONTAINS") or keyed(behind[:_LISTED], ":")
    mended = not listed and marked(behind, *_MENDING)  # "02 chỉ tiêu chưa đạt hoàn thành trong quý I/2026"
    if mended or any(token.account == "year" for token in behind):
        return ""
    start, end = tokens[missed - 1].start, tokens[missed].end
    for draft in drafts:
        beside = draft.span[0] < start or (draft.span[0] > end and not listed)
        if beside and not _counts_targets(draft):
            return ""
    return "told"


def _counts_targets(draft: Draft) -> bool:
    """ "15/18 chỉ tiêu", "18/20 chỉ tiêu Nghị quyết"."""
    if draft.figure is None:
        return False
    said = (*draft.figure.island.tokens, *draft.figure.right[:1])
    return any(token.key.startswith(TARGET_NAMED) for token in said)


def _adds_up_to_points(drafts: Sequence[Draft]) -> bool:
    """ "Tổng điểm là 100 điểm, gồm: kinh tế 40 điểm, văn hóa 30 điểm, xây dựng Đảng 30 điểm": what each counts."""
    if len(drafts) < _PARTS or any(draft.unit != POINT or draft.op != "=" for draft in drafts):
        return False
    if any(draft.figure is None or not is_said(draft.figure) for draft in drafts):
        return False
    first, *parts = [Fraction(draft.value or 0) for draft in drafts]
    return first == _ALL == sum(parts)


def _is_a_rate_of_votes(tokens: Sequence[Token]) -> bool:
    """ "Tỷ lệ biểu quyết tán thành: 100%", "đạt tỷ lệ 97,57%": no rate but that of votes, or one beside its figure."""
    return all(
        "RATE" not in first.marks or "APPROVED" in second.marks or second.type == "NUMBER"
        for first, second in pairwise(tokens)
    )


def _headed(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Headed:
    """Whether the first of some tokens heads only what is told."""
    head, behind = tokens[0], tokens[1:]
    headed: Headed = ""
    if "SCORING" in head.marks:  # "Xuất sắc từ 90 điểm trở lên; Khá từ 70 đến dưới 90 điểm"
        scored = len(drafts) > 1 and any(draft.unit == POINT for draft in drafts)
        headed = "told" if scored and any(token.key == ":" for token in behind[:_NAMED]) else ""
    elif "GRADED" in head.marks:  # "Xếp loại: Xuất sắc từ 95 điểm; Tốt từ 85 đến dưới 95 điểm"
        headed = "told" if _lists_grades(behind[:_NAMED], drafts) else ""
    elif "TERMS_HEAD" in head.marks:
        headed = _sets_terms(head, behind, drafts)
    elif "TOLD_HEAD" in head.marks:
        reach = _NAMED if head.key.startswith(_FUNDS) else 1  # "Kinh phí hỗ trợ cộng tác viên: …"
        if any(token.key == ":" for token in behind[:reach]):
            headed = _lists_what_is_told(head, behind, drafts)
    elif _defines(tokens[:_NAMED]):
        headed = "" if any(draft.unit == "%" for draft in drafts) else "told"
    elif not head.marks.isdisjoint(_GRANTING):
        headed = _grants(head, behind, drafts)
    return headed


def _heads_what_was(tokens: Sequence[Token]) -> bool:
    """ "Báo cáo tài chính năm 2024 đã được kiểm toán: tổng tài sản …": a colon behind what was done.

    Not "Các chỉ tiêu đã được giao: …", nor "Hội đồng nhân dân đã quyết nghị: …", which are wanted.
    """
    head = list(takewhile(lambda token: token.key != ":", tokens))
    if any(token.type != "WORD" and token.account not in DATED for token in head):
        return False  # "từ 59 triệu đồng trở lên (hiện trạng: 52,4 triệu đồng)"
    if len(head) == len(tokens) or marks_of(head).isdisjoint(_DONE) or marked(head, *_DECIDED):
        return False
    return all(token.key not in DECIDED for token in head)


def _lists_grades(behind: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """Whether a colon opens a scale, each grade with the points that it takes; not "Hạng 3 sao: …; hạng 4 sao: …"."""
    head = list(takewhile(lambda token: token.key != ":", behind))
    named = len(head) < len(behind) and all(
        token.type == "WORD" and "GRADE" not in token.marks for token in head
    )
    return named and len(drafts) > 1 and all(map(_earns_a_grade, drafts))


def _earns_a_grade(draft: Draft) -> bool:
    left = [token for token in draft.figure.left if token.type == "WORD"] if draft.figure is not None else []
    return draft.unit == POINT and bool(left) and "GRADE" in left[-1].marks


def _sets_terms(head: Token, behind: Sequence[Token], drafts: Sequence[Draft]) -> Headed:
    if "SURE_NOTE" in head.marks:
        return "told"
    if "TERMS" not in head.marks and any(_is_a_ceiling(draft) for draft in drafts):
        return ""  # the most that is given or spent is a term as well, the most that is charged may be wanted
    listed = (
        behind[0].key == ":" if behind else False
    )  # "Tiền thưởng: giải Nhất 3 triệu đồng, mỗi giải Ba 1 triệu đồng"
    bounding = [mark for mark in _BOUNDING if mark != "EACH" or not listed]
    if marked(behind, *bounding) or any(token.key == ATTAINS for token in behind):
        return ""
    if any(draft.figure is not None and draft.figure.phrase.reaches for draft in drafts):
        return "may"  # "Mức chuẩn trợ giúp tăng lên 500.000 đồng/tháng"
    return (
        "told" if all(_is_of_terms(draft) or (listed and is_money(draft.unit)) for draft in drafts) else "may"
    )


def _is_a_ceiling(draft: Draft) -> bool:
    return draft.figure is not None and draft.figure.phrase.op in ("<", "<=")


def _lists_what_is_told(head: Token, behind: Sequence[Token], drafts: Sequence[Draft]) -> Headed:
    if "WEAKNESS" in head.marks:
        return "told"
    made = any("MAKE" in token.marks and "GRANTED" not in token.marks for token in behind)
    if made or marked(behind, *_BOUNDING, "ATTAIN") or any(token.key == ATTAINS for token in behind):
        return "may"
    if any(draft.unit == "%" and draft.value == _ALL for draft in drafts):
        return "may"
    if "FACT_HEAD" in head.marks:
        return "told"
    first = next((two for one, two in pairwise([head, *behind]) if one.key == ":"), behind[-1])
    return "told" if first.type == "NUMBER" or first.marks & {"NOUN", "ACTOR"} else "may"


def _grants(head: Token, behind: Sequence[Token], drafts: Sequence[Draft]) -> Headed:
    """ "Hỗ trợ 50% chi phí, tối đa 15 triệu đồng/ha": what each is given; "đề nghị UBND huyện hỗ trợ 2,5 tỷ đồng"."""
    if any(draft.figure is None for draft in drafts):
        return ""
    if "ASKS" in head.marks:
        paid = all(is_money(d.unit) and d.figure is not None and is_plain(d.figure) for d in drafts)
        return "told" if paid and marked(behind, "GRANTED") else ""
    if not all(_is_of_terms(draft) or draft.unit == "%" for draft in drafts):
        return ""
    bound = marked(behind, *_BOUNDING) or any(token.key == ATTAINS for token in behind)
    if any(is_money(draft.unit) for draft in drafts):
        return "may" if bound else "told"
    costs = any(draft.figure is not None and _is_of_a_cost(draft.figure.right) for draft in drafts)
    return "may" if costs else ""


def _is_of_terms(draft: Draft) -> bool:
    """Whether a figure is one of each, of pay, or of a time: "đồng/người/tháng", "0,3 lần", "24 tháng"."""
    unit, figure = draft.unit, draft.figure
    if figure is None:
        return False
    paid = marked([*figure.island.tokens, *figure.right[:2]], "OF_PAY")
    return "/" in unit or unit in SPANS or paid or (unit == "%" and _is_of_a_cost(figure.right))


def _tells_who_came(drafts: Sequence[Draft]) -> bool:
    """ "Tham dự Đại hội có 86 cổ đông, đại diện cho 82,5% cổ phần": who came to a meeting, whom no word makes come."""
    figures = [draft.figure for draft in drafts if draft.figure is not None]
    first = figures[0] if figures else None
    if first is None or "VOTED" not in first.said or "MAKE" in first.said:
        return False
    if not " ".join([token.key for token in first.left]).startswith(_ASSEMBLED):
        return False
    if first.island.tokens[0].type != "EQUALS":
        return False  # "Tham dự hội nghị 3 lần/năm"
    return len(figures) == len(drafts) and all(map(is_said, figures))


def _is_of_paper(draft: Draft) -> bool:
    """ "… có hiệu lực 03 năm, được lập thành 05 bản, mỗi bên giữ 02 bản": how a paper closes, where nothing bounds."""
    figure = draft.figure
    if figure is None or not is_said(figure):
        return False
    return draft.noun in _COPIES or draft.unit in SPANS


def _is_of_capital(draft: Draft) -> bool:
    """ "Vốn điều lệ: 500 tỷ đồng, chia thành 50 triệu cổ phần, mệnh giá 10.000 đồng": what it is, at no later time."""
    figure = draft.figure
    if figure is None or not is_said(figure) or draft.when is not None:
        return False
    counted = any("SUM" in token.marks or token.key in _COUNTS for token in figure.left[:1])
    parted = draft.noun in _SHARES and (
        counted or "OF_SHARES" in figure.said
    )  # "Tổng số cổ phần: 12.000.000"
    return ("FIXED" in figure.said or parted) and figure.said.isdisjoint(_MADE)


def _is_of_a_cost(behind: Sequence[Token]) -> bool:
    """ "hỗ trợ 100% chi phí vắc xin": of what it costs; the scanner may have parted the word."""
    said = " ".join([token.key for token in behind[:2]])
    return any(said == cost or said.startswith(f"{cost} ") for cost in _COSTS)


def _defines(opening: Sequence[Token]) -> bool:
    """ "Hộ nghèo: là hộ có …", "Hộ nghèo: hộ có …": behind the colon stands what the name is."""
    for at, (sign, first) in enumerate(pairwise(opening)):
        if sign.key == ":":
            second = opening[at + 2] if at + 2 < len(opening) else None
            again = first.key == opening[0].key and second is not None and second.key == HAVE
            what = first.key == BE and second is not None and "NOUN" in second.marks
            return again or what or "DEFINES" in first.marks
    return False
