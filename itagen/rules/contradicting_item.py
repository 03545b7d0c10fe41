"""The code inside a file is another one than its name says."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Severity, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA105", "contradicting-item", Severity.ERROR)


def check(case: Case) -> Iterator[Diagnostic]:
    """The path decides; `item:` may only agree."""
    for answer in case.answers:
        said = answer.entry.said_item if answer.entry else None
        if said is None or answer.edition.understand(said.text) is answer.item:
            continue
        code = answer.item.code
        message = Words(
            f"ในไฟล์เขียน item: {said.text} แต่ชื่อไฟล์เป็นของ {code} {answer.item.title}",
            f"the file says item: {said.text}, its name says {code}",
        )
        hint = Words(
            f"ถ้าเนื้อหาเป็นของ {code} ให้ลบบรรทัด item: ถ้าเป็นของข้ออื่นให้เปลี่ยนชื่อไฟล์",
            f"delete the line item: if this is {code}, else rename the file",
        )
        yield RULE.finds_in(answer, said.at, message, hint)
