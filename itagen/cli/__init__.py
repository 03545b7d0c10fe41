"""The command line. Each command is a module, imported only when it is called."""

from __future__ import annotations

import atexit
import gc
import sys
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING

import click

from itagen.cli.words import Formatter, wrong_use

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "init": "เริ่มโครงการใหม่ของหน่วยงาน · start a project",
    "new": "สร้างไฟล์ของข้อ หรือข่าวเรื่องใหม่ · begin the file of an item or a post",
    "check": "ตรวจข้อมูลทั้งหมด บอกไฟล์ บรรทัด และวิธีแก้ · check the content",
    "build": "ตรวจแล้วสร้างเว็บไซต์ · check, then build the site",
    "serve": "ดูเว็บไซต์ในเครื่องนี้ระหว่างแก้ข้อมูล · preview on this machine",
    "edit": "แก้ข้อมูลในเบราว์เซอร์ · edit in the browser",
    "places": "แสดงตำแหน่งของแต่ละข้อบนหน้าแรก · list the places on the home page",
    "status": "ทำไปถึงไหนแล้ว ข้อใดครบ ข้อใดรอ ใครรับผิดชอบ · how far the work is",
    "submission": "ตารางที่อยู่ของทุกข้อ สำหรับส่งผู้ประเมิน · the table for the assessor",
    "links": "ลองเปิดที่อยู่ภายนอกทั้งหมดผ่านเครือข่าย · ask every outside address",
    "report": "ตารางกำกับติดตาม มาตรการ สรุปให้ผู้บริหาร · tables and a summary",
    "import": "นำตารางที่หน่วยงานทำไว้เข้าโครงการ · take in a table made by hand",
    "new-year": "เริ่มปีใหม่ ยกข้อมูลที่ยังใช้ได้มาตามเรื่อง · start the next year",
    "freeze": "บันทึกปีที่ส่งแล้ว ไม่ให้เปลี่ยน · freeze what was submitted",
    "close": "ปิดปีที่ผ่านมา เก็บข้อมูลหน่วยงานของเวลานั้น · close a year",
    "move": "เปลี่ยนชื่อข่าวหรือเอกสาร โดยที่อยู่เดิมยังเปิดได้ · rename and keep addresses",
    "rollback": "กลับไปใช้เว็บไซต์ก่อนหน้า · go back to the site before",
    "explain": "อธิบายข้อค้นพบหรือข้อในแบบตรวจ · explain a finding or an item",
    "editions": "แสดงแบบตรวจที่มี · list the editions",
    "schema": "ให้ VS Code เสนอและอธิบายสิ่งที่เขียนได้ · schemas for an editor",
    "theme": "แสดงชิ้นส่วนของหน้าเว็บ สำหรับผู้ปรับหน้าตา · show the parts of pages",
    "hosting": "แสดงการตั้งค่าของเครื่องที่ให้บริการเว็บ · settings for a web server",
    "admin": "สร้างหน้าแก้ข้อมูลบน GitLab หรือ GitHub · a page to edit on a git host",
    "demo": "เขียนตัวอย่างที่ครบทุกข้อ · write a complete example",
    "ci": "ให้ GitHub หรือ GitLab ตรวจทุกครั้ง · let a code host check each push",
    "completion": "ให้กด Tab เติมคำสั่งและรหัสข้อ · let Tab complete commands and items",
}
_RARELY = 20_000
_BUG = (
    "itagen ขัดข้องเอง ไม่ใช่ความผิดของท่าน เว็บไซต์เดิมยังอยู่ครบ โปรดส่งข้อความนี้ให้ผู้ดูแลโปรแกรม\n"
    "itagen itself failed; this is not your fault, and the old site stands. Please report:"
)


class LazyGroup(click.Group):
    """Commands by name, loaded when needed, so that help and start stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Names in the order in which they are used."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command; of a shell that completes, one that is not known is none."""
        if cmd_name not in COMMANDS and ctx.resilient_parsing:
            return None
        if cmd_name not in COMMANDS:
            raise click.UsageError(_unknown(cmd_name), ctx)
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name.replace("-", "_")
        command: click.Command = import_module(f"itagen.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Offer the commands without loading any."""
        from click.shell_completion import CompletionItem

        known = COMMANDS.items()
        offered = [CompletionItem(n, help=told) for n, told in known if n.startswith(incomplete)]
        return [*offered, *click.Command.shell_complete(self, ctx, incomplete)]


def _unknown(name: str) -> str:
    from itagen.text import nearest

    meant = nearest(name, COMMANDS)
    guess = f" น่าจะหมายถึง {meant}" if meant else ""
    return f"ไม่มีคำสั่ง {name}{guess} คำสั่งที่มีคือ {', '.join(COMMANDS)}\nno such command: {name}"


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="itagen")
def itagen() -> None:
    """ตรวจและเผยแพร่ข้อมูลสาธารณะตามแบบตรวจ OIT ของหน่วยงานรัฐ.

    Check and publish what a Thai public agency must disclose.
    """


def main() -> None:
    """Run the command line; our own bugs are told apart from faults of the content."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    click.Context.formatter_class = Formatter
    gc.set_threshold(_RARELY)  # what is read is kept: looking through it finds nothing to free
    atexit.register(gc.freeze)  # nor does it at the end, when the system frees all
    try:
        sys.exit(itagen.main(prog_name="itagen", standalone_mode=False))
    except click.ClickException as error:
        click.echo(wrong_use(error), err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except OSError as error:
        click.echo(f"อ่านหรือเขียนไฟล์ไม่ได้ · cannot read or write: {error}", err=True)
        sys.exit(2)
    except Exception:
        import traceback

        click.echo(_BUG, err=True)
        click.echo(traceback.format_exc(), err=True)
        sys.exit(3)
