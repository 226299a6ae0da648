"""One target against one actual, or against one of every entity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.change import measure_change
from chitieu.evaluation.compare import compare
from chitieu.evaluation.groups import of_entities
from chitieu.evaluation.level import measure_level
from chitieu.evaluation.measured import Measured, factor_between, undecided
from chitieu.evaluation.prepared import Prepared, prepare
from chitieu.evaluation.steps import steps_of
from chitieu.evaluation.verdict import Verdict
from chitieu.evaluation.wording import Listing, ReadingOutcome
from chitieu.evaluation.words import (
    judge_grade,
    judge_status,
    verdict_of,
    without_value,
    word_for_quantity,
)
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import Exact
from chitieu.quantity.interval import Interval
from chitieu.quantity.words import fold
from chitieu.target import GradeCondition, StatusCondition, Target
from chitieu.text.spoken import words

Period = tuple[date, date]
_EVERYTHING = words("EVERYTHING")
_NOTHING = Actual()


def evaluate_target(
    target: Target,
    actual: Actual | Sequence[Actual] | None,
    *,
    period: Period | None = None,
    entities: Sequence[str] | None = None,
    population: Exact | None = None,
) -> Verdict:
    """Judge one target.

    Args:
        target: What is wanted. If it has other readings, all are judged: one outcome of all, or undecided.
        actual: What was achieved; several, each with its entity, for an "each"; None for nothing.
        period: First and last day of the ruleset's period; gives the years of an average yearly change.
        entities: The members of an "each", where they are known.
        population: The size of the population of a share, where the actual does not give it.

    Returns:
        Outcome, margin, completion and reasons.

    >>> from decimal import Decimal
    >>> from chitieu.quantity.interval import Interval
    >>> from chitieu.target import Bound
    >>> target = Target(indicator="Tỷ lệ hộ", condition=Bound(op=">", value="98", unit="%"))
    >>> verdict = evaluate_target(target, Actual("98,2%", Interval.at(Decimal("98.2")), "%"))
    >>> verdict.outcome, str(verdict.margin), verdict.reasons[0].message
    ('met', '0.2', '98,2% > 98%: đạt.')
    """
    if isinstance(actual, Actual) and not entities:
        form = prepare(target)
        if form.is_direct and actual.unit == form.unit_text and (figure := _plain_figure(actual)) is not None:
            return compare(form, Measured(figure), actual)
    return judge_all(target, actual, period=period, entities=entities, population=population)[0]


def _plain_figure(actual: Actual) -> Interval | None:
    """The figure of an actual that says nothing beside it."""
    figure = actual.interval
    if (
        figure is None
        or actual.change
        or actual.share_of_plan
        or actual.over_plan
        or actual.of is not None
        or actual.word
        or actual.column_unit
        or figure.is_empty
    ):
        return None
    return figure


def judge_all(
    target: Target,
    actual: Actual | Sequence[Actual] | None,
    *,
    period: Period | None = None,
    entities: Sequence[str] | None = None,
    population: Exact | None = None,
    context: str = "",
) -> tuple[Verdict, tuple[tuple[str, Verdict], ...]]:
    """The verdict, and those of the entities by name. ``context`` is text that may tell a term's years."""
    actuals = [actual] if isinstance(actual, Actual) else list(actual or ())
    if population is not None:
        actuals = [
            one if one.population is not None else replace(one, population=population) for one in actuals
        ]
    steps = steps_of(target, context, period)
    if target.each is not None or entities:
        return _judge_entities(target, actuals, tuple(entities or ()), steps)
    if len(actuals) > 1:
        form = prepare(target)
        return verdict_of(form, "undecided", actuals[0], undecided("several_actuals", count=len(actuals))), ()
    return _judge(target, actuals[0] if actuals else _NOTHING, steps), ()


