"""What a text tells beside what it wants: funds and terms, votes and rules, what was done, what there is."""

from __future__ import annotations

from itertools import pairwise, takewhile

from chitieu.reading.clause.conditions import counts_targets
from chitieu.reading.clause.segments import Figure, has_content
from chitieu.reading.clause.timing import has_deadline
from chitieu.reading.tokens.lexicon import NO_MARKS
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import CHANGING
from chitieu.reading.told.costs import is_money, is_rate_of_each
from chitieu.reading.told.history import DECIDED, tells_year
from chitieu.reading.told.lasting import SPANS
from chitieu.reading.told.terms import is_charged
from chitieu.reading.told.wanted import is_bare, is_plain, is_said, only_says
from chitieu.text.spoken import (
    BE,
    CARRY_OUT,
    DEBT,
    MOST,
    NUMBER_OF,
    PLAN_BEGINS,
    POINT,
    STILL,
    TARGET_NAMED,
    words,
)

_FEW = 2
_EXCESS = frozenset(words("EXCESS"))
_HOLDING, _BUILT = words("CAPACITY"), frozenset(words("BUILT"))
_HOW_LONG = words("HOW_LONG")
_WORK_PARTS, _PLACES, _WHERE = (frozenset(words(name)) for name in ("WORK_PART", "PLACE_COUNTED", "WHERE"))
_ATTENDING = frozenset(words("ATTENDING"))
_SOURCES, _RAISED = words("SOURCE_BEGINS"), words("RAISED")[0]
_GRADING = frozenset({"GRADE", "GRADED", "SIZED"})
#: How near before a count of places the word stands that tells where.
_NEAR = 4
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
#: What aims at what would else be told of what there is.
_AIMING = frozenset({"MAKE", "STRIVE", "BRING", "FINISH", "RISE", "FALL"})
#: What tells of a fact before a figure and in it.
_FACTUAL = frozenset(
    {
        "PROGRAM", "FACT_HEAD", "APPROVED", "FIXED", "DEFINES", "CONDUCT", "WAS", "CONTAINS", "TERMS", "GRANTED",
        "ALLOTS", "FINED", "CHARGES", "WORN",
    }
)  # fmt: skip
#: What is new behind them, so that "mới" ends its name: "giá trị hợp đồng ký mới đạt 3.000 tỷ đồng".
_MADE_NEW = frozenset(words("MADE_NEW"))
_FACTUAL_INSIDE = frozenset({"BARELY", "PLAN", "OF_PAY"})
_FACTUAL_BEHIND = frozenset({"VOTED", "WAS", "COUNTED_FROM", "DEFINES", "OF_PAY", "CONDUCT"})
_LACKING = frozenset(words("LACKING"))
#: What wants something of what is amiss, and what mends it: "12 hộ chưa có nhà được hỗ trợ xây nhà".
_WANTING = frozenset({"TIME", "STRIVE", "FALL", "BRING", "MAKE", "FINISH", "DEADLINE"})
_DENYING = frozenset({"NEVER", "GRADE"})
_MENDING = ("OUGHT", "ATTAIN", "MAKE", "STRIVE")
#: So many words behind a count what is amiss with it may stand.
_AMISS = 8
_NOT_NEW, _CARING = frozenset(words("NOT_NEW")), words("PROTECTS")
_STEADY = frozenset(words("KEPT_STEADY"))
#: What words at the beginning may tell.
_TELLING = frozenset({"STRIVE", "WAS", "CONTAINS"})
#: What begins anew each time.
_RECURRING = frozenset(words("RECURRING"))


def is_worn(figure: Figure) -> bool:
    """ "hiện trạng hư hỏng 12 km", "hư hỏng nặng 3 nhịp", "bị bồi lắng 30%": how much of something is in bad shape.

    But not "Tỷ lệ đường hư hỏng 5%", "Số phòng học xuống cấp 3 phòng", which are measured.
    """
    left = figure.left
    named = not left or left[0].key == NUMBER_OF or not figure.said.isdisjoint({"RATE", "SUM"})
    return not named and marked(left[-_FEW:], "WORN") and is_plain(figure)


def tells_of_being(figure: Figure | None) -> bool:
    """ "Năm 2023 tỷ lệ hộ nghèo là 4,5%": it says what is, and sets no time to reach it."""
    if figure is None or has_deadline(figure):
        return False
    return any(token.key == BE for token in figure.island.tokens)


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


