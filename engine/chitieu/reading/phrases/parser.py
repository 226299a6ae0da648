"""The grammar at work: token runs in, figure phrases and statements out.

What the grammar makes of a run depends on the types of its tokens alone, and few shapes make up most of what is
written ("AT_LEAST NUMBER PERCENT"). So Lark reads each shape once; its tree is kept, and applied to the tokens of
every run of that shape.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from chitieu.reading.phrases.meaning import Meaning, Said
from chitieu.reading.phrases.phrase import Phrase
from chitieu.reading.tables import Terminal, Tree, UnexpectedToken, load_grammar
from chitieu.reading.tokens.scanner import Token, new_token

#: What is said in one way only. A node of nothing else ("%", no "trở lên") means the same in all runs.
_SIGNS = frozenset({"PERCENT", "PERMILLE"})
#: Longer shapes are too many to be kept.
_LONGEST = 64


#: What a node of the tree of a shape means, by the tokens of the run that it is applied to.
_Node = Callable[[tuple[Token, ...]], Any]


class Grammar:
    """``indicator.lark`` compiled."""

    def __init__(self) -> None:
        lark = load_grammar()
        self._starts: dict[str, Any] = {
            start: lark.parse_interactive(start=start) for start in ("figure_phrase", "statement")
        }
        self._meaning = Meaning()
        self._kept = lru_cache(maxsize=4096)(self._read)

    def figure_phrases(self, tokens: Sequence[Token]) -> tuple[list[Phrase], int]:
        """The phrases of a run of tokens, and how many of its tokens they take.

        A run that the grammar does not read whole is read up to the token that does not fit, if that much reads.
        """
        shape = tuple([token.type for token in tokens])
        while shape:
            tree, at = (self._kept if len(shape) <= _LONGEST else self._read)("figure_phrase", shape)
            if tree is not None:
                return tree(tuple(tokens)), len(shape)
            shape = shape[: min(at, len(shape) - 1)]
        return [], 0

    def statement(self, tokens: Sequence[Token]) -> Said | None:
        """What a run of words without a figure states; None for a task, a description, or what does not read."""
        if not tokens:
            return None
        shape = tuple([token.type for token in tokens])
        tree, _ = (self._kept if len(shape) <= _LONGEST else self._read)("statement", shape)
        said: Said | None = None if tree is None else tree(tuple(tokens))
        return None if said is None or said.kind == "task" else said

    def _read(self, start: str, shape: tuple[str, ...]) -> tuple[_Node | None, int]:
        """The tree of a shape, and how many of its tokens fitted; no tree where it does not read whole.

        Each shape goes through a copy of a parser made once, which costs less than making one by ``Lark.parse``.
        """
        parser = self._starts[start].copy(deepcopy_values=False)
        fitted = 0
        try:
            for index, kind in enumerate(shape):
                parser.feed_token(Terminal(kind, "", start_pos=index))
                fitted += 1
            return self._node(parser.feed_token(Terminal("$END", ""))), fitted
        except UnexpectedToken:
            return None, fitted

    def _node(self, tree: Tree[Terminal]) -> _Node:
        if tree.data == "lead":  # means its tokens, which stand side by side
            places = [child.start_pos or 0 for child in tree.children if not isinstance(child, Tree)]
            return itemgetter(slice(places[0], places[-1] + 1) if places else slice(0))
        callback: Callable[[Any], Any] = getattr(self._meaning, tree.data)
        leaves = [child for child in tree.children if not isinstance(child, Tree)]
        if len(leaves) == len(tree.children):
            if all(leaf.type in _SIGNS for leaf in leaves):
                same = callback(tuple([new_token(leaf.type, "", "", 0, 0) for leaf in leaves]))
                return lambda _: same
            taken = itemgetter(*[leaf.start_pos for leaf in leaves])
            if len(leaves) == 1:
                return lambda tokens: callback((taken(tokens),))
            return lambda tokens: callback(taken(tokens))
        children: list[_Node] = [
            self._node(child) if isinstance(child, Tree) else itemgetter(child.start_pos or 0)
            for child in tree.children
        ]
        if len(children) == 1:
            only = children[0]
            if tree.data == "figure_phrase":
                return lambda tokens: [only(tokens)]  # as `Meaning.figure_phrase`, for most
            return lambda tokens: callback((only(tokens),))
        if len(children) == 2:
            first, second = children
            return lambda tokens: callback((first(tokens), second(tokens)))
        if len(children) == 3:
            first, second, third = children
            return lambda tokens: callback((first(tokens), second(tokens), third(tokens)))
        return lambda tokens: callback([child(tokens) for child in children])
