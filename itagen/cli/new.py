"""`itagen new`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.asking import ask_day
from itagen.cli.chosen import chosen_year, year_option
from itagen.cli.offered import offer_items
from itagen.cli.options import language_option, open_project
from itagen.desks import BadDeskError, parse_due
from itagen.diagnostics import Language, Words
from itagen.edition import Item
from itagen.new_post import new_post, post_stem, streams_of
from itagen.period_text import parse_date
from itagen.project import Project
from itagen.read_edition import read_edition
from itagen.read_site import read_site
from itagen.scaffold import entry_to_fill, pending_entry
from itagen.site import Site, Year
from itagen.text import nearest


@click.command("new")
@click.argument("what", metavar="ITEM|STREAM", shell_complete=offer_items)
@click.argument("title", required=False)
@click.option("--fill", is_flag=True, help="เขียนทุกองค์ประกอบไว้ให้เติม · a line for each element")
@click.option("--date", "day", help="วันที่ของข่าว เช่น 15 พฤศจิกายน 2565 · the day of a post")
@click.option("--kind", help="ชนิดของประกาศ · kind of a post")
@click.option("--name", help="ชื่อไฟล์เป็นภาษาอังกฤษ · the name of its file, in ASCII")
@year_option
@click.option("--project", "folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@language_option
def command(
    what: str, title: str | None, fill: bool, day: str | None, kind: str | None, name: str | None,
    folder_of_year: str | None, folder: Path, language: Language,
) -> None:  # fmt: skip
    """เริ่มไฟล์ของข้อ (itagen new O12) หรือข่าวเรื่องใหม่ (itagen new news "หัวข้อข่าว") ไม่เขียนทับไฟล์ใด.

    Begin the file of an item, or a post of a stream; nothing is written over.
    """
    project = open_project(folder, language)
    site = read_site(project)
    streams = _streams(project, site)
    if what in streams:
        path, text = _post(project, what, title, day, kind, name, streams[what], language)
    else:
        year = chosen_year(site, folder_of_year, language)
        item = _item(year, what, tuple(streams), language)
        path = _item_path(project, year, item, language)
        text = entry_to_fill(item) if fill else pending_entry(item)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    shown = path.relative_to(project.root).as_posix()
    click.echo(f"เขียนแล้ว {shown}" if language == "th" else f"written: {shown}")


def _streams(project: Project, site: Site) -> dict[str, tuple[str, ...]]:
    """Those of the site's own lists, else of all that there are."""
    read = (read_edition(*place).edition for place in project.editions().values())
    return streams_of(site.editions or filter(None, read))


def _item(year: Year, typed: str, streams: tuple[str, ...], language: Language) -> Item:
    edition = year.edition
    item = edition.understand(typed) if edition else None
    if edition is None or item is None:
        meant = nearest(typed, (*(edition.by_code if edition else ()), *streams))
        guess = Words(f" น่าจะหมายถึง {meant}", f"; perhaps {meant}") if meant else Words("", "")
        listed = ", ".join(streams)
        raise click.UsageError(
            f"ไม่มีข้อหรือกลุ่มข่าว “{typed}” ในปี {year.folder}{guess.th} กลุ่มข่าวที่มีคือ {listed}"
            if language == "th"
            else f"{year.folder} has no item or stream “{typed}”{guess.en}; streams are {listed}"
        )
    return item


def _item_path(project: Project, year: Year, item: Item, language: Language) -> Path:
    """Where the file of an item is to be.

    Raises:
        click.UsageError: it is there already, under any of its names.
    """
    entry = year.entries.get(item.code)
    if entry:
        raise click.UsageError(
            f"{item.code} มีไฟล์อยู่แล้วคือ {entry.path} จะไม่เขียนทับ"
            if language == "th"
            else f"{item.code} has a file already, {entry.path}, which stays as it is"
        )
    return project.content / year.folder / f"{item.stem}.yaml"


def _post(
    project: Project, stream: str, title: str | None, day: str | None, kind: str | None,
    name: str | None, kinds: tuple[str, ...], language: Language,
) -> tuple[Path, str]:  # fmt: skip
    """Where a post is to be, and its text.

    Raises:
        click.UsageError: it has no title, its day is none, or the name is not ASCII or taken.
    """
    if not title or not title.strip():
        raise click.UsageError(
            f'ขาดหัวข้อ พิมพ์เช่น itagen new {stream} "หัวข้อเรื่อง"'
            if language == "th"
            else f'it needs a title: itagen new {stream} "a title"'
        )
    try:
        question = Words("วันที่ของเรื่องนี้ (ไม่ตอบ = เติมทีหลัง)", "its day (no answer: later)")
        said = parse_due(day) if day else ask_day(question, language)
    except BadDeskError as error:
        raise click.UsageError(error.words.say(language)) from None
    found = parse_date(said) if said else None
    folder = project.content / stream
    taken = {path.stem for path in folder.glob("*")}
    from datetime import date

    stem = name or post_stem(title, found if isinstance(found, date) else None, taken)
    if not stem.isascii() or "/" in stem or stem in taken:
        raise click.UsageError(
            f"ใช้ชื่อไฟล์ “{stem}” ไม่ได้ ต้องเป็นภาษาอังกฤษและยังไม่มีไฟล์ชื่อนี้"
            if language == "th"
            else f"the name “{stem}” is taken, or is not ASCII"
        )
    return folder / f"{stem}.md", new_post(title.strip(), said, kind or "", kinds)
