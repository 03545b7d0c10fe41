"""What click says by itself, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)")
_HEADINGS = {"Options": "ตัวเลือก · Options", "Commands": "คำสั่ง · Commands"}
_HELP = {
    "Show this message and exit.": "แสดงวิธีใช้นี้ · show this message",
    "Show the version and exit.": "แสดงรุ่นของโปรแกรม · show the version",
}


class Formatter(click.HelpFormatter):
    """Help with headings in both languages."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line: how a command is written."""
        super().write_usage(prog, args, prefix or "วิธีใช้ · Usage: ")

    def write_heading(self, heading: str) -> None:
        """A heading, translated where it is click's own."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Options and their help."""
        said = [(name, _HELP.get(text, text)) for name, text in rows]
        super().write_dl(said, col_max, col_spacing)


def wrong_use(error: click.ClickException) -> str:
    """What a wrong command is told: in Thai first, then as click says it."""
    said = _thai(error)
    words = f"{said}\n{error.format_message()}" if said else error.format_message()
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return words
    return f"{words}\nดูวิธีใช้ · see: {error.ctx.command_path} --help"


def _thai(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            meant = " หรือ ".join(error.possibilities or ())
            return f"ไม่มีตัวเลือก {error.option_name}" + (f" น่าจะหมายถึง {meant}" if meant else "")
        case click.MissingParameter():
            return f"ขาด {_name(error)} ให้ระบุด้วย"
        case click.BadOptionUsage():
            return f"ตัวเลือก {error.option_name} ต้องมีค่าตามหลัง"
        case click.BadParameter():
            kind = error.param.type if error.param else None
            wanted = (
                f" ให้เลือกจาก {', '.join(kind.choices)}" if isinstance(kind, click.Choice) else ""
            )
            is_path = isinstance(kind, click.Path) and "does not exist" in error.message
            wanted = " เพราะไม่มีไฟล์หรือโฟลเดอร์ชื่อนี้" if is_path else wanted
            return f"ค่าของ {_name(error)} ใช้ไม่ได้{wanted}"
        case _:
            extra = _EXTRA.fullmatch(error.message)
            return f"ไม่เข้าใจ “{extra[1]}” ที่เขียนต่อท้าย ให้ลบออก หรือดูวิธีใช้" if extra else ""


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return ""
    return (
        parameter.opts[0]
        if isinstance(parameter, click.Option)
        else parameter.make_metavar(error.ctx or click.Context(click.Command("")))
    )
