"""`itagen submission`."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

import click

from itagen.answering import answer_site
from itagen.cli.chosen import chosen_year, year_option
from itagen.cli.options import language_option, open_project, project_argument
from itagen.cli.output import lines_of, out_option, put
from itagen.cli.progress import counting
from itagen.diagnostics import Language, Words
from itagen.pipeline import check_project
from itagen.project import Project
from itagen.reports.submission import Handed, handed_items, submission_sheet
from itagen.site import Site
from itagen.workbook import Sheet, csv_bytes, workbook

_NO_ADDRESS = Words(
    "คำเตือน: agency.yaml ไม่มี site_url: ที่อยู่ในตารางจึงไม่เต็ม ส่งให้ผู้ประเมินไม่ได้ "
    "เพิ่มเช่น site_url: https://www.example.go.th",
    "warning: agency.yaml says no site_url:, so that the addresses are not full; add it",
)
_ALL_GOOD = Words("ตรวจแล้ว {} แห่ง ตรงกับโครงการทุกแห่ง", "{} addresses, all as in the project")
_SOME_WRONG = Words("ตรวจแล้ว {} แห่ง พบ {} เรื่อง", "{} addresses, {} findings")


@click.command("submission")
@project_argument
@year_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "xlsx"]),
    default="text",
    help="รูปแบบผลลัพธ์ · form of the output",
)
@out_option
@click.option(
    "--verify",
    "live",
    metavar="https://…",
    help="เปิดเว็บไซต์จริงทุกที่อยู่ แล้วเทียบกับโครงการ (ออกเครือข่าย) · open each address of the live site",
)
@language_option
def command(
    folder: Path, folder_of_year: str | None, form: str, out: Path | None, live: str | None,
    language: Language,
) -> None:  # fmt: skip
    """ตารางส่งผู้ประเมิน: แต่ละข้อมีหรือไม่ ที่อยู่ใด คลิกอย่างไร (what the assessor is given)."""
    project = open_project(folder, language)
    site, found = check_project(project)
    year = chosen_year(site, folder_of_year, language)
    items = handed_items(site, answer_site(site), year, found)
    if live:
        sys.exit(_verified(project, site, items, live, language))
    if not site.agency.words("site_url").startswith(("https://", "http://")):
        click.echo(_NO_ADDRESS.say(language), err=True)
    sheet = submission_sheet(year, items, language)
    put(_made(sheet, form), out, language)


def _made(sheet: Sheet, form: str) -> str | bytes:
    match form:
        case "csv":
            return csv_bytes(sheet)
        case "xlsx":
            return workbook([sheet])
        case _:
            return "\n".join(lines_of(sheet))


def _verified(
    project: Project, site: Site, items: tuple[Handed, ...], live: str, language: Language
) -> int:
    """Ask the live site; give the exit code."""
    from itagen.links.connection import Network
    from itagen.links.crowd import HostTurns
    from itagen.placement import standings
    from itagen.verify import questions, verify

    parts = urlsplit(live)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise click.UsageError(
            f"“{live}” ไม่ใช่ที่อยู่เต็ม ให้เขียนเช่น https://www.example.go.th"
            if language == "th"
            else f"“{live}” is no full address"
        )
    port = parts.port or (443 if parts.scheme == "https" else 80)
    network = Network(named=frozenset([(parts.hostname, port)]))
    asked = list(questions(site, items, standings(site), live, project.content))
    count = len({question.address for question in asked})
    with counting(count, Words("กำลังเปิดเว็บไซต์จริง", "opening the live site"), language) as told:
        found = verify(asked, network, HostTurns(), told)
    for wrong in found:
        click.echo(f"{wrong.code}: {wrong.words.say(language)}\n  {wrong.address}")
    click.echo((_SOME_WRONG if found else _ALL_GOOD).say(language).format(count, len(found)))
    return 1 if found else 0
