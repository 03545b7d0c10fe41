"""`itagen edit`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.listening import listening, tell_build
from itagen.cli.options import language_option, open_project, project_argument
from itagen.diagnostics import Language


@click.command("edit")
@project_argument
@click.option("--port", type=click.IntRange(1, 65535), help="พอร์ต (ว่างตัวแรกตั้งแต่ 8000) · port")
@click.option("--open", "opens", is_flag=True, help="เปิดเบราว์เซอร์ให้ด้วย · open the browser")
@click.option(
    "--commit-as",
    metavar='"ชื่อ <mail>"',
    help="ทุกครั้งที่บันทึก commit ในชื่อนี้ · commit each save in this name",
)
@language_option
def command(
    folder: Path, port: int | None, opens: bool, commit_as: str | None, language: Language
) -> None:
    """แก้ข้อมูลในเบราว์เซอร์ ในเครื่องนี้เท่านั้น (edit in the browser, on this machine only)."""
    project = open_project(folder, language)
    from itagen.edit.commit import parse_person

    person = parse_person(commit_as) if commit_as else None
    if commit_as and person is None:
        raise click.UsageError(
            'เขียนชื่อผู้บันทึกเป็น --commit-as "สมมติ ตัวอย่างดี <mail@example.go.th>"'
            if language == "th"
            else 'write --commit-as "Name <mail@example.go.th>"'
        )
    where = listening(None, port, language)
    from itagen.edit.serve import edit
    from itagen.serve.preview import Preview

    address = f"{where.address}_edit/"
    click.echo(address)
    if opens:
        click.launch(address)
    edit(
        Preview(project, language),
        where,
        person,
        lambda built: tell_build(built, project.root, address, language),
    )
