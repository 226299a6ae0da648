"""Libraries of the extras: imported when used, and where one is missing, the message says what to install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from chitieu.diagnostics import Diagnostic, UsageError

#: library → the extra that brings it
_EXTRAS = {
    "duckdb": "bulk",
    "narwhals": "bulk",
    "pyarrow": "bulk",
    "polars": "polars",
    "pandas": "pandas",
    "pyspark": "spark",
}


def library(name: str) -> Any:
    """The library of that name.

    Raises:
        UsageError: It is not installed; the message names the extra that brings it.

    >>> library("pyarrow").__name__
    'pyarrow'
    """
    try:
        return import_module(name)
    except ImportError as missing:
        top = name.split(".", maxsplit=1)[0]
        params = {"library": top, "extra": _EXTRAS[top]}
        raise UsageError(Diagnostic("bulk.library_missing", params)) from missing
