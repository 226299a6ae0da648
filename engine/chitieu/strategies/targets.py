"""Targets: indicators and units as resolutions have them, under any condition."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from chitieu.quantity.scales import known_scales
from chitieu.quantity.units import resolve
from chitieu.ruleset import bundled_rulesets, load_ruleset
from chitieu.strategies.figures import figures
from chitieu.target import Better, Bound, GradeCondition, Measure, Range, StatusCondition, Target

Ops = Literal["=", ">=", "<=", ">", "<", "range"]
OPS: tuple[Ops, ...] = get_args(Ops)
MEASURES: tuple[Measure, ...] = get_args(Measure)
SIDES: tuple[Better, ...] = get_args(Better)
_MOST_SHARE, _MOST = 100, 20_000
_LONGEST_NAME = 60


def targets(
    *,
    ops: tuple[Ops, ...] = OPS,
    measures: tuple[Measure, ...] = MEASURES,
    better: tuple[Better, ...] = SIDES,
) -> SearchStrategy[Target]:
    """Targets of every kind: quantities (see there for the arguments), grades and statuses."""
    return st.one_of(
        quantity_targets(ops=ops, measures=measures, better=better), grade_targets(), status_targets()
    )


@st.composite
def quantity_targets(
    draw: st.DrawFn,
    *,
    ops: tuple[Ops, ...] = OPS,
    measures: tuple[Measure, ...] = MEASURES,
    better: tuple[Better, ...] = SIDES,
) -> Target:
    """Targets on a level or a change, over indicators and units of the bundled rulesets.

    >>> from hypothesis import find
    >>> target = find(quantity_targets(ops=("range",)), lambda target: target.unit == "%")
    >>> target.measure, str(target.condition.low), str(target.condition.high)
    ('level', '1', '2')
    """
    indicator, unit = draw(st.sampled_from(_quantities()))
    measure = draw(st.sampled_from(measures))
    known = resolve(unit)
    most = _MOST_SHARE if known.is_share else _MOST
    places = 0 if known.is_counted else 2
    op = draw(st.sampled_from(ops))
    condition: Bound | Range
    if op == "range":
        low = draw(figures(1, most - 1, places=places))
        high = draw(figures(low + 1, most, places=places))
        condition = Range(low=low, high=high, unit=unit)
    else:
        condition = Bound(op=op, value=draw(figures(1, most, places=places)), unit=unit)
    return Target(
        indicator=indicator,
        condition=condition,
        measure=measure,
        better=draw(st.sampled_from(better)),
        better_source="author",
    )


@st.composite
def grade_targets(draw: st.DrawFn) -> Target:
    """Targets on a grade of a known scale, as it is or at least it."""
    scale = draw(st.sampled_from(known_scales()))
    grade = draw(st.sampled_from(list(scale.ranks)))
    op: Any = draw(st.sampled_from(["=", ">="]))
    condition = GradeCondition(op=op, grade=grade, scale=scale.name)
    return Target(indicator=draw(st.sampled_from(_names("grade"))), condition=condition)


@st.composite
def status_targets(draw: st.DrawFn) -> Target:
    """Targets on something that must hold, or must not occur."""
    expected = draw(st.booleans())
    indicator = draw(st.sampled_from(_names("status", expected=expected)))
    return Target(indicator=indicator, condition=StatusCondition(expected=expected))


@cache
def _known() -> tuple[Target, ...]:
    found = (target for name in bundled_rulesets() for target in load_ruleset(name).targets)
    plain = [target for target in found if len(target.indicator) <= _LONGEST_NAME and not target.needs_review]
    return tuple(sorted(plain, key=lambda target: (len(target.indicator), target.indicator)))


@cache
def _quantities() -> tuple[tuple[str, str], ...]:
    pairs = [
        (target.indicator, target.unit)
        for target in _known()
        if target.kind == "quantity"
        and target.unit
        and target.basis is None
        and target.each is None
        and not resolve(target.unit).is_rank
        and not any(char.isdigit() for char in target.indicator)
    ]
    return tuple(dict.fromkeys(pairs))


@cache
def _names(kind: str, *, expected: bool | None = None) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            target.indicator
            for target in _known()
            if target.kind == kind
            and target.indicator
            and target.basis is None
            and (expected is None or getattr(target.condition, "expected", None) == expected)
        )
    )


def places_of(target: Target) -> int:
    """How many decimals the figures of a target are written with; none for what is counted whole."""
    condition = target.condition
    if not isinstance(condition, Bound | Range):
        return 0
    ends = (condition.low, condition.high) if isinstance(condition, Range) else (condition.value,)
    exponents = [end.as_tuple().exponent for end in ends if isinstance(end, Decimal)]
    return max((-one for one in exponents if isinstance(one, int)), default=0)
