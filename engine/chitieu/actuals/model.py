"""A file of actuals, read: what was reported for each target, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chitieu.diagnostics import Diagnostic, Place
from chitieu.quantity.actual import Actual


@dataclass(frozen=True, slots=True)
class Actuals:
    """The actuals of one place and period, by id of target.

    A target judged entity by entity has several, in the order of the file. ``notes`` report unknown headings,
    duplicate rows and unreadable values by place; ``path`` and ``sha256`` say what was read. ``places`` are those of
    the ids, as far as they are kept.
    """

    by_id: Mapping[str, tuple[Actual, ...]] = field(default_factory=dict)
    notes: tuple[Diagnostic, ...] = ()
    path: str | None = None
    sha256: str = ""
    places: Mapping[str, Place] = field(default_factory=dict)
