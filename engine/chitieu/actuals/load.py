"""Loading files of actuals: which reader, and within what limits."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from chitieu.actuals.model import Actuals
from chitieu.actuals.table import Table
from chitieu.diagnostics import ActualsError, Diagnostic, Place
from chitieu.files import OLE, ZIP, read_file

MAX_BYTES = 256 * 1024 * 1024
MAX_YAML_BYTES = 32 * 1024 * 1024
_TEXTS = (".csv", ".tsv", ".txt")
_WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_YAML = (".yaml", ".yml")
SUFFIXES = (".csv", ".xlsx", ".ods", ".json", ".yaml")


def load_actuals(path: str | os.PathLike[str]) -> Actuals:
    """The actuals of a .csv, .xlsx, .ods, .json or .yaml file.

    Columns are named ``id`` and ``value``, and where needed ``unit``, ``baseline``, ``plan``, ``population``,
    ``entity``, ``place``, ``period``, ``source``, ``note``, or in Vietnamese (Mã, Thực hiện, ĐVT …).

    Args:
        path: The file. A workbook is read from its first visible sheet that has a heading for ids.

    Returns:
        What was reported for each id. What is odd about the file or a row is in the notes, by line or cell; a
        value that cannot be read is kept as words, and never hides the other rows.

    Raises:
        ActualsError: The file cannot be read as a whole: one clear message with its place.

    >>> load_actuals("no-such-file.csv")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ActualsError
    """
    from chitieu.actuals.phrases import PHRASES
    from chitieu.actuals.rows import RowReader

    shown = os.fspath(path)
    suffix = Path(path).suffix.casefold()
    limit = MAX_YAML_BYTES if suffix in _YAML else MAX_BYTES
    data = read_file(path, ActualsError, limit=limit)
    table = _read(data, suffix, shown)
    reader = RowReader(table, shown)
    by_id, notes = reader.read()
    PHRASES.keep()
    digest = hashlib.sha256(data).hexdigest()
    return Actuals(by_id=by_id, notes=notes, path=shown, sha256=digest, places=reader.places())


def _read(data: bytes, suffix: str, shown: str) -> Table:
    if data.startswith((ZIP, OLE)):  # by content: a renamed workbook is still one
        from chitieu.actuals.workbook import read_workbook

        return read_workbook(data, shown)
    if data.startswith(b"%PDF"):
        raise ActualsError(Diagnostic("actuals.pdf", place=Place(file=shown)))
    if suffix in _TEXTS:
        from chitieu.actuals.csv_file import read_csv

        return read_csv(data, shown)
    if suffix == ".json":
        from chitieu.actuals.json_yaml import read_json

        return read_json(data, shown)
    if suffix in _YAML:
        from chitieu.actuals.json_yaml import read_yaml_actuals

        return read_yaml_actuals(data, shown)
    code = "actuals.not_a_workbook" if suffix in _WORKBOOKS else "actuals.unknown_format"
    params = {"suffix": suffix or "—", "known": ", ".join(SUFFIXES)}
    raise ActualsError(Diagnostic(code, params, Place(file=shown)))
