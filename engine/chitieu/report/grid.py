"""Laying text out in columns: widths, wrapping between words, rules. Knows nothing of verdicts or terminals.

Every column's width is decided here and no text is ever cut: a word wider than its column is folded after "/"
or "-", or as a last resort between its characters, and all of it stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from chitieu.report.signs import RICH, Signs

Style = Literal["", "head", "title", "strong", "dim", "met", "exceeded", "not_met", "undecided"]
#: A line of the screen: pieces of text with what each is.
Segment = tuple[str, Style]
Line = list[Segment]

#: A word up to this wide never folds while the screen has room for it.
LONGEST_WORD = 24

_UNSAFE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_FOLDS = re.compile(r"(?<=[/–-])(?=[^\W\d_])|(?<=[^\W\d_])(?=\()")
_ORDINARY = re.compile("[\x20-\x7e\u00a0-\u02ff\u1ea0-\u1ef9\u2013\u201c\u201d]*")


def clean(text: str) -> str:
    """The text as a screen may show it: composed, without control characters or hidden marks.

    >>> clean("đa\\u0323t\\x1b[31m 5")
    'đạt [31m 5'
    """
    return (
        _UNSAFE.sub(" ", unicodedata.normalize("NFC", text))
        if not text.isascii() or _UNSAFE.search(text)
        else text
    )


@lru_cache(maxsize=4096)
def width_of(text: str) -> int:
    """How many cells of a terminal the text takes.

    >>> width_of("Đạt"), width_of("đạt"), width_of("中")
    (3, 3, 2)
    """
    if _ORDINARY.fullmatch(text):
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def wrap(text: str, width: int) -> list[str]:
    """The lines of the text at most ``width`` cells wide, broken only between words where a word fits.

    >>> wrap("Lượt tổ chức đảng được kiểm tra", 12)
    ['Lượt tổ chức', 'đảng được', 'kiểm tra']
    >>> wrap("triệu đồng/người/năm", 12)
    ['triệu đồng/', 'người/năm']
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0
        for piece, glued in _pieces(paragraph, width):
            size = width_of(piece)
            gap = 0 if glued or not line else 1
            if line and used + gap + size > width:
                lines.append(line)
                line, used = piece, size
            else:
                line, used = line + " " * gap + piece, used + gap + size
        lines.append(line)
    return [line.replace("\u00a0", " ") for line in lines]


def _pieces(text: str, width: int) -> Iterable[tuple[str, bool]]:
    """Words, and the parts of words too wide for the column (True: it goes on its word)."""
    for word in text.split(" "):
        if not word:
            continue
        if width_of(word) <= width:
            yield word, False
            continue
        glued = False
        for part in _FOLDS.split(word):
            for bit in _fold(part, width):
                yield bit, glued
                glued = True


def _fold(word: str, width: int) -> Iterable[str]:
    """The word in bits no wider than the column; a letter keeps its marks."""
    bit, used = "", 0
    for char in word:
        size = _cells(char)
        if bit and used + size > max(width, 1):
            yield bit
            bit, used = "", 0
        bit, used = bit + char, used + size
    if bit:
        yield bit


class Column(NamedTuple):
    """A column: its heading, its side, and how it takes room.

    A ``flexible`` column holds running text and shares what is left by ``weight``, never below ``least``
    while it has that much to say. The others hold figures and short words and are as wide as their contents
    where possible; a ``whole`` one never wraps a cell.
    """

    heading: str
    right: bool = False
    flexible: bool = False
    whole: bool = False
    weight: int = 1
    least: int = 12


class Cell(NamedTuple):
    """The text of one cell and what it is."""

    text: str
    style: Style = ""


