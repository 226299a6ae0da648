"""The judgement of a whole ruleset: verdicts, items, and the counts by section and in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chitieu.actuals.model import Actuals
from chitieu.diagnostics import Diagnostic
from chitieu.evaluation.verdict import Outcome, Verdict
from chitieu.ruleset.model import Item, Rule, Ruleset, Section


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict of one rule; for an "each", ``entities`` holds the verdict of every entity by name."""

    rule: Rule
    verdict: Verdict
    entities: tuple[tuple[str, Verdict], ...] = ()


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """The outcome of an item: the Kleene group of its counted targets and of its sub-bullets'.

    None where nothing of it is counted, and for a sub-bullet, which counts with its parent. ``counted`` is
    False where the item, or one above it, is left out of the counts.
    """

    item: Item
    outcome: Outcome | None
    judged: tuple[Judged, ...]
    counted: bool = True

    def counts(self, judged: Judged) -> bool:
        """Whether a verdict of this item is part of the counts."""
        return self.counted and judged.rule.counted and judged.verdict.applicable


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were met, exceeded, not met and undecided. ``achieved`` is met and exceeded together."""

    met: int = 0
    exceeded: int = 0
    not_met: int = 0
    undecided: int = 0

    @property
    def total(self) -> int:
        """All that were counted."""
        return self.met + self.exceeded + self.not_met + self.undecided

    @property
    def achieved(self) -> int:
        """Met and exceeded: "đạt và vượt"."""
        return self.met + self.exceeded

    def to_dict(self) -> dict[str, int]:
        """The counts by outcome."""
        return {
            "met": self.met,
            "exceeded": self.exceeded,
            "not_met": self.not_met,
            "undecided": self.undecided,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """A ruleset judged with a file of actuals.

    ``items`` in the order of the document, tasks included (outcome None); ``sections`` the counts of items
    by section label, ``item_counts`` and ``target_counts`` of the whole. ``notes`` name unknown ids,
    duplicate rows and values that could not be read.
    """

    ruleset: Ruleset
    actuals: Actuals
    items: tuple[ItemOutcome, ...]
    sections: Mapping[str, Counts]
    item_counts: Counts
    target_counts: Counts
    notes: tuple[Diagnostic, ...] = ()

    @property
    def judged(self) -> tuple[Judged, ...]:
        """Every judged rule, in the order of the document."""
        return tuple(judged for item in self.items for judged in item.judged)

    def section(self, label: str | None) -> Section | None:
        """The section of that label."""
        return next((section for section in self.ruleset.sections if section.label == label), None)
