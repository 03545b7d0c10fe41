"""`itagen move`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.options import language_option, open_project
from itagen.diagnostics import Language
from itagen.move import CannotMoveError, move


@click.command("move")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--project", "folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@language_option
def command(old: str, new: str, folder: Path, language: Language) -> None:
    """เปลี่ยนชื่อข่าวหรือเอกสาร OLD (ทางใต้ content/) เป็น NEW ที่อยู่เดิมยังเปิดได้ (rename)."""
    project = open_project(Path(folder), language)
    try:
        changed = move(project, old.removeprefix("content/"), new)
    except CannotMoveError:
        raise click.UsageError(
            f"เปลี่ยนชื่อ {old} เป็น {new} ไม่ได้: ไม่พบไฟล์เดิม ชื่อใหม่มีอยู่แล้ว หรือนามสกุลไฟล์ต่างกัน"
            if language == "th"
            else f"cannot rename {old} to {new}: not there, taken, or of another kind"
        ) from None
    for name in changed:
        click.echo(f"content/{name}")
