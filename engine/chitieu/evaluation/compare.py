"""The comparison itself: where the actual lies to the stated and the accepted set, and by how much."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.enough import EnoughOf
from chitieu.evaluation.measured import Measured
from chitieu.evaluation.normal_form import Sets
from chitieu.evaluation.prepared import Prepared
from chitieu.evaluation.verdict import Outcome, Verdict
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact, divide, multiply, negate
from chitieu.quantity.display import Comparison, Extent, Words
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, Range

_HUNDRED = Decimal(100)
_LEADS = {
    "level": Words("", ""),
    "increase": Words("Mức tăng ", "Increase "),
    "decrease": Words("Mức giảm ", "Decrease "),
}


def outcome_of(sets: Sets, interval: Interval) -> Outcome:
    """Where an actual lies: a point always in one place, a range only if all of it does.

    >>> from chitieu.evaluation.normal_form import bound_sets
    >>> outcome_of(bound_sets("=", Decimal(95), "higher"), Interval(Decimal(94), Decimal(96)))
    'undecided'
    """
    stated, accepted = sets.stated, sets.accepted
    point = interval.point
    if point is not None:
        if stated.contains(point):
            return "met"
        return "exceeded" if accepted is not stated and accepted.contains(point) else "not_met"
    if interval.is_empty:
        return "undecided"
    if interval.is_subset(stated):
        return "met"
    if interval.is_subset(accepted) and interval.is_disjoint(stated):
        return "exceeded"
    return "not_met" if interval.is_disjoint(accepted) else "undecided"


def margin_of(sets: Sets, point: Exact, outcome: Outcome) -> Exact | None:
    """The signed distance to the nearest end of S: positive if met or exceeded, negative if not."""
    distance = sets.stated.distance(point)
    if distance is None or outcome in ("met", "exceeded"):
        return distance
    return negate(distance) if distance else distance


def completion_of(first: Exact, point: Exact) -> Exact | None:
    """The actual in per cent of the target's figure; None where that is 0."""
    if first == 0:
        return None
    return divide(multiply(point, _HUNDRED), first)


def compare(form: Prepared, measured: Measured, actual: Actual) -> Verdict:
    """The verdict on a figure."""
    sets = measured.sets or form.sets
    if sets is None or form.sets is None:
        raise ValueError("a quantity target without sets")
    outcome = outcome_of(sets, measured.interval)
    if measured.other is not None:
        second = outcome_of(measured.other.sets or form.sets, measured.other.interval)
        if second != outcome:
            return _two_ways(form, measured, measured.other, actual)
    shown = measured.shown or measured.interval
    point = shown.point
    target = form.target
    reasons = (
        _reason(form, form.sets, shown, outcome, actual),
        *measured.notes,
        form.read_as,
        form.better_reason,
    )
    if point is None:
        return Verdict(
            outcome, reasons, actual=actual, better=target.better, better_source=target.better_source
        )
    if outcome == "not_met" and measured.sets is None:
        reasons += (Diagnostic("verdict.enough", {"enough": EnoughOf(target, point, actual)}),)
    return Verdict(
        outcome,
        reasons,
        margin_of(form.sets, point, outcome),
        completion_of(form.first, point),
        point,
        actual,
        target.better,
        target.better_source,
    )


def _two_ways(form: Prepared, one: Measured, other: Measured, actual: Actual) -> Verdict:
    params = {
        "actual": actual.text,
        "one": Extent(one.interval, form.unit_text),
        "other": Extent(other.interval, form.unit_text),
    }
    reasons = (Diagnostic("verdict.two_ways", params), form.read_as)
    target = form.target
    return Verdict(
        "undecided", reasons, actual=actual, better=target.better, better_source=target.better_source
    )


def _reason(form: Prepared, sets: Sets, shown: Interval, outcome: Outcome, actual: Actual) -> Diagnostic:
    point = shown.point
    if point is None:
        code = {"undecided": "straddles"}.get(outcome, f"all_{outcome}")
        if outcome == "undecided" and actual.approximate:
            code = "straddles_approximate"
        return Diagnostic(f"verdict.{code}", {"actual": Extent(shown, form.unit_text), "wanted": form.wanted})
    comparison = Comparison(*_signs(form, sets, point, outcome), form.unit_text)
    params = {"lead": _LEADS[form.target.measure], "comparison": comparison, "wanted": form.wanted}
    return Diagnostic(f"verdict.{outcome}", params)


def _signs(
    form: Prepared, sets: Sets, point: Exact, outcome: Outcome
) -> tuple[tuple[Exact | Interval, ...], tuple[str, ...]]:
    """The figures and signs of a comparison that is true."""
    condition = form.target.condition
    if isinstance(condition, Range):
        if outcome == "met":
            signs = ("<" if condition.low_open else "≤", "<" if condition.high_open else "≤")
            return (condition.low, point, condition.high), signs
        if point in (condition.low, condition.high):  # an end that is not included
            return (point, point), ("=",)
        if point < condition.low:
            return (point, condition.low), ("<",)
        return (point, condition.high), (">",)
    if not isinstance(condition, Bound):
        raise TypeError("a quantity condition was expected")
    value = condition.value
    if outcome == "met" and condition.op != "=":
        return (point, value), ({">=": "≥", "<=": "≤"}.get(condition.op, condition.op),)
    if point == value:
        return (point, value), ("=",)
    if outcome == "met" and sets.stated.point is None and not isinstance(value, Fraction):
        return (point, value), ("≈",)
    return (point, value), (">" if point > value else "<",)
