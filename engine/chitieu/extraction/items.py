"""The items of a document, their sections and their labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from chitieu.extraction.document import Block
from chitieu.extraction.labels import BULLETS, Label
from chitieu.extraction.outline import Node
from chitieu.extraction.words import declared_count, headline_class, without_count, years_of
from chitieu.extraction.zones import Zone, is_heading, states_target
from chitieu.reading import parse
from chitieu.text.spoken import ADDED_BY_HAND, TITLE_OF_TARGETS, pattern, words

#: "Về kinh tế:" has so many letters at most.
_LONGEST_LEAD = 60
#: Labels that have no number.
_UNNUMBERED = BULLETS | {"star", "plain"}
_SHARES_OUT = re.compile(pattern("SHARES_OUT"), re.I)


@dataclass(slots=True, eq=False)
class FoundSection:
    """A heading with items below it."""

    node: Node | None
    label: str
    title: str
    declared: int | None = None


@dataclass(slots=True, eq=False)
class FoundItem:
    """An item: the paragraph that its label stands in, and those without a label that belong to it."""

    node: Node
    section: FoundSection
    parent: FoundItem | None = None
    label: str = ""
    more: list[Node] = field(default_factory=list)

    @property
    def blocks(self) -> list[tuple[Block, int]]:
        """The paragraphs of the item, each with the place where its words begin."""
        return [(node.block, node.start) for node in (self.node, *self.more)]


@dataclass(slots=True)
class Found:
    """What the outline of a document holds: sections and items in reading order, and the count declared for all."""

    sections: list[FoundSection] = field(default_factory=list)
    items: list[FoundItem] = field(default_factory=list)
    declared: int | None = None
    added: list[FoundItem] = field(default_factory=list)


def find_items(nodes: Sequence[Node], zones: dict[int, Zone], added: frozenset[int] = frozenset()) -> Found:
    """The items of the zones that state targets, and those at the paragraphs that the author ``added``."""
    finder = _Finder(zones, added, _coming(nodes, zones))
    for node in nodes:
        finder.take(node)
    finder.name()
    return finder.found


class _Finder:
    def __init__(self, zones: dict[int, Zone], added: frozenset[int], coming: frozenset[int]) -> None:
        self.found = Found()
        self._coming = coming
        self._zones = zones
        self._added = added
        self._items: dict[int, FoundItem] = {}
        self._sections: dict[int, FoundSection] = {}
        self.extra: FoundSection | None = None

    def take(self, node: Node) -> None:
        zone = self._zones[id(node)]
        if (number := self._number(node)) is not None:
            self._extra(node, number)
            return
        if node.block.cells or zone not in ("targets", "open"):
            return
        if node.label is None:
            self._prose(node, zone)
        elif _is_section(node):
            self._declared(node)
        elif (zone == "targets" and not _is_order(node)) or self._speaks_for_itself(node):
            self._item(node)

    def _number(self, node: Node) -> int | None:
        """The paragraph that the author asked for, where it is this one."""
        return next((piece[2].number for piece in node.block.pieces if piece[2].number in self._added), None)

    def _extra(self, node: Node, number: int) -> None:
        """A paragraph outside the lists, in a part of its own, so that no other label changes."""
        if self.extra is None:
            self.extra = FoundSection(None, "+", ADDED_BY_HAND)
        self.found.added.append(FoundItem(node, self.extra, label=f"+{number}"))

    def _declared(self, node: Node) -> None:
        """A heading with a count whose items stand elsewhere: the count of the whole document."""
        count = declared_count(node.text)
        if count is not None and (self.found.declared is None or count > self.found.declared):
            nested = any(declared_count(child.text) is not None for child in node.labelled)
            if nested or not node.children:
                self.found.declared = count

    def _item(self, node: Node) -> None:
        parent = next((self._items[id(above)] for above in node.above() if id(above) in self._items), None)
        item = FoundItem(node, parent.section if parent else self._section(node), parent)
        self._items[id(node)] = item
        self.found.items.append(item)

    def _prose(self, node: Node, zone: Zone) -> None:
        """Running text belongs to the item that it stands under; in a list without labels it is an item.

        Beside labels it is one where it is a list itself: "Về kinh tế: 1. Thu ngân sách 45 tỷ đồng. 2. …".
        """
        above = node.parent
        if above is not None and id(above) in self._items:
            if parse(node.text).targets:
                self._items[id(above)].more.append(node)
            return
        if zone == "open" and above is not None and id(above) in self._coming and _is_sure(node):
            self._item(node)
            return
        if zone != "targets" or above is None or not is_heading(above) or node.text.endswith(":"):
            return
        if _leads_list(node) or (not above.labelled and states_target(node) and _is_short(node)):
            self._item(node)

    def _speaks_for_itself(self, node: Node) -> bool:
        """A paragraph of a part that announces nothing: it must state a figure, or a plan to be met, beyond doubt."""
        near = any(id(above) in self._coming or _has_targets(above) for above in node.above())
        return near and _is_sure(node)

    def _section(self, node: Node) -> FoundSection:
        heading = next((above for above in node.above() if id(above) not in self._items), None)
        key = id(heading) if heading is not None else 0
        if key not in self._sections:
            title = _title(heading) if heading else TITLE_OF_TARGETS
            declared = declared_count(heading.text) if heading else None
            self._sections[key] = section = FoundSection(heading, "", title, declared)
            self.found.sections.append(section)
        return self._sections[key]

    def name(self) -> None:
        """Give sections and items their labels."""
        name_sections(self.found.sections)
        sole = _numbers_run_on(self.found)
        taken: Counter[str] = Counter()
        places: Counter[int] = Counter()
        bullets = _Places()
        for item in self.found.items:
            above = item.parent or item.section
            places[id(above)] += 1
            base = _own_label(item, places[id(above)], bullets)
            if item.parent is not None:
                label = f"{item.parent.label}.{base}"
            elif sole or not item.section.label or base.startswith(f"{item.section.label}."):
                label = base
            else:
                label = f"{item.section.label}.{base}"
            taken[label] += 1
            item.label = label if taken[label] == 1 else f"{label}-{taken[label]}"
        if self.extra is not None:
            self.found.sections.append(self.extra)
            self.found.items.extend(self.found.added)
        total = self.found.declared
        if total is None and len(self.found.sections) == 1 and self.found.sections[0].declared is None:
            self.found.declared = _count_above(self.found.sections[0])


def _title(heading: Node) -> str:
    """What a section is about; "* Phấn đấu hoàn thành các chỉ tiêu:" is about what stands above it."""
    if heading.kind in ("star", "plain") and headline_class(heading.text):
        numbered = next((above for above in heading.above() if above.kind not in ("star", "plain")), None)
        heading = numbered or heading
    return without_count(heading.text)


def _own_label(item: FoundItem, place: int, places: _Places) -> str:
    """The label as printed; a bullet has its place in the list, and so has a paragraph before bullets.

    One before numbers, "Về kinh tế: …" above "1. Tỷ lệ hộ nghèo …", is "0".
    """
    label = item.node.label
    if label is None and item.parent is None and places.leads_numbers(item.node):
        return "0"
    if label is None or label.kind in _UNNUMBERED:
        return str(places.of(item.node) if item.parent is None and label is not None else place)
    return label.shown


class _Places:
    """Which bullet of its list each is, tasks counted too; every list is counted once."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}
        self._done: set[int] = set()
        self._leading: Counter[int] = Counter()

    def leads_numbers(self, node: Node) -> bool:
        """Whether a paragraph stands beside labels with numbers; else it is counted before the bullets."""
        self._leading[id(node.parent)] += 1
        beside = node.parent.labelled if node.parent else []
        return any(each.kind not in _UNNUMBERED for each in beside)

    def of(self, node: Node) -> int:
        if node.parent is not None and id(node.parent) not in self._done:
            self._done.add(id(node.parent))
            counts: Counter[str] = Counter()
            for each in node.parent.labelled:
                counts[each.kind] += 1
                self._known[id(each)] = counts[each.kind]
        return self._known.get(id(node), 1) + self._leading[id(node.parent)]


