"""Text to tokens: what is no word by the lexicon's patterns, words by the longest spelling that the lexicon knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from chitieu.reading.lexicon import END, Lexicon, Trie
from chitieu.text.source import fold

_NO_MARKS: frozenset[str] = frozenset()
#: Groups of the pattern that are words; CODE is a name of letters and digits: "PM2.5", "5G", "m2".
_WORDLY = frozenset({"PLAIN", "WORD", "CODE"})


class Token:
    """One word, phrase, figure or sign, with its place in the text as read.

    ``type`` is the terminal that the grammar sees; the scanner leaves "WORD" for words, and ``marks`` says what
    they can be. ``key`` is the folded text. ``value`` is the number of a figure; ``account`` says what became of it.
    """

    __slots__ = ("account", "end", "key", "marks", "start", "text", "type", "value")

    def __init__(  # noqa: PLR0917 - made by the hundred for every clause
        self, kind: str, key: str, text: str, start: int, end: int, marks: frozenset[str] = _NO_MARKS
    ) -> None:
        self.type = kind
        self.key = key
        self.text = text
        self.start = start
        self.end = end
        self.marks = marks
        self.value: Any = None
        self.account: str | None = None

    def __repr__(self) -> str:
        return f"{self.type}:{self.key}"


def marked(tokens: Sequence[Token], mark: str, *others: str) -> bool:
    """Whether any of the tokens has the mark, or one of the others."""
    for token in tokens:
        if mark in token.marks:
            return True
    return bool(others) and marked(tokens, *others)


def marks_of(tokens: Sequence[Token]) -> frozenset[str]:
    """All marks that the tokens have."""
    return _NO_MARKS.union(*[token.marks for token in tokens])


def token_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """One pattern for every token: most words at once, then the lexicon's patterns, other words, any sign alone.

    It takes the white space behind a token too, which spares trying every one of its branches there.
    """
    plain = r"(?P<PLAIN>(?![oO]/[oO]|[lIO],\d+\s?[%‰])[^\W\d_]++(?!\d|\s?[%‰]|\s\d+(?:-\d+)?:\d))"
    kinds = rf"{plain}|{lexicon.patterns}|(?P<WORD>[^\W\d_]+)|(?P<SIGN>[^\w\s]|_)"
    return re.compile(rf"(?:{kinds})\s*")


def scan(text: str, lexicon: Lexicon, pattern: re.Pattern[str]) -> list[Token]:
    """The tokens of a text, in order. Nothing but white space lies between them."""
    raw: list[Token] = []
    split = False  # whether consonants stand alone somewhere
    for match in pattern.finditer(text):
        kind, piece, start = match.lastgroup, match[match.lastindex or 0], match.start()
        if kind in _WORDLY:
            raw.append(Token("WORD", fold(piece), piece, start, start + len(piece)))
            split = split or piece in _ONSETS
        else:
            raw.append(Token(kind or "SIGN", piece, piece, start, start + len(piece)))
    return _join_phrases(_join_split_words(raw) if split else raw, text, lexicon.trie)


def _join_phrases(raw: list[Token], text: str, trie: Trie) -> list[Token]:
    """Make the longest run of words that the lexicon knows one token with its marks, from left to right."""
    out: list[Token] = []
    at, count = 0, len(raw)
    while at < count:
        token = raw[at]
        node = trie.get(token.key)
        ahead = at + 1
        end = 0
        while node is not None:
            if END in node:
                end, marks = ahead, node[END]
            node = node.get(raw[ahead].key) if ahead < count else None
            ahead += 1
        if end > at + 1:
            last = raw[end - 1]
            key = " ".join([piece.key for piece in raw[at:end]])
            token = Token("WORD", key, text[token.start : last.end], token.start, last.end, marks)
            at = end
        else:
            if end:
                token.marks = marks
            at += 1
        out.append(token)
    return out


#: The consonants that a syllable may begin with.
_ONSETS = frozenset([*"bcdđghklmnpqrstvx", "ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"])
_VOWEL_FIRST = re.compile(r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")


def _join_split_words(raw: list[Token]) -> list[Token]:
    """Close a space inside a syllable that cannot stand so: "tr ở lên", "đ ấu". Consonants alone are no syllable."""
    out: list[Token] = []
    for token in raw:
        last = out[-1] if out else None
        if last is None or last.text not in _ONSETS:
            out.append(token)
            continue
        splits = (
            last.type == token.type == "WORD"
            and token.start == last.end + 1
            and len(token.key) + len(last.key) > 2
            and _VOWEL_FIRST.match(token.key)
            and not (len(out) > 1 and out[-2].type in ("NUMBER", "SLASH"))
        )
        if splits:
            out[-1] = Token("WORD", last.key + token.key, last.text + token.text, last.start, token.end)
        else:
            out.append(token)
    return out