def _judge(target: Target, actual: Actual, steps: int | None) -> Verdict:
    """One actual, under every reading of the text."""
    verdict = judge_reading(target, actual, steps)
    if not target.readings:
        if target.needs_review:
            return verdict.but(reasons=(*verdict.reasons, Diagnostic("verdict.needs_person")))
        return verdict
    others = [(reading, judge_reading(reading, actual, steps)) for reading in target.readings]
    shown = tuple(
        ReadingOutcome(number, reading, judged.outcome)
        for number, (reading, judged) in enumerate([(target, verdict), *others], 1)
    )
    params = {"readings": Listing(shown, "; "), "count": len(shown)}
    if all(judged.outcome == verdict.outcome for _, judged in others):
        return verdict.but(reasons=(*verdict.reasons, Diagnostic("verdict.readings_agree", params)))
    reasons: tuple[Diagnostic, ...] = (Diagnostic("verdict.readings_differ", params), verdict.reasons[0])
    reasons += tuple(judged.reasons[0] for _, judged in others if judged.reasons[0] not in reasons)
    return verdict.but(
        outcome="undecided",
        reasons=reasons,
        margin=None,
        completion=None,
        value=None,
        applicable=verdict.applicable or any(judged.applicable for _, judged in others),
    )


def judge_reading(target: Target, actual: Actual, steps: int | None) -> Verdict:
    """One actual under one reading of the target, its own other readings left aside."""
    form = prepare(target)
    nothing = without_value(form, actual)
    if nothing is not None:
        return nothing
    if conflict := _conflict(actual):
        return verdict_of(form, "undecided", actual, conflict)
    condition = target.condition
    if isinstance(condition, StatusCondition):
        return judge_status(form, actual, condition.expected)
    if isinstance(condition, GradeCondition):
        return judge_grade(form, actual, condition.grade)
    return _judge_quantity(form, actual, steps)


def _judge_quantity(form: Prepared, actual: Actual, steps: int | None) -> Verdict:
    if actual.interval is None:
        if actual.word is None:
            return verdict_of(form, "undecided", actual, undecided("grade_for_quantity", actual=actual.grade))
        answer = word_for_quantity(form, actual)
        return answer if isinstance(answer, Verdict) else compare(form, answer, actual)
    if actual.interval.is_empty:
        return verdict_of(form, "undecided", actual, undecided("unreadable", actual=actual.text))
    is_level = form.target.measure == "level"
    result = measure_level(form, actual) if is_level else measure_change(form, actual, steps)
    if isinstance(result, Diagnostic):
        return verdict_of(form, "undecided", actual, result)
    return compare(form, result, actual)


def _conflict(actual: Actual) -> Diagnostic | None:
    """A unit in the phrase wins over the column's; but they must convert into each other."""
    column, unit = actual.column_unit, actual.unit
    if not column or not unit or column == unit or actual.share_of_plan or actual.over_plan:
        return None
    if factor_between(unit, column) is None:
        return undecided("unit_conflict", phrase=unit, column=column)
    return None


# ---- entities ------------------------------------------------------------------------------------------


def _judge_entities(
    target: Target, actuals: list[Actual], entities: tuple[str, ...], steps: int | None
) -> tuple[Verdict, tuple[tuple[str, Verdict], ...]]:
    form = prepare(target)
    if not actuals:
        return verdict_of(form, "undecided", _NOTHING, Diagnostic("verdict.missing")), ()
    if len(actuals) == 1 and _says_everything(actuals[0]):
        return _judge(target, actuals[0], steps), ()
    if any(one.entity is None for one in actuals):
        return _without_names(form, target, actuals, steps)
    pairs = [(one.entity or "", _judge(target, one, steps)) for one in actuals]
    given = {fold(name) for name, _ in pairs}
    missing = [name for name in entities if fold(name) not in given]
    first = pairs[0][1]
    verdict = of_entities(pairs, missing, bool(entities) or target.each is None, first)
    unknown = [
        name for name, _ in pairs if entities and fold(name) not in {fold(known) for known in entities}
    ]
    if unknown:
        note = Diagnostic("verdict.unknown_entities", {"names": Listing(tuple(unknown))})
        verdict = verdict.but(reasons=(*verdict.reasons, note))
    return verdict, tuple(pairs)


def _says_everything(actual: Actual) -> bool:
    return any(word in fold(f"{actual.entity or ''} {actual.text}") for word in _EVERYTHING)


def _without_names(
    form: Prepared, target: Target, actuals: list[Actual], steps: int | None
) -> tuple[Verdict, tuple[tuple[str, Verdict], ...]]:
    """A value that names no entity tells nothing of each; a word of judgement still judges the target."""
    only = actuals[0] if len(actuals) == 1 else None
    if only is not None and (
        only.word in ("failed", "not_applicable") or without_value(form, only) is not None
    ):
        return _judge(target, only, steps), ()
    reason = undecided("each_needs_names", each=target.each or "…")
    return verdict_of(form, "undecided", actuals[0], reason), ()
