"""Standard output and error: UTF-8 in a pipe or a file, on a console whatever it can show."""

from __future__ import annotations

import codecs
import io
import sys
from typing import TextIO

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STAND_INS = {
    "đ": "d", "Đ": "D", "–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...",
    "≥": ">=", "≤": "<=", "≈": "~", "→": "->", "•": "-", "·": "-", "─": "-", "│": "|", "┼": "+",
    "✓": "=", "▲": "+", "✗": "x", "‰": "%o", "\u00a0": " ", "\ufeff": "",
}  # fmt: skip


def prepare_streams() -> None:
    """Set up the standard streams; a closed one is replaced by nothing to read, nowhere to write."""
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO())
    if sys.stdout is None:
        sys.stdout = io.StringIO()
    if sys.stderr is None:
        sys.stderr = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if not hasattr(stream, "reconfigure"):
            continue
        if stream.isatty():
            stream.reconfigure(errors=console_errors(stream.encoding))
        else:
            stream.reconfigure(encoding="utf-8", errors="replace")


def console_errors(encoding: str) -> str:
    """The name of the error handler for a console: a letter it lacks is shown as the nearest it has.

    >>> "98% trở lên – đạt".encode("cp437", console_errors("cp437")).decode("cp437")
    '98% tro lên - dat'
    """
    name = f"chitieu-{encoding}"

    def stand_in(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        missing = error.object[error.start : error.end]
        return "".join(_nearest(char, encoding) for char in missing), error.end

    codecs.register_error(name, stand_in)
    return name


def _nearest(char: str, encoding: str) -> str:
    """The character as letter and tone, else its bare letter, else a stand-in, else "?"."""
    import unicodedata

    parts = unicodedata.normalize("NFD", char)
    base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    tones = "".join(part for part in parts if part in _TONES)
    for candidate in (base + tones, base, _STAND_INS.get(char, ""), parts[0], _STAND_INS.get(parts[0], "")):
        if candidate and candidate != char and _fits(candidate, encoding):
            return candidate
    return "" if char in _STAND_INS and not _STAND_INS[char] else "?"


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def write_bytes(data: bytes, stream: TextIO) -> None:
    """Bytes as they are to a pipe or a file; to a console as text."""
    raw = getattr(stream, "buffer", None)
    if raw is None or stream.isatty():
        stream.write(data.decode("utf-8-sig"))
        return
    stream.flush()
    raw.write(data)
    raw.flush()
