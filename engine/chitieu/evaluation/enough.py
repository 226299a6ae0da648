"""What would have been enough: for a target that was not met the least (or greatest) figure that meets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any, Literal, NamedTuple

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.measured import factor_between, mapped, share_factor
from chitieu.evaluation.plan import plan_of
from chitieu.evaluation.prepared import Prepared, is_whole, prepare
from chitieu.evaluation.verdict import Verdict
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact, magnitude, multiply, plain, subtract, tidy
from chitieu.quantity.display import Extent, Shown, Words
from chitieu.quantity.interval import Interval
from chitieu.quantity.number import show
from chitieu.quantity.units import resolve
from chitieu.target import Measure, Target
from chitieu.text.spoken import A_YEAR, STEP

Side = Literal["at_least", "more_than", "at_most", "less_than"]
_SIDES: dict[Side, Words] = {
    "at_least": Words("ít nhất", "at least"),
    "more_than": Words("trên", "more than"),
    "at_most": Words("nhiều nhất", "at most"),
    "less_than": Words("dưới", "less than"),
}
_POINT = Fraction(1, 100)
_MEASURED: dict[Measure, Words] = {
    "level": Words("", ""),
    "increase": Words("mức tăng", "an increase of"),
    "decrease": Words("mức giảm", "a decrease of"),
}


class Growth(NamedTuple):
    """Compound growth in the terms in which it is compared: ratios to the baseline, which are exact."""

    accepted: Interval
    ratio: Exact


@dataclass(frozen=True, slots=True)
class EnoughOf(Shown):
    """What would have been enough, worked out when it is shown: most verdicts are never explained.

    ``value`` is the figure that was compared with the target, in its unit; ``years`` those that it was spread over.

    >>> from chitieu import evaluate
    >>> evaluate("trên 98%", "97%").reasons[-1].text("en")
    'To be met it takes more than 98%; short by 1%.'
    """

    target: Target
    value: Exact
    actual: Actual
    growth: Growth | None = None
    years: int | None = None

    def show(self, lang: str) -> str:
        """The sentence."""
        return self.found().diagnostic.text("en" if lang == "en" else "vi")

    def found(self) -> Enough:
        """It as figures."""
        return _enough(_told(prepare(self.target), self.value, self.actual, self.growth, self.years))


class Enough(NamedTuple):
    """The figure that would have met a target.

    ``figure`` in ``unit`` is the end that ``side`` tells of. Where things are counted it is whole, and at least or at
    most. ``of`` is the population that it is a part of. ``gap`` is how far the actual is from it, in the
    same unit, where the actual tells it; a change that ends with a level is told as that level, any other by its
    ``measure``. Where nothing is enough, as 413 of 412, it is not ``reachable``.
    """

    side: Side
    figure: Exact
    unit: str = ""
    of: Exact | None = None
    gap: Exact | None = None
    measure: Measure = "level"
    reachable: bool = True

    @property
    def diagnostic(self) -> Diagnostic:
        """It in words."""
        params: dict[str, Any] = {
            "side": _MEASURED[self.measure].before(_SIDES[self.side]),
            "figure": Extent(Interval.at(self.figure), self.unit),
        }
        code = "verdict.enough_figure" if self.reachable else "verdict.enough_never"
        if self.of is not None:
            code = "verdict.enough_of" if self.reachable else "verdict.enough_never_of"
            params["of"] = Extent(Interval.at(self.of))
        is_rank = resolve(self.unit).is_rank
        if not self.reachable or not self.gap:
            return Diagnostic(code, params)
        params["gap"] = Extent(Interval.at(self.gap), STEP if is_rank else self.unit)
        if is_rank and self.side == "at_most":
            return Diagnostic("verdict.enough_rank", params)
        return Diagnostic(code + ("_short" if self.side in ("at_least", "more_than") else "_over"), params)

    def to_dict(self, lang: Literal["vi", "en"] = "vi") -> dict[str, str | bool]:
        """It as plain data, figures as decimal strings."""
        out: dict[str, str | bool] = {"side": self.side, "figure": show(self.figure), "unit": self.unit}
        if self.of is not None:
            out["of"] = show(self.of)
        if self.gap is not None:
            out["gap"] = show(self.gap)
        if self.measure != "level":
            out["measure"] = self.measure
        return out | {"reachable": self.reachable, "message": self.diagnostic.text(lang)}


def enough_reason(
    target: Target, value: Exact, actual: Actual, growth: Growth | None = None, years: int | None = None
) -> Diagnostic:
    """The reason that tells what would have been enough."""
    return Diagnostic("verdict.enough", {"enough": EnoughOf(target, value, actual, growth, years)})


def enough(verdict: Verdict) -> Enough | None:
    """What would have been enough for a target that was not met: the figure of the verdict's own last reason.

    Args:
        verdict: Of a share with a population or a plan it is told in whole things, of a change with a baseline as
            the level that it had to reach.

    Returns:
        The figure, or None where the target is met, undecided, or no figure was compared.

    >>> from chitieu import evaluate
    >>> enough(evaluate("Tỷ lệ hộ gia đình văn hóa đạt 95% trở lên", "385/412")).diagnostic.text("en")
    'To be met it takes at least 392 of 412; short by 7.'
    """
    told = (reason.params.get("enough") for reason in verdict.reasons)
    return next((one.found() for one in told if isinstance(one, EnoughOf)), None)


class _Told(NamedTuple):
    """What is accepted and what was achieved, in the terms in which it is told; ``whole``: only in whole things."""

    accepted: Interval
    here: Exact
    unit: str
    whole: bool
    tells_gap: bool = True
    of: Exact | None = None
    measure: Measure = "level"

    def moved(self, change: Callable[[Exact], Exact], sign: int = 1) -> _Told:
        """The same in other terms, by a function that rises (sign 1) or falls (sign -1)."""
        return self._replace(accepted=mapped(self.accepted, sign, change), here=change(self.here))


def _enough(told: _Told) -> Enough:
    wanted, reachable = told.accepted, True
    if told.whole:
        wanted = wanted.whole()
        least = Decimal(1 if resolve(told.unit).is_rank else 0)
        possible = Interval(least if told.measure == "level" else None, told.of)
        reachable = not wanted.intersection(possible).is_empty
    side, end = _nearest(told.accepted if wanted.is_empty else wanted, told.here)
    gap = magnitude(subtract(end, told.here)) if told.tells_gap else None
    return Enough(side, end, told.unit, told.of, gap, told.measure, reachable)


def _nearest(wanted: Interval, here: Exact) -> tuple[Side, Exact]:
    """The end of the wanted figures that the achieved one fell short of or went beyond."""
    lower, upper = wanted.lower, wanted.upper
    if lower is not None and (upper is None or here <= lower):
        return ("at_least" if wanted.lower_closed else "more_than"), lower
    if upper is None:
        raise ValueError("enough of what has no end")
    return ("at_most" if wanted.upper_closed else "less_than"), upper


def _told(form: Prepared, value: Exact, actual: Actual, growth: Growth | None, years: int | None) -> _Told:
    target = form.target
    whole = is_whole(form.unit) and not target.average_annual
    own = _Told(form.quantity_sets.accepted, value, form.unit_text, whole, measure=target.measure)
    if growth is not None:
        return _level_of_growth(form, growth, actual) or own
    if target.measure != "level":
        return _level_of_change(form, own, actual, years) or own
    if target.basis == "plan":
        return _part_of_plan(form, own, actual) or own
    return _part_of_population(form, own, actual) or own


# ---- parts of a population or a plan -------------------------------------------------------------------


def _part(form: Prepared, whole: Exact) -> Callable[[Exact], Exact]:
    """What turns a share in the target's unit into so many of the whole."""
    unit = Fraction(whole) / (100 * Fraction(share_factor(form)))
    return lambda share: plain(Fraction(share) * unit)


