"""The headings of a table: which column numbers, names, measures and plans."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from chitieu.extraction.document import Block
from chitieu.extraction.labels import Label, label_of, read_label
from chitieu.extraction.words import years_of
from chitieu.quantity.units import resolve
from chitieu.quantity.vocabulary import column_words, noun_words
from chitieu.quantity.words import fold
from chitieu.text.spoken import A_RATE, NUMBER_OF

#: Kinds of columns that hold neither the plan nor a name: what was done, and what is said of it.
_APART = ("result", "growth", "ratio", "weight", "other")
#: A year that a narrow column broke: "KH 202 6/TH 2025".
_BROKEN_YEAR = re.compile(r"\b(20[0-9]) ([0-9])\b|\b(20) ([0-9]{2})\b")


class _Patterns(NamedTuple):
    """What a heading says, as patterns of the wordings of ``columns.yaml``."""

    number: re.Pattern[str]
    unit: re.Pattern[str]
    name: re.Pattern[str]
    group: re.Pattern[str]
    plan: re.Pattern[str]
    #: Where another column names what is measured: "Nội dung tiêu chí | Chỉ tiêu chung".
    bare_plan: re.Pattern[str]
    to_be_done: re.Pattern[str]
    done: re.Pattern[str]
    compares: re.Pattern[str]
    result: re.Pattern[str]
    compared: re.Pattern[str]
    of_which: re.Pattern[str]
    unit_behind: re.Pattern[str]
    opens_plan: re.Pattern[str]
    year_behind: re.Pattern[str]
    #: A heading that names a year and no more: "năm 2030", "đến năm 2030", "tầm nhìn 2030".
    year: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    kinds, own, only, _ = column_words()

    def of(*names: str) -> list[str]:
        """The wordings of some kinds, those of lines alone left out."""
        found = [word for name in names for word in (*kinds.get(name, ()), *own.get(name, ()))]
        return [word for word in dict.fromkeys(found) if word not in only]

    targets, numbers, units = own["target"], of("number"), of("unit")
    plans = [word for word in of("plan") if word not in targets]
    done = of(*_APART)
    return _Patterns(
        number=re.compile(rf"(?:{_either(numbers)})\.?"),
        unit=re.compile(rf"(?:{_either(units)}|{_dotted(units)})\.?"),
        name=re.compile(_either(of("name"))),
        group=re.compile(
            rf"(?:(?:{_either(own['opens_group'])}) )?(?:{_either(own['group'])})"
            rf"(?: (?:{_either(own['numbered'])}))?|(?:{_either(own['field'])})\b.*"
        ),
        plan=re.compile(
            rf"\b(?:{_either(plans)})\b|"
            rf"\b(?:{_either(targets)}) (?:{_either(own['of_target'])}|20[0-9]{{2}})"
        ),
        bare_plan=re.compile(
            rf"(?:{_either(targets)})(?: (?:{_either(own['bare_target'])})|"
            rf" (?:{_either(own['scope_of_target'])}) .{{1,60}})?"
        ),
        to_be_done=re.compile(_either(own["to_be_done"])),
        done=re.compile(rf"\b(?:{_either(done)})\b|/|%"),
        compares=re.compile(rf"\b(?:{_either(of('result', 'growth', 'ratio', 'weight'))})\b|/|%"),
        result=re.compile(rf"\b(?:{_either(of('result', 'reached'))})\b"),
        compared=re.compile(rf"/|%|\b(?:{_either(own['compared'])})\b"),
        of_which=re.compile(
            rf"(?:(?:{_either(own['part'])})\b\s*[:,]?|(?:{_either(own['parts'])})\s*:)\s*", re.I
        ),
        unit_behind=re.compile(rf"\s*\((?:{_either(units)})?\s*:?\s*(?P<unit>[^()]+)\)\s*$"),
        opens_plan=re.compile(
            rf"(?:{_either(of('plan'))})(?: (?:(?:{_either(own['before_year'])}) )*20[0-9]{{2}})?\s*[:–-]?\s*",
            re.I,
        ),
        year_behind=re.compile(rf"(?:\s+(?:{_either(own['before_year'])}))+\s+(?P<year>20[0-9]{{2}})$", re.I),
        year=re.compile(rf"(?:(?:{_either(own['before_year'])}) )*20[0-9]{{2}}"),
    )


def _either(wordings: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(wordings, key=len, reverse=True)))


def _dotted(wordings: Iterable[str]) -> str:
    """Short forms, with a dot behind each letter or some of them: "đ.v.t" for "đvt"."""
    return "|".join(r"\.?".join(word) for word in wordings if word.isalpha() and len(word) < 4)


def is_done(head: str) -> bool:
    """Whether a heading tells of what was done, and not of what is to be."""
    return _patterns().done.search(_patterns().to_be_done.sub(" ", head)) is not None


def is_no_measure(head: str) -> bool:
    """Whether a heading names nothing that is to be measured: what was done, or a note of it.

    >>> is_no_measure("hồ sơ"), is_no_measure("tỷ lệ hồ sơ trực tuyến"), is_no_measure("tỷ lệ thực hiện")
    (True, False, True)
    """
    measured = head.startswith((A_RATE, NUMBER_OF))
    return _patterns().compares.search(head) is not None if measured else is_done(head)


def _is_result(head: str) -> bool:
    """Whether a column holds what was done, and no comparison with it."""
    return _patterns().result.search(head) is not None and _patterns().compared.search(head) is None


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
    """

    column: int
    unit: str = ""
    what: str = ""
    when: str = ""
    asked: bool = False
    basis: str = ""


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


