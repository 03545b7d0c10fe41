"""What stands for an element says nothing, or only points elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Evidence
from itagen.rules.rule import Case, Rule
from itagen.text import is_address, names_a_file

RULE = Rule("ITA202", "hollow-element", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """A dash, a placeholder, 'see the attached document', a bare page number."""
    for answer, element in case.elements():
        if element.state != "hollow" or element.element.demand == "if_any":
            continue
        parts = element.answer.parts if element.answer else ()
        text = next((p.text for p in parts if isinstance(p, Evidence) and p.text), None)
        found = text.text.strip()[:40] if text else "ชื่อเรื่อง"
        message = Words(
            f"{answer.item.code}: องค์ประกอบ “{element.element.title}” มีแต่ “{found}” ซึ่งยังไม่ใช่ข้อมูล",
            f"{answer.item.code}: “{element.element.title}” says only “{found}”",
        )
        hint = Words(
            "เขียนเนื้อหาจริง หรือชี้หลักฐาน เช่น {file: ชื่อไฟล์.pdf, pages: 13} "
            "ถ้าเรื่องนี้ไม่มีจริง ให้เขียนบอกเป็นประโยคว่าไม่มีอะไร",
            "write the substance, or point at it: {file: name.pdf, pages: 13}",
        )
        if text and names_a_file(text.text):
            name = text.text.strip()
            message = Words(
                f"{answer.item.code} “{element.element.title}”: “{name}” เป็นชื่อไฟล์ ไม่ใช่เนื้อหา",
                f"{answer.item.code} {element.element.id}: “{name}” is a file's name, no content",
            )
            hint = Words(f"เขียนเป็น {{file: '{name}'}}", f"write {{file: '{name}'}}")
        elif text and is_address(text.text):
            name = text.text.strip()
            message = Words(
                f"{answer.item.code} “{element.element.title}”: “{name}” เป็นที่อยู่เว็บ ไม่ใช่เนื้อหา",
                f"{answer.item.code} {element.element.id}: “{name}” is an address, no content",
            )
            hint = Words(f"เขียนเป็น {{link: '{name}'}}", f"write {{link: '{name}'}}")
        finding = RULE.finds_in(answer, text.at if text else element.at, message, hint, element)
        certain = element.element.demand == "required"
        yield finding if certain else replace(finding, severity=Severity.WARNING)
