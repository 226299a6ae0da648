"""Wrong command lines: exit code 2, one clear message in the language of the call, never a traceback."""

import ast
import subprocess
import sys

import pytest

from .conftest import Call

WRONG = [
    (["evalute"], "Không có lệnh “evalute”. Có phải là “evaluate”?"),
    (["xyz"], "Không có lệnh “xyz”."),
    (["evaluate"], "Thiếu RULESET."),
    (["evaluate", "a.yaml"], "Thiếu ACTUALS."),
    (["evaluate", "a", "b", "--formt", "json"], "Không có tuỳ chọn --formt. Có phải là --format?"),
    (["evaluate", "a", "b", "--format", "pdf"], "--format: không nhận “pdf”."),
    (["evaluate", "a", "b", "-o", "kq.pdf"], "Chưa biết ghi tệp đuôi “.pdf”."),
    (["schema"], "Thiếu NAME. Chọn một trong: ruleset, actuals, reading, report."),
    (["schema", "thing"], "không nhận “thing”. Chọn một trong: ruleset, actuals, reading, report."),
    (["rulesets", "thua"], "Thừa đối số: thua."),
    (["template", "x"], "Thiếu -o/--output."),
    (["judge", "trên 98%"], "Cần cả chỉ tiêu và số liệu"),
    (["judge", "--unit", "%"], "Cần cả chỉ tiêu và số liệu"),
    (["completion", "tcsh"], "không nhận “tcsh”."),
]


@pytest.mark.parametrize(("args", "message"), WRONG)
def test_wrong_usage(call: Call, args: list[str], message: str) -> None:
    result = call(*args)
    assert result.code == 2
    assert result.out == ""
    assert message in result.err
    assert result.err.count("Lỗi:") == 1
    assert "Traceback" not in result.err


def test_wrong_usage_in_english(call: Call) -> None:
    result = call("evaluate", "a", "--lang", "en")
    assert result.code == 2
    assert "Error: ACTUALS is missing." in result.err


def test_help_of_every_command(call: Call) -> None:
    from chitieu.cli.table import COMMANDS

    overview = call("--help")
    assert overview.code == 0
    for name, (_, vi, _) in COMMANDS.items():
        assert name in overview.out
        page = call(name, "--help")
        assert page.code == 0, name
        assert f"chitieu {name}" in page.out
        assert "Tuỳ chọn / Options" in page.out
        assert vi


def test_version(call: Call) -> None:
    import chitieu

    assert call("--version").out == f"chitieu {chitieu.__version__}\n"


def test_nothing_at_all_shows_the_help(call: Call) -> None:
    result = call()
    assert result.code == 2
    assert "Lệnh / Commands" in result.err


def loaded_by(code: str) -> set[str]:
    """The top names of the modules that a fresh interpreter holds after running the code."""
    show = "import sys; print(sorted({name.split('.')[0] for name in sys.modules}))"
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}\n{show}"], capture_output=True, check=True, text=True
    )
    return set(ast.literal_eval(ran.stdout.splitlines()[-1]))


HEAVY = {"rich", "pydantic", "lark", "yaml", "pint", "openpyxl", "odf", "xlsxwriter", "python_calamine"}


def test_help_imports_nothing_heavy() -> None:
    code = "from chitieu.cli.run import run; run(['--help'])"
    assert not loaded_by(code) & HEAVY


def test_importing_the_command_line_loads_not_even_click() -> None:
    assert not loaded_by("import chitieu.cli") & (HEAVY | {"click"})


def test_a_table_in_a_pipe_loads_no_rich() -> None:
    assert "rich" not in loaded_by("from chitieu.cli.run import run; run(['parse', 'trên 98%'])")
