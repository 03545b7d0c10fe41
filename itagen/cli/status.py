"""`itagen status`."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import click

from itagen.cli.chosen import (
    chosen_items,
    chosen_year,
    day_of,
    item_options,
    today_option,
    year_option,
)
from itagen.cli.options import language_option, open_project, project_argument
from itagen.cli.output import lines_of, out_option, put
from itagen.diagnostics import Language
from itagen.reports.status import YearStatus
from itagen.reports.status_sheets import BYS, By, status_line, status_sheet


@click.command("status")
@project_argument
@click.option(
    "--by",
    type=click.Choice(["line", *BYS]),
    default="item",
    help="บรรทัดเดียว รายข้อ ตามผู้รับผิดชอบ ตามหัวข้อ · one line, by item, desk or heading",
)
@item_options
@year_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "xlsx", "json"]),
    default="text",
    help="รูปแบบผลลัพธ์ · form of the output",
)
@out_option
@language_option
def command(
    folder: Path, by: str, items: tuple[str, ...], owners: tuple[str, ...],
    folder_of_year: str | None, today: datetime | None, form: str, out: Path | None,
    language: Language,
) -> None:  # fmt: skip
    """ทำไปถึงไหนแล้ว: กี่ข้อครบ ข้อใดรอ ใครรับผิดชอบ กำหนดเมื่อใด (how far the work is)."""
    from itagen.answering import answer_site
    from itagen.pipeline import check_project
    from itagen.reports.status import year_status

    site, found = check_project(open_project(folder, language))
    year = chosen_year(site, folder_of_year, language)
    codes = chosen_items(year, items, owners, language)
    status = year_status(answer_site(site), found, year, codes)
    put(_made(status, by, form, day_of(today, language), language), out, language)


def _made(
    status: YearStatus, by: str, form: str, today: date | None, language: Language
) -> str | bytes:
    """The report in one of its forms."""
    from itagen.workbook import csv_bytes, workbook

    if form == "json":
        from itagen.reports.status_data import status_data

        return json.dumps(status_data(status, today), ensure_ascii=False, indent=1)
    view: By = next((name for name in BYS if name == by), "item")
    if form == "xlsx":
        order = sorted(BYS, key=lambda name: name != view)
        return workbook([status_sheet(status, name, language, today) for name in order])
    sheet = status_sheet(status, view, language, today)
    if form == "csv":
        return csv_bytes(sheet)
    head = [status_line(status, language, today), *_loose(status, language)]
    return "\n".join(head if by == "line" else [*head, "", *lines_of(sheet)])


def _loose(status: YearStatus, language: Language) -> list[str]:
    if not status.loose:
        return []
    return [
        f"มีข้อผิดพลาดที่ไม่ได้อยู่ในข้อใดอีก {status.loose} เรื่อง ดูด้วย itagen check"
        if language == "th"
        else f"{status.loose} more errors belong to no item; see itagen check"
    ]
