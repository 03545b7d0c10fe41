"""Cells of a table hold something else than their column is for, such as words for a number."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, shown

RULE = Rule("ITA435", "wrong-cell", Severity.ERROR)

_WANTED = {
    "money": (
        Words("จำนวนเงินเป็นบาท", "a sum of baht"),
        Words(
            "พิมพ์ตัวเลขล้วนในเซลล์ เช่น 480000 หรือ 480,000.50 คำอธิบายให้ย้ายไปช่องอื่น",
            "type digits alone, such as 480000 or 480,000.50; put words into another column",
        ),
    ),
    "count": (
        Words("จำนวนนับ", "a count"),
        Words("พิมพ์ตัวเลขล้วน ถ้าไม่มีพิมพ์ 0", "type digits alone, or 0"),
    ),
    "percent": (
        Words("ร้อยละ", "a percentage"),
        Words("พิมพ์ตัวเลขล้วน เช่น 93.62", "type digits alone, such as 93.62"),
    ),
    "date": (
        Words("วันที่วันเดียว", "one day"),
        Words("พิมพ์วัน เดือน ปี พ.ศ. เช่น 3 ต.ค. 2565", "type a day such as 3 ต.ค. 2565"),
    ),
    "month": (
        Words("เดือนพร้อมปี", "a month with its year"),
        Words("พิมพ์เดือนและปี พ.ศ. เช่น ต.ค. 2565", "type a month such as ต.ค. 2565"),
    ),
    "period": (
        Words("ช่วงเวลา", "a period"),
        Words("พิมพ์วันเริ่มและวันสิ้นสุดพร้อมปี พ.ศ.", "type both ends with their years"),
    ),
    "item": (
        Words("เลขข้อของแบบตรวจ", "the code of an item"),
        Words("พิมพ์เลขข้อข้อเดียว", "type the code of one item"),
    ),
}
_CHOICE = (
    Words("ค่าใดค่าหนึ่งที่กำหนดไว้", "one of the given values"),
    Words("เลือกจาก ", "choose from "),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """One finding a column, naming the first cells."""
    for found in case.table_faults(RULE.name):
        fault = found.fault
        wanted, hint = _WANTED.get(fault.detail, _CHOICE)
        if fault.options:
            wanted, hint = _CHOICE
        listed = shown(fault.options) if fault.options else ""
        message = Words(
            f"{found.cells.th}: ช่อง “{fault.title}” ต้องเป็น{wanted.th} แต่พบ “{fault.found}”",
            f"{found.cells.en}: {fault.field} must be {wanted.en}, found is “{fault.found}”",
        )
        cure = Words(f"{hint.th}{listed}", f"{hint.en}{listed}")
        yield RULE.finds_in(found.answer, found.at, message, cure, found.element)
