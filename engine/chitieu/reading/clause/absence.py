"""What stands behind a denial, of which a figure says how many, how long or another thing: "không để xảy ra …"."""

from __future__ import annotations

from chitieu.reading.clause.negation import is_over_places
from chitieu.reading.clause.segments import Figure
from chitieu.reading.tokens.scanner import Token, marked
from chitieu.reading.tokens.surroundings import behind_comma
from chitieu.text.spoken import AND, ANY, LET_NOT, NUMBER_OF, TOO_MANY, words

#: What happens, counted.
_OCCURRENCES = frozenset(words("OCCURRENCE"))
#: What begins another measure.
_MEASURING = frozenset({"RATE", "SUM", "GROWTH_NAME", "STRIVE", "SURELY"})


def is_floor(figure: Figure) -> bool:
    """ "không để xảy ra từ 3 vụ cháy trở lên": from how many on there must be none."""
    phrase, amount = figure.phrase, figure.phrase.amount
    return phrase.op == ">=" and phrase.high is None and amount is not None and amount.noun in _OCCURRENCES


def limits_occurrences(denied: list[Token], figure: Figure) -> bool:
    """ "không để xảy ra tai nạn lao động quá 3 vụ": how many of what must not be there there may be.

    ``denied`` are the words of it, the denial first. How many each has is its own: "không có lớp học quá 35 học sinh".
    """
    amount = figure.phrase.amount
    if figure.phrase.comparator != TOO_MANY or amount is None or len(denied) < 2 or not amount.noun:
        return False
    itself = denied[1].key == amount.noun and len(denied) > 2
    return amount.noun in _OCCURRENCES or itself


def goes_too_far(figure: Figure) -> bool:
    """ "không để xảy ra nâng giá, ép giá quá 10%": how far the last of a list goes, or how many of it there are."""
    phrase, amount = figure.phrase, figure.phrase.amount
    if phrase.comparator != TOO_MANY or phrase.op != ">" or amount is None:
        return False
    begun = behind_comma(figure.left)
    return 1 < begun < len(figure.left) and marked(figure.left[:begun], "ABSENT")


def counts_occurrences(figure: Figure) -> bool:
    """ "tai nạn giao thông quá 5 vụ": how many of what occurs, and not how far it goes."""
    return figure.phrase.amount is not None and figure.phrase.amount.noun in _OCCURRENCES


def begins_with_limit(denied: list[Token], joint: int, figure: Figure) -> bool:
    """ "không còn hộ nghèo và không để xảy ra quá 2 vụ cháy": how many there may be of another thing.

    ``joint`` is where the "và" stands, 0 where there is none.
    """
    return joint > 0 and "ABSENT" in denied[0].marks and len(denied) == joint + 2 and figure.phrase.op == ">"


def lets_wait(figure: Figure, at: int) -> bool:
    """ "không để người dân chờ quá 15 phút": how long they may; but not "không để ùn tắc kéo dài quá 30 phút"."""
    words = figure.left[at:]
    return words[0].key == LET_NOT and figure.phrase.comparator == TOO_MANY and not marked(words, "BRING")


def joins(token: Token) -> bool:
    """Whether a word joins another thing to what must not be there."""
    return token.key == AND or "BESIDES" in token.marks


def begins_measure(token: Token) -> bool:
    """Whether a word behind what must not be there begins another measure: "và số vụ cháy", "và phấn đấu …"."""
    return token.key == NUMBER_OF or not token.marks.isdisjoint(_MEASURING)


def may_bound(denied: list[Token], figure: Figure) -> bool:
    """ "không có dưới 95%", "không có chi bộ nào dưới 95% đảng viên tham gia": whether a share may be what is wanted.

    Of "không có chỉ số nào dưới 80%", "… nào dưới 50% số điểm tối đa" none is to be there.
    """
    amount = figure.phrase.amount
    if not figure.phrase.compared or amount is None or amount.unit != "%":
        return False
    return denied[-1].key != ANY or marked(figure.right[:1], "NOUN")


def tells_where(figure: Figure) -> bool:
    """ "không để tái chiếm vỉa hè trên 12 tuyến đường": where, unless how many there are is spoken of."""
    return (
        is_over_places(figure)
        and "RATE" not in figure.said
        and all(token.key != NUMBER_OF for token in figure.left)
    )
