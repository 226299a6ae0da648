"""The outcome as a function of the actual is the step function of the table, and steps at the ends of S and A only."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.target import Target

from ..oracle.second import ends, outcome_at
from .drawn import level_targets, outcome, wanted

LAST_PLACES = (Fraction(1), Fraction(1, 1000), Fraction(1, 10**12))


@pytest.mark.parametrize("place", LAST_PLACES)
@given(level_targets())
def test_a_last_place_on_either_side_of_every_end(place: Fraction, target: Target) -> None:
    table = wanted(target)
    for end in ends(table):
        for figure in (end - place, end, end + place):
            assert outcome(target, figure) == outcome_at(table, figure)


@given(level_targets(), st.lists(st.fractions(-10, 50_000, max_denominator=10**6), min_size=1, max_size=20))
def test_it_steps_nowhere_else(target: Target, figures: list[Fraction]) -> None:
    marks = sorted(ends(wanted(target)))
    borders: list[Fraction | None] = [None, *marks, None]
    for low, high in pairwise(borders):
        inside = {
            outcome(target, figure)
            for figure in figures
            if (low is None or figure > low) and (high is None or figure < high)
        }
        assert len(inside) <= 1
