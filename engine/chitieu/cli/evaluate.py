"""``chitieu evaluate``: the main job."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from chitieu.cli.base import SETTINGS, Helped, format_option, lang_option, output_option, ruleset_argument
from chitieu.diagnostics import Diagnostic, Lang, UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from chitieu.actuals import Actuals
    from chitieu.evaluation import Report

_FORMATS = ("table", "json", "csv", "md", "html", "xlsx", "docx")
_BINARY = ("xlsx", "docx")
_SUFFIXES = {"": "table", ".txt": "table", ".htm": "html"} | {f".{name}": name for name in _FORMATS[1:]}


@click.command(
    "evaluate",
    cls=Helped,
    context_settings=SETTINGS,
    help="Chấm số liệu thực hiện theo bộ chỉ tiêu: Đạt, Vượt, Không đạt, Chưa đủ căn cứ, kèm lý do.\n\n"
    "Judge a file of actuals by a ruleset: an outcome for each target, with its reasons.",
)
@ruleset_argument
@click.argument("actuals", metavar="ACTUALS", type=click.Path())
@format_option(*_FORMATS)
@output_option()
@lang_option
@click.option("--baseline", type=click.Path(), metavar="TỆP", help="Số liệu năm trước / last year's actuals")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="NĂM-THÁNG-NGÀY",
    help="Ngày ghi trong báo cáo JSON / the date that the JSON report bears",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Mã thoát 1 nếu có chỉ tiêu chưa đạt hoặc chưa đủ căn cứ / exit code 1 unless all are met",
)
def evaluate(
    ruleset: str,
    actuals: str,
    *,
    form: str | None,
    output: str | None,
    lang: Lang,
    baseline: str | None,
    day: datetime | None,
    strict: bool,
) -> int:
    """Judge, show, and say with the exit code whether all is met."""
    form = form or _format_of(output)
    output = None if output == "-" else output
    if form in _BINARY and output is None and sys.stdout.isatty():
        raise UsageError(Diagnostic("usage.needs_file", {"form": form}))
    from chitieu.actuals import load_actuals
    from chitieu.cli.output import refuse_to_overwrite
    from chitieu.ruleset import load_ruleset

    refuse_to_overwrite(output, (ruleset, actuals, baseline))
    rules = load_ruleset(ruleset)
    figures = load_actuals(actuals)
    before = load_actuals(baseline) if baseline is not None else None
    report = rules.evaluate(figures, baseline=before)
    _write(report, form, output, lang=lang, baseline=before, day=day)
    return 1 if strict and not all_achieved(report) else 0


def _format_of(output: str | None) -> str:
    """The format that the name of the file asks for."""
    if output is None or output == "-":
        return "table"
    suffix = PurePath(output).suffix.lower()
    if suffix not in _SUFFIXES:
        params = {"suffix": suffix, "choices": "|".join(_FORMATS)}
        raise UsageError(Diagnostic("usage.format_unknown", params))
    return _SUFFIXES[suffix]


def _write(
    report: Report,
    form: str,
    output: str | None,
    *,
    lang: Lang,
    baseline: Actuals | None,
    day: datetime | None,
) -> None:
    from chitieu.cli import output as out

    match form:
        case "json":
            from chitieu.report.json_report import report_document, to_json

            given = None if day is None else day.date().isoformat()
            document = report_document(report, lang=lang, baseline=baseline, date=given)
            out.emit_text(to_json(document), output)
        case "csv":
            from chitieu.report.csv_report import csv_report

            out.emit_bytes(csv_report(report, lang=lang), output)
            _tell_notes(report, lang)
        case "md":
            from chitieu.report.markdown import markdown_report

            out.emit_text(markdown_report(report, lang=lang, baseline=baseline), output)
        case "html":
            from chitieu.report.office.page import html_report

            out.emit_text(html_report(report, lang=lang, baseline=baseline), output)
        case "xlsx":
            from chitieu.report.office.sheet import xlsx_report

            out.emit_bytes(xlsx_report(report, lang=lang, baseline=baseline), output)
        case "docx":
            from chitieu.report.office.letter import docx_report

            out.emit_bytes(docx_report(report, lang=lang, baseline=baseline), output)
        case _:
            from chitieu.report.table import verdict_table

            width, signs = out.canvas(output)
            out.emit_lines(verdict_table(report, width=width, lang=lang, signs=signs), output)


def _tell_notes(report: Report, lang: Lang) -> None:
    """A format without room for notes leaves them to standard error."""
    from chitieu.report.grid import clean

    for note in dict.fromkeys((*report.notes, *report.actuals.notes)):
        print(clean(note.full(lang)), file=sys.stderr)


def all_achieved(report: Report) -> bool:
    """Whether every counted target is met or exceeded."""
    return all(
        judged.verdict.outcome in {"met", "exceeded"}
        for item in report.items
        for judged in item.judged
        if item.item.counted and judged.rule.counted and judged.verdict.applicable
    )
