"""Changes as formulas: what ``evaluation/change.py`` and ``evaluation/plan.py`` do with figures of cells.

Nothing is divided: an amount relative to a baseline is compared with the ends of the sets times the baseline.
"""

from __future__ import annotations

from chitieu.evaluation.change import compound_sets, is_by_points, is_rank, wants_an_amount
from chitieu.evaluation.measured import share_factor
from chitieu.evaluation.normal_form import Sets
from chitieu.evaluation.prepared import Prepared
from chitieu.report.office.expression import UNDECIDED, Cells, figure_in, judged, literal, times, when
from chitieu.report.office.level_formula import unless_ratio


def change(form: Prepared, sets: Sets, cells: Cells, *, percent: bool, below: bool, steps: int | None) -> str:
    """The amount of a change; ``percent`` for a cell shown in per cent, ``below`` for a number below 0."""
    made = _Change(form, sets, cells, percent, steps)
    if form.target.basis == "plan":
        in_percent = form.unit.is_share or form.unit.is_points
        return made.relative_to_plan(below) if in_percent else made.absolute_to_plan(below)
    if is_rank(form):
        return made.rank(below)
    if form.unit.is_share or form.unit.is_points:
        return made.said_percents() if below else made.percents()
    return made.amounts(below)


class _Change:
    """One target, one row, and how the value is shown."""

    def __init__(self, form: Prepared, sets: Sets, cells: Cells, percent: bool, steps: int | None) -> None:
        self._form = form
        self._sets = sets
        self._cells = cells
        self._percent = percent
        self._steps = steps
        self._rises = form.target.measure == "increase"
        self._figure = f"{cells.value}*100" if percent else cells.value
        self._factor = literal(share_factor(form))

    def _turned(self, figure: str) -> str:
        """A number below 0 is a fall: wanted by a decrease, the other way for an increase."""
        return figure if self._rises else f"-{figure}"

    def _difference(self, one: str, other: str, factor: str = "") -> str:
        first, second = (one, other) if self._rises else (other, one)
        return times(f"({first}-{second})", factor)

    # ---- against a plan --------------------------------------------------------------------------------

    def relative_to_plan(self, below: bool) -> str:
        figure, factor = self._figure, self._factor
        if below:
            amount = times(self._turned(figure), factor)
            return judged(self._sets, amount, (times(figure, factor),))
        if self._percent and self._form.kind != "share":
            return UNDECIDED

        def against(plan_percent: bool) -> str:
            plan = f"{self._cells.plan}*100" if plan_percent else self._cells.plan
            sizes = (times(figure, factor), times(plan, factor))
            if self._form.kind == "share":
                return judged(self._sets, self._difference(figure, plan, factor), sizes)
            amount = self._difference(figure, plan, times("100", factor))
            sizes = (times("100", sizes[0]), times("100", sizes[1]))
            return when(f"{self._cells.plan}=0", UNDECIDED, judged(self._sets, amount, sizes, plan))

        return figure_in(self._cells.plan, against)

    def absolute_to_plan(self, below: bool) -> str:
        value, plan = self._cells.value, self._cells.plan
        if below and not self._percent:
            return judged(self._sets, self._turned(value), (value,))
        if self._percent and not below:
            return UNDECIDED

        def against(plan_percent: bool) -> str:
            if plan_percent:
                return UNDECIDED
            if below:
                return judged(self._sets, f"{self._turned(value)}*{plan}", (f"{value}*{plan}",))
            return judged(self._sets, self._difference(value, plan), (value, plan))

        return figure_in(plan, against)

    # ---- against a baseline ----------------------------------------------------------------------------

    def rank(self, below: bool) -> str:
        value = self._cells.value
        if self._percent:
            return UNDECIDED
        if below:
            return judged(self._sets, self._turned(value), (value,))

        def against(base_percent: bool) -> str:
            base = f"{self._cells.baseline}*100" if base_percent else self._cells.baseline
            return judged(self._sets, self._difference(base, value), (value, base))

        return figure_in(self._cells.baseline, against)

    def said_percents(self) -> str:
        """A fall in per cent: "-6"."""
        figure = times(self._figure, self._factor) if self._percent else self._figure
        out = judged(self._sets, self._turned(figure), (figure,))
        return out if self._percent else unless_ratio(self._form, self._cells.value, out)

    def percents(self) -> str:
        by_points = is_by_points(self._form)
        if by_points is None:  # both ways are possible: left to evaluate
            return UNDECIDED
        if by_points:
            return figure_in(self._cells.baseline, self._points)
        if self._percent:
            amount = self._amount()
            return figure_in(
                self._cells.baseline, lambda base: self._points(base) if base else amount, amount
            )
        alone = UNDECIDED
        if self._form.kind == "growth":
            alone = unless_ratio(self._form, self._cells.value, self._amount())
        return figure_in(
            self._cells.baseline, lambda base: self._points(base) if base else self._relative(), alone
        )

    def _amount(self) -> str:
        """A figure without a direction, taken as the amount in the wanted one."""
        if not wants_an_amount(self._form):
            return UNDECIDED
        amount = times(self._figure, self._factor)
        return judged(self._sets, amount, (amount,))

    def _points(self, base_percent: bool) -> str:
        base = f"{self._cells.baseline}*100" if base_percent else self._cells.baseline
        # two bare figures stand in the target's own unit, ‰ as well
        factor = self._factor if self._percent or base_percent else "1"
        sizes = (times(self._figure, factor), times(base, factor))
        out = self._spread(self._difference(self._figure, base, factor), sizes)
        return out if self._percent else unless_ratio(self._form, self._cells.value, out)

    def _spread(self, amount: str, sizes: tuple[str, ...]) -> str:
        """An amount over the whole time, against the ends a year where a yearly average is wanted."""
        if not self._form.target.average_annual:
            return judged(self._sets, amount, sizes)
        return UNDECIDED if self._steps is None else judged(self._sets, amount, sizes, str(self._steps))

    def _relative(self) -> str:
        value, base = self._cells.value, self._cells.baseline
        if self._form.target.average_annual:
            if self._steps is None:
                return UNDECIDED
            out = judged(compound_sets(self._form, self._sets, self._steps), value, (value,), base)
        else:
            factor = times("100", self._factor)
            sizes = (times(value, factor), times(base, factor))
            out = judged(self._sets, self._difference(value, base, factor), sizes, base)
        return when(f"{base}=0", UNDECIDED, out)

    def amounts(self, below: bool) -> str:
        value, base = self._cells.value, self._cells.baseline
        if self._percent:
            return self._amount_of_percents(below)
        if below:
            return judged(self._sets, self._turned(value), (value,))
        return figure_in(
            base,
            lambda shown: UNDECIDED if shown else self._spread(self._difference(value, base), (value, base)),
        )

    def _amount_of_percents(self, below: bool) -> str:
        value, base = self._cells.value, self._cells.baseline
        form = self._form
        if not form.unit_text or (not below and (form.kind == "share" or not wants_an_amount(form))):
            return UNDECIDED
        part = f"{value}*{base}"
        out = when(f"{base}=0", UNDECIDED, judged(self._sets, self._turned(part) if below else part, (part,)))
        return figure_in(base, lambda shown: UNDECIDED if shown else out)
