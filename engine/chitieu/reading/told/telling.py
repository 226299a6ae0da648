"""Clauses that tell something as a whole: schedules, reports of what was done, what there is.

A person is asked about a count with no word around it that wants anything, beside a time of day, several days, a deed
that was done, a year that opens the sentence, or behind the verb of a task that opens it. Where all that a clause says
may be told so, a sign says that it is, and no word wants anything or looks ahead, it is told: no target, but a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import DATED, Figure, has_content
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.reading.tokens.surroundings import first_behind
from chitieu.reading.told.history import has_decimals
from chitieu.reading.told.notes import may_be_a_note
from chitieu.reading.told.wanted import is_owned
from chitieu.text.spoken import (
    BEFORE,
    CARRY_OUT,
    DAY,
    EQUAL,
    GET,
    HAVE,
    HAVE_NONE,
    MONTH,
    PLACE,
    SAME_PERIOD,
    STEP,
    words,
)

_UNTIL, _SETTING = words("UNTIL_BEGINS"), frozenset(words("SETS_GOAL"))
#: What tells of what was done, or of a time of day.
_DONE = frozenset({"DEED", "CLOCK"})
#: What makes a count behind the verb of a task one that is wanted: "tập trung xây dựng 12 mô hình".
_LEADING = ("MAKE", "RATE", "ATTAIN", "TIME", "STRIVE", "FINISH")
_HUNDRED = 100
_LASTING = frozenset({DAY, *words("CLOCK_UNIT")})
_TIMED = frozenset({"date", "clock"})
#: So many words and signs within make a sentence that can tell something.
_SENTENCE = 12
#: So many tokens open a clause, a bullet and a number among them.
_HEAD = 5
_STEPS = frozenset({STEP, PLACE})
_ABSENT = frozenset({"ABSENT", "NEVER"})
#: What says that something is told.
_TOLD = frozenset({"PAST", "WAS", "SHOWN", "LAPSED", "VOTED", "BARELY", "OCCUR", "SURE_DEED"})
_STOCK, _AHEAD, _ALWAYS = frozenset(words("STOCK")), frozenset(words("LOOKS_AHEAD")), words("ALWAYS")
_PLACES = frozenset(words("PLACE_COUNTED"))
_COUNTED_THERE, _MAKING_UP = _STOCK | _PLACES, frozenset(words("MAKING_UP")) - {EQUAL}
#: "ước 3.600 tỷ đồng", "thu hút 300 người tham dự": a plan estimates too, and wants people to come.
_NOT_SURE = frozenset((*words("ESTIMATE"), *words("ATTENDING")))
_FACT = frozenset({"reading.fact_or_target"})
_OPENING_TIME = frozenset({"FROM", "TIME", "AT_MOST", "SETS_IN", "FESTIVE"})
#: What ends on a day by being wanted: "xóa 46 căn nhà tạm trước ngày 30/6".
_ENDING = frozenset({"REMOVE", "FINISH", "STRIVE"})
#: So many days make a schedule.
_DAYS = 2
#: Where the verb of a task stands: "Tiếp tục đổi mới …", "Chi bộ tập trung …".
_TASKED = 3
_WHO = frozenset({"ACTOR", "WHOLE"})
#: So many counts of different things with nothing that wants them are an account of what there is.
_SEVERAL = 3
#: What wants something, whatever else a clause tells.
_WANTING = frozenset(
    {
        "STRIVE", "DEADLINE", "AT_LEAST", "AT_MOST", "OR_MORE", "OR_LESS", "EACH", "BRING", "UP_TO", "DOWN_TO", "HOLD",
        "KEEP", "OUGHT", "TOP",
    }
)  # fmt: skip
#: Of these what wants something wherever it stands; "còn", "lên" do only beside a figure.
_MOVED = frozenset({"UP_TO", "DOWN_TO"})
_SAID_WANTED = _WANTING - _MOVED
#: Of these what no verb of a result has as well, as "được" has.
_SURELY_WANTED = _SAID_WANTED - {"OUGHT"}
#: What opens a plan of a time, and within so many tokens; what may stand between its words.
_PLANS, _PLANNED = frozenset({"GOAL", "PLAN", "PLAN_SHORT"}), 8
_TIMING = frozenset({"TIME", "YEAR_WORD", "PERIOD_OF_YEAR"})
_BETWEEN = frozenset({"SIGN", "SLASH", "DASH"})
#: What wants a place on a list; "thuộc nhóm" is told as well.
_PLACED_AHEAD = _PLANS | _SURELY_WANTED - {"TOP", "EACH"}
#: What says by when, or for which day, something is to be done.
_BY_THEN = frozenset(words("BY_THEN"))
#: What a clause wants, or says that it was missed.
_DECIDING = _SAID_WANTED | {"MISSED"}
#: What wants something or says so, as a word or as a sign.
_SAYING = _WANTING | _DECIDING
#: What wants something where nothing else is told.
_NAMING = frozenset(
    {
        "RATE", "MAKE", "ATTAIN", "ABSENT", "GRADED", "FINISH", "GROWTH_NAME", "MORE", "LESS", "EQUALS", "RISE", "FALL",
        "RANK", "AVERAGE", "PLAN", "TIMES", "DOUBLE", "SIGN_MORE", "SIGN_LESS", "INSPECTS",
    }
)  # fmt: skip


def doubt_what_is_told(
    tokens: Sequence[Token], marks: frozenset[str], drafts: Sequence[Draft], *, headed: bool
) -> None:
    """Ask a person about targets of a clause that may only tell: see the head of this file.

    ``marks`` are those of all tokens; ``headed``: what opens it may head only what is told.
    """
    if "PLAN" in marks and len(drafts) > 1:  # guard
        _doubt_progress(tokens, drafts)
    if headed or (
        _is_plain_count(drafts[0])
        and marks.isdisjoint(_ENDING)
        and all(map(_is_plain_count, drafts))
        and _has_its_day(tokens, drafts)
    ):
        _doubt(drafts)
        return
    if "AGAINST" in marks and "RISE" in marks and len(drafts) > 1:  # guard
        _doubt(drafts if marks.isdisjoint(_PLACED_AHEAD) and _tells_of_places(tokens, drafts) else [])
    if not ("MISSED" in marks or marks.isdisjoint(_SURELY_WANTED)):  # guard
        return
    said = marks.union([token.type for token in tokens])
    moved = False
    for token in () if said.isdisjoint(_SAYING) else tokens:  # most clauses want something, and say so early
        if token.type not in _WANTING and (not token.marks or token.marks.isdisjoint(_DECIDING)):
            continue
        if token.type not in _MOVED and token.key != GET:
            if "MISSED" in token.marks:
                _doubt(drafts)  # "Các chỉ tiêu không đạt: tỷ lệ hộ nghèo còn 5%"
            return
        moved = True
    if any(draft.restates for draft in drafts) and _counts_up(tokens, drafts):  # guard
        _doubt(drafts)
        return
    if moved:  # "tụt 9 bậc, từ vị trí 31 xuống vị trí 40", "… theo bảng xếp hạng được công bố"
        _doubt(drafts if _tells_of_a_lapse(tokens) else [])
        return
    if is_sentence(tokens):
        _doubt_the_rest(drafts)
    accounts = [token.account for token in tokens]
    opened = tokens[0].type == "YEAR" or "year" in accounts[:2]
    # "Đến năm 2030, …" tells what is to come
    dated = opened and not (tokens[0].key.startswith(_UNTIL) or plans_a_time(tokens))
    whole = dated or (not said.isdisjoint(_DONE) and _does(tokens))
    named = not said.isdisjoint(_NAMING)
    bare: list[Draft] = []
    if whole or not named:
        bare = [draft for draft in drafts if draft.figure is not None and _is_bare(draft.figure)]
    listed = not named and len(bare) == len(drafts) and len({draft.noun for draft in bare}) >= _SEVERAL
    told = bare if whole or listed else []
    timed = "date" in accounts or "PERIOD_OF_YEAR" in said
    tasked = _opens_with_a_task(tokens)
    if tasked or "clock" in accounts or (timed and _days(tokens) >= _DAYS):
        more = [d for d in drafts if d not in told and d.figure is not None and _is_led_by_nothing(d.figure)]
        for draft in more:
            draft.open = draft.open or tasked
        told = [*told, *more]
    noted = "NOTE_HEAD" in said and may_be_a_note(tokens)
    if noted or ("LAPSED" in said and _tells_of_a_lapse(tokens)):
        _doubt(drafts)
    elif told:
        _doubt([draft for draft in told if not draft.restates])


def _does(tokens: Sequence[Token]) -> bool:
    """Whether something was done, or has its hour; of "tiền nước thu được đạt 99,8%" the deed is a name."""
    return any(
        not token.marks.isdisjoint(_DONE) and (following is None or following.type != "EQUALS")
        for token, following in zip(tokens, [*tokens[1:], None], strict=True)
    ) or any(token.type in _DONE for token in tokens)


def _counts_up(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """Whether a count is told, with the share that was worked out of it, of a year or since one.

    "Năm 2024 có 685 vụ được giao, 684 vụ hoàn thành (99,85%)", "Đến tháng 6/2025 có 112/139 xã (80,6%) được công nhận,
    tăng 14 xã so với năm 2021".
    """
    first = drafts[0].figure
    if first is None or first.island.tokens[0].key != HAVE:
        return False
    if not any(draft.restates and draft.unit == "%" and has_decimals(draft) for draft in drafts):
        return False
    opened = any(token.type == "YEAR" or token.account == "year" for token in tokens[:2])
    if opened and not tokens[0].key.startswith(_UNTIL):
        return True
    monthly = any(token.key == MONTH for token in tokens[:2])
    return monthly and any(
        d.restates and d.measure != "level" and (d.basis or "").startswith("year:") for d in drafts
    )


def plans_a_time(tokens: Sequence[Token]) -> bool:
    """ "Kế hoạch năm 2025: doanh thu 1.400 tỷ đồng", "KH quý I/2025: …": what opens it is a plan of a time."""
    planned = False
    for token in tokens[:_PLANNED]:
        if token.key == ":" or "PREPOSITION" in token.marks:
            return planned  # "Kế hoạch năm 2025 với doanh thu 1.400 tỷ đồng"
        if not token.marks.isdisjoint(_PLANS):
            planned = True
        elif token.account not in DATED and token.type not in _BETWEEN and token.marks.isdisjoint(_TIMING):
            return False
    return False


def _doubt_progress(tokens: Sequence[Token], drafts: Sequence[Draft]) -> None:
    """ "gieo cấy khoảng 385 ha/480 ha kế hoạch": a result, and behind the slash the plan that it is one of.

    So is "Kế hoạch doanh thu 640 tỷ đồng; thực hiện 678 tỷ đồng": of a plan, what was carried out.
    """
    for first, second in pairwise(drafts):
        if first.unit != second.unit or first.figure is None or second.figure is None:
            continue
        led = [token.key for token in second.figure.left if token.type == "WORD"]
        if led == [CARRY_OUT] and marked(first.figure.left, "PLAN"):
            _doubt(drafts)
            return
        joint, behind = (first_behind(tokens, end) for end in (first.figure.end, second.figure.end))
        slashed = max(joint, behind) < len(tokens) and tokens[joint].type == "SLASH"
        if slashed and "PLAN" in tokens[behind].marks:
            _doubt([first, second])


def _has_its_day(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Tập huấn cho 32 cán bộ từ ngày 10/3", "ban hành 02 quy chế trước ngày 30/6": a task has its day.

    A day that the clause opens with is when a target holds: "Đến 30/9, 150 hộ ký cam kết".
    """
    opened = next((at for at, token in enumerate(tokens[:_HEAD]) if token.key == ":"), 0)
    if any(token.account == "date" or "PERIOD_OF_YEAR" in token.marks for token in tokens[:opened]):
        return not plans_a_time(tokens)  # "Tuần 3 tháng 10: phân công 05 tổ công tác xuống 12 thôn"
    first = min(draft.span[0] for draft in drafts)
    timed = not tokens[0].marks.isdisjoint(_OPENING_TIME) or tokens[0].key.startswith(_UNTIL)
    dated = False  # whether what stands before is the number of a day
    acted = "MAKE" in tokens[0].marks and len(tokens) > 1 and tokens[1].type == "NUMBER"
    if acted and any(
        token.key in _BY_THEN or ("FESTIVE" in token.marks and token.key != DAY) for token in tokens
    ):
        return False  # "kết nạp 25 đảng viên trước ngày 30/6", "trồng 5.000 cây chào mừng Ngày 27/7"
    for token in tokens:
        if token.account == "date" and (token.type == "DATE" or dated) and (token.start > first or not timed):
            return True
        dated = token.account == "date" or (dated and token.type == "SLASH")
    return False


