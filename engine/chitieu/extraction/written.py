"""Words of a document as the file of its ruleset has them."""

from __future__ import annotations


def printable(text: str) -> str:
    """A text without line breaks and control characters, each a space."""
    return "".join(char if char.isprintable() else " " for char in text)


def on_one_line(text: str) -> str:
    r"""A text as the file has it, on one line and with no two spaces together.

    >>> on_one_line("đạt\u00a0\u00a095%\ntrở lên ")
    'đạt 95% trở lên'
    """
    return " ".join(printable(text).split())
