"""The grammar at work: token runs in, figure phrases and statements out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chitieu.reading.meaning import Meaning, Said
from chitieu.reading.phrase import Phrase
from chitieu.reading.scanner import Token
from chitieu.reading.tables import UnexpectedToken, load_grammar

_END = Token("$END", "", "", 0, 0)


class Grammar:
    """``indicator.lark`` compiled."""

    def __init__(self) -> None:
        lark = load_grammar(Meaning())
        self._figure_phrase = lark.parse_interactive(start="figure_phrase")
        self._statement = lark.parse_interactive(start="statement")

    def figure_phrases(self, tokens: Sequence[Token]) -> tuple[list[Phrase], int]:
        """The phrases of a run of tokens, and how many of its tokens they take.

        A run that the grammar does not read whole is read up to the token that does not fit, if that much reads.
        """
        run = list(tokens)
        while run:
            phrases, at = _parse(self._figure_phrase, run)
            if phrases is not None:
                return phrases, len(run)
            run = run[: min(at, len(run) - 1)]
        return [], 0

    def statement(self, tokens: Sequence[Token]) -> Said | None:
        """What a run of words without a figure states; None for a task, a description, or what does not read."""
        if not tokens:
            return None
        said, _ = _parse(self._statement, tokens)
        return None if said is None or said.kind == "task" else said


def _parse(start: Any, tokens: Sequence[Token]) -> tuple[Any, int]:
    """What the tokens mean to the parser at its start, and how many fitted; None where the run does not read whole.

    Each run goes through a copy of a parser made once, which costs less than making one by ``Lark.parse``.
    """
    parser = start.copy(deepcopy_values=False)
    fitted = 0
    try:
        for token in tokens:
            parser.feed_token(token)
            fitted += 1
        return parser.feed_token(_END), fitted
    except UnexpectedToken:
        return None, fitted
