"""Actuals: what was achieved, as a typed value beside the words it was reported in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from chitieu.quantity.interval import Interval

#: Words instead of figures. Judgements of the target: "achieved" (Đạt, Hoàn thành, giữ vững), "surpassed"
#: (Vượt), "failed" (Không đạt, chưa đạt), "partly" (cơ bản đạt). Existence of the thing: "absent" (không
#: xảy ra, không có), "present" (có). A bare "không" is "no": absent for a thing that must not occur, failed
#: for one that must hold. "not_applicable" is "không phát sinh" of a share; "unknown" is "chưa có", "không
#: có số liệu".
Word = Literal[
    "achieved", "surpassed", "failed", "partly", "absent", "present", "no", "not_applicable", "unknown"
]


@dataclass(frozen=True, slots=True)
class Actual:
    """What was achieved, for one target.

    Exactly one of these carries the value: ``interval`` (a figure is the interval of one point; "61-62" and
    "trên 4" are wider), ``grade`` (a grade as written), ``word``; none of them where the value is missing
    (``text`` empty) or cannot be read (``text`` is what stood there). ``unit`` is the unit of the phrase or
    else of the unit column, None where neither names one. ``change`` is "increase" or "decrease" where the
    phrase has a change verb or a sign; the interval is then the amount ("-6%" is decrease, 6).
    ``share_of_plan`` marks "102% kế hoạch". ``over_plan`` says how a percentage stands to the plan:
    "amount" for "vượt 4%", "level" for "đạt/bằng 104%". ``of`` is the second figure of "79/77".
    ``approximate`` is set for "khoảng", "gần" …: the interval already holds every value meant.

    ``baseline``, ``plan`` and ``population`` are figures beside it, in ``baseline_unit``, ``plan_unit``
    where given (else in the actual's unit). ``entity`` is the member of an "each". ``column_unit`` is the
    unit of the unit column where the phrase has one of its own: the two must convert into each other.
    ``disputed`` marks several rows that say different things; ``text`` then holds them all.
    """

    text: str = ""
    interval: Interval | None = None
    unit: str | None = None
    grade: str | None = None
    word: Word | None = None
    change: Literal["increase", "decrease"] | None = None
    share_of_plan: bool = False
    over_plan: Literal["amount", "level"] | None = None
    of: Decimal | Fraction | None = None
    approximate: bool = False
    baseline: Decimal | Fraction | None = None
    baseline_unit: str | None = None
    plan: Decimal | Fraction | None = None
    plan_unit: str | None = None
    population: Decimal | Fraction | None = None
    entity: str | None = None
    source: str | None = None
    note: str | None = None
    column_unit: str | None = None
    disputed: bool = False

    @property
    def missing(self) -> bool:
        """No value at all: an empty cell, or words that say there is none."""
        if self.word is not None:
            return self.word == "unknown"
        return self.interval is None and self.grade is None and not self.text.strip()

    @property
    def figure(self) -> Decimal | Fraction | None:
        """The value where it is one exact figure."""
        return self.interval.point if self.interval is not None else None
