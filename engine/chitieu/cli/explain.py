"""``chitieu explain``: why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chitieu.cli.base import SETTINGS, WORDS, Helped, format_option, lang_option, ruleset_argument
from chitieu.diagnostics import Diagnostic, Lang, UsageError

if TYPE_CHECKING:
    from chitieu.ruleset import Rule, Ruleset


@click.command(
    "explain",
    cls=Helped,
    context_settings=SETTINGS,
    help="Giải thích một chỉ tiêu (mã, hoặc số mục): nguyên văn, cách hiểu, và so sánh nếu có số liệu.\n\n"
    "Explain a target (its id, or the label of its item): the source's words, the reading, the comparison.",
)
@ruleset_argument
@click.argument("target", metavar="TARGET", type=WORDS)
@click.argument("actuals", metavar="[ACTUALS]", type=click.Path(), required=False)
@format_option("table", "json", default="table")
@click.option("--baseline", type=click.Path(), metavar="TỆP", help="Số liệu năm trước / last year's actuals")
@lang_option
def explain(
    ruleset: str, target: str, actuals: str | None, *, form: str, baseline: str | None, lang: Lang
) -> None:
    """Show the words, the reading and the judgement of one target, or of all targets of an item."""
    from chitieu.report.explain import explanation, explanation_document
    from chitieu.ruleset import load_ruleset

    loaded = load_ruleset(ruleset)
    rules = find_rules(loaded, target)
    judged = {}
    report = None
    if actuals is not None:
        from chitieu.actuals import load_actuals

        before = load_actuals(baseline) if baseline is not None else None
        report = loaded.evaluate(load_actuals(actuals), baseline=before)
        judged = {one.rule.id: one for one in report.judged}
    if form == "json":
        from chitieu.cli.output import emit_text
        from chitieu.report.json_report import to_json

        documents = [
            explanation_document(loaded, rule, judged.get(rule.id), lang=lang, report=report)
            for rule in rules
        ]
        emit_text(to_json(documents[0] if len(documents) == 1 else documents))
        return
    from chitieu.cli.output import canvas, emit_lines
    from chitieu.report.grid import Line

    width, signs = canvas(None)
    lines: list[Line] = []
    for rule in rules:
        if lines:
            lines.append([])
        lines += explanation(
            loaded, rule, judged.get(rule.id), width=width, lang=lang, signs=signs, report=report
        )
    emit_lines(lines)


def find_rules(ruleset: Ruleset, name: str) -> tuple[Rule, ...]:
    """The rule of that id, or the rules of the item of that label.

    Raises ``UsageError`` where there is none, naming ids that come near.
    """
    import difflib

    wanted = name.strip()
    if found := tuple(rule for rule in ruleset.rules if rule.id == wanted):
        return found
    if found := tuple(rule for rule in ruleset.rules if rule.item == wanted):
        return found
    names = list(
        dict.fromkeys([*(rule.id for rule in ruleset.rules), *(rule.item for rule in ruleset.rules)])
    )
    near = difflib.get_close_matches(wanted, names, n=5, cutoff=0.4) or names[:5]
    params = {"ruleset": ruleset.name, "name": wanted, "near": ", ".join(near)}
    raise UsageError(Diagnostic("usage.unknown_target", params))