def fit(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: int) -> list[int] | None:
    """The width of each column within ``room`` cells (borders not counted), or None where they do not fit."""
    wishes = [_wish(column, {row[at].text for row in rows}) for at, column in enumerate(columns)]
    widths = [
        max(low, min(column.least, want)) if column.flexible else low
        for column, (low, want) in zip(columns, wishes, strict=True)
    ]
    left = room - sum(widths)
    if left < 0:
        return None
    short = [
        0 if column.flexible else want - width
        for column, (_, want), width in zip(columns, wishes, widths, strict=True)
    ]
    # running text keeps at least half of what is left
    share = min(sum(short), left // 2 if any(column.flexible for column in columns) else left)
    small_first = sorted((at for at, gap in enumerate(short) if gap), key=lambda i: short[i])
    for done, at in enumerate(small_first):
        step = min(short[at], share // (len(small_first) - done))
        widths[at] += step
        share -= step
    left = room - sum(widths)
    while left > 0:
        hungry = [at for at, column in enumerate(columns) if column.flexible and widths[at] < wishes[at][1]]
        if not hungry:
            break
        # the one with the least room for its weight takes the next cell
        at = min(hungry, key=lambda i: widths[i] / columns[i].weight)
        widths[at] += 1
        left -= 1
    return widths


def _wish(column: Column, texts: set[str]) -> tuple[int, int]:
    """The least width at which no word folds, and the width at which no cell wraps."""
    words = [width_of(word) for text in (*texts, column.heading) for word in text.split()]
    low = max(1, min(LONGEST_WORD, max(words, default=1)))
    lines = [width_of(line) for text in texts for line in text.split("\n")]
    if column.whole:
        low = max(low, min(LONGEST_WORD, max(lines, default=1)))
    most = max((*lines, width_of(column.heading)), default=1)
    return low, max(low, most if column.flexible else min(most, LONGEST_WORD))


def lay_row(
    cells: Sequence[Cell], columns: Sequence[Column], widths: Sequence[int], between: str
) -> list[Line]:
    """The lines of one row: each cell wrapped in its column."""
    wrapped = [wrap(cell.text, width) for cell, width in zip(cells, widths, strict=True)]
    lines: list[Line] = []
    right = [column.right and len(lines_of) == 1 for column, lines_of in zip(columns, wrapped, strict=True)]
    for texts in zip_longest(*wrapped, fillvalue=""):
        line: Line = []
        for at, text in enumerate(texts):
            if at:
                line.append((between, "dim"))
            space = " " * (widths[at] - width_of(text))
            line.append((space + text if right[at] else text + space, cells[at].style))
        lines.append(_trimmed(line))
    return lines


def _trimmed(line: Line) -> Line:
    """Without spaces at its end."""
    while line and not line[-1][0].strip():
        line.pop()
    if line:
        line[-1] = (line[-1][0].rstrip(), line[-1][1])
    return line


def lay_table(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int, signs: Signs = RICH
) -> list[Line]:
    """A plain table: headings, a rule, the rows. Wider than the screen only where that is too narrow."""
    between = f" {signs.bar} "
    room = max(width, 20) - len(between) * (len(columns) - 1)
    widths = fit(columns, rows, room) or _narrowest(columns, rows, room)
    out = lay_row([Cell(column.heading, "head") for column in columns], columns, widths, between)
    out.append(rule(widths, signs))
    for row in rows:
        out.extend(lay_row(row, columns, widths, between))
    return out


def _narrowest(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], room: int) -> list[int]:
    """Each column as narrow as its words allow, also where that is wider than the screen."""
    bare = [Column(column.heading, column.right) for column in columns]
    while (widths := fit(bare, rows, room)) is None:
        room += 8
    return widths


def rule(widths: Sequence[int], signs: Signs = RICH) -> Line:
    """The rule under the headings."""
    return [(f"{signs.rule}{signs.cross}{signs.rule}".join(signs.rule * width for width in widths), "dim")]


def paragraph(text: str, width: int, *, indent: int = 0, lead: str = "", style: Style = "") -> list[Line]:
    """Running text wrapped at the width; ``lead`` stands before its first line.

    >>> ["".join(text for text, _ in line) for line in paragraph("một hai ba bốn", 13, indent=1, lead="- ")]
    [' - một hai ba', '   bốn']
    """
    hang = width_of(lead)
    room = max(width - indent - hang, 10)
    return [
        [(" " * indent + (lead if at == 0 else " " * hang) + line, style)]
        for at, line in enumerate(wrap(text, room))
    ]


def plain(lines: Iterable[Line]) -> str:
    """The lines as bare text, each ended by a line feed.

    >>> plain([[("Đạt", "met"), (" 5", "")]])
    'Đạt 5\\n'
    """
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
