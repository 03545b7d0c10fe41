"""`itagen freeze`."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from itagen.answering import answer_site
from itagen.cli.chosen import chosen_year
from itagen.cli.options import language_option, open_project
from itagen.cli.paint import tell
from itagen.cli.seen_from import from_here
from itagen.diagnostics import Language, Severity, Words, blocks
from itagen.freeze import freeze, write_archive, write_frozen
from itagen.frozen import Frozen, record_of
from itagen.period import day_en, day_th
from itagen.period_text import Refusal, parse_date
from itagen.pipeline import check_project
from itagen.read_site import read_site
from itagen.reporters import text
from itagen.site import Year

_DONE = Words(
    "บันทึก {} ข้อ {} ไฟล์ {} ประกาศ ตามที่ส่งเมื่อ {} ไว้ที่ content/{} เก็บเข้า git ด้วย",
    "{} items, {} files and {} posts as submitted on {} are recorded in content/{}; commit it",
)
_LACKING = frozenset(["incomplete", "pending", "missing"])
_LACKS = Words(
    "แต่ยังไม่ครบ {} ข้อ ดูว่าข้อใดด้วย itagen status --year {}",
    "but {} items are not complete; itagen status --year {} names them",
)
_KNOWN = Words("บันทึกไว้แล้ว ไม่มีอะไรเปลี่ยน", "recorded already, nothing changed")


@click.command("freeze")
@click.argument("year", metavar="YEAR")
@click.argument(
    "folder", default=".", type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]"
)
@click.option(
    "--date", "day", required=True, help="วันที่ส่ง เช่น '20 เมษายน 2566' · when it was submitted"
)
@click.option(
    "--zip",
    "archive",
    type=click.Path(path_type=Path, dir_okay=False),
    help="เก็บเนื้อหาทั้งหมดลงไฟล์ zip ด้วย · keep all content in a zip too",
)
@click.option("--again", is_flag=True, help="บันทึกใหม่ทับของเดิม · record anew over the old record")
@language_option
def command(
    year: str, folder: Path, day: str, archive: Path | None, again: bool, language: Language
) -> None:
    """บันทึกปี YEAR ตามที่ส่งแล้ว หลังจากนี้แก้ข้อที่ส่งไปแล้วเป็นข้อผิดพลาด (freeze what was submitted)."""
    project = open_project(folder, language)
    site, found = check_project(project, allow_frozen_change=again)
    chosen = chosen_year(site, year, language)
    if blocks(found, strict=False):
        wrong = [f for f in found if f.severity is Severity.ERROR]
        tell(text(from_here(wrong, project.root), (), language))
        click.echo(
            "ยังไม่บันทึก แก้ข้อผิดพลาดก่อน" if language == "th" else "not recorded: mend the errors"
        )
        sys.exit(1)
    frozen, known = (
        freeze(site, project, chosen, _day(day, language)),
        site.frozen.get(chosen.folder),
    )
    if known and replace(known, day=frozen.day) != frozen and not again:
        raise click.UsageError(_other(chosen, known).say(language))
    if known and not again:
        click.echo(_KNOWN.say(language))
    else:
        write_frozen(project, chosen, frozen)
        click.echo(_done(chosen, frozen, language))
        if lacking := [a for a in answer_site(site) if a.year is chosen and a.state in _LACKING]:
            click.echo(_LACKS.say(language).format(len(lacking), chosen.folder))
    if archive:
        write_archive(project, read_site(project), archive)
        click.echo(f"เขียนแล้ว {archive}" if language == "th" else f"written to {archive}")


def _day(said: str, language: Language) -> date:
    day = parse_date(said)
    if isinstance(day, Refusal):
        raise click.UsageError(
            f"อ่านวันที่ “{said}” ไม่ได้ เขียนเช่น '20 เมษายน 2566' หรือ 2566-04-20"
            if language == "th"
            else f"“{said}” is no day; write it as 2023-04-20, or 2566-04-20 of the Buddhist Era"
        )
    return day


def _done(year: Year, frozen: Frozen, language: Language) -> str:
    day = day_th(frozen.day) if language == "th" else day_en(frozen.day)
    counts = (len(frozen.items), len(frozen.files), len(frozen.posts))
    return _DONE.say(language).format(*counts, day, record_of(year.folder))


def _other(year: Year, known: Frozen) -> Words:
    th, en = day_th(known.day), day_en(known.day)
    return Words(
        f"ปี {year.folder} บันทึกไว้แล้วเมื่อ {th} และตอนนี้ต่างจากเดิม ถ้าจะบันทึกใหม่ใช้ --again",
        f"{year.folder} was frozen as of {en} and differs now; --again records it anew",
    )