def plain(text: str) -> str:
    """A heading or a cell in lower case, spaces as one."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().lower()


def bare_name(text: str) -> tuple[Label | None, str]:
    """The label that the words of a row begin with, and the words after it; "Trong đó: - Lúa" is a part.

    >>> bare_name("2.1. Tỷ lệ hộ nghèo")[1], bare_name("Trong đó: - Lúa")[1], bare_name("Trong đó:")[1]
    ('Tỷ lệ hộ nghèo', 'Lúa', '')
    """
    label: Label | None = None
    if match := _patterns().of_which.match(text):
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
        columns = columns_of(list(map(plain, headings([row.cells for row in rows[at : at + depth]]))), since)
        if columns is not None:
            start = at + depth
            if start < len(rows) and is_numbering(rows[start].cells):
                start += 1
            return columns, start
    return None, 0


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
    named = sum(bool(_patterns().plan.search(plain(cell))) or is_done(plain(cell)) for cell in row.cells)
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
    number = next((at for at, head in enumerate(heads) if _patterns().number.fullmatch(head)), None)
    unit = next((at for at, head in enumerate(heads) if _patterns().unit.fullmatch(head)), None)
    free = [at for at, head in enumerate(heads) if at not in (number, unit) and head]
    bare = {at: without_unit(heads[at])[0] for at in free}
    plans = [at for at in free if _patterns().plan.search(bare[at]) and not is_done(bare[at])]
    names = [
        at for at in free if at not in plans and _patterns().name.search(bare[at]) and not years_of(bare[at])
    ]
    if plans and not names:  # "Chỉ tiêu giao" names, and the plan stands beside it
        names = [at for at in plans if _patterns().name.search(bare[at]) and not years_of(bare[at])][:1]
        plans = [at for at in plans if at not in names]
    if not plans and len(names) > 1 and _patterns().bare_plan.fullmatch(bare[names[-1]]):
        plans = [names.pop()]
    if not names:
        return None
    group = names[0] if len(names) > 1 and _patterns().group.fullmatch(bare[names[0]]) else None
    name = names[1] if group is not None else names[0]
    years = [at for at in free if at not in names and _patterns().year.fullmatch(bare[at])]
    guessed = not plans and not years
    if guessed:
        plans = [at for at in free if at not in names and not is_done(bare[at])]
        if number is None and unit is None:
            return None
    if not plans and not years:
        return None
    if plans:  # a bare year before those of the plans is past
        first = min((year for at in plans for year in years_of(heads[at])), default=0)
        years = [at for at in years if years_of(bare[at])[-1] > first]
    done = [year for at in free if _is_result(bare[at]) for year in years_of(bare[at])]
    yearly = _by_year(heads, sorted({*plans, *years}), max(done, default=0), since)
    plan = max(plans or years, key=lambda at: (max(years_of(heads[at]), default=0), -at))
    if len(yearly) > 1:
        plan = yearly[-1].column
    rivals = tuple(heads[at] for at in plans if at != plan and years_of(heads[at]) == years_of(heads[plan]))
    alone = Plan(plan, without_unit(heads[plan])[1])
    unknown = tuple(
        at
        for at in free
        if at not in (*names, *plans, *years) and not is_done(bare[at]) and not years_of(bare[at])
    )
    chosen = yearly if len(yearly) > 1 else (alone, *_shares(bare, alone.column))
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
        and _patterns().year.fullmatch(without_unit(heads[first.column])[0])
    ):
        plans[0] = first._replace(asked=True)
    return tuple(plans)


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
        if same and _patterns().plan.search(above) and not is_done(above) and _is_result(below):
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
    number = next((at for at, head in enumerate(heads) if _patterns().number.fullmatch(head)), None)
    unit = next((at for at, head in enumerate(heads) if _patterns().unit.fullmatch(head)), None)
    free = [at for at, head in enumerate(heads) if at not in (number, unit) and head]
    bare = {at: without_unit(heads[at])[0] for at in free}
    done = [at for at in free if _is_result(bare[at])]
    names = [
        at for at in free if at not in done and _patterns().name.search(bare[at]) and not years_of(bare[at])
    ]
    names = [at for at in names if not _patterns().plan.search(bare[at])] or names
    if not done or not names:
        return None
    best = max(done, key=lambda at: (max(years_of(heads[at]), default=0), at))
    return ResultColumns(names[-1], best, unit, without_unit(heads[best])[1], number)


def is_number(head: str) -> bool:
    """Whether a column so headed numbers the rows."""
    return _patterns().number.fullmatch(head) is not None


def measure_of_head(head: str) -> tuple[str, str]:
    """What the heading of a column measures, and in which unit: "KH 2024: Diện tích (ha)".

    >>> measure_of_head("KH 2024: Diện tích (ha)"), measure_of_head("Số học sinh"), measure_of_head("Kế hoạch năm 2026")
    (('Diện tích', 'ha'), ('Số học sinh', 'học sinh'), ('', ''))
    """
    bare, unit = without_unit(head)
    opened = _patterns().opens_plan.match(bare)
    what = (
        bare[opened.end() :].strip()
        if opened and plain(bare) not in column_words().spelled_out
        else bare.strip()
    )
    return what, unit or _counted(what)


def _counted(what: str) -> str:
    """The noun that a count is of: "Số học sinh", "Người tham gia bảo hiểm"; empty where nothing is counted."""
    words = fold(what).split()
    if words[:1] == [NUMBER_OF]:
        words = words[1:]
    names = noun_words().names
    return next(
        (noun for end in (3, 2, 1) if (noun := " ".join(words[:end])) in names and len(words) >= end), ""
    )


def without_unit(head: str) -> tuple[str, str]:
    """A heading without the unit in brackets at its end, and that unit.

    >>> without_unit("kế hoạch năm 2026 (tỷ đồng)"), without_unit("kh/th (%)")[0]
    (('kế hoạch năm 2026', 'tỷ đồng'), 'kh/th')
    """
    match = _patterns().unit_behind.search(head)
    if match is None or not is_unit(match["unit"]):
        return head, ""
    return head[: match.start()], match["unit"].strip()


def without_year(what: str) -> tuple[str, str]:
    """What is measured, without the year at its end, and that year.

    >>> without_year("Thu nhập bình quân đến năm 2026"), without_year("Năm 2026")
    (('Thu nhập bình quân', '2026'), ('Năm 2026', ''))
    """
    match = _patterns().year_behind.search(what)
    return (what[: match.start()], match["year"]) if match and match.start() else (what, "")


def is_unit(text: str) -> bool:
    """Whether a text is a unit that is known: "triệu đồng/người/năm", "%"; a figure or a name is none.

    >>> is_unit("triệu đồng/người/năm"), is_unit("lũy kế"), is_unit("2026")
    (True, False, False)
    """
    words = fold(text).strip()
    if not words or words[:1].isdigit():
        return False
    found = resolve(words)
    return found.is_share or bool(found.kind) or found.scale != 1 or words in noun_words().names
