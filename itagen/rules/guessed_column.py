"""A column was taken for a field of the list because its head is close to it."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA434", "guessed-column", Severity.WARNING)


def check(case: Case) -> Iterator[Diagnostic]:
    """Judged: so that staff look whether it is the right one."""
    for found in case.table_faults(RULE.name):
        fault = found.fault
        message = Words(
            f"{found.named.th}: อ่านช่อง “{fault.found}” เป็น “{fault.title}” เพราะชื่อใกล้เคียงกัน",
            f"{found.named.en}: the column “{fault.found}” was taken for {fault.field}",
        )
        hint = Words(
            f"ถ้าถูกแล้ว ให้เขียน columns: {{{fault.field}: '{fault.found}'}} ถ้าไม่ใช่ ให้บอกชื่อช่องที่ถูก",
            f"if that is right, write columns: {{{fault.field}: '{fault.found}'}}",
        )
        yield RULE.finds_in(found.answer, found.at, message, hint, found.element)
