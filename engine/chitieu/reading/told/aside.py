"""Figures of what something is compared with or comes from, set aside: "tăng 2% so với 93% năm 2020", "từ mức 3,5%"."""

from __future__ import annotations

from chitieu.reading.clause.references import change_of
from chitieu.reading.clause.segments import Figure, Segment, account_all, content, has_content
from chitieu.reading.tokens.surroundings import CHANGING
from chitieu.reading.told.wanted import is_said
from chitieu.text.spoken import ATTAINS, BE, FROM_LEVEL, LEVEL_SIGN, TIMES, words

#: A verb, and what changes.
_FEWEST = 2
#: What stands before the figure of what is compared with.
TELLING = frozenset({"AGAINST", "INSTEAD", "FROM"})
FURTHER = frozenset({"MORE", "LESS"})
SETTING_ASIDE = TELLING | FURTHER
#: What there is today, what there was; what changes.
_NOW, _WAS = frozenset(words("NOW")), frozenset({"START", "TERM_START", "PREVIOUS"})
#: What is compared with may be a mean or an aim: "so với mức trung bình 3% của cả nước".
_MEANS = frozenset({"AVERAGE", "COMMON", "WHOLE", "PLAN", "GOAL"})


def set_aside(segment: Segment) -> str | None:
    """Take the figures out of a segment that tell what others are compared with; what the others are then against.

    "So với 3,5% năm 2020, tỷ lệ hộ nghèo giảm 1%", "giảm còn 2% từ mức 3,5% năm 2020", "đạt 60 tạ/ha so với năm 2020
    là 55 tạ/ha", "còn 12 vụ thay vì 15 vụ như hiện nay".
    """
    figures = segment.figures
    kept: list[Figure] = []
    basis: str | None = None
    for at, figure in enumerate(figures):
        lead, left = figure.island.tokens[0], figure.left
        if lead.type != "FROM" and left and left[0].marks.isdisjoint(TELLING):
            kept.append(figure)
            continue
        before = kept[-1] if kept else None
        following = figures[at + 1] if at + 1 < len(figures) else None
        if before is not None:
            told = _is_beside(figure, before, following, segment.references)
        else:
            told = following is not None and _opens_beside(figure, following, segment)
        if not told:
            kept.append(figure)
            continue
        planned = before is not None and before.phrase.basis == "plan"
        account_all(figure, "plan" if planned else "past")
        basis = basis or _basis_behind(figure)
        if before is not None and before.phrase.change and before.phrase.basis is None:
            before.phrase.basis = basis
        if before is None and following is not None:
            following.joined_by = ""
    segment.figures = kept
    return basis


def _is_beside(figure: Figure, before: Figure, following: Figure | None, references: list[Figure]) -> bool:
    """Whether a figure tells what the one before it is compared with, or comes from."""
    left, leads = figure.left, figure.island.tokens
    if leads[0].type == "FROM":
        if has_content(left) or figure.joined_by not in ("", ",") or _goes_on_moving(following):
            return False
        return comes_from(figure, before)
    if _is_further(figure, before):
        return True
    if not is_amount_alone(figure) or before.phrase.amount is None:
        return False
    level = before.phrase.change is None and is_of_unit(figure, before)
    being = leads[0].key == BE or (level and (leads[0].key == ATTAINS or leads[0].type == "NUMBER"))
    if not left and figure.joined_by == ",":  # "đạt 60 tỷ đồng, so với dự toán 55 tỷ đồng"
        return level and being and any(before.end < other.start < figure.start for other in references)
    if figure.joined_by:
        return False
    if (
        not left and before.right and "AGAINST" in before.right[-1].marks
    ):  # "đạt 95%, tăng 2% so với 93% năm 2020"
        left, before.right = before.right[-1:], before.right[:-1]
    if not left:
        return being and any(token.type == "AGAINST" for token in before.island.tokens[-3:])
    if "INSTEAD" in left[0].marks:
        return is_of_unit(figure, before)
    if "AGAINST" not in left[0].marks:
        return False
    return is_of_unit(figure, before) or before.phrase.change is not None or _multiplies(before)


def _is_further(figure: Figure, before: Figure) -> bool:
    """ "…, tăng từ mức 86,5 điểm của năm 2025", "…, cao hơn mức 43,6% của năm 2025": from where a level is reached."""
    lead, leads, phrase = figure.island.tokens[0], figure.island.tokens[1:2], figure.phrase
    rises, falls = not lead.marks.isdisjoint(("RISE", "MORE")), not lead.marks.isdisjoint(("FALL", "LESS"))
    if rises == falls or figure.left or not leads or phrase.closing or phrase.high or before.phrase.change:
        return False
    if leads[0].type != "FROM" and leads[0].key != LEVEL_SIGN:
        return False
    ours, theirs = phrase.amount, before.phrase.amount
    if ours is None or theirs is None or ours.unit != theirs.unit or not was_before(figure):
        return False
    return ours.value < theirs.value if rises else ours.value > theirs.value


