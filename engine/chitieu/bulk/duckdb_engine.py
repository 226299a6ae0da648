"""DuckDB as the engine of a run: inside this process; spills to a folder where memory is short."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from chitieu.bulk.frame import Native
from chitieu.bulk.inputs import Input
from chitieu.bulk.libraries import library
from chitieu.bulk.sql import DUCKDB, literal


class DuckEngine:
    """Reads CSV and Parquet, and writes both."""

    def __init__(self, folder: Path, memory: int | None, threads: int | None) -> None:
        duckdb = library("duckdb")
        self.errors: tuple[type[BaseException], ...] = (duckdb.Error,)
        self._connection = duckdb.connect()
        settings: dict[str, str | int | None] = {
            "temp_directory": literal(str(folder / "spilt")),
            "preserve_insertion_order": "false",
            "enable_progress_bar": "true",
            "enable_progress_bar_print": "false",
            "memory_limit": literal(f"{memory}MiB") if memory else None,
            "threads": threads,
        }
        for name, value in settings.items():
            if value is not None:
                self._connection.execute(f"SET {name} = {value}")

    def read(self, given: Input) -> Native:
        """The files as a relation with the columns that mean something."""
        files = "[" + ", ".join(literal(file) for file in given.files) + "]"
        if given.kind == "parquet":
            own = given.headings
            source = f"read_parquet({files})"
        else:
            own = tuple(f"column{at}" for at in range(len(given.headings)))
            types = ", ".join(f"{name}: 'VARCHAR'" for name in own)
            source = (
                f"read_csv({files}, auto_detect = false, columns = {{{types}}}, header = true, "
                f"delim = {literal(given.separator)}, quote = '\"', escape = '\"', strict_mode = true)"
            )
        known = zip(given.headings, own, strict=True)
        columns = [
            f"{DUCKDB.quoted(name)} AS {DUCKDB.quoted(given.columns[it])}"
            for it, name in known
            if it in given.columns
        ]
        return self._connection.sql(f"SELECT {', '.join(columns)} FROM {source}")

    def share(self, frame: Native, keys: Sequence[str], number: int, of: int) -> Native:
        """The rows of one share of the places and periods."""
        names = ", ".join(DUCKDB.quoted(key) for key in keys)
        return frame.filter(f"hash({names}) % {of} = {number}")

    def write(self, frame: Native, path: Path) -> None:
        """Write a relation as a file, in the format of its name."""
        if path.suffix == ".csv":
            frame.write_csv(str(path))
        else:
            frame.write_parquet(str(path))

    def progress(self) -> float | None:
        """How much of the query is done."""
        done = self._connection.query_progress()
        return done / 100 if done and done > 0 else None

    def stop(self) -> None:
        """Give up the query."""
        self._connection.interrupt()

    def close(self) -> None:
        """Let go of memory."""
        self._connection.close()