def _numbers_run_on(found: Found) -> bool:
    """Whether one numbering runs through all sections, so that an item is known by its own number."""
    tops = [item.node.label for item in found.items if item.parent is None]
    if not tops or any(label is None or label.kind not in ("paren", "arabic") for label in tops):
        return False
    ordinals = [label.ordinal for label in tops if label is not None]
    kinds = {label.kind for label in tops if label is not None}
    if len(set(ordinals)) < len(ordinals) or len(kinds) > 1:
        return False
    return (
        kinds == {"paren"} or len(found.sections) == 1 or ordinals == sorted(ordinals, key=lambda n: n or 0)
    )


def name_sections(sections: Sequence[FoundSection]) -> None:
    """The label of each section: its own, with those above it where one root does not hold all of them."""
    paths = [_path(section.node) for section in sections]
    root = _common(paths)
    taken: Counter[str] = Counter()
    for section, path in zip(sections, paths, strict=True):
        rest = path[root:] or path[-1:]
        label = ".".join(part for part in rest if part) or "*"
        taken[label] += 1
        section.label = label if taken[label] == 1 else f"{label}-{taken[label]}"


def _path(node: Node | None) -> list[str]:
    if node is None:
        return []
    out: list[str] = []
    for each in (node, *node.above()):
        shown = _printed(each)
        if shown and not (out and out[0].startswith(f"{shown}.")):  # "2.1" below "2."
            out.insert(0, shown)
    return out


