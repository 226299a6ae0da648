"""``chitieu actuals``: a draft of the actuals from the sentences of a report."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath

import click

from chitieu.cli.base import SETTINGS, Helped, lang_option, output_option, ruleset_argument
from chitieu.diagnostics import Diagnostic, Lang, UsageError


@click.command(
    "actuals",
    cls=Helped,
    context_settings=SETTINGS,
    help="Soạn nháp số liệu từ câu chữ của báo cáo (.docx, .pdf, .txt). Chỗ chưa chắc để trống, kèm gợi ý.\n\n"
    "Draft the actuals from the sentences of a report. What is doubtful is left open, with an offer.",
)
@click.argument("report", metavar="REPORT", type=click.Path())
@ruleset_argument
@output_option()
@lang_option
def actuals(report: str, ruleset: str, *, output: str | None, lang: Lang) -> None:
    """Write the draft, and tell what was found, what is doubtful, and percentages that do not add up."""
    output = None if output == "-" else output
    if output is not None:
        if PurePath(output).suffix.lower() != ".csv":
            params = {"suffix": PurePath(output).suffix or "—", "choices": "csv"}
            raise UsageError(Diagnostic("results.output_suffix", params))
        if Path(output).is_file():  # a person may have gone through it
            raise UsageError(Diagnostic("usage.output_exists", {"path": output}))
    from chitieu.cli.output import emit_bytes
    from chitieu.report.grid import clean
    from chitieu.results.csv_draft import csv_draft
    from chitieu.results.draft import draft_actuals
    from chitieu.ruleset import load_ruleset

    draft = draft_actuals(report, load_ruleset(ruleset))
    emit_bytes(csv_draft(draft, lang=lang), output)
    for note in draft.notes:
        print(clean(note.full(lang)), file=sys.stderr)
    counts = {state: sum(row.state == state for row in draft.rows) for state in ("found", "doubtful", "none")}
    told = Diagnostic("results.summary", {**counts, "total": len(draft.rows)})
    print(told.text(lang), file=sys.stderr)
