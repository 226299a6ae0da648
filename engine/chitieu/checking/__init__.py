"""What a ruleset says that cannot all be meant: findings for a person, from its targets alone."""

from __future__ import annotations

from collections.abc import Callable

from chitieu.checking import counts, missing, numbering, parts, populations, products, shares, tasks
from chitieu.checking.figures import Found
from chitieu.ruleset.model import Ruleset

__all__ = ["AGREEMENTS", "NOTES", "Found", "find_contradictions"]

#: Findings to know of; nothing is wrong with the resolution because of them.
NOTES = frozenset(
    {
        "check.all_where_few",
        "check.no_baseline",
        "check.no_criterion",
        "check.small_population",
        "check.task",
        "check.whole_implied",
    }
)
#: Arithmetic of the text that was worked out and holds.
AGREEMENTS = frozenset(
    {"check.count_agrees", "check.parts_agree", "check.product_agrees", "check.share_agrees"}
)
_CHECKS: tuple[Callable[[Ruleset], list[Found]], ...] = (
    counts.find,
    numbering.find,
    parts.find,
    products.find,
    shares.find,
    missing.find,
    populations.find,
    tasks.find,
)


def find_contradictions(ruleset: Ruleset) -> list[Found]:
    """What a ruleset says against itself, subject by subject; pairs of targets are in ``relations``."""
    return [found for check in _CHECKS for found in check(ruleset)]
