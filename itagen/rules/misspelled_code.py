"""A code that can only mean one item, written in another way than the list does."""

from __future__ import annotations

from collections.abc import Iterator

from itagen.diagnostics import Diagnostic, Location, Severity, Subject, Words
from itagen.rules.rule import Case, Rule

RULE = Rule("ITA104", "misspelled-code", Severity.WARNING)


def check(case: Case) -> Iterator[Diagnostic]:
    """Understood, and the right form named."""
    for year in case.site.years:
        for said, right in year.misspelled:
            yield _misspelled(said.text, right, said.at, year.subject())
    for answer in case.answers:
        said_item = answer.entry.said_item if answer.entry else None
        if said_item and said_item.text != answer.item.code:
            meant = answer.edition.understand(said_item.text)
            if meant is answer.item:
                yield _misspelled(said_item.text, meant.code, said_item.at, answer.subject)


def _misspelled(found: str, right: str, at: Location, subject: Subject) -> Diagnostic:
    message = Words(
        f"เขียนรหัสว่า “{found}” รูปที่ถูกคือ “{right}” (โปรแกรมเข้าใจว่าเป็นข้อเดียวกัน)",
        f"“{found}” is understood as “{right}”, which is the right form",
    )
    hint = Words(f"เปลี่ยนเป็น {right}", f"write {right}")
    return RULE.finds(at, message, hint, subject)
