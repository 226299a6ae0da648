"""Text to tokens: what is no word by the lexicon's patterns, words by the longest spelling that the lexicon knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, final

from chitieu.reading.tokens.lexicon import MISSPELT, NO_MARKS, Lexicon, Piece, Trie, Words
from chitieu.text.spoken import pattern, words

#: Groups of the pattern that are single words; CODE is a name of letters and digits: "PM2.5", "5G", "m2".
_WORDLY = frozenset({"WORD", "CODE"})
#: Groups that are plain words with a space between them.
_RUNS = frozenset({"CLOSE", "CLOSED", "PLAIN"})
#: The letters of plain words, of which a class is searched faster than one of all letters that there are.
_LATIN = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"


@final
class Token:
    """One word, phrase, figure or sign, with its place in the text as read.

    ``type`` is the terminal that the grammar sees; the scanner leaves "WORD" for words, and ``marks`` says what
    they can be. ``key`` is the folded text. ``value`` is the number of a figure; ``account`` says what became of it.
    """

    __slots__ = ("account", "end", "key", "marks", "start", "text", "type", "value")

    type: str
    key: str
    text: str
    start: int
    end: int
    marks: frozenset[str]
    value: Any
    account: str | None

    def __repr__(self) -> str:
        return f"{self.type}:{self.key}"


def new_token(  # noqa: PLR0917 - as many as a token has
    kind: str, key: str, text: str, start: int, end: int, marks: frozenset[str] = NO_MARKS
) -> Token:
    """A token that says nothing yet of its number.

    A function, as Python calls one far faster than a class with an ``__init__``.
    """
    token = Token()
    token.type, token.key, token.text = kind, key, text
    token.start, token.end, token.marks = start, end, marks
    token.value = token.account = None
    return token


def marked(tokens: Sequence[Token], mark: str, *others: str) -> bool:
    """Whether any of the tokens has the mark, or one of the others."""
    for token in tokens:
        if mark in token.marks:
            return True
    for other in others:
        for token in tokens:
            if other in token.marks:
                return True
    return False


def keyed(tokens: Sequence[Token], key: str) -> bool:
    """Whether any of the tokens has the key."""
    for token in tokens:  # noqa: SIM110 - asked of every figure again and again, and faster than any()
        if token.key == key:
            return True
    return False


def typed(tokens: Sequence[Token], kind: str) -> bool:
    """Whether any of the tokens has the type."""
    for token in tokens:  # noqa: SIM110 - as in `keyed`
        if token.type == kind:
            return True
    return False


def marks_of(tokens: Sequence[Token]) -> frozenset[str]:
    """All marks that the tokens have."""
    found = NO_MARKS
    for token in tokens:  # few have any, and often those of one are all
        if token.marks and not token.marks <= found:
            found = found | token.marks if found else token.marks
    return found


@dataclass(slots=True, eq=False, init=False)
class Contents:
    """What tokens hold: asked before they are walked, as most passes are about what few clauses have.

    ``shape`` are the types of all tokens in order, a space between them; ``keys`` and ``marks`` hold what any of them
    has. ``mended`` is True
    once the tokens may hold something else. ``numbers`` are the places of the numbers, once these are settled,
    ``labelled`` is False where none of them is a label, ``dated`` where none is a year or of a day.
    """

    shape: str
    keys: set[str]
    marks: frozenset[str]
    mended: bool
    numbers: Sequence[int]
    labelled: bool
    dated: bool


def _contents(kinds: Sequence[str], keys: set[str], marks: frozenset[str]) -> Contents:
    contents = Contents()
    contents.shape, contents.keys, contents.marks = " ".join(kinds), keys, marks
    contents.mended, contents.numbers = False, ()
    contents.labelled = contents.dated = True
    return contents


def contents_of(tokens: Sequence[Token]) -> Contents:
    """What tokens hold, as they are now."""
    return _contents([token.type for token in tokens], {token.key for token in tokens}, marks_of(tokens))


def _token_pattern(patterns: str, *, close: bool) -> re.Pattern[str]:
    """One pattern for every token: runs of plain words, then the lexicon's patterns, other words, any sign alone.

    It takes the white space behind a token too, which spares trying every one of its branches there. With ``close`` it
    is for a text in which words stand one space apart: most of them make runs that are found as a whole, and not word
    by word, with a sign directly behind them.
    """
    before, behind = (
        r"(?![lIoOSB](?:/[oO]|,\d|\.[lIoOSB\d]{3}(?!\w)|[%‰]|\s?-\s?\d|(?<=l)(?![^\W\d_])|(?<=[lI])O{1,2}(?!\w)))",
        r"(?![^\W_]|\.\d|\s?[%‰]|\s\d+(?:-\d+)?:\d|\s\d+\+\d)",
    )
    plain = rf"{before}[{_LATIN}]++(?:(?= [{_LATIN}])|{behind})"  # behind most words stands another
    run = rf"(?P<PLAIN>{plain}(?: {plain})*+)"
    whole = rf"(?!l )(?>[{_LATIN}][{_LATIN} ]*(?<=[{_LATIN}]{{2}}))(?![^\W_]|\.\d|\s?[%‰]|\s\d++[-:+])"
    runs = rf"(?P<CLOSE>{whole})(?:(?P<CLOSED>[,;.:)](?![,;.:]))|)|{run}" if close else run
    sign = r"(?P<SIGN>,+|;+|:+|\.(?!\.\.\s?\d)|[()\"|])"  # any other sign is a group without a name
    kinds = rf"{runs}|{sign}|{patterns}|(?P<WORD>[^\W\d_]+)|([^\w\s]|_)"
    return re.compile(rf"(?:{kinds})\s*")


@cache
def _close_pattern(patterns: str) -> re.Pattern[str]:
    return _token_pattern(patterns, close=True)


@cache
def _wide_pattern(patterns: str) -> re.Pattern[str]:
    return _token_pattern(patterns, close=False)


def scan(text: str, lexicon: Lexicon) -> tuple[list[Token], Contents]:
    """The tokens of a text, in order, and what they hold. Nothing but white space lies between them."""
    # beside two spaces, and letters that a scan puts for digits, words are not found as a run
    apart = "  " in text or " l " in text or ("O" in text and ("lO" in text or "IO" in text))
    _, words, sign_of, patterns = lexicon
    pattern = (_wide_pattern if apart else _close_pattern)(patterns)
    pieces: list[Piece] = []
    gaps: list[int] = []  # how much white space stands before each
    word_of = words.__getitem__  # faster than [] of a subclass of dict
    end = 0
    onset = False  # whether any word is but the consonants that a syllable begins with
    for match in pattern.finditer(text):
        kind, piece, start = match.lastgroup, match[match.lastindex or 0], match.start()
        gaps.append(start - end)
        if kind in _RUNS:
            closed = kind == "CLOSED"
            found = match["CLOSE"] if closed else piece
            end = start + len(found)
            run = found.split(" ")
            onset = onset or not _ONSETS.isdisjoint(run)
            pieces += map(word_of, run)
            gaps += [1] * (len(run) - 1)
            if closed:
                pieces.append(sign_of["SIGN"](piece))
                gaps.append(0)
                end += 1
            continue
        end = start + len(piece)
        if kind == "PLAIN_SHARE":
            pieces += sign_of["PLAIN_NUMBER"](piece[:-1]), sign_of["PLAIN_PERCENT"]("%")
            gaps.append(0)
        elif kind in _WORDLY:
            onset = onset or piece in _ONSETS
            pieces.append(word_of(piece))
        else:
            pieces.append(sign_of[kind](piece))
    if onset:
        pieces, gaps = _join_split_words(pieces, gaps, words)
    return _join_phrases(text, pieces, gaps)


#: Stands behind the last piece: no phrase goes on with it.
_END: Piece = ("SIGN", "", 0, "", "", NO_MARKS, None)


def _join_phrases(text: str, pieces: list[Piece], gaps: list[int]) -> tuple[list[Token], Contents]:
    """Make the longest run of words that the lexicon knows one token with its marks, from left to right."""
    wide = "  " in text
    out: list[Token] = []
    kinds: list[str] = []  # these three are the contents, as `contents_of` gathers them
    keys: set[str] = set()
    met: set[str] = set()
    at, end, count = 0, 0, len(pieces)
    pieces.append(_END)
    while at < count:
        kind, written, size, _, key, marks, following = pieces[at]
        start = end + gaps[at]
        end = start + size
        at += 1
        if following is not None and (further := following.get(pieces[at][3])) is not None:
            begun, ahead, stop = at - 1, at, end
            phrase: Trie | None = None
            while further is not None:
                stop += gaps[ahead] + pieces[ahead][2]
                ahead += 1
                if further.marks:
                    phrase, behind, reached = further, ahead, stop
                further = further.following.get(pieces[ahead][3])
            if phrase is not None and not (
                "PREVIOUS" in phrase.marks and _sets_a_day(pieces, begun, behind, out)
            ):
                at, end = behind, reached
                kind, key, marks = "WORD", phrase.spelling, phrase.marks
                written = text[start:end]
                if wide and "  " in written:
                    written = " ".join(written.split())
                if (
                    written != key
                    and written.lower() != key
                    and " ".join([piece[3] for piece in pieces[begun:at]]) != key
                ):
                    marks |= {MISSPELT}  # found by a wrong spelling of one of its words
        token = Token()  # as new_token makes it
        token.type = kind
        token.key = key
        token.text = written
        token.start = start
        token.end = end
        token.marks = marks
        token.value = token.account = None
        out.append(token)
        kinds.append(kind)
        keys.add(key)
        if marks:
            met |= marks
    return out, _contents(kinds, keys, frozenset(met))


_DATED = frozenset(words("DATE_WORD"))
#: So many words "năm trước" has, which "trước" may begin another phrase of.
_PAIR = 2


def _sets_a_day(pieces: list[Piece], begun: int, at: int, before: list[Token]) -> bool:
    """ "…/người/năm trước ngày 30/6": by when it is wanted, unless it is compared with what was."""
    dated = pieces[at][3] in _DATED or pieces[at][0] == "DATE"
    return dated and at - begun == _PAIR and not (before and "AGAINST" in before[-1].marks)


#: The consonants that a syllable may begin with; a capital alone may be somebody's name: "anh T ở thôn 3".
_ONSETS = frozenset((*words("ONSET"), *(onset.capitalize() for onset in words("ONSET") if len(onset) > 1)))
_VOWEL_FIRST = re.compile(pattern("VOWEL"))


def _join_split_words(pieces: list[Piece], gaps: list[int], words: Words) -> tuple[list[Piece], list[int]]:
    """Close a space inside a syllable that cannot stand so: "tr ở lên", "đ ấu". Consonants alone are no syllable."""
    out: list[Piece] = pieces[:1]
    apart: list[int] = gaps[:1]
    for piece, gap in zip(pieces[1:], gaps[1:], strict=True):
        (first, onset, width, *_), (second, rest, size, key, *_) = out[-1], piece
        splits = (
            onset in _ONSETS
            and first == second == "WORD"
            and gap == 1
            and size + width > 2
            and _VOWEL_FIRST.match(key)
            and not (len(out) > 1 and out[-2][0] in ("NUMBER", "SLASH"))
        )
        if splits:
            out[-1] = words.word(onset + rest, width + 1 + size)
        else:
            out.append(piece)
            apart.append(gap)
    return out, apart
