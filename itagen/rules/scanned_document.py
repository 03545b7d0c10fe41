"""A PDF is made of pictures of pages: nobody can search it or have it read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA416", "scanned-document", Severity.WARNING)


def check(case: Case) -> Iterator[Diagnostic]:
    """Where most of its pages are pictures with hardly any text; once a file."""
    for use, file in case.opened:
        facts = file.pdf
        if facts is None or not facts.is_scan:
            continue
        count = f"{len(facts.scans)}/{len(facts.texts)}"
        message = Words(
            f"เอกสาร “{use.said.text}” เป็นภาพสแกน ไม่มีตัวอักษรให้ค้นหาหรืออ่านออกเสียง ({count} หน้า)",
            f"“{use.said.text}” is a scan: nothing in it can be searched or read aloud "
            f"({count} pages)",
        )
        hint = Words(
            "ถ้ามีต้นฉบับ Word ให้บันทึกเป็น PDF (Save As PDF) แทนการสแกน ถ้าไม่มี ให้ทำ OCR ภาษาไทยก่อน "
            "หน้าที่ต้องมีลายมือชื่อให้สแกนเฉพาะหน้านั้น",
            "save it as a PDF from Word again; without the original, run a Thai OCR over it; "
            "scan only the page that is signed",
        )
        yield RULE.finds_use(use, message, hint)
