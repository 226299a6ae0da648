"""Verdicts: outcome, margin, completion and the reasons, for one target and one actual."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from chitieu.diagnostics import Diagnostic
from chitieu.quantity.actual import Actual
from chitieu.target import Better, BetterSource

Outcome = Literal["met", "exceeded", "not_met", "undecided"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one target.

    ``margin`` is the signed distance of the actual to the nearest end of the stated set, in the target's
    unit: positive inside or beyond on the better side, negative otherwise, None where there is no figure.
    ``completion`` is the actual as a percentage of the target's figure (its lower end for a range), exact.
    ``applicable`` is False for "không phát sinh": undecided, and left out of the counts. ``value`` is the
    figure compared, in the target's unit.
    """

    outcome: Outcome
    reasons: tuple[Diagnostic, ...]
    margin: Decimal | Fraction | None = None
    completion: Decimal | Fraction | None = None
    value: Decimal | Fraction | None = None
    actual: Actual | None = None
    better: Better = "higher"
    better_source: BetterSource = "default"
    applicable: bool = True
