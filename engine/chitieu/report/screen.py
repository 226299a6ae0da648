"""The one owner of rich: lines on a terminal in colour. Without a terminal the same lines are plain text."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from chitieu.report.grid import Line, Style, plain
from chitieu.report.signs import PLAIN, RICH, Signs

_COLOURS: dict[Style, str] = {
    "": "",
    "head": "bold",
    "title": "bold",
    "strong": "bold",
    "dim": "dim",
    "met": "green",
    "exceeded": "bold green",
    "not_met": "bold red",
    "undecided": "yellow",
}


def screen_width(default: int = 80) -> int:
    """The width to lay out for: ``COLUMNS``, else the terminal's, else the default."""
    return shutil.get_terminal_size((default, 24)).columns


def wants_colour(stream: TextIO) -> bool:
    """Whether the stream is a terminal that may be coloured (``NO_COLOR`` and a dumb terminal say no)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def signs_for(stream: TextIO) -> Signs:
    """The signs that the stream's encoding can show.

    >>> import io
    >>> signs_for(io.TextIOWrapper(io.BytesIO(), encoding="cp1258")) is PLAIN
    True
    """
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        "≥≤≈–─│┼→•✓▲✗".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return RICH


def show(lines: Iterable[Line], stream: TextIO) -> None:
    """Write the lines to the stream: in colour on a terminal, else plain."""
    if not wants_colour(stream):
        stream.write(plain(lines))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    text = Text()
    for line in lines:
        for part, style in line:
            text.append(part, _COLOURS[style] or None)
        text.append("\n")
    console.print(text, end="", soft_wrap=True)


@contextmanager
def progress_bar(label: str, stream: TextIO) -> Iterator[Callable[[int, int], None]]:
    """A bar on a terminal that goes away when the work is done; told how much is done, of how much."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=stream), transient=True) as progress:
        task = progress.add_task(label)
        yield lambda done, total: progress.update(task, completed=done, total=total)
