"""Libraries of the extras: imported when used, and where one is missing, the message says what to install."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from chitieu.extras import needs_extra

#: library → the extra that brings it
_EXTRAS = {
    "duckdb": "bulk",
    "narwhals": "bulk",
    "pyarrow": "bulk",
    "polars": "polars",
    "pandas": "pandas",
    "pyspark": "spark",
    "py4j": "spark",
}


def library(name: str) -> Any:
    """The library of that name.

    Raises:
        UsageError: It is not installed; the message names the extra that brings it.

    >>> library("pyarrow").__name__
    'pyarrow'
    """
    top = name.split(".", maxsplit=1)[0]
    with needs_extra(top, _EXTRAS[top]):
        return import_module(name)
