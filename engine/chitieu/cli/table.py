"""The commands by name. A command's own module is imported when it runs: ``--help`` needs none of them."""

from __future__ import annotations

import importlib
from typing import Any

import click

from chitieu.cli.base import SETTINGS, Helped

#: name → (module, what it does in Vietnamese, in English)
COMMANDS: dict[str, tuple[str, str, str]] = {
    "parse": ("parse", "đọc câu chữ thành chỉ tiêu", "read clauses into targets"),
    "extract": ("extract", "rút bộ chỉ tiêu từ văn bản", "draft a ruleset from a document"),
    "check": ("check", "xem bộ chỉ tiêu được hiểu thế nào", "how a ruleset was understood"),
    "evaluate": ("evaluate", "chấm số liệu theo bộ chỉ tiêu", "judge actuals by a ruleset"),
    "judge": ("judge", "chấm một chỉ tiêu với một số liệu", "judge one target and one actual"),
    "explain": ("explain", "vì sao có kết quả ấy", "why a target was judged so"),
    "template": ("template", "bảng tính trống để điền số liệu", "a workbook to fill in"),
    "verify": ("verify", "chấm lại một báo cáo", "judge a report again"),
    "actuals": ("actuals", "số liệu nháp từ câu chữ của báo cáo", "draft actuals from a report"),
    "conformance": (
        "conformance",
        "chạy bộ ca chuẩn với một chương trình",
        "play the suite against a program",
    ),
    "bulk": ("bulk", "chấm số liệu của nhiều địa bàn, nhiều kỳ", "judge many places and periods"),
    "simulate": ("simulate", "tạo số liệu thử cho nhiều địa bàn", "make figures of many places to try"),
    "rulesets": ("lists", "các bộ chỉ tiêu có sẵn", "the bundled rulesets"),
    "units": ("lists", "các đơn vị tính đã biết", "the known units"),
    "schema": ("lists", "JSON Schema của một loại tài liệu", "JSON Schema of a document"),
    "completion": ("lists", "lệnh gợi ý cho bash, zsh, fish", "shell completion"),
}


class PipeClosedError(Exception):
    """The reader of the output went away."""


class Commands(Helped, click.Group):
    """The group of all commands, each imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module: Any = importlib.import_module(f"chitieu.cli.{COMMANDS[cmd_name][0]}")
        command = getattr(module, cmd_name)
        return command if isinstance(command, click.Command) else None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an input that cannot be read as a whole is exit code 2."""
        from chitieu.diagnostics import ChitieuError  # here: --help needs no diagnostics

        try:
            return super().invoke(ctx)
        except ChitieuError as error:
            from chitieu.cli.errors import tell

            tell(error, ctx.obj or ())
            raise click.exceptions.Exit(2) from error
        except BrokenPipeError as error:  # click would make it exit code 1, which means findings
            raise PipeClosedError from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands from the table, without importing them."""
        with formatter.section("Lệnh / Commands"):
            formatter.write_dl([(name, f"{vi} / {en}") for name, (_, vi, en) in COMMANDS.items()])


def _version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        import chitieu

        click.echo(f"chitieu {chitieu.__version__}")
        ctx.exit()


@click.command(
    cls=Commands,
    context_settings=SETTINGS,
    no_args_is_help=True,
    subcommand_metavar="LỆNH…",
    help="Đọc chỉ tiêu của nghị quyết từ chính câu chữ và chấm số liệu thực hiện.\n\n"
    "Reads the targets of Vietnamese resolutions from their own words and judges the figures against them.",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Phiên bản / the version",
)
def cli() -> None:
    """The command ``chitieu``."""
