"""`itagen new`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from itagen.cli.asking import ask_day
from itagen.cli.chosen import chosen_year, year_option
from itagen.cli.offered import offer_what_to_begin
from itagen.cli.options import language_option, open_project
from itagen.desks import BadDeskError, parse_due
from itagen.diagnostics import Language, Words
from itagen.edition import Item
from itagen.editor_schema import FOLDER, for_editors, schema_names
from itagen.entry import QUESTIONS
from itagen.new_post import new_post, new_question, post_stem, streams_of
from itagen.period_text import parse_date
from itagen.project import Project
from itagen.read_edition import read_edition
from itagen.read_site import read_site
from itagen.scaffold import entry_to_fill, pending_entry
from itagen.site import Kind, Site, Year
from itagen.text import nearest
from itagen.yaml_edit import write_fresh


@click.command("new")
@click.argument("what", metavar="ITEM|STREAM|question", shell_complete=offer_what_to_begin)
@click.argument("title", required=False)
@click.option("--fill", is_flag=True, help="เขียนทุกองค์ประกอบไว้ให้เติม · a line for each element")
@click.option(
    "--date", "day", help="วันที่ของข่าวหรือคำถาม เช่น 15 พฤศจิกายน 2565 · the day of a post or question"
)
@click.option("--kind", help="ชนิดของประกาศ · kind of a post")
@click.option("--name", help="ชื่อไฟล์เป็นภาษาอังกฤษ · the name of its file, in ASCII")
@year_option
@click.option("--project", "folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@language_option
def command(
    what: str, title: str | None, fill: bool, day: str | None, kind: str | None, name: str | None,
    folder_of_year: str | None, folder: Path, language: Language,
) -> None:  # fmt: skip
    """เริ่มไฟล์ของข้อ ข่าว หรือคำถาม ไม่เขียนทับไฟล์ใด.

    เช่น itagen new O12 · itagen new news "หัวข้อข่าว" · itagen new question "หัวข้อคำถาม"

    Begin the file of an item, a post of a stream or a question; nothing is written over.
    """
    project = open_project(folder, language)
    site = read_site(project)
    streams = _streams(project, site)
    of = QUESTIONS if what in {"question", QUESTIONS} else what
    if of == QUESTIONS or of in streams:
        heading = _heading(what, title, language)
        said, found = _day(day, language)
        stem = _stem(project, of, name, heading, found, language)
        text = new_question(heading, said)
        if of != QUESTIONS:
            text = new_post(heading, said, kind or "", streams[of])
        files = {f"content/{of}/{stem}.md": text.encode("utf-8")}
    else:
        year = chosen_year(site, folder_of_year, language)
        item = _item(year, what, (*streams, "question"), language)
        files = _item_files(project, site.kind, year, item, fill=fill, language=language)
    write_fresh(project.root, files)
    shown = next(iter(files))
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
            f"ไม่มีข้อหรือกลุ่มข่าว “{typed}” ในปี {year.folder}{guess.th} นอกจากข้อ เริ่มได้คือ {listed}"
            if language == "th"
            else f"{year.folder} has no item or stream “{typed}”{guess.en}; beside items: {listed}"
        )
    return item


def _item_files(
    project: Project, kind: Kind | None, year: Year, item: Item, *, fill: bool, language: Language
) -> dict[str, bytes]:
    """The file of an item, and the schema that it names where that is not there.

    Raises:
        click.UsageError: it is there already, under any of its names.
    """
    entry = year.entries.get(item.code)
    if entry and (project.root / entry.path).exists():
        raise click.UsageError(
            f"{item.code} มีไฟล์อยู่แล้วคือ {entry.path} จะไม่เขียนทับ"
            if language == "th"
            else f"{item.code} has a file already, {entry.path}, which stays as it is"
        )
    text = entry_to_fill(item) if fill else pending_entry(item)
    path = f"content/{year.folder}/{item.stem}.yaml"
    files = {path: text.encode("utf-8")}
    if kind is None or year.edition is None:
        return files
    made = for_editors(files, year.edition, kind, year.folder)
    schema = f"{FOLDER}/{schema_names(year.edition, year.folder)[path]}.json"
    wanted = [path] if (project.root / schema).exists() else [path, schema]
    return {name: made[name] for name in wanted}


def _heading(what: str, title: str | None, language: Language) -> str:
    """What a post or a question is called.

    Raises:
        click.UsageError: nothing.
    """
    if title and title.strip():
        return title.strip()
    raise click.UsageError(
        f'ขาดหัวข้อ พิมพ์เช่น itagen new {what} "หัวข้อเรื่อง"'
        if language == "th"
        else f'it needs a title: itagen new {what} "a title"'
    )


def _day(typed: str | None, language: Language) -> tuple[str, date | None]:
    """A day as it was said, and as it was understood; asked for on a terminal.

    Raises:
        click.UsageError: it is none.
    """
    try:
        question = Words("วันที่ของเรื่องนี้ (ไม่ตอบ = เติมทีหลัง)", "its day (no answer: later)")
        said = parse_due(typed) if typed else ask_day(question, language)
    except BadDeskError as error:
        raise click.UsageError(error.words.say(language)) from None
    found = parse_date(said) if said else None
    return said, found if isinstance(found, date) else None


def _stem(
    project: Project, of: str, name: str | None, title: str, day: date | None, language: Language
) -> str:
    """The name of the file of a post or question.

    Raises:
        click.UsageError: it is not ASCII, or taken.
    """
    taken = {path.stem for path in (project.content / of).glob("*")}
    stem = name or post_stem(title, day, taken, "question" if of == QUESTIONS else "post")
    if not stem.isascii() or "/" in stem or stem in taken:
        raise click.UsageError(
            f"ใช้ชื่อไฟล์ “{stem}” ไม่ได้ ต้องเป็นภาษาอังกฤษและยังไม่มีไฟล์ชื่อนี้"
            if language == "th"
            else f"the name “{stem}” is taken, or is not ASCII"
        )
    return stem
