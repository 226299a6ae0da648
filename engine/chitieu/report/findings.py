"""What ``check`` finds: readings that need a person, headings that declare another count, notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from chitieu.checking import AGREEMENTS, NOTES, find_contradictions, relations
from chitieu.diagnostics import Diagnostic, Lang, Place
from chitieu.reading import FigureAccount, read_expression
from chitieu.report.provenance import SCHEMA_VERSION
from chitieu.report.wording import describe
from chitieu.ruleset.model import Rule, Ruleset

_MILD = NOTES | AGREEMENTS


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, and the items that it concerns; a "note" is to be known, and nothing is wrong."""

    diagnostic: Diagnostic
    items: tuple[str, ...] = ()
    level: Literal["finding", "note"] = "finding"

    def to_dict(self, lang: Lang = "vi") -> dict[str, Any]:
        """Code, message, level, items, and place where known."""
        return self.diagnostic.to_dict(lang) | {"level": self.level, "items": list(self.items)}


def find(ruleset: Ruleset, upper: Ruleset | None = None) -> tuple[Finding, ...]:
    """The findings, in the order of the document: sections, targets, pairs of targets, notes of the loading,
    and last what is only to be known.

    ``upper`` is the plan of the level above, where the ruleset shall be held against it.
    """
    found = find_contradictions(ruleset)
    out = [Finding(diagnostic, items) for diagnostic, items in found if diagnostic.code not in _MILD]
    for rule in ruleset.rules:
        if rule.target.needs_review and not rule.confirmed:
            params = {"id": rule.id, "expect": rule.expect}
            place = Place(file=ruleset.path, line=rule.line) if rule.line is not None else None
            code = "check.two_readings" if rule.target.readings else "check.needs_review"
            out.append(Finding(Diagnostic(code, params, place), (rule.item,)))
    out.extend(Finding(diagnostic, items) for diagnostic, items in relations.find(ruleset, upper))
    out.extend(Finding(note) for note in ruleset.notes)
    out.extend(Finding(diagnostic, items, "note") for diagnostic, items in found if diagnostic.code in NOTES)
    return tuple(out)


def agreements(ruleset: Ruleset) -> tuple[Finding, ...]:
    """The arithmetic of the text that was worked out and holds."""
    found = find_contradictions(ruleset)
    return tuple(
        Finding(diagnostic, items, "note") for diagnostic, items in found if diagnostic.code in AGREEMENTS
    )


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
            entry["figures"] = [figure._asdict() for figure in figures_of(rule)]
        targets.append(entry)
    return {
        "schema_version": SCHEMA_VERSION,
        "ruleset": ruleset.name,
        "sha256": ruleset.sha256,
        "targets": targets,
        "findings": [finding.to_dict(lang) for finding in find(ruleset, upper)],
        "agreements": [found.to_dict(lang) for found in agreements(ruleset)],
    }
