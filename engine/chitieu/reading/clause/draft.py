"""A target while its clause is being walked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chitieu.reading.clause.segments import Figure
from chitieu.target import Better, BetterSource, Condition, Measure


@dataclass(slots=True, eq=False, init=False)
class Draft:
    """A target that may still change: a later word of the clause can add what it is against, or restate it.

    ``others`` are other readings, each the fields in which it differs. ``doubts`` are codes that send the target to
    a person, ``remarks`` codes that only tell of a convention. ``condition`` is changed by ``put`` alone.
    """

    figure: Figure | None
    indicator: str
    condition: Condition
    measure: Measure
    basis: str | None
    average_annual: bool
    each: str | None
    of: str | None
    restates: bool
    approximate: bool
    stretch: bool
    when: str | None
    span: tuple[int, int]
    head: str
    within: str  # what "trong đó" makes this a part of
    better: tuple[Better, BetterSource] | None
    open: bool  # what may be a fact may as well be wanted: a plan's estimate, an order
    same: Draft | None  # the figure before of the same indicator, which lends its name
    replaces: Draft | None  # the figure before, which only tells where this one starts from
    others: list[dict[str, Any]]
    doubts: list[str]
    remarks: list[str]
    unit: str  # of a quantity, else ""
    value: Decimal | Fraction | None  # of a bound, else None
    op: str  # of a bound or a grade, "range", else ""

    def put(self, condition: Condition) -> None:
        """Give it a condition, and what is asked of that again and again."""
        said = vars(condition)
        self.condition = condition
        self.unit, self.value, self.op = said.get("unit", ""), said.get("value"), said.get("op", "")

    @property
    def name(self) -> str:
        """The indicator behind what a colon announced."""
        return f"{self.head} {self.indicator}".strip() if self.head else self.indicator

    @property
    def noun(self) -> str:
        """The thing that its figure counts, else ""."""
        amount = self.figure.phrase.amount if self.figure is not None else None
        return amount.noun if amount is not None else ""

    def counts_like(self, other: Draft) -> bool:
        """Whether two drafts count the same thing: "8,2 triệu lượt khách", "650 nghìn lượt"."""
        if self.unit == other.unit:
            return True
        ours, theirs = self.noun, other.noun
        named = bool(ours) and bool(theirs) and not {self.unit[:1], other.unit[:1]} & {"%", "‰"}
        return named and (f"{theirs} ".startswith(f"{ours} ") or f"{ours} ".startswith(f"{theirs} "))


def new_draft(
    figure: Figure | None, indicator: str, condition: Condition, measure: Measure, span: tuple[int, int]
) -> Draft:
    """A draft that holds no more than what every target has; a function, as that of a token is."""
    draft = Draft()
    draft.figure, draft.indicator, draft.measure = figure, indicator, measure
    draft.put(condition)
    draft.span, draft.head, draft.within = span, "", ""
    draft.basis = draft.each = draft.of = draft.when = draft.better = draft.same = draft.replaces = None
    draft.average_annual = draft.restates = draft.approximate = draft.stretch = draft.open = False
    draft.others, draft.doubts, draft.remarks = [], [], []
    return draft
