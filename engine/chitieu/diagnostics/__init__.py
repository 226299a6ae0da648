"""Errors are data: a code, a message in two languages, a place and a hint."""

from chitieu.diagnostics.errors import (
    ActualsError,
    ChitieuError,
    DocumentError,
    RulesetError,
    TextError,
    UsageError,
)
from chitieu.diagnostics.messages import Lang, codes, message
from chitieu.diagnostics.model import Diagnostic, Place

__all__ = [
    "ActualsError",
    "ChitieuError",
    "Diagnostic",
    "DocumentError",
    "Lang",
    "Place",
    "RulesetError",
    "TextError",
    "UsageError",
    "codes",
    "message",
]
