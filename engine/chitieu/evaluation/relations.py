"""How two targets on one indicator stand to each other: what meets one also meets the other, or never does."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from chitieu.evaluation.measured import factor_between, times
from chitieu.evaluation.prepared import Prepared, is_whole, prepare
from chitieu.quantity.arithmetic import Exact, add, divide, negate, plain, subtract, tidy
from chitieu.quantity.interval import Interval
from chitieu.quantity.scales import grades_of
from chitieu.target import Bound, GradeCondition, Range, StatusCondition, Target

#: "same": what achieves one achieves the other; "implies": what achieves the first achieves the second;
#: "implied": the other way round; "excludes": nothing achieves both; "overlaps": some of either achieves both.
RelationKind = Literal["same", "implies", "implied", "excludes", "overlaps"]
#: A figure in the unit of the first target, a change with its sign (a fall is negative), a share of the plan where one
#: is wanted, or a grade.
Witness = Decimal | Fraction | str

_TWO, _ONE, _HUNDRED = Decimal(2), Decimal(1), Decimal(100)


@dataclass(frozen=True, slots=True)
class Relation:
    """The relation of a first target to a second, with what shows it.

    ``both`` achieves both targets; ``first_only`` achieves the first and not the second, ``second_only`` the other way
    round. Each is None where there is no such value, and for statuses.
    """

    kind: RelationKind
    both: Witness | None = None
    first_only: Witness | None = None
    second_only: Witness | None = None

    @property
    def implies(self) -> bool:
        """Whether what achieves the first target achieves the second."""
        return self.kind in ("same", "implies")


def relation(one: Target, other: Target) -> Relation | None:
    """How two targets stand to each other, if they are about one indicator.

    To achieve a target is to be met or exceeded: its accepted set counts. What is counted in whole things takes whole
    figures alone. Of a text in doubt the reading that stands first is taken.

    Args:
        one: A target.
        other: Another. That both name the same indicator is the caller's to know.

    Returns:
        The relation, or None where the two do not compare: a level and a change, other kinds or scales.

    >>> from chitieu.reading import parse
    >>> def read(text): return parse(text).targets[0]
    >>> relation(read("Tỷ lệ hộ khá trên 80%"), read("Tỷ lệ hộ khá dưới 20%")).kind
    'excludes'
    >>> found = relation(read("Tỷ lệ hộ khá trên 80%"), read("Tỷ lệ hộ khá trên 75%"))
    >>> found.kind, str(found.both), found.first_only, str(found.second_only)
    ('implies', '81', None, '80')
    """
    match one.condition, other.condition:
        case StatusCondition() as first, StatusCondition() as second:
            return Relation("same" if first.expected == second.expected else "excludes")
        case GradeCondition(), GradeCondition():
            return _of_grades(prepare(one), prepare(other))
        case ((Bound() | Range()), (Bound() | Range())):
            return _of_quantities(prepare(one), prepare(other))
    return None


# ---- quantities ----------------------------------------------------------------------------------------


def _of_quantities(one: Prepared, other: Prepared) -> Relation | None:
    if not _comparable(one, other):
        return None
    first, second = _achieving(one), _achieving(other)
    if one.unit_text != other.unit_text:
        found = _factor(other, one)
        if found is None:
            return None
        second = times(second, found)
    whole = is_whole(one.unit)
    both = _member_of((first.intersection(second),), whole)
    first_only = _member_of(tuple(first.intersection(piece) for piece in second.complement()), whole)
    second_only = _member_of(tuple(second.intersection(piece) for piece in first.complement()), whole)
    return Relation(_kind(both, first_only, second_only), both, first_only, second_only)


def _factor(source: Prepared, target: Prepared) -> Exact | None:
    """How many of the second's units one of the first's is; 2/3 is a share, a share changes by points."""

    def is_points(form: Prepared) -> bool:
        by_name = form.kind == "share" and form.target.measure != "level" and form.unit.is_share
        return form.unit.is_points or by_name

    if is_points(source) and is_points(target):
        points = [Fraction(1, 100) if form.unit.is_points else form.unit.factor for form in (source, target)]
        return plain(points[0] / points[1])
    if (source.is_ratio or source.unit.is_share) and (target.is_ratio or target.unit.is_share):
        return plain(source.unit.factor / target.unit.factor)
    return factor_between(source.unit_text, target.unit_text, source.per_head or target.per_head)


def _kind(both: Witness | None, first_only: Witness | None, second_only: Witness | None) -> RelationKind:
    if both is None:
        return "excludes"
    if first_only is None:
        return "same" if second_only is None else "implies"
    return "implied" if second_only is None else "overlaps"


def _comparable(one: Prepared, other: Prepared) -> bool:
    """Whether both condition the same thing: a level, or a change against the same baseline."""

    def basis(target: Target) -> str | None:
        return None if target.measure != "level" and target.basis == "previous" else target.basis

    first, second = one.target, other.target
    by_plan = _is_share_of_plan(one) and _is_share_of_plan(other)
    return (
        ((first.measure == "level") == (second.measure == "level") or by_plan)
        and basis(first) == basis(second)
        and first.average_annual == second.average_annual
    )


def _is_share_of_plan(form: Prepared) -> bool:
    """Whether a percentage of a plan is wanted, or by how many per cent it shall be exceeded; no points of a share."""
    return form.target.basis == "plan" and form.target.unit == "%" and form.kind != "share"


def _achieving(form: Prepared) -> Interval:
    """The accepted set; that of a fall turned round, so that rises and falls stand on one line.

    What exceeds a plan by 5 % is 105 % of it.
    """
    target, accepted = form.target, form.quantity_sets.accepted
    if target.measure == "decrease":
        accepted = accepted.map_falling(negate)
    if target.measure != "level" and _is_share_of_plan(form):
        return accepted.map(lambda end: add(end, _HUNDRED))
    return accepted


def _member_of(pieces: tuple[Interval, ...], whole: bool) -> Exact | None:
    """A member of the first piece that has one, a whole one where only those count."""
    found = (_member(piece.whole() if whole else piece) for piece in pieces)
    return next((member for member in found if member is not None), None)


def _member(interval: Interval) -> Exact | None:
    """A member that is easily read: a closed end, one beside an open end, or the middle; None of none."""
    if interval.is_empty:
        return None
    if interval.lower is not None and interval.lower_closed:
        return _plainest(interval.lower)
    if interval.upper is not None and interval.upper_closed:
        return _plainest(interval.upper)
    if interval.lower is None:
        return Decimal(0) if interval.upper is None else _plainest(subtract(interval.upper, _ONE))
    beside = add(interval.lower, _ONE)
    if interval.contains(beside) or interval.upper is None:
        return _plainest(beside)
    return _plainest(divide(add(interval.lower, interval.upper), _TWO))


def _plainest(number: Exact) -> Exact:
    return tidy(plain(number)) if isinstance(number, Fraction) else tidy(number)


# ---- grades --------------------------------------------------------------------------------------------


def _of_grades(one: Prepared, other: Prepared) -> Relation | None:
    if one.scale is None or one.scale != other.scale:
        return None
    names = {rank: usual for rank, (usual, *_) in enumerate(grades_of(one.scale), 1)}
    first, second = (
        {rank for rank in names if form.quantity_sets.accepted.contains(Decimal(rank))}
        for form in (one, other)
    )
    both, first_only, second_only = (
        names[min(those)] if those else None for those in (first & second, first - second, second - first)
    )
    return Relation(_kind(both, first_only, second_only), both, first_only, second_only)
