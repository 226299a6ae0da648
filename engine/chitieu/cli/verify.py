"""``chitieu verify``: a report judged again from its inputs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import click

from chitieu.cli.base import SETTINGS, Helped, format_option, lang_option
from chitieu.diagnostics import Diagnostic, Lang, Place, UsageError

_LIMIT = 512 * 1024 * 1024
_MOST_FILES = 500
_MOST_HASHED = 64 * 1024 * 1024
_RULESETS = (".yaml", ".yml")
_MOST_TOLD = 50


@click.command(
    "verify",
    cls=Helped,
    context_settings=SETTINGS,
    help="Chấm lại một báo cáo (evaluate --format json) từ đầu vào của nó; mã thoát 1 nếu có chỗ không đứng vững. "
    "Đầu vào được tìm cạnh báo cáo và trong thư mục hiện tại, theo tên và theo mã băm.\n\n"
    "Judge a report again from its inputs; exit code 1 where it does not stand. They are looked for beside the report "
    "and in the current folder, by name and by hash.",
)
@click.argument("report", metavar="REPORT.json", type=click.Path())
@click.option("--ruleset", metavar="RULESET", help="Bộ chỉ tiêu / the ruleset")
@click.option("--actuals", type=click.Path(), metavar="TỆP", help="Số liệu / the actuals")
@click.option("--baseline", type=click.Path(), metavar="TỆP", help="Số liệu năm trước / last year's actuals")
@format_option("table", "json", default="table")
@lang_option
def verify(
    report: str, *, ruleset: str | None, actuals: str | None, baseline: str | None, form: str, lang: Lang
) -> int:
    """Judge again, tell what differs, and say with the exit code whether the report stands."""
    from chitieu.actuals import load_actuals
    from chitieu.cli.output import emit_text
    from chitieu.report.json_report import report_document, to_json
    from chitieu.report.verification import verify as hold
    from chitieu.ruleset import load_ruleset

    told = _read(report)
    origin = told["provenance"]
    beside = Path(report).parent
    rules = load_ruleset(ruleset or _ruleset(origin, beside))
    figures = load_actuals(actuals or _file(origin, "actuals", beside))
    before = None
    if baseline is not None or origin.get("baseline"):
        before = load_actuals(baseline or _file(origin, "baseline", beside))
    report_again = rules.evaluate(figures, baseline=before)
    # the report does not say in which language it is
    result = min(
        (
            hold(told, json.loads(to_json(report_document(report_again, lang=each, baseline=before))))
            for each in get_args(Lang)
        ),
        key=lambda held: len(held.differing),
    )
    if form == "json":
        emit_text(to_json(result.to_dict(lang)))
    else:
        lines = [*result.changed, *result.differing[:_MOST_TOLD]]
        if len(result.differing) > _MOST_TOLD:
            lines.append(Diagnostic("verify.more", {"count": len(result.differing) - _MOST_TOLD}))
        emit_text("\n".join(each.text(lang) for each in (*lines, *result.notes, result.summary)))
    return 0 if result.stands else 1


def _read(report: str) -> dict[str, Any]:
    """The document of a report. Raises ``UsageError`` where the file holds none."""
    from chitieu.files import decode, read_file

    text = decode(read_file(report, UsageError, limit=_LIMIT), report, UsageError)
    place = Place(file=report)
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(Diagnostic("verify.not_a_report", place=place)) from error
    parts = told.get("provenance") if isinstance(told, dict) else None
    verdicts = told.get("verdicts") if isinstance(told, dict) else None
    if (
        not isinstance(parts, dict)
        or not all(isinstance(parts.get(name), dict) for name in ("ruleset", "actuals"))
        or not isinstance(verdicts, list)
        or not all(isinstance(each, dict) for each in verdicts)
    ):
        raise UsageError(Diagnostic("verify.not_a_report", place=place))
    return dict(told)


def _ruleset(origin: Mapping[str, Any], beside: Path) -> str:
    """The ruleset of that hash beside the report, else the bundled one of that name."""
    from chitieu.ruleset import bundled_rulesets

    name, digest = str(origin["ruleset"].get("name")), origin["ruleset"].get("sha256")
    found = _by_hash(beside, digest, _RULESETS)
    if found is not None:
        return str(found)
    if name in bundled_rulesets():
        return name
    for folder in _folders(beside):
        for suffix in _RULESETS:
            if (file := folder / f"{name}{suffix}").is_file():
                return str(file)
    raise _not_found("ruleset", name)


def _file(origin: Mapping[str, Any], part: str, beside: Path) -> str:
    """The file of actuals of that name and hash, else of that hash, else of that name."""
    from chitieu.actuals.load import SUFFIXES

    name, digest = str(origin[part].get("file") or ""), origin[part].get("sha256")
    named = [file for folder in _folders(beside) if name and (file := folder / Path(name).name).is_file()]
    for file in named:
        if _digest(file) == digest:
            return str(file)
    found = _by_hash(beside, digest, (*SUFFIXES, ".tsv", ".txt", ".xlsm", ".yml"))
    if found is None and named:
        found = named[0]
    if found is None:
        raise _not_found(part, name)
    return str(found)


def _not_found(part: str, name: str) -> UsageError:
    return UsageError(
        Diagnostic("verify.input_not_found", {"input": part, "file": name, "option": f"--{part}"})
    )


def _folders(beside: Path) -> tuple[Path, ...]:
    here = Path()
    return (beside,) if beside.resolve() == here.resolve() else (beside, here)


def _by_hash(beside: Path, digest: Any, suffixes: tuple[str, ...]) -> Path | None:
    return next((file for file in _candidates(beside, suffixes) if _digest(file) == digest), None)


def _candidates(beside: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for folder in _folders(beside):
        files = sorted(
            file for file in folder.iterdir() if file.suffix.casefold() in suffixes and file.is_file()
        )
        yield from files[:_MOST_FILES]


def _digest(file: Path) -> str | None:
    try:
        if file.stat().st_size > _MOST_HASHED:
            return None
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None
