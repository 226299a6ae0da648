"""What a bracket behind a figure tells of it: the plan that was given, what a rule asks for, a thing of its own."""

from __future__ import annotations

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure, has_content
from chitieu.reading.numbers.weights import COUNTED
from chitieu.reading.tokens.scanner import marked
from chitieu.reading.told.costs import is_money, is_rate_of_each
from chitieu.reading.told.wanted import is_bare
from chitieu.text.spoken import BE, words

_SCALES = tuple(f"{scale} " for scale in words("UNIT_SCALE"))
#: What makes a bound in brackets one of others, or one that is wanted.
_OF_OTHERS = frozenset({"AMONG", "EACH", "STRIVE", "RESTATE", "PLAN", "GOAL"})
_SETTING, _RULED = frozenset(words("SETS_PLAN")), frozenset(words("RULED"))


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


def tells_which(inner: Figure, figure: Figure, host: Draft) -> bool:
    """ "100% lỗ hổng nghiêm trọng (CVSS ≥ 9,0) được vá": whether a bound in brackets says of which a share is.

    The bracket stands within the words of the share, and names another measure; not "100% thủ tục (ít nhất 50 thủ tục)
    được thực hiện", "90% thôn (mỗi thôn ít nhất 2 tổ) có tổ tự quản".
    """
    phrase, amount = inner.phrase, inner.phrase.amount
    if host.unit != "%" or amount is None or amount.unit[:1] in ("%", "‰"):
        return False
    if not (phrase.compared or phrase.closing) or phrase.change or phrase.reaches or phrase.strive:
        return False
    if not has_content(inner.left) or not inner.said.isdisjoint(_OF_OTHERS):
        return False
    if any(token.key == amount.noun for token in figure.right[:1]):
        return False  # "100% xã (tổng số từ 12 xã trở lên) có bác sĩ"
    return bool(figure.right) and figure.right[0].start < inner.start and figure.right[-1].end > inner.end


def may_weigh(figure: Figure, host: Draft) -> bool:
    """ "(chiếm tỷ trọng 20%)", "≥ 98% (20%)": whether a share may be how much the one before counts among others.

    A share alone may say again what a change or a count is; behind a bound, or behind another share, it hardly does.
    """
    phrase, amount = figure.phrase, figure.phrase.amount
    if amount is None or amount.unit != "%" or phrase.compared or phrase.closing or phrase.change:
        return False
    if phrase.high is not None or phrase.reaches or phrase.strive or phrase.basis or figure.right:
        return False
    if figure.left:
        return " ".join([token.key for token in figure.left]) in COUNTED
    stated = host.op in (">=", "<=", ">", "<") or host.unit == "%" or is_money(host.unit)
    return stated and host.measure == "level"


def may_be_base(draft: Draft, host: Draft) -> bool:
    """ "giảm 5% so với năm 2024 (92 vụ)": how many there were, perhaps, or how many there are to be."""
    based = host.basis is not None and host.basis != "plan" and host.measure != "level"
    return based and draft.measure == "level" and draft.figure is not None and is_bare(draft.figure)


def measures_like(unit: str, other: str) -> bool:
    """ "2,15 triệu tấn (hầm lò 1,6 triệu tấn; lộ thiên 550 nghìn tấn)": thousands of the same, and no money.

    Of money a part may be another thing: "12 tỷ đồng (mức 60 triệu đồng/hộ)".
    """
    if not (unit.startswith(_SCALES) or other.startswith(_SCALES)):  # guard
        return False
    ours, theirs = (said.partition(" ")[2] if said.startswith(_SCALES) else said for said in (unit, other))
    return ours == theirs != "" and not is_money(ours)


def may_describe(draft: Draft, host: Draft) -> bool:
    """ "12,4 km đường thôn (mặt rộng 3,5 m)", "210 ha (mật độ 250 con/m2)": a thing of its own, in another unit."""
    figure = draft.figure
    if figure is None or draft.measure != "level" or draft.unit[:1] in ("%", "‰") or draft.counts_like(host):
        return False
    if measures_like(draft.unit, host.unit):
        return False
    if is_rate_of_each(figure):
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
