"""The headings of a table: which column numbers, names, measures and plans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from chitieu.extraction.document import Block
from chitieu.extraction.labels import Label, label_of, read_label
from chitieu.extraction.table_units import without_unit
from chitieu.extraction.table_words import heading_patterns, is_done, is_number, is_result, plain
from chitieu.extraction.words import years_of

#: A year that a narrow column broke: "KH 202 6/TH 2025".
_BROKEN_YEAR = re.compile(r"\b(20[0-9]) ([0-9])\b|\b(20) ([0-9]{2})\b")
#: A word of a heading.
_WORD = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class ResultColumns:
    """Which columns of a report's table name what is measured, its unit, the plan and the result."""

    name: int
    done: int
    unit: int | None = None
    unit_of_done: str = ""
    number: int | None = None


class Plan(NamedTuple):
    """A column of plans: the unit that its heading names, and what else tells it from other columns of plans.

    ``what`` is measured in it, of what the row names; ``when`` is its time, as a target has it. ``asked``: a person
    must say that it is a plan. ``basis``: its figures restate another plan, in per cent of what was done then.
    ``period`` is the part of the year that the heading names, as the text has it.
    """

    column: int
    unit: str = ""
    what: str = ""
    when: str = ""
    asked: bool = False
    basis: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what.

    ``plans`` are one column, or one for every year or every thing measured. ``group`` names what several rows belong to
    (a criterion, a field). ``heading`` is that of the plan, ``rivals`` are the headings of other columns that could be
    the plan as well. ``unknown`` are columns whose headings say nothing that is known. ``guessed``: none says "plan".
    """

    number: int | None
    name: int
    unit: int | None
    plans: tuple[Plan, ...]
    group: int | None = None
    heading: str = ""
    rivals: tuple[str, ...] = ()
    unknown: tuple[int, ...] = ()
    guessed: bool = False

    @property
    def own(self) -> frozenset[int | None]:
        """The columns that are read."""
        return frozenset(
            (self.number, self.name, self.unit, self.group, *(plan.column for plan in self.plans))
        )


def bare_name(text: str) -> tuple[Label | None, str]:
    """The label that the words of a row begin with, and the words after it; "Trong đó: - Lúa" is a part.

    >>> bare_name("2.1. Tỷ lệ hộ nghèo")[1], bare_name("Trong đó: - Lúa")[1], bare_name("Trong đó:")[1]
    ('Tỷ lệ hộ nghèo', 'Lúa', '')
    """
    label: Label | None = None
    if match := heading_patterns().of_which.match(text):
        text, label = text[match.end() :], Label("dash", "-", None, 0)
    inner = read_label(text)
    if inner is not None and text[inner.end :].strip():
        return label or inner, text[inner.end :].strip()
    return label, text.strip()


def read_head(rows: Sequence[Block], since: int | None = None) -> tuple[Columns | None, int]:
    """The columns by their headings, which may take two rows, and the first row below them.

    Columns of years before ``since`` hold no plans.
    """
    for at in range(min(3, len(rows))):
        depth = 2 if at + 1 < len(rows) and _continues_head(rows[at + 1]) else 1
        heads = headings([row.cells for row in rows[at : at + depth]])
        columns = columns_of(list(map(plain, heads)), since)
        if columns is not None:
            start = at + depth
            if start < len(rows) and is_numbering(rows[start].cells):
                start += 1
            return _with_periods_as_written(columns, heads), start
    return None, 0


def _with_periods_as_written(columns: Columns, heads: Sequence[str]) -> Columns:
    """ "quý I" and not "quý i", for a name to end with."""
    written = [without_unit(" ".join(head.split()))[0] for head in heads]
    plans = (
        plan._replace(period=f"{written[plan.column][:1].lower()}{written[plan.column][1:]}")
        if plan.period
        else plan
        for plan in columns.plans
    )
    return replace(columns, plans=tuple(plans))


def headings(rows: Sequence[Sequence[str]]) -> list[str]:
    """One heading a column; what is merged over several columns belongs to each of them."""
    width = max(len(row) for row in rows)
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    top = padded[0]
    if len(padded) > 1:
        for column in range(1, width):
            if not top[column].strip() and padded[1][column].strip():
                top[column] = top[column - 1]
    heads = (
        " ".join(dict.fromkeys(row[column] for row in padded if row[column].strip()))
        for column in range(width)
    )
    return [_BROKEN_YEAR.sub(r"\1\2\3\4", head) for head in heads]


def _continues_head(row: Block) -> bool:
    """A second row of headings: no running number, and words or years in its cells."""
    first = row.cells[0].strip() if row.cells else ""
    worded = [plain(cell) for cell in row.cells if _WORD.search(cell)]  # "60%" is no heading
    named = sum(bool(heading_patterns().plan.search(cell)) or is_done(cell) for cell in worded)
    return label_of(first) is None and named >= 2


def is_numbering(cells: Sequence[str]) -> bool:
    """The row "1 | 2 | 3 | 4" or "A | B | 1 | 2" below the headings."""
    bare = [cell.strip(" ()") for cell in cells]
    return len(bare) >= 3 and all(re.fullmatch(r"[0-9]{1,2}(?:\s*=.*)?|[A-D]", cell) for cell in bare)


def columns_of(heads: Sequence[str], since: int | None = None) -> Columns | None:
    """The columns that the headings name; None where they name no indicator or no plan.

    >>> found = columns_of(["stt", "chỉ tiêu", "đvt", "thực hiện 2025", "kế hoạch 2026 (tỷ đồng)"])
    >>> found.number, found.name, found.unit, found.plans[0].column, found.plans[0].unit
    (0, 1, 2, 4, 'tỷ đồng')
    >>> found = columns_of(["tt", "tên tiêu chí", "nội dung tiêu chí", "chỉ tiêu"])
    >>> found.group, found.name, found.plans[0].column
    (1, 2, 3)
    >>> [plan.when for plan in columns_of(["tt", "chỉ tiêu", "th 2025", "kh 2026", "năm 2030"]).plans]
    ['year:2026', 'year:2030']
    """
    said = heading_patterns()
    number = next((at for at, head in enumerate(heads) if is_number(head)), None)
    units = [at for at, head in enumerate(heads) if said.unit.fullmatch(head)]
    unit, offices = (units[-1] if units else None), units[:-1]
    free = [at for at, head in enumerate(heads) if at not in (number, unit, *offices) and head]
    bare = {at: without_unit(heads[at])[0] for at in free}
    plans = [at for at in free if said.plan.search(bare[at]) and not is_done(bare[at])]
    names = [at for at in free if at not in plans and said.name.search(bare[at]) and not years_of(bare[at])]
    if plans and not names:  # "Chỉ tiêu giao" names, and the plan stands beside it
        names = [at for at in plans if said.name.search(bare[at]) and not years_of(bare[at])][:1]
        plans = [at for at in plans if at not in names]
    if not plans and len(names) > 1 and said.bare_plan.fullmatch(bare[names[-1]]):
        plans = [names.pop()]
    if not names:
        return None
    group = names[0] if len(names) > 1 and said.group.fullmatch(bare[names[0]]) else None
    name = names[1] if group is not None else names[0]
    if group is None and offices and offices[-1] < name:
        group = offices[-1]  # "Đơn vị | KPI | ĐVT | Chỉ tiêu": whose they are, before the units
    years = [at for at in free if at not in names and said.year.fullmatch(bare[at])]
    periods = [at for at in free if at not in names and said.period.fullmatch(bare[at])]
    guessed = not plans and not years
    if guessed:
        plans = [at for at in free if at not in (*names, *periods[1:]) and not is_done(bare[at])]
        if number is None and unit is None:
            return None
    if not plans and not years:
        return None
    if plans:  # a bare year before those of the plans is past
        first = min((year for at in plans for year in years_of(heads[at])), default=0)
        years = [at for at in years if years_of(bare[at])[-1] > first]
    done = [year for at in free if is_result(bare[at]) for year in years_of(bare[at])]
    yearly = _by_year(heads, sorted({*plans, *years}), max(done, default=0), since)
    plan = max(plans or years, key=lambda at: (max(years_of(heads[at]), default=0), -at))
    if len(yearly) > 1:
        plan = yearly[-1].column
    rivals = tuple(heads[at] for at in plans if at != plan and years_of(heads[at]) == years_of(heads[plan]))
    alone = Plan(plan, without_unit(heads[plan])[1])
    unknown = tuple(
        at
        for at in free
        if at not in (*names, *plans, *years, *periods) and not is_done(bare[at]) and not years_of(bare[at])
    )
    chosen = yearly if len(yearly) > 1 else (alone, *_shares(bare, alone.column))
    if len(periods) > 1:
        chosen = (*(each for each in chosen if each.column not in periods), *_by_period(heads, periods))
    return Columns(number, name, unit, chosen, group, heads[plan], rivals, unknown, guessed)


def _by_year(heads: Sequence[str], columns: Sequence[int], done: int, since: int | None) -> tuple[Plan, ...]:
    """A plan for every year that the headings name, after the last that was ``done``; the first column of each.

    Where nothing says which years are past, the first of bare years may be what was: a person is asked.
    """
    found: dict[int, Plan] = {}
    for at in columns:
        years = years_of(heads[at])
        if len(years) == 1 and years[0] > done and (since is None or years[0] >= since):
            found.setdefault(years[0], Plan(at, without_unit(heads[at])[1], when=f"year:{years[0]}"))
    plans = [found[year] for year in sorted(found)]
    first = plans[0] if plans else None
    if (
        first is not None
        and not done
        and since is None
        and heading_patterns().year.fullmatch(without_unit(heads[first.column])[0])
    ):
        plans[0] = first._replace(asked=True)
    return tuple(plans)


def _by_period(heads: Sequence[str], columns: Sequence[int]) -> Iterator[Plan]:
    """A plan for every part of the year that the headings name.

    >>> [plan.period for plan in columns_of(["chỉ tiêu", "đvt", "quý i", "quý ii (tỷ đồng)", "cả năm"]).plans]
    ['quý i', 'quý ii', 'cả năm']
    """
    for at in columns:
        period, unit = without_unit(heads[at])
        yield Plan(at, unit, period=period)


def _shares(heads: Mapping[int, str], plan: int) -> tuple[Plan, ...]:
    """The column that restates a plan as a share of what was done: "KH 2026/TH 2025 (%)" beside "KH 2026".

    >>> [(each.column, each.basis) for each in _shares({3: "th 2025", 4: "kh 2026", 5: "kh 2026/th 2025"}, 4)]
    [(5, 'year:2025')]
    """
    found = []
    for at, head in heads.items():
        above, slash, below = (part.strip(" %()") for part in head.partition("/"))
        years = years_of(below)
        same = slash and years_of(above) == years_of(heads[plan]) and len(years) == 1
        if same and heading_patterns().plan.search(above) and not is_done(above) and is_result(below):
            found.append(Plan(at, "%", basis=f"year:{years[0]}"))
    return tuple(found[:1])


def read_result_head(rows: Sequence[Block]) -> tuple[ResultColumns | None, int]:
    """The columns of a table of results, and the first row below the headings."""
    for at in range(min(3, len(rows))):
        depth = 2 if at + 1 < len(rows) and _continues_head(rows[at + 1]) else 1
        columns = result_columns(list(map(plain, headings([row.cells for row in rows[at : at + depth]]))))
        if columns is not None:
            start = at + depth
            return columns, start + (start < len(rows) and is_numbering(rows[start].cells))
    return None, 0


def result_columns(heads: Sequence[str]) -> ResultColumns | None:
    """The columns that the headings name; the result of the latest year, where there are several.

    >>> found = result_columns(["tt", "chỉ tiêu", "đvt", "kế hoạch 2026", "thực hiện 2026", "% th/kh"])
    >>> found.name, found.unit, found.done
    (1, 2, 4)
    """
    number = next((at for at, head in enumerate(heads) if is_number(head)), None)
    unit = next((at for at, head in enumerate(heads) if heading_patterns().unit.fullmatch(head)), None)
    free = [at for at, head in enumerate(heads) if at not in (number, unit) and head]
    bare = {at: without_unit(heads[at])[0] for at in free}
    done = [at for at in free if is_result(bare[at])]
    names = [
        at
        for at in free
        if at not in done and heading_patterns().name.search(bare[at]) and not years_of(bare[at])
    ]
    names = [at for at in names if not heading_patterns().plan.search(bare[at])] or names
    if not done or not names:
        return None
    best = max(done, key=lambda at: (max(years_of(heads[at]), default=0), at))
    return ResultColumns(names[-1], best, unit, without_unit(heads[best])[1], number)
