"""A report held against a judgement made again: what stands, and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chitieu.diagnostics import Diagnostic, Lang
from chitieu.report.provenance import SCHEMA_VERSION

#: Keys of a verdict that are told first; where one of them differs, what led to it is not gone through as well.
_KEYS = ("outcome", "margin", "completion", "value", "applicable", "counted")
_ORIGINS = ("ruleset", "actuals", "baseline")
#: Parts of the document that are gone through by the names of what they list.
_LISTS = {"items": "label", "sections": "label", "verdicts": "id"}
#: Keys that hold sentences: another version may word them otherwise.
_WORDS = frozenset({"text", "words", "message", "hint"})
#: Keys that tell where a file lay.
_PLACES = frozenset({"place"})
_NONE = "—"
_MOST_SHOWN = 80


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
    same_words = origin.get("version") == origin_now.get("version")
    differing = (
        *_verdicts(told, again, same_words),
        *_counts(told, again),
        *_others(told, again, same_words),
    )
    return Verification(len(told.get("verdicts") or ()), changed, differing, notes)


def _hash(origin: Mapping[str, Any], name: str) -> Any:
    part = origin.get(name)
    return part.get("sha256") if isinstance(part, Mapping) else None


def _name(origin: Mapping[str, Any], name: str) -> str:
    part = origin.get(name)
    return str(part.get("file") or part.get("name") or _NONE) if isinstance(part, Mapping) else _NONE


def _verdicts(told: Mapping[str, Any], again: Mapping[str, Any], same_words: bool) -> Iterator[Diagnostic]:
    then, twice = _by_name(_verdict_records(told))
    now, _ = _by_name(_verdict_records(again))
    for name in twice:
        yield Diagnostic("verify.twice", {"id": name})
    for name, verdict in then.items():
        if name not in now:
            yield Diagnostic("verify.not_there", {"id": name})
            continue
        told_first = [
            _differs(name, key, verdict.get(key), now[name].get(key))
            for key in _KEYS
            if not _same(verdict.get(key), now[name].get(key))
        ]
        yield from told_first
        if not told_first:
            yield from _leaves(
                name, _without(verdict, "entities"), _without(now[name], "entities"), same_words
            )
    for name in now:
        if name not in then:
            yield Diagnostic("verify.left_out", {"id": name})


def _by_name(
    named: Iterable[tuple[str, Mapping[str, Any]]],
) -> tuple[dict[str, Mapping[str, Any]], list[str]]:
    """Records by their names, the first of each; and the names that stand there again."""
    out: dict[str, Mapping[str, Any]] = {}
    twice = []
    for name, record in named:
        if name in out:
            twice.append(name)
        else:
            out[name] = record
    return out, twice


def _verdict_records(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
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
        if not _same(then, now):
            yield Diagnostic("verify.counts_differ", {"part": part, "then": _shown(then), "now": _shown(now)})


def _others(told: Mapping[str, Any], again: Mapping[str, Any], same_words: bool) -> Iterator[Diagnostic]:
    """Items, sections, and everything else that the report says beside its verdicts."""
    for part, key in _LISTS.items():
        if part != "verdicts":
            yield from _listed(part, key, told, again, same_words)
    for name in {**told, **again}:
        if name == "summary":
            then, now = (
                _without(next(_records([each.get(name)]), {}), "items", "targets") for each in (told, again)
            )
            yield from _leaves(name, then, now, same_words)
        elif name not in _LISTS and name != "provenance":
            yield from _leaves("", {name: told.get(name)}, {name: again.get(name)}, same_words)
    sources = [_part(each, "ruleset").get("source") for each in (told, again)]
    yield from _leaves("source", sources[0], sources[1], same_words)


def _part(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """A part of what the report rests on."""
    origin = next(_records([document.get("provenance")]), {})
    return next(_records([origin.get(name)]), {})


def _listed(
    part: str, key: str, told: Mapping[str, Any], again: Mapping[str, Any], same_words: bool
) -> Iterator[Diagnostic]:
    then, twice = _by_name((str(each.get(key)), each) for each in _records(told.get(part)))
    now, _ = _by_name((str(each.get(key)), each) for each in _records(again.get(part)))
    for name in twice:
        yield Diagnostic("verify.twice", {"id": name})
    for name in {**then, **now}:
        yield from _leaves(name, then.get(name), now.get(name), same_words)


def _leaves(
    name: str, then: Any, now: Any, same_words: bool, path: tuple[str, ...] = ()
) -> Iterator[Diagnostic]:
    """Every place where the two differ; one that is not there is as good as an empty one."""
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        for key in {**then, **now}:
            if key not in _PLACES and (same_words or key not in _WORDS):
                yield from _leaves(name, then.get(key), now.get(key), same_words, (*path, str(key)))
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for at, (one, other) in enumerate(zip(then, now, strict=True), 1):
            yield from _leaves(name, one, other, same_words, (*path, str(at)))
    elif not _same(then, now):
        yield _differs(name, ".".join(path), then, now)


def _differs(name: str, key: str, then: Any, now: Any) -> Diagnostic:
    if not name or not key:
        name, key = name or key, ""
    params = {"id": name, "key": key, "then": _shown(then), "now": _shown(now)}
    return Diagnostic("verify.differs" if key else "verify.differs_whole", params)


def _same(then: Any, now: Any) -> bool:
    return type(then) is type(now) and bool(then == now)


def _without(record: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in keys}


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        value = ", ".join(f"{key} {_shown(count)}" for key, count in value.items())
    elif isinstance(value, list):
        value = "; ".join(map(_shown, value))
    text = _NONE if value is None else str(value)
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1] + "…"
