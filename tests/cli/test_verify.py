"""Reports judged again: what stands, what was changed by hand, and what cannot be found."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import chitieu
from chitieu.report.json_report import report_document, to_json
from chitieu.report.verification import verify

from .conftest import Call, Files, Process

Change = Callable[[dict[str, Any]], None]
Path_ = tuple[str | int, ...]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def report(files: Files, call: Call) -> Path:
    """A report beside its inputs."""
    path = files.folder / "bao-cao.json"
    assert call("evaluate", files.ruleset, files.actuals, "-o", str(path)).code == 0
    return path


def changed(path: Path, change: Change) -> str:
    told = json.loads(path.read_text("utf-8"))
    change(told)
    path.write_text(json.dumps(told), encoding="utf-8")
    return str(path)


def set_outcome(told: dict[str, Any]) -> None:
    told["verdicts"][1]["outcome"] = "met"


def set_margin(told: dict[str, Any]) -> None:
    told["verdicts"][1]["margin"] = "0.040000"


def drop_verdict(told: dict[str, Any]) -> None:
    del told["verdicts"][0]


def add_verdict(told: dict[str, Any]) -> None:
    told["verdicts"].append({"id": "IX.1", "outcome": "met"})


def set_item(told: dict[str, Any]) -> None:
    told["items"][1]["outcome"] = "met"


def set_counts(told: dict[str, Any]) -> None:
    told["summary"]["items"]["met"] += 1


def test_an_untouched_report_stands(report: Path, call: Call) -> None:
    result = call("verify", str(report), "--lang", "en")
    assert (result.code, result.err) == (0, "")
    assert result.out == "Every verdict stands (3): the inputs are the same and were judged the same again.\n"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (set_outcome, "I.2.1: outcome is met in the report, not_met when judged again."),
        (set_margin, "I.2.1: margin is 0.040000 in the report, -0.040000 when judged again."),
        (drop_verdict, "I.1.1: the ruleset has it, the report does not."),
        (add_verdict, "IX.1: the report has it, there is no such target when judged again."),
        (set_item, "I.2: outcome is met in the report, not_met when judged again."),
        (set_counts, "The counts of items are met 2,"),
    ],
)
def test_what_was_changed_by_hand_is_told(report: Path, call: Call, change: Change, told: str) -> None:
    result = call("verify", changed(report, change), "--lang", "en")
    assert result.code == 1
    assert told in result.out
    assert "Differences: 1; inputs changed: 0; verdicts checked:" in result.out


def leaves(part: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Every place of the document that holds a value, and every record of a list."""
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(part, list):
        for at, inner in enumerate(part):
            yield (*path, at)
            yield from leaves(inner, (*path, at))
    else:
        yield path


#: What a person may change without a verdict or a reason for one being touched: names of files, the day, and what the
#: hash of the file or the name of the ruleset, which are looked at, say as well.
FREE = {"provenance.actuals.file", "provenance.ruleset.name"}


@pytest.mark.parametrize("how", ["other", "gone", "twice"])
def test_whatever_is_changed_anywhere_is_told(how: str) -> None:
    rules = chitieu.load_ruleset("tran-phu-2023")
    actuals = chitieu.load_actuals(str(EXAMPLES / "tran-phu-2023.xlsx"))
    again = json.loads(to_json(report_document(rules.evaluate(actuals))))
    assert verify(again, again).stands
    for *way, last in leaves(again):
        told = copy.deepcopy(again)
        holder = told
        for key in way:
            holder = holder[key]
        if how == "other":
            holder[last] = f"{holder[last]} "
        elif how == "twice" and isinstance(holder, list) and isinstance(last, int):
            holder.insert(last, copy.deepcopy(holder[last]))
        elif how == "gone" and (isinstance(last, int) or holder[last] is not None):
            del holder[last]
        else:
            continue
        if ".".join(map(str, (*way, last))) not in FREE:
            result = verify(told, again)
            assert not result.stands or result.notes, (way, last)


def test_a_report_in_another_language_stands(files: Files, call: Call) -> None:
    path = files.folder / "report.json"
    assert call("evaluate", files.ruleset, files.actuals, "--lang", "en", "-o", str(path)).code == 0
    assert call("verify", str(path)).code == 0
    assert call("verify", str(path), "--lang", "en").code == 0


def test_a_hit_before_the_miss_of_one_target_is_told(report: Path, call: Call) -> None:
    def first_a_hit(told: dict[str, Any]) -> None:
        told["verdicts"].insert(0, {**told["verdicts"][1], "outcome": "met"})

    result = call("verify", changed(report, first_a_hit), "--lang", "en")
    assert result.code == 1
    assert "I.2.1: the report has it more than once." in result.out


def test_another_version_may_say_it_in_other_words() -> None:
    told = {"verdicts": [{"id": "1", "outcome": "met", "words": "a"}], "provenance": {"version": "1"}}
    again = {"verdicts": [{"id": "1", "outcome": "met", "words": "b"}], "provenance": {"version": "2"}}
    assert verify(told, again).stands
    assert [note.code for note in verify(told, again).notes] == ["verify.otherwise"]
    assert not verify(told, {**again, "provenance": {"version": "1"}}).stands


