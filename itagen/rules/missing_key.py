"""A name that the form cannot do without is not there."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA009", "missing-key", Severity.ERROR)


_HERE = Words("ในกลุ่มที่ขึ้นต้นบรรทัดนี้", "to the group that begins here")
_FILE = Words("ในไฟล์นี้", "to this file")


def check(case: Case) -> Iterator[Diagnostic]:
    """Name what is missing and where it goes."""
    for fault in case.faults(RULE.name):
        if fault.detail == "blank":
            message = Words(f"หลัง {fault.found}: ยังว่าง", f"nothing stands after {fault.found}:")
            hint = Words("เติมค่าต่อท้ายในบรรทัดนี้", "write the value on this line")
            yield RULE.finds(fault.at, message, hint, fault.subject)
            continue
        message = Words(f"ขาด “{fault.found}:” ซึ่งต้องมี", f"“{fault.found}:” is missing")
        where = _HERE if fault.path else _FILE
        hint = Words(
            f"เพิ่มบรรทัด {fault.found}: ตามด้วยค่า {where.th}",
            f"add a line {fault.found}: with its value {where.en}",
        )
        yield RULE.finds(fault.at, message, hint, fault.subject)
