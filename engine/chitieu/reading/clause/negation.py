"""What a "không" before a comparison turns it into: "không giữ quá 2 nhiệm kỳ" is at most two."""

from __future__ import annotations

from typing import Any

from chitieu.reading.clause.segments import Figure
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.text.spoken import AND, LET_NOT, NOT, NUMBER_OF, TOO_MANY, words

#: What is left where a comparison must not hold.
NEGATED: dict[str, Any] = {">": "<=", ">=": "<", "<": ">=", "<=": ">", "=": "=", "range": "range"}
#: "quá", "vượt quá": behind "không" and a verb a limit, whatever the verb.
_LIMITING = frozenset(words("LIMITING"))
#: Verbs of which "không … trên 5" and "không … dưới 3" say how far they may go.
_LIMITED = frozenset(words("LIMITED_VERB"))
#: "vượt": what is wanted to be exceeded, unless "không" and what is let or made to exceed stand right before it.
_EXCEEDING, _LETTING = frozenset(words("EXCEEDS_A_LEVEL")), frozenset(words("LETTING"))
#: What happens, counted.
_OCCURRENCES = frozenset(words("OCCURRENCE"))
#: What begins another measure.
_MEASURING = frozenset({"RATE", "SUM", "GROWTH_NAME", "STRIVE", "SURELY"})
#: A verb and what it is done to: so many words may stand between "không" and its "quá".
_APART = 6


def turn_negated(figure: Figure) -> None:
    """ "không sử dụng quá 15%", "không kéo dài hơn 5 ngày": the comparison that must not hold, as the one that must."""
    phrase = figure.phrase
    if phrase.op not in (">", "<") or not phrase.compared or phrase.equals:
        return
    at = next((at for at in range(len(figure.left) - 1, -1, -1) if figure.left[at].key == NOT), None)
    if at is None or phrase.strive or not _limits(figure.left[at + 1 :], phrase.comparator):
        return
    if _belongs_to_name(figure.left, at):
        figure.island.negated = True  # "tỷ lệ hộ không nghèo quá 95%": a person must say what is meant
        return
    phrase.op = NEGATED[phrase.op]
    figure.opening = figure.left[at]
    figure.left = [*figure.left[:at], *figure.left[at + 1 :]]


def _limits(between: list[Token], comparator: str) -> bool:
    """Whether the words between a "không" and a comparison are a verb that the comparison limits."""
    if not 0 < len(between) <= _APART or any(token.type == "SIGN" for token in between):
        return False
    done = len(between) == 1 and "MAKE" in between[0].marks  # "không kết nạp dưới 02 đảng viên"
    if done or _is_limited(between):
        return True
    if comparator in _EXCEEDING:  # "thanh toán không dùng tiền mặt vượt 80%": the payments exceed it
        return between[0].key in _LETTING and between[-1].marks.isdisjoint({"OUGHT"})
    return comparator in _LIMITING


def _is_limited(between: list[Token]) -> bool:
    return " ".join(token.key for token in between) in _LIMITED


def _belongs_to_name(left: list[Token], at: int) -> bool:
    """Whether a "không" may as well say which are counted by a rate: "tỷ lệ hộ không nghèo"."""
    rated = at > 1 and "RATE" in left[0].marks
    return rated and not _is_limited(left[at + 1 :]) and left[at + 1].key not in _LETTING


def is_floor(figure: Figure) -> bool:
    """ "không để xảy ra từ 3 vụ cháy trở lên": from how many on there must be none."""
    phrase, amount = figure.phrase, figure.phrase.amount
    return phrase.op == ">=" and phrase.high is None and amount is not None and amount.noun in _OCCURRENCES


def limits_occurrences(denied: list[Token], figure: Figure) -> bool:
    """ "không để xảy ra tai nạn lao động quá 3 vụ": how many of what must not be there there may be.

    ``denied`` are the words of it, the denial first. How many each has is its own: "không có lớp học quá 35 học sinh".
    """
    amount = figure.phrase.amount
    if figure.phrase.comparator != TOO_MANY or amount is None or len(denied) < 2 or not amount.noun:
        return False
    itself = denied[1].key == amount.noun and len(denied) > 2
    return amount.noun in _OCCURRENCES or itself


def begins_with_limit(denied: list[Token], joint: int, figure: Figure) -> bool:
    """ "không còn hộ nghèo và không để xảy ra quá 2 vụ cháy": how many there may be of another thing.

    ``joint`` is where the "và" stands, 0 where there is none.
    """
    return joint > 0 and "ABSENT" in denied[0].marks and len(denied) == joint + 2 and figure.phrase.op == ">"


def lets_wait(figure: Figure, at: int) -> bool:
    """ "không để người dân chờ quá 15 phút": how long they may; but not "không để ùn tắc kéo dài quá 30 phút"."""
    words = figure.left[at:]
    return words[0].key == LET_NOT and figure.phrase.comparator == TOO_MANY and not marked(words, "BRING")


def joins(token: Token) -> bool:
    """Whether a word joins another thing to what must not be there."""
    return token.key == AND or "BESIDES" in token.marks


def begins_measure(token: Token) -> bool:
    """Whether a word behind what must not be there begins another measure: "và số vụ cháy", "và phấn đấu …"."""
    return token.key == NUMBER_OF or not token.marks.isdisjoint(_MEASURING)
