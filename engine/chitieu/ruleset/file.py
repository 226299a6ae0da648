"""The ruleset file as it is written: the shape that is checked, and that ``chitieu schema ruleset`` prints.

YAML scalars arrive as text; pydantic turns them into dates, counts and yes or no.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from chitieu.quantity.number import Number, to_number

SCHEMA_VERSION = 1
MAX_FIGURE = 1000
_FIGURE = re.compile(r"-?[0-9]+(\.[0-9]+|/[0-9]+)?")


def _figure(value: Any) -> Decimal | Fraction:
    if isinstance(value, str):
        if len(value) > MAX_FIGURE or not _FIGURE.fullmatch(value):
            raise PydanticCustomError("figure", "a figure such as 95, 97.5 or 2/3")
        try:
            return to_number(value)
        except ValueError as failure:  # 1/0
            raise PydanticCustomError("figure", "a figure such as 95, 97.5 or 2/3") from failure
    return to_number(value)


def _version(value: Any) -> Any:
    return (
        int(value)
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 5
        else value
    )


Figure = Annotated[Number, BeforeValidator(_figure)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)


class PeriodEntry(_Entry):
    """The time that is judged, both days included."""

    first: dt.date = Field(alias="from")
    last: dt.date = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> PeriodEntry:
        if self.first > self.last:
            raise PydanticCustomError("period_order", "the period ends before it begins")
        return self


class SourceEntry(_Entry):
    """The document that the targets were taken from; ``extractor`` is the program that drafted them."""

    document: Text | None = None
    sha256: Text | None = None
    number: Text | None = None
    date: Text | None = None
    title: Text | None = None
    issuer: Text | None = None
    url: Text | None = None
    note: Text | None = None
    extractor: Text | None = None


class SectionEntry(_Entry):
    """A part of the document; ``declared`` is the count that its heading names."""

    label: Text
    title: Text
    declared: Annotated[int, Field(ge=0)] | None = None


class PlaceEntry(_Entry):
    """Where words stand in the source document, counted from 1.

    ``paragraph`` is the line of a text file, the paragraph of a Word file, the line of a PDF page; ``span`` counts
    characters from the start of that paragraph, and on into the next line where the words go on there.
    """

    paragraph: Annotated[int, Field(ge=1)]
    page: Annotated[int, Field(ge=1)] | None = None
    span: tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]] | None = None


class ItemEntry(_Entry):
    """A numbered target, bullet or row as officials count them; ``task`` where it states no target.

    A sub-bullet names its ``parent``: it is shown, and its targets count with the parent's.
    """

    label: Text
    section: Text | None = None
    parent: Text | None = None
    title: Text | None = None
    counted: bool = True
    task: bool = False
    at: PlaceEntry | None = None


class ConfirmedEntry(_Entry):
    """A person's answer to a doubt: which reading is meant (1 is the first shown), who says so, and when."""

    reading: Annotated[int, Field(ge=1)]
    by: Text | None = None
    date: dt.date | None = None


class _FlatEntry(_Entry):
    """The flat keys of a target, each where the words are to be read otherwise."""

    kind: Literal["quantity", "grade", "status"] | None = None
    measure: Literal["level", "increase", "decrease"] | None = None
    op: Literal["=", ">=", ">", "<=", "<", "range"] | None = None
    value: Figure | None = None
    low: Figure | None = None
    high: Figure | None = None
    low_open: bool | None = None
    high_open: bool | None = None
    unit: str | None = None
    better: Literal["higher", "lower", "exact"] | None = None
    basis: Text | None = None
    average_annual: bool | None = None
    each: Text | None = None
    of: Text | None = None
    restates: bool | None = None
    grade: Text | None = None
    scale: Text | None = None
    expected: bool | None = None
    approximate: bool | None = None
    stretch: bool | None = None
    when: Text | None = None


class ReadingEntry(_FlatEntry):
    """Another way to read the words of a target, as its condition in full."""


class TargetEntry(_FlatEntry):
    """One target: the source's own words in ``expect``; any other key beats what was read from them.

    ``readings`` are the other ways to read the words in their document, ``review`` a doubt about them: both hold
    until the author writes ``confirmed``. ``at`` is where the words stand.
    """

    id: Text
    item: Text
    indicator: Text
    expect: Text
    counted: bool | None = None
    entities: tuple[Text, ...] = ()
    population: Figure | None = None
    confirmed: ConfirmedEntry | None = None
    review: bool = False
    readings: tuple[ReadingEntry, ...] = ()
    at: PlaceEntry | None = None


class RulesetFile(_Entry):
    """A ruleset file; ``declared`` is the count of targets that the document names for itself."""

    schema_version: Annotated[Literal[1], BeforeValidator(_version)]
    ruleset: Slug
    title: Text
    issuer: Text | None = None
    period: PeriodEntry | None = None
    source: SourceEntry | None = None
    declared: Annotated[int, Field(ge=0)] | None = None
    sections: tuple[SectionEntry, ...] = ()
    items: Annotated[tuple[ItemEntry, ...], Field(min_length=1)]
    targets: tuple[TargetEntry, ...]


def ruleset_schema() -> dict[str, Any]:
    """The JSON Schema of a ruleset file.

    >>> ruleset_schema()["properties"]["targets"]["type"]
    'array'
    """
    schema = RulesetFile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
