"""The measuring units of ``grammar/units.txt`` as pint works them out, and the list of them that is kept beside it.

Pint takes longer to load than a ruleset takes to judge, and the answers only change with the file. So they are kept in
``grammar/measures.json``, under the hash of ``units.txt``; where the hash differs, pint is asked. ``python -m
chitieu.quantity.measures`` makes the list anew, and a test holds that it is what pint says.
"""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from functools import cache
from hashlib import sha256
from typing import Any

from chitieu.resources import data_dir

Measure = tuple[Fraction, tuple[tuple[str, int], ...]]


@cache
def registry() -> Any:
    """Pint's registry of the project's own definitions."""
    from pint import UnitRegistry

    return UnitRegistry(str(data_dir("grammar") / "units.txt"), non_int_type=Decimal)


@cache
def factor_of(name: str) -> Measure:
    """The factor of a unit to its base units, and those with their powers.

    >>> factor_of("tấn")
    (Fraction(1000000, 1), (('gam', 1),))
    """
    known = _kept().get(name)
    return known if known is not None else ask_pint(name)


def ask_pint(name: str) -> Measure:
    """The same, worked out by pint."""
    factor, units = registry().get_root_units(name)
    return Fraction(factor), tuple(sorted((base, int(power)) for base, power in units._units.items()))


def _digest() -> str:
    return sha256((data_dir("grammar") / "units.txt").read_bytes()).hexdigest()


@cache
def _kept() -> dict[str, Measure]:
    try:
        kept = json.loads((data_dir("grammar") / "measures.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if kept.get("units.txt") != _digest():
        return {}
    return {
        name: (Fraction(factor), tuple((base, power) for base, power in dims))
        for name, (factor, dims) in kept["measures"].items()
    }


def make_list() -> str:
    """The text of ``measures.json``: every unit that the vocabulary names."""
    from chitieu.quantity.vocabulary import unit_words

    words = unit_words()
    names = sorted({*words.measures.values(), *words.scales.values()})
    measures = {
        name: [str((answer := ask_pint(name))[0]), [list(dim) for dim in answer[1]]] for name in names
    }
    lines = ",\n".join(
        f'    "{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in measures.items()
    )
    return f'{{\n  "units.txt": "{_digest()}",\n  "measures": {{\n{lines}\n  }}\n}}\n'


if __name__ == "__main__":
    (data_dir("grammar") / "measures.json").write_text(make_list(), encoding="utf-8")
