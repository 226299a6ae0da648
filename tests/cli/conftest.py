"""A small ruleset and its actuals as files, and ways to run the command."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from chitieu.cli.run import run

RULESET = """\
schema_version: 1
ruleset: phuong-thu
title: Chỉ tiêu thử năm 2023
issuer: Ban Chấp hành Đảng bộ phường
period: {from: 2023-01-01, to: 2023-12-31}
sections:
  - {label: "I", title: Xây dựng Đảng, declared: 2}
  - {label: "II", title: Kinh tế - xã hội}
items:
  - {label: "I.1", section: "I"}
  - {label: "I.2", section: "I"}
  - {label: "II.1", section: "II"}
  - {label: "II.2", section: "II", task: true}
targets:
  - {id: I.1.1, item: I.1, indicator: Số đảng viên mới kết nạp, expect: từ 5 - 8 đảng viên}
  - {id: I.2.1, item: I.2, indicator: Tỷ lệ đảng viên sinh hoạt thường kỳ, expect: 95% trở lên}
  - {id: II.1.1, item: II.1, indicator: Tỷ lệ hộ gia đình văn hóa, expect: trên 98%}
"""
ACTUALS = "id;value;unit\nI.1.1;9;đảng viên\nI.2.1;94,96%;\nII.1.1;98,2;%\n"
ALL_MET = "id;value\nI.1.1;6\nI.2.1;95%\nII.1.1;98,2%\n"


@dataclass(frozen=True)
class Result:
    """What a run left."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Files:
    """The folder that the files are in."""

    folder: Path
    ruleset: str
    actuals: str
    all_met: str


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    monkeypatch.setenv("CHITIEU_CACHE_DIR", str(tmp_path / "cache"))
    made = {"thu.yaml": RULESET, "so-lieu.csv": ACTUALS, "dat.csv": ALL_MET}
    for name, text in made.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return Files(tmp_path, *(str(tmp_path / name) for name in made))


Call = Callable[..., Result]


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run a command line in this process; ``stdin`` are the bytes of standard input."""

    def go(*args: str, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        monkeypatch.setenv("COLUMNS", "100")
        code = run(args)
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return go


Process = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Run the command as a process of its own, with variables of the environment set or (None) removed."""

    def go(
        args: Sequence[str], *, stdin: bytes = b"", env: Mapping[str, str | None] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        variables = {
            **os.environ,
            "CHITIEU_CACHE_DIR": str(tmp_path / "cache"),
            "COLUMNS": "100",
            **(env or {}),
        }
        return subprocess.run(
            [sys.executable, "-m", "chitieu", *args],
            input=stdin,
            capture_output=True,
            env={name: value for name, value in variables.items() if value is not None},
            timeout=60,
            check=False,
        )

    return go
