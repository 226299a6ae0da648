"""The normal form of a condition: the stated set S and the accepted set A, by the table of the semantics.

| op | S | A, higher is better | A, lower is better | A, exact |
| --- | --- | --- | --- | --- |
| = v | {v}; exact: what rounds half up to v | [v, ∞) | (−∞, v] | S |
| > v, >= v, < v, <= v | the half-line | S | S | S |
| range | [l, h] | [l, ∞) | (−∞, h] | S |

A change is the same over the amount of change, its better side being the amount's; a grade over ranks.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from chitieu.evaluation.verdict import Outcome
from chitieu.quantity.arithmetic import Exact, add, divide, half_last_place, multiply, negate, subtract
from chitieu.quantity.interval import Interval
from chitieu.target import Better, Bound, Measure, Range

_ZERO = Decimal(0)
_HUNDRED = Decimal(100)
_AMOUNTS = Interval(_ZERO, None)


class Sets(NamedTuple):
    """The stated and the accepted set."""

    stated: Interval
    accepted: Interval


def bound_sets(op: str, value: Exact, better: Better) -> Sets:
    """The sets of a comparison with one figure.

    >>> sets = bound_sets("=", Decimal("88.1"), "higher")
    >>> sets.stated.contains(Decimal("89.3")), sets.accepted.contains(Decimal("89.3"))
    (False, True)
    """
    if op == "=":
        if better == "exact":
            stated = _rounding_to(value)
            return Sets(stated, stated)
        accepted = Interval(value, None) if better == "higher" else Interval(None, value)
        return Sets(Interval.at(value), accepted)
    closed = op in (">=", "<=")
    if op in (">", ">="):
        stated = Interval(value, None, lower_closed=closed)
    else:
        stated = Interval(None, value, upper_closed=closed)
    return Sets(stated, stated)


def _rounding_to(value: Exact) -> Interval:
    """All values that round half up to the value at its own decimals; the value alone if it has none."""
    if not isinstance(value, Decimal):
        return Interval.at(value)
    half = half_last_place(value)
    return Interval(subtract(value, half), add(value, half), upper_closed=False)


def range_sets(condition: Range, better: Better) -> Sets:
    """The sets of a range, with the ends that are not included left out of both.

    >>> range_sets(Range(low="6.6", high="6.8"), "higher").accepted.contains(Decimal("7.02"))
    True
    """
    low_closed, high_closed = not condition.low_open, not condition.high_open
    stated = Interval(condition.low, condition.high, low_closed, high_closed)
    if better == "exact":
        return Sets(stated, stated)
    if better == "higher":
        accepted = Interval(condition.low, None, lower_closed=low_closed)
    else:
        accepted = Interval(None, condition.high, upper_closed=high_closed)
    return Sets(stated, accepted)


def quantity_sets(condition: Bound | Range, better: Better) -> Sets:
    """The sets of a quantity condition on a level."""
    if isinstance(condition, Range):
        return range_sets(condition, better)
    return bound_sets(condition.op, condition.value, better)


def amount_better(measure: Measure, better: Better) -> Better:
    """The better side of the amount of a change, from the better side of the indicator.

    >>> amount_better("decrease", "lower"), amount_better("increase", "lower")
    ('higher', 'lower')
    """
    if better == "exact":
        return better
    return "higher" if (measure == "increase") == (better == "higher") else "lower"


def change_sets(condition: Bound | Range, measure: Measure, better: Better) -> Sets:
    """The sets of amounts of change. A change the other way is negative and meets only a ceiling.

    >>> sets = change_sets(Bound(op="<=", value="5"), "increase", "lower")
    >>> sets.stated.contains(Decimal(-2))
    True
    """
    sets = quantity_sets(condition, amount_better(measure, better))
    if isinstance(condition, Range) or condition.op == "=":
        stated = sets.stated.intersection(_AMOUNTS)
        accepted = sets.accepted.intersection(_AMOUNTS)
        return Sets(stated, accepted)
    return sets


def outcome_of(sets: Sets, interval: Interval) -> Outcome:
    """Where an actual lies: a point always in one place, a range only if all of it does.

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
