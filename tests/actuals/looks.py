"""What tests look at: the value of an actual in short, and notes with their places."""

from __future__ import annotations

from chitieu.actuals import Actuals
from chitieu.diagnostics import ChitieuError
from chitieu.quantity.number import show


def value(actuals: Actuals, name: str) -> tuple[str, str | None]:
    """The figure and the unit of the only actual of an id; "?" where it has no figure."""
    [actual] = actuals.by_id[name]
    figure = actual.figure
    return ("?" if figure is None else show(figure)), actual.unit


def notes(actuals: Actuals) -> list[tuple[str, str]]:
    """The code and the place of every note, without the folder; each must have its messages."""
    found = []
    for note in actuals.notes:
        assert note.text("vi")
        assert note.text("en")
        note.hint("vi")
        note.hint("en")
        place = note.place
        where = "" if place is None else place.cell or (str(place.line) if place.line else place.field or "")
        found.append((note.code, where))
    return found


def readable(error: ChitieuError) -> bool:
    """Whether every diagnostic of an error has its words in both languages."""
    return all(problem.full("vi") and problem.full("en") for problem in error.diagnostics)
