"""Polars as the engine of a run: streaming, inside this process."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from chitieu.bulk.frame import Native
from chitieu.bulk.inputs import Input
from chitieu.bulk.libraries import library
from chitieu.diagnostics import Diagnostic, UsageError


class PolarsEngine:
    """Reads and writes Parquet; it has no limit of memory of its own."""

    def __init__(self, _folder: Path, memory: int | None, threads: int | None) -> None:
        if memory:
            raise UsageError(Diagnostic("bulk.no_memory_limit", {"engine": "polars"}))
        if threads:
            os.environ["POLARS_MAX_THREADS"] = str(threads)  # read when it is imported
        self._polars = library("polars")
        errors = self._polars.exceptions
        self.errors: tuple[type[BaseException], ...] = (errors.PolarsError, errors.PanicException)

    def read(self, given: Input) -> Native:
        """The files as a lazy frame with the columns that mean something."""
        pl = self._polars
        frame = pl.scan_parquet(list(given.files), glob=False)
        return frame.select([pl.col(heading).alias(name) for heading, name in given.columns.items()])

    def share(self, frame: Native, keys: Sequence[str], number: int, of: int) -> Native:
        """The rows of one share of the places and periods."""
        return frame.filter(self._polars.struct(list(keys)).hash(seed=0) % of == number)

    def write(self, frame: Native, path: Path) -> None:
        """Write a lazy frame as one file."""
        frame.sink_parquet(path)

    def progress(self) -> float | None:
        """It does not tell."""
        return None

    def stop(self) -> None:
        """What runs is left to end with the process."""

    def close(self) -> None:
        """Nothing to let go of."""
