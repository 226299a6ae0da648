"""Figure phrases and statements to targets: the walk over the segments of a clause."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from chitieu.diagnostics import Diagnostic, Place
from chitieu.quantity.scales import find_scale
from chitieu.reading import describing
from chitieu.reading.asides import Asides, take_asides
from chitieu.reading.better import better_of
from chitieu.reading.clause import Figure, Segment, content, promote_reference
from chitieu.reading.conditions import condition, counted_whole, decimal_point, is_average, span
from chitieu.reading.draft import Draft
from chitieu.reading.measuring import difference_op, is_difference, measure_of
from chitieu.reading.naming import each_of, implied_unit, indicator_of, words_of
from chitieu.reading.parser import Grammar
from chitieu.reading.scanner import Token
from chitieu.reading.sharing import (
    NEGATED,
    ends_in_grade,
    exceeds_from_afar,
    hand_out_names,
    is_striven_title,
    restates,
    scoped_alike,
    share_units,
    shared_comparator,
    stands_alone,
    without_time,
)
from chitieu.reading.statement import Statement, read_statement, split_statements
from chitieu.reading.timing import is_yearly_mean, opening_time, when_of
from chitieu.target import (
    Better,
    BetterSource,
    Bound,
    Condition,
    GradeCondition,
    Range,
    StatusCondition,
    Target,
)
from chitieu.text.source import SourceText

_HUNDRED = Decimal(100)


class TargetBuilder:
    """Walks the segments of one clause and builds its targets.

    ``indicator`` is the name of the one indicator, where it is known from elsewhere.
    """

    def __init__(self, grammar: Grammar, source: SourceText, indicator: str | None = None) -> None:
        self.grammar = grammar
        self.source = source
        self.indicator = indicator
        self.text = source.text
        self.drafts: list[Draft] = []
        self.notes: list[Diagnostic] = []

    def build(self, segments: list[Segment]) -> tuple[Target, ...]:
        """Read every segment in order; the targets, with their better sides and other readings."""
        begun, past = (
            -1,
            False,
        )  # of the sentence: its number, whether it tells of the past, the time it opens with
        time: str | None = None
        order = False
        opening: tuple[int, str] | None = None  # what a sentence that begins with "so với …" is against
        for segment in segments:
            first = len(self.drafts)
            if segment.sentence != begun:
                begun = segment.sentence
                words = segment.head or (segment.figures[0].left if segment.figures else segment.words)
                past, time = describing.tells_of_past(words[:12]), opening_time(words)
                order = describing.is_order(segment)
            promote_reference(segment)
            past = past or any(describing.tells_of_event(figure) for figure in segment.figures)
            if past or (segment.figures and describing.is_past(segment)):
                wanted = describing.split_past(segment)
                past = not wanted
                if wanted:
                    self._figures(segment, order=order)
            elif segment.figures:
                self._figures(segment, order=order)
            else:
                self._worded(segment)
            if any(describing.tells_of_execution(draft) for draft in self.drafts[first:]):
                for draft in self.drafts[first:]:
                    draft.doubts.append("reading.fact_or_target")
            for draft in self.drafts[first:]:
                draft.when = draft.when or time
            if segment.references and segment.references[0].phrase.basis and not segment.references[0].left:
                basis = segment.references[0].phrase.basis
                leading = not segment.figures or segment.references[0].start < segment.figures[0].start
                opening = (segment.sentence, basis) if leading else opening
            if opening is not None and opening[0] == segment.sentence:
                self._against(self.drafts[first:], opening[1])
        self._bands()
        self._starting_points()
        return tuple(self._target(draft) for draft in self.drafts)

    # ---- statements

    def _worded(self, segment: Segment) -> None:
        begun = len(self.drafts)
        self._statements(segment.words, segment.head)
        if segment.head and len(self.drafts) == begun:  # "Xếp loại cải cách hành chính: Tốt"
            self._statement([*segment.head, *segment.words])

    def _statements(self, words: list[Token], head: list[Token] | None = None) -> None:
        for part in split_statements(words):
            self._statement(part, head)

    def _statement(self, words: list[Token], head: list[Token] | None = None) -> bool:
        words, said = take_asides(self.text, words)
        statement = read_statement(self.grammar, words, on_scale=said.scale is not None)
        if statement is not None:
            self._add(statement, head, said)
        return statement is not None

    def _add(self, statement: Statement, head: list[Token] | None = None, said: Asides | None = None) -> None:
        words = statement.words
        name = words_of(self.text, words)
        condition: Condition
        if statement.kind == "graded" and statement.grade is not None:
            hint = said.scale if said is not None and said.scale else f"{self.indicator or ''} {name}"
            found = find_scale(statement.grade.text, hint) if said is None or said.scale != "" else None
            condition = GradeCondition(
                op=statement.op, grade=statement.grade.text, scale=found[0] if found else None
            )
        else:
            condition = StatusCondition(expected=statement.kind != "absent")
        draft = Draft(None, name, condition, span=(words[0].start, words[-1].end))
        if said is not None:
            self._note_asides(draft, said)
        draft.head = words_of(self.text, head) if head and head[0] not in words else ""
        if statement.kind == "plan_met":
            draft.basis = "plan"
        elif statement.kind in ("kept", "finished", "enough"):
            draft.doubts.append("reading.status_or_task")
        elif statement.grade is not None and statement.op == "=" and statement.grade.account == "grade":
            last = statement.words[-1] is statement.grade
            draft.remarks += ["reading.grade_or_title"] if last else []
        self.drafts.append(draft)

    @staticmethod
    def _note_asides(draft: Draft, said: Asides) -> None:
        """Give a draft what its clause says in words of their own."""
        draft.each, draft.of = said.each or draft.each, said.of or draft.of
        draft.stretch, draft.restates = draft.stretch or said.stretch, draft.restates or said.restates
        if said.better is not None:
            draft.better = (said.better, "condition")

    def _before(self, figure: Figure) -> None:
        """Statements in front of a figure: before "trong đó", or in an enumeration that the figure ends."""
        for index, token in enumerate(figure.left):
            if "AMONG" in token.marks and index:
                self._statements(figure.left[:index])
                figure.left, figure.joined_by = figure.left[index + 1 :], "among"
                return
        begun = kept = 0
        for index, token in enumerate(figure.left):
            if token.key != "," and not (token.key == "và" and ends_in_grade(figure.left[begun:index])):
                continue
            part = without_time(figure.left[begun:index])
            begun = index + 1
            following = figure.left[index + 1] if index + 1 < len(figure.left) else None
            if following is not None and "GRADE" in following.marks:
                continue  # "xếp loại khá, tốt"
            titled = any("ATTAIN" in t.marks for t in part[1:]) and not part[0].marks & {"RATE", "NOUN"}
            titled = titled or is_striven_title(part, following)
            if (
                any(t.marks & {"ENOUGH", "GRADE"} for t in part)
                or (part and part[0].marks & {"HOLD", "ABSENT"})
                or (titled and following is not None and following.marks & {"MAKE", "TIME", "EACH"})
            ):
                statement = read_statement(self.grammar, part)
                if statement is not None and (titled or stands_alone(statement)):
                    self._add(statement)
                    kept = begun
        figure.left = figure.left[kept:]

    def _behind(self, figure: Figure) -> None:
        """Statements behind a figure: "…, không có học sinh xếp loại Yếu", "… và được cứng hóa"."""
        first, *others = split_statements(figure.right)
        for words in others:
            self._statement(words)
        if (
            not others
            and len(first) > 2
            and first[0].key == "và"
            and first[1].key == "được"
            and content(figure.left)
        ):
            self._add(Statement("attained", first[1:]))

    # ---- figures

    def _figures(self, segment: Segment, *, order: bool = False) -> None:
        previous: Draft | None = None
        begun = len(self.drafts)
        each: str | None = None
        first = segment.figures[0]
        if begun and first.left and "AMONG" in first.left[0].marks:
            previous = self.drafts[-1]  # "…; trong đó có chứng chỉ đạt 33%"
            first.left, first.joined_by = first.left[1:], "among"
        share_units(segment.figures)
        hand_out_names(segment.figures)
        order = order or describing.is_order(segment)
        if order:
            describing.drop_counts(segment)
        described: list[Token] = []
        for position, figure in enumerate(segment.figures):
            self._before(figure)
            if describing.is_share_of_group(figure):
                self._add(Statement("attained", [*figure.left, *figure.island.tokens, *figure.right]))
                describing.account(figure, "name")
                continue
            if self._absence(figure):
                continue
            if describing.adds_amount(segment.figures, position):
                described = []
                continue
            if describing.describes(segment.figures, position):
                describing.account(figure, "description")
                described = [*described, *figure.left, *figure.island.tokens, *figure.right][-40:]
                continue
            if described and not content(figure.left):
                figure.left = described + figure.left
            described = []
            draft = self._draft(figure, segment, previous)
            whole = any("WHOLE" in token.marks for token in figure.left)
            if each and not draft.each and figure.joined_by and not whole:
                draft.each = each
            each = draft.each
            self.drafts.append(draft)
            previous = draft
            if figure.bracket:
                self._bracket(figure, draft)
        for reference in segment.references:
            if reference.phrase.basis is not None:
                self._against(self.drafts[begun:], reference.phrase.basis)
        self._share_multiples(self.drafts[begun:])
        for draft, following in reversed(list(pairwise(self.drafts[begun:]))):
            draft.indicator = draft.indicator or following.indicator  # "năm 2027: 50% và năm 2030: 80% hồ sơ"
        for figure in segment.figures if not order else ():
            self._behind(figure)

    def _absence(self, figure: Figure) -> bool:
        """ "không còn xã dưới 13 tiêu chí": the figure belongs to the name of what must not be there."""
        begun = max((i + 1 for i, t in enumerate(figure.left) if t.key == ","), default=0)
        words = without_time(figure.left[begun:])
        if not words or "ABSENT" not in words[0].marks:
            return False
        amount = figure.phrase.amount
        if (
            words[0].key == "không có"
            and figure.phrase.compared
            and amount is not None
            and amount.unit == "%"
        ):
            figure.island.negated = True  # "không có dưới 95%": a person must say what is meant
            return False
        if words[0].key == "không để" and figure.phrase.compared:
            figure.phrase.op = NEGATED[figure.phrase.op]  # "không để tỷ lệ bỏ học quá 0,5%": at most 0,5 %
            figure.opening = words[0]
            figure.left = words[1:]
            return False
        if not self._statement([*words, *figure.island.tokens, *figure.right]):
            return False
        describing.account(figure, "description")
        return True

    def _draft(self, figure: Figure, segment: Segment, previous: Draft | None) -> Draft:
        figure.left, leading = take_asides(self.text, figure.left, restates=previous is None)
        figure.right, following = take_asides(self.text, figure.right, restates=False)
        phrase, amount = figure.phrase, figure.phrase.amount
        head = words_of(self.text, figure.head or segment.head)
        measured = measure_of(figure, previous, head)
        shared = shared_comparator(figure, previous, measured.measure)
        op: Any = difference_op(figure) if is_difference(figure) else shared or phrase.op
        indicator = indicator_of(self.text, figure, previous or (self.drafts[-1] if self.drafts else None))
        draft = Draft(
            figure,
            indicator,
            condition(phrase, op, implied_unit(figure, segment.head) or self._carried_unit(figure)),
            measured.measure,
            head=head,
        )
        draft.span = span(figure)
        draft.condition = counted_whole(draft.condition, figure)
        describing.account(figure, "target")
        draft.basis, draft.approximate = phrase.basis, phrase.approximate
        doubtful = decimal_point(figure, draft)
        if doubtful is not None:
            draft.others.append({"condition": draft.condition})
            draft.condition = doubtful
            draft.doubts.append("reading.thousands_or_decimal")
        if measured.doubt is not None:
            draft.doubts.append(measured.doubt)
            draft.others.append({"measure": measured.other} if measured.other != measured.measure else {})
        if measured.remark is not None:
            draft.remarks.append(measured.remark)
        if measured.doubt == "reading.criteria_or_share":
            draft.better = ("higher", "condition")
        if shared is not None:
            phrase.op, phrase.compared = shared, True  # it governs what follows in the list as well
            if scoped_alike(figure, previous):
                draft.remarks.append("reading.shared_comparator")
            else:
                draft.doubts.append("reading.shared_comparator")
                draft.others.append({"condition": condition(phrase, "=", "")})
        told = previous is not None and "reading.fact_or_target" in previous.doubts
        if (
            describing.is_inventory(figure)
            or describing.may_be_a_fact(figure, segment.head)
            or (told and describing.is_bare(figure))
        ):
            draft.doubts.append("reading.fact_or_target")
        if amount is None and figure.left and figure.left[-1].key == "không" and phrase.change is not None:
            draft.condition = Bound(
                op="<=", value=Decimal(0), unit=draft.unit
            )  # "không tăng so với năm trước"
            draft.better = ("lower" if phrase.change == "increase" else "higher", "condition")
        elif figure.island.negated:
            draft.doubts.append("reading.negated_comparator")
        if phrase.closing and phrase.high is not None:
            draft.doubts.append("reading.range_or_more")
        if phrase.compared and phrase.high is not None and not phrase.at_least_and_over:
            draft.doubts.append("reading.range_compared")
        if phrase.mixed:
            draft.doubts.append("reading.range_units")
        if describing.is_conditional(figure):
            draft.doubts.append("reading.conditional")
        if phrase.upper_open:
            draft.doubts.append("reading.open_upper_end")
        if phrase.approximate:
            draft.remarks.append("reading.approximate")
        if phrase.at_least_and_over and phrase.op == "range":
            draft.measure, draft.basis = "increase", draft.basis or "plan"
            draft.doubts.append("reading.over_plan")
            draft.others.append({"measure": "level", "condition": Bound(op=">=", value=_HUNDRED, unit="%")})
        if amount is None and phrase.basis is not None and "bậc" not in draft.unit and not draft.unit:
            draft.remarks.append("reading.no_amount")
        if draft.unit == "bậc":
            draft.better = ("higher", "condition")
            if amount is None:
                draft.doubts.append("reading.place_or_grade")
                draft.others.append({})
        if amount is not None and amount.whole is not None and not _is_part(draft.condition):
            draft.of = f"{amount.whole} {amount.noun}".strip()
        if phrase.of_rank is not None:
            draft.of = str(phrase.of_rank)
        self._per_each(draft, figure)
        self._words_behind(draft, figure)
        draft.average_annual = is_average(draft, figure)
        draft.each = each_of(self.text, figure)
        draft.when = when_of(figure)
        if draft.measure == "level" and not draft.average_annual and is_yearly_mean(figure):
            draft.when = "each_year"
        if previous is not None:
            self._beside(draft, figure, previous)
        self._note_asides(draft, leading)
        self._note_asides(draft, following)
        return draft

    def _carried_unit(self, figure: Figure) -> str:
        """The unit of the years before: "(%): năm 2024: 85; năm 2025: 90"."""
        dated = any(t.type == "YEAR" for t in figure.left) or figure.phrase.when is not None
        amount = figure.phrase.amount
        bare = (
            amount is not None and not amount.unit and not content(figure.left) and not content(figure.right)
        )
        last = self.drafts[-1] if self.drafts else None
        return last.unit if bare and dated and last is not None and last.when is not None else ""

    def _per_each(self, draft: Draft, figure: Figure) -> None:
        """The base of a rate in front of its figure: "mỗi 1.000 dân có 2 bác sĩ"."""
        for each, first, second in zip(figure.left, figure.left[1:], figure.left[2:8], strict=False):
            if (
                "EACH" in each.marks
                and first.account == "base"
                and second.type == "WORD"
                and isinstance(draft.condition, Bound)
            ):
                unit = f"{draft.condition.unit}/{first.text} {second.text}"
                draft.condition = draft.condition.model_copy(update={"unit": unit})
                draft.each = None
                draft.span = (each.start, draft.span[1])

    def _beside(self, draft: Draft, figure: Figure, previous: Draft) -> None:
        """What the figure before makes of this one: a stretch target, a part, a restatement."""
        own_name = content(figure.left)
        later = draft.when is not None and previous.when is not None and draft.when != previous.when
        alike = not own_name and not later and previous.unit == draft.unit
        alike = alike and draft.measure == previous.measure
        if figure.phrase.strive and alike and figure.joined_by in (",", "và"):
            if describing.is_starting_point(previous.figure):
                self._forget(previous)
            else:
                draft.stretch = True
        if figure.joined_by in ("among", "apart") or self._goes_on(draft, figure, previous):
            draft.within = previous.name
        if figure.joined_by == "among" and draft.unit in ("%", "", previous.unit):
            draft.of = draft.of or previous.indicator
            share = draft.unit == "%" or isinstance(getattr(draft.condition, "value", None), Fraction)
            whole = getattr(previous.condition, "value", None) == _HUNDRED
            if (
                share
                and not whole
                and not describing.names_whole(figure, previous.condition)
                and (previous.unit == "%" or previous.measure != "level")
            ):
                draft.doubts.append("reading.share_of_which")
                draft.others.append({"of": None})
        if describing.may_belong_to_share(figure, previous.figure):
            draft.doubts.append("reading.within_share")
        leading = [*figure.left[:2], *figure.island.tokens[:1]]
        if any("RESTATE" in token.marks for token in leading) and figure.joined_by == ",":
            draft.restates = True
        joined = figure.joined_by == "," and not own_name and not figure.phrase.strive
        if joined and not figure.phrase.rank and restates(previous, draft):
            draft.restates = True
        brought_up = figure.phrase.reaches and any("BRING" in token.marks for token in figure.left[:2])
        summed = any("SUM" in token.marks for token in figure.left[1:3])
        if (previous.measure != "level" or summed) and previous.unit == draft.unit and brought_up:
            draft.restates = True  # "có thêm 18 trường, nâng tổng số lên 203 trường"

    @staticmethod
    def _goes_on(draft: Draft, figure: Figure, previous: Draft) -> bool:
        """Whether a list goes on under the verb of its first entry: "hỗ trợ 30 hộ nghèo, 20 hộ cận nghèo"."""
        rated = any(token.marks & {"RATE", "RISE", "FALL", "BRING"} for token in figure.left)
        same = draft.unit == previous.unit and draft.measure == previous.measure == "level"
        wanted = getattr(draft.condition, "op", "") not in ("<", "<=")
        return figure.joined_by in (",", "và") and same and wanted and not rated

    def _forget(self, draft: Draft) -> None:
        """Take back a target that turned out to tell where another starts from."""
        self.drafts.remove(draft)
        if draft.figure is not None:
            describing.account(draft.figure, "past", again=True)

    def _words_behind(self, draft: Draft, figure: Figure) -> None:
        """What the words behind a figure say: the plan, the population of a share, what it is against."""
        right = figure.right
        for index, token in enumerate(right[:12]):
            if "PLAN" in token.marks and draft.basis is None and draft.unit == "%" and index <= 1:
                draft.basis = "plan"
            if "POPULATION" in token.marks and draft.of is None:
                draft.of = words_of(self.text, right[index:]).removeprefix("trên ").removeprefix("trong ")
                break
        against = bool(right) and "AGAINST" in right[0].marks
        if (
            draft.basis is None
            and draft.unit == "%"
            and against
            and any("PLAN" in t.marks for t in right[:3])
        ):
            draft.basis = "plan"
        over = figure.phrase.exceeds or exceeds_from_afar(figure)
        if draft.measure == "level" and over and draft.unit != "%" and draft.basis == "plan":
            draft.measure = "increase"  # "vượt 15 tỷ đồng so với dự toán"
            if isinstance(draft.condition, Bound) and draft.condition.op == ">":
                draft.condition = draft.condition.model_copy(update={"op": "="})
        elif draft.measure == "level" and over and draft.unit == "%":
            around = [*figure.left[-6:], *right[:3]]
            if draft.basis == "plan" or any("PLAN" in token.marks for token in around):
                draft.measure, draft.basis = "increase", "plan"
                if isinstance(draft.condition, Bound) and draft.condition.op == ">":
                    draft.condition = Bound(op="=", value=draft.condition.value, unit=draft.condition.unit)

    def _bracket(self, figure: Figure, host: Draft) -> None:
        """A bracket behind a figure: a restatement, the parts of a total, or the plan's own figure."""
        inner = [f for segment in figure.bracket for f in segment.figures]
        several = len(inner) > 1
        for segment in figure.bracket:
            lone = inner[0] if len(inner) == 1 else None
            if lone is not None and describing.tells_of_plan(lone):
                describing.account(lone, "plan")
                continue
            if lone is not None and describing.tells_what_was(lone, figure, host.when):
                describing.account(lone, "past")
                continue
            whole = getattr(host.condition, "value", None) == _HUNDRED
            if (
                lone is not None
                and host.basis == "plan"
                and not (whole and host.measure == "level")
                and not content(lone.left)
                and not lone.phrase.change
            ):
                describing.account(lone, "plan")
                continue
            begun = len(self.drafts)
            self._figures(segment)
            for draft in self.drafts[begun:]:
                same = draft.unit == host.unit and draft.measure == host.measure
                labelled = draft.figure is not None and bool(content(draft.figure.left))
                if (
                    draft.figure is not None
                    and describing.is_said_again(draft.figure)
                    and draft.measure == "level"
                ):
                    draft.measure = host.measure  # "giảm 1,5% (tương ứng 38 hộ)"
                among = draft.figure is not None and any("AMONG" in t.marks for t in draft.figure.left[:1])
                if draft.figure is not None and draft.figure.phrase.strive and same:
                    draft.stretch = True
                elif among:
                    draft.of = host.indicator
                elif not several and not (same and (labelled or self._differs(draft, host))):
                    draft.restates = True
                if not labelled:
                    draft.indicator = host.indicator
                if same and several:
                    draft.head = host.indicator

    @staticmethod
    def _differs(draft: Draft, host: Draft) -> bool:
        """ "100% (≥ 50% cứng hóa)": another condition on a part, which restates nothing."""
        named = draft.figure is not None and bool(content(draft.figure.right))
        later = draft.when is not None and host.when is not None and draft.when != host.when
        return later or (named and draft.condition != host.condition)

    def _against(self, drafts: list[Draft], basis: str) -> None:
        """Give a basis stated once to all changes and multiples that it stands beside."""
        for draft in drafts:
            if draft.basis is None and (draft.measure != "level" or draft.unit == "lần"):
                draft.basis = basis

    def _share_multiples(self, drafts: list[Draft]) -> None:
        """ "tăng 1,3 lần, đến năm 2030 tăng 1,8 lần so với năm 2020": one basis for both."""
        if drafts and drafts[-1].unit == "lần" and drafts[-1].basis is not None:
            self._against([draft for draft in drafts if draft.unit == "lần"], drafts[-1].basis)
        if drafts and drafts[-1].basis is not None and drafts[-1].measure != "level":
            last = drafts[-1].figure
            if last is not None and last.joined_by in ("và", "hoặc") and last.phrase.change is None:
                self._against(
                    [draft for draft in drafts if draft.measure == drafts[-1].measure], drafts[-1].basis
                )

    def _bands(self) -> None:
        """A floor and a ceiling of one indicator make a band: neither more nor less is better."""
        for first, second in pairwise(self.drafts):
            ops = {getattr(first.condition, "op", ""), getattr(second.condition, "op", "")}
            floor, ceiling = ops & {">", ">="}, ops & {"<", "<="}
            if (
                first.measure != second.measure
                or first.indicator != second.indicator
                or first.unit != second.unit
                or first.unit == "hạng"
            ):
                continue
            if floor and ceiling:
                first.better = second.better = ("exact", "condition")

    def _starting_points(self) -> None:
        """A level of an earlier year beside one that is striven for may only tell where it starts from."""
        told: list[Draft] = []
        for first, second in pairwise(self.drafts):
            same = first.unit == second.unit and first.measure == second.measure == "level"
            dated = (first.when or "").startswith("year:") and (second.when or "").startswith("year:")
            if not (same and dated and str(first.when) < str(second.when)):
                continue
            if first.figure is None or describing.has_deadline(first.figure):
                continue
            wanted = [draft.figure is not None and draft.figure.phrase.strive for draft in (first, second)]
            if wanted == [False, True]:
                if describing.tells_of_being(first.figure):
                    told.append(first)
                else:
                    first.doubts.append("reading.fact_or_target")
        for draft in told:
            self._forget(draft)

    # ---- the end

    def _better(self, draft: Draft) -> tuple[Better, BetterSource]:
        """Which way the indicator of a draft improves, and where that comes from."""
        if not isinstance(draft.condition, Bound | Range):
            return draft.better or ("higher", "default")
        if draft.better is not None:
            return draft.better
        whole = draft.unit == "%" and getattr(draft.condition, "value", None) == _HUNDRED
        if whole and draft.measure == "level" and draft.condition.op in ("=", ">="):
            return "higher", "condition"  # all of them are wanted, whatever they are
        if draft.unit == "hạng":
            return "lower", "condition"
        moved = draft.figure.phrase.moved if draft.figure is not None else None
        name = self.indicator or f"{draft.within} {draft.name}".strip()
        return better_of(name, draft.measure, draft.condition.op, moved)

    def _target(self, draft: Draft) -> Target:
        span = self.source.span(*draft.span)
        better = self._better(draft)
        common: dict[str, Any] = {
            "indicator": draft.name if self.indicator is None else self.indicator,
            "condition": draft.condition,
            "measure": draft.measure,
            "better": better[0],
            "better_source": better[1],
            "basis": draft.basis,
            "average_annual": draft.average_annual,
            "each": draft.each,
            "of": draft.of,
            "restates": draft.restates,
            "approximate": draft.approximate,
            "stretch": draft.stretch,
            "when": draft.when,
            "span": span,
        }
        for code in (*draft.doubts, *draft.remarks):
            self.notes.append(Diagnostic(code, {}, Place(span=span)))
        readings = tuple(Target(**{**common, **other}) for other in draft.others)
        return Target(**common, readings=readings, needs_review=bool(draft.doubts))


def _is_part(condition: Condition) -> bool:
    """Whether a condition is on a part of a whole that its figure alone does not tell: "2/3 số thôn"."""
    return isinstance(getattr(condition, "value", getattr(condition, "low", None)), Fraction)
