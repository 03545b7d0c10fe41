"""The same name is written twice, so that one of the two values would be lost."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA005", "duplicate-key", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Name both lines."""
    for fault in case.faults(RULE.name):
        first = fault.other.line if fault.other else "?"
        message = Words(
            f"ชื่อ “{fault.found}” เขียนไว้แล้วที่บรรทัด {first} ค่าหนึ่งจะหายไป",
            f"“{fault.found}” already stands on line {first}; one value would be lost",
        )
        hint = Words(
            "ถ้าเป็นรายการใหม่ ให้ใส่ - แล้วเว้นหนึ่งช่อง หน้าบรรทัดแรกของรายการนั้น ถ้าเขียนซ้ำ ให้เหลือบรรทัดเดียว",
            "put - and a space before the first line of a new list item; "
            "if it is written twice, keep one line",
        )
        yield RULE.finds(fault.at, message, hint, fault.subject)
