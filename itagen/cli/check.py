"""`itagen check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from itagen.cli.options import language_option, open_project, project_argument
from itagen.cli.paint import tell
from itagen.diagnostics import Language, blocks
from itagen.pipeline import check_project
from itagen.reporters import REPORTERS, summary


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
@language_option
def command(
    folder: Path, form: str, out: Path | None, strict: bool, deep: bool, language: Language
) -> None:
    """ตรวจข้อมูลทั้งหมดใน DIR บอกไฟล์ บรรทัด สิ่งที่พบ และวิธีแก้ (check the content of DIR)."""
    site, found = check_project(open_project(folder, language), deep=deep)
    editions = [year.edition.id for year in site.years if year.edition]
    report = REPORTERS[form](found, editions, language)
    if out:
        out.write_text(f"{report}\n", encoding="utf-8", newline="\n")
        click.echo(summary(found, language))
    else:
        tell(report)
    if form == "text" and not out:
        listed = ", ".join(editions) or "-"
        name = site.agency.words("name") or str(folder)
        click.echo(f"({name}: {listed})")
    sys.exit(1 if blocks(found, strict=strict) else 0)
