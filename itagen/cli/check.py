"""`itagen check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from itagen.cli.chosen import chosen_items, chosen_year, item_options, year_option
from itagen.cli.options import frozen_option, language_option, open_project, project_argument
from itagen.cli.paint import tell
from itagen.cli.seen_from import from_here
from itagen.diagnostics import Language, Words, blocks
from itagen.pipeline import check_project
from itagen.reporters import REPORTERS, summary
from itagen.reports.chosen import of_items

_LEFT_OUT = Words(
    "(ไม่แสดงข้อค้นพบของข้ออื่นหรือปีอื่นอีก {} เรื่อง สั่ง itagen check เพื่อดูทั้งหมด)",
    "({} findings on other items or years are not shown; itagen check shows all)",
)

_FOR_PEOPLE = frozenset(["text", "concise", "github"])


@click.command("check")
@project_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTERS)),
    default="text",
    help="รูปแบบผลลัพธ์ · form of the output",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="เขียนผลลงไฟล์เป็น UTF-8 แทนการแสดง · write the findings to a file",
)
@click.option("--strict", is_flag=True, help="คำเตือนถือว่าไม่ผ่านด้วย · warnings fail too")
@click.option("--deep", is_flag=True, help="อ่านเนื้อหาในเอกสารด้วย · judge what documents say")
@frozen_option
@item_options
@year_option
@language_option
def command(
    folder: Path, form: str, out: Path | None, strict: bool, deep: bool, allow_frozen_change: bool,
    items: tuple[str, ...], owners: tuple[str, ...], folder_of_year: str | None,
    language: Language,
) -> None:  # fmt: skip
    """ตรวจข้อมูลทั้งหมดใน DIR บอกไฟล์ บรรทัด สิ่งที่พบ และวิธีแก้ (check the content of DIR)."""
    project = open_project(folder, language)
    site, found = check_project(project, deep=deep, allow_frozen_change=allow_frozen_change)
    left_out = 0
    if items or owners or folder_of_year:
        year = chosen_year(site, folder_of_year, language)
        codes = chosen_items(year, items, owners, language)
        found, left_out = of_items(found, year, codes)
    editions = [year.edition.id for year in site.years if year.edition]
    told = from_here(found, project.root) if form in _FOR_PEOPLE else found
    report = REPORTERS[form](told, editions, language)
    if out:
        out.write_text(f"{report}\n", encoding="utf-8", newline="\n")
        click.echo(summary(found, language))
    else:
        tell(report)
    if form == "text" and not out:
        listed = ", ".join(editions) or "-"
        name = site.agency.words("name") or str(folder)
        click.echo(f"({name}: {listed})")
    if form == "text" and left_out:
        click.echo(_LEFT_OUT.say(language).format(left_out))
    sys.exit(1 if blocks(found, strict=strict) else 0)
