"""Figures of time that describe another: within what time it is done, how soon, how often, how long it lasts."""

from __future__ import annotations

from chitieu.reading.clause.segments import Figure, is_counted
from chitieu.reading.numbers.dates import LENGTHS
from chitieu.reading.tokens.scanner import marked
from chitieu.reading.tokens.surroundings import LISTING, behind_comma
from chitieu.text.spoken import ONLY, TIMES, words

WITHIN_TIME, _HOW_LONG = frozenset(words("WITHIN_TIME")), frozenset(words("HOW_LONG"))
#: Units of time that are counted.
SPANS = frozenset((*words("DAYS_OR_HOURS"), *words("PERIODS")))
_TERMS = frozenset(words("TERM_COUNTED"))
_CLOCKED = frozenset(words("CLOCK_UNIT"))
#: So many words before "trong vòng 48 giờ" are verbs of what goes before.
_DEEDS = 3


def is_time(figure: Figure) -> bool:
    """ "xét kết nạp trước khi giao quân ít nhất 4 tháng"; but not "sau khi thu hoạch đạt 70 tạ/ha"."""
    amount = figure.phrase.amount
    return amount is not None and amount.unit.split("/")[0].split(" ")[0] in SPANS


def is_done_within(before: Figure, figure: Figure) -> bool:
    """ "Trả lời 100% kiến nghị trong 15 ngày", "khám 4 lần trong 3 thai kỳ": within what time it is done."""
    led, opening = figure.left or before.right, figure.island.tokens[0]
    within = opening.type == "NUMBER" and len(led) > 0 and led[-1].key in WITHIN_TIME
    if not within and opening.key not in WITHIN_TIME:
        return False
    changed = before.phrase.change and not is_counted(before)
    if before.phrase.amount is None or changed or is_time(before):
        return False  # "giảm 50 hộ nghèo trong 12 tháng"; "tăng 8% trong 5 năm" may be a mean
    unit = figure.phrase.amount.unit if figure.phrase.amount is not None else ""
    timed = is_time(figure) or unit in LENGTHS or unit in _CLOCKED or unit in _TERMS  # "trong 20 giây đầu"
    return timed and not marked([*figure.left, opening], "RATE", "AVERAGE", "STRIVE")


def tells_how_soon(figure: Figure) -> bool:
    """ "100% ổ dịch được phát hiện, xử lý trong vòng 48 giờ": within what time all of them are dealt with."""
    soon = figure.joined_by in LISTING and figure.island.tokens[0].key in WITHIN_TIME
    return (
        soon and not marked(figure.left, "NOUN", "RATE", "AVERAGE", "MEASURE") and len(figure.left) <= _DEEDS
    )


def tells_how_often(figure: Figure) -> bool:
    """ "100% chi bộ sinh hoạt và tự phê bình mỗi quý 1 lần", "…, chỉ khai báo 01 lần": how often all of them do so."""
    amount = figure.phrase.amount
    if amount is None or amount.noun != TIMES:
        return False
    if figure.joined_by == ",":
        begun = behind_comma(figure.left)
        return any(token.key == ONLY for token in figure.left[begun : begun + 1])
    return "EACH" in figure.said or marked([*figure.left[-1:], *figure.island.tokens], "TIME")


def says_how_long(before: Figure, figure: Figure) -> bool:
    """ "Mở 4 lớp, mỗi lớp 30 học viên, thời gian 3 tháng": how long what is counted before lasts."""
    counted, phrase = before.phrase.amount, figure.phrase
    if not figure.left or figure.left[-1].key not in _HOW_LONG or figure.island.tokens[0].type != "NUMBER":
        return False
    if counted is None or counted.unit[:1] in ("%", "‰") or not is_time(figure):
        return False
    return not (phrase.compared or phrase.closing or phrase.change or phrase.equals or phrase.high)
