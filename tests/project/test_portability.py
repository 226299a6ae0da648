"""The package runs on every platform: no POSIX-only calls, no text in the machine's own encoding."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "engine" / "chitieu"
FILES = sorted(PACKAGE.rglob("*.py"))

POSIX_MODULES = {
    "crypt",
    "fcntl",
    "grp",
    "posix",
    "pty",
    "pwd",
    "resource",
    "signal",
    "syslog",
    "termios",
    "tty",
}
#: What of these modules there is on every platform, where it is imported by name.
EVERYWHERE = {"signal": {"SIGINT", "SIGTERM", "SIG_DFL", "raise_signal", "signal"}}
POSIX_CALLS = {
    "chmod", "chown", "fchmod", "fork", "getgid", "getuid", "kill", "killpg", "link", "mkfifo", "nice",
    "rename", "setsid", "symlink", "sync", "uname", "umask",
}  # fmt: skip
#: Calls that open a text file, and at which place they take the encoding.
TEXT_CALLS = {"open": 3, "read_text": 0, "write_text": 1}


def findings(code: str) -> Iterator[str]:
    """What in a module's code depends on the platform."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] in POSIX_MODULES)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in POSIX_MODULES:
            if not {alias.name for alias in node.names} <= EVERYWHERE.get(node.module or "", set()):
                yield node.module or ""
        elif isinstance(node, ast.Call):
            yield from called(node)


def called(node: ast.Call) -> Iterator[str]:
    """What in a call depends on the platform."""
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    owner = node.func.value if isinstance(node.func, ast.Attribute) else None
    if isinstance(owner, ast.Name) and owner.id == "os":
        if name in POSIX_CALLS:
            yield f"os.{name}"
        return
    if name not in TEXT_CALLS or any(keyword.arg == "encoding" for keyword in node.keywords):
        return
    place = TEXT_CALLS[name] - (name == "open" and owner is not None)  # Path.open has no file argument
    texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    is_binary = name == "open" and (any("b" in text for text in texts[-1:]) or is_archive(owner))
    if not is_binary and len(node.args) <= place:
        yield f"{name} without an encoding"


def is_archive(owner: ast.expr | None) -> bool:
    """Whether it is an open zip archive, whose members are bytes, or a library that opens bytes."""
    return isinstance(owner, ast.Name) and owner.id in ("archive", "pdfplumber")


@pytest.mark.parametrize("file", FILES, ids=[file.relative_to(PACKAGE).as_posix() for file in FILES])
def test_nothing_depends_on_the_platform(file: Path) -> None:
    assert list(findings(file.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import fcntl", ["fcntl"]),
        ("from signal import SIGPIPE", ["signal"]),
        ("import os; os.rename('a', 'b')", ["os.rename"]),
        ("import os; os.replace('a', 'b')", []),
        ("open('a')", ["open without an encoding"]),
        ("open('a', 'rb')", []),
        ("open('a', encoding='utf-8')", []),
        ("path.open('w')", ["open without an encoding"]),
        ("path.open('xb')", []),
        ("path.read_text()", ["read_text without an encoding"]),
        ("path.read_text('utf-8')", []),
        ("path.write_text(text)", ["write_text without an encoding"]),
        ("path.write_text(text, 'utf-8')", []),
    ],
)
def test_the_check_sees_what_it_is_for(code: str, found: list[str]) -> None:
    assert list(findings(code)) == found
