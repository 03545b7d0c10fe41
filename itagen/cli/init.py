"""`itagen init`."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import click

from itagen.cli.asking import ask, ask_day, ask_desks, ask_which
from itagen.cli.offered import offer_editions, offer_kinds
from itagen.cli.options import chosen, language_option, write_new
from itagen.desks import BadDeskError, Desk, parse_desk, parse_due
from itagen.diagnostics import Language, Words
from itagen.edition import Edition, usual
from itagen.editor_schema import for_editors
from itagen.project import Project
from itagen.read_agency import read_kind
from itagen.read_edition import read_edition
from itagen.rules.edition_reference import dangling
from itagen.scaffold import Start, scaffold
from itagen.site import Kind
from itagen.start_files import start_files
from itagen.text import key

_SITES = {
    "whole": Words("เว็บไซต์ทั้งหมดของหน่วยงาน", "the whole site of the agency"),
    "section": Words("เฉพาะส่วนข้อมูลสาธารณะ หน่วยงานมีเว็บไซต์หลักอยู่แล้ว", "a section beside a main site"),
}
_DUE = Words("วันที่ทุกข้อต้องเสร็จ เช่น 20 เมษายน 2566 (ไม่ตอบก็ได้)", "day by which all is due")


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--edition",
    shell_complete=offer_editions,
    help="รหัสแบบตรวจ (ล่าสุดที่ยืนยันแล้วถ้าไม่ระบุ) · which list, the newest sure one if unsaid",
)
@click.option("--kind", shell_complete=offer_kinds, help="ประเภทหน่วยงาน · kind of agency")
@click.option("--name", help="ชื่อหน่วยงาน · the agency's name")
@click.option("--province", help="จังหวัด · province")
@click.option(
    "--site", type=click.Choice(list(_SITES)), help="ทั้งเว็บไซต์หรือเฉพาะส่วน · whole or section"
)
@click.option("--main-site", help="ที่อยู่เว็บไซต์หลัก เมื่อเป็น section · address of the main site")
@click.option("--site-url", help="ที่อยู่ของเว็บไซต์นี้ · the address of this site")
@click.option("--due", help="วันที่ทุกข้อต้องเสร็จ เช่น 20 เมษายน 2566 · when all must be done")
@click.option(
    "--owner",
    "owners",
    multiple=True,
    metavar="UNIT[/POSITION]=ITEMS[@DAY]",
    help="ใครรับผิดชอบข้อใด เช่น กองคลัง=19-22 · who brings which items",
)
@language_option
def command(
    folder: Path, edition: str | None, kind: str | None, name: str | None, province: str | None,
    site: str | None, main_site: str | None, site_url: str | None, due: str | None,
    owners: tuple[str, ...], language: Language,
) -> None:  # fmt: skip
    """เริ่มโครงการใหม่ใน DIR ทุกข้อเป็นไฟล์ที่รอข้อมูล สร้างเว็บไซต์ได้ทันที (start a project).

    บนจอจะถามทีละเรื่อง ทุกคำถามตอบเป็นตัวเลือกของคำสั่งได้ (each question is also an option)
    """
    name = name or ask(Words("ชื่อหน่วยงาน", "name"), folder.resolve().name, language)
    known = _kind(kind, name, language)
    read = _edition(edition, language)
    if province is None:
        province = ask(Words("จังหวัด (ไม่ตอบก็ได้)", "province"), "", language)
    wanted = {key: words.say(language) for key, words in _SITES.items()}
    site = site or ask_which(Words("ใช้เป็น", "use it as"), wanted, "whole", language)
    if main_site is None and site == "section":
        main_site = ask(Words("ที่อยู่เว็บไซต์หลัก", "main site"), "", language)
    if site_url is None:
        question = Words("ที่อยู่ของเว็บไซต์นี้ (https://… ไม่ตอบก็ได้)", "address of this site")
        site_url = ask(question, "", language)
    try:
        day = ask_day(_DUE, language) if due is None else parse_due(due)
        desks = _desks(owners, read) if owners else ask_desks(read, known, language)
    except BadDeskError as error:
        raise click.UsageError(error.words.say(language)) from None
    start = Start(province, site, main_site or "", site_url, day, desks)
    files = for_editors(scaffold(read, known, name, start), read, known)
    files |= start_files(read, name, version("itagen"))
    count = write_new(folder, files, language)
    click.echo(
        f"เริ่มโครงการใน {folder} แล้ว ({count} ไฟล์) {known.name} แบบตรวจ {read.id}"
        if language == "th"
        else f"started a project in {folder} ({count} files): {known.id}, {read.id}"
    )
    click.echo(f"{Words('ต่อไป', 'next').say(language)}: itagen status {folder}")


def _kind(named: str | None, agency: str, language: Language) -> Kind:
    """The kind that was named, or is; the one that the name of the agency tells, if nobody says.

    Raises:
        click.UsageError: it cannot be read.
    """
    places = Project(Path.cwd()).kinds()
    if named is None:
        found = {name: kind for name, place in places.items() if (kind := read_kind(*place)[0])}
        means = {name: kind.name for name, kind in found.items()}
        question = Words("ประเภทหน่วยงาน", "kind of agency")
        named = ask_which(question, means, _usual(agency, found.values()), language)
    kind, _ = read_kind(*chosen(named, places, language))
    if kind is None:
        raise click.UsageError(f"อ่านประเภทหน่วยงาน {named} ไม่ได้ · cannot read {named}")
    return kind


def _usual(agency: str, kinds: Iterable[Kind]) -> str:
    """The kind of which the longest beginning of a name fits; else the first of all."""
    told = [(len(begin), kind.id) for kind in kinds for begin in kind.examples
            if key(agency).startswith(key(begin))]  # fmt: skip
    return max(told)[1] if told else next((kind.id for kind in kinds), "")


def _edition(named: str | None, language: Language) -> Edition:
    """The list that was named, or is: the newest that is sure, if nobody says.

    Raises:
        click.UsageError: it cannot be read, or points at what it does not have.
    """
    places = Project(Path.cwd()).editions()
    if named is None:
        found = [e for place in places.values() if (e := read_edition(*place).edition)]
        means = {e.id: f"ปี {e.be} {len(e.items)} ข้อ" for e in found}
        named = ask_which(Words("แบบตรวจ", "list"), means, usual(found).id, language)
    read = read_edition(*chosen(named, places, language)).edition
    if read is None or any(dangling(read)):
        raise click.UsageError(f"อ่านแบบตรวจ {named} ไม่ได้ · cannot read {named}")
    return read


def _desks(owners: tuple[str, ...], edition: Edition) -> tuple[Desk, ...]:
    """The desks of the options; an item has one.

    Raises:
        BadDeskError: one cannot be understood.
    """
    desks: list[Desk] = []
    for typed in owners:
        taken = {code for desk in desks for code in desk.items}
        desks.append(parse_desk(typed, edition, taken))
    return tuple(desks)
