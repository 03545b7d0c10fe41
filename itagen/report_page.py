"""Reports as pages to print: one file, A4 landscape, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from itagen.evidence.charts import Bars, bar_chart, palette
from itagen.reports.summary import Summary
from itagen.theme import Theme
from itagen.workbook import Sheet

MOST = 7  # rows of what blocks: the page stays one sheet of paper
_USUAL = 20
_NARROWEST = 0.048  # of the table: room for the words of a head


def report_html(sheet: Sheet, theme: Theme) -> str:
    """A table as a page to print, its head on every sheet of paper."""
    return _page(theme, sheet.title, sheet, "", ())


def summary_html(summary: Summary, theme: Theme, colour: str) -> str:
    """The executive's page: the counts, two charts, what blocks."""
    colours = palette(colour)
    charts = [(title, _drawing(bars, colours)) for title, bars in summary.charts]
    blocks = summary.blocks
    first = Sheet(blocks.name, blocks.title, blocks.columns, blocks.rows[:MOST])
    return _page(theme, summary.title, first, summary.line, charts, len(blocks.rows) - MOST)


def widths_of(sheet: Sheet) -> tuple[float, ...]:
    """How wide each column is, in hundredths of the table."""
    wanted = [column.width or _USUAL for column in sheet.columns]
    widths = [max(width, sum(wanted) * _NARROWEST) for width in wanted]
    return tuple(round(width * 100 / sum(widths), 2) for width in widths)


def _drawing(bars: Bars, colours: Sequence[str]) -> Markup:
    """A chart to stand within a page, where HTML knows no declaration of XML."""
    return Markup(bar_chart(bars, colours).decode().partition("?>")[2])


def _page(
    theme: Theme, title: str, sheet: Sheet, line: str, charts: Sequence[tuple[str, Markup]],
    more: int = 0,
) -> str:  # fmt: skip
    template = theme.environment("th", {}).get_template("print/report.html")
    return template.render(
        title=title, sheet=sheet, widths=widths_of(sheet), line=line, charts=charts, more=more
    )
