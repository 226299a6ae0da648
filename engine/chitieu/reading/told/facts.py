"""What a text tells beside what it wants: what there is, contents, votes, plans that were given, conditions."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

from chitieu.reading.clause.conditions import counts_targets
from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure, has_content
from chitieu.reading.clause.timing import has_deadline
from chitieu.reading.tokens.lexicon import NO_MARKS
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.told.history import DECIDED, tells_year
from chitieu.reading.told.lasting import SPANS
from chitieu.text.spoken import (
    ATTAINS,
    BE,
    CARRY_OUT,
    LEVEL_SIGN,
    MOST,
    PLAN_BEGINS,
    POINT,
    STILL,
    TARGET_NAMED,
    words,
)

_REACHES = frozenset({ATTAINS, ":"})
_FEW = 2
_HOLDING, _BUILT = words("CAPACITY"), frozenset(words("BUILT"))
_MONEY, _SETTING = frozenset(words("MONEY_UNIT")), frozenset(words("SETS_PLAN"))
_HOW_LONG = words("HOW_LONG")
_WORK_PARTS, _PLACES, _WHERE = (frozenset(words(name)) for name in ("WORK_PART", "PLACE_COUNTED", "WHERE"))
_ATTENDING = frozenset(words("ATTENDING"))
_FUNDS, _SOURCES = words("FUND"), words("SOURCE_BEGINS")
_CHANGING = frozenset({"RISE", "FALL"})
_GRADING = frozenset({"GRADE", "GRADED", "SIZED"})
#: How near before a count of places the word stands that tells where.
_NEAR = 4
_HUNDRED = 100
#: What makes words before a figure more than names of those who do something.
_VERBS = frozenset(
    {
        "MAKE",
        "ATTAIN",
        "STRIVE",
        "EQUALS",
        "RISE",
        "FALL",
        "BRING",
        "HOLD",
        "KEEP",
        "FINISH",
        "TIME",
        "RATE",
        "SUM",
    }
)
#: What tells of a fact before a figure and in it.
_FACTUAL = frozenset(
    {
        "PROGRAM", "FACT_HEAD", "APPROVED", "FIXED", "DEFINES", "CONDUCT", "WAS", "CONTAINS", "TERMS", "GRANTED",
        "ALLOTS", "FINED",
    }
)  # fmt: skip
_FACTUAL_INSIDE = frozenset({"BARELY", "PLAN", "OF_PAY"})
_FACTUAL_BEHIND = frozenset({"VOTED", "WAS", "COUNTED_FROM", "DEFINES", "OF_PAY", "CONDUCT"})
_LACKING = frozenset(words("LACKING"))
#: What wants something of what is amiss, and what mends it: "12 hộ chưa có nhà được hỗ trợ xây nhà".
_WANTING = frozenset({"TIME", "STRIVE", "FALL", "BRING", "MAKE", "FINISH", "DEADLINE"})
_DENYING = frozenset({"NEVER", "GRADE"})
_MENDING = ("OUGHT", "ATTAIN", "MAKE", "STRIVE")
#: So many words behind a count what is amiss with it may stand.
_AMISS = 8
_NOT_NEW = frozenset(words("NOT_NEW"))
_STEADY = frozenset(words("KEPT_STEADY"))
#: What words at the beginning may tell.
_TELLING = frozenset({"STRIVE", "WAS", "CONTAINS"})
#: What a rule of others asks for; what begins anew each time.
_RULED, _RECURRING = frozenset(words("RULED")), frozenset(words("RECURRING"))


def tells_of_being(figure: Figure | None) -> bool:
    """ "Năm 2023 tỷ lệ hộ nghèo là 4,5%": it says what is, and sets no time to reach it."""
    if figure is None or has_deadline(figure):
        return False
    return any(token.key == BE for token in figure.island.tokens)


def tells_of_plan(figure: Figure, unit: str) -> bool:
    """ "(chỉ tiêu giao tại Quyết định số 1168 là 95%)", "(KH 2024: 54)": the figure that was assigned.

    ``unit`` is that of the figure before the bracket: a share beside a count may be one of the plan.
    """
    if is_the_aim_of_a_result(figure) or _is_ruled(figure, unit):
        return True
    if not figure.left or not figure.left[0].marks & {"PLAN", "PLAN_SHORT"}:
        return False
    if all(token.account == "year" or token.type == "YEAR" for token in figure.left[1:]) and figure.left[1:]:
        return not figure.phrase.compared and not figure.phrase.change
    amount, phrase = figure.phrase.amount, figure.phrase
    alike = (
        amount is not None and amount.unit == unit and not (phrase.change or phrase.reaches or phrase.strive)
    )
    told = alike or is_bare(figure)  # "(chỉ tiêu tỉnh giao 93%)", "(chỉ tiêu trên giao 850)"
    if alike and figure.left[-1].key in _SETTING and len(figure.left) > 1:
        return True  # "(Nghị quyết đề ra 44%)"
    return (len(figure.left) == 1 and told) or any(t.key == BE for t in figure.island.tokens)


def _is_ruled(figure: Figure, unit: str) -> bool:
    """ "3 ngày (theo quy định 5 ngày)": the bracket tells what a rule of others asks for."""
    amount = figure.phrase.amount
    ruled = any(token.key in _RULED for token in figure.left)
    return ruled and amount is not None and amount.unit == unit


def is_the_aim_of_a_result(figure: Figure) -> bool:
    """ "đạt 94% (mục tiêu 95%)": the figure in the bracket was wanted, so the one before it is what was reached."""
    aimed = len(figure.left) == 1 and "GOAL" in figure.left[0].marks and "PLAN" not in figure.left[0].marks
    return aimed and not (figure.phrase.compared or figure.phrase.closing or figure.phrase.equals)


def may_be_base(draft: Draft, host: Draft) -> bool:
    """ "giảm 5% so với năm 2024 (92 vụ)": how many there were, perhaps, or how many there are to be."""
    based = host.basis is not None and host.basis != "plan" and host.measure != "level"
    return based and draft.measure == "level" and draft.figure is not None and is_bare(draft.figure)


def may_describe(draft: Draft, host: Draft) -> bool:
    """ "12,4 km đường thôn (mặt rộng 3,5 m)", "210 ha (mật độ 250 con/m2)": a thing of its own, in another unit."""
    figure = draft.figure
    if figure is None or draft.measure != "level" or draft.unit[:1] in ("%", "‰") or draft.counts_like(host):
        return False
    if _is_rate_of_each(figure):
        return True  # "quỹ đền ơn đáp nghĩa 100% kế hoạch (mức 50.000 đồng/hộ)"
    phrase = figure.phrase
    worded = phrase.compared or phrase.closing or phrase.equals or phrase.strive
    return (
        not worded
        and has_content(figure.left)
        and (
            not marked(figure.left, "RATE", "AMONG", "APART", "RESTATE")
            or marked(figure.left[-1:], "PROPERTY")  # "(công suất 500 m3/ngày)"
        )
    )


def _is_left_undone(figure: Figure) -> bool:
    """ "Còn 09 trạm y tế chưa có bác sĩ": what is still amiss, told and not wanted.

    So is what is said to be left at the beginning ("Còn 12,6% hồ sơ trễ hạn"), and what is amiss with a bare count.
    """
    left, phrase = figure.left, figure.phrase
    if phrase.compared or phrase.closing or phrase.change or phrase.high is not None:
        return False
    if not figure.said.isdisjoint(_WANTING):
        return False  # "Đến cuối năm còn 2 xã chưa đạt chuẩn"
    signs = (at for at, token in enumerate(figure.right) if token.type == "SIGN")
    behind = figure.right[: min(next(signs, _AMISS), _AMISS)]
    lacking = next((at for at, token in enumerate(behind) if token.key.split(" ")[0] in _LACKING), None)
    still = figure.island.tokens[0].key == STILL
    if not has_content(left):
        if still and not figure.joined_by and not left and bool(figure.right):
            return True
        counted = is_bare(figure) and figure.island.tokens[0].type == "NUMBER"
        mended = lacking is not None and marked(behind[lacking + 1 :], *_MENDING)
        return lacking is not None and (still or counted) and not mended
    return still and lacking is not None


def _shares_a_subject(figure: Figure) -> bool:
    """Whether a count is one more of those who do something: bodies stand before it, joined to it."""
    left = figure.left
    joined = len(left) > 1 and ("AND" in left[-1].marks or left[-1].key == ",")
    return joined and is_bare(figure) and marked(left[-_NEAR:], "ACTOR")


def may_be_a_fact(
    figure: Figure, said: frozenset[str], inside: frozenset[str], behind: frozenset[str], head: list[Token]
) -> bool:
    """What a document tells rather than wants: votes, funds, terms, contents, what was done.

    ``said`` holds the marks of all words to the left, ``inside`` of its own, ``behind`` of those to the right.
    """
    if ("DOWN_TO" in inside or not behind.isdisjoint(_DENYING)) and _is_left_undone(figure):
        return True
    phrase, amount = figure.phrase, figure.phrase.amount
    unit = amount.unit if amount is not None else ""
    if amount is not None and amount.whole and amount.value > amount.whole and (unit or amount.whole % 100):
        return True  # "cây ngô 76/72 ha": the result against the plan; "118/100" is a ratio
    if not (
        head
        or "/" in unit
        or not said.isdisjoint(_FACTUAL)
        or ("ACTOR" in said and tells_year(figure.left))
        or not behind.isdisjoint(_FACTUAL_BEHIND)
        or not inside.isdisjoint(_FACTUAL_INSIDE)
        or (amount is not None and (amount.whole is not None or amount.noun == TARGET_NAMED))
        or unit == POINT
        or is_bare(figure)  # guard
    ):
        return False
    parts = unit in _WORK_PARTS
    opening = [] if said.isdisjoint(_TELLING) else [t for t in figure.left if t.type == "WORD"]  # guard
    if "PROGRAM" in said and is_bare(figure) and "PLAN" in _marks_of_noun(figure):
        return True  # "quyết tâm thực hiện thắng lợi 18 chỉ tiêu"
    if "STRIVE" in said and marked(opening, "STRIVE"):
        return False
    if "FACT_HEAD" in said:
        words = [*figure.left, *figure.island.tokens[:1]]
        if any("FACT_HEAD" in first.marks and second.key == ":" for first, second in pairwise(words[:4])):
            return True
        funds = is_money(figure.phrase.amount.unit if figure.phrase.amount else "")
        sourced = bool(figure.right) and figure.right[0].key.startswith(_SOURCES)
        longer = len(figure.left) > 1 or bool(figure.joined_by) or sourced
        heads = longer and "FACT_HEAD" in figure.left[0].marks
        if funds and (tells_of_being(figure) or (heads and is_bare(figure))):
            return True  # "Kinh phí thực hiện kế hoạch là 350 triệu đồng", "Tổng kinh phí dự kiến 46.500 triệu đồng"
    if "WAS" in said and tells_of_being(figure) and not any(token.key in DECIDED for token in figure.left):
        return True  # "Tổng nguồn vốn đã phân bổ … là 1.846 tỷ đồng"
    if head and _heads_a_fact(head):
        return True
    if "ACTOR" in said and said.isdisjoint(_VERBS) and _shares_a_subject(figure):
        return True  # "Thường trực, các Ban và 28 đại biểu giám sát …"
    if "ACTOR" in said and tells_year(figure.left) and any(token.key == CARRY_OUT for token in figure.left):
        return True  # "Năm 2024, Công ty thực hiện doanh thu 1.132 tỷ đồng"
    counted = amount is not None and amount.whole is not None
    counted = counted and (not phrase.compared or phrase.at_least_and_over)
    if counted and ("PLAN" in _marks_of_noun(figure) or counts_targets(figure)):
        return True  # "21/23 chỉ tiêu hoàn thành và vượt kế hoạch"
    if amount is not None and amount.noun == TARGET_NAMED and not phrase.compared:
        return True  # "Chỉ tiêu chủ yếu: 31 chỉ tiêu"
    if "BARELY" in inside:
        return True
    if figure.left and "PREPOSITION" in figure.left[-1].marks and _is_rate_of_each(figure):
        return True  # "xây 08 nhà với mức 60 triệu đồng/nhà"
    if "VOTED" in behind and any(
        "VOTED" in token.marks and not _attends(token, said) for token in figure.right[:6]
    ):
        return True
    if "WAS" in said and figure.left and "WAS" in figure.left[0].marks:
        return True  # "986 tỷ đồng, đã được điều chỉnh 03 lần"
    if "WAS" in behind and any(
        first.key == "," and "WAS" in second.marks for first, second in pairwise(figure.right)
    ):
        return True  # "… 2.137 tỷ đồng, đã phân bổ hết"
    if "APPROVED" in said or ("FIXED" in said and _only_says(figure)):
        return True  # "Tỷ lệ tán thành: 99,41%", "vốn điều lệ 408 tỷ đồng", "dân tộc Mường chiếm 37%"
    granted = "GRANTED" in said and figure.left and "GRANTED" in figure.left[-1].marks
    if granted and phrase.comparator.startswith(MOST) and (unit == "%" or is_money(unit)):
        return True  # "được vay tối đa 100% chi phí"; but not "dư nợ vay không vượt quá 60%"
    if "/" in unit and is_money(unit) and marked(figure.left[-_AMISS:], "GRANTED") and is_plain(figure):
        return True  # "hỗ trợ 60 triệu đồng/nhà"
    if "TERMS" in said and _is_a_term(figure):
        return True  # "lãi suất 6,6%/năm", "mức hỗ trợ tối đa 60 triệu đồng/nhà"
    if unit == POINT and _is_measured_grade(figure, head):
        return True
    if figure.right and "COUNTED_FROM" in figure.right[0].marks:
        dated = len(figure.right) > 1 and figure.right[1].account == "date" and unit.split(" ")[0] in SPANS
        if dated or _is_a_time_limit(figure, said):
            return True  # "30 ngày kể từ ngày 05/5/2024"
    if "DEFINES" in said or "DEFINES" in behind:
        return True  # "huyết áp ≥ 140 mmHg được xác định là tăng huyết áp"
    if "ALLOTS" in said and is_money(unit) and is_bare(figure) and marked(figure.left[:1], "ALLOTS"):
        return True  # "Phân bổ 1.250 triệu đồng để thực hiện 3 dự án"
    if ("OF_PAY" in behind or "OF_PAY" in inside) and marked(
        [*figure.island.tokens, *figure.right[:_FEW]], "OF_PAY"
    ):
        return True  # "bằng 0,3 lần mức lương cơ sở"
    if ("CONDUCT" in behind or ("FINED" in said and "FINED" in figure.left[-1].marks)) and is_money(unit):
        return True  # "phạt tiền từ 10 triệu đồng đến 20 triệu đồng đối với hành vi …"
    if "CONDUCT" in said and not phrase.change and not phrase.equals:
        return True  # "hành vi chạy quá tốc độ trên 35 km/h"
    if is_bare(figure):
        if figure.left and "FAVOURS" in figure.left[-1].marks:
            return True  # "mở các lớp dạy bơi, ưu tiên 12 xã ven sông"
        if parts:
            return True  # "trụ sở 03 tầng", "02 làn xe"
        placed = (
            "PREPOSITION" in said and amount is not None and amount.whole is None and amount.noun in _PLACES
        )
        if placed and any(token.key in _WHERE for token in figure.left[-_NEAR:]):
            return True  # "tại nhà văn hóa 9 thôn"
        if "PROGRAM" in said or any(token.key in _NOT_NEW for token in figure.right[:_FEW]):
            return True  # "trên cơ sở hợp nhất 3 đảng bộ phường cũ", "củng cố 18 hợp tác xã hiện có"
        counts_plans = (
            bool(figure.right)
            and "PLAN" in figure.right[0].marks
            and not figure.right[0].key.startswith(PLAN_BEGINS)
        )
        if counts_plans or "PLAN" in _marks_of_noun(figure):
            return True  # "thực hiện thắng lợi 24 chỉ tiêu"
        if (
            figure.left
            and "PREPOSITION" in figure.left[-1].marks
            and (amount is None or amount.whole is None)
            and "INSPECTS" not in said  # "giám sát chuyên đề đối với 03 chi bộ"
            and not any(token.key in _ATTENDING for token in figure.right[:_FEW])
        ):
            return True  # "ý kiến của 150 đại biểu"
    if phrase.amount is None or phrase.compared or phrase.closing or phrase.amount.unit[:1] in {"%", "‰"}:
        return "WAS" in said and marked(opening[-2:], "WAS") and not phrase.compared
    if len(opening) > 1 and "CONTAINS" in said and marked(opening, "CONTAINS"):
        return True
    return "WAS" in said and marked(opening[-2:], "WAS")


def _heads_a_fact(head: list[Token]) -> bool:
    named = [token for token in head if token.type == "WORD"]
    return len(named) == 1 and "FACT_HEAD" in named[0].marks


def _attends(token: Token, said: frozenset[str]) -> bool:
    """ "thu hút 300 lượt người tham dự": those who are to come to what is made."""
    return token.key in _ATTENDING and "MAKE" in said


def is_plain(figure: Figure) -> bool:
    """Whether no word in a phrase compares, moves or reaches."""
    phrase = figure.phrase
    return not (
        phrase.compared or phrase.closing or phrase.equals or phrase.change or phrase.reaches or phrase.strive
    )


def _is_a_term(figure: Figure) -> bool:
    """Whether what is granted, lent or paid is said by itself, or as the most that may be."""
    if not figure.said.isdisjoint(_CHANGING):
        return False  # "giảm lãi suất cho vay 0,5%"
    phrase = figure.phrase
    unit = phrase.amount.unit if phrase.amount is not None else ""
    most = phrase.op == "<=" and (is_money(unit) or unit == POINT)  # "điểm trừ không quá 15 điểm"
    return most or is_plain(figure)


def _is_measured_grade(figure: Figure, head: list[Token]) -> bool:
    """ "Xếp loại Tốt: từ 90 điểm trở lên", "hạng 4 sao: từ 70 - 89 điểm": what earns a grade."""
    phrase = figure.phrase
    named = [token for token in (head or figure.left) if token.type == "WORD" or token.account is not None]
    graded = any("GRADE" in token.marks or token.account == "grade" for token in named)
    bound = phrase.compared or phrase.closing or phrase.high is not None or phrase.op != "="
    return graded and bound and all(token.marks & _GRADING or token.account == "grade" for token in named)


def _is_a_time_limit(figure: Figure, said: frozenset[str]) -> bool:
    """ "kết thúc chậm nhất 45 ngày kể từ ngày công bố": by when a task is done.

    A time that is named, or that begins anew each time, is wanted: "thời gian cấp phép không quá 15 ngày kể từ ngày
    nhận đủ hồ sơ", "giao hàng trong 48 giờ kể từ khi nhận đơn".
    """
    amount = figure.phrase.amount
    if (
        amount is None
        or amount.unit.split(" ")[0] not in SPANS
        or figure.phrase.change
        or figure.phrase.reaches
    ):
        return False
    timed = any(token.key.startswith(_HOW_LONG) for token in figure.left)
    anew = figure.phrase.compared and any(token.key in _RECURRING for token in figure.right[1:_NEAR])
    return not (timed or anew) and said.isdisjoint({"RATE", "AVERAGE", "FALL", "STRIVE"})


def _is_rate_of_each(figure: Figure) -> bool:
    """ "mức 50.000 đồng/hộ": what each of them pays or is given."""
    amount = figure.phrase.amount
    paid = amount is not None and is_money(amount.unit) and "/" in amount.unit
    return paid and figure.island.tokens[0].key == LEVEL_SIGN


def shares_a_cost(figures: list[Figure], head: list[Token]) -> bool:
    """ "ngân sách tỉnh 60%, huyện 25%, xã 15%": who pays how much of all, which no plan wants more or less of."""
    shares: list[Any] = []
    for figure in figures:
        amount = figure.phrase.amount
        if amount is not None and amount.unit == "%":
            if not is_plain(figure):
                return False
            shares.append(amount.value)
    if len(shares) < _FEW or sum(map(Fraction, shares)) != _HUNDRED:
        return False
    words = [*head, *(token for figure in figures for token in figure.left)]
    named = " ".join([token.key for token in words])
    return not marked(words, "RATE") and any(fund in named for fund in _FUNDS)


def is_money(unit: str) -> bool:
    """Whether a unit is one of money: "tỷ đồng", "đồng/người"; but not "đồng chí".

    >>> is_money("triệu đồng/người"), is_money("đồng chí")
    (True, False)
    """
    return unit.split("/", maxsplit=1)[0].rsplit(" ", maxsplit=1)[-1] in _MONEY


def is_bare(figure: Figure) -> bool:
    """Whether a figure is a count that no word around it makes a target."""
    phrase, amount = figure.phrase, figure.phrase.amount
    if amount is None or amount.unit[:1] in {"%", "‰"} or phrase.high is not None:
        return False
    return not (
        phrase.compared or phrase.closing or phrase.equals or phrase.change or phrase.reaches or phrase.strive
    )


def _only_says(figure: Figure) -> bool:
    """Whether nothing leads to a figure but what says what it is: "là", "có", "chiếm"."""
    phrase = figure.phrase
    wanted = phrase.compared or phrase.closing or phrase.change or phrase.reaches or phrase.strive
    return not wanted and all(token.key not in _REACHES for token in figure.island.tokens)


def _marks_of_noun(figure: Figure) -> frozenset[str]:
    for token in reversed(figure.island.tokens):
        if token.type == "NOUN":
            return token.marks
    return NO_MARKS


def is_kept_count(figure: Figure, said: frozenset[str]) -> bool:
    """ "Giữ vững 14 tiêu chí đã đạt": how many there are to be, or that those that there are stay."""
    if "HOLD" not in said:
        return False
    words = [token for token in figure.left if token.type == "WORD"]
    held = bool(words) and "HOLD" in words[-1].marks and words[-1].key not in _STEADY
    return held and is_bare(figure) and not figure.phrase.rank  # "giữ ổn định 1.250 ha lúa" is how much


def is_capacity(figure: Figure, said: frozenset[str]) -> bool:
    """ "Xây dựng xong Trung tâm 120 giường": how many that which is built holds, or how many there are to be."""
    amount = figure.phrase.amount
    if (
        amount is None
        or not amount.noun.casefold().startswith(_HOLDING)
        or not is_bare(figure)
        or not figure.left
    ):
        return False
    built = not said.isdisjoint({"MAKE", "FINISH"}) or any(token.key in _BUILT for token in figure.left[:2])
    last = figure.left[-1]
    return built and last.type == "WORD" and last.marks.isdisjoint({"MAKE", "FINISH", "NO_NOUN", "UNCOUNTED"})


def pay(figures: list[Figure]) -> bool:
    """ "ngân sách tỉnh hỗ trợ 70%, ngân sách huyện 20%": whose money pays so much of something."""
    led = [figure for figure in figures if "PAYER" in figure.said and "PAYER" in figure.left[0].marks]
    return len(led) > 1 and all(map(_only_says, led))


def grows_for_the_worse(draft: Draft) -> bool:
    """ "tăng 02 người bị thương": nobody wants more of what is to fall; a report tells it."""
    figure = draft.figure
    if figure is None or draft.measure != "increase" or "reading.fact_or_target" in draft.doubts:
        return False
    phrase = figure.phrase
    counted = phrase.amount is not None and draft.unit[:1] not in ("%", "‰", "")
    return counted and phrase.change == "increase" and not (phrase.compared or phrase.closing)


def strives(figure: Figure) -> bool:
    """ "phấn đấu 14/15 thôn", "phấn đấu kết nạp 15 đảng viên"."""
    return bool(figure.phrase.strive) or "STRIVE" in figure.said


def may_be_told(draft: Draft) -> bool:
    """Whether a target before "…; hiện có 07 lò đốt" may tell of what is as well."""
    if draft.figure is None or "reading.fact_or_target" in draft.doubts:
        return False
    phrase = draft.figure.phrase
    wanted = any("STRIVE" in token.marks for token in draft.figure.left)
    return not (wanted or phrase.compared or phrase.closing or phrase.change or phrase.strive)


def may_go_on(draft: Draft) -> bool:
    """Whether a target behind a result may be one too: "đã xử lý 18.720 trường hợp; tai nạn giảm 12 vụ"."""
    if "reading.fact_or_target" in draft.doubts:
        return False
    if draft.figure is None:
        return True  # "đã kết nạp 143 đảng viên; 5 năm liền được xếp loại hoàn thành tốt nhiệm vụ"
    phrase = draft.figure.phrase
    wanted = phrase.strive or marked(draft.figure.left, "STRIVE", "AIMED") or has_deadline(draft.figure)
    return not (wanted or phrase.closing or phrase.op in (">=", "<="))


def is_owned(figure: Figure) -> bool:
    """Whether a figure is a bare count with nothing that is wanted of it."""
    phrase, amount = figure.phrase, figure.phrase.amount
    plain = not (phrase.compared or phrase.closing or phrase.change or phrase.reaches or phrase.strive)
    counted = amount is not None and amount.unit[:1] not in ("%", "‰") and phrase.high is None
    words = [*figure.left, *figure.right]
    return (
        plain
        and counted
        and not any(t.marks & {"STRIVE", "ATTAIN", "RATE", "MAKE", "EACH", "TIME"} for t in words)
    )
