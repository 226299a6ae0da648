"""Actuals of a target that lie where one asks: met, exceeded, not met, or at an end of its sets."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Literal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from chitieu.evaluation.normal_form import Sets, outcome_of
from chitieu.evaluation.prepared import Prepared, prepare
from chitieu.evaluation.wording import OUTCOMES
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact, negate, tidy
from chitieu.quantity.interval import Interval
from chitieu.quantity.notation import format_number, with_unit
from chitieu.quantity.number import EXACT
from chitieu.quantity.scales import known_scales
from chitieu.strategies.targets import places_of
from chitieu.target import StatusCondition, Target

#: Where an actual lies: in the stated set, beyond it on the better side, outside the accepted set, at an end of
#: either; "anywhere" of these.
Where = Literal["anywhere", "met", "exceeded", "not_met", "at"]
_FAR = 1000
#: How many decimals more are tried where a piece holds no figure of the target's own.
_MOST_FINER = 4
_AMOUNTS = Interval(Decimal(0), None)
_SHARES = Interval(Decimal(0), Decimal(100))


def actuals(target: Target, where: Where = "anywhere", *, finer: int = 1) -> SearchStrategy[Actual]:
    """Actuals that are comparable with a target and lie where one asks.

    Args:
        target: Of a text in doubt the reading that stands first is taken.
        where: "met", "exceeded", "not_met", "at" an end, or "anywhere". Nothing can be drawn where nothing lies:
            no actual exceeds "trên 98%".
        finer: So many decimals more than the target's own figures have; what is counted stays whole.

    Returns:
        Actuals in the target's unit, a change with its sign ("-6%"); ``text`` is what a report would say.

    >>> from hypothesis import find
    >>> from chitieu import parse
    >>> poor = parse("Tỷ lệ hộ nghèo 0,38%").targets[0]
    >>> find(actuals(poor, "at"), lambda _: True).text, find(actuals(poor, "not_met"), lambda _: True).text
    ('0,38%', '0,381%')
    """
    form = prepare(target)
    if isinstance(target.condition, StatusCondition):
        return _words(target.condition, where)
    if form.sets is None:
        return st.nothing()
    if target.kind == "grade":
        return _grades(form, form.sets, where)
    if where == "anywhere":
        return st.one_of([actuals(target, one, finer=finer) for one in ("met", "exceeded", "not_met", "at")])
    places = 0 if form.unit.is_counted and not form.is_ratio else places_of(target) + finer
    if where == "at":
        return _at_ends(form, form.sets)
    pieces = [piece for piece in _pieces(form.sets, where) if not piece.is_empty]
    figures = [_figures(piece, _room(form, piece), places) for piece in pieces]
    return st.one_of([drawn.map(lambda figure: _actual(form, figure)) for drawn in figures])


def missing_actuals() -> SearchStrategy[Actual]:
    """Actuals that say nothing: an empty cell, words that there is no figure yet.

    >>> from hypothesis import find
    >>> find(missing_actuals(), lambda _: True).missing
    True
    """
    return st.sampled_from([Actual(), Actual(text="-", word="unknown")])


# ---- quantities ----------------------------------------------------------------------------------------


def _pieces(sets: Sets, where: Where) -> tuple[Interval, ...]:
    if where == "met":
        return (sets.stated,)
    if where == "exceeded":
        return tuple(sets.accepted.intersection(piece) for piece in sets.stated.complement())
    return sets.accepted.complement()


def _room(form: Prepared, piece: Interval) -> Interval:
    """What such a figure may be: no share above all or below none, no level below zero; a change either way."""
    if form.target.measure != "level":
        return Interval(None, None)
    if form.target.basis is None and form.kind == "share" and form.unit.factor == Fraction(1, 100):
        inside = piece.intersection(_SHARES)
        if not inside.is_empty:
            return _SHARES
    return _AMOUNTS if form.least >= 0 else Interval(None, None)


def _figures(piece: Interval, room: Interval, places: int) -> SearchStrategy[Decimal]:
    """The figures of a piece with so many decimals, those nearest to its end first; more where it holds none."""
    within = piece.intersection(room)
    if within.is_empty:
        return st.nothing()
    for more in range(_MOST_FINER):
        first, last = _steps(within, 10 ** (places + more))
        if first <= last:
            return _grid(first, last, places + more, downwards=piece.lower is None)
    return st.nothing()


def _grid(first: int, last: int, places: int, *, downwards: bool) -> SearchStrategy[Decimal]:
    steps = st.integers(0, last - first).map(lambda step: last - step if downwards else first + step)
    return steps.map(lambda units: EXACT.multiply(Decimal(units), Decimal(1).scaleb(-places)))


def _steps(within: Interval, scale: int) -> tuple[int, int]:
    """The first and the last whole number of steps that lie within."""
    first = last = None
    if within.lower is not None:
        exact = Fraction(within.lower) * scale
        first = ceil(exact) + (exact.denominator == 1 and not within.lower_closed)
    if within.upper is not None:
        exact = Fraction(within.upper) * scale
        last = floor(exact) - (exact.denominator == 1 and not within.upper_closed)
    if first is None:
        first = (last if last is not None else _FAR) - _FAR
    if last is None:
        last = first + _FAR
    return first, last


def _at_ends(form: Prepared, sets: Sets) -> SearchStrategy[Actual]:
    ends = (sets.stated.lower, sets.stated.upper, sets.accepted.lower, sets.accepted.upper)
    known = [end for end in dict.fromkeys(ends) if isinstance(end, Decimal)]
    return st.sampled_from([_actual(form, end) for end in known]) if known else st.nothing()


def _actual(form: Prepared, figure: Exact) -> Actual:
    """The figure as a report says it; a change bears its sign."""
    unit, target = form.unit_text, form.target
    if target.measure == "level":
        return Actual(_said(figure, unit), Interval.at(figure), unit or None)
    risen = (target.measure == "increase") == (figure >= 0)
    amount = figure if figure >= 0 else negate(figure)
    text = ("+" if risen else "-") + _said(amount, unit)
    return Actual(text, Interval.at(amount), unit or None, change="increase" if risen else "decrease")


def _said(figure: Exact, unit: str) -> str:
    return with_unit(format_number(tidy(figure)), unit)


# ---- words and grades ----------------------------------------------------------------------------------


def _words(condition: StatusCondition, where: Where) -> SearchStrategy[Actual]:
    met = Actual(OUTCOMES["met"].vi, word="achieved")
    failed = Actual(OUTCOMES["not_met"].vi, word="failed")
    there = Actual("1", Interval.at(Decimal(1)))
    absent = Actual("0", Interval.at(Decimal(0)))
    kept = [met] if condition.expected else [met, absent]
    missed = [failed] if condition.expected else [failed, there]
    choices = {"met": kept, "not_met": missed, "anywhere": kept + missed}.get(where)
    return st.sampled_from(choices) if choices else st.nothing()


def _grades(form: Prepared, sets: Sets, where: Where) -> SearchStrategy[Actual]:
    ranks = next((scale.ranks for scale in known_scales() if scale.name == form.scale), {})

    def lies(rank: int) -> bool:
        if where == "anywhere":
            return True
        if where == "at":
            return sets.stated.distance(Decimal(rank)) == 0
        return outcome_of(sets, Interval.at(Decimal(rank))) == where

    grades = [grade for grade, rank in ranks.items() if lies(rank)]
    return st.sampled_from([Actual(grade, grade=grade) for grade in grades]) if grades else st.nothing()
