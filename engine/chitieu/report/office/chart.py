"""The chart of outcomes by section, as bars of an SVG: lengths, and the words beside them."""

from __future__ import annotations

from dataclasses import dataclass

from chitieu.evaluation.report import Counts
from chitieu.evaluation.verdict import Outcome
from chitieu.report.labels import label
from chitieu.report.office.official import Official
from chitieu.report.signs import RICH
from chitieu.report.wording import outcome_word

WIDTH, ROW, BAR = 600, 46, 20
_ORDER: tuple[Outcome, ...] = ("exceeded", "met", "not_met", "undecided")
_NARROWEST = 18


@dataclass(frozen=True, slots=True)
class Piece:
    """One outcome within a bar."""

    outcome: Outcome
    x: int
    width: int
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of a section."""

    name: str
    y: int
    pieces: tuple[Piece, ...]
    total: int
    words: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars, the size of the picture, and what it shows in words."""

    width: int
    height: int
    bar: int
    bars: tuple[Bar, ...]
    words: str


def chart(page: Official) -> Chart:
    """A bar for every section that has counts, as long as its share of the largest section."""
    counted = [(part.heading, part.counts) for part in page.parts if part.counts is not None]
    most = max((counts.total for _, counts in counted), default=1)
    bars = tuple(
        Bar(name, at * ROW + 16, _pieces(counts, most), counts.total, _words(counts, page))
        for at, (name, counts) in enumerate(counted)
    )
    words = "; ".join(f"{bar.name}: {bar.words}" for bar in bars)
    return Chart(WIDTH, len(bars) * ROW + 4, BAR, bars, f"{label('by_section', page.lang)}. {words}")


def _pieces(counts: Counts, most: int) -> tuple[Piece, ...]:
    out = []
    x = 0
    each = (WIDTH - 60) // most
    for outcome in _ORDER:
        if count := counts.to_dict()[outcome]:
            width = max(1, count * each)
            text = f"{RICH.of(outcome)} {count}" if width >= 2 * _NARROWEST else str(count)
            out.append(Piece(outcome, x, width, text if width >= _NARROWEST else ""))
            x += width
    return tuple(out)


def _words(counts: Counts, page: Official) -> str:
    found = counts.to_dict()
    return ", ".join(f"{outcome_word(o, page.lang).lower()} {found[o]}" for o in _ORDER if found[o])
