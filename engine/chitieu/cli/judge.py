"""``chitieu judge``: one expression against one actual, or a line of JSON for each."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import click

from chitieu.cli.base import SETTINGS, WORDS, TextCommand, format_option, lang_option, readable
from chitieu.cli.parse import batches, decode
from chitieu.diagnostics import ChitieuError, Diagnostic, Lang, UsageError

if TYPE_CHECKING:
    from chitieu.evaluation import Verdict

_KEYS = ("target", "actual", "unit", "baseline", "plan", "better")
_BETTER = ("higher", "lower", "exact")
#: A JSON number beyond this many places is no figure anybody reported, and would take minutes to write out.
_PLACES = 2_000
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


@click.command(
    "judge",
    cls=TextCommand,
    context_settings=SETTINGS,
    help="Chấm một chỉ tiêu với một số liệu; không có đối số thì đọc JSON Lines từ đầu vào chuẩn.\n\n"
    'Judge one target and one actual, or JSON Lines {"target", "actual", …} on standard input.',
)
@click.argument("target", required=False, type=WORDS, metavar="[TARGET")
@click.argument("actual", required=False, type=WORDS, metavar="ACTUAL]")
@format_option("table", "json", "jsonl")
@click.option("--unit", type=WORDS, metavar="ĐVT", help="Đơn vị của số liệu / unit of the actual")
@click.option("--baseline", type=WORDS, metavar="SỐ", help="Cùng kỳ / the figure of the year before")
@click.option("--plan", type=WORDS, metavar="SỐ", help="Kế hoạch được giao / the planned figure")
@click.option("--better", type=click.Choice(_BETTER), help="Chiều tốt / which way is better")
@lang_option
def judge(
    target: str | None,
    actual: str | None,
    *,
    form: str | None,
    unit: str | None,
    baseline: str | None,
    plan: str | None,
    better: str | None,
    lang: Lang,
) -> None:
    """Judge the arguments, or every line of standard input."""
    if target is None:
        if form in {"table", "json"} or any((unit, baseline, plan, better)):
            raise UsageError(Diagnostic("usage.judge_arguments"))
        _judge_lines(lang)
        return
    if actual is None:
        raise UsageError(Diagnostic("usage.judge_arguments"))
    given: dict[str, Any] = {"unit": unit, "baseline": baseline, "plan": plan, "better": better}
    options = {key: value for key, value in given.items() if value is not None}
    from chitieu.evaluation.api import evaluate
    from chitieu.report.json_report import verdict_dict

    verdict = evaluate(target, actual, **options)
    if form in {"json", "jsonl"}:
        from chitieu.cli.output import emit_text
        from chitieu.report.json_report import to_json

        emit_text(to_json(verdict_dict(verdict, lang), indent=2 if form == "json" else None))
        return
    from chitieu.cli.output import canvas, emit_lines
    from chitieu.reading import parse
    from chitieu.report.explain import judgement

    width, signs = canvas(None)
    read = (
        parse(target)
        .targets[0]
        .model_copy(update={"better": verdict.better, "better_source": verdict.better_source})
    )
    emit_lines(judgement(target, read, verdict, width=width, lang=lang, signs=signs))


def _judge_lines(lang: Lang) -> None:
    """One line of JSON in, one line out, in order; a line that cannot be judged says why."""
    for batch in batches(sys.stdin.buffer):
        out = [answer_line(*decode(line), lang) for line in batch]
        sys.stdout.write("\n".join(out) + "\n")
        sys.stdout.flush()


def answer_line(text: str, notes: Sequence[Diagnostic] = (), lang: Lang = "vi") -> str:
    """The line that answers a line of JSON; ``notes`` on it stand behind the reasons."""
    from chitieu.report.json_report import verdict_dict

    try:
        answer = verdict_dict(judge_line(text), lang)
    except ChitieuError as error:
        answer = _refused(error.diagnostics, lang)
    answer["reasons"] += [note.to_dict(lang) for note in notes]
    return _ENCODE(answer)


def _refused(reasons: tuple[Diagnostic, ...], lang: Lang) -> dict[str, Any]:
    return {
        "outcome": "undecided",
        "actual": None,
        "margin": None,
        "completion": None,
        "reasons": [reason.to_dict(lang) for reason in reasons],
    }


def judge_line(line: str) -> Verdict:
    """The verdict of one JSON object with the keys of the contract.

    Raises ``UsageError`` where the line is not such an object, ``TextError`` where its target is no target.
    """
    from chitieu.evaluation.api import evaluate

    given = _read_json(line)
    if not isinstance(given, dict):
        raise UsageError(Diagnostic("judge.not_object"))
    for key in given:
        if key not in _KEYS:
            raise UsageError(Diagnostic("judge.unknown_key", {"key": readable(key)}))
    for key in ("target", "actual"):
        if key not in given:
            raise UsageError(Diagnostic("judge.missing_key", {"key": key}))
    values = {key: _value(key, value) for key, value in given.items() if value is not None}
    target = values.pop("target", "")
    actual = values.pop("actual", "")
    return evaluate(target, actual, **values)


def _read_json(line: str) -> Any:
    try:
        return json.loads(line, parse_float=_number, parse_int=_number, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise UsageError(Diagnostic("judge.bad_json")) from error


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation as error:  # an exponent that no Decimal has
        raise ValueError(text[:40]) from error
    if abs(number.adjusted()) > _PLACES or len(text) > _PLACES:
        raise ValueError(text[:40])
    return number


def _no_number(text: str) -> None:
    raise ValueError(text)  # NaN and the infinities are not JSON


def _value(key: str, value: Any) -> Any:
    """A value of the object as ``evaluate`` takes it."""
    if isinstance(value, str):
        if key == "better" and value not in _BETTER:
            raise UsageError(Diagnostic("judge.bad_value", {"key": key}))
        return readable(value)
    if isinstance(value, Decimal) and key in {"actual", "baseline", "plan"}:
        return value
    raise UsageError(Diagnostic("judge.bad_value", {"key": key}))
