"""A file, a line or a nesting is beyond what a text written by hand can be."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.source import MAX_BYTES, MAX_LINE
from itagen.yaml_tree import MAX_DEPTH

RULE = Rule("ITA003", "too-large", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Say what is too large and where such data belongs."""
    for fault in case.faults(RULE.name):
        message = {
            "bytes": Words(
                f"ไฟล์นี้ใหญ่เกินไป ({fault.found} ไบต์) รับได้ไม่เกิน {MAX_BYTES:,} ไบต์",
                f"this file is too large ({fault.found} bytes, at most {MAX_BYTES:,})",
            ),
            "line": Words(
                f"บรรทัดนี้ยาว {fault.found} ตัวอักษร รับได้ไม่เกิน {MAX_LINE:,}",
                f"this line has {fault.found} characters, at most {MAX_LINE:,}",
            ),
        }.get(
            fault.detail,
            Words(f"ซ้อนชั้นลึกเกิน {MAX_DEPTH} ชั้น", f"nested deeper than {MAX_DEPTH} levels"),
        )
        hint = Words(
            "ย้ายตารางยาวไปไว้ใน Excel หรือ CSV แล้วเขียน table: ชื่อไฟล์ ส่วนข้อความยาวให้แบ่งเป็นหลายบรรทัด",
            "keep long tables in Excel or CSV (table: file name); break long text into lines",
        )
        yield RULE.finds(fault.at, message, hint, fault.subject)
