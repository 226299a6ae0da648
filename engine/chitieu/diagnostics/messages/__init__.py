"""The one catalogue of what users are told. Each code has its message in Vietnamese and in English.

A module a subject; each holds ``MESSAGES``: code → (Vietnamese, English), or with hints
code → (Vietnamese, English, hint in Vietnamese, hint in English). Parameters stand in braces, as in
``str.format``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from chitieu.diagnostics.messages import (
    actuals,
    bulk,
    checking,
    commands,
    conformance,
    documents,
    enough,
    files,
    reading,
    relations,
    results,
    ruleset,
    verdicts,
    verify,
)

Lang = Literal["vi", "en"]

_CATALOGUE: dict[str, tuple[str, ...]] = {}
for _module in (
    reading,
    ruleset,
    actuals,
    verdicts,
    files,
    commands,
    conformance,
    enough,
    relations,
    results,
    verify,
    bulk,
    documents,
    checking,
):
    _CATALOGUE.update(_module.MESSAGES)

_INDEX = {"vi": 0, "en": 1}


def codes() -> tuple[str, ...]:
    """Every code of the catalogue, sorted.

    >>> "verdict.missing" in codes()
    True
    """
    return tuple(sorted(_CATALOGUE))


def message(code: str, lang: Lang = "vi", params: Mapping[str, Any] | None = None) -> str:
    """The message of a code, its parameters filled in.

    >>> message("verdict.missing", "en")
    'There is no figure.'
    """
    return _CATALOGUE[code][_INDEX[lang]].format_map(dict(params or {}))


def hint(code: str, lang: Lang = "vi", params: Mapping[str, Any] | None = None) -> str:
    """What to do about it, where the catalogue says so; else empty."""
    entry = _CATALOGUE[code]
    return entry[2 + _INDEX[lang]].format_map(dict(params or {})) if len(entry) == 4 else ""
