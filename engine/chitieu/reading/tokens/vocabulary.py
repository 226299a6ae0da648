"""The open vocabulary as marks for the scanner: measuring units, counted nouns, grades."""

from __future__ import annotations

import re

from chitieu.quantity.vocabulary import noun_words, scale_data, unit_words
from chitieu.text.spoken import A_YEAR, GET, PUT, words

_PUT_SIGNS = words("PUT_SIGN")

_DIGITS = re.compile(r"[0-9]")


def marked_spellings() -> dict[str, tuple[str, ...]]:
    """Mark → spellings: MEASURE, NOUN and GRADE.

    Grades of a scale that has signs count only behind one ("loại II", "huy chương vàng"); those in digits ("mức độ
    2", "4 sao") are joined where figures are settled, for the digits may be a figure.
    """
    units = unit_words()
    grades: set[str] = set()
    for scale in scale_data():
        if "hinted" in scale:
            continue  # the letters are graded where figures are settled
        for rank in scale["grades"]:
            for grade in rank:
                if _DIGITS.search(grade):
                    continue
                signs = scale.get("signs", [])
                if not signs or " " in grade:
                    grades.add(grade)
                if grade == A_YEAR:
                    continue  # "thấp hơn mức năm 2014" is no fifth level
                grades.update(f"{sign} {grade}" for sign in signs)
                for verb in (PUT, f"{GET} {PUT}"):
                    grades.update(f"{verb} {sign} {grade}" for sign in signs if sign in _PUT_SIGNS)
    measures = [*units.measures, *units.shorthand]
    return {
        "MEASURE": tuple(form for form in measures if form not in ("%", "‰")),
        "NOUN": tuple(noun_words().names),
        "GRADE": tuple(sorted(grades)),
    }
