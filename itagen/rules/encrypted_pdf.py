"""A PDF asks for a password before it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA411", "encrypted-pdf", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """One that only forbids to print or copy opens for everybody, and is no fault."""
    for use, file in case.opened:
        if file.pdf and file.pdf.encrypted:
            message = Words(
                f"เอกสาร “{use.said.text}” ใส่รหัสผ่านไว้ ประชาชนเปิดอ่านไม่ได้",
                f"“{use.said.text}” asks for a password, so nobody can read it",
            )
            hint = Words(
                "เปิดด้วยรหัสผ่าน แล้วพิมพ์หรือบันทึกเป็น PDF ใหม่โดยไม่ใส่รหัสผ่าน",
                "open it with the password and save or print it to a PDF without one",
            )
            yield RULE.finds_use(use, message, hint)
