"""Words that steer a reading, with a mark lost or wrong: read as meant, which is said, or words of their own."""

from __future__ import annotations

import pytest

from chitieu.reading import Reading, parse
from chitieu.reading.tokens.misspelling import bare_spelling, misspellings

#: A clause and the words in it that are misspelt, one after another.
CLAUSES = [
    ("Tỷ lệ hộ nghèo còn {} 5%", "dưới"),
    ("Tỷ lệ hộ nghèo {} 5%", "tối đa"),
    ("Tỷ lệ hộ nghèo {} 5%", "không vượt quá ngưỡng"),
    ("Tỷ lệ hộ dùng nước sạch {} 95%", "trên"),
    ("Tỷ lệ hộ dùng nước sạch {} 95%", "tối thiểu"),
    ("Tỷ lệ hộ dùng nước sạch {} 95%", "ít nhất"),
    ("Tỷ lệ hộ dùng nước sạch {} 95%", "không thấp hơn"),
    ("Tỷ lệ hộ dùng nước sạch {} 95%", "không dưới"),
    ("Tỷ lệ hộ dùng nước sạch 95% {}", "trở lên"),
    ("Tỷ lệ bỏ học 0,5% {}", "trở xuống"),
    ("Tỷ lệ hộ nghèo {} 1,5%", "giảm xuống còn"),
    ("{} cháy nổ", "không để xảy ra"),
]
#: Wrong spellings that are words of their own where they stand.
OWN = {"thấp hôn", "không qua", "không quà", "không thấp hon", "thấp hon", "giảm xuống con"}


def _meaning(reading: Reading) -> list[dict[str, object]]:
    left_out = ("span", "indicator")
    return [
        {key: value for key, value in target.flat().items() if key not in left_out}
        for target in reading.targets
    ]


def _cases() -> list[tuple[str, str, str]]:
    cases = []
    for clause, phrase in CLAUSES:
        parts = phrase.split()
        for at, part in enumerate(parts):
            for wrong in misspellings(part):
                spelt = " ".join((*parts[:at], wrong, *parts[at + 1 :]))
                if spelt not in OWN:
                    cases.append((clause, phrase, spelt))
        cases.append((clause, phrase, " ".join(map(bare_spelling, parts))))
    return cases


@pytest.mark.parametrize(("clause", "phrase", "spelt"), _cases())
def test_read_as_meant(clause: str, phrase: str, spelt: str) -> None:
    meant, read = parse(clause.format(phrase)), parse(clause.format(spelt))
    assert _meaning(read) == _meaning(meant)
    said = [note.params for note in read.notes if note.code == "reading.misspelt"]
    assert said, "what was read for what must be said"
    assert not [note for note in meant.notes if note.code == "reading.misspelt"]


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ tảo hôn 3%",
        "Lao động chưa qua đào tạo 25%",
        "Chi tối đa cho hội nghị 5 tỷ đồng",
        "Tổng chi còn 120 tỷ đồng",
        "Không đề nghị khen thưởng 3 tập thể",
        "Đàn lợn hơn 5.000 con",
        "Giám sát 02 chuyên đề",
        "Khai thác nước khoáng 5 triệu lít",
        "Chưa đẩy mạnh 02 phong trào",
    ],
)
def test_left_alone(text: str) -> None:
    assert [note for note in parse(text).notes if note.code == "reading.misspelt"] == []
