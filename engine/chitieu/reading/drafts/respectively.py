"""Names and figures in two lists: "A, B và C lần lượt là 92%, 85% và 96%"."""

from __future__ import annotations

from typing import Literal, TypeAlias

from chitieu.reading.clause.segments import DATED, Figure, content, has_content
from chitieu.reading.tokens.scanner import Token, keyed, marked
from chitieu.reading.tokens.surroundings import LISTING
from chitieu.text.spoken import GET, words

_SEVERAL = frozenset(words("SEVERAL"))
_VERBS = frozenset({"RISE", "FALL", "DOWN_TO", "UP_TO", "STRIVE"})
_LEADING = _VERBS | {"EQUALS"}
_Names: TypeAlias = list[list[Token]]
#: The figures of a list, each with its name.
Named: TypeAlias = list[tuple[Figure, list[Token]]]
_MOVES: dict[str, Literal["increase", "decrease"]] = {"RISE": "increase", "FALL": "decrease"}


def hand_out_names(figures: list[Figure], before: Named) -> Named:
    """Give each figure of "A, B và C lần lượt là 92%, 85% và 96%" its own name.

    ``before`` are those that an earlier segment named: "…; đến năm 2030 lần lượt là 95%, 90% và 98%". Those that it
    may be said of from here on.
    """
    first = figures[0]
    if "RESPECTIVELY" not in first.said:
        _take_names_before(figures)
        return before
    if _only_respectively(first.left):
        for round_ in _rounds(figures):
            if len(round_) == len(before):
                _name_again(round_, before)
        return before
    at = _place_of(first)
    names: list[list[Token]] = [[]]
    for token in first.left[:at]:
        if token.key in LISTING:
            names.append([])
        else:
            names[-1].append(token)
    listed, *again = _rounds(figures)
    verbs: list[Token] = []
    time: list[Token] = []
    while names[-1] and (_is_time(names[-1][-1]) or not names[-1][-1].marks.isdisjoint(_LEADING)):
        last = names[-1].pop()  # "doanh thu và lợi nhuận tăng lần lượt 12% và 15%"
        if _is_time(last):
            time.insert(0, last)
        elif not last.marks.isdisjoint(_VERBS):
            verbs.insert(0, last)
    if len(names) == len(listed) + 1 and names[0] and not has_content(names[0]):
        names[:2] = [[*names[0], *names[1]]]  # "Đến năm 2025, A và B lần lượt …"
    if len(names) != len(listed):
        return []
    if time and not names[-1]:
        _hand_out_times(listed, [*names[:-1], time])
    if not all(names):
        return []
    while _is_time(names[0][0]) and has_content(names[0]):
        time.append(names[0].pop(0))
    if _share_an_end(names):
        names = [[*names[0], *names[-1]]] * len(names)
    moved = next((_MOVES[mark] for token in verbs for mark in _MOVES if mark in token.marks), None)
    if marked(verbs, "DOWN_TO", "UP_TO"):  # "giảm A và B xuống còn lần lượt 2% và 3%"
        for figure in listed:
            figure.phrase.reaches = True
        verbs = []
    elif moved is not None:
        for figure in listed:
            figure.phrase.change = figure.phrase.change or moved
        verbs = []
    rest = [*verbs, *first.left[at + 1 :]]
    for figure, name in zip(listed, names, strict=True):
        figure.listed = True
        if figure is first:
            figure.left = [*time, *name, *rest]
        else:
            figure.left, figure.head = [*time, *name, *verbs, *figure.left], _head_of(names[0], name)
            if not first.phrase.reaches:
                figure.phrase.change = (
                    figure.phrase.change or first.phrase.change
                )  # "lần lượt tăng 4% và 13%"
            _govern(first, figure)
    named = list(zip(listed, names, strict=True))
    for figures_again in again:
        if len(figures_again) == len(names):
            _name_again(figures_again, named)
    return named


