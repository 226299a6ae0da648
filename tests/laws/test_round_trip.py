"""A target put into words and read again is the target."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

import chitieu
from chitieu import Target, strategies


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(strategies.expressions())
def test_reading_is_the_inverse_of_writing(pair: tuple[str, Target]) -> None:
    words, target = pair
    (read,) = chitieu.parse(words).targets
    assert (read.condition, read.measure, read.basis) == (target.condition, target.measure, target.basis)
