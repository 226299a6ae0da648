"""One line in, one line out: ``parse --format jsonl`` and ``judge``."""

import io
import json
from typing import Any, BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chitieu.cli.parse import batches, decode

from .conftest import Call


def parse_lines(call: Call, data: bytes) -> list[dict[str, Any]]:
    result = call("parse", "--format", "jsonl", stdin=data)
    assert result.code == 0
    assert result.err == ""
    assert result.out == "" or result.out.endswith("\n")
    return [json.loads(line) for line in result.out.split("\n")[:-1]]


INPUTS: list[tuple[bytes, list[str]]] = [
    (b"", []),
    (b"\n", [""]),
    (b"\n\n", ["", ""]),
    (b"a", ["a"]),
    (b"a\r\nb\n", ["a", "b"]),
    (b"a\rb\n", ["a\rb"]),
    (b"a\r\r\n", ["a\r"]),
    (b"a\x0bb\x0cc\x1cd\n", ["a\x0bb\x0cc\x1cd"]),
    ("a\u2028b\u0085c\n".encode(), ["a\u2028b\u0085c"]),
    (b"\x00\n", ["\x00"]),
    (b"tr\xc3\n", ["tr\ufffd"]),
    ("\ufffd\n".encode(), ["\ufffd"]),
    (b"\xed\xa0\x80\n", ["\ufffd\ufffd\ufffd"]),
    (b"  trailing  \n", ["  trailing  "]),
]


@pytest.mark.parametrize(("data", "texts"), INPUTS)
def test_a_line_out_for_a_line_in(call: Call, data: bytes, texts: list[str]) -> None:
    lines = parse_lines(call, data)
    assert [line["text"] for line in lines] == texts
    for line in lines:
        assert list(line) == ["text", "targets", "needs_review", "notes"]


def test_bad_utf8_is_said_and_a_replacement_in_the_text_is_not(call: Call) -> None:
    bad, good, mixed = parse_lines(call, b"98\xff\xff%\n" + "\ufffd\n".encode() + b"\xef\xbf\xbd\xff\n")
    assert [note["code"] for note in bad["notes"]].count("text.bad_utf8") == 1
    assert "2 chỗ" in next(n["message"] for n in bad["notes"] if n["code"] == "text.bad_utf8")
    assert "text.bad_utf8" not in [note["code"] for note in good["notes"]]
    assert "1 chỗ" in next(n["message"] for n in mixed["notes"] if n["code"] == "text.bad_utf8")


def expected_lines(data: bytes) -> list[bytes]:
    """The contract in its plainest form: line feeds end lines, a carriage return before one belongs to it."""
    parts = data.split(b"\n")
    if parts[-1] == b"":
        parts.pop()
    return [part[:-1] if part.endswith(b"\r") else part for part in parts]


class _Slow(io.RawIOBase):
    """A stream that gives its bytes in pieces."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces

    def read1(self, _size: int) -> bytes:
        return self.pieces.pop(0) if self.pieces else b""


@given(st.lists(st.binary(min_size=1, max_size=12).map(lambda b: b.replace(b"\x07", b"\r\n")), max_size=8))
def test_lines_do_not_depend_on_how_the_bytes_come(pieces: list[bytes]) -> None:
    whole = b"".join(pieces)
    lines = [line for batch in batches(cast("BinaryIO", _Slow(list(pieces)))) for line in batch]
    assert lines == expected_lines(whole)


@given(st.binary(max_size=40))
def test_decoding_never_fails_and_says_what_it_replaced(line: bytes) -> None:
    text, notes = decode(line)
    text.encode("utf-8")
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        assert [note.code for note in notes] == ["text.bad_utf8"]
    else:
        assert notes == ()


def test_arguments_give_lines_too(call: Call) -> None:
    result = call("parse", "--format", "jsonl", "trên 98%", "- 5 đảng viên")
    assert [json.loads(line)["text"] for line in result.out.splitlines()] == ["trên 98%", "- 5 đảng viên"]


def judge_lines(call: Call, *lines: str | bytes) -> list[dict[str, Any]]:
    data = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
    result = call("judge", "--format", "jsonl", stdin=data)
    assert result.code == 0
    assert result.err == ""
    return [json.loads(line) for line in result.out.splitlines()]


JUDGED: list[tuple[dict[str, Any], str, str | None]] = [
    ({"target": "trên 98%", "actual": "98,2%"}, "met", "0.200000"),
    ({"target": "trên 98%", "actual": "98%"}, "not_met", "0.000000"),
    ({"target": "đạt 95%", "actual": "94,96%"}, "not_met", "-0.040000"),
    ({"target": "đạt 95%", "actual": 96.5, "unit": "%"}, "exceeded", "1.500000"),
    ({"target": "từ 5 - 8 đảng viên", "actual": 9}, "exceeded", "1.000000"),
    ({"target": "từ 5 - 8 đảng viên", "actual": "9", "better": "exact"}, "not_met", None),
    ({"target": "trên 98%", "actual": ""}, "undecided", None),
    ({"target": "trên 98%", "actual": None}, "undecided", None),
]


@pytest.mark.parametrize(("line", "outcome", "margin"), JUDGED)
def test_judging_lines(call: Call, line: dict[str, Any], outcome: str, margin: str | None) -> None:
    (answer,) = judge_lines(call, json.dumps(line, ensure_ascii=False))
    assert answer["outcome"] == outcome, answer
    assert answer["reasons"]
    assert {"outcome", "margin", "completion", "reasons"} <= set(answer)
    if margin is not None:
        assert answer["margin"] == margin


REFUSED: list[tuple[str | bytes, str]] = [
    ("", "judge.bad_json"),
    ("{", "judge.bad_json"),
    ("[" * 100_000, "judge.bad_json"),
    ("[]", "judge.not_object"),
    ("1", "judge.not_object"),
    ('{"target": "trên 98%"}', "judge.missing_key"),
    ('{"actual": "98%"}', "judge.missing_key"),
    ('{"target": "trên 98%", "actual": "98%", "unti": "%"}', "judge.unknown_key"),
    ('{"target": 98, "actual": "98%"}', "judge.bad_value"),
    ('{"target": "trên 98%", "actual": NaN}', "judge.bad_json"),
    ('{"target": "trên 98%", "actual": 1e999999999}', "judge.bad_json"),
    ('{"target": "trên 98%", "actual": 0e-7777777777777777777777}', "judge.bad_json"),
    ('{"target": "trên 98%", "actual": true}', "judge.bad_value"),
    ('{"target": "trên 98%", "actual": ["98%"]}', "judge.bad_value"),
    ('{"target": "trên 98%", "actual": "98%", "better": "up"}', "judge.bad_value"),
]


@pytest.mark.parametrize(("line", "code"), REFUSED)
def test_a_bad_line_is_answered_and_the_next_one_judged(call: Call, line: str | bytes, code: str) -> None:
    good = '{"target": "trên 98%", "actual": "98,2%"}'
    answer, following = judge_lines(call, line, good)
    assert answer["outcome"] == "undecided"
    assert [reason["code"] for reason in answer["reasons"]] == [code]
    assert following["outcome"] == "met"


def test_lone_surrogates_and_bad_bytes_are_survived(call: Call) -> None:
    lines = judge_lines(
        call, '{"target": "\\ud800 98%", "actual": "98%"}', b'{"target": "98\xff%", "actual": "98%"}'
    )
    assert len(lines) == 2


def test_one_figure_of_400_digits(call: Call) -> None:
    (answer,) = judge_lines(call, json.dumps({"target": "trên 98%", "actual": "9" * 400}))
    assert answer["outcome"] in {"met", "undecided"}
