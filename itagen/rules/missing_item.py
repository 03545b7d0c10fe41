"""An item that the list demands has no file, in the open year."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ItemAnswer
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA101", "missing-item", Severity.ERROR, "the year is submitted or archived")


def check(case: Case) -> Iterator[Diagnostic]:
    """Items whose facts stand in agency.yaml or in a stream need no file."""
    for answer in case.answers:
        entry = answer.entry
        given = entry and not entry.blank
        if given or not (answer.item.needs_file or entry) or not answer.year.is_open:
            continue
        item, path = answer.item, answer.at.path
        message = Words(
            f"ยังไม่มีข้อมูลของ {item.code} {item.title}",
            f"nothing is given for {item.code} {item.title_en or item.title}",
        )
        near = _misnamed(case, answer)
        if near:
            message = Words(
                f"โปรแกรมไม่อ่านไฟล์ {near} เพราะชื่อไม่ลงท้ายด้วย .yaml ({item.code} {item.title})",
                f"{near} is not read: its name does not end in .yaml ({item.code})",
            )
            hint = Words(
                f"เปลี่ยนชื่อเป็น {path.rpartition('/')[2]} (ใน Notepad เลือก บันทึกเป็นชนิด: ไฟล์ทั้งหมด)",
                f"rename it to {path.rpartition('/')[2]} (Notepad: Save as type: All files)",
            )
            yield RULE.finds_in(answer, answer.at, message, hint)
            continue
        hint = Words(
            f"สร้างไฟล์ {path} ถ้ายังไม่มีข้อมูล ให้เขียน pending: ตามด้วยเหตุผล และ until: ตามด้วยวันที่จะเสร็จ",
            f"write {path}; if it is still to come, write pending: a reason and until: a day",
        )
        yield RULE.finds_in(answer, answer.at, message, hint)


def _misnamed(case: Case, answer: ItemAnswer) -> str | None:
    """A file that is probably the item's, under an ending that is not read."""
    start = f"{answer.year.folder}/{answer.item.stem}."
    names = (file.path for file in case.site.files.values())
    return next((name for name in names if name.lower().startswith(start)), None)
