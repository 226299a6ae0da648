"""What an official report holds, before any layout: the table, what was missed first, grounds and sources.

The documents (xlsx, docx, html, Markdown) are set from this alone, so that they say the same in the same words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from chitieu.actuals.model import Actuals
from chitieu.diagnostics import Lang
from chitieu.evaluation.report import Counts, Report
from chitieu.evaluation.verdict import Outcome
from chitieu.report.grid import clean
from chitieu.report.labels import Label, label
from chitieu.report.provenance import provenance
from chitieu.report.reasons import beside_reading
from chitieu.report.rows import Block, Row, blocks
from chitieu.report.signs import RICH
from chitieu.report.wording import better_told, describe, outcome_word, summary_words

Side = Literal["left", "center", "right"]


class Column(NamedTuple):
    """A column of the official table: its heading, the side of its cells, and how wide it is.

    ``letters`` are those of a workbook; ``millimetres`` are of paper, together the 262 of a landscape page between its
    margins; ``share`` is per cent of a screen, 0 for as wide as its words need. ``side`` "right" is for figures.
    """

    head: Label
    side: Side
    letters: int
    millimetres: int
    share: int = 0


COLUMNS = (
    Column("tt", "center", 12, 19),
    Column("indicator", "left", 44, 60, 28),
    Column("unit", "center", 15, 25),
    Column("plan", "right", 15, 29, 11),
    Column("actual", "right", 17, 33, 11),
    Column("completion_short", "right", 11, 18),
    Column("against", "right", 17, 24),
    Column("outcome", "center", 19, 28),
    Column("note", "left", 26, 26, 14),
)
_SIGNED = re.compile(r"(?<=[<>=≤≥≈]) (?=[0-9])")
_NO_TEXT = re.compile("[\ud800-\udfff\ufffe\uffff]")
#: What is missed comes first.
_FIRST: tuple[tuple[Outcome, Label], ...] = (("not_met", "missed"), ("undecided", "doubtful"))


@dataclass(frozen=True, slots=True)
class Ground:
    """Why one target was judged so: the words of the document, how they were understood, the reasons."""

    number: str
    indicator: str
    outcome: Outcome
    outcome_text: str
    quote: str
    understood: str
    why: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Missed:
    """An item of one outcome, and the targets of it that made it so or that are open, each with its reason."""

    number: str
    rows: tuple[Row, ...]
    outcome: Outcome
    lang: Lang

    def lines(self) -> tuple[str, ...]:
        """One line a target: its number where the item has several, its name, the reason."""
        out = []
        for row in self.rows:
            name = row.indicator if row.number == self.number else f"{row.number} {row.indicator}"
            if row.outcome is not None and row.outcome != self.outcome:
                name += f" ({outcome_word(row.outcome, self.lang).lower()})"
            out.append(_plain(f"{name}: {row.reason}" if row.reason else name))
        return tuple(out)


@dataclass(frozen=True, slots=True)
class Part:
    """A section: its heading, the cells of its rows, its counts and the sentence that tells them."""

    heading: str
    rows: tuple[Row, ...]
    counts: Counts | None
    summary: str
    tasks: str


@dataclass(frozen=True, slots=True)
class Official:
    """A report as an office reads it."""

    lang: Lang
    title: str
    issuer: str
    period: str
    summary: str
    counts: Counts
    parts: tuple[Part, ...]
    #: What is missed, then what is undecided: a heading, and the items as they are counted.
    first: tuple[tuple[str, Outcome, tuple[Missed, ...]], ...]
    grounds: tuple[Ground, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]

    def heads(self) -> list[str]:
        """The headings of the table."""
        return [label(column.head, self.lang) for column in COLUMNS]

    def endings(self) -> list[tuple[str, tuple[str, ...]]]:
        """What stands at the end: notes on the figures, documents and sources, each with its heading."""
        both = (label("data_notes", self.lang), self.notes), (label("sources", self.lang), self.sources)
        return [(heading, lines) for heading, lines in both if lines]

    def cells(self, row: Row) -> list[str]:
        """The cells of a row under the headings."""
        cells: dict[Label, str] = {
            "tt": row.number,
            "indicator": row.indicator,
            "unit": row.unit,
            "plan": row.plan,
            "actual": row.actual,
            "completion_short": row.completion,
            "against": row.against,
            "outcome": row.outcome_text(self.lang, RICH),
            "note": row.note,
        }
        return [_plain(cells[column.head]) for column in COLUMNS]


def side_of(column: Column, text: str) -> Side:
    """The side of a cell: figures to the right; short words, in a column of figures as well, in the middle.

    >>> plan, indicator = COLUMNS[3], COLUMNS[1]
    >>> side_of(plan, "≥ 95"), side_of(plan, "Không có"), side_of(indicator, "Số vụ")
    ('right', 'center', 'left')
    """
    words = column.side == "right" and not any(map(str.isdigit, text))
    return "center" if words else column.side


def official(report: Report, *, lang: Lang = "vi", baseline: Actuals | None = None) -> Official:
    """The report made ready to be set."""
    ruleset = report.ruleset
    parts = tuple(_part(block, lang) for block in blocks(report, lang, RICH))
    rows = [row for part in parts for row in part.rows if row.judged is not None]
    first = [
        (label(heading, lang), outcome, _missed(report, rows, outcome, lang)) for outcome, heading in _FIRST
    ]
    period = ruleset.period
    notes = dict.fromkeys(note.full(lang) for note in (*report.notes, *report.actuals.notes))
    return Official(
        lang=lang,
        title=_plain(clean(ruleset.title)),
        issuer=_plain(clean(ruleset.issuer or "")),
        period=f"{period[0]:%d/%m/%Y} – {period[1]:%d/%m/%Y}" if period else "",
        summary=summary_words(report.item_counts, lang),
        counts=report.item_counts,
        parts=parts,
        first=tuple(each for each in first if each[2]),
        grounds=tuple(_ground(row, lang) for row in rows),
        notes=tuple(_plain(clean(note)) for note in notes),
        sources=_sources(report, lang, baseline),
    )


def _plain(text: str) -> str:
    """The text on one line, without what no XML can hold; a sign stays with its figure."""
    text = _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text).replace("\n", " ")
    return _SIGNED.sub("\N{NO-BREAK SPACE}", text).strip()


def _missed(report: Report, rows: list[Row], outcome: Outcome, lang: Lang) -> tuple[Missed, ...]:
    """The items of an outcome as they are counted: with their sub-bullets, without restatements.

    What is undecided in a missed item is told with it: the item is nowhere else.
    """
    roots = report.ruleset.roots
    by_item: dict[str, list[Row]] = {}
    for row in rows:
        if row.judged is not None and row.counted and row.outcome in {outcome, "undecided"}:
            rule = row.judged.rule
            if not rule.target.restates:
                by_item.setdefault(roots.get(rule.item, rule.item), []).append(row)
    labels = [item.item.label for item in report.items if item.outcome == outcome]
    return tuple(_missed_item(name, tuple(by_item.get(name, ())), outcome, lang) for name in labels)


def _missed_item(name: str, rows: tuple[Row, ...], outcome: Outcome, lang: Lang) -> Missed:
    """An item with one target of the outcome goes by that target's number."""
    return Missed(_plain(rows[0].number if len(rows) == 1 else clean(name)), rows, outcome, lang)


