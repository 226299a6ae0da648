"""After a run failed: which of its files cannot be read to the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from chitieu.bulk.duckdb_engine import DuckEngine
from chitieu.bulk.inputs import Input, broken
from chitieu.bulk.libraries import library


def refuse_broken(inputs: Iterable[Input | None], folder: Path) -> None:
    """Read each file by itself.

    Raises:
        ActualsError: One of them cannot be read; it is named.
    """
    for given in filter(None, inputs):
        for file in given.files:
            one = replace(given, files=(file,))
            _read_parquet(one) if one.kind == "parquet" else _read_csv(one, folder)


def _read_parquet(one: Input) -> None:
    pa, parquet = library("pyarrow"), library("pyarrow.parquet")
    file = one.files[0]
    try:
        with parquet.ParquetFile(file) as opened:
            for _ in opened.iter_batches(columns=list(one.columns)):
                pass
    except (pa.ArrowException, OSError) as failure:
        raise broken(file, failure) from failure


def _read_csv(one: Input, folder: Path) -> None:
    made = DuckEngine(folder, None, None)
    try:
        made.read(one).aggregate("max(hash(COLUMNS(*)))").fetchall()
    except made.errors as failure:
        raise broken(one.files[0], failure) from failure
    finally:
        made.close()
