"""YAML that programs use and offices do not: anchors, aliases, tags, several documents."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA004", "yaml-feature", Severity.ERROR)

_WHAT = {
    "anchor": Words("ขึ้นต้นด้วย &", "it begins with &"),
    "alias": Words("ขึ้นต้นด้วย *", "it begins with *"),
    "tag": Words("ขึ้นต้นด้วย !", "it begins with !"),
    "documents": Words("มีบรรทัด --- คั่นกลางไฟล์", "a line --- stands inside the file"),
    "complex-key": Words("ชื่อหน้า : เป็นรายการ", "the name before : is a list"),
}


def check(case: Case) -> Iterator[Diagnostic]:
    """Refuse what would change a value unseen."""
    for fault in case.faults(RULE.name):
        what = _WHAT[fault.detail]
        message = Words(
            f"ค่า “{fault.found}” ใช้ไม่ได้: {what.th} ซึ่งเป็นเครื่องหมายสั่งงานของ YAML",
            f"“{fault.found}” cannot be used: {what.en}, a command of YAML",
        )
        hint = Words(
            "ถ้าเป็นข้อความธรรมดา ให้ใส่เครื่องหมาย ' คร่อมไว้ ถ้าเป็นบรรทัด --- ให้ลบออก",
            "put ' around it if it is plain text; delete it if it is a line ---",
        )
        yield RULE.finds(fault.at, message, hint, fault.subject)
