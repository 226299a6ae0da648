"""One run of the command line: the exit code, and every way it can end without a traceback."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from chitieu.cli.streams import prepare_streams
from chitieu.cli.table import PipeClosedError, cli

#: Exit codes beside those of the contract (0 done, 1 findings, 2 unusable): a shell's own for Ctrl-C and a
#: closed pipe.
INTERRUPTED, PIPE_CLOSED = 130, 141


def run(args: Sequence[str]) -> int:
    """Run one command and give its exit code; messages go to standard error."""
    prepare_streams()
    try:
        code = cli.main(
            list(args), prog_name="chitieu", standalone_mode=False, windows_expand_args=False, obj=tuple(args)
        )
        sys.stdout.flush()
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        from chitieu.cli.errors import tell_usage

        tell_usage(error, args)
        return 2
    except (PipeClosedError, BrokenPipeError):
        return _pipe_closed()
    except OSError as error:
        if (
            error.errno in {errno.EPIPE, errno.EINVAL} and not error.filename
        ):  # EINVAL: a closed pipe on Windows
            return _pipe_closed()
        from chitieu.cli.errors import tell_os_error

        tell_os_error(error, args)
        return 2
    return code if isinstance(code, int) else 0


def _pipe_closed() -> int:
    """The reader of the output went away: be quiet, also while the interpreter flushes at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED
