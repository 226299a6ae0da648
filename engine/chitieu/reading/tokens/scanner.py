"""Text to tokens: what is no word by the lexicon's patterns, words by the longest spelling that the lexicon knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from chitieu.reading.tokens.lexicon import Lexicon, Trie
from chitieu.text.spoken import pattern, words

_NO_MARKS: frozenset[str] = frozenset()
#: The mark of a phrase that was found by a wrong spelling.
MISSPELT = "MISSPELT"
#: Groups of the pattern that are single words; CODE is a name of letters and digits: "PM2.5", "5G", "m2".
_WORDLY = frozenset({"WORD", "CODE"})
_DOUBLED = "%%"


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


def keyed(tokens: Sequence[Token], key: str) -> bool:
    """Whether any of the tokens has the key."""
    for token in tokens:  # noqa: SIM110 - asked of every figure again and again, and faster than any()
        if token.key == key:
            return True
    return False


def marks_of(tokens: Sequence[Token]) -> frozenset[str]:
    """All marks that the tokens have."""
    if not tokens:
        return _NO_MARKS
    return _NO_MARKS.union(*[token.marks for token in tokens])


class Contents(NamedTuple):
    """What tokens hold: asked before they are walked, as most passes are about what few clauses have.

    ``kinds`` are the types of all tokens in order; ``keys`` and ``marks`` hold what any of them has.
    """

    kinds: list[str]
    keys: set[str]
    marks: frozenset[str]


def contents_of(tokens: Sequence[Token]) -> Contents:
    """What tokens hold, as they are now."""
    return Contents([token.type for token in tokens], {token.key for token in tokens}, marks_of(tokens))


def token_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """One pattern for every token: runs of plain words, then the lexicon's patterns, other words, any sign alone.

    It takes the white space behind a token too, which spares trying every one of its branches there.
    """
    before, behind = (
        r"(?![lIoOSB](?:/[oO]|,\d|\.[lIoOSB\d]{3}(?!\w)|[%‰]|\s?-\s?\d|(?<=l)(?![^\W\d_])|(?<=[lI])O{1,2}(?!\w)))",
        r"(?!\d|\.\d|\s?[%‰]|\s\d+(?:-\d+)?:\d|\s\d+\+\d)",
    )
    plain = rf"{before}[^\W\d_]++(?:(?= [^\W\d_])|{behind})"  # behind most words stands another
    run = rf"(?P<PLAIN>{plain}(?: {plain})*+)"
    sign = r"(?P<SIGN>,+|;+|:+|\.(?!\.\.\s?\d)|[()\"|])"  # any other sign is a group without a name
    kinds = rf"{run}|{sign}|{lexicon.patterns}|(?P<WORD>[^\W\d_]+)|([^\w\s]|_)"
    return re.compile(rf"(?:{kinds})\s*")


#: What a token is made of before phrases are joined: type, key, text, start, end, what the lexicon knows of it.
_Piece = tuple[str, str, str, int, int, Trie | None]


def scan(text: str, lexicon: Lexicon, pattern: re.Pattern[str]) -> list[Token]:
    """The tokens of a text, in order. Nothing but white space lies between them."""
    pieces: list[_Piece] = []
    words, known = lexicon.words, lexicon.trie.get
    onset = False  # whether any word is but the consonants that a syllable begins with
    for match in pattern.finditer(text):
        kind, piece, start = match.lastgroup, match[match.lastindex or 0], match.start()
        if kind == "PLAIN":
            run = piece.split(" ")
            onset = onset or not _ONSETS.isdisjoint(run)
            for word in run:
                key, size, node = words[word]
                end = start + size
                pieces.append(("WORD", key, word, start, end, node))
                start = end + 1
        elif kind in _WORDLY:
            onset = onset or piece in _ONSETS
            key, size, node = words[piece]
            pieces.append(("WORD", key, piece, start, start + size, node))
        elif kind == "PLAIN_NUMBER":
            pieces.append(("NUMBER", piece, piece, start, start + len(piece), None))
        else:
            key = piece[0] if kind == "SIGN" or piece == _DOUBLED else piece.replace(" ", "")
            pieces.append((kind or "SIGN", key, piece, start, start + len(piece), known(key)))
    if onset:
        pieces = _join_split_words(pieces, lexicon)
    return _join_phrases(pieces, text)


def _join_phrases(pieces: list[_Piece], text: str) -> list[Token]:
    """Make the longest run of words that the lexicon knows one token with its marks, from left to right."""
    out: list[Token] = []
    joined, count = 0, len(pieces)  # up to where pieces are in a token
    for at, (kind, key, piece, start, stop, node) in enumerate(pieces, 1):
        if at <= joined:
            continue
        if node is None:
            out.append(Token(kind, key, piece, start, stop))
            continue
        known, ahead = node, at
        while ahead < count and (node := node.get(pieces[ahead][1])) is not None:
            ahead += 1
            if node.marks:
                joined, known = ahead, node
        marks = known.marks
        if joined < at:
            meant = known.spelling or key
            out.append(Token(kind, meant, piece, start, stop, marks if meant == key else marks | {MISSPELT}))
        else:
            end = pieces[joined - 1][4]
            written, spelling = text[start:end], known.spelling
            if "  " in written:
                written = " ".join(written.split())
            if written.lower() != spelling and _is_misspelt(pieces[at - 1 : joined], spelling):
                marks |= {MISSPELT}
            out.append(Token("WORD", spelling, written, start, end, marks))
    return out


def _is_misspelt(pieces: list[_Piece], spelling: str) -> bool:
    """Whether a phrase was found by a wrong spelling of one of its words."""
    return [piece[1] for piece in pieces] != spelling.split(" ")


#: The consonants that a syllable may begin with.
_ONSETS = frozenset(words("ONSET"))
_VOWEL_FIRST = re.compile(pattern("VOWEL"))


def _join_split_words(pieces: list[_Piece], lexicon: Lexicon) -> list[_Piece]:
    """Close a space inside a syllable that cannot stand so: "tr ở lên", "đ ấu". Consonants alone are no syllable."""
    out: list[_Piece] = []
    for piece in pieces:
        kind, key, text, start, end, _ = piece
        first, onset, written, begun, ended, _ = out[-1] if out else ("", "", "", 0, 0, None)
        splits = (
            written in _ONSETS
            and first == kind == "WORD"
            and start == ended + 1
            and len(key) + len(onset) > 2
            and _VOWEL_FIRST.match(key)
            and not (len(out) > 1 and out[-2][0] in ("NUMBER", "SLASH"))
        )
        if splits:
            out[-1] = ("WORD", onset + key, written + text, begun, end, lexicon.trie.get(onset + key))
        else:
            out.append(piece)
    return out
