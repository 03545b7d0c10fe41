"""`itagen close`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.chosen import chosen_year
from itagen.cli.options import language_option, open_project
from itagen.close_year import write_closed
from itagen.diagnostics import Language
from itagen.read_site import read_site


@click.command("close")
@click.argument("year", metavar="YEAR")
@click.argument(
    "folder", default=".", type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]"
)
@language_option
def command(year: str, folder: Path, language: Language) -> None:
    """ปิดปี YEAR: เก็บข้อมูลหน่วยงานของเวลานั้นไว้ใน year.yaml แล้วเป็นปีที่ผ่านมา (close a year)."""
    project = open_project(folder, language)
    site = read_site(project)
    chosen = chosen_year(site, year, language)
    if site.current and site.current.folder == chosen.folder:
        raise click.UsageError(
            f"ปี {year} ยังเป็นปีที่หน้าแรกแสดง เปลี่ยนเป็นปีใหม่ก่อน: itagen new-year EDITION --current"
            if language == "th"
            else f"{year} is the year of the home page; itagen new-year EDITION --current first"
        )
    if write_closed(project, chosen):
        said = (f"ปิดปี {year} แล้ว เขียนไว้ที่ {chosen.path}", f"{year} is closed, see {chosen.path}")
    else:
        said = (f"ปี {year} ปิดอยู่แล้ว ไม่มีอะไรเปลี่ยน", f"{year} was closed already")
    click.echo(said[0] if language == "th" else said[1])
