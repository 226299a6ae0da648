"""``chitieu rulesets``, ``units``, ``schema``, ``completion``: what there is."""

from __future__ import annotations

from typing import Any

import click

from chitieu.cli.base import SETTINGS, Helped, format_option, lang_option
from chitieu.diagnostics import Lang

#: Dimensions as people write them: "độ_dài^2" is "độ dài²".
_SHOWN = str.maketrans({"_": " ", "^": None, "2": "²", "3": "³"})


@click.command(
    "rulesets",
    cls=Helped,
    context_settings=SETTINGS,
    help="Các bộ chỉ tiêu có sẵn trong chương trình.\n\nThe rulesets that come with the program.",
)
@format_option("table", "json", default="table")
@lang_option
def rulesets(form: str, lang: Lang) -> None:
    """List the bundled rulesets with their titles, periods and sizes."""
    from chitieu.ruleset import bundled_rulesets, load_ruleset

    loaded = [load_ruleset(name) for name in bundled_rulesets()]
    if form == "json":
        entries = [
            {
                "ruleset": one.name,
                "title": one.title,
                "issuer": one.issuer,
                "period": None
                if one.period is None
                else {"from": str(one.period[0]), "to": str(one.period[1])},
                "items": len(one.items),
                "targets": len(one.rules),
                "sha256": one.sha256,
            }
            for one in loaded
        ]
        _emit_json({"rulesets": entries})
        return
    from chitieu.report.grid import Cell, clean

    heads = ("name", "title", "period", "items", "targets")
    rows = []
    for one in loaded:
        period = "" if one.period is None else f"{one.period[0]:%d/%m/%Y}-{one.period[1]:%d/%m/%Y}"
        cells = (one.name, one.title, period, str(len(one.items)), str(len(one.rules)))
        rows.append([Cell(clean(cell)) for cell in cells])
    _emit_table(heads, rows, lang, flexible=1)


@click.command(
    "units",
    cls=Helped,
    context_settings=SETTINGS,
    help="Các đơn vị tính và danh từ đếm mà chương trình biết quy đổi.\n\n"
    "The units and counted nouns that convert.",
)
@format_option("table", "json", default="table")
@lang_option
def units(form: str, lang: Lang) -> None:
    """List the known units, their spellings and their kind."""
    from chitieu.quantity.units import known_units

    known = known_units()
    if form == "json":
        entries = [{"unit": name, "forms": list(forms), "dimension": kind} for name, forms, kind in known]
        _emit_json({"units": entries})
        return
    from chitieu.report.grid import Cell, clean

    rows = [
        [Cell(clean(cell)) for cell in (name, ", ".join(forms), kind.translate(_SHOWN))]
        for name, forms, kind in known
    ]
    _emit_table(("unit", "forms", "dimension"), rows, lang, flexible=1)


@click.command(
    "schema",
    cls=Helped,
    context_settings=SETTINGS,
    help="JSON Schema của bộ chỉ tiêu (ruleset), số liệu (actuals), cách đọc (reading), báo cáo (report).\n\n"
    "The JSON Schema of a document: NAME is ruleset, actuals, reading or report.",
)
@click.argument("name", metavar="NAME", type=click.Choice(["ruleset", "actuals", "reading", "report"]))
@lang_option
def schema(name: str, lang: Lang) -> None:  # noqa: ARG001 (every command takes --lang)
    """Print the JSON Schema of that kind of document."""
    _emit_json(_schema(name), bare=True)


def _schema(name: str) -> dict[str, Any]:
    match name:
        case "ruleset":
            from chitieu.ruleset.file import ruleset_schema

            return ruleset_schema()
        case "actuals":
            from chitieu.report.schema import actuals_schema

            return actuals_schema()
        case "reading":
            from chitieu.report.schema import reading_schema

            return reading_schema()
        case _:
            from chitieu.report.schema import report_schema

            return report_schema()


@click.command(
    "completion",
    cls=Helped,
    context_settings=SETTINGS,
    help="In đoạn lệnh gợi ý cho shell (bash, zsh, fish), ví dụ: chitieu completion bash >> ~/.bashrc\n\n"
    "Print the completion script of a shell: bash, zsh or fish.",
)
@click.argument("shell", metavar="SHELL", type=click.Choice(["bash", "zsh", "fish"]))
@lang_option
def completion(shell: str, lang: Lang) -> None:  # noqa: ARG001 (every command takes --lang)
    """Print click's completion script."""
    from click.shell_completion import ShellComplete, get_completion_class

    from chitieu.cli.table import cli

    kind = get_completion_class(shell)
    if kind is None:
        raise click.BadParameter(shell)
    # the base class's own text: the one of bash would run a bash to ask for its version
    click.echo(ShellComplete.source(kind(cli, {}, "chitieu", "_CHITIEU_COMPLETE")))


def _emit_json(document: dict[str, Any], *, bare: bool = False) -> None:
    from chitieu.cli.output import emit_text
    from chitieu.report.json_report import to_json
    from chitieu.report.provenance import SCHEMA_VERSION

    emit_text(to_json(document if bare else {"schema_version": SCHEMA_VERSION} | document))


def _emit_table(heads: tuple[Any, ...], rows: list[list[Any]], lang: Lang, *, flexible: int) -> None:
    from chitieu.cli.output import canvas, emit_lines
    from chitieu.report.grid import Column, lay_table
    from chitieu.report.labels import label

    width, signs = canvas(None)
    columns = [Column(label(head, lang), flexible=at == flexible) for at, head in enumerate(heads)]
    emit_lines(lay_table(columns, rows, width, signs))
