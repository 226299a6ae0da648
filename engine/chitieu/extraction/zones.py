"""Which part of a document states targets: the zones of its outline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chitieu.extraction.joining import is_capitals, is_closing
from chitieu.extraction.labels import BULLETS
from chitieu.extraction.outline import Node
from chitieu.extraction.words import declared_count, headline_class, without_count
from chitieu.reading import parse
from chitieu.text.spoken import IN_PARTICULAR, TARGETS, pattern

#: Zones: "targets" (all labelled paragraphs are items), "open" (nothing is announced: an item must speak for
#: itself), and those that hold none.
Zone = str
_GROUNDS = re.compile(pattern("GROUNDS"), re.I)
_KIND = re.compile(pattern("KIND_OF_DOCUMENT"))
_LONGEST_HEADING = 220
_LONGEST_LEAD = 60
_FIELD = re.compile(pattern("FIELD_OF_TASKS"), re.I)
_PART_BY_LEAD = re.compile(pattern("PART_BY_LEAD"), re.I)


def is_heading(node: Node) -> bool:
    """Whether a paragraph heads what follows, and is no item itself."""
    if node.label is None or node.kind in BULLETS or len(node.text) > _LONGEST_HEADING:
        return False
    if node.kind == "plain" or is_capitals(node.text) or declared_count(node.text) is not None:
        return True
    if node.kind == "star" and not node.children:
        return False
    below = bool(node.children)
    announces = bool(headline_class(node.text))
    if states_target(node):
        if _has_quantity(node) or not below:
            return False
        headed = node.text.endswith(":") or node.kind == "article"  # "Điều 3. Điều kiện xét, công nhận"
        return (announces and headed) or _among_headings(node)
    if below and not announces and _among_items(node):
        return False
    return below or (announces and node.text.endswith(":"))


def _among_items(node: Node) -> bool:
    """Whether a neighbour of the same list is an item: then this one, with its parts, is an item too."""
    siblings = node.parent.labelled if node.parent else []
    return any(
        each.kind == node.kind and each is not node and not each.children and states_target(each)
        for each in siblings
    )


def _among_headings(node: Node) -> bool:
    """Whether all neighbours of the same list are bare names with lists below them: then this one is such a name."""
    siblings = [each for each in (node.parent.labelled if node.parent else ()) if each.kind == node.kind]
    return len(siblings) > 1 and all(
        each.labelled and not each.text.endswith((".", ";")) and (each is node or not states_target(each))
        for each in siblings
    )


def states_target(node: Node) -> bool:
    """Whether the paragraph's own words state a target; a declared count is none."""
    if declared_count(node.text) is not None:
        return False
    return bool(parse(node.text).targets)


def _has_quantity(node: Node) -> bool:
    return any(target.kind == "quantity" for target in parse(node.text).targets)


def zones_of(nodes: Sequence[Node]) -> dict[int, Zone]:
    """The zone of every node, by ``id``."""
    default = title_zone(nodes)
    out: dict[int, Zone] = {}
    front = True
    closing = False
    for node in nodes:
        heads = not node.block.cells and is_heading(node)
        if front and (node.block.cells or _opens_body(node, heads)):
            front = False
        if is_closing(node.block.text):
            closing = True
        elif closing and node.kind == "plain" and is_capitals(node.text):
            closing = headline_class(node.text) not in ("targets", "annex", "mixed")
        elif closing and (node.block.cells or _opens_another(node)):
            closing = False
        if closing:
            out[id(node)] = "closing"
        elif front:
            out[id(node)] = "front"
        else:
            out[id(node)] = _zone(node, heads, out, default)
    return out


def _opens_another(node: Node) -> bool:
    """Whether what a decision enacts begins below its signature: "KẾ HOẠCH" in capitals, as a title is."""
    text = node.block.text.strip()
    return node.label is None and _KIND.match(text) is not None and is_capitals(text)


def _opens_body(node: Node, heads: bool) -> bool:
    if node.label is None or _GROUNDS.match(node.text):
        return False
    if node.kind == "plain":
        return headline_class(node.text) in ("targets", "annex")
    return heads or node.kind not in BULLETS


def _zone(node: Node, heads: bool, known: dict[int, Zone], default: Zone) -> Zone:
    above = next((known[id(parent)] for parent in node.above() if id(parent) in known), default)
    if above in ("front", "closing"):
        above = default
    if above == "results":  # "Các chỉ tiêu đạt được", below the results
        return above
    if not heads:
        return _lead(node) or above
    match headline_class(node.text):
        case "targets":
            return "general" if _leads_to_targets(node, node.text) else "targets"
        case "tasks" if above == "targets" and _is_field(node):
            return above
        case "results" | "tasks" | "general" as found:
            return "targets" if found == "tasks" and declared_count(node.text) is not None else found
        case "mixed" | "annex":
            return "open"
        case _:
            return "targets" if declared_count(node.text) is not None else above


def _lead(node: Node) -> Zone | None:
    """The zone of a numbered paragraph that names what it is before its colon: "1. Mục tiêu chung: …"."""
    lead, colon, _ = node.text.partition(":")
    if (
        node.label is None
        or node.kind in (*BULLETS, "plain", "star")
        or not colon
        or len(lead) > _LONGEST_LEAD
    ):
        return None
    found = headline_class(lead)
    if found == "general" or (found == "targets" and _leads_to_targets(node, lead)):
        return "general"
    return found if _PART_BY_LEAD.match(lead) else None


def _is_field(node: Node) -> bool:
    """Whether a heading names a field of the targets that it stands among, not a part with tasks.

    "Nhiệm vụ chuyên môn", "Về phong trào thi đua, khen thưởng" below "CHỈ TIÊU NĂM 2026".
    """
    if not _FIELD.match(node.text) or node.parent is None:
        return False
    siblings = [each for each in node.parent.labelled if each.kind == node.kind]
    announced = any(headline_class(above.text) == "targets" for above in node.above())  # "MỤC TIÊU NĂM 2026"
    named = (without_count(each.text) for each in siblings)  # "Về kinh tế (9 chỉ tiêu)" is a field as well
    return announced and not any(headline_class(name) == "targets" for name in named)


def _leads_to_targets(node: Node, words: str) -> bool:
    """Whether a bare "Mục tiêu" stands beside a part of its own with the targets: then it is the aim in general."""
    if TARGETS in words.lower() or IN_PARTICULAR in words.lower() or node.labelled:
        return False
    siblings = node.parent.labelled if node.parent else []
    return any(each.kind == node.kind and TARGETS in each.text.lower() for each in siblings)


def title_zone(nodes: Sequence[Node]) -> Zone:
    """What the document's own title announces: "targets" where it names targets alone, else "open"."""
    for node in nodes[:25]:
        if node.label is not None and node.kind not in ("plain", *BULLETS):
            break
        text = node.block.text.strip()
        if _GROUNDS.match(node.text) or len(text) > _LONGEST_HEADING or text.endswith(":"):
            continue
        if headline_class(text) == "targets":
            return "targets"
    return "open"
