"""Names of periods ("2025", "2025-01", "Tháng 9/2025", "Quý I/2025"): their order, and the same one a year before."""

from __future__ import annotations

import re
from collections.abc import Collection

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def order(period: str) -> tuple[str, list[int], str]:
    """What periods are sorted by: the year, then the other numbers, then the words.

    >>> sorted(["Tháng 10/2025", "Tháng 9/2025", "Tháng 12/2024"], key=order)
    ['Tháng 12/2024', 'Tháng 9/2025', 'Tháng 10/2025']
    >>> sorted(["Quý II/2025", "Quý IV/2024", "Quý I/2025"], key=order)
    ['Quý IV/2024', 'Quý I/2025', 'Quý II/2025']
    """
    year = _YEAR.search(period)
    rest = _YEAR.sub("", period, count=1)
    return year[0] if year else "", [int(number) for number in _NUMBER.findall(rest)], period


def year_before(period: str | None, known: Collection[str | None]) -> str | None:
    """The period of last year's figures that stands beside one of this year's; None where none does.

    ``known`` are the names in last year's figures: the same name a year earlier, else the same name, else the only one.

    >>> year_before("2025-03", {"2024-02", "2024-03"}), year_before("Tháng 3", {"Tháng 3", "Tháng 4"})
    ('2024-03', 'Tháng 3')
    >>> year_before("2025-03", {"2024"}), year_before("2025-03", {"2024-01", "2024-02"})
    ('2024', None)
    """
    if period is not None:
        earlier = _YEAR.sub(lambda year: str(int(year[0]) - 1), period, count=1)
        if found := next((name for name in (earlier, period) if name in known), None):
            return found
    return next(iter(known)) if len(known) == 1 else None
