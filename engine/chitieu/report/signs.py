"""Signs that a console may lack, each with its plain stand-in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # layout needs nothing of what is judged
    from chitieu.evaluation.verdict import Outcome


class Signs(NamedTuple):
    """The signs a table is drawn with. ``PLAIN`` holds only ASCII characters."""

    at_least: str
    at_most: str
    about: str
    dash: str
    missing: str
    rule: str
    bar: str
    cross: str
    arrow: str
    bullet: str
    met: str
    exceeded: str
    not_met: str
    undecided: str

    def of(self, outcome: Outcome) -> str:
        """The sign of an outcome.

        >>> RICH.of("not_met"), PLAIN.of("exceeded")
        ('✗', '+')
        """
        match outcome:
            case "met":
                return self.met
            case "exceeded":
                return self.exceeded
            case "not_met":
                return self.not_met
            case "undecided":
                return self.undecided

    def compare(self, op: str) -> str:
        """The sign of a comparison as written in a target.

        >>> RICH.compare(">="), RICH.compare(">"), PLAIN.compare("<=")
        ('≥', '>', '<=')
        """
        return {">=": self.at_least, "<=": self.at_most, "=": ""}.get(op, op)


RICH = Signs(
    at_least="≥",
    at_most="≤",
    about="≈",
    dash="–",
    missing="–",
    rule="─",
    bar="│",
    cross="┼",
    arrow="→",
    bullet="•",
    met="✓",
    exceeded="▲",
    not_met="✗",
    undecided="?",
)
PLAIN = Signs(
    at_least=">=",
    at_most="<=",
    about="~",
    dash="-",
    missing="-",
    rule="-",
    bar="|",
    cross="+",
    arrow="->",
    bullet="-",
    met="=",
    exceeded="+",
    not_met="x",
    undecided="?",
)
