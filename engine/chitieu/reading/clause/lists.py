"""Commas that part nothing: those of the list of whom a share is of, or of its grades."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import NUMBER_OF, words

_COUNTED = frozenset({"NOUN", "POPULATION", "ACTOR"})
_PLACES = frozenset(words("PLACE_COUNTED"))


def goes_on_listing(gap: list[Token], index: int) -> bool:
    """Whether the comma at ``index`` of the words behind a share stands inside a list.

    "95% cán bộ, công chức tham gia ít nhất 1 lớp", "80% tập thể xếp loại khá, tốt trở lên".
    """
    before, behind = gap[:index], gap[index + 1 : index + 3]
    if not before or not behind:
        return False
    if "GRADE" in behind[0].marks:
        return "GRADE" in before[-1].marks and len(behind) > 1 and "OR_MORE" in behind[1].marks
    listed = [*before[before[0].key == NUMBER_OF :], behind[0]]  # "số hộ gia đình, cơ quan"
    return all(token.key == "," or not token.marks.isdisjoint(_COUNTED) for token in listed)


def without_more_places(last: Token, gap: list[Token]) -> list[Token]:
    """ "nằm trong 8 tỉnh, thành phố có chỉ số cao nhất": the words behind a rank without the rest of its places.

    ``last`` is the last word of the rank.
    """
    at = 0
    while last.key in _PLACES and at + 1 < len(gap) and gap[at].key == "," and gap[at + 1].key in _PLACES:
        at += 2
    return gap[at:] if at else gap


def counts_another(behind: list[Token]) -> bool:
    """ "… biết chữ và số vụ cháy, nổ giảm 10%": behind "và" stands a number of something else."""
    return len(behind) > 1 and behind[0].key == NUMBER_OF and "NOUN" in behind[1].marks
