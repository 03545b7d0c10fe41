"""A required element of an item has no evidence."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ElementAnswer, ItemAnswer
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA201", "missing-element", Severity.ERROR, "the item has no file (ITA101), or is pending"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """In the file of the item, of the agency or of the stream, wherever it would stand."""
    for answer, element in case.elements():
        asked = element.element.demand == "required" and element.state == "missing"
        if not asked or (not answer.year.is_open and answer.entry is None):
            continue
        if answer.entry or not answer.item.needs_file:
            yield _missing(answer, element)


def _missing(answer: ItemAnswer, element: ElementAnswer) -> Diagnostic:
    wanted, code = element.element, answer.item.code
    message = Words(
        f"{code} {answer.item.title}: ขาดองค์ประกอบ “{wanted.title}”",
        f"{code}: the element “{wanted.title}” ({wanted.id}) is missing",
    )
    return RULE.finds_in(answer, element.at, message, _cure(answer, element), element)


def _cure(answer: ItemAnswer, element: ElementAnswer) -> Words:
    wanted, stream = element.element, answer.item.stream
    if stream:
        return Words(
            f"เพิ่มไฟล์ .md ในโฟลเดอร์ content/{stream.of} ที่มี title: และ date: อยู่ในปีของแบบตรวจ "
            f"อย่างน้อย {stream.at_least} เรื่อง",
            f"put at least {stream.at_least} post with title: and date: of the year into "
            f"content/{stream.of}",
        )
    if wanted.from_:
        return Words(
            f"เพิ่มบรรทัด {wanted.from_}: ใน {answer.year.agency.path}",
            f"add a line {wanted.from_}: to {answer.year.agency.path}",
        )
    if answer.entry and answer.entry.path.endswith(".md"):
        return Words(
            f"เพิ่มบรรทัดหัวข้อ # {wanted.title} แล้วเขียนเนื้อหาไว้ข้างใต้",
            f"add a heading # {wanted.title} with its text below",
        )
    if element.answer:
        return Words(
            f"เติมข้อมูลหลัง {wanted.id}: ซึ่งยังว่างอยู่", f"write the data after {wanted.id}:, now blank"
        )
    how = _FORMS[next(iter(wanted.accepts), "text")] if not wanted.each else _LIST
    return Words(
        f"เพิ่มบรรทัด {wanted.id}: ใต้ elements: แล้ว{how.th}",
        f"add a line {wanted.id}: below elements: and {how.en}",
    )


_LIST = Words(
    "เขียนเป็นรายการ หรือ {table: ไฟล์.xlsx} หรือ {pages: หน้า}",
    "write a list, or {table: file.xlsx}, or {pages: numbers}",
)
_FORMS = {
    "text": Words("เขียนข้อความ หรือ {pages: หน้าในเอกสาร}", "write text, or {pages: numbers}"),
    "table": Words("เขียน {table: ไฟล์.xlsx}", "write {table: file.xlsx}"),
    "pages": Words("เขียน {file: เอกสาร.pdf}", "write {file: document.pdf}"),
    "link": Words("เขียน {link: 'https://…'}", "write {link: 'https://…'}"),
    "image": Words("เขียน {image: รูป.png}", "write {image: picture.png}"),
}
