"""Clauses that tell a rule rather than a plan: what a name means, whom an article is about, what is earned on terms.

"Trang trại quy mô vừa là cơ sở có từ 30 đến dưới 300 đơn vị vật nuôi", "Chuẩn hộ nghèo: hộ gia đình có thu nhập từ
1.500.000 đồng trở xuống", "Nhân viên đạt dưới 80% hưởng 70% lương", "Nhà nước hỗ trợ 50% cho hộ nghèo, 40% cho hộ cận
nghèo". Nothing of these is wanted; where something beside them may be, a person is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure, has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import first_behind
from chitieu.reading.told.costs import is_money
from chitieu.reading.told.wanted import is_said
from chitieu.text.spoken import ATTAINS, BE, DAY, FOR, HAVE, words

#: Whether a clause tells a rule: surely, perhaps, or not.
Ruled = Literal["told", "may", ""]

_KINDS, _NORMS = words("KIND_DEFINED"), frozenset(words("NORM_BEGINS"))
_CRITERIA, _TELLING = frozenset(words("CRITERION_NAMED")), frozenset(words("TELLS_WHICH"))
_EARNING, _OTHER_EARNINGS, _PAY = words("EARNED"), words("EARNED_OTHERWISE"), words("PAY")
_ARTICLES, _CITING = frozenset(words("ARTICLE_OF_LAW")), frozenset(words("CITED_BY"))
_CONTRACTS, _CONTRACT = words("CONTRACT_BEGINS"), frozenset(words("CONTRACT_NAMED"))
_PEOPLE = frozenset(words("STOCK"))
_DEFINING, _SIGNED = words("DEFINED_AS"), words("SIGNED_ON")
#: So many tokens before what defines the name may be told for which paper.
_NAMED_WHOLE = 24
#: Without any of these a clause tells no such rule.
RULING = frozenset({BE, ":", FOR, *_CITING, *_EARNING, *words("CONTRACT_NAMED"), *_DEFINING})
#: What begins a part of a sentence.
_PARTING = frozenset({";", "."})
#: So many words name what is defined, and lead from a figure to what is earned, and from there to the pay.
_NAMED, _NEAR = 14, 6
#: What no name that is defined has, nor a rule about someone: a measure, a goal, a deed, a time to come.
_WANTING = (
    "RATE", "GOAL", "PLAN", "AIMED", "STRIVE", "EACH", "AVERAGE", "SUM", "MAKE", "BRING", "HOLD", "KEEP", "FINISH",
    "TASK", "DEADLINE",
)  # fmt: skip
_COUNTED = frozenset({"NOUN", "ACTOR"})


def tells_a_rule(tokens: Sequence[Token], keys: set[str], drafts: Sequence[Draft]) -> Ruled:
    """Whether a clause tells a rule; ``keys`` are those of all its tokens."""
    ruled: Ruled = ""
    if BE in keys:
        ruled = _says_what_it_is(tokens, drafts)
    if not ruled and ":" in keys and tokens[0].key in _NORMS:
        ruled = _sets_a_norm(tokens, drafts)
    if not ruled and not keys.isdisjoint(_EARNING):
        ruled = _pays_on_terms(tokens, drafts)
    if not ruled and not keys.isdisjoint(_CITING) and not keys.isdisjoint(_ARTICLES) and _cites(tokens):
        ruled = "may" if all(map(_bounds_whom, drafts)) else ""
    if not ruled and FOR in keys and len(drafts) > 1:
        ruled = _grants_to_each(drafts)
    if not ruled and not keys.isdisjoint(_DEFINING):
        ruled = _is_defined_as(tokens, drafts)
    if (
        not ruled
        and not keys.isdisjoint(_SIGNED)
        and _is_signed(tokens)
        and all(map(_is_of_contract, drafts))
    ):
        ruled = "told"
    if not ruled and " ".join([token.key for token in tokens[:4]]).startswith(_CONTRACTS) and len(drafts) > 1:
        plain = all(draft.figure is not None and is_said(draft.figure) for draft in drafts)
        ruled = "told" if plain else "may"
    return ruled


def _says_what_it_is(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Ruled:
    """ "Doanh nghiệp nhỏ là doanh nghiệp có không quá 100 lao động", "Nợ xấu là khoản nợ quá hạn trên 90 ngày"."""
    at = next((at for at, token in enumerate(tokens[:_NAMED]) if token.key == BE), 0)
    if not at or at + 2 >= len(tokens) or marked(tokens[:at], *_WANTING):
        return ""
    if not _all_bounded([draft for draft in drafts if draft.span[0] > tokens[at].start]):
        return ""  # "Chỉ tiêu là 95% hộ dân", "thu nhập bình quân là 65 triệu đồng"
    what = tokens[at + 1]
    if any(_is_measured(draft) and _part_of(tokens, first_behind(tokens, draft.span[0])) for draft in drafts):
        return "may"  # "…; tỷ lệ hộ nghèo giảm còn dưới 3%"
    if _names_again(what, tokens[:at]):
        return "told"
    if not f"{' '.join([token.key for token in tokens[at + 1 : at + 4]])} ".startswith(_KINDS):
        return ""
    return "may" if any(draft.unit == "%" for draft in drafts) else "told"


def _is_defined_as(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Ruled:
    """ "Hộ nghèo khu vực nông thôn là hộ có thu nhập …", "Nhà ở kết hợp kinh doanh được hiểu là nhà có …"."""
    at = next((at for at, token in enumerate(tokens[:_NAMED_WHOLE]) if token.key in _DEFINING), 0)
    if not at or at + 1 >= len(tokens) or marked(tokens[:1], *_WANTING) or not _all_bounded(drafts):
        return ""
    kind = tokens[at].key.split(" ")[1]
    if not (f"{tokens[0].key} ".startswith((f"{kind} ", f"{tokens[at + 1].key} "))):
        return ""  # "Doanh thu năm 2026 được hiểu là …"
    if drafts[0].span[0] < tokens[at].start or any(token.key in _PARTING for token in tokens[at:-1]):
        return ""
    return (
        "may" if any(draft.figure is not None and "RATE" in draft.figure.said for draft in drafts) else "told"
    )


def _is_signed(tokens: Sequence[Token]) -> bool:
    """ "hợp đồng ký ngày 12/3/2024 với liên danh 02 nhà thầu": a contract that is signed."""
    for at, token in enumerate(tokens[:-3]):
        if token.key in _SIGNED and tokens[at + 1].key == DAY and tokens[at + 2].account == "date":
            return any(before.key in _CONTRACT for before in tokens[max(0, at - 2) : at])
    return False


def _is_of_contract(draft: Draft) -> bool:
    """ "có giá trị 3,46 tỷ đồng", "liên danh 02 nhà thầu", "thời gian thực hiện 240 ngày"."""
    figure = draft.figure
    if figure is None or draft.unit[:1] in ("%", "‰") or draft.measure != "level" or not is_said(figure):
        return False
    reached = any(token.key in (ATTAINS, ":") for token in figure.island.tokens)
    return not reached and draft.when is None and not marked(figure.left, "MAKE", "STRIVE", "FINISH", "EACH")


def _sets_a_norm(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Ruled:
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


def _names_again(what: Token, name: Sequence[Token]) -> bool:
    """ "Hộ cận nghèo là hộ gia đình có …", "Tàu cá lớn là tàu có …", "Đường cấp III là đường có …"."""
    if what.type == "WORD" and f"{name[0].key} ".startswith(f"{what.key} "):
        return True
    return not what.marks.isdisjoint(_COUNTED) and any(
        what.key == token.key or what.key.startswith(f"{token.key} ") for token in name
    )


def _all_bounded(drafts: Sequence[Draft]) -> bool:
    """Whether there are drafts, and a word or another end bounds each."""
    return bool(drafts) and all(draft.figure is not None and _is_bounded(draft.figure) for draft in drafts)


def _is_bounded(figure: Figure) -> bool:
    phrase = figure.phrase
    return (phrase.compared or phrase.closing or phrase.op != "=") and not phrase.change


def _is_measured(draft: Draft) -> bool:
    """Whether a figure is one of a measure, or of where it is brought."""
    figure = draft.figure
    return figure is not None and (figure.phrase.reaches or marked(figure.left, *_WANTING, "FALL", "RISE"))


def _cites(tokens: Sequence[Token]) -> bool:
    """ "… theo Điều 42 Nghị định số 26/2019/NĐ-CP"."""
    return any(
        first.key in _ARTICLES and second.account in ("name", "count") for first, second in pairwise(tokens)
    )


def _bounds_whom(draft: Draft) -> bool:
    """ "tàu cá có chiều dài dưới 12 mét hoạt động tại vùng ven bờ": of those the words behind tell something."""
    figure = draft.figure
    if figure is None or not _is_bounded(figure) or not has_content(figure.left):
        return False
    had = any(token.key == HAVE for token in (*figure.left, *figure.island.tokens))
    goes_on = bool(figure.right) and figure.right[0].key not in _CITING and figure.right[0].type == "WORD"
    return had and goes_on and draft.unit != "%" and not marked(figure.left, *_WANTING)


def _pays_on_terms(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Ruled:
    """ "Cửa hàng trưởng đạt 100% doanh số khoán hưởng đủ lương; đạt dưới 80% hưởng 70% lương": what earns what.

    Not "95% người lao động được hưởng lương từ 8 triệu đồng", where the share is of those who earn.
    """
    paid = [at for at in range(1, len(tokens)) if _earns(tokens, at)]
    terms = [at for at in paid if any(_is_a_term(draft, tokens, at) for draft in drafts)]
    if not terms:
        return ""
    parts: set[int] = set()
    for at in paid:
        parts.add(_part_of(tokens, at))
    drafted = {_part_of(tokens, first_behind(tokens, draft.span[0])) for draft in drafts}
    return "told" if drafted <= parts else "may"


def _part_of(tokens: Sequence[Token], index: int) -> int:
    """Which part of a sentence a token stands in."""
    return sum(token.key in _PARTING for token in tokens[:index])


def _earns(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb of what is earned or lost, and pay or money follows it."""
    said = " ".join([token.key for token in tokens[at - 1 : at + 1]])
    if tokens[at].key not in _EARNING or said in _OTHER_EARNINGS:
        return False
    for token in tokens[at + 1 : at + 1 + _NEAR]:
        if token.type == "SIGN":
            return False
        if token.key in _PAY or is_money(token.key):
            return True
    return False


