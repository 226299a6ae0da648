"""Judges of one figure, put together from the sets of a target once: the hot path of many verdicts.

They say what ``outcome_of`` and ``margin_of`` say of the sets, written out for the shape that the sets have; a law
holds them to that.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from chitieu.diagnostics import UsageError
from chitieu.evaluation.compared import Compared, Kind
from chitieu.evaluation.normal_form import Sets, margin_of, outcome_of
from chitieu.evaluation.prepared import Prepared, prepare
from chitieu.evaluation.verdict import Outcome
from chitieu.evaluation.wording import OUTCOMES
from chitieu.quantity.arithmetic import Exact
from chitieu.quantity.interval import Interval
from chitieu.quantity.number import EXACT
from chitieu.target import Target

#: Making one without a call of ``__init__`` takes a quarter of the time off.
_new = object.__new__
#: A judge of figures: in the target's unit; of a change, the amount in the wanted direction.
OnFigure = Callable[[Any], Compared]
#: The same where nothing but the outcome is asked for.
Place = Callable[[Decimal], Outcome]


def verdicts_on(target: Target) -> OnFigure:
    """The judge of one figure, for a caller with many of them.

    Args:
        target: A quantity with one reading, which needs no person.

    Returns:
        What takes a finite Decimal in the target's unit (of a change, the amount in the wanted direction) and
        gives the verdict.

    Raises:
        UsageError: The target is none that one figure decides.

    >>> from chitieu.reading import parse
    >>> verdict = verdicts_on(parse("Tỷ lệ hộ gia đình văn hóa trên 98%").targets[0])(Decimal("98.2"))
    >>> verdict.outcome, verdict.margin, verdict.codes
    ('met', Decimal('0.2'), ('verdict.met', 'verdict.read_as', 'verdict.better'))
    """
    return on_figure(_form_of(target))


def outcomes_on(target: Target) -> Place:
    """The same, for the outcome alone.

    >>> from chitieu.reading import parse
    >>> outcomes_on(parse("kết nạp từ 5 - 8 đảng viên").targets[0])(Decimal(9))
    'exceeded'
    """
    return place_in(_form_of(target).quantity_sets)


def _form_of(target: Target) -> Prepared:
    if target.kind != "quantity" or target.readings or target.needs_review or target.each is not None:
        raise UsageError.of("api.not_by_figure", indicator=target.indicator)
    return prepare(target)


def on_figure(form: Prepared) -> OnFigure:
    """The judge of one Decimal, made from the sets of the target once."""
    if form.on_figure is None:
        form.on_figure = judge_in(form)
    return form.on_figure


def _goes_on(stated: Interval, accepted: Interval) -> bool:
    """Whether both sets are Decimals, and A is S that goes on without end on some side, or S itself."""
    ends = (stated.lower, stated.upper, accepted.lower, accepted.upper)
    return (
        all(end is None or isinstance(end, Decimal) for end in ends)
        and (
            accepted.lower is None
            or (accepted.lower, accepted.lower_closed) == (stated.lower, stated.lower_closed)
        )
        and (
            accepted.upper is None
            or (accepted.upper, accepted.upper_closed) == (stated.upper, stated.upper_closed)
        )
        and not stated.is_empty
    )


# ---- outcomes ------------------------------------------------------------------------------------------


def place_in(sets: Sets) -> Place:
    """Where a figure lies to the sets, written out for their shape."""
    stated, accepted = sets.stated, sets.accepted
    low: Any = stated.lower
    high: Any = stated.upper
    if not _goes_on(stated, accepted) or (low is None and high is None):
        return lambda figure: outcome_of(sets, Interval.at(figure))
    below: Outcome = "exceeded" if accepted.lower is None else "not_met"
    above: Outcome = "exceeded" if accepted.upper is None else "not_met"
    if high is None:
        if stated.lower_closed:
            return lambda figure: "met" if figure >= low else below
        return lambda figure: "met" if figure > low else below
    if low is None:
        if stated.upper_closed:
            return lambda figure: "met" if figure <= high else above
        return lambda figure: "met" if figure < high else above
    if not (stated.lower_closed and stated.upper_closed):
        return lambda figure: "met" if stated.contains(figure) else below if figure <= low else above
    return lambda figure: below if figure < low else "met" if figure <= high else above


# ---- verdicts ------------------------------------------------------------------------------------------


def judge_in(form: Prepared) -> OnFigure:
    """The comparison with the sets of a target, written out for their shape."""
    sets = form.quantity_sets
    stated, accepted = sets.stated, sets.accepted
    if not _goes_on(stated, accepted) or (stated.lower is None and stated.upper is None):
        return _any_judge(form, sets)
    below = Kind(form, "exceeded" if accepted.lower is None else "not_met")
    above = Kind(form, "exceeded" if accepted.upper is None else "not_met")
    if stated.lower is None or stated.upper is None:
        if accepted != stated:
            return _any_judge(form, sets)
        return _judge_from(form, stated, below) if stated.upper is None else _judge_to(form, stated, above)
    if stated.point is not None and below.outcome != above.outcome:
        return _judge_at(form, stated.point, below, above)
    return _judge_between(form, stated, below, above)


def _any_judge(form: Prepared, sets: Sets) -> OnFigure:
    kinds = {outcome: Kind(form, outcome) for outcome in OUTCOMES}

    def judge(figure: Exact) -> Compared:
        outcome = outcome_of(sets, Interval.at(figure))
        return Compared(kinds[outcome], margin_of(sets, figure, outcome), figure)

    return judge


def _judge_from(form: Prepared, stated: Interval, missed: Kind) -> OnFigure:
    new, met, less = _new, Kind(form, "met"), EXACT.subtract
    end: Any = stated.lower

    def closed(figure: Decimal) -> Compared:
        verdict = new(Compared)
        verdict._kind = met if figure >= end else missed
        verdict._margin = less(figure, end)
        verdict._value = figure
        return verdict

    def opened(figure: Decimal) -> Compared:
        verdict = new(Compared)
        verdict._kind = met if figure > end else missed
        verdict._margin = less(figure, end)
        verdict._value = figure
        return verdict

    return closed if stated.lower_closed else opened


def _judge_to(form: Prepared, stated: Interval, missed: Kind) -> OnFigure:
    new, met, less = _new, Kind(form, "met"), EXACT.subtract
    end: Any = stated.upper

    def closed(figure: Decimal) -> Compared:
        verdict = new(Compared)
        verdict._kind = met if figure <= end else missed
        verdict._margin = less(end, figure)
        verdict._value = figure
        return verdict

    def opened(figure: Decimal) -> Compared:
        verdict = new(Compared)
        verdict._kind = met if figure < end else missed
        verdict._margin = less(end, figure)
        verdict._value = figure
        return verdict

    return closed if stated.upper_closed else opened


def _judge_at(form: Prepared, end: Any, below: Kind, above: Kind) -> OnFigure:
    new, met, less = _new, Kind(form, "met"), EXACT.subtract

    def higher(figure: Decimal) -> Compared:
        kind = above if figure > end else met if figure == end else below
        verdict = new(Compared)
        verdict._kind = kind
        verdict._margin = less(figure, end)
        verdict._value = figure
        return verdict

    def lower(figure: Decimal) -> Compared:
        kind = below if figure < end else met if figure == end else above
        verdict = new(Compared)
        verdict._kind = kind
        verdict._margin = less(end, figure)
        verdict._value = figure
        return verdict

    return higher if above.outcome == "exceeded" else lower


def _judge_between(form: Prepared, stated: Interval, below: Kind, above: Kind) -> OnFigure:
    new, met, less = _new, Kind(form, "met"), EXACT.subtract
    low: Any = stated.lower
    high: Any = stated.upper
    low_open, high_open = not stated.lower_closed, not stated.upper_closed
    good_below, good_above = below.outcome == "exceeded", above.outcome == "exceeded"

    def judge(figure: Decimal) -> Compared:
        if figure < low or (low_open and figure == low):
            margin = less(low, figure) if good_below else less(figure, low)
            verdict = new(Compared)
            verdict._kind = below
            verdict._margin = margin
            verdict._value = figure
            return verdict
        if figure > high or (high_open and figure == high):
            margin = less(figure, high) if good_above else less(high, figure)
            verdict = new(Compared)
            verdict._kind = above
            verdict._margin = margin
            verdict._value = figure
            return verdict
        margin, other = less(figure, low), less(high, figure)
        verdict = new(Compared)
        verdict._kind = met
        verdict._margin = margin if margin <= other else other
        verdict._value = figure
        return verdict

    return judge
