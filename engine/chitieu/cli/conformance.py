"""``chitieu conformance``: the suite of cases played against any program that judges lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from chitieu.cli.base import SETTINGS, WORDS, Helped, format_option, lang_option
from chitieu.diagnostics import Diagnostic, Lang

if TYPE_CHECKING:
    from chitieu.cli.suite import Case, Failure

_MOST_TOLD = 20


@click.command(
    "conformance",
    cls=Helped,
    context_settings=SETTINGS,
    help="Chạy bộ ca chuẩn với một chương trình đọc và trả lời từng dòng JSON như `chitieu judge --format jsonl`; "
    "không có --run thì với chính chitieu. Mã thoát 1 nếu có ca sai.\n\n"
    "Play the conformance suite against a program that reads and answers lines of JSON as `chitieu judge "
    "--format jsonl` does; against chitieu itself without --run. Exit code 1 where a case fails.",
)
@click.option("--run", "command", type=WORDS, metavar="LỆNH", help="Chương trình được thử / the program")
@click.option("--cases", is_flag=True, help="Chỉ in các ca / only print the cases, as JSON Lines")
@click.option("--all", "everything", is_flag=True, help="Nêu mọi ca sai / tell every case that fails")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1, max=86_400),
    default=600.0,
    show_default=True,
    metavar="GIÂY",
    help="Chờ bao lâu / how many seconds it may take",
)
@format_option("table", "json", default="table")
@lang_option
def conformance(
    command: str | None, *, cases: bool, everything: bool, timeout: float, form: str, lang: Lang
) -> int:
    """Play the suite, tell what fails, and say with the exit code whether all passes."""
    from chitieu.cli.output import emit_text
    from chitieu.cli.suite import failures, load_suite

    suite = load_suite()
    if cases:
        emit_text("\n".join(_case_line(case) for case in suite))
        return 0
    answers, notes = _answers(command, [case.line for case in suite], timeout)
    failed = failures(suite, answers)
    if form == "json":
        from chitieu.report.json_report import to_json

        emit_text(to_json(_document(suite, failed, notes, lang)))
    else:
        most = len(failed) if everything else _MOST_TOLD
        emit_text("\n".join(_lines(suite, failed, notes, lang, most)))
    return 1 if failed or notes else 0


def _case_line(case: Case) -> str:
    from chitieu.report.json_report import to_json

    record: dict[str, Any] = {"id": case.id, "given": case.given, "expect": case.expect}
    return to_json(record | ({"why": case.why} if case.why else {}), indent=None)


def _answers(command: str | None, lines: list[str], timeout: float) -> tuple[Sequence[str], list[Diagnostic]]:
    """The answers, and what is wrong with the run as a whole."""
    if command is None:
        from chitieu.cli.judge import answer_line

        return [answer_line(line) for line in lines], []
    from chitieu.cli.player import play

    played = play(command, lines, timeout=timeout)
    notes = []
    if (extra := len(played.answers) - len(lines)) > 0:
        notes.append(Diagnostic("conformance.extra_lines", {"count": extra}))
    if played.exit_code:
        notes.append(Diagnostic("conformance.exit_code", {"code": played.exit_code}))
    return played.answers, notes


def _lines(
    suite: Sequence[Case], failed: Sequence[Failure], notes: list[Diagnostic], lang: Lang, most: int
) -> Iterator[str]:
    for group, passed, count in _groups(suite, failed):
        yield f"{group:<12} {passed:>5}/{count}"
    yield ""
    for failure in failed[:most]:
        yield failure.case.id + (f" ({failure.case.why})" if failure.case.why else "")
        yield f"  {failure.case.line}"
        for reason in failure.reasons:
            yield f"  {reason.text(lang)}"
    if len(failed) > most:
        yield Diagnostic("conformance.more", {"count": len(failed) - most}).text(lang)
    for note in notes:
        yield note.text(lang)
    yield _summary(suite, failed).text(lang)


def _groups(suite: Sequence[Case], failed: Sequence[Failure]) -> list[tuple[str, int, int]]:
    """Name, cases that pass and cases in all, of each group of the suite."""
    counts = Counter(case.id.split("/")[0] for case in suite)
    wrong = Counter(failure.case.id.split("/")[0] for failure in failed)
    return [(group, count - wrong[group], count) for group, count in counts.items()]


def _summary(suite: Sequence[Case], failed: Sequence[Failure]) -> Diagnostic:
    params = {"count": len(suite), "failed": len(failed)}
    return Diagnostic("conformance.some_fail" if failed else "conformance.all_pass", params)


def _document(
    suite: Sequence[Case], failed: Sequence[Failure], notes: list[Diagnostic], lang: Lang
) -> dict[str, Any]:
    from chitieu.report.provenance import SCHEMA_VERSION

    return {
        "schema_version": SCHEMA_VERSION,
        "cases": len(suite),
        "passed": len(suite) - len(failed),
        "groups": {
            name: {"cases": count, "passed": passed} for name, passed, count in _groups(suite, failed)
        },
        "failures": [
            {
                "id": failure.case.id,
                "given": failure.case.given,
                "expect": failure.case.expect,
                "answer": failure.answer,
                "reasons": [reason.to_dict(lang) for reason in failure.reasons],
            }
            for failure in failed
        ],
        "notes": [note.to_dict(lang) for note in notes],
        "text": _summary(suite, failed).text(lang),
    }
