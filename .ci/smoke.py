"""The installed package, used as its users do, from a folder outside the project: smoke.py EXAMPLES."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import chitieu

EXAMPLES = Path(sys.argv[1]).resolve()
COMMAND = Path(sys.executable).with_name("chitieu")


def run(*args: str, codes: tuple[int, ...] = (0,), text: str = "") -> str:
    """What a command prints; the process must end with one of the codes, and without a traceback."""
    ran = subprocess.run([COMMAND, *args], input=text.encode(), capture_output=True, timeout=120, check=False)
    out, err = ran.stdout.decode(), ran.stderr.decode()
    assert ran.returncode in codes, (args, ran.returncode, out[-2000:], err)
    assert "Traceback" not in err, err
    return out


def main() -> None:
    """One use of everything that needs a file of the package or another library."""
    home = Path(chitieu.__file__).resolve()
    assert EXAMPLES.parent not in home.parents, f"not the installed package: {home}"
    assert run("--version").strip().endswith(chitieu.__version__)
    names = [entry["ruleset"] for entry in json.loads(run("rulesets", "--format", "json"))["rulesets"]]
    assert len(names) >= 5, names
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            assert run("check", name, codes=(0, 1)), name  # 1: something is to be looked at
            template = str(Path(folder) / f"{name}.xlsx")
            run("template", name, "-o", template)
            judged = json.loads(run("evaluate", name, template, "--format", "json"))
            assert set(judged["summary"]["items"]) == {"met", "exceeded", "not_met", "undecided"}
            assert judged["summary"]["items"]["undecided"] == sum(judged["summary"]["items"].values()) > 0
    kinds = set()
    for name in names:
        for file in sorted(EXAMPLES.glob(f"{name}.*")):
            judged = json.loads(run("evaluate", name, str(file), "--format", "json"))
            assert all(count > 0 for count in judged["summary"]["items"].values()), (
                file.name,
                judged["summary"],
            )
            assert chitieu.load_ruleset(name).title.split()[0] in run("evaluate", name, str(file))
            kinds.add(file.suffix)
    assert kinds >= {".csv", ".xlsx", ".ods", ".json", ".yaml"}, kinds
    assert run("evaluate", names[0], "no-such-file.csv", codes=(2,)) == ""
    line = json.loads(run("parse", "--format", "jsonl", text="Tỷ lệ hộ gia đình văn hóa trên 98%\n"))
    assert [(target["op"], target["value"]) for target in line["targets"]] == [(">", "98")], line
    assert "98%" in run("parse", "Tỷ lệ hộ gia đình văn hóa trên 98%")
    assert json.loads(run("judge", "--format", "json", "trên 98%", "98,2%"))["outcome"] == "met"
    assert run("units")
    assert json.loads(run("conformance", "--format", "json"))["failures"] == []
    for name in ("ruleset", "actuals", "reading", "report"):
        assert json.loads(run("schema", name))
    print(
        f"chitieu {chitieu.__version__} on Python {sys.version.split()[0]}: {len(names)} rulesets, "
        f"examples in {', '.join(sorted(kinds))}: all well"
    )


main()
