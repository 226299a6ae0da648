"""Changes: the amount of an increase or a decrease, from the words themselves or from a baseline.

Shares change by points, counts and amounts relative to their baseline; ranks by places; yearly averages of
an amount compound, of a share by points a year. A change the other way is a negative amount, never an error.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

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
    positive_baseline,
    share_factor,
    times,
    undecided,
    unit_of,
)
from chitieu.evaluation.normal_form import Sets
from chitieu.evaluation.plan import measure_change_against_plan
from chitieu.evaluation.prepared import Prepared
from chitieu.evaluation.wording import Amount
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact, multiply, plain, root, subtract, tidy
from chitieu.quantity.display import Extent
from chitieu.quantity.interval import Interval
from chitieu.quantity.notation import round_half_up
from chitieu.quantity.words import fold
from chitieu.target import Bound, Range
from chitieu.text.spoken import A_YEAR, PLACE, STEP, words

_PLACES = (STEP,)
_RANKED = words("RANKING_NAME")
_SHOWN_PLACES = (6, 12, 24, 48)


def measure_change(form: Prepared, actual: Actual, steps: int | None) -> Result:
    """The amount of change in the target's unit, positive in the wanted direction.

    ``steps`` is the number of years that an average yearly change runs over, where it is known.
    """
    if form.target.basis == "plan":
        return measure_change_against_plan(form, actual)
    if is_rank(form):
        return _ranks(form, actual)
    if form.unit.is_share or form.unit.is_points:
        return _percents(form, actual, steps)
    return _amounts(form, actual, steps)


def _sign(form: Prepared) -> int:
    return 1 if form.target.measure == "increase" else -1


def _turned(form: Prepared, actual: Actual, amount: Interval) -> Interval:
    """The amount, negative where the words name the direction that was not wanted."""
    if actual.change is None or actual.change == form.target.measure:
        return amount
    return amount.map_falling(lambda end: multiply(end, Decimal(-1)))


def _said_way(form: Prepared, actual: Actual) -> tuple[Diagnostic, ...]:
    """A note where the words name the direction that was not wanted."""
    if actual.change is None or actual.change == form.target.measure:
        return ()
    return (Diagnostic("verdict.said_other_way", {"actual": actual.text}),)


def wants_an_amount(form: Prepared) -> bool:
    """Whether the target states an amount above 0."""
    condition = form.target.condition
    return (isinstance(condition, Range) and condition.high > 0) or (
        isinstance(condition, Bound) and condition.value > 0
    )


def _as_amount(form: Prepared, actual: Actual, amount: Interval, *notes: Diagnostic) -> Result:
    """A figure without a direction, taken as the amount in the wanted one."""
    if not wants_an_amount(form):
        return undecided("needs_baseline")
    if amount.lower is not None and amount.lower < 0:
        return undecided("could_be_level", actual=actual.text)
    return Measured(amount, (*notes, Diagnostic("verdict.taken_as_amount", {"actual": actual.text})))


def _computed(
    form: Prepared, actual: Actual, base: Exact, amount: Interval, unit: str, *, years: int | None = None
) -> Diagnostic:
    level_unit = actual.unit or actual.baseline_unit or ""
    params: dict[str, object] = {
        "actual": Extent(figure_of(actual), level_unit),
        "baseline": Extent(Interval.at(base), actual.baseline_unit or level_unit),
        "amount": Amount(amount, unit, form.target.measure),
    }
    if years is not None:
        return Diagnostic(f"verdict.{form.target.measure}_averaged", params | {"steps": years})
    return Diagnostic(f"verdict.{form.target.measure}_computed", params)


def _in_all(
    form: Prepared, actual: Actual, base: Exact, amount: Interval, unit: str, *, steps: int | None
) -> Result:
    """An amount over the whole time, spread over its years where a yearly average is wanted."""
    if not form.target.average_annual:
        return Measured(amount, (_computed(form, actual, base, amount, unit),))
    if steps is None:
        return undecided("steps_unknown")
    spread = over(amount, Decimal(steps))
    return Measured(spread, (_computed(form, actual, base, spread, unit, years=steps),), years=steps)


# ---- percentages ---------------------------------------------------------------------------------------


def is_by_points(form: Prepared) -> bool | None:
    """Whether the target's percentage is one of points; None where its indicator does not tell."""
    if form.unit.is_points or form.unit.factor == Fraction(1, 1000):
        return True
    return {"share": True, "count": False, "growth": False, "unknown": None}[form.kind]


