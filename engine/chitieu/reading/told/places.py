"""Places that are counted in front of a rate, behind it or within its name: they say where it holds."""

from __future__ import annotations

from chitieu.reading.clause.segments import Figure, has_content, is_counted
from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import words

_AT, _IN_FRONT = frozenset(words("AT_PLACES")), frozenset(words("AMONG_PLACES"))
_PLACES = frozenset((*words("PLACE_COUNTED"), *words("BODY_COUNTED")))
_ALL = frozenset({"EACH", "WHOLE"})
_DOING = frozenset({"MAKE", "FINISH", "STRIVE", "BRING", "RISE", "FALL"})


def tells_where(figures: list[Figure], position: int) -> bool:
    """ "đạt 95% tại 12/15 xã", "Cùng 19 xã, phường, tỷ lệ …", "Thu nhập ở 3 thôn khó khăn đạt 75 triệu đồng"."""
    figure = figures[position]
    phrase, amount = figure.phrase, figure.phrase.amount
    if figure.island.tokens[0].type != "NUMBER" or amount is None or amount.noun not in _PLACES:
        return False
    if phrase.op != "=" or phrase.high is not None:
        return False
    if position:
        before = figures[position - 1]
        led = list(figure.left or before.right)
        while led and not led[-1].marks.isdisjoint(_ALL):
            led.pop()
        counted = before.phrase.amount is None or is_counted(before)
        return not (figure.joined_by or counted) and amount.whole is not None and _leads(led, _AT)
    following = figures[1] if len(figures) > 1 else None
    if following is None or amount.whole is not None:
        return False
    if len(figure.left) == 1:
        return following.joined_by == "," and figure.left[0].key in _IN_FRONT
    return _leads(figure.left, _AT) and _names_what_is(figure, following)


def _leads(before: list[Token], places: frozenset[str]) -> bool:
    return bool(before) and before[-1].key in places


def _names_what_is(figure: Figure, following: Figure) -> bool:
    """Whether the words before some places name what a figure behind them is of; they are then its name."""
    phrase, amount = following.phrase, following.phrase.amount
    stated = phrase.equals or phrase.reaches or phrase.compared or phrase.change is not None
    if following.joined_by or not stated or amount is None or not has_content(figure.left[:-1]):
        return False
    if not figure.said.isdisjoint(_DOING):
        return False
    ours = figure.phrase.amount
    if ours is None or ours.unit == amount.unit:
        return False
    named = [token for token in figure.right if token not in following.left]
    following.left = [*figure.left, *figure.island.tokens, *named, *following.left]
    return True
