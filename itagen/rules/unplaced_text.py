"""Text of a Markdown file that stands under no heading of the item would not be shown."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.tree import Fault

RULE = Rule("ITA011", "unplaced-text", Severity.WARNING)


def check(case: Case) -> Iterator[Diagnostic]:
    """Show how it begins."""
    for fault in case.faults(RULE.name):
        if fault.detail:
            yield _slip(fault)
            continue
        message = Words(
            f"ข้อความที่ขึ้นต้นว่า “{fault.found}” ไม่อยู่ใต้หัวข้อใดของข้อนี้ จึงไม่แสดงบนเว็บไซต์",
            f"the text that begins “{fault.found}” is under no heading of this item",
        )
        hint = Words(
            "เพิ่มบรรทัดหัวข้อ # ตามด้วยชื่อองค์ประกอบให้ตรงตัว ไว้เหนือข้อความนี้",
            "put a heading # with the exact words of an element above it",
        )
        yield RULE.finds(fault.at, message, hint, fault.subject)


def _slip(fault: Fault) -> Diagnostic:
    message = Words(
        f"หัวข้อ “{fault.found}” ไม่ตรงกับชื่อองค์ประกอบใด โปรแกรมเข้าใจว่าเป็น “{fault.detail}”",
        f"the heading “{fault.found}” is no element's; it is taken for “{fault.detail}”",
    )
    hint = Words(f"เขียนหัวข้อให้ตรง: # {fault.detail}", f"write # {fault.detail}")
    return RULE.finds(fault.at, message, hint, fault.subject)
