"""``--figures``: the account of every figure of the words that were read."""

from __future__ import annotations

import json
import re

import pytest

from chitieu.ruleset import bundled_rulesets, load_ruleset

from .conftest import Call


def test_parse_says_what_every_figure_is(call: Call) -> None:
    text = "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng năm 2025 dưới 9%"
    assert "5: độ tuổi; năm 2025: năm; 9: chỉ tiêu" in " ".join(call("parse", text, "--figures").out.split())
    assert "độ tuổi" not in call("parse", text).out


@pytest.mark.parametrize("name", bundled_rulesets())
def test_check_accounts_for_every_figure_of_a_ruleset(call: Call, name: str) -> None:
    document = json.loads(call("check", name, "--figures", "--format", "json").out)
    for target, rule in zip(document["targets"], load_ruleset(name).rules, strict=True):
        spans = [figure["span"] for figure in target["figures"]]
        for match in re.finditer(r"[0-9]+", rule.expect):
            inside = [span for span in spans if span[0] <= match.start() and match.end() <= span[1]]
            assert len(inside) == 1, (rule.expect, match.group())


def test_check_shows_the_accounts_only_when_asked(call: Call) -> None:
    assert "574,45: chỉ tiêu" in call("check", "truong-quang-trong-2023", "--figures").out
    assert "574,45: chỉ tiêu" not in call("check", "truong-quang-trong-2023").out
    assert "figures" not in json.loads(call("check", "tran-phu-2023", "--format", "json").out)["targets"][0]
