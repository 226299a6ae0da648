"""One figure of a clause with its words, drafted as a target."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from chitieu.quantity.words import fold
from chitieu.reading.clause.asides import NOTHING, SAID_ASIDE, Asides, take_asides
from chitieu.reading.clause.conditions import condition, counted_whole, decimal_point, is_average, span
from chitieu.reading.clause.draft import Draft, new_draft
from chitieu.reading.clause.measured import Measured
from chitieu.reading.clause.measuring import difference_op, is_difference, measure_of
from chitieu.reading.clause.naming import (
    UNIVERSAL,
    each_of,
    implied_unit,
    indicator_of,
    tells_only_of_whom,
    unit_of_head,
    words_of,
)
from chitieu.reading.clause.references import restrains
from chitieu.reading.clause.segments import Figure, Segment, account, has_content
from chitieu.reading.clause.timing import is_yearly_mean, when_of
from chitieu.reading.drafts.neighbours import beside
from chitieu.reading.drafts.sharing import (
    BEYOND,
    bounds_another,
    changes_counts,
    exceeds_from_afar,
    goes_on_with_colon,
    is_one_of_bare,
    is_place_too,
    is_share_of,
    may_be_governed,
    scoped_alike,
    shared_comparator,
)
from chitieu.reading.numbers.arrows import ARROWS
from chitieu.reading.numbers.frequencies import is_interval
from chitieu.reading.numbers.signed import is_below_nought
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.reading.told import conditional, facts, inventories, places, wanted
from chitieu.reading.told.beside import is_amount_or_base, take_base
from chitieu.target import Bound, Condition, Op, StatusCondition
from chitieu.target.trusted import bound
from chitieu.text.spoken import AND, EXCEED, HAVE, MILLION, NUMBER_OF, OVER, STEP, TIMES, WITHIN, words

_PLACED_ON = frozenset(words("PLACED_ON"))
_POINTS = frozenset(words("PERCENTAGE_POINTS"))
_SUMS, _MILLION_DONG = words("SUM_OF_MONEY"), words("MILLION_DONG")[0]

#: Units of what is one of something else.
_OF_A_BASE = frozenset({"%", TIMES})
_SHARES = ("", "%", "‰")
_PLANS = frozenset({"PLAN", "PLAN_SHORT"})
_NOUGHT, _HUNDRED = Decimal(0), Decimal(100)
#: Letters that are scanned for digits, and no unit.
_LETTERS = frozenset("SBIlO")
#: "đạt và vượt 5% dự toán" is 5 % above it; of a plan so little is no share.
_HALF = Decimal(50)
#: So near before a figure stands the verb of it: "vượt thu 10%".
_FEW = 2
#: An acronym is longer than so many letters.
_ACRONYM = 2
#: What behind a figure says what it is a share of.
_BEARING = frozenset({"PLAN", "POPULATION", "AGAINST"})
#: How many words behind "chiếm 12%" may name what it is a share of.
_SHARED = 12


def draft_of(
    text: str, figure: Figure, segment: Segment, previous: Draft | None, last: Draft | None
) -> Draft:
    """The target that a figure of a segment states.

    ``previous`` is the figure before it in the segment, ``last`` the one before it in the clause.
    """
    said, behind, inside = figure.said, figure.behind, figure.inside
    leading = following = NOTHING
    if not SAID_ASIDE.isdisjoint(said):  # guard
        figure.left, said, leading = take_asides(text, figure.left, restates=previous is None)
    if not SAID_ASIDE.isdisjoint(behind):  # guard
        figure.right, behind, following = take_asides(text, figure.right, restates=False)
    phrase, amount = figure.phrase, figure.phrase.amount
    if figure.right and amount is not None and phrase.basis is None and amount.unit in _OF_A_BASE:
        take_base(figure)
        behind = figure.behind
    heading = figure.head or segment.head
    head = words_of(text, heading) if heading else ""
    numbered = goes_on_with_colon(figure, previous or last) if figure.island.tokens[0].key == ":" else None
    differs = (phrase.basis is not None or "AGAINST" in behind) and is_difference(figure)
    measured = measure_of(figure, previous, heading, said, inside, differs=differs, based=segment.based)
    shared = shared_comparator(figure, previous, measured.measure) if previous is not None else None
    shared = shared or numbered
    op: Any = difference_op(figure) if differs else shared or phrase.op
    unit = ""  # that the words imply
    if amount is not None and segment.head and (figure.island.preunit or not amount.unit):
        unit = unit_of_head(text, segment.head)
        if unit and figure.island.preunit:
            amount.unit = unit
    if not unit and (amount is None or not amount.unit):
        unit = implied_unit(figure, segment.head) or _carried_unit(figure, last)
    name = indicator_of(text, figure, previous or (None if last is None or _is_absence(last) else last))
    if amount is not None and amount.unit == MILLION and _is_sum(f"{head} {name}"):
        amount.unit = _MILLION_DONG
    stated = condition(phrase, op, unit)
    draft = new_draft(figure, name, stated, measured.measure, span(figure))
    draft.head = head
    if (
        previous is not None
        and previous.unit == draft.unit
        and not has_content([*figure.left, *figure.right])
    ):
        plain = previous.same is not None and previous.op == "="
        draft.same = previous.same if plain else previous
    if previous is not None and is_share_of(figure, draft):
        draft.indicator = previous.indicator
        draft.of = words_of(text, figure.right[:_SHARED]) or None
    if amount is not None and amount.whole is not None:
        draft.put(counted_whole(draft.condition, figure))
    account(figure, "target")
    draft.basis, draft.approximate = phrase.basis, phrase.approximate
    _note_readings(draft, figure, measured)
    if shared is not None:
        _take_comparator(draft, figure, previous, shared, numbered=numbered is not None)
    elif figure.governed:
        draft.remarks.append("reading.shared_comparator")
    elif previous is not None:
        carried = may_be_governed(figure, previous, measured.measure)
        if carried is not None and not is_one_of_bare(figure, segment.figures):
            draft.doubts.append("reading.carried_comparator")
            draft.others.append({"condition": condition(phrase, carried, "")})
    below = draft.op == "=" and draft.value is not None and draft.value < _NOUGHT
    if below and not is_below_nought(f"{head} {name}" if name else text, draft.unit):
        draft.doubts.append("reading.sign")  # "Tỷ lệ hộ nghèo -0,5%"
    told = previous is not None and "reading.fact_or_target" in previous.doubts
    _doubt(draft, figure, said, inside, behind, head=segment.head, told=told)
    unit = draft.unit
    if phrase.at_least_and_over and (
        phrase.op == "range"
        or (amount is not None and unit == "%" and draft.basis == "plan" and amount.value < _HALF)
    ):
        if isinstance(draft.condition, Bound):
            draft.put(draft.condition.model_copy(update={"op": "="}))
        draft.measure, draft.basis = "increase", draft.basis or "plan"
        draft.doubts.append("reading.over_plan")
        draft.others.append({"measure": "level", "condition": bound(">=", _HUNDRED, "%")})
    if amount is None and not unit:
        draft.remarks.append("reading.no_amount")
        if restrains(figure):
            draft.doubts.append("reading.status_or_task")
    if figure.wanted:
        draft.better = ("higher", "condition")
    if unit == STEP:
        draft.better = ("higher", "condition")
        if amount is None and not _names_places(figure):
            draft.doubts.append("reading.place_or_grade")
            draft.others.append({})
    if amount is not None and amount.whole is not None and not _is_part(draft.condition):
        draft.of = f"{amount.whole} {amount.noun}".strip()
    if phrase.of_rank is not None:
        draft.of = str(phrase.of_rank)
    if "EACH" in said:
        _per_each(draft, figure)
    if "PLAN" in said or phrase.exceeds or not behind.isdisjoint(_BEARING):  # guard
        _words_behind(text, draft, figure, said, behind)
    _over_the_plan(draft, figure, said, previous)
    if heading or draft.measure != "level" or "GROWTH_NAME" in said:  # guard
        draft.average_annual = is_average(draft, figure, said, heading)
    if previous is not None and previous.average_annual and measured.measure == previous.measure != "level":
        goes_on = figure.phrase.change is None and "RISE" not in said and "FALL" not in said
        draft.average_annual = draft.average_annual or (goes_on and draft.unit == previous.unit)
    if "DESCRIBES" in behind or not said.isdisjoint(UNIVERSAL):  # guard
        draft.each = each_of(text, figure, said)
    draft.when = when_of(figure, said, inside, behind)
    averaged = "AVERAGE" in said or "AVERAGE" in inside
    if averaged and draft.measure == "level" and not draft.average_annual and is_yearly_mean(figure):  # guard
        draft.when = "each_year"
    if previous is not None and beside(draft, figure, previous):
        draft.replaces = previous
    if leading is not NOTHING:
        note_asides(draft, leading)
    if following is not NOTHING:
        note_asides(draft, following)
    return draft


def _take_comparator(
    draft: Draft, figure: Figure, previous: Draft | None, shared: Op, *, numbered: bool
) -> None:
    """Bound a figure as the one before it in its list; ``numbered``: as the next of what numbers tell apart."""
    figure.governed = numbered or bounds_another(figure, previous)
    figure.phrase.op, figure.phrase.compared = shared, True  # it governs what follows in the list as well
    alike = figure.governed or scoped_alike(figure, previous) or changes_counts(figure, previous)
    if alike or (is_place_too(figure, previous) and figure.joined_by == AND):
        draft.remarks.append("reading.shared_comparator")
    else:
        draft.doubts.append("reading.shared_comparator")
        draft.others.append({"condition": condition(figure.phrase, "=", "")})


def _is_absence(draft: Draft) -> bool:
    """Whether a draft says what must not be there, which no figure behind it measures."""
    condition = draft.condition
    return type(condition) is StatusCondition and not condition.expected  # isinstance() of a model is slow


def _names_places(figure: Figure) -> bool:
    """ "thứ hạng chỉ số PCI cao hơn năm trước": of an index that is ranked by places, not by grades."""
    return any(
        token.key in _PLACED_ON or (token.text.isupper() and len(token.text) > _ACRONYM)
        for token in figure.left
    )


def _note_readings(draft: Draft, figure: Figure, measured: Measured) -> None:
    """What else the figure and its measure may mean."""
    doubtful = decimal_point(figure, draft)
    if doubtful is not None:
        grouped = doubtful.value == int(
            doubtful.value
        )  # "1,250 hội viên": the rule's own reading stays the first
        draft.others.append({"condition": doubtful if grouped else draft.condition})
        if not grouped:
            draft.put(doubtful)
        draft.doubts.append("reading.thousands_or_decimal")
    if measured.better is not None:
        draft.better = (measured.better, "condition")
    if measured.doubt is not None:
        draft.doubts.append(measured.doubt)
        draft.others.append({"measure": measured.other} if measured.other != measured.measure else {})
    if measured.remark is not None:
        draft.remarks.append(measured.remark)
        if measured.other is not None:  # what is saved; or what is spent, and falls
            draft.others.append({"measure": measured.other, "better": "lower"})
            draft.better = ("higher", "condition")
    if measured.doubt == "reading.criteria_or_share":
        draft.better = ("higher", "condition")


def _leads_from(figure: Figure) -> bool:
    """ "nâng tỷ lệ từ 42% đến 45%"; but "đưa từ 15 - 40 lao động đi làm việc" moves no level."""
    amount = figure.phrase.amount
    counted = amount is not None and amount.noun != "" and has_content(figure.right)
    if counted and "ACTS_ON" in figure.inside and not has_content(figure.left):
        return False
    return any(token.type == "FROM" for token in figure.island.tokens)


def _may_point(figure: Figure) -> bool:
    """ "Thu nhập 65 → 72 triệu đồng": an arrow may lead from a level to another; but "trồng 5 → 10 ha" has none."""
    arrow = any(token.type == "TO" and token.key in ARROWS for token in figure.island.tokens)
    return arrow and "MAKE" not in figure.said


def _doubt(
    draft: Draft,
    figure: Figure,
    said: frozenset[str],
    inside: frozenset[str],
    behind: frozenset[str],
    *,
    head: list[Token],
    told: bool,
) -> None:
    """What a person must look at, and what is read by a convention.

    ``said`` holds the marks of all words to the left, ``inside`` of its own, ``behind`` of those to the right;
    ``told`` says whether the figure before may be a fact.
    """
    phrase, amount = figure.phrase, figure.phrase.amount
    if (
        ((figure.island.tokens[0].key == HAVE or "WHOLE" in said) and inventories.is_inventory(figure, said))
        or inventories.is_balance(figure)
        or facts.may_be_a_fact(figure, said, inside, behind, head)
        or (told and wanted.is_bare(figure))
        or (phrase.comparator == OVER and places.may_lie_along(figure))
    ):
        draft.doubts.append("reading.fact_or_target")
    if figure.island.negated:
        draft.doubts.append("reading.negated_comparator")
    if phrase.high is not None:
        if phrase.closing:
            draft.doubts.append("reading.range_or_more")
        over = phrase.exceeds and phrase.basis == "plan"  # "vượt từ 8 - 10% so với dự toán"
        if phrase.compared and not phrase.at_least_and_over and not over:
            draft.doubts.append("reading.range_compared")
        if phrase.mixed:
            draft.doubts.append("reading.range_units")
    if "/" in draft.unit and is_interval(draft.unit):  # guard
        draft.better = ("lower", "condition")
        if draft.op != "=":
            draft.doubts.append("reading.interval_or_count")
    if phrase.equals and phrase.change is not None and is_amount_or_base(figure):
        draft.doubts.append("reading.difference")
        draft.others.append({"condition": bound(">", Decimal(0), draft.unit)})
    if (
        phrase.high is not None
        and not phrase.reaches
        and (
            ((phrase.brought or "BRING" in said) and draft.measure == "level" and _leads_from(figure))
            or _may_point(figure)
        )
    ):
        draft.doubts.append("reading.range_or_move")  # "nâng tỷ lệ che phủ rừng từ 42% đến 45%"
        draft.others.append({"condition": bound("=", phrase.high.value, draft.unit)})
    if "HOLD" in said and facts.is_kept_count(figure, said):  # guard
        draft.doubts.append("reading.kept_or_counted")
        draft.others.append({"condition": StatusCondition.model_construct(expected=True), "measure": "level"})
    if amount is not None and amount.noun and facts.is_capacity(figure, said):
        draft.doubts.append("reading.built_or_counted")
        draft.others.append({"condition": StatusCondition.model_construct(expected=True), "measure": "level"})
    if amount is not None and (amount.unit in _LETTERS or amount.whole == 0):
        draft.doubts.append("reading.unreadable_figure")  # "đạt 5/0", "8S triệu"
    if conditional.is_conditional(figure, said, behind):
        draft.doubts.append("reading.conditional")
    if phrase.upper_open:  # nameless it may be a band of what is graded: "từ 90% đến dưới 100% hưởng 1,0 lần"
        (draft.remarks if has_content(figure.left) else draft.doubts).append("reading.open_upper_end")
    if phrase.op == ">" and amount is not None and amount.value == _HUNDRED and _is_of_all(draft, figure):
        draft.doubts.append("reading.over_all")
        draft.others.append({"condition": draft.condition})
        draft.put(bound("=", _HUNDRED, "%"))
    if phrase.approximate:
        draft.remarks.append("reading.approximate")


def _is_of_all(draft: Draft, figure: Figure) -> bool:
    """ "trên 100% xã": on all of them, as no share of what there is is greater; but not "trên 100% kế hoạch"."""
    share = draft.unit == "%" and draft.measure == "level" and draft.basis is None
    named = "RATE" in figure.said or not figure.behind.isdisjoint(_PLANS)
    return share and not named and marked(figure.right[:1], "NOUN", "ACTOR", "PLACE", "POPULATION")


def _carried_unit(figure: Figure, last: Draft | None) -> str:
    """The unit of the years before: "(%): năm 2024: 85; năm 2025: 90"; that of all: "2 mô hình, mỗi thôn ít nhất 1"."""
    amount = figure.phrase.amount
    if last is None:
        return ""
    if amount is None:
        return ""  # "đạt 87%, cao hơn năm 2024": by how much is not said
    if "EACH" in figure.said and not amount.unit and tells_only_of_whom(figure):
        first = last.figure.phrase.amount if last.figure is not None else None
        if first is None or last.measure != "level" or first.unit[:1] in _SHARES:
            return ""
        if keyed(figure.left, first.noun.casefold()):
            return ""  # "mở 20 lớp, mỗi lớp ít nhất 30"
        amount.noun = first.noun
        return last.unit
    if last.when is None or amount.unit:
        return ""
    dated = figure.phrase.when is not None or any(t.type == "YEAR" for t in figure.left)
    bare = dated and not has_content(figure.left) and not has_content(figure.right)
    return last.unit if bare else ""


def _is_sum(name: str) -> bool:
    """Whether a name is one of money, which "triệu" is told of as "tỷ" is: "lợi nhuận 3.100 triệu"."""
    said = f" {fold(name)} "
    return any(f" {of} " in said for of in _SUMS) and not said.startswith(f" {NUMBER_OF} ")


def _per_each(draft: Draft, figure: Figure) -> None:
    """The base of a rate in front of its figure: "mỗi 1.000 dân có 2 bác sĩ"."""
    for each, first, second in zip(figure.left, figure.left[1:], figure.left[2:8], strict=False):
        if (
            "EACH" in each.marks
            and first.account == "base"
            and second.type == "WORD"
            and isinstance(draft.condition, Bound)
        ):
            unit = f"{draft.condition.unit}/{first.text} {second.text}"
            draft.put(draft.condition.model_copy(update={"unit": unit}))
            draft.each = None
            draft.span = (each.start, draft.span[1])


def _words_behind(
    text: str, draft: Draft, figure: Figure, said: frozenset[str], behind: frozenset[str]
) -> None:
    """What the words behind a figure say: the plan, the population of a share, what it is against.

    ``behind`` holds their marks, ``said`` those of the words before it.
    """
    right = figure.right
    if not behind.isdisjoint(_BEARING):  # guard
        _bearing_behind(text, draft, right)
    against = "PLAN" in behind and "AGAINST" in right[0].marks
    if against and draft.basis is None and draft.unit == "%" and marked(right[:3], "PLAN"):
        draft.basis = "plan"
    if draft.measure != "level":
        return
    if not (figure.phrase.exceeds or ("PLAN" in said and exceeds_from_afar(figure, said))):
        return
    if draft.unit != "%" and draft.basis == "plan":
        draft.measure = "increase"  # "vượt 15 tỷ đồng so với dự toán"
        _exceed_by(draft, figure)
    elif (draft.unit == "%" or draft.unit in _POINTS) and draft.basis in (None, "plan"):
        around = [*figure.left[-6:], *right[:3]]
        if draft.basis == "plan" or marked(around, "PLAN"):
            draft.measure, draft.basis = "increase", "plan"
            _exceed_by(draft, figure)
    if figure.phrase.exceeds and draft.measure == "level" and draft.basis not in (None, "plan"):
        draft.measure = "increase"  # "vượt 10,5% so với cùng kỳ"
        _exceed_by(draft, figure)


def _exceed_by(draft: Draft, figure: Figure) -> None:
    """ "vượt 5% dự toán" goes beyond it by just that; "vượt trên 5%" by more."""
    condition, phrase = draft.condition, figure.phrase
    beyond = draft.unit == "%" and isinstance(condition, Bound) and condition.value >= _HUNDRED
    if beyond and "reading.over_plan" not in draft.doubts:
        draft.doubts.append("reading.over_plan")  # "vượt 105% kế hoạch": by so much, or up to so much
        draft.others.append({"measure": "level", "condition": draft.condition})
    if isinstance(condition, Bound) and condition.op == ">" and phrase.comparator in BEYOND:
        draft.put(bound("=", condition.value, condition.unit))


def _bearing_behind(text: str, draft: Draft, right: list[Token]) -> None:
    """The plan or the whole that a share is one of: "đạt 100% kế hoạch", "trên 80% tổng số hộ"."""
    for index, token in enumerate(right[:12]):
        if (
            "PLAN" in token.marks
            and draft.basis is None
            and draft.unit == "%"
            and index <= 1
            and not _is_document(right, index + 1)
        ):
            draft.basis = "plan"
        if "POPULATION" in token.marks and draft.of is None:
            draft.of = words_of(text, right[index:]).removeprefix(f"{OVER} ").removeprefix(f"{WITHIN} ")
            break


def _is_document(words: list[Token], at: int) -> bool:
    """ "đạt 95% theo Nghị quyết số 05-NQ/TW": whether the number of a document stands there."""
    return at < len(words) and (words[at].key == NUMBER_OF or words[at].type in ("NUMBER", "DOCUMENT"))


def _over_the_plan(draft: Draft, figure: Figure, said: frozenset[str], previous: Draft | None) -> None:
    """ "Thu ngân sách vượt 10%": of what is no rate, so small a share is what goes beyond the plan."""
    if draft.value is None or draft.op in {"<", "<="}:
        return
    if draft.unit != "%":
        exceeds = "PLAN" in said and keyed(figure.left, EXCEED)
        if exceeds and draft.measure == "level" and draft.unit and not figure.phrase.equals:
            draft.measure, draft.basis = "increase", "plan"  # "(vượt chỉ tiêu 50 đơn vị)"
        return
    if draft.measure == "increase":
        if exceeds_from_afar(figure, said):
            draft.basis = draft.basis or "plan"  # "tăng thu vượt dự toán giao 10%"
        if draft.basis == "plan":
            _exceed_by(draft, figure)  # "vượt 5% dự toán tỉnh giao và vượt 3% dự toán huyện giao"
    if draft.measure != "level" or draft.basis not in {None, "plan"}:
        return
    if not (figure.phrase.exceeds or ("MORE" in said and _goes_beyond(figure, said))):
        return
    if draft.value >= _HALF or not said.isdisjoint({"RATE", "GROWTH_NAME"}):
        return
    told = draft.basis == "plan" or (previous is not None and previous.basis == "plan")
    if not told:
        draft.doubts.append("reading.over_plan")
        draft.others.append({"measure": "level", "condition": draft.condition})
    draft.measure, draft.basis = "increase", "plan"
    _exceed_by(draft, figure)


def _goes_beyond(figure: Figure, said: frozenset[str]) -> bool:
    """ "vượt thu 5%", "hoàn thành vượt mức kế hoạch lợi nhuận 5%"."""
    return any(token.key in BEYOND for token in figure.left[-_FEW:]) or exceeds_from_afar(figure, said)


def note_asides(draft: Draft, said: Asides) -> None:
    """Give a draft what its clause says in words of their own."""
    draft.each, draft.of = said.each or draft.each, said.of or draft.of
    draft.stretch, draft.restates = draft.stretch or said.stretch, draft.restates or said.restates
    if said.better is not None:
        draft.better = (said.better, "condition")


def _is_part(condition: Condition) -> bool:
    """Whether a condition is on a part of a whole that its figure alone does not tell: "2/3 số thôn"."""
    said = vars(condition)
    return isinstance(said.get("value", said.get("low")), Fraction)
