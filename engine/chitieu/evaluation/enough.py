"""What would have been enough: for a target that was not met the least (or greatest) figure that meets it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any, Literal, NamedTuple

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.measured import HUNDRED, factor_between
from chitieu.evaluation.prepared import Prepared, prepare
from chitieu.evaluation.verdict import Verdict
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact, divide, magnitude, multiply, plain, subtract
from chitieu.quantity.display import Extent, Shown, Words
from chitieu.quantity.interval import Interval
from chitieu.quantity.number import show
from chitieu.quantity.units import Unit, resolve
from chitieu.target import Measure, Target
from chitieu.text.spoken import STEP

Side = Literal["at_least", "more_than", "at_most", "less_than"]
_SIDES: dict[Side, Words] = {
    "at_least": Words("ít nhất", "at least"),
    "more_than": Words("trên", "more than"),
    "at_most": Words("nhiều nhất", "at most"),
    "less_than": Words("dưới", "less than"),
}
_MEASURED: dict[Measure, Words] = {
    "level": Words("", ""),
    "increase": Words("mức tăng", "an increase of"),
    "decrease": Words("mức giảm", "a decrease of"),
}
_TURNED: dict[Side, Side] = {
    "at_least": "at_most",
    "more_than": "less_than",
    "at_most": "at_least",
    "less_than": "more_than",
}


@dataclass(frozen=True, slots=True)
class EnoughOf(Shown):
    """What would have been enough, worked out when it is shown: most verdicts are never explained.

    >>> from chitieu import evaluate
    >>> evaluate("trên 98%", "97%").reasons[-1].text("en")
    'To be met it takes more than 98%; short by 1%.'
    """

    target: Target
    value: Exact
    actual: Actual

    def show(self, lang: str) -> str:
        """The sentence."""
        found = _enough(self.target, self.value, self.actual)
        return found.diagnostic.text("en" if lang == "en" else "vi") if found is not None else ""


class Enough(NamedTuple):
    """The figure that would have met a target.

    ``figure`` in ``unit`` is the end that ``side`` tells of. Where things are counted it is whole, and at least or at
    most. ``of`` is the population that it is a part of. ``gap`` is how far the actual is from it, in the
    same unit, where the actual tells it; a change that ends with a level is told as that level, any other by its
    ``measure``.
    """

    side: Side
    figure: Exact
    unit: str = ""
    of: Exact | None = None
    gap: Exact | None = None
    measure: Measure = "level"

    @property
    def diagnostic(self) -> Diagnostic:
        """It in words."""
        params: dict[str, Any] = {
            "side": _MEASURED[self.measure].before(_SIDES[self.side]),
            "figure": Extent(Interval.at(self.figure), self.unit),
        }
        code = "verdict.enough_figure"
        if self.of is not None:
            code = "verdict.enough_of"
            params["of"] = Extent(Interval.at(self.of))
        is_rank = resolve(self.unit).is_rank
        if is_rank and self.side == "at_most" and self.gap:
            code = "verdict.enough_rank"
            params["gap"] = Extent(Interval.at(self.gap), STEP)
        elif self.gap:
            code += "_short" if self.side in ("at_least", "more_than") else "_over"
            params["gap"] = Extent(Interval.at(self.gap), STEP if is_rank else self.unit)
        return Diagnostic(code, params)

    def to_dict(self, lang: Literal["vi", "en"] = "vi") -> dict[str, str]:
        """It as plain data, figures as decimal strings."""
        out = {"side": self.side, "figure": show(self.figure), "unit": self.unit}
        if self.of is not None:
            out["of"] = show(self.of)
        if self.gap is not None:
            out["gap"] = show(self.gap)
        if self.measure != "level":
            out["measure"] = self.measure
        return out | {"message": self.diagnostic.text(lang)}


def enough(target: Target, verdict: Verdict) -> Enough | None:
    """What would have been enough for a quantity target that was not met.

    Args:
        target: The target that was judged.
        verdict: Its verdict. A share with a population or a plan is told in whole things, a change with a baseline as
            the level that it had to reach.

    Returns:
        The figure, or None where the target is met, undecided, or has no figure.

    >>> from chitieu import evaluate, parse
    >>> from chitieu.quantity.actual import Actual
    >>> target = parse("Tỷ lệ hộ gia đình văn hóa đạt 95% trở lên").targets[0]
    >>> reported = Actual("385 hộ", Interval.at(Decimal(385)), "hộ", population=Decimal(412))
    >>> enough(target, evaluate(target, reported)).diagnostic.text("en")
    'To be met it takes at least 392 hộ of 412; short by 7 hộ.'
    """
    if verdict.outcome != "not_met" or verdict.value is None or verdict.actual is None:
        return None
    return _enough(target, verdict.value, verdict.actual)


def _enough(target: Target, value: Exact, actual: Actual) -> Enough | None:
    form = prepare(target)
    if form.sets is None or target.kind != "quantity":
        return None
    found = _nearest(form.sets.accepted, value)
    if found is None:
        return None
    side, end = found
    if target.measure != "level":
        return _level_of_change(form, actual, side, end) or _in_unit(form, value, side, end)
    whole = _whole_of(form, actual)
    if whole is not None:
        return _part(form, actual, whole, side, end)
    return _in_unit(form, value, side, end)


def _nearest(accepted: Interval, value: Exact) -> tuple[Side, Exact] | None:
    """The end of the accepted set that the figure fell short of or went beyond."""
    lower, upper = accepted.lower, accepted.upper
    if lower is not None and (value < lower or (value == lower and not accepted.lower_closed)):
        return ("at_least" if accepted.lower_closed else "more_than"), lower
    if upper is not None:
        return ("at_most" if accepted.upper_closed else "less_than"), upper
    return None


def _in_unit(form: Prepared, value: Exact, side: Side, end: Exact) -> Enough:
    """The figure in the target's own unit; whole where whole things are counted."""
    if form.target.measure == "level" and _is_whole(form.unit):
        side, end = _rounded(side, end)
    gap = magnitude(subtract(end, value))
    return Enough(side, end, form.unit_text, gap=gap, measure=form.target.measure)


