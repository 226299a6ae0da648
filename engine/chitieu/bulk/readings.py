"""Texts and floats to figures: each distinct value is read once, by the scalar reader, and joined back."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from chitieu.actuals.rows import RowReader
from chitieu.actuals.table import Row, Table
from chitieu.diagnostics import Place
from chitieu.quantity.actual import Actual

#: What a figure must have at most to be compared in an engine: digits in all, and decimals.
DIGITS, PLACES = 28, 9


@dataclass(frozen=True, slots=True)
class Reading:
    """What a value says: a figure in a unit, or None where it says more than that."""

    figure: Decimal | None
    unit: str


def read_texts(pairs: Iterable[tuple[str, str]]) -> list[Reading]:
    """The readings of texts, each with the unit of its column ("" for none).

    >>> [(str(one.figure), one.unit) for one in read_texts([("97,5%", ""), ("giảm 6%", ""), ("2.860", "vụ")])]
    [('97.5', '%'), ('None', ''), ('2860', 'vụ')]
    """
    reader = RowReader(Table({"id": 0, "value": 1, "unit": 2}, [], lambda _row, _column: Place()), "")
    return [_reading(reader.actual(Row(0, ["", text, unit])), unit) for text, unit in pairs]


def _reading(actual: Actual, unit: str) -> Reading:
    figure = actual.figure
    says_more = (
        actual.change is not None
        or actual.share_of_plan
        or actual.over_plan is not None
        or actual.of is not None
        or actual.word is not None
        or actual.grade is not None
        or actual.column_unit is not None
    )
    if says_more or not isinstance(figure, Decimal) or not _fits(figure):
        return Reading(None, unit)
    return Reading(figure, actual.unit or "")


def read_floats(values: Iterable[float]) -> list[Reading]:
    """The readings of floats: each means its shortest decimal.

    >>> [reading.figure for reading in read_floats([0.1, -6.0, float("nan")])]
    [Decimal('0.1'), Decimal('-6.0'), None]
    """
    numbers = (Decimal(repr(value)) if math.isfinite(value) else None for value in values)
    return [Reading(number if number is not None and _fits(number) else None, "") for number in numbers]


def _fits(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else PLACES + 1
    return places <= PLACES and number.adjusted() < DIGITS - PLACES
