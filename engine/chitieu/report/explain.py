"""Why a target was judged so: its words with the span marked, the reading, the comparison, the reasons."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chitieu.diagnostics import Lang
from chitieu.evaluation.enough import enough
from chitieu.evaluation.report import Judged, Report
from chitieu.evaluation.standing import count_standing
from chitieu.evaluation.verdict import Verdict
from chitieu.quantity.notation import with_unit
from chitieu.report.grid import Line, Style, clean, paragraph, width_of
from chitieu.report.json_report import verdict_dict
from chitieu.report.labels import Label, label
from chitieu.report.numbers import format_figure
from chitieu.report.provenance import SCHEMA_VERSION
from chitieu.report.reasons import beside_reading
from chitieu.report.rows import actual_text, completion_text, indicator_text, why_not_counted
from chitieu.report.signs import RICH, Signs
from chitieu.report.wording import (
    better_told,
    describe,
    figure_words,
    outcome_word,
)
from chitieu.ruleset.model import Rule, Ruleset
from chitieu.target import Target

_INDENT = 18


def explanation(
    ruleset: Ruleset,
    rule: Rule,
    judged: Judged | None,
    *,
    width: int = 80,
    lang: Lang = "vi",
    signs: Signs = RICH,
    report: Report | None = None,
) -> list[Line]:
    """The explanation of one target as lines; without ``judged`` only its words and its reading.

    With the ``report`` it also says whether the counts may still change.
    """
    page = _Page(width, lang, signs)
    target = rule.target
    page.text(f"{ruleset.name} · {rule.id}", "dim")
    page.text(indicator_text(target, lang), "title")
    page.blank()
    page.marked(rule.expect, target.span)
    page.reading(target, confirmed=rule.confirmed)
    for note in rule.notes:
        page.entry("note", note.text(lang))
    if judged is not None:
        page.blank()
        page.verdict(judged.verdict, target, several=bool(judged.entities))
        counted = rule.counted and judged.verdict.applicable
        if not counted:
            page.entry("note", why_not_counted(judged, lang))
        if report is not None and (standing := count_standing(report, judged)) is not None:
            page.entry("note", standing.text(lang))
        for entity, verdict in judged.entities:
            page.blank()
            page.entry("entity", entity, "strong")
            page.verdict(verdict, target)
    return page.lines


def judgement(
    words: str, target: Target, verdict: Verdict, *, width: int = 80, lang: Lang = "vi", signs: Signs = RICH
) -> list[Line]:
    """The explanation of one expression judged by itself: what ``judge`` shows."""
    page = _Page(width, lang, signs)
    page.marked(words, target.span)
    page.reading(target, confirmed=False)
    page.blank()
    page.verdict(verdict, target)
    return page.lines


class _Page:
    """Lines being put together, with names on the left and text beside them."""

    def __init__(self, width: int, lang: Lang, signs: Signs) -> None:
        self.lines: list[Line] = []
        self._width = width
        self._lang: Lang = lang
        self._signs = signs

    def blank(self) -> None:
        self.lines.append([])

    def text(self, text: str, style: Style = "") -> None:
        self.lines.extend(paragraph(clean(text), self._width, style=style))

    def entry(self, name: Label, text: str, style: Style = "") -> None:
        lead = f"{label(name, self._lang)}:".ljust(_INDENT)
        self.lines.extend(paragraph(clean(text), self._width, lead=lead, style=style))

    def marked(self, words: str, span: tuple[int, int] | None) -> None:
        """The source's own words, the characters of the span underlined with carets."""
        lead = f"{label('words', self._lang)}:".ljust(_INDENT)
        for at, (line, carets) in enumerate(mark(words, span, max(self._width - _INDENT, 10))):
            self.lines.append([((lead if at == 0 else " " * _INDENT) + line, "")])
            if carets:
                self.lines.append([(" " * _INDENT + carets, "strong")])

    def reading(self, target: Target, *, confirmed: bool) -> None:
        lang = self._lang
        style: Style = "undecided" if target.needs_review else ""
        tail = f" ({label('confirmed', lang)})" if confirmed else ""
        self.entry("understood", describe(target, lang) + tail, style)
        for other in target.readings:
            self.entry("other_reading", describe(other, lang), style)
        if better := better_told(target, lang):
            self.entry("better", better)

    def verdict(self, verdict: Verdict, target: Target, *, several: bool = False) -> None:
        lang, signs = self._lang, self._signs
        if verdict.actual is not None or not several:
            self.entry("actual", self._actual(verdict, target, several=several))
        actual = verdict.actual
        if actual is not None:
            beside: tuple[tuple[Label, Decimal | Fraction | None, str | None], ...] = (
                ("baseline", actual.baseline, actual.baseline_unit),
                ("previous_plan", actual.plan, actual.plan_unit),
                ("population", actual.population, None),
            )
            for name, figure, unit in beside:
                if figure is not None:
                    self.entry(name, figure_words(figure, unit or "", lang))
        if verdict.value is not None and target.kind == "quantity":
            self.entry("compared", with_unit(format_figure(verdict.value, lang), target.unit))
        words = f"{signs.of(verdict.outcome)} {outcome_word(verdict.outcome, lang)}"
        self.entry("verdict", words, verdict.outcome)
        if verdict.margin is not None:
            sign = "+" if verdict.margin > 0 else ""
            far = sign + format_figure(verdict.margin, lang)
            self.entry(
                "margin", f"{far} {target.unit}" if target.unit == "hạng" else with_unit(far, target.unit)
            )
        if completion := completion_text(verdict, lang):
            self.entry("completion", completion)
        for at, reason in enumerate(beside_reading(verdict)):
            lead = f"{label('reasons', lang)}:".ljust(_INDENT) if at == 0 else " " * _INDENT
            self.lines.extend(
                paragraph(
                    clean(" ".join(part for part in (reason.text(lang), reason.hint(lang)) if part)),
                    self._width,
                    lead=f"{lead}{signs.bullet} ",
                )
            )

    def _actual(self, verdict: Verdict, target: Target, *, several: bool) -> str:
        shown = actual_text(verdict, target, self._lang, self._signs)
        actual = verdict.actual
        if actual is None or actual.missing:
            return shown if shown != self._signs.missing else label("none_reported", self._lang)
        if actual.unit and actual.unit not in shown and actual.figure is not None:
            shown = with_unit(shown, actual.unit)
        if actual.text and actual.text.strip() != shown:
            shown += f" (“{actual.text.strip()}”)"
        if several and actual.entity:
            shown += f" · {label('entity', self._lang).lower()}: {actual.entity}"
        if actual.source:
            shown += f" · {label('source', self._lang).lower()}: {actual.source}"
        return shown


