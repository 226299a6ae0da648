"""What all commands share: help in both languages, options, and arguments that are Vietnamese text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

_Function = TypeVar("_Function", bound=Callable[..., Any])
_LOOKS_LIKE_TEXT = re.compile(r"-(?=[\s0-9.,])")
_MARK = "\x00"


class Helped(click.Command):
    """A command whose help page is headed in Vietnamese and in English."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that says how to call it."""
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Cách dùng / Usage: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, under a heading in both languages."""
        records = [
            record
            for param in self.get_params(ctx)
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx)) is not None
        ]
        if records:
            with formatter.section("Tuỳ chọn / Options"):
                formatter.write_dl(records)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, described in both languages."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Trang này / this page"
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The pieces of the usage line."""
        return [
            "[TUỲ CHỌN]" if piece == self.options_metavar else piece
            for piece in super().collect_usage_pieces(ctx)
        ]


class TextCommand(Helped):
    """A command with arguments of text: "-6%" and "- Tỷ lệ …" are text, not options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Mark what looks like text, so that it is not taken for an option."""
        return super().parse_args(ctx, [_MARK + arg if _LOOKS_LIKE_TEXT.match(arg) else arg for arg in args])


if TYPE_CHECKING:
    _Text = click.ParamType[str]
else:
    _Text = click.ParamType  # generic only in later versions of click


class Words(_Text):
    """Text from the command line, its unreadable bytes replaced."""

    name = "text"

    def convert(  # click says which arguments it takes
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,  # noqa: ARG002
    ) -> str:
        """The text without the mark of ``TextCommand``."""
        return readable(str(value).removeprefix(_MARK))


WORDS = Words()


def readable(text: str) -> str:
    """The text with bytes that were no text (lone surrogates) replaced.

    >>> readable("98%"), readable("98\\udcff")
    ('98%', '98\\ufffd')
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogateescape" if _escaped(text) else "replace").decode(
            "utf-8", "replace"
        )
    return text


def _escaped(text: str) -> bool:
    return all(not "\ud800" <= char <= "\udfff" or "\udc80" <= char <= "\udcff" for char in text)


def lang_option(function: _Function) -> _Function:
    """``--lang vi|en``."""
    option: Callable[[_Function], _Function] = click.option(
        "--lang",
        type=click.Choice(["vi", "en"]),
        default="vi",
        show_default=True,
        help="Ngôn ngữ / language",
    )
    return option(function)


def format_option(*names: str, default: str | None = None) -> Callable[[_Function], _Function]:
    """``--format``, one of ``names``; the first where nothing else says which."""
    option: Callable[[_Function], _Function] = click.option(
        "--format",
        "form",
        type=click.Choice(list(names)),
        default=default,
        show_default=default is not None,
        help="Dạng kết quả / output format",
    )
    return option


def output_option(*, required: bool = False) -> Callable[[_Function], _Function]:
    """``-o FILE``, written whole or not at all."""
    option: Callable[[_Function], _Function] = click.option(
        "-o",
        "--output",
        metavar="TỆP",
        required=required,
        help="Ghi vào tệp / write to a file",
    )
    return option


def complete_rulesets(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[Any]:
    """The names of the bundled rulesets, and files, for the completion of a shell."""
    from click.shell_completion import CompletionItem

    from chitieu.resources import data_dir

    names = sorted(path.stem for path in data_dir("rulesets").glob("*.yaml"))
    found = [CompletionItem(name) for name in names if name.startswith(incomplete)]
    return found or [CompletionItem(incomplete, type="file")]


def ruleset_argument(function: _Function) -> _Function:
    """``RULESET``: a path, or the name of a bundled ruleset."""
    argument: Callable[[_Function], _Function] = click.argument(
        "ruleset", metavar="RULESET", shell_complete=complete_rulesets
    )
    return argument(function)
