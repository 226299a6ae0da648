"""A second evaluator, written from docs/semantics.md in the plainest way and sharing no code with the engine.

A set is a function from a Fraction to yes or no. What is wanted and what was achieved come as the plain
records below, not as text, so that reading and judging are checked apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

#: unit → (what it measures or counts, how much of it)
UNITS: dict[str, tuple[str, Fraction]] = {
    "%": ("share", Fraction(1, 100)),
    "‰": ("share", Fraction(1, 1000)),
    "đồng": ("money", Fraction(1)),
    "triệu đồng": ("money", Fraction(10**6)),
    "tỷ đồng": ("money", Fraction(10**9)),
    "nghìn tỷ đồng": ("money", Fraction(10**12)),
    "kg": ("mass", Fraction(1)),
    "tạ": ("mass", Fraction(100)),
    "tấn": ("mass", Fraction(1000)),
    "m²": ("area", Fraction(1)),
    "ha": ("area", Fraction(10_000)),
    "đảng viên": ("member", Fraction(1)),
    "đồng chí": ("member", Fraction(1)),
    "hộ": ("household", Fraction(1)),
    "vụ": ("case", Fraction(1)),
    "lượt khách": ("visit", Fraction(1)),
    "nghìn lượt khách": ("visit", Fraction(1000)),
    "triệu lượt khách": ("visit", Fraction(10**6)),
    "vụ/10.000 dân": ("case per head", Fraction(1, 10_000)),
    "vụ/1.000 dân": ("case per head", Fraction(1, 1000)),
}


@dataclass(frozen=True)
class Wanted:
    """What a target says. ``op`` is a sign or "range"; figures are decimal strings in ``unit``.

    ``counts`` tells whether the indicator is a count or an amount; else it is a share or rate. ``plan``
    marks a share of a plan, or a change against one.
    """

    op: str
    low: str
    unit: str
    better: str = "higher"
    high: str = ""
    low_open: bool = False
    high_open: bool = False
    measure: str = "level"
    counts: bool = True
    plan: bool = False


@dataclass(frozen=True)
class Achieved:
    """What was achieved: from ``low`` to ``high``, the same for one figure, None for no end on that side.

    ``figure`` is False where there is none, or none that can be read. ``change`` is the direction that the
    words name, ``over_plan`` that they say "vượt".
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    figure: bool = True
    change: str | None = None
    over_plan: bool = False
    baseline: Fraction | None = None
    plan: Fraction | None = None


@dataclass(frozen=True)
class Expected:
    outcome: str
    margin: Fraction | None = None
    completion: Fraction | None = None


Set = Callable[[Fraction], bool]


def number(text: str) -> Fraction:
    return Fraction(text)


def stated_set(wanted: Wanted) -> Set:
    """The table of the stated set, row by row."""
    v = number(wanted.low)
    if wanted.op == ">":
        return lambda x: x > v
    if wanted.op == ">=":
        return lambda x: x >= v
    if wanted.op == "<":
        return lambda x: x < v
    if wanted.op == "<=":
        return lambda x: x <= v
    if wanted.op == "=":
        if side(wanted) == "exact":
            return lambda x: v - half_place(wanted.low) <= x < v + half_place(wanted.low)
        return lambda x: x == v
    h = number(wanted.high)
    return lambda x: (
        (x > v or (x == v and not wanted.low_open)) and (x < h or (x == h and not wanted.high_open))
    )


def accepted_set(wanted: Wanted) -> Set:
    """The table of the accepted set."""
    stated, v, better = stated_set(wanted), number(wanted.low), side(wanted)
    if wanted.op not in ("=", "range") or better == "exact":
        return stated
    if better == "higher":
        return lambda x: stated(x) or (x > v)
    h = number(wanted.high or wanted.low)
    return lambda x: stated(x) or (x < h)


def side(wanted: Wanted) -> str:
    """Which side of the compared figure is better: that of the amount where a change is compared."""
    if wanted.measure == "level" or wanted.better == "exact":
        return wanted.better
    good_way = "increase" if wanted.better == "higher" else "decrease"
    return "higher" if wanted.measure == good_way else "lower"


def half_place(text: str) -> Fraction:
    """Half a unit of the last decimal that is written."""
    decimals = len(text.partition(".")[2])
    return Fraction(1, 2 * 10**decimals)


def ends(wanted: Wanted) -> list[Fraction]:
    """The ends of the stated set."""
    v = number(wanted.low)
    if wanted.op == "range":
        return [v, number(wanted.high)]
    if wanted.op == "=" and side(wanted) == "exact":
        return [v - half_place(wanted.low), v + half_place(wanted.low)]
    return [v]


def outcome_at(wanted: Wanted, x: Fraction) -> str:
    """The outcome of one figure."""
    if wanted.measure != "level" and x < 0 and wanted.op not in ("<", "<="):
        return "not_met"
    if stated_set(wanted)(x):
        return "met"
    return "exceeded" if accepted_set(wanted)(x) else "not_met"


