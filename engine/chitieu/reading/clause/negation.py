"""What a "không" before a comparison turns it into: "không giữ quá 2 nhiệm kỳ" is at most two."""

from __future__ import annotations

from typing import Any

from chitieu.reading.clause.segments import Figure
from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import NOT, words

#: What is left where a comparison must not hold.
NEGATED: dict[str, Any] = {">": "<=", ">=": "<", "<": ">=", "<=": ">", "=": "=", "range": "range"}
#: "quá", "vượt quá": behind "không" and a verb a limit, whatever the verb.
_LIMITING = frozenset(words("LIMITING"))
#: Verbs of which "không … trên 5" and "không … dưới 3" say how far they may go.
_LIMITED = frozenset(words("LIMITED_VERB"))
#: A verb and what it is done to: so many words may stand between "không" and its "quá".
_APART = 6


def turn_negated(figure: Figure) -> None:
    """ "không sử dụng quá 15%", "không kéo dài hơn 5 ngày": the comparison that must not hold, as the one that must."""
    phrase = figure.phrase
    if phrase.op not in (">", "<") or not phrase.compared or phrase.equals:
        return
    at = next((at for at in range(len(figure.left) - 1, -1, -1) if figure.left[at].key == NOT), None)
    if at is None or not _limits(figure.left[at + 1 :], phrase.comparator):
        return
    phrase.op = NEGATED[phrase.op]
    figure.opening = figure.left[at]
    figure.left = [*figure.left[:at], *figure.left[at + 1 :]]


def _limits(between: list[Token], comparator: str) -> bool:
    """Whether the words between a "không" and a comparison are a verb that the comparison limits."""
    if not 0 < len(between) <= _APART or any(token.type == "SIGN" for token in between):
        return False
    done = len(between) == 1 and "MAKE" in between[0].marks  # "không kết nạp dưới 02 đảng viên"
    return done or comparator in _LIMITING or " ".join(token.key for token in between) in _LIMITED
