"""The grammar at work: token runs in, figure phrases and statements out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chitieu.reading.meaning import Meaning, Said
from chitieu.reading.phrase import Phrase
from chitieu.reading.scanner import Token
from chitieu.reading.tables import UnexpectedToken, load_grammar


class Grammar:
    """``indicator.lark`` compiled."""

    def __init__(self) -> None:
        self._lark = load_grammar(Meaning())

    def figure_phrases(self, tokens: Sequence[Token]) -> tuple[list[Phrase], int]:
        """The phrases of a run of tokens, and how many of its tokens they take.

        A run that the grammar does not read whole is read up to the token that does not fit, if that much reads.
        """
        run = list(tokens)
        while run:
            try:
                phrases: Any = self._lark.parse(run, "figure_phrase")
                return phrases, len(run)
            except UnexpectedToken as error:
                bad = error.token
                at = next((index for index, token in enumerate(run) if token is bad), len(run) - 1)
                if at == 0:
                    break
                run = run[:at]
        return [], 0

    def statement(self, tokens: Sequence[Token]) -> Said | None:
        """What a run of words without a figure states; None for a task, a description, or what does not read."""
        if not tokens:
            return None
        try:
            said: Any = self._lark.parse(list(tokens), "statement")
        except UnexpectedToken:
            return None
        return None if said.kind == "task" else said