def _is_of_the_new(figure: Figure) -> bool:
    """ "Giá trị hợp đồng ký mới đạt trên 4.000 tỷ đồng", "mới đạt tối thiểu 3.000 tỷ đồng": "mới" ends the name.

    What was barely reached ("thu gom mới đạt 72%") has no bound but how little more it is: "mới đạt trên 72%".
    """
    phrase, left = figure.phrase, figure.left
    bounded = phrase.compared and phrase.comparator not in _EXCESS
    return bounded or bool(phrase.closing) or (bool(left) and left[-1].key in _MADE_NEW)


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
    amount = figure.phrase.amount
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
    if "PROGRAM" in said and is_bare(figure) and "PLAN" in _marks_of_noun(figure):
        return True  # "quyết tâm thực hiện thắng lợi 18 chỉ tiêu"
    opening = [] if said.isdisjoint(_TELLING) else [t for t in figure.left if t.type == "WORD"]  # guard
    if "STRIVE" in said and marked(opening, "STRIVE"):
        return False
    if figure.phrase.strive and amount is not None and amount.whole is not None:
        return False  # "phấn đấu đến hết nhiệm kỳ có 22/25 chỉ tiêu đạt và vượt"
    if (head and _heads_a_fact(head, figure)) or ("BARELY" in inside and not _is_of_the_new(figure)):
        return True
    return (
        _tells_of_money(figure, unit, said, inside, behind)
        or _tells_what_was(figure, said, behind, opening)
        or _tells_of_a_rule(figure, unit, said, behind, head)
        or _tells_of_those_who_act(figure, said)
        or _was_carried_out(figure)
        or _counts_targets(figure)
        or (is_bare(figure) and _only_counts(figure, unit, said))
    )


def _tells_of_money(
    figure: Figure, unit: str, said: frozenset[str], inside: frozenset[str], behind: frozenset[str]
) -> bool:
    """Funds, what is granted to others and on which terms, what each of them pays or is given."""
    if "FACT_HEAD" in said and _is_of_funds(figure, unit):
        return True
    left, phrase = figure.left, figure.phrase
    if left and "PREPOSITION" in left[-1].marks and is_rate_of_each(figure):
        return True  # "xây 08 nhà với mức 60 triệu đồng/nhà"
    granted = "GRANTED" in said and "GRANTED" in left[-1].marks
    granted = granted and not any(token.key == DEBT for token in left[-2:-1])  # "nợ vay tối đa 60%"
    if granted and phrase.comparator.startswith(MOST) and (unit == "%" or is_money(unit)):
        return True  # "được vay tối đa 100% chi phí"; but not "dư nợ vay không vượt quá 60%"
    if "/" in unit and is_money(unit) and marked(left[-_AMISS:], "GRANTED") and is_plain(figure):
        return True  # "hỗ trợ 60 triệu đồng/nhà"
    if "TERMS" in said and _is_a_term(figure):
        return True  # "lãi suất 6,6%/năm", "mức hỗ trợ tối đa 60 triệu đồng/nhà"
    if "ALLOTS" in said and is_money(unit) and is_bare(figure) and "ALLOTS" in left[0].marks:
        return True  # "Phân bổ 1.250 triệu đồng để thực hiện 3 dự án"
    if ("CONDUCT" in behind or ("FINED" in said and "FINED" in left[-1].marks)) and is_money(unit):
        return True  # "phạt tiền từ 10 triệu đồng đến 20 triệu đồng đối với hành vi …"
    paid = "OF_PAY" in behind or "OF_PAY" in inside
    return paid and marked(
        [*figure.island.tokens, *figure.right[:_FEW]], "OF_PAY"
    )  # "bằng 0,3 lần mức lương"


def _is_of_funds(figure: Figure, unit: str) -> bool:
    """ "Kinh phí thực hiện kế hoạch là 350 triệu đồng", "Tổng kinh phí dự kiến 46.500 triệu đồng"."""
    opening = [*figure.left, *figure.island.tokens[:1]]
    if any("FACT_HEAD" in first.marks and second.key == ":" for first, second in pairwise(opening[:4])):
        return True
    sourced = bool(figure.right) and figure.right[0].key.startswith(_SOURCES)
    longer = len(figure.left) > 1 or bool(figure.joined_by) or sourced
    raised = (
        " ".join([token.key for token in figure.left[1:3]]) == _RAISED
    )  # "nguồn vốn huy động 312 tỷ đồng"
    heads = longer and "FACT_HEAD" in figure.left[0].marks and not raised
    return is_money(unit) and (tells_of_being(figure) or (heads and is_bare(figure)))


