"""A new project: every item as a pending file that says what it needs. Nothing is made up."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.demand import Element
from itagen.edition import Edition, Item
from itagen.site import Kind
from itagen.yaml_tree import dump_yaml

PENDING = "ยังไม่ได้รวบรวมข้อมูล"
_STRENGTHS = {"required": "", "example": " (ตัวอย่าง ควรมี)", "if_any": " (ถ้ามี)"}


def scaffold(edition: Edition, kind: Kind, name: str) -> dict[str, bytes]:
    """Every file of a new project by its path; no date and no period is written."""
    folder = f"content/{edition.be}"
    files = {
        "content/agency.yaml": _agency(edition, kind, name),
        f"{folder}/year.yaml": _year(edition, kind),
    }
    for item in edition.items:
        files[f"{folder}/{item.stem}.yaml"] = pending_entry(item)
    return {path: text.encode("utf-8") for path, text in files.items()}


def pending_entry(item: Item) -> str:
    """The file of an item that is still to come, with what it will need as comments."""
    return "\n".join([*_needs(item), dump_yaml({"pending": PENDING}).rstrip(), ""])


def _needs(item: Item) -> Iterator[str]:
    yield f"# {item.code} {item.title}"
    yield "# เมื่อมีข้อมูลแล้ว ลบบรรทัด pending: แล้วเขียนข้อมูลแทน"
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
    yield f"#   {element.id}:   # {element.title}{strength}"
    if element.home:
        yield f"#     # เขียนใน {element.home}.yaml ของปีนี้ ข้อนี้นำมาแสดงเอง"
        return
    for number, field in enumerate(element.each):
        mark = "- " if number == 0 else "  "
        yield f"#     {mark}{field.id}:   # {field.title}{_STRENGTHS[field.demand]}"


def _agency(edition: Edition, kind: Kind, name: str) -> str:
    facts = dump_yaml({"name": name, "kind": kind.id, "current": edition.be})
    return f"""{facts}# เติมข้อมูลของหน่วยงาน แล้วลบเครื่องหมาย # หน้าบรรทัด
# address:
# phones: [0 2000 0000]
# email: saraban@example.go.th
# map: {{image: map.png, alt: แผนที่ตั้งสำนักงาน}}   # วางไฟล์ไว้ใน content/agency/
# social: [{{title: Facebook, link: 'https://www.facebook.com/...'}}]
# site_url: https://www.example.go.th
"""


def _year(edition: Edition, kind: Kind) -> str:
    unit = kind.units[0] if kind.units else "สำนักงาน"
    codes = ", ".join(item.code for item in edition.items[:3])
    return f"""edition: {edition.id}
state: open   # open = กำลังทำ, submitted = ส่งแล้ว, archived = ปีก่อน
# due:   # วันที่ทุกข้อต้องเสร็จ
# owners:
#   office: {{unit: {unit}, position: เจ้าหน้าที่ผู้รับผิดชอบ, items: [{codes}]}}
"""
