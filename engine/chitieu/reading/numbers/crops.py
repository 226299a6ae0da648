"""How many crops a year a kind of land bears, or a kind of rice: "đất 2 lúa", "lúa 1 vụ kém hiệu quả"."""

from __future__ import annotations

from itertools import pairwise

from chitieu.reading.tokens.scanner import Token, marked
from chitieu.text.spoken import words

CROPS, _LAND, _CROPS_A_YEAR = frozenset(words("CROP_OF_LAND")), frozenset(words("CROPLAND")), 3


def kind_of_land(tokens: list[Token], index: int) -> str | None:
    """ "cây vụ đông trên đất 2 lúa", "đất 2 lúa - 1 màu": how many crops a year a kind of land bears.

    Of "vụ" with no other number a person must say, as it counts cases too: "giảm vi phạm về đất 3 vụ".
    """
    before, number = tokens[index - 1] if index else None, tokens[index]
    if before is None or not number.key.isdigit() or (number.value or 0) > _CROPS_A_YEAR:
        return None
    if before.key in _LAND:
        alone = "NOUN" in tokens[index + 1].marks and [t.type for t in tokens].count("NUMBER") == 1
        return "unread" if alone else "name"
    if marked(tokens[index + 3 : index + 4], "MEASURE") and _names_a_crop(tokens, index):
        return "name"  # "lúa nước 2 vụ 610 ha"
    if before.key in CROPS and _is_kind_of(tokens, index):
        return "name"
    first = index - 2 if before.type == "WORD" else index - 3
    joined = before.type == "DASH" or before.key in CROPS
    named = joined and first > 0 and tokens[first].account == "name" and tokens[first + 1].key in CROPS
    return "name" if named else None


def _is_kind_of(tokens: list[Token], index: int) -> bool:
    """ "lúa 1 vụ kém hiệu quả giảm từ 75 ha xuống 40 ha": so many crops tell which rice another figure is of.

    "lúa 2 vụ, ngô 1 vụ" are figures of the one kind, and "lúa 2 vụ/năm" is one.
    """
    if index + 2 >= len(tokens) or tokens[index + 2].type == "SLASH":
        return False
    return any(
        first.type == "NUMBER" and not (second.key in CROPS or "YEAR_WORD" in second.marks)
        for at, (first, second) in enumerate(pairwise(tokens))
        if at != index and first.account is None
    )


def _names_a_crop(tokens: list[Token], index: int) -> bool:
    near = tokens[max(0, index - 2) : index]
    return tokens[index + 2].type == "NUMBER" and any(token.key in CROPS for token in near)
