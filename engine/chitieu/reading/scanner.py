"""Text to tokens: what is no word by the lexicon's patterns, words by the longest spelling that the lexicon knows."""

from __future__ import annotations

import re
from typing import Any

from chitieu.reading.lexicon import END, Lexicon
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

    # What Lark asks of a token beside its type.
    line = column = end_line = end_column = None

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

    @property
    def start_pos(self) -> int:
        """Where it begins, under the name that Lark uses."""
        return self.start

    @property
    def end_pos(self) -> int:
        """Where it ends, under the name that Lark uses."""
        return self.end

    def __repr__(self) -> str:
        return f"{self.type}:{self.key}"


def token_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """One pattern for every token: most words at once, then the lexicon's patterns, other words, any sign alone."""
    plain = r"(?P<PLAIN>(?![oO]/[oO])[^\W\d_]++(?!\d|\s?[%‰]|\s\d+(?:-\d+)?:\d))"
    return re.compile(rf"{plain}|{lexicon.patterns}|(?P<WORD>[^\W\d_]+)|(?P<SIGN>[^\w\s]|_)")


def scan(text: str, lexicon: Lexicon, pattern: re.Pattern[str]) -> list[Token]:
    """The tokens of a text, in order. Nothing but white space lies between them."""
    raw: list[Token] = []
    for match in pattern.finditer(text):
        kind = match.lastgroup or "SIGN"
        piece = match.group()
        start, end = match.span()
        if kind in _WORDLY:
            raw.append(Token("WORD", fold(piece), piece, start, end))
        else:
            raw.append(Token(kind, piece, piece, start, end))
    raw = _join_split_words(raw)
    out: list[Token] = []
    trie = lexicon.trie
    at, count = 0, len(raw)
    while at < count:
        token = raw[at]
        node = trie.get(token.key)
        if node is None:
            out.append(token)
            at += 1
            continue
        best, marks, ahead = 0, _NO_MARKS, at
        while node is not None:
            ahead += 1
            found = node.get(END)
            if found is not None:
                best, marks = ahead, found
            node = node.get(raw[ahead].key) if ahead < count else None
        if not best:
            out.append(token)
            at += 1
            continue
        if best == at + 1:
            token.marks = marks
        else:
            last = raw[best - 1]
            key = " ".join(piece.key for piece in raw[at:best])
            token = Token("WORD", key, text[token.start : last.end], token.start, last.end, marks)
        out.append(token)
        at = best
    return out


_CONSONANTS = re.compile(r"(?:[bcdđghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)")
_LONGEST_ONSET = 3
_VOWEL_FIRST = re.compile(r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]")


def _join_split_words(raw: list[Token]) -> list[Token]:
    """Close a space inside a syllable that cannot stand so: "tr ở lên", "đ ấu". Consonants alone are no syllable."""
    out: list[Token] = []
    for token in raw:
        last = out[-1] if out else None
        if last is None or len(last.key) > _LONGEST_ONSET:
            out.append(token)
            continue
        splits = (
            last.type == token.type == "WORD"
            and token.start == last.end + 1
            and len(token.key) + len(last.key) > 2
            and last.key == last.text
            and _CONSONANTS.fullmatch(last.key)
            and _VOWEL_FIRST.match(token.key)
            and not (len(out) > 1 and out[-2].type in ("NUMBER", "SLASH"))
        )
        if splits:
            out[-1] = Token("WORD", last.key + token.key, last.text + token.text, last.start, token.end)
        else:
            out.append(token)
    return out