def _tells_what_was(
    figure: Figure, said: frozenset[str], behind: frozenset[str], opening: list[Token]
) -> bool:
    """What was done or given: "đã …" before a figure or behind its comma; ``opening`` are the words before it."""
    left, phrase = figure.left, figure.phrase
    if "WAS" in behind and any(
        first.key == "," and "WAS" in second.marks for first, second in pairwise(figure.right)
    ):
        return True  # "… 2.137 tỷ đồng, đã phân bổ hết"
    shared = phrase.amount is None or phrase.amount.unit[:1] in ("%", "‰")
    contained = len(opening) > 1 and "CONTAINS" in said and marked(opening, "CONTAINS")
    if contained and not (shared or phrase.compared or phrase.closing):
        return True
    if "WORN" in said and is_worn(figure):
        return True
    if "WAS" not in said:
        return False
    if tells_of_being(figure) and not any(token.key in DECIDED for token in left):
        return True  # "Tổng nguồn vốn đã phân bổ … là 1.846 tỷ đồng"
    if "WAS" in left[0].marks:
        return True  # "986 tỷ đồng, đã được điều chỉnh 03 lần"
    return marked(opening[-2:], "WAS") and not (phrase.compared and (shared or not phrase.closing))


def _tells_of_a_rule(
    figure: Figure, unit: str, said: frozenset[str], behind: frozenset[str], head: list[Token]
) -> bool:
    """Votes, what defines a thing, what earns a grade, a time limit, a conduct that is forbidden."""
    if "VOTED" in behind:
        near = takewhile(lambda token: "AGAINST" not in token.marks, figure.right[:6])  # "so với số có mặt"
        if any("VOTED" in token.marks and not _attends(token, said) for token in near):
            return True
    fixed = "FIXED" in said and not _adds_to_it(figure)
    if "APPROVED" in said or (fixed and (only_says(figure) or _is_entered(figure))):
        return True  # "Tỷ lệ tán thành: 99,41%", "vốn điều lệ 408 tỷ đồng", "dân tộc Mường chiếm 37%"
    if "CHARGES" in said and is_charged(figure):
        return True  # "bị phạt 2%"
    if "DEFINES" in said or "DEFINES" in behind:
        return True  # "huyết áp ≥ 140 mmHg được xác định là tăng huyết áp"
    if unit == POINT and _is_measured_grade(figure, head):
        return True
    if figure.right and "COUNTED_FROM" in figure.right[0].marks:
        dated = (
            len(figure.right) > 1
            and figure.right[1].account == "date"
            and unit.split(" ", maxsplit=1)[0] in SPANS
        )
        if dated or _is_a_time_limit(figure, said):
            return True  # "30 ngày kể từ ngày 05/5/2024"
    return "CONDUCT" in said and not figure.phrase.change and not figure.phrase.equals  # "hành vi chạy quá …"


def _adds_to_it(figure: Figure) -> bool:
    """ "Quỹ dự trữ bổ sung vốn điều lệ 5% lợi nhuận": it says what is added, not what the capital is."""
    return any("ALLOTS" in first.marks and "FIXED" in second.marks for first, second in pairwise(figure.left))


def _is_entered(figure: Figure) -> bool:
    """ "Vốn điều lệ của Công ty: 350 tỷ đồng": as a register says it, behind a colon and nothing else, for no time."""
    entered = figure.island.tokens[0].key == ":" and not figure.joined_by and is_said(figure)
    return entered and figure.said.isdisjoint(_AIMING) and not has_deadline(figure)


def _tells_of_those_who_act(figure: Figure, said: frozenset[str]) -> bool:
    """ "Thường trực, các Ban và 28 đại biểu giám sát …", "Năm 2024, Công ty thực hiện doanh thu 1.132 tỷ đồng"."""
    if "ACTOR" not in said:
        return False
    if said.isdisjoint(_VERBS) and _shares_a_subject(figure):
        return True
    return tells_year(figure.left) and any(token.key == CARRY_OUT for token in figure.left)


