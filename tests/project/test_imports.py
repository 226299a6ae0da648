"""Who may import what: heavy libraries have one owner each, and load only when they are used."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "engine" / "chitieu"

#: The one module that may import a library.
OWNERS = {
    "docx": {"extraction/word_file.py", "report/office/word.py"},
    "jinja2": {"report/office/page.py"},
    "lark": {"reading/tables.py"},
    "pdfplumber": {"extraction/pdf_file.py"},
    "pint": {"quantity/measures.py"},
    "pypdfium2": {"extraction/pdf_file.py"},
    "platformdirs": {"resources.py"},
    "rapidfuzz": {"results/names.py"},
    "python_calamine": {"actuals/workbook.py"},
    "rich": {"report/screen.py"},
    "xlsxwriter": {"report/office/spreadsheet.py"},
    "yaml": {"yaml_source.py"},
}
#: Libraries that several modules use: each stays within these packages.
WITHIN = {
    "click": {"cli"},
    "hypothesis": {"strategies"},
    "pydantic": {"quantity", "target", "reading", "ruleset", "report"},
    "pydantic_core": {"ruleset"},
}
#: Libraries of extras, which come by way of ``bulk/libraries.py``: the modules that may ask for them.
ASKED = {
    "duckdb": {"duckdb_engine.py"},
    "polars": {"polars_engine.py", "frame.py"},
    "pandas": {"frame.py"},
    "pyspark": {"spark_engine.py", "frame.py"},
    "py4j": {"spark_engine.py"},
}
#: What ``import chitieu`` and ``import chitieu.cli`` must not load.
HEAVY = {
    "click", "docx", "duckdb", "fastapi", "hypothesis", "jinja2", "lark", "narwhals", "numpy", "odf", "openpyxl",
    "pandas", "pdfplumber", "pint", "pypdfium2", "platformdirs", "polars", "pyarrow", "pydantic", "pyspark", "pytest",
    "python_calamine", "rapidfuzz", "rich", "starlette", "xlsxwriter", "yaml",
}  # fmt: skip


def imported(file: Path) -> Iterator[str]:
    """The top-level modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_every_library_is_imported_by_its_owner_only() -> None:
    found: dict[str, set[str]] = {}
    for file in PACKAGE.rglob("*.py"):
        for name in set(imported(file)) - set(sys.stdlib_module_names) - {"chitieu"}:
            found.setdefault(name, set()).add(file.relative_to(PACKAGE).as_posix())
    assert found.keys() == OWNERS.keys() | WITHIN.keys()
    assert {name: files for name, files in found.items() if name in OWNERS} == OWNERS
    for name, folders in WITHIN.items():
        assert {file.split("/")[0] for file in found[name]} == folders


def test_libraries_of_extras_are_asked_for_by_their_owners_only() -> None:
    found: dict[str, set[str]] = {}
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "library":
                name = node.args[0]
                assert isinstance(name, ast.Constant), file
                found.setdefault(str(name.value).split(".")[0], set()).add(file.name)
                assert file.parent.name == "bulk"
    assert found.keys() == ASKED.keys() | {"narwhals", "pyarrow"}
    assert {name: files for name, files in found.items() if name in ASKED} == ASKED


@pytest.mark.parametrize("module", ["chitieu", "chitieu.cli"])
def test_importing_is_light(module: str) -> None:
    code = f"import sys, json, {module}; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    loaded = {name.split(".")[0] for name in json.loads(ran.stdout)}
    assert "chitieu" in loaded
    assert loaded & HEAVY == set()


def test_importing_bulk_loads_no_engine() -> None:
    code = "import sys, json, chitieu.bulk.run; print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    loaded = {name.split(".")[0] for name in json.loads(ran.stdout)}
    assert loaded & {"narwhals", "numpy", "pyarrow", *ASKED} == set()


def test_parsing_a_target_needs_no_files_and_no_screen() -> None:
    code = "import sys, json, chitieu; chitieu.parse('trên 98%'); print(json.dumps(sorted(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    loaded = {name.split(".")[0] for name in json.loads(ran.stdout)}
    assert loaded & {"click", "rich", "xlsxwriter", "python_calamine"} == set()
