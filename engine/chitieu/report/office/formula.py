"""The verdict of a row as a spreadsheet formula, compiled from the normal form that ``evaluate`` judges by.

A number in the cell is judged as ``evaluate`` would, words of the list beside it too; any other phrase shows
"Chưa đủ căn cứ" until ``evaluate`` reads it. The formula never decides what ``evaluate`` leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chitieu.actuals.phrases import PHRASES
from chitieu.evaluation import evaluate_target
from chitieu.evaluation.normal_form import Sets
from chitieu.evaluation.prepared import Prepared, prepare
from chitieu.evaluation.verdict import Outcome
from chitieu.evaluation.words import plan_target
from chitieu.quantity.scales import grades_of
from chitieu.report.office.change_formula import change
from chitieu.report.office.expression import UNDECIDED, Cells, number_in, quoted, when, word
from chitieu.report.office.level_formula import could_be_ratio, level, share_of_plan
from chitieu.target import GradeCondition, StatusCondition, Target

#: What Excel takes in one formula.
LONGEST = 8192
_HOLDS = ("Đạt", "Vượt", "Không đạt", "Hoàn thành", "Không hoàn thành", "Giữ vững", "Chưa đạt", "Có", "Không")
_OCCURS = ("Không xảy ra", "Có xảy ra", "Không có", "Không", "Có", "Đạt", "Không đạt")
_EVERYTHING = ("tất cả", "toàn bộ", "toàn thể")


def row_formula(target: Target, cells: Cells, *, steps: int | None) -> str:
    """The formula of what one row says by itself, with its "=".

    Args:
        target: What is wanted.
        cells: The cells of the row.
        steps: Over how many years an average yearly change runs, where it is known.
    """
    return f"={expression(target, cells, steps)}"


def expression(target: Target, cells: Cells, steps: int | None) -> str:
    """The verdict under every reading of the text: one outcome of all, or undecided."""
    first, *others = [_reading(reading, cells, steps) for reading in (target, *target.readings)]
    different = [other for other in others if other != first]
    if not different:
        return first
    same = ",".join(f"{other}={first}" for other in different)
    return when(f"AND({same})", first)


def _reading(target: Target, cells: Cells, steps: int | None) -> str:
    form = prepare(target)
    match target.condition:
        case StatusCondition(expected=expected):
            return when(
                f"ISNUMBER({cells.value})", _figure_of_status(target, cells, expected), _words(target, cells)
            )
        case GradeCondition():
            return _words(target, cells)
        case _ if form.sets is not None:
            return _in_own_unit(form, cells, _figure(form, form.sets, cells, steps))
        case _:
            return UNDECIDED


def _in_own_unit(form: Prepared, cells: Cells, judged: str) -> str:
    """A figure in another unit than the row was made with is left to ``evaluate``, which converts."""
    unit = row_unit(form.target)
    return when(f"TRIM({cells.unit})={quoted(unit)}", judged) if cells.unit else judged


def row_unit(target: Target) -> str:
    """What stands in the unit column beforehand: nothing where the figure may stand in another unit.

    That is a level beside its change, a figure with its plan, and 0,955 for 95,5 %: a unit that nobody has
    typed shall not make 0,955 % of it.
    """
    open_to_others = target.measure != "level" or target.basis is not None
    return "" if open_to_others or any(map(could_be_ratio, _forms(target))) else target.unit


def _figure(form: Prepared, sets: Sets, cells: Cells, steps: int | None) -> str:
    def shown(percent: bool) -> str:
        def one(below: bool) -> str:
            if form.target.measure == "level":
                return level(form, sets, cells, percent, below)
            return change(form, sets, cells, percent=percent, below=below, steps=steps)

        return when(f"{cells.value}<0", one(True), one(False))

    return number_in(cells.value, shown)


def _figure_of_status(target: Target, cells: Cells, expected: bool) -> str:
    """Whether a figure tells that the thing is there; of "đạt và vượt chỉ tiêu giao" the share of the plan."""
    if expected and target.basis == "plan":
        form = prepare(plan_target(target))
        sets = form.sets
        if sets is None:  # not reached: a level has sets
            return UNDECIDED
        plan = number_in(cells.value, lambda percent: share_of_plan(form, sets, cells, percent))
        return when(f"{cells.value}<0", UNDECIDED, plan)
    there, not_there = (word("met"), word("not_met")) if expected else (word("not_met"), word("met"))

    def shown(percent: bool) -> str:
        if percent and expected:
            return UNDECIDED
        return when(f"{cells.value}<0", UNDECIDED, when(f"{cells.value}=0", not_there, there))

    return number_in(cells.value, shown)


# ---- words ---------------------------------------------------------------------------------------------


def choices(target: Target) -> tuple[str, ...]:
    """The words to choose from in a cell: the grades of the scale, best first, or the words of a status."""
    match target.condition:
        case GradeCondition():
            scale = prepare(target).scale
            return tuple(_written(names[0]) for names in reversed(grades_of(scale))) if scale else ()
        case StatusCondition(expected=True):
            return ("Đạt", "Vượt", "Không đạt") if target.basis == "plan" else ("Đạt", "Không đạt")
        case StatusCondition():
            return ("Không xảy ra", "Có xảy ra")
        case _:
            return ()


def _written(grade: str) -> str:
    """A grade as it is written: "Khá", "III", "A+"."""
    return grade.upper() if set(grade) <= set("ivxabcd+") else grade[0].upper() + grade[1:]


def _words(target: Target, cells: Cells) -> str:
    """The outcomes of the words that may stand in the cell, each as ``evaluate`` judges it."""
    condition = target.condition
    if isinstance(condition, GradeCondition):
        scale = prepare(target).scale
        known = [name for names in grades_of(scale) for name in names] if scale else []
    else:
        known = list(_HOLDS if isinstance(condition, StatusCondition) and condition.expected else _OCCURS)
    by_outcome: dict[Outcome, list[str]] = {}
    alone = target.model_copy(update={"each": None, "readings": ()})
    for name in known:
        outcome = evaluate_target(alone, PHRASES.read(name, None)).outcome
        by_outcome.setdefault(outcome, []).append(quoted(name.casefold()))
    by_outcome.pop("undecided", None)
    said = f"LOWER(TRIM({cells.value}))"
    out = UNDECIDED
    for outcome, names in by_outcome.items():
        out = when(f"OR({','.join(f'{said}={name}' for name in names)})", word(outcome), out)
    return out


# ---- several in one ------------------------------------------------------------------------------------


def of_unknown(own: str, entity: str) -> str:
    """The verdict of an entity of a list that is not known: a miss is a miss; met needs all, or "tất cả".

    ``own`` is the cell that holds what the row says by itself, ``entity`` the one with the name.
    """
    found = ",".join(f"ISNUMBER(SEARCH({quoted(name)},{entity}))" for name in _EVERYTHING)
    miss = when(f"{own}={word('not_met')}", word("not_met"))
    return "=" + when(f"OR({found})", own, when(f'TRIM({entity})=""', UNDECIDED, miss))


def of_entities(verdicts: str, count: int) -> str:
    """The verdict over a range of rows, one for every known entity."""

    def all_are(outcome: Outcome) -> str:
        return f"COUNTIF({verdicts},{word(outcome)})"

    together = when(f"{all_are('exceeded')}={count}", word("exceeded"), word("met"))
    decided = when(f"{all_are('met')}+{all_are('exceeded')}={count}", together)
    return "=" + when(f"{all_are('not_met')}>0", word("not_met"), decided)


def of_restatements(own: str, others: Sequence[str]) -> str:
    """The verdict of a target and of those that restate it: the first decided, unless another contradicts it.

    ``own`` and ``others`` are the cells that hold the verdict of each by itself.
    """
    names = [own, *others]
    out = own
    for at in range(len(names) - 1, -1, -1):
        agree = [_agree(names[at], other) for other in names[at + 1 :]]
        decided = when(f"AND({','.join(agree)})", names[at]) if agree else names[at]
        out = when(f"{names[at]}={UNDECIDED}", out if at < len(names) - 1 else UNDECIDED, decided)
    return f"={out}"


def _agree(one: str, other: str) -> str:
    missed = word("not_met")
    return f"OR({other}={UNDECIDED},({one}={missed})=({other}={missed}))"


# ---- what a row needs ----------------------------------------------------------------------------------


def _forms(target: Target) -> Iterable[Prepared]:
    return [prepare(one) for one in (target, *target.readings)]


def needs_baseline(target: Target) -> bool:
    """Whether the figure of the base period is wanted beside the value."""
    return any(
        form.is_relative or (form.target.measure != "level" and form.target.basis != "plan")
        for form in _forms(target)
    )


def needs_plan(target: Target) -> bool:
    """Whether the plan is wanted beside the value."""
    return any(form.target.basis == "plan" for form in _forms(target))


def needs_population(target: Target) -> bool:
    """Whether the whole is wanted beside the value: "ít nhất 2/3 số trường"."""
    return any(form.is_ratio for form in _forms(target))
