"""Drafts of documents, and targets in a short notation."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from chitieu.extraction.draft import Draft
from chitieu.extraction.extract import extract
from chitieu.extraction.reader import read_document
from chitieu.target import Target


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHITIEU_CACHE_DIR", str(tmp_path / "cache"))


def draft_of(path: Path) -> Draft:
    return extract(read_document(path))


def found(draft: Draft) -> dict[str, list[str]]:
    """Every item with its targets."""
    out: dict[str, list[str]] = {item.label: [] for item in draft.items}
    for target in draft.targets:
        out[target.item].append(short(target.target))
    return out


def short(target: Target) -> str:
    flat = target.flat()
    if flat["kind"] == "status":
        return "holds" if flat["expected"] else "absent"
    if flat["kind"] == "grade":
        return f"grade {flat['op']} {flat['grade']}"
    figures = f"{flat['low']}..{flat['high']}" if flat["op"] == "range" else f"{flat['op']} {flat['value']}"
    measure = "" if flat["measure"] == "level" else f"{flat['measure']} "
    return f"{measure}{figures} {flat['unit']}".strip()


def places(draft: Draft, path: Path) -> dict[str, list[str]]:
    """Where every target says that its words stand, read from the document itself by page, paragraph and span."""
    lines = {(line.page, line.number): line for line in read_document(path).lines}
    order = list(lines)
    out: dict[str, list[str]] = defaultdict(list)
    for target in draft.targets:
        assert target.place is not None
        at = order.index((target.place.page, target.place.paragraph))
        text = lines[order[at]].text
        for key in order[at + 1 : at + 6]:
            text = f"{text.rstrip()} {lines[key].text.strip()}"
        begin, end = target.place.span
        out[target.id] = [text[begin:end], str(target.fields["expect"])]
    return out
