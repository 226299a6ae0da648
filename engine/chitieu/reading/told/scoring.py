"""Points that are given or taken for what is reached: the rules of a scheme, of which nothing is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chitieu.reading.clause.segments import DATED, Figure, Segment, account_all
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import closing_bracket, sentence_start
from chitieu.target import Target
from chitieu.text.source import SourceText
from chitieu.text.spoken import EACH_TIME, GET, HAVE, POINT, STEP

#: What may stand behind the points that a criterion earns, and what of a rank says that they are its own.
_BEHIND, _RANKED = frozenset({";", ".", ",", "(", ")", "|"}), ("RANK", "TOP")
_OWN_POINTS = frozenset({POINT, STEP})
#: What a band of a scale begins with, which names nothing: "từ 90 đến dưới 95%: 7 điểm".
_STEERING = frozenset(
    {
        "FROM",
        "TO",
        "LESS",
        "MORE",
        "AT_LEAST",
        "AT_MOST",
        "OR_MORE",
        "OR_LESS",
        "RISE",
        "FALL",
        "EQUALS",
        "PLAN",
    }
)
#: What is wanted is no rule for points.
_AIMING = frozenset({"STRIVE", "AIMED"})
#: What makes a criterion without a figure: something must not be there.
_DENYING = ("ABSENT", "NEVER")
#: What is done or attained, which has no points of its own.
_DOING = frozenset({"TASK", "TENDS", "CARRIES", "MAKE", "ATTAIN", "HOLD", "KEEP"})
#: So near before the points the verb stands: "cộng thêm 2 điểm", "tối đa cộng 10 điểm".
_NEAR = 2
#: A criterion and a sign stand before points.
_FEW = 2


@dataclass(slots=True, eq=False)
class Scored:
    """A criterion, by where its words begin and end, and the points that it earns.

    ``headed``: it may be a heading, "Công tác y tế (05 điểm)". ``band``: one more step of the scale before it.
    """

    start: int
    end: int
    points: Token
    headed: bool
    band: bool


def without_points(tokens: list[Token]) -> tuple[list[Token], list[Scored]]:
    """The tokens without the points that criteria earn, which describe, and those criteria.

    "Thu ngân sách đạt 100% dự toán: 30 điểm; cứ vượt 1% cộng 0,5 điểm", "không có đơn thư vượt cấp: 03 điểm (cứ 01 vụ
    trừ 0,5 điểm)", "rộng tối thiểu 3,5 m (5 điểm)", "đạt 95% trở lên - tối đa 20 điểm". Not "Chỉ số CCHC: 85 điểm", nor
    "PAPI xếp thứ 12: 44,5 điểm" and "PCI năm 2025 đạt 68 điểm, năm 2026: 70 điểm", whose points are what is wanted.
    """
    kept: list[Token] = []
    scored: list[Scored] = []
    rules = any("SCORES" in token.marks for token in tokens)
    named: set[str] = set()
    begun = 0
    for at, token in enumerate(tokens):
        if at < begun:
            continue
        if rules and token.key == "(" and (end := _rule_ends(tokens, at)):
            kept += tokens[begun:at]
            begun = end
        if at < _FEW or token.key != POINT or tokens[at - 1].type != "NUMBER":
            continue
        sign = at - 2 - marked(tokens[at - 2 : at - 1], "AT_MOST")
        start = sentence_start(tokens, sign)
        if start >= sign or not (at + 1 == len(tokens) or tokens[at + 1].key in _BEHIND):
            continue
        words = tokens[start:sign]
        headed = tokens[sign].key == "(" and at + 1 < len(tokens) and tokens[at + 1].key == ")"
        if headed and tokens[at - 1].account != "count":
            continue
        if not headed and not (_leads_to_points(tokens, sign) and may_earn_points(words, rules=rules)):
            continue
        if not headed:
            tokens[at - 1].account = "description"
        band = len(scored) > 0 and all(
            word.type != "WORD" or word.marks & _STEERING or word.key in named for word in words
        )
        named = {word.key for word in words}
        scored.append(Scored(words[0].start, words[-1].end, tokens[at - 1], headed, band))
        kept += tokens[begun:sign]
        begun = at + 1 + headed
    return ([*kept, *tokens[begun:]] if begun else tokens), scored


def _rule_ends(tokens: Sequence[Token], at: int) -> int:
    """Where a bracket ends that holds a rule for points: "(cứ có 01 vụ việc trừ 0,5 điểm, trừ đến hết điểm)"."""
    end = closing_bracket(tokens, at)
    inside = tokens[at:end]
    if not marked(inside, "SCORES") or marked(inside, *_AIMING) or all(t.key != POINT for t in inside):
        return 0
    for token in inside:
        if token.type == "NUMBER":
            token.account = "description"
    return end + 1


def _leads_to_points(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sign parts a criterion from its points: ":", "-" behind a word, ", tối đa", "trở lên được"."""
    sign, before = tokens[at], tokens[at - 1]
    if sign.key == GET:
        return marked([before], "OR_MORE", "OR_LESS")
    if sign.type == "DASH":
        return before.type != "NUMBER" and before.key != POINT  # "65 - 70 điểm"
    if sign.key == ",":
        return "AT_MOST" in tokens[at + 1].marks
    return sign.key == ":" and before.account not in DATED and before.type != "YEAR"


