"""The targets of one document as a file that officials can read and authors can correct."""

from chitieu.ruleset.load import bundled_rulesets, load_ruleset
from chitieu.ruleset.model import Item, Rule, Ruleset, Section, SourcePlace

__all__ = ["Item", "Rule", "Ruleset", "Section", "SourcePlace", "bundled_rulesets", "load_ruleset"]
