"""A new project: every item as a pending file that says what it needs. Nothing is made up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import indent

from itagen.demand import Element
from itagen.desks import Desk
from itagen.edition import Edition, Item
from itagen.site import Kind
from itagen.yaml_tree import dump_yaml

PENDING = "ยังไม่ได้รวบรวมข้อมูล"
_PENDING_LINE = "เมื่อมีข้อมูลแล้ว ลบบรรทัด pending: แล้วเขียนข้อมูลแทน"
_STRENGTHS = {"required": "", "example": " (ตัวอย่าง ควรมี)", "if_any": " (ถ้ามี)"}


@dataclass(frozen=True, slots=True)
class Start:
    """What a person says of a new project beside its name; empty where nothing was said.

    Attributes:
        site: `whole`, or `section` beside a `main_site`.
        due: the day by which all must be done, in words.
    """

    province: str = ""
    site: str = "whole"
    main_site: str = ""
    site_url: str = ""
    due: str = ""
    desks: tuple[Desk, ...] = ()


NOTHING_SAID = Start()


def scaffold(
    edition: Edition, kind: Kind, name: str, start: Start = NOTHING_SAID
) -> dict[str, bytes]:
    """The content of a new project by its path; no period, and no day but those that were said."""
    folder = f"content/{edition.be}"
    files = {
        "content/agency.yaml": _agency(edition, kind, name, start),
        f"{folder}/year.yaml": _year(edition, kind, start),
    }
    for item in edition.items:
        files[f"{folder}/{item.stem}.yaml"] = pending_entry(item)
    return {path: text.encode("utf-8") for path, text in files.items()}


def pending_entry(item: Item) -> str:
    """The file of an item that is still to come, with what it will need as comments."""
    return "\n".join([*_needs(item), dump_yaml({"pending": PENDING}).rstrip(), ""])


def entry_to_fill(item: Item) -> str:
    """The file of an item with a line for all that it needs; check names each that stays empty."""
    lines = list(_needs(item))
    asked = [
        line for line in lines if line.startswith(("# covers", "# date", "# elements", "#   "))
    ]
    kept = [line for line in lines if line not in asked and _PENDING_LINE not in line]
    return "\n".join([*kept, *(line[2:] for line in asked), ""])


def _needs(item: Item) -> Iterator[str]:
    yield f"# {item.code} {item.title}"
    yield f"# {_PENDING_LINE}"
    if item.stream:
        yield f"# ข้อนี้เขียนเป็นเรื่องละไฟล์ในโฟลเดอร์ content/{item.stream.of} แล้วลบไฟล์นี้"
        return
    facts = [element.from_ for element in item.elements if element.from_]
    if facts and not item.needs_file:
        yield f"# ข้อนี้เขียนใน content/agency.yaml ({', '.join(facts)}) แล้วลบไฟล์นี้"
        return
    if item.coverage:
        word = "date" if item.coverage.relation == "done_in" else "covers"
        yield f"# {word}:"
    yield "# elements:"
    for element in item.elements:
        yield from _element(element)


def _element(element: Element) -> Iterator[str]:
    strength = _STRENGTHS[element.demand]
    forms = f" ({element.forms('th')})" if element.accepts and not element.each else ""
    yield f"#   {element.id}:   # {element.title}{strength}{forms}"
    if element.home:
        yield f"#     # เขียนใน {element.home}.yaml ของปีนี้ ข้อนี้นำมาแสดงเอง"
        return
    for number, field in enumerate(element.each):
        mark = "- " if number == 0 else "  "
        yield f"#     {mark}{field.id}:   # {field.title}{_STRENGTHS[field.demand]}"


def _agency(edition: Edition, kind: Kind, name: str, start: Start) -> str:
    said = {
        "name": name, "kind": kind.id, "province": start.province,
        "site": start.site if start.site != "whole" else "", "main_site": start.main_site,
        "site_url": start.site_url, "current": edition.be,
    }  # fmt: skip
    facts = dump_yaml({key: value for key, value in said.items() if value})
    url = "" if start.site_url else "# site_url: https://www.example.go.th\n"
    return f"""{facts}# เติมข้อมูลของหน่วยงาน แล้วลบเครื่องหมาย # หน้าบรรทัด
# address:
# phones: [0 2000 0000]
# email: saraban@example.go.th
# map: {{image: map.png, alt: แผนที่ตั้งสำนักงาน}}   # วางไฟล์ไว้ใน content/agency/
# social: [{{title: Facebook, link: 'https://www.facebook.com/...'}}]
{url}"""


def _year(edition: Edition, kind: Kind, start: Start) -> str:
    head = f"""edition: {edition.id}
state: open   # open = กำลังทำ, submitted = ส่งแล้ว, archived = ปีก่อน
"""
    head += dump_yaml({"due": start.due}) if start.due else "# due:   # วันที่ทุกข้อต้องเสร็จ\n"
    if start.desks:
        return head + "".join(_owners(start.desks))
    unit = kind.units[0] if kind.units else "สำนักงาน"
    codes = ", ".join(item.code for item in edition.items[:3])
    return f"""{head}# owners:
#   office: {{unit: {unit}, position: เจ้าหน้าที่ผู้รับผิดชอบ, items: [{codes}]}}
"""


def _owners(desks: Iterable[Desk]) -> Iterator[str]:
    """Each desk, its items on one line as staff write them."""
    yield "owners:\n"
    for number, desk in enumerate(desks, 1):
        said = {"unit": desk.unit, "position": desk.position, "due": desk.due}
        facts = dump_yaml({key: value for key, value in said.items() if value})
        yield f"  desk-{number}:\n{indent(facts, '    ')}"
        yield f"    items: [{', '.join(desk.items)}]\n"
