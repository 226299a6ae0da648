"""Keeps what the documents show true: python docs/refresh.py runs their commands and writes what came out.

In a page, a ``console`` block holds commands after "$ " and their output; "# mã thoát 1" behind one tells
its exit code. ``<!-- file: NAME -->`` before a block saves the block under that name first, and
``<!-- show: 20, 5 -->`` shows only the first 20 and the last 5 lines. Commands run in a folder of their own,
with a copy of ``examples``. ``codes.md`` is made whole from the catalogue of messages.
"""

from __future__ import annotations

import io
import os
import pkgutil
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from contextlib import chdir, redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CODES = ROOT / "docs" / "codes.md"
BLOCK = re.compile(r"((?:<!-- [a-z]+: [^\n]*? -->\n)*)^```([a-z]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DIRECTIVE = re.compile(r"<!-- ([a-z]+): (.*?) -->")
_EXIT = re.compile(r"\s+# mã thoát ([0-9]+)$")
_LEFT_OUT = "[…]"
#: What the commands are run with: the width of the pages, no colour.
ENVIRONMENT = {"COLUMNS": "80", "NO_COLOR": "1"}

SUBJECTS = (
    ("reading", "Cách đọc câu chữ", "Notes on a reading"),
    ("text", "Văn bản", "Text"),
    ("verdict", "Lý do của kết quả", "Reasons of verdicts"),
    ("actuals", "Tệp số liệu", "Files of actuals"),
    ("results", "Lệnh actuals", "Drafts of actuals"),
    ("ruleset", "Bộ chỉ tiêu", "Rulesets"),
    ("document", "Văn bản để rút chỉ tiêu", "Documents to extract from"),
    ("extract", "Lệnh extract", "The account of extract"),
    ("check", "Lệnh check", "Findings of check"),
    ("api", "Gọi từ Python", "Calls from Python"),
    ("judge", "Lệnh judge", "Lines of judge"),
    ("conformance", "Lệnh conformance", "The conformance suite"),
    ("verify", "Lệnh verify", "Reports judged again"),
    ("usage", "Cách gọi lệnh", "Use of the commands"),
    ("file", "Tệp", "Files"),
    ("bulk", "Nhiều địa bàn một lần", "Many places at once"),
)


def pages() -> list[Path]:
    """Every page whose commands are run."""
    return [
        *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")),
        *sorted((ROOT / "docs").glob("*.md")),
        ROOT / "examples" / "README.md",
    ]


# ---- commands and what they print -----------------------------------------------------------------------


def workspace(folder: Path) -> Path:
    """A folder to run commands in, with a copy of the examples."""
    shutil.copytree(ROOT / "examples", folder / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def refreshed(text: str, folder: Path) -> str:
    """The text of a page with the output of its commands as it is now."""

    def block(found: re.Match[str]) -> str:
        directives, kind, content = found.groups()
        told = dict(DIRECTIVE.findall(directives))
        if name := told.get("file"):
            (folder / name).write_text(content, encoding="utf-8")
        if kind != "console":
            return found[0]
        commands = [line[2:] for line in content.splitlines() if line.startswith("$ ")]
        shown = "".join(f"$ {command}\n{output(command, folder, told.get('show'))}" for command in commands)
        return f"{directives}```{kind}\n{shown}```"

    return BLOCK.sub(block, text)


def output(line: str, folder: Path, show: str | None = None) -> str:
    """What a command prints, both streams. Raises ``ValueError`` for an exit code the page does not tell."""
    code = int(found[1]) if (found := _EXIT.search(line)) else 0
    words = shlex.split(_EXIT.sub("", line))
    given = b""
    if "<" in words:
        at = words.index("<")
        given = (folder / words[at + 1]).read_bytes()
        del words[at : at + 2]
    if words[0] == "chitieu":
        ended, printed = _chitieu(words[1:], folder, given)
    else:
        done = subprocess.run(
            [{"python": sys.executable}[words[0]], *words[1:]],
            cwd=folder,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        ended, printed = done.returncode, done.stdout
    text = printed.decode("utf-8").replace("\r\n", "\n")
    if ended != code:
        raise ValueError(f"{line}: exit code {ended}\n{text}")
    lines = [each.rstrip() for each in text.splitlines()]
    if show:
        first, last = (int(part) for part in show.split(","))
        if len(lines) > first + last:
            lines = [*lines[:first], _LEFT_OUT, *lines[len(lines) - last :]]
    return "".join(f"{each}\n" for each in lines)


def _chitieu(words: list[str], folder: Path, given: bytes) -> tuple[int, bytes]:
    """Exit code and output of one run, in this process: a page has many."""
    from chitieu.cli.run import run

    printed = io.BytesIO()
    into = io.TextIOWrapper(printed, encoding="utf-8", write_through=True)
    before, stdin = {name: os.environ.get(name) for name in ENVIRONMENT}, sys.stdin
    os.environ.update(ENVIRONMENT)
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    try:
        with chdir(folder), redirect_stdout(into), redirect_stderr(into):
            ended = run(words)
    finally:
        sys.stdin = stdin
        for name in ENVIRONMENT:
            del os.environ[name]
        os.environ.update({name: value for name, value in before.items() if value is not None})
    into.flush()
    return ended, printed.getvalue()


# ---- the page of codes ----------------------------------------------------------------------------------


def catalogue() -> dict[str, tuple[str, ...]]:
    """Every code with its messages, from the modules of the catalogue."""
    from chitieu.diagnostics import messages

    found: dict[str, tuple[str, ...]] = {}
    for module in pkgutil.iter_modules(messages.__path__):
        found.update(import_module(f"{messages.__name__}.{module.name}").MESSAGES)
    return found


def codes_page() -> str:
    """The page that lists every code with its message in both languages."""
    entries = catalogue()
    lines = [
        "# Mã và thông báo / Codes and messages",
        "",
        "Trang này do `python docs/refresh.py` làm ra từ chính chương trình. Mã thì không đổi.",
        "Chữ trong ngoặc nhọn được thay bằng số liệu của từng trường hợp. Sau dấu → là gợi ý.",
        "",
        "This page is made by `python docs/refresh.py` from the program itself. Codes do not change.",
        "Words in braces are filled in. What stands behind → is a hint.",
    ]
    named = {subject for subject, _, _ in SUBJECTS}
    others = sorted({code.split(".")[0] for code in entries} - named)
    for subject, vi, en in (*SUBJECTS, *((other, other, other) for other in others)):
        own = sorted(code for code in entries if code.split(".")[0] == subject)
        if own:
            lines += [
                "",
                f"## {vi} / {en}",
                "",
                "| mã / code | tiếng Việt | English |",
                "| --- | --- | --- |",
            ]
            lines += [f"| `{code}` | {_cell(entries[code], 0)} | {_cell(entries[code], 1)} |" for code in own]
    return "\n".join(lines) + "\n"


def _cell(entry: tuple[str, ...], at: int) -> str:
    said = entry[at] + (f" → {entry[2 + at]}" if len(entry) == 4 and entry[2 + at] else "")
    said = re.sub(r"\{(\w+):\w+\}", r"{\1}", said).replace("{{", "{").replace("}}", "}")
    return said.replace("|", "\\|").replace("<", "&lt;")


def main() -> None:
    """Write every page again."""
    CODES.write_text(codes_page(), encoding="utf-8", newline="\n")
    for page in pages():
        if page.is_file():
            with tempfile.TemporaryDirectory() as folder:
                text = page.read_text(encoding="utf-8")
                page.write_text(refreshed(text, workspace(Path(folder))), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
