"""What there is, told by its count: members, stock, lists of them, and what stands before an aim."""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.naming import tells_only_of_whom
from chitieu.reading.clause.segments import Figure, content
from chitieu.reading.clause.timing import has_deadline
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.told.costs import is_money
from chitieu.reading.told.facts import is_worn
from chitieu.reading.told.history import tells_year
from chitieu.reading.told.wanted import is_owned, is_plain, is_said, may_be_told, strives
from chitieu.text.spoken import (
    AT,
    ATTAINS,
    BE,
    CARRY_OUT,
    HAVE,
    NEWLY,
    words,
)

#: "tại ngày", "tại thời điểm": so many words stand before a day.
_FEW = 3
#: What is left of what there was.
_BALANCES = words("BALANCE")
_REACHES = frozenset({ATTAINS, ":"})
_MEMBERS, _ITEMS = frozenset(words("STOCK")), frozenset(words("ITEM_OF_PLAN"))
#: What is done with the items of a plan that are met, or are not.
_MEETING = frozenset({"FINISH", "ATTAIN", "MISSED", "KEEP", "HOLD", "EQUALS", "PROGRAM"})
_DOING = frozenset({CARRY_OUT, *words("MADE_INTO")})
#: What has no unit: so many words name one; no word of it is passed over.
_UNITLESS, _NAMED = frozenset((*words("COEFFICIENT"), *words("INDEX"))), 2
_BULLETS: frozenset[str] = frozenset()
_BY_NOW = words("BY_NOW_BEGINS")
_PAID = frozenset(words("PAID"))
#: What leads to what there is, and what wants it all the same.
_STANDS, _STATES = frozenset({HAVE, ":"}), frozenset({BE, ":"})
_AHEAD = frozenset(
    {"TIME", "DEADLINE", "STRIVE", "EACH", "GOAL", "PLAN", "MAKE", "AIMED", "RATE", "YEAR_WORD"}
)


def says_how_it_is(figures: Sequence[Figure]) -> bool:
    """ "Tuyến ĐT.742 dài 31,5 km, đi qua 4 xã, hiện trạng hư hỏng 12 km": behind what there is, how it is by now."""
    for at, figure in enumerate(figures[1:], 1):
        if not (figure.left and is_plain(figure)):
            continue
        by_now = figure.left[0].key.startswith(_BY_NOW) and all(map(is_owned, figures[:at]))
        if by_now or is_worn(figure):
            return True  # but not "Trồng 50 ha rừng, hiện có 30 ha"
    return False


def says_nothing_of_itself(draft: Draft, figure: Figure) -> bool:
    """ "Tổng đài bảo vệ trẻ em 111", "mã số thuế 0200236845": a number with no unit and no word that leads to it.

    So is one with a word that leads to it where only who has so many is named: "mở 20 lớp, mỗi lớp ít nhất 30".
    """
    if draft.unit or draft.value is None or figure.listed:
        return False
    if figure.island.tokens[0].type != "NUMBER":
        return "EACH" in figure.said and not draft.head and tells_only_of_whom(figure)
    amount, phrase = figure.phrase.amount, figure.phrase
    if amount is None or amount.whole is not None:
        return False
    return phrase.high is None and not (phrase.closing or phrase.rank or _is_a_coefficient(figure))


def _is_a_coefficient(figure: Figure) -> bool:
    """ "Hệ số ngày xe tốt 0,95", "chỉ số HDI 0,78": a name that opens with what has no unit, and a decimal.

    But not "loại B hệ số 1,0", "hưởng hệ số 1,2", which say how much a grade is paid.
    """
    amount, named = figure.phrase.amount, content(figure.left, _BULLETS)
    if amount is None or len(named) < _NAMED or named[0].key not in _UNITLESS:
        return False
    if any(token.key in _PAID for token in named):
        return False  # "Hệ số lương 2,34"
    return amount.value != int(amount.value) and figure.said.isdisjoint({"TERMS", "OF_PAY", "GRADED"})


def counts_its_items(figure: Figure) -> bool:
    """ "Đại hội đề ra 22 chỉ tiêu, trong đó …", "thông qua 7 nhiệm vụ": how many a document sets, and not to be met."""
    phrase, amount = figure.phrase, figure.phrase.amount
    if amount is None or phrase.op != "=" or amount.whole is not None or amount.noun.lower() not in _ITEMS:
        return False
    if not is_said(figure) or any(token.key == ATTAINS for token in figure.island.tokens):
        return False
    return figure.said.isdisjoint(_MEETING) and figure.behind.isdisjoint(_MEETING)


