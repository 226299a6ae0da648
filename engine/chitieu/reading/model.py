"""What a reading gives: the targets of a clause, the notes on it and the account of its figures."""

from __future__ import annotations

from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict

from chitieu.diagnostics import Diagnostic
from chitieu.diagnostics.messages import Lang
from chitieu.target import Target


class FigureAccount(NamedTuple):
    """What became of one figure of a text.

    ``account`` is "target", or what it is instead: "year", "date", "document", "phone", "clock", "age", "name",
    "grade", "label", "base" (of a rate), "count" (of a description), "description", "plan", "past", "task", and
    "unread" for one that a person must look at.
    """

    text: str
    span: tuple[int, int]
    account: str


class Reading(BaseModel):
    """All targets of a clause and the notes on it.

    ``text`` is the clause as given; spans point into it. ``needs_review`` is True where any target must be
    confirmed by a person, or a figure of the text found no account. ``figures`` is the account of every figure.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True, defer_build=True)

    text: str
    targets: tuple[Target, ...] = ()
    needs_review: bool = False
    notes: tuple[Diagnostic, ...] = ()
    figures: tuple[FigureAccount, ...] = ()

    def to_dict(self, lang: Lang = "vi", *, figures: bool = False) -> dict[str, Any]:
        """The reading with the keys of the JSON Lines; with ``figures`` the account of every figure too."""
        out: dict[str, Any] = {
            "text": self.text,
            "targets": [target.flat() for target in self.targets],
            "needs_review": self.needs_review,
            "notes": [note.to_dict(lang) for note in self.notes],
        }
        if figures:
            out["figures"] = [figure._asdict() for figure in self.figures]
        return out
