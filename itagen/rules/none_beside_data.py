"""A file declares that there was none and gives data all the same."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA211", "none-beside-data", Severity.ERROR, "none is not allowed here (ITA209)")


def check(case: Case) -> Iterator[Diagnostic]:
    """Of an item, or inside one part."""
    for answer in case.answers:
        entry = answer.entry
        if entry and entry.none and answer.item.none and entry.answers:
            given = ", ".join(entry.answers)
            message = Words(
                f"{answer.item.code} ประกาศว่าไม่มี แต่มีข้อมูลใน elements: ด้วย ({given})",
                f"{answer.item.code} declares none, but elements: has {given}",
            )
            hint = Words(
                "ถ้ามีข้อมูลให้ลบ none: ถ้าไม่มีให้ลบ elements:", "delete none:, or delete elements:"
            )
            yield RULE.finds_in(answer, entry.none.at, message, hint)
    for answer, element in case.elements():
        for evidence in element.evidence:
            if evidence.none and (evidence.table or evidence.text):
                message = Words(
                    f"{answer.item.code} “{element.element.title}”: ส่วนนี้ประกาศว่าไม่มี แต่มีหลักฐานด้วย",
                    f"{answer.item.code} {element.element.id}: a part says none and has evidence",
                )
                hint = Words("เลือกอย่างใดอย่างหนึ่ง", "keep one of the two")
                yield RULE.finds_in(answer, evidence.none.at, message, hint, element)
