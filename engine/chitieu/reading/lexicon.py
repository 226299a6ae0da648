"""The words that steer the reading, from the terminals of ``grammar/lexicon.lark`` and the open vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from chitieu.text.source import fold

_ESCAPED = re.compile(r"\\(.)", re.S)
_WORDS = re.compile(r"\w+|[^\w\s]")

Trie = dict[str, "Trie | frozenset[str]"]
#: The key of a trie node under which the marks of the spelling that ends there stand.
END = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Spellings by their first word (a trie), and the patterns of what is no word, in order of precedence."""

    trie: Trie
    patterns: re.Pattern[str]
    spellings: dict[str, tuple[str, ...]] = field(repr=False)


def spellings_of(pattern: str) -> tuple[str, ...] | None:
    """The plain spellings that a Lark terminal lists; None where it is a real regular expression.

    >>> spellings_of(r"(?:ít\\ nhất|tối\\ thiểu)")
    ('ít nhất', 'tối thiểu')
    """
    body = pattern[3:-1] if pattern.startswith("(?:") and pattern.endswith(")") else pattern
    words = tuple(_ESCAPED.sub(r"\1", part) for part in re.split(r"(?<!\\)\|", body))
    plain = "|".join(re.escape(word) for word in words)
    return words if plain == body else None


def build_lexicon(terminals: Iterable[tuple[str, str]], vocabulary: dict[str, Iterable[str]]) -> Lexicon:
    """The lexicon of the grammar's terminals (name, pattern) and of the vocabulary (mark → spellings)."""
    trie: Trie = {}
    patterns: list[str] = []
    spellings: dict[str, tuple[str, ...]] = {}
    for name, pattern in terminals:
        words = spellings_of(pattern)
        if words is None:
            patterns.append(f"(?P<{name}>{pattern})")
        else:
            spellings[name] = words
    for mark, listed in [*spellings.items(), *vocabulary.items()]:
        for spelling in listed:
            node = trie
            for word in _WORDS.findall(fold_phrase(spelling)):
                node = node.setdefault(word, {})  # type: ignore[assignment]
            node[END] = frozenset({mark}) | node.get(END, frozenset())  # type: ignore[operator]
    return Lexicon(trie, re.compile("|".join(patterns)), spellings)


def fold_phrase(phrase: str) -> str:
    """Every word of a phrase folded.

    >>> fold_phrase("Văn Hoá")
    'văn hóa'
    """
    return " ".join(fold(word) for word in phrase.split())
