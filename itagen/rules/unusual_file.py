"""A file is of a kind that most visitors have no program for."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.evidence.kind import is_usual_name
from itagen.evidence.pictures import UNSHOWN, ending_of
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA421", "unusual-file", Severity.WARNING, "it is refused or disguised (ITA412, ITA413)"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Judged by the ending, or by there being none: that is what a phone goes by."""
    for use, file in case.opened:
        name = file.path.rpartition("/")[2]
        if (file.kind and file.kind.fault) or is_usual_name(name) or ending_of(name) in UNSHOWN:
            continue
        found = _found(ending_of(name)) if "." in name else _BARE
        message = Words(f"ไฟล์ “{use.said.text}” {found.th}", f"“{use.said.text}” {found.en}")
        hint = Words(
            "บันทึกเป็น PDF (เอกสาร) .xlsx หรือ .csv (ตาราง) .zip (หลายไฟล์) ถ้าต้องเป็นชนิดนี้จริง "
            f"ให้รับรองด้วย accept: [{{rule: {RULE.code}, reason: เหตุผล, by: ผู้รับรอง}}]",
            "save it as PDF, .xlsx, .csv or .zip; if it must be of this kind, accept this finding",
        )
        yield RULE.finds_use(use, message, hint)


_BARE = Words(
    "ไม่มีนามสกุล เครื่องของประชาชนจะไม่รู้ว่าเปิดด้วยอะไร", "has no ending, so that nothing opens it"
)


def _found(ending: str) -> Words:
    return Words(f"เป็นชนิด .{ending} ซึ่งประชาชนส่วนใหญ่เปิดไม่ได้", f"is a .{ending}, which few can open")
