"""A name that the form cannot do without is not there."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA009", "missing-key", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """Name what is missing and where it goes."""
    for fault in case.faults(RULE.name):
        message = Words(f"ขาด “{fault.found}:”", f"“{fault.found}:” is missing")
        hint = Words(
            f"เพิ่มบรรทัด {fault.found}: ตามด้วยค่า ในกลุ่มที่ขึ้นต้นตรงนี้",
            f"add a line {fault.found}: with its value to the group that begins here",
        )
        yield RULE.finds(fault.at, message, hint, fault.subject)
