"""Figure phrases to targets, with the statements beside them: the walk over the segments of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from chitieu.diagnostics import Diagnostic, Place
from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.measured_by_name import measure_by_name
from chitieu.reading.clause.negation import NEGATIVE, govern, turn_negated
from chitieu.reading.clause.references import hold_change, opened_by, promote_point, promote_reference
from chitieu.reading.clause.segments import Figure, Segment, account, account_all, content, has_content
from chitieu.reading.clause.timing import opening_time
from chitieu.reading.drafts.brackets import (
    only_tells_of_host,
    relate_to_host,
    take_unit_of_total,
    tells_of_year_before,
)
from chitieu.reading.drafts.drafting import draft_of
from chitieu.reading.drafts.neighbours import (
    doubt_starting_points,
    goes_on_changing,
    mark_bands,
    told_in_parts,
)
from chitieu.reading.drafts.respectively import hand_out_names
from chitieu.reading.drafts.sharing import goes_on_behind_semicolon, share_units
from chitieu.reading.drafts.statements import GOING_ON, Statements
from chitieu.reading.drafts.targets import target_of
from chitieu.reading.drafts.together import (
    settle_together,
    spread_basis,
    take_level_unit,
    tells_what_there_is,
)
from chitieu.reading.numbers.named_changes import NamedChange
from chitieu.reading.phrases.parser import Grammar
from chitieu.reading.statements.statement import Statement
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.told import (
    aside,
    beside,
    conditional,
    describing,
    earlier,
    history,
    inventories,
    reports,
    scoring,
    tasks,
    turns,
    wanted,
)
from chitieu.reading.told.headings import heads_what_is_told
from chitieu.reading.told.owning import is_condition_of, take_condition
from chitieu.reading.told.telling import doubt_what_is_told, only_tells
from chitieu.target import Target
from chitieu.text.source import SourceText

_BASIS = attrgetter("basis")
#: What words before a figure state, which ends another thing.
_STATING = frozenset(
    {
        "AMONG", "ENOUGH", "GRADE", "HOLD", "ABSENT", "KEEP", "PLAN", "ATTAIN", "COMMON",
        "BECOMES", "EQUALS", "NEVER", "EVERY", "STANDING", "FINISH", "HONOR",
    }
)  # fmt: skip
_UNIVERSAL, _DENYING = frozenset({"EACH", "EVERY"}), frozenset({"ABSENT", "NEVER"})
#: What a person is asked where the own figure of what something is compared with is told behind it.
_DOUBTS = {"earlier": "reading.difference", "plan of a result": "reading.fact_or_target"}
_BOUNDED = frozenset({"<", "<=", ">", ">="})
#: What opens a part of what stands before.
_OF_THE_WHOLE = frozenset({"AMONG", "APART"})


def _leads_each(figure: Figure) -> bool:
    """Whether a universal is the subject: "mỗi chi bộ …", "xã nào cũng …"; what follows may be of it too."""
    opening = next(iter(content(figure.left)), None)
    return "EVERY" in figure.said or (opening is not None and "EACH" in opening.marks)


@dataclass(slots=True)
class Sentence:
    """What the segments of a sentence carry on: its number and its first draft, what it opened with."""

    number: int
    first: int
    opening: list[Token] = field(default_factory=list)
    past: history.Told = ""  # whether it tells of the past
    time: str | None = None
    orders: bool = False  # gives someone something to do
    reports: bool = False  # all of it so far was told
    against: Figure | None = None  # what it compares with, where it begins with "so với …"


#: Before the first.
_NO_SENTENCE = Sentence(-1, 0)


class TargetBuilder:
    """Walks the segments of one clause and builds its targets.

    ``indicator`` is the name of the one indicator, where it is known from elsewhere, and ``change`` the one that this
    name says. ``tells``: what the clause only tells is a target as well.
    """

    def __init__(
        self,
        grammar: Grammar,
        source: SourceText,
        indicator: str | None = None,
        change: NamedChange | None = None,
        *,
        tells: bool = True,
    ) -> None:
        self.source = source
        self.indicator = indicator
        self.change = change
        self.tells = tells
        self.text = source.text
        self.drafts: list[Draft] = []
        self.notes: list[Diagnostic] = []
        self.marks: frozenset[str] = frozenset()  # of all words of the clause
        self.may_tell = self.may_order = False  # whether any word tells of what is, or gives something to do
        self.same = False  # whether the segment goes on in the sentence of the one before
        self.sentence = _NO_SENTENCE
        self.head: list[Token] = []  # of the segment before
        self.growing: Draft | None = None  # a change that is told in parts: "GRDP tăng 8%, trong đó: …; …"
        self.wanted: list[Draft] = []  # surely, behind what is told
        self.statements = Statements(grammar, self.text, indicator, self.drafts)

    def build(
        self,
        segments: list[Segment],
        marks: frozenset[str],
        keys: set[str],
        tokens: Sequence[Token] = (),
        *,
        dated: bool = True,
    ) -> tuple[Target, ...]:
        """Read every segment in order; the targets, with their better sides and other readings.

        ``marks`` and ``keys`` are those of all its words. ``tokens`` are those of the whole clause, where it is one of
        sentences rather than a short expression. ``dated`` is False where no number of it is a year or of a day.
        """
        self.marks = marks
        self.may_tell, self.may_order = history.may_tell(marks, keys), not tasks.ORDERING.isdisjoint(marks)
        if turns.may_turn(marks, keys, dated=dated):  # guard
            segments = turns.turn_to_what_is_wanted(segments)
        for segment in segments:
            if "SCORES" in marks and scoring.gives_points(segment):
                continue
            self._read(segment)
        if len(self.drafts) > 1:  # guard
            mark_bands(self.drafts)
            doubt_starting_points(self.drafts)
            for draft in inventories.stand_before_an_aim(self.drafts) if "STRIVE" in marks else ():
                draft.doubts.append("reading.fact_or_target")
        if tokens and self.drafts:
            headed = heads_what_is_told(tokens, marks, keys, self.drafts)
            surely = self.wanted
            unsure = [draft for draft in self.drafts if draft not in surely] if surely else self.drafts
            if unsure:
                doubt_what_is_told(tokens, marks, unsure, headed=headed != "")
            doubted = not self.tells and len(self.drafts[0].doubts) > 0  # what is told is
            if doubted and (headed == "told" or only_tells(tokens, self.drafts)):
                return self._told()
            if not self.tells and reports.only_reports(tokens, marks, self.drafts):
                return self._told()
        return tuple([self._target(draft) for draft in self.drafts])

    # ---- segments

    def _read(self, segment: Segment) -> None:
        """Read a segment as one more of its sentence."""
        first = len(self.drafts)
        begins = segment.sentence != self.sentence.number
        if begins:
            self.sentence = Sentence(segment.sentence, first)
        self.same = not begins
        references = segment.references  # as they stand, before one becomes a figure of its own
        self._refer(segment)
        said = self._open(segment, begins=begins)
        ordered = self._orders(segment, begins=begins)
        if segment.head is not self.head and segment.figures and "ATTAIN" in self.marks:  # guard
            self.statements.heads(segment)
        self.head = segment.head
        own, still_open = self._state(segment, said, ordered=ordered)
        stated = self.drafts[first:]
        if segment.figures:
            self.statements.tasked = False
        if stated and segment.of_grade:
            stated[0].restates = True
        if segment.turn == "wanted":
            for draft in stated[:1]:
                draft.doubts = [code for code in draft.doubts if code != "reading.fact_or_target"]
            self.wanted += stated
        elif segment.turn:
            own = "may"
        turned = segment.turn == "may"
        if self.sentence.past == "may" or own == "may":
            for draft in stated:
                draft.doubts += (
                    ["reading.fact_or_target"] if wanted.may_go_on(draft, before_a_turn=turned) else []
                )
                draft.open = draft.open or still_open
        self._go_on(segment, stated, references[0] if references else None)

    def _refer(self, segment: Segment) -> None:
        """Turn what only compares to a figure of its own, or to what the sentence opened with."""
        if segment.references:
            promote_reference(segment)
            return
        if "AGAINST" in self.marks and not segment.figures:
            promote_point(segment)
        if self.sentence.against is not None and not segment.figures:
            opened_by(segment, self.sentence.against)

    def _open(self, segment: Segment, *, begins: bool) -> history.Told:
        """Whether the first words of a segment say that it tells; those of a sentence hold for all of it."""
        words = segment.head or (segment.figures[0].left if segment.figures else segment.words)
        sentence, opening = self.sentence, words[: history.OPENING]
        said: history.Told = ""
        if segment.turn:
            sentence.past, sentence.time = "", opening_time(words)
        elif self.may_tell:  # guard
            said = history.told_by_opening(opening)
        if said == "told" and history.may_be_planned(segment, opening):
            said = "may"
        if begins:
            sentence.opening = opening
            sentence.past, sentence.time = said, opening_time(words)
        return said

    def _orders(self, segment: Segment, *, begins: bool) -> bool:
        """Whether a segment, or its sentence from the beginning, gives someone something to do."""
        if not (self.may_order and (begins or segment.figures)):  # guard
            return self.sentence.orders
        ordered = self.sentence.orders or tasks.is_order(segment)
        if begins:
            self.sentence.orders = ordered
        return ordered

    def _state(self, segment: Segment, said: history.Told, *, ordered: bool) -> tuple[history.Told, bool]:
        """Draft what a segment states. Whether it tells, and whether what is drafted may be told as well."""
        sentence = self.sentence
        reported, split = sentence.reports, None
        own: history.Told = ""
        if self.may_tell and segment.figures and not segment.turn:  # guard
            if any(map(history.tells_of_event, segment.figures)):
                sentence.past = "told"
                for draft in self.drafts[: sentence.first]:  # "Điểm chất lượng 3,42. Xảy ra 04 sự cố"
                    draft.doubts += ["reading.fact_or_target"] if wanted.may_be_told(draft) else []
                    draft.open = True
            own = history.told_by(segment, said)
        if own == "told" or (sentence.past == "told" and own != "may"):
            for draft in self.drafts[sentence.first :]:
                draft.doubts += ["reading.fact_or_target"] if wanted.may_be_told(draft) else []
            split = earlier.split_past(segment, goes_on=sentence.past == "told")
            if split is not None:
                self._figures(segment, order=ordered)
            sentence.past = split if split is not None else sentence.past or "may"
            sentence.reports = split is None
        elif segment.figures:
            self._figures(segment, order=ordered)
            sentence.past = sentence.past or own
        else:
            self.statements.worded(segment)
        return own, not reported or split is not None

    def _go_on(self, segment: Segment, stated: list[Draft], reference: Figure | None) -> None:
        """Settle what a segment states by what stands before it in its sentence, and by what it compares with."""
        sentence, first = self.sentence, len(self.drafts) - len(stated)
        if "AMONG" in self.marks:  # guard
            if self.growing is None and first and segment.head:  # "GRDP tăng 9%. Trong đó: nông nghiệp 3%; …"
                among = all("AMONG" in token.marks for token in segment.head)
                self.growing = self.drafts[first - 1] if among else None
            self.growing = told_in_parts(stated, segment, self.growing)
        if stated and sentence.first < first and not segment.head:  # guard
            goes_on_changing(stated, segment, self.drafts[first - 1])
        if not segment.turn and (self.may_tell or "plan" in map(_BASIS, stated)):
            self._doubt_results(segment, stated, sentence.opening)
        if sentence.time is not None:
            for draft in stated:
                draft.when = draft.when or sentence.time
        if (
            reference is not None
            and reference.phrase.basis
            and not reference.left
            and (not segment.figures or reference.start < segment.figures[0].start)
        ):
            sentence.against = reference
        if sentence.against is not None and sentence.against.phrase.basis:
            spread_basis(stated, sentence.against.phrase.basis)

    def _target(self, draft: Draft) -> Target:
        start, end = draft.span
        span = self.source.span(start, end)
        target = target_of(draft, self.indicator, span)
        if draft.doubts or draft.remarks:
            place = Place(span=span)
            self.notes += [Diagnostic(code, {}, place) for code in (*draft.doubts, *draft.remarks)]
        return target

    def _doubt_results(self, segment: Segment, stated: list[Draft], opening: list[Token]) -> None:
        """Ask a person about what a segment states where something beside it tells of results.

        ``opening`` are the words that its sentence opens with.
        """
        if any(map(history.tells_of_execution, stated)):
            for draft in stated:
                draft.doubts.append("reading.fact_or_target")
                draft.open = draft.open or len(stated) == 1
        elif history.tells_of_result(segment, stated, opening):
            for draft in stated:
                draft.doubts += ["reading.fact_or_target"] if wanted.may_be_told(draft) else []
                draft.open = True

    def _told(self) -> tuple[Target, ...]:
        """Say of all that a clause tells that it is told: no target, but a note."""
        for draft in self.drafts:
            if draft.figure is not None:
                account(draft.figure, "description", again=True)
        begin, end = min(draft.span[0] for draft in self.drafts), max(draft.span[1] for draft in self.drafts)
        self.notes.append(Diagnostic("reading.only_told", {}, Place(span=self.source.span(begin, end))))
        return ()

    # ---- figures

    def _figures(self, segment: Segment, *, order: bool) -> None:
        """The targets of the figures of a segment. ``order``: it gives someone something to do."""
        previous: Draft | None = None
        begun = len(self.drafts)
        each: str | None = None
        against = None
        if len(segment.figures) > 1 and not aside.SETTING_ASIDE.isdisjoint(self.marks):
            against = aside.set_aside(segment)
        figures = segment.figures
        if not figures:
            return
        first = figures[0]
        if begun and first.left and not first.left[0].marks.isdisjoint(_OF_THE_WHOLE):
            previous = self.drafts[-1]  # "…; trong đó có chứng chỉ đạt 33%", "…; riêng xã biên giới 3%"
            first.joined_by = "among" if "AMONG" in first.left[0].marks else "apart"
            first.left = first.left[1:]
        elif (
            begun
            and self.drafts[-1].op in _BOUNDED
            and goes_on_behind_semicolon(first, self.drafts[-1], same=self.same)
        ):
            previous, first.joined_by = self.drafts[-1], ","
        several = len(figures) > 1
        if several:  # guard
            share_units(figures)
        if "RESPECTIVELY" in self.marks:  # guard
            hand_out_names(figures)
        if order:
            tasks.drop_counts(segment)
            figures = segment.figures
        described: list[Token] = []
        tended = False  # the figure before is a count that a task tends
        for position, figure in enumerate(figures):
            said = figure.said
            mark: beside.Mark | None = None
            if not said.isdisjoint(NEGATIVE):  # guard
                govern(figure)
                said = figure.said
            if "AGAINST" in said:  # guard
                aside.changes_against(figure)
                said = figure.said
            contained = "CONTAINS" in said and inventories.contains_members(figure)
            if "ABSENT" in said and self.statements.lasts_too_long(figure):  # guard
                continue
            if not said.isdisjoint(_STATING):  # guard
                self.statements.before(figure, figures[position - 1] if position else None)
                said = figure.said
            if figure.phrase.of_rank is not None and describing.is_share_of_group(figure):  # guard
                self.statements.add(
                    Statement("attained", [*figure.left, *figure.island.tokens, *figure.right])
                )
                account(figure, "name")
                continue
            if figure.phrase.amount is None and not said.isdisjoint(_DENYING):  # guard
                hold_change(figure)
                said = figure.said
            if "ABSENT" in said and self.statements.absence(figure):
                continue
            if "NEVER" in said:  # guard
                turn_negated(figure)
            tending = "TENDS" in said and tasks.is_tended(figure)
            if (tending and not tasks.is_carried_out(figure)) or (tended and tasks.goes_on(figure)):
                account_all(figure, "task")
                tended = True
                continue
            tended = False
            if self.indicator is None and inventories.counts_its_items(figure):
                account_all(figure, "count")
                continue
            bounded = figure.phrase.compared or figure.phrase.closing
            if bounded and tasks.sizes_whom(figure):
                account_all(figure, "task")
                continue
            if (
                bounded
                and not (position or figure.right)
                and conditional.tells_whose(figure, figures[1:2], self.text)
            ):
                account(figure, "description")
                if several:
                    figures[1].left = [*figure.left, *figure.island.tokens, *figures[1].left]
                continue
            if several:  # guard
                if (position and earlier.tells_before(figure)) or earlier.starts_a_move(figures, position):
                    if previous is not None and history.comes_only_to(previous, figure):
                        previous.doubts.append("reading.fact_or_target")
                    account_all(figure, "past")
                    continue
                if position and figure.phrase.equals:
                    mark = beside.mark_of(figures, position)
                if mark is not None and mark != "difference":
                    account(figure, "past" if mark == "earlier" else "plan")
                    if previous is not None and not previous.doubts and mark != "plan":
                        previous.doubts.append(_DOUBTS[mark])
                    if stated_before := self.drafts[begun:-1]:
                        take_level_unit(self.drafts[-1], stated_before[-1])
                    continue
                if describing.adds_amount(figures, position):
                    described = []
                    continue
                if describing.describes(figures, position):
                    account(figure, "description")
                    if previous is not None and is_condition_of(figures[position - 1], figure):
                        take_condition(self.text, previous, figure)
                        continue
                    described = [*described, *figure.left, *figure.island.tokens, *figure.right][-40:]
                    continue
            if described and not has_content(figure.left) and not figure.joined_by:
                figure.left = described + figure.left
            described = []
            leads_each = not said.isdisjoint(_UNIVERSAL) and _leads_each(figure)
            draft = draft_of(self.text, figure, segment, previous, self.drafts[-1] if self.drafts else None)
            if mark is not None:
                draft.doubts.append("reading.difference")
            if self.indicator and draft.measure == "level":
                measure_by_name(draft, figure, self.indicator, self.change)
            if draft.replaces is not None:
                self._forget(draft.replaces)
            if (
                each
                and not draft.each
                and figure.joined_by
                and not marked(figure.left, "WHOLE", "RATE", "SUM")
                and not marked(figure.left[:1], "PROPERTY", "FALL", "RISE", "GROWTH_NAME", "STRIVE")
            ):
                draft.each = each
            elif not leads_each:
                each = None  # "hài lòng ở từng lĩnh vực đạt 91%, …": of that figure alone
            if leads_each:
                each = draft.each
            if tending or (order and tasks.may_be_someones(figure)):
                draft.doubts.append("reading.fact_or_target")
                draft.open = True
            if contained and "reading.fact_or_target" not in draft.doubts:
                draft.doubts.append("reading.fact_or_target")
            unnamed = self.indicator is None and not draft.unit
            if unnamed and inventories.says_nothing_of_itself(draft, figure):
                draft.doubts.append("reading.bare_figure")
            self.drafts.append(draft)
            previous = draft
            if figure.bracket:
                self._bracket(figure, draft)
        settle_together(self.drafts[begun:], segment, against)
        for figure in figures if not order else ():
            if not figure.behind.isdisjoint(GOING_ON):  # guard
                self.statements.behind(figure)
        if len(figures) > 1 and tells_what_there_is(segment, self.marks):
            for draft in self.drafts[begun:]:
                draft.doubts += [] if draft.doubts else ["reading.fact_or_target"]

    def _forget(self, draft: Draft) -> None:
        """Take back a target that turned out to tell where another starts from."""
        self.drafts.remove(draft)
        if draft.figure is not None:
            account(draft.figure, "past", again=True)

    def _bracket(self, figure: Figure, host: Draft) -> None:
        """The targets of a bracket behind a figure, of which ``host`` is the draft."""
        self.same = False
        inner = [told for segment in figure.bracket for told in segment.figures]
        lone = inner[0] if len(inner) == 1 else None
        if len(inner) > 1 and tells_of_year_before(inner, figure, host):
            return
        for segment in figure.bracket:
            if "SCORES" in self.marks and scoring.gives_points(segment):
                continue
            if only_tells_of_host(segment, figure, host, lone):
                continue
            if not segment.figures:  # "(không còn hộ nghèo là người có công; hộ cận nghèo dưới 2%)"
                self.statements.worded(segment)
                continue
            begun = len(self.drafts)
            take_unit_of_total(segment.figures[0], figure)
            self._figures(segment, order=tasks.is_order(segment))
            relate_to_host(self.drafts[begun:], figure, host, several=len(inner) > 1)
