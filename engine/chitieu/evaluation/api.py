"""One target against one actual, both as a caller has them: text, numbers, or the objects of the package."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from chitieu.diagnostics import TextError, UsageError
from chitieu.evaluation.groups import of_restatements, shared_with
from chitieu.evaluation.judge import judge_all
from chitieu.evaluation.verdict import Verdict
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import negate
from chitieu.quantity.interval import Interval
from chitieu.quantity.number import show, to_number
from chitieu.target import Better, Target

#: A figure as a caller has it. A float means its shortest decimal.
Given = str | int | float | Decimal | Fraction
_SIDES = ("higher", "lower", "exact")


def evaluate(
    target: str | Target,
    actual: Given | Actual | None,
    *,
    unit: str | None = None,
    baseline: Given | None = None,
    plan: Given | None = None,
    better: Better | None = None,
) -> Verdict:
    """Judge one target.

    Args:
        target: A clause with one target, a short expression ("trên 98%"), or a Target.
        actual: A phrase ("98,2%", "giảm 6%", "Tốt", "không xảy ra"), a number, an Actual; None for nothing.
        unit: The unit of an actual that does not tell its own.
        baseline: The figure that a change is against, a number or a text with a unit.
        plan: The plan that a share of it is against.
        better: Which way is an improvement, if it shall not be taken from the text.

    Returns:
        Outcome, margin, completion and reasons.

    Raises:
        TextError: The text states no target, or several.
        UsageError: An argument is nothing that can be judged.
    """
    targets = _targets_of(target) if isinstance(target, str) else (target,)
    if better is not None:
        if better not in _SIDES:
            raise UsageError.of("api.better", better=str(better))
        targets = tuple(_with_better(one, better) for one in targets)
    given = _actual_of(actual, unit)
    if baseline is not None:
        figure, own = _figure_of("baseline", baseline)
        given = replace(given, baseline=figure, baseline_unit=own)
    if plan is not None:
        figure, own = _figure_of("plan", plan)
        given = replace(given, plan=figure, plan_unit=own)
    context = target if isinstance(target, str) else ""
    head, *others = targets
    verdicts = [judge_all(head, given, context=context)[0]]
    verdicts += [judge_all(one, shared_with(head, one, (given,)), context=context)[0] for one in others]
    return of_restatements(verdicts)


def _with_better(target: Target, better: Better) -> Target:
    readings = tuple(_with_better(reading, better) for reading in target.readings)
    return target.model_copy(update={"better": better, "better_source": "author", "readings": readings})


@lru_cache(maxsize=1024)
def _targets_of(text: str) -> tuple[Target, ...]:
    """The one target of a text, with those that restate it."""
    from chitieu.reading import parse

    targets = parse(text).targets
    if not targets:
        raise TextError.of("api.no_target", text=_short(text))
    if any(not target.restates for target in targets[1:]):
        raise TextError.of("api.several_targets", text=_short(text), count=len(targets))
    return tuple(targets)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _actual_of(value: Given | Actual | None, unit: str | None) -> Actual:
    match value:
        case None:
            return Actual(unit=unit)
        case Actual():
            if unit is None or value.unit == unit:
                return value
            return replace(value, unit=unit) if value.unit is None else replace(value, column_unit=unit)
        case str():
            from chitieu.reading import read_actual

            actual = read_actual(value, unit)
            if unit and actual.unit and actual.unit != unit and actual.column_unit is None:
                return replace(actual, column_unit=unit)
            return actual
        case _:
            return _number_of(value, unit)


def _number_of(value: int | float | Decimal | Fraction, unit: str | None) -> Actual:
    """A number; one below 0 is a fall, as "-6" is in a text."""
    try:
        number = to_number(value)
    except ValueError:
        if isinstance(value, Decimal | float):  # infinities, not-a-number, figures of too many digits
            return Actual(text=_short(str(value)), unit=unit)
        if isinstance(value, int) and not isinstance(value, bool):  # str() refuses whole numbers so long
            return Actual(text=f"{Decimal(value):.6E}", unit=unit)
        raise UsageError.of("api.not_a_figure", name="actual", value=_short(repr(value))) from None
    text = show(number)
    if number < 0:
        return Actual(text=text, interval=Interval.at(negate(number)), unit=unit, change="decrease")
    return Actual(text=text, interval=Interval.at(number), unit=unit)


def _figure_of(name: str, value: Given) -> tuple[Decimal | Fraction, str | None]:
    """A baseline or a plan with its unit."""
    if isinstance(value, str):
        from chitieu.reading import read_actual

        actual = read_actual(value)
        if actual.figure is not None:
            figure = negate(actual.figure) if actual.change == "decrease" else actual.figure
            return figure, actual.unit
    else:
        try:
            return to_number(value), None
        except ValueError:
            pass
    raise UsageError.of("api.not_a_figure", name=name, value=_short(str(value)))
