"""Words instead of figures, grades, and statuses: what "Đạt", "02 vụ" or "Khá" say of a target."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.enough import enough_reason
from chitieu.evaluation.indicator import title_level
from chitieu.evaluation.measured import Measured, undecided
from chitieu.evaluation.normal_form import outcome_of
from chitieu.evaluation.plan import measure_share_of_plan
from chitieu.evaluation.prepared import Prepared, prepare
from chitieu.evaluation.verdict import Outcome, Verdict
from chitieu.evaluation.wording import OUTCOMES, Wanted
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import subtract
from chitieu.quantity.display import Comparison, Extent
from chitieu.quantity.interval import Interval
from chitieu.quantity.scales import find_scale, rank
from chitieu.quantity.units import resolve
from chitieu.target import Bound, Target

_ZERO = Decimal(0)
_JUDGED: dict[str, Outcome] = {
    "achieved": "met",
    "surpassed": "met",
    "failed": "not_met",
}
_EXISTS = {"present": True, "absent": False, "no": False}


def verdict_of(
    form: Prepared, outcome: Outcome, actual: Actual, *reasons: Diagnostic, applicable: bool = True
) -> Verdict:
    """A verdict without a figure."""
    target = form.target
    return Verdict(
        outcome,
        (*reasons, form.read_as),
        actual=actual,
        better=target.better,
        better_source=target.better_source,
        applicable=applicable,
    )


def without_value(form: Prepared, actual: Actual) -> Verdict | None:
    """The verdict where there is nothing to judge: no value, an unknown or unreadable one; else None."""
    if actual.word == "unknown":
        return verdict_of(form, "undecided", actual, undecided("unknown", actual=actual.text))
    if actual.missing:
        return verdict_of(form, "undecided", actual, Diagnostic("verdict.missing"))
    if actual.interval is None and actual.grade is None and actual.word is None:
        return verdict_of(
            form,
            "undecided",
            actual,
            undecided("disputed" if actual.disputed else "unreadable", actual=actual.text),
        )
    return None


def _not_applicable(form: Prepared, actual: Actual) -> Verdict:
    reason = undecided("not_applicable", actual=actual.text)
    return verdict_of(form, "undecided", actual, reason, applicable=False)


def word_for_quantity(form: Prepared, actual: Actual) -> Verdict | Measured:
    """A word where a figure is wanted: nothing of a counted thing is 0, the rest is undecided."""
    target = form.target
    counted = target.measure == "level" and form.unit.is_counted and not form.is_ratio
    if actual.word in ("absent", "not_applicable") and counted and not form.unit.is_rank:
        note = Diagnostic("verdict.absent_is_zero", {"actual": actual.text})
        return Measured(Interval.at(_ZERO), (note,))
    if actual.word == "not_applicable":
        return _not_applicable(form, actual)
    reason = undecided("word_without_figure", actual=actual.text, wanted=Wanted(target))
    return verdict_of(form, "undecided", actual, reason)


# ---- grades --------------------------------------------------------------------------------------------


def judge_grade(form: Prepared, actual: Actual, wanted: str) -> Verdict:
    """A grade against a grade: ranks on one scale."""
    if form.scale is None:
        return verdict_of(form, "undecided", actual, undecided("no_scale", grade=wanted))
    if actual.word == "not_applicable":
        return _not_applicable(form, actual)
    grade = actual.grade if actual.grade is not None else actual.text
    if actual.word is not None and actual.grade is None:
        reason = undecided("word_without_figure", actual=actual.text, wanted=Wanted(form.target))
        return verdict_of(form, "undecided", actual, reason)
    place = rank(grade, form.scale)
    if place is None:
        return verdict_of(
            form,
            "undecided",
            actual,
            undecided("other_scale", actual=grade, grade=wanted, scale=form.scale),
        )
    outcome = outcome_of(form.quantity_sets, Interval.at(Decimal(place)))
    params = {
        "actual": grade,
        "wanted": Wanted(form.target),
        "outcome": OUTCOMES[outcome],
        "scale": form.scale,
    }
    return verdict_of(form, outcome, actual, Diagnostic("verdict.grade", params))


# ---- statuses ------------------------------------------------------------------------------------------


def judge_status(form: Prepared, actual: Actual, expected: bool) -> Verdict:
    """A status: words of judgement judge the target, words of existence and figures tell of the thing."""
    if expected and form.target.basis == "plan" and actual.interval is not None:
        return _status_by_plan(form, actual)
    if actual.grade is not None and actual.word is None:
        return _status_by_grade(form, actual, actual.grade, expected)
    if actual.word == "partly":
        return verdict_of(form, "undecided", actual, undecided("partly", actual=actual.text))
    if actual.word == "not_applicable":
        if expected:
            return _not_applicable(form, actual)
        return _status(form, actual, "met")
    if actual.word in _JUDGED:
        return _status(form, actual, _JUDGED[actual.word])
    exists = _EXISTS.get(actual.word) if actual.word else _existence(actual, expected)
    if exists is None:
        return verdict_of(form, "undecided", actual, undecided("figure_for_status", actual=actual.text))
    return _status(form, actual, "met" if exists == expected else "not_met")


def _status(form: Prepared, actual: Actual, outcome: Outcome) -> Verdict:
    params = {"actual": actual.text or "…", "wanted": Wanted(form.target), "outcome": OUTCOMES[outcome]}
    if actual.interval is not None:
        params["actual"] = actual.text or Extent(actual.interval, actual.unit or "")
    return verdict_of(form, outcome, actual, Diagnostic("verdict.status", params))


def _existence(actual: Actual, expected: bool) -> bool | None:
    """Whether a figure tells that the thing is there: "02 vụ" does, "0 vụ" tells that it is not."""
    figure = actual.interval
    if figure is None or actual.change or actual.share_of_plan or actual.over_plan:
        return None
    if figure.point == 0:
        return None if expected and _in_percent(actual) else False
    if figure.lower is None or figure.lower < 0 or figure.contains(_ZERO):
        return None
    return None if expected and _in_percent(actual) else True


def _in_percent(actual: Actual) -> bool:
    return resolve(actual.unit or "").is_share


def _status_by_grade(form: Prepared, actual: Actual, grade: str, expected: bool) -> Verdict:
    """A title with a level: the same level or a better one holds it, a lower one does not."""
    level = title_level(form.target.indicator)
    found = find_scale(level) if level else None
    place = rank(grade, found[0]) if found else None
    if not expected or found is None or place is None:
        return verdict_of(form, "undecided", actual, undecided("grade_for_status", actual=grade))
    return _status(form, actual, "met" if place >= found[1] else "not_met")


def _status_by_plan(form: Prepared, actual: Actual) -> Verdict:
    """ "đạt và vượt chỉ tiêu giao" without a figure: at least 100 % of the plan, where figures are given."""
    result = measure_share_of_plan(prepare(plan_target(form.target)), actual)
    if not isinstance(result, Measured):
        return verdict_of(form, "undecided", actual, result)
    whole = Decimal(100)
    stated = Interval(whole, None)
    interval = result.interval
    outcome: Outcome = "undecided"
    if interval.is_subset(stated):
        outcome = "met"
    elif interval.is_disjoint(stated):
        outcome = "not_met"
    if outcome == "undecided":
        params = {"actual": Extent(interval, "%"), "wanted": Wanted(plan_target(form.target))}
        return verdict_of(form, outcome, actual, Diagnostic("verdict.straddles", params), *result.notes)
    sign = "≥" if outcome == "met" else "<"
    shown = Comparison((interval, whole), (sign,), "%")
    reason = Diagnostic("verdict.status_by_plan", {"comparison": shown, "outcome": OUTCOMES[outcome]})
    verdict = verdict_of(form, outcome, actual, reason, *result.notes)
    point = interval.point
    if point is None:
        return verdict
    if outcome == "not_met":
        told = enough_reason(plan_target(form.target), point, actual)
        verdict = verdict.but(reasons=(*verdict.reasons, told))
    return verdict.but(margin=subtract(point, whole), completion=point, value=point)


@lru_cache(maxsize=1024)
def plan_target(target: Target) -> Target:
    """The target as a level of at least 100 % of the plan."""
    whole = Bound(op=">=", value=Decimal(100), unit="%")
    return target.model_copy(update={"condition": whole})
