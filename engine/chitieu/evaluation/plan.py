"""Shares of a plan, and changes against one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.measured import (
    HUNDRED,
    PERCENT,
    Measured,
    Result,
    as_percent,
    factor_between,
    figure_of,
    in_percent,
    in_target_unit,
    looks_like_ratio,
    mapped,
    over,
    percent,
    times,
    undecided,
    unit_of,
)
from chitieu.evaluation.prepared import Prepared
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact, add, divide, multiply, subtract
from chitieu.quantity.display import Extent
from chitieu.quantity.interval import Interval


def plan_of(actual: Actual) -> Exact | None:
    """The plan beside the figure: its own column, or the second figure of "79/77"."""
    return actual.plan if actual.plan is not None else actual.of


def said_percentage(actual: Actual) -> Interval | None:
    """The percentage of the plan that the phrase itself tells: "102% kế hoạch", "vượt 4%", "bằng 104%"."""
    if not (actual.share_of_plan or actual.over_plan) or actual.interval is None:
        return None
    figure = as_percent(actual.interval, actual.unit)
    if figure is None:
        return None
    return figure.map(lambda end: add(end, HUNDRED)) if actual.over_plan == "amount" else figure


def _percentage_of_plan(actual: Actual, plan: Exact) -> Result:
    """A figure with its plan as a percentage."""
    if plan <= 0:
        return undecided("zero_plan")
    figure = figure_of(actual)
    unit = actual.plan_unit or actual.unit or ""
    factor = factor_between(actual.unit or unit, unit)
    if factor is None:
        return undecided("units_differ", actual=actual.unit, target=unit)
    share = over(times(times(figure, factor), HUNDRED), plan)
    params = {
        "actual": Extent(figure, actual.unit or ""),
        "plan": Extent(Interval.at(plan), unit),
        "share": Extent(share, PERCENT),
    }
    return Measured(share, (Diagnostic("verdict.plan_computed", params),))


def measure_share_of_plan(form: Prepared, actual: Actual) -> Result:
    """The actual as a percentage of its plan, in the target's unit: for "đạt 100% chỉ tiêu giao"."""
    said = said_percentage(actual)
    if said is not None:
        return Measured(percent(form, said))
    if actual.change:
        return undecided("percentage_of_what", actual=actual.text)
    plan = plan_of(actual)
    unit = unit_of(actual)
    if plan is not None and not (unit.is_share and form.kind != "share"):
        result = _percentage_of_plan(actual, plan)
        if isinstance(result, Measured):
            return Measured(percent(form, result.interval), result.notes)
        return result
    if (actual.unit or form.is_ratio) and not unit.is_share:  # a bare number is no part of a plan
        return undecided("needs_plan")
    if looks_like_ratio(form, actual):
        return undecided("looks_like_ratio", actual=Extent(figure_of(actual)))
    if actual.unit:
        return Measured(percent(form, in_percent(actual)))
    own = form.unit_text or PERCENT
    figure = in_percent(replace(actual, unit=own))
    return Measured(percent(form, figure), (Diagnostic("verdict.unit_assumed", {"unit": own}),))


def measure_share_of_level(form: Prepared, actual: Actual) -> Result:
    """ "102% kế hoạch" against a plain level: so much of that level."""
    said = said_percentage(actual)
    if said is None or form.first <= 0 or (actual.over_plan and not actual.share_of_plan):
        return undecided("percentage_of_what", actual=actual.text)
    level = over(times(said, form.first), HUNDRED)
    params = {"share": Extent(said, PERCENT), "level": Extent(level, form.unit_text)}
    return Measured(level, (Diagnostic("verdict.share_of_level", params),))


def measure_change_against_plan(form: Prepared, actual: Actual) -> Result:
    """The amount by which the actual lies over (increase) or under (decrease) its plan."""
    sign = 1 if form.target.measure == "increase" else -1
    if form.unit.is_share or form.unit.is_points:
        return _relative_to_plan(form, actual, sign)
    return _absolute_to_plan(form, actual, sign)


