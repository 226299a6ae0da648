"""The bounds of every target in the units of the data: intervals that a figure is compared with as it stands.

What a target makes of a figure in a unit is asked of the scalar engine, once for each target and unit. The ends are
then moved to the grid of the data (its last decimal place): "> 95" on figures with two decimals is ">= 95.01". So
every comparison is one of two closed ends of the very type of the data, exact, and nothing can overflow.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chitieu.actuals.rows import tidy
from chitieu.bulk.rows import RuleRow
from chitieu.bulk.scalar import MARGIN_PLACES
from chitieu.evaluation.prepared import prepare
from chitieu.evaluation.rollup import judge_rule
from chitieu.evaluation.verdict import Verdict
from chitieu.quantity.actual import Actual
from chitieu.quantity.arithmetic import plain
from chitieu.quantity.interval import Interval
from chitieu.quantity.number import EXACT, places_of, show

_PROBES = (Decimal(2), Decimal(3), Decimal(0))
_HALF = Decimal("0.5")
#: Ends of more digits before or behind the point are left to the scalar engine: differences must fit 38 digits.
_MOST_WHOLE, _MOST_PLACES = 19, 9
_MOST_KEPT = 16_384
RATIO = "verdict.looks_like_ratio"


@dataclass(frozen=True, slots=True)
class Grid:
    """The numbers that a column can hold: from ``lowest`` to ``highest``, both in steps of the last of ``places``."""

    lowest: int
    highest: int
    places: int

    @classmethod
    def of_decimal(cls, digits: int, places: int) -> Grid:
        """That of DECIMAL(digits, places)."""
        return cls(1 - 10**digits, 10**digits - 1, places)

    def at_least(self, end: Fraction | None, closed: bool) -> Decimal | None:
        """The least number of the grid that lies above the end; None where none does."""
        if end is None:
            return self._number(self.lowest)
        scaled = end * 10**self.places
        step = -(-scaled.numerator // scaled.denominator)
        if not closed and step == scaled:
            step += 1
        return None if step > self.highest else self._number(max(step, self.lowest))

    def at_most(self, end: Fraction | None, closed: bool) -> Decimal | None:
        """The greatest number of the grid that lies below the end; None where none does."""
        if end is None:
            return self._number(self.highest)
        scaled = end * 10**self.places
        step = scaled.numerator // scaled.denominator
        if not closed and step == scaled:
            step -= 1
        return None if step < self.lowest else self._number(min(step, self.highest))

    def _number(self, step: int) -> Decimal:
        return Decimal(step).scaleb(-self.places, EXACT)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one target makes of figures in one unit.

    ``scalar`` sends its rows to the scalar engine. ``code`` is why nothing in this unit can be compared;
    ``below_zero`` and ``ratio`` why no figure below 0, or between 0 and 1, can. ``low`` … ``accepted_high`` are
    closed ends on the grid of the data (from 0 on where ``below_zero`` is set); ``near_low`` and ``near_high`` the
    ends that margins are measured from, exact, and ``middle`` the last number that is nearer to the lower one.
    ``factor`` leads to the target's unit.
    """

    ruleset: str
    id: str
    unit: str
    scalar: bool = True
    code: str | None = None
    below_zero: str | None = None
    negative_scalar: bool = False
    ratio: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    accepted_low: Decimal | None = None
    accepted_high: Decimal | None = None
    near_low: Decimal | None = None
    near_high: Decimal | None = None
    middle: Decimal | None = None
    factor: Decimal | None = None
    first: Decimal | None = None


def all_bounds(rows: Iterable[RuleRow], units: Iterable[str], grid: Grid) -> list[Bounds]:
    """The bounds of every target in every unit of the data; ``""`` is no unit."""
    units = list(units)
    return [_kept(row, unit, grid) for row in rows for unit in units]


_KEPT: dict[tuple[int, str, Grid], tuple[RuleRow, Bounds]] = {}


def _kept(row: RuleRow, unit: str, grid: Grid) -> Bounds:
    """The bounds of one target in one unit; kept, so that the same are worked out once."""
    known = _KEPT.get((id(row), unit, grid))
    if known is not None and known[0] is row:
        return known[1]
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    made = bounds_of(row, unit, grid)
    _KEPT[id(row), unit, grid] = (row, made)
    return made


