"""What a text tells beside what it wants: results, what there is, orders, conditions, starting points."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from chitieu.reading.clause import Figure, Segment, account, has_content
from chitieu.reading.draft import Draft
from chitieu.reading.scanner import Token, marked
from chitieu.text.spoken import (
    AND,
    ATTAINS,
    BE,
    CARRY_OUT,
    CASE,
    DEMAND,
    ESTIMATED,
    GET,
    HAVE,
    NUMBER_OF,
    ONLY,
    PLAN_BEGINS,
    RESULT,
    words,
)

_ENDS_IN_ONLY = frozenset(words("ENDS_IN_ONLY"))
_DATED_BY = frozenset(words("DATED_BY"))
_LISTING = frozenset({",", AND})
_REACHES = frozenset({ATTAINS, ":"})

#: What may be a place as well as a comparison: "tuần tra trên 5 tuyến".
_PLACED = frozenset(words("EXCESS"))
#: How many words are near the beginning.
_NEAR = 4
#: What words at the beginning may tell.
_TELLING = frozenset({"STRIVE", "WAS", "CONTAINS"})


def is_past(segment: Segment) -> bool:
    """What is, not what is wanted: "Hiện trạng: 62% đường thôn đã được cứng hóa"."""
    first = segment.figures[0]
    if tells_of_past((segment.head or first.left)[:12]):
        return True
    near = (*first.left[-2:], *first.island.tokens)
    deed = not first.phrase.compared and not first.phrase.closing and _tells_deed(first.left[:12])
    got = _tells_year(first.left) and any(token.key == GET for token in first.island.tokens)
    told = (
        deed or got or marked(near, "PAST") or says_only(first)
    )  # "nước sạch mới đạt 68%", "Năm 2025, gieo trồng được 6.398 ha"
    if not told and not any(map(_tells_estimate, segment.figures[1:])):
        return False
    return not marked((*first.left, *first.island.tokens), "STRIVE")


def _tells_estimate(figure: Figure) -> bool:
    """ "gieo cấy được 8.640 ha, năng suất ước đạt 68,2 tạ/ha"."""
    near = (*figure.left[-2:], *figure.island.tokens)
    return marked(near, "PAST") and any(
        "PAST" in token.marks and token.key.startswith(ESTIMATED) for token in near
    )


def tells_of_past(opening: list[Token]) -> bool:
    """Whether the words that open a sentence tell of the past: "Trong 9 tháng đầu năm, …"."""
    told = marked(opening, "PAST") or _tells_result(opening)
    return told and not marked(opening, "STRIVE")


def _tells_result(opening: list[Token]) -> bool:
    """ "Kết quả 10 tháng: …"."""
    for before, token in pairwise(opening):
        if token.account in ("date", "year") and before.key.startswith(RESULT):
            return True
    return False


def _tells_deed(opening: list[Token]) -> bool:
    """ "Công an phường đã tiếp nhận 86 tin báo"; but not "tỷ lệ hộ đã thoát nghèo", "nợ đã được xử lý"."""
    for index, (was, deed) in enumerate(pairwise(opening)):
        if "WAS" not in was.marks or deed.type != "WORD":
            continue
        before = [token for token in opening[:index] if token.type == "WORD" and not token.marks & {"TIME"}]
        named = any(token.marks & {"RATE", "GROWTH_NAME"} or token.key == NUMBER_OF for token in before)
        acted = not before or marked(before, "ACTOR")
        return acted and not named and not deed.marks & {"ATTAIN", "EQUALS", "OUGHT"}
    return False


def split_past(segment: Segment) -> bool:
    """Leave only what is wanted behind what is: "hiện đạt 91%, phấn đấu đến hết năm đạt 95%". Whether anything is."""
    at = next(
        (
            index
            for index, figure in enumerate(segment.figures)
            if index and (figure.phrase.strive or marked(figure.left, "STRIVE"))
        ),
        len(segment.figures),
    )
    for figure in segment.figures[:at]:
        account_all(figure, "past")
    wanted = segment.figures[at:]
    if wanted and not has_content(wanted[0].left):
        name = [token for token in segment.figures[0].left if "PAST" not in token.marks]
        wanted[0].left = name + wanted[0].left
        wanted[0].joined_by = ""
    segment.figures = wanted
    return bool(wanted)


def account_all(figure: Figure, what: str) -> None:
    """Say what became of a figure and of those in brackets behind it."""
    account(figure, what)
    for segment in figure.bracket:
        for inside in segment.figures:
            account_all(inside, what)


def is_starting_point(figure: Figure | None) -> bool:
    """ "Đầu nhiệm kỳ, tỷ lệ hộ nghèo là 6,2%, phấn đấu …": where the target starts from."""
    return figure is not None and marked(figure.left[:6], "START")


def tells_deadline(words: list[Token]) -> bool:
    """ "hoàn thành trước ngày 31/10/2024": by when something named before is to be done."""
    timed = {"TIME", "SETS_IN", "YEAR_WORD", "PERIOD_OF_YEAR", "DEADLINE", "AND"}
    return len(words) > 1 and all(
        token.account in ("date", "year")
        or token.type in ("YEAR", "DATE", "SIGN", "SLASH")
        or token.marks & timed
        or token.key in _DATED_BY
        for token in words[1:]
    )


def has_deadline(figure: Figure) -> bool:
    """ "Đến năm 2025 đạt 80%": a time to reach it by."""
    return marked((*figure.left, *figure.island.tokens), "DEADLINE")


def tells_of_being(figure: Figure | None) -> bool:
    """ "Năm 2023 tỷ lệ hộ nghèo là 4,5%": it says what is, and sets no time to reach it."""
    if figure is None or has_deadline(figure):
        return False
    return any(token.key == BE for token in figure.island.tokens)


def tells_of_plan(figure: Figure) -> bool:
    """ "(chỉ tiêu giao tại Quyết định số 1168 là 95%)": the figure that was assigned."""
    if not figure.left or "PLAN" not in figure.left[0].marks:
        return False
    bare = len(figure.left) == 1 and is_bare(figure)  # "(chỉ tiêu trên giao 850)"
    return bare or any(t.key == BE for t in figure.island.tokens)


def tells_what_was(figure: Figure, host: Figure, when: str | None) -> bool:
    """ "500 ha (năm 2023: 420 ha)", "38,5 tỷ đồng (ước thực hiện 35,2)": what was, beside what is wanted."""
    words = [*figure.left, *figure.island.tokens]
    if marked(words, "STRIVE", "DEADLINE") or figure.phrase.compared:
        return False
    started = marked(figure.left[:1], "START") and not figure.phrase.change  # "(đầu năm 17,2%)"
    if marked(words, "PAST") or started or tells_before(figure):
        return True
    while len(words) > 1 and (words[0].key == CARRY_OUT or "AVERAGE" in words[0].marks):
        words = words[1:]  # "(thực hiện 2023: 248 phút)", "(bình quân 2021 - 2023: 1,74%)"
    years = [int(t.value) for t in words if t.account == "year" and t.value is not None]
    years += [int(t.key[-4:]) for t in words if t.type == "DATE"]
    opened = bool(words) and (words[0].type in ("YEAR", "DATE") or words[0].account == "year")
    named = [t for t in figure.left if t.type != "DATE" and t.key != CARRY_OUT and "AVERAGE" not in t.marks]
    if not years or not opened or figure.phrase.change or has_content(named):
        return False
    basis = host.phrase.basis
    wanted = [int(name[5:]) for name in (when, basis) if name is not None and name.startswith("year:")]
    return not wanted or years[0] < max(wanted) or basis == f"year:{years[0]}"


def says_only(figure: Figure) -> bool:
    """ "kinh tế số chỉ xếp thứ 44", "năm trước chỉ 64%"; but not "chứng chỉ đạt 33%"."""
    left, phrase = figure.left, figure.phrase
    if phrase.compared or phrase.closing or marked(left, "STRIVE", "DEADLINE"):
        return False  # "giảm tỷ lệ hộ nghèo chỉ còn dưới 3%"
    return bool(left) and left[-1].key == ONLY and (len(left) == 1 or left[-2].key not in _ENDS_IN_ONLY)


def tells_before(figure: Figure) -> bool:
    """ "(năm học trước 28,1%)", "…, năm trước xếp thứ 13", "so với 3,45 tỷ đồng năm 2023": what it was before."""
    phrase, left = figure.phrase, figure.left
    if says_only(figure):
        return True
    if not left or phrase.change or phrase.compared or phrase.closing or marked(left, "STRIVE", "DEADLINE"):
        return False
    return bool(left[0].marks & {"PREVIOUS", "TERM_START"}) or (
        "AGAINST" in left[-1].marks and phrase.basis is None
    )


def starts_a_move(figures: list[Figure], position: int) -> bool:
    """ "tăng từ 87% (tháng 7/2024) lên 95%": the bracket parts where it starts from where it ends."""
    figure = figures[position]
    following = figures[position + 1] if position + 1 < len(figures) else None
    if (
        following is None
        or following.joined_by
        or not following.island.tokens[0].marks & {"UP_TO", "DOWN_TO"}
    ):
        return False
    timed = {"START", "TERM_START", "PREVIOUS", "TIME"}
    named = [token for token in following.left if token.marks.isdisjoint(timed) and token.account is None]
    if has_content(named) or not any("FROM" in token.marks for token in figure.island.tokens):
        return False
    account_all(figure, "past")
    following.left, following.joined_by = figure.left, figure.joined_by
    return True


def may_be_base(draft: Draft, host: Draft) -> bool:
    """ "giảm 5% so với năm 2024 (92 vụ)": how many there were, perhaps, or how many there are to be."""
    based = host.basis is not None and host.basis != "plan" and host.measure != "level"
    return based and draft.measure == "level" and draft.figure is not None and is_bare(draft.figure)


def may_describe(draft: Draft, host: Draft) -> bool:
    """ "12,4 km đường thôn (mặt rộng 3,5 m)", "210 ha (mật độ 250 con/m2)": a thing of its own, in another unit."""
    figure = draft.figure
    if figure is None or draft.measure != "level" or draft.unit[:1] in ("%", "‰") or draft.unit == host.unit:
        return False
    phrase = figure.phrase
    worded = phrase.compared or phrase.closing or phrase.equals or phrase.strive
    return not worded and has_content(figure.left) and not marked(figure.left, "RATE", "AMONG", "RESTATE")


def tells_of_execution(draft: Draft) -> bool:
    """ "17.580 tỷ đồng, bằng 124,6% dự toán": a share of the plan to a decimal is worked out, not wanted."""
    if draft.basis != "plan" or draft.unit != "%" or draft.measure != "level":
        return False
    value = getattr(draft.condition, "value", None)
    return isinstance(value, Decimal) and value != value.to_integral_value()


def may_be_a_fact(figure: Figure, said: frozenset[str], head: list[Token]) -> bool:
    """What a document tells rather than wants: votes, funds, terms, contents, what was done.

    ``said`` holds the marks of all words to the left.
    """
    opening = [] if said.isdisjoint(_TELLING) else [t for t in figure.left if t.type == "WORD"]  # guard
    if "PROGRAM" in said and is_bare(figure) and "PLAN" in _marks_of_noun(figure):
        return True  # "quyết tâm thực hiện thắng lợi 18 chỉ tiêu"
    if "STRIVE" in said and marked(opening, "STRIVE"):
        return False
    if "FACT_HEAD" in said:
        words = [*figure.left, *figure.island.tokens[:1]]
        if any("FACT_HEAD" in first.marks and second.key == ":" for first, second in pairwise(words[:4])):
            return True
    named = [token for token in head if token.type == "WORD"] if head else []
    if len(named) == 1 and "FACT_HEAD" in named[0].marks:
        return True
    if "ACTOR" in said and _tells_year(figure.left) and any(token.key == CARRY_OUT for token in figure.left):
        return True  # "Năm 2024, Công ty thực hiện doanh thu 1.132 tỷ đồng"
    amount = figure.phrase.amount
    counted = amount is not None and amount.whole is not None and not figure.phrase.compared
    if counted and "PLAN" in _marks_of_noun(figure):
        return True  # "21/23 chỉ tiêu hoàn thành và vượt kế hoạch"
    if marked(figure.island.tokens, "BARELY"):
        return True
    if marked(figure.right[:6], "VOTED"):
        return True
    if "DEFINES" in said or marked(figure.right, "DEFINES"):
        return True  # "huyết áp ≥ 140 mmHg được xác định là tăng huyết áp"
    phrase = figure.phrase
    if "CONDUCT" in said and not phrase.change and not phrase.equals:
        return True  # "hành vi chạy quá tốc độ trên 35 km/h"
    if is_bare(figure):
        if "PROGRAM" in said:
            return True
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
        ):
            return True  # "ý kiến của 150 đại biểu"
    if phrase.amount is None or phrase.compared or phrase.closing or phrase.amount.unit[:1] in ("%", "‰"):
        return marked(opening[-2:], "WAS") and not phrase.compared
    if len(opening) > 1 and "CONTAINS" in said and marked(opening, "CONTAINS"):
        return True
    return marked(opening[-2:], "WAS")


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


def is_kept_count(figure: Figure, said: frozenset[str]) -> bool:
    """ "Giữ vững 14 tiêu chí đã đạt": how many there are to be, or that those that there are stay."""
    if "HOLD" not in said:
        return False
    words = [token for token in figure.left if token.type == "WORD"]
    return bool(words) and "HOLD" in words[-1].marks and is_bare(figure)


def is_conditional(figure: Figure, said: frozenset[str]) -> bool:
    """ "Nếu thu vượt 10% thì …", "Trường hợp thu vượt …"; but not "không có trường hợp sinh con thứ 3"."""
    if "IF" not in said and not marked(figure.right, "IF"):
        return False
    behind = [*figure.left[2:], *figure.right]
    return marked(figure.left[:2], "IF") or any("IF" in token.marks and token.key != CASE for token in behind)


def tells_of_event(figure: Figure) -> bool:
    """ "toàn tỉnh xảy ra 86 vụ": what happened."""
    return bool(figure.left) and "OCCUR" in figure.left[-1].marks and not marked(figure.left, "ABSENT")


def is_tended(figure: Figure) -> bool:
    """ "Rà soát 27 dự án", "phát huy vai trò của 42 người có uy tín": a count of what there is, that a task tends.

    The verb nearest before the count decides: what is made, trained or admitted is wanted.
    """
    phrase, amount = figure.phrase, figure.phrase.amount
    if amount is None or phrase.change or phrase.equals or phrase.reaches or phrase.strive or phrase.closing:
        return False
    if amount.unit[:1] in ("%", "‰") or (phrase.compared and phrase.comparator not in _PLACED):
        return False
    wanting = {"MAKE", "STRIVE", "RISE", "FALL", "ATTAIN"}
    contained = any("CONTAINS" in token.marks for token in figure.left)  # "bộ chỉ số gồm …, 142 chỉ tiêu"
    if not contained:
        wanting |= {"RATE", "EQUALS"}
    for token in reversed(figure.left):
        if token.marks & wanting or (token.key == "," and not contained):
            return False  # "rà soát, thoái vốn tại 03 công ty": another verb
        if "TENDS" in token.marks:
            return True
    return False


def goes_on(figure: Figure) -> bool:
    """Whether what a task tends goes on: "trên 05 tuyến quốc lộ, 18 điểm tiềm ẩn", "27 dự án chậm trên 24 tháng"."""
    listed = figure.joined_by in _LISTING and not has_content(figure.left) and is_bare(figure)
    return listed or (not figure.joined_by and not figure.phrase.equals and not figure.phrase.strive)


def is_order(segment: Segment) -> bool:
    """A sentence that gives someone something to do: its bare counts only describe."""
    words = segment.figures[0].left if segment.figures else segment.words
    if not _orders(words):
        return False
    if not segment.figures:
        return True
    named = marked(words, "STRIVE", "RATE")
    return not named and not any(token.type == "EQUALS" for token in segment.figures[0].island.tokens)


def _orders(words: list[Token]) -> bool:
    """Whether words begin with a verb of orders, or someone is asked near their beginning."""
    seen = 0
    for token in words:
        if token.type != "WORD":
            continue
        if token.key.endswith(DEMAND) or (not seen and "ORDER" in token.marks):
            return True
        seen += 1
        if seen == _NEAR:
            return False
    return False


def drop_counts(segment: Segment) -> None:
    """Leave out the bare counts of an order; shares and bounds stay targets."""
    kept: list[Figure] = []
    dropped = False
    for figure in segment.figures:
        amount = figure.phrase.amount
        plain = amount is not None and amount.unit[:1] not in ("%", "‰")
        named = dropped and not figure.joined_by and not figure.phrase.equals  # "27 dự án chậm trên 24 tháng"
        dropped = plain and (named or not figure.phrase.compared)
        if dropped:
            account_all(figure, "task")
        else:
            kept.append(figure)
    segment.figures = kept


def is_inventory(figure: Figure, said: frozenset[str]) -> bool:
    """What there is: "Toàn xã có 22 chi bộ trực thuộc với 487 đảng viên"."""
    if "WHOLE" not in said or figure.phrase.compared or figure.phrase.closing:
        return False
    opening = [t for t in figure.left if t.type == "WORD"]
    owns = bool(opening) and "WHOLE" in opening[-1].marks and figure.island.tokens[0].key == HAVE
    if not (owns or marked(opening[:4], "WHOLE")):
        return False
    amount = figure.phrase.amount
    bare = amount is not None and amount.unit[:1] not in ("%", "‰") and figure.phrase.change is None
    behind = [] if owns and _tells_year(figure.left) else figure.right
    return bare and not any(
        t.marks & {"STRIVE", "ATTAIN", "RATE"} or t.key in _REACHES
        for t in (*opening, *figure.island.tokens, *behind)
    )


def _tells_year(words: list[Token]) -> bool:
    """ "Năm học 2023 - 2024, toàn huyện có …": a year, and no time to reach anything by."""
    return bool(words) and words[0].type == "YEAR" and "DEADLINE" not in words[0].marks


def may_be_told(draft: Draft) -> bool:
    """Whether a target before "…; hiện có 07 lò đốt" may tell of what is as well."""
    if draft.figure is None or "reading.fact_or_target" in draft.doubts:
        return False
    phrase = draft.figure.phrase
    wanted = any("STRIVE" in token.marks for token in draft.figure.left)
    return not (wanted or phrase.compared or phrase.closing or phrase.change or phrase.strive)


def lists_what_there_is(figures: list[Figure]) -> bool:
    """ "Quỹ có 02 phòng giao dịch, 1.846 thành viên": several counts of different things that someone has."""
    first, *others = figures
    if not others or first.island.tokens[0].key != HAVE or not is_owned(first):
        return False
    units = {figure.phrase.amount.unit for figure in figures if figure.phrase.amount is not None}
    return len(units) == len(figures) and all(is_owned(figure) for figure in others)


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
