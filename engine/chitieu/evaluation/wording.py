"""What the reasons of a verdict show: a target's condition, outcomes, the better side; in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from chitieu.diagnostics import Diagnostic
from chitieu.quantity.display import Figure, Shown, Words, show_number, with_unit
from chitieu.target import Better, BetterSource, Bound, GradeCondition, Range, Target

_SIGNS = {"=": "=", ">=": "≥", ">": ">", "<=": "≤", "<": "<"}
_MEASURES = {
    "level": Words("", ""),
    "increase": Words("tăng ", "an increase "),
    "decrease": Words("giảm ", "a decrease "),
}
_BASES = {
    "plan": Words(" so với kế hoạch, chỉ tiêu giao", " against the plan"),
    "previous": Words(" so với năm trước", " against the year before"),
    "term_start": Words(" so với đầu nhiệm kỳ", " against the start of the term"),
}
OUTCOMES = {
    "met": Words("Đạt", "met"),
    "exceeded": Words("Vượt", "exceeded"),
    "not_met": Words("Không đạt", "not met"),
    "undecided": Words("Chưa đủ căn cứ", "undecided"),
}
_BETTER: dict[Better, Words] = {
    "higher": Words("càng cao càng tốt", "higher is better"),
    "lower": Words("càng thấp càng tốt", "lower is better"),
    "exact": Words("cần đúng mức đề ra", "the figure itself is wanted"),
}
_SOURCES: dict[BetterSource, Words] = {
    "author": Words("người soạn bộ chỉ tiêu ghi rõ", "stated by the author of the ruleset"),
    "lexicon": Words("theo từ điển chỉ tiêu", "from the lexicon"),
    "condition": Words("theo cách viết của chỉ tiêu", "from the sense of the condition"),
    "default": Words("mặc định", "by default"),
}


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
                figure = with_unit(f"{show_number(low, lang)} – {show_number(high, lang)}", unit)
                text = _MEASURES[target.measure].show(lang) + figure
            case GradeCondition(op=op, grade=grade):
                text = f"{_SIGNS[op]} “{grade}”"
            case condition if condition.expected:
                text = "thực hiện được" if lang != "en" else "it holds"
            case _:
                text = "không để xảy ra" if lang != "en" else "it does not occur"
        return text + self._basis(lang)

    def _basis(self, lang: str) -> str:
        basis = self.target.basis
        if basis is None:
            return ""
        if basis in _BASES:
            return _BASES[basis].show(lang)
        year = basis.removeprefix("year:")
        return f" against {year}" if lang == "en" else f" so với năm {year}"


@dataclass(frozen=True, slots=True)
class Listing(Shown):
    """Several things with commas between them."""

    parts: tuple[Shown | str, ...]
    between: str = ", "

    def show(self, lang: str) -> str:
        """The parts."""
        return self.between.join(part if isinstance(part, str) else part.show(lang) for part in self.parts)


@dataclass(frozen=True, slots=True)
class ReadingOutcome(Shown):
    """A reading of the text and the outcome that it gives: "(1) giảm ≥ 5%: Đạt"."""

    number: int
    target: Target
    outcome: str

    def show(self, lang: str) -> str:
        """The reading and its outcome."""
        indicator = f"{self.target.indicator} " if self.target.indicator else ""
        wanted = Wanted(self.target).show(lang)
        return f"({self.number}) {indicator}{wanted}: {OUTCOMES[self.outcome].show(lang)}"


_REASONS: dict[tuple[Better, BetterSource], Diagnostic] = {}


def better_reason(target: Target) -> Diagnostic:
    """Which way is better, and where that came from."""
    key = (target.better, target.better_source)
    if key not in _REASONS:
        params = {"better": _BETTER[key[0]], "source": _SOURCES[key[1]]}
        _REASONS[key] = Diagnostic("verdict.better", params)
    return _REASONS[key]
