"""`itagen editions`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.options import language_option
from itagen.diagnostics import Language
from itagen.edition import Edition
from itagen.project import Project
from itagen.read_edition import read_edition


@click.command("editions")
@language_option
def command(language: Language) -> None:
    """แสดงแบบตรวจที่ใช้ได้ จำนวนข้อ และที่มา (list the editions that can be used)."""
    for name, (root, path) in Project(Path.cwd()).editions().items():
        edition = read_edition(root, path).edition
        if edition:
            click.echo(_line(edition, language))
        else:
            broken = "อ่านไม่ได้ ตรวจด้วย itagen check" if language == "th" else "cannot be read"
            click.echo(f"{name}: {broken}")


def _line(edition: Edition, language: Language) -> str:
    unsure = sum(1 for item in edition.items if edition.sure_of(item) == "low")
    count = len(edition.items)
    if language == "en":
        note = f", {unsure} of them not confirmed" if unsure else ""
        return f"{edition.id}: {count} items, year {edition.be}{note}"
    note = f" (ยังไม่ยืนยัน {unsure} ข้อ)" if unsure else ""
    return f"{edition.id}: {count} ข้อ ปี {edition.be}{note}"
