"""Extracting again: what an author wrote into the file stays, and what changed in the document is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from chitieu.diagnostics import Diagnostic, RulesetError, UsageError
from chitieu.extraction.document import Place
from chitieu.extraction.draft import Draft, DraftItem, DraftTarget
from chitieu.files import decode, read_file
from chitieu.ruleset.compile import read_entry
from chitieu.ruleset.file import TargetEntry
from chitieu.ruleset.load import MAX_BYTES, compile_bytes
from chitieu.yaml_source import read_yaml

#: Fields that only a person writes.
_AUTHOR = ("better", "entities", "population", "counted", "confirmed", "unit", "basis")
_EXTRACTED = frozenset({"at"})
_HEAD = ("title", "issuer", "period", "declared")


def merge_file(draft: Draft, path: Path, added: frozenset[str] = frozenset()) -> None:
    """Put the answers of an existing ruleset file into a draft of the same document.

    Args:
        draft: The draft, changed in place.
        path: The file that was written before.
        added: Labels of items that this call adds.

    Raises:
        RulesetError: The file holds errors.
        UsageError: The file is no ruleset of this document.
    """
    data = read_file(path, RulesetError, limit=MAX_BYTES)
    source = read_yaml(decode(data, str(path), RulesetError), str(path), RulesetError)
    old = source.data
    same_name = isinstance(old, dict) and _source(old).get("document") == draft.head["source"]["document"]
    if not isinstance(old, dict) or "targets" not in old or not same_name:
        raise UsageError(Diagnostic("extract.output_is_other", {"path": str(path)}))
    compile_bytes(data, str(path))
    _Merge(draft, old, added).run()


def _source(old: Mapping[str, Any]) -> Mapping[str, Any]:
    found = old.get("source")
    return found if isinstance(found, dict) else {}


class _Merge:
    def __init__(self, draft: Draft, old: Mapping[str, Any], added: frozenset[str]) -> None:
        self.draft = draft
        self.old = old
        self.added = added
        before, now = _source(old), draft.head["source"]
        self.same = before.get("sha256") == now["sha256"]
        # what is missing was taken out by the author only where the same program would have put it in
        self.complete = self.same and before.get("extractor") == now["extractor"]
        self.old_items = {str(entry["label"]): entry for entry in old.get("items") or ()}

    def run(self) -> None:
        self._head()
        self._targets()
        self._items()
        self._sections()

    def _note(self, code: str, **params: Any) -> None:
        self.draft.notes.append(Diagnostic(code, params))

    def _head(self) -> None:
        head, old = self.draft.head, self.old
        head["ruleset"] = old.get("ruleset", head["ruleset"])
        for key in _HEAD:
            if key in old and _text(old[key]) != _text(head.get(key)):
                head[key] = old[key]
                self._note("extract.answer_kept", id=key, fields=_text(old[key]))
        if "period" in head:
            self.draft.notes = [note for note in self.draft.notes if note.code != "extract.no_period"]
        now = head["source"]
        head["source"] = now | {key: value for key, value in _source(old).items() if key not in now}
        self.draft.title = str(head["title"])

    def _targets(self) -> None:
        olds = [entry for entry in self.old.get("targets") or () if isinstance(entry, dict)]
        left = dict(enumerate(olds))
        kept: list[DraftTarget] = []
        for target in self.draft.targets:
            at = _match(target, left)
            if at is None and self.complete and target.item not in self.added:
                self._note("extract.entry_left_out", id=target.id)
                continue
            kept.append(target if at is None else self._answered(target, left.pop(at)))
        for entry in left.values():
            self._note("extract.entry_kept" if self.same else "extract.entry_gone", id=entry["id"])
            kept.append(_as_written(entry))
        self.draft.targets = kept

    def _answered(self, new: DraftTarget, old: Mapping[str, Any]) -> DraftTarget:
        changed = _text(old["expect"]) != _text(new.fields["expect"])
        if changed and not self.same and not self._still_there(new, old):
            return self._reworded(new, old)
        fields: dict[str, Any] = {}
        for key in (*new.fields, *(key for key in old if key not in new.fields)):
            if key in old:
                fields[key] = old[key]
            elif not (self.complete and key in ("review", "readings")):  # taken out: an answer too
                fields[key] = new.fields[key]
        at = fields.pop("at", None)
        differing = tuple(
            key
            for key in fields
            if key not in _EXTRACTED and _text(fields[key]) != _text(new.fields.get(key))
        )
        if differing:
            self._note("extract.answer_kept", id=fields["id"], fields=", ".join(differing))
        made = _with_fields(new, fields, differing)
        if changed:  # the place of the words that are kept
            made.place = _place(at)
        return made

    def _still_there(self, new: DraftTarget, old: Mapping[str, Any]) -> bool:
        text = next((item.text for item in self.draft.items if item.label == new.item), "")
        return _text(old["expect"]) in text

    def _reworded(self, new: DraftTarget, old: Mapping[str, Any]) -> DraftTarget:
        fields = dict(new.fields)
        carried = tuple(key for key in _AUTHOR if key in old and key not in fields and key != "confirmed")
        fields |= {key: old[key] for key in carried}
        params = {
            "id": new.id,
            "old": old["expect"],
            "new": new.fields["expect"],
            "fields": ", ".join(carried) or "—",
        }
        self._note("extract.words_changed", **params)
        if "confirmed" in old:
            self._note("extract.confirmation_dropped", id=new.id)
        return _with_fields(new, fields, carried)

    def _items(self) -> None:
        filled = {target.item for target in self.draft.targets}
        items: list[DraftItem] = []
        seen = set()
        for item in self.draft.items:
            old = self.old_items.get(item.label)
            if old is None and self.complete and not self._wanted(item, filled):
                self._note("extract.entry_left_out", id=item.label)
                continue
            for key in ("title", "counted"):
                if old is not None and key in old:
                    item.fields[key] = old[key]
            seen.add(item.label)
            items.append(item)
        for label, entry in self.old_items.items():
            if label in seen or (not self.same and label not in filled):
                continue
            fields = {key: value for key, value in entry.items() if key in ("title", "counted")}
            made = DraftItem(label, entry.get("section"), entry.get("parent"), "", False, None, fields)
            items.append(made)
        parents = {item.parent for item in items}
        for item in items:
            item.task = item.label not in filled and item.label not in parents
        self.draft.items = items
        order = {item.label: at for at, item in enumerate(items)}
        self.draft.targets.sort(key=lambda target: order.get(target.item, len(order)))

    def _wanted(self, item: DraftItem, filled: set[str]) -> bool:
        """Whether an item that the file lacks has to be there."""
        below = any(other.parent == item.label and other.label in filled for other in self.draft.items)
        return item.label in self.added or item.label in filled or below

    def _sections(self) -> None:
        olds = {str(entry["label"]): entry for entry in self.old.get("sections") or ()}
        for section in self.draft.sections:
            if (old := olds.pop(section["label"], None)) is not None:
                section.update(old)
        used = {item.section for item in self.draft.items}
        self.draft.sections += [dict(entry) for label, entry in olds.items() if label in used]
        known = {section["label"] for section in self.draft.sections}
        for item in self.draft.items:
            if item.section not in known:
                item.section = None


def _match(target: DraftTarget, left: Mapping[int, Mapping[str, Any]]) -> int | None:
    """The old entry that stands for the same words: by id and words, by item and words, by id alone."""
    expect = _text(target.fields["expect"])
    by_words = {at: old for at, old in left.items() if _text(old["expect"]) == expect}
    for olds, key, wanted in (
        (by_words, "id", target.id),
        (by_words, "item", target.item),
        (left, "id", target.id),
    ):
        for at, old in olds.items():
            if old[key] == wanted:
                return at
    return None


def _with_fields(target: DraftTarget, fields: dict[str, Any], kept: tuple[str, ...]) -> DraftTarget:
    read = read_entry(TargetEntry.model_validate(fields))
    doubts = target.doubts if read.needs_review else ()
    return DraftTarget(str(fields["id"]), str(fields["item"]), fields, read, target.place, doubts, kept)


def _as_written(entry: Mapping[str, Any]) -> DraftTarget:
    fields = dict(entry)
    read = read_entry(TargetEntry.model_validate(fields))
    place = _place(fields.pop("at", None))
    return DraftTarget(str(fields["id"]), str(fields["item"]), fields, read, place, (), tuple(fields))


def _place(at: Any) -> Place | None:
    """The place that a file names; None where it names none."""
    if not isinstance(at, dict) or "paragraph" not in at or len(at.get("span", ())) != 2:
        return None
    begin, end = map(int, at["span"])
    return Place(int(at["paragraph"]), (begin, end), int(at["page"]) if "page" in at else None)


def _text(value: Any) -> str:
    """A value as the file holds it, so that a written and a read one compare."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_text(part)}" for key, part in sorted(value.items())) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_text, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(str(value).split())
