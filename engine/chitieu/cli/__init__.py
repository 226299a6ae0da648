"""The command ``chitieu``. Importing this loads nothing but the standard library's ``gc`` and ``sys``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main"]


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code.

    Args:
        args: The arguments after the program's name; those of the process where None.
    """
    # A command builds most of what it holds while it starts: collecting garbage meanwhile takes a tenth of the time.
    gc.set_threshold(200_000)
    try:
        from chitieu.cli.run import run

        sys.exit(run(list(sys.argv[1:] if args is None else args)))
    except KeyboardInterrupt:  # while the first modules were loading
        sys.exit(130)
