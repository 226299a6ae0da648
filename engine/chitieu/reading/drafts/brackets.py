"""A bracket behind a figure: a restatement, the parts of a total, the plan's own figure, or what there was."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure, Segment, account, account_all, content, has_content
from chitieu.reading.drafts.neighbours import is_plain
from chitieu.reading.tokens.scanner import marked
from chitieu.reading.told import beside, bracketed, costs, describing, earlier, wanted
from chitieu.target import Bound, Op
from chitieu.target.trusted import bound
from chitieu.text.spoken import ATTAINS, MAKES_UP, POINT, STEP

_HUNDRED = Decimal(100)
#: So many times as much, at most, is a mean of a part as that of all, or so small a part of it.
_FOLD = 3
#: The comparators that may hold for a part in brackets as well.
_BOUNDS: dict[str, Op] = {"<": "<", "<=": "<=", ">": ">", ">=": ">="}
#: What is asked of a bare figure; so many make parts.
_BARE, _SEVERAL = frozenset({"reading.bare_figure", "reading.fact_or_target"}), 2
#: What says of a figure that it is all there is then: "tổng số", "nâng tổng số lên".
_TOTALS = frozenset({"BRING", "SUM"})


def only_tells_of_host(segment: Segment, figure: Figure, host: Draft, lone: Figure | None) -> bool:
    """Account for the figures of a bracket that only tell of the one before it; whether it has no targets.

    They are those of its plan, of what there was, of elsewhere. What it is against becomes the basis of ``host``.
    ``lone`` is the one figure of the whole bracket, where it has one.
    """
    if segment.references:
        host.basis = host.basis or segment.references[0].phrase.basis
        if segment.figures and beside.is_of_reference(segment):
            account(segment.figures[0], "past")
            return True
    based = segment.of_base or "AGAINST" in figure.behind or figure.phrase.amount is None
    if based and earlier.tells_of_base(segment, figure):
        for told in segment.figures:
            account_all(told, "past")
        return True
    if segment.figures and all(bracketed.tells_of_plan(told, host.unit) for told in segment.figures):
        for told in segment.figures:
            account(told, "plan")
        if bracketed.is_the_aim_of_a_result(segment.figures[0]) and not host.doubts:
            host.doubts.append("reading.fact_or_target")
        return True
    if lone is None and segment.figures and _tells_of_years(segment, figure, host):
        return True
    if segment.figures and all(map(beside.tells_of_elsewhere, segment.figures)):
        for told in segment.figures:
            account_all(told, "description")
        return True
    if lone is not None and earlier.tells_what_was(lone, figure, host.when):
        account(lone, "past")
        return True
    if lone is not None and bracketed.tells_which(lone, figure, host):
        account_all(lone, "description")
        return True
    if lone is not None and _is_own_of_plan(lone, host):
        account(lone, "plan")
        return True
    return False


def tells_of_year_before(told: list[Figure], figure: Figure, host: Draft) -> bool:
    """ "đạt từ 0,75 trở lên (năm 2023: 0,6512, xếp thứ 31/63)": whether all of a bracket is of the year it opens with.

    The parts of an amount may be those of a plan: "500 ha (năm 2024: 200 ha, 45 hộ tham gia)" is doubtful.
    """
    first, *others = told
    if not (others and any(token.type == "YEAR" for token in first.left)):
        return False
    if first.phrase.basis == "plan" or not earlier.tells_what_was(first, figure, host.when):
        return False
    if not all(map(_goes_on_with_year, others)):
        return False
    shared = host.unit in ("%", "‰", POINT, "") or host.when is not None
    bounded = figure.phrase.compared or figure.phrase.closing
    moved = any(other.phrase.change and other.phrase.basis is None for other in others)
    if (moved or not (shared or bounded)) and not host.doubts:
        host.doubts.append("reading.fact_or_target")
    for inner in told:
        account_all(inner, "past")
    return True


def _goes_on_with_year(figure: Figure) -> bool:
    """Whether a figure says no time of its own, nor that it is wanted."""
    phrase = figure.phrase
    if phrase.compared or phrase.closing or phrase.strive or "STRIVE" in figure.said:
        return False
    return not marked([*figure.left, *figure.right], "TIME", "DEADLINE", "GOAL", "PLAN")


def _tells_of_years(segment: Segment, figure: Figure, host: Draft) -> bool:
    """ "(KH 2024: 1.180; TH 2024: 1.204)": whether each of several figures says that it was planned or carried out."""
    told: list[tuple[Figure, str]] = []
    for inner in segment.figures:
        was = earlier.says_carried_out(inner) and earlier.tells_what_was(inner, figure, host.when)
        if not (was or bracketed.tells_of_plan(inner, host.unit)):
            return False
        told.append((inner, "past" if was else "plan"))
    for inner, what in told:
        account(inner, what)
    return True


def _is_own_of_plan(figure: Figure, host: Draft) -> bool:
    """ "đạt 105% kế hoạch (600 tỷ đồng)": whether a figure is the plan's own, behind a share of it."""
    whole = host.value == _HUNDRED
    return (
        host.basis == "plan"
        and not (whole and host.measure == "level")
        and not has_content(figure.left)
        and not figure.phrase.change
        and not beside.says_again(figure)
    )


