"""Figure phrases and statements to targets: the walk over the segments of a clause."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from chitieu.diagnostics import Diagnostic, Place
from chitieu.quantity.scales import find_scale
from chitieu.reading import describing, facts, history, tasks
from chitieu.reading.asides import Asides, take_asides
from chitieu.reading.better import better_of
from chitieu.reading.clause import Figure, Segment, account, account_all, has_content, promote_reference
from chitieu.reading.draft import Draft
from chitieu.reading.drafting import draft_of, note_asides
from chitieu.reading.measuring import names_a_fall
from chitieu.reading.naming import words_of
from chitieu.reading.neighbours import (
    in_bracket,
    mark_bands,
    share_multiples,
    spread_basis,
    starting_points,
    told_in_parts,
)
from chitieu.reading.parser import Grammar
from chitieu.reading.scanner import Token, marked, marks_of
from chitieu.reading.sharing import (
    NEGATED,
    ends_in_grade,
    hand_out_names,
    is_striven_title,
    keeps_title,
    meets_plan,
    share_units,
    stands_alone,
    without_time,
)
from chitieu.reading.statement import (
    Statement,
    ends_in_a_kind,
    is_under,
    read_statement,
    split_kept,
    split_statements,
)
from chitieu.reading.telling import doubt_what_is_told, only_tells
from chitieu.reading.timing import opening_time, tells_deadline
from chitieu.target import (
    Better,
    BetterSource,
    Condition,
    GradeCondition,
    StatusCondition,
    Target,
)
from chitieu.target.trusted import trusted
from chitieu.text.source import SourceText
from chitieu.text.spoken import AND, GET, HAVE_NONE, LET_NOT, PLACE, TOO_MANY, words

_HUNDRED = Decimal(100)
#: What words before a figure state, which ends another thing.
_STATING = frozenset(
    {"AMONG", "ENOUGH", "GRADE", "HOLD", "ABSENT", "KEEP", "PLAN", "ATTAIN", "BECOMES", "EQUALS"}
)
#: What only the target says, for all its readings.
_OF_ALL_READINGS = frozenset({"needs_review", "readings"})
_LASTING = frozenset(words("CLOCK_UNIT"))


class TargetBuilder:
    """Walks the segments of one clause and builds its targets.

    ``indicator`` is the name of the one indicator, where it is known from elsewhere. ``tells``: what the clause only
    tells is a target as well.
    """

    def __init__(
        self, grammar: Grammar, source: SourceText, indicator: str | None = None, *, tells: bool = True
    ) -> None:
        self.grammar = grammar
        self.source = source
        self.indicator = indicator
        self.tells = tells
        self.text = source.text
        self.drafts: list[Draft] = []
        self.notes: list[Diagnostic] = []

    def build(self, segments: list[Segment], tokens: Sequence[Token] = ()) -> tuple[Target, ...]:
        """Read every segment in order; the targets, with their better sides and other readings.

        ``tokens`` are those of the whole clause, where it is one of sentences rather than a short expression.
        """
        begun, opened = -1, 0  # of the sentence: its number, its first draft
        past: history.Told = ""  # whether it tells of the past
        time: str | None = None
        opens: list[Token] = []
        order = report = False  # whether it orders something, whether all of it so far was told
        growing: Draft | None = None  # a change that is told in parts: "GRDP tăng 8%, trong đó: …; …"
        opening: tuple[int, str] | None = None  # what a sentence that begins with "so với …" is against
        for segment in segments:
            first = len(self.drafts)
            if segment.references:  # guard
                promote_reference(segment)
            words = segment.head or (segment.figures[0].left if segment.figures else segment.words)
            said = history.told_by_opening(words[: history.OPENING])
            if segment.sentence != begun:
                begun, opened = segment.sentence, first
                opens = words[: history.OPENING]
                past, time = said, opening_time(words)
                order = ordered = tasks.is_order(segment)
                report = False
            else:
                ordered = order or (bool(segment.figures) and tasks.is_order(segment))
            reported, split = report, None
            past = "told" if any(map(history.tells_of_event, segment.figures)) else past
            own = history.told_by(segment, said) if segment.figures else ""
            if "told" in (past, own) and own != "may":
                for draft in self.drafts[opened:]:
                    draft.doubts += ["reading.fact_or_target"] if facts.may_be_told(draft) else []
                split = history.split_past(segment, goes_on=past == "told")
                if split is not None:
                    self._figures(segment, order=ordered)
                past, report = split if split is not None else past or "may", split is None
            elif segment.figures:
                self._figures(segment, order=ordered)
                past = past or own
            else:
                self._worded(segment)
            stated = self.drafts[first:]
            for draft in stated if "may" in (past, own) else ():
                draft.doubts += ["reading.fact_or_target"] if facts.may_go_on(draft) else []
                draft.open = draft.open or not reported or split is not None
            growing = told_in_parts(stated, segment, growing)
            if [draft for draft in stated if history.tells_of_execution(draft, opens)]:
                for draft in stated:
                    draft.doubts.append("reading.fact_or_target")
                    draft.open = draft.open or len(self.drafts) == first + 1
            for draft in stated:
                draft.when = draft.when or time
            if segment.references and segment.references[0].phrase.basis and not segment.references[0].left:
                basis = segment.references[0].phrase.basis
                leading = not segment.figures or segment.references[0].start < segment.figures[0].start
                opening = (segment.sentence, basis) if leading else opening
            if opening is not None and opening[0] == segment.sentence:
                spread_basis(stated, opening[1])
        if len(self.drafts) > 1:  # guard
            mark_bands(self.drafts)
            for draft in starting_points(self.drafts):
                self._forget(draft)
        if tokens and self.drafts:
            doubt_what_is_told(tokens, self.drafts)
            if not self.tells and only_tells(tokens, self.drafts):
                return self._told()
        return tuple([self._target(draft) for draft in self.drafts])

    def _told(self) -> tuple[Target, ...]:
        """Say of all that a clause tells that it is told: no target, but a note."""
        for draft in self.drafts:
            if draft.figure is not None:
                account(draft.figure, "description", again=True)
        begin, end = min(draft.span[0] for draft in self.drafts), max(draft.span[1] for draft in self.drafts)
        self.notes.append(Diagnostic("reading.only_told", {}, Place(span=self.source.span(begin, end))))
        return ()

    # ---- statements

    def _worded(self, segment: Segment) -> None:
        begun = len(self.drafts)
        self._statements(segment.words, segment.head)
        if segment.head and len(self.drafts) == begun:  # "Xếp loại cải cách hành chính: Tốt"
            self._statement([*segment.head, *segment.words])

    def _statements(self, words: list[Token], head: list[Token] | None = None) -> None:
        for part in split_statements(words):
            for kept in split_kept(part):
                if not self._statement(kept, head) and kept is not part:
                    self._add(Statement("kept", kept), head)  # it goes on under the verb of the first

    def _statement(self, words: list[Token], head: list[Token] | None = None) -> bool:
        words, _, said = take_asides(self.text, words, marks_of(words))
        statement = read_statement(self.grammar, words, on_scale=said.scale is not None)
        if statement is None or (statement.kind == "finished" and tells_deadline(statement.words)):
            return False
        self._add(statement, head, said)
        return True

    def _add(self, statement: Statement, head: list[Token] | None = None, said: Asides | None = None) -> None:
        words = statement.words
        name = words_of(self.text, words)
        condition: Condition
        if statement.kind == "graded" and statement.grade is not None:
            hint = said.scale if said is not None and said.scale else f"{self.indicator or ''} {name}"
            found = find_scale(statement.grade.text, hint) if said is None or said.scale != "" else None
            condition = trusted(
                GradeCondition, op=statement.op, grade=statement.grade.text, scale=found[0] if found else None
            )
        else:
            condition = trusted(StatusCondition, expected=statement.kind != "absent")
        draft = Draft(None, name, condition, span=(words[0].start, words[-1].end))
        if said is not None:
            note_asides(draft, said)
        draft.head = words_of(self.text, head) if head and head[0] not in words else ""
        if statement.kind == "plan_met":
            draft.basis = "plan"
        elif statement.kind in ("kept", "finished", "enough") and not keeps_title(words):
            draft.doubts.append("reading.status_or_task")
        elif marked(words, "BECOMES") and words[0].marks & {"MAKE", "BRING"}:
            draft.doubts.append("reading.status_or_task")  # "Xây dựng phường trở thành trung tâm di sản"
        elif is_under(statement):
            draft.doubts.append("reading.grade_compared")
        elif statement.kind == "attained" and ends_in_a_kind(words):
            draft.remarks.append("reading.title_or_grade")  # "thị trấn đạt tiêu chí đô thị loại IV"
        elif statement.grade is not None and statement.op == "=" and statement.grade.account == "grade":
            last = statement.words[-1] is statement.grade
            draft.remarks += ["reading.grade_or_title"] if last else []
        self.drafts.append(draft)

    def _before(self, figure: Figure) -> None:
        """Statements in front of a figure: before "trong đó", or in an enumeration that the figure ends."""
        if "AMONG" in figure.said and marked(figure.left[1:], "AMONG"):  # guard
            at = next(at for at, token in enumerate(figure.left) if at and "AMONG" in token.marks)
            self._statements(figure.left[:at])
            figure.left, figure.joined_by = figure.left[at + 1 :], "among"
            return
        begun = kept = 0
        for index, token in enumerate(figure.left):
            if token.key != "," and not (token.key == AND and ends_in_grade(figure.left[begun:index])):
                continue
            part = without_time(figure.left[begun:index])
            begun = index + 1
            following = figure.left[index + 1] if index + 1 < len(figure.left) else None
            if following is not None and "GRADE" in following.marks:
                continue  # "xếp loại khá, tốt"
            titled = marked(part[1:], "ATTAIN") and not part[0].marks & {"RATE", "NOUN"}
            titled = titled or is_striven_title(part, following)
            became = marked(
                part[1:], "BECOMES"
            )  # "du lịch trở thành ngành kinh tế mũi nhọn, đóng góp trên 12%"
            if (
                marked(part, "ENOUGH", "GRADE")
                or (part and part[0].marks & {"HOLD", "ABSENT"})
                or keeps_title(part)
                or meets_plan(part)
                or (titled and following is not None and following.marks & {"MAKE", "TIME", "EACH"})
                or became
            ):
                statement = read_statement(self.grammar, part)
                alone = titled or became or keeps_title(part)
                if statement is not None and (alone or stands_alone(statement)):
                    self._add(statement)
                    kept = begun
        figure.left = figure.left[kept:]

    def _behind(self, figure: Figure) -> None:
        """Statements behind a figure: "…, không có học sinh xếp loại Yếu", "… và được cứng hóa"."""
        if not figure.right:  # guard
            return
        # "tốp 3 cấp huyện, …", "đạt trên 88%, …"; but not "70% tổ chức, đoàn thể xếp loại Khá"
        complete = figure.phrase.rank or (bool(figure.right) and figure.right[0].key == ",")
        first, *others = split_statements(figure.right, complete=complete)
        for other in others:
            self._statement(other)
        if (
            not others
            and len(first) > 2
            and first[0].key == AND
            and first[1].key == GET
            and has_content(figure.left)
        ):
            self._add(Statement("attained", first[1:]))

    # ---- figures

    def _figures(self, segment: Segment, *, order: bool) -> None:
        """The targets of the figures of a segment. ``order``: it gives someone something to do."""
        previous: Draft | None = None
        begun = len(self.drafts)
        each: str | None = None
        first = segment.figures[0]
        if begun and first.left and "AMONG" in first.left[0].marks:
            previous = self.drafts[-1]  # "…; trong đó có chứng chỉ đạt 33%"
            first.left, first.joined_by = first.left[1:], "among"
        several = len(segment.figures) > 1
        if several:  # guard
            share_units(segment.figures)
        if "RESPECTIVELY" in first.said:  # guard
            hand_out_names(segment.figures)
        if order:
            tasks.drop_counts(segment)
        described: list[Token] = []
        tended = False  # the figure before is a count that a task tends
        for position, figure in enumerate(segment.figures):
            said = figure.said
            if "ABSENT" in said and self._lasts_too_long(figure):  # guard
                continue
            if not said.isdisjoint(_STATING):  # guard
                self._before(figure)
                said = figure.said
            if describing.is_share_of_group(figure):
                self._add(Statement("attained", [*figure.left, *figure.island.tokens, *figure.right]))
                account(figure, "name")
                continue
            if "ABSENT" in said and self._absence(figure):
                continue
            tending = "TENDS" in said and tasks.is_tended(figure)
            if (tending and not tasks.is_carried_out(figure)) or (tended and tasks.goes_on(figure)):
                account_all(figure, "task")
                tended = True
                continue
            tended = False
            if (position and history.tells_before(figure)) or (
                several and history.starts_a_move(segment.figures, position)
            ):
                account_all(figure, "past")
                continue
            if several and describing.adds_amount(segment.figures, position):  # guard
                described = []
                continue
            if several and describing.describes(segment.figures, position):  # guard
                account(figure, "description")
                described = [*described, *figure.left, *figure.island.tokens, *figure.right][-40:]
                continue
            if described and not has_content(figure.left) and not figure.joined_by:
                figure.left = described + figure.left
            described = []
            draft = draft_of(self.text, figure, segment, previous, self.drafts[-1] if self.drafts else None)
            if self.indicator and draft.measure == "level" and names_a_fall(self.indicator):
                draft.measure = "decrease"
            if draft.replaces is not None:
                self._forget(draft.replaces)
            if (
                each
                and not draft.each
                and figure.joined_by
                and not marked(figure.left, "WHOLE", "RATE", "SUM")
            ):
                draft.each = each
            each = draft.each
            if tending or (order and tasks.may_be_someones(figure)):
                draft.doubts.append("reading.fact_or_target")
                draft.open = True
            if self.indicator is None and facts.says_nothing_of_itself(draft, figure):
                draft.doubts.append("reading.bare_figure")
            self.drafts.append(draft)
            previous = draft
            if figure.bracket:
                self._bracket(figure, draft)
        for reference in segment.references:
            if reference.phrase.basis is not None:
                spread_basis(self.drafts[begun:], reference.phrase.basis)
        stated = self.drafts[begun:]
        share_multiples(stated)
        for draft, following in reversed(list(pairwise(stated))) if len(stated) > 1 else ():
            draft.indicator = draft.indicator or following.indicator  # "năm 2027: 50% và năm 2030: 80% hồ sơ"
        for figure in segment.figures if not order else ():
            self._behind(figure)
        if len(segment.figures) > 1 and facts.lists_what_there_is(segment.figures):
            for draft in self.drafts[begun:]:
                draft.doubts.append("reading.fact_or_target")

    def _lasts_too_long(self, figure: Figure) -> bool:
        """ "không để xảy ra tai nạn, ùn tắc kéo dài quá 30 phút": how long belongs to what must not be there."""
        phrase, amount = figure.phrase, figure.phrase.amount
        if not phrase.compared or amount is None or amount.unit not in _LASTING:
            return False
        absent = [index for index, token in enumerate(figure.left) if "ABSENT" in token.marks]
        if not absent:
            return False
        at = absent[-1]
        if at + 1 == len(figure.left):
            return False  # "đám tang không để quá 48 giờ": nothing else must not be there
        self._statements(figure.left[:at])
        if not self._statement([*figure.left[at:], *figure.island.tokens, *figure.right]):
            return False
        account(figure, "description")
        return True

    def _absence(self, figure: Figure) -> bool:
        """ "không còn xã dưới 13 tiêu chí": the figure belongs to the name of what must not be there."""
        begun = max((i + 1 for i, t in enumerate(figure.left) if t.key == ","), default=0)
        words = without_time(figure.left[begun:])
        owned = False
        while len(words) > 1 and words[0].marks & {"WHOLE", "ACTOR"}:
            words, owned = words[1:], True
        last = words[-1] if words else None
        sole = last is not None and last.key == HAVE_NONE and figure.phrase.comparator != TOO_MANY
        if last is not None and "ABSENT" in last.marks and figure.phrase.op == ">" and not sole:
            figure.phrase.op = "<="  # "không để xảy ra quá 2 vụ cháy", "đám tang không để quá 48 giờ"
            figure.opening, figure.left = last, words[:-1]
            return False
        if not words or "ABSENT" not in words[0].marks:
            return False
        amount = figure.phrase.amount
        if owned and figure.phrase.equals and amount is not None and amount.unit == "%":
            return False  # "xã, phường không có ma túy đạt 60%": so many of them
        if words[0].key == HAVE_NONE and figure.phrase.compared and amount is not None and amount.unit == "%":
            figure.island.negated = True  # "không có dưới 95%": a person must say what is meant
            return False
        if words[0].key == LET_NOT and figure.phrase.compared:
            figure.phrase.op = NEGATED[figure.phrase.op]  # "không để tỷ lệ bỏ học quá 0,5%": at most 0,5 %
            figure.opening = words[0]
            figure.left = words[1:]
            return False
        if not self._statement([*words, *figure.island.tokens, *figure.right]):
            return False
        account(figure, "description")
        return True

    def _forget(self, draft: Draft) -> None:
        """Take back a target that turned out to tell where another starts from."""
        self.drafts.remove(draft)
        if draft.figure is not None:
            account(draft.figure, "past", again=True)

    def _bracket(self, figure: Figure, host: Draft) -> None:
        """A bracket behind a figure: a restatement, the parts of a total, or the plan's own figure."""
        inner = [f for segment in figure.bracket for f in segment.figures]
        several = len(inner) > 1
        for segment in figure.bracket:
            lone = inner[0] if len(inner) == 1 else None
            if lone is not None and facts.tells_of_plan(lone):
                account(lone, "plan")
                continue
            if lone is not None and history.tells_what_was(lone, figure, host.when):
                account(lone, "past")
                continue
            whole = host.value == _HUNDRED
            if (
                lone is not None
                and host.basis == "plan"
                and not (whole and host.measure == "level")
                and not has_content(lone.left)
                and not lone.phrase.change
            ):
                account(lone, "plan")
                continue
            if not segment.figures:  # "(không còn hộ nghèo là người có công; hộ cận nghèo dưới 2%)"
                self._worded(segment)
                continue
            begun = len(self.drafts)
            self._figures(segment, order=tasks.is_order(segment))
            for position, draft in enumerate(self.drafts[begun:]):
                in_bracket(draft, host, several=several, first=not position)
                if facts.may_be_base(draft, host) or facts.may_describe(draft, host):
                    draft.doubts.append("reading.fact_or_target")
                    draft.open = True

    # ---- the end

    def _better(self, draft: Draft) -> tuple[Better, BetterSource]:
        """Which way the indicator of a draft improves, and where that comes from."""
        condition = draft.condition
        if condition.kind != "quantity":
            return draft.better or ("higher", "default")
        if draft.better is not None:
            return draft.better
        value = draft.value
        whole = condition.unit == "%" and value == _HUNDRED
        if whole and draft.measure == "level" and condition.op in ("=", ">="):
            return "higher", "condition"  # all of them are wanted, whatever they are
        if condition.unit == PLACE:
            return "lower", "condition"
        moved = draft.figure.phrase.moved if draft.figure is not None else None
        name = self.indicator or f"{draft.within} {draft.name}".strip()
        found = better_of(name, draft.measure, condition.op, moved)
        none = value == 0 and draft.measure == "level"
        if none and condition.op == "=" and found[1] == "default":
            return "lower", "condition"  # "| 0 |": none of them is wanted, whatever they are
        return found

    def _target(self, draft: Draft) -> Target:
        span = self.source.span(*draft.span)
        better = self._better(draft)
        if better[0] == "lower" and facts.grows_for_the_worse(draft):
            draft.doubts.append("reading.fact_or_target")
        for code in (*draft.doubts, *draft.remarks):
            self.notes.append(Diagnostic(code, {}, Place(span=span)))
        target = trusted(
            Target,
            indicator=draft.name if self.indicator is None else self.indicator,
            condition=draft.condition,
            measure=draft.measure,
            better=better[0],
            better_source=better[1],
            basis=draft.basis,
            average_annual=draft.average_annual,
            each=draft.each,
            of=draft.of,
            restates=draft.restates,
            approximate=draft.approximate,
            stretch=draft.stretch,
            when=draft.when,
            span=span,
            needs_review=bool(draft.doubts),
            readings=(),
        )
        if not draft.others:
            return target
        common = {name: given for name, given in vars(target).items() if name not in _OF_ALL_READINGS}
        readings = tuple([trusted(Target, **{**common, **other}) for other in draft.others])
        return target.model_copy(update={"readings": readings})
