"""What the laws are tried on, and targets as the second evaluator takes them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from chitieu.evaluation import Outcome, Verdict, evaluate_target
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import plain
from chitieu.quantity.interval import Interval
from chitieu.target import Better, Bound, Range, Target

from ..oracle.second import Wanted

OPS = ("=", ">", ">=", "<", "<=")
SIDES: tuple[Better, ...] = ("higher", "lower", "exact")
#: Worse to better; undecided has no place among them.
PLACE: dict[Outcome, int] = {"not_met": 0, "met": 1, "exceeded": 2}

FIGURES = st.builds(
    lambda units, places: Decimal(units).scaleb(-places), st.integers(1, 20_000), st.integers(0, 3)
)
BETTER = st.sampled_from(SIDES)


@st.composite
def level_targets(draw: st.DrawFn, unit: str = "%", *, ranges: bool = True) -> Target:
    """Every op and better side on a level, open ends of ranges included."""
    better = draw(BETTER)
    value = draw(FIGURES)
    condition: Bound | Range
    if ranges and draw(st.booleans()):
        high = value + draw(FIGURES)
        opens = draw(st.sampled_from([(False, False), (True, False), (False, True), (True, True)]))
        condition = Range(low=value, high=high, unit=unit, low_open=opens[0], high_open=opens[1])
    else:
        condition = Bound.model_validate({"op": draw(st.sampled_from(OPS)), "value": value, "unit": unit})
    return Target(indicator="Tỷ lệ", condition=condition, better=better)


def wanted(target: Target) -> Wanted:
    """The target as the second evaluator takes it."""
    condition = target.condition
    if isinstance(condition, Range):
        return Wanted(
            "range",
            format(condition.low, "f"),
            condition.unit,
            target.better,
            high=format(condition.high, "f"),
            low_open=condition.low_open,
            high_open=condition.high_open,
        )
    assert isinstance(condition, Bound)
    return Wanted(condition.op, format(condition.value, "f"), condition.unit, target.better)


def judged(target: Target, figure: Decimal | Fraction, unit: str | None = None) -> Verdict:
    """The verdict on one figure, which is a Decimal where it can be, as a reader's is."""
    figure = plain(Fraction(figure))
    return evaluate_target(target, Actual(str(figure), Interval.at(figure), unit or target.unit))


def outcome(target: Target, figure: Decimal | Fraction) -> Outcome:
    return judged(target, figure).outcome
