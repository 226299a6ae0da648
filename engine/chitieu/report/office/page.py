"""The report as one self-contained page of HTML: the only module that knows Jinja2."""

from __future__ import annotations

from importlib.resources import files

from chitieu.actuals.model import Actuals
from chitieu.diagnostics import Lang
from chitieu.evaluation.report import Report
from chitieu.extras import needs_extra
from chitieu.report.labels import label
from chitieu.report.office.chart import chart
from chitieu.report.office.official import COLUMNS, official, side_of
from chitieu.report.office.spreadsheet import COLOURS
from chitieu.report.signs import RICH
from chitieu.report.wording import outcome_word


def html_report(report: Report, *, lang: Lang = "vi", baseline: Actuals | None = None) -> str:
    """The page as text: no script, nothing loaded from elsewhere; what users wrote is escaped.

    Raises ``UsageError`` where Jinja2 is not installed.
    """
    with needs_extra("Jinja2", "reports"):
        from jinja2 import Environment, StrictUndefined
    page = official(report, lang=lang, baseline=baseline)
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string(files(__package__).joinpath("page.html").read_text("utf-8"))
    return template.render(
        page=page,
        bars=chart(page),
        colours=COLOURS,
        words={outcome: outcome_word(outcome, lang) for outcome in COLOURS},
        signs={outcome: RICH.of(outcome) for outcome in COLOURS},
        label=lambda name: label(name, lang),
        columns=COLUMNS,
        side_of=side_of,
    )
