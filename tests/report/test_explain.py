"""Words with their span marked."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chitieu
from chitieu.diagnostics import Lang
from chitieu.reading import read_actual
from chitieu.report.explain import explanation, explanation_document, mark
from chitieu.report.grid import plain, width_of
from chitieu.ruleset import Item, Rule, Ruleset


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


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("vi", "Thực hiện:        2 đảng viên · đối tượng: A"),
        ("en", "Actual:           2 đảng viên · entity: A"),
    ],
)
def test_the_figure_of_one_entity_is_not_told_as_that_of_all(lang: Lang, told: str) -> None:
    target = chitieu.parse("mỗi chi bộ kết nạp ít nhất 2 đảng viên").targets[0]
    rule = Rule("1.1", "1", "mỗi chi bộ kết nạp ít nhất 2 đảng viên", target, entities=("A", "B"))
    ruleset = Ruleset("r", "", (), (Item("1"),), (rule,))
    reported = replace(read_actual("2 đảng viên"), entity="A")
    (judged,) = ruleset.evaluate(chitieu.Actuals(by_id={"1.1": (reported,)})).judged
    lines = plain(explanation(ruleset, rule, judged, lang=lang)).splitlines()
    assert lines.count(told) == 1, "of the target, not of the entity's own part"
