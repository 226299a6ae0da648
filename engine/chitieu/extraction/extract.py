"""From a document to a draft ruleset: the one way through the modules of this folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any

import chitieu
from chitieu.diagnostics import Diagnostic, DocumentError
from chitieu.diagnostics import Place as FilePlace
from chitieu.extraction.document import Document
from chitieu.extraction.draft import Draft, DraftItem, DraftTarget
from chitieu.extraction.inline import split_lists
from chitieu.extraction.items import Found, FoundItem, find_items
from chitieu.extraction.joining import join_lines
from chitieu.extraction.metadata import Metadata, read_metadata
from chitieu.extraction.outline import Node, outline
from chitieu.extraction.strays import strays_of
from chitieu.extraction.tables import rows_of
from chitieu.extraction.targets import targets_of
from chitieu.extraction.zones import zones_of
from chitieu.ruleset.file import SCHEMA_VERSION
from chitieu.text.letters import part_marks
from chitieu.text.spoken import TARGETS

#: Told how many paragraphs are done, of how many.
Progress = Callable[[int, int], None]


def extract(document: Document, *, add: Iterable[int] = (), progress: Progress | None = None) -> Draft:
    """The draft ruleset of a document.

    Args:
        document: The lines of a document, from ``read_document``.
        add: Numbers of paragraphs outside the lists that are to become items.
        progress: Called with the number of items read and their total.

    Raises:
        DocumentError: The document holds no list of targets.

    >>> from chitieu.extraction.text_file import read_text
    >>> text = "CHỈ TIÊU NĂM 2026\\n1. Kết nạp từ 5 đảng viên trở lên.\\n2. Tỷ lệ hộ nghèo còn dưới 2%."
    >>> draft = extract(read_text(text.encode(), "chi-tieu.txt", ""))
    >>> [(target.id, target.fields["expect"]) for target in draft.targets]
    [('1.1', 'từ 5 đảng viên trở lên'), ('2.1', 'còn dưới 2%')]
    """
    nodes = outline(split_lists(join_lines(document.lines)))
    zones = zones_of(nodes)
    found = find_items(nodes, zones, frozenset(add))
    roots = _roots(found)
    about = read_metadata(nodes, roots)
    table = rows_of(nodes, zones, found, int(about.period[0][:4]) if about.period else None)
    items, targets = _read_items(found, progress)
    items += table.items
    targets += table.targets
    _mark_tasks(items, targets)
    if not targets and not items:
        raise DocumentError(Diagnostic("document.no_targets", place=FilePlace(file=document.name)))
    sections: list[dict[str, Any]] = [
        {"label": part.label, "title": part.title}
        | ({"declared": part.declared} if part.declared is not None else {})
        for part in found.sections
        if any(item.section is part for item in found.items)
    ]
    sections += table.sections
    draft = Draft(
        name=slug(PurePath(document.name).stem),
        title=about.title or PurePath(document.name).stem,
        head={},
        sections=sections,
        items=items,
        targets=targets,
        strays=[*strays_of(nodes, zones, found), *table.strays],
        dropped=document.dropped,
        notes=[*document.notes, *table.notes],
    )
    draft.head = _head(document, about, found, draft)
    return draft


def _read_items(found: Found, progress: Progress | None) -> tuple[list[DraftItem], list[DraftTarget]]:
    items: list[DraftItem] = []
    targets: list[DraftTarget] = []
    for done, item in enumerate(found.items):
        if progress is not None:
            progress(done, len(found.items))
        own: list[DraftTarget] = []
        for block, start in item.blocks:
            own += targets_of(item.label, block, start, len(own) + 1)[0]
        targets += own
        items.append(_item(item, bare=not own))
    return items, targets


def _item(item: FoundItem, *, bare: bool) -> DraftItem:
    block, start = item.node.block, item.node.start
    text = " ".join(item.node.text.split())
    place = block.place(start, len(block.text))
    parent = item.parent.label if item.parent else None
    made = DraftItem(item.label, item.section.label, parent, text, False, place)
    if bare:
        made.fields["title"] = text
    return made


def _mark_tasks(items: list[DraftItem], targets: list[DraftTarget]) -> None:
    """An item that states no target, and whose parts state none, is a task."""
    filled = {target.item for target in targets}
    by_label = {item.label: item for item in items}
    for item in items:
        above: DraftItem | None = item
        while item.label in filled and above is not None and above.parent is not None:
            filled.add(above.parent)
            above = by_label.get(above.parent)
    for item in items:
        item.task = item.label not in filled


def _roots(found: Found) -> list[Node]:
    """The headings that all sections stand under, or the sections' own."""
    tops: list[Node] = []
    for section in found.sections:
        if section.node is None:
            continue
        top = section.node
        for above in section.node.above():
            if TARGETS in above.text.lower():
                top = above
        if top not in tops:
            tops.append(top)
    return tops


def _head(document: Document, about: Metadata, found: Found, draft: Draft) -> dict[str, Any]:
    head: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "ruleset": draft.name, "title": draft.title}
    if about.issuer:
        head["issuer"] = about.issuer
    if about.period:
        head["period"] = {"from": about.period[0], "to": about.period[1]}
    else:
        draft.notes.append(Diagnostic("extract.no_period"))
    source = {"document": PurePath(document.name).name, "sha256": document.sha256}
    if about.number:
        source["number"] = about.number
    if about.date:
        source["date"] = about.date
    source["extractor"] = f"chitieu {chitieu.__version__}"
    head["source"] = source
    if found.declared is not None:
        head["declared"] = found.declared
    return head


def slug(name: str) -> str:
    """A name of plain letters for a ruleset.

    >>> slug("Nghị quyết Đồ Sơn (2026)")
    'nghi-quyet-do-son-2026'
    """
    plain, _ = part_marks(name)
    return re.sub(r"[^a-z0-9._]+", "-", plain.lower()).strip("-._") or "bo-chi-tieu"
