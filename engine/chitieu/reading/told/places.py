"""Places that are counted that say where something is done or holds, and for whom."""

from __future__ import annotations

from chitieu.reading.clause.segments import Figure, content, has_content, is_counted
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.reading.told.costs import is_money
from chitieu.text.spoken import BY, FOR, HAVE, NUMBER_OF, words

_AT, _IN_FRONT = frozenset(words("AT_PLACES")), frozenset(words("AMONG_PLACES"))
_PLACES = frozenset(words("PLACE_COUNTED"))
_BODIES = _PLACES | frozenset(words("BODY_COUNTED"))
_WHERE = frozenset(words("WHERE"))
_ALL = frozenset({"EACH", "WHOLE"})
#: Roads and areas, on which something is, and what names a measure of them.
_ALONG, _MEASURED = words("ON_PLACE_BEGINS"), frozenset({"RATE", "SUM", "AVERAGE", "PROPERTY"})
_DOING = frozenset({"MAKE", "FINISH", "STRIVE", "BRING", "RISE", "FALL"})


def tells_where(figures: list[Figure], position: int) -> bool:
    """ "đạt 95% tại 12/15 xã", "Cùng 19 xã, phường, tỷ lệ …", "Thu nhập ở 3 thôn khó khăn đạt 75 triệu đồng"."""
    figure = figures[position]
    phrase, amount = figure.phrase, figure.phrase.amount
    if figure.island.tokens[0].type != "NUMBER" or amount is None or amount.noun not in _BODIES:
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


def lies_in_places(figures: list[Figure], position: int) -> bool:
    """ "kết nạp 15 đảng viên ở 12 thôn", "Ở 12 thôn, …", "… do 5 phòng phụ trách": where it is done, or by how many.

    Of a clause that counts nothing else the places are wanted: "lắp camera tại 02 tuyến đường".
    """
    figure = figures[position]
    phrase, amount, words = figure.phrase, figure.phrase.amount, figure.left
    if figure.joined_by if position else len(words) != 1:
        return False
    words = words or figures[position - 1].right
    if amount is None or not words or figure.island.tokens[0].type != "NUMBER":
        return False
    if phrase.op != "=" or phrase.high is not None or amount.whole is not None:
        return False
    if amount.unit[:1] in ("%", "‰"):
        return False
    led, placed = words[-1].key, amount.noun in _PLACES
    if position:
        given = led == FOR and _is_made(figures[position - 1])
        return led == BY or (placed and (led in _AT or given))
    return placed and led in _AT and len(figures) > 1 and figures[1].joined_by == ","


def _is_made(figure: Figure) -> bool:
    """ "in 500 tờ rơi cấp cho 18 thôn": things that someone is given; but not "hỗ trợ 2 tỷ đồng cho 5 xã"."""
    amount = figure.phrase.amount
    return amount is not None and amount.unit[:1] not in ("%", "‰") and not is_money(amount.unit)


def tells_of_a_place(figure: Figure) -> bool:
    """ "thành lập 12 công đoàn cơ sở ở doanh nghiệp có từ 25 lao động trở lên": what the place of it has."""
    if not figure.left or figure.island.tokens[0].key != HAVE:
        return False
    placed = any(token.key in _WHERE or "PREPOSITION" in token.marks for token in figure.left)
    return placed and bool(figure.phrase.compared or figure.phrase.closing)


def is_apart(figure: Figure, following: Figure) -> bool:
    """ "riêng 5 huyện miền núi giảm bình quân 4%/năm": of whom the next figure is said."""
    amount, phrase = figure.phrase.amount, figure.phrase
    apart = figure.joined_by == "apart" or marked(figure.left[:1], "APART")
    if not apart or amount is None or phrase.compared or phrase.closing or phrase.change:
        return False
    moved = following.phrase.change is not None or following.phrase.equals or following.phrase.reaches
    return moved and amount.noun in _PLACES and amount.whole is None


def may_lie_along(figure: Figure) -> bool:
    """ "Lắp camera trên 5 tuyến phố": on so many perhaps, of which what is laid there stands before; or over so many.

    "Xây dựng trên 5 tuyến đường" makes the roads themselves, so they are more than five.
    """
    amount, phrase = figure.phrase.amount, figure.phrase
    if amount is None or phrase.equals or phrase.change or not amount.noun.startswith(_ALONG):
        return False
    named = content(figure.left)
    laid = len(named) > 1 and named[-1].marks.isdisjoint(_DOING) and not keyed(named, NUMBER_OF)
    return laid and figure.said.isdisjoint(_MEASURED)