# ---- what is compared ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Span:
    low: Fraction | None
    high: Fraction | None
    low_open: bool
    high_open: bool

    def has(self, x: Fraction) -> bool:
        over = self.low is None or x > self.low or (x == self.low and not self.low_open)
        under = self.high is None or x < self.high or (x == self.high and not self.high_open)
        return over and under

    def scaled(self, factor: Fraction, offset: Fraction = Fraction(0)) -> Span:
        low = None if self.low is None else self.low * factor + offset
        high = None if self.high is None else self.high * factor + offset
        if factor < 0:
            return Span(high, low, self.high_open, self.low_open)
        return Span(low, high, self.low_open, self.high_open)


def compared(wanted: Wanted, achieved: Achieved) -> Span | None:
    """The figure that is compared with the sets, in the target's unit; None where nothing can be."""
    if not achieved.figure:
        return None
    figure = Span(achieved.low, achieved.high, achieved.low_open, achieved.high_open)
    if wanted.plan:
        return against_plan(wanted, achieved, figure)
    if wanted.measure != "level":
        return changed(wanted, achieved, figure)
    if achieved.unit is None:
        return None if like_a_ratio(wanted, achieved) else figure
    factor = between(achieved.unit, wanted.unit)
    return None if factor is None else figure.scaled(factor)


def between(source: str, target: str) -> Fraction | None:
    """How many of the target unit one of the source is; None for other kinds."""
    kind, size = UNITS[source]
    other_kind, other_size = UNITS[target]
    return size / other_size if kind == other_kind else None


def like_a_ratio(wanted: Wanted, achieved: Achieved) -> bool:
    figures = [number(text) for text in (wanted.low, wanted.high) if text]
    return (
        wanted.unit == "%"
        and all(figure >= 10 for figure in figures)
        and achieved.low is not None
        and 0 < achieved.low < 1
    )


def changed(wanted: Wanted, achieved: Achieved, figure: Span) -> Span | None:
    """The amount of change in the wanted direction."""
    sign = 1 if wanted.measure == "increase" else -1
    relative = wanted.counts and wanted.unit == "%"
    unit = achieved.unit or wanted.unit
    if achieved.change is not None:
        factor = between(unit, wanted.unit)
        if factor is None:
            return None
        return figure.scaled(factor if achieved.change == wanted.measure else -factor)
    if relative and unit == "%" and achieved.unit is not None:
        return figure  # a percentage of a count tells of a change
    if achieved.baseline is None:
        return None
    if relative:
        if achieved.baseline <= 0:
            return None
        return figure.scaled(Fraction(100 * sign) / achieved.baseline, Fraction(-100 * sign))
    factor = between(unit, wanted.unit)
    if factor is None:
        return None
    return figure.scaled(factor * sign, -achieved.baseline * factor * sign)


def against_plan(wanted: Wanted, achieved: Achieved, figure: Span) -> Span | None:
    """The percentage of the plan, or by how much it is exceeded."""
    offset = Fraction(0 if wanted.measure == "level" else -100)
    if achieved.unit == "%":
        if achieved.over_plan:
            return figure.scaled(Fraction(1), 100 + offset)
        return figure if wanted.measure == "level" else None
    if achieved.plan is None or achieved.plan <= 0:
        return None
    return figure.scaled(Fraction(100) / achieved.plan, offset)


# ---- the verdict ---------------------------------------------------------------------------------------


def judge(wanted: Wanted, achieved: Achieved) -> Expected:
    """The outcome, and where one figure is compared its margin and completion."""
    span = compared(wanted, achieved)
    if span is None:
        return Expected("undecided")
    if span.low is not None and span.low == span.high:
        x = span.low
        outcome = outcome_at(wanted, x)
        far = min(abs(x - end) for end in ends(wanted))
        v = number(wanted.low)
        return Expected(
            outcome, far if outcome in ("met", "exceeded") else -far, x / v * 100 if v != 0 else None
        )
    outcomes = {outcome_at(wanted, x) for x in witnesses(wanted, span)}
    return Expected(outcomes.pop() if len(outcomes) == 1 else "undecided")


def witnesses(wanted: Wanted, span: Span) -> list[Fraction]:
    """Figures of the span that between them see every outcome in it: its ends, those of the sets, and between."""
    known = [end for end in (span.low, span.high) if end is not None] + [*ends(wanted), Fraction(0)]
    marks = sorted(set(known))
    between_marks = [(one + two) / 2 for one, two in pairwise(marks)]
    return [x for x in [marks[0] - 1, *marks, *between_marks, marks[-1] + 1] if span.has(x)]


def judge_grade(ranks: dict[str, int], op: str, grade: str, better: str, actual: str) -> Expected:
    """Grades by their ranks, the worst first; one that does not stand on the scale is not compared."""
    if actual not in ranks:
        return Expected("undecided")
    return Expected(outcome_at(Wanted(op, str(ranks[grade]), "", better), Fraction(ranks[actual])))
