"""``chitieu extract``: documents to draft rulesets."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from chitieu.cli.base import SETTINGS, Helped, lang_option, output_option
from chitieu.diagnostics import ChitieuError, Diagnostic, DocumentError, Lang, Place, UsageError

if TYPE_CHECKING:
    from chitieu.extraction.draft import Draft


@click.command(
    "extract",
    cls=Helped,
    context_settings=SETTINGS,
    help="Rút bộ chỉ tiêu từ văn bản .txt, .docx, .pdf, hoặc từ mọi văn bản trong một thư mục; kết thúc bằng bảng kê "
    "các mục, chỗ cần người xem và những con số còn lại.\n\n"
    "Draft a ruleset from a document, or from all documents of a folder, with an account of every figure.",
)
@click.argument("document", metavar="DOCUMENT")
@output_option(required=True)
@click.option(
    "--add",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="ĐOẠN",
    help="Lấy thêm đoạn ngoài danh mục làm mục chỉ tiêu. / Make a paragraph outside the lists an item.",
)
@lang_option
def extract(document: str, output: str, add: tuple[int, ...], lang: Lang) -> int:
    """Write the ruleset and show the account."""
    from chitieu.cli.output import refuse_to_overwrite

    if Path(document).is_dir():
        return _folder(Path(document), Path(output), lang)
    refuse_to_overwrite(output, [document])
    with _bar(document) as progress:
        draft, text = _draft(Path(document), Path(output), add, progress)
    _write(text, Path(output))
    _show(draft, lang)
    click.echo(_wrote(output, lang), err=True)
    return 0


def _draft(
    document: Path, output: Path, add: tuple[int, ...], progress: Callable[[int, int], None] | None
) -> tuple[Draft, str]:
    """The draft of a document, with the answers of the file that it goes to, and its text, which loads."""
    from chitieu.extraction.extract import extract as draft_of
    from chitieu.extraction.merge import merge_file
    from chitieu.extraction.reader import read_document
    from chitieu.extraction.writer import write_ruleset
    from chitieu.ruleset.load import compile_bytes

    read = read_document(document)
    numbers = {line.number for line in read.lines}
    if missing := sorted(set(add) - numbers):
        raise UsageError(Diagnostic("extract.no_such_paragraph", {"number": missing[0]}))
    draft = draft_of(read, add=add, progress=progress)
    if output.exists():
        added = frozenset(item.label for item in draft.items if item.place and item.place.paragraph in add)
        merge_file(draft, output, added)
    text = write_ruleset(draft)
    compile_bytes(text.encode(), str(output))
    return draft, text


def _write(text: str, output: Path) -> None:
    from chitieu.files import writing

    with writing(output) as stream:
        stream.write(text.encode())


def _show(draft: Draft, lang: Lang) -> None:
    from chitieu.cli.output import canvas, emit_lines
    from chitieu.extraction.account import account

    width, signs = canvas(None)
    emit_lines(account(draft, width=width, lang=lang, signs=signs))


def _wrote(output: str | Path, lang: Lang) -> str:
    return f"Đã ghi {output}" if lang == "vi" else f"Wrote {output}"


def _folder(folder: Path, output: Path, lang: Lang) -> int:
    """Every document of a folder into a folder of rulesets; a bad one is told and does not stop the others."""
    from chitieu.cli.errors import tell
    from chitieu.extraction.reader import SUFFIXES

    documents = sorted(path for path in folder.iterdir() if path.is_file() and _is_document(path, SUFFIXES))
    if not documents:
        raise DocumentError(Diagnostic("document.no_documents", place=Place(file=str(folder))))
    if output.exists() and not output.is_dir():
        raise UsageError(Diagnostic("usage.output_exists", {"path": str(output)}))
    output.mkdir(parents=True, exist_ok=True)
    names = _names(documents)
    errors: list[ChitieuError] = []
    done: list[tuple[Path, Draft]] = []
    with _bar(folder.name) as progress:
        for number, document in enumerate(documents):
            if progress is not None:
                progress(number, len(documents))
            target = output / names[document]
            try:
                draft, text = _draft(document, target, (), None)
                _write(text, target)
                done.append((target, draft))
            except ChitieuError as error:
                errors.append(error)
    for target, draft in done:
        _show(draft, lang)
        click.echo()
        click.echo(_wrote(target, lang), err=True)
    for failure in errors:
        tell(failure, ["--lang", lang])
    return 2 if errors else 0


def _is_document(path: Path, suffixes: tuple[str, ...]) -> bool:
    return path.suffix.lower() in (*suffixes, ".doc") and not path.name.startswith((".", "~$"))


def _names(documents: list[Path]) -> dict[Path, str]:
    """The file of each document's ruleset; two of one name keep their suffix apart."""
    stems = [path.stem for path in documents]
    return {
        path: f"{path.stem}.yaml" if stems.count(path.stem) == 1 else f"{path.name}.yaml"
        for path in documents
    }


@contextmanager
def _bar(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from chitieu.report.screen import progress_bar

    with progress_bar(label, sys.stderr) as advance:
        yield advance
