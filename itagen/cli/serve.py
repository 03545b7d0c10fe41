"""`itagen serve`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.listening import listening, tell_build
from itagen.cli.options import language_option, open_project, project_argument
from itagen.diagnostics import Language, Words

_WIDE = Words(
    "คำเตือน: ทุกเครื่องในเครือข่ายเดียวกันเปิดดูได้ รวมทั้งข้อมูลที่ยังไม่เผยแพร่ ใช้เฉพาะในเครือข่ายที่ไว้ใจได้\n"
    "ให้โทรศัพท์ที่ต่อเครือข่ายเดียวกันส่อง QR code นี้",
    "warning: every machine in this network can look at it, also at what is not published yet;\n"
    "use it only in a network that you trust. For a phone in the same network:",
)
_STARTED = Words(
    "{0}  (ความคืบหน้าของปี: {0}_itagen/status/  กด Ctrl+C เพื่อหยุด)",
    "{0}  (how far the year is: {0}_itagen/status/  Ctrl+C stops it)",
)


@click.command("serve")
@project_argument
@click.option("--port", type=click.IntRange(1, 65535), help="พอร์ต (ว่างตัวแรกตั้งแต่ 8000) · port")
@click.option("--open", "opens", is_flag=True, help="เปิดเบราว์เซอร์ให้ · open the browser")
@click.option("--host", default=None, help="ให้เครื่องอื่นดูด้วย เช่น 0.0.0.0 · let others look")
@language_option
def command(
    folder: Path, port: int | None, opens: bool, host: str | None, language: Language
) -> None:
    """ดูเว็บไซต์ในเครื่องนี้ สร้างใหม่เองเมื่อแก้ข้อมูล (preview the site on this machine)."""
    project = open_project(folder, language)
    place = listening(host, port, language)
    from itagen.serve.preview import Preview
    from itagen.serve.server import serve

    click.echo(_STARTED.say(language).format(place.address))
    if host is not None:
        from itagen.qr import qr_text

        click.echo(f"{_WIDE.say(language)}\n\n{qr_text(place.address)}")

    serve(
        Preview(project, language),
        place,
        lambda built: tell_build(built, project.root, place.address, language),
        opened=click.launch if opens else None,
    )
