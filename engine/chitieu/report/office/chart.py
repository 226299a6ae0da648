"""The chart of outcomes by section: a bar of pieces for each, as wide as the screen lets it be."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from chitieu.evaluation.report import Counts
from chitieu.evaluation.verdict import Outcome
from chitieu.quantity.notation import round_half_up
from chitieu.report.office.official import Official
from chitieu.report.signs import RICH
from chitieu.report.wording import outcome_word

_ORDER: tuple[Outcome, ...] = ("exceeded", "met", "not_met", "undecided")
#: Shares of the width, in per cent, that a sign with a count and a count alone need on a telephone.
_SIGNED, _COUNTED = 12, 6


@dataclass(frozen=True, slots=True)
class Piece:
    """One outcome within a bar: where it starts, its middle and its width in per cent of the whole."""

    outcome: Outcome
    x: str
    middle: str
    width: str
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of a section, and what it shows in words."""

    name: str
    words: str
    pieces: tuple[Piece, ...]


def chart(page: Official) -> tuple[Bar, ...]:
    """A bar for every section that has counts, as long as its share of the largest section."""
    counted = [(part.heading, part.counts) for part in page.parts if part.counts is not None]
    most = max((counts.total for _, counts in counted), default=1)
    return tuple(Bar(name, _words(counts, page), _pieces(counts, most)) for name, counts in counted)


def _pieces(counts: Counts, most: int) -> tuple[Piece, ...]:
    out = []
    done = 0
    for outcome in _ORDER:
        if count := counts.to_dict()[outcome]:
            width = Fraction(100 * count, most)
            text = f"{RICH.of(outcome)} {count}" if width >= _SIGNED else str(count)
            middle = Fraction(100 * done, most) + width / 2
            out.append(
                Piece(
                    outcome,
                    _percent(Fraction(100 * done, most)),
                    _percent(middle),
                    _percent(width),
                    text if width >= _COUNTED else "",
                )
            )
            done += count
    return tuple(out)


def _percent(share: Fraction) -> str:
    return f"{round_half_up(share, 2)}%"


def _words(counts: Counts, page: Official) -> str:
    found = counts.to_dict()
    return ", ".join(f"{found[o]} {outcome_word(o, page.lang).lower()}" for o in _ORDER if found[o])
