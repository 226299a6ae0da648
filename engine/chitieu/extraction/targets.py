"""The targets of an item as entries: the shortest words that read as the whole clause does, and what they lack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from chitieu.diagnostics import Diagnostic
from chitieu.extraction.document import Block
from chitieu.extraction.draft import DraftTarget
from chitieu.extraction.written import on_one_line
from chitieu.reading import Reading, read_all, read_expression
from chitieu.ruleset.compile import read_entry
from chitieu.ruleset.file import TargetEntry
from chitieu.ruleset.overrides import ContradictionError
from chitieu.target import Target
from chitieu.text.spoken import pattern

_BREAK = re.compile(r"[;:.](?=\s)|,(?=\s)|[()]")
_SENTENCE = re.compile(r"[;.](?=\s)")
#: A field before a colon, where what follows names its own indicators.
_ABOUT = re.compile(pattern("ABOUT"), re.I)
_EDGE = " \t,;:.("
#: What makes a verdict, in the order of the file.
_KEYS = (
    "kind", "measure", "op", "value", "low", "high", "low_open", "high_open", "unit", "grade", "scale", "expected",
    "better", "basis", "average_annual", "each", "of", "restates", "approximate", "stretch", "when",
)  # fmt: skip
#: Notes that say why a person must look at a target.
_PLAIN_NOTES = frozenset(
    {"reading.approximate", "reading.no_amount", "reading.space_in_figure", "reading.growth_rate",
     "reading.open_upper_end", "reading.letters_for_digits"}
)  # fmt: skip


def targets_of(item: str, block: Block, start: int, first: int) -> tuple[list[DraftTarget], Reading]:
    """The entries of a paragraph's targets, numbered from ``first``, and its reading."""
    start += _lead(block.text[start:])
    text = block.text[start:]
    reading = read_all(text)
    out = []
    for number, target in enumerate(reading.targets, first):
        out.append(_draft((f"{item}.{number}", item), text, target, reading, (block, start)))
    return out, reading


def _lead(text: str) -> int:
    """How long the words are that only say what an item is about: "Về kinh tế: giá trị sản xuất …"."""
    match = _ABOUT.match(text)
    return match.end() if match else 0


def _draft(
    names: tuple[str, str], text: str, target: Target, reading: Reading, where: tuple[Block, int]
) -> DraftTarget:
    (id_, item), (block, start) = names, where
    begin, end = target.span or (0, 0)
    if not text[begin:end].strip():  # half of a letter such as "¼"
        begin, end = 0, len(text)
    wanted = meaning(target)
    indicator = clean_indicator(target.indicator) or text[:80].strip(_EDGE)
    chosen: dict[str, Any] | None = None
    chosen_span = (begin, end)
    fewest: tuple[bool, int] | None = None
    for low, high in _candidates(text, begin, end):
        fields = {"id": id_, "item": item, "indicator": indicator, "expect": text[low:high]}
        if (found := complete(fields, wanted, doubted=target.needs_review)) is None:
            continue
        # words that state other targets too are the last choice
        cost = (len(read_expression(text[low:high], indicator).targets) > 1, len(found))
        if fewest is None or cost < fewest:
            fewest, chosen, chosen_span = cost, found, (low, high)
        if cost == (False, len(fields)):
            break
    doubts = _doubts(target, reading)
    if chosen is None:  # no words read as the target does
        chosen = {"id": id_, "item": item, "indicator": indicator, "expect": text[begin:end], **wanted}
        doubts = doubts or (Diagnostic("extract.doubt"),)
    _state_doubt(chosen, target, bool(doubts))
    place = block.place(start + chosen_span[0], start + chosen_span[1])
    told = {"indicator": indicator, "needs_review": target.needs_review or bool(doubts)}
    read = target.model_copy(update=told)
    return DraftTarget(id_, item, chosen, read, place, doubts)


def meaning(target: Target) -> dict[str, Any]:
    """The flat keys that make a verdict.

    >>> meaning(read_all("giảm 2 hộ nghèo").targets[0])["measure"]
    'decrease'
    """
    flat = target.flat()
    return {key: flat[key] for key in _KEYS if key in flat}


def clean_indicator(words: str) -> str:
    """The name of an indicator on one line, without marks at its ends.

    >>> clean_indicator("tỷ lệ cấp phép (đủ điều kiện: ")
    'Tỷ lệ cấp phép (đủ điều kiện)'
    """
    name = re.sub(r"\s+", " ", words).strip(" \t,;:.*-–+").strip()
    if name.count("(") > name.count(")"):
        name += ")"
    return name[:1].upper() + name[1:]


def _candidates(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of the span, then the clause around it, then the sentence; each without marks at its ends."""
    seen = set()
    for parting in (None, _BREAK, _SENTENCE):
        low, high = begin, end
        if parting is not None:
            low = max((match.end() for match in parting.finditer(text, 0, begin)), default=0)
            after = parting.search(text, end)
            high = after.start() if after else len(text)
        while low < high and text[low] in _EDGE:
            low += 1
        while low < high and text[high - 1] in " \t,;:":
            high -= 1
        if low < high and (low, high) not in seen:
            seen.add((low, high))
            yield low, high


def complete(fields: dict[str, Any], wanted: dict[str, Any], *, doubted: bool) -> dict[str, Any] | None:
    """The fields with those keys beside ``expect`` without which they would mean something else; None where none do."""
    read = read_fields(fields)
    if read is not None and meaning(read) == wanted and (doubted or not read.needs_review):
        return fields
    got = meaning(read) if read is not None else {}
    lacking = {key: value for key, value in wanted.items() if got.get(key) != value}
    if any(key not in wanted for key in got):  # a reading that says more than the clause: state all of it
        lacking = dict(wanted)
    for added in (lacking, {**wanted, **lacking}):
        full = (
            fields
            | added
            | {key: False for key in ("stretch", "approximate") if got.get(key) and key not in wanted}
        )
        read = read_fields(full)
        if read is not None and meaning(read) == wanted and (doubted or not read.needs_review):
            return full
    return None


def read_fields(fields: dict[str, Any]) -> Target | None:
    """The target that an entry stands for, as the file will have its words; None where it cannot be read."""
    words = fields["expect"]
    if "  " in words or not words.isprintable():
        fields = fields | {"expect": on_one_line(words)}
    try:
        return read_entry(TargetEntry.model_validate(fields))
    except (ContradictionError, ValueError):
        return None


def _doubts(target: Target, reading: Reading) -> tuple[Diagnostic, ...]:
    if not target.needs_review and not (reading.needs_review and len(reading.targets) == 1):
        return ()
    notes = [note for note in reading.notes if note.code not in _PLAIN_NOTES]
    near = [
        note for note in notes if note.span is None or target.span is None or _touch(note.span, target.span)
    ]
    return tuple(near or notes) or (Diagnostic("extract.doubt"),)


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _state_doubt(fields: dict[str, Any], target: Target, doubted: bool) -> None:
    """Write the doubt beside the words, so that it holds although they are read without their clause."""
    if target.readings:
        fields["readings"] = [meaning(other) for other in target.readings]
    elif target.needs_review or doubted:
        fields["review"] = True