def _is_whole(unit: Unit) -> bool:
    return unit.is_counted and bool(unit.noun) and unit.scale == 1


def _rounded(side: Side, end: Exact) -> tuple[Side, Exact]:
    """The first whole number on that side."""
    if side in ("at_least", "more_than"):
        first = ceil(end)
        return "at_least", Decimal(first + (side == "more_than" and first == end))
    last = floor(end)
    return "at_most", Decimal(last - (side == "less_than" and last == end))


# ---- parts of a population or a plan -------------------------------------------------------------------


def _whole_of(form: Prepared, actual: Actual) -> Exact | None:
    """The population of a share, or the plan of a share of one, where it is known."""
    if form.target.basis == "plan":
        return actual.plan if actual.plan is not None else actual.of
    if not (form.unit.is_share or form.is_ratio):
        return None
    return actual.of if actual.of is not None else actual.population


def _part(form: Prepared, actual: Actual, whole: Exact, side: Side, end: Exact) -> Enough:
    """So many of the whole."""
    factor = Fraction(1) if form.is_ratio else form.unit.factor
    needed = plain(Fraction(end) * factor * Fraction(whole))
    unit = resolve(actual.unit or "")
    told = actual.unit if actual.unit and not unit.is_share else ""
    counted = unit.is_counted or unit.is_share
    if counted and unit.scale == 1 and whole == floor(whole):
        side, needed = _rounded(side, needed)
    part = actual.figure
    shown = None if form.target.basis == "plan" else whole
    if unit.is_share or part is None or actual.share_of_plan or actual.over_plan or actual.change:
        return Enough(side, needed, told or "", shown)
    return Enough(side, needed, told or "", shown, magnitude(subtract(needed, part)))


# ---- levels behind a change ----------------------------------------------------------------------------


def _level_of_change(form: Prepared, actual: Actual, side: Side, end: Exact) -> Enough | None:
    """The level that makes the amount of change, where a baseline tells it."""
    target, here = form.target, actual.figure
    base, base_unit = actual.baseline, actual.baseline_unit
    if target.basis == "plan":
        base, base_unit = (actual.of, None) if actual.of is not None else (actual.plan, actual.plan_unit)
        if form.kind == "share" or actual.share_of_plan or actual.over_plan:
            return None
    if base is None or here is None or actual.change or target.average_annual:
        return None
    unit = actual.unit or base_unit or ""
    known = resolve(unit)
    if (
        form.unit.is_rank
        or known.is_rank
        or form.unit.noun == (STEP,)
        or (known.is_share and form.kind != "share")
    ):
        return None
    there = base_unit or unit
    factor = factor_between(there, unit) if there != unit else Decimal(1)
    if factor is None:
        return None
    start, sign = multiply(base, factor), Decimal(1 if target.measure == "increase" else -1)
    amount = _amount(form, unit, start, end)
    if amount is None:
        return None
    level = plain(Fraction(start) + Fraction(sign) * Fraction(amount))
    turned = side if sign > 0 else _TURNED[side]
    if _is_whole(resolve(unit)) or (not unit and here == floor(here) and start == floor(start)):
        turned, level = _rounded(turned, level)
    return Enough(turned, level, unit, gap=magnitude(subtract(level, here)))


def _amount(form: Prepared, unit: str, start: Exact, end: Exact) -> Exact | None:
    """An end of the amounts of change in the unit of the level; None where the two do not go together."""
    if form.unit.is_share and not resolve(unit).is_share:
        if form.kind == "share":
            return None
        share = multiply(end, plain(form.unit.factor * 100))
        return divide(multiply(share, start), HUNDRED)
    if form.unit.is_points:
        return end if unit == "%" else None
    if form.unit.is_share:
        factor = factor_between(form.unit_text, unit)
        return None if factor is None else multiply(end, factor)
    factor = factor_between(form.unit_text, unit) if form.unit_text else Decimal(1)
    return None if factor is None else multiply(end, factor)
