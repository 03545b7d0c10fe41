"""Reports that year.yaml publishes: pages at addresses that stay, on which items may rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from itagen.evidence.charts import described
from itagen.part_views import ColumnView, Link
from itagen.plan_charts import Chart
from itagen.plan_ways import Ways
from itagen.reports.measures import measures_sheet
from itagen.reports.status import year_status
from itagen.reports.summary import Summary, summary_of
from itagen.reports.tracking import tracking_sheet
from itagen.site import Year, report_address
from itagen.views import Page, ReportPage
from itagen.workbook import Sheet

_NAMES = {
    "tracking": ("ตารางกำกับติดตามทุกข้อ", "Tracking table"),
    "measures": ("มาตรการและผลการดำเนินการ", "Measures and results"),
    "summary": ("สรุปความคืบหน้า", "Progress in short"),
}


def report_links(ways: Ways, year: Year) -> tuple[Link, ...]:
    """The ways to the reports of a year."""
    return tuple(Link(ways.say(*_NAMES[name]), report_address(year, name)) for name in year.publish)


def report_pages(ways: Ways) -> Iterator[Page]:
    """Every report that a year publishes; they are in Thai alone."""
    for year in ways.site.years:
        for name in year.publish if year.edition else ():
            view = _view(ways, year, name)
            crumbs = (ways.home, ways.list_of(year))
            yield Page(
                report_address(year, name), "report.html", view.sheet.title, view, crumbs,
                name=_NAMES[name][0],
            )  # fmt: skip


def report_charts(ways: Ways) -> Iterator[Chart]:
    """The drawings of the summaries."""
    for year in ways.site.years:
        if year.edition and "summary" in year.publish:
            yield from _charts(year, _summary(ways, year))


def _view(ways: Ways, year: Year, name: str) -> ReportPage:
    back = ways.list_of(year)
    if name == "summary":
        summary = _summary(ways, year)
        drawn = [chart.view for chart in _charts(year, summary)]
        charts = tuple(
            (title, view) for (title, _), view in zip(summary.charts, drawn, strict=True)
        )
        sheet = replace(summary.blocks, title=summary.title)  # the line stands below it
        return ReportPage(sheet, _heads(sheet), back, summary.line, charts)
    sheet = _sheet(ways, year, name)
    return ReportPage(sheet, _heads(sheet), back)


def _heads(sheet: Sheet) -> tuple[ColumnView, ...]:
    """The heads of a report: its first column is what a row is known by."""
    return tuple(
        ColumnView(column.title, column.kind == "number", at == 0)
        for at, column in enumerate(sheet.columns)
    )


def _sheet(ways: Ways, year: Year, name: str) -> Sheet:
    if name == "measures":
        return measures_sheet(year)
    return tracking_sheet(ways.site, ways.answers, year)


def _summary(ways: Ways, year: Year) -> Summary:
    return summary_of(year_status(ways.answers, (), year))


def _charts(year: Year, summary: Summary) -> Iterator[Chart]:
    for number, (title, bars) in enumerate(summary.charts, 1):
        name = f"{report_address(year, 'summary')}{number}"
        alt = f"แผนภูมิแท่ง {title}: {described(bars)}"
        yield Chart.of(bars, name, alt)
