"""What ``check`` finds: readings that need a person, headings that declare another count, notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from chitieu.checking import relations
from chitieu.diagnostics import Diagnostic, Lang, Place
from chitieu.reading import FigureAccount, read_expression
from chitieu.report.provenance import SCHEMA_VERSION
from chitieu.report.wording import describe
from chitieu.ruleset.model import Rule, Ruleset


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, and the items that it concerns."""

    diagnostic: Diagnostic
    items: tuple[str, ...] = ()

    def to_dict(self, lang: Lang = "vi") -> dict[str, Any]:
        """Code, message, items, and place where known."""
        return self.diagnostic.to_dict(lang) | {"items": list(self.items)}


def find(ruleset: Ruleset, upper: Ruleset | None = None) -> tuple[Finding, ...]:
    """The findings, in the order of the document: sections, targets, pairs of targets, notes of the loading.

    ``upper`` is the plan of the level above, where the ruleset shall be held against it.
    """
    out = []
    top = [item for item in ruleset.items if item.counted and item.parent is None]
    sizes = Counter(item.section for item in top if not item.task)
    tasks = Counter(item.section for item in top if item.task)  # some headings count these too, some do not
    for section in ruleset.sections:
        size = sizes[section.label]
        if section.declared is not None and not size <= section.declared <= size + tasks[section.label]:
            params = {"section": section.label, "declared": section.declared, "counted": size}
            items = tuple(item.label for item in top if item.section == section.label)
            out.append(Finding(Diagnostic("check.section_count", params), items))
    for rule in ruleset.rules:
        if rule.target.needs_review and not rule.confirmed:
            params = {"id": rule.id, "expect": rule.expect}
            place = Place(file=ruleset.path, line=rule.line) if rule.line is not None else None
            code = "check.two_readings" if rule.target.readings else "check.needs_review"
            out.append(Finding(Diagnostic(code, params, place), (rule.item,)))
    out.extend(Finding(diagnostic, items) for diagnostic, items in relations.find(ruleset, upper))
    out.extend(Finding(note) for note in ruleset.notes)
    return tuple(out)


def figures_of(rule: Rule) -> tuple[FigureAccount, ...]:
    """The account of every figure in the words of a rule."""
    return read_expression(rule.expect, rule.target.indicator).figures


def check_document(
    ruleset: Ruleset, *, lang: Lang = "vi", upper: Ruleset | None = None, figures: bool = False
) -> dict[str, Any]:
    """The ruleset as understood, with the findings, as plain data; with ``figures`` the account of each one too."""
    sections = {item.label: item.section for item in ruleset.items}
    targets = []
    for rule in ruleset.rules:
        entry: dict[str, Any] = {"id": rule.id, "item": rule.item, "section": sections.get(rule.item)}
        entry["expect"] = rule.expect
        entry |= rule.target.flat()
        entry["words"] = describe(rule.target, lang)
        entry["counted"] = rule.counted
        if rule.notes:
            entry["notes"] = [note.to_dict(lang) for note in rule.notes]
        if figures:
            entry["figures"] = [figure.model_dump() for figure in figures_of(rule)]
        targets.append(entry)
    return {
        "schema_version": SCHEMA_VERSION,
        "ruleset": ruleset.name,
        "sha256": ruleset.sha256,
        "targets": targets,
        "findings": [finding.to_dict(lang) for finding in find(ruleset, upper)],
    }
