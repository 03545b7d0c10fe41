"""`itagen places`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import click

from itagen.cli.options import language_option, open_project, project_argument
from itagen.diagnostics import Language, Words
from itagen.placement import Standing, standings
from itagen.read_site import read_site
from itagen.site import Site

_FORMS = {
    "link": Words("ลิงก์", "link"),
    "banner": Words("แบนเนอร์", "banner"),
    "qr": Words("QR code", "QR code"),
    "list": Words("รายการเรื่องล่าสุด", "list of the newest"),
}
_STRENGTHS = {
    "must": Words("ต้องมี", "must"),
    "usual": Words("ควรมี", "usual"),
    "own": Words("หน่วยงานกำหนดเอง", "the agency's own choice"),
}
_DEMANDS = {
    "on-site": Words("ต้องมี: แสดงบนเว็บไซต์ของหน่วยงาน", "must: shown on the agency's site"),
    "reachable-from-home": Words("ต้องมี: เข้าถึงได้จากหน้าแรก", "must: reachable from the home page"),
}
_BY_HAND = Words(
    "ทำที่หน้าแรกของเว็บไซต์หลัก {} แล้วกาเครื่องหมายทีละข้อ (ข้อความสำเร็จรูป: itagen places --snippet)",
    "to be done on the main home page {}; tick each (ready to paste: itagen places --snippet)",
)
_BY_ITSELF = Words(
    "หน้าแรกของเว็บไซต์นี้แสดงตำแหน่งเหล่านี้เองทุกครั้งที่สร้าง",
    "the home page of this site shows all of them by itself",
)
_RELATIVE = Words(
    "คำเตือน: agency.yaml ไม่มี site_url: ที่เป็นที่อยู่เต็ม ลิงก์เหล่านี้จึงใช้ในเว็บไซต์อื่นไม่ได้",
    "warning: agency.yaml says no full site_url:, so that these links work on no other site",
)
_NO_YEAR = Words(
    "ยังไม่รู้ว่าปีใดเป็นปีปัจจุบัน หรืออ่านแบบตรวจของปีนั้นไม่ได้ ให้สั่ง itagen check แล้วแก้ตามที่แจ้ง",
    "the current year or its list cannot be read; run itagen check and mend what it says",
)


@click.command("places")
@project_argument
@click.option("--snippet", "as_snippet", is_flag=True, help="เป็น HTML ไว้วางในเว็บไซต์อื่น · as HTML")
@language_option
def command(folder: Path, as_snippet: bool, language: Language) -> None:
    """แสดงว่าแต่ละข้ออยู่ที่ใดของหน้าแรก และลิงก์ไปที่ใด (list the places on the home page)."""
    site = read_site(open_project(folder, language))
    found = standings(site)
    if site.current is None or site.current.edition is None:
        click.echo(_NO_YEAR.say(language), err=True)
        sys.exit(1)
    if not all(standing.is_full for standing in found):
        click.echo(_RELATIVE.say(language), err=True)
    if as_snippet:
        from itagen.snippet import snippet

        click.echo(snippet(found), nl=False)
    else:
        click.echo("\n".join(_checklist(site, found, language)))


def _checklist(site: Site, found: tuple[Standing, ...], language: Language) -> Iterator[str]:
    agency = site.agency
    title = Words("ตำแหน่งบนหน้าแรก ปี {} {}", "places on the home page, year {} {}").say(language)
    yield title.format(agency.words("current"), agency.words("name")).rstrip()
    if agency.is_section:
        yield _BY_HAND.say(language).format(agency.words("main_site")).replace("  ", " ")
    else:
        yield _BY_ITSELF.say(language)
    mark = "[ ]" if agency.is_section else "-"
    for where, items in groupby(found, key=lambda standing: standing.where.say(language)):
        yield f"\n{where}"
        for standing in items:
            yield f"  {mark} {standing.code} {standing.title}"
            yield from (f"{' ' * len(mark)}   {line}" for line in _lines(standing, language))


def _lines(standing: Standing, language: Language) -> Iterator[str]:
    form = _FORMS[standing.form].say(language)
    own = _FORMS["link"].say(language) if standing.targets else form
    yield f"{own} “{standing.label}” → {standing.address}"
    for target in standing.targets:
        yield f"{form} “{target.title}” → {target.href}"
    words = _DEMANDS[standing.must] if standing.must else _STRENGTHS[standing.strength]
    source = Words("ที่มา", "source").say(language)
    yield words.say(language) + (f" ({source}: {standing.source})" if standing.source else "")
