"""What is reported: a stable code, its parameters, and the place it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from chitieu.diagnostics.messages import Lang, hint, message

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a diagnostic points: file, line or sheet and cell, field of a record, span of a text."""

    file: str | None = None
    line: int | None = None
    sheet: str | None = None
    cell: str | None = None
    field: str | None = None
    span: tuple[int, int] | None = None

    def __str__(self) -> str:
        """``file:line``, ``file [sheet!cell]`` and the field, as far as they are known.

        >>> str(Place(file="a.yaml", line=11, field="targets.1.vlaue"))
        'a.yaml:11: targets.1.vlaue'
        >>> str(Place(file="a.xlsx", sheet="Biểu 1", cell="B7"))
        'a.xlsx [Biểu 1!B7]'
        """
        head = self.file or ""
        if self.line is not None:
            head += f":{self.line}"
        if self.cell is not None:
            head += f" [{self.sheet}!{self.cell}]" if self.sheet else f" [{self.cell}]"
        elif self.sheet is not None:
            head += f" [{self.sheet}]"
        return ": ".join(part for part in (head, self.field) if part)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to tell a user: a note on a reading, a reason of a verdict, an error of an input.

    ``code`` is stable and listed in the documentation; ``params`` fill the message; ``place`` is where.

    >>> Diagnostic("ruleset.unknown_field", {"field": "vlaue"}).text("en")
    'Unknown field "vlaue".'
    """

    code: str
    params: Mapping[str, Any] = field(default_factory=lambda: _NOTHING, hash=False)
    place: Place | None = None

    @property
    def message(self) -> str:
        """The message in Vietnamese."""
        return message(self.code, "vi", self.params)

    @property
    def span(self) -> tuple[int, int] | None:
        """The characters of the text that it speaks of, where it speaks of a text."""
        return self.place.span if self.place else None

    def text(self, lang: Lang = "vi") -> str:
        """The message in the language asked for."""
        return message(self.code, lang, self.params)

    def hint(self, lang: Lang = "vi") -> str:
        """What to do about it; empty where nothing is to be done."""
        return hint(self.code, lang, self.params)

    def full(self, lang: Lang = "vi") -> str:
        """Place, message and hint in one line, as a terminal shows it."""
        where = str(self.place) if self.place else ""
        said = " ".join(part for part in (self.text(lang), self.hint(lang)) if part)
        return f"{where}: {said}" if where else said

    def to_dict(self, lang: Lang = "vi") -> dict[str, Any]:
        """Code, message and, where known, span and place: what the JSON documents carry."""
        out: dict[str, Any] = {"code": self.code, "message": self.text(lang)}
        if self.place:
            if self.place.span is not None:
                out["span"] = list(self.place.span)
            where = str(self.place)
            if where:
                out["place"] = where
        if tip := self.hint(lang):
            out["hint"] = tip
        return out

    def __reduce__(self) -> tuple[Any, ...]:
        return (Diagnostic, (self.code, dict(self.params), self.place))
