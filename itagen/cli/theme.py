"""`itagen theme`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from itagen.cli.options import language_option, open_project, project_argument
from itagen.diagnostics import Language
from itagen.gallery import gallery
from itagen.publish import ForeignFolderError, staged
from itagen.read_agency import read_agency
from itagen.reporters import text
from itagen.rules.broken_theme import broken
from itagen.theme import read_theme
from itagen.theme_fault import ThemeFault


@click.command("theme")
@project_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="โฟลเดอร์ของหน้าตัวอย่าง (.itagen/theme ในโครงการ) · where the page goes",
)
@language_option
def command(folder: Path, out: Path | None, language: Language) -> None:
    """เขียนหน้าที่แสดงชิ้นส่วนทั้งหมดของธีม สำหรับผู้ปรับหน้าตาเว็บไซต์ (show a theme's components)."""
    project = open_project(folder, language)
    agency = read_agency(project.root)[0]
    target = (out or project.root / ".itagen" / "theme").resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with staged(target) as tree:
            for made in gallery(read_theme(project, agency.theme), agency.colour):
                if isinstance(made, ThemeFault):
                    click.echo(text([broken(made)], (), language))
                    sys.exit(1)
                tree.write(*made)
            tree.publish()
    except ForeignFolderError as error:
        raise click.UsageError(
            f"โฟลเดอร์ {error} มีไฟล์ที่ itagen ไม่ได้สร้าง ให้ระบุโฟลเดอร์ใหม่ด้วย --out"
            if language == "th"
            else f"{error} holds files that itagen did not make; name another folder with --out"
        ) from None
    click.echo(str(target / "index.html"))