def relate_to_host(drafts: list[Draft], figure: Figure, host: Draft, *, several: bool) -> None:
    """Say of the drafts of a segment in brackets what they are to the one before, and ask about some.

    ``several``: the whole bracket has more figures than one.
    """
    for position, draft in enumerate(drafts):
        _relate(draft, host, several=several, first=not position)
    if several and drafts:
        _say_again_in_a_row(drafts)
    for draft in drafts:
        inner = draft.figure  # may be of elsewhere, of before
        may = inner is not None and (beside.may_be_elsewhere(inner) or earlier.may_be_over(inner, figure))
        may = may or (not several and inner is not None and bracketed.may_weigh(inner, host))
        if may or bracketed.may_be_base(draft, host) or bracketed.may_describe(draft, host):
            draft.doubts.append("reading.fact_or_target")
            draft.open = True


def _relate(draft: Draft, host: Draft, *, several: bool, first: bool) -> None:
    """What a figure in brackets is to the one before them: said again, a stretch, a part of it."""
    _take_share(draft, host)
    _take_base(draft, host)
    strives = draft.figure is not None and draft.figure.phrase.strive and not has_content(draft.figure.left)
    if strives and draft.unit == host.unit and draft.measure == "level" != host.measure:
        draft.measure = host.measure  # "tăng 10,5 - 11% (phấn đấu trên 11%)"
    alike = draft.counts_like(host) or bracketed.measures_like(draft.unit, host.unit)
    same = alike and draft.measure == host.measure
    labelled = draft.figure is not None and any("RESTATE" not in t.marks for t in content(draft.figure.left))
    said_again = draft.figure is not None and describing.is_said_again(draft.figure)
    reached = draft.figure is not None and any(t.key.endswith(ATTAINS) for t in draft.figure.left[:1])
    if said_again and first and draft.measure == "level" and not reached:  # "tăng 3% (để đạt 58%)"
        draft.measure = host.measure  # "giảm 1,5% (tương ứng 38 hộ)"
    elif (_is_amount_of(draft, host) or _is_share_of_change(draft, host)) and not several:
        draft.measure = host.measure  # "giảm tỷ lệ hộ nghèo 5,5% trở lên (64 hộ)", "giảm 45 hộ nghèo (1,5%)"
    left_over = draft.figure is not None and draft.figure.phrase.reaches and host.measure != "level"
    among = draft.figure is not None and marked(draft.figure.left[:1], "AMONG")
    some = _counts_some(draft, host) or (labelled and _makes_up(draft))
    if draft.figure is not None and draft.figure.phrase.strive and same:
        draft.stretch = True
    elif among or some:
        draft.of = host.indicator or None
    elif draft.figure is not None and draft.measure == "level" and _runs_up(draft.figure, host.noun):
        draft.restates, draft.head = True, host.indicator  # "tăng thêm 4.000 ha (lũy kế 22.000 ha)"
    elif left_over or (said_again and not first):
        draft.restates = True  # "giảm 2 hộ (còn 03 hộ, chiếm 0,9%)"
    elif labelled and draft.unit == host.unit and draft.measure == "level" and is_plain(draft):
        draft.measure, draft.within = host.measure, host.name  # "giảm 1%/năm (vùng dân tộc thiểu số 3%/năm)"
        draft.average_annual = draft.average_annual or host.average_annual
        op = _BOUNDS.get(host.op) if draft.op == "=" and draft.unit[:1] in ("%", "‰") else None
        if op is not None and draft.value is not None:
            draft.doubts.append("reading.carried_comparator")  # "trên 99% (hệ giáo dục thường xuyên 96%)"
            draft.others.append({"condition": bound(op, draft.value, draft.unit)})
    elif not several and not (same and (labelled or _differs(draft, host))):
        draft.restates = True
    named = several and draft.figure is not None and has_content(draft.figure.right)
    if not labelled and not named and not some:
        draft.indicator = host.indicator
    if same and several:
        draft.head = host.indicator


