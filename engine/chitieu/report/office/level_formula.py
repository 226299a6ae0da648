"""Levels as formulas: what ``evaluation/level.py`` and ``evaluation/plan.py`` do with one figure of a cell."""

from __future__ import annotations

from chitieu.evaluation.indicator import is_falling_rate
from chitieu.evaluation.measured import share_factor
from chitieu.evaluation.normal_form import Sets
from chitieu.evaluation.prepared import Prepared
from chitieu.report.office.expression import UNDECIDED, Cells, figure_in, judged, literal, times, when

_RATIO_FROM = 10


def is_share_of_plan(form: Prepared) -> bool:
    """Whether the target wants a percentage of its plan."""
    return form.target.basis == "plan" and (form.unit.is_share or not form.unit_text)


def could_be_ratio(form: Prepared) -> bool:
    """Whether 0,95 without a unit may have been meant for 95 %."""
    return form.unit.is_share and share_factor(form) == 1 and form.least >= _RATIO_FROM


def unless_ratio(form: Prepared, value: str, then: str) -> str:
    """The expression, undecided for a number that may be a ratio where a percentage is wanted."""
    return when(f"AND(ABS({value})>0,ABS({value})<1)", UNDECIDED, then) if could_be_ratio(form) else then


def level(form: Prepared, sets: Sets, cells: Cells, percent: bool, below: bool) -> str:
    """A level; ``percent`` for a cell shown in per cent, ``below`` for a number below 0."""
    if is_share_of_plan(form):
        return UNDECIDED if below else share_of_plan(form, sets, cells, percent)
    if form.is_relative:
        return _relative(form, sets, cells, percent, below)
    value = cells.value
    if percent:
        if form.is_ratio:
            figure = value
        elif form.unit.is_share:
            figure = times(value, literal(share_factor(form) * 100))
        else:
            return UNDECIDED
    else:
        figure = value
    if below:
        return _below(form, sets, cells, figure, percent)
    out = judged(sets, figure, (figure,))
    if not percent:
        out = unless_ratio(form, value, out)
    if form.is_ratio and not percent:
        out = when(f"{value}>=1", UNDECIDED, out)  # a part: its whole is needed
        if cells.population:
            out = when(f'TRIM({cells.population})=""', out)
    return out


def _below(form: Prepared, sets: Sets, cells: Cells, figure: str, percent: bool) -> str:
    """A number below 0 is a fall: of a growth rate the rate itself; of an amount the amount, if it has no baseline."""
    if form.kind == "growth":
        turned = f"-{figure}" if is_falling_rate(form.target.indicator) else figure
    elif form.unit.kind and not form.unit.is_share and not percent:
        turned = figure
    else:
        return UNDECIDED
    out = judged(sets, turned, (figure,))
    return out if not cells.baseline else when(f'TRIM({cells.baseline})=""', out)


def share_of_plan(form: Prepared, sets: Sets, cells: Cells, percent: bool) -> str:
    """A percentage of the plan: the cell's own, or a figure with its plan."""
    factor = share_factor(form) * 100
    value = cells.value
    alone = times(value, literal(factor if percent else factor / 100))
    direct = judged(sets, alone, (alone,))
    if not percent:
        direct = unless_ratio(form, value, direct)
    elif form.kind != "share":
        return direct

    def against(plan_percent: bool) -> str:
        plan = f"{cells.plan}*100" if plan_percent else cells.plan
        figure = times(value, literal(factor * 100 if percent else factor))
        return when(f"{cells.plan}=0", UNDECIDED, judged(sets, figure, (figure,), plan))

    return figure_in(cells.plan, against, direct)


def _relative(form: Prepared, sets: Sets, cells: Cells, percent: bool, below: bool) -> str:
    """A multiple or a percentage of a baseline."""
    value = cells.value
    scale = "1" if form.unit.noun == ("lần",) else literal(share_factor(form) * 100)
    if percent:
        whole = f"{value}+1" if below else value
        figure = times(f"({whole})", scale)
        return judged(sets, figure, (figure, scale))
    if below:
        return UNDECIDED

    def against(base_percent: bool) -> str:
        base = f"{cells.baseline}*100" if base_percent else cells.baseline
        figure = times(value, scale)
        return when(f"{cells.baseline}=0", UNDECIDED, judged(sets, figure, (figure,), base))

    return figure_in(cells.baseline, against, unless_ratio(form, value, judged(sets, value, (value,))))
