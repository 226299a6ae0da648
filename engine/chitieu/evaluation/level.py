"""Levels: the actual as it stands, as a share of a population, a multiple of a baseline, or from a change."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from math import floor

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.indicator import is_falling_rate
from chitieu.evaluation.measured import (
    HUNDRED,
    Measured,
    Result,
    as_percent,
    factor_between,
    figure_of,
    in_percent,
    in_target_unit,
    mapped,
    over,
    positive_baseline,
    share_of_whole,
    times,
    undecided,
    unit_of,
)
from chitieu.evaluation.plan import measure_share_of_level, measure_share_of_plan
from chitieu.evaluation.prepared import Prepared
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact, add, divide, magnitude, multiply, plain, subtract
from chitieu.quantity.display import Extent
from chitieu.quantity.interval import Interval
from chitieu.quantity.units import Unit, is_known, resolve
from chitieu.text.spoken import STEP, TIMES

_SIGN = re.compile(r"\s*[-−–+]\s*[0-9]")
_MULTIPLE = (TIMES,)


def measure_level(form: Prepared, actual: Actual) -> Result:
    """The actual in the target's unit, for a target on a level."""
    target = form.target
    if target.basis == "plan" and (form.unit.is_share or not form.unit_text):
        return measure_share_of_plan(form, actual)
    if actual.share_of_plan or actual.over_plan == "amount":
        return measure_share_of_level(form, actual)
    if form.is_relative:
        return _relative_level(form, actual)
    if actual.change:
        return _level_from_change(form, actual)
    if form.unit.is_share or form.is_ratio:
        return _share(form, actual)
    return in_target_unit(form, actual)


def _share(form: Prepared, actual: Actual) -> Result:
    """A share: given as one, or as a part with its population."""
    figure, unit = figure_of(actual), unit_of(actual)
    if actual.of is not None:
        return share_of_whole(form, figure, actual.of)
    population = actual.population
    if population is None and form.is_ratio and not actual.unit and _may_be_a_count(figure):
        return undecided("needs_whole", actual=actual.text)
    if population is None or unit.is_share:
        if actual.unit and unit.is_counted and not unit.is_bare:
            if not is_known(actual.unit):
                return undecided(
                    "unknown_unit", actual=actual.text, unit=actual.unit, target=form.unit_text or "%"
                )
            return undecided("needs_whole", actual=actual.text)
        return in_target_unit(form, actual)
    if actual.unit:
        if unit.is_counted:
            return share_of_whole(form, times(figure, plain(unit.scale)), population)
        return in_target_unit(form, actual)
    return _share_or_part(form, actual, population)


def _may_be_a_count(figure: Interval) -> bool:
    """A bare 1 or more is no part of a whole: "3" against "ít nhất 2/3 số trường"."""
    return any(end is not None and end >= 1 for end in (figure.lower, figure.upper))


def _share_or_part(form: Prepared, actual: Actual, population: Exact) -> Result:
    """A number without a unit beside a population: a percentage, or a part of it. Both, where both can be."""
    figure = figure_of(actual)
    as_share = in_target_unit(form, actual)
    as_part = share_of_whole(form, figure, population)
    whole = figure.point is None or floor(figure.point) == figure.point
    if not whole or not isinstance(as_part, Measured):
        return as_share
    most = as_percent(figure, None)
    if not isinstance(as_share, Measured) or (most and most.upper is not None and most.upper > HUNDRED):
        return as_part
    return Measured(as_part.interval, (*as_part.notes, *as_share.notes), other=as_share)


def _relative_level(form: Prepared, actual: Actual) -> Result:
    """A level told as a multiple or a percentage of a baseline: "gấp 2 lần so với năm 2020"."""
    unit = unit_of(actual)
    per_unit = plain(1 / form.unit.factor)
    if actual.change:
        if not unit.is_share:
            return undecided("change_for_level", actual=actual.text)
        sign = 1 if actual.change == "increase" else -1
        share = mapped(
            in_percent(actual), sign, lambda end: divide(add(multiply(end, Decimal(sign)), HUNDRED), HUNDRED)
        )
        return Measured(times(share, per_unit))
    if unit.is_share or unit.noun == _MULTIPLE:
        return Measured(times(times(figure_of(actual), plain(unit.factor)), per_unit))
    if not actual.unit and actual.baseline is None:
        return in_target_unit(form, actual)
    baseline = positive_baseline(actual)
    if isinstance(baseline, Diagnostic):
        return baseline
    there = actual.baseline_unit or actual.unit or ""
    factor = factor_between(actual.unit or there, there)
    if factor is None:
        return undecided("units_differ", actual=actual.unit, target=there)
    share = times(over(times(figure_of(actual), factor), baseline), per_unit)
    params = {
        "actual": Extent(figure_of(actual), actual.unit or ""),
        "baseline": Extent(Interval.at(baseline), there),
        "share": Extent(share, form.unit_text),
    }
    return Measured(share, (Diagnostic("verdict.multiple_computed", params),))


def _level_from_change(form: Prepared, actual: Actual) -> Result:
    """A change reported where a level is wanted: the baseline moved by it; a growth rate itself."""
    sign = 1 if actual.change == "increase" else -1
    if form.kind == "growth":
        if is_falling_rate(form.target.indicator):
            sign = -sign
        result = in_target_unit(form, actual)
        if not isinstance(result, Measured):
            return result
        return Measured(mapped(result.interval, sign, lambda end: multiply(end, Decimal(sign))), result.notes)
    if actual.baseline is None:
        return _signed_level(form, actual, sign)
    there = actual.baseline_unit or form.unit_text
    unit = unit_of(actual)
    factor = factor_between(there, form.unit_text, form.per_head)
    if factor is None:
        return undecided("units_differ", actual=there, target=form.unit_text)
    base = multiply(actual.baseline, factor)
    if form.unit.is_rank:
        return _rank_from_change(form, actual, base, unit)
    if unit.is_share and not form.unit.is_share:
        amount = over(times(in_percent(actual), magnitude(base)), HUNDRED)
        notes: tuple[Diagnostic, ...] = ()
    else:
        as_level = "%" if unit.is_points and form.unit.is_share else actual.unit
        result = in_target_unit(form, replace(actual, unit=as_level))
        if not isinstance(result, Measured):
            return result
        amount, notes = result.interval, result.notes
    level = mapped(amount, sign, lambda end: add(base, multiply(end, Decimal(sign))))
    params = {
        "change": actual.text,
        "baseline": Extent(Interval.at(base), form.unit_text),
        "level": Extent(level, form.unit_text),
    }
    return Measured(level, (*notes, Diagnostic("verdict.level_computed", params)))


def _signed_level(form: Prepared, actual: Actual, sign: int) -> Result:
    """A number with a sign may be a level below 0 ("-2 tỷ đồng" of a profit), but no share or count is."""
    if _SIGN.match(actual.text) and form.unit.kind and not form.unit.is_share:
        result = in_target_unit(form, actual)
        if isinstance(result, Measured):
            level = mapped(result.interval, sign, lambda end: multiply(end, Decimal(sign)))
            return Measured(level, result.notes)
        return result
    return undecided("change_for_level", actual=actual.text)


def _rank_from_change(form: Prepared, actual: Actual, base: Exact, unit: Unit) -> Result:
    if actual.unit and unit != resolve(STEP) and not unit.is_rank:
        return undecided("units_differ", actual=actual.unit, target=form.unit_text)
    figure = figure_of(actual)
    if actual.change == "increase":
        return Measured(figure.map_falling(lambda end: subtract(base, end)))
    return Measured(figure.map(lambda end: add(base, end)))
