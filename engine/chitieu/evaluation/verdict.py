"""Verdicts: outcome, margin, completion and the reasons, for one target and one actual."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, TypedDict, Unpack

from chitieu.diagnostics import Diagnostic
from chitieu.quantity.actual import Actual
from chitieu.target import Better, BetterSource

Outcome = Literal["met", "exceeded", "not_met", "undecided"]
_FIELDS = (
    "outcome",
    "reasons",
    "margin",
    "completion",
    "value",
    "actual",
    "better",
    "better_source",
    "applicable",
)


class Changes(TypedDict, total=False):
    """What of a verdict may be put in another's place."""

    outcome: Outcome
    reasons: tuple[Diagnostic, ...]
    margin: Decimal | Fraction | None
    completion: Decimal | Fraction | None
    value: Decimal | Fraction | None
    applicable: bool


class Verdict:
    """The judgement of one target; it does not change.

    ``margin`` is the signed distance of the actual to the nearest end of the stated set, in the target's
    unit: positive inside or beyond on the better side, negative otherwise, None where there is no figure.
    ``completion`` is the actual as a percentage of the target's figure (its lower end for a range), exact.
    ``applicable`` is False for "không phát sinh": undecided, and left out of the counts. ``value`` is the
    figure compared, in the target's unit.

    >>> Verdict("undecided", ()).but(outcome="met")
    Verdict(outcome='met', reasons=(), better='higher', better_source='default', applicable=True)
    """

    __slots__ = tuple(f"_{name}" for name in _FIELDS)

    def __init__(
        self,
        outcome: Outcome,
        reasons: tuple[Diagnostic, ...],
        *,
        margin: Decimal | Fraction | None = None,
        completion: Decimal | Fraction | None = None,
        value: Decimal | Fraction | None = None,
        actual: Actual | None = None,
        better: Better = "higher",
        better_source: BetterSource = "default",
        applicable: bool = True,
    ) -> None:
        self._outcome: Outcome = outcome
        self._reasons = reasons
        self._margin = margin
        self._completion = completion
        self._value = value
        self._actual = actual
        self._better: Better = better
        self._better_source: BetterSource = better_source
        self._applicable = applicable

    @property
    def outcome(self) -> Outcome:
        """met, exceeded, not_met or undecided."""
        return self._outcome

    @property
    def reasons(self) -> tuple[Diagnostic, ...]:
        """Why, the comparison first."""
        return self._reasons

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons."""
        return tuple([reason.code for reason in self.reasons])

    @property
    def margin(self) -> Decimal | Fraction | None:
        """The signed distance to the nearest end of the stated set, in the target's unit."""
        return self._margin

    @property
    def completion(self) -> Decimal | Fraction | None:
        """The actual in per cent of the target's figure."""
        return self._completion

    @property
    def value(self) -> Decimal | Fraction | None:
        """The figure compared."""
        return self._value

    @property
    def actual(self) -> Actual | None:
        """What was judged."""
        return self._actual

    @property
    def better(self) -> Better:
        """Which way the indicator improves."""
        return self._better

    @property
    def better_source(self) -> BetterSource:
        """Where that came from."""
        return self._better_source

    @property
    def applicable(self) -> bool:
        """Whether it is part of the counts."""
        return self._applicable

    def but(self, **changes: Unpack[Changes]) -> Verdict:
        """The same verdict with other values in some places."""
        return _made(self._values() | changes)

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _FIELDS}

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if isinstance(other, Verdict) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.outcome, self.value, self.margin, self.codes))

    def __repr__(self) -> str:
        shown = [f"{name}={value!r}" for name, value in self._values().items() if value is not None]
        return f"Verdict({', '.join(shown)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (_made, (self._values(),))


def _made(values: dict[str, Any]) -> Verdict:
    return Verdict(**values)
