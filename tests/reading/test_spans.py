"""Spans point into the text as given, however it was typed, and hold what was read."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chitieu.reading import Reading, parse

from .tables import load_tables

CASES = [
    case
    for name, cases in load_tables().items()
    if name not in ("actuals", "noise", "expressions")
    for case in cases
    if "known" not in case and case["want"] and case["want"] != "any"
]
TEXTS = sorted({unicodedata.normalize("NFC", case["text"]) for case in CASES})
texts = st.sampled_from(TEXTS)
ZERO_WIDTH = "\u200b\u200c\u2060\ufeff\u00ad"


def conditions(reading: Reading) -> list[dict[str, Any]]:
    """The flat targets without their places."""
    return [_without_places(target.flat()) for target in reading.targets]


def _without_places(flat: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in flat.items() if key != "span"}
    if "readings" in kept:
        kept["readings"] = [_without_places(reading) for reading in kept["readings"]]
    return kept


def pieces(reading: Reading) -> list[str]:
    """The words of the text as given that each target was read from."""
    out = []
    for target in reading.targets:
        assert target.span is not None
        start, end = target.span
        assert 0 <= start < end <= len(reading.text), (target.span, reading.text)
        out.append(reading.text[start:end])
    return out


@pytest.mark.parametrize("text", TEXTS)
def test_spans_hold_words_of_the_text(text: str) -> None:
    reading = parse(text)
    assert reading.text == text
    for piece, target in zip(pieces(reading), reading.targets, strict=True):
        assert piece == piece.strip(), piece
        if (
            target.kind == "quantity"
            and "value" in target.flat()
            and target.flat()["value"] not in ("0", "2", "1/2")
        ):
            assert re.search(
                r"\d|[½⅓]|nhất|rưỡi|đôi|nửa|một|hai|ba|bốn|năm|sáu|bảy|tám|mười|trăm|chín", piece, re.I
            ), piece
    for note in reading.notes:
        if note.place is not None and note.place.span is not None:
            start, end = note.place.span
            assert 0 <= start <= end <= len(text)


@given(texts)
def test_decomposed(text: str) -> None:
    given_text = unicodedata.normalize("NFD", text)
    reading = parse(given_text)
    assert reading.text == given_text
    assert [unicodedata.normalize("NFC", piece) for piece in pieces(reading)] == pieces(parse(text))
    assert conditions(reading) == conditions(parse(text))


@given(texts, st.sampled_from(["\u00a0", "\u202f", "\u2009", "\u3000", "\t", "\n"]))
def test_other_spaces(text: str, space: str) -> None:
    # where a text has other spaces, its tabs part the cells of a row and its line ends the rows
    assume("\t" not in text or space not in "\t\n")
    assume("\n" not in text or space != "\n")
    reading = parse(text.replace(" ", space))
    assert [" ".join(piece.split()) for piece in pieces(reading)] == [
        " ".join(p.split()) for p in pieces(parse(text))
    ]
    assert conditions(reading) == conditions(parse(text))


@pytest.mark.parametrize(("space", "spaces"), [(" ", "  "), (" ", "\u00a0 "), (", ", ", \n ")])
def test_several_spaces(space: str, spaces: str) -> None:
    """A number alone in its line may be one of a page, so lines end between words here."""
    text = "Sĩ số không quá 35 học sinh/lớp, tổ chức 2 kỳ họp, giáo viên dạy giỏi đạt 20%"
    assert conditions(parse(text.replace(space, spaces))) == conditions(parse(text))


@given(texts, st.data())
def test_zero_width(text: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(text)), min_size=1, max_size=5))
    sign = data.draw(st.sampled_from(ZERO_WIDTH))
    given_text = "".join((sign if at in places else "") + char for at, char in enumerate([*text, ""]))
    reading = parse(given_text)
    assert [piece.replace(sign, "") for piece in pieces(reading)] == pieces(parse(text))
    assert conditions(reading) == conditions(parse(text))


@given(texts, st.data())
def test_html_entities(text: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, len(text) - 1), min_size=1, max_size=5))
    form = data.draw(st.sampled_from(["&#{0};", "&#x{0:x};"]))
    given_text = "".join(form.format(ord(char)) if at in places else char for at, char in enumerate(text))
    reading = parse(given_text)
    assert [html.unescape(piece) for piece in pieces(reading)] == pieces(parse(text))
    assert conditions(reading) == conditions(parse(text))


@given(texts, st.sampled_from(["", " ", "\ufeff", "• ", "- ", "\n", "\u200b\u00a0"]))
def test_something_before(text: str, before: str) -> None:
    reading = parse(before + text)
    assert pieces(reading) == pieces(parse(text))


def _alone() -> list[tuple[str, str, dict[str, Any]]]:
    """Figures whose own words say all: text, piece, and what the piece must be read as."""
    out = []
    for text in TEXTS:
        reading = parse(text)
        codes = {note.code for note in reading.notes}
        if codes & {"reading.shared_comparator", "reading.space_in_figure", "reading.difference"}:
            continue
        for target, piece in zip(reading.targets, pieces(reading), strict=True):
            flat = target.flat()
            negated = "không để" in text.lower() and "không để" not in piece.lower()
            beyond = flat.get("op") == ">" and piece.startswith(
                "vượt"
            )  # of a rate that the name tells, not of a plan
            if (
                flat["kind"] != "quantity"
                or target.restates
                or negated
                or beyond
                or not _says_all(flat, piece)
            ):
                continue
            out.append((text, piece, flat))
    return out


def _says_all(flat: dict[str, Any], piece: str) -> bool:
    own = unicodedata.normalize("NFKC", piece).casefold()
    unit = re.split(r"[ /]", flat["unit"].casefold())[0]
    verb = {"increase": "tăng", "decrease": "giảm", "level": ""}[flat["measure"]]
    if re.match(rf"{re.escape(unit)}(?!\w)", own):
        return False  # a row of a table: the unit stands before its figure
    if "/" in flat["unit"] and "/" not in own and "trên" not in own:
        return False  # the base of a rate stands behind the last of a list
    return bool(unit) and unit in own and verb in own and flat["value" if "value" in flat else "high"] != "0"


ALONE = _alone()
KNOWN = {
    "một, hai đảng viên": "at the beginning one or two may be told of",
    "ba đảng viên": "'ba' at the beginning may be no number",
    "ba hội nghị": "'ba' at the beginning may be no number",
    "ba hợp tác xã": "'ba' at the beginning may be no number",
    "năm đảng viên": "'năm' at the beginning may be a year: a person is asked",
    "năm tổ hợp tác": "'năm' at the beginning may be a year: a person is asked",
    "năm lao động": "'năm' at the beginning may be a year: a person is asked",
    "năm hợp tác xã": "'năm' at the beginning may be a year: a person is asked",
    "năm xã": "'năm' at the beginning may be a year: a person is asked",
    "Không giữ lại hơn 7%": "what may be kept no more of stands behind",
    "trên 100%": "of nothing that is counted it may be more than all",
    "Trên 100%": "of nothing that is counted it may be more than all",
    **dict.fromkeys(
        (
            "95 | khu vực II: 85 - 90 | khu vực III: ≥ 70 | ĐVT: %",
            "85 - 90 | khu vực III: ≥ 70 | ĐVT: %",
            "≥ 70 | ĐVT: %",
            "350 | TH 2024: 310 | ĐVT: tỷ đồng",
            "98 | nông thôn: 65 | ĐVT: %",
            "65 | ĐVT: %",
        ),
        "the unit at the end is that of a row, whose first cell is its name",
    ),
    "5 KPI": "alone it is how many a plan has, and nothing says that they are met",
    "đạt 75 tuổi": "an age is no figure, and a bare 'đạt' then states a status",
    "đạt 68 tuổi": "an age is no figure, and a bare 'đạt' then states a status",
    "phấn đấu đến năm 2030 đạt 75 tuổi": "an age is no figure, and a bare 'đạt' then states a status",
    "đạt mức 74 tuổi trở lên": "an age is no figure, and a bare 'đạt' then states a status",
    "đạt từ 74 tuổi đến 75 tuổi": "an age is no figure, and a bare 'đạt' then states a status",
    "từ 74,5 tuổi lên 75,5 tuổi": "an age is no figure",
    ": 75 tuổi": "an age is no figure",
    "dưới 45 tuổi": "an age is no figure",
    "26 tuổi": "an age is no figure",
    "dưới 38 tuổi": "an age is no figure",
    "không quá 40 tuổi": "an age is no figure",
    "từ 16 tuổi trở lên": "an age is no figure",
    "vượt 14 mô hình": "the 'đạt và' before it ends the name",
    "tăng lên 18% so với năm 2024": "without the name of a sum it may be so little of what there was",
    "tăng lên ít nhất 9% so với năm trước": "without the name of a sum it may be so little of what there was",
    "giảm xuống 12% so với cùng kỳ": "without the name of a count it may be so little of what there was",
    "-2% đến 3%": "the sign of a range's lower end is lost at the beginning of a text",
    "đạt 58 triệu": "without the name of a sum of money it may be millions of anything",
    "từ 800 - 900 triệu": "without the name of a sum of money it may be millions of anything",
    "đạt 95% (19/20 xã) trở lên": "what the bracket within restates is a target too",
    "3% (120 hộ) trở xuống": "what the bracket within restates is a target too",
    ": 2025 (ĐVT: đồng": "without a name it is a year",
    "75 | Tuổi": "an age is no figure",
    "12 | Xã": "without a name that counts them the last cell may say who does it",
    "năm mô hình": "'năm' at the beginning of a text is not read as 5",
}


@pytest.mark.parametrize(
    ("text", "piece", "flat"),
    [
        pytest.param(
            *case,
            id=f"{number}",
            marks=pytest.mark.xfail(reason=KNOWN[case[1]], raises=AssertionError) if case[1] in KNOWN else (),
        )
        for number, case in enumerate(ALONE, 1)
    ],
)
def test_the_piece_alone_says_the_same(text: str, piece: str, flat: dict[str, Any]) -> None:
    targets = [target.flat() for target in parse(piece).targets]
    assert len(targets) == 1, (text, piece, targets)
    for key in ("measure", "op", "value", "low", "high", "unit"):
        assert targets[0].get(key) == flat.get(key), (text, piece)


def test_known_pieces_stand() -> None:
    assert {piece for _, piece, _ in ALONE} >= set(KNOWN)


def test_enough_pieces() -> None:
    assert len(ALONE) >= 200
