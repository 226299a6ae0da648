"""The words that steer the reading, from the terminals of ``grammar/lexicon.lark`` and the open vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from chitieu.text.letters import CAPITALS, without_tones
from chitieu.text.source import fold
from chitieu.text.spoken import pattern, words

_WORDS = re.compile(r"\w+|[^\w\s]")


class Trie:
    """Spellings by their first word, what follows by the next; ``marks`` and ``spelling`` of the one that ends here.

    ``following`` is a plain dict, which is asked faster than a subclass of it.
    """

    __slots__ = ("following", "marks", "spelling")

    def __init__(self) -> None:
        self.following: dict[str, Trie] = {}
        self.marks: frozenset[str] = frozenset()
        self.spelling = ""

    def let(self, word: str, right: Trie) -> Trie:
        """What follows by a word: what is given, where nothing does so yet."""
        return self.following.setdefault(word, right)


#: The mark of a word that is two: "họckhông", where the second turns what is read.
GLUED = "GLUED"
#: A capital inside a word and the letters behind it; what marks a unit.
_TAIL = re.compile(rf"(?<=[a-z{CAPITALS.removeprefix('A-Z').lower()}])[{CAPITALS}][^\W\d_{CAPITALS}]+$")
_OF_UNITS = frozenset({"SCALE", "MEASURE"})
_GLUED = frozenset({GLUED})
_LONG = 6
_VOWELS = re.compile(pattern("VOWELS"))
_STEERING = words("GLUED_TO")


def is_glued(word: str) -> bool:
    """Whether a word that nobody knows is two, one of which steers what is read: no syllable has two groups of vowels.

    >>> is_glued("họckhông"), is_glued("nghiêng"), is_glued("marketing")
    (True, False, False)
    """
    if word.isascii() or not (word.startswith(_STEERING) or word.endswith(_STEERING)):
        return False
    return len(_VOWELS.findall(without_tones(word))) > 1


#: The mark of a phrase that was found by a wrong spelling.
MISSPELT = "MISSPELT"
#: A piece of a text: its type and text, its length; as the lexicon compares it, what is meant and with which marks; and
#: the words that phrases which it begins go on with.
Piece = tuple[str, str, int, str, str, frozenset[str], dict[str, Trie] | None]
NO_MARKS: frozenset[str] = frozenset()


class Words(dict[str, Piece]):
    """Each word that was met with what the lexicon knows of it: found once a word.

    No more than ``most`` are kept.
    """

    def __init__(self, trie: Trie, most: int = 16_384) -> None:
        super().__init__()
        self._trie = trie
        self._most = most

    def __missing__(self, word: str) -> Piece:
        if len(self) >= self._most:
            self.clear()
        self[word] = found = self.word(word, len(word))
        return found

    def word(self, word: str, size: int) -> Piece:
        """A word that takes ``size`` characters of its text."""
        key = fold(word)
        node = self._trie.following.get(key)
        if node is None:
            glued = (len(key) >= _LONG and is_glued(key)) or self._ends_in_unit(word)
            return "WORD", word, size, key, key, _GLUED if glued else NO_MARKS, None
        meant = node.spelling or key
        marks = node.marks if meant == key else node.marks | {MISSPELT}
        return "WORD", word, size, key, meant, marks, node.following or None

    def _ends_in_unit(self, word: str) -> bool:
        """ "độngTriệu", "lượngTấn": the cells of a row run together, the next of which begins with a unit."""
        if word.islower() or word.istitle() or (tail := _TAIL.search(word)) is None:
            return False
        node = self._trie.following.get(fold(tail.group()))
        return node is not None and not node.marks.isdisjoint(_OF_UNITS)


#: The patterns that spare others, and what they find.
_SPARING = {"PLAIN_NUMBER": "NUMBER", "PLAIN_PERCENT": "PERCENT"}
_DOUBLED = "%%"


class Signs(dict[str, Piece]):
    """Each figure and sign that was met and that a pattern finds, as `Words` has the words."""

    def __init__(self, trie: Trie, pattern: str | None, most: int = 4096) -> None:
        super().__init__()
        self._trie = trie
        self._pattern = pattern
        self._most = most

    def __missing__(self, text: str) -> Piece:
        if len(self) >= self._most:
            self.clear()
        kind = self._pattern or "SIGN"
        key = text[0] if self._pattern == "SIGN" or text == _DOUBLED else text.replace(" ", "")
        node = None if kind in _SPARING else self._trie.following.get(key)
        marks, following = (NO_MARKS, None) if node is None else (node.marks, node.following or None)
        self[text] = piece = _SPARING.get(kind, kind), text, len(text), key, key, marks, following
        return piece


class Lexicon(NamedTuple):
    """Spellings in a trie, the words met, what finds the signs of each pattern, and one pattern of what is no word."""

    trie: Trie
    words: Words
    sign_of: dict[str | None, Callable[[str], Piece]]
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
            words = words_of_phrase(spelling)
            for word in words:
                node = node.let(word, Trie())
            marks = node.marks | {mark}
            node.spelling = " ".join(words)
            node.marks = shared.setdefault(marks, marks)
    return Lexicon(
        trie,
        Words(trie),
        {name: Signs(trie, name).__getitem__ for name in (None, "SIGN", *patterns)},
        "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items()),
    )


def words_of_phrase(spelling: str) -> list[str]:
    """The words of a spelling as the trie holds them.

    >>> words_of_phrase("Không quá")
    ['không', 'quá']
    """
    return _WORDS.findall(fold_phrase(spelling))


def fold_phrase(phrase: str) -> str:
    """Every word of a phrase folded.

    >>> fold_phrase("Văn Hoá")
    'văn hóa'
    """
    return " ".join(map(fold, phrase.split()))