def _percents(form: Prepared, actual: Actual, steps: int | None) -> Result:
    by_points = is_by_points(form)
    unit = unit_of(actual)
    if unit.is_points and by_points is False:
        return undecided("units_differ", actual=actual.unit, target=form.unit_text)
    if actual.change:
        return _said_percents(form, actual, by_points)
    if unit.is_points:
        return _as_amount(form, actual, percent(form, figure_of(actual)))
    if actual.baseline is not None:
        return _percents_from_baseline(form, actual, actual.baseline, by_points, steps)
    if (unit.is_share and by_points is False) or (not actual.unit and form.kind == "growth"):
        if looks_like_ratio(form, actual):
            return undecided("looks_like_ratio", actual=Extent(figure_of(actual)))
        return _as_amount(form, actual, percent(form, in_percent(actual)))
    if actual.unit and not unit.is_share:
        return undecided("needs_baseline")
    return undecided("could_be_level", actual=actual.text)


def _said_percents(form: Prepared, actual: Actual, by_points: bool | None) -> Result:
    """A change told in words or by a sign: "giảm 6%", "-6%", "giảm 5 vụ"."""
    unit = unit_of(actual)
    notes: tuple[Diagnostic, ...] = ()
    if unit.is_share or unit.is_points or not actual.unit:
        if looks_like_ratio(form, actual):
            return undecided("looks_like_ratio", actual=Extent(figure_of(actual)))
        amount = percent(form, in_percent(actual)) if actual.unit else figure_of(actual)
        if not actual.unit:
            notes = (Diagnostic("verdict.unit_assumed", {"unit": form.unit_text}),)
        if form.target.average_annual and A_YEAR not in fold(f"{actual.text} {actual.unit or ''}"):
            notes = (*notes, Diagnostic("verdict.taken_as_yearly", {"actual": actual.text}))
        return Measured(_turned(form, actual, amount), (*notes, *_said_way(form, actual)))
    if by_points:
        return undecided("units_differ", actual=actual.unit, target=form.unit_text)
    base = positive_baseline(actual)
    if isinstance(base, Diagnostic):
        return base
    there = actual.baseline_unit or actual.unit or ""
    factor = factor_between(actual.unit or "", there)
    if factor is None:
        return undecided("units_differ", actual=actual.unit, target=there)
    if form.target.average_annual:
        return undecided("change_for_level", actual=actual.text)
    amount = percent(form, over(times(times(figure_of(actual), factor), HUNDRED), base))
    return Measured(_turned(form, actual, amount), _said_way(form, actual))


def _percents_from_baseline(
    form: Prepared, actual: Actual, base: Exact, by_points: bool | None, steps: int | None
) -> Result:
    """A level beside its baseline, in points or relative to it."""
    unit = unit_of(actual)
    base_is_share = actual.baseline_unit is not None and _is_share(actual.baseline_unit)
    if unit.is_share:
        if by_points or base_is_share:
            return _points(form, actual, base, steps)
        if by_points is False or actual.baseline_unit:
            return _as_amount(form, actual, percent(form, in_percent(actual)))
        return undecided("could_be_level", actual=actual.text)
    if by_points:
        if actual.unit:
            return undecided("units_differ", actual=actual.unit, target=form.unit_text)
        return _points(form, actual, base, steps)
    if base_is_share and not actual.unit:
        return _points(form, actual, base, steps)
    relative = _relative(form, actual, steps)
    if by_points is None and not actual.unit and not actual.baseline_unit and isinstance(relative, Measured):
        points = _points(form, actual, base, steps)
        return replace(relative, other=points) if isinstance(points, Measured) else points
    return relative


def _is_share(text: str) -> bool:
    return as_percent(Interval.at(HUNDRED), text or None) is not None and bool(text)


