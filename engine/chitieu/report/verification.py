"""A report held against a judgement made again: what stands, and what does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chitieu.diagnostics import Diagnostic, Lang
from chitieu.report.provenance import SCHEMA_VERSION

_KEYS = ("outcome", "margin", "completion", "value", "applicable", "counted")
_ORIGINS = ("ruleset", "actuals", "baseline")
_NONE = "—"


@dataclass(frozen=True, slots=True)
class Verification:
    """What came out.

    ``changed`` names inputs that are no longer those of the report, ``differing`` each verdict and count that does not
    stand, ``notes`` what is otherwise than then without a verdict depending on it: the version, the grammar.
    """

    checked: int
    changed: tuple[Diagnostic, ...]
    differing: tuple[Diagnostic, ...]
    notes: tuple[Diagnostic, ...]

    @property
    def stands(self) -> bool:
        """Whether the inputs are the same and every verdict came out again."""
        return not self.changed and not self.differing

    @property
    def summary(self) -> Diagnostic:
        """The result in one sentence."""
        if self.stands:
            return Diagnostic("verify.stands", {"count": self.checked})
        params = {"count": self.checked, "differing": len(self.differing), "changed": len(self.changed)}
        return Diagnostic("verify.does_not_stand", params)

    def to_dict(self, lang: Lang = "vi") -> dict[str, Any]:
        """Everything as plain data."""
        return {
            "schema_version": SCHEMA_VERSION,
            "stands": self.stands,
            "checked": self.checked,
            "changed": [each.to_dict(lang) for each in self.changed],
            "differing": [each.to_dict(lang) for each in self.differing],
            "notes": [each.to_dict(lang) for each in self.notes],
            "text": self.summary.text(lang),
        }


def verify(told: Mapping[str, Any], again: Mapping[str, Any]) -> Verification:
    """Hold the document of a report against that of the same inputs judged again.

    >>> report = {"verdicts": [{"id": "1.1", "outcome": "met"}], "provenance": {"version": "1"}}
    >>> other = {"verdicts": [{"id": "1.1", "outcome": "not_met"}], "provenance": {"version": "1"}}
    >>> verify(report, report).stands, [each.text("en") for each in verify(report, other).differing]
    (True, ['1.1: outcome is met in the report, not_met when judged again.'])
    """
    origin, origin_now = told.get("provenance") or {}, again["provenance"]
    changed = tuple(
        Diagnostic("verify.input_changed", {"input": name, "file": _name(origin, name)})
        for name in _ORIGINS
        if _hash(origin, name) != _hash(origin_now, name)
    )
    notes = tuple(
        Diagnostic("verify.otherwise", {"what": name, "then": origin.get(name), "now": origin_now.get(name)})
        for name in ("version", "grammar_sha256")
        if origin.get(name) != origin_now.get(name)
    )
    differing = (*_verdicts(told, again), *_counts(told, again))
    return Verification(len(told.get("verdicts") or ()), changed, differing, notes)


def _hash(origin: Mapping[str, Any], name: str) -> Any:
    part = origin.get(name)
    return part.get("sha256") if isinstance(part, Mapping) else None


def _name(origin: Mapping[str, Any], name: str) -> str:
    part = origin.get(name)
    return str(part.get("file") or part.get("name") or _NONE) if isinstance(part, Mapping) else _NONE


def _verdicts(told: Mapping[str, Any], again: Mapping[str, Any]) -> Iterator[Diagnostic]:
    now = dict(_by_name(again))
    then = dict(_by_name(told))
    for name, verdict in then.items():
        if name not in now:
            yield Diagnostic("verify.not_there", {"id": name})
            continue
        for key in _KEYS:
            if verdict.get(key) != now[name].get(key):
                params = {
                    "id": name,
                    "key": key,
                    "then": _shown(verdict.get(key)),
                    "now": _shown(now[name].get(key)),
                }
                yield Diagnostic("verify.differs", params)
    for name in now:
        if name not in then:
            yield Diagnostic("verify.left_out", {"id": name})


def _by_name(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The verdicts by id, those of entities by id and name."""
    for verdict in _records(document.get("verdicts")):
        yield str(verdict.get("id")), verdict
        for entity in _records(verdict.get("entities")):
            yield f"{verdict.get('id')} ({entity.get('entity')})", entity


def _records(value: Any) -> Iterator[Mapping[str, Any]]:
    """The records of a list; a report that was written by hand may hold anything."""
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, Mapping))


def _counts(told: Mapping[str, Any], again: Mapping[str, Any]) -> Iterator[Diagnostic]:
    for part in ("items", "targets"):
        then, now = (next(_records([each.get("summary")]), {}).get(part) for each in (told, again))
        if then != now:
            yield Diagnostic("verify.counts_differ", {"part": part, "then": _shown(then), "now": _shown(now)})
    outcomes, outcomes_now = (
        {str(item.get("label")): item.get("outcome") for item in _records(each.get("items"))}
        for each in (told, again)
    )
    for label in {**outcomes, **outcomes_now}:
        then, now = outcomes.get(label), outcomes_now.get(label)
        if then != now:
            params = {"id": label, "key": "outcome", "then": _shown(then), "now": _shown(now)}
            yield Diagnostic("verify.differs", params)


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {count}" for key, count in value.items())
    return _NONE if value is None else str(value)
