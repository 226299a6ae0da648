"""The example files: made by their script, said to be invented, judged as worked out by hand."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pytest
from odf.opendocument import load as load_ods
from odf.table import TableCell, TableRow
from odf.teletype import extractText

from chitieu.actuals import load_actuals
from chitieu.evaluation.report import Counts, Report
from chitieu.ruleset import load_ruleset

EXAMPLES = Path(__file__).parents[2] / "examples"
RULESETS = EXAMPLES.parent / "rulesets"

FILES = {
    "do-son-2026": "do-son-2026.csv",
    "tran-phu-2023": "tran-phu-2023.xlsx",
    "phuong-thu-duc-2022": "phuong-thu-duc-2022.ods",
    "truong-quang-trong-2023": "truong-quang-trong-2023.json",
    "phuong-2025-nhiem-ky": "phuong-2025-nhiem-ky.yaml",
}

#: Worked out by hand from the words of each target and the semantics, not copied from the program.
OUTCOMES: dict[str, dict[str, str]] = {
    "do-son-2026": {
        "met": """
            (2).1 (3).1 (4).1 (5).1 (6).1 (8).1 (10).1 (11).2 (12).1 (15).1 (16).1 (17).1 (18).1 (22).1
            (24).1 (24).2 (25).1 (25).2 (26).1 (28).1 (30).1 (30).2 (30).4
        """,
        "exceeded": """
            (1).1 (6).2 (7).1 (11).1 (13).1 (18).2 (18).3 (20).1 (23).2 (29).1
        """,
        "not_met": """
            (1).2 (9).1 (14).1 (21).1 (23).3 (27).1 (30).3
        """,
        "undecided": """
            (19).1 (23).1 (26).2 (31).1
        """,
    },
    "tran-phu-2023": {
        "met": """
            I.1.1 I.1.3 I.2.3 I.3.1 I.3.2 I.4.1 I.6.2 II.1.1 II.2.1 II.2.2 II.3.1 II.6.1 III.2.1 III.3.1
            III.3.2 III.4.1 III.5.1 III.6.1 III.6.2 III.7.1 IV.1.1 VI.1.1 VI.2.1 VI.3.1
        """,
        "exceeded": """
            I.2.1 II.4.1 III.1.1 III.1.2
        """,
        "not_met": """
            I.2.2 I.3.3 I.6.1 I.7.1 II.5.1 III.1.3 III.1.4 III.4.2 III.6.3
        """,
        "undecided": """
            I.1.2 II.6.2
        """,
    },
    "phuong-thu-duc-2022": {
        "met": """
            1.1.1 1.2.1 1.3.1 1.3.2 1.3.3 1.5.1 1.7.1 1.7.1.1 1.7.1.2 1.7.2.1 2.2.1 2.3.1 2.5.1 2.6.1.1
            2.8.1 2.8.3 2.9.2 2.11.1 2.12.1 3.1.3 3.1.5 3.1.6 3.2.1 3.3.1 3.3.2 3.4.1 3.6.1 3.6.2 3.6.3
            3.6.5 3.6.6 3.7.1 3.7.2 3.7.3 4.1.1 4.1.2 4.1.3 4.1.4 4.1.5 4.2.2 4.3.1 4.4.1 4.4.2 4.5.1
            4.6.1 4.6.2 4.6.3 4.6.5 4.6.7 4.6.9 5.1.1 5.2.1 5.3.1
        """,
        "exceeded": """
            1.3.4 1.4.1 2.4.1 2.9.1 3.1.1 3.1.4 3.1.7 3.5.1 3.5.2 3.5.3 3.7.4 4.6.6 4.6.8
        """,
        "not_met": """
            1.5.2 1.6.1 1.7.3.1 2.8.2 2.10.1 2.12.2 3.1.2 3.6.4 4.1.6 4.2.1 4.3.2 4.6.4
        """,
        "undecided": """
            2.1.1 2.5.2 2.12.3
        """,
    },
    "truong-quang-trong-2023": {
        "met": """
            1.2.1 2.a.1.3 2.a.2.1.2 2.a.2.2.1 2.a.2.2.2 2.a.2.2.3 2.a.2.3.3 2.a.2.4.1 2.a.2.4.2
            2.a.2.4.3 2.a.2.5.3 2.b.1.1 2.b.3.1 2.c.1.2 2.c.1.3 VHXH.2.1 VHXH.4.2 VHXH.8.1 VHXH.9.1
            QPAN.1.1 QPAN.2.1 XDD.1.1 XDD.1.2
        """,
        "exceeded": """
            2.a.1.1 2.a.2.1.1 2.a.2.1.3 2.a.2.5.2 2.b.2.1 2.c.1.1 VHXH.4.1 VHXH.6.1 VHXH.7.1 VHXH.11.1
            VHXH.11.3 VHXH.11.4 XDD.2.1
        """,
        "not_met": """
            2.a.1.2 2.a.2.3.1 2.a.2.5.1 2.b.4.1 VHXH.1.1 VHXH.3.1 VHXH.5.1 VHXH.11.2 QPAN.3.1
        """,
        "undecided": """
            2.a.2.3.2 2.c.2.1 2.c.3.1
        """,
    },
    "phuong-2025-nhiem-ky": {
        "met": """
            (1).1 (2).1 (2).4 (2).5 (5).1 (6).1 (7).1 (8).2 (10).1 (10).2 (11).1 (13).1 (15).1 (16).1
            (16).2 (17).2 (20).1
        """,
        "exceeded": """
            (2).2 (4).1 (12).1 (17).1 (19).1
        """,
        "not_met": """
            (3).1 (8).1 (14).1
        """,
        "undecided": """
            (2).3 (5).2 (9).1 (18).1
        """,
    },
}

#: Items by Kleene, by hand: met, exceeded, not met, undecided.
ITEMS = {
    "do-son-2026": Counts(17, 4, 7, 2),
    "tran-phu-2023": Counts(12, 1, 8, 2),
    "phuong-thu-duc-2022": Counts(18, 3, 12, 1),
    "truong-quang-trong-2023": Counts(11, 4, 8, 2),
    "phuong-2025-nhiem-ky": Counts(10, 3, 3, 4),
}


@cache
def judged(name: str) -> Report:
    """The report of an example."""
    return load_ruleset(name).evaluate(load_actuals(EXAMPLES / FILES[name]))


def test_every_bundled_ruleset_has_an_example_in_a_format_of_its_own() -> None:
    assert {path.stem for path in RULESETS.glob("*.yaml")} == set(FILES)
    assert len({Path(file).suffix for file in FILES.values()}) == len(FILES)
    assert all((EXAMPLES / file).is_file() for file in FILES.values())


@pytest.mark.parametrize("name", FILES)
def test_outcomes_are_those_worked_out_by_hand(name: str) -> None:
    wanted = {target: outcome for outcome, ids in OUTCOMES[name].items() for target in ids.split()}
    given = {one.rule.id: one.verdict.outcome for one in judged(name).judged}
    assert given == wanted


@pytest.mark.parametrize("name", FILES)
def test_items_are_counted_as_by_hand(name: str) -> None:
    assert judged(name).item_counts == ITEMS[name]
    assert all(value > 0 for value in judged(name).item_counts.to_dict().values())


@pytest.mark.parametrize("name", FILES)
def test_every_row_belongs_to_a_target_and_can_be_read(name: str) -> None:
    wanted = {target for ids in OUTCOMES[name].values() for target in ids.split()}
    assert set(judged(name).actuals.by_id) == wanted
    assert {note.code for note in judged(name).notes} <= {"verdict.words_unsettled"}


@pytest.mark.parametrize("name", FILES)
def test_every_verdict_says_why(name: str) -> None:
    for one in judged(name).judged:
        assert one.verdict.reasons, one.rule.id
        assert all(reason.text(lang) for reason in one.verdict.reasons for lang in ("vi", "en"))


# fmt: off
REASONS = [
    ("do-son-2026", "(8).1", "unit_converted"),
    ("do-son-2026", "(14).1", "not_met"),
    ("do-son-2026", "(23).1", "looks_like_ratio"),
    ("do-son-2026", "(31).1", "not_applicable"),
    ("tran-phu-2023", "I.1.2", "entities_open"),
    ("tran-phu-2023", "I.6.1", "entity_fails"),
    ("tran-phu-2023", "III.1.1", "decrease_computed"),
    ("phuong-thu-duc-2022", "2.1.1", "readings_differ"),
    ("phuong-thu-duc-2022", "4.1.2", "unit_converted"),
    ("truong-quang-trong-2023", "2.c.3.1", "looks_like_ratio"),
    ("phuong-2025-nhiem-ky", "(2).3", "restatements_differ"),
    ("phuong-2025-nhiem-ky", "(5).1", "readings_agree"),
    ("phuong-2025-nhiem-ky", "(9).1", "entities_missing"),
]
# fmt: on


@pytest.mark.parametrize(("name", "target", "code"), REASONS)
def test_the_reason_is_the_one_the_example_shows(name: str, target: str, code: str) -> None:
    verdict = next(one.verdict for one in judged(name).judged if one.rule.id == target)
    assert f"verdict.{code}" in {reason.code for reason in verdict.reasons}


# ---- said to be invented --------------------------------------------------------------------------------


def text_of(path: Path) -> str:
    """All that a person sees who opens the file."""
    if path.suffix == ".xlsx":
        return "\n".join(str(cell) for row in xlsx_cells(path) for cell, _ in row)
    if path.suffix == ".ods":
        return "\n".join(cell[2] for row in ods_cells(path) for cell in row)
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES.values())
def test_a_file_says_first_that_its_figures_are_invented(file: str) -> None:
    head = text_of(EXAMPLES / file)[:400]
    assert "SỐ LIỆU MINH HỌA" in head
    assert "invented" in head
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert file in readme
    assert "minh họa" in readme
    assert "invented" in readme


# ---- the workbooks are what their script makes ----------------------------------------------------------


def script() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("make_workbooks", EXAMPLES / "make_workbooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def xlsx_cells(path: Path) -> list[list[tuple[Any, str]]]:
    """Value and number format of every cell."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [[(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()]


