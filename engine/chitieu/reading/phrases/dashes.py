"""Dashes between two figures that are no two ends of a range."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token


def parts_counts(tokens: list[Token], dash: int) -> bool:
    """ "100% - 19/19 xã", "5 đợt - 150 lượt người": a dash between a share and a part, or counts of unlike things."""
    unit, sign, second = tokens[dash - 1 : dash + 2]
    ahead = [*tokens[dash + 2 : dash + 5], None, None, None]
    noun, whole, counted = ahead[:3]
    if noun is None or second.type != "NUMBER" or sign.start == unit.end or second.start == sign.end:
        return False
    if noun.type == "SLASH":
        part = (
            whole is not None and whole.type == "NUMBER" and counted is not None and "NOUN" in counted.marks
        )
        return part and unit.type == "PERCENT"
    return "NOUN" in noun.marks and "NOUN" in unit.marks and not _alike(noun.key, unit.key)


def _alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)
