"""Characters that nobody can see were pasted in; they are left out when reading."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA701", "invisible-characters", Severity.NOTE)


def check(case: Case) -> Iterator[Diagnostic]:
    """One note a file."""
    for fault in case.faults(RULE.name):
        message = Words(
            "มีอักขระที่มองไม่เห็นปนมา (มักมาจากการคัดลอกจากเว็บ Word หรือ LINE) โปรแกรมตัดออกให้แล้ว",
            "characters that cannot be seen were pasted in; they are left out",
        )
        hint = Words(
            "ไม่ต้องทำอะไร ถ้าต้องการให้ไฟล์สะอาด ให้พิมพ์บรรทัดนี้ใหม่",
            "nothing to do; type the line anew for a clean file",
        )
        yield RULE.finds(fault.at, message, hint, fault.subject)