def may_earn_points(words: Sequence[Token], *, rules: bool) -> bool:
    """Whether words in front of points hold a condition of their own, or stand among ``rules`` that give points."""
    if marked(words, *_RANKED) or any(token.key in _OWN_POINTS for token in words):
        return False
    if rules or marked(words, *_DENYING):
        return True
    if not marked(words, "RATE") and all(token.key != "," for token in words):
        opening = next((token for token in words if token.type == "WORD"), None)
        if opening is not None and (opening.key == HAVE or not opening.marks.isdisjoint(_DOING)):
            return True  # "Có nhà văn hóa đạt chuẩn: 5 điểm", "Thực hiện tốt quy chế dân chủ: 10 điểm"
    at = max((at for at, token in enumerate(words) if _is_figure(token)), default=len(words))
    return at < len(words) and all(token.key != "," and "RATE" not in token.marks for token in words[at:])


def _is_figure(token: Token) -> bool:
    return token.type == "NUMBER" and token.account is None


def leave_unread(scored: Sequence[Scored], targets: Sequence[Target], source: SourceText) -> None:
    """Leave the points unread of criteria that state nothing that is read, and of the bands of a scale.

    "… rộng tối thiểu 3,5 m (5 điểm); cáp viễn thông được bố trí ngầm (10 điểm)": a person must look at the second. Not
    at "Công tác y tế (05 điểm)" alone, which is a heading.
    """
    for criterion in scored:
        begin, end = source.span(criterion.start, criterion.end)
        spans = [target.span for target in targets if target.span is not None]
        read = any(first < end and begin < last for first, last in spans)
        if criterion.band or (not read and (spans or not criterion.headed)):
            criterion.points.account = None


def gives_points(segment: Segment) -> bool:
    """Account for the figures of a segment that only give points, with those that earn them; whether none is left.

    "Hoàn thành 100% kế hoạch được 60 điểm; vượt cứ 1% cộng 1 điểm, tối đa cộng 10 điểm; chậm báo cáo 1 ngày trừ 2
    điểm." Not "tỷ lệ lỗi dưới 2%, mỗi lỗi trừ 1 điểm", where a comma parts what is wanted, nor "phấn đấu được 60 điểm".
    """
    figures = segment.figures
    scored = [_gives(figure, figures[at - 1] if at else None) for at, figure in enumerate(figures)]
    if not any(scored):
        return False
    wanted = _wanted_before(figures[0])
    for at, (first, second) in reversed(list(enumerate(pairwise(figures)))):
        scored[at] = scored[at] or (scored[at + 1] and not second.joined_by and not _wants(first))
    for at, (first, second) in enumerate(pairwise(figures), 1):
        capped = second.phrase.op == "<=" and _are_points(second) and not _wants(second)
        scored[at] = scored[at] or (scored[at - 1] and _are_points(first) and capped)
    for figure, told in zip(figures, scored, strict=True):
        if told:
            account_all(figure, "description")
    segment.figures = [figure for figure, told in zip(figures, scored, strict=True) if not told]
    if not segment.figures:
        segment.words = wanted
    return not (segment.figures or wanted)


def _wanted_before(figure: Figure) -> list[Token]:
    """ "Không để xảy ra cháy nổ, mỗi vụ trừ 1 điểm": what stands before the comma of a rule for each time."""
    commas = [at for at, token in enumerate(figure.left) if token.key == ","]
    last = commas[-1] if commas else len(figure.left)
    ruled = figure.left[last + 1 : last + 2]
    return figure.left[:last] if ruled and (marked(ruled, "EACH") or ruled[0].key == EACH_TIME) else []


def _gives(figure: Figure, before: Figure | None) -> bool:
    """Whether points are given or taken: "cộng 1 điểm", "trừ 2 điểm/lần"; behind a rule for it, "được 60 điểm"."""
    if not _are_points(figure) or _wants(figure):
        return False
    behind = before.right if before is not None and not (figure.joined_by or figure.left) else []
    led = (*(figure.left or behind)[-_NEAR:], *figure.island.tokens)
    return any("SCORES" in token.marks for token in led) or figure.island.tokens[0].key == GET


def _are_points(figure: Figure) -> bool:
    amount = figure.phrase.amount
    return amount is not None and amount.unit.split("/")[0] == POINT


def _wants(figure: Figure) -> bool:
    return bool(figure.phrase.strive) or not figure.said.isdisjoint(_AIMING)
