from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from chitieu.actuals import load_actuals

from .looks import notes, value

Make = Callable[[str, str | bytes], Path]


def test_numbers_are_exact(file: Make) -> None:
    text = """[
      {"id": "1", "value": 457.802, "unit": "tỷ đồng"},
      {"id": "2", "value": 0.1000000000000000055511151231257827},
      {"id": "3", "value": 12345678901234567890},
      {"id": "4", "value": -6},
      {"id": "5", "value": "97,5%", "baseline": 95},
      {"id": "6", "value": null},
      {"id": 7, "value": 1e3}
    ]"""
    actuals = load_actuals(file("a.json", text))
    assert value(actuals, "1") == ("457.802", "tỷ đồng")
    assert value(actuals, "2")[0] == "0.1000000000000000055511151231257827"
    assert value(actuals, "3")[0] == "12345678901234567890"
    assert value(actuals, "4")[0] == "6"
    assert actuals.by_id["4"][0].change == "decrease"
    assert (value(actuals, "5"), actuals.by_id["5"][0].baseline) == (("97.5", "%"), Decimal(95))
    assert actuals.by_id["6"][0].missing
    assert value(actuals, "7")[0] == "1000"
    assert notes(actuals) == []


def test_odd_values_by_record(file: Make) -> None:
    odd = ["NaN", "[1]", '{"a": 1}', "1e999999999", f"0e-{'7' * 60}"]
    records = [f'{{"id": "{number}", "value": {value}}}' for number, value in enumerate(odd, 1)]
    text = f"[{', '.join(records)}, 5]"
    actuals = load_actuals(file("a.json", text))
    assert [actuals.by_id[name][0].figure for name in "12345"] == [None] * 5
    assert notes(actuals) == [
        ("actuals.not_an_object", "6"),
        ("actuals.not_a_number", "1.value"),
        ("actuals.not_a_number", "2.value"),
        ("actuals.not_a_number", "3.value"),
        ("actuals.not_a_number", "4.value"),
        ("actuals.not_a_number", "5.value"),
    ]


def test_true_and_false_are_there_and_not_there(file: Make) -> None:
    by_id = load_actuals(file("a.json", '[{"id":"1","value":true},{"id":"2","value":false}]')).by_id
    assert (by_id["1"][0].text, by_id["2"][0].text) == ("có", "không")


def test_records_are_never_taken_for_headings(file: Make) -> None:
    text = '[{"id":"1","value":"2","unit":"","note":"x"},{"id":"A","value":"(1)","unit":"(2)"}]'
    assert list(load_actuals(file("a.json", text)).by_id) == ["1", "A"]


def test_an_object_with_the_list_in_it(file: Make) -> None:
    text = '{"schema_version": 1, "actuals": [{"Mã": "1", "Thực hiện": 5}]}'
    assert value(load_actuals(file("a.json", text)), "1") == ("5", None)


def test_yaml_values_stay_as_written(file: Make) -> None:
    text = '- {id: 1.10, value: "97,5%"}\n- id: 1.2\n  value: 2.860\n  unit: hộ\n- {id: 3, value: "@@"}\n'
    actuals = load_actuals(file("a.yaml", text))
    assert value(actuals, "1.10") == ("97.5", "%")
    assert value(actuals, "1.2") == ("2860", "hộ")
    assert notes(actuals) == [("actuals.unreadable_value", "5")]


def test_unknown_names_are_noted(file: Make) -> None:
    actuals = load_actuals(file("a.yaml", "- {id: 1, value: 5}\n- {id: 2, value: 5,\n   vlaue: 6}\n"))
    assert notes(actuals) == [("actuals.heading_misspelt", "3")]


@pytest.mark.parametrize("name", ["a.json", "a.yaml"])
def test_utf16_and_marks(file: Make, name: str) -> None:
    text = '[{"Mã": "1", "Thực hiện": "5"}]'
    for encoding in ("utf-8-sig", "utf-16"):
        assert value(load_actuals(file(name, text.encode(encoding))), "1") == ("5", None)
