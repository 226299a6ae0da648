"""Each recipe of CONTRIBUTING.md, followed on a copy: what was not known before the line is known then."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Recipe:
    """Lines to add, each with its file and the line it goes behind ("" for the end), and what shows them."""

    lines: tuple[tuple[str, str, str], ...]
    judge: tuple[str, str]
    before: str
    after: str


RECIPES = {
    "noun": Recipe(
        (("vocabulary/nouns.yaml", "nouns:", "  - [máy ATM, cây ATM]"),),
        ("lắp đặt 5 máy ATM", "5 cây ATM"),
        "Chưa đủ căn cứ",
        "✓ Đạt",
    ),
    "unit": Recipe(
        (
            ("units.txt", "", "dặm = 1609344 * mm"),
            ("vocabulary/units.yaml", "measures:", "  dặm: [dặm, dặm Anh]"),
        ),
        ("Chiều dài tuyến đường đạt 1 dặm", "1,609344 km"),
        "Chưa đủ căn cứ",
        "✓ Đạt",
    ),
    "comparator": Recipe(
        (("lexicon.lark", 'AT_LEAST: "ít nhất"', '    | "chẳng dưới"'),),
        ("Tỷ lệ hộ gia đình văn hóa chẳng dưới 95%", "96%"),
        "",
        "ít nhất 95%",
    ),
    "scale": Recipe(
        (
            ("vocabulary/scales.yaml", "", "  - name: vùng"),
            ("vocabulary/scales.yaml", "", "    hints: [vùng]"),
            ("vocabulary/scales.yaml", "", "    grades: [[vùng đỏ], [vùng vàng], [vùng xanh]]"),
        ),
        ("xếp loại vùng vàng trở lên", "vùng xanh"),
        "Không đọc được chỉ tiêu nào",
        "✓ Đạt",
    ),
    "better": Recipe(
        (("vocabulary/better.yaml", "  words:", "    - sạt lở"),),
        ("Số điểm sạt lở 3 điểm", "2 điểm"),
        "càng cao càng tốt (mặc định)",
        "càng thấp càng tốt (theo từ điển chỉ tiêu)",
    ),
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    ignored = shutil.ignore_patterns("__pycache__")
    for name in ("engine", "grammar", "rulesets"):
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    return folder


def judged(tree: Path, recipe: Recipe) -> str:
    """What the copy of the program says."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(tree / "engine"),
        "CHITIEU_CACHE_DIR": "",
        "COLUMNS": "100",
    }
    command = [sys.executable, "-m", "chitieu", "judge", *recipe.judge]
    done = subprocess.run(
        command, cwd=tree, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return done.stdout.decode("utf-8")


def add(file: Path, behind: str, line: str) -> None:
    """Put a line behind another, or at the end."""
    lines = file.read_text(encoding="utf-8").splitlines()
    lines.insert(lines.index(behind) + 1 if behind else len(lines), line)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_teaches_what_it_says(name: str, tree: Path) -> None:
    recipe = RECIPES[name]
    before = judged(tree, recipe)
    assert recipe.before in before
    assert recipe.after not in before
    for file, behind, line in recipe.lines:
        add(tree / "grammar" / file, behind, line)
    assert recipe.after in judged(tree, recipe)


@pytest.mark.parametrize("name", RECIPES)
def test_the_guide_shows_the_recipe(name: str) -> None:
    for file, _, line in RECIPES[name].lines:
        assert f"grammar/{file}" in GUIDE
        assert line.strip() in GUIDE, line
