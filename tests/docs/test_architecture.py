"""The floors, owners and promises that ARCHITECTURE.md and docs/libraries.md state, held against the code."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "engine" / "chitieu"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FLOORS = [
    re.findall(r"\w+", names)
    for names in re.findall(
        r"^\| [0-9]+ \| ((?:`\w+`(?:, )?)+) \|",
        (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
]
LIBRARIES = re.findall(
    r"^\| ([\w-]+) \| `([^`]+)` \| ([0-9.]+) \| ([^|]+) \|",
    (ROOT / "docs" / "libraries.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)
IMPORT_NAMES = {
    "PyYAML": "yaml",
    "python-calamine": "python_calamine",
    "XlsxWriter": "xlsxwriter",
    "Pint": "pint",
}
#: Imports of the standard library that reach out of the machine.
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "asyncio",
    "requests",
    "httpx",
    "aiohttp",
}


@cache
def imports(file: Path) -> frozenset[str]:
    """The outermost packages that a file imports, at its top or within functions."""
    return frozenset(_imports(file))


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_every_folder_has_a_floor() -> None:
    there = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")}
    assert {name for floor in FLOORS for name in floor} == there - {"__init__", "__main__"}


def test_what_the_page_names_is_there() -> None:
    """A word in code marks is a file, a folder, or a name that the code defines; the glossary also has values."""
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## Từ dùng")[0]
    named = {name.rpartition(".")[0] or name for name in re.findall(r"`([\w/.]+)`", page)}
    paths = [*ROOT.glob("*"), *(ROOT / "grammar").rglob("*"), *PACKAGE.rglob("*")]
    there = {path.stem for path in paths}
    code = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    there |= set(re.findall(r"\b(?:def|class) (\w+)", code))
    assert {name for name in named if name.rpartition("/")[2] not in there} == set()


def test_the_floors_are_those_that_import_linter_proves() -> None:
    linter = PROJECT["tool"]["importlinter"]
    layers = next(each for each in linter["contracts"] if each["type"] == "layers")["layers"]
    assert [set(floor) for floor in FLOORS] == [set(re.findall(r"\w+", layer)) for layer in layers]


@pytest.mark.parametrize("library", [row[0] for row in LIBRARIES])
def test_a_library_is_imported_by_its_owners_only(library: str) -> None:
    owners = re.findall(r"`([\w/.]+)`", next(row[3] for row in LIBRARIES if row[0] == library))
    module = IMPORT_NAMES.get(library, library)
    users = {
        file.relative_to(PACKAGE).as_posix() for file in PACKAGE.rglob("*.py") if module in imports(file)
    }
    assert users
    assert all(any(user == owner or user.startswith(f"{owner}/") for owner in owners) for user in users), (
        users
    )


def test_importing_the_package_loads_no_library() -> None:
    names = [IMPORT_NAMES.get(library, library) for library, *_ in LIBRARIES]
    code = f"import chitieu, sys; print([name for name in {names} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_last_seen_lies_within_the_range() -> None:
    for name, span, seen, _ in LIBRARIES:
        assert _in_range(seen, span), name
    assert not _in_range("2.0", ">=1.3,<2")
    assert not _in_range("0.26.1", ">=0.24,<0.26")


def _in_range(version: str, span: str) -> bool:
    def parts(text: str) -> tuple[int, ...]:
        return tuple(int(part) for part in text.split("."))

    least, below = re.findall(r"(?:>=|<)([0-9.]+)", span)
    return parts(least) <= parts(version) < parts(below)


def test_the_ranges_are_those_of_the_project() -> None:
    declared = {
        found[1]: found[2]
        for each in PROJECT["project"]["dependencies"]
        if (found := re.fullmatch(r"([\w-]+)(.*)", each))
    }
    listed = {name.casefold(): span for name, span, _, _ in LIBRARIES}
    page = (ROOT / "docs" / "libraries.md").read_text(encoding="utf-8")
    for name, span in declared.items():
        if name.casefold() in listed:
            assert listed.pop(name.casefold()) == span, name
        else:
            assert name in page
    assert not listed


def test_the_ranges_of_the_extras_are_those_of_the_project() -> None:
    listed = re.findall(
        r"^\| `(\w+)` \| `([^`]+)` \| ([0-9.]+) \|",
        (ROOT / "docs" / "libraries.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    extras = PROJECT["project"]["optional-dependencies"]
    wanted = [each for name in ("bulk", "polars", "pandas", "spark") for each in extras[name]]
    assert sorted(f"{name}{span}" for name, span, _ in listed) == sorted(
        each for each in wanted if not each.startswith("chitieu")
    )
    assert all(_in_range(seen, span) for _, span, seen in listed)


def test_nothing_is_sent_anywhere() -> None:
    users = {
        file.name: found for file in PACKAGE.rglob("*.py") if (found := NETWORK.intersection(imports(file)))
    }
    assert users == {}
