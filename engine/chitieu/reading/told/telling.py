"""Clauses that only tell, as a whole: schedules, reports of what was done, what there is.

Where all that a clause says may be told, a sign says that it is, and no word wants anything or looks ahead, it is told:
no target, but a note.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, pairwise

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import first_behind
from chitieu.reading.told.costs import is_money
from chitieu.reading.told.history import has_decimals
from chitieu.text.spoken import BEFORE, EQUAL, GET, HAVE, HAVE_NONE, NUMBER_OF, SAME_PERIOD, words

_UNTIL, _SETTING = words("UNTIL_BEGINS"), frozenset(words("SETS_GOAL"))
_HUNDRED = 100
#: So many words and signs within make a sentence that can tell something.
_SENTENCE = 12
#: So many tokens open a clause, a bullet and a number among them.
HEAD = 5
#: What says that something is told.
_TOLD = frozenset({"PAST", "WAS", "SHOWN", "LAPSED", "VOTED", "BARELY", "OCCUR", "SURE_DEED", "MERGED"})
_STOCK, _AHEAD, _ALWAYS = frozenset(words("STOCK")), frozenset(words("LOOKS_AHEAD")), words("ALWAYS")
_PLACES = frozenset(words("PLACE_COUNTED"))
_CLASSES = words("CLASS_OF_PLACE")
_IN_CHARGE, _OPERATES = frozenset(words("IN_CHARGE")), words("OPERATES")[0]
_OWN_STOCK, _AWAY = frozenset(words("OWN_STOCK")), words("AWAY")[0]
_COUNTED_THERE, _MAKING_UP = _STOCK | _PLACES | _OWN_STOCK, frozenset(words("MAKING_UP")) - {EQUAL}
#: "ước 3.600 tỷ đồng", "thu hút 300 người tham dự": a plan estimates too, and wants people to come.
_NOT_SURE = frozenset((*words("ESTIMATE"), *words("ATTENDING")))
_FACT = frozenset({"reading.fact_or_target"})
#: A plan of no one else and of no other time.
_PLAIN_PLANS, _PLANNING = frozenset(words("PLAN_ALONE")), frozenset({"PLAN", "PLAN_SHORT"})
#: What leads from a name to its figure.
_LEADING = frozenset({"EQUALS", "DOWN_TO", "UP_TO", "RISE", "FALL", "MORE", "LESS", "NUMBER"})
#: So many days make a schedule; so many counts one of what there is, where nobody changes one of them.
_DAYS, _FEWEST = 2, 3
#: What wants something, whatever else a clause tells.
WANTING = frozenset(
    {
        "STRIVE", "DEADLINE", "AT_LEAST", "AT_MOST", "OR_MORE", "OR_LESS", "EACH", "BRING", "UP_TO", "DOWN_TO", "HOLD",
        "KEEP", "OUGHT", "TOP",
    }
)  # fmt: skip
#: Of these what wants something wherever it stands; "còn", "lên" do only beside a figure.
MOVED = frozenset({"UP_TO", "DOWN_TO"})
SAID_WANTED = WANTING - MOVED


def is_sentence(tokens: Sequence[Token]) -> bool:
    """Whether there are words enough to tell something; the sign that ends them is none."""
    return len(tokens) - (tokens[-1].type == "SIGN") >= _SENTENCE


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
        or any(
            _is_worked_out(draft)
            and not _stands_in_brackets(tokens, draft)
            and is_of_its_own_plan(tokens, draft)
            for draft in drafts
        )
        or _counts_stock(tokens, drafts)
        or _is_schedule(tokens, drafts)
        or _manages(drafts)
    ):
        return False
    return not _looks_ahead(tokens, drafts)


def _is_headed_by_a_plan(tokens: Sequence[Token]) -> bool:
    """ "Chỉ tiêu năm 2026: …"; but not "Kinh phí thực hiện Kế hoạch là 38.450 triệu đồng"."""
    return marked(tokens[:HEAD], "PLAN", "GOAL") and "FACT_HEAD" not in _opening(tokens).marks


def _opening(tokens: Sequence[Token]) -> Token:
    """What a clause opens with, behind its bullet or number."""
    return next((t for t in tokens if t.type not in ("SIGN", "DASH") and t.account != "label"), tokens[0])


def _all_told(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """Whether each draft is told, or says again, or of a change, what one that is told says, or that nothing was so."""
    first, *others = drafts
    return is_told(first) and all(
        is_told(draft)
        or (not draft.doubts and (draft.restates or _says_none(tokens, draft)))
        or _is_share_of_counts(draft, drafts)
        for draft in others
    )


def _is_share_of_counts(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "47 cán bộ, giáo viên; trong đó trên chuẩn 05 người, đạt 10,6%": a share that two counts before it come to."""
    value = draft.value
    if draft.unit != "%" or draft.op != "=" or not isinstance(value, Decimal) or not has_decimals(draft):
        return False
    if not _FACT.issuperset(draft.doubts):
        return False
    counts = [Fraction(one.value) for one in drafts[: drafts.index(draft)] if one.noun and one.value]
    off = Fraction(1, 2 * 10 ** len(str(value).rpartition(".")[2]))  # so far a share is rounded
    return any(
        part < whole and abs(_HUNDRED * part / whole - Fraction(value)) <= off
        for whole, part in combinations(counts, 2)
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
    ahead, named = "", False
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        named = token.type != "SIGN" and (named or "RATE" in token.marks or token.key == NUMBER_OF)
        # "tỷ lệ đơn đã giải quyết đạt 95%"; but not "tỷ lệ hộ nghèo đã giảm còn 3%"
        attribute = (
            named and "WAS" in token.marks and following is not None and following.type not in _LEADING
        )
        told = not attribute and not token.marks.isdisjoint(_TOLD) and token.key not in _NOT_SURE
        if told or (token.account == "clock" and ahead != BEFORE and not token.key.startswith(_ALWAYS)):
            return True  # but not "hoàn thành 12 km đường trước 17 giờ ngày 20/12"
        ahead = token.key
        if "PREVIOUS" in token.marks and SAME_PERIOD in token.key:
            return True  # "năm 2023 đón 186.000 lượt khách, tăng 21% so với cùng kỳ"
        got = token.key == GET and following is not None
        if got and following is not None and (following.type == "NUMBER" or "ABOUT" in following.marks):
            return True  # "thu hút được 68 dự án", "gieo cấy được khoảng 385 ha"
    return False


def is_of_its_own_plan(tokens: Sequence[Token], draft: Draft) -> bool:
    """Whether a share is one of the plan and of no other: "103% kế hoạch", "98% chỉ tiêu đề ra".

    The plan of another year, of a longer time or of others may be what is wanted: "dự toán năm 2025", "kế hoạch trung
    hạn", "chỉ tiêu tỉnh giao".
    """
    if draft.figure is None:
        return False
    begun = first_behind(tokens, draft.figure.start)
    at = next((at for at in range(begun, len(tokens)) if tokens[at].marks & _PLANNING), len(tokens))
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    alone = (
        following is None
        or following.type == "SIGN"
        or not following.marks.isdisjoint({"AND", "RISE", "FALL"})
    )
    return at < len(tokens) and tokens[at].key in _PLAIN_PLANS and alone


def _is_worked_out(draft: Draft) -> bool:
    """ "11.870 tấn, đạt 98,9% kế hoạch": a share of the plan to a decimal is what was reached."""
    share, value = draft.restates and is_share_of_plan(draft), draft.value
    # "bằng 112,5% dự toán giao" may be what the one who was given the plan sets for itself
    return share and isinstance(value, Decimal) and value < _HUNDRED and has_decimals(draft)


def is_share_of_plan(draft: Draft) -> bool:
    """ "đạt 98,9% kế hoạch": how much of a plan is reached."""
    return draft.basis == "plan" and draft.unit == "%" and draft.measure == "level"


def _counts_stock(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Toàn xã có 1.846 hộ với 7.203 nhân khẩu": who and what there is, of which nothing is attained or made."""
    shares = [draft for draft in drafts if _is_share_of_counts(draft, drafts)]
    if (_opening(tokens).type == "YEAR" and not shares) or marked(tokens, "ATTAIN", "HOLD", "FINISH", "MAKE"):
        return False
    plain = [draft for draft in drafts if draft.unit not in ("%", "‰")]
    fixed = [draft for draft in plain if _is_fixed(draft) and not is_money(draft.unit)]
    if (
        len(plain) >= _FEWEST
        and fixed
        and all(draft.noun or _is_away(draft) or draft in fixed for draft in plain)
    ):
        return True  # "Bệnh viện hạng II, quy mô 350 giường, thực kê 402 giường, 28 khoa"
    if any("GRADE" in token.marks and token.key not in _CLASSES for token in tokens):
        return False  # but "thôn đặc biệt khó khăn" is what a law says
    if drafts[0].noun in _OWN_STOCK and any(
        first.key == _OPERATES and second.account == "clock" for first, second in pairwise(tokens)
    ):
        return True  # "Tổng đài hoạt động 24/7 với 45 điện thoại viên chia 3 ca"
    if not (marked(tokens, "WHOLE", "CONTAINS") or any(token.key == HAVE for token in tokens)):
        # "Biểu dương 12 chi bộ, 35 đảng viên": nothing says that someone has them; "Hội đồng trường (19 thành viên)"
        return all(draft.noun in _STOCK and _stands_in_brackets(tokens, draft) for draft in drafts)
    counted = [
        draft
        for draft in drafts
        if _is_there(draft) or _makes_up(draft) or _is_fixed(draft) or draft in shares
    ]
    # "Năm 2026 có 13 thôn, trong đó 9 thôn văn hóa, đạt 69,2%" may be wanted
    most = len(counted) == len(drafts) if shares else 2 * len(counted) > len(drafts)
    return most and counted[0] is drafts[0]


def _manages(drafts: Sequence[Draft]) -> bool:
    """ "Điện lực Đông Hòa quản lý 186,4 km đường dây, 214 trạm biến áp": what someone has in charge, of several kinds.

    One kind alone may be wanted: "Năm 2026, trạm y tế quản lý 450 người cao huyết áp".
    """
    kinds = {draft.unit for draft in drafts}
    return _is_in_charge_of(drafts[0]) and len(kinds) == len(drafts) > 1 and drafts[0].when is None


def _is_in_charge_of(draft: Draft) -> bool:
    left = draft.figure.left if draft.figure is not None else []
    return (
        len(left) > 1
        and left[-1].key in _IN_CHARGE
        and not marked(left[:1], "TASK", "TENDS", "KEEP", "STEERS")
    )


def _is_there(draft: Draft) -> bool:
    """Whether a place or its people are counted; of places all there are: "12 thôn văn hóa" may be wanted."""
    if draft.noun not in _COUNTED_THERE or draft.figure is None:
        return False
    right = draft.figure.right
    # "46 xã khu vực III", "12 xã biên giới": what they are by law, and nobody makes them
    named = has_content(right) and not " ".join([token.key for token in right[:2]]).startswith(_CLASSES)
    return not (named and draft.noun in _PLACES)


def _makes_up(draft: Draft) -> bool:
    """ "…; đồng bào Mường chiếm 37%": how large a part of those who are there someone is."""
    figure = draft.figure
    return draft.unit == "%" and figure is not None and figure.island.tokens[0].key in _MAKING_UP


def _is_fixed(draft: Draft) -> bool:
    """ "diện tích tự nhiên 1.854,6 ha, cách trung tâm tỉnh 18 km": what nobody changes."""
    return draft.figure is not None and "FIXED" in draft.figure.said


def _is_away(draft: Draft) -> bool:
    """ "cách cảng 12 km": how far something is."""
    return draft.figure is not None and bool(draft.figure.left) and draft.figure.left[0].key == _AWAY


def _stands_in_brackets(tokens: Sequence[Token], draft: Draft) -> bool:
    start = draft.figure.start if draft.figure is not None else -1
    return any(second.start == start and first.key == "(" for first, second in pairwise(tokens))


def _is_schedule(tokens: Sequence[Token], drafts: Sequence[Draft]) -> bool:
    """ "Tựu trường ngày 29/8, khai giảng ngày 05/9; học kỳ I có 18 tuần": days, and counts that no verb leads to."""
    return names_days(tokens) and all(map(_follows_no_verb, drafts))


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
        if token.type in WANTING or not token.marks.isdisjoint(SAID_WANTED) or token.key in _AHEAD:
            return True
        against = at > 0 and "AGAINST" in tokens[at - 1].marks
        if at > first and token.type == "YEAR" and not against:
            return True  # "… 20 sản phẩm OCOP vào năm 2030"
    return False


def is_told(draft: Draft) -> bool:
    """Whether a person is asked no more of a draft than whether it tells, and no word bounds it."""
    if not draft.doubts or not _FACT.issuperset(draft.doubts):
        return False
    if draft.open and not (_makes_up(draft) or _is_in_charge_of(draft)):
        return False
    if draft.figure is None:
        return True
    phrase = draft.figure.phrase
    if phrase.compared or phrase.closing or phrase.op != "=":
        return False
    # "Tổng thu năm 2026: 28.650 tỷ đồng"
    return all(token.key != ":" for token in draft.figure.island.tokens)


def names_days(tokens: Sequence[Token]) -> bool:
    """Whether more than one day or quarter is named: "tựu trường ngày 29/8, khai giảng ngày 05/9", "quý II …"."""
    days, inside = 0, False
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        # "quý I 120 tỷ đồng, quý II 150 tỷ đồng"
        counted = following is not None and following.type == "NUMBER"
        dated = token.account == "date" or ("PERIOD_OF_YEAR" in token.marks and not counted)
        days += dated and not inside
        inside = dated or (inside and token.type in ("SLASH", "DASH"))
    return days >= _DAYS
