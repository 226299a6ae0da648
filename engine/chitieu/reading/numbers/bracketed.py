"""Lists whose figures stand in brackets behind their names: "tốt (40%), khá (35%)"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import token_at
from chitieu.text.spoken import NTH

#: So many names with their values in brackets are a list.
_SEVERAL = 2


def values_in_brackets(tokens: list[Token]) -> None:
    """ "tốt (40%), khá (35%)", "PCI (thứ 8), PAPI (thứ 17)": where nothing else has a figure, those of the names."""
    opened = [
        index
        for index, token in enumerate(tokens[:-2])
        if token.key == "(" and index and _is_only_value(tokens, index + 1)
    ]
    figures = sum(token.type == "NUMBER" for token in tokens)
    if len(opened) < _SEVERAL or figures > len(opened):
        return
    for index in reversed(opened):
        end = next(at for at in range(index, len(tokens)) if tokens[at].key == ")")
        sign = tokens[index]
        tokens[index] = new_token("SIGN", ":", sign.text, sign.start, sign.end)
        del tokens[end]


def _is_only_value(tokens: list[Token], index: int) -> bool:
    """Whether a bracket holds one figure alone, with its unit or the word for a rank."""
    first = tokens[index]
    at = index + (first.key == NTH or "RANK" in first.marks)
    number, behind = token_at(tokens, at), token_at(tokens, at + 1)
    if number is None or behind is None or number.type != "NUMBER":
        return False
    if at > index:
        return behind.key == ")"
    closing = token_at(tokens, at + 2)
    percent = behind.type == "PERCENT" or "PERCENT_WORD" in behind.marks
    return percent and closing is not None and closing.key == ")"
