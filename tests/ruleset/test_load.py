from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from chitieu.diagnostics import RulesetError
from chitieu.ruleset import Item, Section, bundled_rulesets, load_ruleset
from chitieu.ruleset.compile import outside
from chitieu.ruleset.file import ruleset_schema
from chitieu.target import Bound, Range

from .conftest import HEAD, TARGET

Write = Callable[..., Path]


def problems(path: Path | str) -> list[tuple[str, int | None, str | None]]:
    with pytest.raises(RulesetError) as caught:
        load_ruleset(path)
    found = []
    for problem in caught.value.diagnostics:
        assert problem.text("vi")
        assert problem.text("en")
        problem.hint("vi")
        problem.hint("en")
        place = problem.place
        found.append((problem.code, place.line if place else None, place.field if place else None))
    return found


def test_a_file_is_loaded_whole(write: Write) -> None:
    path = write()
    ruleset = load_ruleset(path)
    assert ruleset.name == "thu-2026"
    assert ruleset.period == (date(2026, 1, 1), date(2026, 12, 31))
    assert ruleset.sections == (Section("1", "Xây dựng Đảng", 2),)
    assert ruleset.items == (Item("(1)", "1"), Item("(2)", "1", task=True))
    [rule] = ruleset.rules
    assert (rule.id, rule.item, rule.expect, rule.line) == ("(1).1", "(1)", "từ 10-12 lượt", 11)
    assert rule.target.indicator == "Lượt kiểm tra"
    assert rule.target.condition == Range(low=Decimal(10), high=Decimal(12), unit="lượt")
    assert rule.counted
    assert not rule.target.needs_review
    assert ruleset.path == str(path)
    assert len(ruleset.sha256) == 64


def test_a_ruleset_can_be_pickled(write: Write) -> None:
    ruleset = load_ruleset(write())
    assert pickle.loads(pickle.dumps(ruleset)) == ruleset


def test_bom_and_utf16_are_read(write: Write, tmp_path: Path) -> None:
    text = write().read_text(encoding="utf-8")
    for encoding in ("utf-8-sig", "utf-16"):
        path = tmp_path / f"{encoding}.yaml"
        path.write_text(text, encoding=encoding)
        assert load_ruleset(path).title == "Chỉ tiêu năm 2026"


def test_all_errors_at_once_with_line_and_field(write: Write) -> None:
    path = write(
        """\
  - id: "(1).1"
    item: "(9)"
    indicator: A
    expect: đạt 95%
    vlaue: 95
    op: "=>"
  - id: "(1).1"
    item: "(2)"
    indicator: B
    expect: đạt 95%
    value: 97,5
    op: "="
    unit: "%"
  - id: "(1).3"
    item: "(1)"
    expect: ""
""",
        head=HEAD.replace("declared: 2", "declared: hai").replace("title: C", "tilte: C"),
    )
    assert problems(path) == [
        ("ruleset.missing_field", 1, "title"),
        ("ruleset.misspelt_field", 3, "tilte"),
        ("ruleset.expected_int", 6, "sections.1.declared"),
        ("ruleset.no_item", 12, "targets.1.item"),
        ("ruleset.misspelt_field", 15, "targets.1.vlaue"),
        ("ruleset.not_a_choice", 16, "targets.1.op"),
        ("ruleset.duplicate_target", 17, "targets.2.id"),
        ("ruleset.task_with_target", 18, "targets.2.item"),
        ("ruleset.expected_figure", 21, "targets.2.value"),
        ("ruleset.missing_field", 24, "targets.3.indicator"),
        ("ruleset.expected_filled", 26, "targets.3.expect"),
    ]


