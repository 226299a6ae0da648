"""Parts that make up all of a whole, of each of which as much is wanted as is said."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.reading.clause.draft import Draft
from chitieu.reading.tokens.scanner import marked
from chitieu.reading.tokens.surroundings import LISTING
from chitieu.target import Range

_NOUGHT, _HUNDRED = Decimal(0), Decimal(100)
_SHARES = frozenset({"%", "‰"})
#: So many parts that make up all are a structure, however they are named.
_FEW = 3


def mark_structures(drafts: list[Draft]) -> None:
    """ "Sản lượng 5,5 triệu tấn, trong đó lợn 63 - 65%, gia cầm 26 - 28%, …": parts that make up all of it.

    Of the parts of a whole as much is wanted as is said. Two parts say so where both are named alike ("khách nội địa
    60%, khách quốc tế 40%"); rates are no parts, nor are grades.
    """
    at = 0
    while at < len(drafts) - 1:
        part = drafts[at]
        behind = at + 1
        if at and part.figure is not None and part.figure.joined_by == "among" and _is_part(part):
            while behind < len(drafts) and _is_part(drafts[behind]) and _goes_on_listing(drafts[behind]):
                behind += 1
            parts = drafts[at:behind]
            if drafts[at - 1].unit not in _SHARES and _make_up_all(parts):
                for each in parts:
                    each.better = ("exact", "condition")
        at = behind


def _is_part(draft: Draft) -> bool:
    figure = draft.figure
    if figure is None or draft.unit != "%" or draft.measure != "level" or draft.op not in ("=", "range"):
        return False
    return not draft.restates and draft.better is None and not marked(figure.left, "RATE", "GRADE")


def _goes_on_listing(draft: Draft) -> bool:
    return draft.figure is not None and draft.figure.joined_by in LISTING


def _make_up_all(parts: list[Draft]) -> bool:
    if len(parts) < _FEW:
        first, last = (
            part.figure.left[:1] if part.figure is not None else [] for part in (parts[0], parts[-1])
        )
        if len(parts) < 2 or not first or not last or first[0].key != last[0].key:
            return False
    ends = [
        (part.condition.low, part.condition.high)
        if isinstance(part.condition, Range)
        else (part.value or _NOUGHT, part.value or _NOUGHT)
        for part in parts
    ]
    return sum(Fraction(low) for low, _ in ends) <= _HUNDRED <= sum(Fraction(high) for _, high in ends)
