"""Over how many years an average yearly change runs."""

from __future__ import annotations

import re
from datetime import date

from chitieu.quantity.words import fold
from chitieu.target import Target
from chitieu.text.spoken import pattern

_PERIOD = re.compile(pattern("YEARS_OF_PERIOD"))
_TERM = re.compile(pattern("YEARS_OF_TERM"))
_YEARS = re.compile(pattern("SO_MANY_YEARS"))
_MOST = 100


def stated_steps(text: str) -> int | None:
    """The number of yearly steps that a text names, or None.

    "giai đoạn A - B" has B − A + 1 (from A − 1), "nhiệm kỳ A - B" has B − A (from A), "trong n năm" has n.

    >>> stated_steps("giai đoạn 2021 - 2025"), stated_steps("nhiệm kỳ 2020-2025"), stated_steps("trong 3 năm")
    (5, 5, 3)
    """
    folded = fold(text)
    steps = None
    if match := _PERIOD.search(folded):
        steps = int(match[2]) - int(match[1]) + 1
    elif match := _TERM.search(folded):
        steps = int(match[2]) - int(match[1])
    elif match := _YEARS.search(folded):
        steps = int(match[1])
    return steps if steps is not None and 1 <= steps <= _MOST else None


def period_steps(period: tuple[date, date] | None) -> int | None:
    """The number of years of a ruleset's period, its first and last year counted; None where it has none.

    >>> period_steps((date(2021, 1, 1), date(2025, 12, 31)))
    5
    """
    if period is None:
        return None
    steps = period[1].year - period[0].year + 1
    return steps if 1 <= steps <= _MOST else None


def steps_of(target: Target, context: str, period: tuple[date, date] | None) -> int | None:
    """The number of years of a target on a yearly average: what its words say, else the period; else None.

    ``context`` is text around it that may tell a term's years.
    """
    if not (target.average_annual or any(reading.average_annual for reading in target.readings)):
        return None
    said = stated_steps(target.indicator) or stated_steps(target.when or "") or stated_steps(context)
    return said or period_steps(period)
