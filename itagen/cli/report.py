"""`itagen report`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.chosen import chosen_year, year_option
from itagen.cli.options import language_option, open_project, project_argument
from itagen.cli.output import out_option, put
from itagen.diagnostics import Diagnostic, Language
from itagen.project import Project
from itagen.site import Site, Year

REPORTS = ("tracking", "measures", "summary")


@click.command("report")
@click.argument("name", type=click.Choice(REPORTS), metavar="tracking|measures|summary")
@project_argument
@click.option(
    "--format", "form", type=click.Choice(["html", "xlsx", "csv"]), default="html",
    help="หน้าสำหรับพิมพ์ Excel หรือ CSV · a page to print, Excel or CSV",
)  # fmt: skip
@year_option
@out_option
@language_option
def command(
    name: str, folder: Path, form: str, folder_of_year: str | None, out: Path | None,
    language: Language,
) -> None:  # fmt: skip
    """ตารางที่หน่วยงานต้องทำ: กำกับติดตามทุกข้อ มาตรการและผล หรือสรุปหนึ่งหน้าให้ผู้บริหาร (reports)."""
    from itagen.pipeline import check_project

    project = open_project(folder, language)
    site, found = check_project(project)
    year = chosen_year(site, folder_of_year, language)
    if name == "measures" and not year.measures:
        raise click.UsageError(
            f"ปี {year.folder} ยังไม่มีมาตรการ ให้เขียนใน content/{year.folder}/measures.yaml"
            if language == "th"
            else f"{year.folder} has no measures: write content/{year.folder}/measures.yaml"
        )
    made = (
        _summary(project, site, found, year, form)
        if name == "summary"
        else _table(project, site, year, name, form)
    )
    put(made, out, language)


def _table(project: Project, site: Site, year: Year, name: str, form: str) -> str | bytes:
    """The tracking table or the measures in one form."""
    from itagen.answering import answer_site
    from itagen.workbook import csv_bytes, workbook

    if name == "measures":
        from itagen.reports.measures import measures_sheet

        sheet = measures_sheet(year)
    else:
        from itagen.reports.tracking import tracking_sheet

        sheet = tracking_sheet(site, answer_site(site), year)
    if form == "html":
        from itagen.report_page import report_html
        from itagen.theme import read_theme

        return report_html(sheet, read_theme(project, site.agency.theme))
    return workbook([sheet]) if form == "xlsx" else csv_bytes(sheet)


def _summary(
    project: Project, site: Site, found: list[Diagnostic], year: Year, form: str
) -> str | bytes:
    """The executive's page in one form."""
    from itagen.answering import answer_site
    from itagen.reports.status import year_status
    from itagen.reports.summary import summary_of, summary_sheets
    from itagen.workbook import csv_bytes, workbook

    status = year_status(answer_site(site), found, year)
    if form == "html":
        from itagen.report_page import summary_html
        from itagen.theme import read_theme

        theme = read_theme(project, site.agency.theme)
        return summary_html(summary_of(status), theme, site.agency.colour)
    sheets = summary_sheets(status)
    return workbook(sheets) if form == "xlsx" else csv_bytes(sheets[0])
