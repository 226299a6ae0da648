"""The files of results: all of them take their places when everything is written, or none does."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from chitieu.diagnostics import Diagnostic, Place, UsageError

#: How the name of a file of results may end.
SUFFIXES = (".parquet", ".pq", ".csv")


@dataclass(frozen=True, slots=True)
class Parts:
    """Where results are written first: ``files`` by name, and a ``folder`` for what is needed on the way."""

    files: Mapping[str, Path]
    folder: Path


@contextmanager
def whole(outputs: Mapping[str, str], inputs: Sequence[str]) -> Iterator[Parts]:
    """Hidden files, which take the places of ``outputs`` when the block ends well; the hidden folder goes.

    Raises:
        UsageError: An output cannot be written, is an input, or is there twice.
    """
    _refuse(outputs, inputs)
    hidden = {name: _hidden(Path(path)) for name, path in outputs.items()}
    parts = Parts(hidden, _hidden(Path(next(iter(outputs.values())))).with_suffix(".folder"))
    shown = next(iter(outputs.values()))
    try:
        parts.folder.mkdir()
        yield parts
        for name, path in outputs.items():
            shown = path
            os.replace(hidden[name], path)
    except OSError as failure:
        params = {"reason": failure.strerror or str(failure)}
        raise UsageError(Diagnostic("file.unwritable", params, Place(file=shown))) from failure
    finally:
        shutil.rmtree(parts.folder, ignore_errors=True)
        for part in hidden.values():
            with suppress(OSError):
                part.unlink()


def _hidden(file: Path) -> Path:
    return file.with_name(f".{file.stem[:40]}-{secrets.token_hex(4)}{file.suffix.lower()}")


def _refuse(outputs: Mapping[str, str], inputs: Sequence[str]) -> None:
    known = {os.path.realpath(file) for file in inputs}
    for path in outputs.values():
        place, suffix = Place(file=path), Path(path).suffix.lower()
        if suffix not in SUFFIXES:
            raise UsageError(Diagnostic("bulk.unknown_output", {"suffix": suffix or "—"}, place))
        if os.path.isdir(path):
            raise UsageError(Diagnostic("file.is_folder", place=place))
        if not Path(path).parent.is_dir():
            raise UsageError(Diagnostic("bulk.no_folder", place=place))
        if os.path.realpath(path) in known:
            raise UsageError(Diagnostic("usage.output_is_input", {"path": path}))
    if len({os.path.realpath(path) for path in outputs.values()}) < len(outputs):
        raise UsageError(Diagnostic("bulk.same_output_twice"))
