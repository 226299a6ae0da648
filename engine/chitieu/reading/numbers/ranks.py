"""Ranks whose word, comparison and number stand in another order: "xếp hạng không thấp hơn 25/63"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.reading.tokens.surroundings import has_unit, token_at
from chitieu.text.spoken import (
    ATTAINS,
    NOT,
    NOT_LOWER,
    NTH,
    PLACE,
    words,
)

_COMPARATIVE = frozenset({"MORE", "LESS", "AT_LEAST", "AT_MOST", "AGAINST"})
#: What leads to a place, and how many words may stand between it and the word for one.
_LEADING_PLACES = frozenset({"FROM", "AT_LEAST", "AT_MOST", "MORE", "LESS"})
_NEAR_RANK = 9
_FALLING_BACK = frozenset(words("FALLING_BACK"))


def compared_ranks(tokens: list[Token]) -> None:
    """Put the comparison before the word for a rank: "xếp hạng không thấp hơn 25/63" is "không thấp hơn thứ 25/63"."""
    for index in range(len(tokens) - 2):
        rank, beside, number = tokens[index : index + 3]
        after = token_at(tokens, index + 3)
        compares = not beside.marks.isdisjoint({"AT_LEAST", "AT_MOST", "MORE", "LESS"})
        if "FROM" in beside.marks and after is not None and after.marks & {"OR_MORE", "OR_LESS"}:
            compares = True  # "xếp hạng từ 25 trở lên"
        counts = has_unit(after) or (
            after is not None and "NOUN" in after.marks
        )  # "nâng hạng ít nhất 1 sản phẩm"
        if "RANK" in rank.marks and compares and number.type == "NUMBER" and not counts:
            tokens[index : index + 2] = [beside, rank]
        elif (
            "RANK" in beside.marks and rank.marks & _COMPARATIVE and number.marks & {"PREVIOUS", "YEAR_WORD"}
        ):
            tokens[index : index + 2] = [beside, rank]  # "không thấp hơn thứ hạng năm trước"


def ranks_apart(tokens: list[Token]) -> None:
    """Put the word for a rank before its number too: "xếp hạng DTI từ 25/63 trở lên" is "… từ thứ 25/63 trở lên"."""
    for index in range(len(tokens) - 2, 1, -1):
        number, lead = tokens[index], tokens[index - 1]
        led = not lead.marks.isdisjoint(_LEADING_PLACES)
        reached = lead.key == ATTAINS or lead.type == "WORD"
        if number.type != "NUMBER" or not number.key.isdigit() or not (led or reached):
            continue
        slash, whole = token_at(tokens, index + 1), token_at(tokens, index + 2)
        part = slash is not None and slash.type == "SLASH" and whole is not None and whole.type == "NUMBER"
        after = token_at(tokens, index + 3) if part else slash
        closed = after is not None and not after.marks.isdisjoint({"OR_MORE", "OR_LESS"})
        ends = after is None or after.type == "SIGN"
        if not (closed or ends) or ("FROM" in lead.marks and not closed) or not (led or (part and ends)):
            continue
        for at in range(index - 2, max(-1, index - _NEAR_RANK), -1):
            if tokens[at].type != "WORD":
                break
            if "RANK" in tokens[at].marks and (led or not at):  # "Xếp hạng chuyển đổi số 25/63"
                place = new_token("WORD", NTH, "", number.start, number.start, frozenset({"ORDINAL"}))
                tokens.insert(index, place)
                break


def kept_places(tokens: list[Token]) -> None:
    """ "không tụt hạng so với năm trước": a place no lower, "hạng không thấp hơn"."""
    for index in range(len(tokens) - 2):
        if tokens[index].key != NOT:
            continue
        for count in (1, 2):
            fall = tokens[index + 1 : index + 1 + count]
            if " ".join(token.key for token in fall) in _FALLING_BACK:
                first, last = tokens[index], fall[-1]
                middle = last.end - len(last.text.split()[-1])
                kept = new_token("WORD", NOT_LOWER, first.text, first.start, middle, frozenset({"AT_LEAST"}))
                place = new_token("WORD", PLACE, last.text, middle, last.end, frozenset({"RANK"}))
                tokens[index : index + 1 + count] = [place, kept]
                break
