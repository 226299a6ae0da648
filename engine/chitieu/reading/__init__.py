"""Text to targets: the only door to the grammar. What is read here is loaded when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from chitieu.reading.model import FigureAccount, Reading
    from chitieu.reading.reader import parse, read_actual, read_all, read_expression

__all__ = ["FigureAccount", "Reading", "parse", "read_actual", "read_all", "read_expression"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from chitieu.reading import reader

        return getattr(reader, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
