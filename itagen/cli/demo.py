"""`itagen demo`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.options import language_option
from itagen.demo import demo_files
from itagen.diagnostics import Language
from itagen.project import Project
from itagen.read_agency import read_kind
from itagen.read_edition import read_edition
from itagen.text import nearest


@click.command("demo")
@click.argument("edition")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--kind", default="local_government", help="ประเภทหน่วยงาน · kind of agency", show_default=True
)
@language_option
def command(edition: str, folder: Path, kind: str, language: Language) -> None:
    """เขียนตัวอย่างสมมุติที่ครบทุกข้อของ EDITION ลงใน DIR (write a complete, made-up example)."""
    here = Project(Path.cwd())
    chosen = _known(edition, here.editions(), language)
    read = read_edition(*chosen).edition
    known_kind, _ = read_kind(*_known(kind, here.kinds(), language))
    if read is None or known_kind is None:
        raise click.UsageError(f"อ่านแบบตรวจ {edition} ไม่ได้ · cannot read {edition}")
    if (folder / "content").exists():
        raise click.UsageError(
            f"ใน {folder} มีโฟลเดอร์ content อยู่แล้ว จะไม่เขียนทับ ให้ระบุโฟลเดอร์ใหม่"
            if language == "th"
            else f"{folder} already has a folder content, which stays as it is; name another"
        )
    files = demo_files(read, known_kind)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    click.echo(
        f"เขียนตัวอย่าง {len(files)} ไฟล์ไว้ใน {folder} แล้ว ตรวจด้วย: itagen check {folder}"
        if language == "th"
        else f"wrote {len(files)} files to {folder}; check them with: itagen check {folder}"
    )


def _known(name: str, known: dict[str, tuple[Path, Path]], language: Language) -> tuple[Path, Path]:
    if name in known:
        return known[name]
    guess = nearest(name, known)
    listed = ", ".join(known)
    raise click.UsageError(
        f"ไม่รู้จัก “{name}”" + (f" น่าจะหมายถึง {guess}" if guess else "") + f" เลือกจาก {listed}"
        if language == "th"
        else f"“{name}” is not known; choose from {listed}"
    )
