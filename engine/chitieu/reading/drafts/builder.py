"""Figure phrases to targets, with the statements beside them: the walk over the segments of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from chitieu.diagnostics import Diagnostic, Place
from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.references import opened_by, promote_point, promote_reference
from chitieu.reading.clause.segments import Figure, Segment, account
from chitieu.reading.clause.timing import opening_time
from chitieu.reading.drafts.neighbours import (
    doubt_starting_points,
    goes_on_changing,
    mark_bands,
    told_in_parts,
)
from chitieu.reading.drafts.statements import Statements
from chitieu.reading.drafts.structures import mark_structures
from chitieu.reading.drafts.targets import target_of
from chitieu.reading.drafts.together import spread_basis
from chitieu.reading.drafts.walk import FigureWalk
from chitieu.reading.numbers.named_changes import NamedChange
from chitieu.reading.phrases.parser import Grammar
from chitieu.reading.tokens.scanner import Token
from chitieu.reading.told import (
    earlier,
    events,
    history,
    inventories,
    reports,
    scoring,
    tasks,
    terms,
    turns,
    wanted,
)
from chitieu.reading.told.bodies import describes_a_body
from chitieu.reading.told.doubted import doubt_what_is_told
from chitieu.reading.told.happened import tells_what_happened
from chitieu.reading.told.headings import heads_what_is_told
from chitieu.reading.told.telling import only_tells
from chitieu.target import Target
from chitieu.text.source import SourceText

_BASIS = attrgetter("basis")


@dataclass(slots=True, init=False)
class Sentence:
    """What the segments of a sentence carry on: its number and its first draft, what it opened with."""

    number: int
    first: int
    opening: list[Token]
    past: history.Told  # whether it tells of the past
    time: str | None
    orders: bool  # gives someone something to do
    reports: bool  # all of it so far was told
    against: Figure | None  # what it compares with, where it begins with "so với …"


def _new_sentence(number: int, first: int) -> Sentence:
    sentence = Sentence()
    sentence.number, sentence.first, sentence.opening = number, first, []
    sentence.past, sentence.time, sentence.against = "", None, None
    sentence.orders = sentence.reports = False
    return sentence


#: Before the first.
_NO_SENTENCE = _new_sentence(-1, 0)


class TargetBuilder:
    """Walks the segments of one clause and builds its targets.

    ``indicator`` is the name of the one indicator, where it is known from elsewhere, and ``change`` the one that this
    name says. ``tells``: what the clause only tells is a target as well.
    """

    __slots__ = (
        "drafts", "figures", "growing", "head", "indicator", "marks", "may_order", "may_tell", "notes", "reported",
        "sentence", "source", "statements", "tells", "text", "timed", "wanted",
    )  # fmt: skip

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
        self.tells = tells
        self.text = source.text
        self.drafts: list[Draft] = []
        self.notes: list[Diagnostic] = []
        self.marks: frozenset[str] = frozenset()  # of all words of the clause
        self.timed = True  # whether any word tells a time
        self.may_tell = self.may_order = False  # whether any word tells of what is, or gives something to do
        self.reported = False  # whether any of it surely tells
        self.sentence = _NO_SENTENCE
        self.head: list[Token] = []  # of the segment before
        self.growing: Draft | None = None  # a change that is told in parts: "GRDP tăng 8%, trong đó: …; …"
        self.wanted: list[Draft] = []  # surely, behind what is told
        self.statements = Statements(grammar, self.text, indicator, self.drafts)
        self.figures = FigureWalk(self.text, self.drafts, self.statements, indicator, change)

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
        self.marks = self.figures.marks = marks
        self.timed = dated or "TIME" in marks
        self.may_tell, self.may_order = history.may_tell(marks, keys), not tasks.ORDERING.isdisjoint(marks)
        if turns.may_turn(marks, keys, dated=dated):  # guard
            segments = turns.turn_to_what_is_wanted(segments)
        for segment in segments:
            if "SCORES" in marks and scoring.gives_points(segment):
                continue
            self._read(segment)
        if self.drafts and "CHARGES" in marks and terms.charges_for_lapses(self.drafts):
            return self._told()
        if len(self.drafts) > 1:  # guard
            if scale := terms.steps_of_a_scale(self.drafts):
                self._tell(scale)
                self.drafts = [draft for draft in self.drafts if draft not in scale]
            if "WEIGHT" in marks and terms.weigh_together(self.drafts):
                return self._told()
            mark_bands(self.drafts)
            if "AMONG" in marks:  # guard
                mark_structures(self.drafts)
            doubt_starting_points(self.drafts)
            for draft in inventories.stand_before_an_aim(self.drafts) if "STRIVE" in marks else ():
                draft.doubts.append("reading.fact_or_target")
        if tokens and self.drafts:
            headed = heads_what_is_told(tokens, marks, keys, self.drafts) or tells_what_happened(
                tokens, marks, self.drafts, dated=dated
            )
            surely = self.wanted
            unsure = [draft for draft in self.drafts if draft not in surely] if surely else self.drafts
            if unsure:
                doubt_what_is_told(tokens, marks, unsure, headed=headed != "")
            doubted = not self.tells and len(self.drafts[0].doubts) > 0  # what is told is
            if doubted and (
                headed == "told" or only_tells(tokens, self.drafts) or describes_a_body(tokens, self.drafts)
            ):
                return self._told()
            if not self.tells and reports.only_reports(tokens, marks, self.drafts, opened=self.reported):
                return self._told()
        return tuple([self._target(draft) for draft in self.drafts])

    # ---- segments

    def _read(self, segment: Segment) -> None:
        """Read a segment as one more of its sentence."""
        first = len(self.drafts)
        begins = segment.sentence != self.sentence.number
        if begins:
            self.sentence = _new_sentence(segment.sentence, first)
        references = segment.references  # as they stand, before one becomes a figure of its own
        if references or not segment.figures:
            self._refer(segment)
        said = self._open(segment, begins=begins)
        ordered = False
        if self.may_order:  # guard
            ordered = self._orders(segment, begins=begins)
        if segment.head is not self.head and segment.figures and "ATTAIN" in self.marks:  # guard
            self.statements.heads(segment)
        self.head = segment.head
        own, still_open = self._state(segment, said, begins=begins, ordered=ordered)
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
        """Turn what only compares to a figure of its own, or words without one to what the sentence opened with."""
        if segment.references:
            promote_reference(segment)
            return
        if "AGAINST" in self.marks:
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
            sentence.opening, sentence.past = opening, said
            if self.timed:  # guard
                sentence.time = opening_time(words)
        return said

    def _orders(self, segment: Segment, *, begins: bool) -> bool:
        """Whether a segment, or its sentence from the beginning, gives someone something to do."""
        if not (begins or segment.figures):
            return self.sentence.orders
        ordered = self.sentence.orders or tasks.is_order(segment)
        if begins:
            self.sentence.orders = ordered
        return ordered

    def _state(
        self, segment: Segment, said: history.Told, *, begins: bool, ordered: bool
    ) -> tuple[history.Told, bool]:
        """Draft what a segment states. Whether it tells, and whether what is drafted may be told as well."""
        sentence = self.sentence
        reported, split = sentence.reports, None
        own: history.Told = ""
        if self.may_tell and segment.figures and not segment.turn:  # guard
            if any(map(events.tells_of_event, segment.figures)):
                sentence.past = "told"
                for draft in self.drafts[: sentence.first]:  # "Điểm chất lượng 3,42. Xảy ra 04 sự cố"
                    draft.doubts += ["reading.fact_or_target"] if wanted.may_be_told(draft) else []
                    draft.open = True
            own = history.told_by(segment, said)
            words = segment.head or segment.figures[0].left
            self.reported = self.reported or own == "told" or history.opens_a_report(segment, words)
        if own == "told" or (sentence.past == "told" and own != "may"):
            for draft in self.drafts[sentence.first :]:
                draft.doubts += ["reading.fact_or_target"] if wanted.may_be_told(draft) else []
            split = earlier.split_past(segment, goes_on=sentence.past == "told")
            if split is not None:
                self.figures.walk(segment, order=ordered, same=not begins)
            sentence.past = split if split is not None else sentence.past or "may"
            sentence.reports = split is None
        elif segment.figures:
            self.figures.walk(segment, order=ordered, same=not begins)
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
        """Say of all that a clause tells that it is told."""
        self._tell(self.drafts)
        return ()

    def _tell(self, drafts: Sequence[Draft]) -> None:
        """Say of drafts that they are told: no targets, but a note."""
        for draft in drafts:
            if draft.figure is not None:
                account(draft.figure, "description", again=True)
        begin, end = min(draft.span[0] for draft in drafts), max(draft.span[1] for draft in drafts)
        self.notes.append(Diagnostic("reading.only_told", {}, Place(span=self.source.span(begin, end))))
