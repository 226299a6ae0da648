"""``chitieu parse``: clauses to targets."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from chitieu.cli.base import SETTINGS, WORDS, TextCommand, format_option, lang_option
from chitieu.diagnostics import Diagnostic, Lang

if TYPE_CHECKING:
    from chitieu.reading import Reading

_CHUNK = 1 << 16


@click.command(
    "parse",
    cls=TextCommand,
    context_settings=SETTINGS,
    help="Đọc câu chữ thành chỉ tiêu; không có TEXT thì đọc từng dòng từ đầu vào chuẩn.\n\n"
    "Read clauses into targets: the arguments, or one a line on standard input.",
)
@click.argument("texts", nargs=-1, type=WORDS, metavar="[TEXT…]")
@format_option("table", "json", "jsonl", default="table")
@click.option(
    "--figures",
    is_flag=True,
    help="Cho biết mỗi con số trong câu là gì. / Show the account of every figure.",
)
@lang_option
def parse(texts: tuple[str, ...], form: str, figures: bool, lang: Lang) -> None:
    """Read the texts, or standard input line by line."""
    if form == "jsonl":
        _write_lines(texts, lang, figures)
        return
    lines: Iterable[bytes] = () if texts else _lines(sys.stdin.buffer)
    readings = [_read(text) for text in texts] if texts else [_read_bytes(line) for line in lines]
    if form == "json":
        from chitieu.cli.output import emit_text
        from chitieu.report.json_report import to_json
        from chitieu.report.provenance import SCHEMA_VERSION

        entries = [_entry(reading, notes, lang, figures) for reading, notes in readings]
        emit_text(to_json({"schema_version": SCHEMA_VERSION, "readings": entries}))
        return
    from chitieu.cli.output import canvas, emit_lines
    from chitieu.report.readings import readings_table

    width, signs = canvas(None)
    shown = [_with_notes(reading, notes) for reading, notes in readings]
    emit_lines(readings_table(shown, width=width, lang=lang, signs=signs, figures=figures))


def _read(text: str) -> tuple[Reading, tuple[Diagnostic, ...]]:
    from chitieu.reading import parse as read

    return read(text), ()


def _read_bytes(line: bytes) -> tuple[Reading, tuple[Diagnostic, ...]]:
    text, notes = decode(line)
    return _read(text)[0], notes


def decode(line: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text of a line; bytes that are not UTF-8 are replaced, with a note.

    >>> decode(b"98%"), decode(b"\\xff98%")[0]
    (('98%', ()), '�98%')
    """
    try:
        return line.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = line.decode("utf-8", "replace")
    # a replacement character that was in the text itself is not a fault
    count = text.count("\ufffd") - line.count("\ufffd".encode())
    return text, (Diagnostic("text.bad_utf8", {"count": count}),)


def _entry(reading: Reading, notes: Iterable[Diagnostic], lang: Lang, figures: bool) -> dict[str, Any]:
    out: dict[str, Any] = reading.to_dict(lang, figures=figures)
    if added := [note.to_dict(lang) for note in notes]:
        out["notes"] = [*out["notes"], *added]
    return out


def _with_notes(reading: Reading, notes: tuple[Diagnostic, ...]) -> Reading:
    return reading.model_copy(update={"notes": (*reading.notes, *notes)}) if notes else reading


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    for batch in batches(stream):
        yield from batch


def batches(stream: BinaryIO) -> Iterator[list[bytes]]:
    r"""The lines of a stream as they come, without their ends; only ``\n`` and ``\r\n`` end a line.

    Each batch holds the lines that were there to read, so that one who waits for an answer gets it and a long
    file is not written line by line.

    >>> import io
    >>> [line for batch in batches(io.BytesIO(b"a\r\n\nb\x0bc\rd")) for line in batch]
    [b'a', b'', b'b\x0bc\rd']
    """
    read = getattr(stream, "read1", stream.read)
    parts: list[bytes] = []
    while chunk := read(_CHUNK):
        *whole, rest = chunk.split(b"\n")
        if whole:
            whole[0] = b"".join((*parts, whole[0]))
            parts = []
            yield [line.removesuffix(b"\r") for line in whole]
        parts.append(rest)
    if last := b"".join(parts):
        yield [last.removesuffix(b"\r")]


def _write_lines(texts: tuple[str, ...], lang: Lang, figures: bool) -> None:
    """One line of JSON for each text, in order."""
    from chitieu.reading import parse as read

    encode = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
    write, flush = sys.stdout.write, sys.stdout.flush
    for text in texts:
        write(encode(read(text).to_dict(lang, figures=figures)) + "\n")
    if texts:
        return
    for batch in batches(sys.stdin.buffer):
        out = []
        for line in batch:
            text, notes = decode(line)
            out.append(encode(_entry(read(text), notes, lang, figures)))
        write("\n".join(out) + "\n")
        flush()
