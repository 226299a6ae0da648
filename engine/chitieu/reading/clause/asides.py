"""What a clause says beside its condition in words of its own: its name, its better side, that it restates another.

Such words need no guessing; they are taken out of a run of words before the rest is read. ``render`` writes them where
the usual wording would say something else.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from chitieu.reading.tokens.scanner import Contents, Token, marked, marks_of
from chitieu.target import Better

#: The marks of words that say something beside the condition.
SAID_ASIDE = frozenset(
    {
        "BETTER_HIGHER", "BETTER_LOWER", "BETTER_EXACT", "STRETCH", "THAT_IS", "OWN_SCALE", "EACH", "COUNTED_ON",
        "ON_SCALE",
    }
)  # fmt: skip
_BETTER: dict[str, Better] = {"BETTER_HIGHER": "higher", "BETTER_LOWER": "lower", "BETTER_EXACT": "exact"}
#: What is named in quotation marks behind its word: 'mỗi "chi bộ khu dân cư"'.
_QUOTED = {"EACH": "each", "COUNTED_ON": "of", "ON_SCALE": "scale"}
_ACCOUNTED = {"DATE": "date", "DOCUMENT": "document", "PHONE": "phone", "CLOCK": "clock"}


class Asides(NamedTuple):
    """What was said; None and False where it was not."""

    better: Better | None = None
    stretch: bool = False
    restates: bool = False
    each: str | None = None
    of: str | None = None
    scale: str | None = None  # "" for a scale that nobody named


#: Of a clause that says nothing beside its condition.
NOTHING = Asides()


def split_name(
    text: str, tokens: list[Token], contents: Contents
) -> tuple[str, list[Token], list[Token]] | None:
    """The name in 'Chỉ tiêu "Tỷ lệ trẻ em dưới 5 tuổi …": dưới 9%', its tokens and those that say what is wanted."""
    if "NAME_FOLLOWS" not in contents.marks:  # guard
        return None
    if not marked(tokens[:4], "NAME_FOLLOWS"):
        return None
    begun = next(
        (at for at, token in enumerate(tokens[:4]) if token.type not in ("SIGN", "DASH")), 0
    )  # a bullet
    named = tokens[begun:]
    if len(named) < 4 or "NAME_FOLLOWS" not in named[0].marks or named[1].key != '"':
        return None
    for index in range(begun + 2, len(tokens) - 1):
        if tokens[index].key == '"' and tokens[index + 1].key == ":":
            if any(token.key == ";" for token in tokens[index:]):
                return None
            for token in tokens[:index]:
                token.account = _ACCOUNTED.get(token.type, "name" if token.type == "NUMBER" else None)
            name = " ".join(text[named[1].end : tokens[index].start].split())
            return name, tokens[: index + 2], tokens[index + 2 :]
    return None


def take_asides(
    text: str, words: list[Token], *, restates: bool = True
) -> tuple[list[Token], frozenset[str], Asides]:
    """The words that are left with their marks, and what the others said. It is spared where none is ``SAID_ASIDE``.

    ``restates``: whether "tức là" is one of them.
    """
    found: dict[str, Any] = {}
    kept: list[Token] = []
    at = 0
    while at < len(words):
        token = words[at]
        at += 1
        better = next((side for mark, side in _BETTER.items() if mark in token.marks), None)
        if better is not None:
            found["better"] = better
        elif "STRETCH" in token.marks:
            found["stretch"] = True
        elif "THAT_IS" in token.marks and restates:
            found["restates"] = True
        elif "OWN_SCALE" in token.marks:
            found["scale"] = ""
        elif (field := next((_QUOTED[mark] for mark in token.marks if mark in _QUOTED), None)) and (
            end := _closing_quote(words, at)
        ):
            found[field] = text[words[at].end : words[end].start].strip()
            at = end + 1
        else:
            kept.append(token)
    return kept, marks_of(kept), Asides(**found)


def _closing_quote(words: list[Token], at: int) -> int:
    """The index of the quotation mark that closes the one at ``at``; 0 where none stands there."""
    if at >= len(words) or words[at].key != '"':
        return 0
    return next((index for index in range(at + 1, len(words)) if words[index].key == '"'), 0)
