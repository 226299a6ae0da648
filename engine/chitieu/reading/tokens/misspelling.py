"""What scans and typists make of the words a bound hangs on: "dười", "toi thiểu", "trờ xuống", "khong quá".

A mark lost or taken for another leaves the letters. In the lexicon such a spelling leads where the right one does, so
that a phrase is found whichever of its words are wrong. A word of its own ("hôn", "con") alone is never taken for one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from chitieu.reading.tokens.lexicon import Trie, words_of_phrase
from chitieu.text.source import fold
from chitieu.text.spoken import words

#: The meanings whose loss turns a target round, or loses it.
STEERING = (
    "AT_LEAST", "AT_MOST", "MORE", "LESS", "OR_MORE", "OR_LESS", "DOWN_TO", "UP_TO", "RISE", "FALL", "ABSENT", "NEVER",
    "ABOUT", "NEARLY", "EQUALS", "TO", "TIMES", "SCALE", "EACH", "YEAR_WORD", "AGAINST", "PREVIOUS", "TERM_START",
    "PLAN", "STRIVE", "AVERAGE", "RATE", "RANK", "GRADED", "GRADE", "HOLD", "KEEP", "FINISH", "ATTAIN", "POPULATION",
    "AMONG",
)  # fmt: skip
_TONES = frozenset(
    unicodedata.lookup(f"COMBINING {name}")
    for name in ("GRAVE ACCENT", "ACUTE ACCENT", "TILDE", "HOOK ABOVE", "DOT BELOW")
)
_STROKED = unicodedata.lookup("LATIN SMALL LETTER D WITH STROKE")
_HATS = frozenset(unicodedata.lookup(f"COMBINING {name}") for name in ("CIRCUMFLEX ACCENT", "BREVE"))
_VOWEL_MARKS = frozenset(
    unicodedata.lookup(f"COMBINING {name}") for name in ("CIRCUMFLEX ACCENT", "BREVE", "HORN")
)


def alias_misspellings(trie: Trie, spellings: Mapping[str, Iterable[str]]) -> None:
    """Let the wrong spellings of what steers a reading lead in a trie of ``spellings`` where the right ones do."""
    own, sure = frozenset(words("LOOKALIKE")), frozenset(words("MISSPELT_ALONE"))
    listed = [words_of_phrase(spelling) for mark in STEERING for spelling in spellings[mark]]
    first = {phrase[0] for phrase in listed}
    shared: set[tuple[int, str]] = set()  # where a wrong spelling has the node of the right one
    for phrase in sorted(listed, key=len):  # what is said alone goes on as its phrases do
        node = trie
        for at, word in enumerate(phrase):
            right, rest = node.following[word], phrase[at + 1 :]
            for wrong in misspellings(word):
                if rest:
                    said = " ".join((*phrase[:at], wrong, rest[0]))
                    if said not in own and (id(node), wrong) not in shared:
                        node.let(wrong, Trie()).let(rest[0], right.following[rest[0]])
                elif at == 0 and word not in sure:
                    break
                elif wrong in first or " ".join((*phrase[:at], wrong)) in own:
                    continue
                elif node.let(wrong, right) is right:
                    shared.add((id(node), wrong))
            node = right
        _alias_bare(trie, phrase, node)
        _alias_glued(trie, phrase)


def _alias_bare(trie: Trie, phrase: list[str], right: Trie) -> None:
    """Let a phrase without any mark lead there too, where several words make it sure."""
    node = trie
    for word in phrase[:-1]:
        node = node.let(bare_spelling(word), Trie())
    if len(phrase) > 1:
        node.let(bare_spelling(phrase[-1]), right)


def _alias_glued(trie: Trie, phrase: list[str]) -> None:
    """Let a phrase lead there with a space lost: "khôngdưới", "trởlên"."""
    node = trie
    for first, second in pairwise(phrase):
        if first.isalpha() and second.isalpha():
            node.let(first + second, node.following[first].following[second])
        node = node.following[first]


@cache
def misspellings(word: str) -> tuple[str, ...]:
    """The spellings of a word with one of its marks lost or wrong, or a tone too many, and that with none.

    >>> misspellings("trên")
    ('tren', 'trĕn', 'trến', 'trền', 'trển', 'trễn', 'trện')
    """
    letters = unicodedata.normalize("NFD", word)
    found = {bare_spelling(word)}
    for at, mark in enumerate(letters):
        for marks in (_TONES, _VOWEL_MARKS):
            if mark in marks:
                found.update(letters[:at] + other + letters[at + 1 :] for other in ("", *marks))
        if mark in _HATS and _TONES.isdisjoint(letters):
            found.update(letters[: at + 1] + tone + letters[at + 1 :] for tone in _TONES)
        if mark == _STROKED:
            found.add(f"{letters[:at]}d{letters[at + 1 :]}")
    composed = {fold(unicodedata.normalize("NFC", spelling)) for spelling in found} - {word}
    return tuple(wrong for wrong in sorted(composed) if not any(map(unicodedata.combining, wrong)))


def bare_spelling(word: str) -> str:
    """A word without its marks.

    >>> bare_spelling("tối thiểu đạt")
    'toi thieu dat'
    """
    letters = unicodedata.normalize("NFD", word.replace(_STROKED, "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
