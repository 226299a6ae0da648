"""Reasons: every code can be said in both languages, and every verdict gives the comparison in numbers."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import pytest

import chitieu.evaluation
from chitieu.diagnostics import Diagnostic
from chitieu.diagnostics.messages import enough, verdicts
from chitieu.evaluation import evaluate_target

from .cases import figure, wanted


class Anything:
    """Stands in for every parameter."""

    def __format__(self, lang: str) -> str:
        return f"<{lang}>"


class AllParams(dict[str, object]):
    def __missing__(self, key: str) -> object:
        return Anything()


@pytest.mark.parametrize("code", sorted(verdicts.MESSAGES))
def test_message_is_said_in_the_language_asked_for(code: str) -> None:
    entry = verdicts.MESSAGES[code]
    assert len(entry) in (2, 4)
    for place, text in enumerate(entry):
        other = "<vi>" if place % 2 else "<en>"
        assert other not in text.format_map(AllParams())


def used_codes() -> set[str]:
    """Every code that the source names, as a string or as the argument of ``undecided``."""
    codes = set()
    for path in Path(chitieu.evaluation.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and node.value.startswith("verdict.")
            ):
                codes.add(node.value)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "undecided":
                argument = node.args[0]
                if isinstance(argument, ast.Constant):
                    codes.add("verdict." + str(argument.value))
    return codes - {"verdict."}


def test_every_code_has_its_message() -> None:
    assert used_codes() <= {*verdicts.MESSAGES, *enough.MESSAGES}
    assert set(verdicts.MESSAGES) >= verdicts.BACKGROUND
    assert len(used_codes()) > 40


def verdict_text(op: str, number: str, lang: str) -> str:
    reason = evaluate_target(wanted(op, "1234.5", "tỷ đồng"), figure(number, "tỷ đồng")).reasons[0]
    return reason.text("en" if lang == "en" else "vi")


@pytest.mark.parametrize(
    ("op", "number", "lang", "text"),
    [
        (">", "1300.25", "vi", "1.300,25 tỷ đồng > 1.234,5 tỷ đồng: đạt."),
        (">", "1300.25", "en", "1,300.25 tỷ đồng > 1,234.5 tỷ đồng: met."),
        ("=", "1300", "vi", "1.300 tỷ đồng > 1.234,5 tỷ đồng: vượt."),
        ("=", "1234.50", "vi", "1.234,50 tỷ đồng = 1.234,5 tỷ đồng: đạt."),
        (">=", "1234.5", "vi", "1.234,5 tỷ đồng ≥ 1.234,5 tỷ đồng: đạt."),
        (">", "1234.5", "vi", "1.234,5 tỷ đồng = 1.234,5 tỷ đồng; yêu cầu > 1.234,5 tỷ đồng: không đạt."),
        ("<=", "1300", "en", "1,300 tỷ đồng > 1,234.5 tỷ đồng; wanted ≤ 1,234.5 tỷ đồng: not met."),
    ],
)
def test_comparison_in_numbers(op: str, number: str, lang: str, text: str) -> None:
    assert verdict_text(op, number, lang) == text


def test_range_and_source_of_better() -> None:
    target = wanted("range", "5 8", "đảng viên", better_source="lexicon")
    verdict = evaluate_target(target, figure("6"))
    assert [reason.message for reason in verdict.reasons] == [
        "5 đảng viên ≤ 6 đảng viên ≤ 8 đảng viên: đạt.",
        "Số thực hiện không ghi đơn vị; hiểu là đảng viên.",
        "Chỉ tiêu được hiểu là 5 – 8 đảng viên.",
        "Hướng tốt: càng cao càng tốt (theo từ điển chỉ tiêu).",
    ]


def test_verdicts_can_be_pickled() -> None:
    verdict = evaluate_target(wanted(">=", "95"), figure("94.96", "%"))
    again = pickle.loads(pickle.dumps(verdict))
    assert again == verdict
    assert again.reasons[0].message == "94,96% < 95%; yêu cầu ≥ 95%: không đạt."


def test_diagnostic_says_its_numbers_in_its_language() -> None:
    reason = Diagnostic("verdict.unknown_id", {"id": "9.9"})
    assert "9.9" in reason.text("vi")
    assert "9.9" in reason.text("en")
