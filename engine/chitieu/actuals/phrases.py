"""Reported phrases that were read before, in this process or an earlier one: a warm start needs no grammar for them.

Kept in the user's cache folder under the state of the reader. A folder that cannot be used, or a file that is broken,
is passed over in silence.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.quantity.number import show, to_number
from chitieu.reading.reported import plain_actual
from chitieu.resources import cache_dir
from chitieu.ruleset.cache import reader_state

_MOST_KEPT = 4000
_LONGEST = 120
_NAMES = frozenset(part.name for part in fields(Actual))


class Phrases:
    """Reads phrases, and remembers what it read."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, Any]] | None = None
        self._new = False

    def read(self, text: str, unit: str | None) -> Actual:
        """The actual of a phrase with the unit of its column.

        >>> Phrases().read("97,5%", None).unit
        '%'
        """
        unit = unit.strip() or None if unit else None
        plain = plain_actual(text, unit)
        if plain is not None:
            return plain
        if self._known is None:
            self._known = _load()
        key = f"{unit or ''}\n{text}"
        if (kept := self._known.get(key)) is not None:
            with suppress(TypeError, ValueError, KeyError, AttributeError):
                return _decode(kept)
        from chitieu.reading import read_actual

        actual = read_actual(text, unit)
        if len(key) <= _LONGEST and len(self._known) < _MOST_KEPT:
            self._known[key] = _encode(actual)
            self._new = True
        return actual

    def keep(self) -> None:
        """Save what is new; where that is not possible, nothing happens."""
        path = _path()
        if not self._new or path is None:
            return
        self._new = False
        part = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        with suppress(OSError):
            part.write_text(json.dumps(self._known), encoding="ascii")  # any text, lone surrogates too
            os.replace(part, path)


def _path() -> Path | None:
    folder = cache_dir()
    return folder / f"phrases-{reader_state()[:32]}.json" if folder else None


def _load() -> dict[str, dict[str, Any]]:
    path = _path()
    try:
        kept = json.loads(path.read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _encode(actual: Actual) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name in _NAMES:
        value = getattr(actual, name)
        if value is None or value is False:
            continue
        if isinstance(value, Interval):
            ends = [None if end is None else show(end) for end in (value.lower, value.upper)]
            out[name] = [*ends, value.lower_closed, value.upper_closed]
        else:
            out[name] = {"number": show(value)} if isinstance(value, Decimal | Fraction) else value
    return out


def _decode(kept: dict[str, Any]) -> Actual:
    if not _NAMES.issuperset(kept):
        raise ValueError("not an actual")
    values = dict(kept)
    if "interval" in values:
        lower, upper, lower_closed, upper_closed = values["interval"]
        ends = [None if end is None else to_number(end) for end in (lower, upper)]
        values["interval"] = Interval(ends[0], ends[1], bool(lower_closed), bool(upper_closed))
    for name, value in values.items():
        if isinstance(value, dict):
            values[name] = to_number(value["number"])
    return Actual(**values)


PHRASES = Phrases()
