"""The verdict on a figure, and how its comparison is put in words and signs."""

from __future__ import annotations

from fractions import Fraction

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.enough import Growth, enough_reason
from chitieu.evaluation.normal_form import Sets, completion_of
from chitieu.evaluation.prepared import Prepared
from chitieu.evaluation.verdict import Outcome, Verdict
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact, magnitude
from chitieu.quantity.display import Comparison, Extent, Words
from chitieu.quantity.interval import Interval
from chitieu.quantity.number import show
from chitieu.target import Better, BetterSource, Range

_LEADS = {
    "level": Words("", ""),
    "increase": Words("Mức tăng ", "Increase "),
    "decrease": Words("Mức giảm ", "Decrease "),
}


class Kind:
    """What all verdicts of one target with one outcome have in common."""

    __slots__ = ("codes", "form", "outcome")

    def __init__(self, form: Prepared, outcome: Outcome) -> None:
        self.form = form
        self.outcome: Outcome = outcome
        self.codes: tuple[str, ...] = (f"verdict.{outcome}", form.read_as.code, form.better_reason.code)
        if outcome == "not_met":
            self.codes += ("verdict.enough",)


class Compared(Verdict):
    """The verdict on one figure in the terms of its target; what explains it is worked out when it is asked for."""

    __slots__ = ("_kind", "_notes")
    _notes: tuple[Diagnostic, ...]
    _value: Exact  # what was compared is there, which other verdicts may lack

    def __init__(self, kind: Kind, margin: Exact | None, value: Exact) -> None:
        self._kind = kind
        self._margin = margin
        self._value = value

    def of(self, actual: Actual, notes: tuple[Diagnostic, ...]) -> Compared:
        """The same, of an actual that was brought to this figure as the notes say."""
        verdict = Compared(self._kind, self._margin, self._value)
        verdict._actual = actual
        verdict._notes = notes
        return verdict

    @property
    def outcome(self) -> Outcome:
        """Where the figure lies."""
        return self._kind.outcome

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons."""
        notes = tuple([note.code for note in self.notes])
        return (self._kind.codes[0], *notes, *self._kind.codes[1:]) if notes else self._kind.codes

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """What was done to the actual before it was compared, and what is odd about it."""
        return with_oddities(self._kind.form, self._value, getattr(self, "_notes", ()))

    @property
    def reasons(self) -> tuple[Diagnostic, ...]:
        """The comparison, what was done to the actual before, the reading, and what would have been enough."""
        form, value = self._kind.form, self._value
        return reasons_of(form, Interval.at(value), self.outcome, self.actual, self.notes)

    @property
    def completion(self) -> Exact | None:
        """The actual in per cent of the target's figure."""
        return completion_of(self._kind.form.first, self._value)

    @property
    def actual(self) -> Actual:
        """What was judged; a bare figure is one in the target's unit, of a change the amount."""
        actual = getattr(self, "_actual", None)
        return actual if actual is not None else _actual_of(self._kind.form, self._value)

    @property
    def better(self) -> Better:
        """Which way the indicator improves."""
        return self._kind.form.target.better

    @property
    def better_source(self) -> BetterSource:
        """Where that came from."""
        return self._kind.form.target.better_source

    @property
    def applicable(self) -> bool:
        """A figure is always part of the counts."""
        return True


def _actual_of(form: Prepared, value: Exact) -> Actual:
    measure = form.target.measure
    unit = form.unit_text or None
    if measure == "level":
        return Actual(show(value), Interval.at(value), unit)
    if value < 0:
        measure = "decrease" if measure == "increase" else "increase"
    return Actual(show(value), Interval.at(magnitude(value)), unit, change=measure)


def with_oddities(
    form: Prepared, most: Exact | None, notes: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """The notes, and one more where a share is larger than all of a population; ``most`` is its upper end."""
    if form.whole is None or most is None or most <= form.whole:
        return notes
    shown = {"actual": most, "whole": form.whole}
    params = {name: Extent(Interval.at(end), form.unit_text) for name, end in shown.items()}
    return (*notes, Diagnostic("verdict.over_whole", params))


def reasons_of(
    form: Prepared,
    shown: Interval,
    outcome: Outcome,
    actual: Actual,
    notes: tuple[Diagnostic, ...],
    *,
    growth: Growth | None = None,
    years: int | None = None,
) -> tuple[Diagnostic, ...]:
    """Why: the comparison, what was done to the actual before it, how the target is read, what would do."""
    point = shown.point
    reasons = (
        _reason(form, form.quantity_sets, shown, outcome, actual),
        *notes,
        form.read_as,
        form.better_reason,
    )
    if point is None or outcome != "not_met":
        return reasons
    return (*reasons, enough_reason(form.target, point, actual, growth, years))


def _reason(form: Prepared, sets: Sets, shown: Interval, outcome: Outcome, actual: Actual) -> Diagnostic:
    point = shown.point
    if point is None:
        code = {"undecided": "straddles"}.get(outcome, f"all_{outcome}")
        if outcome == "undecided" and actual.approximate:
            code = "straddles_approximate"
        return Diagnostic(f"verdict.{code}", {"actual": Extent(shown, form.unit_text), "wanted": form.wanted})
    comparison = Comparison(*_signs(form, sets, point, outcome), form.unit_text)
    params = {"lead": _LEADS[form.target.measure], "comparison": comparison, "wanted": form.wanted}
    return Diagnostic(f"verdict.{outcome}", params)


def _signs(
    form: Prepared, sets: Sets, point: Exact, outcome: Outcome
) -> tuple[tuple[Exact | Interval, ...], tuple[str, ...]]:
    """The figures and signs of a comparison that is true."""
    condition = form.quantity
    if isinstance(condition, Range):
        if outcome == "met":
            signs = ("<" if condition.low_open else "≤", "<" if condition.high_open else "≤")
            return (condition.low, point, condition.high), signs
        if point in (condition.low, condition.high):  # an end that is not included
            return (point, point), ("=",)
        if point < condition.low:
            return (point, condition.low), ("<",)
        return (point, condition.high), (">",)
    value = condition.value
    if outcome == "met" and condition.op != "=":
        return (point, value), ({">=": "≥", "<=": "≤"}.get(condition.op, condition.op),)
    if point == value:
        return (point, value), ("=",)
    if outcome == "met" and sets.stated.point is None and not isinstance(value, Fraction):
        return (point, value), ("≈",)
    return (point, value), (">" if point > value else "<",)