def bounds_of(row: RuleRow, unit: str, grid: Grid) -> Bounds:
    """The bounds of one target in one unit, as the scalar engine judges figures in it.

    >>> from chitieu.bulk.rows import rule_rows
    >>> from chitieu.ruleset import Item, Rule, Ruleset
    >>> from chitieu.target import Bound, Target
    >>> target = Target(indicator="Thu", condition=Bound(op=">", value="2", unit="tỷ đồng"))
    >>> row, = rule_rows(Ruleset("r", "", (), (Item("1"),), (Rule("1.1", "1", "", target),)))
    >>> bounds = bounds_of(row, "triệu đồng", Grid.of_decimal(18, 2))
    >>> str(bounds.low), str(bounds.factor)
    ('2000.01', '0.001')
    """
    sent = Bounds(row.ruleset.name, row.rule.id, unit)
    if row.why is not None:
        return sent
    verdicts = [_probe(row, unit, figure) for figure in _PROBES]
    if verdicts[0].value is None:
        codes = {verdict.reasons[0].code for verdict in (*verdicts, _probe(row, unit, _HALF))}
        missed = any(verdict.value is not None or verdict.outcome != "undecided" for verdict in verdicts)
        below = _probe(row, unit, -_PROBES[0])  # a fall may be refused for another reason
        if missed or len(codes) > 1 or below.value is not None:
            return sent
        return _of(sent, scalar=False, code=codes.pop(), below_zero=below.reasons[0].code)
    factor = Fraction(verdicts[0].value) / 2
    if any(
        verdict.value is None or verdict.value != factor * Fraction(figure)
        for figure, verdict in zip(_PROBES, verdicts, strict=True)
    ):
        return sent
    return _compared(row, sent, factor, grid)


def _compared(row: RuleRow, sent: Bounds, factor: Fraction, grid: Grid) -> Bounds:
    form = prepare(row.rule.target)
    exact = plain(factor)
    if form.sets is None or not isinstance(exact, Decimal) or factor <= 0 or places_of(exact) > MARGIN_PLACES:
        return sent
    half, below = _probe(row, sent.unit, _HALF), _probe(row, sent.unit, -_PROBES[0])
    ratio = half.reasons[0].code if half.value is None else None
    if ratio not in (None, RATIO) or (ratio is None and half.value != factor / 2):
        return sent
    negative = below.reasons[0].code if below.value is None else None
    stated, accepted = form.sets.stated, form.sets.accepted
    ends = [None if end is None else plain(Fraction(end) / factor) for end in (stated.lower, stated.upper)]
    first = plain(Fraction(form.first) / factor)
    if not all(end is None or (isinstance(end, Decimal) and _fits(end)) for end in (*ends, first)):
        return sent
    return _of(
        sent,
        scalar=False,
        below_zero=negative,
        negative_scalar=below.value is not None and below.value != -2 * factor,
        ratio=ratio,
        factor=exact,
        first=first,
        near_low=ends[0],
        near_high=ends[1],
        middle=_middle(ends[0], ends[1], grid),
        **_on_grid("", stated, factor, grid, negative),
        **_on_grid("accepted_", accepted, factor, grid, negative),
    )


def _of(sent: Bounds, **parts: Any) -> Bounds:
    return Bounds(sent.ruleset, sent.id, sent.unit, **parts)


def _probe(row: RuleRow, unit: str, figure: Decimal) -> Verdict:
    """What the scalar engine says of a figure in a unit."""
    actual = Actual(
        text=show(figure),
        interval=Interval.at(abs(figure)),
        unit=tidy(unit) or None,
        change="decrease" if figure < 0 else None,
    )
    return judge_rule(row.ruleset, row.rule, (actual,)).verdict


def _on_grid(
    lead: str, interval: Interval, factor: Fraction, grid: Grid, below_zero: str | None
) -> dict[str, Decimal]:
    """The ends on the grid; from 0 on where no figure below it can be compared, so that it never looks met."""
    lower = None if interval.lower is None else Fraction(interval.lower) / factor
    upper = None if interval.upper is None else Fraction(interval.upper) / factor
    closed = interval.lower_closed
    if below_zero and (lower is None or lower < 0):
        lower, closed = Fraction(0), True
    low, high = grid.at_least(lower, closed), grid.at_most(upper, interval.upper_closed)
    if low is None or high is None:  # no number of the grid lies in it
        low, high = grid.at_most(None, True), grid.at_least(None, True)
        assert low is not None
        assert high is not None
    return {f"{lead}low": low, f"{lead}high": high}


def _middle(low: object, high: object, grid: Grid) -> Decimal | None:
    """The last number of the grid that is measured from the lower end; the nearer end counts, the lower of two."""
    if not isinstance(high, Decimal):
        return grid.at_most(None, True)
    if not isinstance(low, Decimal):
        return grid.at_least(None, True)
    found = grid.at_most((Fraction(low) + Fraction(high)) / 2, True)
    return grid.at_least(None, True) if found is None else found


def _fits(number: Decimal) -> bool:
    return places_of(number) <= _MOST_PLACES and number.adjusted() < _MOST_WHOLE
