"""The next year's folder: planned out of this year's, then written. Nothing older is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from itagen.carry_measures import MeasuresLeft, measures_left
from itagen.carry_over import CarryOver, Step
from itagen.compare import Comparison, compare
from itagen.edition import Edition, understand_code
from itagen.editor_schema import for_editors
from itagen.project import Project
from itagen.site import ItemWork, Kind, Site, Year
from itagen.source import read_source
from itagen.tree import Mapping, Plain, plain
from itagen.yaml_edit import read_whole, with_value, write_fresh, write_whole
from itagen.yaml_tree import dump_yaml


@dataclass(frozen=True, slots=True)
class NewYear:
    """What is to be written, and told.

    Attributes:
        folder: the new year's, below content/.
        year_file: the text of its year.yaml; None where it has one.
        measures: what becomes of last year's, if it has any.
        kind: of the agency, if it is known.
    """

    folder: str
    edition: Edition
    before: Year
    comparison: Comparison
    steps: tuple[Step, ...]
    year_file: str | None
    measures: MeasuresLeft | None
    kind: Kind | None


def year_before(site: Site, edition: Edition, folder: str | None = None) -> Year | None:
    """The year to carry from: the named one, else the latest earlier one, best of the family."""
    known = [year for year in site.years if year.edition and year.edition.be < edition.be]
    if folder is not None:
        return next((year for year in known if year.folder == folder), None)

    def rank(year: Year) -> tuple[bool, int]:
        own = year.edition
        return (own is not None and own.family == edition.family, own.be if own else 0)

    return max(known, key=rank, default=None)


def year_of_edition(site: Site, edition: Edition) -> Year | None:
    """The year that answers an edition already."""
    return next((y for y in site.years if y.edition and y.edition.id == edition.id), None)


def plan_new_year(project: Project, site: Site, edition: Edition, before: Year) -> NewYear:
    """Decide on every item of the new list; nothing is written.

    Args:
        project: where it lies.
        site: what it holds, its files opened.
        edition: the new list.
        before: a year whose edition is known.
    """
    assert before.edition is not None
    comparison = compare(before.edition, edition)
    own = year_of_edition(site, edition)
    folder = own.folder if own else _new_folder(site, edition)
    work = CarryOver(project.root, site, edition, before, folder, comparison.pairs)
    steps = work.steps()
    text = None if own else _year_file(project.root, edition, before)
    measures = measures_left(project.root, edition, before, folder)
    return NewYear(folder, edition, before, comparison, steps, text, measures, site.kind)


def write_new_year(project: Project, new: NewYear) -> list[str]:
    """Write the files that are not there yet, and schemas for editors; return the files' paths.

    Raises:
        FileExistsError: a file came to be meanwhile; it stays as it is.
    """
    texts = {step.path: step.text for step in new.steps if step.text is not None}
    if new.measures and new.measures.text is not None:
        texts[new.measures.path] = new.measures.text
    if new.year_file is not None:
        texts[f"content/{new.folder}/year.yaml"] = new.year_file
    files = {name: text.encode("utf-8") for name, text in texts.items()}
    if files and new.kind:
        files = for_editors(files, new.edition, new.kind, new.folder)
    root = project.root
    fresh = {name: d for name, d in files.items() if name in texts or not (root / name).exists()}
    write_fresh(root, fresh)
    return list(texts)


def make_current(project: Project, folder: str) -> bool:
    """Show another year on the home page; whether agency.yaml said something else before."""
    path = project.content / "agency.yaml"
    before = read_whole(path)
    after = with_value(before, "current", folder, "kind")
    if after != before:
        write_whole(path, after)
    return after != before


def _new_folder(site: Site, edition: Edition) -> str:
    taken = any(year.folder == str(edition.be) for year in site.years)
    return f"{edition.be}-{edition.family}" if taken else str(edition.be)


def _year_file(root: Path, edition: Edition, before: Year) -> str:
    """year.yaml with the owners of the same topics, without their days."""
    owners = list(_owners(root, edition, before))
    given = {code for _, codes in owners for code in codes}
    lines = [
        f"# แบบตรวจนี้ใช้ต่อจาก content/{before.folder} ผู้รับผิดชอบยกมาตามเรื่อง รหัสข้อเป็นของแบบตรวจนี้",
        f"edition: {edition.id}",
        "state: open   # open กำลังทำ | submitted ส่งแล้ว | archived ปีที่ผ่านมา",
        "# due:   # วันที่ทุกข้อต้องเสร็จ เขียนเอง โปรแกรมไม่คาดเดาวันที่",
    ]
    if owners:
        lines.append("owners:")
        for text, codes in owners:
            lines += [f"  {line}" for line in text.splitlines()]
            lines += [f"    items: [{', '.join(codes)}]"] if codes else []
    if free := [item.code for item in edition.items if item.code not in given]:
        lines.append(f"# ยังไม่มีผู้รับผิดชอบ: {', '.join(free)}")
    return "\n".join([*lines, *_noted(edition, before), ""])


def _owners(root: Path, edition: Edition, before: Year) -> Iterator[tuple[str, list[str]]]:
    """Each owner without items, as YAML, and the codes of the same topics in the new list."""
    source = read_source(root, root / before.path)
    node = source.root.values.get("owners") if source.root else None
    for name, value in node.pairs if isinstance(node, Mapping) else ():
        told = plain(value)
        if isinstance(told, dict):
            codes = told.pop("items", [])
            told.pop("due", None)
            yield dump_yaml({name.text: told}), list(_same_topics(edition, before, codes))


def _same_topics(edition: Edition, before: Year, codes: Plain) -> Iterator[str]:
    assert before.edition is not None
    for code in codes if isinstance(codes, list) else ():
        old = understand_code(before.edition, str(code))
        new = edition.by_slug.get(old.slug) if old else None
        if new:
            yield new.code


def _noted(edition: Edition, before: Year) -> Iterator[str]:
    """What the year before noted of its items, as comments."""
    assert before.edition is not None
    for code, work in before.work.items():
        old = before.edition.by_code.get(code)
        new = edition.by_slug.get(old.slug) if old else None
        for words in _words(work) if new else ():
            yield f"# ปีก่อนจดไว้ที่ {new.code if new else code}: {' '.join(words.split())}"


def _words(work: ItemWork) -> Iterator[str]:
    for said in (work.window, work.method, work.remark):
        if said:
            yield said.text
