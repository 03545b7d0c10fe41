"""A PDF would do something by itself: run a script, start a program, hand over a file."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA414", "active-pdf", Severity.WARNING)

_CONTENT = {
    "javascript": Words("โค้ด JavaScript", "JavaScript"),
    "launch": Words("คำสั่งเปิดโปรแกรม", "a command to start a program"),
    "embedded": Words("ไฟล์ที่ฝังไว้ข้างใน", "files inside it"),
}


def check(case: Case) -> Iterator[Diagnostic]:
    """Judged: forms have scripts for good reasons; virus scanners of visitors may refuse them."""
    for use, file in case.opened:
        if not file.pdf or not file.pdf.active:
            continue
        found = [_CONTENT[name] for name in file.pdf.active]
        message = Words(
            f"เอกสาร “{use.said.text}” มี{'และ'.join(words.th for words in found)}",
            f"“{use.said.text}” holds {' and '.join(words.en for words in found)}",
        )
        hint = Words(
            "เปิดเอกสารแล้วพิมพ์เป็น PDF ใหม่ (Print to PDF) จะเหลือแต่หน้าเอกสาร ถ้าฝังไฟล์ไว้ให้แยกมาแนบต่างหาก",
            "print it to a new PDF, which keeps the pages alone; attach files beside it, not in it",
        )
        yield RULE.finds_use(use, message, hint)
