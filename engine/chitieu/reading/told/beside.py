"""What a figure is compared with, told by its own figure: "đạt 12%, cao hơn mức kế hoạch là 8%"."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from chitieu.reading.clause.references import change_of
from chitieu.reading.clause.segments import Figure, Segment, account_all, content, has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.text.spoken import ATTAINS, BE, EXCEED, FROM_LEVEL, LEVEL_SIGN, SAME_PERIOD, TIMES, words

#: What compares, and of these what a result does more often than an aim.
_COMPARING, _FALLING_SHORT = ("MORE", "LESS", "AT_LEAST", "RISE", "FALL"), ("LESS", "AT_LEAST")
_COUNTS = frozenset(words("COUNT"))
_CRITERIA = frozenset(words("CRITERION"))
_REACHING = frozenset({ATTAINS, EXCEED})
#: What is compared with is at least half as much, and at most twice.
_TWICE = 2
#: So near before "là" stands the plan, and perhaps its year.
_NEAR = 3

#: A verb, and what changes.
_FEWEST = 2
_MEAN, _PLACED = frozenset({"AVERAGE", "COMMON"}), frozenset({"WHOLE", "ACTOR", "PREPOSITION", "DESCRIBES"})
_ELSEWHERE, _FEW = tuple(f"{place} " for place in words("ELSEWHERE")), 4

#: What stands before the figure of what is compared with.
TELLING = frozenset({"AGAINST", "INSTEAD", "FROM"})
_FURTHER = frozenset({"MORE", "LESS"})
SETTING_ASIDE = TELLING | _FURTHER
#: What leads to the figure of what is compared with in brackets.
_BEING = frozenset({BE, ATTAINS, ":"})
#: What behind "so với" ends what is compared with, or is a plan; so near behind it a bracket opens.
_NOT_BASE, _TAIL = frozenset({"RISE", "FALL", "EQUALS", "PLAN"}), 5
#: What a share is no part of: what is a share itself, or is against something else.
_OF_ITSELF, _HUNDRED = frozenset({"RATE", "PLAN", "AGAINST"}), 100
_REACHED = frozenset({"=", ">", ">="})
_CARRIED_OUT, _YEARS = frozenset(words("CARRIED_OUT_BEFORE")), frozenset({"year", "unread"})
#: What there is today, what there was; what changes.
_NOW, _WAS = frozenset(words("NOW")), frozenset({"START", "TERM_START", "PREVIOUS"})
_MOVING = frozenset({"RISE", "FALL"})
#: What is compared with may be a mean or an aim: "so với mức trung bình 3% của cả nước".
_MEANS = frozenset({"AVERAGE", "COMMON", "WHOLE", "PLAN", "GOAL"})

#: Whose figure it is: of the plan; of the plan that a result is beside; of an earlier time, or a difference; surely
#: a difference.
Mark = Literal["plan", "plan of a result", "earlier", "difference"]
#: How a thing is bounded from below, and from above.
_FLOORS, _CEILINGS = frozenset({">", ">="}), frozenset({"<", "<="})


def mark_of(figures: list[Figure], position: int) -> Mark | None:
    """Whose figure stands behind "là", where what stands before it compares: see the head of this file."""
    figure, before = figures[position], figures[position - 1]
    words = figure.island.tokens
    at = next((at for at, token in enumerate(words) if token.key == BE), None)
    if at is None or not position:
        return None
    compared: list[Token] = [*figure.left, *words[:at]]
    host, basis = before, None
    if before.phrase.amount is None:
        alone = not compared or (before.island is figure.island and not figure.left)
        if position == 1 or not alone or figure.joined_by:
            return None
        compared, host, basis = before.island.tokens, figures[position - 2], before.phrase.basis
    if not _counts_alike(figure, host):
        return None
    alike = is_much_alike(figure, host)
    if basis is not None and basis != "plan":
        return "earlier" if alike else None
    if basis is None and not marked(compared[-_NEAR:], "PLAN"):
        return None  # "vượt kế hoạch, diện tích chăm sóc là 120 ha"
    reached = bool(compared) and compared[0].key in _REACHING
    if not (reached or marked(compared[:1], *_COMPARING)):
        return None
    if not alike:
        return "difference"  # "đạt 5.200 tấn, cao hơn kế hoạch là 400 tấn"
    wanted = host.phrase.strive or "STRIVE" in host.said or basis is not None
    told = reached or marked(compared[:1], *_FALLING_SHORT)
    return "plan of a result" if told and not wanted else "plan"


def changes_what_is_reached(figure: Figure, following: Figure) -> bool:
    """ "thu ngân sách đạt trên 600 tỷ đồng tăng 10% so với năm trước": a level, and how much it changes to it.

    But not "số hộ có thu nhập đạt trên 100 triệu đồng tăng 10%": what those have who are counted.
    """
    amount, phrase = figure.phrase.amount, figure.phrase
    told = following.phrase
    share = told.equals and not (told.reaches or told.strive) and told.basis is not None
    if told.reaches or has_content(following.left) or not (told.change or told.exceeds or share):
        return False
    changed = told.amount
    if amount is None or changed is None or amount.noun in _CRITERIA:
        return False
    if not (_is_against(following) or changed.unit in ("%", amount.unit)):
        return False
    named = content(figure.left)
    if not named or phrase.change or phrase.rank or has_content(figure.right):
        return False
    if "RATE" in named[0].marks:
        return amount.unit[:1] in ("%", "‰")
    counts = named[0].key in _COUNTS
    subject = named[1:2] if counts else named[:1]
    if not marked(subject, "NOUN"):
        return not counts or bool(subject)
    alike = not counts or amount.noun.split(" ")[0] in " ".join([token.key for token in subject]).split(" ")
    return bool(amount.noun) and alike and "PROPERTY" not in figure.said


def _is_against(figure: Figure) -> bool:
    """Whether a figure says what it is compared with."""
    return figure.phrase.basis is not None or marked(figure.right[:1], "AGAINST")


def _counts_alike(figure: Figure, host: Figure) -> bool:
    ours, theirs = figure.phrase.amount, host.phrase.amount
    changes = host.phrase.change is not None and not (host.phrase.reaches or host.phrase.moved)
    return ours is not None and theirs is not None and ours.unit == theirs.unit and not changes


def is_much_alike(figure: Figure, host: Figure) -> bool:
    """Whether two figures may be levels of one thing, rather than a level and a difference."""
    ours, theirs = figure.phrase.amount, host.phrase.amount
    if ours is None or theirs is None:
        return False
    low, high = sorted((Fraction(ours.value), Fraction(theirs.value)))
    return low > 0 and high <= low * _TWICE


def tells_of_elsewhere(figure: Figure) -> bool:
    """ "đạt 31,5 m2/người (cả nước dự kiến đạt 30)": what it is in the whole country, which the host is beside."""
    if not figure.left or figure.phrase.strive or figure.phrase.reaches or "STRIVE" in figure.said:
        return False
    opening = " ".join([token.key for token in figure.left[:_FEW]])
    if not figure.left[0].marks.isdisjoint(_MEAN) and len(figure.left) > 1:  # "(bình quân cả tỉnh: 72%)"
        placed = all(not token.marks.isdisjoint(_PLACED) for token in figure.left[1:])
        return placed and not (figure.phrase.compared or figure.phrase.change)
    return f"{opening} ".startswith(_ELSEWHERE)


def may_be_elsewhere(figure: Figure) -> bool:
    """ "còn 3% (toàn tỉnh 4,2%)": what it is in all of a larger place, or what is wanted there."""
    phrase, left = figure.phrase, figure.left
    if len(left) != 1 or left[0].marks.isdisjoint({"WHOLE", "COMMON"}):
        return False
    worded = phrase.compared or phrase.closing or phrase.change or phrase.reaches or phrase.strive
    return not worded and phrase.high is None


def set_aside(segment: Segment) -> str | None:
    """Take the figures out of a segment that tell what others are compared with; what the others are then against.

    "So với 3,5% năm 2020, tỷ lệ hộ nghèo giảm 1%", "giảm còn 2% từ mức 3,5% năm 2020", "đạt 60 tạ/ha so với năm 2020
    là 55 tạ/ha", "còn 12 vụ thay vì 15 vụ như hiện nay".
    """
    figures, kept = segment.figures, list[Figure]()
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
    if not _is_plain(figure) or before.phrase.amount is None:
        return False
    level = before.phrase.change is None and _is_of_unit(figure, before)
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
        return _is_of_unit(figure, before)
    if "AGAINST" not in left[0].marks:
        return False
    return _is_of_unit(figure, before) or before.phrase.change is not None or _multiplies(before)


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
    if not _is_plain(figure):
        return False
    if not figure.left:  # "So với đầu nhiệm kỳ (15 ngày), …"
        against = segment.references[0] if segment.references else None
        return against is not None and not against.left and against.end < figure.start
    against_first = "AGAINST" in figure.left[0].marks
    return against_first and all(not token.marks.isdisjoint(_MEANS) for token in figure.left[1:])


def _is_plain(figure: Figure) -> bool:
    phrase = figure.phrase
    if phrase.amount is None or phrase.change or phrase.compared or phrase.closing or phrase.strive:
        return False
    return not phrase.reaches and phrase.basis is None


def _is_of_unit(figure: Figure, other: Figure) -> bool:
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
    if _is_of_unit(figure, moved) and moved.phrase.change is None:
        return parts_from(figure, moved) if moved.phrase.reaches else dated
    changes = moved.phrase.change is not None or not moved.said.isdisjoint(_MOVING)
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
    if ours is None or theirs is None or ours.unit != theirs.unit:
        return False
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
    if not left or "AGAINST" not in left[-1].marks or not _is_plain(figure) or figure.phrase.equals:
        return
    words = left[:-1]
    verb = next((token for token in words[-1:] if not token.marks.isdisjoint(_MOVING)), None)
    if verb is None:
        verb = next(iter(content(words)), None)
    if verb is None or verb.marks.isdisjoint(_MOVING) or len(words) < _FEWEST:
        return
    account_all(figure, "past")
    figure.phrase.amount = figure.phrase.high = None
    figure.phrase.change = change_of(verb)
    figure.phrase.basis = _basis_behind(figure)
    figure.left = words
    while figure.right and (figure.right[0].key in _NOW or _basis_behind(figure) is not None):
        figure.right = figure.right[1:]  # it is no time of what is wanted


def is_of_reference(segment: Segment) -> bool:
    """ "còn 2% (so với năm 2020 là 3,5%)": whether a bracket tells the figure of what it compares with."""
    against, figure = segment.references[0], segment.figures[0]
    if len(segment.figures) > 1 or against.left or against.end > figure.start or figure.left:
        return False
    return _is_plain(figure) and figure.island.tokens[0].key in _BEING


def says_again(figure: Figure) -> bool:
    """ "tăng 10% so với dự toán (đạt 600 tỷ đồng)": what is reached so, and not the plan's own figure."""
    words = (*figure.left[:1], *figure.island.tokens[:1])
    return figure.phrase.reaches or any(token.key == ATTAINS or "RESTATE" in token.marks for token in words)


