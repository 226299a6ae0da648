"""``chitieu check``: how a ruleset was understood, and what a person should look at."""

from __future__ import annotations

import click

from chitieu.cli.base import SETTINGS, Helped, format_option, lang_option, ruleset_argument
from chitieu.diagnostics import Lang


@click.command(
    "check",
    cls=Helped,
    context_settings=SETTINGS,
    help="Đọc mọi chỉ tiêu của một bộ, cho thấy được hiểu thế nào; mã thoát 1 nếu có điều cần xem.\n\n"
    "Read every expression of a ruleset and show how it was understood; exit code 1 with findings.",
)
@ruleset_argument
@format_option("table", "json", default="table")
@click.option(
    "--upper",
    metavar="RULESET",
    help="Đối chiếu với bộ chỉ tiêu của cấp trên / hold it against the plan of the level above",
)
@click.option(
    "--figures",
    is_flag=True,
    help="Cho biết mỗi con số trong câu là gì. / Show the account of every figure.",
)
@lang_option
def check(ruleset: str, form: str, upper: str | None, figures: bool, lang: Lang) -> int:
    """Show the readings and the findings."""
    from chitieu.report.findings import check_document, find
    from chitieu.ruleset import load_ruleset

    loaded = load_ruleset(ruleset)
    above = load_ruleset(upper) if upper is not None else None
    if form == "json":
        from chitieu.cli.output import emit_text
        from chitieu.report.json_report import to_json

        emit_text(to_json(check_document(loaded, lang=lang, upper=above, figures=figures)))
    else:
        from chitieu.cli.output import canvas, emit_lines
        from chitieu.report.readings import check_table

        width, signs = canvas(None)
        emit_lines(check_table(loaded, width=width, lang=lang, signs=signs, upper=above, figures=figures))
    return 1 if any(finding.level == "finding" for finding in find(loaded, above)) else 0
