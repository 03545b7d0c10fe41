"""`itagen ci`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen import __version__
from itagen.cli.options import language_option, open_project, project_argument
from itagen.diagnostics import Language
from itagen.shipped import shipped_folder

_FILES = {"github": ".github/workflows/itagen.yml", "gitlab": ".gitlab-ci.yml"}
_SOURCE = "ITAGEN_SOURCE"


@click.command("ci")
@click.argument("host", type=click.Choice(list(_FILES)))
@project_argument
@click.option(
    "--install",
    "source",
    default=f"itagen=={__version__}",
    show_default=True,
    help="ที่มาของ itagen ตามที่ pip รู้จัก ถ้าโปรแกรมอยู่ในที่เก็บเดียวกันใช้ . · what pip installs",
)
@language_option
def command(host: str, folder: Path, source: str, language: Language) -> None:
    """เขียนไฟล์ที่ให้ GitHub หรือ GitLab ตรวจทุกครั้งที่ส่งการแก้ไข (write a CI file for a code host)."""
    path = open_project(folder, language).root / _FILES[host]
    if path.exists():
        raise click.UsageError(
            f"มีไฟล์ {_FILES[host]} อยู่แล้ว จะไม่เขียนทับ ย้ายหรือลบก่อน แล้วสั่งใหม่"
            if language == "th"
            else f"{_FILES[host]} is there already and stays as it is"
        )
    if "'" in source or not source.isprintable():
        raise click.BadParameter("'", param_hint="--install")
    template = shipped_folder() / "schema" / "ci" / f"{host}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    written = template.read_text("utf-8").replace(_SOURCE, source)
    path.write_text(written, encoding="utf-8", newline="\n")
    click.echo(
        f"เขียนแล้วที่ {path} ส่งขึ้นพร้อมข้อมูล"
        if language == "th"
        else f"wrote {path}; commit it with the content"
    )