def _was_carried_out(figure: Figure) -> bool:
    """ "Năm 2024, SAIDI thực hiện 283 phút": behind a name it says what it came to; "năm 2025 thực hiện 5 mô hình"."""
    left, amount = figure.left, figure.phrase.amount
    if amount is None or amount.noun or len(left) < _FEW or left[-1].key != CARRY_OUT:
        return False
    return tells_year(left) and is_bare(figure) and has_content(left[1:-1])


def _counts_targets(figure: Figure) -> bool:
    """ "21/23 chỉ tiêu hoàn thành và vượt kế hoạch", "Chỉ tiêu chủ yếu: 31 chỉ tiêu"."""
    phrase, amount = figure.phrase, figure.phrase.amount
    if amount is None:
        return False
    counted = amount.whole is not None and (not phrase.compared or phrase.at_least_and_over)
    if counted and ("PLAN" in _marks_of_noun(figure) or counts_targets(figure)):
        return True
    return amount.noun == TARGET_NAMED and not phrase.compared


def _only_counts(figure: Figure, unit: str, said: frozenset[str]) -> bool:
    """What a bare count is no target of: where something is done, what there is already, of which parts it is."""
    left, right, amount = figure.left, figure.right, figure.phrase.amount
    if left and "FAVOURS" in left[-1].marks:
        return True  # "mở các lớp dạy bơi, ưu tiên 12 xã ven sông"
    if unit in _WORK_PARTS:
        return True  # "trụ sở 03 tầng", "02 làn xe"
    if left and "PROPERTY" in left[-1].marks and "ACTOR" in left[0].marks and said.isdisjoint(_AIMING):
        return True  # "Bệnh viện hạng II quy mô 450 giường"
    placed = "PREPOSITION" in said and amount is not None and amount.whole is None and amount.noun in _PLACES
    if placed and any(token.key in _WHERE for token in left[-_NEAR:]):
        return True  # "tại nhà văn hóa 9 thôn"
    made = "/" in unit  # "sản xuất chương trình truyền hình 6,5 giờ/ngày": how much of it is made
    if "PROGRAM" in said and not made:
        return True
    if any(token.key in _NOT_NEW for token in right[:_FEW]) and not _is_cared_for(figure):
        return True  # "trên cơ sở hợp nhất 3 đảng bộ phường cũ", "củng cố 18 hợp tác xã hiện có"
    counts_plans = bool(right) and "PLAN" in right[0].marks and not right[0].key.startswith(PLAN_BEGINS)
    if counts_plans or "PLAN" in _marks_of_noun(figure):
        return True  # "thực hiện thắng lợi 24 chỉ tiêu"
    return (
        bool(left)
        and "PREPOSITION" in left[-1].marks
        and (amount is None or amount.whole is None)
        and "INSPECTS" not in said  # "giám sát chuyên đề đối với 03 chi bộ"
        and not any(token.key in _ATTENDING for token in right[:_FEW])
    )  # "ý kiến của 150 đại biểu"


def _is_cared_for(figure: Figure) -> bool:
    """ "bảo vệ tốt 6.780 ha rừng hiện có": it is wanted of what grows; not "củng cố 18 hợp tác xã hiện có"."""
    led = " ".join([token.key for token in figure.left[-_NEAR:]])
    return any(f" {cares} " in f" {led} " for cares in _CARING)


def _heads_a_fact(head: list[Token], figure: Figure) -> bool:
    """ "Tổng kinh phí: 350 triệu đồng", "Vốn điều lệ: 350 tỷ đồng"."""
    named = [token for token in head if token.type == "WORD"]
    if len(named) != 1:
        return False
    entered = "FIXED" in named[0].marks and is_said(figure) and not has_deadline(figure)
    return entered or "FACT_HEAD" in named[0].marks


def _attends(token: Token, said: frozenset[str]) -> bool:
    """ "thu hút 300 lượt người tham dự": those who are to come to what is made."""
    return token.key in _ATTENDING and "MAKE" in said


def _is_a_term(figure: Figure) -> bool:
    """Whether what is granted, lent or paid is said by itself, or as the most that may be."""
    if not figure.said.isdisjoint(CHANGING):
        return False  # "giảm lãi suất cho vay 0,5%"
    phrase = figure.phrase
    unit = phrase.amount.unit if phrase.amount is not None else ""
    if "/" not in unit and any(token.account == "year" for token in figure.left):
        return False  # "hạn mức vay vốn năm 2025 không quá 350 tỷ đồng": the plan of that year
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
