"""What the drafts of a segment share, once all are made: a basis, a name, the unit of a level."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.going_on import is_a_change
from chitieu.reading.clause.segments import Figure, Segment, content, has_content
from chitieu.reading.drafts.neighbours import changes_another
from chitieu.reading.drafts.sharing import restates
from chitieu.reading.tokens.surroundings import LISTING
from chitieu.reading.told import costs, inventories
from chitieu.target import Bound
from chitieu.target.trusted import bound
from chitieu.text.spoken import EQUAL, TIMES, words

_AND_OR = frozenset(words("AND_OR_OR"))
_UPLIFTS = frozenset(words("UPLIFT"))
_HUNDRED = Decimal(100)
_EACH_YEAR = "each_year"
#: What is saved, or what spending falls by.
_SAVED = "reading.saved_or_cut"


def settle_together(drafts: list[Draft], segment: Segment, against: str | None) -> None:
    """Give the drafts of a segment what is said once for all; ``against``: what a figure set aside is of."""
    if against is not None:
        spread_basis(drafts, against)
    leads = False  # what a figure is against stands before it
    for reference in segment.references:
        if reference.phrase.basis is not None:
            _rise_against(drafts)
            _cut_against(drafts, segment.figures, reference)
            leads = leads or (bool(segment.figures) and reference.start < segment.figures[-1].start)
            spread_basis(drafts, reference.phrase.basis)
    if len(drafts) > 1:  # guard
        _share_multiples(drafts)
        if leads:
            _restate_against(drafts)
        # "năm 2027: 50% và năm 2030: 80% hồ sơ"
        for draft, following in reversed(list(pairwise(drafts))):
            if not draft.indicator or _only_announces(draft, following):
                draft.indicator = following.indicator
            take_level_unit(draft, following)


def _only_announces(draft: Draft, following: Draft) -> bool:
    """ "Chỉ tiêu: Đến năm 2025 đạt 60% và đến năm 2030 đạt 75% số xã …": the name stands behind the second figure."""
    figure, second = draft.figure, following.figure
    if figure is None or second is None or figure.right or not figure.left or figure.joined_by:
        return False
    if not all("GOAL" in token.marks for token in figure.left) or figure.island.tokens[0].key != ":":
        return False
    return draft.unit == following.unit and not has_content(second.left) and has_content(second.right)


def tells_what_there_is(segment: Segment, marks: frozenset[str]) -> bool:
    """Whether the figures of a segment may be an inventory, the shares of a cost, or pay.

    ``marks`` are those of all words of its clause.
    """
    return (
        inventories.lists_what_there_is(segment.figures)
        or costs.shares_a_cost(segment.figures, segment.head)
        or ("PAYER" in marks and costs.pay(segment.figures))
        or (not marks.isdisjoint(("WORN", "PAST")) and inventories.says_how_it_is(segment.figures))
    )


def _restate_against(drafts: list[Draft]) -> None:
    """ "đạt 92%, so với năm 2025 tăng 2%": the change to a level, where what it is against stands before it."""
    for first, second in pairwise(drafts):
        figure = second.figure
        if figure is None or second.measure == "level" or second.basis is None or figure.joined_by != ",":
            continue
        alone = not content(figure.left) and not figure.phrase.strive and not changes_another(second, figure)
        second.restates = second.restates or (alone and restates(first, second))


def _rise_against(drafts: list[Draft]) -> None:
    """ "So với năm 2025, tăng tỷ lệ che phủ rừng trên 2%", "mở rộng 20% diện tích so với …": by so much, not to it."""
    for draft in drafts:
        figure = draft.figure
        if figure is None or draft.measure != "level" or draft.op in ("<", "<=") or draft.basis is not None:
            continue
        phrase, opening = figure.phrase, content(figure.left, most=1)
        opening = figure.island.tokens[:1] if phrase.brought and not opening else opening
        if (
            not opening
            or phrase.equals
            or phrase.reaches
            or phrase.amount is None
            or phrase.start is not None
        ):
            continue
        counted = "RISE" in opening[0].marks and phrase.amount.unit[:1] not in ("", "%", "‰")
        counted = counted and not phrase.amount.unit.startswith(TIMES)
        if counted or (
            is_a_change(phrase.amount) and ("RISE" in opening[0].marks or opening[0].key in _UPLIFTS)
        ):
            draft.measure = "increase"


def _cut_against(drafts: list[Draft], figures: list[Figure], reference: Figure) -> None:
    """ "Tiết kiệm 5% chi phí so với dự toán": beside what it is against, spending falls by so much."""
    for draft in drafts:
        figure = draft.figure
        if _SAVED not in draft.remarks or figure is None or figure.opening is None:
            continue
        if figure.start < reference.start and not any(
            figure.start < other.start < reference.start for other in figures
        ):
            saved = figure.opening.text
            draft.measure, draft.better = "decrease", ("lower", "condition")
            draft.others, draft.remarks = [], [code for code in draft.remarks if code != _SAVED]
            if reference.phrase.basis != "plan":  # of what was used before it may be the part that is saved
                draft.doubts.append(_SAVED)
                draft.others.append({"measure": "level", "better": "higher"})
            if draft.indicator.startswith(saved):
                draft.indicator = draft.indicator[len(saved) :].strip() or draft.indicator


def spread_basis(drafts: list[Draft], basis: str) -> None:
    """Give a basis stated once to all changes and multiples that it stands beside."""
    for first, second in pairwise(drafts):
        if first.measure == "increase" and _says_rise_again(second):
            second.measure = "increase"
    for draft in drafts:
        if draft.basis is None and (
            draft.measure != "level" or draft.unit == TIMES or _is_share_of_base(draft, basis)
        ):
            draft.basis = basis


def _says_rise_again(draft: Draft) -> bool:
    """ "tăng 1.320 người (7,7%) so với năm 2025": by what share of what there was."""
    figure, value = draft.figure, draft.value
    if not draft.restates or draft.measure != "level" or draft.unit != "%" or figure is None or value is None:
        return False
    plain = not (figure.phrase.compared or figure.phrase.equals or figure.phrase.reaches)
    return plain and value < _HUNDRED / 2 and not has_content([*figure.left, *figure.right])


def _is_share_of_base(draft: Draft, basis: str) -> bool:
    """ "so với dự toán, thu ngân sách bằng 105%": whether a percentage of an amount is one of what there was."""
    figure, value = draft.figure, draft.value
    if draft.unit != "%" or figure is None or value is None or "RATE" in figure.said:
        return False
    if not has_content(figure.left) or has_content(figure.right):
        return False
    return basis == "plan" or value > _HUNDRED or figure.island.tokens[0].key == EQUAL


def take_level_unit(draft: Draft, following: Draft) -> None:
    """ "tỷ lệ phá án cao hơn năm trước, đạt từ 76% trở lên": a change of no amount of a rate, before its level."""
    figure, second = draft.figure, following.figure
    if figure is None or second is None or figure.phrase.amount is not None or draft.unit:
        return
    condition = draft.condition
    rate = (
        "RATE" in figure.said
    )  # of another name it is of no unit: "SIPAS năm sau cao hơn năm trước, đạt trên 95%"
    told = draft.restates or (
        rate and not has_content(second.left)
    )  # or of the level before, behind which it stands
    if isinstance(condition, Bound) and following.measure == "level" and told:
        draft.put(bound(condition.op, condition.value, following.unit))


def _share_multiples(drafts: list[Draft]) -> None:
    """ "tăng 1,3 lần, đến năm 2030 tăng 1,8 lần so với năm 2020": one basis for both."""
    last = drafts[-1] if drafts else None
    changed = 0  # up to the last that changes
    for at, draft in enumerate(drafts, 1):
        if draft.measure != "level":
            changed = at
    if changed and drafts[changed - 1].basis is not None:
        _share_basis(drafts[:changed], drafts[changed - 1])
    if last is None or last.basis is None:
        return
    if last.unit == TIMES:
        spread_basis([draft for draft in drafts if draft.unit == TIMES], last.basis)
    figure = last.figure if last.measure != "level" else None
    if figure is not None and figure.joined_by in _AND_OR and figure.phrase.change is None:
        spread_basis([draft for draft in drafts if draft.measure == last.measure], last.basis)


def _share_basis(drafts: list[Draft], last: Draft) -> None:
    """ "số vụ giảm 5%, số người chết giảm 7% so với năm trước": the basis behind a list is for all."""
    following = last
    for draft in reversed(drafts[:-1]):
        joined = following.figure is not None and following.figure.joined_by in LISTING
        alike = draft.measure == last.measure != "level" and draft.unit == last.unit
        if not (joined and alike) or draft.basis is not None or draft.average_annual:
            return
        if draft.when == _EACH_YEAR != last.when is not None and (last.basis or "").startswith("year:"):
            return  # "hằng năm giảm 5 - 10%, đến năm 2030 giảm ít nhất 50% so với năm 2020"
        draft.basis, following = last.basis, draft
