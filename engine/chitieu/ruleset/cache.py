"""Compiled rulesets in the user's cache folder: a warm start needs neither the grammar nor a YAML parser.

An entry is JSON with its own checksum, rebuilt through the classes below and no others (never a pickle).
Its key covers everything that a compiled ruleset depends on; an entry that is broken or foreign is ignored.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import chitieu
from chitieu.diagnostics import Diagnostic, Place
from chitieu.resources import cache_dir, data_dir
from chitieu.ruleset.model import Item, Rule, Ruleset, Section, SourcePlace
from chitieu.target import Bound, GradeCondition, Range, StatusCondition, Target

_FORMAT = 2
_MAX_ENTRIES = 64
_MODELS: dict[str, Any] = {
    kind.__name__: kind for kind in (Target, Bound, Range, GradeCondition, StatusCondition)
}
_RECORDS: dict[str, Any] = {
    kind.__name__: kind for kind in (Ruleset, Section, Item, Rule, SourcePlace, Diagnostic, Place)
}
#: The packages that a compiled ruleset is made by ("" is the modules at the top): in a checkout they change
#: without a new version.
_MADE_BY = ("", "diagnostics", "quantity", "reading", "ruleset", "target", "text")

_DATA = (".lark", ".txt", ".json", ".yaml")


def key(data: bytes, shown: str) -> str:
    """The name of the entry for a file of these bytes, shown to users under this path."""
    digest = hashlib.sha256(f"{_FORMAT}\0{shown}\0{reader_state()}\0".encode("utf-8", "replace"))
    digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()


def reader_state() -> str:
    """A hash of everything that a reading depends on: version, grammar and vocabulary, and the code of a checkout."""
    digest = hashlib.sha256(chitieu.__version__.encode())
    grammar = data_dir("grammar")
    for file in sorted(path for path in grammar.rglob("*") if path.suffix in _DATA):
        digest.update(file.relative_to(grammar).as_posix().encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    package = Path(__file__).resolve().parents[1]
    for name in _MADE_BY:
        for entry in _code(str(package / name), below=bool(name)):
            state = entry.stat()
            digest.update(f"{name}/{entry.name}\0{state.st_size}\0{state.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _code(folder: str, *, below: bool) -> Iterator[os.DirEntry[str]]:
    """The files of code in a folder, and with ``below`` in the folders in it."""
    for entry in sorted(os.scandir(folder), key=lambda found: found.name):
        if entry.name.endswith(".py"):
            yield entry
        elif below and entry.is_dir() and not entry.name.startswith("_"):
            yield from _code(entry.path, below=True)


def fetch(name: str) -> Ruleset | None:
    """The entry of that name, or None where there is none that is whole."""
    folder = cache_dir()
    if folder is None:
        return None
    try:
        checksum, _, body = (folder / _file_name(name)).read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != checksum:
            return None
        ruleset = from_json(body.decode())
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return ruleset if isinstance(ruleset, Ruleset) else None


def store(name: str, ruleset: Ruleset) -> None:
    """Keep a compiled ruleset; where that is not possible, nothing happens."""
    folder = cache_dir()
    if folder is None:
        return
    try:
        body = to_json(ruleset).encode()
    except (TypeError, ValueError):
        return
    part = folder / f"{_file_name(name)}.{secrets.token_hex(4)}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        os.replace(part, folder / _file_name(name))
        _forget_old(folder)
    except OSError:
        with suppress(OSError):
            part.unlink()


def _forget_old(folder: Path) -> None:
    """Keep the entries written last, so that the folder does not grow for ever."""
    entries = sorted(folder.glob(_file_name("*")), key=lambda entry: entry.stat().st_mtime_ns)
    for entry in entries[:-_MAX_ENTRIES]:
        entry.unlink(missing_ok=True)


def _file_name(name: str) -> str:
    return f"ruleset-{name}.json"


def to_json(value: Ruleset | Rule) -> str:
    """A ruleset or a rule as JSON text, exact."""
    return json.dumps(_encode(value), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:
    """What ``to_json`` wrote. Raises ``ValueError``, ``TypeError`` or ``KeyError`` for any other text."""
    return _decode(json.loads(text))


def _encode(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    kind = type(value).__name__
    if kind in _MODELS and isinstance(value, _MODELS[kind]):
        return {"$": kind, "v": {name: _encode(part) for name, part in value.__dict__.items()}}
    if is_dataclass(value) and kind in _RECORDS:
        return {"$": kind, "v": {part.name: _encode(getattr(value, part.name)) for part in fields(value)}}
    if isinstance(value, Decimal | Fraction | date):
        return {"$": kind, "v": str(value)}
    if type(value) is tuple:
        return [_encode(part) for part in value]
    if isinstance(value, Mapping):
        return {"$": "dict", "v": {str(name): _encode(part) for name, part in value.items()}}
    raise TypeError(kind)


def _decode(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_decode(part) for part in value)
    if not isinstance(value, dict):
        return value
    kind, content = value["$"], value["v"]
    match kind:
        case "Decimal":
            return Decimal(content)
        case "Fraction":
            return Fraction(content)
        case "date":
            return date.fromisoformat(content)
    parts = {name: _decode(part) for name, part in content.items()}
    if kind == "dict":
        return parts
    if kind in _MODELS:
        return _MODELS[kind].model_construct(**parts)
    return _RECORDS[kind](**parts)
