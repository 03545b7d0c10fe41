"""A warning is accepted that is not there, or that nobody can accept."""

from __future__ import annotations

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.entry import Accept
from itagen.rules.rule import Rule

RULE = Rule("ITA109", "unused-accept", Severity.WARNING)


def unused(accept: Accept) -> Diagnostic:
    """Found after all rules, in check.py."""
    message = Words(
        f"accept: {accept.rule.text} ไม่ตรงกับคำเตือนใดในไฟล์นี้",
        f"accept: {accept.rule.text} meets no warning of this file",
    )
    hint = Words(
        "ลบรายการนี้ออก หรือแก้รหัสให้ตรงกับคำเตือน (ข้อผิดพลาดรับรองไม่ได้ ต้องแก้)",
        "delete it, or write the code of the warning (an error cannot be accepted)",
    )
    return RULE.finds(accept.at, message, hint)
