"""The sum at the foot of a table is not the sum of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA438", "wrong-total", Severity.WARNING)


def check(case: Case) -> Iterator[Diagnostic]:
    """Judged: a row may be part of another, or the table only a piece of a longer one."""
    for found in case.table_faults(RULE.name):
        fault = found.fault
        said, sums = (f"{Decimal(number):,}" for number in (fault.found, fault.detail))
        message = Words(
            f"{found.cells.th}: ยอดรวมของ “{fault.title}” เขียนว่า {said} แต่บวกทุกแถวได้ {sums}",
            f"{found.cells.en}: the total of “{fault.title}” is {said}, its rows add up to {sums}",
        )
        hint = Words(
            "ตรวจว่าสูตรรวมครบทุกแถว และไม่มีแถวที่พิมพ์ตัวเลขเป็นข้อความ แล้วแก้ตัวเลขที่ผิด",
            "see that the formula takes in every row, and mend the number that is wrong",
        )
        yield RULE.finds_in(found.answer, found.at, message, hint, found.element)
