"""The command ``chitieu``. Importing this loads nothing but small modules of the standard library."""

from __future__ import annotations

import gc
import os
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
    # Looking for plugins of pydantic among all installed packages takes as long; the command wants none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from chitieu.cli.run import run

        sys.exit(run(list(sys.argv[1:] if args is None else args)))
    except KeyboardInterrupt:  # while the first modules were loading
        sys.exit(130)
