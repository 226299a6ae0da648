"""YAML as text with line numbers: the only module that knows PyYAML.

Scalars stay as they are written (no YAML 1.1 guessing: ``on`` is no boolean, ``010`` is not 8). Duplicate
keys, anchors, aliases and tags are refused, so that a small file cannot unfold into a huge one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from chitieu.diagnostics import ChitieuError, Diagnostic, Place

if TYPE_CHECKING:
    import yaml

#: A key or an index (from 0) a level.
Path = tuple[str | int, ...]

MAX_DEPTH = 20
MAX_NODES = 2_000_000
_NULL = {"", "~", "null", "Null", "NULL"}
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str"}


class YamlSource(NamedTuple):
    """The content of a YAML document: dicts, lists, text and None; and the line of every path in it."""

    data: Any
    lines: Mapping[Path, int]

    def line(self, path: Path) -> int:
        """The line of a path, or of the nearest one above it that the document has."""
        while path not in self.lines:
            if not path:
                return 1
            path = path[:-1]
        return self.lines[path]


@dataclass(slots=True, eq=False)
class _Level:
    """An open mapping or list while the events go by."""

    path: Path
    into: dict[str, Any] | list[Any]
    key: str | None = None
    keys_seen: dict[str, int] = field(default_factory=dict)


def read_yaml(text: str, file: str, error: type[ChitieuError]) -> YamlSource:
    """The document of ``text``. Raises ``error`` with file and line where it is not plain YAML."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=loader):
            if builder.take(event):
                break
    except yaml.reader.ReaderError as failure:
        line = text.count("\n", 0, failure.position) + 1
        raise error(Diagnostic("yaml.character", place=Place(file=file, line=line))) from failure
    except yaml.MarkedYAMLError as failure:
        raise error(_syntax(failure, text, file)) from failure
    if builder.problems:
        raise error(builder.problems)
    return YamlSource(builder.data, builder.lines)


def _syntax(failure: yaml.MarkedYAMLError, text: str, file: str) -> Diagnostic:
    mark = failure.problem_mark or failure.context_mark
    line = mark.line + 1 if mark else None
    detail = failure.problem or failure.context or ""
    code = "yaml.tab" if _indented_by_tab(text, line) else "yaml.syntax"
    return Diagnostic(code, {"detail": detail}, Place(file=file, line=line))


def _indented_by_tab(text: str, line: int | None) -> bool:
    rows = text.splitlines()
    if line is None or line > len(rows):
        return False
    row = rows[line - 1]
    return "\t" in row[: len(row) - len(row.lstrip())]


class _Builder:
    """Builds the document from parser events, without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.data: Any = None
        self.lines: dict[Path, int] = {}
        self.problems: list[Diagnostic] = []
        self._open: list[_Level] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Take one event; True to stop because nothing more can be made of the file."""
        match type(event).__name__:
            case "ScalarEvent":
                self._refuse_marks(event)
                self._scalar(event)
            case "MappingStartEvent":
                self._refuse_marks(event)
                self._enter(event, {})
            case "SequenceStartEvent":
                self._refuse_marks(event)
                self._enter(event, [])
            case "MappingEndEvent" | "SequenceEndEvent":
                self._open.pop()
            case "AliasEvent":
                self._problem("yaml.alias", event)
                return True
            case "DocumentStartEvent":
                self._documents += 1
                if self._documents > 1:
                    self._problem("yaml.documents", event)
                    return True
        if len(self._open) > MAX_DEPTH:
            self._problem("yaml.depth", event, limit=MAX_DEPTH)
            return True
        if len(self.lines) > MAX_NODES:
            self._problem("yaml.size", event, limit=MAX_NODES)
            return True
        return any(problem.code == "yaml.alias" for problem in self.problems)

    def _problem(self, code: str, event: Any, **params: Any) -> None:
        self.problems.append(Diagnostic(code, params, Place(file=self.file, line=event.start_mark.line + 1)))

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem("yaml.alias", event)
        elif event.tag not in _PLAIN_TAGS:
            self._problem("yaml.tag", event, tag=event.tag)

    def _scalar(self, event: Any) -> None:
        level = self._open[-1] if self._open else None
        if level is not None and isinstance(level.into, dict) and level.key is None:
            self._key(level, event)
            return
        plain = event.style is None or event.style == ""
        self._put(event, None if plain and event.value in _NULL else event.value)

    def _key(self, level: _Level, event: Any) -> None:
        key: str = event.value
        line = event.start_mark.line + 1
        if key in level.keys_seen:
            self._problem("yaml.duplicate_key", event, key=key, first=level.keys_seen[key])
        level.keys_seen.setdefault(key, line)
        level.key = key
        self.lines[(*level.path, key)] = line

    def _put(self, event: Any, value: Any) -> Path:
        if not self._open:
            self.data = value
            self.lines[()] = event.start_mark.line + 1
            return ()
        level = self._open[-1]
        if isinstance(level.into, list):
            path = (*level.path, len(level.into))
            level.into.append(value)
            self.lines[path] = event.start_mark.line + 1
            return path
        if level.key is None:  # a mapping or a list stands where a key should
            self._problem("yaml.key", event)
            level.key = "?"
        path = (*level.path, level.key)
        level.into[level.key] = value
        level.key = None
        return path

    def _enter(self, event: Any, into: dict[str, Any] | list[Any]) -> None:
        complex_key = (
            bool(self._open) and isinstance(self._open[-1].into, dict) and self._open[-1].key is None
        )
        path = self._put(event, into)
        if complex_key:  # what follows is this key's value
            self._open[-1].key = "?"
        self._open.append(_Level(path, into))
