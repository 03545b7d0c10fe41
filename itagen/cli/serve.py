"""`itagen serve`."""

from __future__ import annotations

import warnings
from pathlib import Path

import click

from itagen.cli.options import language_option, open_project, project_argument
from itagen.diagnostics import Diagnostic, Language, blocks
from itagen.reporters import summary, text


@click.command("serve")
@project_argument
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@language_option
def command(folder: Path, port: int, language: Language) -> None:
    """ดูเว็บไซต์ในเครื่องนี้ สร้างใหม่เองเมื่อแก้ข้อมูล (preview the site on this machine)."""
    project = open_project(folder, language)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from itagen.serve import HOST, serve

        click.echo(f"http://{HOST}:{port}")

        def told(found: list[Diagnostic]) -> None:
            click.echo(text(found, (), language) if found else summary(found, language))
            if blocks(found, strict=False):
                click.echo("ยังแสดงหน้าเดิมที่ใช้ได้" if language == "th" else "the last good site stands")

        serve(project, port, told)