def _hand_out_times(figures: list[Figure], names: _Names) -> None:
    """ "Tỷ lệ che phủ rừng năm 2025 và năm 2030 lần lượt đạt 42% và 43%": one name, and each figure at its own time."""
    named = [token for token in names[0] if not _is_time(token)]
    times = [[token for token in names[0] if _is_time(token)], *names[1:]]
    if named and named[-1].key in _SEVERAL:
        named.pop()  # "tỷ lệ đô thị hóa các năm 2025, 2030"
    if not has_content(named) or any(has_content(time) or not time for time in times):
        return
    for figure, time in zip(figures, times, strict=True):
        figure.left, figure.listed = [*time, *named], True


def _is_time(token: Token) -> bool:
    return token.type == "TIME" or token.account in DATED


def _place_of(figure: Figure) -> int:
    return next(at for at, token in enumerate(figure.left) if "RESPECTIVELY" in token.marks)


def _rounds(figures: list[Figure]) -> list[list[Figure]]:
    """The figures of "A và B đến năm 2025 lần lượt đạt 60% và 40%, đến năm 2030 lần lượt đạt 70% và 50%", by rounds."""
    rounds = [figures[:1]]
    for figure in figures[1:]:
        if figure.joined_by not in LISTING or has_content(figure.left):
            if not _only_respectively(figure.left):
                break
            rounds.append([figure])
        elif len(rounds) > 1 and figure.left:
            break
        else:
            rounds[-1].append(figure)
    return rounds


def _only_respectively(left: list[Token]) -> bool:
    return marked(left, "RESPECTIVELY") and all("RESPECTIVELY" in token.marks for token in content(left))


def _name_again(figures: list[Figure], named: Named) -> None:
    """Give the figures of a later round the names of the first, in their order, each at its own time."""
    time = [token for token in figures[0].left if _is_time(token)]
    first = named[0][1]
    for figure, (before, name) in zip(figures, named, strict=True):
        figure.head = _head_of(first, name) if name is not first else []
        figure.left, figure.listed = [*time, *name], True
        _govern(before, figure)


def _share_an_end(names: _Names) -> bool:
    """ "Tỷ trọng gia súc và gia cầm được giết mổ", "viện phí, học phí không dùng tiền mặt": what is told of both."""
    told = keyed(names[-1], GET) or marked(names[-1][1:], "NEVER")
    return told and not any(keyed(name, GET) or marked(name, "NEVER") for name in names[:-1])


def _head_of(first: list[Token], name: list[Token]) -> list[Token]:
    """ "Tỷ suất tử vong trẻ em" of "… dưới 1 tuổi và dưới 5 tuổi lần lượt": what stands before the word both have."""
    at = next((at for at, token in enumerate(first) if token.key == name[0].key), 0)
    if has_content(first[:at]):
        return first[:at]
    if name[0] is first[0] or "RATE" in name[0].marks:
        return []
    return [token for token in content(first, most=1) if "RATE" in token.marks]


def _take_names_before(figures: list[Figure]) -> None:
    """ "doanh thu 640 tỷ đồng, lợi nhuận 52 tỷ đồng, lần lượt tăng 8% và 25%": of those before, in their order."""
    alone = (
        at
        for at, each in enumerate(figures)
        if each.left and all("RESPECTIVELY" in t.marks for t in each.left)
    )
    at = next(alone, 0)
    named, listed = figures[:at], figures[at:]
    if len(named) != len(listed) or any(has_content(figure.left) for figure in listed[1:]):
        return
    if all(has_content(figure.left) for figure in named):
        for figure, before in zip(listed, named, strict=True):
            figure.left = list(before.left)
            figure.phrase.change = figure.phrase.change or listed[0].phrase.change


def _govern(first: Figure, figure: Figure) -> None:
    """ "A và B lần lượt không quá 250 phút và 3 lần": the comparator of a list governs those that have none."""
    bound, phrase = first.phrase, figure.phrase
    if not bound.compared or bound.op == "range" or phrase.op != "=":
        return
    if not (phrase.compared or phrase.closing or phrase.equals or phrase.strive or phrase.approximate):
        phrase.op, phrase.compared, phrase.comparator = bound.op, True, bound.comparator
        figure.governed = True
