"""`itagen build`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from itagen.cli.options import frozen_option, language_option, open_project, project_argument
from itagen.cli.paint import tell
from itagen.cli.seen_from import from_here
from itagen.diagnostics import Language, Severity, blocks
from itagen.lock import HeldError
from itagen.pipeline import build_site
from itagen.publish import ForeignFolderError
from itagen.reporters import summary, text


@contextmanager
def _progress(language: Language) -> Iterator[Callable[[int], None]]:
    """A line that counts pages on a terminal; nothing in a pipe. No thread: the build forks."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.live import Live

    words = "กำลังตรวจข้อมูล…" if language == "th" else "checking…"
    made = "สร้างแล้ว {} หน้า" if language == "th" else "{} pages made"
    with Live(words, console=Console(stderr=True), auto_refresh=False, transient=True) as live:

        def count(pages: int) -> None:
            if pages % 32 == 0:
                live.update(made.format(pages), refresh=True)

        yield count


@click.command("build")
@project_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="โฟลเดอร์ของเว็บไซต์ (public ในโครงการ) · where the site goes",
)
@click.option("--strict", is_flag=True, help="คำเตือนถือว่าไม่ผ่านด้วย · warnings fail too")
@click.option(
    "--in-place",
    is_flag=True,
    help="แทนที่ทีละไฟล์ (โฟลเดอร์ที่เปลี่ยนชื่อไม่ได้) · replace file by file",
)
@frozen_option
@language_option
def command(
    folder: Path, out: Path | None, strict: bool, in_place: bool, allow_frozen_change: bool,
    language: Language,
) -> None:  # fmt: skip
    """ตรวจ แล้วสร้างเว็บไซต์จาก DIR ถ้ามีข้อผิดพลาดจะไม่แตะเว็บไซต์เดิม (check and build)."""
    project = open_project(folder, language)
    target = (out or project.root / "public").resolve()
    try:
        with _progress(language) as told:
            found = build_site(
                project, target, strict=strict, in_place=in_place,
                allow_frozen_change=allow_frozen_change, told=told,
            )  # fmt: skip
    except ForeignFolderError as error:
        raise click.UsageError(
            f"โฟลเดอร์ {error} มีไฟล์ที่ itagen ไม่ได้สร้าง จึงไม่เขียนทับ "
            "ให้ระบุโฟลเดอร์ว่างหรือโฟลเดอร์ใหม่ด้วย --out"
            if language == "th"
            else f"{error} holds files that itagen did not make; name another folder with --out"
        ) from None
    except HeldError as error:
        raise click.UsageError(
            f"มีการสร้างเว็บไซต์นี้อยู่แล้ว ({error.holder}) รอให้เสร็จก่อน แล้วสั่งใหม่"
            if language == "th"
            else f"another build of this site is at work ({error.holder}); wait for it"
        ) from None
    stopped = blocks(found, strict=strict)
    here = from_here(found, project.root)
    worth = [f for f in here if f.severity is not Severity.NOTE]
    tell(text(worth, (), language) if worth else summary(found, language))
    if stopped:
        click.echo("ไม่ได้เผยแพร่ เว็บไซต์เดิมยังอยู่" if language == "th" else "not published")
        sys.exit(1)
    click.echo(f"เผยแพร่แล้วที่ {target}" if language == "th" else f"published to {target}")
