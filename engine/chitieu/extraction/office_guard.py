"""Before an office file is opened: what it is, and whether it may be opened at all."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib

from chitieu.diagnostics import Diagnostic, DocumentError, Place

MAX_PARTS = 5_000
MAX_PART = 60 * 1024 * 1024
MAX_WHOLE = 200 * 1024 * 1024
#: Text squeezes to a tenth or so; a part that squeezes a hundredfold and is large when opened is no text.
MAX_RATIO = 150
_LARGE = 8 * 1024 * 1024
_CHUNK = 1 << 16
_MIB = 1024 * 1024
_DAMAGES = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, NotImplementedError, RuntimeError,
)  # fmt: skip
_MACROS = re.compile(rb"macroEnabled|vbaProject")
_ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def old_office(data: bytes) -> str:
    """The code of what an OLE file is: an encrypted .docx, a workbook of the old Excel, a document of the old Word.

    >>> old_office(b"..." + "EncryptedPackage".encode("utf-16-le")), old_office("Workbook".encode("utf-16-le"))
    ('document.encrypted', 'document.old_workbook')
    """
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "document.encrypted"
    is_word = "WordDocument".encode("utf-16-le") in data
    return (
        "document.old_workbook"
        if "Workbook".encode("utf-16-le") in data and not is_word
        else "document.old_word"
    )


def check_office(data: bytes, name: str) -> None:
    """Raise ``DocumentError`` where a .docx is damaged, protected, or would harm the one who opens it."""
    place = Place(file=name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as failure:
        raise DocumentError(Diagnostic("document.broken", place=place)) from failure
    with archive:
        _check_sizes(parts, place)
        if any(part.flag_bits & 1 for part in parts):
            raise DocumentError(Diagnostic("document.encrypted", place=place))
        names = {part.filename for part in parts}
        if any("vbaproject" in part.lower() for part in names):
            raise DocumentError(Diagnostic("document.macros", place=place))
        whole = 0
        for part in parts:
            if not part.filename.lower().endswith((".xml", ".rels")):
                continue
            content = _content(archive, part, place)
            whole += len(content)
            if whole > MAX_WHOLE:
                raise DocumentError(Diagnostic("document.bomb", {"size": whole // _MIB}, place))
            if _ENTITIES.search(_plain(content)):
                raise DocumentError(Diagnostic("document.entities", place=place))
            if part.filename == "[Content_Types].xml" and _MACROS.search(content):
                raise DocumentError(Diagnostic("document.macros", place=place))
        if "word/document.xml" not in names:
            raise DocumentError(Diagnostic("document.not_word", place=place))


def _plain(content: bytes) -> bytes:
    """The bytes as single ones, so that markup in UTF-16 is seen too."""
    return content.replace(b"\0", b"") if b"\0" in content[:400] else content


def _check_sizes(parts: list[zipfile.ZipInfo], place: Place) -> None:
    whole = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > _LARGE and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts
    )
    if (
        whole > MAX_WHOLE
        or swollen
        or len(parts) > MAX_PARTS
        or any(part.file_size > MAX_PART for part in parts)
    ):
        raise DocumentError(Diagnostic("document.bomb", {"size": whole // _MIB}, place))


def _content(archive: zipfile.ZipFile, part: zipfile.ZipInfo, place: Place) -> bytes:
    """The bytes of a part, read no further than it may be large, whatever its head says."""
    out = bytearray()
    try:
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                out += chunk
                if len(out) > MAX_PART:
                    raise DocumentError(Diagnostic("document.bomb", {"size": len(out) // _MIB}, place))
    except _DAMAGES as failure:
        raise DocumentError(Diagnostic("document.broken", place=place)) from failure
    return bytes(out)
