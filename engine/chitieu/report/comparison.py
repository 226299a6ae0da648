"""The column "So cùng kỳ": how far the actual lies from the figure of the base period, for the eye only."""

from __future__ import annotations

from fractions import Fraction

from chitieu.diagnostics import Lang
from chitieu.evaluation.indicator import kind_of
from chitieu.evaluation.measured import factor_between
from chitieu.evaluation.verdict import Verdict
from chitieu.quantity.arithmetic import Exact, tidy
from chitieu.quantity.notation import format_number, round_half_up
from chitieu.quantity.units import resolve
from chitieu.report.figures import plain_figure
from chitieu.target import Target

_WORDS = {
    "vi": ("tăng", "giảm", "không đổi", "điểm %", "bậc"),
    "en": ("up", "down", "unchanged", "points", "places"),
}


def against_baseline(verdict: Verdict, target: Target, lang: Lang = "vi") -> str:
    """The change against the base period: relative of a count or an amount, by points of a share; "" if unknown.

    >>> from decimal import Decimal
    >>> from chitieu.evaluation import evaluate_target
    >>> from chitieu.quantity.actual import Actual
    >>> from chitieu.quantity.interval import Interval
    >>> from chitieu.target import Bound
    >>> target = Target(indicator="Thu ngân sách", condition=Bound(op=">=", value="500", unit="tỷ đồng"))
    >>> actual = Actual("560", Interval.at(Decimal(560)), "tỷ đồng", baseline=Decimal(500))
    >>> against_baseline(evaluate_target(target, actual), target)
    'tăng 12%'
    """
    actual = verdict.actual
    if actual is None or actual.missing:
        return ""
    if actual.change and target.basis != "plan":
        return actual.text.strip() if any(map(str.isalpha, actual.text)) else ""
    figure = plain_figure(actual)
    if figure is None or actual.baseline is None:
        return ""
    here = actual.unit or actual.baseline_unit or (target.unit if target.measure == "level" else "")
    there = actual.baseline_unit or here
    factor = factor_between(here, there)
    if factor is None:
        return ""
    now, before = Fraction(figure) * Fraction(factor), Fraction(actual.baseline)
    more, less, same, points, places = _WORDS[lang]
    if now == before:
        return same
    up = now > before
    unit = resolve(there or target.unit)
    if unit.is_rank or unit.noun == ("bậc",):  # a smaller place is a better one
        return f"{less if up else more} {_shown(abs(now - before), lang)} {places}"
    if unit.is_share or (not there and kind_of(target.indicator) == "share"):
        amount = abs(now - before) * Fraction(unit.factor if unit.is_share else Fraction(1, 100)) * 100
        return f"{more if up else less} {_shown(amount, lang)} {points}"
    if before <= 0:
        return ""
    return f"{more if up else less} {_shown(abs(now / before - 1) * 100, lang)}%"


def _shown(number: Fraction, lang: Lang) -> str:
    """Two decimals; more for a difference that they do not show."""
    places = 2
    shown: Exact = round_half_up(number, places)
    while shown == 0 and places < 12:
        places += 2
        shown = round_half_up(number, places)
    return format_number(tidy(shown), lang)
