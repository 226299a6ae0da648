"""What a figure is compared with, told by its own figure: "đạt 12%, cao hơn mức kế hoạch là 8%"."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from chitieu.reading.clause.segments import Figure, Segment, content, has_content
from chitieu.reading.phrases.baselines import CARRIED_OUT
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import CHANGING
from chitieu.reading.told.aside import FURTHER, is_amount_alone, is_of_unit
from chitieu.reading.told.wanted import is_said
from chitieu.text.spoken import ATTAINS, BE, EXCEED, SAME_PERIOD, STEP, TIMES, words

_PLACES = frozenset(words("PLACE_NOUN"))
#: What compares, and of these what a result does more often than an aim.
_COMPARING, _FALLING_SHORT = ("MORE", "LESS", "AT_LEAST", "RISE", "FALL"), ("LESS", "AT_LEAST")
_COUNTS = frozenset(words("COUNT"))
_CRITERIA = frozenset(words("CRITERION"))
_REACHING = frozenset({ATTAINS, EXCEED})
#: What is compared with is at least half as much, and at most twice.
_TWICE = 2
#: So near before "là" stands the plan, and perhaps its year.
_NEAR = 3
_MEAN, _PLACED = frozenset({"AVERAGE", "COMMON"}), frozenset({"WHOLE", "ACTOR", "PREPOSITION", "DESCRIBES"})
_ELSEWHERE, _FEW = tuple(f"{place} " for place in words("ELSEWHERE")), 4
#: What leads to the figure of what is compared with in brackets.
_BEING = frozenset({BE, ATTAINS, ":"})
#: What behind "so với" ends what is compared with, or is a plan; so near behind it a bracket opens.
_NOT_BASE, _TAIL = frozenset({"RISE", "FALL", "EQUALS", "PLAN"}), 5
#: What a share is no part of: what is a share itself, or is against something else.
_OF_ITSELF, _HUNDRED = frozenset({"RATE", "PLAN", "AGAINST"}), 100
_REACHED = frozenset({"=", ">", ">="})
_YEARS = frozenset({"year", "unread"})
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
    left = figure.left
    if len(left) != 1 or left[0].marks.isdisjoint({"WHOLE", "COMMON"}):
        return False
    return is_said(figure) and figure.phrase.high is None


def is_of_reference(segment: Segment) -> bool:
    """ "còn 2% (so với năm 2020 là 3,5%)": whether a bracket tells the figure of what it compares with."""
    against, figure = segment.references[0], segment.figures[0]
    if len(segment.figures) > 1 or against.left or against.end > figure.start or figure.left:
        return False
    return is_amount_alone(figure) and figure.island.tokens[0].key in _BEING


def says_again(figure: Figure) -> bool:
    """ "tăng 10% so với dự toán (đạt 600 tỷ đồng)": what is reached so, and not the plan's own figure."""
    words = (*figure.left[:1], *figure.island.tokens[:1])
    return figure.phrase.reaches or any(token.key == ATTAINS or "RESTATE" in token.marks for token in words)


def _is_place(figure: Figure) -> bool:
    """ "tăng 4 bậc so với năm 2023 (hạng 19)"; "(xếp hạng 19)" may be the place that is reached."""
    return figure.phrase.rank and any(token.key in _PLACES for token in figure.island.tokens)


def may_have_base(host: Figure, told: list[Figure]) -> bool:
    """Whether the amount of what is compared with may stand behind a figure: behind a share, a multiple, a level."""
    amount = host.phrase.amount
    if amount is None:
        return not host.inside.isdisjoint(FURTHER)  # "cao hơn năm 2025 (43,6%)"
    if amount.unit[:1] in ("%", "‰") or amount.unit.startswith(TIMES):
        return True
    if amount.unit == STEP and told:
        least = host.phrase.op in (">", ">=")  # of no exact rise a place is where it starts from
        return all(_is_place(figure) or (least and figure.phrase.rank) for figure in told)
    level = host.phrase.reaches or (host.phrase.change is None and host.said.isdisjoint(CHANGING))
    return level and bool(told) and all(is_of_unit(figure, host) for figure in told)


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
    carried = right[0].key in CARRIED_OUT and len(right) > 1
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
    if lead.key != BE or not figure.inside.isdisjoint(CHANGING):
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
