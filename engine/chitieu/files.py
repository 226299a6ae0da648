"""Files in and out: read whole within a limit, written whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from chitieu.diagnostics import ChitieuError, Diagnostic, Place, UsageError

#: How a ZIP archive begins (.xlsx, .ods, .docx), and the container of old and of protected office files.
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MIB = 1024 * 1024
_UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def read_file(path: str | os.PathLike[str], error: type[ChitieuError], *, limit: int) -> bytes:
    """The bytes of a file of at most ``limit`` bytes.

    Raises ``error`` where the file is missing, a folder, empty, too large or not to be opened.
    """
    file = Path(path)
    shown = os.fspath(path)
    try:
        if file.is_dir():
            raise error(Diagnostic("file.is_folder", place=Place(file=shown)))
        with file.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError as missing:
        raise error(_missing(file, shown)) from missing
    except (OSError, ValueError) as failure:  # ValueError: a null byte in the name
        raise error(
            Diagnostic("file.unreadable", {"reason": _reason(failure)}, Place(file=shown))
        ) from failure
    if len(data) > limit:
        raise error(Diagnostic("file.too_large", {"limit": limit // _MIB}, Place(file=shown)))
    if not data.strip():
        raise error(Diagnostic("file.empty", place=Place(file=shown)))
    return data


def _missing(file: Path, shown: str) -> Diagnostic:
    import difflib

    with suppress(OSError):
        names = [entry.name for entry in file.parent.iterdir()]
        if near := difflib.get_close_matches(file.name, names, n=1, cutoff=0.75):
            return Diagnostic("file.not_found_near", {"near": near[0]}, Place(file=shown))
    return Diagnostic("file.not_found", place=Place(file=shown))


def decode(data: bytes, file: str, error: type[ChitieuError]) -> str:
    """UTF-8 or UTF-16 text, without its byte order mark.

    Raises ``error`` where the bytes are neither; see ``actuals/csv_file.py`` for older encodings.
    """
    encoding = _UTF16.get(data[:2], "utf-8-sig")
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as failure:
        line = data.count(b"\n", 0, failure.start) + 1
        code = "file.binary" if is_binary(data) else "file.not_utf8"
        place = Place(file=file, line=None if code == "file.binary" else line)
        raise error(Diagnostic(code, place=place)) from failure


def is_binary(data: bytes) -> bool:
    """Whether bytes look like no text of any encoding: null bytes, or many control characters."""
    head = data[:65536]
    if data[:2] in _UTF16:
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\v" for byte in head)
    return b"\0" in head or controls * 50 > len(head)


@contextmanager
def writing(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """A binary stream whose content becomes the file when the block ends well; else the old file stays.

    Raises ``UsageError`` where the folder does not exist or cannot be written to.
    """
    file = Path(path)
    place = Place(file=os.fspath(path))
    if file.is_dir():
        raise UsageError(Diagnostic("file.is_folder", place=place))
    part = file.with_name(f".{file.name[:40]}-{secrets.token_hex(4)}.part")
    done = False
    try:
        with part.open("xb") as stream:
            yield stream
        os.replace(part, file)
        done = True
    except (OSError, ValueError) as failure:
        raise UsageError(Diagnostic("file.unwritable", {"reason": _reason(failure)}, place)) from failure
    finally:
        if not done:
            with suppress(OSError, ValueError):
                part.unlink()


def _reason(failure: OSError | ValueError) -> str:
    return getattr(failure, "strerror", None) or str(failure)
