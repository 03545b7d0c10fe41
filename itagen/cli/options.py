"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from itagen.diagnostics import Language
from itagen.project import Project
from itagen.text import nearest

Command = TypeVar("Command", bound=Callable[..., Any])


def language_option(command: Command) -> Command:
    """`--lang th|en`."""
    option = click.option(
        "--lang",
        "language",
        type=click.Choice(["th", "en"]),
        default="th",
        help="ภาษาของข้อความ · language of messages",
    )
    return option(command)


def frozen_option(command: Command) -> Command:
    """`--allow-frozen-change`."""
    option = click.option(
        "--allow-frozen-change",
        is_flag=True,
        help="ยอมให้ข้อที่ส่งไปแล้วเปลี่ยน (ITA81) · let what was submitted change",
    )
    return option(command)


def project_argument(command: Command) -> Command:
    """`[DIR]`: the project folder, the one we stand in if unsaid."""
    argument = click.argument(
        "folder", default=".", type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]"
    )
    return argument(command)


def open_project(folder: Path, language: Language) -> Project:
    """The project in a folder.

    Raises:
        click.UsageError: it holds no content.
    """
    project = Project(folder.resolve())
    if not project.content.is_dir() and (project.root / "agency.yaml").is_file():
        above = project.root.parent
        raise click.UsageError(
            f"{folder} คือโฟลเดอร์ content เอง ให้ระบุโฟลเดอร์ที่อยู่เหนือขึ้นไป คือ {above}"
            if language == "th"
            else f"{folder} is the folder content itself; name the one above, {above}"
        )
    if not project.content.is_dir():
        raise click.UsageError(
            f"ไม่พบโฟลเดอร์ content ใน {folder} ให้เข้าไปที่โฟลเดอร์ของโครงการก่อน หรือระบุโฟลเดอร์ต่อท้ายคำสั่ง"
            if language == "th"
            else f"there is no folder content in {folder}; go to the project or name it"
        )
    return project


def chosen(name: str, known: dict[str, tuple[Path, Path]], language: Language) -> tuple[Path, Path]:
    """The file that a name stands for.

    Raises:
        click.UsageError: there is none.
    """
    if name in known:
        return known[name]
    guess = nearest(name, known)
    listed = ", ".join(known)
    raise click.UsageError(
        f"ไม่รู้จัก “{name}”" + (f" น่าจะหมายถึง {guess}" if guess else "") + f" เลือกจาก {listed}"
        if language == "th"
        else f"“{name}” is not known; choose from {listed}"
    )


def write_new(folder: Path, files: dict[str, bytes], language: Language) -> int:
    """Write the files of a new project and count them; a file that is there stays as it is.

    Raises:
        click.UsageError: the folder already holds content, which stays as it is.
    """
    if (folder / "content").exists():
        raise click.UsageError(
            f"ใน {folder} มีโฟลเดอร์ content อยู่แล้ว จะไม่เขียนทับ ให้ระบุโฟลเดอร์ใหม่"
            if language == "th"
            else f"{folder} already has a folder content, which stays as it is; name another"
        )
    new = {folder / name: data for name, data in files.items() if not (folder / name).exists()}
    for path, data in new.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return len(new)
