"""What ``check`` finds of targets on one indicator, within a ruleset and against the upper level's."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

import chitieu
from chitieu.checking.relations import find
from chitieu.cli.run import run
from chitieu.ruleset import Item, Rule, Ruleset
from chitieu.target import Bound, Target

HEAD = """\
schema_version: 1
ruleset: {name}
title: Chỉ tiêu thử
items: [{items}]
targets:
"""


def ruleset(folder: Path, *expressions: str, name: str = "thu") -> chitieu.Ruleset:
    """A ruleset of one indicator; what stands behind "|" are more fields."""
    lines = []
    for number, each in enumerate(expressions, 1):
        expect, _, more = each.partition("|")
        lines.append(
            f'  - {{id: "{number}.1", item: "{min(number, 2)}", indicator: Tỷ lệ hộ khá, expect: "{expect}"'
            + (f", {more}" if more else "")
            + "}\n"
        )
    items = ", ".join(f'{{label: "{number}"}}' for number in (1, 2)[: len(expressions)])
    file = folder / f"{name}.yaml"
    file.write_text(HEAD.format(name=name, items=items) + "".join(lines), encoding="utf-8")
    return chitieu.load_ruleset(str(file))


@pytest.mark.parametrize(
    ("expressions", "codes"),
    [
        (["trên 80%", "dưới 20%"], ["contradictory"]),
        (["trên 80%", "trên 75%"], ["implied"]),
        (["95% trở lên", "ít nhất 95%"], ["same_target"]),
        (["ít nhất 80%", "không quá 95%"], ["targeted_twice"]),
        (["trên 80%", "dưới 20%|restates: true"], []),
        (["trên 80%", "dưới 20%|stretch: true"], []),
        (["trên 80%", "dưới 20%|each: phường"], []),
        (["trên 80%", 'dưới 20%|when: "year:2030"'], []),
        (["trên 80%", "25 hộ"], []),
        (["trên 80%", "trên 75%", "dưới 20%"], ["implied", "contradictory", "contradictory"]),
    ],
)
def test_within_a_ruleset(tmp_path: Path, expressions: list[str], codes: list[str]) -> None:
    found = find(ruleset(tmp_path, *expressions))
    assert [diagnostic.code.removeprefix("check.") for diagnostic, _ in found] == codes


def test_a_finding_names_both_and_a_figure_that_shows_it(tmp_path: Path) -> None:
    ((found, items),) = find(ruleset(tmp_path, "trên 75%", "trên 80%"))
    assert items == ("1", "2")
    assert found.text("en") == (
        "1.1 “trên 75%” adds nothing: 2.1 “trên 80%” on the same indicator asks for more (80% achieves 1.1 alone)."
    )
    assert found.place is not None
    assert found.place.line == 7


def test_grades_are_shown_by_name(tmp_path: Path) -> None:
    ((found, _),) = find(ruleset(tmp_path, "xếp loại Khá trở lên", "xếp loại Tốt trở lên"))
    assert found.code == "check.implied"
    assert "(khá chỉ đạt 1.1)" in found.text("vi")


#: Two names and the unit of both, and whether they plainly name one indicator.
NAMES = [
    ("Tỷ lệ hộ khá", "TỶ LỆ  HỘ KHÁ ", "%", True),
    ("Tỷ lệ hộ khá", unicodedata.normalize("NFD", "Tỷ lệ hộ khá"), "%", True),
    ("Tỷ lệ hòa giải thành", "Tỷ lệ hoà giải thành", "%", True),
    ("Tỷ lệ hộ khá", "Tỉ lệ hộ khá", "%", True),
    ("Cán bộ kỹ thuật", "Cán bộ kĩ thuật", "cán bộ", True),
    ("Tỷ lệ hộ khá", "- Tỷ lệ hộ khá:", "%", True),
    ("Tỷ lệ hộ khá", "Tỷ lệ hộ khá (%)", "%", True),
    ("Thu ngân sách", "Thu ngân sách (tỷ đồng).", "tỷ đồng", True),
    ("Tỷ lệ hộ khá", "Hộ khá", "%", True),
    ("Số hộ khá", "Hộ khá", "hộ", True),
    ("Tỷ lệ hộ khá", "Tỷ lệ hộ khá (giàu)", "%", False),
    ("Thu ngân sách", "Thu ngân sách (cả năm)", "tỷ đồng", False),
    ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ cận nghèo", "%", False),
    ("Tỷ lệ bảo hiểm y tế", "Tỷ lệ bảo hiểm xã hội", "%", False),
    ("Tỷ lệ hộ khá", "Hộ khá", "hộ", False),  # a level in households is no rate
    ("Chi hội", "Chy hội", "chi hội", False),
]


@pytest.mark.parametrize(("one", "other", "unit", "same"), NAMES)
def test_names_that_plainly_say_the_same_are_one_indicator(
    one: str, other: str, unit: str, same: bool
) -> None:
    first, second = (
        Rule(name, "1", name, Target(indicator=name, condition=Bound(op=op, value=Decimal(5), unit=unit)))
        for name, op in ((one, ">"), (other, "<"))
    )
    found = find(Ruleset("r", "", (), (Item("1"),), (first, second)))
    assert [diagnostic.code for diagnostic, _ in found] == (["check.contradictory"] if same else [])


def test_a_change_of_a_share_is_not_one_of_a_count() -> None:
    points, relative = (
        Rule(name, "1", name, chitieu.parse(name).targets[0])
        for name in ("Tỷ lệ hộ khá giảm trên 5 điểm %", "Hộ khá giảm dưới 3 hộ")
    )
    assert find(Ruleset("r", "", (), (Item("1"),), (points, relative))) == []


def test_other_indicators_are_not_compared(tmp_path: Path) -> None:
    mixed = ruleset(tmp_path, "trên 80%")
    other = chitieu.parse("Tỷ lệ hộ nghèo dưới 20%").targets[0]
    rule = type(mixed.rules[0])("3", "2", "dưới 20%", other)
    assert find(type(mixed)("r", "", (), mixed.items, (*mixed.rules, rule))) == []


@pytest.mark.parametrize(
    ("own", "upper", "code"),
    [
        ("trên 80%", "dưới 20%", "check.contradicts_upper"),
        ("trên 75%", "trên 80%", "check.short_of_upper"),
        ("trên 80%", "trên 75%", "check.also_upper"),
        ("trên 80%", "trên 80%", "check.also_upper"),
        ("không quá 95%", "ít nhất 80%", "check.short_of_upper"),
    ],
)
def test_against_the_upper_level(tmp_path: Path, own: str, upper: str, code: str) -> None:
    found = find(ruleset(tmp_path, own), ruleset(tmp_path, upper, name="cap-tren"))
    assert [diagnostic.code for diagnostic, _ in found] == [code]
    assert "cap-tren" in found[0][0].text("vi")


def test_what_falls_short_is_shown(tmp_path: Path) -> None:
    ((found, _),) = find(ruleset(tmp_path, "trên 75%"), ruleset(tmp_path, "trên 80%", name="cap-tren"))
    assert "80% achieves the one and not the other" in found.text("en")
    assert found.params["only"].interval.point == 80


def test_the_command_tells_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    ruleset(tmp_path, "trên 75%")
    ruleset(tmp_path, "trên 80%", name="cap-tren")
    own, upper = str(tmp_path / "thu.yaml"), str(tmp_path / "cap-tren.yaml")
    assert run(["check", own]) == 0
    capfd.readouterr()
    assert run(["check", own, "--upper", upper, "--lang", "en"]) == 1
    assert "does not ensure" in " ".join(capfd.readouterr().out.split())
    assert run(["check", own, "--upper", upper, "--format", "json"]) == 1
    assert '"check.short_of_upper"' in capfd.readouterr().out


@pytest.mark.parametrize("name", chitieu.bundled_rulesets())
def test_the_bundled_rulesets_do_not_contradict_themselves(name: str) -> None:
    assert [
        found for found, _ in find(chitieu.load_ruleset(name)) if found.code == "check.contradictory"
    ] == []
