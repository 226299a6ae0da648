"""Paragraphs into a tree: headings, items and their parts, by the labels that they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chitieu.extraction.document import Block
from chitieu.extraction.joining import is_capitals
from chitieu.extraction.labels import BULLETS, RANKS, Label, label_of, read_label
from chitieu.extraction.words import headline_class

_MARKUP = re.compile(r"^(?:\*\*|__)|(?:\*\*|__)$")
_LONGEST_HEADLINE = 160


@dataclass(slots=True, eq=False)
class Node:
    """A paragraph with what stands below it. ``label`` is None for running text; ``start`` is where its words begin."""

    block: Block
    label: Label | None
    start: int
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The kind of label; "plain" for a heading without one, "prose" for running text."""
        return self.label.kind if self.label else "prose"

    @property
    def text(self) -> str:
        """The words after the label."""
        return _MARKUP.sub("", self.block.text[self.start :].strip()).strip()

    @property
    def labelled(self) -> list[Node]:
        """What stands below with a label of its own."""
        return [child for child in self.children if child.label is not None]

    def above(self) -> Iterator[Node]:
        """The node's parent, its parent, and so on up."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


_PLAIN = Label("plain", "", None, 0)
#: Labels of the large parts of a document; which of them is outside which, each document says by its order.
_DIVISIONS = frozenset({"part", "chapter", "upper", "roman", "article"})


def outline(blocks: Iterable[Block]) -> list[Node]:
    """The nodes of a document in reading order, each with its parent and children.

    A list goes on where its number does; one that begins anew at 1 under an open paragraph is inside it.
    """
    nodes: list[Node] = []
    stack: list[Node] = []
    for block in blocks:
        node = _node(block)
        if node.label is None:
            holder = next((open_ for open_ in reversed(stack) if open_.kind not in BULLETS), None)
            if stack and not block.first.after_blank and stack[-1].kind in BULLETS:
                holder = stack[-1]
            _put(node, holder)
        else:
            del stack[_depth(node, stack) :]
            _put(node, stack[-1] if stack else None)
            stack.append(node)
        nodes.append(node)
    return nodes


def _put(node: Node, parent: Node | None) -> None:
    node.parent = parent
    if parent is not None:
        parent.children.append(node)


def _node(block: Block) -> Node:
    text = block.text
    if block.cells:
        return Node(block, None, 0)
    own = label_of(block.first.label) if block.first.label else None
    typed = read_label(text)
    label = typed if own is None or (own.kind in BULLETS and typed is not None) else own
    if label is not None and any(map(str.isprintable, text[label.end :].strip())):
        return Node(block, label, label.end)
    if _is_headline(text):
        return Node(block, _PLAIN, 0)
    return Node(block, None, 0)


def _is_headline(text: str) -> bool:
    """A heading without a label: capitals, or a short line that names what follows."""
    plain = text.strip().strip("*_ ")
    if len(plain) > _LONGEST_HEADLINE or not headline_class(plain):
        return False
    return is_capitals(plain) or plain.endswith(":")


def _depth(node: Node, stack: list[Node]) -> int:
    """How many of the open nodes stay open above a new one."""
    label = node.label
    assert label is not None
    if label.kind == "plain":
        if is_capitals(node.text):
            return 0
        return _below_rank(label.kind, stack)
    same = [at for at, open_ in enumerate(stack) if open_.kind == label.kind and _fits(open_, label)]
    if label.kind == "decimal":
        prefix = label.text.rsplit(".", 1)[0]
        for at in reversed(range(len(stack))):
            held = stack[at].label
            if held is not None and held.kind in ("arabic", "decimal") and held.text == prefix:
                return at + 1
    if same:
        following = [at for at in same if _follows(stack[at], label)]
        if following:
            return following[-1]
        if label.ordinal == 1 and _opens_list(stack[-1]) and stack[-1].kind != label.kind:
            return len(stack)
        return same[-1]
    if label.ordinal == 1 and (label.kind not in _DIVISIONS or _leads_to(stack, label)):
        return _below_bullets(label.kind, stack)
    return _below_rank(label.kind, stack)


def _leads_to(stack: list[Node], label: Label) -> bool:
    """Whether a list begins right under a heading of a lower rank: "II. MỤC TIÊU", then "A. Về kinh tế".

    So does "I. Chỉ tiêu" under "Điều 1. Thông qua kế hoạch với nội dung sau:"; a sentence that ends leads to nothing.
    """
    above = next((open_ for open_ in reversed(stack) if open_.kind not in ("plain", "star")), None)
    if above is None or above.kind not in _DIVISIONS or label.kind in ("part", "chapter"):
        return False
    return not above.text.rstrip("*_/ ").endswith((".", ";"))


def _fits(open_: Node, label: Label) -> bool:
    held = open_.label
    return held is not None and held.text.count(".") == label.text.count(".")


def _follows(open_: Node, label: Label) -> bool:
    held = open_.label
    if held is None or held.ordinal is None or label.ordinal is None:
        return label.kind in BULLETS or label.kind == "star"
    return label.ordinal == held.ordinal + 1


def _opens_list(open_: Node) -> bool:
    return open_.text.rstrip("*_ ").endswith(":") or open_.kind in ("plain", "star")


def _below_rank(kind: str, stack: list[Node]) -> int:
    depth = len(stack)
    while depth and not _is_title(stack[depth - 1]) and RANKS[stack[depth - 1].kind] >= RANKS[kind]:
        depth -= 1
    return depth


def _is_title(node: Node) -> bool:
    return node.kind == "plain" and is_capitals(node.text)


def _below_bullets(kind: str, stack: list[Node]) -> int:
    """A numbered list that begins: inside everything but bullets, unless a bullet leads up to it."""
    if kind not in BULLETS and stack and stack[-1].kind in BULLETS and not _opens_list(stack[-1]):
        return next((at for at, open_ in enumerate(stack) if open_.kind in BULLETS), len(stack))
    return len(stack)