def may_have_base(host: Figure, told: list[Figure]) -> bool:
    """Whether the amount of what is compared with may stand behind a figure: behind a share, a multiple, a level."""
    amount = host.phrase.amount
    if amount is None:
        return not host.inside.isdisjoint(_FURTHER)  # "cao hơn năm 2025 (43,6%)"
    if amount.unit[:1] in ("%", "‰") or amount.unit.startswith(TIMES):
        return True
    level = host.phrase.reaches or (host.phrase.change is None and host.said.isdisjoint(_MOVING))
    return level and bool(told) and all(_is_of_unit(figure, host) for figure in told)


def follows_base(host: Figure, bracket: Segment) -> bool:
    """ "đạt 60 tạ/ha so với bình quân cả nước (56 tạ/ha)": whether what is compared with ends where a bracket opens."""
    start = bracket.figures[0].start if bracket.figures else 0
    behind = [token for token in host.right if token.end <= start][-_TAIL:]
    at = next((at for at, token in enumerate(behind) if "AGAINST" in token.marks), len(behind))
    named = behind[at + 1 :]
    return bool(named) and all(t.type != "SIGN" and t.marks.isdisjoint(_NOT_BASE) for t in named)


def take_base(figure: Figure) -> None:
    """Read what a share or a multiple is one of, right behind it: "đạt 110% năm 2022", "gấp 1,5 lần kế hoạch".

    A share of an amount above a hundred is one of what there was; so is any that names what was carried out.
    """
    right, phrase, amount = figure.right, figure.phrase, figure.phrase.amount
    if phrase.change is not None or amount is None or not figure.said.isdisjoint(_OF_ITSELF):
        return
    multiple = amount.unit.startswith(TIMES) and (phrase.times or phrase.equals)
    carried = right[0].key in _CARRIED_OUT and len(right) > 1
    token = right[1] if carried else right[0]
    if "DEADLINE" in token.marks or not (multiple or has_content(figure.left)):
        return
    beyond = phrase.op in _REACHED and amount.value > _HUNDRED
    sure = carried or multiple or beyond
    if carried and token.key.isdecimal() and token.account in _YEARS:
        token.account, phrase.basis = "year", f"year:{token.key}"
    elif token.account == "year" and token.value is not None:
        phrase.basis = f"year:{token.value}" if sure else None
    elif "PREVIOUS" in token.marks:
        phrase.basis = "previous" if sure or phrase.approximate or token.key.startswith(SAME_PERIOD) else None
    elif "TERM_START" in token.marks:
        phrase.basis = "term_start" if sure else None
    elif multiple and "PLAN" in token.marks:
        phrase.basis = "plan"
    if phrase.basis is not None:
        figure.right = right[2 if carried else 1 :]


def is_amount_or_base(figure: Figure) -> bool:
    """ "giảm so với năm 2021 là 40 vụ": whether a figure is as well what something falls by as what it falls from.

    A percentage of an amount is surely the first: "thu ngân sách tăng so với năm 2021 là 8%".
    """
    phrase, amount = figure.phrase, figure.phrase.amount
    if phrase.change is None or not phrase.equals or phrase.basis is None or amount is None:
        return False
    lead = figure.island.tokens[0]
    if lead.key != BE or not figure.inside.isdisjoint(_MOVING):
        return False
    return amount.unit != "%" or "RATE" in figure.said


def bound_one_thing(lower: Figure, upper: Figure) -> bool:
    """ "(tối thiểu 3 ngày; tối đa 5 ngày)", "3 ngày ≤ thời gian ≤ 5 ngày": the one from below, the other from above."""
    if lower.phrase.op not in _FLOORS or upper.phrase.op not in _CEILINGS or upper.phrase.high is not None:
        return False
    first, second = lower.phrase.amount, upper.phrase.amount
    if first is None or second is None or first.unit != second.unit or not first.unit:
        return False
    return lower.island.turned or not (has_content(lower.right) or has_content(upper.left))
