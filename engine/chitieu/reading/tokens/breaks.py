"""Line ends that end a sentence: an item stands behind another, each in a line of its own, and no sign parts them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from chitieu.reading.tokens.scanner import Token, new_token
from chitieu.text.source import SourceText
from chitieu.text.spoken import BE, FALL, HAVE

#: From so many characters on a line may have been broken where the page ended.
_LONG = 60
#: Of so many words an item is made.
WORDS = 3
#: So many tokens a figure and its unit may have: "15 phút/lượt".
_UNIT = 5
#: Signs of a list, beside dashes.
BULLETS = frozenset("+•●▪■◦·*")
_MARKS_OF_ITEMS = BULLETS | frozenset("-–")
_SIGNS = frozenset({",", ";", "."})
#: What a line ends in whose sentence goes on.
OPEN_KEYS = frozenset({",", "(", "/", "-", ":", ";", "."})
OPEN = frozenset(
    {"AND", "AMONG", "APART", "PREPOSITION", "EQUALS", "AT_LEAST", "AT_MOST", "MORE", "LESS", "FROM", "TO"}
    | {"RISE", "FALL", "AGAINST", "STRIVE", "EACH", "ABOUT", "DOWN_TO", "UP_TO", "NEVER", "DESCRIBES"}
)  # fmt: skip
#: What a number goes on with, where a line ends in it.
_DATED = frozenset({"YEAR_WORD", "TIME", "PERIOD"})
#: What an item begins with.
BEGINS = frozenset(
    {"RATE", "SUM", "MAKE", "KEEP", "HOLD", "ABSENT", "RISE", "FALL", "STRIVE", "GROWTH_NAME", "FINISH"}
    | {"NEVER", "EACH"}
)  # fmt: skip
#: What names something in front of what is said of it.
_NAMES = frozenset({"ACTOR", "NOUN", "NAME_HEAD"})
_STATING = frozenset({"ABSENT", "HOLD", "ATTAIN"})
#: What a figure or a statement ends in.
_CLOSED = frozenset({"OR_MORE", "OR_LESS", "GRADE", "HONOR", "PREVIOUS", "OCCUR"})


def drop_besides(tokens: list[Token]) -> None:
    """Take out what only joins behind a sign: "…, đồng thời không để xảy ra …"; but not "đồng thời là Trưởng thôn"."""
    for at in range(len(tokens) - 1, -1, -1):
        joins = "BESIDES" in tokens[at].marks and (not at or tokens[at - 1].key in _SIGNS)
        if joins and (at + 1 == len(tokens) or tokens[at + 1].key != BE):
            del tokens[at : at + 2 if _is_comma(tokens, at + 1) else at + 1]


def _is_comma(tokens: list[Token], at: int) -> bool:
    """Whether a comma stands there: "Ngoài ra, …"."""
    return at < len(tokens) and tokens[at].key == ","


def end_lines(source: SourceText, tokens: list[Token], scan: Callable[[str], list[Token]]) -> bool:
    """Set a full stop at each end of a line that a new item follows; whether there is any.

    ``scan`` reads anew what a phrase over the end was taken for: "3.400 con⏎Số bác sĩ" has no "con số".
    """
    given = source.given
    ends = [at for at, char in enumerate(given) if char == "\n"]
    if source.starts is not None:
        ends = [bisect_left(source.starts, at) for at in ends]
    begun = 0  # where the line before begins: its first token
    found = False
    for end in ends:
        at = _first_from(tokens, begun, end)
        if at == len(tokens):
            break
        line = [token for token in tokens[begun:at] if token.text]
        later = bisect_right(ends, end)
        stop = ends[later] if later < len(ends) else len(source.text)
        following = tokens[at : _first_from(tokens, at, stop)]
        begins = source.text[end : end + _LONG].lstrip()[:1].isupper()
        over = line[-1] if begins and line and line[-1].end > end else None
        if over is not None:
            before, behind = _scanned(source, over.start, end, scan), _scanned(source, end, over.end, scan)
            line, following = [*line[:-1], *before], [*behind, *following]
        if _parts(line, [token for token in following if token.start < stop]):
            if over is not None:
                tokens[at - 1 : at] = [*before, *behind]
                at += len(before) - 1
            tokens.insert(at, new_token("SIGN", ".", "", end, end))
            at, found = at + 1, True
        begun = at
    return found


def _first_from(tokens: list[Token], at: int, place: int) -> int:
    """Where, from a token on, those begin that stand at a place or behind it."""
    return next((index for index in range(at, len(tokens)) if tokens[index].start >= place), len(tokens))


def _scanned(source: SourceText, start: int, end: int, scan: Callable[[str], list[Token]]) -> list[Token]:
    tokens = scan(source.text[start:end])
    for token in tokens:
        token.start, token.end = token.start + start, token.end + start
    return tokens


def _parts(line: list[Token], behind: list[Token]) -> bool:
    """Whether the lines before and behind an end are items."""
    if count_words(line) < WORDS or count_words(behind) < WORDS:
        return False
    last, first = line[-1], behind[0]
    if last.type in ("DASH", "SLASH") or last.key in OPEN_KEYS or not last.marks.isdisjoint(OPEN):
        return False
    if first.key in _MARKS_OF_ITEMS or first.key == "(":
        return first.key != "(" or behind[1].type == "NUMBER"
    numbered = first.type == "NUMBER"
    if numbered and not last.marks.isdisjoint(_DATED):
        return False  # "… giai đoạn⏎2026 - 2030"
    if numbered and behind[1].key in (".", ")"):
        return True
    closed = last.key in (")", '"') or not last.marks.isdisjoint(_CLOSED) or _ends_in_figure(line)
    stated = states(line)
    if numbered:  # "… dịch vụ⏎32%" goes on; "… thoát nạn⏎100% hộ gia đình …" does not
        named = any(not token.marks.isdisjoint(_NAMES) for token in behind[1:WORDS])
        had = line[0].key == HAVE and behind[1].type == "PERCENT"  # "Có sân thể thao xã⏎85% phụ nữ …"
        return closed or ((stated or had) and named)
    if not first.text[:1].isupper():
        return False
    if closed or last.end - line[0].start < _LONG:
        return True
    moves = first.key.startswith(f"{FALL} ")  # "Giảm phát thải …"
    return (
        moves
        or not first.marks.isdisjoint(BEGINS)
        or (stated and (first.key == HAVE or states(behind) or not first.marks.isdisjoint(_NAMES)))
    )


def states(line: list[Token]) -> bool:
    """Whether a line holds a figure, what must not be there, or a title that is held or reached."""
    return any(token.type == "NUMBER" or not token.marks.isdisjoint(_STATING) for token in line)


def count_words(tokens: list[Token]) -> int:
    """How many words there are, those of a phrase one by one."""
    return sum(token.text.count(" ") + 1 for token in tokens)


def _ends_in_figure(line: list[Token]) -> bool:
    """ "… 15 phút/lượt", "… 11%/năm": a figure and its unit."""
    return any(token.type == "NUMBER" for token in line[-_UNIT:])
