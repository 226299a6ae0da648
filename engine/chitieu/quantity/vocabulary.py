"""The vocabulary of units, nouns and grades, read from ``grammar/vocabulary``; plain data, nothing judged."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from chitieu.diagnostics import ChitieuError
from chitieu.quantity.words import fold
from chitieu.resources import data_dir

FILES = (
    "units.txt",
    "words.lark",
    "vocabulary/units.yaml",
    "vocabulary/nouns.yaml",
    "vocabulary/scales.yaml",
)


class UnitWords(NamedTuple):
    """Folded surface form → unit of ``units.txt``, measuring and scale words apart; short forms → long."""

    measures: Mapping[str, str]
    scales: Mapping[str, str]
    shorthand: Mapping[str, str]
    surfaces: Mapping[str, tuple[str, ...]]


class NounWords(NamedTuple):
    """Folded surface form → the usual name, of counted nouns; ``closer`` names by their wider one."""

    names: Mapping[str, str]
    synonyms: tuple[tuple[str, ...], ...]
    closer: Mapping[str, tuple[str, ...]]


class ColumnWords(NamedTuple):
    """Folded headings by what a column so headed holds; those of documents alone, and those that only a line has.

    ``spelled_out`` are short headings with the words that they stand for.
    """

    kinds: Mapping[str, tuple[str, ...]]
    in_documents: Mapping[str, tuple[str, ...]]
    in_lines_only: frozenset[str]
    spelled_out: Mapping[str, str]


def load_vocabulary(name: str) -> Any:
    """A file of the vocabulary, every scalar as text."""
    from chitieu.yaml_source import read_yaml

    text = (data_dir("grammar") / "vocabulary" / name).read_text("utf-8")
    return read_yaml(text, name, ChitieuError).data


def _forms(table: Mapping[str, list[str]]) -> dict[str, str]:
    return {fold(form): unit for unit, forms in table.items() for form in forms}


@cache
def unit_words() -> UnitWords:
    """The surface forms of measuring units and scale words.

    >>> unit_words().measures["phần trăm"], unit_words().scales["ngàn"]
    ('percent', 'nghìn')
    """
    data = load_vocabulary("units.yaml")
    return UnitWords(
        measures=_forms(data["measures"]),
        scales=_forms(data["scales"]),
        shorthand={fold(short): fold(long) for short, long in data["shorthand"].items()},
        surfaces={unit: tuple(forms) for unit, forms in (data["scales"] | data["measures"]).items()},
    )


@cache
def noun_words() -> NounWords:
    """The counted nouns with their synonyms.

    >>> noun_words().names["đồng chí"]
    'đảng viên'
    """
    data = load_vocabulary("nouns.yaml")
    synonyms = tuple(tuple(names) for names in data["nouns"])
    return NounWords(
        names={fold(name): fold(names[0]) for names in synonyms for name in names},
        synonyms=synonyms,
        closer={fold(wide): tuple(fold(name) for name in names) for wide, names in data["closer"].items()},
    )


@cache
def column_words() -> ColumnWords:
    """The headings of columns.

    >>> column_words().kinds["number"], column_words().in_documents["field"]
    (('stt', 'tt', 'số tt'), ('nhóm', 'lĩnh vực'))
    """
    data = load_vocabulary("columns.yaml")
    documents, lines = data.pop("in_documents"), data.pop("in_lines_only")
    short = data.pop("spelled_out")
    return ColumnWords(
        kinds={kind: tuple(map(fold, wordings)) for kind, wordings in data.items()},
        in_documents={kind: tuple(map(fold, wordings)) for kind, wordings in documents.items()},
        in_lines_only=frozenset(map(fold, lines)),
        spelled_out={fold(word): words for word, words in short.items()},
    )


def scale_data() -> list[dict[str, Any]]:
    """The ordered scales of grades as they stand in the file."""
    scales: list[dict[str, Any]] = load_vocabulary("scales.yaml")["scales"]
    return scales
