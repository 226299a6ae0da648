"""Work that takes long: how far it is, on a terminal, and what becomes of it when it is stopped."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from signal import SIGTERM, signal

_WIDTH = 30


@contextmanager
def stoppable() -> Iterator[None]:
    """Ctrl-C and a request to end (SIGTERM) clean up, say so, and end with the code of an error.

    Raises:
        UsageError: The work was interrupted.
    """
    from chitieu.diagnostics import UsageError

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    main = threading.current_thread() is threading.main_thread()
    before = signal(SIGTERM, stop) if main else None
    try:
        yield
    except KeyboardInterrupt:
        raise UsageError.of("bulk.interrupted") from None
    finally:
        if main:
            signal(SIGTERM, before)


@contextmanager
def progress_bar(said: str) -> Iterator[Callable[[float | None], None]]:
    """A bar on standard error where that is a terminal; the time alone, where nobody knows how far it is."""
    start = time.monotonic()
    shows = sys.stderr.isatty()

    def tell(share: float | None) -> None:
        if shows:
            full = round(_WIDTH * (share or 0))
            bar = "" if share is None else f" {'#' * full}{'.' * (_WIDTH - full)} {share:4.0%}"
            sys.stderr.write(f"\r\x1b[K{said}{bar} {time.monotonic() - start:.0f} s")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shows:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
