"""The unit that a figure is told in changes nothing, except where a target rounds to its own decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.evaluation import evaluate_target
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.target import Bound, Range, Target

from .drawn import judged, level_targets

#: unit, another, how many of the other one of it is.
PAIRS = [
    ("%", "‰", Fraction(10)),
    ("tỷ đồng", "triệu đồng", Fraction(1000)),
    ("tấn", "tạ", Fraction(10)),
    ("ha", "m²", Fraction(10_000)),
    ("triệu lượt khách", "lượt khách", Fraction(10**6)),
    ("vụ/10.000 dân", "vụ/1.000 dân", Fraction(1, 10)),
    ("đảng viên", "đồng chí", Fraction(1)),
]


def moved(target: Target, unit: str, factor: Fraction) -> Target:
    """The same target with its figures in another unit."""
    condition = target.condition
    if isinstance(condition, Range):
        ends = {"low": Fraction(condition.low) * factor, "high": Fraction(condition.high) * factor}
        return target.model_copy(update={"condition": condition.model_copy(update={**ends, "unit": unit})})
    assert isinstance(condition, Bound)
    value = Fraction(condition.value) * factor
    return target.model_copy(
        update={"condition": condition.model_copy(update={"value": value, "unit": unit})}
    )


def rounds(target: Target) -> bool:
    return target.better == "exact" and isinstance(target.condition, Bound) and target.condition.op == "="


@pytest.mark.parametrize(("unit", "other", "factor"), PAIRS)
@given(data=st.data())
def test_the_actual_in_another_unit(unit: str, other: str, factor: Fraction, data: st.DataObject) -> None:
    target = data.draw(level_targets(unit))
    figure = data.draw(st.fractions(0, 30_000, max_denominator=10**6))
    one, two = judged(target, figure), judged(target, figure * factor, other)
    assert (one.outcome, one.margin, one.completion) == (two.outcome, two.margin, two.completion)


@pytest.mark.parametrize(("unit", "other", "factor"), PAIRS)
@given(data=st.data())
def test_the_target_in_another_unit(unit: str, other: str, factor: Fraction, data: st.DataObject) -> None:
    target = data.draw(level_targets(unit).filter(lambda target: not rounds(target)))
    figure = data.draw(st.fractions(0, 30_000, max_denominator=10**6))
    one, two = judged(target, figure), judged(moved(target, other, factor), figure, unit)
    assert (one.outcome, one.completion) == (two.outcome, two.completion)
    assert one.margin is not None
    assert two.margin == Fraction(one.margin) * factor


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 999))
def test_a_baseline_in_another_unit(now: int, before: int, percent: int) -> None:
    condition = Bound(op=">=", value=Decimal(percent), unit="%")
    target = Target(indicator="Thu ngân sách", condition=condition, measure="increase")
    same = Actual(
        "", Interval.at(Decimal(now)), "triệu đồng", baseline=Decimal(before), baseline_unit="triệu đồng"
    )
    other = Actual(
        "", Interval.at(Decimal(now)), "triệu đồng", baseline=Decimal(before) / 1000, baseline_unit="tỷ đồng"
    )
    assert evaluate_target(target, same).outcome == evaluate_target(target, other).outcome
