"""A picture has more pixels than a build decodes."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.evidence.pictures import MOST_PIXELS
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA471", "oversized-picture", Severity.ERROR)

_MOST = MOST_PIXELS // 1_000_000


def check(case: Case) -> Iterator[Diagnostic]:
    """A small file can unpack to more than any computer holds; a poster is made smaller."""
    for use, facts in case.pictures():
        if facts.fault != "pixels":
            continue
        pixels = f"{facts.width:,} x {facts.height:,}"
        thai, english = (f" ({pixels} จุด)", f" ({pixels})") if facts.width else ("", "")
        message = Words(
            f"รูป “{use.said.text}” มีจุดภาพมากเกินไป{thai} รับได้ไม่เกิน {_MOST} ล้านจุด",
            f"the picture “{use.said.text}” has too many pixels{english}, at most {_MOST} million",
        )
        hint = Words(
            "ย่อรูปให้กว้างไม่เกิน 4,000 จุด (Paint: Resize) ถ้าเป็นแบบแปลนหรือโปสเตอร์ ให้บันทึกเป็น PDF",
            "make it at most 4,000 pixels wide (Paint: Resize); save a plan or a poster as PDF",
        )
        yield RULE.finds_use(use, message, hint)
