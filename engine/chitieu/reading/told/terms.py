"""Terms of which nothing is wanted: which points earn which rating, what each part counts, what a lapse costs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure, content
from chitieu.reading.tokens.scanner import marked
from chitieu.reading.told.lasting import is_time
from chitieu.reading.told.wanted import is_plain
from chitieu.target import Bound, Range
from chitieu.text.spoken import FINE, NUMBER_OF, POINT

_ALL = Decimal(100)
_Ends = tuple[Decimal | Fraction | None, Decimal | Fraction | None]
#: So many steps make a scale; two bounds may both be wanted.
_FEWEST = 3


def steps_of_a_scale(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts that say the steps of a scale, and what stands between these; none where there is no scale.

    "Từ 90 điểm trở lên xếp loại A; từ 75 đến dưới 90 điểm xếp loại B; dưới 75 điểm xếp loại C": each step begins where
    another ends, and one of them leaves out its end. "Từ 95% trở lên hưởng 100% lương; từ 80% đến dưới 95% …; dưới
    80% …" has what a step earns between them. Two steps are enough where each of them says its grade: "từ 50 đến dưới
    70 điểm xếp hạng 3 sao, từ 70 đến dưới 90 điểm xếp hạng 4 sao".
    """
    opened = [vars(draft.condition).get("high_open") for draft in drafts]  # isinstance() of a model is slow
    if not any(opened):
        return ()
    at: list[int] = []
    last: _Ends = (None, None)
    for place, draft in enumerate(drafts):
        ends = _ends(draft)
        if ends is None:
            continue
        follows = bool(at) and draft.unit in ("", drafts[at[0]].unit)
        if follows and not (_meet(ends[1], last[0]) or _meet(last[1], ends[0])):
            continue
        if not at or follows:
            at.append(place)
            last = ends
    graded = len(at) > 1 and all(_earns_a_grade(drafts[place]) for place in at)
    return drafts[at[0] : at[-1] + 1] if graded or len(at) >= _FEWEST else ()


def weigh_together(drafts: Sequence[Draft]) -> bool:
    """ "Tài chính 40%, Khách hàng 35%, Quy trình 25%; tổng trọng số 100%": whether bare shares make up all of them."""
    shares = [
        draft.value
        for draft in drafts
        if draft.unit == "%" and draft.op == "=" and draft.measure == "level" and draft.value is not None
    ]
    return len(shares) == len(drafts) >= _FEWEST and sum(Fraction(share) for share in shares) == _ALL


def charges_for_lapses(drafts: Sequence[Draft]) -> bool:
    """ "Trường hợp uptime dưới 99,9%, Nhà cung cấp hoàn lại 5% phí; dưới 99% …": what is paid on a condition.

    So is what a delay costs: "Nộp chậm từ 5 ngày trở lên bị phạt 0,05%/ngày".
    """
    if len(drafts) > 1 and "reading.conditional" in drafts[0].doubts:
        return True
    charged = [draft for draft in drafts if draft.figure is not None and is_charged(draft.figure)]
    return bool(charged) and all(draft in charged or _bounds_a_delay(draft) for draft in drafts)


def is_charged(figure: Figure) -> bool:
    """ "bị phạt 2%", "…, phạt 8% giá trị hợp đồng": what a lapse costs; but not "tỷ lệ hồ sơ bị phạt 2%"."""
    left = figure.left
    if not left or "CHARGES" not in left[-1].marks or not is_plain(figure):
        return False
    amount = figure.phrase.amount
    if left[-1].key == FINE and (amount is None or amount.unit[:1] != "%"):
        return False  # "Phạt 120 trường hợp", "thu phạt 5 tỷ đồng": what is done
    named = content(left, most=1)
    return bool(named) and named[0].key != NUMBER_OF and named[0].marks.isdisjoint({"RATE", "SUM"})


def _bounds_a_delay(draft: Draft) -> bool:
    """ "Chậm tiến độ quá 30 ngày, phạt …": from when on something is charged."""
    return draft.figure is not None and draft.op in (">", ">=") and is_time(draft.figure)


def _earns_a_grade(draft: Draft) -> bool:
    """ "đạt từ 50 đến dưới 70 điểm xếp hạng 3 sao": right behind the points stands what they are graded as."""
    figure = draft.figure
    return draft.unit == POINT and figure is not None and marked(figure.right[:1], "GRADED")


def _meet(first: Decimal | Fraction | None, second: Decimal | Fraction | None) -> bool:
    return first is not None and first == second


def _ends(draft: Draft) -> _Ends | None:
    """Where a step begins and ends; None for what is no step."""
    condition = draft.condition
    if draft.measure != "level":
        return None
    if isinstance(condition, Range):
        return condition.low, condition.high
    if not isinstance(condition, Bound) or condition.op == "=":
        return None
    return (condition.value, None) if condition.op[0] == ">" else (None, condition.value)
