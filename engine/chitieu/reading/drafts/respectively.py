"""Names and figures in two lists: "A, B và C lần lượt là 92%, 85% và 96%"."""

from __future__ import annotations

from typing import Literal

from chitieu.reading.clause.segments import Figure, content, has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import LISTING

_MOVES: dict[str, Literal["increase", "decrease"]] = {"RISE": "increase", "FALL": "decrease"}


def hand_out_names(figures: list[Figure]) -> None:
    """Give each figure of "A, B và C lần lượt là 92%, 85% và 96%" its own name."""
    first = figures[0]
    if "RESPECTIVELY" not in first.said:
        _take_names_before(figures)
        return
    at = next(index for index, token in enumerate(first.left) if "RESPECTIVELY" in token.marks)
    names: list[list[Token]] = [[]]
    for token in first.left[:at]:
        if token.key in LISTING:
            names.append([])
        else:
            names[-1].append(token)
    listed = [first, *(f for f in figures[1:] if f.joined_by in LISTING and not has_content(f.left))]
    verbs: list[Token] = []
    while names[-1] and names[-1][-1].marks & {"RISE", "FALL", "EQUALS", "DOWN_TO", "UP_TO", "STRIVE"}:
        verbs.insert(0, names[-1].pop())  # "doanh thu và lợi nhuận tăng lần lượt 12% và 15%"
    if len(names) == len(listed) + 1 and names[0] and not has_content(names[0]):
        names[:2] = [[*names[0], *names[1]]]  # "Đến năm 2025, A và B lần lượt …"
    if len(names) != len(listed) or not all(names):
        return
    moved = next((_MOVES[mark] for token in verbs for mark in _MOVES if mark in token.marks), None)
    if marked(verbs, "DOWN_TO", "UP_TO"):  # "giảm A và B xuống còn lần lượt 2% và 3%"
        for figure in listed:
            figure.phrase.reaches = True
        verbs = []
    elif moved is not None:
        for figure in listed:
            figure.phrase.change = figure.phrase.change or moved
        verbs = []
    rate = [token for token in content(names[0], most=1) if "RATE" in token.marks]
    rest = [*verbs, *first.left[at + 1 :]]
    for figure, name in zip(listed, names, strict=True):
        figure.listed = True
        if figure is first:
            figure.left = [*name, *rest]
        else:
            figure.left, figure.head = [*name, *verbs, *figure.left], _head_of(names[0], name) or rate
            if not first.phrase.reaches:
                figure.phrase.change = (
                    figure.phrase.change or first.phrase.change
                )  # "lần lượt tăng 4% và 13%"
            _govern(first, figure)


def _head_of(first: list[Token], name: list[Token]) -> list[Token]:
    """ "Tỷ suất tử vong trẻ em" of "… dưới 1 tuổi và dưới 5 tuổi lần lượt": what stands before the word both have."""
    at = next((at for at, token in enumerate(first) if token.key == name[0].key), 0)
    return first[:at] if has_content(first[:at]) else []


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
