"""Every code that the command line and the reports speak of is in the catalogue, in both languages."""

import re
from pathlib import Path

import pytest

import chitieu
from chitieu.diagnostics import codes
from chitieu.diagnostics.messages import commands

PACKAGE = Path(chitieu.__file__).parent
CODE = re.compile(r'"((?:usage|judge|text|check|file)\.[a-z0-9_]+)"')


def used_codes() -> set[str]:
    files = [*(PACKAGE / "cli").glob("*.py"), *(PACKAGE / "report").glob("*.py")]
    return {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}


def test_the_codes_used_exist() -> None:
    used = used_codes()
    assert {"usage.no_command", "judge.bad_json", "text.bad_utf8", "check.two_readings"} <= used
    assert used <= set(codes())


@pytest.mark.parametrize("code", sorted(commands.MESSAGES))
def test_both_languages_take_the_same_parameters(code: str) -> None:
    entry = commands.MESSAGES[code]
    assert len(entry) in {2, 4}
    for vi, en in zip(entry[::2], entry[1::2], strict=True):
        named = [set(re.findall(r"{(\w+)", text)) for text in (vi, en)]
        assert named[0] == named[1] or code == "usage.other"
        assert vi != en
