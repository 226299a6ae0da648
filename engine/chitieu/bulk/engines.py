"""Engines of the command by name, and what goes wrong inside them as errors of ours."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from chitieu.bulk.duckdb_engine import DuckEngine
from chitieu.bulk.frame import Native
from chitieu.bulk.inputs import Input
from chitieu.bulk.libraries import library
from chitieu.bulk.polars_engine import PolarsEngine
from chitieu.bulk.spark_engine import SparkEngine
from chitieu.diagnostics import ActualsError, Diagnostic, UsageError


class Engine(Protocol):
    """What a run asks of an engine."""

    errors: tuple[type[BaseException], ...]

    def read(self, given: Input) -> Native:
        """The figures of an input as a frame of the engine, not yet walked."""
        ...

    def share(self, frame: Native, keys: Sequence[str], number: int, of: int) -> Native:
        """The rows of one share, of so many, of the places and periods; those of a key fall into the same one."""
        ...

    def write(self, frame: Native, path: Path) -> None:
        """Write a frame as a file, in the format of its name where the engine has several."""
        ...

    def progress(self) -> float | None:
        """How much of a write is done, from 0 to 1; None where the engine does not say."""
        ...

    def stop(self) -> None:
        """End what is being written."""
        ...

    def close(self) -> None:
        """Give back what the engine holds."""
        ...


_MADE: dict[str, Callable[[Path, int | None, int | None], Engine]] = {
    "duckdb": DuckEngine,
    "polars": PolarsEngine,
    "pyspark": SparkEngine,
}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMGT]?)(?:i?B)?", re.IGNORECASE)
_MEBIBYTES = {"": 2.0**-20, "K": 2.0**-10, "M": 1.0, "G": 2.0**10, "T": 2.0**20}


def mebibytes(text: str) -> int:
    """A size like "2GB" in MiB.

    Raises:
        UsageError: It is no size, or less than one MiB.

    >>> mebibytes("2GB"), mebibytes("500m")
    (2048, 500)
    """
    found = _SIZE.fullmatch(text.strip())
    size = int(float(found[1]) * _MEBIBYTES[found[2].upper()]) if found else 0
    if size < 1:
        raise UsageError(Diagnostic("bulk.bad_memory", {"value": text}))
    return size


@contextmanager
def engine(
    name: str, folder: Path, *, memory: int | None = None, threads: int | None = None
) -> Iterator[Engine]:
    """The engine of that name, which may use a folder; what goes wrong inside it is an ``ActualsError``.

    Raises:
        OSError: The disk is full.
        UsageError: Its library or Java is missing, or it has no limit of memory.
    """
    made = _MADE[name](folder, memory, threads)
    try:
        yield made
    except (*made.errors, *_shared_errors()) as failure:
        if (full := os.strerror(errno.ENOSPC)) in str(failure):
            raise OSError(errno.ENOSPC, full) from failure
        line = next((line for line in str(failure).splitlines() if line.strip()), type(failure).__name__)
        raise ActualsError(Diagnostic("bulk.engine_failed", {"engine": name, "reason": line})) from failure
    finally:
        made.close()


def _shared_errors() -> tuple[type[BaseException], ...]:
    """What the libraries between us and an engine raise in its place."""
    return (library("pyarrow").ArrowException, library("narwhals.exceptions").NarwhalsError)