def _points(form: Prepared, actual: Actual, base: Exact, steps: int | None) -> Result:
    """The difference of two shares, in points."""
    if looks_like_ratio(form, actual):
        return undecided("looks_like_ratio", actual=Extent(figure_of(actual)))
    own = "‰" if form.unit.factor == Fraction(1, 1000) else PERCENT
    there = as_percent(Interval.at(base), actual.baseline_unit or actual.unit or own)
    here = as_percent(figure_of(actual), actual.unit or actual.baseline_unit or own)
    if there is None or here is None or there.lower is None:
        return undecided("units_differ", actual=actual.baseline_unit, target=form.unit_text)
    start, sign = there.lower, Decimal(_sign(form))
    amount = mapped(here, _sign(form), lambda end: multiply(subtract(end, start), sign))
    notes = [] if actual.unit else [Diagnostic("verdict.unit_assumed", {"unit": actual.baseline_unit or own})]
    measured = _in_all(form, actual, base, percent(form, amount), form.unit_text, steps=steps)
    return replace(measured, notes=(*notes, *measured.notes)) if isinstance(measured, Measured) else measured


def _relative(form: Prepared, actual: Actual, steps: int | None) -> Result:
    """The change of a count or an amount, in parts of its baseline."""
    base = positive_baseline(actual)
    if isinstance(base, Diagnostic):
        return base
    there = actual.baseline_unit or actual.unit or ""
    factor = factor_between(actual.unit or there, there, form.per_head)
    if factor is None:
        return undecided("units_differ", actual=actual.unit, target=there)
    ratio = over(times(figure_of(actual), factor), base)
    if form.target.average_annual:
        return _compound(form, actual, base, ratio, steps)
    sign = Decimal(_sign(form))
    change = mapped(
        ratio, _sign(form), lambda end: tidy(multiply(multiply(subtract(end, Decimal(1)), sign), HUNDRED))
    )
    amount = percent(form, change)
    return Measured(amount, (_computed(form, actual, base, amount, form.unit_text),))


# ---- yearly averages of an amount ----------------------------------------------------------------------


def _compound(form: Prepared, actual: Actual, base: Exact, ratio: Interval, steps: int | None) -> Result:
    """Compound growth: sets of yearly rates become sets of ratios by powers, which are exact."""
    if steps is None:
        return undecided("steps_unknown")
    if ratio.lower is not None and ratio.lower < 0:
        return undecided("negative_baseline")
    sign, unit = _sign(form), _whole(form)
    own = form.quantity_sets
    ends = {end for one in (own.stated, own.accepted) for end in (one.lower, one.upper)}
    sets = compound_sets(form, own, steps)
    shown = mapped(ratio, sign, lambda end: _rate(end, steps, sign * unit, ends))
    note = Diagnostic(
        "verdict.compound_computed",
        {
            "actual": Extent(figure_of(actual), actual.unit or actual.baseline_unit or ""),
            "baseline": Extent(Interval.at(base), actual.baseline_unit or actual.unit or ""),
            "steps": steps,
            "rate": Extent(shown, form.unit_text.removesuffix(f"/{A_YEAR}")),  # the message says "a year"
        },
    )
    return Measured(ratio, (note,), sets, shown)


def _whole(form: Prepared) -> Fraction:
    """How many of the target's units of shares a whole is: 100 of per cent."""
    return Fraction(share_factor(form)) * 100


def compound_sets(form: Prepared, sets: Sets, steps: int) -> Sets:
    """The sets of ratios to the baseline that so many years of compound change at the stated rates lead to."""
    sign, unit = _sign(form), _whole(form)

    def to_ratio(rate: Exact) -> Exact:
        yearly = 1 + sign * Fraction(rate) / unit
        return plain(max(yearly, Fraction(0)) ** steps)

    def moved(interval: Interval) -> Interval:
        return mapped(interval, sign, to_ratio)

    return Sets(moved(sets.stated), moved(sets.accepted))


