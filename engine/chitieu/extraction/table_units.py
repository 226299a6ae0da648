"""The unit and the year that a heading of a column or a name of a row ends with."""

from __future__ import annotations

from chitieu.extraction.table_words import heading_patterns, plain
from chitieu.quantity.units import resolve
from chitieu.quantity.vocabulary import column_words, noun_words
from chitieu.quantity.words import fold
from chitieu.text.spoken import NUMBER_OF


def measure_of_head(head: str) -> tuple[str, str]:
    """What the heading of a column measures, and in which unit: "KH 2024: Diện tích (ha)".

    >>> measure_of_head("KH 2024: Diện tích (ha)"), measure_of_head("Số học sinh"), measure_of_head("Kế hoạch năm 2026")
    (('Diện tích', 'ha'), ('Số học sinh', 'học sinh'), ('', ''))
    """
    bare, unit = without_unit(head)
    opened = heading_patterns().opens_plan.match(bare)
    what = (
        bare[opened.end() :].strip()
        if opened and plain(bare) not in column_words().spelled_out
        else bare.strip()
    )
    return what, unit or _counted(what)


def _counted(what: str) -> str:
    """The noun that a count is of: "Số học sinh", "Người tham gia bảo hiểm"; empty where nothing is counted."""
    words = fold(what).split()
    if words[:1] == [NUMBER_OF]:
        words = words[1:]
    names = noun_words().names
    return next(
        (noun for end in (3, 2, 1) if (noun := " ".join(words[:end])) in names and len(words) >= end), ""
    )


def without_unit(head: str) -> tuple[str, str]:
    """A heading without the unit in brackets at its end, and that unit.

    >>> without_unit("kế hoạch năm 2026 (tỷ đồng)"), without_unit("kh/th (%)")[0]
    (('kế hoạch năm 2026', 'tỷ đồng'), 'kh/th')
    """
    match = heading_patterns().unit_behind.search(head)
    if match is None or not is_unit(match["unit"]):
        return head, ""
    return head[: match.start()], match["unit"].strip()


def without_year(what: str) -> tuple[str, str]:
    """What is measured, without the year at its end, and that year.

    >>> without_year("Thu nhập bình quân đến năm 2026"), without_year("Năm 2026")
    (('Thu nhập bình quân', '2026'), ('Năm 2026', ''))
    """
    match = heading_patterns().year_behind.search(what)
    return (what[: match.start()], match["year"]) if match and match.start() else (what, "")


def is_unit(text: str) -> bool:
    """Whether a text is a unit that is known: "triệu đồng/người/năm", "%"; a figure or a name is none.

    >>> is_unit("triệu đồng/người/năm"), is_unit("lũy kế"), is_unit("2026")
    (True, False, False)
    """
    words = fold(text).strip()
    if not words or words[:1].isdigit():
        return False
    found = resolve(words)
    return found.is_share or bool(found.kind) or found.scale != 1 or words in noun_words().names
