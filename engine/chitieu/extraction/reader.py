"""The lines of a document, whatever its kind: the one door to the readers of .txt, .docx and .pdf."""

from __future__ import annotations

import hashlib
import os
from pathlib import PurePath

from chitieu.diagnostics import Diagnostic, DocumentError, Place
from chitieu.extraction.document import Document
from chitieu.files import OLE, read_file

MAX_BYTES = 50 * 1024 * 1024
SUFFIXES = (".txt", ".docx", ".pdf")
_RTF = b"{\\rtf"
_MACRO_SUFFIXES = (".docm", ".dotm")


def read_document(path: str | os.PathLike[str]) -> Document:
    """The lines of a document.

    Args:
        path: A file that ends in .txt, .docx or .pdf.

    Raises:
        DocumentError: The file cannot be read: it is missing, protected, damaged, a scan, or of another kind.
            The message says what it is and what to do.
    """
    data = read_file(path, DocumentError, limit=MAX_BYTES)
    name = os.fspath(path)
    suffix = PurePath(name).suffix.lower()
    sha256 = hashlib.sha256(data).hexdigest()
    place = Place(file=name)
    if data.startswith(OLE):
        from chitieu.extraction.office_guard import old_office

        raise DocumentError(Diagnostic(old_office(data), {"name": PurePath(name).name}, place))
    if suffix == ".doc" or data.startswith(_RTF):
        raise DocumentError(Diagnostic("document.old_word", {"name": PurePath(name).name}, place))
    if suffix in _MACRO_SUFFIXES:
        raise DocumentError(Diagnostic("document.macros", place=place))
    if suffix == ".docx":
        from chitieu.extraction.word_file import read_word

        return read_word(data, name, sha256)
    if suffix == ".pdf":
        from chitieu.extraction.pdf_file import read_pdf

        return read_pdf(data, name, sha256)
    if suffix in (".txt", ".md", ""):
        from chitieu.extraction.text_file import read_text

        return read_text(data, name, sha256)
    raise DocumentError(Diagnostic("document.unknown_kind", {"suffix": suffix}, place))