def _rate(ratio: Exact, steps: int, unit: Fraction, ends: set[Exact | None]) -> Exact:
    """The yearly rate of a ratio, rounded so that it does not look like an end that it is not."""
    for places in _SHOWN_PLACES:
        rate = plain((Fraction(root(ratio, steps, places + 3)) - 1) * unit)
        rounded = tidy(round_half_up(rate, places))
        if rounded not in ends:
            break
    return rounded


# ---- amounts and ranks ---------------------------------------------------------------------------------


def _amounts(form: Prepared, actual: Actual, steps: int | None) -> Result:
    """A change in units of the thing itself: "giảm 2 hộ", "tăng 320 hội viên"; or any change at all."""
    unit = unit_of(actual)
    if actual.change and not form.unit_text and not wants_an_amount(form):
        return Measured(_turned(form, actual, figure_of(actual)), _said_way(form, actual))
    if unit.is_share and form.unit_text:
        return _amount_of_percents(form, actual)
    if actual.change is None and actual.baseline is not None:
        return _difference(form, actual, actual.baseline, steps)
    if actual.change is None and not wants_an_amount(form):
        return undecided("needs_baseline")
    result = in_target_unit(form, actual)
    if not isinstance(result, Measured):
        return result
    if actual.change:
        return Measured(_turned(form, actual, result.interval), (*result.notes, *_said_way(form, actual)))
    return undecided("could_be_level", actual=actual.text)


def _amount_of_percents(form: Prepared, actual: Actual) -> Result:
    """A relative change where an amount is wanted: so much of the baseline."""
    base = positive_baseline(actual)
    if isinstance(base, Diagnostic):
        return base
    if actual.change is None and not wants_an_amount(form):
        return undecided("needs_baseline")
    if actual.change is None and form.kind == "share":
        return undecided("units_differ", actual=actual.unit, target=form.unit_text)
    there = actual.baseline_unit or form.unit_text
    factor = factor_between(there, form.unit_text, form.per_head)
    if factor is None:
        return undecided("units_differ", actual=there, target=form.unit_text)
    amount = over(times(in_percent(actual), multiply(base, factor)), HUNDRED)
    if actual.change:
        return Measured(_turned(form, actual, amount), _said_way(form, actual))
    return _as_amount(form, actual, amount)


def _difference(form: Prepared, actual: Actual, start: Exact, steps: int | None) -> Result:
    """A level less its baseline, both in the target's unit, or in the level's where the target has none."""
    own = form.unit_text or actual.unit or actual.baseline_unit or ""
    here_unit = actual.unit or actual.baseline_unit or own
    there_unit = actual.baseline_unit or actual.unit or own
    here = factor_between(here_unit, own, form.per_head)
    there = factor_between(there_unit, own, form.per_head)
    if here is None or there is None:
        return undecided("units_differ", actual=here_unit if here is None else there_unit, target=own)
    base, sign = multiply(start, there), Decimal(_sign(form))
    level = times(figure_of(actual), here)
    amount = mapped(level, _sign(form), lambda end: multiply(subtract(end, base), sign))
    return _in_all(form, actual, start, amount, own, steps=steps)


def is_rank(form: Prepared) -> bool:
    """Whether places on a list are gained or lost."""
    if form.unit.noun == _PLACES or form.unit.is_rank:
        return True
    name = fold(form.target.indicator)
    return not form.unit_text and any(word in name for word in _RANKED)


def _ranks(form: Prepared, actual: Actual) -> Result:
    """Places gained or lost: the first place is the best, so a gain is the baseline less the actual."""
    unit = unit_of(actual)
    figure = figure_of(actual)
    if actual.unit and unit.noun != _PLACES and not unit.is_rank:
        return undecided("units_differ", actual=actual.unit, target=form.unit_text or PLACE)
    if actual.change:
        return Measured(_turned(form, actual, figure), _said_way(form, actual))
    if unit.noun == _PLACES:
        return _as_amount(form, actual, figure)
    if actual.baseline is None:
        code = "could_be_level" if not actual.unit else "needs_baseline"
        return undecided(code, actual=actual.text)
    base, sign = actual.baseline, Decimal(-_sign(form))
    amount = mapped(figure, -_sign(form), lambda end: multiply(subtract(end, base), sign))
    return Measured(amount, (_computed(form, actual, base, amount, STEP),))
