"""The report as Markdown: the totals, what was missed first, a table a section, grounds, notes and sources."""

from __future__ import annotations

import re

from chitieu.actuals.model import Actuals
from chitieu.diagnostics import Lang
from chitieu.evaluation.report import Report
from chitieu.report.grid import clean
from chitieu.report.labels import label
from chitieu.report.office.official import COLUMNS, Official, official

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def markdown_report(report: Report, *, lang: Lang = "vi", baseline: Actuals | None = None) -> str:
    """The report as Markdown text."""
    page = official(report, lang=lang, baseline=baseline)
    out = [f"# {escape(page.title)}", ""]
    if about := [escape(part) for part in (page.issuer, page.period) if part]:
        out += [" · ".join(about), ""]
    out += [f"**{page.summary}**", ""]
    for heading, _, items in page.first:
        out += [f"## {heading} ({len(items)})", ""]
        out += [f"- **{escape(item.number)}** {escape('; '.join(item.lines()))}" for item in items]
        out.append("")
    for part in page.parts:
        out += [f"## {escape(part.heading)}", ""]
        if part.rows:
            sides = ["--:" if column.side == "right" else "---" for column in COLUMNS]
            out += [_line(page.heads()), _line(sides)]
            out += [_line([escape(cell) for cell in page.cells(row)]) for row in part.rows]
            out.append("")
        if part.tasks:
            out += [escape(part.tasks), ""]
        if part.summary:
            out += [f"{label('section_total', lang)}: {part.summary}", ""]
    out += _grounds(page)
    for heading, lines in page.endings():
        out += [f"## {heading}", "", *(f"- {escape(line)}" for line in lines), ""]
    return "\n".join(out)


def _grounds(page: Official) -> list[str]:
    out = [f"## {label('grounds', page.lang)}", ""]
    for ground in page.grounds:
        name = escape(f"{ground.indicator}: {ground.outcome_text}")
        out.append(f"- **{escape(ground.number)}** {name} – “{escape(ground.quote)}”")
        out.append(f"  - {label('understood', page.lang)}: {escape(ground.understood)}")
        out += [f"  - {escape(why)}" for why in ground.why]
        if ground.source:
            out.append(f"  - {label('source', page.lang)}: {escape(ground.source)}")
    return [*out, ""]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line.

    >>> escape("a|b *c*")
    'a\\\\|b \\\\*c\\\\*'
    """
    return _MARKS.sub(r"\\\1", clean(text).replace("\n", " ").replace("\N{NO-BREAK SPACE}", " "))
