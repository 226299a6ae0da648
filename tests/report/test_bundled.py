"""The tables of the bundled rulesets: real words and units, nothing cut, no syllable broken."""

from decimal import Decimal

import pytest

from chitieu.actuals import Actuals
from chitieu.quantity.actual import Actual
from chitieu.quantity.interval import Interval
from chitieu.report.grid import plain, width_of
from chitieu.report.table import verdict_table
from chitieu.ruleset import bundled_rulesets, load_ruleset

OUTCOMES = {"met": "✓ Đạt", "exceeded": "▲ Vượt", "not_met": "✗ Không đạt", "undecided": "? Chưa đủ căn cứ"}


def test_there_are_rulesets() -> None:
    assert bundled_rulesets()


@pytest.mark.parametrize("width", [80, 160])
def test_every_bundled_ruleset(width: int) -> None:
    for name in bundled_rulesets():
        ruleset = load_ruleset(name)
        given = {
            rule.id: (Actual(text=str(at), interval=Interval.at(Decimal(at))),)
            for at, rule in enumerate(ruleset.rules, start=1000)
        }
        report = ruleset.evaluate(Actuals(by_id=given))
        text = plain(verdict_table(report, width=width))
        lines = text.splitlines()
        assert max(width_of(line) for line in lines) <= width, name
        words = set(text.replace("│", " ").split())
        for at, judged in enumerate(report.judged, start=1000):
            indicator = judged.rule.target.indicator.replace("\N{NO-BREAK SPACE}", " ")
            assert set(indicator.split()) <= words, judged.rule.id
            assert judged.entities or f"{at:,}".replace(",", ".") in words, judged.rule.id
        for outcome, shown in OUTCOMES.items():
            counted = sum(judged.verdict.outcome == outcome for judged in report.judged)
            assert sum(line.count(shown) for line in lines) >= counted, (name, outcome)
