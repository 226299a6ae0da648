"""Bytes into every entrance: those that something was once found with, cuts and changes of good ones, and any."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .entrances import CORPUS, ENTRANCES, enter

EXAMPLES = Path(__file__).resolve().parents[2]
#: A good input of each kind, to be spoilt.
SEEDS = {
    "clause": "Tỷ lệ hộ gia đình văn hóa trên 98%, kết nạp từ 5 - 8 đảng viên".encode(),
    "pair": "giảm ít nhất 5% số vụ\ngiảm 6%".encode(),
    "line": '{"target": "đạt 95%", "actual": "94,96%", "baseline": 3}'.encode(),
    "ruleset": (EXAMPLES / "rulesets/tran-phu-2023.yaml").read_bytes()[:4000],
    "csv": "Mã;Thực hiện;ĐVT;Cùng kỳ\n1.1.1;9;đảng viên;\n2.2.1;47;vụ;50\n".encode(),
    "json": b'[{"id": "1.1.1", "value": "94,96%", "baseline": 3}]',
    "yaml": b"- id: 1.1.1\n  value: 79/77\n",
    "workbook": (EXAMPLES / "examples/tran-phu-2023.xlsx").read_bytes(),
}
FOUND = [(path.parent.name, path.name) for path in sorted(CORPUS.glob("*/*"))]


def test_every_entrance_has_a_seed_and_the_corpus_no_other() -> None:
    assert set(SEEDS) == set(ENTRANCES)
    assert {name for name, _ in FOUND} <= set(ENTRANCES)
    assert FOUND


@pytest.mark.parametrize(("name", "file"), FOUND)
def test_what_was_found(name: str, file: str) -> None:
    enter(name, (CORPUS / name / file).read_bytes())


@pytest.mark.parametrize("name", sorted(ENTRANCES))
@settings(max_examples=60)
@given(data=st.data())
def test_spoilt(name: str, data: st.DataObject) -> None:
    good = SEEDS[name]
    enter(name, good)
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 40)))
    enter(name, good[:start] + data.draw(st.binary(max_size=12)) + good[end:])


@pytest.mark.parametrize("name", sorted(ENTRANCES))
@given(data=st.binary(max_size=400))
def test_any_bytes(name: str, data: bytes) -> None:
    enter(name, data)
