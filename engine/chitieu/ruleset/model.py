"""Rulesets: the targets of one document, with sections, items, period, issuer and provenance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from chitieu.diagnostics import Diagnostic
from chitieu.target import Target

if TYPE_CHECKING:
    from chitieu.actuals import Actuals
    from chitieu.evaluation import Report


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document; ``declared`` is the count that its heading names ("(06 chỉ tiêu)")."""

    label: str
    title: str
    declared: int | None = None


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Where words stand in the source document: page, paragraph (or line) and characters of it."""

    paragraph: int
    page: int | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered target, bullet or row, as officials count them.

    ``counted`` is False for one that is shown and left out of the counts; ``task`` marks one that states no
    target. A sub-bullet has a ``parent``: it is not counted by itself, its targets count with the parent's.
    """

    label: str
    section: str | None = None
    title: str | None = None
    counted: bool = True
    task: bool = False
    parent: str | None = None
    at: SourcePlace | None = None


def ancestors(label: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """The parent of an item, its parent, and so on up; where they go in a ring, each of it once.

    >>> ancestors("1.7.1.a", {"1.7.1.a": "1.7.1", "1.7.1": "1.7"})
    ('1.7.1', '1.7')
    """
    out: list[str] = []
    while (above := parents.get(label)) is not None and above not in out:
        out.append(above)
        label = above
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Rule:
    """One target of a ruleset.

    ``expect`` holds the source's own words, ``target`` their reading with what the author wrote beside it.
    ``counted`` is False for a stretch target and for one whose time lies outside the period judged.
    ``entities`` are the members of an "each" that are known; ``population`` the size of the population of a
    share. ``line`` is its place in the file. A reading that the author ``confirmed`` is the only one:
    ``target.readings`` is then empty.
    """

    id: str
    item: str
    expect: str
    target: Target
    counted: bool = True
    entities: tuple[str, ...] = ()
    population: Decimal | Fraction | None = None
    confirmed: bool = False
    line: int | None = None
    notes: tuple[Diagnostic, ...] = ()
    at: SourcePlace | None = None


@dataclass(frozen=True, slots=True)
class Ruleset:
    """The targets of one document, ready to judge with.

    ``name`` is the slug, ``sha256`` the hash of the file it was loaded from, ``source`` what the file says of
    the document ("document", "sha256", …). ``notes`` are warnings of the loading; ``declared`` is the count of
    targets that the document names for itself.
    """

    name: str
    title: str
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    rules: tuple[Rule, ...]
    issuer: str | None = None
    period: tuple[date, date] | None = None
    source: Mapping[str, str] | None = None
    sha256: str = ""
    path: str | None = None
    notes: tuple[Diagnostic, ...] = ()
    declared: int | None = None

    @property
    def roots(self) -> Mapping[str, str]:
        """The item that each item counts with, by label: its topmost parent, or itself."""
        parents = self._parents()
        return {item.label: (item.label, *ancestors(item.label, parents))[-1] for item in self.items}

    @property
    def uncounted(self) -> frozenset[str]:
        """The labels of items left out of the counts: tasks, uncounted ones, and what is below them."""
        parents = self._parents()
        out = {item.label for item in self.items if item.task or not item.counted}
        return frozenset(label for label in self.roots if out & {label, *ancestors(label, parents)})

    @property
    def only_targets(self) -> Mapping[str, str]:
        """The labels that may stand for the id of a target: those of items with one target and nothing below them."""
        ids = {rule.id for rule in self.rules}
        parents = set(self._parents().values())
        by_item: dict[str, list[str]] = {}
        for rule in self.rules:
            by_item.setdefault(rule.item, []).append(rule.id)
        return {
            label: several[0]
            for label, several in by_item.items()
            if len(several) == 1 and label not in ids and label not in parents
        }

    def _parents(self) -> dict[str, str]:
        return {item.label: item.parent for item in self.items if item.parent is not None}

    @property
    def targets(self) -> tuple[Target, ...]:
        """The targets, in the order of the document."""
        return tuple(rule.target for rule in self.rules)

    def evaluate(self, actuals: Actuals, *, baseline: Actuals | None = None) -> Report:
        """Judge the actuals; ``baseline`` holds last year's, for changes that need one."""
        from chitieu.evaluation import evaluate_ruleset

        return evaluate_ruleset(self, actuals, baseline=baseline)

    def to_rows(self) -> Any:
        """The normal form of every target as an Arrow table, for ``chitieu.bulk.evaluate``; see ``bulk/rows.py``."""
        from chitieu.bulk.rows import to_rows

        return to_rows(self)
