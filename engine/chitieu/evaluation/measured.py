"""An actual brought to what a target compares: one interval in the target's unit, with notes on how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.normal_form import Sets
from chitieu.evaluation.prepared import Prepared
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact, divide, multiply, plain, tidy
from chitieu.quantity.display import Extent
from chitieu.quantity.interval import Interval
from chitieu.quantity.units import Unit, conversion, resolve
from chitieu.quantity.words import fold

HUNDRED = Decimal(100)
PERCENT = "%"
_PERCENT_FACTOR = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Measured:
    """What is compared.

    ``sets`` replace the target's own where the comparison is made in other terms (compound growth: a ratio);
    ``shown`` is then the figure in the target's unit, rounded. ``other`` is a second way to take the same
    actual: both must give one outcome. ``years`` are those over which an amount was spread.
    """

    interval: Interval
    notes: tuple[Diagnostic, ...] = ()
    sets: Sets | None = None
    shown: Interval | None = None
    other: Measured | None = None
    years: int | None = None


#: What can be compared, or the reason why nothing can.
Result = Measured | Diagnostic


def undecided(code: str, **params: object) -> Diagnostic:
    """The reason why nothing can be compared."""
    return Diagnostic(f"verdict.{code}", params)


@lru_cache(maxsize=4096)
def factor_between(source: str, target: str, per_head: bool = False) -> Exact | None:
    """The exact factor between two units, a Decimal where it is one."""
    factor = conversion(source, target, per_head)
    return None if factor is None else plain(factor)


def times(interval: Interval, factor: Exact) -> Interval:
    """The interval with both ends multiplied by a positive factor."""
    return interval if factor == 1 else interval.map(lambda end: tidy(multiply(end, factor)))


def over(interval: Interval, divisor: Exact) -> Interval:
    """The interval with both ends divided by a positive number."""
    return interval.map(lambda end: divide(end, divisor))


def mapped(interval: Interval, sign: int, change: Callable[[Exact], Exact]) -> Interval:
    """The image under a function that rises (sign 1) or falls (sign −1)."""
    return interval.map(change) if sign > 0 else interval.map_falling(change)


def figure_of(actual: Actual) -> Interval:
    """The figure of an actual that has one."""
    if actual.interval is None:
        raise ValueError("an actual without a figure")
    return actual.interval


def looks_like_ratio(form: Prepared, actual: Actual) -> bool:
    """Whether a number without a unit may be a ratio where a percentage is wanted: 0.95 for 95 %."""
    if actual.unit or not form.unit.is_share or form.unit.factor != _PERCENT_FACTOR or form.least < 10:
        return False
    interval = figure_of(actual)
    return any(end is not None and 0 < end < 1 for end in (interval.lower, interval.upper))


def in_target_unit(form: Prepared, actual: Actual) -> Result:
    """The figure in the target's unit; a figure without a unit is taken to stand in it, with a note."""
    interval = figure_of(actual)
    unit = actual.unit
    if not unit:
        if looks_like_ratio(form, actual):
            return undecided("looks_like_ratio", actual=Extent(interval))
        if not form.unit_text:
            return Measured(interval)
        return Measured(interval, (Diagnostic("verdict.unit_assumed", {"unit": form.unit_text}),))
    if unit == form.unit_text:
        return Measured(interval)
    factor = _factor(form, unit)
    if factor is None:
        return undecided("units_differ", actual=unit, target=form.unit_text or "…")
    return converted(interval, unit, factor, form.unit_text)


def _factor(form: Prepared, unit: str) -> Exact | None:
    if form.unit_text:
        return factor_between(unit, form.unit_text, form.per_head)
    known = resolve(unit)
    if form.is_ratio:
        return plain(known.factor) if known.is_share else None
    if fold(unit) in fold(form.target.indicator):
        return Decimal(1)
    return plain(known.scale) if known.is_counted else None


def converted(interval: Interval, unit: str, factor: Exact, target_unit: str) -> Measured:
    """The figure multiplied into another unit, with a note where its number changes."""
    if factor == 1:
        return Measured(interval)
    there = times(interval, factor)
    params = {"actual": Extent(interval, unit), "converted": Extent(there, target_unit)}
    return Measured(there, (Diagnostic("verdict.unit_converted", params),))


def share_factor(form: Prepared) -> Exact:
    """How many of the target's units of shares one hundredth is; a percentage if it has none."""
    if form.is_ratio:
        return plain(_PERCENT_FACTOR)
    if form.unit.is_share:
        return plain(_PERCENT_FACTOR / form.unit.factor)
    return Decimal(1)


def percent(form: Prepared, interval: Interval) -> Interval:
    """Percentages in the target's unit of shares."""
    return times(interval, share_factor(form))


def as_percent(interval: Interval, unit: str | None) -> Interval | None:
    """A figure in % or ‰ as percentages; one without a unit is taken as such; None for other units."""
    if not unit:
        return interval
    known = resolve(unit)
    return times(interval, plain(known.factor / _PERCENT_FACTOR)) if known.is_share else None


def in_percent(actual: Actual) -> Interval:
    """The figure as percentages; one that is in no unit of shares is taken to be some."""
    figure = figure_of(actual)
    return as_percent(figure, actual.unit) or figure


def positive_baseline(actual: Actual) -> Exact | Diagnostic:
    """The baseline that a relative change or a multiple divides by."""
    if actual.baseline is None:
        return undecided("needs_baseline")
    if actual.baseline <= 0:
        return undecided("zero_baseline" if actual.baseline == 0 else "negative_baseline")
    return actual.baseline


def share_of_whole(form: Prepared, part: Interval, whole: Exact) -> Result:
    """A part of a population as a share. More than all of it cannot be."""
    if whole <= 0:
        return undecided("zero_whole")
    if part.upper is not None and part.upper > whole:
        return undecided("share_above_whole", part=Extent(part), whole=Extent(Interval.at(whole)))
    share = percent(form, over(times(part, HUNDRED), whole))
    unit = form.unit_text or PERCENT
    shown = Extent(share, "" if form.is_ratio else unit)
    params = {"part": Extent(part), "whole": Extent(Interval.at(whole)), "share": shown}
    return Measured(share, (Diagnostic("verdict.share_computed", params),))


def unit_of(actual: Actual) -> Unit:
    """The actual's unit worked out; the empty unit if it has none."""
    return resolve(actual.unit or "")
