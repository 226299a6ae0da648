"""``chitieu bulk``: the figures of many places and periods judged at once; ``chitieu simulate``: some to try it on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import PurePath
from typing import TYPE_CHECKING

import click

from chitieu.cli.base import SETTINGS, Helped, complete_rulesets, lang_option, output_option

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
    given_only: bool,
    unique: bool,
    memory: str | None,
    threads: int | None,
    lang: Lang,
) -> None:
    """Judge, write, and show the counts."""
    from chitieu.bulk.run import Wanted, run
    from chitieu.diagnostics import UsageError
    from chitieu.ruleset import bundled_rulesets, load_ruleset

    known = bundled_rulesets()
    names = [one for one in given if PurePath(one).suffix in _RULESETS or one in known]
    figures = [one for one in given if one not in names]
    if not names or not figures:
        raise UsageError.of("bulk.arguments", known=", ".join(known))
    rulesets = [load_ruleset(one) for one in names]
    wanted = Wanted(output, items, ranks, changes)
    summary = run(
        rulesets,
        figures,
        wanted,
        baseline=baseline,
        name=name,
        memory=memory,
        threads=threads,
        complete=not given_only,
        unique=unique,
        progress=_progress(lang),
    )
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    _tell(summary, lang)


def _progress(lang: Lang) -> Callable[[float | None], None]:
    def tell(share: float | None) -> None:
        if sys.stderr.isatty():
            said = "Đang chấm" if lang == "vi" else "Judging"
            sys.stderr.write(f"\r{said}…" + (f" {share:4.0%}" if share is not None else ""))
            sys.stderr.flush()

    return tell


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


@click.command(
    "simulate",
    cls=Helped,
    context_settings=SETTINGS,
    help="Tạo số liệu thử cho nhiều địa bàn, có lỗi như thật; không phải số liệu thật của nơi nào.\n\n"
    "Make figures of many places to try it on, with faults as in real ones; they are no one's real figures.",
)
@click.argument("rulesets", metavar="RULESET…", nargs=-1, required=True, shell_complete=complete_rulesets)
@output_option(required=True)
@click.option("--places", type=click.IntRange(1), default=100, show_default=True, help="Số địa bàn / places")
@click.option("--periods", type=click.IntRange(1), default=1, show_default=True, help="Số tháng / months")
@click.option(
    "--seed", type=int, default=1, show_default=True, help="Số gieo / the same seed, the same figures"
)
@click.option(
    "--faults",
    type=click.FloatRange(0, 1),
    default=0.05,
    show_default=True,
    help="Tỷ lệ dòng lỗi / faulty rows",
)
@click.option(
    "--exact", is_flag=True, help="Giá trị là DECIMAL, không phải chữ / values as DECIMAL, not text"
)
@lang_option
def simulate(
    rulesets: tuple[str, ...],
    *,
    output: str,
    places: int,
    periods: int,
    seed: int,
    faults: float,
    exact: bool,
    lang: Lang,
) -> None:
    """Write the figures."""
    from chitieu.bulk import simulate as simulation
    from chitieu.cli.output import refuse_to_overwrite
    from chitieu.ruleset import load_ruleset

    refuse_to_overwrite(output, rulesets)
    plan = simulation.Plan(places, simulation.months(periods), seed, faults)
    lines = simulation.simulate([load_ruleset(name) for name in rulesets], plan)
    count = simulation.write_simulated(lines, output, exact=exact)
    said = f"Đã ghi {count} dòng vào {output}" if lang == "vi" else f"Wrote {count} rows to {output}"
    click.echo(said, err=True)
