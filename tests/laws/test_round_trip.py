"""A target put into words and read again is the target."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings

import chitieu
from chitieu import Target, strategies
from chitieu.quantity.units import resolve
from chitieu.quantity.words import fold


def alike(value: object) -> object:
    """Texts are one without regard to capitals and to the kind of quotation marks."""
    return re.sub("[“”]", '"', fold(value)) if isinstance(value, str) else value


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(strategies.expressions())
def test_reading_is_the_inverse_of_writing(pair: tuple[str, Target]) -> None:
    words, target = pair
    (read,) = chitieu.parse(words).targets
    left_out = {"span", "readings", "needs_review", "unit", "scale"}
    one, other = (
        {key: alike(value) for key, value in each.flat().items() if key not in left_out}
        for each in (read, target)
    )
    assert one == other
    assert resolve(read.unit) == resolve(target.unit)
