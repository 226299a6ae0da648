"""Tokens joined and mended before figures are settled: spelled-out numbers, split words and figures, grades in digits.

Each mend that a person should know of gives the code of a note.
"""

from __future__ import annotations

import re
from decimal import Decimal

from chitieu.reading.scanner import Token
from chitieu.text.figures import NUMERALS, read_numerals

UNIT_TYPES = frozenset({"PERCENT", "PERMILLE"})
UNIT_MARKS = frozenset({"SCALE", "MEASURE", "POINT", "PERCENT_WORD", "PERMILLE_WORD"})
COMPARING = frozenset({"MORE", "LESS", "AT_LEAST", "AT_MOST", "ABOUT", "NEARLY", "FROM"})
_GRADE = frozenset({"GRADE"})
_NO_NUMBER = frozenset({"không", "tư", "năm", "lẻ", "linh"})
_GREAT = {"tỷ": Decimal(10) ** 9, "tỉ": Decimal(10) ** 9, "triệu": Decimal(10) ** 6}
_DECIMAL = re.compile(r"[0-9]{1,2}")


def has_unit(token: Token | None) -> bool:
    """Whether a unit stands there: %, a scale word, a measuring unit."""
    return token is not None and (token.type in UNIT_TYPES or bool(token.marks & UNIT_MARKS))


def token_at(tokens: list[Token], index: int) -> Token | None:
    """The token at an index, None beyond the ends."""
    return tokens[index] if 0 <= index < len(tokens) else None


def mend(tokens: list[Token]) -> list[str]:
    """Join and mend in place; the codes of what a person should know."""
    notes = _close_figures(tokens)
    _spell(tokens)
    _join_grades(tokens)
    return notes


def _close_figures(tokens: list[Token]) -> list[str]:
    """Close a space inside a figure before %, ‰ or a scale word: "148, 2%" is 148,2."""
    notes: list[str] = []
    index = 0
    while index + 3 < len(tokens):
        first, comma, second, unit = tokens[index : index + 4]
        closes = (
            first.type == second.type == "NUMBER"
            and comma.key == ","
            and first.key.isdigit()
            and len(first.key) < 4
            and _DECIMAL.fullmatch(second.key)
            and (unit.type in UNIT_TYPES or "SCALE" in unit.marks)
        )
        before = token_at(tokens, index - 1)
        listed = before is not None and (before.key == "lần lượt là" or "NAME_HEAD" in before.marks)
        if closes and not listed:
            joined = f"{first.key},{second.key}"
            tokens[index : index + 3] = [Token("NUMBER", joined, joined, first.start, second.end)]
            notes.append("reading.space_in_figure" if len(second.key) == 1 else "reading.space_or_list")
        index += 1
    return notes


def _spell(tokens: list[Token]) -> None:
    """Join spelled-out numbers where a figure is expected into NUMBER tokens."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type != "WORD" or token.key not in NUMERALS or token.key in _NO_NUMBER:
            index += 1
            continue
        words: list[str] = []
        for following in tokens[index : index + 16]:
            if following.type != "WORD" or following.key not in NUMERALS:
                break
            words.append(following.key)
        spelled = read_numerals(words)
        third = token.key == "ba" and index > 0 and tokens[index - 1].key == "thứ"
        if spelled is not None and spelled[0] and not third and _expected(tokens, index, index + spelled[1]):
            tokens[index : index + spelled[1]] = _spelled(tokens[index : index + spelled[1]], spelled[0])
        index += 1


def _spelled(words: list[Token], value: Decimal) -> list[Token]:
    """The figure of spelled-out words; of "ba tỷ sáu trăm triệu" it is 3,6 with the scale word "tỷ"."""
    text = " ".join(word.text for word in words)
    number = Token("NUMBER", text.lower(), text, words[0].start, words[-1].end)
    number.value = value
    scale = next((word for great in _GREAT for word in words if word.key == great), None)
    if scale is None:
        return [number]
    number.value = value / _GREAT[scale.key]
    number.end = scale.start
    return [number, Token("WORD", scale.key, scale.text, scale.start, words[-1].end, frozenset({"SCALE"}))]


def _expected(tokens: list[Token], start: int, end: int) -> bool:
    before, after = token_at(tokens, start - 1), token_at(tokens, end)
    noun = after is not None and bool(after.marks & {"NOUN", "MEASURE"} or after.type in UNIT_TYPES)
    if before is None:
        return noun and (end > start + 1 or tokens[start].key not in ("ba", "mười"))
    if before.marks & {"NAME_HEAD", "ORDINAL", "GRADED"} and not before.marks & COMPARING:
        return False
    leading = bool(before.marks & (COMPARING | {"EQUALS", "RISE", "FALL", "EACH", "OR_MORE"})) or (
        "TO" in before.marks and start > 1 and tokens[start - 2].type == "NUMBER"
    )
    if leading:
        return noun or (
            after is not None and ("TO" in after.marks or "OR_MORE" in after.marks or not after.marks)
        )
    return noun and tokens[start].key not in ("một", "ba", "mười")


def _join_grades(tokens: list[Token]) -> None:
    """Make "mức độ 2", "cấp độ 3", "4 sao" one GRADE token, unless a unit makes the number a figure."""
    index = 0
    while index < len(tokens) - 1:
        first, second = tokens[index], tokens[index + 1]
        if first.type == "NUMBER" and index and _quality_level(tokens, index):
            first.type, first.marks, first.account = "WORD", _GRADE, "grade"
        signed = (
            second.type == "NUMBER"
            and len(second.key) == 1
            and _signs_a_grade(first)
            and _stands_alone(tokens, index + 2)
        )
        stars = first.type == "NUMBER" and len(first.key) == 1 and second.key == "sao"
        if signed or stars:
            joined = Token(
                "WORD",
                f"{first.key} {second.key}",
                f"{first.text} {second.text}",
                first.start,
                second.end,
                _GRADE,
            )
            joined.account = "grade"
            tokens[index : index + 2] = [joined]
        index += 1


def _signs_a_grade(token: Token) -> bool:
    if token.key == "hạng":
        return False
    return ("GRADED" in token.marks and "EQUALS" not in token.marks) or token.key in (
        "mức",
        "đạt mức",
        "ở mức",
    )


def _quality_level(tokens: list[Token], index: int) -> bool:
    """ "mức chất lượng 4 trở lên": a grade whose sign and number stand a word or two apart."""
    after = token_at(tokens, index + 1)
    if after is None or not after.marks & {"OR_MORE", "OR_LESS"} or len(tokens[index].key) != 1:
        return False
    before = tokens[max(0, index - 3) : index]
    return any(t.key in ("mức", "đạt mức", "cấp độ", "mức độ") for t in before) and all(
        t.type == "WORD" for t in before
    )


def _stands_alone(tokens: list[Token], index: int) -> bool:
    after = token_at(tokens, index)
    if after is None or after.type in ("SIGN",):
        return True
    if has_unit(after) or after.type in ("SLASH", "DASH", "NUMBER"):
        return False
    return "NOUN" not in after.marks
