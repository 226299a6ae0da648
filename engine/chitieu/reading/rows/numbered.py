"""What numbers a row, in a cell of its own or before its name: "3", "2.1", "IV", "KR1:"."""

from __future__ import annotations

from chitieu.reading.rows.cells import LISTED, Cell, code_length, is_letter, is_value
from chitieu.reading.rows.columns import kinds_of
from chitieu.reading.tokens.scanner import Token
from chitieu.reading.tokens.surroundings import has_unit

#: "II.2.1" is five tokens at most, of which the last may be one number.
_LABEL_PARTS = 5


def is_number_of_part(cell: Cell, following: Cell) -> bool:
    """ "17" before "17.3": the number of the criterion that the row is a part of."""
    lone = len(cell.tokens) == 1 == len(following.tokens) and not cell.heading and not following.heading
    if not lone:
        return False
    one, part = cell.tokens[0], following.tokens[0]
    return one.type == part.type == "NUMBER" and part.key.startswith(f"{one.key}.")


def is_number_of_row(cell: Cell, following: Cell) -> bool:
    """ "3", "2.1", "IV", "a)", "I.2", "KPI 3": what stands before the name."""
    words = [token for token in cell.tokens if token.type == "WORD"]
    if cell.kind == "number":
        return True
    if not any(token.type == "WORD" for token in following.tokens) or is_value(following.tokens):
        return False
    if not words:
        return 0 < len(cell.tokens) <= _LABEL_PARTS and not has_unit(cell.tokens[0])
    short = (len(words) == 1 and set(words[0].key) <= set("ivxlc")) or len(words[0].key) == 1
    counted = len(cell.tokens) == 2 and "name" in kinds_of(words) and cell.tokens[1].type == "NUMBER"
    parted = len(words) == 1 and all(
        t.key == "." or t.type in ("WORD", "NUMBER") for t in cell.tokens
    )  # "I.2"
    return counted or (short and (len(cell.tokens) <= 2 or (parted and len(cell.tokens) <= _LABEL_PARTS)))


def label_length(tokens: list[Token]) -> int:
    """How many tokens number a name: "8.1 - Thể nhẹ cân", "5 Tồn kho …", "KR1: …"; but not "02 trường mầm non"."""
    if code := code_length(tokens):
        return code
    end = 2 if len(tokens) > LISTED - 1 and tokens[1].key == ")" and is_letter(tokens[0]) else 0
    while end < len(tokens) and tokens[end].type in ("NUMBER", "DASH", "SIGN") and tokens[end].key != "(":
        end += 1
    bare = end == 1 and tokens[0].type == "NUMBER"
    return 0 if end == len(tokens) or (bare and not tokens[end].text[:1].isupper()) else end
