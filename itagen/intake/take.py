"""One table into one project: every file as it will be, and every row's fate. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from itagen.diagnostics import Words
from itagen.edition import Edition
from itagen.intake.paper import Paper
from itagen.intake.records import records_of
from itagen.intake.report import RowTold, Told
from itagen.intake.rows import MeasureRow, Work, measures_of, works_of
from itagen.intake.take_entries import own_host, take_entries, take_redirects, take_social
from itagen.intake.take_rest import take_agency, take_measures, take_old
from itagen.intake.take_year import take_year
from itagen.project import Project
from itagen.site import Site, Year
from itagen.text import key


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import would do: the files that change, by path below the project, and the report."""

    files: dict[str, str]
    told: Told


def take_paper(project: Project, site: Site, year: Year, edition: Edition, paper: Paper) -> Taken:
    """Plan the import of a paper into a year of a project."""
    records = records_of(paper)
    works = works_of(edition, records.found, noisy=paper.noisy)
    rows = [(work, _row(work)) for work in works]
    measures = [(row, _measure_row(row)) for row in measures_of(records.found)]
    told = Told(
        [told for _, told in rows], [told for _, told in measures], records.outside,
        list(_alike_owners(works)), len(edition.items),
    )  # fmt: skip
    files = dict(_files(project, site, year, rows, measures))
    return Taken(files, told)


def _files(
    project: Project,
    site: Site,
    year: Year,
    rows: Sequence[tuple[Work, RowTold]],
    measures: Sequence[tuple[MeasureRow, RowTold]],
) -> list[tuple[str, str]]:
    def text(name: str) -> str:
        path = project.content / name
        return path.read_text("utf-8") if path.is_file() else ""

    folder = year.folder
    name = site.agency.words("name") or "หน่วยงาน"
    social = [
        link
        for work, told in rows
        if work.item and any(element.from_ == "social" for element in work.item.elements)
        for link in take_social(work, told, site)
    ]
    redirects = take_redirects(site, year, own_host(site, rows), rows)
    start = (
        text(f"{folder}/year.yaml")
        or f"edition: {year.edition.id if year.edition else ''}\nstate: open\n"
    )
    after = {
        "agency.yaml": take_agency(text("agency.yaml"), site, year, rows, social),
        f"{folder}/year.yaml": take_year(start, year, name, rows),
        f"{folder}/measures.yaml": take_measures(text(f"{folder}/measures.yaml"), measures),
        "redirects.yaml": take_old(text("redirects.yaml"), redirects),
    }
    entries = list(take_entries(project.root, year, rows))
    changed = [(f"content/{n}", new) for n, new in after.items() if new and new != text(n)]
    return changed + entries


def _row(work: Work) -> RowTold:
    item = work.item
    if item is None:
        return RowTold(work.where, f"{work.named.number} {work.named.title}".strip(), placed=False)
    told = RowTold(work.where, f"{item.code} {item.title}")
    if work.match.doubt == "title" and work.named.number:
        told.took.append(Words(
            f"เป็น {item.code} ตามชื่อ “{work.named.title}” แม้เลขข้อเขียนว่า “{work.named.number}”",
            f"as {item.code} by its title, although its number is “{work.named.number}”",
        ))  # fmt: skip
    if work.match.doubt == "number":
        told.took.append(Words(
            f"เป็น {item.code} ตามเลขข้อ แม้ชื่อเขียนว่า “{work.named.title}”",
            f"as {item.code} by its number, although its title is “{work.named.title}”",
        ))  # fmt: skip
    return told


def _measure_row(row: MeasureRow) -> RowTold:
    name = str(row.values.get("measure") or row.values.get("improve") or "")
    return RowTold(row.where, name[:80], placed=bool(name))


def _alike_owners(works: Sequence[Work]) -> list[Words]:
    """Owners that are written in almost the same way, which OCR or haste may have made two of."""
    from difflib import SequenceMatcher

    names = list(
        {key(f"{w.unit}{w.position}"): f"{w.unit} {w.position}".strip() for w in works}.values()
    )
    pairs = (
        (one, other)
        for number, one in enumerate(names)
        for other in names[number + 1 :]
        if one and SequenceMatcher(None, key(one), key(other)).ratio() >= 0.9
    )
    return [
        Words(
            f"ผู้รับผิดชอบ “{one}” กับ “{other}” เขียนเกือบเหมือนกัน ถ้าเป็นคนเดียวกันให้รวมใน year.yaml",
            f"owners “{one}” and “{other}” are written almost alike; if they are one, join them",
        )
        for one, other in pairs
    ]


def empty_year(site: Site, edition: Edition, folder: str) -> Year:
    """A year that is not there yet."""
    at = replace(site.agency.at, path=f"content/{folder}/year.yaml")
    return Year(folder, at.path, at, edition, None, site.agency)