def _printed(node: Node) -> str:
    """The label of a heading; where a neighbour before it has the same, with how many times: "2-2"."""
    label = node.label
    siblings = node.parent.labelled if node.parent else []
    if label is None or label.kind in _UNNUMBERED:
        alike = [each for each in siblings if each.kind == node.kind and each.children]
        return str(alike.index(node) + 1) if len(alike) > 1 and node in alike else ""
    before = (
        [each for each in siblings[: siblings.index(node)] if _same(each.label, label)] if siblings else []
    )
    return f"{label.shown}-{len(before) + 1}" if before else label.shown


def _same(one: Label | None, other: Label) -> bool:
    return one is not None and (one.kind, one.text) == (other.kind, other.text)


def _common(paths: Sequence[list[str]]) -> int:
    """How many labels at the head all sections share."""
    depth = 0
    while paths and all(
        len(path) > depth + 1 and path[: depth + 1] == paths[0][: depth + 1] for path in paths
    ):
        depth += 1
    return depth


def _count_above(section: FoundSection) -> int | None:
    nodes = section.node.above() if section.node else ()
    return next((count for node in nodes if (count := declared_count(node.text)) is not None), None)


def _is_section(node: Node) -> bool:
    if is_heading(node):
        return True
    return node.kind in BULLETS and _groups(node)


def _groups(node: Node) -> bool:
    """A bullet "Về kinh tế:" among others alike: a group of items, not an item with parts."""
    if not node.children:
        return False
    siblings = [each for each in (node.parent.labelled if node.parent else ()) if each.kind == node.kind]
    return len(siblings) > 1 and all(
        each.labelled and each.text.rstrip().endswith(":") and len(each.text) < 60 and not states_target(each)
        for each in siblings
    )


def _is_order(node: Node) -> bool:
    """An article ("Điều 2. Các đơn vị tổ chức thực hiện …") orders; a target is in it where it says so itself."""
    return node.kind == "article" and not (headline_class(node.text) == "targets" and states_target(node))


def _is_short(node: Node) -> bool:
    return len(node.text) <= 300


def _leads_list(node: Node) -> bool:
    """ "Về kinh tế: 1. Thu ngân sách …", "Về xã hội: tỷ lệ hộ nghèo dưới 2%": what it is of, and targets behind it."""
    lead, _, behind = node.text.partition(":")
    if not behind or len(lead) > _LONGEST_LEAD or headline_class(lead) in ("general", "results", "tasks"):
        return False
    return not parse(lead).targets and _is_sure(node)


def _is_sure(node: Node) -> bool:
    """Whether a paragraph states a figure, or a plan to be met, beyond doubt."""
    reading = parse(node.text)
    sure = [target for target in reading.targets if not target.needs_review]
    strives = any(word in node.text.lower() for word in words("STRIVES"))
    return any(target.kind == "quantity" or (target.basis == "plan" and strives) for target in sure)


def _coming(nodes: Sequence[Node], zones: dict[int, Zone]) -> frozenset[int]:
    """The articles of a resolution that pass what is to come, beside the one with the targets, by ``id``.

    "Điều 3. Thông qua định hướng giai đoạn 2026 - 2030" is one beside "Điều 2. Thông qua kế hoạch năm 2026"; "Điều 4.
    Thông qua quyết toán năm 2025" and "Phân bổ dự toán năm 2026" are none. Where a heading names no year, what is
    below does.
    """
    articles = [node for node in nodes if node.kind == "article" and zones[id(node)] in ("open", "targets")]
    planned = [years_of(node.text) or _years_below(node) for node in articles if _announces(node)]
    since = min((max(years) for years in planned if years), default=0)
    if not since:
        return frozenset()
    return frozenset(
        id(node)
        for node in articles
        if max(years_of(node.text) or _years_below(node), default=0) >= since
        and not _SHARES_OUT.search(node.text)
    )


def _announces(node: Node) -> bool:
    """Whether targets stand in an article: its heading or one directly below announces them."""
    return any(headline_class(each.text) == "targets" for each in (node, *node.labelled))


def _years_below(node: Node) -> list[int]:
    return [year for child in node.children for year in years_of(child.text)]


def _has_targets(node: Node) -> bool:
    """Whether a list of targets stands among what is directly below a heading."""
    return any(
        is_heading(child) and headline_class(child.text) == "targets"
        for near in (node, *node.children)
        for child in near.labelled
    )
