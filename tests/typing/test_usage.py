"""Real usage of the public names, as users write it: mypy --strict checks this file, and it runs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import assert_type

import pytest

import chitieu
from chitieu import Actual, Outcome, Report, Ruleset, Target, Verdict


def test_reading() -> None:
    reading = chitieu.parse("Tỷ lệ hộ gia đình văn hóa trên 98%, kết nạp từ 5 - 8 đảng viên")
    assert_type(reading, chitieu.Reading)
    assert_type(reading.targets, tuple[Target, ...])
    assert_type(reading.notes, tuple[chitieu.Diagnostic, ...])
    share, members = reading.targets
    assert isinstance(share.condition, chitieu.Bound)
    assert_type(share.condition.value, Decimal | Fraction)
    assert isinstance(members.condition, chitieu.Range)
    assert (members.condition.low, members.condition.high) == (Decimal(5), Decimal(8))
    assert not reading.needs_review
    assert [note.code for note in reading.notes] == []


def test_verdict() -> None:
    verdict = chitieu.evaluate("trên 98%", "98,2%")
    assert_type(verdict, Verdict)
    assert_type(verdict.outcome, Outcome)
    assert_type(verdict.margin, Decimal | Fraction | None)
    assert (verdict.outcome, verdict.margin) == ("met", Decimal("0.2"))
    fall = chitieu.parse("Số vụ phạm pháp hình sự giảm ít nhất 5%").targets[0]
    assert chitieu.evaluate(fall, 100, unit="vụ", baseline=110).outcome == "met"
    assert chitieu.evaluate("trên 98%", Decimal("98.2"), unit="%", better="higher").outcome == "met"
    assert chitieu.evaluate("trên 98%", 98.2, unit="%").outcome == "met"
    assert chitieu.evaluate("trên 98%", Actual()).outcome == "undecided"
    assert chitieu.evaluate("trên 98%", None).reasons[0].code == "verdict.missing"


def _achieved(report: Report) -> Mapping[str, int]:
    return {label: counts.achieved for label, counts in report.sections.items()}


def test_report(tmp_path: Path) -> None:
    file = tmp_path / "actuals.csv"
    ruleset = chitieu.load_ruleset("tran-phu-2023")
    assert_type(ruleset, Ruleset)
    first = ruleset.rules[0]
    file.write_text(f"id,value\n{first.id},0\n", encoding="utf-8")
    report = ruleset.evaluate(chitieu.load_actuals(file), baseline=chitieu.load_actuals(str(file)))
    assert_type(report, Report)
    assert set(_achieved(report)) == {section.label for section in ruleset.sections}
    assert report.item_counts.total == report.item_counts.undecided + report.item_counts.not_met


def test_errors() -> None:
    with pytest.raises(chitieu.RulesetError) as caught:
        chitieu.load_ruleset("no-such-ruleset")
    error: chitieu.ChitieuError = caught.value
    assert_type(error.diagnostics, tuple[chitieu.Diagnostic, ...])
    assert error.diagnostic.text("vi")
