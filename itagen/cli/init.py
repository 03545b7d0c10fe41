"""`itagen init`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from itagen.cli.options import chosen, language_option, write_new
from itagen.diagnostics import Language
from itagen.project import Project
from itagen.read_agency import read_kind
from itagen.read_edition import read_edition
from itagen.rules.edition_reference import dangling
from itagen.scaffold import scaffold


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--edition", help="รหัสแบบตรวจ (ล่าสุดถ้าไม่ระบุ) · which list, the newest if unsaid")
@click.option("--kind", help="ประเภทหน่วยงาน · kind of agency")
@click.option("--name", help="ชื่อหน่วยงาน · the agency's name")
@language_option
def command(
    folder: Path, edition: str | None, kind: str | None, name: str | None, language: Language
) -> None:
    """เริ่มโครงการใหม่ใน DIR ทุกข้อเป็นไฟล์ที่รอข้อมูล สร้างเว็บไซต์ได้ทันที (start a project)."""
    here = Project(Path.cwd())
    editions, kinds = here.editions(), here.kinds()
    edition = edition or _ask("แบบตรวจ", _newest(editions))
    kind = kind or _ask("ประเภทหน่วยงาน", _first_kind(kinds))
    name = name or _ask("ชื่อหน่วยงาน", folder.resolve().name)
    read = read_edition(*chosen(edition, editions, language)).edition
    known, _ = read_kind(*chosen(kind, kinds, language))
    if read is None or known is None or any(dangling(read)):
        raise click.UsageError(f"อ่านแบบตรวจ {edition} ไม่ได้ · cannot read {edition}")
    count = write_new(folder, scaffold(read, known, name), language)
    click.echo(
        f"เริ่มโครงการใน {folder} แล้ว ({count} ไฟล์) ต่อไป: itagen build {folder}"
        if language == "th"
        else f"started a project in {folder} ({count} files); next: itagen build {folder}"
    )


def _ask(what: str, default: str) -> str:
    """Ask on a terminal; elsewhere the default stands."""
    if not sys.stdin.isatty():
        return default
    return str(click.prompt(what, default=default))


def _newest(editions: dict[str, tuple[Path, Path]]) -> str:
    found = [e for root, path in editions.values() if (e := read_edition(root, path).edition)]
    sure = [e for e in found if all(e.sure_of(item) != "low" for item in e.items)]
    return max(sure or found, key=lambda e: e.be).id


def _first_kind(kinds: dict[str, tuple[Path, Path]]) -> str:
    return next((name for name in kinds if read_kind(*kinds[name])[0]), "")
