"""S ⊆ A, for every condition, measure and better side."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chitieu import strategies
from chitieu.evaluation.normal_form import change_sets, quantity_sets
from chitieu.evaluation.prepared import prepare
from chitieu.target import Bound, Range, Target

from .drawn import level_targets


@given(strategies.targets())
def test_of_targets(target: Target) -> None:
    sets = prepare(target).sets
    if sets is not None:
        assert sets.stated.is_subset(sets.accepted)


@given(
    level_targets(),
    st.sampled_from(["increase", "decrease"]),
    st.fractions(-100, 30_000, max_denominator=1000),
)
def test_member_by_member(target: Target, measure: str, figure: Fraction) -> None:
    assert isinstance(target.condition, Bound | Range)
    for sets in (
        quantity_sets(target.condition, target.better),
        change_sets(target.condition, measure, target.better),  # type: ignore[arg-type]
    ):
        assert sets.accepted.contains(figure) or not sets.stated.contains(figure)
