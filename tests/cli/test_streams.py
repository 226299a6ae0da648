"""Consoles that lack letters, and pipes that are always UTF-8."""

import io

import pytest

from chitieu.cli.streams import console_errors, write_bytes


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("Đạt", "cp1258", "Đạt"),  # ạ as a and its dot below
        ("nghiệp", "cp1258", "nghiệp"),
        ("≥ 5", "cp1258", ">= 5"),
        ("Đạt và vượt", "cp437", "Dat và vuot"),
        ("trở lên", "cp437", "tro lên"),
        ("“a” – 5‰", "cp437", '"a" - 5%o'),
        ("中", "cp437", "?"),
        ("─│✓▲✗→", "ascii", "-|=+x->"),
        ("a\ud800b", "utf-8", "a?b"),
    ],
)
def test_nearest_letters(text: str, encoding: str, shown: str) -> None:
    import unicodedata

    seen = text.encode(encoding, console_errors(encoding)).decode(encoding)
    assert unicodedata.normalize("NFC", seen) == shown


def test_bytes_go_out_as_they_are() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1258")
    write_bytes(b"\xef\xbb\xbfa\r\n", stream)
    assert raw.getvalue() == b"\xef\xbb\xbfa\r\n"


class _Console(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_console_gets_text_without_the_mark() -> None:
    console = _Console()
    write_bytes("\ufeffĐạt".encode(), console)
    assert console.getvalue() == "Đạt"
