"""What was, told beside what is wanted: results, starting points, how much it was before."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import DATED, Figure, Segment
from chitieu.reading.tokens.scanner import Token, marked, marks_of
from chitieu.reading.tokens.surroundings import behind_comma
from chitieu.reading.told.wanted import moves_since
from chitieu.text.spoken import (
    AT,
    BEFORE,
    GET,
    NOTED,
    NUMBER_OF,
    ONLY,
    RESULT,
    SAME_PERIOD,
    SPAN_OF_YEARS,
    TERM,
    TIME_POINT,
    WITHIN,
    words,
)

_ESTIMATED = words("ESTIMATE")[0]
_ELAPSED = frozenset(words("ELAPSED"))
#: What is a deed in one word: "đã chi", "ghi nhận".
_SPENT = frozenset(words("SPENT_OR_NOTED"))
_ENDS_IN_ONLY = frozenset(words("ENDS_IN_ONLY"))
_DATED_BY, _RUNNING = frozenset(words("DATED_BY")), frozenset(words("RUNNING_TOTAL"))
_EXCESS = frozenset(words("EXCESS"))
_HAS_COME = frozenset(words("HAS_COME"))
_UNTIL = words("UNTIL_BEGINS")
_WANTED = frozenset({"STRIVE", "DEADLINE"})
_AIMS = frozenset({"DEADLINE", "GOAL"})
#: What was decided is wanted: "đã quyết nghị thu ngân sách năm 2026 là 28,6 tỷ đồng".
DECIDED = frozenset(words("DECIDED"))
#: What is done, or set, by what a survey found: "Theo kết quả khảo sát, hỗ trợ 45 hộ xây nhà".
_SET = frozenset({"MAKE", "GRANTED", "RISE", "FALL", "BRING", "FINISH", "GOAL", "PLAN", "DEADLINE", "TASK"})
#: What a term begins from; the year it begins with ("năm đầu nhiệm kỳ") may be planned.
_TERM_STARTS = frozenset({"START", "TERM_START"})
#: What is done or striven for then is no level that the term started from, nor what is compared with it.
_DEEDS = frozenset({"MAKE", "FINISH", "BRING", "RISE", "FALL", "OUGHT"})
_AIMING = ("STRIVE", "GOAL")
_BESIDE = frozenset({"AGAINST", "MORE", "EQUALS", "PREPOSITION", "FROM"})
_MOVING = frozenset({"BRING", "RISE", "FALL"})
_WHOLE = Decimal(100)
#: An estimate and a part of the year, of which plans are made as well as reports.
_ESTIMATES, _PARTS_OF_YEAR = frozenset(words("ESTIMATE")), frozenset(words("PART_OF_YEAR"))
#: What beside them says that something was done.
_DONE = frozenset({"WAS", "OCCUR", "BARELY", "PREVIOUS"})
_ACHIEVED = frozenset({"PAST", "PLAN", "WAS", "OCCUR", "BARELY"})
_SPANS = frozenset({SPAN_OF_YEARS, TERM})
_PERIODS, _OWN_PLANS = frozenset(words("PERIODS")), frozenset(words("OWN_PLAN"))
_AHEAD = frozenset(words("LOOKS_AHEAD"))
#: So many words open a sentence; so few its time and who acts.
OPENING, _FEW = 12, 6
#: What a report is of by its number, and so near the beginning.
_WEEK, _NUMBERED = words("WEEK")[0], 4

#: The marks that tell of the past, and the words that do without one.
_TELLING = frozenset(
    {
        "PAST",
        "WAS",
        "SHOWN",
        "SOURCED",
        "OCCUR",
        "BEFALLS",
        "ASSUMED",
        "ASSESSED",
        "STEADY",
        "FACT_HEAD",
        "PREVIOUS",
        "SUM",
        "TERM_START",
    }
)
_TELLING_KEYS = _ELAPSED | _SPENT | {WITHIN, GET, ONLY, _WEEK, TIME_POINT}

#: Whether something tells of the past: surely, perhaps, or not.
Told = Literal["told", "may", ""]


def may_tell(marks: frozenset[str], keys: set[str]) -> bool:
    """Whether any word of a clause may tell of the past; in most clauses none does."""
    return not (marks.isdisjoint(_TELLING) and keys.isdisjoint(_TELLING_KEYS))


def told_by_opening(opening: list[Token]) -> Told:
    """Whether the words that open a sentence tell of the past: "Trong 9 tháng đầu năm, …", "Hiện nay, toàn xã …".

    What stands behind a verb or within a name tells nothing: "Phát huy kết quả đạt được, …", "Tỷ lệ dự án đã …".
    """
    said = marks_of(opening)
    if "STRIVE" in said:
        return ""
    if opening and opening[0].key in _ELAPSED and any(token.account == "name" for token in opening[1:3]):
        return "may"  # "Qua 5 năm thực hiện, nhân dân hiến 12.500 m2 đất"
    if opening and opening[0].key == WITHIN and _tells_of_years(opening):
        return "may"
    if opening and opening[0].key == AT and _is_dated_point(opening[1:_FEW]):
        return "may"
    for first, second in pairwise(opening[:_NUMBERED]):
        if first.key == _WEEK and second.account == "name":
            return "may"  # "Trong tuần 32, tiếp nhận 127 hồ sơ"
    if opening and "SOURCED" in opening[0].marks:
        return "told" if said.isdisjoint(_SET) else "may"
    if "PAST" not in said:
        if "SHOWN" in said or _tells_result(opening):
            return "told"
        return "may" if "ASSESSED" in said else ""
    past = next(at for at, token in enumerate(opening) if "PAST" in token.marks)
    if not all(map(_leads_up, opening[:past])):
        return "told" if _tells_result(opening) else ""
    following = opening[past + 1] if past + 1 < len(opening) else None
    counted = opening[past].key.endswith(_UNTIL)  # "tính đến cuối nhiệm kỳ"
    timed = following is not None and "TIME" in following.marks
    until = (
        counted and following is not None and timed and (following.type == "YEAR" or _begins_until(following))
    )
    return "may" if until or not said.isdisjoint(_AIMS) else "told"


def opens_a_report(segment: Segment, opening: Sequence[Token]) -> bool:
    """Whether a sentence says how things stand, at a point in time that is named, or by what has come about.

    "Tại thời điểm 31/12/2023, Công ty có 1.214 lao động", "Kết quả thẩm tra: tại thời điểm tháng 10/2024 …", "Đến tháng
    6/2024, toàn ngành đã có 412/655 trường": with "đã" even a time that one might look ahead to is over.
    """
    first = segment.figures[0]
    if opening and opening[0].key == AT and _is_dated_point(list(opening[1:_FEW])):
        return True
    if opening and opening[0].key in _RUNNING and _compares_with_the_same_period(segment):
        return True  # "Lũy kế 9 tháng đạt 71,3% dự toán, bằng 108% cùng kỳ"
    left = first.left
    if segment.head and left and left[0].key == AT and segment.head[0].key.startswith(RESULT):
        return _is_dated_point(left[1:_FEW])
    come = bool(left) and "PAST" in left[-1].marks and left[-1].key.split(" ")[0] in _HAS_COME
    return come and first.phrase.op == "=" and not (first.phrase.compared or first.phrase.closing)


def may_be_planned(segment: Segment, opening: list[Token]) -> bool:
    """Whether what a sentence opens with tells of plans too: "6 tháng đầu năm kết nạp 07 đảng viên", "Ước năm 2026 …".

    Not where anything beside it says that it was done: "6 tháng đầu năm xảy ra 23 vụ", "…, tăng 9,1% so với cùng kỳ".
    """
    past = next((at for at, token in enumerate(opening) if "PAST" in token.marks), None)
    if past is None or not segment.figures:
        return False
    key, first = opening[past].key, segment.figures[0].left
    estimated = not past and key in _ESTIMATES
    timed = key in _PARTS_OF_YEAR and not any(
        token.type == "WORD" for token in opening[:past] if token.key not in _DATED_BY
    )
    done = _DONE | {"PLAN"} if estimated else _DONE
    dated = False
    for figure in segment.figures:
        words = [
            *(first[past + 1 :] if figure.left is first else figure.left),
            *figure.island.tokens,
            *figure.right,
        ]
        if any(shows_done(token, done) for token in words):
            return False
        dated = dated or any(token.type == "YEAR" for token in words)
    return (timed or (estimated and dated)) and not any(
        marked(r.island.tokens, *_DONE) for r in segment.references
    )


def shows_done(token: Token, done: frozenset[str] = _DONE) -> bool:
    """Whether a word says that something was done: "được 12 đảng viên", "đã", "xảy ra"; but not "6 tháng đầu năm"."""
    return (
        token.key == GET
        or not token.marks.isdisjoint(done)
        or ("PAST" in token.marks and token.key not in _PARTS_OF_YEAR)
    )


def _tells_of_years(opening: list[Token]) -> bool:
    """ "Trong 5 năm, Đảng bộ mở 25 lớp": what someone did in these years or is to do; but not "trong 5 năm tới"."""
    if len(opening) < _FEW or opening[1].account != "name":
        return False
    return marked(opening[2:_FEW], "ACTOR") and not any(token.key in _AHEAD for token in opening)


def _is_dated_point(behind: list[Token]) -> bool:
    """ "Tại thời điểm 31/12/2023, Công ty có 1.214 lao động"; but not "tại thời điểm thẩm định"."""
    return bool(behind) and behind[0].key == TIME_POINT and any(token.account in DATED for token in behind)


def _begins_until(token: Token) -> bool:
    return token.key.startswith(_UNTIL)


def _leads_up(token: Token) -> bool:
    """Whether a token may stand before the word that tells of the past: a time, a place, who did it."""
    if token.type != "WORD" or token.account is not None:
        return True
    timed = {"TIME", "YEAR_WORD", "PERIOD", "ACTOR", "WHOLE", "AND", "WAS", "SIZED"}
    return bool(token.marks & timed) or token.key in _DATED_BY


def told_by(segment: Segment, opened: Told) -> Told:
    """Whether a segment tells what is, not what is wanted: "Hiện trạng: 62% đường thôn đã được cứng hóa".

    ``opened`` is what the words say that open it.
    """
    first = segment.figures[0]
    if opened:
        return "may" if any(map(_is_wanted, segment.figures)) else opened
    left, inside = first.said, first.inside
    said = left | inside
    if "STRIVE" in said or (segment.head and marked(segment.head, "GOAL", "PLAN")):
        return ""  # "Kế hoạch năm 2026: …, năng suất ước đạt 62 tạ/ha"
    bound = first.phrase.compared or first.phrase.closing
    deed = tells_deed(first)
    got = tells_year(first.left) and any(token.key == GET for token in first.island.tokens)
    near = "PAST" in inside or ("PAST" in left and marked(first.left[-2:], "PAST"))
    near = near and not _moves_what_is(first) and not _sets_a_day(first.left)
    # "nước sạch mới đạt 68%", "Năm 2025, gieo trồng được 6.398 ha"
    estimates = near or any(map(_tells_estimate, segment.figures[1:]))
    if estimates and not (deed or got or "ASSUMED" in left) and _may_plan(segment):
        return "may"
    if got and not deed and first.left[0].key == TERM:
        return "may"  # "Nhiệm kỳ 2023 - 2028 phát triển được trên 15.000 hội viên"
    told = deed or got or near or "ASSUMED" in left or says_only(first)
    moved = first.phrase.reaches and not left.isdisjoint(_MOVING)
    if told or estimates:
        based = first.phrase.basis not in (None, "plan") and says_only(
            first
        )  # "nợ thuế chỉ bằng một nửa năm trước"
        return "may" if moved or based or _is_wanted(first) or "DEADLINE" in said else "told"
    if "ASSESSED" in left or ("STEADY" in left and _assesses(first.left[:OPENING])):
        return "may"
    if "TERM_START" in left and not (bound or first.phrase.change) and starts_term(first.left):
        return "may"
    return "may" if ("PAST" in left and _may_tell(first.left[:OPENING])) else ""


def starts_term(words: Sequence[Token]) -> bool:
    """ "Tỷ lệ hộ nghèo đầu nhiệm kỳ là 12%"; but not "ngay từ đầu nhiệm kỳ", "đầu nhiệm kỳ phải hoàn thành 2 đề án"."""
    at = next((at for at, token in enumerate(words) if token.marks >= _TERM_STARTS), None)
    if at is None or (at and not words[at - 1].marks.isdisjoint(_BESIDE)):
        return False
    deeds = (*words[:1], *words[at + 1 :])
    return not marked(words, *_AIMING) and all(token.marks.isdisjoint(_DEEDS) for token in deeds)


def _sets_a_day(left: list[Token]) -> bool:
    """ "Số tiêu chí đạt chuẩn tính đến 31/12/2026": by when, behind a name; told where a sentence opens with it."""
    until = left[-2] if len(left) > 2 else None
    return (
        until is not None
        and "PAST" in until.marks
        and until.key.endswith(_UNTIL)
        and left[-1].account == "date"
    )


def _moves_what_is(figure: Figure) -> bool:
    """ "số hộ nghèo hiện có giảm 2/3": of those there are, so many fewer are wanted."""
    return figure.phrase.change is not None and bool(figure.left) and "ATTRIBUTE" in figure.left[-1].marks


def _assesses(opening: list[Token]) -> bool:
    """ "Sản xuất nông nghiệp ổn định, diện tích gieo trồng đạt 6.398 ha": what ends a part says how it went."""
    named = not marked(opening, "HOLD", "KEEP")
    return (
        named
        and any(
            "STEADY" in steady.marks
            and sign.key == ","
            and "MAKE" not in before.marks  # "phát triển ổn định, bền vững"
            for before, steady, sign in zip(opening, opening[1:], opening[2:], strict=False)
        )
    )


def _is_wanted(figure: Figure) -> bool:
    """ "Kết quả thực hiện các chỉ tiêu đạt từ 95% trở lên": a bound is no result; "hiện có trên 250" is one."""
    phrase = figure.phrase
    return bool(phrase.closing) or (phrase.compared and phrase.comparator not in _EXCESS)


def _may_tell(opening: list[Token]) -> bool:
    """Whether a word of the past stands in the part of a figure, or a time of the past anywhere before it."""
    begun = behind_comma(opening)
    named = False
    for index, token in enumerate(opening):
        named = named or "RATE" in token.marks or token.key == NUMBER_OF
        if "PAST" not in token.marks:
            continue
        attribute = "ATTRIBUTE" in token.marks  # "rừng hiện có", "tỷ lệ dự án đã hoàn thành được quyết toán"
        if not attribute or (index >= begun and not named):
            return True
    return False


def _may_plan(segment: Segment) -> bool:
    """ "Tổng thu từ du lịch ước 3.600 tỷ đồng": a plan estimates too, where nothing says when or that it was done."""
    for figure in segment.figures:
        dated = any(token.type == "YEAR" or token.account in DATED for token in figure.left)
        if dated and not any(
            token.key in _SPANS for token in figure.left
        ):  # "giai đoạn 2026 - 2030 ước đạt 4.250 tỷ"
            return False
        if any(token.key == GET for token in figure.island.tokens):
            return False  # "gieo cấy được 8.640 ha, năng suất ước đạt 68,2 tạ/ha"
        words = (*figure.left, *figure.island.tokens, *figure.right)
        if any(token.key not in _ESTIMATES and _says_done(token) for token in words):
            return False
    return True


def _says_done(token: Token) -> bool:
    return not token.marks.isdisjoint(_ACHIEVED) or ("PREVIOUS" in token.marks and SAME_PERIOD in token.key)


def _tells_estimate(figure: Figure) -> bool:
    """ "gieo cấy được 8.640 ha, năng suất ước đạt 68,2 tạ/ha"."""
    if "PAST" not in figure.said and "PAST" not in figure.inside:
        return False
    near = (*figure.left[-2:], *figure.island.tokens)
    return any("PAST" in token.marks and token.key.startswith(_ESTIMATED) for token in near)


def _tells_result(opening: list[Token]) -> bool:
    """ "Kết quả 10 tháng: …", "Kết quả theo dõi diễn biến rừng năm 2022: …"."""
    if DATED.isdisjoint([token.account for token in opening]):  # guard
        return False
    for at, (before, token) in enumerate(pairwise(opening)):
        if token.account not in DATED:
            continue
        ends = at + 2 == len(opening) or opening[at + 2].key == ":"
        if before.key.startswith(RESULT) or (ends and opening[0].key.startswith(RESULT)):
            return True
    return False


def tells_deed(figure: Figure) -> bool:
    """ "Công an phường đã tiếp nhận 86 tin báo", "Công ty đã chi 45 tỷ đồng": what was done, and no bound."""
    if figure.phrase.compared or figure.phrase.closing:
        return False
    if "WAS" in figure.said and _tells_deed(figure.left[:OPENING]):
        return True
    # "tiền nước thu được đạt 99,8% doanh thu": a name
    named = figure.phrase.equals and marked(figure.left[-1:], "SURE_DEED")
    return "SURE_DEED" in figure.said and not named and _tells_spending(figure)


def _tells_deed(opening: list[Token]) -> bool:
    """ "Công an phường đã tiếp nhận 86 tin báo"; but not "tỷ lệ hộ đã thoát nghèo", "nợ đã được xử lý"."""
    for index, (was, deed) in enumerate(pairwise(opening)):
        if "WAS" not in was.marks or deed.type != "WORD":
            continue
        before = [token for token in opening[:index] if token.type == "WORD" and not token.marks & {"TIME"}]
        named = any(token.marks & {"RATE", "GROWTH_NAME"} or token.key == NUMBER_OF for token in before)
        acted = (not before or marked(before, "ACTOR")) and deed.key not in DECIDED
        return acted and not named and not deed.marks & {"ATTAIN", "EQUALS", "OUGHT"}
    return False


def _tells_spending(figure: Figure) -> bool:
    """ "Công ty đã chi 45 tỷ đồng", "doanh thu ghi nhận 2.860 tỷ đồng"; but not "tỷ lệ đã chi trả đạt 98%".

    Of "toàn tỉnh ghi nhận 1.204 ca" the whole clause says that it is told.
    """
    if figure.phrase.change is not None:
        return False
    before: Token | None = None
    for token in figure.left:
        if token.key == NUMBER_OF or not token.marks.isdisjoint({"RATE", "GROWTH_NAME"}):
            return False
        if token.key in _SPENT:
            return token.key != NOTED or before is None or "ACTOR" not in before.marks
        before = token
    return False


def tells_year(words: list[Token]) -> bool:
    """ "Năm học 2023 - 2024, toàn huyện có …": a year, and no time to reach anything by."""
    if words and "PERIOD" in words[0].marks:
        return any(
            token.account == "year" for token in words[1:4]
        )  # "Giai đoạn 2021 - 2023, thu hút được 68 dự án"
    return bool(words) and words[0].type == "YEAR" and "DEADLINE" not in words[0].marks


def says_only(figure: Figure) -> bool:
    """ "kinh tế số chỉ xếp thứ 44", "năm trước chỉ 64%"; but not "chứng chỉ đạt 33%"."""
    left, phrase = figure.left, figure.phrase
    if not left or left[-1].key != ONLY or (len(left) > 1 and left[-2].key in _ENDS_IN_ONLY):
        return False
    wanted = phrase.compared or phrase.closing  # "giảm tỷ lệ hộ nghèo chỉ còn dưới 3%"
    return not wanted and figure.said.isdisjoint(_WANTED)


def comes_only_to(draft: Draft, figure: Figure) -> bool:
    """ "Doanh thu giảm 5% so với năm 2023, chỉ đạt 1.250 tỷ đồng": whether a draft is told by what it comes to."""
    if len(figure.left) != 1 or figure.left[0].key != ONLY or draft.figure is None or draft.doubts:
        return False
    before, phrase = draft.figure, draft.figure.phrase
    return before.said.isdisjoint(_WANTED) and not (phrase.strive or phrase.compared or phrase.closing)


def tells_of_execution(draft: Draft) -> bool:
    """ "17.580 tỷ đồng, bằng 124,6% dự toán": a share of the plan to a decimal is worked out, not wanted.

    So is a part of the plan behind an amount: "860 tỷ đồng, bằng 48% kế hoạch năm".
    """
    if draft.basis != "plan" or draft.unit != "%" or draft.measure != "level":
        return False
    return has_decimals(draft) or (
        isinstance(draft.value, Decimal) and draft.value < _WHOLE and draft.restates
    )


def has_decimals(draft: Draft) -> bool:
    """Whether a figure is one to a decimal, as those are that are worked out: "99,85%"."""
    value = draft.value
    return isinstance(value, Decimal) and value != value.to_integral_value()


def tells_of_result(segment: Segment, drafts: list[Draft], opening: list[Token]) -> bool:
    """Whether something beside the figures of a segment tells of results, though it may be wanted as well.

    A share of the plan beside the same period, what goes beyond the resolution itself or is done before its time, a sum
    up to a day, an earlier time in brackets at the end.
    """
    if not drafts or not segment.figures:
        return False
    last = segment.figures[-1]
    if "PREVIOUS" in last.behind and _stands_in_brackets(last.island.tokens[-1:] + last.right):
        return True  # "học sinh giỏi 18,5%, học sinh khá 45,2% (năm học trước)"
    if opening and opening[0].key in _RUNNING and not marked(opening, "STRIVE", "DEADLINE"):
        return any(
            token.account == "date" for token in opening
        )  # "Lũy kế giải ngân đến 30/9 là 12,4 tỷ đồng"
    if "plan" not in [draft.basis for draft in drafts]:
        return False
    if any(draft.basis == "plan" and _goes_beyond(draft) for draft in drafts):
        return True
    if _compares_with_both(drafts) and not marked(opening, "STRIVE", "DEADLINE", "GOAL"):
        return True
    return _compares_with_the_same_period(segment)


def _compares_with_the_same_period(segment: Segment) -> bool:
    return any(
        token.key.startswith(SAME_PERIOD)
        for figure in (*segment.figures, *segment.references)
        if "PREVIOUS" in figure.inside or "PREVIOUS" in figure.behind
        for token in (*figure.island.tokens, *figure.right[:1])  # "tăng 5% cùng kỳ"
    )


def _compares_with_both(drafts: list[Draft]) -> bool:
    """ "Năm 2024 đạt 1.250 tỷ đồng, bằng 104% kế hoạch và tăng 13% so với năm 2023": a report has both."""
    if not any(d.basis is None and d.measure == "level" and d.when is not None for d in drafts):
        return False  # "Thu ngân sách bằng 102% dự toán, tăng 3% so với năm trước"
    shares = any(d.basis == "plan" and d.unit == "%" and d.measure == "level" for d in drafts)
    wanted = any(
        d.figure is not None and (d.figure.phrase.strive or "STRIVE" in d.figure.said) for d in drafts
    )
    return shares and not wanted and any(map(moves_since, drafts))


def _stands_in_brackets(words: list[Token]) -> bool:
    """Whether an earlier time ends some words behind a sign that was left out: "45,2% (năm học trước)"."""
    before, last = words[-2:]
    return "PREVIOUS" in last.marks and last.start > before.end + 1


def _goes_beyond(draft: Draft) -> bool:
    """ "vượt 19% so với chỉ tiêu Nghị quyết", "đạt trước 2 năm so với kế hoạch"."""
    figure = draft.figure
    if figure is None or figure.phrase.strive or "STRIVE" in figure.said:
        return False
    if draft.unit in _PERIODS:
        return bool(figure.left) and figure.left[-1].key == BEFORE
    named = (*figure.island.tokens, *figure.right[:OPENING])
    return draft.measure == "increase" and any(token.key in _OWN_PLANS for token in named)
