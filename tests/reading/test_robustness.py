"""Whatever the text: no error, one answer, time in step with the length, every line answered."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chitieu.reading import parse, read_actual, read_expression

from .tables import load_tables

TABLES = load_tables()
CLAUSES = [case["text"] for name, cases in TABLES.items() if name != "actuals" for case in cases]
REPORTED = [case["text"] for case in TABLES["actuals"]]
TOKENS = [
    "đạt",
    "từ",
    "đến",
    "tới",
    "trên",
    "dưới",
    "trở lên",
    "trở xuống",
    "tăng",
    "giảm",
    "còn",
    "xuống còn",
    "lên",
    "so với",
    "năm trước",
    "năm 2021",
    "kế hoạch",
    "mỗi",
    "từng",
    "trong đó",
    "không có",
    "không để xảy ra",
    "giữ vững",
    "khoảng",
    "gần",
    "gấp",
    "gấp đôi",
    "một nửa",
    "2/3",
    "01",
    "2.860",
    "310,01",
    "0.1",
    "99, 50",
    "%",
    "‰",
    "o/oo",
    "0/00",
    "tỷ",
    "triệu",
    "nghìn",
    "đồng",
    "đảng viên",
    "hộ",
    "vụ",
    "/",
    "/10.000 dân",
    "/năm",
    "ha",
    "kWh",
    "-",
    "–",
    "(",
    ")",
    ";",
    ",",
    ".",
    ":",
    "±",
    "≥",
    "<",
    ">",
    "=",
    "[",
    "]",
    "{",
    "}",
    "“",
    "”",
    "l0",
    "9O",
    "hạng",
    "thứ",
    "tốp",
    "loại",
    "II",
    "Khá",
    "Tốt",
    "hoàn thành tốt nhiệm vụ",
    "rưỡi",
    "linh",
    "mươi",
    "trăm",
    "chục",
    "năm",
    "ba",
    "hai",
    "lần",
    "bậc",
    "sao",
    "phấn đấu",
    "ít nhất",
    "không quá",
    "bình quân",
    "Đề án",
    "Điều",
    "ngày",
    "15/12",
    "30/6/2024",
    "số",
    "19-NQ/TW",
    "khu phố",
    "tuổi",
    "lần lượt là",
    "tỷ lệ",
    "lớp",
    "̓",
    "\u200b",
    "\xa0",
    "&gt;",
    "&#7927;",
    "\n",
    "\t",
    "1.2.3",
    "1,2,3",
    "٣",
    "½",
    "x",
    "m2",
    "2020",
]
arbitrary = st.text(max_size=60)
mixtures = st.lists(
    st.sampled_from(CLAUSES) | st.sampled_from(TOKENS) | st.text(max_size=4), max_size=14
).flatmap(lambda parts: st.sampled_from(["", " ", "  "]).map(lambda glue: glue.join(parts)))
slices = st.sampled_from(CLAUSES).flatmap(
    lambda text: st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(
        lambda ends: text[min(ends) : max(ends)]
    )
)
anything = arbitrary | mixtures | slices

CRASHES = [
    "9" * 4001,
    "9," + "9" * 5000,
    "4[7;\u0313",
    "02",
    "5",
    "9/",
    "/9",
    "1/",
    "1/0",
    "0/0 hộ",
    "%",
    "từ",
    "từ 5 -",
    "±",
    "12 ±",
    "\u0313",
    "\ud800",
    "2/9",
    "ngân sách tỉnh 50%, huyện một nửa, xã 1/3",
    "ngân sách một nửa, 25%, 25%",
    "Đến 31/12/2025, một nửa ngân sách tỉnh, 100% hộ",
    "Tập hợp 78% phụ nữ vào ít nhất Hội (đầu nhiệm kỳ 71,7%)",
]


def check(text: str) -> None:
    """A reading is whole: its text is the text given, its places lie in it, and it can be written as JSON."""
    reading = parse(text)
    assert reading.text == text
    flat = reading.to_dict()
    for target in flat["targets"]:
        start, end = target["span"]
        assert 0 <= start <= end <= len(text)
    assert reading.needs_review or not any(target.get("needs_review") for target in flat["targets"])
    if not any("\ud800" <= char <= "\udfff" for char in text):
        assert json.loads(json.dumps(flat, ensure_ascii=False).encode()) == flat
    for lang in ("vi", "en"):
        assert all(note["message"] for note in reading.to_dict(lang)["notes"])


@given(anything)
@example("4[7;\u0313")
def test_parse_never_raises(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", CRASHES)
def test_what_once_raised(text: str) -> None:
    check(text)
    check(f"Tỷ lệ {text} đạt 95%")
    read_actual(text)
    read_expression(text, "Số hộ nghèo")


@given(anything, st.sampled_from(["", "Tỷ lệ hộ nghèo", "Số vụ cháy", "x"]) | arbitrary)
def test_read_expression_never_raises(text: str, indicator: str) -> None:
    assert read_expression(text, indicator).text == text


@given(
    anything | st.sampled_from(REPORTED), st.none() | st.sampled_from(["%", "hộ", "tỷ đồng", " "]) | arbitrary
)
def test_read_actual_never_raises(text: str, unit: str | None) -> None:
    assert read_actual(text, unit) == read_actual(text, unit)


@given(anything)
def test_one_text_has_one_reading(text: str) -> None:
    fresh: Callable[[str], Any] = parse.__wrapped__
    assert fresh(text) == fresh(text) == parse(text)


@given(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=4))
def test_no_reading_depends_on_what_was_read_before(clauses: list[str]) -> None:
    before = [parse.__wrapped__(clause) for clause in clauses]
    after = [parse.__wrapped__(clause) for clause in reversed(clauses)]
    assert before == after[::-1]


PIECES = [
    "9",
    "9,",
    "1.",
    "(",
    ")",
    "-",
    "%",
    "/",
    "9/",
    "5 - ",
    "từ 5 đến ",
    "tăng ",
    "l",
    "\u0301",
    "&#",
    "“",
    "a",
    "Đ",
    "và ",
    "một ",
    "không có ",
    "95% hộ, ",
    "đạt ",
    "trong đó ",
    "5 - ",
    "a | 5 | ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_long_texts_end(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    assert parse.__wrapped__(text).text == text


@pytest.mark.parametrize("piece", ["9", "9,", "(", "%", "năm ", "triệu ", "giảm ", "9/9 ", "-"])
def test_long_actuals_end(piece: str) -> None:
    read_actual(piece * (100_000 // len(piece)))


class Counter:
    """Counts what a reading does, the same on every machine, unlike the time it takes."""

    def __init__(self, *events: str) -> None:
        self.events, self.count = events, 0

    def __call__(self, _frame: FrameType, event: str, _argument: object) -> Counter:
        self.count += event in self.events
        return self

    def of(self, text: str, watch: Callable[[Any], None]) -> int:
        parse.__wrapped__(text)  # what is built once is built before
        watch(self)
        try:
            parse.__wrapped__(text)
        finally:
            watch(None)
        return self.count


def steps(text: str) -> int:
    """How many functions a reading calls."""
    return Counter("call", "c_call").of(text, sys.setprofile)


def lines_run(text: str) -> int:
    """How many lines a reading runs, each turn of a loop as one: what it looks at, and not only what it calls."""
    return Counter("line").of(text, sys.settrace)


def grows_with_the_length(count: Callable[[str], int], piece: str, times: int) -> None:
    short, long = count(piece * times), count(piece * (times * 4))
    assert long <= 4.8 * short + 2000, (short, long)


@pytest.mark.parametrize(
    "clause",
    [
        "Tỷ lệ hộ gia đình văn hóa trên 98%, kết nạp từ 5 - 8 đảng viên; ",
        "Trồng 500 cây xanh, ",
        "giảm 5% số vụ ",
        "Không có khiếu kiện và giữ vững danh hiệu ",
        "Tăng cường công tác tuyên truyền ",
        "mỗi chi bộ có ít nhất 01 (tương đương 2%) ",
        "từ 5 - ",
        "9/9",
        "năm ",
        "((",
        "so với năm 2020 ",
        "Ban Thường vụ (báo cáo), ",
        "Không đạt (85%) ",
        "grade >= khá, ",
        "8.1 - Thể nhẹ cân % 9,6 ≤ 9,2 8.2 - Thể thấp còi % 16,1 ≤ 15,5 ",
    ],
)
def test_work_grows_with_the_length(clause: str) -> None:
    grows_with_the_length(steps, clause, 40)


@pytest.mark.parametrize(
    "piece",
    [
        "một xã, hai thôn, ",
        "mười ",
        "thứ 5 ",
        "STT Chỉ tiêu Đơn vị Thực hiện 2024 Kế hoạch 2025\n",
        "Chỉ tiêu ĐVT KH 2025 ",
        "Năm 2024 đạt 5 tấn, kế hoạch năm 2025 là 6 tấn, ",
        "bằng 5% kế hoạch, ",
        "- Đạt ",
        "Đạt 5%\nXã\n",
        "- Trồng rừng phòng hộ ",
        "a) Trồng 5 ha ",
        "- ",
        "năm 2025, ",
        "Khá trở lên, ",
        "xã Hòa Bình, ",
        "(so với năm 2024) ",
        "đạt 95% (3/3 trạm) ",
    ],
)
def test_a_piece_is_looked_at_so_often_however_many_stand_around_it(piece: str) -> None:
    """A walk to the ends of the text from each piece calls nothing, so that only its lines tell of it."""
    grows_with_the_length(lines_run, piece, 6000 // len(piece))


def test_json_lines() -> None:
    """One line in, one line out, in order, for any bytes whatever."""
    chance = random.Random(2024)
    lines: list[bytes] = [
        b"",
        b"\xff98%",
        b"\x00",
        b"\x0b98%\x0c",
        "98%\u2028 hộ\u0085".encode(),
        b" ",
        b"\xed\xa0\x80",
    ]
    for clause in CLAUSES:
        parts = [clause, *chance.sample(TOKENS, 3), chance.choice(CLAUSES)]
        text = chance.choice(["", " "]).join(parts).replace("\n", " ").replace("\r", " ")
        lines.append(chance.choice([text, unicodedata.normalize("NFD", text)]).encode())
    ends = [chance.choice([b"\n", b"\r\n"]) for _ in lines]
    run = subprocess.run(
        [sys.executable, "-m", "chitieu", "parse", "--format", "jsonl"],
        input=b"".join(line + end for line, end in zip(lines, ends, strict=True)),
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    out = run.stdout.decode("utf-8").split("\n")
    assert out.pop() == ""
    assert len(out) == len(lines)
    for line, answer in zip(lines, out, strict=True):
        document = json.loads(answer)
        assert set(document) == {"text", "targets", "needs_review", "notes"}
        assert document["text"] == line.decode("utf-8", "replace")
        assert isinstance(document["needs_review"], bool)
        for target in document["targets"]:
            assert {"kind", "indicator", "span"} <= set(target)
        for note in document["notes"]:
            assert {"code", "message"} <= set(note)
