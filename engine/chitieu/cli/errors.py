"""Errors on standard error: one clear message, in the language of the call."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise

import click

from chitieu.diagnostics import ChitieuError, Diagnostic, Lang, Place
from chitieu.report.grid import clean


def language(args: Sequence[str]) -> Lang:
    """The language that a command line asks for, also where the rest of it cannot be understood.

    >>> language(["evaluate", "--lang", "en"]), language(["parse", "--lang=en"]), language(["parse"])
    ('en', 'en', 'vi')
    """
    if "--lang=en" in args:
        return "en"
    return "en" if any(pair == ("--lang", "en") for pair in pairwise(args)) else "vi"


def tell(error: ChitieuError, args: Sequence[str]) -> None:
    """Show an error of this package: each of its diagnostics on a line."""
    lang = language(args)
    head = "Lỗi" if lang == "vi" else "Error"
    _say(f"{head}: {diagnostic.full(lang)}" for diagnostic in error.diagnostics)


def tell_os_error(error: OSError, args: Sequence[str]) -> None:
    """Show an error of the operating system that is not yet ours: a full disk, a lost device."""
    where = Place(file=str(error.filename)) if error.filename else None
    tell(ChitieuError(Diagnostic("file.unwritable", {"reason": error.strerror or str(error)}, where)), args)


def tell_usage(error: click.ClickException, args: Sequence[str]) -> None:
    """Show what is wrong with a command line, and how the command is called."""
    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        _say([error.format_message()])
        return
    lang = language(args)
    lines = [context.get_usage()] if context is not None else []
    head = "Lỗi" if lang == "vi" else "Error"
    lines.append(f"{head}: {_usage(error, context).full(lang)}")
    _say(lines)


def _usage(error: click.ClickException, context: click.Context | None) -> Diagnostic:
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities[0] if error.possibilities else None
        return _near("usage.no_option", error.option_name, near)
    if isinstance(error, click.BadParameter):
        return _bad_parameter(error, _name(error, context))
    message = error.format_message()
    if (
        isinstance(error, click.UsageError)
        and context is not None
        and isinstance(context.command, click.Group)
    ):
        name = message.split("'")[1] if message.count("'") > 1 else message
        import difflib

        near_names = difflib.get_close_matches(name, context.command.list_commands(context), n=1)
        return _near("usage.no_command", name, near_names[0] if near_names else None)
    if message.startswith("Got unexpected extra argument"):
        return Diagnostic(
            "usage.extra", {"value": message.partition("(")[2].rpartition(")")[0].split("(")[-1]}
        )
    return Diagnostic("usage.other", {"reason": message})


def _bad_parameter(error: click.BadParameter, name: str) -> Diagnostic:
    kind = getattr(error.param, "type", None)
    choices = ", ".join(map(str, kind.choices)) if isinstance(kind, click.Choice) else ""
    if isinstance(error, click.MissingParameter):
        code = "usage.missing_choice" if choices else "usage.missing"
        return Diagnostic(code, {"name": name, "choices": choices})
    if choices:
        value = error.message.split("'")[1] if "'" in error.message else ""
        return Diagnostic("usage.bad_choice", {"name": name, "value": value, "choices": choices})
    return Diagnostic("usage.bad_value", {"name": name, "reason": error.message})


def _near(code: str, name: str, near: str | None) -> Diagnostic:
    return (
        Diagnostic(f"{code}_near", {"name": name, "near": near}) if near else Diagnostic(code, {"name": name})
    )


def _name(error: click.BadParameter, context: click.Context | None) -> str:
    param = error.param
    if param is None or context is None:
        return error.param_hint if isinstance(error.param_hint, str) else ""
    return param.make_metavar(context) if isinstance(param, click.Argument) else "/".join(param.opts)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        print(clean(line), file=sys.stderr)
