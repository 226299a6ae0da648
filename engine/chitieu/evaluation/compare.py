"""The comparison itself: a measured actual against the sets of its target."""

from __future__ import annotations

from decimal import Decimal

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.compared import reasons_of, with_oddities
from chitieu.evaluation.enough import Growth
from chitieu.evaluation.measured import Measured
from chitieu.evaluation.normal_form import completion_of, margin_of, outcome_of
from chitieu.evaluation.on_figure import on_figure
from chitieu.evaluation.prepared import Prepared
from chitieu.evaluation.verdict import Verdict
from chitieu.quantity.actual import Actual
from chitieu.quantity.display import Extent


def compare(form: Prepared, measured: Measured, actual: Actual) -> Verdict:
    """The verdict on a figure."""
    own = form.quantity_sets
    sets = measured.sets or own
    terms = (measured.sets, measured.other, measured.years)  # in others than the target's own figure
    point = measured.interval.point
    if isinstance(point, Decimal) and not any(terms):
        return on_figure(form)(point).of(actual, measured.notes)
    outcome = outcome_of(sets, measured.interval)
    if measured.other is not None:
        second = outcome_of(measured.other.sets or own, measured.other.interval)
        if second != outcome:
            return _two_ways(form, measured, measured.other, actual)
    shown = measured.shown or measured.interval
    point = shown.point
    target = form.target
    notes = with_oddities(form, shown.upper, measured.notes)
    growth = None
    if measured.sets is not None and measured.interval.point is not None:
        growth = Growth(measured.sets.accepted, measured.interval.point)
    reasons = reasons_of(form, shown, outcome, actual, notes, growth=growth, years=measured.years)
    return Verdict(
        outcome,
        reasons,
        margin=None if point is None else margin_of(own, point, outcome),
        completion=None if point is None else completion_of(form.first, point),
        value=point,
        actual=actual,
        better=target.better,
        better_source=target.better_source,
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
