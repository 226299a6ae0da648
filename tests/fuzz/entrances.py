"""The ways into the package for bytes from outside. Nothing but our own errors may come out of any of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from chitieu import ChitieuError, evaluate, parse
from chitieu.actuals.csv_file import read_csv
from chitieu.actuals.json_yaml import read_json, read_yaml_actuals
from chitieu.actuals.rows import RowReader
from chitieu.actuals.table import Table
from chitieu.actuals.workbook import read_workbook
from chitieu.cli.judge import answer_line
from chitieu.reading import read_actual, read_expression
from chitieu.ruleset.load import compile_bytes

CORPUS = Path(__file__).with_name("corpus")
#: Longer than any clause; what time it takes grows with it, so a longer one tells no more.
_LONGEST = 20_000


def _text(data: bytes) -> str:
    return data[:_LONGEST].decode("utf-8", "replace")


def clause(data: bytes) -> None:
    """A clause, an expression and a phrase of an actual."""
    text = _text(data)
    parse(text)
    read_expression(text)
    read_actual(text)


def pair(data: bytes) -> None:
    """A target and an actual with a line between them."""
    target, _, actual = _text(data).partition("\n")
    evaluate(target, actual)


def line(data: bytes) -> None:
    """A line of ``judge``."""
    answer_line(_text(data))


def ruleset(data: bytes) -> None:
    """A ruleset in YAML."""
    compile_bytes(data, "ruleset.yaml")


def _rows(read: Callable[[bytes, str], Table]) -> Callable[[bytes], None]:
    def entrance(data: bytes) -> None:
        RowReader(read(data, "actuals"), "actuals").read()

    return entrance


ENTRANCES: dict[str, Callable[[bytes], None]] = {
    "clause": clause,
    "pair": pair,
    "line": line,
    "ruleset": ruleset,
    "csv": _rows(read_csv),
    "json": _rows(read_json),
    "yaml": _rows(read_yaml_actuals),
    "workbook": _rows(read_workbook),
}


def enter(name: str, data: bytes) -> None:
    """Bytes into one of them; our own errors are what they are for."""
    with suppress(ChitieuError):
        ENTRANCES[name](data)
