"""The paragraphs of a report, from a text file or a .docx; here alone is python-docx read with."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from chitieu.diagnostics import ActualsError, Diagnostic, Place
from chitieu.extras import needs_extra
from chitieu.files import decode, read_file

_MAX_BYTES = 64 * 1024 * 1024
_MAX_UNPACKED = 512 * 1024 * 1024
_MAX_PARAGRAPHS = 100_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the report and its number from 1; of a text file the number of the line."""

    number: int
    text: str


def read_report(path: str | os.PathLike[str]) -> tuple[Paragraph, ...]:
    """The paragraphs of a report that are not empty; a row of a table is one, its cells joined.

    Raises:
        ActualsError: The file is missing, of another kind, protected, broken or too large.
        UsageError: It is a .docx, and python-docx is not installed.
    """
    shown = os.fspath(path)
    place = Place(file=shown)
    data = read_file(path, ActualsError, limit=_MAX_BYTES)
    if data.startswith(_OLE):
        raise ActualsError(Diagnostic("results.old_or_protected", place=place))
    if data.startswith(b"PK\x03\x04"):
        lines = _docx(data, place)
    elif PurePath(shown).suffix.casefold() in (".txt", ".md", ""):
        lines = iter(decode(data, shown, ActualsError).splitlines())
    else:
        suffix = Path(shown).suffix or "—"
        raise ActualsError(Diagnostic("results.unknown_format", {"suffix": suffix}, place))
    found = [Paragraph(number, text.strip()) for number, text in enumerate(lines, 1) if text.strip()]
    if len(found) > _MAX_PARAGRAPHS:
        raise ActualsError(Diagnostic("results.too_long", {"limit": _MAX_PARAGRAPHS}, place))
    return tuple(found)


def _docx(data: bytes, place: Place) -> Iterator[str]:
    with needs_extra("python-docx", "results"):
        import docx
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MAX_UNPACKED:
                params = {"limit": _MAX_UNPACKED // 1024**2}
                raise ActualsError(Diagnostic("actuals.unpacked_too_large", params, place))
        document = docx.Document(io.BytesIO(data))
        return iter([*_texts(document)])
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError) as failure:
        detail = {"detail": str(failure)[:200]}
        raise ActualsError(Diagnostic("results.broken", detail, place)) from failure


def _texts(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = {cell._tc: cell for cell in row.cells}  # a merged cell is given again for each column
                yield " ".join(text for cell in cells.values() if (text := " ".join(cell.text.split())))
        else:
            yield block.text.replace("\n", " ")
