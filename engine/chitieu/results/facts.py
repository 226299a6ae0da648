"""What a report states: names of indicators with the phrases that tell of them.

The sentences are read by the grammar that reads targets: "ước đạt 1.250 tỷ đồng, bằng 105,2% dự toán" is a figure
with its share of the plan, whoever writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from chitieu.quantity.actual import Actual
from chitieu.reading import read_actual, read_all
from chitieu.results.document import Paragraph
from chitieu.results.wording import as_wanted
from chitieu.target import Target
from chitieu.text.letters import CAPITALS
from chitieu.text.spoken import FALL, HAVE_NONE, RISE, WORD_ACHIEVED, pattern

_ENDS = re.compile(rf"(?<=[.;!])\s+(?=[{CAPITALS}“\"]|[0-9]+(?:[.,][0-9]+)?\s?%|[-–+•])|\s*;\s+")
_BULLET = re.compile(pattern("BULLET"))
_LONGEST = 2000
_AIM = re.compile(pattern("STILL_WANTED"), re.I)
CHANGE_VERBS = {"increase": RISE, "decrease": FALL}
Role = Literal["figure", "change", "plan", "word"]


@dataclass(frozen=True, slots=True)
class Said:
    """One phrase about an indicator: its words, what they report, and what it is to the indicator."""

    text: str
    actual: Actual
    role: Role
    #: The phrase's own time ("year:2025"), where it names one.
    when: str | None = None
    #: Whether the sentence can be read in two ways.
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """An indicator as the report names it, what is said of it, and the sentence with its paragraph."""

    indicator: str
    said: tuple[Said, ...]
    sentence: str
    paragraph: int
    #: Whether it stands in a table, where a cell says what it says.
    in_table: bool = False


def facts(paragraphs: Iterable[Paragraph], last_year: int | None = None) -> Iterator[Fact]:
    """The facts of a report, in its order. What it strives for, in words or in a part of its own, is none.

    ``last_year`` is the last that is asked of: a part whose heading names only later years tells of plans.
    """
    for paragraph in paragraphs:
        later = last_year is not None and bool(paragraph.years) and min(paragraph.years) > last_year
        if paragraph.to_come or later:
            continue
        if paragraph.cells is not None:
            yield from _fact_of_row(paragraph)
            continue
        for sentence in _sentences(paragraph.text):
            if not _AIM.search(sentence):
                yield from _facts_of(sentence, paragraph.number)


def _fact_of_row(paragraph: Paragraph) -> Iterator[Fact]:
    """What a row of a table of results says."""
    cells = paragraph.cells
    assert cells is not None
    actual = read_actual(cells.value, cells.unit)
    role: Role = "word" if actual.interval is None else "change" if actual.change else "figure"
    if actual.interval is None and actual.grade is None and actual.word is None:
        return
    yield Fact(
        cells.name, (Said(cells.value, actual, role),), paragraph.text, paragraph.number, in_table=True
    )


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph, without bullets.

    >>> list(_sentences("- Thu 5 tỷ đồng. Chi 4 tỷ đồng; trồng 500 cây."))
    ['Thu 5 tỷ đồng.', 'Chi 4 tỷ đồng', 'trồng 500 cây.']
    """
    for part in _ENDS.split(text):
        sentence = _BULLET.sub("", part.strip()).strip()
        if sentence:
            yield sentence[:_LONGEST]


def _facts_of(sentence: str, paragraph: int) -> Iterator[Fact]:
    groups: list[tuple[str, list[Said]]] = []
    wanted = as_wanted(sentence)
    for target in read_all(wanted).targets:
        said = _said(target, wanted)
        if said is None:
            continue
        if groups and (target.restates or not target.indicator or target.indicator == groups[-1][0]):
            groups[-1][1].append(said)
        else:
            groups.append((target.indicator, [said]))
    for indicator, found in groups:
        yield Fact(indicator, tuple(found), sentence, paragraph)


def _said(target: Target, sentence: str) -> Said | None:
    if target.span is None:
        return None
    text = sentence[target.span[0] : target.span[1]]
    actual = read_actual(text)
    role: Role = "word"
    if actual.interval is None:
        if actual.grade is None and actual.word is None and target.kind == "status":
            actual = read_actual(WORD_ACHIEVED if target.flat()["expected"] else HAVE_NONE)
        if actual.grade is None and actual.word is None:
            return None
    elif target.basis == "plan":
        role = "plan"
    else:
        role = "figure" if target.measure == "level" else "change"
        if (
            target.measure != "level" and actual.change is None
        ):  # "giảm 04 vụ (12,5%)": the bracket says no verb
            actual = read_actual(f"{CHANGE_VERBS[target.measure]} {text}")
    return Said(text, actual, role, target.when, unsure=bool(target.readings))
