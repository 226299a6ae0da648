"""How a run ends: Ctrl-C, a closed pipe, a terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from chitieu.cli import table

from .conftest import Call, Files


def test_ctrl_c_is_quiet(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_args: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(table.cli, "main", interrupted)
    result = call("units")
    assert (result.code, result.out, result.err) == (130, "", "")


def test_a_closed_pipe_is_quiet() -> None:
    command = [sys.executable, "-m", "chitieu", "schema", "report"]
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, timeout=60, check=False)
    finally:
        os.close(writer)
    assert ran.stderr == b""
    assert ran.returncode not in {0, 1, 2}


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a child are POSIX")
def test_ctrl_c_while_waiting_for_input() -> None:
    command = [sys.executable, "-m", "chitieu", "parse", "--format", "jsonl"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdin.write("trên 98%\n".encode())
        child.stdin.flush()
        answer = child.stdout.readline()  # one line out before the next comes in
        child.send_signal(signal.SIGINT)
        child.wait(60)
        assert child.stderr.read().strip() == b""
    assert b'"op": ">"' in answer
    assert child.returncode == 130


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(closed: str) -> None:
    command = f'"{sys.executable}" -m chitieu parse --format jsonl {closed}'
    ran = subprocess.run(
        ["/bin/sh", "-c", command], input=b"5%\n", capture_output=True, timeout=60, check=False
    )
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize(
    ("encoding", "expected", "absent"),
    [
        ("utf-8", "✗ Không đạt", "?"),
        ("cp437", "x Không dat", "✗"),
    ],
)
def test_a_terminal(files: Files, encoding: str, expected: str, absent: str) -> None:
    shown = on_a_terminal(["evaluate", files.ruleset, files.actuals], {"PYTHONIOENCODING": encoding}).decode(
        encoding
    )
    assert "\x1b[" in shown
    bare = without_colour(shown)
    assert expected in bare
    assert absent not in bare


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour(files: Files, variables: dict[str, str]) -> None:
    shown = on_a_terminal(["evaluate", files.ruleset, files.actuals], variables).decode()
    assert "\x1b" not in shown
    assert "Không đạt" in shown


def without_colour(text: str) -> str:
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def on_a_terminal(args: list[str], variables: dict[str, str]) -> bytes:
    """What the command writes to a terminal of its own."""
    import pty

    master, slave = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **variables}
    if "NO_COLOR" not in variables:
        env.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "chitieu", *args]
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env) as child:
        os.close(slave)
        seen = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            seen += piece
        child.wait(60)
    os.close(master)
    return seen
