"""``chitieu simulate``: made-up figures of many places, to try ``chitieu bulk`` on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from chitieu.cli.base import SETTINGS, Helped, complete_rulesets, lang_option, output_option

if TYPE_CHECKING:
    from chitieu.diagnostics import Lang


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
