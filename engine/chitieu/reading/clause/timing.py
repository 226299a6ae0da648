"""The time that a target names for itself, "đến năm 2025", "hằng năm", "mỗi quý", or is to be reached by."""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.reading.clause.segments import Figure
from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import A_YEAR, CROP, MONTH, QUARTER, TERM, words

_YEARLY = frozenset(words("YEARLY"))
_QUARTERLY = frozenset(words("QUARTERLY"))
_MONTHLY = frozenset(words("MONTHLY"))
_ONCE_IN = {QUARTER: "each_quarter", MONTH: "each_month"}
_ACTS = frozenset(words("COUNTED_ACT"))
_DATED_BY = frozenset(words("DATED_BY"))


def when_of(
    figure: Figure, said: frozenset[str], inside: frozenset[str], following: frozenset[str]
) -> str | None:
    """The time stated beside the figure: "year:2025", "each_year", "term", "each_quarter", "each_month".

    ``said``, ``inside`` and ``following`` hold the marks of all words to its left, of its own, and to its right: where
    no time is among them, none is looked for.
    """
    found = _first(figure.dated, bare=True) if figure.dated else None
    if not found and "TIME" in inside:  # guard
        found = _first([token for token in reversed(figure.island.tokens) if token.type == "TIME"])
    if not found and "TIME" in said:
        found = _first(figure.left[::-1])
    if not found and figure.left and figure.left[-1].key in _ONCE_IN:
        number, *unit = figure.island.tokens
        if number.type == "NUMBER" and unit and unit[0].key in _ACTS:
            found = _ONCE_IN[figure.left[-1].key]  # "sinh hoạt chuyên đề: quý 1 lần"
    if found or "TIME" not in following:
        return found
    behind = figure.right[:8]
    if behind and behind[0].type == "YEAR" and figure.island.tokens[-1].type in ("PLAN", "PREVIOUS"):
        behind = behind[1:]  # "bằng 150% so với dự toán năm 2023"
    for index, token in enumerate(behind):
        if token.key == "," or "AGAINST" in token.marks or "PLAN" in token.marks:
            return _first(behind[:index])
    return _first(behind)


def opening_time(words: list[Token]) -> str | None:
    """The time that a sentence opens with: "Đến năm 2025, …"."""
    return _first(words[:2])


def is_yearly_mean(figure: Figure) -> bool:
    """ "(bình quân mỗi năm kết nạp 30 đảng viên)"."""
    words = [*figure.left, *figure.island.tokens]
    return any("AVERAGE" in token.marks and token.key.endswith(A_YEAR) for token in words)


def _first(tokens: Sequence[Token], *, bare: bool = False) -> str | None:
    for token in tokens:
        if (token.account != "year" and "TIME" not in token.marks) or token.key.startswith(CROP):
            continue
        if token.account == "year" and token.value is not None and (bare or token.type in ("YEAR", "TIME")):
            return f"year:{token.value}"
        if "TIME" not in token.marks:
            continue
        if TERM in token.key:
            return "term"
        if token.key in _YEARLY:
            return "each_year"
        if token.key in _QUARTERLY:
            return "each_quarter"
        if token.key in _MONTHLY:
            return "each_month"
    return None


def tells_deadline(words: list[Token]) -> bool:
    """ "hoàn thành trước ngày 31/10/2024": by when something named before is to be done."""
    timed = {"TIME", "SETS_IN", "YEAR_WORD", "PERIOD_OF_YEAR", "DEADLINE", "AND"}
    return len(words) > 1 and all(
        token.account in ("date", "year")
        or token.type in ("YEAR", "DATE", "SIGN", "SLASH")
        or token.marks & timed
        or token.key in _DATED_BY
        for token in words[1:]
    )


def has_deadline(figure: Figure) -> bool:
    """ "Đến năm 2025 đạt 80%": a time to reach it by."""
    return "DEADLINE" in figure.said or "DEADLINE" in figure.inside
