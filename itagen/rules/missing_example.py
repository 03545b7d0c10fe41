"""An element that the source gives as an example is not there."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule(
    "ITA218", "missing-example", Severity.WARNING, "the item is pending, missing or declared none"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """One finding an item, naming all."""
    for answer in case.answers:
        if answer.entry is None or answer.entry.pending:
            continue
        absent = [
            a for a in answer.elements if a.element.demand == "example" and a.state == "missing"
        ]
        if not absent:
            continue
        names = ", ".join(a.element.title for a in absent)
        message = Words(
            f"{answer.item.code} {answer.item.title}: แบบตรวจยกตัวอย่างไว้แต่ยังไม่มี คือ {names}",
            f"{answer.item.code}: the list names as examples, and there is not yet: {names}",
        )
        ids = ", ".join(f"{a.element.id}:" for a in absent)
        hint = Words(
            f"ถ้ามีข้อมูล ให้เพิ่ม {ids} ใต้ elements: ถ้าไม่มี ให้รับรองด้วย accept:",
            f"add {ids} below elements:, or accept this finding with a reason",
        )
        yield RULE.finds_in(answer, absent[0].at, message, hint)
