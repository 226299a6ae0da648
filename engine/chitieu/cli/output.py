"""Results to where they go: the terminal, a pipe, or a file written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from chitieu.cli.streams import write_bytes
from chitieu.diagnostics import Diagnostic, UsageError
from chitieu.report.grid import Line, plain
from chitieu.report.screen import screen_width, show, signs_for
from chitieu.report.signs import RICH, Signs


def canvas(output: str | None) -> tuple[int, Signs]:
    """The width to lay out for, and the signs that the place of the result can show."""
    return screen_width(), RICH if output is not None or not sys.stdout.isatty() else signs_for(sys.stdout)


def emit_lines(lines: Iterable[Line], output: str | None = None) -> None:
    """Lines of a table: coloured on a terminal, else plain."""
    if output is None:
        show(lines, sys.stdout)
    else:
        emit_bytes(plain(lines).encode("utf-8", "replace"), output)


def emit_text(text: str, output: str | None = None) -> None:
    """Text that ends with a line feed."""
    text = text if text.endswith("\n") else text + "\n"
    if output is None:
        sys.stdout.write(text)
    else:
        emit_bytes(text.encode("utf-8", "replace"), output)


def refuse_to_overwrite(output: str | None, inputs: Iterable[str | None]) -> None:
    """Raise ``UsageError`` where the output would replace one of the inputs."""
    if output is None:
        return
    target = Path(output)
    for given in inputs:
        if given is not None and target.exists() and Path(given).exists() and target.samefile(given):
            raise UsageError(Diagnostic("usage.output_is_input", {"path": output}))


def emit_bytes(data: bytes, output: str | None = None) -> None:
    """Bytes as they are; a file is replaced only when all of them are written."""
    if output is None:
        write_bytes(data, sys.stdout)
        return
    from chitieu.files import writing

    path = Path(output)
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(data)  # a device or a named pipe cannot be replaced
        return
    with writing(path) as stream:
        stream.write(data)
