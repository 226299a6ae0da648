"""Clauses, short expressions and reported values, read."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from chitieu.diagnostics import Diagnostic, Place
from chitieu.diagnostics.messages import Lang
from chitieu.quantity.actual import Actual
from chitieu.reading.clause import Figure, elements_of, segments_of
from chitieu.reading.figures import settle_figures
from chitieu.reading.lexicon import Lexicon, build_lexicon
from chitieu.reading.parser import Grammar
from chitieu.reading.reported import actual_of_phrase, actual_of_words, plain_actual
from chitieu.reading.roles import find_islands
from chitieu.reading.scanner import Token, scan, token_pattern
from chitieu.reading.builder import TargetBuilder
from chitieu.reading.vocabulary import marked_spellings
from chitieu.target import Target
from chitieu.text.source import SourceText, read_source


class Reading(BaseModel):
    """All targets of a clause and the notes on it.

    ``text`` is the clause as given; spans point into it. ``needs_review`` is True where any target must be
    confirmed by a person, or a figure of the text found no account.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True, defer_build=True)

    text: str
    targets: tuple[Target, ...] = ()
    needs_review: bool = False
    notes: tuple[Diagnostic, ...] = ()

    def to_dict(self, lang: Lang = "vi") -> dict[str, Any]:
        """The reading with the keys of the JSON Lines."""
        return {
            "text": self.text,
            "targets": [target.flat() for target in self.targets],
            "needs_review": self.needs_review,
            "notes": [note.to_dict(lang) for note in self.notes],
        }


class _Reader:
    """The compiled grammar and lexicon. Built once, on the first reading."""

    def __init__(self) -> None:
        self.grammar = Grammar()
        steering = [t for t in self.grammar.terminals if not t[0].startswith("SAID_")]
        vocabulary = marked_spellings()
        self.lexicon: Lexicon = build_lexicon(steering, vocabulary)
        self.said: Lexicon = build_lexicon(self.grammar.terminals, vocabulary)
        self.pattern = token_pattern(self.lexicon)

    def tokens(self, text: str, *, reported: bool = False) -> list[Token]:
        return scan(text, self.said if reported else self.lexicon, self.pattern)

    def figures(self, tokens: list[Token]) -> list[Figure]:
        figures: list[Figure] = []
        for island in find_islands(tokens):
            phrases, taken = self.grammar.figure_phrases(island.tokens)
            if not taken:
                for token in island.tokens:
                    token.type = "WORD" if token.type not in ("SIGN", "NUMBER") else token.type
                continue
            for phrase in phrases:
                figures.append(Figure(phrase, island, island.tokens[0].start, island.tokens[-1].end))
        return figures


@cache
def _reader() -> _Reader:
    return _Reader()


@lru_cache(maxsize=4096)
def parse(text: str) -> Reading:
    """Read a clause: every target that it states, with notes on what a person must look at.

    Never raises, whatever the text.

    >>> reading = parse("Tỷ lệ hộ gia đình văn hóa trên 98%, kết nạp từ 5 - 8 đảng viên")
    >>> [(t.condition.op, t.unit) for t in reading.targets]
    [('>', '%'), ('range', 'đảng viên')]
    """
    source = read_source(text)
    return _read(source)


def _read(source: SourceText, indicator: str | None = None) -> Reading:
    reader = _reader()
    tokens = reader.tokens(source.text)
    codes = settle_figures(tokens)
    figures = reader.figures(tokens)
    builder = TargetBuilder(reader.grammar, source, indicator)
    targets = builder.build(segments_of(elements_of(tokens, figures)))
    notes = [Diagnostic(code) for code in codes] + builder.notes
    claimed = {id(token) for figure in figures for token in figure.island.tokens}
    lost = [t for t in tokens if t.type == "NUMBER" and t.account is None and id(t) not in claimed]
    for token in lost:
        notes.append(
            Diagnostic(
                "reading.figure_unread",
                {"figure": token.text},
                Place(span=source.span(token.start, token.end)),
            )
        )
    review = (
        bool(lost) or any(target.needs_review for target in targets) or "reading.unreadable_figure" in codes
    )
    return Reading(text=source.given, targets=targets, needs_review=review, notes=tuple(notes))


def read_expression(expect: str, indicator: str = "") -> Reading:
    """The reading of a short expression whose indicator is known: "từ 10-12 lượt tổ chức đảng".

    The indicator names the targets and, by the lexicon, their better side.

    >>> read_expression("giảm 2 hộ", "Số hộ nghèo").targets[0].better
    'lower'
    """
    source = read_source(expect)
    return _read(source, indicator) if indicator else parse(expect)


def read_actual(text: str, unit: str | None = None) -> Actual:
    """A reported value: figure, range, bound, grade or words. Never raises.

    ``unit`` is that of the unit column; a unit in the text wins over it. A text that cannot be read gives an actual
    that holds only the text.

    >>> read_actual("giảm 6%").change, read_actual("không xảy ra").word, read_actual("Tốt").grade
    ('decrease', 'absent', 'Tốt')
    >>> read_actual("61-62", "triệu đồng").interval
    Interval(lower=Decimal('61'), upper=Decimal('62'), lower_closed=True, upper_closed=True)
    """
    unit = unit.strip() or None if unit else None
    plain = plain_actual(text, unit)
    if plain is not None:
        return plain
    if not text.strip():
        return Actual(text="", unit=unit)
    reader = _reader()
    tokens = [
        t
        for t in reader.tokens(read_source(text).text, reported=True)
        if t.key not in ('"', ".", "(", ")", "*")
    ]
    settle_figures(tokens, reported=True)
    figures = reader.figures(tokens)
    for figure in figures:
        actual = actual_of_phrase(text, figure.phrase, tokens, unit)
        if actual is not None:
            return actual
    return actual_of_words(text, tokens, unit)
