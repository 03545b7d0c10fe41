"""A table has no column for something that the list asks of every row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, shown

RULE = Rule("ITA433", "missing-column", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Of what the list only gives as an example it is a warning; named in `columns:`, an error."""
    for found in case.table_faults(RULE.name):
        fault = found.fault
        sheets = f" (และอีก {fault.count - 1} แผ่นงาน)" if fault.count > 1 else ""
        wanted = f"“{fault.title}”"
        told = f" ซึ่ง columns: เรียกว่า “{fault.found}”" if fault.found else ""
        message = Words(
            f"{found.named.th}{sheets}: ไม่มีช่อง {wanted}{told}",
            f"{found.named.en}: no column for {wanted} ({fault.field})",
        )
        heads = [f"“{head}”" for head in fault.options]
        left = f" ช่องที่ยังไม่รู้ว่าคืออะไรมี {shown(heads)}" if heads else ""
        hint = Words(
            f"เพิ่มช่องนี้ หรือถ้ามีในชื่ออื่น ให้เขียน columns: {{{fault.field}: ชื่อช่องในไฟล์}}{left}",
            f"add it, or name yours with columns: {{{fault.field}: the head}}"
            + (f"; not understood: {shown(heads)}" if heads else ""),
        )
        finding = RULE.finds_in(found.answer, found.at, message, hint, found.element)
        is_example = fault.detail == "example" and not fault.found
        yield replace(finding, severity=Severity.WARNING) if is_example else finding
