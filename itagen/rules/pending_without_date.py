"""Something is still to come, and nobody says by when."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.pendings import is_reason, pendings
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA213", "pending-without-date", Severity.WARNING, "it has no reason either (ITA212)")


def check(case: Case) -> Iterator[Diagnostic]:
    """Neither its own `until` nor a `due` in year.yaml."""
    for answer, element, said, until in pendings(case.answers):
        if until or answer.year.due_of(answer.item.code) or not is_reason(said):
            continue
        message = Words(
            f"{answer.item.code} ยังรอข้อมูล ({said.text.strip()[:40]}) แต่ไม่มีกำหนดเสร็จ",
            f"{answer.item.code} is pending ({said.text.strip()[:40]}) without a day",
        )
        hint = Words(
            f"เพิ่ม until: ตามด้วยวันที่ หรือกำหนด due: ใน content/{answer.year.folder}/year.yaml",
            f"add until: a day, or due: in content/{answer.year.folder}/year.yaml",
        )
        yield RULE.finds_in(answer, said.at, message, hint, element)