def test_the_message_reads_as_promised(write: Write) -> None:
    path = write(TARGET.replace("unit:", "vlaue:"), name="tran-phu-2023.yaml")
    with pytest.raises(RulesetError) as caught:
        load_ruleset(path)
    message = str(caught.value)
    assert message.startswith(f"{path}:17: targets.1.vlaue: ")
    assert "“value”" in message


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("schema_version: 1", "schema_version: 2", "ruleset.not_a_choice", 1),
        ("schema_version: 1", "schema_version: một", "ruleset.not_a_choice", 1),
        ("ruleset: thu-2026", "ruleset: ../thu", "ruleset.expected_slug", 2),
        ("to: 2026-12-31", "to: 31/12/2026", "ruleset.expected_date", 4),
        ("to: 2026-12-31", "to: 2025-12-31", "ruleset.period_order", 4),
        ("from: 2026-01-01, ", "", "ruleset.missing_field", 4),
        ("task: true", "task: có", "ruleset.expected_bool", 9),
        ('label: "(2)", section: "1"', 'label: "(2)", section: "7"', "ruleset.no_section", 9),
        ('label: "(2)"', 'label: "(1)"', "ruleset.duplicate_item", 9),
        ("low: 10", "low: 1_0", "ruleset.expected_figure", 15),
        ("low: 10", "low: 1e3", "ruleset.expected_figure", 15),
        ("low: 10", "low: 1/0", "ruleset.expected_figure", 15),
        ("low: 10", "low: " + "9" * 1001, "ruleset.expected_figure", 15),
        ("low: 10", "low: 20", "ruleset.range_order", 15),
        ("low: 10", "low: 10\n    value: 5", "ruleset.range_with_value", 16),
        ("low: 10", 'low: 10\n    op: ">="', "ruleset.range_with_op", 16),
        ("low: 10", "low: 10\n    grade: Khá", "ruleset.key_of_other_kind", 17),
        ("low: 10", "low: 10\n    entities: [A, A]", "ruleset.duplicate_entity", 16),
        ("low: 10", "low: 10\n    entities: A", "ruleset.expected_list", 16),
        ("low: 10", "low: 10\n    confirmed: {reading: 3}", "ruleset.no_such_reading", 16),
        ("low: 10", "low: 10\n    confirmed: {reading: 0}", "ruleset.expected_int", 16),
        ("low: 10", "low: 10\n    confirmed: yes", "ruleset.expected_mapping", 16),
        ("low: 10", "low: 10\n    confirmed: {reading: 1, on: 2026-01-01}", "ruleset.unknown_field", 16),
    ],
)
def test_one_error(write: Write, old: str, new: str, code: str, line: int) -> None:
    text = HEAD + TARGET
    assert old in text
    found = problems(write(text.replace(old, new), head=""))
    assert (code, line) in [(found_code, found_line) for found_code, found_line, _ in found]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b" \n\n", "file.empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 50, "file.binary"),
        ("title: Chỉ tiêu".encode("cp1258", "replace") + b"\xff", "file.not_utf8"),
        (b"- 1\n- 2\n", "ruleset.not_a_mapping"),
        (b"xin chao\n", "ruleset.not_a_mapping"),
        (b"a: [1\n", "yaml.syntax"),
        (b"a: 1\n" * (1024 * 1024 + 1), "file.too_large"),
    ],
)
def test_bad_files(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(content)
    assert problems(path)[0][0] == code


def test_missing_file_folder_and_names(tmp_path: Path) -> None:
    (tmp_path / "thu.yaml").write_text("x")
    assert problems(tmp_path / "thuu.yaml")[0][0] == "file.not_found_near"
    assert problems(tmp_path / "nothing-like-it.yaml")[0][0] == "file.not_found"
    assert problems(tmp_path)[0][0] == "file.is_folder"
    assert problems("khong-co-bo-nay")[0][0] == "ruleset.not_found"
    assert problems("")[0][0] == "ruleset.not_found"
    assert problems("a\0b.yaml")[0][0] == "file.unreadable"


def test_bundled_rulesets_load_by_name_and_unknown_names_list_them(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "rulesets"
    folder.mkdir()
    write(name="rulesets/thu-2026.yaml")
    write(name="rulesets/thu-2027.yaml")
    monkeypatch.setattr("chitieu.ruleset.load.data_dir", lambda name: tmp_path / name)
    assert bundled_rulesets() == ("thu-2026", "thu-2027")
    ruleset = load_ruleset("thu-2026")
    assert ruleset.path == "thu-2026.yaml"  # no path of this machine
    with pytest.raises(RulesetError, match="thu-2026, thu-2027"):
        load_ruleset("thu-2028")


def test_every_bundled_ruleset_loads() -> None:
    for name in bundled_rulesets():
        assert load_ruleset(name).rules, name


def test_items_without_targets_and_doubtful_figures_are_noted(write: Write) -> None:
    path = write(
        TARGET.replace("low: 10", "low: 2.860").replace("high: 12", "high: 12000"),
        head=HEAD.replace(", task: true", ""),
    )
    ruleset = load_ruleset(path)
    assert [(note.code, note.place and note.place.line) for note in ruleset.notes] == [
        ("ruleset.point_in_figure", 15),
        ("ruleset.item_without_target", 9),
    ]
    assert ruleset.rules[0].target.condition == Range(low=Decimal("2.86"), high=Decimal(12000), unit="lượt")


YEAR = (date(2026, 1, 1), date(2026, 12, 31))
TERM = (date(2025, 7, 1), date(2030, 6, 30))


@pytest.mark.parametrize(
    ("when", "period", "expected"),
    [
        (None, YEAR, False),
        ("year:2026", YEAR, False),
        ("year:2030", YEAR, True),
        ("year:2025", YEAR, True),
        ("year:2030", TERM, False),
        ("year:2031", TERM, True),
        ("term", YEAR, True),
        ("term", TERM, False),
        ("each_year", YEAR, False),
        ("each_quarter", YEAR, False),
        ("year:2030", None, False),
        ("term", None, False),
    ],
)
def test_outside_the_period(when: str | None, period: tuple[date, date] | None, expected: bool) -> None:
    assert outside(when, period) is expected


@pytest.mark.parametrize(
    ("extra", "counted"),
    [
        ("", True),
        ("    counted: false\n", False),
        ("    stretch: true\n", False),
        ("    stretch: true\n    counted: true\n", True),
        ('    when: "year:2030"\n', False),
        ('    when: "year:2030"\n    counted: true\n', True),
        ("    when: term\n", False),
        ("    when: each_year\n", True),
    ],
)
def test_what_is_counted(write: Write, extra: str, counted: bool) -> None:
    assert load_ruleset(write(TARGET + extra)).rules[0].counted is counted


def test_expressions_are_read_by_the_grammar(write: Write) -> None:
    path = write('  - {id: "(1).1", item: "(1)", indicator: Tỷ lệ hộ gia đình văn hóa, expect: trên 98%}\n')
    [target] = load_ruleset(path).targets
    assert target.condition == Bound(op=">", value=Decimal(98), unit="%")
    assert target.indicator == "Tỷ lệ hộ gia đình văn hóa"


def test_words_that_state_no_target_are_an_error(write: Write) -> None:
    path = write('  - {id: "(1).1", item: "(1)", indicator: A, expect: "trên địa bàn phường"}\n')
    assert problems(path) == [("ruleset.unread", 11, "targets.1.expect")]


def test_the_schema_names_every_field() -> None:
    schema = ruleset_schema()
    assert schema["required"] == ["schema_version", "ruleset", "title", "items", "targets"]
    target = schema["$defs"]["TargetEntry"]
    assert target["required"] == ["id", "item", "indicator", "expect"]
    assert target["additionalProperties"] is False
    assert {"from", "to"} == set(schema["$defs"]["PeriodEntry"]["properties"])
