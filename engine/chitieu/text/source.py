"""A text as given and as read: composed, with odd characters mapped, and every place traced back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from chitieu.text.letters import CAPITALS, ETH, STRANGE, STROKED, TONE_STYLES, TONES

#: What is read as something else, or dropped (None). Each keeps the sense of the text.
_MAPPED: dict[str, str | None] = {
    ETH: STROKED.upper(),
    "\u0189": STROKED.upper(),
    "\u00ad": None,  # soft hyphen
    "\u200b": None,
    "\u200c": None,
    "\u200d": None,
    "\u2060": None,
    "\ufeff": None,
    "\u00a0": " ",
    "\u2028": " ",
    "\u2029": " ",
    "\t": " ",
    "\r": " ",
    "\n": " ",
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2014": "-",
    "\u2015": "-",
    "\u2212": "-",
    "\u2043": "-",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u201f": '"',
    "\u00ab": '"',
    "\u00bb": '"',
    "\u2266": "≤",
    "\u2267": "≥",
    "\u2a7d": "≤",
    "\u2a7e": "≥",
    "\ufe6a": "%",
    "\u066a": "%",
    "\u01ce": "ă",
    "\u01cd": "Ă",
    "\u01a3": "ư",
    "\u01a2": "Ư",
    "\u00ba": "°",
    "\u02da": "°",
    "\u2044": "/",
    "\u2215": "/",
    "\u00d7": "x",
    "\u00b2": "2",
    "\u00b3": "3",
    "\u00bd": "1/2",
    "\u2153": "1/3",
    "\u2154": "2/3",
    "\u00bc": "1/4",
    "\u00be": "3/4",
}
_SPACES = dict.fromkeys(
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_FULLWIDTH = {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
_DRAWN_DIGITS = {chr(0x1D7CE + at): str(at % 10) for at in range(50)}
_TABLE: dict[str, str | None] = {**_MAPPED, **_SPACES, **_FULLWIDTH, **_DRAWN_DIGITS}
#: What does not stand for one character: dropped, or a fraction.
_RESIZED = frozenset(char for char, mapped in _TABLE.items() if mapped is None or len(mapped) > 1)
#: One of them; the drawn digits as a range, for a class with many signs that far on is searched slowly.
_SIGNS = f"{re.escape(''.join(_TABLE.keys() - _DRAWN_DIGITS.keys()))}\U0001d7ce-\U0001d7ff"
_ODD = re.compile(f"[{_SIGNS}]")
#: One of them, or of the letters of a legacy font.
_ODD_OR_STRANGE = re.compile(f"[{_SIGNS}{re.escape(''.join(sorted(STRANGE)))}]")
#: All but the letters of Vietnamese, figures and plain signs: these are neither, compose with nothing, begin no markup;
#: most texts have nothing else, which one walk tells.
_LETTERS = CAPITALS.removeprefix("A-Z")
_NOT_PLAIN = re.compile(f"[^ -%'-)+-;=-^`-~≤≥{_LETTERS}{_LETTERS.lower()}]")
_ENTITY = re.compile(
    r"&(?:amp;)?(?:#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});|"
    r"\*\*|__|</?(?:b|i|u|p|br|strong|em|span|td|th|tr|div|sup|sub|font)(?:\s[^<>]*)?/?>"
)
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+", re.S)


@dataclass(slots=True, init=False)
class SourceText:
    """A text as given and as read, and where each character of the one is in the other.

    ``starts[i]`` is where character ``i`` of ``text`` begins in ``given``; the list has one entry more than
    the text, its end. None where every character stands in its own place. ``strange``: whether the text may have
    letters of a legacy font.
    """

    given: str
    text: str
    starts: tuple[int, ...] | None
    strange: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the text as given that stand for ``text[start:end]``.

        >>> source = read_source("ty\u0309 lệ")
        >>> source.text, source.span(0, 2)
        ('tỷ lệ', (0, 3))
        """
        if self.starts is None:
            return (start, end)
        return (self.starts[start], self.starts[end])


def _source(given: str, text: str, starts: tuple[int, ...] | None = None, strange: bool = True) -> SourceText:
    """A text as given and as read; a function, which Python calls faster than a class with an ``__init__``."""
    source = SourceText()
    source.given, source.text = given, text
    source.starts, source.strange = starts, strange
    return source


