"""Numbers that set how something is measured or built, and are none of its figures: weights, cycles, probabilities."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import COMPARING, UNIT_TYPES, token_at
from chitieu.text.spoken import POINT, SYMBOL_OF_PROBABILITY

#: What says how much an indicator counts, how often it is measured, and what a share is worth.
WEIGHING = frozenset({"WEIGHT", "CYCLE", "PAR"})
_STATING = COMPARING | {"EQUALS", "RISE", "FALL", "DOWN_TO", "UP_TO", "TO"}


def weighs_or_recurs(tokens: list[Token], index: int) -> bool:
    """Whether a number says how much an indicator counts among others: "trọng số 40%", "điểm tối đa: 10".

    Or how often it is measured: "chu kỳ đánh giá 6 tháng/lần", "tần suất báo cáo: 1 lần/tháng". So does what a share
    is worth: "mệnh giá 10.000 đồng/cổ phần". The word may stand behind as well: "(chiếm 20% trọng số)".
    """
    at = index - 2 if tokens[index - 1].key in (":", "|") else index - 1
    if marked(tokens[index + 2 : index + 3], "WEIGHT") and tokens[index + 1].type == "PERCENT":
        return tokens[index - 1].key in ("(", ",") or "RESTATE" in tokens[index - 1].marks
    if at > 0 and "CYCLE" in tokens[at - 1].marks and tokens[at].marks.isdisjoint(_STATING):
        at -= 1  # "chu kỳ đánh giá KPI 03 tháng/lần"
    if at < 0 or tokens[at].marks.isdisjoint(WEIGHING):
        return False
    return not at or "EQUALS" not in tokens[at - 1].marks  # but "đạt điểm tối đa 10 điểm"


def is_parameter(tokens: list[Token], index: int) -> bool:
    """ "chống lũ tần suất P = 1%", "với xác suất 85%", "…, độ tin cậy 95%": how sure it is to be."""
    unit = token_at(tokens, index + 1)
    at = index - 2 if tokens[index - 1].key in ("=", ":") else index - 1
    if at < 0 or unit is None or unit.type not in UNIT_TYPES:
        return False
    if tokens[at].text == SYMBOL_OF_PROBABILITY:
        return True
    opened = at > 0 and ("PREPOSITION" in tokens[at - 1].marks or tokens[at - 1].key == ",")
    return opened and "PARAMETER" in tokens[at].marks


def weighs_in_points(tokens: list[Token], index: int) -> bool:
    """ "tiêu chí A tỷ trọng 10/100 điểm", "tỷ trọng: 10 điểm": a share told in points is what a criterion weighs."""
    first = index - 2 if tokens[index - 1].type == "SLASH" else index
    at = first - 2 if tokens[first - 1].key == ":" else first - 1
    last = first + 2 if tokens[first + 1 : first + 2] and tokens[first + 1].type == "SLASH" else first
    unit = token_at(tokens, last + 1)
    return at >= 0 and "MAKES_UP" in tokens[at].marks and unit is not None and unit.key == POINT
