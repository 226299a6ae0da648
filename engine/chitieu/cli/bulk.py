"""``chitieu bulk``: the figures of many places and periods judged at once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from chitieu.cli.base import SETTINGS, Helped, complete_rulesets, lang_option, output_option
from chitieu.cli.long_work import progress_bar, stoppable

if TYPE_CHECKING:
    from chitieu.bulk.run import Summary
    from chitieu.diagnostics import Lang
    from chitieu.report.grid import Style

_RULESETS = (".yaml", ".yml")
_MOST_REASONS = 12


@click.command(
    "bulk",
    cls=Helped,
    context_settings=SETTINGS,
    help="Chấm một lần số liệu của nhiều địa bàn và nhiều kỳ: bộ chỉ tiêu (.yaml hoặc tên có sẵn) và số liệu "
    "(.parquet, .csv, thư mục, mẫu tên).\n\n"
    "Judge the figures of many places and periods at once: rulesets (.yaml or bundled names) and figures (.parquet, "
    ".csv, folders, globs).",
)
@click.argument(
    "given", metavar="RULESET… ACTUALS…", nargs=-1, required=True, shell_complete=complete_rulesets
)
@output_option(required=True)
@click.option(
    "--engine",
    "name",
    type=click.Choice(["duckdb", "polars", "pyspark"]),
    default="duckdb",
    show_default=True,
)
@click.option("--baseline", multiple=True, metavar="TỆP", help="Số liệu năm trước / last year's figures")
@click.option("--items", metavar="TỆP", help="Ghi kết quả theo mục / write the outcomes of items")
@click.option("--ranks", metavar="TỆP", help="Ghi thứ hạng các địa bàn / write the ranks of places")
@click.option(
    "--changes",
    metavar="TỆP",
    help="Ghi thay đổi so với kỳ trước / write what changed since the period before",
)
@click.option(
    "--counts",
    multiple=True,
    metavar="CỘT[,CỘT]=TỆP",
    help="Ghi số mục đạt, vượt, không đạt theo phần, vùng, kỳ …, ví dụ section,period=phan.csv / write how many items "
    "met their targets, by section, region, period …",
)
@click.option(
    "--given-only", is_flag=True, help="Bỏ qua chỉ tiêu không có dòng số liệu / only targets that have a row"
)
@click.option("--unique", is_flag=True, help="Không tìm dòng trùng / do not look for duplicates")
@click.option("--memory", metavar="CỠ", help="Giới hạn bộ nhớ, ví dụ 2GB / limit of memory")
@click.option("--threads", type=click.IntRange(1), metavar="SỐ", help="Số luồng / threads")
@lang_option
def bulk(
    given: tuple[str, ...],
    *,
    output: str,
    name: str,
    baseline: tuple[str, ...],
    items: str | None,
    ranks: str | None,
    changes: str | None,
    counts: tuple[str, ...],
    given_only: bool,
    unique: bool,
    memory: str | None,
    threads: int | None,
    lang: Lang,
) -> None:
    """Judge, write, and show the counts."""
    with stoppable(), progress_bar("Đang chấm" if lang == "vi" else "Judging") as tell:
        from chitieu.bulk.counts import read_counts
        from chitieu.bulk.run import Wanted, run
        from chitieu.ruleset import load_ruleset

        names, figures = _sorted(given)
        summary = run(
            [load_ruleset(one) for one in names],
            figures,
            Wanted(output, items, ranks, changes, read_counts(counts)),
            baseline=baseline,
            name=name,
            memory=memory,
            threads=threads,
            complete=not given_only,
            unique=unique,
            progress=tell,
        )
    _tell(summary, lang)


def _sorted(given: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The arguments that name rulesets, and those that name figures."""
    from chitieu.diagnostics import UsageError
    from chitieu.ruleset import bundled_rulesets

    known = bundled_rulesets()
    names = [one for one in given if PurePath(one).suffix in _RULESETS or one in known]
    figures = [one for one in given if one not in names]
    if not names or not figures:
        raise UsageError.of("bulk.arguments", known=", ".join(known))
    return names, figures


def _tell(summary: Summary, lang: Lang) -> None:
    """The table of counts: outcomes, and why what is undecided is so."""
    from chitieu.cli.output import emit_lines
    from chitieu.evaluation.wording import OUTCOMES
    from chitieu.quantity.notation import format_number

    total = sum(summary.outcomes.values())
    rows: list[tuple[str, int, Style]] = [
        (words.show(lang), summary.outcomes[outcome], outcome) for outcome, words in OUTCOMES.items()
    ]
    rows += [(f"  {code}", count, "dim") for code, count in summary.undecided[:_MOST_REASONS]]
    rows.append(("Cộng" if lang == "vi" else "Total", total, "strong"))
    wide = max(len(name) for name, _, _ in rows)
    lines: list[list[tuple[str, Style]]] = []
    for name, count, style in rows:
        share = f"{100 * count / total:6.2f}%" if total else ""
        shown = share.replace(".", ",") if lang == "vi" else share
        lines.append([(f"{name:<{wide}}  {format_number(Decimal(count), lang):>12}  {shown}", style)])
    if summary.places:
        names = ("địa bàn", "kỳ") if lang == "vi" else ("places", "periods")
        lines.append([(f"{summary.places} {names[0]}, {summary.periods} {names[1]}", "dim")])
    emit_lines(lines)
