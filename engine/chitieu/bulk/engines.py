"""Engines of the command: each reads files, and writes a frame whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from chitieu.bulk.frame import Native
from chitieu.bulk.inputs import Input
from chitieu.bulk.libraries import library
from chitieu.diagnostics import ActualsError, Diagnostic, UsageError

#: Called with the share that is done, or None where the engine does not tell.
Progress = Callable[[float | None], None]
ENGINES = ("duckdb", "polars", "pyspark")
_EVERY = 0.2


class DuckEngine:
    """DuckDB, inside this process; spills to a folder of its own where memory is short."""

    def __init__(self, memory: str | None, threads: int | None) -> None:
        self._duckdb = library("duckdb")
        self.errors = (self._duckdb.Error,)
        self._folder = tempfile.mkdtemp(prefix="chitieu-")
        self._connection = self._duckdb.connect()
        self._connection.execute(f"SET temp_directory = {_quoted(self._folder)}")
        self._connection.execute("SET preserve_insertion_order = false")
        try:
            if memory:
                self._connection.execute(f"SET memory_limit = {_quoted(memory)}")
            if threads:
                self._connection.execute(f"SET threads = {int(threads)}")
        except self._duckdb.Error as refused:
            raise UsageError(Diagnostic("bulk.bad_memory", {"value": memory or ""})) from refused

    def read(self, given: Input) -> Native:
        """The files as a relation with the columns that mean something."""
        columns = ", ".join(f"{_name(heading)} AS {_name(name)}" for heading, name in given.columns.items())
        files = "[" + ", ".join(_quoted(file) for file in given.files) + "]"
        if given.kind == "parquet":
            source = f"read_parquet({files})"
        else:
            source = (
                f"read_csv({files}, all_varchar = true, header = true, delim = {_quoted(given.separator)}, "
                "quote = '\"', escape = '\"', null_padding = false, strict_mode = true)"
            )
        return self._connection.sql(f"SELECT {columns} FROM {source}")

    def write(self, frame: Native, path: Path, kind: str, progress: Progress) -> None:
        """Write a relation as one file, telling how far it is."""
        work = frame.write_parquet if kind == "parquet" else frame.write_csv
        failure: list[BaseException] = []

        def run() -> None:
            try:
                work(str(path))
            except BaseException as error:
                failure.append(error)

        worker = Thread(target=run, daemon=True)
        worker.start()
        try:
            while worker.is_alive():
                worker.join(_EVERY)
                done = self._connection.query_progress()
                progress(done / 100 if done and done > 0 else None)
        except KeyboardInterrupt:
            self._connection.interrupt()
            worker.join()
            raise
        if failure:
            raise failure[0]

    def close(self) -> None:
        """Let go of memory and of what was spilt."""
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)


class PolarsEngine:
    """Polars, streaming."""

    def __init__(self, memory: str | None, threads: int | None) -> None:
        if threads:
            os.environ["POLARS_MAX_THREADS"] = str(threads)
        self._polars = library("polars")
        self.errors = (self._polars.exceptions.PolarsError,)
        if memory:
            raise UsageError(Diagnostic("bulk.no_memory_limit", {"engine": "polars"}))

    def read(self, given: Input) -> Native:
        """The files as a lazy frame with the columns that mean something."""
        pl = self._polars
        if given.kind == "parquet":
            frame = pl.scan_parquet(list(given.files))
        else:
            frame = pl.scan_csv(list(given.files), separator=given.separator, infer_schema=False)
        return frame.select([pl.col(heading).alias(name) for heading, name in given.columns.items()])

    def write(self, frame: Native, path: Path, kind: str, progress: Progress) -> None:
        """Write a lazy frame as one file."""
        progress(None)
        if kind == "parquet":
            frame.sink_parquet(path)
        else:
            frame.sink_csv(path)

    def close(self) -> None:
        """Nothing to let go of."""


class SparkEngine:
    """PySpark: the session that is there, or one on this machine."""

    def __init__(self, memory: str | None, threads: int | None) -> None:
        if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
            raise UsageError(Diagnostic("bulk.no_java"))
        self.errors = (library("pyspark.errors").PySparkException, library("py4j.protocol").Py4JError)
        builder = library("pyspark.sql").SparkSession.builder
        self._own = library("pyspark.sql").SparkSession.getActiveSession() is None
        if self._own:
            builder = builder.master(f"local[{threads or '*'}]").config("spark.ui.enabled", "false")
            builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config(
                "spark.driver.host", "127.0.0.1"
            )
            builder = builder.config("spark.ui.showConsoleProgress", "false")
            if memory:
                builder = builder.config("spark.driver.memory", memory)
        self._session = builder.getOrCreate()
        if self._own:
            self._session.sparkContext.setLogLevel("ERROR")

    def read(self, given: Input) -> Native:
        """The files as a DataFrame with the columns that mean something."""
        reader = self._session.read
        if given.kind == "parquet":
            frame = reader.parquet(*given.files)
        else:
            frame = reader.csv(
                list(given.files), sep=given.separator, header=True, inferSchema=False, escape='"'
            )
        return frame.selectExpr(*[f"`{heading}` AS `{name}`" for heading, name in given.columns.items()])

    def write(self, frame: Native, path: Path, kind: str, progress: Progress) -> None:
        """Write a DataFrame as one file."""
        progress(None)
        folder = path.with_name(path.name + ".d")
        try:
            writer = frame.coalesce(1).write
            if kind == "parquet":
                writer.parquet(str(folder))
            else:
                writer.csv(str(folder), header=True)
            os.replace(next(folder.glob("part-*")), path)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def close(self) -> None:
        """Stop the session, if it is ours."""
        if self._own:
            self._session.stop()


_MADE: dict[str, Any] = {"duckdb": DuckEngine, "polars": PolarsEngine, "pyspark": SparkEngine}


@contextmanager
def engine(name: str, *, memory: str | None = None, threads: int | None = None) -> Iterator[Any]:
    """The engine of that name. What goes wrong inside it is an ``ActualsError`` with its first line.

    Raises:
        UsageError: Its library is not installed, or it has no use for ``memory``.
    """
    made = _MADE[name](memory, threads)
    try:
        yield made
    except (*made.errors, library("pyarrow").ArrowException) as failure:
        line = next((line for line in str(failure).splitlines() if line.strip()), type(failure).__name__)
        raise ActualsError(Diagnostic("bulk.engine_failed", {"engine": name, "reason": line})) from failure
    finally:
        made.close()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