def _signed(actual: Actual, sign: int) -> int:
    """1 where the phrase names the wanted direction, −1 where it names the other."""
    return sign if actual.change == "increase" else -sign


def _relative_to_plan(form: Prepared, actual: Actual, sign: int) -> Result:
    said = said_percentage(actual)
    unit = unit_of(actual)
    if said is not None:
        amount = mapped(said, sign, lambda end: multiply(subtract(end, HUNDRED), Decimal(sign)))
        return Measured(percent(form, amount))
    plan = plan_of(actual)
    if actual.change:
        signed = _signed(actual, sign)
        figure = mapped(figure_of(actual), signed, lambda end: multiply(end, Decimal(signed)))
        if unit.is_share or unit.is_points or not actual.unit:
            return Measured(percent(form, as_percent(figure, actual.unit) or figure))
        if plan is None:
            return undecided("needs_plan")
        if plan <= 0:
            return undecided("zero_plan")
        factor = factor_between(actual.unit or "", actual.plan_unit or actual.unit or "")
        if factor is None:
            return undecided("units_differ", actual=actual.unit, target=actual.plan_unit)
        return Measured(percent(form, over(times(times(figure, factor), HUNDRED), plan)))
    if form.kind == "share" and plan is not None and actual.of is None:
        return _points_to_plan(form, actual, plan, sign)
    if plan is None or (unit.is_share and form.kind != "share"):
        code = "percentage_of_what" if unit.is_share or not actual.unit else "needs_plan"
        return undecided(code, actual=actual.text)
    result = _percentage_of_plan(actual, plan)
    if not isinstance(result, Measured):
        return result
    amount = mapped(result.interval, sign, lambda end: multiply(subtract(end, HUNDRED), Decimal(sign)))
    return Measured(percent(form, amount), result.notes)


def _points_to_plan(form: Prepared, actual: Actual, plan: Exact, sign: int) -> Result:
    figure = as_percent(figure_of(actual), actual.unit)
    there = as_percent(Interval.at(plan), actual.plan_unit or actual.unit)
    if figure is None or there is None or there.lower is None:
        return undecided("units_differ", actual=actual.unit or "…", target=actual.plan_unit or form.unit_text)
    base = there.lower
    amount = mapped(figure, sign, lambda end: multiply(subtract(end, base), Decimal(sign)))
    return Measured(percent(form, amount))


def _absolute_to_plan(form: Prepared, actual: Actual, sign: int) -> Result:
    plan = plan_of(actual)
    said = said_percentage(actual)
    told = "" if unit_of(actual).is_share else actual.unit
    unit = actual.plan_unit or told or form.unit_text
    factor = factor_between(unit, form.unit_text)
    if said is not None or (actual.change and unit_of(actual).is_share):
        if plan is None:
            return undecided("needs_plan")
        if factor is None:
            return undecided("units_differ", actual=unit, target=form.unit_text)
        if said is None:
            signed = _signed(actual, 1)
            said = mapped(
                in_percent(actual), signed, lambda end: add(multiply(end, Decimal(signed)), HUNDRED)
            )
        whole = multiply(plan, factor)
        part = mapped(
            said,
            sign,
            lambda end: divide(multiply(multiply(subtract(end, HUNDRED), Decimal(sign)), whole), HUNDRED),
        )
        return Measured(part)
    result = in_target_unit(form, actual)
    if not isinstance(result, Measured):
        return result
    if actual.change:
        signed = _signed(actual, sign)
        return Measured(
            mapped(result.interval, signed, lambda end: multiply(end, Decimal(signed))), result.notes
        )
    if plan is None:
        return undecided("needs_plan")
    if factor is None:
        return undecided("units_differ", actual=unit, target=form.unit_text)
    base = multiply(plan, factor)
    amount = mapped(result.interval, sign, lambda end: multiply(subtract(end, base), Decimal(sign)))
    params = {
        "actual": Extent(result.interval, form.unit_text),
        "plan": Extent(Interval.at(base), form.unit_text),
    }
    return Measured(amount, (*result.notes, Diagnostic("verdict.plan_difference", params)))
