"""Pieces of spreadsheet formulas: cells, conditions, and the comparison of a figure with the sets of a target.

A spreadsheet holds binary floats of 15 significant digits, and LibreOffice takes two figures that differ in
the fifteenth for equal unless they are whole. So both sides of every comparison are multiplied by the power
of ten that brings the largest figure of the comparison to 15 digits before the point, and rounded: two whole
numbers are compared, and noise behind the fifteenth digit is gone. Only functions that Excel 2007 knows are
used, no names and no arrays, so that a row can be copied.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from chitieu.evaluation.normal_form import Sets
from chitieu.evaluation.verdict import Outcome
from chitieu.quantity.arithmetic import Exact, magnitude, plain
from chitieu.quantity.interval import Interval
from chitieu.report.wording import outcome_word


@dataclass(frozen=True, slots=True)
class Cells:
    """The names of the cells of one row; "" for a column that the sheet does not have."""

    value: str
    unit: str = ""
    baseline: str = ""
    plan: str = ""
    population: str = ""
    entity: str = ""
    verdict: str = ""


def quoted(text: str) -> str:
    """A text constant.

    >>> print(quoted('đường "xanh" phố'))
    "đường ""xanh"" phố"
    """
    return '"' + text.replace('"', '""') + '"'


def word(outcome: Outcome) -> str:
    """The word of an outcome as a text constant."""
    return quoted(outcome_word(outcome))


UNDECIDED = word("undecided")


def literal(number: Exact) -> str:
    """A number constant; a fraction as a quotient.

    >>> from decimal import Decimal
    >>> literal(Decimal("0.50")), literal(Decimal("-3")), literal(Fraction(2, 3))
    ('0.5', '(-3)', '(2/3)')
    """
    if isinstance(number, Fraction):
        return f"({number.numerator}/{number.denominator})"
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"({text})" if text.startswith("-") else text


def when(condition: str, then: str, otherwise: str = UNDECIDED) -> str:
    """``IF``; a branch that says the same on both sides is no branch."""
    return then if then == otherwise else f"IF({condition},{then},{otherwise})"


def is_percent(cell: str) -> str:
    """Whether a cell is shown as a percentage: what ``evaluate`` goes by as well."""
    return f'LEFT(CELL("format",{cell}),1)="P"'


def number_in(cell: str, build: Callable[[bool], str]) -> str:
    """The expression for a cell that holds a number, by whether it is shown as a percentage; else undecided.

    Where the program cannot tell the format of a cell, or it is one of dates, nothing is decided.
    """
    return when(f"ISNUMBER({cell})", _by_format(cell, build))


def _by_format(cell: str, build: Callable[[bool], str]) -> str:
    shown = f'CELL("format",{cell})'
    inner = when(is_percent(cell), build(True), build(False))
    return when(f"ISERROR({shown})", UNDECIDED, when(f'LEFT({shown},1)="D"', UNDECIDED, inner))


def figure_in(cell: str, build: Callable[[bool], str], absent: str = UNDECIDED) -> str:
    """The same for a figure beside the value, which is never below 0; ``absent`` where the cell is empty."""
    if not cell:
        return absent
    present = when(f"ISNUMBER({cell})", when(f"{cell}<0", UNDECIDED, _by_format(cell, build)))
    return when(f'TRIM({cell})=""', absent, present)


def judged(sets: Sets, value: str, sizes: tuple[str, ...], per: str = "") -> str:
    """The outcome of a figure: ``value`` against the ends of the sets, each times ``per``.

    ``sizes`` are what the value is made of: they say how many digits there are before the point.
    """
    ends = {end for one in (sets.stated, sets.accepted) for end in (one.lower, one.upper) if end is not None}
    most = plain(max((Fraction(magnitude(end)) for end in ends), default=Fraction(0)))
    # what ``per`` stands for is never below 0
    largest = ",".join([*(f"ABS({size})" for size in dict.fromkeys(sizes)), times(literal(most), per)])
    # an exact power of ten may fall to either side of its logarithm
    power = f"10^(14-INT(LOG10(MAX({largest},1E-15))-1E-12))"

    def key(text: str) -> str:
        return f"ROUND({_grouped(text)}*{power},0)"

    def inside(interval: Interval) -> str:
        if interval.is_empty:
            return "FALSE"
        if (point := interval.point) is not None:
            return f"{key(value)}={key(times(literal(point), per))}"
        tests = []
        if interval.lower is not None:
            sign = ">=" if interval.lower_closed else ">"
            tests.append(f"{key(value)}{sign}{key(times(literal(interval.lower), per))}")
        if interval.upper is not None:
            sign = "<=" if interval.upper_closed else "<"
            tests.append(f"{key(value)}{sign}{key(times(literal(interval.upper), per))}")
        if not tests:
            return "TRUE"
        return tests[0] if len(tests) == 1 else f"AND({','.join(tests)})"

    missed = word("not_met")
    if sets.accepted != sets.stated:
        missed = when(inside(sets.accepted), word("exceeded"), missed)
    return when(inside(sets.stated), word("met"), missed)


def times(text: str, per: str) -> str:
    """A product; one that changes nothing is none.

    >>> times("F5", "100"), times("F5", "1"), times("2", "G5-1")
    ('F5*100', 'F5', '2*(G5-1)')
    """
    return text if per in ("", "1") else f"{text}*{_grouped(per)}"


def _grouped(text: str) -> str:
    return f"({text})" if any(sign in text for sign in "+-") and not text.startswith("(") else text