def _makes_up(draft: Draft) -> bool:
    """ "690 ha lúa (lúa chất lượng cao chiếm 60%)": whether what has a name of its own makes up a part."""
    figure = draft.figure
    named = [] if figure is None else content(figure.left)
    return (
        figure is not None
        and figure.island.tokens[0].key == MAKES_UP
        and any("RATE" not in token.marks for token in named)
    )


def _counts_some(draft: Draft, host: Draft) -> bool:
    """ "18 giải (02 giải Nhất)", "6 đảng viên (ít nhất 2 cấp ủy viên)": whether some of those before are counted."""
    if not host.noun or not draft.noun or draft.value is None or host.value is None:
        return False
    kind = draft.unit.startswith(f"{host.unit} ") or (draft.op == ">=" and draft.unit != host.unit)
    return kind and draft.value < host.value and draft.measure == host.measure == "level"


def take_unit_of_total(figure: Figure, host: Figure) -> None:
    """ "tăng 15 hợp tác xã (tổng số 80)": all there is then is counted as what is added."""
    amount, added = figure.phrase.amount, host.phrase.amount
    if amount is None or added is None or amount.unit or added.unit == STEP:
        return
    if added.noun and amount.whole is None and _runs_up(figure, added.noun):
        amount.unit, amount.noun = added.unit, added.noun


def take_unit_of_parts(parts: list[Draft], host: Draft) -> None:
    """ "8.450 học sinh (mầm non 2.100, tiểu học 3.350, THCS 3.000)": bare figures that make up the one before.

    They add up to it, or it is a mean between them: "30 m2/người (đô thị 32,5; nông thôn 28,2)".
    """
    values = [draft.value for draft in parts if draft.value is not None and _is_bare_part(draft)]
    whole = host.value
    if len(values) < len(parts) or len(parts) < _SEVERAL or whole is None or not host.unit or host.doubts:
        return
    mean = ("/" in host.unit or host.unit == "%") and min(values) < whole < max(values)
    if not (mean or sum(Fraction(value) for value in values) == whole):
        return
    for draft in parts:
        amount = draft.figure.phrase.amount if draft.figure is not None else None
        if amount is not None and draft.value is not None:
            amount.noun = host.noun
            draft.put(bound("=", draft.value, host.unit))
            draft.measure, draft.head = host.measure, host.indicator
            draft.doubts = [code for code in draft.doubts if code not in _BARE]


def _is_bare_part(draft: Draft) -> bool:
    """Whether a figure has a name but no unit, and nothing but that is doubted of it."""
    figure = draft.figure
    if (
        figure is None
        or draft.unit
        or draft.op != "="
        or draft.measure != "level"
        or not has_content(figure.left)
    ):
        return False
    return is_plain(draft) and _BARE.issuperset(draft.doubts)


def _runs_up(figure: Figure, noun: str) -> bool:
    """ "tăng thêm 4.000 ha (lũy kế 22.000 ha)", "… (nâng tổng số lên 80)": whether it is all there is then.

    ``noun``: what is added may be named again, "30 đảng viên (nâng tổng số đảng viên lên 450)".
    """
    named = content(figure.left)
    return marked(named, "SUM") and all(
        not token.marks.isdisjoint(_TOTALS) or token.key == noun.lower() for token in named
    )


