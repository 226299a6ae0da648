"""Words with their span marked."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.report.explain import explanation_document, mark
from chitieu.report.grid import width_of
from chitieu.ruleset import Ruleset


@pytest.mark.parametrize(
    ("words", "span", "width", "lines"),
    [
        ("Tỷ lệ trên 98%", (6, 14), 40, [("Tỷ lệ trên 98%", "      ^^^^^^^^")]),
        ("trên 98%", None, 40, [("trên 98%", "")]),
        ("một hai ba bốn", (4, 10), 7, [("một hai", "    ^^^"), ("ba bốn", "^^")]),
        ("một  hai", (5, 8), 40, [("một  hai", "     ^^^")]),
        ("", (0, 0), 40, [("", "")]),
        ("một hai", (0, 3), 4, [("một", "^^^"), ("hai", "")]),
    ],
)
def test_mark(words: str, span: tuple[int, int] | None, width: int, lines: list[tuple[str, str]]) -> None:
    assert mark(words, span, width) == lines


def test_marks_of_decomposed_text_stand_under_composed_letters() -> None:
    words = unicodedata.normalize("NFD", "Tỷ lệ trên 98%")
    start = words.index("98")
    assert mark(words, (start, start + 3), 40) == [("Tỷ lệ trên 98%", "           ^^^")]


@given(st.lists(st.text("aệơ中0", min_size=1, max_size=8), min_size=1, max_size=8).map(" ".join), st.data())
def test_carets_stand_under_the_span_and_nowhere_else(words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    lines = mark(words, (start, end), 12)
    marked = ""
    for line, carets in lines:
        cells = "".join(char * width_of(char) for char in line)
        marked += "".join(char for char, caret in zip(cells, carets, strict=False) if caret == "^")
    expected = "".join(char * width_of(char) for char in words[start:end])
    assert marked.replace(" ", "") == expected.replace(" ", "")


def test_document_without_actuals_has_no_verdict(ruleset: Ruleset) -> None:
    document = explanation_document(ruleset, ruleset.rules[0], None)
    assert "verdict" not in document
    assert document["words"] == "từ 5 đến 8 đảng viên"
