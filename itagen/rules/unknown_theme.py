"""The theme that agency.yaml names does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, meant, shown

RULE = Rule("ITA111", "unknown-theme", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """List those that there are."""
    for fault in case.faults(RULE.name):
        guess, known = meant(fault.detail), shown(fault.options, 12)
        message = Words(
            f"ไม่มีรูปแบบเว็บไซต์ (theme) ชื่อ “{fault.found}”", f"there is no theme “{fault.found}”"
        )
        hint = Words(
            f"{guess.th}เลือกจาก {known} หรือลบบรรทัด theme: เพื่อใช้ default",
            f"{guess.en}Choose from {known}, or delete the line for default",
        )
        yield RULE.finds(fault.at, message, hint, fault.subject)
