"""Each recipe of CONTRIBUTING.md, followed on a copy: what was not known before the line is known then."""

from __future__ import annotations

import json
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
    target: str
    actual: str
    before: str
    after: str


RECIPES = {
    "noun": Recipe(
        (("vocabulary/nouns.yaml", "nouns:", "  - [máy ATM, cây ATM]"),),
        "lắp đặt 5 máy ATM",
        "5 cây ATM",
        "undecided",
        "met",
    ),
    "unit": Recipe(
        (
            ("units.txt", "", "dặm = 1609344 * mm"),
            ("vocabulary/units.yaml", "measures:", "  dặm: [dặm, dặm Anh]"),
        ),
        "Chiều dài tuyến đường đạt 1 dặm",
        "1,609344 km",
        "undecided",
        "met",
    ),
    "comparator": Recipe(
        (("lexicon.lark", 'AT_LEAST: "ít nhất"', '    | "chẳng dưới"'),),
        "Tỷ lệ hộ gia đình văn hóa chẳng dưới 95%",
        "96%",
        "not_met",
        "met",
    ),
    "scale": Recipe(
        (
            ("vocabulary/scales.yaml", "", "  - name: vùng"),
            ("vocabulary/scales.yaml", "", "    hints: [vùng]"),
            ("vocabulary/scales.yaml", "", "    grades: [[vùng đỏ], [vùng vàng], [vùng xanh]]"),
        ),
        "xếp loại vùng vàng trở lên",
        "vùng xanh",
        "undecided",
        "met",
    ),
    "column": Recipe(
        (("vocabulary/columns.yaml", "result:", "  - đã làm được"),),
        "Số công trình thủy lợi | Công trình | Đã làm được: 5 | Hứa làm: 7",
        "6 công trình",
        "undecided",
        "not_met",
    ),
    "better": Recipe(
        (("vocabulary/better.yaml", "  words:", "    - sạt lở"),),
        "Số điểm sạt lở 3 điểm",
        "2 điểm",
        "not_met",
        "exceeded",
    ),
}


def outcomes(tree: Path) -> dict[str, str]:
    """What the program in a copy says of every recipe."""
    environment = {**os.environ, "PYTHONPATH": str(tree / "engine"), "CHITIEU_CACHE_DIR": ""}
    asked = [json.dumps({"target": recipe.target, "actual": recipe.actual}) for recipe in RECIPES.values()]
    done = subprocess.run(
        [sys.executable, "-m", "chitieu", "judge", "--format", "jsonl"],
        cwd=tree,
        env=environment,
        input="\n".join(asked).encode(),
        stdout=subprocess.PIPE,
        check=False,
    )
    said = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    return {name: line["outcome"] for name, line in zip(RECIPES, said, strict=True)}


def add(file: Path, behind: str, line: str) -> None:
    """Put a line behind another, or at the end."""
    lines = file.read_text(encoding="utf-8").splitlines()
    lines.insert(lines.index(behind) + 1 if behind else len(lines), line)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def test_a_recipe_teaches_what_it_says(tmp_path: Path) -> None:
    for name in ("engine", "grammar", "rulesets"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    assert outcomes(tmp_path) == {name: recipe.before for name, recipe in RECIPES.items()}
    for recipe in RECIPES.values():
        for file, behind, line in recipe.lines:
            add(tmp_path / "grammar" / file, behind, line)
    assert outcomes(tmp_path) == {name: recipe.after for name, recipe in RECIPES.items()}


def test_a_heading_of_actuals_is_taught(tmp_path: Path) -> None:
    for name in ("engine", "grammar"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    ask = "from chitieu.actuals.headings import column_of; print(column_of('Đã làm xong'))"

    def column() -> str:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "engine"), "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, "-c", ask], env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True
        )
        return done.stdout.strip()

    assert column() == "None"
    add(tmp_path / "grammar" / "actuals.lark", 'COLUMN_VALUE: "actual"', '    | "đã làm xong"')
    assert column() == "value"
    assert "grammar/actuals.lark" in GUIDE
    assert '| "đã làm xong"' in GUIDE


@pytest.mark.parametrize("name", RECIPES)
def test_the_guide_shows_the_recipe(name: str) -> None:
    for file, _, line in RECIPES[name].lines:
        assert f"grammar/{file}" in GUIDE
        assert line.strip() in GUIDE, line