def _say_again_in_a_row(drafts: list[Draft]) -> None:
    """ "(tương ứng giảm 0,45%, khoảng 1.650 hộ)", "(tương ứng giảm 0,8% và 0,57%)": all say again what was said.

    They share the change that the first has.
    """
    first = drafts[0]
    for draft in drafts:
        figure = draft.figure
        if figure is None or (draft is not first and not is_plain(draft)):
            return
        if any("RESTATE" not in token.marks for token in content(figure.left)):
            return
        if draft is first and not describing.is_said_again(figure):
            return
        draft.restates = True
        if draft.measure == "level" != first.measure:
            draft.measure = first.measure


def _take_share(draft: Draft, host: Draft) -> None:
    """ "≥ 55% (trong đó từ hệ thống tập trung ≥ 35)": a part of a share is one too."""
    condition = draft.condition
    worded = draft.figure is not None and draft.figure.phrase.compared and not draft.figure.phrase.rank
    shared = host.unit in ("%", "‰") and host.measure == draft.measure == "level"
    if worded and shared and isinstance(condition, Bound) and not condition.unit:
        draft.put(bound(condition.op, condition.value, host.unit))


def _take_base(draft: Draft, host: Draft) -> None:
    """ "65 triệu đồng/người/năm (thành thị 78 triệu đồng, …)": one measure for a part, its unit cut short.

    Not "12 km đường/xã (tổng chiều dài 300 km)": the mean of a part is not far from that of all.
    """
    condition, unit = draft.condition, draft.unit
    if not unit or unit == host.unit or not host.unit.startswith((f"{unit}/", f"{unit} ")):
        return
    plain = draft.figure is not None and is_plain(draft) and has_content(draft.figure.left)
    if not plain or host.measure != draft.measure or "/" not in host.unit or not isinstance(condition, Bound):
        return
    summed = draft.figure is not None and not draft.figure.said.isdisjoint({"SUM", "PROPERTY", "PLAN"})
    whole, value = host.value, draft.value
    near = whole is not None and value is not None and whole <= value * _FOLD and value <= whole * _FOLD
    if near and not summed:
        draft.put(bound(condition.op, condition.value, host.unit))


def _is_amount_of(draft: Draft, host: Draft) -> bool:
    """Whether a bare count in brackets says how much a share changes; behind a basis it may be what there was."""
    figure = draft.figure
    shared = host.unit == "%" and host.measure != "level" and host.basis is None
    ranged = figure is not None and figure.phrase.op == "range" and is_plain(draft)  # "(1.070 - 1.190 hộ)"
    bare = figure is not None and (ranged or wanted.is_bare(figure)) and not has_content(figure.left)
    whole = figure.phrase.amount.whole if figure is not None and figure.phrase.amount is not None else None
    return shared and bare and whole is None and draft.measure == "level" and draft.unit[:1] not in ("%", "‰")


def _is_share_of_change(draft: Draft, host: Draft) -> bool:
    """ "tăng 150 tỷ đồng (12%)": whether a bare percentage in brackets says how much a count falls or money changes."""
    figure = draft.figure
    bare = (
        figure is not None and is_plain(draft) and not figure.phrase.compared and not has_content(figure.left)
    )
    falls = host.measure == "decrease" and host.basis is None and bool(host.noun)
    moves = host.measure != "level" and costs.is_money(host.unit)
    return (
        (falls or moves)
        and bare
        and draft.unit == "%"
        and draft.value is not None
        and draft.value < _HUNDRED / 2
    )


def _differs(draft: Draft, host: Draft) -> bool:
    """ "100% (≥ 50% cứng hóa)": another condition on a part, which restates nothing."""
    named = draft.figure is not None and has_content(draft.figure.right)
    if draft.when == "each_year" and draft.figure is not None and "AVERAGE" in draft.figure.said:
        return named and draft.condition != host.condition  # "480 hội viên (bình quân mỗi năm 96 hội viên)"
    later = draft.when is not None and host.when is not None and draft.when != host.when
    return later or (named and draft.condition != host.condition)
