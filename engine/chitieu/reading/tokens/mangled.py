"""Figures with letters for digits, as a scan or a typist leaves them: "l.850", "O,5%", "1B0"; and codes that look so.

What can be nothing else is a figure. "B12", "S5" and "2B" may be names: beside a unit they are for a person to read.
"""

from __future__ import annotations

import re

from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import COMPARING, COMPARING_SIGNS, UNIT_TYPES, has_unit, token_at

MANGLED = "MANGLED"
_DIGITS = str.maketrans("lIoOSB", "110058")
_NAMING = frozenset({"NAME_HEAD", "NUMBERED", "GRADED"})
_LEADING = COMPARING | {"EQUALS", "RISE", "FALL", "DOWN_TO", "UP_TO", "TO", "TIMES", "TOP", "BRING"}
_JOINTS = frozenset({"DASH", "PLUS_MINUS"})
#: Letters that are names of their own: "vitamin B12", "hạng S".
_NAMES = frozenset("SB")
_YEAR = re.compile("(?:19|20)[0-9][SB]")


def read_mangled(tokens: list[Token]) -> None:
    """Make every mangled token a figure, one that cannot be read, or a word."""
    for index, token in enumerate(tokens):
        if token.type == MANGLED:
            token.type = "NUMBER"
            match _said(tokens, index, token):
                case "figure":
                    token.key = token.text.translate(_DIGITS)
                case "doubtful":
                    token.account = "unreadable"
                case _:
                    token.type, token.key = "WORD", token.text.lower()


def _said(tokens: list[Token], index: int, token: Token) -> str:
    text, before, after = token.text, token_at(tokens, index - 1), token_at(tokens, index + 1)
    marks = before.marks if before is not None else frozenset()
    named, digit_first = not marks.isdisjoint(_NAMING), text[0].isdigit()
    if after is not None and after.type in UNIT_TYPES:
        return "doubtful" if text in _NAMES else "figure"
    if "," in text or "." in text:
        return "doubtful" if named and text[0] in "IBS" else "figure"
    alone = before is not None and before.key == "|" and (after is None or after.key == "|")
    signed = alone or (before is not None and before.type in COMPARING_SIGNS)
    led, unit = not marks.isdisjoint(_LEADING), has_unit(after) or _spans(tokens, index)
    counted = after is not None and after.type == "WORD" and after.text[:1].islower()
    if not _NAMES.isdisjoint(text):
        if _YEAR.fullmatch(text):
            return "figure"
        beside = (
            led or (counted and not named)
            if digit_first
            else led and after is not None and "NOUN" in after.marks
        )
        return "doubtful" if unit or signed or beside else "name"
    if digit_first or text[0] in "lo":
        return "figure"
    if text.isalpha():  # "IO triệu"; but "tổ chức IO"
        return "figure" if led or signed or unit else "name"
    if named and text[0] == "I":
        return "name"
    return "figure" if led or signed or unit or counted else "name"


def _spans(tokens: list[Token], index: int) -> bool:
    """Whether a token is the end of a range: "từ I8 - 20 giải", "3 - S hộ", "I2 đến 15"."""
    for step in (1, -1):
        joint, other = token_at(tokens, index + step), token_at(tokens, index + 2 * step)
        joins = joint is not None and (joint.type in _JOINTS or "TO" in joint.marks)
        if joins and other is not None and other.type in ("NUMBER", MANGLED):
            return True
    return False
