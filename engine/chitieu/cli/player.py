"""Runs another program once with all lines of the suite on its standard input."""

from __future__ import annotations

import os
import shlex
import subprocess
from dataclasses import dataclass

from chitieu.diagnostics import Diagnostic, UsageError


@dataclass(frozen=True, slots=True)
class Played:
    """The lines that a program answered, and the exit code it ended with."""

    answers: tuple[str, ...]
    exit_code: int


def play(command: str, lines: list[str], *, timeout: float) -> Played:
    """The answers of a program.

    Args:
        command: The program and its arguments, as on a command line; no shell is asked.
        lines: What it reads, a line each.
        timeout: After how many seconds it is ended.

    Raises:
        UsageError: It cannot be started, or does not end in time.
    """
    try:
        words = shlex.split(command, posix=os.name != "nt")
    except ValueError as error:
        raise _cannot_run(command, str(error)) from error
    if not words:
        raise _cannot_run(command, "…")
    given = "".join(f"{line}\n" for line in lines).encode("utf-8")
    try:
        done = subprocess.run(words, input=given, stdout=subprocess.PIPE, timeout=timeout, check=False)
    except subprocess.TimeoutExpired as error:
        params = {"command": command, "seconds": f"{timeout:g}"}
        raise UsageError(Diagnostic("conformance.timeout", params)) from error
    except (OSError, ValueError) as error:  # ValueError: a null byte among the words
        raise _cannot_run(command, getattr(error, "strerror", None) or str(error)) from error
    text = done.stdout.decode("utf-8", "replace")
    answers = text.removesuffix("\n").replace("\r\n", "\n").split("\n") if text else []
    return Played(tuple(answer.removesuffix("\r") for answer in answers), done.returncode)


def _cannot_run(command: str, reason: str) -> UsageError:
    return UsageError(Diagnostic("conformance.cannot_run", {"command": command, "reason": reason}))
