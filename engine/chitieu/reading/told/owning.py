"""What those have that a figure counts: "Có 5 thôn có trên 90% hộ dùng nước sạch" wants the five."""

from __future__ import annotations

from chitieu.reading.clause.better import better_of
from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.naming import words_of
from chitieu.reading.clause.segments import Figure, content, has_content, is_counted
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.reading.told.costs import is_money
from chitieu.reading.told.shares import names_a_rate
from chitieu.text.spoken import DAY, HAVE, INDEX, NUMBER_OF, POINT, STEP, words

#: What may stand before a count without naming anything else that is measured.
_WHO = frozenset({"ACTOR", "WHOLE", "MAKE", "STRIVE", "BRING"})
_CRITERIA, _MEETING = frozenset(words("CRITERION")), frozenset({"FINISH", "ATTAIN", "EQUALS", "GRADE"})
#: What is done so that they have it.
_DOING = frozenset({"MAKE", "STRIVE", "RISE", "BRING"})
#: So many words say who has, or does, so much.
_SHORT = 10
#: What those do, besides having, who are told by how long or how many: "lao động làm việc từ 6 tháng trở lên".
_EMPLOYING = words("EMPLOYS")
#: What begins another measure, of its own.
_ANOTHER = ("SUM", "OWN_AMOUNT", "MAKE", "PLAN", "AGAINST")


def is_condition_of(before: Figure, figure: Figure) -> bool:
    """Whether a figure says which are counted by the one before it, from which no sign parts it.

    "có 12 chi bộ có từ 15 đảng viên trở lên", "80% thôn có trên 90% hộ …", "95% dự án giải ngân trên 90%".
    """
    amount, phrase, counted = figure.phrase.amount, figure.phrase, before.phrase.amount
    if figure.joined_by or amount is None or counted is None or phrase.basis is not None:
        return False
    if before.phrase.closing and not before.right and not figure.left and counted.unit == amount.unit:
        return False  # "từ 5 - 8% trở lên …"
    led = figure.left or before.right
    if is_counted(before) and (_meets_criteria(before, figure, led) or _is_placed(before, figure)):
        return True
    if names_a_rate(before, figure):
        return True
    own = figure.island.tokens[0].key == HAVE or keyed(led, HAVE)
    if phrase.closing and amount.unit != "%" and content(before.left) and _counts_who(before, led, own=own):
        return True
    bound = phrase.compared or phrase.closing or (own and amount.unit == "%")
    if not bound or marked(led, *_ANOTHER):
        return False
    if not is_counted(before):
        return _is_of_each(before, led, amount.unit, own=own, changes=phrase.change is not None)
    if not own or not counted.noun or is_money(counted.unit) or before.phrase.change is not None:
        return False
    made = amount.unit != "%" and marked(before.left, "MAKE")  # "tổ chức 5 lớp có trên 200 người dự"
    return not made and all(not token.marks.isdisjoint(_WHO) for token in content(before.left))


def _counts_who(before: Figure, led: list[Token], *, own: bool) -> bool:
    """ "Kết nạp 100% lao động có hợp đồng từ 01 tháng trở lên", "80% doanh nghiệp sử dụng từ 10 lao động trở lên"."""
    amount, phrase = before.phrase.amount, before.phrase
    if amount is None or amount.unit != "%" or phrase.change is not None or phrase.equals or phrase.reaches:
        return False
    said = " ".join([token.key for token in led])
    whose = own or said.endswith(_EMPLOYING)
    return whose and len(led) <= _SHORT and marked(led[:1], "NOUN") and not marked(before.left, "RATE")


def _is_of_each(before: Figure, led: list[Token], unit: str, *, own: bool, changes: bool) -> bool:
    """Whether a share of its own is what each of those has that a share first counts."""
    amount = before.phrase.amount
    if amount is None or amount.unit != "%" or unit != "%" or content(before.left):
        return False
    if before.phrase.change is not None or before.phrase.basis is not None:
        return False
    return len(led) <= _SHORT and marked(led[:2], "NOUN") and (own or changes or len(content(led)) > 1)


def _meets_criteria(before: Figure, figure: Figure, led: list[Token]) -> bool:
    """ "có 6 xã hoàn thành 19 tiêu chí", "giữ vững 12 xã đạt 19/19 tiêu chí": how many each of them meets."""
    amount, counted = figure.phrase.amount, before.phrase.amount
    if amount is None or counted is None or amount.noun not in _CRITERIA or counted.noun in ("", *_CRITERIA):
        return False
    if is_money(counted.unit) or marked(before.left, "RATE", "SUM", "GROWTH_NAME"):
        return False
    return figure.phrase.change is None and all(not t.marks.isdisjoint(_MEETING) for t in content(led))