def _part(block: Block, lang: Lang) -> Part:
    counted = block.counts is not None and block.counts.total > 0
    summary = summary_words(block.counts, lang) if block.counts is not None and counted else ""
    tasks = f"{label('tasks', lang)}: {', '.join(block.tasks)}" if block.tasks else ""
    heading = _plain(block.heading) or label("no_section", lang)
    return Part(heading, block.rows, block.counts if counted else None, summary, _plain(tasks))


def _ground(row: Row, lang: Lang) -> Ground:
    judged = row.judged
    if judged is None or row.outcome is None:
        raise ValueError("a row without a verdict has no grounds")
    rule, verdict = judged.rule, judged.verdict
    source = (verdict.actual.source or "") if verdict.actual is not None else ""
    return Ground(
        number=_plain(row.number),
        indicator=_plain(row.indicator),
        outcome=row.outcome,
        outcome_text=outcome_word(row.outcome, lang),
        quote=_plain(clean(rule.expect)),
        understood=_plain(
            "; ".join(filter(None, (describe(rule.target, lang), better_told(rule.target, lang))))
        ),
        why=tuple(dict.fromkeys(_plain(clean(reason.text(lang))) for reason in beside_reading(verdict))),
        source=_plain(clean(source)),
    )


def _sources(report: Report, lang: Lang, baseline: Actuals | None) -> tuple[str, ...]:
    """The document, the ruleset and the files of figures, by name and hash; the program and its version."""
    told = provenance(report, baseline)
    out = []
    document = told["ruleset"].get("source") or {}
    named: tuple[tuple[Label, str | None, str | None], ...] = (
        ("document", document.get("document"), document.get("sha256")),
        ("ruleset", told["ruleset"]["name"], told["ruleset"]["sha256"]),
        ("actuals_file", told["actuals"]["file"], told["actuals"]["sha256"]),
        ("baseline", told.get("baseline", {}).get("file"), told.get("baseline", {}).get("sha256")),
    )
    for name, what, digest in named:
        if what:
            tail = f" (SHA-256 {digest})" if digest else ""
            out.append(f"{label(name, lang)}: {_plain(clean(str(what)))}{tail}")
    out.append(f"chitieu {told['version']}")
    return tuple(out)