def _is_a_term(draft: Draft, tokens: Sequence[Token], at: int) -> bool:
    """Whether a draft says for what something is earned, or lost, that a verb at an index behind it names."""
    figure = draft.figure
    if figure is None or not has_content(figure.left) or marked(figure.left, "RATE", "STRIVE", "GOAL"):
        return False
    begun = first_behind(tokens, figure.end)
    between = tokens[begun:at]
    if begun > at or len(between) > _NEAR or any(token.type == "SIGN" for token in between):
        return False
    if _is_bounded(figure):
        return True
    if between and between[0].key in _PEOPLE:
        return False  # "đạt 95% người lao động được hưởng lương"
    done = any(token.key == ATTAINS for token in figure.island.tokens)
    return done or marked(figure.left, "FINISH", "MORE") or figure.phrase.exceeds


def _grants_to_each(drafts: Sequence[Draft]) -> Ruled:
    """ "Nhà nước hỗ trợ 50% cho hộ nghèo, 40% cho hộ cận nghèo": how much of what it costs whom is given."""
    given = [draft for draft in drafts if draft.unit == "%" and draft.figure is not None]
    figures = [draft.figure for draft in given if draft.figure is not None and is_said(draft.figure)]
    granted = any(figure.left and "GRANTED" in figure.left[-1].marks for figure in figures)
    to_whom = [figure for figure in figures if _is_for_someone(figure)]
    if not granted or len(to_whom) < 2:
        return ""
    return "told" if len(to_whom) == len(drafts) else "may"


def _is_for_someone(figure: Figure) -> bool:
    """ "40% cho hộ cận nghèo", "70% mức đóng cho hộ cận nghèo"; but not "100% hộ nghèo vay vốn cho sản xuất"."""
    right = figure.right
    if right and right[0].key in _PEOPLE:
        return False
    return any(token.key == FOR for token in (*right, *figure.left[:1]))
