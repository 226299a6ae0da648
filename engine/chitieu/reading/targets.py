"""Figure phrases and statements to targets: indicator, measure, shared verbs and comparators, doubts."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from chitieu.diagnostics import Diagnostic, Place
from chitieu.quantity.scales import find_scale
from chitieu.reading.better import better_of
from chitieu.reading.clause import Figure, Segment, content
from chitieu.reading.parser import Grammar
from chitieu.reading.phrase import Amount, Phrase
from chitieu.reading.scanner import Token
from chitieu.reading.statement import Statement, read_statement, split_statements
from chitieu.target import (
    Better,
    BetterSource,
    Bound,
    Condition,
    GradeCondition,
    Measure,
    Range,
    StatusCondition,
    Target,
)
from chitieu.text.source import SourceText

_HUNDRED = Decimal(100)


@dataclass(slots=True)
class Draft:
    """A target while the clause is being walked."""

    figure: Figure | None
    indicator: str
    condition: Condition
    measure: Measure = "level"
    basis: str | None = None
    average_annual: bool = False
    each: str | None = None
    of: str | None = None
    restates: bool = False
    approximate: bool = False
    stretch: bool = False
    when: str | None = None
    span: tuple[int, int] = (0, 0)
    others: list[dict[str, Any]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    head: str = ""
    better: tuple[Better, BetterSource] | None = None


class TargetBuilder:
    """Walks the segments of one clause and builds its targets."""

    def __init__(self, grammar: Grammar, source: SourceText, indicator: str | None = None) -> None:
        self.grammar = grammar
        self.source = source
        self.indicator = indicator
        self.text = source.text
        self.drafts: list[Draft] = []
        self.notes: list[Diagnostic] = []
        self.review = False

    def build(self, segments: list[Segment]) -> None:
        """Read every segment in order."""
        for index, segment in enumerate(segments):
            self._segment(segment, segments[:index])

    # ---- segments

    def _segment(self, segment: Segment, before: list[Segment]) -> None:
        if segment.figures and self._is_past(segment):
            for figure in segment.figures:
                self._account(figure, "past")
            return
        if segment.figures:
            self._figures(segment)
            return
        self._statements(segment)

    def _statements(self, segment: Segment) -> None:
        for words in split_statements(segment.words):
            statement = read_statement(self.grammar, words)
            if statement is not None:
                self._add_statement(statement)

    def _add_statement(self, statement: Statement) -> None:
        words = statement.words
        span = (words[0].start, words[-1].end)
        name = self._slice(words)
        if statement.kind == "graded" and statement.grade is not None:
            grade = statement.grade.text
            found = find_scale(grade, name)
            condition: Condition = GradeCondition(
                op=statement.op, grade=grade, scale=found[0] if found else None
            )
            draft = Draft(None, name, condition, span=span)
        else:
            condition = StatusCondition(expected=statement.kind != "absent")
            draft = Draft(None, name, condition, span=span)
            if statement.kind == "plan_met":
                draft.basis = "plan"
        if statement.kind in ("kept", "finished", "enough"):
            draft.doubts.append("reading.status_or_task")
        self.drafts.append(draft)

    # ---- figures

    def _figures(self, segment: Segment) -> None:
        previous: Draft | None = None
        first = len(self.drafts)
        each = None
        if self._is_task(segment):
            for figure in segment.figures:
                if figure.phrase.amount is not None and not figure.phrase.compared and not _is_rate(figure.phrase):
                    self._account(figure, "task")
                    figure.phrase.amount = None
                    figure.phrase.change = None
            segment.figures = [f for f in segment.figures if f.phrase.amount is not None]
        for position, figure in enumerate(segment.figures):
            self._statements_before(figure)
            if figure.phrase.rank and figure.phrase.of_rank is not None and _is_share_of_group(figure):
                words = [*figure.left, *figure.island.tokens, *figure.right]
                self._add_statement(Statement("attained", words))
                self._account(figure, "name")
                continue
            described = self._describes(segment.figures, position)
            if described:
                self._account(figure, "description")
                continue
            drafts = self._draft(figure, segment, previous, position)
            for draft in drafts:
                if each and not draft.each and figure.joined_by:
                    draft.each = each
                each = draft.each
                self.drafts.append(draft)
                previous = draft
            if figure.bracket:
                self._bracket(figure, previous)
        basis = next((r.phrase.basis for r in segment.references if r.phrase.basis), None)
        if basis is not None:
            for draft in self.drafts[first:]:
                if draft.basis is None and (draft.measure != "level" or _unit(draft) == "lần"):
                    draft.basis = basis
        for figure in segment.figures:
            self._statements_behind(figure)

    def _statements_before(self, figure: Figure) -> None:
        """Statements in front of a figure: before "trong đó", or in an enumeration that the figure ends."""
        for index, token in enumerate(figure.left):
            if "AMONG" in token.marks and index:
                for words in split_statements(figure.left[:index]):
                    statement = read_statement(self.grammar, words)
                    if statement is not None:
                        self._add_statement(statement)
                figure.left, figure.joined_by = figure.left[index + 1 :], "among"
                return
        commas = [index for index, token in enumerate(figure.left) if token.key == ","]
        begun = 0
        for index in commas:
            part = figure.left[begun:index]
            if part and (any("ENOUGH" in t.marks for t in part) or part[0].marks & {"HOLD", "ABSENT"}):
                end = commas[-1] if any("ENOUGH" in t.marks for t in part) and len(commas) == 1 else index
                statement = read_statement(self.grammar, part)
                if statement is not None:
                    self._add_statement(statement)
                    figure.left = figure.left[end + 1 :]
                    return self._statements_before(figure)
            begun = index + 1
        return None

    def _statements_behind(self, figure: Figure) -> None:
        """Statements behind a figure: "…, không có học sinh xếp loại Yếu", "… và được cứng hóa"."""
        parts = split_statements(figure.right)
        for words in parts[1:]:
            statement = read_statement(self.grammar, words)
            if statement is not None:
                self._add_statement(statement)
        last = parts[-1]
        if len(last) > 2 and last[0].key == "và" and last[1].key == "được" and content(figure.left):
            self._add_statement(Statement("attained", last[1:]))

    def _is_past(self, segment: Segment) -> bool:
        """What is, not what is wanted: "Hiện trạng: 62% đường thôn đã được cứng hóa"."""
        opening = [t for t in (segment.head or segment.figures[0].left)[:3] if t.type == "WORD"]
        return any(t.key in ("hiện trạng", "kết quả năm", "thực hiện năm") for t in opening)

    def _is_task(self, segment: Segment) -> bool:
        """A sentence that gives someone something to do; its bare counts only describe."""
        first = segment.figures[0]
        opening = [t for t in first.left if t.type == "WORD"][:4]
        if not any("ORDER" in t.marks for t in opening[:3]):
            return False
        return not any(t.marks & {"STRIVE", "RATE", "EQUALS"} for t in first.left + first.island.tokens)

    def _describes(self, figures: list[Figure], position: int) -> bool:
        """Whether a figure only describes: another follows it without a parting sign and is the one meant."""
        figure = figures[position]
        following = figures[position + 1] if position + 1 < len(figures) else None
        if position and any("SETS_IN" in token.marks for token in figure.left):
            return True
        if position and not figure.joined_by and any(t.type == "TOP" for t in figure.island.tokens):
            return True
        if following is None:
            return self._describes_share(figures, position)
        phrase = following.phrase
        if self._share_first(figure):
            return False
        if following.joined_by or content(following.left) or following.phrase.amount is None:
            return self._describes_share(figures, position)
        if not (phrase.equals or phrase.reaches or phrase.compared):
            return False
        same = (
            figure.phrase.amount is not None
            and phrase.amount is not None
            and figure.phrase.amount.unit == phrase.amount.unit
        )
        return not same and figure.phrase.amount is not None

    def _describes_share(self, figures: list[Figure], position: int) -> bool:
        """ "ít nhất một nửa có doanh thu trên 3 tỷ đồng": behind a share that comes first, the rest is its name."""
        if not position:
            return False
        before, figure = figures[position - 1], figures[position]
        if figure.joined_by or before.phrase.amount is None or figure.phrase.amount is None:
            return False
        return self._share_first(before) and figure.phrase.amount.unit != "%"

    def _share_first(self, figure: Figure) -> bool:
        amount = figure.phrase.amount
        share = amount is not None and (amount.unit == "%" or isinstance(amount.value, Fraction))
        return share and not content(figure.left)

    def _draft(self, figure: Figure, segment: Segment, previous: Draft | None, position: int) -> list[Draft]:
        phrase = figure.phrase
        head = self._slice(segment.head) if segment.head else ""
        indicator = self._indicator(figure, previous)
        measure, doubt = self._measure(figure, segment, previous, indicator, head)
        shared = self._shared_comparator(figure, previous, measure)
        op: Any = phrase.op
        doubts: list[str] = []
        if self._compares_amount(figure):
            op = "="
            doubts.append("reading.difference")
        if shared is not None:
            op = shared
            doubts.append("reading.shared_comparator")
        condition = self._condition(phrase, op, self._unit_of_name(figure))
        draft = Draft(figure, indicator, condition, measure, head=head)
        draft.span = self._span(figure)
        draft.doubts += doubts
        if shared is not None:
            draft.others.append({"condition": self._condition(phrase, "=", self._unit_of_name(figure))})
        if doubt:
            other, code = doubt
            draft.doubts.append(code)
            draft.others.append({"measure": other})
        draft.approximate = phrase.approximate
        draft.basis = phrase.basis
        amount = phrase.amount
        if phrase.at_least_and_over and phrase.op == "range":
            draft.measure, draft.basis = "increase", draft.basis or "plan"
            draft.doubts.append("reading.over_plan")
        if amount is not None and amount.whole is not None:
            draft.of = f"{amount.whole} {amount.noun}".strip()
        if phrase.of_rank is not None:
            draft.of = str(phrase.of_rank)
        draft.average_annual = phrase.average and measure != "level"
        self._right(draft, figure)
        if (
            any("AVERAGE" in t.marks for t in figure.left)
            and measure != "level"
            and "đầu người" not in indicator
        ):
            draft.average_annual = True
        draft.each = self._each(figure)
        if (
            phrase.strive
            and previous is not None
            and not content(figure.left)
            and _unit(previous) == _unit(draft)
        ):
            draft.stretch = figure.joined_by == ","
        if figure.joined_by == "among" and previous is not None and _unit(draft) in ("%", _unit(previous)):
            draft.of = draft.of or previous.indicator
        return [draft]

    def _right(self, draft: Draft, figure: Figure) -> None:
        """What the words behind a figure say: the plan, the population of a share, what a change is against."""
        right = figure.right
        unit = _unit(draft)
        for index, token in enumerate(right[:12]):
            if "PLAN" in token.marks and draft.basis is None and unit == "%" and index <= 1:
                draft.basis = "plan"
            if "POPULATION" in token.marks and draft.of is None:
                draft.of = self._slice(right[index:]).removeprefix("trên ").removeprefix("trong ")
                break
        if draft.basis is None and unit == "%" and right and "AGAINST" in right[0].marks:
            if any("PLAN" in token.marks for token in right[:3]):
                draft.basis = "plan"
            elif any("PREVIOUS" in token.marks for token in right[:3]):
                draft.basis = "previous"
        if draft.basis is None and draft.measure == "level" and figure.phrase.exceeds and unit == "%":
            around = [*figure.left[-3:], *right[:3]]
            if any("PLAN" in token.marks for token in around):
                draft.measure, draft.basis = "increase", "plan"
                self._set_op(draft, "=")

    def _set_op(self, draft: Draft, op: Any) -> None:
        if isinstance(draft.condition, Bound):
            draft.condition = Bound(op=op, value=draft.condition.value, unit=draft.condition.unit)

    def _each(self, figure: Figure) -> str | None:
        words = figure.left
        for index, token in enumerate(words):
            if "EACH" in token.marks:
                named = [
                    t
                    for t in words[index + 1 : index + 3]
                    if t.type == "WORD" and not t.marks & {"EQUALS", "OPENING"}
                ]
                return self._slice(named[:1]) or None if named else None
        return None

    # ---- measure

    def _measure(
        self, figure: Figure, segment: Segment, previous: Draft | None, indicator: str, head: str
    ) -> tuple[Measure, tuple[Measure, str] | None]:
        phrase = figure.phrase
        if phrase.start is not None or phrase.multiple or phrase.rank:
            return "level", None
        if phrase.amount is None:
            if phrase.change is not None:
                return phrase.change, None
            return ("decrease" if phrase.op in ("<", "<=") else "increase"), None
        unit = phrase.amount.unit
        if self._compares_amount(figure):
            return ("increase" if phrase.op == ">" else "decrease"), None
        if phrase.change is not None and not phrase.reaches:
            if self._verb_is(figure, ("thêm",)) and phrase.change == "increase":
                return "level", ("increase", "reading.added_or_counted")
            if phrase.amount.whole is not None and phrase.amount.noun in ("tiêu chí", "mặt", "chỉ số", "chỉ tiêu"):
                return "level", (phrase.change, "reading.criteria_or_share")
            if unit.startswith("lần"):
                return "level", ("increase", "reading.times_or_rise")
            if phrase.change == "decrease" and phrase.op in ("<", "<=") and not phrase.closing:
                return "level", ("decrease", "reading.down_to_or_fall")
            if phrase.equals and self._verb_is(figure, ("nâng", "nâng cao", "đưa", "kéo", "hạ", "hạ thấp")):
                return "level", None
            return phrase.change, None
        if phrase.reaches:
            return "level", None
        verb = self._far_change(figure, phrase)
        if verb is not None:
            change, token = verb
            if phrase.equals and not phrase.closing and token.key not in ("giảm", "kéo giảm"):
                return "level", None
            if phrase.equals and phrase.op == "=":
                return "level", None
            if token.key in ("nâng", "nâng cao", "đưa", "kéo", "kiềm chế", "hạ thấp"):
                return "level", None
            if phrase.op in ("<", "<=", ">") and not phrase.closing:
                rated = any("RATE" in t.marks for t in figure.left)
                if change == "decrease" and unit == "%" and not rated:
                    return "level", (change, "reading.down_to_or_fall")
                return "level", None
            if phrase.op == "<=" and change == "decrease":
                return change, ("level", "reading.fall_at_most")
            return change, None
        if previous is not None and previous.measure != "level" and self._shares_verb(figure, previous):
            return previous.measure, None
        if head and unit.startswith("%") and "tăng trưởng" in head.lower():
            return "increase", ("level", "reading.growth_in_heading")
        return "level", None

    def _compares_amount(self, figure: Figure) -> bool:
        """ "thấp hơn 0,3% so với chỉ tiêu được giao": the amount of a difference, not a bound."""
        named = any(t.key in ("cao hơn", "thấp hơn", "nhiều hơn", "ít hơn") for t in figure.island.tokens)
        return named and figure.phrase.amount is not None and figure.phrase.basis is not None and figure.phrase.high is None

    def _verb_is(self, figure: Figure, keys: tuple[str, ...]) -> bool:
        return any(token.key in keys for token in figure.island.tokens)

    def _far_change(
        self, figure: Figure, phrase: Phrase
    ) -> tuple[Literal["increase", "decrease"], Token] | None:
        """The change verb that governs a figure from afar: "kéo giảm tai nạn giao thông từ 5 - 10%"."""
        words = figure.left
        for index in range(len(words) - 1, -1, -1):
            token = words[index]
            if token.type == "SIGN" and token.key in (":", ","):
                if token.key == ":" or not any("FALL" in t.marks or "RISE" in t.marks for t in words[:index]):
                    return None
            if "GROWTH_NAME" in token.marks:
                if token.key.startswith(("mức giảm", "tỷ lệ giảm", "tốc độ giảm")):
                    return "decrease", token
                continue
            kind = "decrease" if "FALL" in token.marks else "increase" if "RISE" in token.marks else None
            if kind is None:
                continue
            named = any("RATE" in t.marks for t in words[max(0, index - 1) : index])
            if named or (index and words[index - 1].key in ("dân số", "gia", "người")):
                continue
            if token.key in ("đưa", "thêm") and kind == "increase" and token.key == "đưa":
                return None
            return kind, token  # type: ignore[return-value]
        return None

    def _shares_verb(self, figure: Figure, previous: Draft) -> bool:
        phrase = figure.phrase
        if not figure.joined_by or phrase.equals or phrase.compared or figure.phrase.amount is None:
            return False
        if content(figure.left) or figure.phrase.amount.value == _HUNDRED:
            return False
        return _unit(previous).rstrip("/năm") == figure.phrase.amount.unit.rstrip("/năm")

    def _shared_comparator(self, figure: Figure, previous: Draft | None, measure: Measure) -> str | None:
        """A comparator governs the later figures of its list that have none."""
        phrase = figure.phrase
        if previous is None or previous.figure is None or phrase.amount is None or phrase.op != "=":
            return None
        if phrase.compared or phrase.closing or phrase.equals or phrase.change or content(figure.left):
            return None
        if measure != previous.measure or phrase.amount.value == _HUNDRED:
            return None
        before = previous.figure.phrase
        if not before.compared or before.op not in (">", ">=", "<", "<="):
            return None
        if figure.joined_by in ("và", "hoặc"):
            return before.op
        if figure.joined_by == "," and figure.right and figure.right[0].key in ("đối với", "cho", "với", "ở"):
            return before.op
        return None

    # ---- conditions

    def _condition(self, phrase: Phrase, op: Any, unit: str = "") -> Condition:
        amount = phrase.amount
        if amount is None:
            written = ">=" if op in (">=", "<=", "=") else ">"
            if phrase.change is not None and not phrase.compared:
                written = ">"
            return Bound(op=written, value=Decimal(0), unit=unit)
        if phrase.high is not None and op == "range":
            return Range(low=amount.value, high=phrase.high.value, unit=amount.unit)
        return Bound(op=op, value=_value(amount), unit=amount.unit or unit)

    def _unit_of_name(self, figure: Figure) -> str:
        """The unit that the name of the indicator implies, where the figure has none."""
        if figure.phrase.amount is not None and figure.phrase.amount.unit:
            return ""
        words = figure.left
        if any("RANK" in t.marks and t.key != "hạng" or t.key == "xếp hạng" for t in words):
            return "bậc" if figure.phrase.amount is None else ""
        if any(t.type == "PERCENT" for t in words):
            return "%"
        if figure.phrase.amount is None and any(t.marks & {"RATE", "GROWTH_NAME"} for t in words):
            return "%"
        return ""

    # ---- brackets

    def _bracket(self, figure: Figure, host: Draft | None) -> None:
        if host is None:
            return
        inner = [f for segment in figure.bracket for f in segment.figures]
        several = len(inner) > 1
        for segment in figure.bracket:
            if (
                any("PLAN" in token.marks for token in figure.right)
                and len(inner) == 1
                and host.basis == "plan"
            ):
                self._account(inner[0], "plan")
                continue
            first = len(self.drafts)
            self._figures(segment)
            for draft in self.drafts[first:]:
                same = _unit(draft) == _unit(host) and draft.measure == host.measure
                labelled = draft.figure is not None and bool(content(draft.figure.left))
                if not several and not (same and labelled):
                    draft.restates = True
                if not draft.indicator or not labelled:
                    draft.indicator = host.indicator
                if same and several:
                    draft.head = host.indicator

    # ---- names

    def _indicator(self, figure: Figure, previous: Draft | None) -> str:
        left = content(figure.left)
        noun = figure.phrase.amount.noun if figure.phrase.amount else ""
        parts: list[str] = []
        if left:
            parts.append(self._slice(_trimmed(figure.left)))
        naming = [t for t in left if not t.marks & {"RISE", "FALL", "EACH", "TASK"}]
        if not naming or len(naming) <= 1 or noun:
            if noun:
                parts.append(noun)
            right = _trimmed(figure.right)
            if right:
                parts.append(self._slice(right))
        name = " ".join(part for part in parts if part).strip()
        if not name and previous is not None:
            name = previous.indicator
        return name

    def _slice(self, words: list[Token]) -> str:
        words = _trimmed(words)
        if not words:
            return ""
        return " ".join(self.text[words[0].start : words[-1].end].split())

    def _span(self, figure: Figure) -> tuple[int, int]:
        tokens = [t for t in figure.island.tokens if t.account != "closing"] or figure.island.tokens
        closing = [t for t in figure.island.tokens if t.account == "closing"]
        start, end = min(t.start for t in tokens), max(t.end for t in tokens + closing)
        return (start, end)

    def _account(self, figure: Figure, what: str) -> None:
        for token in figure.island.tokens:
            if token.type == "NUMBER":
                token.account = what

    # ---- the end

    def finish(self) -> tuple[Target, ...]:
        """The targets, with their better sides, their doubts and the other readings."""
        return tuple(self._target(draft) for draft in self.drafts)

    def _target(self, draft: Draft) -> Target:
        op = draft.condition.op if not isinstance(draft.condition, StatusCondition) else "="
        name = f"{draft.head} {draft.indicator}" if draft.head else draft.indicator
        if self.indicator is not None:
            name = self.indicator
        better = draft.better or better_of(name, draft.measure, op)
        if not isinstance(draft.condition, Bound | Range):
            better = ("higher", "default")
        common: dict[str, Any] = {
            "indicator": name.strip(),
            "basis": draft.basis,
            "average_annual": draft.average_annual,
            "each": draft.each,
            "of": draft.of,
            "restates": draft.restates,
            "approximate": draft.approximate,
            "stretch": draft.stretch,
            "when": draft.when,
            "span": self.source.span(*draft.span),
        }
        base = {
            "condition": draft.condition,
            "measure": draft.measure,
            "better": better[0],
            "better_source": better[1],
        }
        readings = tuple(Target(**{**common, **base, **other}) for other in draft.others)
        for code in draft.doubts:
            self.notes.append(Diagnostic(code, {}, Place(span=self.source.span(*draft.span))))
        return Target(**common, **base, readings=readings, needs_review=bool(draft.doubts))


def _is_share_of_group(figure: Figure) -> bool:
    """ "thuộc nhóm 1/3 địa phương dẫn đầu": no place without the number of those ranked."""
    return any(token.type == "TOP" for token in figure.island.tokens)


def _is_rate(phrase: Phrase) -> bool:
    return phrase.amount is not None and phrase.amount.unit[:1] in ("%", "‰")


def _unit(draft: Draft) -> str:
    return draft.condition.unit if isinstance(draft.condition, Bound | Range) else ""


def _value(amount: Amount) -> Decimal | Fraction:
    if amount.whole is not None and not amount.unit and amount.whole:
        return Fraction(amount.value) / Fraction(amount.whole)
    return amount.value


def _trimmed(words: list[Token]) -> list[Token]:
    start, end = 0, len(words)
    idle = {"STRIVE", "AND", "TIME", "OUGHT"}
    while start < end and (words[start].type in ("SIGN", "DASH") or words[start].marks & idle):
        start += 1
    while end > start and (
        words[end - 1].type in ("SIGN", "DASH") or words[end - 1].marks & {"STRIVE", "AND"}
    ):
        end -= 1
    return words[start:end]
