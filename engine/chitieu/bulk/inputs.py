"""The files of a bulk run: Parquet or CSV, in folders and globs, all with one schema."""

from __future__ import annotations

import csv
import glob
import io
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from chitieu.actuals.headings import column_of
from chitieu.bulk.libraries import library
from chitieu.diagnostics import ActualsError, Diagnostic, Place

_KINDS: dict[str, Literal["parquet", "csv"]] = {
    ".parquet": "parquet",
    ".pq": "parquet",
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
}
_SEPARATORS = (";", ",", "\t", "|")
_HEAD = 64 * 1024
#: Decimals of more digits than this are read as floats by one engine, and by others not at all.
_MOST_DIGITS = 38
_WIDE = re.compile(r"decimal256\((\d+), -?\d+\)")
#: Columns that bulk evaluation knows and a single file of actuals does not.
_OWN = {
    "ruleset": "ruleset",
    "region": "region",
    "vùng": "region",
    "tỉnh": "region",
    "bộ chỉ tiêu": "ruleset",
}


@dataclass(frozen=True, slots=True)
class Input:
    """Files of one kind and one schema; ``columns`` are the headings that mean something: heading → name."""

    files: tuple[str, ...]
    kind: Literal["parquet", "csv"]
    headings: tuple[str, ...]
    columns: Mapping[str, str]
    separator: str = ";"

    @classmethod
    def of_parquet(cls, files: Sequence[str]) -> Input:
        """Parquet files of our own, all columns of which mean what they are called."""
        names = tuple(name for name, _ in _parquet_head(files[0])[0])
        return cls(tuple(files), "parquet", names, dict(zip(names, names, strict=True)))

    @property
    def is_exact(self) -> bool:
        """Whether the values of Parquet files are decimals or whole numbers, which engines compare as they stand."""
        types = library("pyarrow.types")
        heading = next(heading for heading, name in self.columns.items() if name == "value")
        kind = library("pyarrow.parquet").read_schema(self.files[0]).field(heading).type
        return bool(types.is_decimal(kind) or types.is_integer(kind))

    def count(self) -> int:
        """How many rows the Parquet files have."""
        parquet = library("pyarrow.parquet")
        return sum(parquet.read_metadata(file).num_rows for file in self.files)


def find_inputs(given: Iterable[str]) -> Input:
    """The files that paths, folders and globs name.

    Raises:
        ActualsError: There are none, they are of two kinds or schemas, or one of them cannot be read.
    """
    files = list(dict.fromkeys(file for one in given for file in _files(one)))
    kinds = {_KINDS[Path(file).suffix.lower()] for file in files}
    if len(kinds) != 1:
        raise ActualsError(Diagnostic("bulk.two_kinds", {"files": ", ".join(files[:3])}))
    kind = kinds.pop()
    heads = [_parquet_head(file) if kind == "parquet" else _csv_head(file) for file in files]
    for file, head in zip(files[1:], heads[1:], strict=True):
        if head != heads[0]:
            params = {"first": files[0], "here": _shown(head[0]), "there": _shown(heads[0][0])}
            raise ActualsError(Diagnostic("bulk.two_schemas", params, Place(file=file)))
    headings = tuple(name for name, _ in heads[0][0])
    columns = _columns(files[0], headings)
    for name, said in heads[0][0]:
        if name in columns and (wide := _WIDE.fullmatch(said)) and int(wide[1]) > _MOST_DIGITS:
            raise ActualsError(
                Diagnostic("bulk.bad_type", {"column": name, "type": said}, Place(file=files[0]))
            )
    return Input(tuple(files), kind, headings, columns, heads[0][1])


def broken(file: str, failure: BaseException) -> ActualsError:
    """The error of a file that cannot be read."""
    params = {"reason": next(iter(str(failure).splitlines()), type(failure).__name__)}
    return ActualsError(Diagnostic("bulk.broken_file", params, Place(file=file)))


def _files(given: str) -> list[str]:
    path = Path(given)
    if path.is_dir():
        found = sorted(
            str(file) for file in path.rglob("*") if file.suffix.lower() in _KINDS and file.is_file()
        )
    elif glob.has_magic(given) and not path.exists():
        found = sorted(file for file in glob.glob(given, recursive=True) if os.path.isfile(file))
    else:
        found = [given]
    if not found:
        raise ActualsError(Diagnostic("bulk.no_files", place=Place(file=given)))
    for file in found:
        if Path(file).suffix.lower() not in _KINDS:
            raise ActualsError(
                Diagnostic("bulk.unknown_format", {"known": ".parquet, .csv"}, Place(file=file))
            )
        if not os.path.exists(file):
            raise ActualsError(Diagnostic("file.not_found", place=Place(file=file)))
        if os.path.getsize(file) == 0:
            raise ActualsError(Diagnostic("file.empty", place=Place(file=file)))
    return found


Head = tuple[list[tuple[str, str]], str]


def _parquet_head(file: str) -> Head:
    pa, parquet = library("pyarrow"), library("pyarrow.parquet")
    try:
        schema = parquet.read_schema(file)
    except (pa.ArrowException, OSError) as failure:
        raise broken(file, failure) from failure
    return [(field.name, str(field.type)) for field in schema], ""


def _csv_head(file: str) -> Head:
    with open(file, "rb") as stream:
        data = stream.read(_HEAD)
    try:
        text = data[: data.rfind(b"\n") + 1 or None].decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise ActualsError(Diagnostic("file.not_utf8", place=Place(file=file))) from failure
    line = text.splitlines()[0] if text else ""
    separator = max(_SEPARATORS, key=line.count)
    names = next(csv.reader(io.StringIO(line), delimiter=separator), [])
    return [(name, "text") for name in names], separator


def _shown(columns: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in columns)


def _columns(file: str, names: Sequence[str]) -> dict[str, str]:
    """The headings that mean something, by their English names."""
    found: dict[str, str] = {}
    for name in names:
        key = " ".join(name.split()).casefold()
        column: Any = _OWN.get(key) or column_of(name)
        if column is None or column in ("source", "note"):
            continue
        if column in found.values():
            raise ActualsError(Diagnostic("bulk.column_twice", {"column": column}, Place(file=file)))
        found[name] = column
    for needed in ("id", "value"):
        if needed not in found.values():
            params = {"column": needed, "table": "actuals", "seen": ", ".join(names) or "—"}
            raise ActualsError(Diagnostic("bulk.no_column", params, Place(file=file)))
    return found
