"""`itagen serve`."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import click

from itagen.cli.options import language_option, open_project, project_argument
from itagen.diagnostics import Language
from itagen.reporters import summary, text

if TYPE_CHECKING:
    from itagen.serve.builds import Built


@click.command("serve")
@project_argument
@click.option("--port", type=click.IntRange(1, 65535), help="พอร์ต (ว่างตัวแรกตั้งแต่ 8000) · port")
@language_option
def command(folder: Path, port: int | None, language: Language) -> None:
    """ดูเว็บไซต์ในเครื่องนี้ สร้างใหม่เองเมื่อแก้ข้อมูล (preview the site on this machine)."""
    project = open_project(folder, language)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # livereload, on Windows
        from itagen.serve.preview import Preview
        from itagen.serve.server import HERE, NoPortError, place, serve
    try:
        where = place(HERE, port)
    except NoPortError as error:
        raise click.UsageError(
            f"พอร์ต {error} มีโปรแกรมอื่นใช้อยู่ ให้ระบุพอร์ตอื่นด้วย --port"
            if language == "th"
            else f"port {error} is taken; name another with --port"
        ) from None
    click.echo(where.address)

    def told(built: Built) -> None:
        found = built.found
        click.echo(built.bug or (text(found, (), language) if found else summary(found, language)))
        if not built.stands:
            click.echo("ยังแสดงหน้าเดิมที่ใช้ได้" if language == "th" else "the last good site stands")

    serve(Preview(project, language), where, told)
