"""`itagen new-year`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from itagen.carry_measures import MeasuresLeft
from itagen.carry_over import Outcome, Step
from itagen.cli.offered import offer_editions
from itagen.cli.options import chosen, language_option, open_project
from itagen.compare import Difference
from itagen.diagnostics import Language, Words
from itagen.edition import Edition
from itagen.new_year import (
    NewYear,
    make_current,
    plan_new_year,
    write_new_year,
    year_before,
    year_of_edition,
)
from itagen.pipeline import read_project
from itagen.project import Project
from itagen.read_edition import read_edition
from itagen.rules.edition_reference import dangling
from itagen.site import Site, Year
from itagen.text import width_of

_OUTCOMES: dict[Outcome, Words] = {
    "carried": Words("ยกมา", "carried"),
    "in-force": Words("ยังใช้บังคับ", "in force"),
    "partly": Words("ยกมา ยังไม่ครบ", "carried, lacks some"),
    "pending": Words("รอข้อมูลปีนี้", "waits"),
    "new": Words("ข้อใหม่", "new"),
    "lacking": Words("ปีก่อนไม่มี", "lacking before"),
    "elsewhere": Words("ไม่ต้องมีไฟล์", "needs no file"),
    "there": Words("มีไฟล์แล้ว", "there already"),
}
_DIFFERENCES: dict[Difference, Words] = {
    "title": Words("ชื่อข้อ", "title"),
    "elements": Words("องค์ประกอบ", "elements"),
    "coverage": Words("ปีที่ขอ", "year asked"),
}


@click.command("new-year")
@click.argument("edition", shell_complete=offer_editions)
@click.argument(
    "folder", default=".", type=click.Path(path_type=Path, file_okay=False), metavar="[DIR]"
)
@click.option(
    "--from", "source", metavar="YEAR", help="ยกจากปีใด เช่น 2566 (ปีล่าสุดถ้าไม่ระบุ) · carry from which"
)
@click.option("--current", is_flag=True, help="ให้หน้าแรกแสดงปีใหม่ด้วย · show it on the home page too")
@click.option("--dry-run", is_flag=True, help="แสดงผล ไม่เขียนไฟล์ · tell, write nothing")
@language_option
def command(
    edition: str, folder: Path, source: str | None, current: bool, dry_run: bool,
    language: Language,
) -> None:  # fmt: skip
    """เริ่มปีใหม่ตามแบบตรวจ EDITION ใน DIR โดยยกข้อมูลที่ยังใช้ได้มาตามเรื่อง (start the next year).

    ไฟล์ของปีก่อนไม่ถูกแก้ ไฟล์ที่มีแล้วไม่ถูกเขียนทับ โปรแกรมไม่คาดเดาวันที่หรือปี
    """
    project = open_project(folder, language)
    after = _edition(project, edition, language)
    site = read_project(project)
    new = plan_new_year(project, site, after, _before(site, after, source, language))
    for line in _told(new, language):
        click.echo(line)
    written = [] if dry_run else write_new_year(project, new)
    if current and not dry_run:
        make_current(project, new.folder)
    for line in _ending(site, new, len(written), language, current=current, dry_run=dry_run):
        click.echo(line)


def _edition(project: Project, name: str, language: Language) -> Edition:
    read = read_edition(*chosen(name, project.editions(), language)).edition
    if read is None or any(dangling(read)):
        raise click.UsageError(f"อ่านแบบตรวจ {name} ไม่ได้ ตรวจด้วย itagen check · cannot read {name}")
    return read


def _before(site: Site, edition: Edition, source: str | None, language: Language) -> Year:
    own = year_of_edition(site, edition)
    if own and not own.is_open:
        raise click.UsageError(
            f"content/{own.folder} ส่งหรือปิดไปแล้ว (state: {own.state}) จึงไม่แก้"
            if language == "th"
            else f"content/{own.folder} is {own.state}: it stays as it is"
        )
    before = year_before(site, edition, source)
    if before is None:
        known = ", ".join(year.folder for year in site.years if year.edition) or "-"
        raise click.UsageError(
            f"ไม่พบปีก่อน {edition.be} ที่จะยกข้อมูลมา (ที่มีคือ {known}) ถ้าเพิ่งเริ่มใช้ itagen init"
            if language == "th"
            else f"no year before {edition.be} to carry from ({known}); itagen init starts anew"
        )
    return before


def _told(new: NewYear, language: Language) -> Iterator[str]:
    """The table: each item of the new list, then what the old list had beside them."""
    heads = Words("ข้อ,เดิม,ผล,เรื่อง", "item,was,outcome,topic").say(language).split(",")
    yield _row(*heads)
    for step in new.steps:
        old, item = step.pair.old, step.pair.new
        title = item.title if language == "th" else item.title_en or item.title
        outcome = _OUTCOMES[step.outcome].say(language)
        yield _row(item.code, old.code if old else "–", outcome, title)
        for line in _more(step, language):
            yield _row("", "", "", f"  {line}")
    for step in new.steps:
        for item in step.pair.takes_in:
            merged = Words(f"รวมอยู่ใน {step.pair.new.code}", f"now in {step.pair.new.code}")
            yield _row("–", item.code, merged.say(language), item.title)
    for item in new.comparison.gone:
        yield _row("–", item.code, Words("ไม่ขอแล้ว", "no more").say(language), item.title)
    if new.measures:
        yield from _measures(new.measures, language)


def _measures(left: MeasuresLeft, language: Language) -> Iterator[str]:
    """What becomes of last year's measures, which are no item."""
    outcome = _OUTCOMES["there" if left.text is None else "pending"]
    title = Words(f"มาตรการ {left.path}", f"measures: {left.path}")
    yield _row("–", "–", outcome.say(language), title.say(language))
    told = Words(
        f"ของปีก่อน: {left.before} ที่ยังไม่เสร็จ {left.count} เรื่อง"
        + (" ยกมาเป็นหมายเหตุ (#)" if left.text and left.count else ""),
        f"last year's: {left.before}, of which {left.count} are not done"
        + (" and stand there as comments" if left.text and left.count else ""),
    )
    yield _row("", "", "", f"  {told.say(language)}")


