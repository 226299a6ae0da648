"""The words that steer the reading, from the terminals of ``grammar/lexicon.lark`` and the open vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from chitieu.text.source import fold

_WORDS = re.compile(r"\w+|[^\w\s]")


class Trie(dict[str, "Trie"]):
    """Spellings by their first word, what follows by the next; ``marks`` are those of the spelling that ends here."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: frozenset[str] = frozenset()


class Lexicon(NamedTuple):
    """Spellings in a trie, and one pattern of what is no word, its groups in order of precedence."""

    trie: Trie
    patterns: str


def build_lexicon(spellings: Mapping[str, Iterable[str]], patterns: Mapping[str, str]) -> Lexicon:
    """The lexicon of spellings (mark → spellings) and of patterns (terminal → pattern, in order of precedence).

    Spellings of the same marks share one set of them: a few dozen sets stay at hand where thousands would not.
    """
    trie = Trie()
    shared: dict[frozenset[str], frozenset[str]] = {}
    for mark, listed in spellings.items():
        for spelling in listed:
            node = trie
            for word in _WORDS.findall(fold_phrase(spelling)):
                node = node.setdefault(word, Trie())
            marks = node.marks | {mark}
            node.marks = shared.setdefault(marks, marks)
    return Lexicon(trie, "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items()))


def fold_phrase(phrase: str) -> str:
    """Every word of a phrase folded.

    >>> fold_phrase("Văn Hoá")
    'văn hóa'
    """
    return " ".join(map(fold, phrase.split()))
