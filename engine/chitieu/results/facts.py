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
from chitieu.reading import parse, read_actual
from chitieu.results.document import Paragraph
from chitieu.target import Target

_ENDS = re.compile(r"(?<=[.;!])\s+(?=[^\W\da-zà-ỹ_]|[-–+•])|\s*;\s+")
_BULLET = re.compile(r"^(?:[-–+•*]\s*|\(?[0-9a-zđ]{1,3}[.)]\s+)+")
_LONGEST = 2000
_HEADING = r"^(?:phần|mục)?[\s\d.,)(:–-]*(?:[ivx]+|[a-dđ]|thứ \w+)?[\s\d.,)(:–-]*"
_AIMS_PART = re.compile(
    _HEADING
    + r"(?:phương hướng|mục tiêu|nhiệm vụ(?: trọng tâm|,| và giải pháp| năm)|giải pháp|dự kiến chỉ tiêu)",
    re.IGNORECASE,
)
_RESULTS_PART = re.compile(_HEADING + r"(?:kết quả|tình hình|đánh giá)", re.IGNORECASE)
_AIM = re.compile(
    r"\b(?:(?:phấn|phân|phần) (?:đấu|đầu)|dự kiến|mục tiêu|tiếp tục|tập trung|cần phải|sẽ)\b", re.IGNORECASE
)
#: Who did it, and that it is done: in a resolution such a figure is none that is wanted.
_WHO = re.compile(
    r"^(?:trong (?:năm|kỳ)(?: \d{4})?,?\s+)?(?:(?:toàn )?(?:đảng bộ|đảng ủy|đảng uỷ|cấp ủy|chi bộ|ủy ban nhân dân|ubnd"
    r"|mặt trận|phường|xã|địa phương)(?:\s\w+){0,4}?\s+)?đã\s+(?:được\s+)?(?=\w)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:đã\s+(?:được\s+)?|ước\s+(?:tính|thực hiện)\s+|thực hiện\s+(?=đạt\b))(?=\w)", re.IGNORECASE
)
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


def facts(paragraphs: Iterable[Paragraph]) -> Iterator[Fact]:
    """The facts of a report, in its order. What it strives for, in words or in a part of its own, is none."""
    in_aims = False
    for paragraph in paragraphs:
        if _AIMS_PART.match(paragraph.text):
            in_aims = True
        elif _RESULTS_PART.match(paragraph.text):
            in_aims = False
        for sentence in _sentences(paragraph.text):
            if not in_aims and not _AIM.search(sentence):
                yield from _facts_of(sentence, paragraph.number)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a paragraph, without bullets.

    >>> list(_sentences("- Thu 5 tỷ đồng. Chi 4 tỷ đồng; trồng 500 cây."))
    ['Thu 5 tỷ đồng.', 'Chi 4 tỷ đồng', 'trồng 500 cây.']
    """
    for part in _ENDS.split(text):
        sentence = _BULLET.sub("", part.strip()).strip()
        if sentence:
            yield sentence[:_LONGEST]


def _as_wanted(sentence: str) -> str:
    """The sentence without what says that it is done, so that its figures are read like those of a target.

    >>> _as_wanted("Trong năm, Đảng bộ đã kết nạp 79 đảng viên"), _as_wanted("Thu ngân sách đã đạt 480 tỷ đồng")
    ('kết nạp 79 đảng viên', 'Thu ngân sách đạt 480 tỷ đồng')
    """
    return _DONE.sub("", _WHO.sub("", sentence))


def _facts_of(sentence: str, paragraph: int) -> Iterator[Fact]:
    groups: list[tuple[str, list[Said]]] = []
    wanted = _as_wanted(sentence)
    for target in parse(wanted).targets:
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
            actual = read_actual("Đạt" if target.flat()["expected"] else "không có")
        if actual.grade is None and actual.word is None:
            return None
    elif target.basis == "plan":
        role = "plan"
    else:
        role = "figure" if target.measure == "level" else "change"
    return Said(text, actual, role, target.when, unsure=bool(target.readings))
