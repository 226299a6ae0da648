"""Which reasons of a verdict tell why, and which only say how something was read."""

from __future__ import annotations

from chitieu.diagnostics import Diagnostic, Lang
from chitieu.diagnostics.messages.verdicts import BACKGROUND
from chitieu.evaluation.verdict import Verdict

#: Told where the reading is told.
_OF_THE_READING = frozenset({"verdict.read_as", "verdict.better"})


def beside_reading(verdict: Verdict) -> list[Diagnostic]:
    """The reasons that a text still has to tell which has said how the target was read."""
    return [reason for reason in verdict.reasons if reason.code not in _OF_THE_READING]


def telling(verdict: Verdict, lang: Lang = "vi") -> list[str]:
    """The messages that say why, without a full stop at the end; all of them where none stands out.

    How the target and the actual were understood is left to ``explain`` and the JSON.
    """
    chosen = [reason for reason in verdict.reasons if reason.code not in BACKGROUND] or verdict.reasons
    return list(dict.fromkeys(reason.text(lang).strip().rstrip(".") for reason in chosen))