def ods_cells(path: Path) -> list[list[tuple[str | None, str | None, str]]]:
    """Type, value and text of every cell."""
    rows: Iterator[Any] = iter(load_ods(path).getElementsByType(TableRow))
    return [
        [
            (cell.getAttribute("valuetype"), cell.getAttribute("value"), extractText(cell))
            for cell in row.getElementsByType(TableCell)
        ]
        for row in rows
    ]


def test_the_workbooks_are_what_their_script_makes(tmp_path: Path) -> None:
    xlsx, ods = script().main(tmp_path)
    assert xlsx_cells(xlsx) == xlsx_cells(EXAMPLES / xlsx.name)
    assert ods_cells(ods) == ods_cells(EXAMPLES / ods.name)


def test_the_workbooks_hold_per_cent_cells() -> None:
    xlsx = [cell for row in xlsx_cells(EXAMPLES / "tran-phu-2023.xlsx") for cell in row]
    assert (0.954, "0.##%") in xlsx
    ods = [cell for row in ods_cells(EXAMPLES / "phuong-thu-duc-2022.ods") for cell in row]
    assert ("percentage", "0.973", "97,3%") in ods


def test_the_table_of_data_names_the_targets_as_the_ruleset_does() -> None:
    make = script()
    for name in ("tran-phu-2023", "phuong-thu-duc-2022"):
        indicators = {rule.id: rule.target.indicator for rule in load_ruleset(name).rules}
        for row in make.rows_of(name)[1:]:
            assert row[1] == indicators[row[0]]


def test_the_csv_is_as_a_vietnamese_excel_writes_it() -> None:
    content = (EXAMPLES / FILES["do-son-2026"]).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")  # else Excel garbles the letters
    assert "\nMã;Chỉ tiêu;ĐVT;" in content.decode("utf-8").replace("\r\n", "\n")


def test_the_json_holds_numbers_as_well_as_phrases() -> None:
    content = json.loads((EXAMPLES / FILES["truong-quang-trong-2023"]).read_text(encoding="utf-8"))
    kinds = {type(record["value"]) for record in content["actuals"]}
    assert kinds == {str, int, float}