def _part_of_population(form: Prepared, own: _Told, actual: Actual) -> _Told | None:
    """So many of a population, where it is known and the target is on a share of it."""
    population = actual.of if actual.of is not None else actual.population
    if population is None or not (form.unit.is_share or form.is_ratio):
        return None
    told = own.moved(_part(form, population))._replace(unit="", whole=_is_integral(population), of=population)
    unit = resolve(actual.unit or "")
    scale = Decimal(1) if actual.of is not None else plain(unit.scale)
    if unit.is_share or actual.figure is None or told.here != multiply(actual.figure, scale):
        return told._replace(tells_gap=False)  # the share was reported, not the part
    if scale != 1:
        return told
    counted = unit.is_counted and unit.scale == 1 and _is_integral(told.here)
    return told._replace(unit=actual.unit or "", whole=told.whole and counted)


def _is_integral(number: Exact) -> bool:
    return floor(number) == number


def _part_of_plan(form: Prepared, own: _Told, actual: Actual) -> _Told | None:
    """The figure that is so much of the plan, where the plan is known."""
    plan, given = plan_of(actual), resolve(actual.unit or "")
    if plan is None or not (form.unit.is_share or not form.unit_text):
        return None
    in_percent = actual.share_of_plan or bool(actual.over_plan) or (given.is_share and form.kind != "share")
    planned = actual.plan_unit or ("" if in_percent else actual.unit) or ""
    unit = planned if in_percent else actual.unit or planned
    factor = factor_between(planned, unit)
    if factor is None:
        return None
    told = own.moved(_part(form, multiply(plan, factor)))
    return told._replace(unit=unit, whole=is_whole(resolve(unit)), tells_gap=not in_percent)


