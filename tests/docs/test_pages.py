"""What the documents show is what happens: commands, outputs, Python examples, links, the list of codes."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest

from chitieu.diagnostics.messages import codes

ROOT = Path(__file__).parents[2]


def _refresh() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_refresh", ROOT / "docs" / "refresh.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


REFRESH = _refresh()
PAGES: list[Path] = REFRESH.pages()
NAMES = [str(page.relative_to(ROOT)) for page in PAGES]
EACH_PAGE = pytest.mark.parametrize("page", PAGES, ids=NAMES)
_LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")
_INLINE = re.compile(r"`(chitieu [^`]+)`")
#: Commands that are not run here: they set up an environment, which .ci/run does, or open a checkout.
SET_UP = {
    "make demo",
    "make test",
    "make check",
    "python -m venv .venv",
    "py -m venv .venv",
    ".venv/bin/pip install .",
    '.venv/bin/pip install -e ".[dev]" -c constraints.txt',
    r".venv\Scripts\pip install .",
}


def blocks(page: Path, kind: str) -> list[str]:
    """The content of every block of a kind."""
    found = REFRESH.BLOCK.findall(page.read_text(encoding="utf-8"))
    return [content for _, language, content in found if language == kind]


def workspace(folder: Path) -> Path:
    """The folder with a copy of the examples, made once."""
    made: Path = folder if (folder / "examples").exists() else REFRESH.workspace(folder)
    return made


@EACH_PAGE
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert REFRESH.refreshed(text, REFRESH.workspace(tmp_path)) == text
    for command in _INLINE.findall(REFRESH.BLOCK.sub("", text)):  # with the files that the page made
        REFRESH.output(command, tmp_path)


@EACH_PAGE
def test_python_examples_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REFRESH.workspace(tmp_path))
    source = "\n".join(blocks(page, "python"))
    examples = doctest.DocTestParser().get_doctest(source, {}, page.name, str(page), 0)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(examples, out=said.append)
    assert result.failed == 0, "".join(said)
    assert source.count(">>> ") == len(examples.examples)


@EACH_PAGE
def test_set_up_commands_are_known(page: Path, tmp_path: Path) -> None:
    selected: list[str] = []
    for line in [line for block in blocks(page, "sh") + blocks(page, "bat") for line in block.splitlines()]:
        if line in SET_UP:
            if line.startswith("make "):
                makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
                assert re.search(rf"^{line.split()[1]}\s*:", makefile, re.MULTILINE), line
            continue
        tool, *words = shlex.split(line.replace("\\", "/"))
        name = Path(tool).name
        assert name in ("chitieu", "pytest", "python"), line
        if name == "pytest":
            assert words, line
            selected += [word for word in words if word.startswith("tests/")]
        elif name == "chitieu":
            REFRESH.output(shlex.join([name, *words]), workspace(tmp_path))
        else:
            assert (ROOT / words[0]).is_file(), line
            if words[0].startswith("examples/"):
                REFRESH.output(shlex.join([name, *words]), workspace(tmp_path))
    assert all((ROOT / path).is_file() for path in selected), selected


@EACH_PAGE
def test_links_lead_somewhere(page: Path) -> None:
    for target, _ in _LINK.findall(page.read_text(encoding="utf-8")):
        assert "://" not in target, f"{page.name}: {target}: say the name, not the address"
        assert (page.parent / target).exists(), f"{page.name}: {target}"


@EACH_PAGE
def test_no_machine_paths(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.findall(r"(?<![\w.])/(?:home|root|tmp|work|Users)/", text)


def test_every_page_is_there() -> None:
    assert all(page.is_file() for page in PAGES), NAMES
    assert {"README.md", "docs/semantics.md", "docs/codes.md", "docs/rulesets.md", "docs/actuals.md"} <= {
        Path(name).as_posix() for name in NAMES
    }


def test_the_demo_is_the_table_of_the_readme() -> None:
    recipe = re.search(
        r"^demo:.*\n\t@?\S+/chitieu (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert recipe is not None
    assert f"$ chitieu {recipe[1]}\n" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_page_of_codes_is_current() -> None:
    assert REFRESH.CODES.read_text(encoding="utf-8") == REFRESH.codes_page()


def test_the_page_of_codes_holds_every_code() -> None:
    assert set(REFRESH.catalogue()) == set(codes())
    listed = re.findall(r"^\| `([\w.]+)` \|", REFRESH.codes_page(), re.MULTILINE)
    assert sorted(listed) == sorted(codes())
    assert len(set(listed)) == len(listed)


def test_a_page_whose_output_is_wrong_is_seen(tmp_path: Path) -> None:
    page = '```console\n$ chitieu judge "trên 98%" "98,2%"\nwrong\n```\n'
    assert "Đạt" in REFRESH.refreshed(page, tmp_path)
    with pytest.raises(ValueError, match="exit code 2"):
        REFRESH.refreshed("```console\n$ chitieu evaluate khong-co\n```\n", tmp_path)