def _is_plain_count(draft: Draft) -> bool:
    """Whether a draft is a count or an amount that no word wants: nothing compares it, leads up to it or shares it."""
    if draft.figure is None or draft.measure != "level" or draft.unit[:1] in {"%", "‰"}:
        return False
    phrase = draft.figure.phrase
    worded = phrase.compared or phrase.closing or phrase.strive or phrase.reaches or phrase.rank
    return not worded and not _equals(draft.figure)


def _tells_of_a_lapse(tokens: Sequence[Token]) -> bool:
    """ "PCI tụt 9 bậc", "02 chỉ số bị giảm điểm"; but not "không để chỉ số nào bị giảm điểm", which is wanted."""
    absent = False
    for token in tokens:
        if token.type == "SIGN":
            absent = False
        elif "LAPSED" in token.marks and not absent:
            return True
        absent = absent or not token.marks.isdisjoint(_ABSENT)
    return False


def _tells_of_places(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "xếp thứ 34/63, tăng 7 bậc so với năm 2022": a place and how far it moved, both exact, as results are told."""
    for place, change in pairwise(drafts):
        if place.figure is None or change.figure is None or not place.figure.phrase.rank:
            continue
        stepped = change.measure != "level" and change.unit in _STEPS and change.basis not in (None, "plan")
        bounded = any(
            phrase.compared or phrase.closing for phrase in (place.figure.phrase, change.figure.phrase)
        )
        if stepped and not bounded and place.figure.phrase.op == change.figure.phrase.op == "=":
            return not any(token.key.startswith(_UNTIL) for token in tokens)
    return False


def is_sentence(tokens: Sequence[Token]) -> bool:
    """Whether there are words enough to tell something; the sign that ends them is none."""
    return len(tokens) - (tokens[-1].type == "SIGN") >= _SENTENCE


def _doubt(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        if not draft.doubts:
            draft.doubts.append("reading.fact_or_target")


def _doubt_the_rest(drafts: Sequence[Draft]) -> None:
    """ "Toàn xã có 1.846 hộ, 9 thôn; đồng bào Mường chiếm 37%": what stands among facts may be one as well."""
    told = 0
    for draft in drafts:
        if draft.doubts and _is_told(draft):
            told += 1
    if 2 * told < len(drafts):
        return
    for draft in drafts:
        phrase = draft.figure.phrase if draft.figure is not None else None
        if not draft.doubts and phrase is not None and phrase.op == "=" and not phrase.compared:
            draft.doubts.append("reading.fact_or_target")
            draft.open = draft.unit in ("%", "‰") and not draft.restates


def only_tells(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """Whether a clause wants nothing: each of its figures may be a fact, a sign says that it is told, no word wants.

    A few words say too little to tell: "Vốn điều lệ 408 tỷ đồng" may stand in a table of targets.
    """
    if not is_sentence(tokens) or not _all_told(tokens, drafts) or _is_headed_by_a_plan(tokens):
        return False  # "- Chỉ tiêu năm 2026: …", "Kế hoạch năm 2026: …, năng suất ước đạt 62 tạ/ha"
    if marked(tokens, "TERMS"):
        return False  # "Mức hỗ trợ 50 triệu đồng/nhà"
    if any(first.key in _SETTING and "GOAL" in second.marks for first, second in pairwise(tokens)):
        return False  # "Công ty đặt mục tiêu lợi nhuận 900 tỷ đồng; 6 tháng đầu năm ước đạt …"
    if not (
        _tells(tokens)
        or any(_is_worked_out(draft) and not _stands_in_brackets(tokens, draft) for draft in drafts)
        or _counts_stock(tokens, drafts)
        or _is_schedule(tokens, drafts)
    ):
        return False
    return not _looks_ahead(tokens, drafts)


def _is_headed_by_a_plan(tokens: Sequence[Token]) -> bool:
    """ "Chỉ tiêu năm 2026: …"; but not "Kinh phí thực hiện Kế hoạch là 38.450 triệu đồng"."""
    return marked(tokens[:_HEAD], "PLAN", "GOAL") and "FACT_HEAD" not in _opening(tokens).marks


def _opening(tokens: Sequence[Token]) -> Token:
    """What a clause opens with, behind its bullet or number."""
    return next((t for t in tokens if t.type not in ("SIGN", "DASH") and t.account != "label"), tokens[0])


def _all_told(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """Whether each draft is told, or says again, or of a change, what one that is told says, or that nothing was so."""
    first, *others = drafts
    return _is_told(first) and all(
        _is_told(draft) or (not draft.doubts and (draft.restates or _says_none(tokens, draft)))
        for draft in others
    )


def _says_none(tokens: Sequence[Token], draft: Draft) -> bool:
    """ "ghi nhận 1.204 ca, không có ca tử vong"; but not "không để xảy ra", which is wanted."""
    if draft.figure is not None:
        return False
    return any(token.start == draft.span[0] and token.key == HAVE_NONE for token in tokens)


def _tells(tokens: Sequence[Token]) -> bool:
    """Whether something says that a clause tells: a word of the past, a time of day, a head, a result that is got."""
    if marked(tokens[:2], "FACT_HEAD"):
        return True
    ahead = ""
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if (not token.marks.isdisjoint(_TOLD) and token.key not in _NOT_SURE) or (
            token.account == "clock" and ahead != BEFORE and not token.key.startswith(_ALWAYS)
        ):
            return True  # but not "hoàn thành 12 km đường trước 17 giờ ngày 20/12"
        ahead = token.key
        if "PREVIOUS" in token.marks and SAME_PERIOD in token.key:
            return True  # "năm 2023 đón 186.000 lượt khách, tăng 21% so với cùng kỳ"
        got = token.key == GET and following is not None
        if got and following is not None and (following.type == "NUMBER" or "ABOUT" in following.marks):
            return True  # "thu hút được 68 dự án", "gieo cấy được khoảng 385 ha"
    return False


def _is_worked_out(draft: Draft) -> bool:
    """ "11.870 tấn, đạt 98,9% kế hoạch": a share of the plan to a decimal is what was reached."""
    share = draft.restates and draft.basis == "plan" and draft.unit == "%" and draft.measure == "level"
    value = draft.value
    # "bằng 112,5% dự toán giao" may be what the one who was given the plan sets for itself
    return share and isinstance(value, Decimal) and value < _HUNDRED and has_decimals(draft)


def _counts_stock(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Toàn xã có 1.846 hộ với 7.203 nhân khẩu": who and what there is, of which nothing is attained or made."""
    if _opening(tokens).type == "YEAR" or marked(tokens, "ATTAIN", "GRADE", "HOLD", "FINISH", "MAKE"):
        return False
    if not (marked(tokens, "WHOLE", "CONTAINS") or any(token.key == HAVE for token in tokens)):
        # "Biểu dương 12 chi bộ, 35 đảng viên": nothing says that someone has them; "Hội đồng trường (19 thành viên)"
        return all(draft.noun in _STOCK and _stands_in_brackets(tokens, draft) for draft in drafts)
    counted = [draft for draft in drafts if _is_there(draft) or _makes_up(draft) or _is_fixed(draft)]
    return 2 * len(counted) > len(drafts) and counted[0] is drafts[0]


def _is_there(draft: Draft) -> bool:
    """Whether a place or its people are counted; of places all there are: "12 thôn văn hóa" may be wanted."""
    named = draft.figure is not None and has_content(draft.figure.right)
    return draft.noun in _COUNTED_THERE and not (named and draft.noun in _PLACES)


def _makes_up(draft: Draft) -> bool:
    """ "…; đồng bào Mường chiếm 37%": how large a part of those who are there someone is."""
    figure = draft.figure
    return draft.unit == "%" and figure is not None and figure.island.tokens[0].key in _MAKING_UP


def _is_fixed(draft: Draft) -> bool:
    """ "diện tích tự nhiên 1.854,6 ha, cách trung tâm tỉnh 18 km": what nobody changes."""
    return draft.figure is not None and "FIXED" in draft.figure.said


def _stands_in_brackets(tokens: Sequence[Token], draft: Draft) -> bool:
    start = draft.figure.start if draft.figure is not None else -1
    return any(second.start == start and first.key == "(" for first, second in pairwise(tokens))


def _is_schedule(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Tựu trường ngày 29/8, khai giảng ngày 05/9; học kỳ I có 18 tuần": days, and counts that no verb leads to."""
    return _days(tokens) >= _DAYS and all(map(_follows_no_verb, drafts))


def _follows_no_verb(draft: Draft) -> bool:
    if draft.figure is None:
        return False
    left = draft.figure.left
    led = draft.figure.island.tokens[0].type != "NUMBER"  # "có 18 tuần", "trong 01 ngày"
    return led or (bool(left) and not left[-1].marks.isdisjoint({"ACTOR", "PREPOSITION", "NOUN"}))


def _looks_ahead(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """Whether something in a clause looks ahead: "sẽ", "vào năm 2030", "đến ngày 31/12", a later year."""
    years = [token.value or "" for token in tokens if token.account == "year"]
    if years and any(draft.when is not None and draft.when > f"year:{years[0]}" for draft in drafts):
        return True  # "năm 2023 đã kết nạp 12 đảng viên; năm 2024 kết nạp 15 đảng viên"
    if _opening(tokens).key.startswith(_UNTIL):
        return True  # "Đến ngày 30/6/2026 có 150 người tham gia"
    first = next((at for at, token in enumerate(tokens) if token.type == "NUMBER" and not token.account), 0)
    for at, token in enumerate(tokens):
        if token.key == GET:
            continue  # "khai thác được 11.870 tấn": what was got
        if token.type in _WANTING or not token.marks.isdisjoint(_SAID_WANTED) or token.key in _AHEAD:
            return True
        against = at > 0 and "AGAINST" in tokens[at - 1].marks
        if at > first and token.type == "YEAR" and not against:
            return True  # "… 20 sản phẩm OCOP vào năm 2030"
    return False


def _is_told(draft: Draft) -> bool:
    if not draft.doubts or (draft.open and not _makes_up(draft)) or not _FACT.issuperset(draft.doubts):
        return False
    if draft.figure is None:
        return True
    phrase = draft.figure.phrase
    if phrase.compared or phrase.closing or phrase.op != "=":
        return False
    # "Tổng thu năm 2026: 28.650 tỷ đồng"
    return all(token.key != ":" for token in draft.figure.island.tokens)


def _opens_with_a_task(tokens: Sequence[Token]) -> bool:
    """ "Tiếp tục đổi mới …", "Chi bộ tập trung …"; but not "Trồng rừng tập trung"."""
    for token in tokens[:_TASKED]:
        if "TASK" in token.marks:
            return True
        if token.type not in {"SIGN", "DASH"} and token.marks.isdisjoint(_WHO):
            return False
    return False


def _is_bare(figure: Figure) -> bool:
    """Whether a figure is a count or an amount that nothing beside it wants or introduces."""
    introduced = keyed(figure.left, ":") or keyed(figure.island.tokens, ":")
    return is_owned(figure) and not _equals(figure) and not introduced


def _equals(figure: Figure) -> bool:
    """Whether "đạt", "là" or a colon leads to a figure; "có" tells what there is as well."""
    for token in figure.island.tokens:  # noqa: SIM110 - asked of most figures, and faster than any()
        if token.type == "EQUALS" and token.key != HAVE:
            return True
    return False


def _is_led_by_nothing(figure: Figure) -> bool:
    """ "Tiếp tục đổi mới hoạt động của 5 tổ chức": no verb but that of the task leads to the count or the share."""
    phrase = figure.phrase
    lasts = phrase.amount is not None and phrase.amount.unit in _LASTING  # "trong 01 ngày"
    worded = (
        (phrase.compared and not lasts) or phrase.closing or phrase.change or phrase.reaches or phrase.strive
    )
    worded = worded or _equals(figure)
    dated = max((at for at, token in enumerate(figure.left) if token.account in _TIMED), default=-1)
    told = [token for token in figure.left[dated + 1 :] if token.type == "WORD"]
    whole = phrase.amount is None or phrase.amount.value == _HUNDRED  # "rà soát 100% thủ tục hành chính"
    return not (worded or whole or phrase.rank) and phrase.high is None and not marked(told, *_LEADING)


def _days(tokens: Sequence[Token]) -> int:
    """How many days or quarters are named: "tựu trường ngày 29/8, khai giảng ngày 05/9", "quý II …; quý III …"."""
    days, inside = 0, False
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        counted = (
            following is not None and following.type == "NUMBER"
        )  # "quý I 120 tỷ đồng, quý II 150 tỷ đồng"
        dated = token.account == "date" or ("PERIOD_OF_YEAR" in token.marks and not counted)
        days += dated and not inside
        inside = dated or (inside and token.type in ("SLASH", "DASH"))
    return days