# ---- levels behind a change ----------------------------------------------------------------------------


def _level_of_growth(form: Prepared, growth: Growth, actual: Actual) -> _Told | None:
    """The level at the end of compound growth."""
    start = _start(form, actual, actual.baseline, actual.baseline_unit)
    if start is None:
        return None
    base, unit = start
    told = _Told(growth.accepted, growth.ratio, unit, is_whole(resolve(unit)))
    return told.moved(lambda ratio: tidy(multiply(base, ratio)))


def _level_of_change(form: Prepared, own: _Told, actual: Actual, years: int | None) -> _Told | None:
    """The level that makes the amount of change, where a baseline or a plan tells it."""
    target = form.target
    before, before_unit = actual.baseline, actual.baseline_unit
    if target.basis == "plan":
        if form.kind == "share":
            return None
        before, before_unit = plan_of(actual), actual.plan_unit
    start = _start(form, actual, before, before_unit)
    if start is None or actual.change or (target.average_annual and years is None):
        return None
    base, unit = start
    step = _step(form, unit, base)
    if step is None:
        return None
    sign, whole_step = (1 if target.measure == "increase" else -1), Fraction(step) * (years or 1)
    told = own.moved(lambda amount: plain(Fraction(base) + sign * Fraction(amount) * whole_step), sign)
    return told._replace(unit=unit, whole=is_whole(resolve(unit)), measure="level")


def _start(
    form: Prepared, actual: Actual, before: Exact | None, before_unit: str | None
) -> tuple[Exact, str] | None:
    """The level from which a change starts, in the unit of the level that was reached; None of ranks."""
    own = "" if form.unit.is_share or form.unit.is_points else form.unit_text.removesuffix(f"/{A_YEAR}")
    unit = actual.unit or before_unit or own
    known = resolve(unit)
    if before is None or form.unit.is_rank or known.is_rank or form.unit.noun == (STEP,):
        return None
    if known.is_share and form.kind != "share":
        return None
    factor = factor_between(before_unit or unit, unit, form.per_head)
    return None if factor is None else (multiply(before, factor), unit)


def _step(form: Prepared, unit: str, start: Exact) -> Exact | None:
    """How much of the level one unit of the change is; None where the two do not go together."""
    known = resolve(unit)
    if form.unit.is_points:
        return plain(_POINT / known.factor) if known.is_share else None
    if form.unit.is_share and not known.is_share:
        if form.kind == "share" or (form.kind == "unknown" and not unit):  # points, or perhaps points
            return None
        return multiply(plain(form.unit.factor), start)
    return factor_between(form.unit_text, unit) if form.unit_text else Decimal(1)
