"""What extraction makes of a document, before it is written: plain entries with their places and doubts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from chitieu.diagnostics import Diagnostic
from chitieu.extraction.document import Place
from chitieu.target import Target


@dataclass(slots=True)
class DraftTarget:
    """A target as it will be written: ``fields`` in the order of the file, and the target that they stand for.

    ``doubts`` say why a person must look; ``kept`` names the fields that an author wrote.
    """

    id: str
    item: str
    fields: dict[str, Any]
    target: Target
    place: Place | None
    doubts: tuple[Diagnostic, ...] = ()
    kept: tuple[str, ...] = ()


@dataclass(slots=True)
class DraftItem:
    """An item as it will be written; ``text`` are its words."""

    label: str
    section: str | None
    parent: str | None
    text: str
    task: bool
    place: Place | None
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stray:
    """A figure that belongs to no target of the ruleset: what it is, and where it stands.

    ``account`` is as in the account of a reading, or "page" for page numbers; ``zone`` is the part of the document.
    ``offer`` is True where its words would make a target.
    """

    text: str
    account: str
    zone: str
    place: Place
    words: str = ""
    offer: bool = False


@dataclass(slots=True)
class Draft:
    """The ruleset of a document before it is written."""

    name: str
    title: str
    head: dict[str, Any]
    sections: list[dict[str, Any]]
    items: list[DraftItem]
    targets: list[DraftTarget]
    strays: list[Stray] = field(default_factory=list)
    dropped: Mapping[str, int] = field(default_factory=dict)
    notes: list[Diagnostic] = field(default_factory=list)