def _is_placed(before: Figure, figure: Figure) -> bool:
    """ "có 3 huyện xếp thứ 50 trở lên", "có 3 chỉ số thành phần tăng ít nhất 5 bậc": where each of them is placed."""
    amount, phrase = figure.phrase.amount, figure.phrase
    if amount is None or figure.left or content(before.left) or before.phrase.change is not None:
        return False
    body = marked(before.island.tokens[-1:], "ACTOR", "RATE") or marked(before.right[:1], "RATE")
    return body and (phrase.rank or (phrase.change is not None and amount.unit == STEP))


def take_condition(text: str, draft: Draft, figure: Figure) -> None:
    """Give the figure before the rest of its name: what each of those has that it counts."""
    ended = next((at for at, token in enumerate(figure.right) if token.type == "SIGN"), len(figure.right))
    named = words_of(text, [*figure.left, *figure.island.tokens, *figure.right[:ended]])
    before = draft.figure
    bare = before is not None and not (content(before.left) or before.right)  # "…, 5 trường có …"
    draft.indicator = f"{draft.noun if bare and draft.noun else draft.indicator} {named}"
    if draft.op not in ("<", "<=") and before is not None and is_wanted(figure, figure.left or before.right):
        draft.better = ("higher", "condition")


def is_wanted(figure: Figure, named: list[Token]) -> bool:
    """Whether what a bound says of those that are counted is good though less of it is: "tỷ lệ hộ nghèo dưới 3%"."""
    if figure.phrase.op not in ("<", "<="):
        return False
    name = " ".join(token.text for token in (*named, *figure.right))
    return better_of(name, "level", "=")[0] == "lower"


def bounds_a_name(figure: Figure, following: Figure) -> bool:
    """ "Tỷ lệ thôn có trên 90% hộ dùng nước sạch đạt 80%": the bound says which a rate counts."""
    phrase, reached = figure.phrase, following.phrase
    if not (phrase.compared or phrase.closing) or phrase.change is not None or phrase.basis is not None:
        return False
    if not figure.left or "RATE" not in figure.left[0].marks or not reached.equals:
        return False
    rate = reached.amount is not None and reached.amount.unit == "%" and reached.basis is None
    return rate and (figure.island.tokens[0].key == HAVE or keyed(figure.left, HAVE))


def counts_those_who(figure: Figure, following: Figure) -> bool:
    """ "Có 50 hộ đạt thu nhập trên 100 triệu đồng": the households are wanted, what they earn describes them.

    So is it with criteria: "có 05 xã đạt 19/19 tiêu chí".
    """
    phrase, earned = figure.phrase, following.phrase.amount
    if phrase.amount is None or earned is None or any(token.key == ":" for token in figure.right):
        return False  # "Có 15 chỉ tiêu: Thu ngân sách đạt 75 tỷ đồng"
    deeds = all(token.marks & _DOING for token in content(figure.left))  # "giúp thêm 3.500 hộ đạt 8 tiêu chí"
    if not deeds or (has_content(figure.left) and earned.noun not in _CRITERIA):
        return False
    if marked([*figure.right, *following.left], "SUM", "OWN_AMOUNT") or NUMBER_OF in [
        token.key for token in figure.right
    ]:
        return False  # "22 tổ tiết kiệm với số tiền trên 1,5 tỷ đồng"
    counted = any(token.type == "NOUN" for token in figure.island.tokens) and not is_money(phrase.amount.unit)
    if counted and earned.noun in _CRITERIA and phrase.amount.noun not in _CRITERIA:
        return not has_content(figure.right) and not has_content(following.left)
    between = [*figure.right, *following.left]
    scored = (
        counted and earned.unit == POINT != phrase.amount.unit
    )  # "ít nhất 02 bệnh viện đạt trên 4,0 điểm"
    if scored or ((counted or phrase.amount.unit == DAY) and keyed(between, INDEX)):
        return True  # "300 ngày có chỉ số AQI dưới 100"
    return (
        counted and is_money(earned.unit) and bool(has_content(figure.right) or has_content(following.left))
    )


def names_a_count(figure: Figure, following: Figure) -> bool:
    """ "Số vụ cháy gây thiệt hại từ 100 triệu đồng trở lên trên địa bàn xã: 0 vụ": the bound says which are counted."""
    amount, counted = figure.phrase.amount, following.phrase.amount
    if figure.phrase.change or amount is None or counted is None or amount.unit == counted.unit:
        return False
    if not figure.left or not (figure.phrase.compared or figure.phrase.closing):
        met = len(figure.left) > 1 and amount.noun in _CRITERIA and figure.left[0].key == NUMBER_OF
        return met and figure.left[1].key == counted.noun  # "số thôn đạt 4 tiêu chí thôn thông minh: 8 thôn"
    counts = figure.left[0].key == NUMBER_OF or "SUM" in figure.left[0].marks
    again = len(figure.left) > 1 and figure.left[1].key == counted.noun  # "số chợ … không quá 3 chợ"
    return counts and (again or following.island.tokens[0].key == ":")
