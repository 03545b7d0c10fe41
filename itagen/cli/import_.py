"""`itagen import`."""

from __future__ import annotations

from pathlib import Path

import click

from itagen.cli.options import chosen, language_option, open_project, project_argument
from itagen.diagnostics import Language
from itagen.edition import Edition
from itagen.project import Project
from itagen.site import Site, Year

_FAULTS = {
    "kind": ("เป็นไฟล์ชนิดที่นำเข้าไม่ได้ ใช้ .xlsx .xls .ods .csv .docx .md หรือ .txt",
             "is of no kind that can be imported: .xlsx .xls .ods .csv .docx .md .txt"),
    "unreadable": ("เปิดอ่านไม่ได้ ลองเปิดในโปรแกรมแล้วบันทึกใหม่", "cannot be read; save it anew"),
    "password": ("ใส่รหัสผ่านไว้ ให้บันทึกโดยไม่มีรหัสผ่าน", "has a password"),
    "too-large": ("ใหญ่เกินไป", "is too large"),
}  # fmt: skip


@click.command("import")
@click.argument(
    "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False, exists=True)
)
@project_argument
@click.option("--edition", "name", help="แบบตรวจของตาราง เช่น oit-… · the list of the table")
@click.option("--dry-run", is_flag=True, help="บอกอย่างเดียว ไม่เขียนไฟล์ · write nothing")
@language_option
def command(file: Path, folder: Path, name: str | None, dry_run: bool, language: Language) -> None:
    """นำตารางกำกับติดตามหรือตารางมาตรการ (Excel, CSV, Word, Markdown) เข้าโครงการ (take in a table).

    บอกทีละแถวว่ารับอะไร ไม่รับอะไร เพราะอะไร ไม่เขียนทับสิ่งที่มีผู้เขียนไว้แล้ว
    """
    from itagen.intake.read_paper import read_paper
    from itagen.intake.report import lines_of
    from itagen.intake.take import take_paper
    from itagen.read_site import read_site

    project = open_project(folder, language)
    paper = read_paper(file)
    if paper.fault:
        thai, english = _FAULTS[paper.fault]
        raise click.UsageError(f"{file.name} {thai if language == 'th' else english}")
    site = read_site(project)
    edition = _edition(project, site, name, language)
    year = _year(site, edition, language)
    taken = take_paper(project, site, year, edition, paper)
    for line in lines_of(taken.told, taken.files, language):
        click.echo(line)
    if dry_run:
        click.echo("ยังไม่ได้เขียน (--dry-run)" if language == "th" else "nothing written (--dry-run)")
        return
    for path, text in taken.files.items():
        _write(project.root / path, text)


def _edition(project: Project, site: Site, name: str | None, language: Language) -> Edition:
    from itagen.read_edition import read_edition

    if name is None:
        if site.current and site.current.edition:
            return site.current.edition
        raise click.UsageError(
            "ให้ระบุแบบตรวจของตารางด้วย --edition" if language == "th" else "name it with --edition"
        )
    root, path = chosen(name, project.editions(), language)
    edition = read_edition(root, path).edition
    if edition is None:
        raise click.UsageError(
            f"อ่านแบบตรวจ {name} ไม่ได้ ให้แก้ตาม itagen check ก่อน"
            if language == "th"
            else f"the list {name} cannot be read; see itagen check"
        )
    return edition


def _year(site: Site, edition: Edition, language: Language) -> Year:
    """The year of the project that answers a list, or a new one.

    Raises:
        click.UsageError: a file that the import adds to cannot be read.
    """
    from itagen.intake.take import empty_year

    broken = [
        fault.at.path for fault in site.faults if fault.kind in {"broken-yaml", "duplicate-key"}
    ]
    if broken:
        raise click.UsageError(
            f"อ่าน {broken[0]} ไม่ได้ ให้แก้ตาม itagen check ก่อน แล้วนำเข้าอีกครั้ง"
            if language == "th"
            else f"{broken[0]} cannot be read; mend it as itagen check says first"
        )
    found = next((y for y in site.years if y.edition and y.edition.id == edition.id), None)
    if found:
        return found
    taken = any(year.folder == str(edition.be) for year in site.years)
    folder = f"{edition.be}-{edition.family}" if taken else str(edition.be)
    return empty_year(site, edition, folder)


def _write(path: Path, text: str) -> None:
    """Write a file as a whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, "utf-8", newline="\n")
    fresh.replace(path)
