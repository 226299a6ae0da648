"""What was, told beside what is wanted: results, starting points, how much it was before."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Literal

from chitieu.reading.clause import Figure, Segment, account_all, has_content
from chitieu.reading.dates import DATING
from chitieu.reading.draft import Draft
from chitieu.reading.scanner import Token, marked, marks_of
from chitieu.text.spoken import (
    AND,
    BEFORE,
    GET,
    NUMBER_OF,
    ONLY,
    REMAINING,
    RESULT,
    SAME_PERIOD,
    SUM_UP,
    TERM,
    WITHIN,
    words,
)

_ESTIMATED = words("ESTIMATE")[0]
#: What was carried out, in brackets behind what is wanted; "cuối năm 2023" tells a time and sets none.
_CARRIED_OUT, _YEAR_ENDS = frozenset(words("CARRIED_SHORT")), words("YEAR_ENDS")
_ELAPSED = frozenset(words("ELAPSED"))
_ENDS_IN_ONLY = frozenset(words("ENDS_IN_ONLY"))
_DATED_BY = frozenset(words("DATED_BY"))
_EXCESS = frozenset(words("EXCESS"))
_UNTIL = words("UNTIL_BEGINS")
_OVER = frozenset({"PAST", "WAS"})
_WANTED = frozenset({"STRIVE", "DEADLINE"})
_AIMS = frozenset({"DEADLINE", "GOAL"})
_BEFORE = frozenset({"PREVIOUS", "TERM_START"})
#: What was decided is wanted: "đã quyết nghị thu ngân sách năm 2026 là 28,6 tỷ đồng".
DECIDED = frozenset(words("DECIDED"))
_MOVING = frozenset({"BRING", "RISE", "FALL"})
_WHOLE = Decimal(100)
_DATED = frozenset({"date", "year"})
#: What there is today; what a deed then makes or moves may be wanted.
_NOW = frozenset(words("NOW"))
#: An estimate and a part of the year, of which plans are made as well as reports.
_ESTIMATES, _PARTS_OF_YEAR = frozenset(words("ESTIMATE")), frozenset(words("PART_OF_YEAR"))
#: What beside them says that something was done.
_DONE = frozenset({"WAS", "OCCUR", "BARELY", "PREVIOUS"})
_ACHIEVED = frozenset({"PAST", "PLAN", "WAS", "OCCUR", "BARELY"})
_LISTING = frozenset({",", AND})
_PERIODS, _OWN_PLANS = frozenset(words("PERIODS")), frozenset(words("OWN_PLAN"))
_AHEAD = frozenset(words("LOOKS_AHEAD"))
#: So many words open a sentence; so few its time and who acts.
OPENING, _FEW = 12, 6

#: The marks that tell of the past, and the words that do without one.
_TELLING = frozenset(
    {"PAST", "WAS", "SHOWN", "OCCUR", "ASSUMED", "ASSESSED", "STEADY", "FACT_HEAD", "PREVIOUS", "SUM"}
)
_TELLING_KEYS = _ELAPSED | {WITHIN, GET, ONLY}

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
        if any(_shows_done(token, done) for token in words):
            return False
        dated = dated or any(token.type == "YEAR" for token in words)
    return (timed or (estimated and dated)) and not any(
        marked(r.island.tokens, *_DONE) for r in segment.references
    )


def _shows_done(token: Token, done: frozenset[str]) -> bool:
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
    deed = "WAS" in left and not bound and _tells_deed(first.left[:OPENING])
    got = tells_year(first.left) and any(token.key == GET for token in first.island.tokens)
    near = "PAST" in inside or ("PAST" in left and marked(first.left[-2:], "PAST"))
    # "nước sạch mới đạt 68%", "Năm 2025, gieo trồng được 6.398 ha"
    estimates = near or any(map(_tells_estimate, segment.figures[1:]))
    if estimates and not (deed or got or "ASSUMED" in left) and _may_plan(segment):
        return "may"
    if got and not deed and first.left[0].key == TERM:
        return "may"  # "Nhiệm kỳ 2023 - 2028 phát triển được trên 15.000 hội viên"
    told = deed or got or near or "ASSUMED" in left or says_only(first)
    moved = first.phrase.reaches and not left.isdisjoint(_MOVING)
    if told or estimates:
        return "may" if moved or _is_wanted(first) or "DEADLINE" in said else "told"
    if "ASSESSED" in left or ("STEADY" in left and _assesses(first.left[:OPENING])):
        return "may"
    return "may" if ("PAST" in left and _may_tell(first.left[:OPENING])) else ""


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
    begun = max((at + 1 for at, token in enumerate(opening) if token.key == ","), default=0)
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
        if any(token.type == "YEAR" or token.account in _DATED for token in figure.left):
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
    if _DATED.isdisjoint([token.account for token in opening]):  # guard
        return False
    for at, (before, token) in enumerate(pairwise(opening)):
        if token.account not in _DATED:
            continue
        ends = at + 2 == len(opening) or opening[at + 2].key == ":"
        if before.key.startswith(RESULT) or (ends and opening[0].key.startswith(RESULT)):
            return True
    return False


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


def tells_of_event(figure: Figure) -> bool:
    """ "toàn tỉnh xảy ra 86 vụ": what happened."""
    return bool(figure.left) and "OCCUR" in figure.left[-1].marks and "ABSENT" not in figure.said


def tells_of_execution(draft: Draft, opening: list[Token]) -> bool:
    """ "17.580 tỷ đồng, bằng 124,6% dự toán": a share of the plan to a decimal is worked out, not wanted.

    So is a part of the year's plan in a sentence that opens with a part of a year: "Quý II …, bằng 48% kế hoạch năm".
    """
    if draft.basis != "plan" or draft.unit != "%" or draft.measure != "level":
        return False
    value = draft.value
    if not isinstance(value, Decimal):
        return False
    part = (
        value < _WHOLE
        and draft.restates
        and (draft.measure == "level" or _opens_with_a_part_of_a_year(opening))
    )
    return part or value != value.to_integral_value()


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
    if opening and opening[0].key == SUM_UP and not marked(opening, "STRIVE", "DEADLINE"):
        return any(
            token.account == "date" for token in opening
        )  # "Lũy kế giải ngân đến 30/9 là 12,4 tỷ đồng"
    if "plan" not in [draft.basis for draft in drafts]:
        return False
    if any(draft.basis == "plan" and _goes_beyond(draft) for draft in drafts):
        return True
    return any(
        token.key.startswith(SAME_PERIOD)
        for figure in (*segment.figures, *segment.references)
        if "PREVIOUS" in figure.inside or "PREVIOUS" in figure.behind
        for token in (*figure.island.tokens, *figure.right[:1])  # "tăng 5% cùng kỳ"
    )


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


def _opens_with_a_part_of_a_year(opening: list[Token]) -> bool:
    timed = any("PERIOD_OF_YEAR" in token.marks or token.account == "date" for token in opening[:3])
    return timed and not marked(opening, "STRIVE", "DEADLINE")


def split_past(segment: Segment, *, goes_on: bool) -> Told | None:
    """Leave only what is wanted behind what is: "hiện đạt 91%, phấn đấu đến hết năm đạt 95%". None where nothing is.

    "may" where only a year tells that it may be wanted. ``goes_on``: what went before it in the sentence tells of the
    past, so that its own first figure may be wanted.
    """
    figures = segment.figures
    opening = (segment.head or figures[0].left)[:OPENING] if figures else []
    now = any(token.key in _NOW for token in opening) and "WAS" not in marks_of(opening)
    report = not now and (goes_on or not figures or bool(told_by_opening(opening)))
    asked = (
        _wants(figure, report=report, dated=now and _is_dated(figures, at)) if at or goes_on else None
        for at, figure in enumerate(figures)
    )
    at, wants = next(((at, wants) for at, wants in enumerate(asked) if wants), (len(figures), None))
    for figure in segment.figures[:at]:
        account_all(figure, "past")
    wanted = segment.figures[at:]
    if wanted and not has_content([token for token in wanted[0].left if not _aims(token)]):
        name = [token for token in segment.figures[0].left if "PAST" not in token.marks]
        wanted[0].left = name + wanted[0].left
        wanted[0].joined_by = ""
    segment.figures = wanted
    return None if wants is None else "may" if wants == "may" else ""


def _aims(token: Token) -> bool:
    return token.account == "year" or not token.marks.isdisjoint({"AIMED", "GOAL", "TIME"})


def _is_dated(figures: list[Figure], at: int) -> bool:
    """Whether a time stands behind a figure, or behind the last of its list: "…, 03 hợp tác xã trong năm 2026"."""
    while at + 1 < len(figures) and figures[at + 1].joined_by in _LISTING and not figures[at + 1].left:
        at += 1
    return "TIME" in figures[at].behind


def _wants(figure: Figure, *, report: bool, dated: bool) -> Literal["wants", "may"] | None:
    """What a figure behind one of the past says of itself: "mục tiêu đến năm 2030 còn 1%", "năm 2026 đạt 280".

    ``report``: what stands before tells of deeds rather than of what there is; ``dated``: of what there is, and a time
    stands behind the figure.
    """
    phrase = figure.phrase
    if phrase.strive or "STRIVE" in figure.said:
        return "wants"
    if not (figure.said | figure.inside).isdisjoint(_OVER):
        return None
    opening = [token for token in figure.left if token.type != "SIGN" and "AND" not in token.marks][:2]
    year = next((token for token in opening if token.type == "YEAR"), None)
    if marked(opening, "AIMED") or (year is not None and "DEADLINE" in year.marks):
        return "wants"
    made = not report and marked(opening, "MAKE")  # "bảo vệ rừng hiện có 12.500 ha, trồng mới 150 ha"
    # "hiện có 45 hộ nghèo, giảm 20 hộ trong năm 2026", "hiện 4,5%, giảm xuống 3%"
    moved = phrase.reaches if not report and phrase.moved else dated and phrase.change is not None
    # "đã hoàn thành 12 tiêu chí, hoàn thành 7 tiêu chí còn lại"
    rest = bool(opening) and any(token.key == REMAINING for token in figure.right[:OPENING])
    named = (year is not None and year is opening[0]) or marked(opening[:1], "GOAL")
    return "may" if made or rest or named or (moved and phrase.basis is None) else None


def is_starting_point(figure: Figure | None) -> bool:
    """ "Đầu nhiệm kỳ, tỷ lệ hộ nghèo là 6,2%, phấn đấu …": where the target starts from."""
    return figure is not None and marked(figure.left[:6], "START")


def tells_what_was(figure: Figure, host: Figure, when: str | None) -> bool:
    """ "500 ha (năm 2023: 420 ha)", "38,5 tỷ đồng (ước thực hiện 35,2)": what was, beside what is wanted."""
    words = [*figure.left, *figure.island.tokens]
    if marked(words, "STRIVE") or figure.phrase.compared or any(map(_sets_a_time, words)):
        return False
    if any(token.key.startswith(_YEAR_ENDS) for token in words) and (
        figure.phrase.reaches or host.phrase.change
    ):
        return False  # "giảm 1% (cuối năm 2025 còn 4%)": said again
    # "(đầu năm 17,2%)", "(khảo sát đầu năm 61,5%)"
    started = marked((*figure.left[:1], *figure.left[-1:]), "START") and not figure.phrase.change
    last = not figure.phrase.change and bool(figure.left) and "PREVIOUS" in figure.left[-1].marks
    if marked(words, "PAST") or started or last or tells_before(figure):
        return True  # "95% dân số (độ bao phủ năm trước 93,8%)"
    while len(words) > 1 and (words[0].key in _CARRIED_OUT or "AVERAGE" in words[0].marks):
        words = words[1:]  # "(thực hiện 2023: 248 phút)", "(bình quân 2021 - 2023: 1,74%)"
    years = [int(t.value) for t in words if t.account == "year" and t.value is not None]
    years += [int(t.key[-4:]) for t in words if t.type == "DATE"]
    opened = bool(words) and (words[0].type in ("YEAR", "DATE") or words[0].account == "year")
    again = {token.key for token in host.left}  # "kết nạp 15 đảng viên (năm 2022 kết nạp 12 đảng viên)"
    named = [
        token
        for token in figure.left
        if token.type != "DATE"
        and token.account != "year"
        and token.key not in _CARRIED_OUT
        and "AVERAGE" not in token.marks
        and token.key not in again
    ]
    if not years or not opened or figure.phrase.change or has_content(named):
        return False
    basis = host.phrase.basis
    wanted = [int(name[5:]) for name in (when, basis) if name is not None and name.startswith("year:")]
    return not wanted or years[0] < max(wanted) or basis == f"year:{years[0]}"


def _sets_a_time(token: Token) -> bool:
    return "DEADLINE" in token.marks and not token.key.startswith(_YEAR_ENDS)


def tells_of_base(segment: Segment, host: Figure) -> bool:
    """ "giảm 5% so với năm 2023 (92 vụ, 51 người chết)": a bracket behind a base says how much it was.

    Behind a change that is itself a count a person must say: "giảm 1 vụ so với năm 2023 (3 vụ)".
    """
    amount = host.phrase.amount
    shared = amount is not None and amount.unit[:1] in ("%", "‰")
    if not (segment.of_base and shared and segment.figures) or has_content(segment.figures[0].left):
        return False
    phrases = [figure.phrase for figure in segment.figures]
    return not any(
        p.compared or p.closing or p.equals or p.change or p.reaches or p.strive or p.amount is None
        for p in phrases
    )


def tells_before(figure: Figure) -> bool:
    """ "(năm học trước 28,1%)", "…, năm trước xếp thứ 13", "…, hiện 63%", "so với 3,45 tỷ đồng năm 2023"."""
    phrase, left = figure.phrase, figure.left
    if says_only(figure):
        return True
    if not left or phrase.change or phrase.compared or phrase.closing or not figure.said.isdisjoint(_WANTED):
        return False
    now = "START" in left[0].marks and "TIME" not in left[0].marks  # "hiện nay"; but not "đầu năm"
    return (
        now or not left[0].marks.isdisjoint(_BEFORE) or ("AGAINST" in left[-1].marks and phrase.basis is None)
    )


def starts_a_move(figures: list[Figure], position: int) -> bool:
    """ "tăng từ 87% (tháng 7/2024) lên 95%": the bracket parts where it starts from where it ends.

    So does "hiện" in a list: "tỷ lệ hộ nghèo hiện 5%, giảm xuống 4%".
    """
    figure = figures[position]
    following = figures[position + 1] if position + 1 < len(figures) else None
    if following is not None and figure.left and figure.left[-1].key in _NOW:
        phrase = following.phrase
        if has_content(following.left) or not (phrase.moved or phrase.strive or "STRIVE" in following.said):
            return False
        account_all(figure, "past")
        following.left, following.joined_by = [*figure.left[:-1], *following.left], figure.joined_by
        return True
    if (
        following is None
        or following.joined_by
        or not following.island.tokens[0].marks & {"UP_TO", "DOWN_TO"}
    ):
        return False
    timed = {"START", "TERM_START", "PREVIOUS", "TIME", "PERIOD_OF_YEAR"}
    named = [
        token
        for token in following.left
        if token.marks.isdisjoint(timed) and token.account is None and token.key not in DATING
    ]
    if has_content(named) or not any("FROM" in token.marks for token in figure.island.tokens):
        return False
    account_all(figure, "past")
    following.left, following.joined_by = figure.left, figure.joined_by
    return True
