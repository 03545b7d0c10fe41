"""A document asks for a password before it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.site import ContentFile

RULE = Rule("ITA411", "encrypted-file", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """One that only forbids to print, copy or change it opens for everybody, and is no fault."""
    for use, file in case.opened:
        if _is_locked(file):
            message = Words(
                f"เอกสาร “{use.said.text}” ใส่รหัสผ่านไว้ ประชาชนเปิดอ่านไม่ได้",
                f"“{use.said.text}” asks for a password, so nobody can read it",
            )
            hint = Words(
                "เปิดด้วยรหัสผ่าน แล้วพิมพ์หรือบันทึกเป็น PDF ใหม่โดยไม่ใส่รหัสผ่าน "
                "(Word และ Excel ลบรหัสผ่านได้ที่ ไฟล์ > ข้อมูล > ป้องกันเอกสาร)",
                "open it with the password and save it without one, or print it to a PDF",
            )
            yield RULE.finds_use(use, message, hint)


def _is_locked(file: ContentFile) -> bool:
    by_kind = file.kind is not None and file.kind.fault == "locked"
    return by_kind or (file.pdf is not None and file.pdf.encrypted)
