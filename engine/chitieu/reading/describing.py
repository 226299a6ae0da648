"""Figures that are no targets: they describe another, belong to a task, or tell of the past."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from chitieu.reading.clause import Figure, Segment, content
from chitieu.reading.draft import Draft
from chitieu.reading.scanner import Token
from chitieu.target import Condition

#: Of a group of so many parts a place cannot be told: "nhóm 1/3".
_FEW = 5
_HUNDRED = Decimal(100)


def account(figure: Figure, what: str, *, again: bool = False) -> None:
    """Say what became of the numbers of a figure; ``again`` takes back what was said before."""
    for token in figure.island.tokens:
        if token.type == "NUMBER" and (again or token.account is None):
            token.account = what


def is_past(segment: Segment) -> bool:
    """What is, not what is wanted: "Hiện trạng: 62% đường thôn đã được cứng hóa"."""
    first = segment.figures[0]
    if tells_of_past((segment.head or first.left)[:12]):
        return True
    near = [*first.left[-2:], *first.island.tokens]
    wanted = any("STRIVE" in token.marks for token in (*first.left, *first.island.tokens))
    if not wanted and not first.phrase.compared and not first.phrase.closing and _tells_deed(first.left[:12]):
        return True
    return not wanted and any("PAST" in token.marks for token in near)  # "nước sạch mới đạt 68%"


def tells_of_past(opening: list[Token]) -> bool:
    """Whether the words that open a sentence tell of the past: "Trong 9 tháng đầu năm, …"."""
    if any("STRIVE" in token.marks for token in opening):
        return False
    return any("PAST" in token.marks for token in opening)


def _tells_deed(opening: list[Token]) -> bool:
    """ "Công an phường đã tiếp nhận 86 tin báo"; but not "tỷ lệ hộ đã thoát nghèo", "nợ đã được xử lý"."""
    for index, (was, deed) in enumerate(pairwise(opening)):
        named = any(token.marks & {"RATE", "GROWTH_NAME"} or token.key == "số" for token in opening[:index])
        if "WAS" in was.marks and not named and deed.type == "WORD":
            return not deed.marks & {"ATTAIN", "EQUALS", "OUGHT"}
    return False


def split_past(segment: Segment) -> bool:
    """Leave only what is wanted behind what is: "hiện đạt 91%, phấn đấu đến hết năm đạt 95%". Whether anything is."""
    at = next(
        (
            index
            for index, figure in enumerate(segment.figures)
            if index and (figure.phrase.strive or any("STRIVE" in token.marks for token in figure.left))
        ),
        len(segment.figures),
    )
    for figure in segment.figures[:at]:
        account(figure, "past")
    wanted = segment.figures[at:]
    if wanted and not content(wanted[0].left):
        name = [token for token in segment.figures[0].left if "PAST" not in token.marks]
        wanted[0].left = name + wanted[0].left
        wanted[0].joined_by = ""
    segment.figures = wanted
    return bool(wanted)


def is_starting_point(figure: Figure | None) -> bool:
    """ "Đầu nhiệm kỳ, tỷ lệ hộ nghèo là 6,2%, phấn đấu …": where the target starts from."""
    return figure is not None and any("START" in token.marks for token in figure.left[:6])


def has_deadline(figure: Figure) -> bool:
    """ "Đến năm 2025 đạt 80%": a time to reach it by."""
    return any("DEADLINE" in token.marks for token in (*figure.left, *figure.island.tokens))


def tells_of_being(figure: Figure | None) -> bool:
    """ "Năm 2023 tỷ lệ hộ nghèo là 4,5%": it says what is, and sets no time to reach it."""
    if figure is None or has_deadline(figure):
        return False
    return any(token.key == "là" for token in figure.island.tokens)


def tells_of_plan(figure: Figure) -> bool:
    """ "(chỉ tiêu giao tại Quyết định số 1168 là 95%)": the figure that was assigned."""
    return (
        bool(figure.left)
        and "PLAN" in figure.left[0].marks
        and any(t.key == "là" for t in figure.island.tokens)
    )


def tells_what_was(figure: Figure, host: Figure, when: str | None) -> bool:
    """ "500 ha (năm 2023: 420 ha)", "38,5 tỷ đồng (ước thực hiện 35,2)": what was, beside what is wanted."""
    words = [*figure.left, *figure.island.tokens]
    if any(token.marks & {"STRIVE", "DEADLINE"} for token in words) or figure.phrase.compared:
        return False
    if any("PAST" in token.marks for token in words):
        return True
    years = [int(t.value) for t in words if t.account == "year" and t.value is not None]
    opened = bool(words) and (words[0].type == "YEAR" or words[0].account == "year")
    if not years or not opened or figure.phrase.change or content(figure.left):
        return False
    basis = host.phrase.basis
    wanted = [int(name[5:]) for name in (when, basis) if name is not None and name.startswith("year:")]
    return not wanted or years[0] < max(wanted) or basis == f"year:{years[0]}"


def names_whole(figure: Figure, first: Condition) -> bool:
    """Whether it is plain what a "trong đó …%" is a share of: it says so, tells a time, or exceeds the share before."""
    amount, before = figure.phrase.amount, getattr(first, "value", None)
    behind = figure.right[0] if figure.right else None
    if behind is not None and (behind.key in ("số", "các") or "POPULATION" in behind.marks):
        return True
    if any("DEADLINE" in token.marks or "PERIOD_OF_YEAR" in token.marks for token in figure.left):
        return True
    return amount is not None and amount.unit == "%" and before is not None and amount.value > before


def may_belong_to_share(figure: Figure, first: Figure | None) -> bool:
    """ "100% chi bộ sinh hoạt định kỳ, sinh hoạt chuyên đề ít nhất 01 lần/quý": what all of them must do, perhaps."""
    amount = figure.phrase.amount
    if first is None or amount is None or first.phrase.amount is None or figure.joined_by != ",":
        return False
    all_of_them = first.phrase.amount.value == _HUNDRED and _share_first(first)
    few = figure.phrase.op == ">=" and amount.unit[:1] not in ("%", "‰") and amount.value <= _FEW
    return all_of_them and few


def tells_of_execution(draft: Draft) -> bool:
    """ "17.580 tỷ đồng, bằng 124,6% dự toán": a share of the plan to a decimal is worked out, not wanted."""
    value = getattr(draft.condition, "value", None)
    share = draft.basis == "plan" and draft.unit == "%" and draft.measure == "level"
    return share and isinstance(value, Decimal) and value != value.to_integral_value()


def is_said_again(figure: Figure) -> bool:
    """ "(tương ứng 38 hộ)"."""
    return any("RESTATE" in token.marks for token in (*figure.left[:2], *figure.island.tokens[:2]))


def adds_amount(figures: list[Figure], position: int) -> bool:
    """ "thấp hơn năm 2024 ít nhất 10%": the amount behind a comparison takes it up."""
    figure = figures[position]
    following = figures[position + 1] if position + 1 < len(figures) else None
    phrase = figure.phrase
    if following is None or phrase.amount is not None or phrase.basis is None or not figure.island.compares:
        return False
    added = following.phrase
    if following.joined_by or following.left or added.amount is None or added.change or added.equals:
        return False
    following.phrase.change = phrase.change or ("decrease" if phrase.op in ("<", "<=") else "increase")
    following.phrase.basis = following.phrase.basis or phrase.basis
    following.left = figure.left
    following.joined_by = figure.joined_by
    return True


def may_be_a_fact(figure: Figure, head: list[Token]) -> bool:
    """What a document tells rather than wants: votes, funds, terms, contents, what was done."""
    opening = [token for token in figure.left if token.type == "WORD"]
    if any("STRIVE" in token.marks for token in opening):
        return False
    words = [*figure.left, *figure.island.tokens[:1]]
    if any("FACT_HEAD" in first.marks and second.key == ":" for first, second in pairwise(words[:4])):
        return True
    named = [token for token in head if token.type == "WORD"]
    if len(named) == 1 and "FACT_HEAD" in named[0].marks:
        return True
    amount = figure.phrase.amount
    counted = amount is not None and amount.whole is not None and not figure.phrase.compared
    if counted and "PLAN" in _marks_of_noun(figure):
        return True  # "21/23 chỉ tiêu hoàn thành và vượt kế hoạch"
    if any("BARELY" in token.marks for token in figure.island.tokens):
        return True
    if any("VOTED" in token.marks for token in figure.right[:6]):
        return True
    if any("DEFINES" in token.marks for token in (*figure.left, *figure.right)):
        return True  # "huyết áp ≥ 140 mmHg được xác định là tăng huyết áp"
    phrase = figure.phrase
    if any("CONDUCT" in token.marks for token in figure.left) and not phrase.change and not phrase.equals:
        return True  # "hành vi chạy quá tốc độ trên 35 km/h"
    if is_bare(figure) and any("PROGRAM" in token.marks for token in figure.left):
        return True
    counts_plans = (
        bool(figure.right) and "PLAN" in figure.right[0].marks and not figure.right[0].key.startswith("kế")
    )
    if is_bare(figure) and (counts_plans or "PLAN" in _marks_of_noun(figure)):
        return True  # "thực hiện thắng lợi 24 chỉ tiêu"
    if is_bare(figure) and figure.left and "PREPOSITION" in figure.left[-1].marks:
        return True  # "ý kiến của 150 đại biểu"
    if phrase.amount is None or phrase.compared or phrase.closing or phrase.amount.unit[:1] in ("%", "‰"):
        return any("WAS" in token.marks for token in opening[-2:]) and not phrase.compared
    if any("CONTAINS" in token.marks for token in opening):
        return True
    return any("WAS" in token.marks for token in opening[-2:])


def is_bare(figure: Figure) -> bool:
    """Whether a figure is a count that no word around it makes a target."""
    phrase = figure.phrase
    words = (
        phrase.compared or phrase.closing or phrase.equals or phrase.change or phrase.reaches or phrase.strive
    )
    amount = phrase.amount
    return amount is not None and not words and phrase.high is None and amount.unit[:1] not in ("%", "‰")


def _marks_of_noun(figure: Figure) -> frozenset[str]:
    return next(
        (token.marks for token in reversed(figure.island.tokens) if token.type == "NOUN"), frozenset()
    )


def is_conditional(figure: Figure) -> bool:
    """ "Nếu thu vượt 10% thì …", "Trường hợp thu vượt …"; but not "không có trường hợp sinh con thứ 3"."""
    opening, behind = figure.left[:2], [*figure.left[2:], *figure.right]
    return any("IF" in t.marks for t in opening) or any(
        "IF" in t.marks and t.key != "trường hợp" for t in behind
    )


def tells_of_event(figure: Figure) -> bool:
    """ "toàn tỉnh xảy ra 86 vụ": what happened."""
    return (
        bool(figure.left)
        and "OCCUR" in figure.left[-1].marks
        and not any("ABSENT" in t.marks for t in figure.left)
    )


def is_order(segment: Segment) -> bool:
    """A sentence that gives someone something to do: its bare counts only describe."""
    words = segment.figures[0].left if segment.figures else segment.words
    opening = [t for t in words if t.type == "WORD"][:4]
    ordered = any("ORDER" in t.marks for t in opening[:1]) or any(t.key.endswith("yêu cầu") for t in opening)
    if not ordered:
        return False
    if not segment.figures:
        return True
    named = any(token.marks & {"STRIVE", "RATE"} for token in words)
    return not named and not any(token.type == "EQUALS" for token in segment.figures[0].island.tokens)


def drop_counts(segment: Segment) -> None:
    """Leave out the bare counts of an order; shares and bounds stay targets."""
    kept: list[Figure] = []
    for figure in segment.figures:
        amount = figure.phrase.amount
        if amount is not None and not figure.phrase.compared and amount.unit[:1] not in ("%", "‰"):
            account(figure, "task")
        else:
            kept.append(figure)
    segment.figures = kept


def is_inventory(figure: Figure) -> bool:
    """What there is: "Toàn xã có 22 chi bộ trực thuộc với 487 đảng viên"."""
    opening = [t for t in figure.left if t.type == "WORD"]
    owns = bool(opening) and "WHOLE" in opening[-1].marks and figure.island.tokens[0].key == "có"
    if (
        not (owns or any("WHOLE" in token.marks for token in opening[:4]))
        or figure.phrase.compared
        or figure.phrase.closing
    ):
        return False
    amount = figure.phrase.amount
    bare = amount is not None and amount.unit[:1] not in ("%", "‰") and figure.phrase.change is None
    return bare and not any(
        t.marks & {"STRIVE", "ATTAIN", "RATE"} or t.key in ("đạt", ":")
        for t in (*opening, *figure.island.tokens, *figure.right)
    )


def is_share_of_group(figure: Figure) -> bool:
    """ "thuộc nhóm 1/3 địa phương dẫn đầu": no place without the number of those ranked."""
    few = figure.phrase.of_rank is not None and figure.phrase.of_rank <= _FEW
    return few and any(token.type == "TOP" for token in figure.island.tokens)


def describes(figures: list[Figure], position: int) -> bool:
    """Whether a figure only describes: another follows it without a parting sign and is the one meant.

    "mô hình đạt 100 triệu đồng/ha đạt 30 ha": the 30 ha are wanted. "ít nhất một nửa có doanh thu trên 3 tỷ đồng":
    behind a share that comes first, the rest is its name. "xét kết nạp trước khi giao quân ít nhất 4 tháng": a time.
    """
    figure = figures[position]
    if position:
        if any("SETS_IN" in token.marks for token in figure.left):
            return True
        if not figure.joined_by and any(token.type == "TOP" for token in figure.island.tokens):
            return True
        before = figures[position - 1]
        amount = figure.phrase.amount
        if not figure.joined_by and amount is not None and amount.unit != "%" and _share_first(before):
            return True
    if position and _tells_whole(figures[position - 1], figure):
        return True
    if position + 1 == len(figures) or _share_first(figure):
        return False
    following = figures[position + 1].phrase
    amount, next_amount = figure.phrase.amount, following.amount
    if _names_a_share(figures, position):
        return True
    if (
        figures[position + 1].joined_by
        or content(figures[position + 1].left)
        or amount is None
        or next_amount is None
    ):
        return False
    if not (following.equals or following.reaches or following.compared):
        return False
    if figure.phrase.compared and not following.equals and not following.reaches:
        return False  # "ít nhất 4 lớp tập huấn cho trên 200 lượt cán bộ": both are wanted
    return amount.unit != next_amount.unit


def _tells_whole(first: Figure, figure: Figure) -> bool:
    """ "ít nhất 15 tỉnh có 100% số xã đạt chuẩn": what each of the 15 has."""
    amount, counted = figure.phrase.amount, first.phrase.amount
    if amount is None or counted is None or amount.value != _HUNDRED:
        return False
    subject = figure.joined_by == "," and first.phrase.compared and not content(first.left)
    if (figure.joined_by or figure.left) and not subject:
        return False
    return amount.unit == "%" and counted.unit[:1] not in ("%", "‰") and figure.island.tokens[0].key == "có"


def _names_a_share(figures: list[Figure], position: int) -> bool:
    """ "Tỷ lệ thôn có dưới 2 vụ bạo lực trong năm: tối thiểu 90%": the 2 belong to the name of the rate."""
    begun = position
    while begun and position - begun < 4 and not figures[begun].joined_by:
        begun -= 1
    amount = figures[position].phrase.amount
    if amount is None or amount.unit[:1] in ("%", "‰") or figures[position].phrase.change is not None:
        return False
    rated = any("RATE" in token.marks for token in figures[begun].left)
    bound = figures[position].phrase.compared or figures[position].phrase.closing
    following = figures[position + 1] if position + 1 < len(figures) else None
    scoped = (
        following is not None
        and bool(following.left)
        and bool(following.left[0].marks & {"SCOPE", "AMONG_RANKED"})
    )
    if not (rated or bound or scoped or (following is not None and _is_share_of_its_own(following))):
        return False
    return _reaches_share(figures, position)


def _reaches_share(figures: list[Figure], position: int) -> bool:
    """Whether the clause runs on to a percentage without a parting sign."""
    for following in figures[position + 1 : position + 5]:
        if following.joined_by:
            return False
        if following.phrase.amount is not None and following.phrase.amount.unit == "%":
            return True
    return False


def _is_share_of_its_own(figure: Figure) -> bool:
    """ "Tiêm đủ 8 loại vắc xin cho trẻ … đạt 95%": a share that is reached, and not of the plan."""
    phrase = figure.phrase
    plan = phrase.basis == "plan" or any("PLAN" in token.marks for token in figure.right[:2])
    return phrase.equals and not plan and bool(content(figure.left))


def _share_first(figure: Figure) -> bool:
    amount = figure.phrase.amount
    share = amount is not None and (amount.unit == "%" or isinstance(amount.value, Fraction))
    return share and not content(figure.left)
