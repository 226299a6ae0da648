"""What pydantic found, in words: every error of a ruleset file with file, line and field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from chitieu.diagnostics import Diagnostic, Place
from chitieu.ruleset import file as entries
from chitieu.yaml_source import Path, YamlSource

_SHAPES = {
    "int_parsing": "int",
    "int_type": "int",
    "greater_than_equal": "int",
    "bool_parsing": "bool",
    "bool_type": "bool",
    "date_from_datetime_parsing": "date",
    "date_parsing": "date",
    "date_type": "date",
    "date_from_datetime_inexact": "date",
    "string_type": "text",
    "string_too_short": "filled",
    "too_short": "filled",
    "string_pattern_mismatch": "slug",
    "tuple_type": "list",
    "list_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "figure": "figure",
}

_FIELDS: Mapping[str | None, type[BaseModel]] = {
    None: entries.RulesetFile,
    "period": entries.PeriodEntry,
    "source": entries.SourceEntry,
    "sections": entries.SectionEntry,
    "items": entries.ItemEntry,
    "targets": entries.TargetEntry,
    "confirmed": entries.ConfirmedEntry,
    "readings": entries.ReadingEntry,
    "at": entries.PlaceEntry,
}


def field_name(path: Path) -> str:
    """A path as shown: entries counted from 1, as people count them.

    >>> field_name(("targets", 0, "vlaue"))
    'targets.1.vlaue'
    """
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def place(source: YamlSource, file: str, path: Path) -> Place:
    """File, line and field of a path."""
    return Place(file=file, line=source.line(path), field=field_name(path))


def explain_all(errors: Iterable[Mapping[str, Any]], source: YamlSource, file: str) -> list[Diagnostic]:
    """One diagnostic for each of pydantic's errors."""
    return [_explain(error, source, file) for error in errors]


def by_line(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The problems in the order of the file."""
    return sorted(problems, key=lambda problem: (problem.place and problem.place.line) or 0)


def _explain(error: Mapping[str, Any], source: YamlSource, file: str) -> Diagnostic:
    path: Path = tuple(error["loc"])
    where = place(source, file, path)
    name = str(path[-1]) if path else ""
    match error["type"]:
        case "extra_forbidden":
            import difflib

            near = difflib.get_close_matches(name, _known(path[:-1]), n=1, cutoff=0.6)
            if near:
                return Diagnostic("ruleset.misspelt_field", {"field": name, "near": near[0]}, where)
            return Diagnostic("ruleset.unknown_field", {"field": name}, where)
        case "missing":
            return Diagnostic("ruleset.missing_field", {"field": name}, where)
        case "literal_error":
            choices = str(error["ctx"]["expected"]).replace(" or ", ", ").replace("'", "")
            return Diagnostic(
                "ruleset.not_a_choice", {"value": _shown(error["input"]), "choices": choices}, where
            )
        case "period_order":
            return Diagnostic("ruleset.period_order", {}, where)
        case kind if kind in _SHAPES:
            code = f"ruleset.expected_{_SHAPES[kind]}"
            return Diagnostic(code, {"value": _shown(error["input"])}, where)
        case _:
            return Diagnostic(
                "ruleset.bad_value", {"value": _shown(error["input"]), "detail": error["msg"]}, where
            )


def _known(parent: Path) -> list[str]:
    owner = next((part for part in reversed(parent) if isinstance(part, str)), None)
    model = _FIELDS.get(owner)
    return [info.alias or name for name, info in model.model_fields.items()] if model else []


def _shown(value: Any) -> str:
    text = "" if value is None else str(value)
    return text if len(text) <= 60 else text[:57] + "…"
