"""The words for outcomes, the better side and what a change is against, in both languages.

Reasons of verdicts and reports use the same; how a whole condition is put differs ("> 98%", "lớn hơn 98%").
"""

from __future__ import annotations

from dataclasses import dataclass

from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.verdict import Outcome
from chitieu.quantity.arithmetic import negate
from chitieu.quantity.display import Extent, Figure, Shown, Words, show_number
from chitieu.quantity.interval import Interval
from chitieu.quantity.notation import with_unit
from chitieu.target import Better, BetterSource, Bound, GradeCondition, Measure, Range, Target

_SIGNS = {"=": "=", ">=": "≥", ">": ">", "<=": "≤", "<": "<"}
_MEASURES = {
    "level": Words("", ""),
    "increase": Words("tăng ", "an increase "),
    "decrease": Words("giảm ", "a decrease "),
}
_BASES = {
    "plan": Words("kế hoạch được giao", "the plan"),
    "previous": Words("năm trước", "the year before"),
    "term_start": Words("đầu nhiệm kỳ", "the start of the term"),
}
OUTCOMES: dict[Outcome, Words] = {
    "met": Words("Đạt", "met"),
    "exceeded": Words("Vượt", "exceeded"),
    "not_met": Words("Không đạt", "not met"),
    "undecided": Words("Chưa đủ căn cứ", "undecided"),
}
BETTER: dict[Better, Words] = {
    "higher": Words("càng cao càng tốt", "higher is better"),
    "lower": Words("càng thấp càng tốt", "lower is better"),
    "exact": Words("cần đúng mức đề ra", "the figure itself is wanted"),
}
BETTER_SOURCES: dict[BetterSource, Words] = {
    "author": Words("do người soạn bộ chỉ tiêu ghi", "stated by the author of the ruleset"),
    "lexicon": Words("theo từ điển chỉ tiêu", "from the lexicon of indicators"),
    "condition": Words("theo cách viết của chỉ tiêu", "from the sense of the condition"),
    "default": Words("mặc định", "by default"),
}


def basis_words(basis: str, lang: str = "vi") -> str:
    """What a change or a share is against.

    >>> basis_words("year:2021"), basis_words("plan", "en")
    ('năm 2021', 'the plan')
    """
    if basis in _BASES:
        return _BASES[basis].show(lang)
    year = basis.removeprefix("year:")
    return f"năm {year}" if lang != "en" and year != basis else year


@dataclass(frozen=True, slots=True)
class Wanted(Shown):
    """The condition of a target: "> 98%", "giảm ≥ 5%", "Khá trở lên".

    >>> str(Wanted(Target(indicator="", condition=Bound(op=">", value="98", unit="%"))))
    '> 98%'
    """

    target: Target

    def show(self, lang: str) -> str:
        """The condition."""
        target = self.target
        match target.condition:
            case Bound(op=op, value=value, unit=unit):
                figure = Figure(value, unit).show(lang)
                text = _MEASURES[target.measure].show(lang) + f"{_SIGNS[op]} {figure}"
            case Range(low=low, high=high, unit=unit):
                first = ("> " if target.condition.low_open else "") + show_number(low, lang)
                last = ("< " if target.condition.high_open else "") + show_number(high, lang)
                figure = with_unit(f"{first} – {last}", unit)
                text = _MEASURES[target.measure].show(lang) + figure
            case GradeCondition(op=op, grade=grade):
                text = f"{_SIGNS[op]} “{grade}”"
            case condition if condition.expected and target.basis == "plan":
                return "hoàn thành kế hoạch được giao" if lang != "en" else "the plan is fulfilled"
            case condition if condition.expected:
                text = "thực hiện được" if lang != "en" else "it holds"
            case _:
                text = "không để xảy ra" if lang != "en" else "it does not occur"
        return text + self._basis(lang)

    def _basis(self, lang: str) -> str:
        if self.target.basis is None:
            return ""
        words = basis_words(self.target.basis, lang)
        return f" against {words}" if lang == "en" else f" so với {words}"


@dataclass(frozen=True, slots=True)
class Listing(Shown):
    """Several things with commas between them."""

    parts: tuple[Shown | str, ...]
    between: str = ", "

    def show(self, lang: str) -> str:
        """The parts."""
        return self.between.join(part if isinstance(part, str) else part.show(lang) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Amount(Shown):
    """An amount of change; one below 0 also by what it is the other way.

    >>> from decimal import Decimal
    >>> str(Amount(Interval.at(Decimal(-20)), "%", "decrease"))
    '-20% (tức là tăng 20%)'
    """

    interval: Interval
    unit: str
    measure: Measure

    def show(self, lang: str) -> str:
        """The amount."""
        text = Extent(self.interval, self.unit).show(lang)
        if self.interval.upper is None or self.interval.upper >= 0:
            return text
        other = _MEASURES["increase" if self.measure == "decrease" else "decrease"].show(lang)
        turned = Extent(self.interval.map_falling(negate), self.unit).show(lang)
        return f"{text} (that is, {other}of {turned})" if lang == "en" else f"{text} (tức là {other}{turned})"


@dataclass(frozen=True, slots=True)
class ReadingOutcome(Shown):
    """A reading of the text and the outcome that it gives: "(1) giảm ≥ 5%: Đạt"."""

    number: int
    target: Target
    outcome: Outcome

    def show(self, lang: str) -> str:
        """The reading and its outcome."""
        indicator = f"{self.target.indicator} " if self.target.indicator else ""
        if indicator and lang == "en" and self.target.measure != "level":
            indicator = f"{self.target.indicator}: "  # "a decrease" is no word of the name
        wanted = Wanted(self.target).show(lang)
        return f"({self.number}) {indicator}{wanted}: {OUTCOMES[self.outcome].show(lang)}"


_REASONS: dict[tuple[Better, BetterSource], Diagnostic] = {}


def better_reason(target: Target) -> Diagnostic:
    """Which way is better, and where that came from."""
    key = (target.better, target.better_source)
    if key not in _REASONS:
        params = {"better": BETTER[key[0]], "source": BETTER_SOURCES[key[1]]}
        _REASONS[key] = Diagnostic("verdict.better", params)
    return _REASONS[key]
