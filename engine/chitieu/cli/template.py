"""``chitieu template``: a workbook to fill in."""

from __future__ import annotations

from pathlib import Path, PurePath

import click

from chitieu.cli.base import SETTINGS, Helped, lang_option, output_option, ruleset_argument
from chitieu.diagnostics import Diagnostic, UsageError


@click.command(
    "template",
    cls=Helped,
    context_settings=SETTINGS,
    help="Tạo bảng tính .xlsx trống để điền số liệu thực hiện.\n\nWrite a workbook to fill the actuals in.",
)
@ruleset_argument
@output_option(required=True)
@lang_option
def template(ruleset: str, output: str, lang: str) -> None:
    """Write the workbook."""
    if PurePath(output).suffix.lower() != ".xlsx":
        raise UsageError(Diagnostic("usage.template_suffix", {"path": output}))
    if Path(output).is_file():  # it may hold a year's figures
        raise UsageError(Diagnostic("usage.output_exists", {"path": output}))
    from chitieu.report.office.template import write_template
    from chitieu.ruleset import load_ruleset

    write_template(load_ruleset(ruleset), output)
    click.echo(f"Đã ghi {output}" if lang == "vi" else f"Wrote {output}", err=True)
