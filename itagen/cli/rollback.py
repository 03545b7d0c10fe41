"""`itagen rollback`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.options import language_option
from itagen.diagnostics import Language
from itagen.lock import HeldError
from itagen.publish import NothingBeforeError, roll_back


@click.command("rollback")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=None)
@language_option
def command(folder: Path, out: Path | None, language: Language) -> None:
    """กลับไปใช้เว็บไซต์ก่อนการสร้างครั้งล่าสุด สั่งซ้ำเพื่อย้อนคืน (go back to the site before)."""
    target = (out or folder / "public").resolve()
    try:
        roll_back(target)
    except NothingBeforeError:
        raise click.UsageError(
            f"ไม่มีเว็บไซต์ก่อนหน้าของ {target} ให้กลับไปใช้"
            if language == "th"
            else f"there is no earlier site of {target}"
        ) from None
    except HeldError as error:
        raise click.UsageError(
            f"มีการสร้างเว็บไซต์นี้อยู่ ({error.holder}) รอให้เสร็จก่อน"
            if language == "th"
            else f"a build is at work ({error.holder}); wait for it"
        ) from None
    click.echo(f"กลับไปใช้เว็บไซต์ก่อนหน้าแล้วที่ {target}" if language == "th" else f"rolled back {target}")
