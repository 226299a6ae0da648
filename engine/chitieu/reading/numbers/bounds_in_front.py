"""Bounds apart from their figures: before a verb, who does it, or a name.

"Tối thiểu phải kết nạp 02", "ít nhất mỗi xã có 2 mô hình", "tối thiểu tỷ lệ giải ngân đạt 95%".
"""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token, marked, new_token
from chitieu.reading.tokens.surroundings import COMPARATORS, COMPARING
from chitieu.text.figures import NUMERALS
from chitieu.text.spoken import HIGHEST, LEVEL_SIGN, LOWEST, SINCE, words

BOUNDS_APART = frozenset(words("BOUND_APART"))
#: A bound that only "mức … của" makes one.
BOUNDING_NAMES = BOUNDS_APART | {HIGHEST, LOWEST}
#: So many words may stand between a bound and its figure; what of them is done, and what states the figure itself.
_APART = 6
_DONE = frozenset({"MAKE", "OUGHT", "TIME", "OPENING", "ORDER", "ACTS_ON"})
_EQUALLING = frozenset({"EQUALS", "OUGHT"})
_NUMBERED = frozenset({"YEAR_WORD", "NUMBERED"})
#: Who has or does what is bounded, how far behind its bound a figure stands then, and what stands nearer to it.
WHO, _AFAR, _FIGURES = frozenset({"EACH", "ACTOR"}), 10, frozenset({"NUMBER", "YEAR", "DATE"})
_COMPARATIVE = COMPARATORS | {"AGAINST"}
#: What tells when something holds and for each of whom, and what is to be done.
_WHEN_AND_WHO = _DONE | WHO | {"STRIVE", "AND"}
#: What begins a name or bounds something else.
_OTHERWISE = _COMPARATIVE | {
    "RATE",
    "SUM",
    "PROPERTY",
    "GROWTH_NAME",
    "EACH",
    "ABSENT",
    "NEVER",
    "RISE",
    "FALL",
}
#: So many words a name may have; what may stand before the bound; what shows that something else is bounded.
_LONGEST = 16
_OPENING = frozenset({"STRIVE", "TIME", "OPENING", "YEAR_WORD"})
_OTHERS = COMPARING | {"RISE", "FALL", "AND"}
_SENTENCE = frozenset({";", ".", ":"})
_STATING = frozenset({"EQUALS", "DOWN_TO", "UP_TO"})


def bounds_apart(tokens: list[Token]) -> None:
    """Put a bound before the figure that it bounds: "tối thiểu phải kết nạp 02" is "phải kết nạp tối thiểu 02"."""
    for index in range(len(tokens) - 3, -1, -1):
        bound = tokens[index]
        if bound.key not in BOUNDS_APART:
            continue
        if "TIME" in tokens[index + 1].marks and _counts_in_words(tokens, index + 2):
            tokens[index : index + 2] = [tokens[index + 1], bound]  # "ít nhất mỗi quý một lần"
            continue
        opens = _opens_a_part(tokens, index)
        if not opens and tokens[index + 1].marks.isdisjoint(_DONE):
            continue
        at = index + 1
        while at < len(tokens) and at - index <= _APART and (opens or _is_of_a_verb(tokens[at])):
            if opens and ((at == index + 1 and tokens[at].key in NUMERALS) or not _may_be_done(tokens[at])):
                break  # whatever is done: "mỗi xã ít nhất triển khai 03 mô hình"
            at += 1
        if at == len(tokens) or tokens[at].type != "NUMBER" or at - index > _APART:
            continue
        if not tokens[at - 1].marks.isdisjoint(_NUMBERED):
            continue  # "ít nhất trong quý 2"
        if any(token.marks.isdisjoint(_EQUALLING) for token in tokens[index + 1 : at]):
            tokens[index:at] = [*tokens[index + 1 : at], bound]


def _opens_a_part(tokens: list[Token], index: int) -> bool:
    """Whether nothing stands before a bound but when it holds, and for each of whom."""
    while index and tokens[index - 1].type == "WORD":
        index -= 1
        if tokens[index].marks.isdisjoint(_WHEN_AND_WHO):
            return False
    return True


def _may_be_done(token: Token) -> bool:
    """Whether a word may be of what is done: no name of what is measured, no sign and no other bound."""
    return token.type == "WORD" and token.key != SINCE and token.marks.isdisjoint(_OTHERWISE)


def _is_of_a_verb(token: Token) -> bool:
    """Whether a word may stand between a bound and its figure: a verb, how or when it is done."""
    return token.type == "WORD" and (not token.marks or not token.marks.isdisjoint(_DONE | {"NO_NOUN"}))


def bounds_of_each(tokens: list[Token]) -> None:
    """Put a bound before the figure, where those who do it part the two: "ít nhất mỗi xã có 2 mô hình"."""
    for index in range(len(tokens) - 4, -1, -1):
        bound = tokens[index]
        if bound.key not in BOUNDS_APART:
            continue
        at, end = index + 1 + ("TIME" in tokens[index + 1].marks), index + _AFAR
        if tokens[at].marks.isdisjoint(WHO):
            continue
        while at + 1 < len(tokens) and at < end and tokens[at].type not in _FIGURES:
            if tokens[at].key == "(":  # "ít nhất mỗi vùng (đồng bằng, miền núi) một mô hình"
                closing = next(
                    (n for n in range(at, min(at + _AFAR, len(tokens) - 1)) if tokens[n].key == ")"), at
                )
                at, end = closing, end + closing - at
            elif _ends_a_bound(tokens[at]) or _counts_in_words(tokens, at):
                break
            at += 1
        if at > index + 2 and (tokens[at].type == "NUMBER" or _counts_in_words(tokens, at)):
            tokens[index:at] = [*tokens[index + 1 : at], bound]


def _ends_a_bound(token: Token) -> bool:
    """Whether a token shows that what is bounded stands elsewhere: a sign, another bound."""
    return token.type == "SIGN" or token.key == SINCE or not token.marks.isdisjoint(_COMPARATIVE)


def _counts_in_words(tokens: list[Token], at: int) -> bool:
    """ "một mô hình"."""
    return tokens[at].key in NUMERALS and marked(tokens[at + 1 : at + 2], "NOUN")


def bounds_of_names(tokens: list[Token]) -> None:
    """Put a bound that stands in front of a name before the figure: "Mức tối đa của nợ xấu là 3%"."""
    for index in range(len(tokens) - 4, -1, -1):
        bound = tokens[index]
        if bound.key not in BOUNDING_NAMES:
            continue
        of_level = (
            index > 0 and tokens[index - 1].key == LEVEL_SIGN and "PREPOSITION" in tokens[index + 1].marks
        )
        if not of_level and (bound.key not in BOUNDS_APART or not _opens(tokens, index)):
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
    for at in range(begun, min(begun + _LONGEST, len(tokens) - 1)):
        token = tokens[at]
        if token.type == "NUMBER":
            before = tokens[at - 1]
            if "YEAR_WORD" in before.marks:
                continue
            stated = before.key == ":" or not before.marks.isdisjoint(_STATING)
            return at if at > begun + 1 and stated else None
        if token.key == ":" and tokens[at + 1].type == "NUMBER":
            continue  # "Mức tối đa của nợ xấu: 3%"
        if token.key == "," and tokens[at - 1].type == "NUMBER":
            continue  # "tối thiểu đến năm 2028, tỷ lệ …"
        if token.type != "WORD" or not token.marks.isdisjoint(_OTHERS):
            return None
    return None
