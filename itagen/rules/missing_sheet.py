"""A sheet is named that the workbook does not have."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, meant, shown
from itagen.text import nearest

RULE = Rule("ITA431", "missing-sheet", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """With those that it has."""
    for found in case.table_faults(RULE.name):
        wanted, there = found.fault.found, found.fault.options
        guess = meant(nearest(wanted, there) or "")
        message = Words(
            f"ไฟล์ “{found.said.text}” ไม่มีแผ่นงานชื่อ “{wanted}”",
            f"“{found.said.text}” has no sheet “{wanted}”",
        )
        hint = Words("ไฟล์ CSV ไม่มีแผ่นงาน ให้ลบบรรทัด sheet:", "a CSV file has none: delete sheet:")
        if there:
            listed = shown(there)
            hint = Words(f"{guess.th}แผ่นงานที่มีคือ {listed}", f"{guess.en}It has {listed}")
        at = found.part.sheet.at if found.part.sheet else found.at
        yield RULE.finds_in(found.answer, at, message, hint, found.element)
