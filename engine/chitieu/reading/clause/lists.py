"""Commas that part nothing, as those of the list of whom a share is of; and which figure the words before one name."""

from __future__ import annotations

from chitieu.reading.tokens.scanner import Token
from chitieu.text.spoken import NUMBER_OF, WITH, words

_COUNTED = frozenset({"NOUN", "POPULATION", "ACTOR"})
#: What begins a part with a verb or a name of its own.
_SAYING = frozenset(
    {
        "AMONG", "AND", "APART", "AGAINST", "ATTAIN", "BRING", "EACH", "EQUALS", "FALL", "FINISH", "HOLD", "KEEP",
        "MAKE", "NEVER", "PREPOSITION", "RATE", "RISE", "SCOPE", "STRIVE", "SUM", "TASK", "TENDS", "TIME",
        "GROWTH_NAME", "PROPERTY", "ABSENT",
    }
)  # fmt: skip
#: What leads to the worth of what is counted before it.
_WORTH = frozenset(words("WORTH"))
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


def lists_whom(gap: list[Token]) -> bool:
    """Whether all words between two figures are of the first: "100% già làng, trưởng thôn và ít nhất 60% cán bộ".

    They list what is counted, and the second figure follows its "và" or comma at once. A part that says or does
    something may be of the second: "trồng 50 ha rừng, chăm sóc rừng và 20 ha cây ăn quả".
    """
    commas = [at for at, token in enumerate(gap[:-1]) if token.key == ","]
    if commas and commas[0] == 0:  # "120 cán bộ, chiến sĩ, 45 dân quân"
        return len(gap) > 2 and all(
            token.key == "," or not token.marks.isdisjoint(_COUNTED) for token in gap[:-1]
        )
    if not commas or not gap[0].marks.isdisjoint(_SAYING):
        return False
    for at in commas:
        if not gap[at + 1].marks.isdisjoint(_SAYING):
            return False
    return all(token.type == "WORD" or token.key == "," for token in gap)


def names_what_with(gap: list[Token]) -> int:
    """Where the words between two counts lead to the second; 0 where they do not.

    "01 đội xung kích phòng, chống thiên tai với quân số 15 - 20 người", "02 công trình trị giá 50 triệu đồng".
    """
    if len(gap) > 1 and gap[-1].key in _WORTH:
        return len(gap) - 1
    return next((at for at in range(len(gap) - 2, 0, -1) if gap[at].key == WITH), 0)


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
