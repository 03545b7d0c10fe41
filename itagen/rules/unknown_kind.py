"""The kind of agency that agency.yaml names is not known."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule, meant, shown

RULE = Rule("ITA107", "unknown-kind", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """List those that there are."""
    for fault in case.faults(RULE.name):
        guess, known = meant(fault.detail), shown(fault.options, 12)
        message = Words(
            f"ไม่รู้จักประเภทหน่วยงาน “{fault.found}”", f"there is no kind of agency “{fault.found}”"
        )
        hint = Words(f"{guess.th}เลือกจาก {known}", f"{guess.en}Choose from {known}")
        yield RULE.finds(fault.at, message, hint, fault.subject)
