"""Page numbers, and heads and feet that every page repeats: no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from chitieu.extraction.document import Line
from chitieu.extraction.labels import read_label

_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—~]\s*)?(?:(?:Trang|trang|Page)\s*)?[0-9]{1,4}(?:\s*/\s*[0-9]{1,4})?(?:\s*[-–—~])?\s*"
)
#: A year that a line was broken before: "… nghề nghiệp năm", then "2026".
_YEAR = re.compile(r"\s*(?:19|20)[0-9]{2}\s*")
#: A page number at either end of a running head.
_AT_END = re.compile(r"^[0-9]{1,4}\s+|\s+[0-9]{1,4}(?:/[0-9]{1,4})?$")
_REPEATED = 3
_LONGEST_HEAD = 120


def without_running_lines(lines: Sequence[Line]) -> tuple[list[Line], dict[str, int]]:
    """The lines without page numbers and running heads, and how many of each were left out."""
    pages = any(line.new_page for line in lines)
    numbers = {at for at, line in enumerate(lines) if _is_page_number(line)}
    heads = _heads(lines, numbers) if pages else set()
    out: list[Line] = []
    left_out = False
    new_page = False
    for at, line in enumerate(lines):
        if at in numbers or at in heads:
            left_out = True
            new_page = new_page or line.new_page or at in numbers
            continue
        if left_out or new_page:
            line = replace(line, new_page=line.new_page or new_page, after_blank=line.after_blank or left_out)  # noqa: PLW2901
        out.append(line)
        left_out = new_page = False
    dropped = {"page": len(numbers), "head": len(heads)}
    return out, {name: count for name, count in dropped.items() if count}


def _is_page_number(line: Line) -> bool:
    bare = not line.cells and _PAGE_NUMBER.fullmatch(line.text) is not None
    return bare and _YEAR.fullmatch(line.text) is None


def _heads(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Lines at the top or the foot of a page whose words, a page number aside, stand there on several pages."""
    edges = set()
    for at, line in enumerate(lines):
        if line.new_page:
            edges |= {at, at + 1, at + 2, at - 1, at - 2, at - 3}
    edges |= {0, 1, len(lines) - 1, len(lines) - 2}
    edges = {at for at in edges if 0 <= at < len(lines)} - numbers
    shapes = {
        at: _AT_END.sub("#", lines[at].text.strip().casefold())
        for at in edges
        if read_label(lines[at].text) is None and not lines[at].label
    }
    seen = Counter(shapes.values())
    return {
        at
        for at, shape in shapes.items()
        if seen[shape] >= _REPEATED and len(shape) <= _LONGEST_HEAD and not lines[at].cells
    }
