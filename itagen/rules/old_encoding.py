"""A CSV file is not written in UTF-8."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA439", "old-encoding", Severity.NOTE)

_NAMES = {
    "cp874": Words(
        "ภาษาไทยแบบเก่า (Windows-874, TIS-620)", "the old Thai code (Windows-874, TIS-620)"
    ),
    "utf-16": Words("แบบ UTF-16", "UTF-16"),
}


def check(case: Case) -> Iterator[Diagnostic]:
    """It was recognised and read; other programs may not be as kind."""
    for found in case.table_faults(RULE.name):
        name = _NAMES[found.fault.detail]
        message = Words(
            f"ไฟล์ “{found.said.text}” บันทึกเป็น{name.th} โปรแกรมอ่านได้ แต่ผู้อื่นอาจเห็นเป็นตัวอักษรเพี้ยน",
            f"“{found.said.text}” is saved as {name.en}: it was read, but others may see odd signs",
        )
        hint = Words(
            "เปิดใน Excel เลือก บันทึกเป็น แล้วเลือกชนิด CSV UTF-8 (Comma delimited)",
            "open it in Excel, choose Save As and the type CSV UTF-8",
        )
        yield RULE.finds_in(found.answer, found.at, message, hint, found.element)
