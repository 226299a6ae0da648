"""Sub-bullets in the table, in Markdown and in the documents: shown, and counted with their parent."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from chitieu.actuals import Actuals
from chitieu.evaluation import Report, evaluate_ruleset
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.report.csv_report import csv_report
from chitieu.report.json_report import report_document
from chitieu.report.rows import blocks
from chitieu.report.schema import ReportDocument
from chitieu.ruleset import Item, Rule, Ruleset, Section
from chitieu.target import Bound, Target

_ITEMS = (
    Item("7", "I"),
    Item("7a", "I", "Thanh niên", parent="7"),
    Item("7b", "I", parent="7"),
    Item("8", "I"),
    Item("8a", "I", parent="8"),
    Item("8b", "I", parent="8", task=True),
    Item("9", "I", task=True),
)


def _rule(id_: str, item: str) -> Rule:
    condition = Bound(op="=", value=Decimal(90), unit="%")
    return Rule(id_, item, "đạt 90%", Target(indicator=f"Tỷ lệ {id_}", condition=condition))


@pytest.fixture
def parts() -> Report:
    rules = (_rule("7.1", "7"), _rule("7a.1", "7a"), _rule("7b.1", "7b"), _rule("8a.1", "8a"))
    ruleset = Ruleset("r", "R", (Section("I", "Phần", 3),), _ITEMS, rules)
    figures = {"7.1": "91", "7a.1": "90", "7b.1": "92", "8a.1": "89"}
    by_id = {id_: (Actual(f"{text}%", Interval.at(Decimal(text)), "%"),) for id_, text in figures.items()}
    return evaluate_ruleset(ruleset, Actuals(by_id))


def test_rows(parts: Report) -> None:
    [block] = blocks(parts)
    assert [(row.number, row.indicator, row.outcome, row.group) for row in block.rows] == [
        ("7", "(gồm 3 nội dung)", "met", True),
        ("7.1", "Tỷ lệ 7.1", "exceeded", False),
        ("7a", "Thanh niên", None, True),
        ("7a.1", "Tỷ lệ 7a.1", "met", False),
        ("7b.1", "Tỷ lệ 7b.1", "exceeded", False),
        ("8", "Tỷ lệ 8a.1", "not_met", False),
    ]
    assert all(row.counted for row in block.rows)
    assert block.tasks == ("8b", "9")
    assert block.counts is not None
    assert (block.counts.total, block.counts.achieved) == (2, 1)


def test_the_document_says_what_counts_with_what(parts: Report) -> None:
    document = report_document(parts)
    ReportDocument.model_validate(document)
    assert [
        (item["label"], item["parent"], item["outcome"], item["counted"]) for item in document["items"]
    ] == [
        ("7", None, "met", True),
        ("7a", "7", None, False),
        ("7b", "7", None, False),
        ("8", None, "not_met", True),
        ("8a", "8", None, False),
        ("8b", "8", None, False),
        ("9", None, None, False),
    ]
    assert [(one["id"], one["item"], one["counted"]) for one in document["verdicts"]] == [
        ("7.1", "7", True),
        ("7a.1", "7a", True),
        ("7b.1", "7b", True),
        ("8a.1", "8a", True),
    ]
    assert document["summary"]["items"] == {"met": 1, "exceeded": 0, "not_met": 1, "undecided": 0}


def test_the_csv_counts_the_targets_of_parts(parts: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_report(parts).decode("utf-8-sig")), delimiter=";"))
    assert [(row["Mã"], row["Được tính"]) for row in rows] == [
        ("7.1", "có"), ("7a.1", "có"), ("7b.1", "có"), ("8a.1", "có"),
    ]  # fmt: skip
