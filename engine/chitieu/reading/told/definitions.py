"""What a name means, and whom an article is about: clauses that define, and state nothing that is wanted.

"Trang trại quy mô vừa là cơ sở có từ 30 đến dưới 300 đơn vị vật nuôi", "Chuẩn hộ nghèo: hộ gia đình có thu nhập từ
1.500.000 đồng trở xuống", "Hộ nghèo được hiểu là hộ có …", "tàu cá dài dưới 12 mét … theo Điều 42".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure, has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import ENDING, first_behind
from chitieu.text.spoken import BE, HAVE, words

#: Whether a clause tells a rule: surely, perhaps, or not.
Ruled = Literal["told", "may", ""]

_KINDS, NORMS = words("KIND_DEFINED"), frozenset(words("NORM_BEGINS"))
_CRITERIA, _TELLING = frozenset(words("CRITERION_NAMED")), frozenset(words("TELLS_WHICH"))
ARTICLES, CITING, DEFINING = (
    frozenset(words("ARTICLE_OF_LAW")),
    frozenset(words("CITED_BY")),
    words("DEFINED_AS"),
)
#: So many words name what is defined; so many tokens before what defines it may be told for which paper.
_NAMED, _NAMED_WHOLE = 14, 24
#: What no name that is defined has, nor a rule about someone: a measure, a goal, a deed, a time to come.
_WANTING = (
    "RATE", "GOAL", "PLAN", "AIMED", "STRIVE", "EACH", "AVERAGE", "SUM", "MAKE", "BRING", "HOLD", "KEEP", "FINISH",
    "TASK", "DEADLINE",
)  # fmt: skip
_COUNTED = frozenset({"NOUN", "ACTOR"})


def says_what_it_is(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Ruled:
    """ "Doanh nghiệp nhỏ là doanh nghiệp có không quá 100 lao động", "Nợ xấu là khoản nợ quá hạn trên 90 ngày"."""
    at = next((at for at, token in enumerate(tokens[:_NAMED]) if token.key == BE), 0)
    if not at or at + 2 >= len(tokens) or marked(tokens[:at], *_WANTING):
        return ""
    if not _all_bounded([draft for draft in drafts if draft.span[0] > tokens[at].start]):
        return ""  # "Chỉ tiêu là 95% hộ dân", "thu nhập bình quân là 65 triệu đồng"
    what = tokens[at + 1]
    if any(_is_measured(draft) and part_of(tokens, first_behind(tokens, draft.span[0])) for draft in drafts):
        return "may"  # "…; tỷ lệ hộ nghèo giảm còn dưới 3%"
    if _names_again(what, tokens[:at]):
        return "told"
    if not f"{' '.join([token.key for token in tokens[at + 1 : at + 4]])} ".startswith(_KINDS):
        return ""
    return "may" if any(draft.unit == "%" for draft in drafts) else "told"


def is_defined_as(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Ruled:
    """ "Hộ nghèo khu vực nông thôn là hộ có thu nhập …", "Nhà ở kết hợp kinh doanh được hiểu là nhà có …"."""
    at = next((at for at, token in enumerate(tokens[:_NAMED_WHOLE]) if token.key in DEFINING), 0)
    if not at or at + 1 >= len(tokens) or marked(tokens[:1], *_WANTING) or not _all_bounded(drafts):
        return ""
    kind = tokens[at].key.split(" ")[1]
    if not (f"{tokens[0].key} ".startswith((f"{kind} ", f"{tokens[at + 1].key} "))):
        return ""  # "Doanh thu năm 2026 được hiểu là …"
    if drafts[0].span[0] < tokens[at].start or any(token.key in ENDING for token in tokens[at:-1]):
        return ""
    return (
        "may" if any(draft.figure is not None and "RATE" in draft.figure.said for draft in drafts) else "told"
    )


def sets_a_norm(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Ruled:
    """ "Tiêu chuẩn gia đình văn hóa: gia đình đạt từ 85 điểm trở lên": what is to have a name is named again.

    "Tiêu chí trường học: trường có từ 80% phòng học kiên cố" is wanted, "Tiêu chí xác định xã khó khăn: xã có …" not.
    """
    at = next((at for at, token in enumerate(tokens[:_NAMED]) if token.key == ":"), 0)
    if at < 2 or at + 2 >= len(tokens) or marked(tokens[:at], *_WANTING) or not _all_bounded(drafts):
        return ""
    telling = tokens[1].key in _TELLING
    if tokens[0].key in _CRITERIA and not telling:
        return ""
    kind = tokens[at + 2].key == HAVE and f"{tokens[at + 1].key} " in _KINDS
    if not (kind or _names_again(tokens[at + 1], tokens[1:at])):
        return ""
    return "may" if not telling and any(draft.unit == "%" for draft in drafts) else "told"


def cites(tokens: Sequence[Token]) -> bool:
    """ "… theo Điều 42 Nghị định số 26/2019/NĐ-CP"."""
    return any(
        first.key in ARTICLES and second.account in ("name", "count") for first, second in pairwise(tokens)
    )


def bounds_whom(draft: Draft) -> bool:
    """ "tàu cá có chiều dài dưới 12 mét hoạt động tại vùng ven bờ": of those the words behind tell something."""
    figure = draft.figure
    if figure is None or not is_bounded(figure) or not has_content(figure.left):
        return False
    had = any(token.key == HAVE for token in (*figure.left, *figure.island.tokens))
    goes_on = bool(figure.right) and figure.right[0].key not in CITING and figure.right[0].type == "WORD"
    return had and goes_on and draft.unit != "%" and not marked(figure.left, *_WANTING)


def is_bounded(figure: Figure) -> bool:
    """Whether a word or another end bounds a figure, which is no change."""
    phrase = figure.phrase
    return (phrase.compared or phrase.closing or phrase.op != "=") and not phrase.change


def part_of(tokens: Sequence[Token], index: int) -> int:
    """Which part of a sentence a token stands in."""
    return sum(token.key in ENDING for token in tokens[:index])


def _names_again(what: Token, name: Sequence[Token]) -> bool:
    """ "Hộ cận nghèo là hộ gia đình có …", "Tàu cá lớn là tàu có …", "Đường cấp III là đường có …"."""
    if what.type == "WORD" and f"{name[0].key} ".startswith(f"{what.key} "):
        return True
    return not what.marks.isdisjoint(_COUNTED) and any(
        what.key == token.key or what.key.startswith(f"{token.key} ") for token in name
    )


def _all_bounded(drafts: Sequence[Draft]) -> bool:
    """Whether there are drafts, and a word or another end bounds each."""
    return bool(drafts) and all(draft.figure is not None and is_bounded(draft.figure) for draft in drafts)


def _is_measured(draft: Draft) -> bool:
    """Whether a figure is one of a measure, or of where it is brought."""
    figure = draft.figure
    return figure is not None and (figure.phrase.reaches or marked(figure.left, *_WANTING, "FALL", "RISE"))
