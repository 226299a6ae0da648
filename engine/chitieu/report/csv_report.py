"""The report as CSV for a spreadsheet.

What Excel opens by a double click depends on the regional settings of Windows. With the Vietnamese ones the
list separator is ";" (the comma is the decimal mark), so ``lang="vi"`` writes ";" and decimal commas; with
English ones it is ",", so ``lang="en"`` writes "," and decimal points. Both carry a byte order mark, without
which Excel takes UTF-8 for the machine's old code page and garbles every toned letter. Thousands are not
grouped: "2.860" would be read as 2,86 where the dot is the decimal mark. A "sep=" line is left out: with it
Excel ignores the byte order mark.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from chitieu.diagnostics import Lang
from chitieu.evaluation.report import ItemOutcome, Judged, Report
from chitieu.evaluation.verdict import Verdict
from chitieu.quantity.notation import format_number, round_half_up, with_unit
from chitieu.report.figures import plain_figure
from chitieu.report.grid import clean
from chitieu.report.labels import Label, label
from chitieu.report.rows import indicator_text, why_not_counted
from chitieu.report.wording import describe, outcome_word, unit_cell

_HEADS: tuple[Label, ...] = (
    "id",
    "item",
    "section",
    "indicator",
    "expect",
    "plan",
    "unit",
    "entity",
    "actual",
    "completion",
    "margin",
    "outcome",
    "counted",
    "reasons",
)
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"-?[0-9]+([.,][0-9]+)?")


def csv_report(report: Report, *, lang: Lang = "vi") -> bytes:
    """The verdicts, one row a target (and one an entity), as bytes that Excel opens by a double click."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if lang == "vi" else ",", lineterminator="\r\n")
    heads = [label(head, lang) + (" (%)" if head == "completion" else "") for head in _HEADS]
    writer.writerow(heads)
    for item in report.items:
        for judged in item.judged:
            writer.writerows(_rows(judged, item, lang))
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")


def _rows(judged: Judged, item: ItemOutcome, lang: Lang) -> Iterable[list[str]]:
    rule = judged.rule
    counted = item.counts(judged)
    head = [rule.id, rule.item, item.item.section or "", indicator_text(rule.target, lang), rule.expect]
    head += [describe(rule.target, lang), unit_cell(rule.target, lang)]
    for entity, verdict in (("", judged.verdict), *judged.entities):
        why = [] if counted else [why_not_counted(judged, lang)]
        why += [reason.text(lang) for reason in verdict.reasons]
        cells = [*head, entity, _actual(verdict, rule.target.unit, lang)]
        cells += [_figure(verdict.completion, lang), _figure(verdict.margin, lang)]
        cells += [outcome_word(verdict.outcome, lang), label("yes" if counted else "no", lang), " ".join(why)]
        yield [neutral(clean(cell).replace("\n", " ")) for cell in cells]


def _actual(verdict: Verdict, unit: str, lang: Lang) -> str:
    """One plain figure as a number, with its unit where that is another one; anything else as reported."""
    actual = verdict.actual
    if actual is None:
        return ""
    figure = plain_figure(actual)
    if not isinstance(figure, Decimal) or actual.missing:
        return actual.text.strip()
    shown = format_number(figure, lang, group=False)
    return shown if actual.unit in {None, unit} else with_unit(shown, actual.unit or "")


def _figure(number: Decimal | Fraction | None, lang: Lang) -> str:
    if number is None:
        return ""
    rounded = format_number(round_half_up(number, 6), lang, group=False)
    return rounded.rstrip("0").rstrip(",.") if "," in rounded or "." in rounded else rounded


def neutral(cell: str) -> str:
    """The cell as a spreadsheet may hold it: one that would run as a formula starts with an apostrophe.

    >>> neutral("=1+1"), neutral("-0,5"), neutral("-6% số vụ"), neutral("Đạt")
    ("'=1+1", '-0,5', "'-6% số vụ", 'Đạt')
    """
    return f"'{cell}" if cell and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
