"""What the checks of arithmetic share: single figures of targets, sums, and how both are shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from chitieu.diagnostics import Diagnostic, Place
from chitieu.quantity.arithmetic import tidy
from chitieu.quantity.display import Figure, Shown, show_number
from chitieu.quantity.units import conversion
from chitieu.ruleset.model import Rule, Ruleset
from chitieu.target import Bound

Exact = Decimal | Fraction
#: What is found, and the items that it concerns.
Found = tuple[Diagnostic, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sum(Shown):
    """Figures with plus signs between them.

    >>> f"{Sum((Decimal(1270), Decimal(139))):vi}"
    '1.270 + 139'
    """

    parts: tuple[Exact, ...]

    def show(self, lang: str) -> str:
        """The sum, not worked out."""
        return " + ".join(show_number(part, lang) for part in self.parts)


def by_item(ruleset: Ruleset) -> Mapping[str, list[Rule]]:
    """The rules of every item, in order."""
    out: dict[str, list[Rule]] = defaultdict(list)
    for rule in ruleset.rules:
        out[rule.item].append(rule)
    return out


def stated(rule: Rule) -> Exact | None:
    """The figure of a target that names one figure and its level, beyond doubt; else None."""
    return None if in_doubt(rule) else figure_of(rule)


def in_doubt(rule: Rule) -> bool:
    """Whether a person has still to say what a target means."""
    return rule.target.needs_review and not rule.confirmed


def figure_of(rule: Rule) -> Exact | None:
    """The figure of a target that names one figure and its level, in whatever way it is read; else None."""
    target = rule.target
    if target.measure != "level" or target.stretch:
        return None
    if in_doubt(rule) and not all(other.condition == target.condition for other in target.readings):
        return None
    condition = target.condition
    return condition.value if isinstance(condition, Bound) and condition.op == "=" else None


def in_unit(rule: Rule, unit: str) -> Exact | None:
    """The figure of a target in another unit, exactly; None where it has none or does not convert."""
    value = stated(rule)
    if value is None:
        return None
    factor = conversion(rule.target.unit, unit) if rule.target.unit != unit else Fraction(1)
    return None if factor is None else tidy(Fraction(value) * factor)


def total(parts: Iterable[Exact]) -> Exact:
    """The exact sum."""
    return tidy(sum((Fraction(part) for part in parts), Fraction(0)))


def figure(value: Exact, unit: str = "") -> Figure:
    """A figure as a message shows it."""
    return Figure(tidy(value), unit)


def place(ruleset: Ruleset, rule: Rule) -> Place | None:
    """Where a target stands in its file."""
    return Place(file=ruleset.path, line=rule.line) if rule.line is not None else None


def items_of(rules: Sequence[Rule]) -> tuple[str, ...]:
    """The items of several rules, each once."""
    return tuple(dict.fromkeys(rule.item for rule in rules))
