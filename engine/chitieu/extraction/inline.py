"""Lists that run on inside one paragraph: "1. Về kinh tế: (1) …; (2) …; (3) …" is a heading and three items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chitieu.extraction.document import Block
from chitieu.text.spoken import pattern

_FIRST = re.compile(r"\((?P<n>[0-9]{1,3})\)\s*[.:]?\s*\S")
_MARK = re.compile(pattern("MARK_INSIDE"))


def split_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, each item of a list inside a paragraph as one of its own.

    >>> from chitieu.extraction.document import Line
    >>> text = "1. Về kinh tế: (1) Thu 5 tỷ đồng; (2) Chi 4 tỷ đồng."
    >>> [block.text for block in split_lists([Block(text, ((0, 0, Line(text, 1)),))])]
    ['1. Về kinh tế:', '(1) Thu 5 tỷ đồng;', '(2) Chi 4 tỷ đồng.']
    """
    for at, block in enumerate(blocks):
        follows = _FIRST.match(blocks[at + 1].text.lstrip()) if at + 1 < len(blocks) else None
        cuts = [] if block.cells else _cuts(block.text, int(follows["n"]) if follows else None)
        for begin, end in zip([0, *cuts], [*cuts, len(block.text)], strict=True):
            if part := _part(block, begin, end):
                yield part


def _cuts(text: str, follows: int | None) -> list[int]:
    """Where the items begin; none unless two numbers follow each other, here or with the paragraph that ``follows``."""
    cuts: list[int] = []
    last: int | None = None
    for match in _MARK.finditer(text):
        number = int(match["n"])
        if last is None or number == last + 1:
            cuts.append(match.end())
            last = number
    goes_on = last is not None and follows == last + 1
    return [cut for cut in cuts if cut] if len(cuts) > 1 or goes_on else []


def _part(block: Block, begin: int, end: int) -> Block | None:
    text = block.text[begin:end].rstrip()
    if not text:
        return None
    pieces = []
    ends = [piece[0] for piece in block.pieces[1:]] + [len(block.text) + 1]
    for (start, inside, line), stop in zip(block.pieces, ends, strict=True):
        if stop > begin and start < begin + len(text):
            at = max(start, begin)
            pieces.append((at - begin, inside + at - start, line))
    return Block(text, tuple(pieces))
