"""Terms of which nothing is wanted: which points earn which rating, what each part counts, what a lapse costs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from chitieu.reading.clause.draft import Draft
from chitieu.target import Bound, Range

_ALL = Decimal(100)
_Ends = tuple[Decimal | Fraction | None, Decimal | Fraction | None]
#: So many steps make a scale; two bounds may both be wanted.
_FEWEST = 3


def steps_of_a_scale(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """The drafts that say the steps of a scale, and what stands between these; none where there is no scale.

    "Từ 90 điểm trở lên xếp loại A; từ 75 đến dưới 90 điểm xếp loại B; dưới 75 điểm xếp loại C": each step begins where
    another ends, and one of them leaves out its end. "Từ 95% trở lên hưởng 100% lương; từ 80% đến dưới 95% …; dưới
    80% …" has what a step earns between them.
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
    return drafts[at[0] : at[-1] + 1] if len(at) >= _FEWEST else ()


def weigh_together(drafts: Sequence[Draft]) -> bool:
    """ "Tài chính 40%, Khách hàng 35%, Quy trình 25%; tổng trọng số 100%": whether bare shares make up all of them."""
    shares = [
        draft.value
        for draft in drafts
        if draft.unit == "%" and draft.op == "=" and draft.measure == "level" and draft.value is not None
    ]
    return len(shares) == len(drafts) >= _FEWEST and sum(Fraction(share) for share in shares) == _ALL


def charges_for_lapses(drafts: Sequence[Draft]) -> bool:
    """ "Trường hợp uptime dưới 99,9%, Nhà cung cấp hoàn lại 5% phí; dưới 99% …": what is paid on a condition."""
    return bool(drafts) and "reading.conditional" in drafts[0].doubts


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