def is_inventory(figure: Figure, said: frozenset[str]) -> bool:
    """What there is: "Toàn xã có 22 chi bộ trực thuộc với 487 đảng viên"."""
    owned = figure.island.tokens[0].key == HAVE
    if not owned and "WHOLE" not in said:
        return False
    opening = [t for t in figure.left if t.type == "WORD"]
    if len(opening) > 1 and opening[-1].key == NEWLY:
        opening.pop()  # "toàn huyện kết nạp mới 450 đoàn viên"
    if owned and _has_members(figure, opening):
        return True
    phrase = figure.phrase
    if "WHOLE" not in said or phrase.compared or phrase.closing or phrase.op != "=" or has_deadline(figure):
        return False  # "toàn ngành có từ 45 giải"
    owns = owned and bool(opening) and "WHOLE" in opening[-1].marks
    if not (owns or marked(opening[:4], "WHOLE")):
        return False
    amount = phrase.amount
    bare = amount is not None and amount.unit[:1] not in ("%", "‰") and phrase.change is None
    behind = [] if owns and tells_year(figure.left) else figure.right
    made = (
        not tells_year(figure.left)
        and bool(opening)
        and ("MAKE" in opening[-1].marks or opening[-1].key in _DOING)  # "toàn xã bê tông hóa 4,5 km"
    )
    return (bare and not made) and not any(  # "toàn huyện kết nạp 450 đoàn viên mới" is wanted
        t.marks & {"STRIVE", "ATTAIN", "RATE"} or t.key in _REACHES
        for t in (*opening, *figure.island.tokens, *behind)
    )


def is_balance(figure: Figure) -> bool:
    """ "Vốn chủ sở hữu tại ngày 31/12/2024: 850 tỷ đồng": what there is on a day, and no bound of it.

    "Đến" a day tells so of what is left, not of what is to be reached: "Số dư quỹ đến 31/12/2024: 3 tỷ đồng".
    """
    words = figure.left
    at = len(words) - 1
    if at > 0 and words[at - 1].type == "DATE":
        at -= 1
    if at < 0 or words[at].type != "DATE":
        return False
    stated = figure.phrase.equals and figure.island.tokens[0].key in _STATES
    if not (stated or is_plain(figure)) or strives(figure):
        return False
    before = words[:at]
    if any(token.key == AT for token in before[-_FEW:]):
        return True
    named = " ".join([token.key for token in before])
    return any(f" {left} " in f" {named} " for left in _BALANCES)


def _has_members(figure: Figure, opening: list[Token]) -> bool:
    """ "Chi bộ có 27 đảng viên": who belongs to it; but not "xã có 02 hợp tác xã hoạt động hiệu quả"."""
    amount = figure.phrase.amount
    bare = amount is not None and not figure.phrase.compared and not figure.phrase.closing
    # "Đội ngũ giáo viên có 41 người"
    owns = bool(opening) and ("STAFF" in opening[0].marks or all("ACTOR" in token.marks for token in opening))
    return bare and owns and amount is not None and amount.noun in _MEMBERS


def contains_members(figure: Figure) -> bool:
    """ "Đội ngũ cán bộ gồm 22 người, trong đó đại học 20 người": who belongs to what there is, in part."""
    said = figure.said
    return "CONTAINS" in said and "AMONG" in said and is_owned(figure)


def stand_before_an_aim(drafts: list[Draft]) -> list[Draft]:
    """ "Xã có 312 thành viên, phấn đấu kết nạp thêm 40 thành viên": what there is, before what is striven for."""
    figures = [draft.figure for draft in drafts]
    aim = next((at for at, figure in enumerate(figures) if figure is not None and strives(figure)), 0)
    return [
        draft
        for draft in drafts[:aim]
        if draft.figure is not None
        and draft.figure.island.tokens[0].key in _STANDS
        and not (draft.unit[:1] in ("%", "‰") or is_money(draft.unit))
        and draft.figure.phrase.high is None
        and draft.figure.said.isdisjoint(_AHEAD)
        and may_be_told(draft)
    ]


def lists_what_there_is(figures: list[Figure]) -> bool:
    """ "Quỹ có 02 phòng giao dịch, 1.846 thành viên": several counts of different things that someone has."""
    figures = [
        figure for figure in figures if figure.joined_by != "among"
    ]  # "…, trong đó tạm trú chiếm 38,6%"
    if len(figures) < 2:
        return False
    first, *others = figures
    if first.island.tokens[0].key != HAVE or not is_owned(first):
        return False
    units = {figure.phrase.amount.unit for figure in figures if figure.phrase.amount is not None}
    return len(units) == len(figures) and all(is_owned(figure) for figure in others)
