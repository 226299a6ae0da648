"""A target made ready to judge with: its sets, its unit and what its indicator tells, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.indicator import Kind, is_per_head, kind_of
from chitieu.evaluation.normal_form import Sets, bound_sets, change_sets, quantity_sets
from chitieu.evaluation.wording import Wanted, better_reason
from chitieu.quantity.arithmetic import Exact, plain
from chitieu.quantity.scales import find_scale, rank
from chitieu.quantity.units import Unit, resolve
from chitieu.target import Bound, GradeCondition, Range, Target
from chitieu.text.spoken import TIMES, words

_MOST_KEPT = 8192
#: Counted, and yet there are parts of them: 8,5 điểm, 1,5 lần.
_IN_PARTS = frozenset(words("IN_PARTS"))
_RELATIVE_BASES = ("previous", "term_start")


@dataclass(slots=True)
class Prepared:
    """What is the same for every actual of one target.

    ``sets`` are those of the quantity or of the ranks, None for a status and for a grade on no known scale;
    ``is_direct`` marks a plain level with one reading: a figure in its unit is compared as it is.
    ``first`` is the figure that completion divides by; ``is_ratio`` marks a share without a unit ("2/3").
    ``whole`` is 100 % in the target's unit, where the target is on a share of which more is hardly possible.
    ``on_figure`` judges one Decimal, once ``compare`` has put it together.
    """

    target: Target
    sets: Sets | None
    first: Exact
    unit_text: str
    unit: Unit
    kind: Kind
    per_head: bool
    is_ratio: bool
    is_relative: bool
    least: Exact
    scale: str | None
    better_reason: Diagnostic
    read_as: Diagnostic
    wanted: Wanted
    is_direct: bool
    whole: Exact | None = None
    on_figure: Callable[[Decimal], Any] | None = None

    @property
    def quantity(self) -> Bound | Range:
        """The condition of a target that figures are compared with."""
        condition = self.target.condition
        if isinstance(condition, Bound | Range):
            return condition
        raise TypeError("a target without a figure is compared with none")

    @property
    def quantity_sets(self) -> Sets:
        """The sets of a target that figures are compared with."""
        if self.sets is None:
            raise ValueError("a target without sets is compared with no figure")
        return self.sets


_KEPT: dict[int, Prepared] = {}


def prepare(target: Target) -> Prepared:
    """The target made ready; kept, so that the same target is worked out once."""
    known = _KEPT.get(id(target))
    if known is not None and known.target is target:
        return known
    made = _prepare(target)
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    _KEPT[id(target)] = made
    return made


def is_whole(unit: Unit) -> bool:
    """Whether only whole ones of the thing can be: it is counted, one by one, and has no parts.

    >>> [is_whole(resolve(text)) for text in ("hộ", "nghìn hộ", "điểm", "tấn", "vụ/10.000 dân", "")]
    [True, False, False, False, False, False]
    """
    return unit.is_counted and bool(unit.noun) and unit.factor == 1 and unit.noun[0] not in _IN_PARTS


def _prepare(target: Target) -> Prepared:
    condition = target.condition
    sets: Sets | None = None
    first: Exact = Decimal(0)
    least: Exact = Decimal(0)
    scale: str | None = None
    is_ratio = False
    if isinstance(condition, Bound | Range):
        figures = (condition.low, condition.high) if isinstance(condition, Range) else (condition.value,)
        first, least = figures[0], min(figures)
        if target.measure == "level":
            sets = quantity_sets(condition, target.better)
        else:
            sets = change_sets(condition, target.measure, target.better)
        is_ratio = (
            not condition.unit
            and all(0 < figure < 1 for figure in figures)
            and (target.of is not None or any(isinstance(figure, Fraction) for figure in figures))
        )
    elif isinstance(condition, GradeCondition):
        scale, place = _grade(condition, target.indicator)
        sets = None if place is None else bound_sets(condition.op, Decimal(place), target.better)
    unit = resolve(target.unit)
    basis = target.basis or ""
    wanted = Wanted(target)
    is_relative = (basis in _RELATIVE_BASES or basis.startswith("year:")) and (
        unit.noun == (TIMES,) or (unit.is_share and kind_of(target.indicator) != "share")
    )
    is_direct = (
        isinstance(condition, Bound | Range)
        and target.measure == "level"
        and basis != "plan"
        and not (is_relative or target.readings or target.needs_review)
        and target.each is None
        and bool(condition.unit)
    )
    return Prepared(
        target=target,
        sets=sets,
        first=first,
        unit_text=target.unit,
        unit=unit,
        kind=kind_of(target.indicator),
        per_head=is_per_head(target.indicator),
        is_ratio=is_ratio,
        is_relative=is_relative,
        least=least,
        scale=scale,
        better_reason=better_reason(target),
        read_as=Diagnostic("verdict.read_as", {"wanted": wanted}),
        wanted=wanted,
        is_direct=is_direct,
        whole=_whole_of(target, unit, is_ratio=is_ratio),
    )


def _whole_of(target: Target, unit: Unit, *, is_ratio: bool) -> Exact | None:
    """All of a population; None where a share may well be more: of a plan, of a baseline, a rate of growth."""
    condition = target.condition
    if not isinstance(condition, Bound | Range) or target.measure != "level" or target.basis:
        return None
    if not (unit.is_share or is_ratio) or kind_of(target.indicator) not in ("share", "count"):
        return None
    whole = plain(1 / unit.factor)
    return whole if (condition.high if isinstance(condition, Range) else condition.value) <= whole else None


def _grade(condition: GradeCondition, indicator: str) -> tuple[str | None, int | None]:
    if condition.scale is not None and (place := rank(condition.grade, condition.scale)) is not None:
        return condition.scale, place
    found = find_scale(condition.grade, f"{condition.scale or ''} {indicator}".strip() or None)
    return found if found else (None, None)