def read_source(given: str) -> SourceText:
    """Compose a text (NFC), map look-alikes and odd spaces and dashes, and resolve HTML entities left in it.

    >>> read_source("Doanh thu &gt; 250").text
    'Doanh thu > 250'
    """
    if _NOT_PLAIN.search(given) is None:
        return _source(given, given, strange=False)
    marked_up = "&" in given or "<" in given or "**" in given or "__" in given
    if not marked_up and unicodedata.is_normalized("NFC", given):
        odd = {*_ODD_OR_STRANGE.findall(given)}
        if not odd:
            return _source(given, given, strange=False)
        odd &= _TABLE.keys()
        if odd.isdisjoint(_RESIZED):  # dashes and quotation marks: one character for another
            text = given
            for char in odd:
                text = text.replace(char, _TABLE[char] or "")
            return _source(given, text)
    out: list[str] = []
    starts: list[int] = []

    def put(text: str, at: int) -> None:
        out.append(text)
        starts.extend([at] * len(text))

    def put_plain(text: str, at: int) -> None:
        begun = 0
        for match in (_ODD if unicodedata.is_normalized("NFC", text) else _CLUSTER).finditer(text):
            place = match.start()
            if begun < place:
                out.append(text[begun:place])
                starts.extend(range(at + begun, at + place))
            for char in unicodedata.normalize("NFC", match.group()):
                mapped = _TABLE.get(char, char)
                if mapped is not None:
                    put(mapped, at + place)
            begun = match.end()
        out.append(text[begun:])
        starts.extend(range(at + begun, at + len(text)))

    at = 0
    for match in _ENTITY.finditer(given):
        char = _unescape(match.group())
        if char == match.group():
            continue
        put_plain(given[at : match.start()], at)
        for mapped in char:
            kept = _TABLE.get(mapped, mapped)
            if kept is not None:
                put(kept, match.start())
        at = match.end()
    put_plain(given[at:], at)
    starts.append(len(given))
    return _source(given, "".join(out), tuple(starts))


#: Markup that stands for white space.
_PARTS = re.compile(r"</?(?:p|br|td|th|tr|div)\b")


def _unescape(entity: str) -> str:
    """The text of an entity, also of one escaped twice; nothing, or a space, for markup."""
    if entity[0] != "&":
        return " " if entity[0] == "<" and _PARTS.match(entity) else ""
    import html  # its table of names is large, and few texts hold an entity

    return html.unescape(html.unescape(entity))


#: Of "oa" and "oe": before a final letter the mark stands on the second vowel.
_PLACED = {old: new for new, old in TONE_STYLES.items() if new[0] == "o"}


#: One of the two letters of "ươ" typed or scanned without its horn: "duới", "ngưòi" cannot be anything else.
_HORNLESS = re.compile(r"u[ơờớởỡợ](?=[a-zđ])|ư[oòóỏõọ](?=[a-zđ])")
_HORNS = str.maketrans("uoòóỏõọ", "ươờớởỡợ")


#: What a wrong conversion of VNI leaves of "ô" and "o" with a tone, where no syllable can have it: "khơng", "cịn".
_MISCONVERTED = re.compile(r"(?<![ưứừửữự])ơ(?=ng)|ị(?=ng)|(?<=c)[ịĩ]")
_CONVERTED = str.maketrans("ơịĩ", "ôòó")


#: A tone mark on the wrong vowel: "qúa", "triêụ", "dứơi", "tíên".
_STRAYED = re.compile(
    r"((?<=^q)[ùúủũụ](?=[aeoyâơê])|[ừứửữự](?=ơ)|[ìíỉĩịỳýỷỹỵ](?=ê)|[ùúủũụ](?=ô))(.)|([êôâơăư])([ùúủũụìíỉĩị])$"
)


def _brought_back(match: re.Match[str]) -> str:
    wrong, right = (match[1], match[2]) if match[1] else (match[4], match[3])
    parts = unicodedata.normalize("NFD", wrong)
    tone = next(part for part in parts if part in TONES)
    letter = unicodedata.normalize("NFC", parts.replace(tone, ""))
    toned = unicodedata.normalize("NFC", right + tone)
    return letter + toned if match[1] else toned + letter


def _converted(match: re.Match[str]) -> str:
    return match.group().translate(_CONVERTED)


def _horned(match: re.Match[str]) -> str:
    return match.group().translate(_HORNS)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """A word as the lexicon compares it: lower case, one style of tone marks, the length kept.

    >>> fold("Hoà"), fold("UỶ"), fold("quý"), fold("toàn"), fold("tòan"), fold("duới"), fold("dứơi"), fold("1ệ")
    ('hòa', 'ủy', 'quý', 'toàn', 'toàn', 'dưới', 'dưới', 'lệ')
    """
    low = word.lower()
    if not low.isascii():
        if _HORNLESS.search(low):
            low = _HORNLESS.sub(_horned, low)
        if _MISCONVERTED.search(low):
            low = _MISCONVERTED.sub(_converted, low)
        if _STRAYED.search(low):
            low = _STRAYED.sub(_brought_back, low)
        if low[0] == "1":
            low = f"l{low[1:]}"  # "tỷ 1ệ": scanned so
    folded = TONE_STYLES.get(low[-2:])
    if folded is not None and low[-3:-2] != "q":
        return low[:-2] + folded
    for end in (
        -1,
        -2,
    ):  # before a final letter the mark stands on the second vowel: "lọai", "tòan" are misplaced
        placed = _PLACED.get(low[end - 2 : end])
        if placed is not None:
            return low[: end - 2] + placed + low[end:]
    return low
