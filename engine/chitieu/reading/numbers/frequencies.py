"""How often, told by how long it takes: "3 tháng một lần" is "3 tháng/lần"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.text.figures import read_figure
from chitieu.text.spoken import ONE, TIMES, words

PERIODS = frozenset(words("PERIODS_OF_RATE"))


def once_in(tokens: list[Token]) -> None:
    """Write "once" behind so many months or years as a slash, so that what is left is a unit: "6 tháng/01 lần" too."""
    for index in range(len(tokens) - 4, -1, -1):
        number, period, once, times = tokens[index : index + 4]
        if number.type != "NUMBER" or period.key not in PERIODS:
            continue
        slashed = once.type == "SLASH" and index + 4 < len(tokens)
        if slashed:
            once, times = times, tokens[index + 4]
        if times.key != TIMES:
            continue
        single = once.key == ONE or (once.type == "NUMBER" and read_figure(once.key) == 1)
        if single:
            slash = new_token("SLASH", "/", once.text, once.start, once.end)
            slash.account = "base"
            tokens[index + 2 : index + 3 + slashed] = [slash]


def is_interval(unit: str) -> bool:
    """Whether a unit is one of time between two of something, of which less is more often.

    >>> is_interval("tháng/lần"), is_interval("lần/tháng")
    (True, False)
    """
    period, _, what = unit.partition("/")
    return what == TIMES and period in PERIODS
