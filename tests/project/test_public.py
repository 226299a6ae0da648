"""The public names: all there, all picklable, and the same from several threads."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

import chitieu
from chitieu.ruleset import Rule

CLAUSES = (
    "Tỷ lệ hộ gia đình văn hóa trên 98%, kết nạp từ 5 - 8 đảng viên",
    "Số vụ phạm pháp hình sự giảm ít nhất 5% so với năm 2021",
    "Tổng thu ngân sách đạt và vượt chỉ tiêu giao",
    "Chi bộ hoàn thành tốt nhiệm vụ trở lên đạt 95%",
    "không để xảy ra cháy nổ nghiêm trọng",
)
PAIRS = (
    ("trên 98%", "98,2%"),
    ("từ 5 - 8 đảng viên", "9 đảng viên"),
    ("giảm 5%", "giảm 4%"),
    ("xếp loại Khá trở lên", "Tốt"),
)


def test_every_public_name_is_there() -> None:
    assert dir(chitieu) == sorted(chitieu.__all__)
    for name in chitieu.__all__:
        assert getattr(chitieu, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        chitieu.no_such_name  # noqa: B018 (asking for it is the test)


@pytest.mark.parametrize("name", ["tran-phu-2023", "phuong-thu-duc-2022"])
def test_rulesets_survive_pickling(name: str) -> None:
    ruleset = chitieu.load_ruleset(name)
    again = pickle.loads(pickle.dumps(ruleset))
    assert again == ruleset
    assert again.roots == ruleset.roots


def test_readings_targets_and_verdicts_survive_pickling() -> None:
    for clause in CLAUSES:
        reading = chitieu.parse(clause)
        assert reading.targets
        assert pickle.loads(pickle.dumps(reading)) == reading
        for target in reading.targets:
            assert pickle.loads(pickle.dumps(target)) == target
    for words, actual in PAIRS:
        verdict = chitieu.evaluate(words, actual)
        again = pickle.loads(pickle.dumps(verdict))
        assert again == verdict
        assert [reason.text("en") for reason in again.reasons] == [
            reason.text("en") for reason in verdict.reasons
        ]


def test_reports_and_errors_survive_pickling(tmp_path: Path) -> None:
    ruleset = chitieu.load_ruleset("tran-phu-2023")
    (tmp_path / "a.csv").write_text(f"id;value\n{ruleset.rules[0].id};9\n", encoding="utf-8")
    report = ruleset.evaluate(chitieu.load_actuals(tmp_path / "a.csv"))
    assert pickle.loads(pickle.dumps(report)) == report
    with pytest.raises(chitieu.ActualsError) as caught:
        chitieu.load_actuals(tmp_path / "missing.csv")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), again.diagnostics) == (chitieu.ActualsError, caught.value.diagnostics)


def test_eight_threads_give_the_same_results(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHITIEU_CACHE_DIR", "")  # every thread compiles its own ruleset
    start = Barrier(8)

    def work(_: int) -> tuple[list[chitieu.Reading], list[chitieu.Verdict], tuple[Rule, ...]]:
        start.wait(timeout=60)
        readings = [chitieu.parse(clause) for clause in CLAUSES * 5]
        verdicts = [chitieu.evaluate(words, actual) for words, actual in PAIRS * 20]
        return readings, verdicts, chitieu.load_ruleset("do-son-2026").rules

    with ThreadPoolExecutor(8) as pool:
        first, *others = pool.map(work, range(8))
    assert [verdict.outcome for verdict in first[1][:4]] == ["met", "exceeded", "not_met", "met"]
    assert all(other == first for other in others)


def test_the_first_use_may_be_from_several_threads() -> None:
    # a process of its own: nothing is built yet when the threads start
    import subprocess
    import sys

    code = (
        "from concurrent.futures import ThreadPoolExecutor; from threading import Barrier; import chitieu\n"
        "start = Barrier(8)\n"
        "def work(_): start.wait(); return chitieu.evaluate('trên 98%', '98,2%').reasons[0].message\n"
        "print(set(ThreadPoolExecutor(8).map(work, range(8))) == {'98,2% > 98%: đạt.'})"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=120)
    assert (ran.returncode, ran.stdout.strip()) == (0, b"True"), ran.stderr.decode()
