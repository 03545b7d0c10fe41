"""An address has Thai digits, which hardly any real address has."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.text import arabic, has_thai_digits

RULE = Rule(
    "ITA405", "thai-digits-in-link", Severity.WARNING, "the address is wrong anyway (ITA407)"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """From its text alone; nothing is fetched."""
    wrong = {finding.at for finding in case.found}
    for use in case.uses:
        if use.path is not None or use.said.at in wrong or not has_thai_digits(use.said.text):
            continue
        message = Words(
            f"ที่อยู่ “{use.said.text}” มีเลขไทย ซึ่งมักทำให้เปิดไม่ได้",
            f"the address “{use.said.text}” has Thai digits and will hardly open",
        )
        hint = Words(
            f"ลองเปิด {arabic(use.said.text)} ถ้าเปิดได้ให้ใช้ที่อยู่นี้แทน",
            f"try {arabic(use.said.text)} and write that if it opens",
        )
        yield RULE.finds_use(use, message, hint)
