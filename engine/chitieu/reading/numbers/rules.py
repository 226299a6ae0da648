"""Counts that name a rule which is followed: "5 thời điểm vệ sinh tay", "quy trình rửa tay 6 bước", "3 tra 5 đối"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import COMPARING, REACH, sentence_start, token_at
from chitieu.text.spoken import CHECKED, MATCHED

#: What stands before a count of steps or rules that is wanted: "cắt giảm 2 bước", "xây dựng 5 quy tắc".
_WANTING = COMPARING | {"EQUALS", "RISE", "FALL", "DOWN_TO", "UP_TO", "MAKE", "BRING"}
#: A rule has no more parts.
_MOST = 20
RULES_BY_WORD = frozenset({CHECKED, MATCHED})


def names_a_rule(tokens: list[Token], index: int) -> bool:
    """ "tuân thủ 05 thời điểm vệ sinh tay", "Thực hiện 3 tra 5 đối"; but not "cắt giảm 2 bước"."""
    number, after, before = tokens[index], tokens[index + 1], token_at(tokens, index - 1)
    if not number.key.isdigit() or (number.value or 0) > _MOST:
        return False
    if after.key == MATCHED:
        return any(token.key == CHECKED for token in tokens[max(0, index - 2) : index])
    if after.key == CHECKED:
        return True
    if before is None or not before.marks.isdisjoint(_WANTING):
        return False
    return marked(tokens[max(sentence_start(tokens, index), index - REACH) : index], "COMPLIES")
