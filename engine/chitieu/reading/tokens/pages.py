"""The number of a page that stands between two lines of one sentence, or a figure on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.reading.tokens.scanner import Token
from chitieu.text.source import SourceText

LINE_END = "\n"
_AROUND = " \t\r\f-–—"
_LONGEST = 3


def doubt_page_numbers(source: SourceText, tokens: Sequence[Token]) -> None:
    """Leave unread a number that may be that of a page: alone on its line, in the middle of a sentence with figures."""
    numbers = [token for token in tokens if token.type == "NUMBER"]
    for token in numbers:
        if len(numbers) > 1 and token.key.isdigit() and len(token.key) <= _LONGEST and _parts(source, token):
            token.account = "unread"


def _parts(source: SourceText, token: Token) -> bool:
    start, end = source.span(token.start, token.end)
    before, behind = source.given[:start].rstrip(_AROUND), source.given[end:].lstrip(_AROUND)
    if not (before.endswith(LINE_END) and behind.startswith(LINE_END)):
        return False
    before, behind = before.rstrip(), behind.lstrip()
    if " " not in before.rpartition(LINE_END)[2].strip() + behind.partition(LINE_END)[0].strip():
        return False  # every word is on a line of its own
    last, first = before[-1:], behind[:1]
    return (last.isalpha() or last in (",", "%")) and first.islower()