def mark(words: str, span: tuple[int, int] | None, width: int) -> list[tuple[str, str]]:
    """Lines of the text, each with a line of carets under the characters of the span ("" where none are).

    The span counts characters of the text as given; the text may be decomposed and is shown composed.

    >>> mark("Tỷ lệ trên 98%", (6, 14), 40)
    [('Tỷ lệ trên 98%', '      ^^^^^^^^')]
    """
    flat = _flat(words)
    start, end = (len(_flat(words[: span[0]])), len(_flat(words[: span[1]]))) if span else (0, 0)
    out = []
    for first, last in _line_ends(flat, width):
        line = flat[first:last]
        before = width_of(flat[first : max(first, min(start, last))])
        inside = width_of(flat[max(first, start) : max(first, start, min(end, last))])
        out.append((line, " " * before + "^" * inside if inside else ""))
    return out or [("", "")]


def _line_ends(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines of the text start and end; a word wider than the line stays whole."""
    out: list[tuple[int, int]] = []
    for word in re.finditer(r"[^ ]+", text):
        if out and width_of(text[out[-1][0] : word.end()]) <= width:
            out[-1] = (out[-1][0], word.end())
        else:
            out.append((word.start(), word.end()))
    return out


def _flat(text: str) -> str:
    return clean(text).replace("\n", " ").replace("\N{NO-BREAK SPACE}", " ")


def explanation_document(
    ruleset: Ruleset,
    rule: Rule,
    judged: Judged | None,
    *,
    lang: Lang = "vi",
    report: Report | None = None,
) -> dict[str, Any]:
    """The explanation as plain data; ``enough`` is what would have been, ``counts`` whether they may still change."""
    out: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "ruleset": ruleset.name,
        "id": rule.id,
        "item": rule.item,
        "expect": rule.expect,
        "target": rule.target.flat(),
        "words": describe(rule.target, lang),
        "better_source": rule.target.better_source,
        "confirmed": rule.confirmed,
        "notes": [note.to_dict(lang) for note in rule.notes],
    }
    if judged is not None:
        out["verdict"] = verdict_dict(judged.verdict, lang)
        if (found := enough(judged.verdict)) is not None:
            out["enough"] = found.to_dict(lang)
        if report is not None and (standing := count_standing(report, judged)) is not None:
            out["counts"] = standing.to_dict(lang)
        if judged.entities:
            out["entities"] = [
                {"entity": name} | verdict_dict(verdict, lang) for name, verdict in judged.entities
            ]
    return out
