"""`itagen explain`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from itagen.cli.offered import offer_editions, offer_items_and_rules
from itagen.cli.options import language_option
from itagen.coverage import asks_for_day, window
from itagen.diagnostics import Language
from itagen.edition import Edition, Item, usual
from itagen.period import name_en, name_th
from itagen.project import Project
from itagen.read_edition import read_edition
from itagen.read_site import read_site
from itagen.rules import manual, rule_tags
from itagen.text import nearest

_STRENGTH = {
    "required": ("ต้องมี", "required"),
    "example": ("ตัวอย่าง (ควรมี)", "an example"),
    "if_any": ("ถ้ามี", "if there is any"),
}
_SURE = {
    "high": ("แน่นอน", "sure: high"),
    "medium": ("ค่อนข้างแน่นอน", "sure: medium"),
    "low": ("ยังไม่แน่นอน", "sure: low"),
}


@click.command("explain")
@click.argument("what", required=False, shell_complete=offer_items_and_rules)
@click.argument(
    "folder", default=".", type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]"
)
@click.option(
    "--edition", shell_complete=offer_editions, help="รหัสแบบตรวจ · which edition, for an item"
)
@language_option
def command(what: str | None, folder: Path, edition: str | None, language: Language) -> None:
    """อธิบายข้อค้นพบ เช่น ITA301 หรือข้อ เช่น O13 ของ DIR ไม่ระบุ = สารบัญ (explain a finding or an item)."""
    tags = rule_tags()
    if what is None:
        for tag, line in tags:
            title = line if language == "en" else _first_line(manual(tag, "th"))
            click.echo(f"{tag.code} {tag.name}: {title}")
        return
    rule = next((r for r, _ in tags if what.strip().upper() == r.code or what == r.name), None)
    if rule:
        click.echo(manual(rule, language).rstrip())
        return
    chosen = _edition(folder, edition)
    item = chosen.understand(what) if chosen else None
    if chosen is None or item is None:
        names = [name for r, _ in tags for name in (r.code, r.name)]
        guess = nearest(what, names)
        raise click.UsageError(
            f"ไม่รู้จัก “{what}”" + (f" น่าจะหมายถึง {guess}" if guess else "")
            if language == "th"
            else f"“{what}” is not known" + (f"; did you mean {guess}?" if guess else "")
        )
    click.echo("\n".join(_item(chosen, item, language)))


def _first_line(page: str) -> str:
    return next((line for line in page.split("\n")[1:] if line.strip()), "")


def _more(item: Item, language: Language) -> Iterator[str]:
    """What else is asked of an item, a line each."""
    thai, coverage = language == "th", item.coverage
    if item.stream:
        where = f"content/{item.stream.of}/*.md"
        yield f"  เขียนเป็นเรื่องละไฟล์ใน {where}" if thai else f"  posts in {where}"
    facts = ", ".join(f"{e.from_}:" for e in item.elements if e.from_)
    if facts:
        yield f"  เขียนใน content/agency.yaml: {facts}" if thai else f"  in agency.yaml: {facts}"
    if coverage is None:
        return
    over, years = coverage.length.over, coverage.length.years
    if over:
        yield f"  แผนต้องยาวกว่า {over} ปี" if thai else f"  a plan of more than {over} year"
    if years:
        yield f"  แผนต้องมีระยะ {years} ปี" if thai else f"  a plan of {years} year"
    if coverage.whole:
        yield "  ต้องใช้บังคับครบทั้งปี" if thai else "  in force all through the year"
    if coverage.by == "month":
        yield "  ต้องแยกเป็นรายเดือน" if thai else "  each month on its own"
    if coverage.signed:
        yield "  ต้องบอกวันที่ลงนาม signed: และผู้ลงนาม by:" if thai else "  signed: and by:"


def _edition(folder: Path, name: str | None) -> Edition | None:
    """The named edition, else that of the project, else the one that `init` begins."""
    project = Project(folder.resolve())
    known = project.editions()
    if name is not None and name not in known:
        raise click.UsageError(f"ไม่รู้จักแบบตรวจ “{name}” เลือกจาก · choose from {', '.join(known)}")
    if name is None and project.content.is_dir():
        current = read_site(project).current
        if current and current.edition:
            return current.edition
    wanted = [known[name]] if name in known else [] if name else list(known.values())
    found = [e for root, path in wanted if (e := read_edition(root, path).edition)]
    return usual(found) if found else None


def _item(edition: Edition, item: Item, language: Language) -> Iterator[str]:
    thai = language == "th"
    yield f"{item.code} {item.title if thai else item.title_en or item.title} ({edition.id})"
    if item.coverage:
        asked = window(item.coverage, edition)
        day = asks_for_day(item.coverage)
        if thai:
            yield f"  {'วันที่ดำเนินการอยู่ใน' if day else 'ช่วงเวลา'}: {name_th(asked)}"
        else:
            yield f"  {'done in' if day else 'period'}: {name_en(asked)}"
    yield from _more(item, language)
    for element in item.elements:
        strength = _STRENGTH[element.demand][0 if thai else 1]
        forms = f" {element.forms(language)}" if element.accepts else ""
        sure = f" ({_SURE[element.sure][0 if thai else 1]})" if element.sure else ""
        yield f"  - {element.id}: {element.title} [{strength}]{forms}{sure}"
        for kind, sides in element.sides.items():
            told = f"{', '.join(sides)} ({kind})"
            yield f"      ต้องมีครบทุกฝ่าย: {told}" if thai else f"      of each side: {told}"
        for field in element.each:
            choices = f" ({', '.join(field.choices)})" if field.choices else ""
            strength = _STRENGTH[field.demand][0 if thai else 1]
            yield f"      - {field.id}: {field.title} [{strength}]{choices}"
    if item.none:
        yield f"  {'ประกาศว่าไม่มีได้เมื่อ' if thai else 'may be declared as none'}: {item.none.when}"
    sure = _SURE[edition.sure_of(item)][0 if thai else 1]
    yield f"  {'ที่มา' if thai else 'source'}: {edition.source_of(item)} ({sure})"
    if item.note:
        yield f"  {'หมายเหตุ' if thai else 'note'}: {item.note}"
