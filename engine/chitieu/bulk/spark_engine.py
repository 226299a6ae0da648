"""PySpark as the engine of a run: the session that is there, or one on this machine."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from signal import SIG_DFL, SIGINT, SIGTERM, raise_signal, signal
from typing import Any

from chitieu.bulk.frame import Native
from chitieu.bulk.inputs import Input
from chitieu.bulk.libraries import library
from chitieu.diagnostics import Diagnostic, UsageError

_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.log.level": "ERROR",
}


class SparkEngine:
    """Reads and writes Parquet."""

    def __init__(self, folder: Path, memory: int | None, threads: int | None) -> None:
        if shutil.which("java") is None and not os.environ.get("JAVA_HOME"):
            raise UsageError(Diagnostic("bulk.no_java", {"reason": ""}))
        sql = library("pyspark.sql")
        self.errors: tuple[type[BaseException], ...] = (
            library("pyspark.errors").PySparkException,
            library("py4j.protocol").Py4JError,
        )
        self._own = sql.SparkSession.getActiveSession() is None
        builder = sql.SparkSession.builder
        if self._own:
            builder = builder.master(f"local[{threads or '*'}]")
            settings = _SETTINGS | {
                "spark.local.dir": str(folder / "spilt"),
                "spark.sql.shuffle.partitions": str(threads or os.cpu_count() or 2),
            }
            if memory:
                settings["spark.driver.memory"] = f"{memory}m"
            for name, value in settings.items():
                builder = builder.config(name, value)
        self._session = _started(builder, folder / "java.txt") if self._own else builder.getOrCreate()

    def read(self, given: Input) -> Native:
        """The files as a DataFrame with the columns that mean something."""
        frame = self._session.read.parquet(*given.files)
        return frame.selectExpr(*[f"`{heading}` AS `{name}`" for heading, name in given.columns.items()])

    def share(self, frame: Native, keys: Sequence[str], number: int, of: int) -> Native:
        """The rows of one share of the places and periods."""
        names = ", ".join(f"`{key}`" for key in keys)
        return frame.where(f"pmod(hash({names}), {of}) = {number}")

    def write(self, frame: Native, path: Path) -> None:
        """Write a DataFrame as a folder of files."""
        frame.write.parquet(str(path))

    def progress(self) -> float | None:
        """It does not tell."""
        return None

    def stop(self) -> None:
        """Give up the jobs."""
        self._session.sparkContext.cancelAllJobs()

    def close(self) -> None:
        """Stop the session, if it is ours."""
        if self._own:
            self._session.stop()


def _started(builder: Any, log: Path) -> Any:
    """The session; what Java says while it starts is kept from the terminal, and told where it does not start."""
    errors = library("pyspark.errors")
    made = None
    with warnings.catch_warnings(), _errors_to(log):
        warnings.simplefilter("ignore")  # PySpark's own about versions of pandas, which is not used here
        try:
            with _put_off():
                made = builder.getOrCreate()
        except errors.PySparkException as failure:
            said = log.read_text("utf-8", "replace").splitlines()
            reason = next((line for line in said if "rror" in line or "xception" in line), "")
            params = {"reason": reason or str(failure).splitlines()[0]}
            raise UsageError(Diagnostic("bulk.no_java", params)) from failure
        except KeyboardInterrupt:
            if made is not None:
                made.stop()
            raise
    return made


@contextmanager
def _put_off() -> Iterator[None]:
    """An interruption waits until the block is done: a Java that is left while it starts runs on for good.

    A second one does not wait.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def note(number: int, _frame: object) -> None:
        came.append(number)
        if len(came) > 1:
            raise KeyboardInterrupt

    before = {number: signal(number, note) for number in (SIGINT, SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal(number, handler or SIG_DFL)
    if came:
        raise_signal(came[0])


@contextmanager
def _errors_to(log: Path) -> Iterator[None]:
    """Standard error of this process, and of those it starts, to a file."""
    sys.stderr.flush()
    before = os.dup(2)
    with log.open("wb") as stream:
        os.dup2(stream.fileno(), 2)
    try:
        yield
    finally:
        sys.stderr.flush()
        os.dup2(before, 2)
        os.close(before)
