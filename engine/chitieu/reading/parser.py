"""The only door to Lark: token runs in, figure phrases and statements out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from lark import Lark
from lark.exceptions import UnexpectedToken
from lark.lexer import Lexer

from chitieu.reading.meaning import Meaning, Said
from chitieu.reading.phrase import Phrase
from chitieu.reading.scanner import Token
from chitieu.resources import cache_dir, data_dir


class Given(Lexer):
    """The lexer that Lark is given: the scanner has done the work, the tokens pass through."""

    def __init__(self, lexer_conf: Any) -> None:
        del lexer_conf

    def lex(self, lexer_state: Any, parser_state: Any = None) -> Any:
        """The tokens as they come."""
        del parser_state
        return iter(lexer_state)


class Grammar:
    """``indicator.lark`` compiled."""

    def __init__(self) -> None:
        folder = data_dir("grammar")
        text = (folder / "indicator.lark").read_text(encoding="utf-8")
        where = cache_dir()
        digest = hashlib.sha256(text.encode()).hexdigest()[:16]
        self._lark = Lark(
            text,
            parser="lalr",
            lexer=Given,
            start=["figure_phrase", "statement"],
            cache=str(where / f"grammar-{digest}.lark") if where else False,
            maybe_placeholders=False,
            transformer=Meaning(),
        )

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
