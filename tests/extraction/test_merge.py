"""Extracting again: answers stay, changed words are told, nothing of an author's is lost in silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from chitieu import load_ruleset
from chitieu.cli.run import run

TEXT = """CHỈ TIÊU NĂM 2026
1. Kết nạp từ 5 đảng viên trở lên.
2. Tỷ lệ hộ nghèo giảm dưới 1%.
3. Thu ngân sách đạt 20 tỷ đồng.
II. NHIỆM VỤ
1. Phấn đấu giải ngân 100% vốn phân bổ.
"""


def _extract(folder: Path, text: str = TEXT, *more: str) -> Path:
    document, out = folder / "nghi-quyet.txt", folder / "bo.yaml"
    document.write_text(text, encoding="utf-8")
    assert run(["extract", str(document), "-o", str(out), *more]) == 0
    return out


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_again_without_a_change_is_the_same_file(tmp_path: Path) -> None:
    before = _extract(tmp_path).read_bytes()
    assert _extract(tmp_path).read_bytes() == before


def test_the_question_stands_beside_the_target_in_doubt(tmp_path: Path) -> None:
    lines = _extract(tmp_path).read_text("utf-8").splitlines()
    at = lines.index("  - id: '2.1'")
    assert lines[at - 2 : at] == ["  # ?   1) nhỏ hơn 1%", "  # ?   2) giảm chưa tới 1%"]
    assert "Giảm dưới" in lines[at - 3]


def test_answers_are_kept(tmp_path: Path) -> None:
    out = _extract(tmp_path)
    _edit(
        out,
        "    expect: 'giảm dưới 1%'\n",
        "    expect: 'giảm dưới 1%'\n    confirmed: {reading: 2, by: An}\n",
    )
    _edit(
        out,
        "    expect: đạt 20 tỷ đồng\n",
        "    expect: đạt 20 tỷ đồng\n    better: exact\n    basis: plan\n",
    )
    _edit(out, "indicator: Thu ngân sách", "indicator: Thu ngân sách trên địa bàn")
    _extract(tmp_path)
    rules = {rule.id: rule for rule in load_ruleset(out).rules}
    assert rules["2.1"].confirmed
    assert rules["2.1"].target.measure == "decrease"
    assert not rules["2.1"].target.needs_review
    assert (rules["3.1"].target.better, rules["3.1"].target.basis) == ("exact", "plan")
    assert rules["3.1"].target.indicator == "Thu ngân sách trên địa bàn"


def test_what_an_author_took_out_stays_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = _extract(tmp_path)
    text = out.read_text("utf-8")
    start, end = text.index("  - id: '3.1'"), text.index("# Con số ngoài")
    out.write_text(text[:start] + text[end:], encoding="utf-8")
    capsys.readouterr()
    _extract(tmp_path)
    assert [rule.id for rule in load_ruleset(out).rules] == ["1.1", "2.1"]
    assert "3.1: người biên tập đã bỏ" in capsys.readouterr().out


def test_added_paragraphs_stay(tmp_path: Path) -> None:
    out = _extract(tmp_path, TEXT, "--add", "6")
    _extract(tmp_path)
    rules = load_ruleset(out).rules
    assert [rule.expect for rule in rules][-1] == "100%"
    assert len(rules) == 4


def test_changed_words_drop_the_confirmation_and_say_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = _extract(tmp_path)
    _edit(out, "    expect: 'giảm dưới 1%'\n", "    expect: 'giảm dưới 1%'\n    confirmed: {reading: 2}\n")
    capsys.readouterr()
    _extract(tmp_path, TEXT.replace("giảm dưới 1%", "giảm dưới 2%"))
    said = " ".join(capsys.readouterr().out.split())
    assert "câu chữ đã đổi từ “giảm dưới 1%” thành “giảm dưới 2%”" in said
    assert "xác nhận lại" in said
    rule = next(rule for rule in load_ruleset(out).rules if rule.id == "2.1")
    assert (rule.expect, rule.confirmed, rule.target.needs_review) == ("giảm dưới 2%", False, True)


def test_a_file_of_another_document_is_left_alone(tmp_path: Path) -> None:
    out = _extract(tmp_path)
    before = out.read_bytes()
    other = tmp_path / "khac.txt"
    other.write_text(TEXT, encoding="utf-8")
    assert run(["extract", str(other), "-o", str(out)]) == 2
    assert out.read_bytes() == before


def test_a_broken_file_is_left_alone(tmp_path: Path) -> None:
    out = _extract(tmp_path)
    out.write_text(out.read_text("utf-8") + "nonsense: [\n", encoding="utf-8")
    before = out.read_bytes()
    document = tmp_path / "nghi-quyet.txt"
    assert run(["extract", str(document), "-o", str(out)]) == 2
    assert out.read_bytes() == before


def test_the_document_itself_is_never_the_output(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text(TEXT, encoding="utf-8")
    assert run(["extract", str(document), "-o", str(document)]) == 2
    assert document.read_text("utf-8") == TEXT


def test_words_that_an_author_chose_keep_their_place(tmp_path: Path) -> None:
    out = _extract(tmp_path)
    _edit(out, "    expect: đạt 20 tỷ đồng\n", "    expect: Thu ngân sách đạt 20 tỷ đồng\n")
    _edit(out, "    at: {paragraph: 4, span: [17, 31]}", "    at: {paragraph: 4, span: [3, 31]}")
    _extract(tmp_path)
    lines = out.read_text("utf-8").splitlines()
    at = lines.index("    expect: Thu ngân sách đạt 20 tỷ đồng")
    assert lines[at + 1] == "    at: {paragraph: 4, span: [3, 31]}"
