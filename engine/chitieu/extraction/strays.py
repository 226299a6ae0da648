"""The figures of a document that belong to no target of its ruleset, and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.extraction.draft import Stray
from chitieu.extraction.items import Found
from chitieu.extraction.outline import Node
from chitieu.extraction.words import declared_count
from chitieu.extraction.zones import Zone
from chitieu.reading import FigureAccount, Reading, parse, read_all
from chitieu.target import Target
from chitieu.text.spoken import TARGETS, pattern

_BREAK = re.compile(r"[;:.](?=\s)|,(?=\s)|[()]")
_LONGEST = 160
#: The note of a sentence that may tell and wants nothing.
_ONLY_TOLD = "reading.only_told"
#: What the text after these words wants, beside any figure with a per cent sign.
_WANTS = re.compile(pattern("WANTS"), re.I)
_BRINGS_ABOUT = re.compile(pattern("BRINGS_ABOUT"), re.I)
_ASKS_OTHERS = re.compile(pattern("ASKS_OTHERS"), re.I)
_CLAUSE = re.compile(r"[;:.](?=\s)")


def strays_of(nodes: Sequence[Node], zones: dict[int, Zone], found: Found) -> list[Stray]:
    """Every figure outside the targets, in reading order."""
    inside = {id(node) for item in found.items for node in (item.node, *item.more)}
    out: list[Stray] = []
    for node in nodes:
        if node.block.cells:
            continue
        out.extend(_of_node(node, zones[id(node)], id(node) in inside))
    return out


def _of_node(node: Node, zone: Zone, is_item: bool) -> Iterator[Stray]:
    text = node.block.text[node.start :]
    reading = read_all(text) if is_item else parse(text)  # of an item all that it tells is asked about
    told = any(note.code == _ONLY_TOLD for note in reading.notes)
    counts = declared_count(text) is not None and not is_item and zone != "results"
    for figure in reading.figures:
        begin, end = figure.span
        if begin == end or (is_item and figure.account == "target"):  # "¼" is one sign of two figures
            continue
        target = _target_at(reading, figure)
        account = figure.account
        if counts and account == "count" and TARGETS in text[end : end + 20]:
            account = "declared"
        if account == "unread" and zone == "results":
            account = "past"
        offer = False
        if account == "target":
            account = "declared" if counts else "past" if zone == "results" else "count"
            if not counts and zone not in ("results", "front", "closing") and target is not None:
                made = zone == "tasks" and target.kind == "quantity" and _is_brought_about(text, begin, end)
                offer = made or _is_wanted(text, target)
        elif account == "description" and told:
            listed = is_item or (zone == "open" and node.label is not None)
            offer = listed or (zone == "tasks" and _is_brought_about(text, begin, end))
        yield Stray(
            text[begin:end],
            "offer" if offer else account,
            "items" if is_item else zone,
            node.block.place(node.start + begin, node.start + end),
            _around(text, *(target.span if offer and target and target.span else (begin, end))),
            offer,
        )


def _target_at(reading: Reading, figure: FigureAccount) -> Target | None:
    begin, end = figure.span
    return next(
        (
            target
            for target in reading.targets
            if target.span and target.span[0] <= begin and end <= target.span[1]
        ),
        None,
    )


def _is_wanted(text: str, target: Target) -> bool:
    """Whether words in running text look like a target: a share, a bound, or what is striven for."""
    if target.kind != "quantity" or target.span is None:
        return False
    begin, end = target.span
    op = getattr(target.condition, "op", "=")
    near = text[max(0, begin - 40) : end + 12]
    return target.unit.startswith(("%", "‰")) or op != "=" or _WANTS.search(near) is not None


def _is_brought_about(text: str, begin: int, end: int) -> bool:
    """Whether a task makes so many: "mở 02 lớp dạy nghề cho 60 lao động"; "chỉ đạo 35 phường" has them already."""
    low = max((match.end() for match in _CLAUSE.finditer(text, 0, begin)), default=0)
    return not _ASKS_OTHERS.match(text, low) and _BRINGS_ABOUT.search(text, low, end) is not None


def _around(text: str, begin: int, end: int) -> str:
    """The clause that the words stand in."""
    low = max((match.end() for match in _BREAK.finditer(text, 0, begin)), default=0)
    after = _BREAK.search(text, end)
    words = text[low : after.start() if after else len(text)].strip(" ,;:")
    return words if len(words) <= _LONGEST else text[begin:end]
