"""The exceptions of the package. No exception of lark, pint, pydantic or a file library crosses its owner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chitieu.diagnostics.model import Diagnostic, Place


class ChitieuError(Exception):
    """An input that cannot be read as a whole. Holds one diagnostic or several; survives pickling."""

    def __init__(self, diagnostics: Sequence[Diagnostic] | Diagnostic) -> None:
        self.diagnostics = (diagnostics,) if isinstance(diagnostics, Diagnostic) else tuple(diagnostics)
        super().__init__("\n".join(d.full() for d in self.diagnostics))

    @classmethod
    def of(cls, code: str, *, place: Place | None = None, **params: Any) -> ChitieuError:
        """The error of one code, with the parameters of its message."""
        return cls(Diagnostic(code, params, place))

    @property
    def diagnostic(self) -> Diagnostic:
        """The first diagnostic."""
        return self.diagnostics[0]

    @property
    def code(self) -> str:
        """The code of the first diagnostic."""
        return self.diagnostics[0].code

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.diagnostics,))


class TextError(ChitieuError):
    """A text from which a target or a figure was expected, and none can be read."""


class RulesetError(ChitieuError):
    """A ruleset file that cannot be read: names file, line and field."""


class ActualsError(ChitieuError):
    """A file of actuals that cannot be read as a whole: names file, sheet and cell."""


class DocumentError(ChitieuError):
    """A document from which no targets can be taken: names the file and what to do."""


class UsageError(ChitieuError):
    """A call or a command line that asks for something impossible."""
