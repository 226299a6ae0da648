"""What is earned, granted or owed on terms: pay, support and contracts, which state nothing that is wanted.

"Nhân viên đạt dưới 80% hưởng 70% lương", "Nhà nước hỗ trợ 50% cho hộ nghèo, 40% cho hộ cận nghèo", "hợp đồng ký ngày
12/3/2024 với liên danh 02 nhà thầu".
"""

from __future__ import annotations

from collections.abc import Sequence

from chitieu.reading.clause.draft import Draft
from chitieu.reading.clause.segments import Figure, has_content
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import first_behind
from chitieu.reading.told.costs import is_money
from chitieu.reading.told.definitions import Ruled, is_bounded, part_of
from chitieu.reading.told.wanted import is_said
from chitieu.text.spoken import ATTAINS, DAY, FOR, words

EARNING, _OTHER_EARNINGS, _PAY = words("EARNED"), words("EARNED_OTHERWISE"), words("PAY")
CONTRACT, SIGNED = frozenset(words("CONTRACT_NAMED")), words("SIGNED_ON")
_PEOPLE = frozenset(words("STOCK"))
#: So many words lead from a figure to what is earned, and from there to the pay.
_NEAR = 6


def pays_on_terms(tokens: Sequence[Token], drafts: Sequence[Draft]) -> Ruled:
    """ "Cửa hàng trưởng đạt 100% doanh số khoán hưởng đủ lương; đạt dưới 80% hưởng 70% lương": what earns what.

    Not "95% người lao động được hưởng lương từ 8 triệu đồng", where the share is of those who earn.
    """
    paid = [at for at in range(1, len(tokens)) if _earns(tokens, at)]
    terms = [at for at in paid if any(_is_a_term(draft, tokens, at) for draft in drafts)]
    if not terms:
        return ""
    parts = {part_of(tokens, at) for at in paid}
    drafted = {part_of(tokens, first_behind(tokens, draft.span[0])) for draft in drafts}
    return "told" if drafted <= parts else "may"


def grants_to_each(drafts: Sequence[Draft]) -> Ruled:
    """ "Nhà nước hỗ trợ 50% cho hộ nghèo, 40% cho hộ cận nghèo": how much of what it costs whom is given."""
    given = [draft for draft in drafts if draft.unit == "%" and draft.figure is not None]
    figures = [draft.figure for draft in given if draft.figure is not None and is_said(draft.figure)]
    granted = any(figure.left and "GRANTED" in figure.left[-1].marks for figure in figures)
    to_whom = [figure for figure in figures if _is_for_someone(figure)]
    if not granted or len(to_whom) < 2:
        return ""
    return "told" if len(to_whom) == len(drafts) else "may"


def is_signed(tokens: Sequence[Token]) -> bool:
    """ "hợp đồng ký ngày 12/3/2024 với liên danh 02 nhà thầu": a contract that is signed."""
    for at, token in enumerate(tokens[:-3]):
        if token.key in SIGNED and tokens[at + 1].key == DAY and tokens[at + 2].account == "date":
            return any(before.key in CONTRACT for before in tokens[max(0, at - 2) : at])
    return False


def is_of_contract(draft: Draft) -> bool:
    """ "có giá trị 3,46 tỷ đồng", "liên danh 02 nhà thầu", "thời gian thực hiện 240 ngày"."""
    figure = draft.figure
    if figure is None or draft.unit[:1] in ("%", "‰") or draft.measure != "level" or not is_said(figure):
        return False
    reached = any(token.key in (ATTAINS, ":") for token in figure.island.tokens)
    return not reached and draft.when is None and not marked(figure.left, "MAKE", "STRIVE", "FINISH", "EACH")


def _earns(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a verb of what is earned or lost, and pay or money follows it."""
    said = " ".join([token.key for token in tokens[at - 1 : at + 1]])
    if tokens[at].key not in EARNING or said in _OTHER_EARNINGS:
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
    if is_bounded(figure):
        return True
    if between and between[0].key in _PEOPLE:
        return False  # "đạt 95% người lao động được hưởng lương"
    done = any(token.key == ATTAINS for token in figure.island.tokens)
    return done or marked(figure.left, "FINISH", "MORE") or figure.phrase.exceeds


def _is_for_someone(figure: Figure) -> bool:
    """ "40% cho hộ cận nghèo", "70% mức đóng cho hộ cận nghèo"; but not "100% hộ nghèo vay vốn cho sản xuất"."""
    right = figure.right
    if right and right[0].key in _PEOPLE:
        return False
    return any(token.key == FOR for token in (*right, *figure.left[:1]))
