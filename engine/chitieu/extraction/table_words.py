"""What the headings of columns say, as patterns of the wordings of ``columns.yaml``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from chitieu.quantity.vocabulary import column_words
from chitieu.text.spoken import A_RATE, NUMBER_OF

#: Kinds of columns that hold neither the plan nor a name: what was done, and what is said of it.
_APART = ("result", "growth", "ratio", "weight", "other")


class Patterns(NamedTuple):
    """Of each kind of column its headings; and what stands in headings beside."""

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
    note: re.Pattern[str]
    of_which: re.Pattern[str]
    unit_behind: re.Pattern[str]
    opens_plan: re.Pattern[str]
    year_behind: re.Pattern[str]
    #: A heading that names a year and no more: "năm 2030", "đến năm 2030", "tầm nhìn 2030".
    year: re.Pattern[str]
    #: A part of the year: "quý i", "6 tháng đầu năm", "vụ thu đông", "cả năm".
    period: re.Pattern[str]


@cache
def heading_patterns() -> Patterns:
    """The patterns, compiled once."""
    kinds, own, only, _ = column_words()

    def of(*names: str) -> list[str]:
        """The wordings of some kinds, those of lines alone left out."""
        found = [word for name in names for word in (*kinds.get(name, ()), *own.get(name, ()))]
        return [word for word in dict.fromkeys(found) if word not in only]

    targets, numbers, units = own["target"], of("number"), of("unit")
    plans = [word for word in of("plan") if word not in targets]
    done = of(*_APART)
    return Patterns(
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
        note=re.compile(rf"(?:{_either(kinds['other'])})(?!.*[0-9])\b"),
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
        period=re.compile(
            rf"{_either(own['period'])}|(?:{_either(own['numbered_period'])}) (?:[ivx]{{1,4}}|[0-9]{{1,2}})"
        ),
    )


def _either(wordings: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(wordings, key=len, reverse=True)))


def _dotted(wordings: Iterable[str]) -> str:
    """Short forms, with a dot behind each letter or some of them: "đ.v.t" for "đvt"."""
    return "|".join(r"\.?".join(word) for word in wordings if word.isalpha() and len(word) < 4)


def plain(text: str) -> str:
    """A heading or a cell in lower case, spaces as one."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip().lower()


def is_done(head: str) -> bool:
    """Whether a heading tells of what was done, and not of what is to be."""
    return heading_patterns().done.search(heading_patterns().to_be_done.sub(" ", head)) is not None


def is_no_measure(head: str) -> bool:
    """Whether a heading names nothing that is to be measured: what was done, or a note of it.

    >>> is_no_measure("hồ sơ"), is_no_measure("tỷ lệ hồ sơ trực tuyến"), is_no_measure("tỷ lệ thực hiện")
    (True, False, True)
    """
    measured = head.startswith((A_RATE, NUMBER_OF))
    return heading_patterns().compares.search(head) is not None if measured else is_done(head)


def is_result(head: str) -> bool:
    """Whether a column holds what was done, and no comparison with it."""
    return (
        heading_patterns().result.search(head) is not None
        and heading_patterns().compared.search(head) is None
    )


def is_note(head: str) -> bool:
    """Whether a column holds what is said beside a target: notes, who sees to it.

    >>> is_note("ghi chú"), is_note("đơn vị chủ trì"), is_note("hoàn thành năm 2025"), is_note("tốc độ tăng")
    (True, True, False, False)
    """
    return heading_patterns().note.match(head) is not None


def is_number(head: str) -> bool:
    """Whether a column so headed numbers the rows."""
    return heading_patterns().number.fullmatch(head) is not None
