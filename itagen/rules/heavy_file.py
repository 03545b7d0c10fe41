"""A file is so large that visitors cannot open it on a phone."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA417", "heavy-file", Severity.WARNING)

_MOST = 20_000_000


def check(case: Case) -> Iterator[Diagnostic]:
    """Above 20 MB, which takes a minute where reception is poor; mostly a coloured scan."""
    for use, file in case.opened:
        if file.size <= _MOST:
            continue
        size = f"{file.size / 1_000_000:.0f} MB"
        message = Words(
            f"ไฟล์ “{use.said.text}” ใหญ่ {size} เปิดบนโทรศัพท์แทบไม่ได้",
            f"“{use.said.text}” has {size}: visitors can hardly open it on a phone",
        )
        hint = Words(
            "สแกนที่ 150–200 dpi แบบขาวดำ หรือบันทึกเป็น PDF แบบย่อขนาด (Reduced Size) "
            "หรือแยกเป็นหลายไฟล์ ให้ไม่เกินไฟล์ละ 20 MB",
            "scan at 150–200 dpi without colours, save it as a reduced PDF, or split it",
        )
        yield RULE.finds_use(use, message, hint)
