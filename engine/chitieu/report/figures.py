"""Actuals that are one plain figure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.quantity.actual import Actual


def plain_figure(actual: Actual) -> Decimal | Fraction | None:
    """The figure of an actual that is nothing but one figure and a unit; else None."""
    if (
        actual.change
        or actual.approximate
        or actual.share_of_plan
        or actual.over_plan
        or actual.of is not None
    ):
        return None
    return actual.figure
