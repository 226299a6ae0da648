"""What a resolution wants: conditions, and targets that put a condition on an indicator."""

from chitieu.target.condition import (
    Bound,
    Condition,
    GradeCondition,
    Op,
    Range,
    StatusCondition,
)
from chitieu.target.target import Better, BetterSource, Measure, Target

__all__ = [
    "Better",
    "BetterSource",
    "Bound",
    "Condition",
    "GradeCondition",
    "Measure",
    "Op",
    "Range",
    "StatusCondition",
    "Target",
]
