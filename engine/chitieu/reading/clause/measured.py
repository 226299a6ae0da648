"""The measure of a figure as chosen: level or change, its other reading, and why a person must look."""

from __future__ import annotations

from dataclasses import dataclass

from chitieu.target import Better, Measure


@dataclass(slots=True, frozen=True)
class Measured:
    """The measure chosen; ``other`` is the one of the other reading, ``doubt`` or ``remark`` its code.

    A ``remark`` needs no person.
    """

    measure: Measure
    other: Measure | None = None
    doubt: str | None = None
    remark: str | None = None
    better: Better | None = None  # where what changes is only a part of the name