def _opens_beside(figure: Figure, following: Figure, segment: Segment) -> bool:
    """Whether a sentence opens with what its figures are compared with, or come from."""
    if following.joined_by != ",":
        return False
    if figure.island.tokens[0].type == "FROM":
        named = has_content(figure.left) or not has_content(following.left)
        return not named and _is_dated(figure) and comes_from(figure, following)
    if not is_amount_alone(figure):
        return False
    if not figure.left:  # "So với đầu nhiệm kỳ (15 ngày), …"
        against = segment.references[0] if segment.references else None
        return against is not None and not against.left and against.end < figure.start
    against_first = "AGAINST" in figure.left[0].marks
    return against_first and all(not token.marks.isdisjoint(_MEANS) for token in figure.left[1:])


def is_amount_alone(figure: Figure) -> bool:
    """Whether a figure is an amount alone: no change, no bound, nothing that it is against."""
    return figure.phrase.amount is not None and figure.phrase.basis is None and is_said(figure)


def is_of_unit(figure: Figure, other: Figure) -> bool:
    """Whether two figures have the same unit."""
    ours, theirs = figure.phrase.amount, other.phrase.amount
    return ours is not None and theirs is not None and ours.unit == theirs.unit


def _multiplies(figure: Figure) -> bool:
    amount = figure.phrase.amount
    return amount is not None and amount.unit.startswith(TIMES)


def _goes_on_moving(following: Figure | None) -> bool:
    """ "từ 87% (tháng 7/2024) lên 95%": whether the figure behind one is what it moves to."""
    if following is None or following.joined_by:
        return False
    return not following.island.tokens[0].marks.isdisjoint({"UP_TO", "DOWN_TO"})


def comes_from(figure: Figure, moved: Figure) -> bool:
    """Whether "từ" and a figure tell where another comes from, and no least: "tăng lên 95% từ 88% năm 2020"."""
    phrase = figure.phrase
    if phrase.op != ">=" or phrase.closing or phrase.compared or phrase.high is not None or phrase.strive:
        return False
    if any(token.type == "FROM" for token in moved.island.tokens):
        return False  # "từ 1% năm 2023, từ 1,5% năm 2024": one least beside another
    dated = _is_dated(figure)
    if is_of_unit(figure, moved) and moved.phrase.change is None:
        return parts_from(figure, moved) if moved.phrase.reaches else dated
    changes = moved.phrase.change is not None or not moved.said.isdisjoint(CHANGING)
    return changes and dated


def _is_dated(figure: Figure) -> bool:
    """Whether a figure says that it is one of before, or of today."""
    return figure.island.tokens[0].key == FROM_LEVEL or was_before(figure)


def was_before(figure: Figure) -> bool:
    """Whether a time that is over, or the present, stands behind a figure: "từ 3,5% năm 2020", "15 vụ hiện nay"."""
    for token in figure.right[:2]:
        if token.account == "year":
            return "DEADLINE" not in token.marks
        if not token.marks.isdisjoint(_WAS) or token.key in _NOW:
            return True
    return False


def parts_from(figure: Figure, moved: Figure) -> bool:
    """Whether a figure lies on the side that a level comes from: above one that is fallen to, below one risen to."""
    ours, theirs = figure.phrase.amount, moved.phrase.amount
    if ours is None or theirs is None or f"{theirs.unit}/".removeprefix(f"{ours.unit}/") == f"{theirs.unit}/":
        return False  # but "65 triệu đồng lên 72 triệu đồng/người"
    if (moved.phrase.moved or figure.phrase.change) == "decrease":
        return ours.value > theirs.value
    return ours.value < theirs.value


def _basis_behind(figure: Figure) -> str | None:
    """The time of a figure that others are compared with, as a basis."""
    for token in figure.right[:2]:
        if token.account == "year" and token.value is not None:
            return f"year:{token.value}"
        if "TERM_START" in token.marks:
            return "term_start"
        if "PREVIOUS" in token.marks:
            return "previous"
    return None


def changes_against(figure: Figure) -> None:
    """Make "giảm so với mức 3,5% năm 2020" a change of no amount: its figure is what there was."""
    left = figure.left
    if not left or "AGAINST" not in left[-1].marks or not is_amount_alone(figure) or figure.phrase.equals:
        return
    words = left[:-1]
    verb = next((token for token in words[-1:] if not token.marks.isdisjoint(CHANGING)), None)
    if verb is None:
        verb = next(iter(content(words)), None)
    if verb is None or verb.marks.isdisjoint(CHANGING) or len(words) < _FEWEST:
        return
    account_all(figure, "past")
    figure.phrase.amount = figure.phrase.high = None
    figure.phrase.change = change_of(verb)
    figure.phrase.basis = _basis_behind(figure)
    figure.left = words
    while figure.right and (figure.right[0].key in _NOW or _basis_behind(figure) is not None):
        figure.right = figure.right[1:]  # it is no time of what is wanted
