"""The verdict table, on paper: snapshots that a person has read, and a check of them that knows no layout.

``CHITIEU_WRITE_SNAPSHOTS=1 pytest tests/report`` writes them anew; read the difference before keeping it.
"""

import os
from pathlib import Path

import pytest

from chitieu.diagnostics import Lang
from chitieu.evaluation import Judged, Report
from chitieu.report.explain import explanation
from chitieu.report.grid import Line, plain, width_of
from chitieu.report.readings import check_table
from chitieu.report.signs import PLAIN
from chitieu.report.table import verdict_table
from chitieu.ruleset import Ruleset

SNAPSHOTS = Path(__file__).parent / "snapshots"
SCREENS: list[tuple[Lang, int]] = [("vi", 80), ("vi", 160), ("en", 80), ("en", 160)]


def compare(name: str, lines: list[Line]) -> None:
    file = SNAPSHOTS / name
    text = plain(lines)
    if os.environ.get("CHITIEU_WRITE_SNAPSHOTS"):
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("lang", "width"), SCREENS)
def test_table(report: Report, lang: Lang, width: int) -> None:
    compare(f"verdicts-{lang}-{width}.txt", verdict_table(report, width=width, lang=lang))


def test_table_without_signs(report: Report) -> None:
    lines = verdict_table(report, width=80, signs=PLAIN)
    compare("verdicts-plain-80.txt", lines)
    assert not set(plain(lines)) & set("≥≤≈–─│┼→•✓▲✗")


@pytest.mark.parametrize("width", [80, 160])
def test_check(ruleset: Ruleset, width: int) -> None:
    compare(f"check-vi-{width}.txt", check_table(ruleset, width=width))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_explain(judged_by_id: dict[str, Judged], ruleset: Ruleset, lang: Lang) -> None:
    lines: list[Line] = []
    for judged in judged_by_id.values():
        lines += [*explanation(ruleset, judged.rule, judged, width=80, lang=lang), []]
    compare(f"explain-{lang}-80.txt", lines)


#: What must stand in the table whole, whatever the layout (worked out by hand from the sample).
FIGURES = {
    "vi": [
        "180%",
        "400%",
        "94,96",
        "99,96%",
        "72.500.000",
        "103,6%",
        "2.860",
        "100%",
        "0,38",
        "98,2",
        "100,2%",
    ],
    "en": [
        "180%",
        "400%",
        "94.96",
        "99.96%",
        "72,500,000",
        "103.6%",
        "2,860",
        "100%",
        "0.38",
        "98.2",
        "100.2%",
    ],
}
OUTCOMES = {
    "vi": {"▲ Vượt": 2, "✓ Đạt": 5, "✗ Không đạt": 4, "? Chưa đủ căn cứ": 2},
    "en": {"▲ Exceeded": 2, "✓ Met": 5, "✗ Not met": 4, "? Undecided": 2},
}


@pytest.mark.parametrize(("lang", "width"), [*SCREENS, ("vi", 100), ("vi", 120), ("en", 250)])
def test_nothing_is_cut_and_no_syllable_broken(report: Report, lang: Lang, width: int) -> None:
    text = plain(verdict_table(report, width=width, lang=lang))
    lines = text.splitlines()
    assert max(width_of(line) for line in lines) <= width
    words = set(text.replace("│", " ").split())
    for rule in report.ruleset.rules:
        for source in (rule.target.indicator, rule.target.unit):
            assert set(source.split()) <= words, source
    for section in report.ruleset.sections:
        assert set(section.title.split()) <= words
    assert set(FIGURES[lang]) <= words
    for outcome, count in OUTCOMES[lang].items():
        assert sum(line.count(outcome) for line in lines) == count, outcome


@pytest.mark.parametrize("width", range(72, 220, 7))
def test_every_width_keeps_to_the_screen(report: Report, width: int) -> None:
    text = plain(verdict_table(report, width=width))
    assert max(width_of(line) for line in text.splitlines()) <= width
    assert set(FIGURES["vi"]) <= set(text.replace("│", " ").split())


def test_a_screen_of_20_cells_cuts_nothing(report: Report) -> None:
    words = set(plain(verdict_table(report, width=20)).split())
    assert set(FIGURES["vi"]) <= words


def test_the_outcome_never_rests_on_colour(report: Report) -> None:
    lines = verdict_table(report, width=80)
    for line in lines:
        for text, style in line:
            if style in {"met", "exceeded", "not_met", "undecided"} and text.strip():
                assert any(word in text for word in ("Đạt", "Vượt", "Không đạt", "Chưa đủ căn cứ"))


def test_what_is_not_counted_stands_in_brackets_and_says_why(report: Report) -> None:
    text = plain(verdict_table(report, width=80))
    assert "(▲ Vượt)" in text
    assert "không tính vào tổng (mức phấn đấu thêm)" in text


def test_tasks_are_named(report: Report) -> None:
    assert "Nhiệm vụ không nêu chỉ tiêu: I.4" in plain(verdict_table(report, width=80))


def test_notes_on_the_figures_keep_their_place(report: Report) -> None:
    assert "phuong-mau.csv:12: Mã “II.9.1” không có trong bộ chỉ tiêu." in plain(
        verdict_table(report, width=160)
    )
