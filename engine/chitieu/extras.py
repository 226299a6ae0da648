"""Libraries that not everybody needs: a message that says what to install where one is missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from chitieu.diagnostics import Diagnostic, UsageError


@contextmanager
def needs_extra(library: str, extra: str) -> Iterator[None]:
    """A block of imports from a library of an extra.

    Raises ``UsageError`` where the library is not installed.

    >>> with needs_extra("Nothing", "reports"):
    ...     import no_such_library
    Traceback (most recent call last):
    ...
    chitieu.diagnostics.errors.UsageError: Cần cài thêm Nothing. Chạy: pip install "chitieu[reports]"
    """
    try:
        yield
    except ModuleNotFoundError as missing:
        raise UsageError(Diagnostic("usage.needs_extra", {"library": library, "extra": extra})) from missing