def _row(code: str, old: str, outcome: str, title: str) -> str:
    cells = zip((code, old, outcome), (6, 6, 18), strict=True)
    padded = (f"{words}{' ' * (width - width_of(words))}" for words, width in cells)
    return "".join([*padded, title]).rstrip()


def _more(step: Step, language: Language) -> Iterator[str]:
    """What holds of an item, and in what its demands differ from the last list's."""
    pair = step.pair
    if step.said:
        yield Words(f"ช่วงที่เขียนไว้: {step.said}", f"as written: {step.said}").say(language)
    if not pair.differences:
        return
    names = ", ".join(_DIFFERENCES[each].say(language) for each in pair.differences)
    signs = " ".join([*(f"+{name}" for name in pair.added), *(f"-{name}" for name in pair.removed)])
    told = f"{names} ({signs})" if signs else names
    yield Words(f"แบบตรวจเปลี่ยน: {told}", f"changed: {told}").say(language)


def _ending(
    site: Site, new: NewYear, written: int, language: Language, *, current: bool, dry_run: bool
) -> Iterator[str]:
    """How much of what, and what comes next."""
    outcomes = [step.outcome for step in new.steps]
    counts = ", ".join(
        f"{words.say(language)} {outcomes.count(name)}"
        for name, words in _OUTCOMES.items()
        if name in outcomes
    )
    yield Words(f"รวม {len(outcomes)} ข้อ: {counts}", f"{len(outcomes)} items: {counts}").say(
        language
    )
    if dry_run:
        yield Words("ยังไม่ได้เขียนไฟล์ใด", "nothing was written").say(language)
        return
    yield Words(
        f"เขียน {written} ไฟล์ใน content/{new.folder} ปีก่อน (content/{new.before.folder}) ไม่ถูกแก้",
        f"wrote {written} files in content/{new.folder}; content/{new.before.folder} is as it was",
    ).say(language)
    shown = site.agency.words("current")
    if not current and shown != new.folder:
        yield Words(
            f"หน้าแรกยังแสดงปี {shown} เมื่อพร้อมแล้วสั่ง itagen new-year {new.edition.id} --current",
            f"the home page still shows {shown}; add --current when the new year is ready",
        ).say(language)
