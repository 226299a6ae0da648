"""The walk over the figures of a segment: what each of them is, and the targets of those that are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.measured_by_name import measure_by_name
from chitieu.reading.clause.negation import NEGATIVE, govern, turn_negated
from chitieu.reading.clause.references import hold_change
from chitieu.reading.clause.segments import Figure, Segment, account, account_all, content
from chitieu.reading.drafts.brackets import (
    only_tells_of_host,
    relate_to_host,
    take_unit_of_parts,
    take_unit_of_total,
    tells_of_year_before,
)
from chitieu.reading.drafts.drafting import draft_of
from chitieu.reading.drafts.neighbours import rise_as_the_whole
from chitieu.reading.drafts.respectively import Named, hand_out_names
from chitieu.reading.drafts.sharing import goes_on_behind_semicolon, share_units
from chitieu.reading.drafts.statements import GOING_ON, Statements
from chitieu.reading.drafts.together import settle_together, take_level_unit, tells_what_there_is
from chitieu.reading.numbers.named_changes import NamedChange
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
    scoring,
    tasks,
)
from chitieu.reading.told.owning import is_condition_of, take_condition

#: What words before a figure state, which ends another thing.
_STATING = frozenset(
    {
        "AMONG", "ENOUGH", "GRADE", "HOLD", "ABSENT", "KEEP", "PLAN", "ATTAIN", "COMMON",
        "BECOMES", "EQUALS", "NEVER", "EVERY", "STANDING", "FINISH", "HONOR",
    }
)  # fmt: skip
#: What before a figure there is to be done with, as `FigureWalk._is_stated` asks; before most there is nothing.
_LED = _STATING | NEGATIVE | {"AGAINST", "CONTAINS"}
_UNIVERSAL, _DENYING = frozenset({"EACH", "EVERY"}), frozenset({"ABSENT", "NEVER"})
#: What a person is asked where the own figure of what something is compared with is told behind it.
_DOUBTS = {"earlier": "reading.difference", "plan of a result": "reading.fact_or_target"}
_BOUNDED = frozenset({"<", "<=", ">", ">="})
#: What may tend what is counted behind it.
_TENDING = frozenset({"TENDS", "FAVOURS"})
#: What opens a part of what stands before.
_OF_THE_WHOLE = frozenset({"AMONG", "APART"})
_JOINED_BY = attrgetter("joined_by")
#: So many words that describe are kept for the figure that they lead to.
_DESCRIBING = 40


@dataclass(slots=True, init=False)
class _Course:
    """What the figures of a segment carry on from one to the next, and what is found of the one at hand."""

    segment: Segment
    figures: list[Figure]
    begun: int  # where the drafts of the segment begin
    order: bool  # gives someone something to do
    previous: Draft | None
    each: str | None
    described: list[Token]  # words of figures that only describe
    tended: bool  # the figure before is a count that a task tends
    tending: bool  # so may be the one at hand
    contained: bool  # it counts who belongs to something
    mark: beside.Mark | None  # what it is beside the one before


def _new_course(segment: Segment, begun: int, previous: Draft | None, *, order: bool) -> _Course:
    course = _Course()
    course.segment, course.figures, course.begun = segment, segment.figures, begun
    course.order, course.previous = order, previous
    course.each, course.mark, course.described = None, None, []
    course.tended = course.tending = course.contained = False
    return course


class FigureWalk:
    """Walks the figures of a clause, segment by segment, and adds to its drafts and statements.

    ``indicator`` is the name of the one indicator, where it is known from elsewhere, and ``change`` the one that this
    name says. ``marks`` are those of all words of the clause.
    """

    __slots__ = ("change", "drafts", "indicator", "marks", "named", "statements", "text")

    def __init__(
        self,
        text: str,
        drafts: list[Draft],
        statements: Statements,
        indicator: str | None,
        change: NamedChange | None,
    ) -> None:
        self.text, self.drafts, self.statements = text, drafts, statements
        self.indicator, self.change = indicator, change
        self.marks: frozenset[str] = frozenset()
        self.named: Named = []  # what "lần lượt" told the last figures apart by

    def walk(self, segment: Segment, *, order: bool, same: bool) -> None:
        """Add the targets of the figures of a segment.

        ``order``: it gives someone something to do. ``same``: it goes on in the sentence of the segment before.
        """
        figures = segment.figures
        if not figures:
            return
        against = None
        if len(figures) > 1 and not aside.SETTING_ASIDE.isdisjoint(self.marks):
            against = aside.set_aside(segment)
            figures = segment.figures
            if not figures:
                return
        begun = len(self.drafts)
        previous = self._goes_on(figures[0], same=same) if begun else None
        several = len(figures) > 1
        if several:  # guard
            among = marked(segment.head, "AMONG") or "among" in map(_JOINED_BY, figures)
            share_units(figures, parts=among)
        if "RESPECTIVELY" in self.marks:  # guard
            self.named = hand_out_names(figures, self.named)
        if order:
            tasks.drop_counts(segment)
            figures = segment.figures
        course = _new_course(segment, begun, previous, order=order)
        for position, figure in enumerate(figures):
            if not (
                self._is_stated(course, position, figure)
                or self._is_tended(course, position, figure)
                or (several and self._stands_beside(course, position, figure))
            ):
                self._draft(course, figure)
        if begun and self.drafts[begun - 1].average_annual and marked(segment.head, "AMONG"):
            rise_as_the_whole(self.drafts[begun:], self.drafts[begun - 1])
        settle_together(self.drafts[begun:], segment, against)
        if not (order or self.marks.isdisjoint(GOING_ON)):
            for figure in figures:
                if not figure.behind.isdisjoint(GOING_ON):  # guard
                    self.statements.behind(figure)
        if len(figures) > 1 and tells_what_there_is(segment, self.marks):
            for draft in self.drafts[begun:]:
                draft.doubts += [] if draft.doubts else ["reading.fact_or_target"]

    def _goes_on(self, first: Figure, *, same: bool) -> Draft | None:
        """The last draft, where the first figure of a segment is a part of it or goes on behind its semicolon."""
        if first.left and not first.left[0].marks.isdisjoint(_OF_THE_WHOLE):
            # "…; trong đó có chứng chỉ đạt 33%", "…; riêng xã biên giới 3%"
            first.joined_by = "among" if "AMONG" in first.left[0].marks else "apart"
            first.left = first.left[1:]
            return self.drafts[-1]
        last = self.drafts[-1]
        if last.op in _BOUNDED and goes_on_behind_semicolon(first, last, same=same):
            first.joined_by = ","
            return last
        return None

    def _is_stated(self, course: _Course, position: int, figure: Figure) -> bool:
        """Take the words before a figure that state something of their own; whether it is a part of that."""
        said = figure.said
        course.mark, course.contained = None, False
        if not (not said.isdisjoint(_LED) or figure.phrase.of_rank is not None):  # guard
            return False
        if not said.isdisjoint(NEGATIVE):  # guard
            govern(figure)
            said = figure.said
        if "AGAINST" in said:  # guard
            aside.changes_against(figure)
            said = figure.said
        course.contained = "CONTAINS" in said and inventories.contains_members(figure)
        if "ABSENT" in said and self.statements.extent(figure):  # guard
            return True
        if not said.isdisjoint(_STATING):  # guard
            self.statements.before(figure, course.figures[position - 1] if position else None)
            said = figure.said
        if figure.phrase.of_rank is not None and describing.is_share_of_group(figure):  # guard
            self.statements.add(Statement("attained", [*figure.left, *figure.island.tokens, *figure.right]))
            account(figure, "name")
            return True
        if figure.phrase.amount is None and not said.isdisjoint(_DENYING):  # guard
            hold_change(figure)
            said = figure.said
        if "ABSENT" in said and self.statements.absence(figure):
            return True
        if "NEVER" in said:  # guard
            turn_negated(figure)
        return False

    def _is_tended(self, course: _Course, position: int, figure: Figure) -> bool:
        """Whether a figure only counts what a task tends or a thing has, or says for whom something is."""
        may_tend = not (self.marks.isdisjoint(_TENDING) or figure.said.isdisjoint(_TENDING))
        course.tending = may_tend and tasks.is_tended(figure)
        tended = course.tending and not tasks.is_carried_out(figure)
        course.tended = tended or (course.tended and tasks.goes_on(figure))
        if course.tended:
            account_all(figure, "task")
            return True
        if "MOVED_TO" in self.marks and tasks.is_talked_about(figure):  # guard
            account_all(figure, "task")
            return True
        if "PAPER" in self.marks and (tasks.is_of_a_paper(figure) or tasks.is_on_a_list(figure)):  # guard
            account_all(figure, "task")
            return True
        if self.indicator is None and inventories.counts_its_items(figure):
            account_all(figure, "count")
            return True
        if not (figure.phrase.compared or figure.phrase.closing):
            return False
        if tasks.sizes_whom(figure):
            account_all(figure, "task")
            return True
        following = course.figures[1:2]
        if position or not conditional.tells_whose(figure, following, self.text):
            return False
        account(figure, "description")
        for other in following:
            other.left = [*figure.left, *figure.island.tokens, *figure.right, *other.left]
        return True

    def _stands_beside(self, course: _Course, position: int, figure: Figure) -> bool:
        """Whether a figure only tells what was before, what is compared with or what describes the next."""
        figures, previous = course.figures, course.previous
        if (position and earlier.tells_before(figure)) or earlier.starts_a_move(figures, position):
            if previous is not None and history.comes_only_to(previous, figure):
                previous.doubts.append("reading.fact_or_target")
            account_all(figure, "past")
            return True
        mark = beside.mark_of(figures, position) if position and figure.phrase.equals else None
        course.mark = mark
        if mark is not None and mark != "difference":
            account(figure, "past" if mark == "earlier" else "plan")
            if previous is not None and not previous.doubts and mark != "plan":
                previous.doubts.append(_DOUBTS[mark])
            if stated_before := self.drafts[course.begun : -1]:
                take_level_unit(self.drafts[-1], stated_before[-1])
            return True
        if describing.adds_amount(figures, position):
            course.described = []
            return True
        if "PROPERTY" in self.marks and describing.sizes_a_project(figures, position):  # guard
            account(figure, "description")
            return True
        if describing.describes(figures, position):
            account(figure, "description")
            if previous is not None and is_condition_of(figures[position - 1], figure):
                take_condition(self.text, previous, figure)
                return True
            words = [*course.described, *figure.left, *figure.island.tokens, *figure.right]
            course.described = words[-_DESCRIBING:]
            return True
        return False

    def _draft(self, course: _Course, figure: Figure) -> None:
        """Add the target of a figure, with what may send it to a person."""
        universal = not (self.marks.isdisjoint(_UNIVERSAL) or figure.said.isdisjoint(_UNIVERSAL))
        if course.described and not figure.joined_by:
            figure.left = course.described + figure.left
        course.described = []
        leads_each = universal and _leads_each(figure)
        last = self.drafts[-1] if self.drafts else None
        draft = draft_of(self.text, figure, course.segment, course.previous, last)
        if course.mark is not None:
            draft.doubts.append("reading.difference")
        if self.indicator and draft.measure == "level":
            measure_by_name(draft, figure, self.indicator, self.change)
        if draft.replaces is not None:
            self._forget(draft.replaces)
        if course.each and not draft.each and figure.joined_by and not _has_its_own_subject(figure):
            draft.each = course.each
        elif not leads_each:
            course.each = None  # "hài lòng ở từng lĩnh vực đạt 91%, …": of that figure alone
        if leads_each:
            course.each = draft.each
        if course.tending or (course.order and tasks.may_be_someones(figure)):
            draft.doubts.append("reading.fact_or_target")
            draft.open = True
        if course.contained and "reading.fact_or_target" not in draft.doubts:
            draft.doubts.append("reading.fact_or_target")
        if figure is course.figures[0] and conditional.may_tell_whose(figure, course.figures[1:2]):
            draft.doubts.append("reading.conditional")
        unnamed = self.indicator is None and not draft.unit
        if unnamed and inventories.says_nothing_of_itself(draft, figure):
            draft.doubts.append("reading.bare_figure")
        self.drafts.append(draft)
        course.previous = draft
        if figure.bracket:
            self._bracket(figure, draft)

    def _forget(self, draft: Draft) -> None:
        """Take back a target that turned out to tell where another starts from."""
        self.drafts.remove(draft)
        if draft.figure is not None:
            account(draft.figure, "past", again=True)

    def _bracket(self, figure: Figure, host: Draft) -> None:
        """The targets of a bracket behind a figure, of which ``host`` is the draft."""
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
            self.walk(segment, order=tasks.is_order(segment), same=False)
            relate_to_host(self.drafts[begun:], figure, host, several=len(inner) > 1)
        if len(inner) > 1:
            take_unit_of_parts(self.drafts[self.drafts.index(host) + 1 :], host)


def _leads_each(figure: Figure) -> bool:
    """Whether a universal is the subject: "mỗi chi bộ …", "xã nào cũng …"; what follows may be of it too."""
    opening = next(iter(content(figure.left)), None)
    return "EVERY" in figure.said or (opening is not None and "EACH" in opening.marks)


def _has_its_own_subject(figure: Figure) -> bool:
    """ "mỗi xã có 1 mô hình, tỷ lệ hộ nghèo giảm 1%": what is said of each ends at a measure of its own."""
    return marked(figure.left, "WHOLE", "RATE", "SUM") or marked(
        figure.left[:1], "PROPERTY", "FALL", "RISE", "GROWTH_NAME", "STRIVE"
    )
