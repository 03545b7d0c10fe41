"""`itagen demo`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.offered import offer_editions, offer_kinds
from itagen.cli.options import chosen, language_option, write_new
from itagen.demo import demo_files
from itagen.diagnostics import Language
from itagen.project import Project
from itagen.read_agency import read_kind
from itagen.read_edition import read_edition
from itagen.rules.edition_reference import dangling


@click.command("demo")
@click.argument("edition", shell_complete=offer_editions)
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--kind",
    default="local_government",
    shell_complete=offer_kinds,
    help="ประเภทหน่วยงาน · kind of agency",
    show_default=True,
)
@language_option
def command(edition: str, folder: Path, kind: str, language: Language) -> None:
    """เขียนตัวอย่างสมมุติที่ครบทุกข้อของ EDITION ลงใน DIR (write a complete, made-up example)."""
    here = Project(Path.cwd())
    read = read_edition(*chosen(edition, here.editions(), language)).edition
    known_kind, _ = read_kind(*chosen(kind, here.kinds(), language))
    if read is None or known_kind is None or any(dangling(read)):
        raise click.UsageError(f"อ่านแบบตรวจ {edition} ไม่ได้ · cannot read {edition}")
    count = write_new(folder, demo_files(read, known_kind), language)
    click.echo(
        f"เขียนตัวอย่าง {count} ไฟล์ไว้ใน {folder} แล้ว ตรวจด้วย: itagen check {folder}"
        if language == "th"
        else f"wrote {count} files to {folder}; check them with: itagen check {folder}"
    )
