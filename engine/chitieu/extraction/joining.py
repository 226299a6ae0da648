"""Lines into paragraphs: what was wrapped, or cut by the end of a page, is put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chitieu.extraction.document import Block, Line
from chitieu.extraction.labels import BULLETS, Label, read_label
from chitieu.extraction.words import declared_count
from chitieu.text.spoken import either, pattern

_ENDED = re.compile(r"[.;:!?…](?:[”\"’')\]*_/.]|\s)*$")
#: Words that cannot end a paragraph: a name or an object must follow.
_OPEN = re.compile(rf"(?:^|\s)(?:{either('CANNOT_END')}|,|[-–])\s*$", re.I)
_CLOSING = re.compile(pattern("CLOSES_DOCUMENT"))
_HEAD = re.compile(pattern("HEADS_DOCUMENT"))
_FIGURE = re.compile(r"[0-9]")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
#: "Phần I", "PHẦN THỨ NHẤT", "Chương II" on a line of its own: the heading follows on the next.
_BARE_PART = re.compile(pattern("BARE_PART"), re.I)
_LONG = 80
_FULLER = 1.5


def is_capitals(text: str) -> bool:
    """Whether a text is set in capitals, as headings are.

    >>> is_capitals("II. NHIỆM VỤ CHÍNH TRỊ:"), is_capitals("UBND phường")
    (True, False)
    """
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and sum(char.isupper() for char in letters) >= 0.9 * len(letters)


def is_closing(text: str) -> bool:
    """Whether a text begins what stands below the last article: the closing sentence, recipients, signatures."""
    return _CLOSING.match(text.strip()) is not None


def join_lines(lines: Iterable[Line]) -> tuple[Block, ...]:
    """The paragraphs of a document."""
    out: list[list[Line]] = []
    for line in _with_margins(list(lines)):
        if out and _goes_on(out[-1], line):
            out[-1].append(line)
        else:
            out.append([line])
    return tuple(_block(part) for part in out)


def _block(lines: Sequence[Line]) -> Block:
    text = ""
    pieces: list[tuple[int, int, Line]] = []
    for line in lines:
        lead = len(line.text) - len(line.text.lstrip())
        if text:
            text += " "
        pieces.append((len(text), lead, line))
        text += line.text.strip()
    return Block(text, tuple(pieces))


def _with_margins(lines: list[Line]) -> list[Line]:
    """Mark the full lines of a text that was wrapped at a right margin; others keep what the reader said."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if not line.cells)
    if len(lengths) < 12 or any(line.full for line in lines):
        return lines
    margin = lengths[int(len(lengths) * 0.97)]
    near = [length for length in lengths if 0.8 * margin <= length <= margin + 4]
    if margin > 130 or len(near) < 0.35 * len(lengths):
        return lines
    out = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        word = following.text.split()[0] if following is not None and following.text.split() else ""
        full = not line.cells and len(line.text.rstrip()) + 1 + len(word) > margin
        out.append(replace(line, full=full and following is not None))
    return out


def _goes_on(open_lines: list[Line], line: Line) -> bool:
    last = open_lines[-1]
    if line.cells or last.cells or line.label:
        return False
    text, before = line.text.strip(), last.text.strip()
    if is_closing(text) or _HEAD.match(text):
        return False
    label = read_label(text)
    if len(open_lines) == 1 and _BARE_PART.fullmatch(before):
        return label is None
    if (is_capitals(text) and not _ends_sentence(text, label)) or is_capitals(before):
        return _heading_goes_on(open_lines, line, label)
    ended = _ENDED.search(before) is not None
    if label is not None:
        return not ended and last.full and _is_no_label(label, text)
    if declared_count(before) is not None and read_label(open_lines[0].text.strip()) is not None:
        return False  # a heading that counts what follows
    if text[:1].islower() and not line.after_blank and not before.endswith((".", "!", "?")):
        return True
    if ended:  # a sentence that ends where the line does, in the middle of a paragraph
        return last.full and not line.after_blank
    if text[:1].islower() or text[:1] in ",;)%":
        return True
    if last.full and (not line.after_blank or line.new_page):
        return True
    if _OPEN.search(before):
        return True
    if not text[:1].isupper() and len(before) >= _LONG:
        return True
    if text[:1].isupper() and len(text) > _FULLER * len(last.text.rstrip()):
        return False  # where lines are broken at a margin, the one before would have held more
    labelled = bool(open_lines[0].label) or read_label(open_lines[0].text.strip()) is not None
    body = " ".join(part.text for part in open_lines)
    if line.after_blank:
        return line.new_page and labelled and len(body) >= _LONG
    return labelled and (_has_figure(open_lines[0]) or len(body) >= _LONG)


def _ends_sentence(text: str, label: Label | None) -> bool:
    """ "15% GRDP.", "GRDP;": the end of a sentence with an acronym, no heading."""
    return label is None and (text[:1].isdigit() or (" " not in text and text.endswith((".", ";", ","))))


def _heading_goes_on(open_lines: list[Line], line: Line, label: Label | None) -> bool:
    """A labelled heading in capitals that runs over its line."""
    first = open_lines[0]
    opened = first.label or read_label(first.text.strip()) is not None
    both = is_capitals(line.text) and is_capitals(first.text)
    return bool(opened) and both and label is None and not line.after_blank


def _is_no_label(label: Label, text: str) -> bool:
    """ "- 2030", "- dịch vụ": a dash of the sentence that a line happens to begin with."""
    rest = text[label.end :]
    return label.kind in BULLETS and (
        rest[:1].islower() or re.match(r"(?:19|20)[0-9]{2}\b", rest) is not None
    )


def _has_figure(line: Line) -> bool:
    """Whether a line states a figure; a year may stand in any heading."""
    text = line.text.strip()
    label = read_label(text)
    return _FIGURE.search(_YEAR.sub("", text[label.end if label else 0 :])) is not None