def test_another_input_is_told(report: Path, files: Files, call: Call) -> None:
    actuals = Path(files.actuals)
    actuals.write_text(actuals.read_text("utf-8").replace("94,96%", "95%"), encoding="utf-8")
    result = call("verify", str(report), "--format", "json", "--lang", "en")
    told = json.loads(result.out)
    assert (result.code, told["stands"], told["checked"]) == (1, False, 3)
    assert [each["message"] for each in told["changed"]] == [
        "An input is not the one that was judged: actuals (so-lieu.csv)."
    ]
    assert "I.2.1: outcome is not_met in the report, met when judged again." in [
        each["message"] for each in told["differing"]
    ]


def test_inputs_are_found_by_their_content(report: Path, files: Files, call: Call) -> None:
    Path(files.actuals).rename(files.folder / "doi-ten.csv")
    Path(files.ruleset).rename(files.folder / "doi-ten.yaml")
    assert call("verify", str(report)).code == 0


def test_inputs_can_be_named(report: Path, files: Files, call: Call, tmp_path: Path) -> None:
    away = tmp_path / "noi-khac"
    away.mkdir()
    ruleset, actuals = (Path(file).rename(away / Path(file).name) for file in (files.ruleset, files.actuals))
    missing = call("verify", str(report), "--lang", "en")
    assert (missing.code, missing.out) == (2, "")
    assert "An input of the report was not found: ruleset" in missing.err
    assert "--ruleset" in missing.err
    assert call("verify", str(report), "--ruleset", str(ruleset), "--actuals", str(actuals)).code == 0


def test_a_baseline_is_judged_with_again(files: Files, call: Call) -> None:
    path = files.folder / "bao-cao.json"
    given = ("evaluate", files.ruleset, files.actuals, "--baseline", files.all_met, "-o", str(path))
    assert call(*given).code == 0
    assert call("verify", str(path)).code == 0
    Path(files.all_met).unlink()
    assert "--baseline" in call("verify", str(path)).err


def test_a_bundled_ruleset_is_found_by_name(call: Call, tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "examples" / "tran-phu-2023.xlsx"
    path = tmp_path / "bao-cao.json"
    assert call("evaluate", "tran-phu-2023", str(example), "-o", str(path)).code == 0
    assert call("verify", str(path), "--actuals", str(example)).code == 0


def test_another_version_is_a_note(report: Path, call: Call) -> None:
    result = call(
        "verify", changed(report, lambda told: told["provenance"].update(version="0.0.1")), "--lang", "en"
    )
    assert result.code == 0
    assert "Otherwise than then: version was 0.0.1" in result.out


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "not json", '{"provenance": {}, "verdicts": []}', "[" * 100_000]
)
def test_what_is_no_report(call: Call, tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    result = call("verify", str(path))
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("Lỗi: ")


def test_odd_shapes_within_a_report_are_no_crash(report: Path, call: Call) -> None:
    def odd(told: dict[str, Any]) -> None:
        told |= {"summary": 7, "items": [None, 1], "sections": "x"}
        told["verdicts"][0] = {"id": None, "entities": [1, {}]}
        told["provenance"] |= {"version": 3, "baseline": None}

    assert call("verify", changed(report, odd)).code == 1


def test_long_lists_are_cut(report: Path, call: Call) -> None:
    def many(told: dict[str, Any]) -> None:
        told["verdicts"] += [{"id": f"IX.{number}"} for number in range(60)]

    assert "… and 10 more." in call("verify", changed(report, many), "--lang", "en").out


def test_the_same_inputs_give_the_same_bytes(files: Files, process: Process) -> None:
    arguments = ["evaluate", files.ruleset, files.actuals, "--format", "json", "--date", "2023-12-31"]
    one, other = (
        process(arguments, env={"PYTHONHASHSEED": seed, "TZ": zone}).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh"))
    )
    assert one == other
    provenance = json.loads(one)["provenance"]
    assert provenance["date"] == "2023-12-31"
    assert all(len(provenance[name]["sha256"]) == 64 for name in ("ruleset", "actuals"))
    assert len(provenance["grammar_sha256"]) == 64
    assert provenance["version"]


def test_where_the_inputs_lie_changes_no_byte(
    files: Files, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path(files.actuals).open("a", encoding="utf-8") as lines:
        lines.write("IX.9;1\n")  # a note that names its place
    there = call("evaluate", files.ruleset, files.actuals, "--format", "json").out
    monkeypatch.chdir(Path(files.actuals).parent)
    here = call("evaluate", files.ruleset, Path(files.actuals).name, "--format", "json").out
    assert any("place" in note for note in json.loads(here)["notes"])
    assert here == there


def test_without_a_date_none_is_made_up(report: Path) -> None:
    assert "date" not in json.loads(report.read_text("utf-8"))["provenance"]
