"""Layout: nothing is cut, words that fit are whole, lines keep to the screen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.report.grid import Cell, Column, clean, lay_table, paragraph, plain, width_of, wrap

WORDS = st.text(st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyếậộẽỷ0123456789.,%/-"), min_size=1, max_size=14)
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)


@given(TEXTS, st.integers(14, 60))
def test_words_that_fit_are_never_broken(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert " ".join(lines).split() == text.split()
    assert all(width_of(line) <= width for line in lines)


@given(TEXTS, st.integers(1, 13))
def test_words_too_wide_fold_and_stay_complete(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(line) <= width for line in lines)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("giữ vững danh hiệu", 9, ["giữ vững", "danh hiệu"]),
        ("đồng/người/năm", 10, ["đồng/", "người/năm"]),
        ("vụ/10.000 dân", 8, ["vụ/10.00", "0 dân"]),  # no letter after the stroke: folds at the edge
        ("một\nhai", 20, ["một", "hai"]),
        ("", 5, [""]),
        ("≥\N{NO-BREAK SPACE}95 trở lên", 8, ["≥ 95 trở", "lên"]),
    ],
)
def test_wrapping(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_decomposed_letters_take_one_cell() -> None:
    word = unicodedata.normalize("NFD", "nghiệp")
    assert len(word) > 6
    assert width_of(word) == 6
    assert wrap(f"{word} {word}", 6) == [word, word]


def test_cleaning_drops_what_would_steer_a_terminal() -> None:
    assert "\x1b" not in clean("a\x1b[2Jb")
    assert clean("a\u202eb") == "a b"
    assert clean(unicodedata.normalize("NFD", "Đạt")) == "Đạt"


CELLS = st.lists(st.tuples(TEXTS, TEXTS, WORDS), max_size=5)


@given(CELLS, st.integers(60, 160))
def test_a_table_keeps_to_the_screen_and_loses_nothing(rows: list[tuple[str, str, str]], width: int) -> None:
    columns = [Column("Mã"), Column("Chỉ tiêu", flexible=True), Column("Số", right=True)]
    lines = lay_table(columns, [[Cell(text) for text in row] for row in rows], width)
    text = plain(lines)
    assert all(width_of(line) <= width for line in text.splitlines())
    words = text.replace("│", " ").split()
    for row in rows:
        for cell in row:
            assert set(cell.split()) <= set(words)


def test_a_screen_too_narrow_widens_the_table_and_cuts_nothing() -> None:
    columns = [Column("Một"), Column("Hai"), Column("Ba")]
    lines = lay_table(columns, [[Cell("nghiêng"), Cell("nghiêng"), Cell("1.234.567")]], 10)
    text = plain(lines)
    assert text.count("nghiêng") == 2
    assert "1.234.567" in text


def test_a_figure_of_400_digits_is_folded_not_cut() -> None:
    digits = "7" * 400
    text = plain(lay_table([Column("Mã"), Column("Số")], [[Cell("a"), Cell(digits)]], 80))
    assert text.count("7") == 400
    assert all(width_of(line) <= 80 for line in text.splitlines())


def test_paragraph_hangs_under_its_lead() -> None:
    lines = plain(paragraph("một hai ba bốn", 12, lead="- ")).splitlines()
    assert lines == ["- một hai ba", "  bốn"]
