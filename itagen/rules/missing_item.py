"""An item that the list demands has no file, or an empty one, in the open year."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.answers import ItemAnswer
from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA101", "missing-item", Severity.ERROR, "the year is submitted or archived")

_PENDING = Words(
    "ถ้ายังไม่มีข้อมูล ให้เขียน pending: ตามด้วยเหตุผล และ until: ตามด้วยวันที่จะเสร็จ",
    "if it is still to come, write pending: a reason and until: a day",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Items whose facts stand in agency.yaml or in a stream need no file."""
    for answer in case.answers:
        entry = answer.entry
        given = entry and not entry.blank
        if given or not (answer.item.needs_file or entry) or not answer.year.is_open:
            continue
        near = _misnamed(case, answer)
        if entry:
            message, hint = _empty(answer)
        elif near:
            message, hint = _unread(answer, near)
        else:
            message, hint = _absent(answer)
        yield RULE.finds_in(answer, answer.at, message, hint)


def _empty(answer: ItemAnswer) -> tuple[Words, Words]:
    item = answer.item
    message = Words(
        f"{item.code} {item.title}: ไฟล์นี้ว่าง ยังไม่ได้เขียนข้อมูล",
        f"{item.code} {item.title_en or item.title}: nothing is written in this file",
    )
    if not item.needs_file:
        return message, Words(
            "ลบไฟล์นี้ได้ ข้อนี้ไม่ต้องมีไฟล์ของตนเอง", "delete it: the item needs no file of its own"
        )
    hint = Words(
        f"เขียน elements: แล้วใส่ข้อมูล ดูว่าข้อนี้ขออะไรด้วยคำสั่ง itagen explain {item.code} {_PENDING.th}",
        f"write elements: with what itagen explain {item.code} tells; {_PENDING.en}",
    )
    return message, hint


def _unread(answer: ItemAnswer, near: str) -> tuple[Words, Words]:
    item, name = answer.item, answer.at.path.rpartition("/")[2]
    message = Words(
        f"โปรแกรมไม่อ่านไฟล์ {near} เพราะชื่อไม่ลงท้ายด้วย .yaml ({item.code} {item.title})",
        f"{near} is not read: its name does not end in .yaml ({item.code})",
    )
    hint = Words(
        f"เปลี่ยนชื่อเป็น {name} (ใน Notepad เลือก บันทึกเป็นชนิด: ไฟล์ทั้งหมด)",
        f"rename it to {name} (Notepad: Save as type: All files)",
    )
    return message, hint


def _absent(answer: ItemAnswer) -> tuple[Words, Words]:
    item, path = answer.item, answer.at.path
    message = Words(
        f"ยังไม่มีข้อมูลของ {item.code} {item.title}",
        f"nothing is given for {item.code} {item.title_en or item.title}",
    )
    return message, Words(f"สร้างไฟล์ {path} {_PENDING.th}", f"write {path}; {_PENDING.en}")


def _misnamed(case: Case, answer: ItemAnswer) -> str | None:
    """A file that is probably the item's, under an ending that is not read."""
    start = f"{answer.year.folder}/{answer.item.stem}."
    names = (file.path for file in case.site.files.values())
    return next((name for name in names if name.lower().startswith(start)), None)
