"""Commas that part nothing: those of the list of whom a share is of, or of its grades."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import NUMBER_OF

_COUNTED = frozenset({"NOUN", "POPULATION", "ACTOR"})


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
