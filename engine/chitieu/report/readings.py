"""Readings in words: the tables of ``parse`` and ``check``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chitieu.diagnostics import Diagnostic, Lang, message
from chitieu.reading import FigureAccount, Reading
from chitieu.report.findings import Finding, agreements, figures_of, find
from chitieu.report.grid import Cell, Column, Line, Style, clean, lay_table, paragraph
from chitieu.report.labels import Label, label
from chitieu.report.rows import indicator_text, section_heading
from chitieu.report.signs import RICH, Signs
from chitieu.report.wording import better_words, describe
from chitieu.ruleset.model import Ruleset
from chitieu.target import Target


def readings_table(
    readings: Iterable[Reading],
    *,
    width: int = 80,
    lang: Lang = "vi",
    signs: Signs = RICH,
    figures: bool = False,
) -> list[Line]:
    """What was read of each clause: its words, a table of its targets, the doubts and the notes.

    With ``figures`` the account of every figure too.
    """
    out: list[Line] = []
    for reading in readings:
        if out:
            out.append([])
        out.extend(paragraph(clean(reading.text), width, style="title"))
        if reading.targets:
            rows = [_row(target, lang, signs) for target in reading.targets]
            out.extend(lay_table(_columns(lang), rows, width, signs))
        else:
            out.extend(paragraph(label("no_target", lang), width, style="dim"))
        out.extend(_notes(reading.notes, width, lang, signs))
        if figures and reading.figures:
            text = accounts(reading.figures, lang)
            out.extend(paragraph(text, width, lead=f"{signs.bullet} ", style="dim"))
    return out


def accounts(figures: Iterable[FigureAccount], lang: Lang = "vi") -> str:
    """What became of every figure, in words: "5: độ tuổi; 98: chỉ tiêu"."""
    return "; ".join(f"{clean(f.text)}: {message(f'account.{f.account}', lang)}" for f in figures)


def _columns(lang: Lang) -> list[Column]:
    return [
        Column(label("indicator", lang), flexible=True, weight=4, least=20),
        Column(label("understood", lang), flexible=True, weight=3, least=16),
        Column(label("better", lang), flexible=True, least=10),
    ]


def _row(target: Target, lang: Lang, signs: Signs) -> list[Cell]:
    better = "" if target.kind == "status" else better_words(target.better, lang)
    return [
        Cell(clean(indicator_text(target, lang))),
        Cell(understood(target, lang, signs), "undecided" if target.needs_review else ""),
        Cell(better),
    ]


def understood(target: Target, lang: Lang = "vi", signs: Signs = RICH) -> str:
    """The reading in words; a doubtful one names the other readings, each on a line of its own."""
    lines = [clean(describe(target, lang))]
    if target.needs_review:
        lines[0] += f" ({signs.undecided} {label('review', lang).lower()})"
    lines += [f"{label('other_reading', lang)}: {clean(describe(other, lang))}" for other in target.readings]
    return "\n".join(lines)


def _notes(notes: Sequence[Diagnostic], width: int, lang: Lang, signs: Signs) -> list[Line]:
    out: list[Line] = []
    for note in notes:
        out.extend(paragraph(clean(note.full(lang)), width, lead=f"{signs.bullet} ", style="dim"))
    return out


def check_table(
    ruleset: Ruleset,
    *,
    width: int = 80,
    lang: Lang = "vi",
    signs: Signs = RICH,
    upper: Ruleset | None = None,
    figures: bool = False,
) -> list[Line]:
    """Every expression of a ruleset as it was understood, section by section, and what needs a person.

    ``upper`` is the plan of the level above, where the ruleset is held against it. With ``figures`` the account of
    every figure stands below its expression's reading.
    """
    out = paragraph(clean(ruleset.title), width, style="title")
    sections = {item.label: item.section for item in ruleset.items}
    columns = [
        Column(label("id", lang)),
        Column(label("indicator", lang), flexible=True, weight=3, least=18),
        Column(label("expect", lang), flexible=True, weight=2, least=12),
        Column(label("understood", lang), flexible=True, weight=2, least=14),
    ]
    titles = {section.label: section_heading(section) for section in ruleset.sections}
    rows = []
    current: str | None = None
    for rule in ruleset.rules:
        name = sections.get(rule.item)
        if name is not None and name != current:
            rows.append([Cell(""), Cell(titles.get(name, clean(name)), "title"), Cell(""), Cell("")])
            current = name
        words = understood(rule.target, lang, signs)
        if figures and (said := accounts(figures_of(rule), lang)):
            words += f"\n{signs.bullet} {said}"
        rows.append(
            [
                Cell(clean(rule.id)),
                Cell(clean(indicator_text(rule.target, lang))),
                Cell(clean(rule.expect)),
                Cell(words, "undecided" if rule.target.needs_review else ""),
            ]
        )
    out.append([])
    out.extend(lay_table(columns, rows, width, signs))
    out.append([])
    found = find(ruleset, upper)
    if not any(each.level == "finding" for each in found):
        out.extend(paragraph(label("no_findings", lang), width, style="met"))
    parts: tuple[tuple[Label, Style, list[Finding]], ...] = (
        ("findings", "undecided", [each for each in found if each.level == "finding"]),
        ("to_know", "dim", [each for each in found if each.level == "note"]),
        ("agreements", "met", list(agreements(ruleset))),
    )
    for name, style, shown in parts:
        if not shown:
            continue
        if name != "findings":
            out.append([])
        out.append([(f"{label(name, lang)} ({len(shown)}):", "head")])
        for finding in shown:
            text = clean(finding.diagnostic.full(lang))
            out.extend(paragraph(text, width, lead=f"{signs.bullet} ", style=style))
    return out
