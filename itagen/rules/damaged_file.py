"""A document, a picture or an archive is cut short or damaged, so that nobody can open it."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule
from itagen.site import ContentFile

RULE = Rule("ITA410", "damaged-file", Severity.ERROR, "it is no PDF (ITA412) or locked (ITA411)")


def check(case: Case) -> Iterator[Diagnostic]:
    """Mostly a download or a copy that did not finish."""
    for use, file in case.opened:
        if file.kind and file.kind.fault == "truncated":
            found = Words("ไม่ครบ: ไม่มีส่วนท้ายของไฟล์", "is cut short: its end is missing")
        elif _is_damaged(file):
            found = Words("เสียหาย เปิดไม่ได้", "is damaged and cannot be opened")
        else:
            continue
        message = Words(f"ไฟล์ “{use.said.text}” {found.th}", f"“{use.said.text}” {found.en}")
        hint = Words(
            "นำไฟล์ต้นฉบับมาวางใหม่ให้ครบ แล้วลองเปิดดูทุกหน้า ถ้าต้นฉบับก็เปิดไม่ได้ ให้บันทึกเป็น PDF ใหม่จาก Word",
            "copy the original again and open it; if that fails too, save it anew as a PDF",
        )
        yield RULE.finds_use(use, message, hint)


def _is_damaged(file: ContentFile) -> bool:
    facts = file.pdf
    if file.kind and file.kind.fault == "damaged":
        return True
    return facts is not None and not facts.pages and not facts.encrypted
