"""The shapes of the JSON documents as pydantic models: what ``chitieu schema`` prints of them.

The documents are built as plain data (``json_report.py``, ``Reading.to_dict``); the tests hold them to these
models.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Figure = Annotated[
    str, Field(pattern=r"^-?[0-9]+(\.[0-9]+|/[0-9]+)?$", description="decimal string, or a fraction")
]
SixDecimals = Annotated[str, Field(pattern=r"^-?[0-9]+\.[0-9]{6}$", description="rounded half up")]
Span = Annotated[
    list[int], Field(min_length=2, max_length=2, description="characters of the text: start, end")
]
Outcome = Literal["met", "exceeded", "not_met", "undecided"]
Better = Literal["higher", "lower", "exact"]
Cell = str | int | float | None
Sha256 = Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]


class _Document(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Note(_Document):
    """A reason, a note or a finding: a stable code and its message."""

    code: str
    message: str
    span: Span | None = None
    place: str | None = None
    hint: str | None = None


class FlatTarget(_Document):
    """A target with flat keys, as in ``parse --format jsonl``; absent keys are left out."""

    indicator: str
    kind: Literal["quantity", "grade", "status"]
    measure: Literal["level", "increase", "decrease"] | None = None
    op: Literal["=", ">=", ">", "<=", "<", "range"] | None = None
    value: Figure | None = None
    low: Figure | None = None
    high: Figure | None = None
    low_open: bool | None = None
    high_open: bool | None = None
    unit: str | None = None
    better: Better | None = None
    basis: str | None = None
    average_annual: bool | None = None
    each: str | None = None
    of: str | None = None
    restates: bool | None = None
    grade: str | None = None
    scale: str | None = None
    expected: bool | None = None
    approximate: bool | None = None
    stretch: bool | None = None
    when: str | None = None
    needs_review: bool | None = None
    span: Span | None = None
    readings: list[FlatTarget] | None = None


class ReadingDocument(_Document):
    """One line of ``parse --format jsonl``."""

    text: str
    targets: list[FlatTarget]
    needs_review: bool
    notes: list[Note]


class ReadingsDocument(_Document):
    """The document of ``parse --format json``."""

    schema_version: Literal[1]
    readings: list[ReadingDocument]


class Reported(_Document):
    """An actual as understood: a figure (value), an interval (low, high; null is unbounded), or words."""

    text: str
    value: Figure | None = None
    low: Figure | None = None
    low_closed: bool | None = None
    high: Figure | None = None
    high_closed: bool | None = None
    unit: str | None = None
    column_unit: str | None = None
    grade: str | None = None
    word: str | None = None
    change: Literal["increase", "decrease"] | None = None
    over_plan: Literal["amount", "level"] | None = None
    of: Figure | None = None
    baseline: Figure | None = None
    baseline_unit: str | None = None
    plan: Figure | None = None
    plan_unit: str | None = None
    population: Figure | None = None
    share_of_plan: bool | None = None
    approximate: bool | None = None
    entity: str | None = None
    source: str | None = None
    note: str | None = None


class VerdictDocument(_Document):
    """One judgement: what ``judge`` writes."""

    outcome: Outcome
    actual: str | None
    margin: SixDecimals | None
    completion: SixDecimals | None
    value: Figure | None
    better: Better
    better_source: Literal["author", "lexicon", "condition", "default"]
    applicable: bool
    reasons: list[Note]
    reported: Reported | None = None


class EntityVerdict(VerdictDocument):
    """The judgement of one member of an "each"."""

    entity: str


class RuleVerdict(VerdictDocument):
    """The judgement of one target of a ruleset."""

    id: str
    item: str
    section: str | None
    counted: bool
    expect: str
    target: FlatTarget
    words: str
    confirmed: bool
    entities: list[EntityVerdict] | None = None
    notes: list[Note] | None = None


class CountsDocument(_Document):
    """How many, by outcome."""

    met: int
    exceeded: int
    not_met: int
    undecided: int


class Summary(_Document):
    """The counts of the whole: of items, as officials count, and of targets."""

    items: CountsDocument
    targets: CountsDocument
    text: str


class SectionSummary(_Document):
    """The counts of the items of one section."""

    label: str
    title: str
    declared: int | None
    items: CountsDocument | None


class ItemDocument(_Document):
    """One item: the group of its targets and of its parts'.

    The outcome is null where nothing of it is counted, and for a part, which counts with its parent.
    """

    label: str
    section: str | None
    parent: str | None
    title: str | None
    outcome: Outcome | None
    counted: bool
    task: bool
    targets: list[str]


class PeriodDocument(_Document):
    """The period judged, as ISO dates."""

    from_: str = Field(alias="from")
    to: str


class RulesetOrigin(_Document):
    """The ruleset judged by."""

    name: str
    sha256: Sha256
    source: dict[str, str] | None = None


class FileOrigin(_Document):
    """A file of actuals."""

    file: str | None
    sha256: Sha256


class Provenance(_Document):
    """What the judgement rests on."""

    ruleset: RulesetOrigin
    actuals: FileOrigin
    baseline: FileOrigin | None = None
    date: str | None = Field(default=None, description="the date that was given with --date")
    version: str
    grammar_sha256: Sha256


class ReportDocument(_Document):
    """The document of ``evaluate --format json``."""

    schema_version: Literal[1]
    ruleset: str
    title: str
    issuer: str | None
    period: PeriodDocument | None
    summary: Summary
    sections: list[SectionSummary]
    items: list[ItemDocument]
    verdicts: list[RuleVerdict]
    notes: list[Note]
    provenance: Provenance


class ActualRow(BaseModel):
    """What was achieved for one target; Vietnamese names (Mã, Thực hiện, ĐVT …) are read too."""

    model_config = ConfigDict(defer_build=True)

    id: str
    value: Cell = Field(default=None, description='a figure or a phrase: "97,5%", "79/77", "giảm 6%", "Tốt"')
    unit: str | None = None
    baseline: Cell = None
    plan: Cell = None
    population: Cell = None
    entity: str | None = Field(default=None, description='the member of an "each"')
    place: str | None = None
    period: str | int | None = None
    source: str | None = None
    note: str | None = None


class ActualsDocument(BaseModel):
    """Actuals under a name, beside the version of their shape; a bare list of the rows is read too."""

    model_config = ConfigDict(defer_build=True)

    schema_version: Literal[1] = 1
    actuals: list[ActualRow]


def actuals_schema() -> dict[str, Any]:
    """The JSON Schema of a file of actuals in JSON or YAML.

    >>> actuals_schema()["anyOf"][0]["type"]
    'array'
    """
    schema = _titled(ActualsDocument, "actuals")
    shape = {key: schema.pop(key) for key in ("title", "description", "type", "properties", "required")}
    rows = {"type": "array", "items": {"$ref": "#/$defs/ActualRow"}}
    return schema | {"anyOf": [rows, shape]}


def reading_schema() -> dict[str, Any]:
    """The JSON Schema of ``parse --format json``; a line of ``jsonl`` is its ``ReadingDocument``."""
    return _titled(ReadingsDocument, "reading")


def report_schema() -> dict[str, Any]:
    """The JSON Schema of ``evaluate --format json``.

    >>> report_schema()["properties"]["schema_version"]["const"]
    1
    """
    return _titled(ReportDocument, "report")


def _titled(model: type[BaseModel], name: str) -> dict[str, Any]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"chitieu:{name}:1"}
    return head | model.model_json_schema(by_alias=True)
