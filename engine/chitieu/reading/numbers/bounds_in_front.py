"""Bounds in front of the name of what they bound: "tối thiểu tỷ lệ giải ngân đạt 95%"; and "giữa 10 và 15%"."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.text.spoken import AND, BETWEEN, HIGHEST, LEVEL_SIGN, LOWEST, SINCE, words

_BOUNDS = frozenset(words("BOUND_APART"))
#: A bound that only "mức … của" makes one.
BOUNDING_NAMES = _BOUNDS | {HIGHEST, LOWEST}
#: So many words a name may have; what may stand before the bound; what shows that something else is bounded.
_LONGEST = 16
_OPENING = frozenset({"STRIVE", "TIME", "OPENING", "YEAR_WORD"})
_OTHERS = frozenset({"MORE", "LESS", "AT_LEAST", "AT_MOST", "ABOUT", "NEARLY", "FROM", "RISE", "FALL", "AND"})
#: How far apart two ends may stand.
_FEW = 4
_SENTENCE = frozenset({";", ".", ":"})
_STATING = frozenset({"EQUALS", "DOWN_TO", "UP_TO"})


def bounds_of_names(tokens: list[Token]) -> None:
    """Put a bound that stands in front of a name before the figure: "Mức tối đa của nợ xấu là 3%"."""
    for index in range(len(tokens) - 4, -1, -1):
        bound = tokens[index]
        if bound.key not in BOUNDING_NAMES:
            continue
        of_level = (
            index > 0 and tokens[index - 1].key == LEVEL_SIGN and "PREPOSITION" in tokens[index + 1].marks
        )
        if not of_level and (bound.key not in _BOUNDS or not _opens(tokens, index)):
            continue
        begun = index + 1 + (of_level or tokens[index + 1].key == ",")
        figure = _figure_of(tokens, begun)
        if figure is None:
            continue
        if of_level:  # the target begins at "mức", without which "cao nhất" bounds nothing
            marks = frozenset({"AT_MOST"}) if bound.key == HIGHEST else bound.marks
            bound = new_token("WORD", bound.key, bound.text, tokens[index - 1].start, bound.end, marks)
        tokens[index - of_level : figure] = [*tokens[begun:figure], bound]


def _opens(tokens: list[Token], index: int) -> bool:
    """Whether a sentence begins with a bound, or with whoever strives and when before it."""
    at = index
    while at and tokens[at - 1].key not in _SENTENCE:
        before = tokens[at - 1]
        year = before.type == "NUMBER" and at > 1 and "YEAR_WORD" in tokens[at - 2].marks
        if not (year or before.key == "," or before.type == "DASH" or before.marks & _OPENING):
            return False
        at -= 1
    return True


def _figure_of(tokens: list[Token], begun: int) -> int | None:
    """Where the figure stands that the name from ``begun`` on leads to by "đạt", "là" and the like."""
    for at in range(begun, min(begun + _LONGEST, len(tokens))):
        token = tokens[at]
        if token.type == "NUMBER":
            before = tokens[at - 1]
            if "YEAR_WORD" in before.marks:
                continue
            return at if at > begun + 1 and not before.marks.isdisjoint(_STATING) else None
        if token.key == "," and tokens[at - 1].type == "NUMBER":
            continue  # "tối thiểu đến năm 2028, tỷ lệ …"
        if token.type != "WORD" or not token.marks.isdisjoint(_OTHERS):
            return None
    return None


def between_ends(tokens: list[Token]) -> None:
    """ "giữa 10% và 15%", "ở giữa mức 12 và 14%" is from the one to the other."""
    for index in range(len(tokens) - 4, -1, -1):
        between = tokens[index]
        first = index + 1 + (tokens[index + 1].key == LEVEL_SIGN)
        if between.key != BETWEEN or tokens[first].type != "NUMBER":
            continue
        for at in range(first + 1, min(first + _FEW, len(tokens) - 1)):
            joint = tokens[at]
            alike = (
                at == first + 1
                or tokens[at + 2 : at + 3] == []
                or tokens[at + 2].key == tokens[first + 1].key
            )
            if joint.key == AND and tokens[at + 1].type == "NUMBER" and alike:
                joint.marks = frozenset({"TO"})
                since = new_token(
                    "WORD", SINCE, between.text, between.start, between.end, frozenset({"FROM"})
                )
                tokens[index:first] = [since]
                break
