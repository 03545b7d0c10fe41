"""`itagen links`: the only command that asks the network, and that looks at the clock."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

import click

from itagen.check_links import Outside, outside_of
from itagen.cli.chosen import day_of
from itagen.cli.options import language_option, open_project, project_argument
from itagen.cli.paint import tell
from itagen.cli.progress import counting
from itagen.diagnostics import Language, Severity, Words, blocks
from itagen.links.notes import NAME, Notes, read_notes, write_notes
from itagen.read_site import read_site
from itagen.reporters import REPORTERS

_ASKING = Words("กำลังลองเปิด", "asking")
_ASKED = Words(
    "(ที่อยู่ภายนอก {} แห่ง ถามครั้งนี้ {} แห่ง ที่เหลือใช้ผลที่จดไว้ใน links.json)",
    "({} outside addresses, {} asked now, the others as noted in links.json)",
)
_CUT_OFF = Words(
    "ไม่มีที่อยู่ใดตอบเลย เครื่องนี้อาจไม่ได้ต่ออินเทอร์เน็ต จึงไม่จดผลครั้งนี้ ต่อแล้วสั่งใหม่",
    "no address answered: this machine may be off the internet; nothing was noted, try again",
)


@click.command("links")
@project_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(REPORTERS)),
    default="text",
    help="รูปแบบผลลัพธ์ · form of the output",
)
@click.option(
    "--max-age",
    type=click.IntRange(0),
    default=30,
    metavar="DAYS",
    help="ที่อยู่ที่เปิดได้ไม่ถามซ้ำในกี่วัน (30; 0 = ถามทั้งหมด) · how long a good answer stands",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="วันที่จะจด เป็น ค.ศ. เช่น 2023-03-01 (วันนี้ของเครื่อง) · the day to note, else the clock's",
)
@click.option("--only-broken", is_flag=True, help="ไม่แสดงหมายเหตุ · leave out notes")
@click.option(
    "--offline", is_flag=True, help="ไม่ถาม ใช้เฉพาะผลที่จดไว้ · ask nothing, tell what was noted"
)
@language_option
def command(
    folder: Path, form: str, max_age: int, today: datetime | None, only_broken: bool,
    offline: bool, language: Language,
) -> None:  # fmt: skip
    """ลองเปิดที่อยู่ภายนอกทุกแห่งใน DIR แล้วจดผลลงไฟล์ links.json (ask every outside address of DIR).

    คำสั่งเดียวที่ออกเครือข่าย การตรวจและการสร้างเว็บไซต์ไม่ออกเครือข่าย (check and build never do)
    """
    project = open_project(folder, language)
    site, path = read_site(project), project.root / NAME
    found, notes = outside_of(site), read_notes(path)
    asked: Notes = {}
    if not offline:
        asked = _asked(found, notes, day_of(today, language) or date.today(), max_age, language)
        notes = {a: note for a, note in (notes | asked).items() if a in found.addresses}
        write_notes(path, notes)
    code = _tell(found, notes, form, only_broken, language)
    if form == "text":
        click.echo(_ASKED.say(language).format(len(found.addresses), len(asked)))
    sys.exit(code)


def _tell(found: Outside, notes: Notes, form: str, only_broken: bool, language: Language) -> int:
    """Print the findings; give the exit code."""
    findings = found.findings(notes)
    if only_broken:
        findings = [f for f in findings if f.severity is not Severity.NOTE]
    editions = [year.edition.id for year in found.case.site.years if year.edition]
    tell(REPORTERS[form](findings, editions, language))
    return 1 if blocks(findings, strict=False) else 0


def _asked(found: Outside, notes: Notes, today: date, max_age: int, language: Language) -> Notes:
    """What comes of asking; what came before Ctrl-C is kept."""
    from itagen.links.round import Round, unasked

    wanted, this = unasked(found.addresses, notes, today, max_age), Round(today)
    try:
        with counting(len(wanted), _ASKING, language) as told:
            this.ask(wanted, told)
        if this.is_cut_off(notes):
            click.echo(_CUT_OFF.say(language), err=True)
            sys.exit(2)
    except KeyboardInterrupt:
        click.echo("หยุดแล้ว จดเฉพาะที่ถามเสร็จ · stopped; what was asked is noted", err=True)
    return this.asked
