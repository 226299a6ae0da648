"""Files that hold only terminals of a Lark grammar: spellings and patterns under an English name."""

from __future__ import annotations

import re

_TERMINAL = re.compile(
    r'(?://.*|\s*|(?:(?P<name>[A-Z_]+):|    \|)\s*(?:"(?P<spelling>[^"]+)"|/(?P<pattern>.+)/))'
)


def read_terminals(text: str) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The terminals of a Lark file that holds only terminals: spellings by name, and patterns by name.

    A terminal is a list of spellings or of patterns, one a line; the patterns of a terminal are joined to one. Lark
    could read the file too, but takes a quarter of a second over a thousand spellings that the grammar does not need.

    >>> read_terminals('MORE: "trên"\\n    | "hơn"\\nPERCENT: /[%]/\\n')
    ({'MORE': ('trên', 'hơn')}, {'PERCENT': '[%]'})
    """
    spellings: dict[str, tuple[str, ...]] = {}
    patterns: dict[str, str] = {}
    name = ""
    for number, line in enumerate(text.splitlines(), 1):
        match = _TERMINAL.fullmatch(line)
        if match is None:
            raise ValueError(f"line {number}: neither a comment, a spelling nor a pattern: {line!r}")
        if match["name"]:
            name = match["name"]
        if match["spelling"]:
            spellings[name] = (*spellings.get(name, ()), match["spelling"])
        elif match["pattern"]:
            found = match["pattern"].replace(r"\/", "/")
            patterns[name] = f"{patterns[name]}|{found}" if name in patterns else found
    return spellings, patterns
